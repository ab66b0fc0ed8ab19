-- Each copy cluster with its articles: copies count once (law 6). The earliest article gives the headline.
CREATE VIEW copy_clusters AS
SELECT
  cluster.copy_cluster, first.title AS headline, cluster.articles, cluster.outlets, cluster.first_published,
  cluster.last_published, first.id AS article_id
FROM (
  SELECT
    copy_cluster, COUNT(*) AS articles, COUNT(DISTINCT outlet) AS outlets,
    MIN(published) AS first_published, MAX(published) AS last_published
  FROM articles
  WHERE copy_cluster IS NOT NULL
  GROUP BY copy_cluster
) AS cluster
JOIN articles AS first ON first.id = (
  SELECT id FROM articles AS each
  WHERE each.copy_cluster = cluster.copy_cluster
  ORDER BY published IS NULL, published, key
  LIMIT 1
);
