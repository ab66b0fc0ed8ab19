"""Claims in; rows, statements, reviews, search, exports and the Datasette plugin out."""
