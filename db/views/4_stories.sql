-- Each story with the articles that tell it: copies count once (law 6). The earliest article gives the headline.
CREATE VIEW stories AS
SELECT
  told.story, first.title AS headline, told.articles, told.publishers, told.first_published, told.last_published,
  first.id AS article_id
FROM (
  SELECT
    story, COUNT(*) AS articles, COUNT(DISTINCT publisher) AS publishers,
    MIN(published) AS first_published, MAX(published) AS last_published
  FROM articles
  WHERE story IS NOT NULL
  GROUP BY story
) AS told
JOIN articles AS first ON first.id = (
  SELECT id FROM articles AS each
  WHERE each.story = told.story
  ORDER BY published IS NULL, published, key
  LIMIT 1
);
