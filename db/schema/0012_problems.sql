-- What broke in this program at a sentence, and where: it was left out (outcome "error"), or read without repairs.
ALTER TABLE sentences ADD COLUMN problem TEXT;
