-- Of a claim that is kept though the latest extraction does not find it: the newest entry of the log when it was first
-- kept. Whoever decides about it later has looked at it. (Of those that are kept already: nobody has.)
ALTER TABLE claims ADD COLUMN kept_after INTEGER;
CREATE INDEX claims_kept ON claims (id) WHERE origin = 'kept';
UPDATE claims SET kept_after = (SELECT COALESCE(MAX(id), 0) FROM reviews) WHERE origin = 'kept';
