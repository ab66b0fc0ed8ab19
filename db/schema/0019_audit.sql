-- What administrators did beside reviewing: users, calibrations, extractions, copies. A log; no entry is ever changed.
CREATE TABLE audit_entries (
  id INTEGER PRIMARY KEY,
  action TEXT NOT NULL,
  details TEXT,
  who TEXT NOT NULL,
  "at" TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_entries_are_new BEFORE INSERT ON audit_entries
WHEN EXISTS (SELECT 1 FROM audit_entries WHERE id = NEW.id) BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
CREATE TRIGGER audit_entries_stay BEFORE UPDATE ON audit_entries BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
CREATE TRIGGER audit_entries_remain BEFORE DELETE ON audit_entries BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
