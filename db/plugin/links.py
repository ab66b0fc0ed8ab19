"""Addresses within one Datasette."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from db.plugin import sites

if TYPE_CHECKING:
    from datasette.app import Datasette


def article(datasette: Datasette, database: str, number: int, claim: str | None = None) -> str:
    """An article's page, at a claim if its key is given. The first of our databases needs no name."""
    first = sites.of(datasette).databases[:1] == (database,)
    name = "" if first else f"{_encoded(database)}/"
    return str(datasette.urls.path(f"/-/article/{name}{number}")) + (f"#{claim}" if claim else "")


def row(datasette: Datasette, database: str, table_name: str, number: int) -> str:
    return f"{datasette.urls.table(database, table_name)}/{number}"


def table(datasette: Datasette, database: str, table_name: str, **filters: str | int) -> str:
    """A table's page, filtered to exact values."""
    query = urlencode(filters)
    return str(datasette.urls.table(database, table_name)) + (f"?{query}" if query else "")


def query(datasette: Datasette, database: str, name: str) -> str:
    return str(datasette.urls.query(database, name))


def _encoded(database: str) -> str:
    from datasette.utils import tilde_encode

    encoded: str = tilde_encode(database)
    return encoded
