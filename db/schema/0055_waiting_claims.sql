-- Rejected claims whose events and paraphrases are still to be put right, with those that they were in.
CREATE TABLE IF NOT EXISTS waiting_claims (
  claim INTEGER PRIMARY KEY REFERENCES claims (id) ON DELETE CASCADE,
  event TEXT,
  leader TEXT
) STRICT;
