-- Facts: what current claims say in common, kept up to date as claims come and go.
--
-- All of it is a function of the set of current claims, of entities.canonical and of articles.story: in whatever order
-- these came, the same rows with the same keys (row ids differ). See docs/facts.md.
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

ALTER TABLE claims ADD COLUMN fact INTEGER REFERENCES facts (id) ON DELETE SET NULL;
CREATE INDEX claims_fact ON claims (fact);

-- What the claims of one bucket (subject, relation, object) differ in: when, where, how many. Time, place and number
-- tell the facts of a bucket apart, and whoever leaves them out goes with those who do not, where these agree.
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
CREATE INDEX fact_profiles_bucket ON fact_profiles (bucket);
CREATE INDEX fact_profiles_fact ON fact_profiles (fact);

-- A claim as its fact sees it, with the source that it was counted under.
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
CREATE INDEX fact_claims_fact_rank ON fact_claims (fact, rank);
CREATE INDEX fact_claims_profile ON fact_claims (profile);

-- What a claim does to its fact: the side it takes, the day and place that it gives. `at` is the day it holds for.
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
CREATE INDEX fact_marks_fact ON fact_marks (fact, mark, "at", rank);

-- The same by fact: first and last day, and the claim that is first.
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

-- How many of a fact's claims a source has: an article, a story, a publisher. Counts of facts are of rows here.
CREATE TABLE fact_sources (
  fact INTEGER NOT NULL REFERENCES facts (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('article', 'story', 'publisher')),
  source TEXT NOT NULL,
  claims INTEGER NOT NULL,
  PRIMARY KEY (fact, kind, source)
) STRICT, WITHOUT ROWID;

-- Two facts that cannot both be (or one that is both said and denied). `rule` is what says so, `why` its words. The
-- claims are the first of each side. `dispute`: named sources stand on both sides, not the articles themselves.
-- `status` is the last in `contradiction_reviews` for this key, which outlives the row: a pair that goes and comes back
-- is what people said of it.
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
CREATE INDEX contradictions_question ON contradictions (question);
CREATE INDEX contradictions_left_fact ON contradictions (left_fact);
CREATE INDEX contradictions_right_fact ON contradictions (right_fact);
CREATE INDEX contradictions_left_claim ON contradictions (left_claim);
CREATE INDEX contradictions_right_claim ON contradictions (right_claim);
CREATE INDEX contradictions_kind ON contradictions (kind);
CREATE INDEX contradictions_status ON contradictions (status);
CREATE INDEX contradictions_at ON contradictions ("at");

-- Append-only, by key.
CREATE TABLE contradiction_reviews (
  id INTEGER PRIMARY KEY,
  contradiction TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'real', 'apparent', 'settled')),
  who TEXT NOT NULL,
  "at" TEXT NOT NULL,
  why TEXT
) STRICT;
CREATE INDEX contradiction_reviews_contradiction ON contradiction_reviews (contradiction);

-- What one fact became: the left one held first.
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
CREATE INDEX changes_question ON changes (question);
CREATE INDEX changes_left_fact ON changes (left_fact);
CREATE INDEX changes_right_fact ON changes (right_fact);
CREATE INDEX changes_left_claim ON changes (left_claim);
CREATE INDEX changes_right_claim ON changes (right_claim);
CREATE INDEX changes_kind ON changes (kind);
CREATE INDEX changes_at ON changes ("at");
