-- How many claims about a name wait to be read, and how many statements an outlet has, without their rows.
DROP INDEX IF EXISTS claims_subject_current;
CREATE INDEX claims_subject_current ON claims (subject_who, status, object_who)
WHERE current = 1 AND subject_who IS NOT NULL;
DROP INDEX IF EXISTS claims_object_current;
CREATE INDEX claims_object_current ON claims (object_who, status, subject_who)
WHERE current = 1 AND object_who IS NOT NULL;
CREATE INDEX IF NOT EXISTS statement_counts_outlet ON statement_counts (counted) WHERE kind = 'outlet';
