-- 1: its event still holds together by a claim that is to leave; 0: the claim is to come back.
ALTER TABLE waiting_claims ADD COLUMN joined INTEGER NOT NULL DEFAULT 1 CHECK (joined IN (0, 1));
