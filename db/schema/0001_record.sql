-- The record: articles, their sentences, and the claims of each sentence.
--
-- Offsets are code points into articles.text, half-open. Columns ending in _spans hold JSON
-- [[start, end], ...]. Integer ids are for joins and differ between databases; the text keys come from
-- content alone and are what exports show.

-- One row per run of the program that changed anything. `key` comes from version, model and settings, so
-- that two runs of the same program with the same settings share it; started and finished are UTC.
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  version TEXT NOT NULL,
  model TEXT NOT NULL,
  model_version TEXT NOT NULL,
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  started TEXT NOT NULL,
  finished TEXT,
  new INTEGER NOT NULL DEFAULT 0,
  revised INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  sentences INTEGER NOT NULL DEFAULT 0,
  claims INTEGER NOT NULL DEFAULT 0,
  words INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX runs_key ON runs (key);

-- A source whose text changes gets a further revision; the highest one is current.
-- The text comes last, so that lists and facets need not read past it.
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  title TEXT,
  publisher TEXT,
  published TEXT,
  byline TEXT,
  language TEXT,
  source TEXT NOT NULL,
  url TEXT,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
  current INTEGER NOT NULL DEFAULT 1 CHECK (current IN (0, 1)),
  supersedes INTEGER REFERENCES articles (id),
  words INTEGER NOT NULL DEFAULT 0,
  media_type TEXT NOT NULL,
  reader TEXT NOT NULL,
  notes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(notes)),
  text_hash TEXT NOT NULL,
  raw_hash TEXT NOT NULL,
  run INTEGER NOT NULL REFERENCES runs (id),
  added TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (source, revision)
) STRICT;
CREATE UNIQUE INDEX articles_current_source ON articles (source) WHERE current = 1;
CREATE INDEX articles_supersedes ON articles (supersedes);
CREATE INDEX articles_run ON articles (run);
CREATE INDEX articles_text_hash ON articles (text_hash);
CREATE INDEX articles_publisher ON articles (publisher);
CREATE INDEX articles_published ON articles (published);

CREATE TABLE blocks (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= start),
  UNIQUE (article, position)
) STRICT;

-- `text` is the article's text[start:end]; `outcome` says what became of the sentence, for every sentence.
CREATE TABLE sentences (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL,
  kind TEXT NOT NULL,
  outcome TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= start),
  UNIQUE (article, position)
) STRICT;
CREATE INDEX sentences_kind ON sentences (kind);
CREATE INDEX sentences_outcome ON sentences (outcome);

