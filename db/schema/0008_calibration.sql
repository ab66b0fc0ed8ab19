-- What the confidence of claims rests on: short phrases that are true or false of a claim ("the object is next to the
-- verb"), and what each weighs (log-odds). `shipped` is the program's weight when it was first met; `weight` is what
-- reviews have made of it (`extract calibrate`), the same until then.
CREATE TABLE features (
  id INTEGER PRIMARY KEY,
  words TEXT NOT NULL UNIQUE,
  shipped REAL NOT NULL,
  weight REAL NOT NULL
) STRICT;

-- The features of a claim, by number, with spaces between.
ALTER TABLE claims ADD COLUMN features TEXT;

-- When confidences were made anew, from how many reviews, and how good they were before and after (JSON).
CREATE TABLE calibrations (
  id INTEGER PRIMARY KEY,
  "at" TEXT NOT NULL,
  who TEXT NOT NULL,
  reviews INTEGER NOT NULL,
  before TEXT NOT NULL CHECK (json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after)),
  weights TEXT NOT NULL CHECK (json_valid(weights))
) STRICT;
