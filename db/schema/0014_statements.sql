-- One word for one thing, the glossary's: statement (fact), standing (state), outlet (publisher), copy cluster (story).
-- Rows and keys stay as they are. Views follow the program.

ALTER TABLE articles RENAME COLUMN publisher TO outlet;
ALTER TABLE articles RENAME COLUMN story TO copy_cluster;
DROP INDEX IF EXISTS articles_publisher;
DROP INDEX IF EXISTS articles_story;
CREATE INDEX articles_outlet ON articles (outlet);
CREATE INDEX articles_copy_cluster ON articles (copy_cluster, published, outlet);

ALTER TABLE story_links RENAME TO copy_links;
DROP INDEX IF EXISTS story_links_right;
DROP INDEX IF EXISTS story_links_parted;
CREATE INDEX copy_links_right ON copy_links ("right");
CREATE INDEX copy_links_parted ON copy_links (meetings) WHERE meetings = 0;

ALTER TABLE facts RENAME TO statements;
ALTER TABLE statements RENAME COLUMN state TO standing;
ALTER TABLE statements RENAME COLUMN stories TO copy_clusters;
ALTER TABLE statements RENAME COLUMN publishers TO outlets;
DROP INDEX IF EXISTS facts_bucket;
DROP INDEX IF EXISTS facts_contest;
DROP INDEX IF EXISTS facts_scale;
DROP INDEX IF EXISTS facts_theme;
DROP INDEX IF EXISTS facts_theme_unnamed;
DROP INDEX IF EXISTS facts_subject_who;
DROP INDEX IF EXISTS facts_object_who;
DROP INDEX IF EXISTS facts_state;
DROP INDEX IF EXISTS facts_relation_normal;
DROP INDEX IF EXISTS facts_stories;
DROP INDEX IF EXISTS facts_last_seen;
DROP INDEX IF EXISTS facts_superseded_by;
CREATE INDEX statements_bucket ON statements (bucket);
CREATE INDEX statements_contest ON statements (contest) WHERE contest IS NOT NULL;
CREATE INDEX statements_scale ON statements (scale) WHERE scale IS NOT NULL;
CREATE INDEX statements_theme ON statements (theme) WHERE theme IS NOT NULL;
CREATE INDEX statements_theme_unnamed ON statements (theme) WHERE theme IS NOT NULL AND subject_normal = '';
CREATE INDEX statements_subject_who ON statements (subject_who);
CREATE INDEX statements_object_who ON statements (object_who);
CREATE INDEX statements_standing ON statements (standing) WHERE standing <> 'current';
CREATE INDEX statements_relation_normal ON statements (relation_normal);
CREATE INDEX statements_copy_clusters ON statements (copy_clusters) WHERE copy_clusters > 1;
CREATE INDEX statements_last_seen ON statements (last_seen);
CREATE INDEX statements_superseded_by ON statements (superseded_by) WHERE superseded_by IS NOT NULL;

ALTER TABLE claims RENAME COLUMN fact TO statement;
DROP INDEX IF EXISTS claims_fact;
CREATE INDEX claims_statement ON claims (statement);

ALTER TABLE fact_profiles RENAME TO statement_profiles;
ALTER TABLE statement_profiles RENAME COLUMN fact TO statement;
DROP INDEX IF EXISTS fact_profiles_bucket;
DROP INDEX IF EXISTS fact_profiles_fact;
CREATE INDEX statement_profiles_bucket ON statement_profiles (bucket);
CREATE INDEX statement_profiles_statement ON statement_profiles (statement);

-- `stance` is what a claim says of its statement; `standing` is what all its claims make of the statement.
ALTER TABLE fact_claims RENAME TO statement_claims;
ALTER TABLE statement_claims RENAME COLUMN fact TO statement;
ALTER TABLE statement_claims RENAME COLUMN standing TO stance;
ALTER TABLE statement_claims RENAME COLUMN story TO copy_cluster;
ALTER TABLE statement_claims RENAME COLUMN publisher TO outlet;
DROP INDEX IF EXISTS fact_claims_fact_rank;
DROP INDEX IF EXISTS fact_claims_profile;
CREATE INDEX statement_claims_statement_rank ON statement_claims (statement, rank);
CREATE INDEX statement_claims_profile ON statement_claims (profile);