-- `key` is a hash of the article's text hash and the triple with its spans: a review that names it finds
-- the claim again after another extraction, and in a copy of the same text under another source.
-- `claim` is for lists and labels. `attribution` is NULL for what the article itself says, else a JSON
-- array of steps from the outermost source to the innermost; `attributed_to` names the innermost source
-- (the one that factuality is relative to), resolved where it is known. `place` and `condition` point at
-- words; valid_from and valid_to are ISO dates, NULL where open or unknown.
CREATE TABLE claims (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  claim TEXT GENERATED ALWAYS AS (subject || ' · ' || relation || COALESCE(' · ' || object, '')) VIRTUAL,
  subject TEXT NOT NULL,
  relation TEXT NOT NULL,
  object TEXT,
  qualifiers TEXT,
  polarity TEXT NOT NULL,
  modality TEXT NOT NULL,
  mood TEXT NOT NULL,
  factuality TEXT NOT NULL,
  attributed_to TEXT,
  condition TEXT,
  time_text TEXT,
  valid_from TEXT,
  valid_to TEXT,
  place TEXT,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  status TEXT NOT NULL DEFAULT 'unreviewed',
  current INTEGER NOT NULL DEFAULT 1 CHECK (current IN (0, 1)),
  sentence INTEGER NOT NULL REFERENCES sentences (id) ON DELETE CASCADE,
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  run INTEGER NOT NULL REFERENCES runs (id),
  position INTEGER NOT NULL,
  subject_full TEXT NOT NULL,
  subject_entity TEXT,
  subject_resolved TEXT,
  relation_lemma TEXT NOT NULL,
  object_full TEXT,
  object_entity TEXT,
  object_resolved TEXT,
  clause_type TEXT NOT NULL,
  rule TEXT NOT NULL,
  tense TEXT,
  aspect TEXT,
  time_value TEXT,
  time_precision TEXT,
  time_modifier TEXT,
  time_relative INTEGER CHECK (time_relative IN (0, 1)),
  attribution TEXT CHECK (json_valid(attribution)),
  subject_spans TEXT NOT NULL CHECK (json_valid(subject_spans)),
  subject_full_spans TEXT NOT NULL CHECK (json_valid(subject_full_spans)),
  subject_resolved_spans TEXT CHECK (json_valid(subject_resolved_spans)),
  relation_spans TEXT NOT NULL CHECK (json_valid(relation_spans)),
  object_spans TEXT CHECK (json_valid(object_spans)),
  object_full_spans TEXT CHECK (json_valid(object_full_spans)),
  object_resolved_spans TEXT CHECK (json_valid(object_resolved_spans)),
  condition_spans TEXT CHECK (json_valid(condition_spans)),
  place_spans TEXT CHECK (json_valid(place_spans)),
  predicate_start INTEGER NOT NULL,
  predicate_end INTEGER NOT NULL,
  evidence TEXT CHECK (json_valid(evidence)),
  UNIQUE (key, article),
  UNIQUE (sentence, position)
) STRICT;
CREATE INDEX claims_article ON claims (article);
CREATE INDEX claims_run ON claims (run);
CREATE INDEX claims_subject ON claims (subject);
CREATE INDEX claims_object ON claims (object);
CREATE INDEX claims_relation_lemma ON claims (relation_lemma);
CREATE INDEX claims_subject_entity ON claims (subject_entity);
CREATE INDEX claims_object_entity ON claims (object_entity);
CREATE INDEX claims_polarity ON claims (polarity);
CREATE INDEX claims_modality ON claims (modality);
CREATE INDEX claims_mood ON claims (mood);
CREATE INDEX claims_factuality ON claims (factuality);
CREATE INDEX claims_attributed_to ON claims (attributed_to);
CREATE INDEX claims_valid_from ON claims (valid_from);
CREATE INDEX claims_place ON claims (place);
CREATE INDEX claims_confidence ON claims (confidence);
CREATE INDEX claims_status ON claims (status);
CREATE INDEX claims_current ON claims (current);
CREATE INDEX claims_clause_type ON claims (clause_type);
CREATE INDEX claims_rule ON claims (rule);

CREATE TABLE qualifiers (
  id INTEGER PRIMARY KEY,
  role TEXT NOT NULL,
  text TEXT NOT NULL,
  value TEXT,
  claim INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  spans TEXT NOT NULL CHECK (json_valid(spans)),
  UNIQUE (claim, position)
) STRICT;
CREATE INDEX qualifiers_role ON qualifiers (role);

-- A range has two different ends; an open end is NULL ("up to 20").
CREATE TABLE quantities (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL,
  low REAL,
  high REAL,
  unit TEXT,
  approximate INTEGER NOT NULL CHECK (approximate IN (0, 1)),
  claim INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  spans TEXT NOT NULL CHECK (json_valid(spans)),
  UNIQUE (claim, position)
) STRICT;
CREATE INDEX quantities_unit ON quantities (unit);

-- `antecedents` holds a span for each mention that it was resolved to (two for "both"), NULL where there is
-- none; `resolved` is their words, joined by "and".
CREATE TABLE mentions (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL,
  kind TEXT NOT NULL,
  entity TEXT,
  resolved TEXT,
  confidence REAL NOT NULL,
  rule TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= start),
  antecedents TEXT CHECK (json_valid(antecedents)),
  UNIQUE (article, position)
) STRICT;
CREATE INDEX mentions_kind ON mentions (kind);
CREATE INDEX mentions_entity ON mentions (entity);

-- What could not be read, as of the last attempt: one row a source, gone once the source reads well.
CREATE TABLE failures (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  raw_hash TEXT,
  run INTEGER NOT NULL REFERENCES runs (id),
  added TEXT NOT NULL
) STRICT;
CREATE INDEX failures_kind ON failures (kind);
CREATE INDEX failures_run ON failures (run);
