-- What a participle behind a noun tells ("the report released by Ada Lind") is said in passing, as titles are.
UPDATE statements SET in_passing = 1 WHERE EXISTS (
  SELECT 1 FROM claims WHERE id = statements.best AND rule = 'participle' AND tense IS NULL
);
