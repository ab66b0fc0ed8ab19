-- What pages of a million claims read, without the rows: in which articles a name stands, what waits of a rule, what became of
-- the sentences of an article. (Indexes of events: db/migrations.py, once claims have that column.)
CREATE INDEX mentions_named ON mentions (who, article) WHERE kind = 'name';
CREATE INDEX claims_rule_waiting ON claims (rule) WHERE current = 1 AND status = 'unreviewed';
CREATE INDEX sentences_outcomes ON sentences (article, kind, outcome);
