-- Full-text search over claims and sentences: FTS5 tables that hold the index only and follow their
-- content tables by triggers. Words match by their stem, with or without accents. (`content="claims"` is spelled so that
-- Datasette and sqlite-utils find the index by themselves.)

CREATE VIRTUAL TABLE claims_fts USING fts5 (
  subject, relation, object, qualifiers, subject_resolved, object_resolved, attributed_to,
  content="claims", content_rowid="id", tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER claims_fts_insert AFTER INSERT ON claims BEGIN
  INSERT INTO claims_fts (rowid, subject, relation, object, qualifiers, subject_resolved, object_resolved, attributed_to)
  VALUES (new.id, new.subject, new.relation, new.object, new.qualifiers, new.subject_resolved, new.object_resolved, new.attributed_to);
END;

CREATE TRIGGER claims_fts_delete AFTER DELETE ON claims BEGIN
  INSERT INTO claims_fts (claims_fts, rowid, subject, relation, object, qualifiers, subject_resolved, object_resolved, attributed_to)
  VALUES ('delete', old.id, old.subject, old.relation, old.object, old.qualifiers, old.subject_resolved, old.object_resolved, old.attributed_to);
END;

CREATE TRIGGER claims_fts_update
AFTER UPDATE OF id, subject, relation, object, qualifiers, subject_resolved, object_resolved, attributed_to ON claims BEGIN
  INSERT INTO claims_fts (claims_fts, rowid, subject, relation, object, qualifiers, subject_resolved, object_resolved, attributed_to)
  VALUES ('delete', old.id, old.subject, old.relation, old.object, old.qualifiers, old.subject_resolved, old.object_resolved, old.attributed_to);
  INSERT INTO claims_fts (rowid, subject, relation, object, qualifiers, subject_resolved, object_resolved, attributed_to)
  VALUES (new.id, new.subject, new.relation, new.object, new.qualifiers, new.subject_resolved, new.object_resolved, new.attributed_to);
END;

CREATE VIRTUAL TABLE sentences_fts USING fts5 (
  text, content="sentences", content_rowid="id", tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER sentences_fts_insert AFTER INSERT ON sentences BEGIN
  INSERT INTO sentences_fts (rowid, text) VALUES (new.id, new.text);
END;

CREATE TRIGGER sentences_fts_delete AFTER DELETE ON sentences BEGIN
  INSERT INTO sentences_fts (sentences_fts, rowid, text) VALUES ('delete', old.id, old.text);
END;

CREATE TRIGGER sentences_fts_update AFTER UPDATE OF id, text ON sentences BEGIN
  INSERT INTO sentences_fts (sentences_fts, rowid, text) VALUES ('delete', old.id, old.text);
  INSERT INTO sentences_fts (rowid, text) VALUES (new.id, new.text);
END;

-- For rows that an earlier version of the schema took in.
INSERT INTO claims_fts (claims_fts) VALUES ('rebuild');
INSERT INTO sentences_fts (sentences_fts) VALUES ('rebuild');
