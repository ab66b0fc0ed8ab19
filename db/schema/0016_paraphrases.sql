-- Claims of similar articles that say the same in other words: they are one statement. `leader` orders them: the smallest of those that
-- the claims would have alone, so that it comes from the set of current claims (db/events). `leads` marks the claim that it is of.
CREATE TABLE paraphrases (
  claim INTEGER PRIMARY KEY REFERENCES claims (id) ON DELETE CASCADE,
  leader TEXT NOT NULL,
  leads INTEGER NOT NULL
) STRICT;

CREATE INDEX paraphrases_leader ON paraphrases (leader, leads);

-- The people that an article names, by their last names, as JSON with counts: articles that name others are not about the same.
ALTER TABLE article_topics ADD COLUMN people TEXT NOT NULL DEFAULT '{}';
