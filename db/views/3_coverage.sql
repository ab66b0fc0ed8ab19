-- What became of the sentences of each current article (law 7): how many gave claims, and why the others did not.
CREATE VIEW coverage AS
SELECT
  articles.title AS headline, articles.outlet, articles.published, articles.source,
  sentences.kind, sentences.outcome, COUNT(*) AS sentences, articles.id AS article_id
FROM sentences
JOIN articles ON articles.id = sentences.article
WHERE articles.current = 1
GROUP BY articles.id, sentences.kind, sentences.outcome;
