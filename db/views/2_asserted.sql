-- What articles themselves state as fact: nothing negated, hedged, conditional, reported or quoted (law 2).
CREATE VIEW asserted AS
SELECT * FROM claims_readable
WHERE factuality = 'CT+' AND attribution IS NULL;
