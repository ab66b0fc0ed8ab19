-- Whether a statement's best claim says it in passing, by a title or an apposition: lists of statements have these last.
ALTER TABLE statements ADD COLUMN in_passing INTEGER NOT NULL DEFAULT 0 CHECK (in_passing IN (0, 1));
UPDATE statements SET in_passing = 1 WHERE EXISTS (SELECT 1 FROM claims WHERE id = statements.best AND relation_spans = '[]');
DROP INDEX IF EXISTS statements_most;
CREATE INDEX statements_most ON statements (in_passing, copy_clusters DESC, outlets DESC, articles DESC, key);
