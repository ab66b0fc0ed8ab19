-- Which actions the log may hold is listed in the program alone (db/reviews/decisions.py), as for other vocabularies.
CREATE TABLE reviews_before AS SELECT * FROM reviews;
DROP TABLE reviews;
CREATE TABLE reviews (
  id INTEGER PRIMARY KEY,
  action TEXT NOT NULL,
  who TEXT NOT NULL,
  "at" TEXT NOT NULL,
  reason TEXT,
  note TEXT,
  undoes INTEGER UNIQUE REFERENCES reviews (id),
  claims INTEGER NOT NULL CHECK (claims >= 1)
) STRICT;
INSERT INTO reviews SELECT * FROM reviews_before ORDER BY id;
DROP TABLE reviews_before;
CREATE INDEX reviews_who ON reviews (who, "at");
CREATE INDEX reviews_action ON reviews (action);
CREATE TRIGGER reviews_stay BEFORE UPDATE ON reviews BEGIN
  SELECT RAISE(ABORT, 'the review log is append-only');
END;
CREATE TRIGGER reviews_remain BEFORE DELETE ON reviews BEGIN
  SELECT RAISE(ABORT, 'the review log is append-only');
END;
CREATE TRIGGER reviews_are_new BEFORE INSERT ON reviews
WHEN EXISTS (SELECT 1 FROM reviews WHERE id = NEW.id OR undoes = NEW.undoes) BEGIN
  SELECT RAISE(ABORT, 'the review log is append-only');
END;

-- Who is to review what, as an administrator says: a log too, of which the last row of an article or a person holds.
-- `kind`: 'assign' (article, person; NULL: nobody's again), 'quota' (person, value: claims), 'share' (value: percent of
-- claims that are read twice).
CREATE TABLE review_plan (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  article TEXT,
  person TEXT,
  value INTEGER,
  who TEXT NOT NULL,
  "at" TEXT NOT NULL
) STRICT;
CREATE INDEX review_plan_article ON review_plan (article, id) WHERE kind = 'assign';
CREATE TRIGGER review_plan_are_new BEFORE INSERT ON review_plan
WHEN EXISTS (SELECT 1 FROM review_plan WHERE id = NEW.id) BEGIN
  SELECT RAISE(ABORT, 'the log of assignments is append-only');
END;
CREATE TRIGGER review_plan_stay BEFORE UPDATE ON review_plan BEGIN
  SELECT RAISE(ABORT, 'the log of assignments is append-only');
END;
CREATE TRIGGER review_plan_remain BEFORE DELETE ON review_plan BEGIN
  SELECT RAISE(ABORT, 'the log of assignments is append-only');
END;
