-- Events: what happened once, that claims of several articles are about. `claims.event` is the key of a claim's event;
-- it comes from the set of current claims (db/events).

-- Of each current article: its day of publication ('' where it is not known to the day) and the words that most of its claims have among
-- who and what takes part, as JSON with their counts, most frequent first.
CREATE TABLE article_topics (
  article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;

-- The first of these words, by which similar articles are found. (No reference, as for `fingerprints`.)
CREATE TABLE topic_words (
  word TEXT NOT NULL,
  day TEXT NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (word, day, article)
) STRICT, WITHOUT ROWID;

-- Articles about the same, published within days of each other; each pair both ways.
CREATE TABLE similar_articles (
  article INTEGER NOT NULL,
  other INTEGER NOT NULL,
  PRIMARY KEY (article, other)
) STRICT, WITHOUT ROWID;

-- A statement that no article states in its own voice stands as 'attributed'. Which standings there are is listed in the
-- program alone.
DROP INDEX IF EXISTS statements_standing;
ALTER TABLE statements ADD COLUMN stands TEXT NOT NULL DEFAULT 'current';
UPDATE statements SET stands = CASE WHEN standing = 'current' AND asserted = 0 THEN 'attributed' ELSE standing END;
ALTER TABLE statements DROP COLUMN standing;
ALTER TABLE statements RENAME COLUMN stands TO standing;
CREATE INDEX statements_standing ON statements (standing) WHERE standing <> 'current';
