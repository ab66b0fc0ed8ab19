-- Of statements that as many articles say, lists have the newest first.
DROP INDEX IF EXISTS statements_most;
CREATE INDEX statements_most ON statements (
  in_passing, copy_clusters DESC, outlets DESC, articles DESC, last_seen DESC, key
);
