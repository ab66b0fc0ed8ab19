-- Accusations and denials: whom they are of (a hash), which of the two a statement is, the whole name, and what it is about (stems of words).
ALTER TABLE statements ADD COLUMN dispute TEXT;
ALTER TABLE statements ADD COLUMN dispute_side TEXT;
ALTER TABLE statements ADD COLUMN dispute_whom TEXT;
ALTER TABLE statements ADD COLUMN dispute_about TEXT;
CREATE INDEX statements_dispute ON statements (dispute) WHERE dispute IS NOT NULL;
