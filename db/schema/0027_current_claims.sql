-- How many current claims are about a name, without their rows.
CREATE INDEX claims_subject_current ON claims (subject_who) WHERE current = 1 AND subject_who IS NOT NULL;
CREATE INDEX claims_object_current ON claims (object_who) WHERE current = 1 AND object_who IS NOT NULL;
