-- What people say of events: claims (by key, as a JSON list) that are about one event, or that are parted from the others. Append-only;
-- a judgement may be undone, once.
CREATE TABLE event_judgements (
  id INTEGER PRIMARY KEY,
  judgement TEXT NOT NULL CHECK (judgement IN ('join', 'split')),
  claims TEXT NOT NULL,
  who TEXT NOT NULL,
  "at" TEXT NOT NULL,
  why TEXT,
  undone_by TEXT,
  undone_at TEXT,
  undone_why TEXT
) STRICT;

-- The judgements in force, by claim.
CREATE TABLE judged_claims (
  claim TEXT NOT NULL,
  judgement INTEGER NOT NULL REFERENCES event_judgements (id),
  PRIMARY KEY (claim, judgement)
) STRICT, WITHOUT ROWID;
CREATE INDEX judged_claims_judgement ON judged_claims (judgement);

CREATE TRIGGER event_judgements_are_new BEFORE INSERT ON event_judgements
WHEN EXISTS (SELECT 1 FROM event_judgements WHERE id = NEW.id) BEGIN
  SELECT RAISE(ABORT, 'the log of judgements is append-only');
END;
CREATE TRIGGER event_judgements_stay BEFORE UPDATE ON event_judgements
WHEN OLD.undone_at IS NOT NULL OR NEW.undone_at IS NULL OR (NEW.id, NEW.judgement, NEW.claims, NEW.who, NEW."at", NEW.why)
  IS NOT (OLD.id, OLD.judgement, OLD.claims, OLD.who, OLD."at", OLD.why) BEGIN
  SELECT RAISE(ABORT, 'the log of judgements is append-only');
END;
CREATE TRIGGER event_judgements_remain BEFORE DELETE ON event_judgements BEGIN
  SELECT RAISE(ABORT, 'the log of judgements is append-only');
END;
