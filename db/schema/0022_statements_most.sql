-- Statements are listed by how many copy clusters, outlets and articles say them. An index in that order also finds those
-- that several copy clusters say.
DROP INDEX IF EXISTS statements_copy_clusters;
CREATE INDEX statements_most ON statements (copy_clusters DESC, outlets DESC, articles DESC, key);
