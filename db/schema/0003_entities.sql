-- Entities: who and what the articles name, across articles.
--
-- An entity is made by its name: the fullest name that an article gives it, without titles and legal forms
-- (see db/entities/naming.py). `key` comes from that name alone (`normal`, and the article where only one article
-- can say who is meant), so that order of ingest does not show. `type` is what most of its mentions were
-- taken for. `country` is an ISO 3166 code, of a country, a people or a public body. `canonical` is the entity that people's judgements
-- make of it, itself where there are none: a pure function of the judgements in force.
CREATE TABLE entities (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  normal TEXT NOT NULL,
  bound TEXT,
  country TEXT,
  mentions INTEGER NOT NULL DEFAULT 0,
  articles INTEGER NOT NULL DEFAULT 0,
  canonical INTEGER NOT NULL REFERENCES entities (id)
) STRICT;
CREATE INDEX entities_type ON entities (type);
CREATE INDEX entities_name ON entities (name);
CREATE INDEX entities_normal ON entities (normal);
CREATE INDEX entities_canonical ON entities (canonical);

-- Every wording of an entity's names in current articles, what it was taken for, and how often. A whole
-- wording ("Viktor Lenz") makes the entity, a short one ("Lenz") means it within an article.
CREATE TABLE aliases (
  id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
  mentions INTEGER NOT NULL,
  UNIQUE (entity, name, type, whole)
) STRICT;
CREATE INDEX aliases_name ON aliases (name);
CREATE INDEX aliases_gone ON aliases (id) WHERE mentions <= 0;

-- Append-only: an edge between two entities, by key, so that it outlives them. Undone edges stay.
CREATE TABLE entity_judgements (
  id INTEGER PRIMARY KEY,
  "left" TEXT NOT NULL,
  "right" TEXT NOT NULL,
  judgement TEXT NOT NULL CHECK (judgement IN ('same', 'different', 'unsure')),
  who TEXT NOT NULL,
  "at" TEXT NOT NULL,
  why TEXT,
  undone_by TEXT,
  undone_at TEXT,
  undone_why TEXT,
  CHECK ("left" < "right")
) STRICT;
CREATE INDEX entity_judgements_left ON entity_judgements ("left");
CREATE INDEX entity_judgements_right ON entity_judgements ("right");

-- `who` a mention is. `metonym`: a place that stands for its government ("Beijing said").
ALTER TABLE mentions ADD COLUMN who INTEGER REFERENCES entities (id);
ALTER TABLE mentions ADD COLUMN metonym INTEGER NOT NULL DEFAULT 0 CHECK (metonym IN (0, 1));
CREATE INDEX mentions_who ON mentions (who);

-- The entity that a claim's subject or object is (not: one that is merely named inside it). The entity as
-- the article names it; `entities.canonical` says what judgements make of it.
ALTER TABLE claims ADD COLUMN subject_who INTEGER REFERENCES entities (id);
ALTER TABLE claims ADD COLUMN object_who INTEGER REFERENCES entities (id);
CREATE INDEX claims_subject_who ON claims (subject_who);
CREATE INDEX claims_object_who ON claims (object_who);
