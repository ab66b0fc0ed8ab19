-- The words of the names that an article has: articles that name places, people and bodies, and none of each other's, are not about the same.
ALTER TABLE article_topics ADD COLUMN names TEXT NOT NULL DEFAULT '[]';
