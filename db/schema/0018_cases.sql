-- Case folders: named lists of statements, claims, entities, articles and searches, with notes. A log: what a folder holds
-- follows from its entries (db/cases/folders.py), and none is ever changed. `folder` is the folder's key; `kind` and
-- `item` say what an entry is about (a key, or the address of a search), `words` how it was called, or what was noted.
CREATE TABLE case_entries (
  id INTEGER PRIMARY KEY,
  folder TEXT NOT NULL,
  action TEXT NOT NULL,
  kind TEXT,
  item TEXT,
  words TEXT,
  who TEXT NOT NULL,
  "at" TEXT NOT NULL,
  undoes INTEGER UNIQUE REFERENCES case_entries (id)
) STRICT;
CREATE INDEX case_entries_folder ON case_entries (folder, id);
CREATE TRIGGER case_entries_are_new BEFORE INSERT ON case_entries
WHEN EXISTS (SELECT 1 FROM case_entries WHERE id = NEW.id OR undoes = NEW.undoes) BEGIN
  SELECT RAISE(ABORT, 'the log of cases is append-only');
END;
CREATE TRIGGER case_entries_stay BEFORE UPDATE ON case_entries BEGIN
  SELECT RAISE(ABORT, 'the log of cases is append-only');
END;
CREATE TRIGGER case_entries_remain BEFORE DELETE ON case_entries BEGIN
  SELECT RAISE(ABORT, 'the log of cases is append-only');
END;
