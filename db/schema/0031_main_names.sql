-- The words of the names that an article has again and again: articles of which neither names what the other is about are apart.
ALTER TABLE article_topics ADD COLUMN main TEXT NOT NULL DEFAULT '[]';
