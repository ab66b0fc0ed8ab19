-- Outlets of current articles, without the rows. What waits of a rule is counted in claim_counts.
CREATE INDEX IF NOT EXISTS articles_outlet_current ON articles (outlet) WHERE current = 1;
DROP INDEX IF EXISTS claims_rule_waiting;
