-- A chain through the logs of what people decided: each link holds a hash (SHA-256) of an entry and of the link before,
-- in the order in which the entries were written (see db/chain.py). AUTOINCREMENT, for sqlite_sequence then says
-- how many there were, also when the last ones are gone.
CREATE TABLE log_hashes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  log TEXT NOT NULL,
  entry INTEGER NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (log, entry)
) STRICT;

-- INSERT OR REPLACE takes rows out without asking the triggers of a DELETE; those of the INSERT are asked before.
CREATE TRIGGER reviews_are_new BEFORE INSERT ON reviews
WHEN EXISTS (SELECT 1 FROM reviews WHERE id = NEW.id OR undoes = NEW.undoes) BEGIN
  SELECT RAISE(ABORT, 'the review log is append-only');
END;
CREATE TRIGGER review_items_are_new BEFORE INSERT ON review_items
WHEN EXISTS (SELECT 1 FROM review_items WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM review_items WHERE review = NEW.review AND claim = NEW.claim
    AND text_hash = NEW.text_hash AND opinion = NEW.opinion) BEGIN
  SELECT RAISE(ABORT, 'the review log is append-only');
END;

CREATE TRIGGER contradiction_reviews_are_new BEFORE INSERT ON contradiction_reviews
WHEN EXISTS (SELECT 1 FROM contradiction_reviews WHERE id = NEW.id) BEGIN
  SELECT RAISE(ABORT, 'the log of contradictions is append-only');
END;
CREATE TRIGGER contradiction_reviews_stay BEFORE UPDATE ON contradiction_reviews BEGIN
  SELECT RAISE(ABORT, 'the log of contradictions is append-only');
END;
CREATE TRIGGER contradiction_reviews_remain BEFORE DELETE ON contradiction_reviews BEGIN
  SELECT RAISE(ABORT, 'the log of contradictions is append-only');
END;

CREATE TRIGGER calibrations_are_new BEFORE INSERT ON calibrations
WHEN EXISTS (SELECT 1 FROM calibrations WHERE id = NEW.id) BEGIN
  SELECT RAISE(ABORT, 'the log of calibrations is append-only');
END;
CREATE TRIGGER calibrations_stay BEFORE UPDATE ON calibrations BEGIN
  SELECT RAISE(ABORT, 'the log of calibrations is append-only');
END;
CREATE TRIGGER calibrations_remain BEFORE DELETE ON calibrations BEGIN
  SELECT RAISE(ABORT, 'the log of calibrations is append-only');
END;

-- A judgement may be undone, once, and nothing else of it changes.
CREATE TRIGGER entity_judgements_are_new BEFORE INSERT ON entity_judgements
WHEN EXISTS (SELECT 1 FROM entity_judgements WHERE id = NEW.id) BEGIN
  SELECT RAISE(ABORT, 'the log of judgements is append-only');
END;
CREATE TRIGGER entity_judgements_stay BEFORE UPDATE ON entity_judgements
WHEN OLD.undone_at IS NOT NULL OR NEW.undone_at IS NULL OR (NEW.id, NEW."left", NEW."right", NEW.judgement, NEW.who,
  NEW."at", NEW.why) IS NOT (OLD.id, OLD."left", OLD."right", OLD.judgement, OLD.who, OLD."at", OLD.why) BEGIN
  SELECT RAISE(ABORT, 'the log of judgements is append-only');
END;
CREATE TRIGGER entity_judgements_remain BEFORE DELETE ON entity_judgements BEGIN
  SELECT RAISE(ABORT, 'the log of judgements is append-only');
END;

CREATE TRIGGER log_hashes_are_new BEFORE INSERT ON log_hashes
WHEN EXISTS (SELECT 1 FROM log_hashes WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM log_hashes WHERE log = NEW.log AND entry = NEW.entry) BEGIN
  SELECT RAISE(ABORT, 'the chain of hashes is append-only');
END;
CREATE TRIGGER log_hashes_stay BEFORE UPDATE ON log_hashes BEGIN
  SELECT RAISE(ABORT, 'the chain of hashes is append-only');
END;
CREATE TRIGGER log_hashes_remain BEFORE DELETE ON log_hashes BEGIN
  SELECT RAISE(ABORT, 'the chain of hashes is append-only');
END;
