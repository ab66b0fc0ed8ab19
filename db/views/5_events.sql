-- Each event with its claims: what happened once, that claims of several articles are about. The surest claim shows it, if
-- possible one that an article itself states. What somebody is, has or says is no happening, and left out.
CREATE VIEW events AS
SELECT
  event.event, shown.claim AS example, shown.factuality, shown.attributed_to, event.claims, event.statements, event.articles, event.copy_clusters,
  event.outlets, event.first_published, event.last_published, shown.id AS claim_id
FROM (
  SELECT
    claims.event, COUNT(*) AS claims, COUNT(DISTINCT claims.statement) AS statements,
    COUNT(DISTINCT claims.article) AS articles, COUNT(DISTINCT articles.copy_cluster) AS copy_clusters,
    COUNT(DISTINCT articles.outlet) AS outlets, MIN(articles.published) AS first_published,
    MAX(articles.published) AS last_published
  FROM claims JOIN articles ON articles.id = claims.article
  WHERE claims.event IS NOT NULL AND claims.relation_normal NOT IN ('be', 'have', 'say')
  GROUP BY claims.event
) AS event
JOIN claims AS shown ON shown.id = (
  SELECT id FROM claims AS each WHERE each.event = event.event
  ORDER BY factuality = 'CT+' AND attribution IS NULL DESC, confidence DESC, key LIMIT 1
);
