-- Stories: the same text told again, by whichever article.
--
-- A story is a connected component of `story_links`; its key is the smallest article key in it, so that it comes
-- from the set of current articles alone. `articles.story` is NULL for revisions that were replaced: these are in
-- no story. The index holds all that the view `stories` counts, for the text lies between the row and its story.
ALTER TABLE articles ADD COLUMN story TEXT;
CREATE INDEX articles_story ON articles (story, published, publisher);

-- Of each current article: the hashes of its own words' shingles in text order and the smallest of them (32 bits each,
-- little-endian), and a hash of the address it gives for itself. See db/stories/sketch.py.
CREATE TABLE sketches (
  article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  words INTEGER NOT NULL,
  address INTEGER,
  smallest BLOB NOT NULL,
  shingles BLOB NOT NULL
) STRICT;

-- Which articles hold a fingerprint, in an order of that fingerprint's own (`rank` is a hash of both). Only
-- neighbours in it are compared, so that a sentence that stands in every article costs no more than any other.
-- (No reference: to delete an article would then go through all of them. Sketches say whose they are.)
CREATE TABLE fingerprints (
  fingerprint INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (fingerprint, rank, article)
) STRICT, WITHOUT ROWID;

-- Two current articles that tell the same: what share of each one's own words the other has, and why they count as
-- one. `meetings` is the number of fingerprints in whose order the two are neighbours.
CREATE TABLE story_links (
  "left" INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  "right" INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  left_share REAL NOT NULL CHECK (left_share BETWEEN 0 AND 1),
  right_share REAL NOT NULL CHECK (right_share BETWEEN 0 AND 1),
  kind TEXT NOT NULL CHECK (kind IN ('exact copy', 'near copy', 'revision')),
  meetings INTEGER NOT NULL,
  PRIMARY KEY ("left", "right"),
  CHECK ("left" < "right")
) STRICT, WITHOUT ROWID;
CREATE INDEX story_links_right ON story_links ("right");
CREATE INDEX story_links_parted ON story_links (meetings) WHERE meetings = 0;
