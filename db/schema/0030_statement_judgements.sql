-- What people say of statements: claims (by key, as a JSON list) that say the same, or that do not say what the others say.
-- Append-only; a judgement may be undone, once.
CREATE TABLE statement_judgements (
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

-- What the judgements in force come to: claims (by key) that are together, under the smallest of their keys; `apart`: split off.
CREATE TABLE judged_statements (
  claim TEXT PRIMARY KEY,
  "group" TEXT NOT NULL,
  apart INTEGER NOT NULL CHECK (apart IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX judged_statements_group ON judged_statements ("group");

-- Where these claims would count by their own words. Other claims that count there go along, if `part` is 'own'.
CREATE TABLE judged_places (
  claim INTEGER PRIMARY KEY REFERENCES claims (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  "group" TEXT NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('own', 'follows', 'apart')),
  bucket TEXT NOT NULL,
  profile TEXT NOT NULL
) STRICT;
CREATE INDEX judged_places_group ON judged_places ("group");
CREATE INDEX judged_places_bucket ON judged_places (bucket);

CREATE TRIGGER statement_judgements_are_new BEFORE INSERT ON statement_judgements
WHEN EXISTS (SELECT 1 FROM statement_judgements WHERE id = NEW.id) BEGIN
  SELECT RAISE(ABORT, 'the log of judgements is append-only');
END;
CREATE TRIGGER statement_judgements_stay BEFORE UPDATE ON statement_judgements
WHEN OLD.undone_at IS NOT NULL OR NEW.undone_at IS NULL OR (NEW.id, NEW.judgement, NEW.claims, NEW.who, NEW."at", NEW.why)
  IS NOT (OLD.id, OLD.judgement, OLD.claims, OLD.who, OLD."at", OLD.why) BEGIN
  SELECT RAISE(ABORT, 'the log of judgements is append-only');
END;
CREATE TRIGGER statement_judgements_remain BEFORE DELETE ON statement_judgements BEGIN
  SELECT RAISE(ABORT, 'the log of judgements is append-only');
END;
