-- Reviews: what people did to claims, in the order they did it. Nothing in the log is ever changed or taken out;
-- an undo is a further row. What claims are now follows from it, and what the machine said is in the
-- first `before` of a claim.
CREATE TABLE reviews (
  id INTEGER PRIMARY KEY,
  action TEXT NOT NULL CHECK (
    action IN ('accept', 'reject', 'edit', 'split', 'add', 'note', 'dispute', 'settle', 'undo')),
  who TEXT NOT NULL,
  "at" TEXT NOT NULL,
  reason TEXT,
  note TEXT,
  undoes INTEGER UNIQUE REFERENCES reviews (id),
  claims INTEGER NOT NULL CHECK (claims >= 1)
) STRICT;
CREATE INDEX reviews_who ON reviews (who);
CREATE INDEX reviews_action ON reviews (action);

-- One row for each claim that a review is about, by the claim's key, so that it outlives the claim.
-- `before` and `after`: columns of the claim with their values, those that the review changed (JSON);
-- NULL where there was or is no such claim. `opinion`: of a second reader, who sees nothing of the first.
CREATE TABLE review_items (
  id INTEGER PRIMARY KEY,
  review INTEGER NOT NULL REFERENCES reviews (id),
  claim TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  opinion INTEGER NOT NULL DEFAULT 0 CHECK (opinion IN (0, 1)),
  before TEXT CHECK (json_valid(before)),
  after TEXT CHECK (json_valid(after)),
  UNIQUE (review, claim, text_hash, opinion)
) STRICT;
CREATE INDEX review_items_claim ON review_items (claim);
CREATE INDEX review_items_text ON review_items (text_hash);

CREATE TRIGGER reviews_stay BEFORE UPDATE ON reviews BEGIN
  SELECT RAISE(ABORT, 'the review log is append-only');
END;
CREATE TRIGGER reviews_remain BEFORE DELETE ON reviews BEGIN
  SELECT RAISE(ABORT, 'the review log is append-only');
END;
CREATE TRIGGER review_items_stay BEFORE UPDATE ON review_items BEGIN
  SELECT RAISE(ABORT, 'the review log is append-only');
END;
CREATE TRIGGER review_items_remain BEFORE DELETE ON review_items BEGIN
  SELECT RAISE(ABORT, 'the review log is append-only');
END;

-- `version` counts the reviews that changed a claim: whoever decides says which version was seen. `origin`:
-- who found it; `kept`: an earlier extraction, and a person approved it, but the latest does not find it.
ALTER TABLE claims ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claims ADD COLUMN origin TEXT NOT NULL DEFAULT 'machine'
  CHECK (origin IN ('machine', 'person', 'kept'));
CREATE INDEX claims_reviewed ON claims (article, status) WHERE status <> 'unreviewed';
CREATE INDEX claims_waiting ON claims (confidence, id) WHERE current = 1 AND status = 'unreviewed';

-- Who is looking at a claim until when (seconds since 1970), so that two do not meet on one.
CREATE TABLE leases (
  claim TEXT PRIMARY KEY,
  who TEXT NOT NULL,
  until REAL NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX leases_who ON leases (who);
CREATE INDEX leases_until ON leases (until);
