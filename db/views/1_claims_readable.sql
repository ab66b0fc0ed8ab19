-- Claims of current articles beside the words they came from: the first thing to open.
CREATE VIEW claims_readable AS
SELECT
  claims.id, claims.key, claims.subject, claims.relation, claims.object, claims.qualifiers,
  claims.factuality, claims.attributed_to, claims.condition, claims.time_text, claims.valid_from,
  claims.valid_to, claims.place, claims.confidence, claims.status, sentences.text AS sentence,
  articles.title AS headline, articles.outlet, articles.published, articles.source,
  sentences.kind AS block, claims.polarity, claims.modality, claims.mood, claims.hedge, claims.attribution,
  claims.sentence AS sentence_id, claims.article AS article_id
FROM claims
JOIN sentences ON sentences.id = claims.sentence
JOIN articles ON articles.id = claims.article
WHERE claims.current = 1;