ALTER TABLE fact_marks RENAME TO statement_marks;
ALTER TABLE statement_marks RENAME COLUMN fact TO statement;
DROP INDEX IF EXISTS fact_marks_fact;
CREATE INDEX statement_marks_statement ON statement_marks (statement, mark, "at", rank);

ALTER TABLE fact_sides RENAME TO statement_sides;
ALTER TABLE statement_sides RENAME COLUMN fact TO statement;

-- How many of a statement's claims are from an article, a copy cluster or an outlet. Counts of statements are of rows here.
CREATE TABLE statement_counts (
  statement INTEGER NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('article', 'copy_cluster', 'outlet')),
  counted TEXT NOT NULL,
  claims INTEGER NOT NULL,
  PRIMARY KEY (statement, kind, counted)
) STRICT, WITHOUT ROWID;
INSERT INTO statement_counts (statement, kind, counted, claims)
SELECT fact, CASE kind WHEN 'story' THEN 'copy_cluster' WHEN 'publisher' THEN 'outlet' ELSE kind END, source, claims
FROM fact_sources;
DROP TABLE fact_sources;

-- Contradictions and changes without a list of kinds: the kinds are those that the program knows (db/statements/kinds/).
-- `between_sources`: named sources stand on both sides, not the articles themselves.
CREATE TABLE contradictions_new (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  rule TEXT NOT NULL,
  why TEXT NOT NULL,
  between_sources INTEGER NOT NULL CHECK (between_sources IN (0, 1)),
  status TEXT NOT NULL DEFAULT 'open',
  left_claim INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  right_claim INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  left_statement INTEGER NOT NULL REFERENCES statements (id),
  right_statement INTEGER NOT NULL REFERENCES statements (id),
  "at" TEXT,
  question TEXT NOT NULL
) STRICT;
INSERT INTO contradictions_new SELECT id, key, kind, rule, why, dispute, status, left_claim, right_claim, left_fact,
  right_fact, "at", question FROM contradictions;
DROP TABLE contradictions;
ALTER TABLE contradictions_new RENAME TO contradictions;
CREATE INDEX contradictions_question ON contradictions (question);
CREATE INDEX contradictions_left_statement ON contradictions (left_statement);
CREATE INDEX contradictions_right_statement ON contradictions (right_statement);
CREATE INDEX contradictions_left_claim ON contradictions (left_claim);
CREATE INDEX contradictions_right_claim ON contradictions (right_claim);
CREATE INDEX contradictions_kind ON contradictions (kind);
CREATE INDEX contradictions_status ON contradictions (status);
CREATE INDEX contradictions_at ON contradictions ("at");

CREATE TABLE changes_new (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  rule TEXT NOT NULL,
  why TEXT NOT NULL,
  left_claim INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  right_claim INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  left_statement INTEGER NOT NULL REFERENCES statements (id),
  right_statement INTEGER NOT NULL REFERENCES statements (id),
  "at" TEXT,
  question TEXT NOT NULL
) STRICT;
INSERT INTO changes_new SELECT id, key, kind, rule, why, left_claim, right_claim, left_fact, right_fact, "at", question
FROM changes;
DROP TABLE changes;
ALTER TABLE changes_new RENAME TO changes;
CREATE INDEX changes_question ON changes (question);
CREATE INDEX changes_left_statement ON changes (left_statement);
CREATE INDEX changes_right_statement ON changes (right_statement);
CREATE INDEX changes_left_claim ON changes (left_claim);
CREATE INDEX changes_right_claim ON changes (right_claim);
CREATE INDEX changes_kind ON changes (kind);
CREATE INDEX changes_at ON changes ("at");
