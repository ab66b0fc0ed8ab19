-- What a page of claims counts beside its rows, in one index: without it, each of seven counts reads all rows that the
-- page's filters leave. (Of two indexes that do as well SQLite takes the later one. The rows themselves are to be found
-- by `claims_current`, in their order, so that one is made anew.)
CREATE INDEX claims_facets ON claims (current, mood, polarity, modality, factuality, status, relation_lemma, attributed_to);
DROP INDEX claims_current;
CREATE INDEX claims_current ON claims (current);
