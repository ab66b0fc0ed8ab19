-- The first letters of an entity's words, where it has several and is no person: "amd" of Advanced Micro Devices.
ALTER TABLE entities ADD COLUMN letters TEXT;
CREATE INDEX entities_letters ON entities (letters) WHERE letters IS NOT NULL;
