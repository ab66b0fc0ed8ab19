-- The last name of an entity that may be a person's full name; null for single words and for names of one article.
ALTER TABLE entities ADD COLUMN surname TEXT;
CREATE INDEX entities_surname ON entities (surname) WHERE surname IS NOT NULL;

-- Names that the collection itself shows to be short for another ("Lenz" for "Viktor Lenz"), by key. Derived from the names that current
-- articles use (db/entities/full_names.py); what people judge goes before it.
CREATE TABLE name_links (
  short TEXT PRIMARY KEY,
  whole TEXT NOT NULL,
  surname TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX name_links_whole ON name_links (whole);
CREATE INDEX name_links_surname ON name_links (surname);
