-- What is new is found by both days of a statement, without a look at the statement itself.
DROP INDEX IF EXISTS statements_last_seen;
CREATE INDEX statements_last_seen ON statements (last_seen, first_seen);
