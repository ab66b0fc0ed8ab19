"""Datasette's own table, row and query pages for our tables: columns, cells, facets, CSV."""
