-- Short articles are similar by few words. Closely similar are those with many: claims of theirs may say the same in other words.
ALTER TABLE similar_articles ADD COLUMN closely INTEGER NOT NULL DEFAULT 1;
