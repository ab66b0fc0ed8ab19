-- Statements that several articles have: what a list of changes shows first is found without those of one article.
CREATE INDEX IF NOT EXISTS statements_said_again ON statements (last_seen, first_seen, in_passing)
WHERE copy_clusters > 1;
-- Statements with a number, by whom they are about.
CREATE INDEX IF NOT EXISTS statements_figures_subject ON statements (subject_who, bucket)
WHERE low IS NOT NULL OR high IS NOT NULL;
CREATE INDEX IF NOT EXISTS statements_figures_object ON statements (object_who, bucket)
WHERE low IS NOT NULL OR high IS NOT NULL;
