"""Claims in; rows, facts, reviews, search, exports and the Datasette plugin out."""
