-- Each event with its claims: what happened once, that claims of several articles are about. The surest claim shows it.
CREATE VIEW events AS
SELECT
  event.event, shown.claim AS example, event.claims, event.statements, event.articles, event.copy_clusters,
  event.outlets, event.first_published, event.last_published, shown.id AS claim_id
FROM (
  SELECT
    claims.event, COUNT(*) AS claims, COUNT(DISTINCT claims.statement) AS statements,
    COUNT(DISTINCT claims.article) AS articles, COUNT(DISTINCT articles.copy_cluster) AS copy_clusters,
    COUNT(DISTINCT articles.outlet) AS outlets, MIN(articles.published) AS first_published,
    MAX(articles.published) AS last_published
  FROM claims JOIN articles ON articles.id = claims.article
  WHERE claims.event IS NOT NULL
  GROUP BY claims.event
) AS event
JOIN claims AS shown ON shown.id = (
  SELECT id FROM claims AS each WHERE each.event = event.event ORDER BY confidence DESC, key LIMIT 1
);
