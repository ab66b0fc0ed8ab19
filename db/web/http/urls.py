"""The addresses of pages."""

from __future__ import annotations

from urllib.parse import urlencode

from db.web import databases
from db.web.http.asgi import Datasette


def article(datasette: Datasette, database: str, number: int, claim: str | None = None) -> str:
    """An article's page, at a claim if its key is given."""
    return _page(datasette, database, "article", number) + (f"#{claim}" if claim else "")


def claim(datasette: Datasette, database: str, key: str) -> str:
    """A claim's lasting address."""
    return _page(datasette, database, "claim", key)


def history(datasette: Datasette, key: str) -> str:
    """What the machine said of a claim and people made of it."""
    return str(datasette.urls.path(f"/-/review/history/{key}"))


def statement(datasette: Datasette, database: str, key: str | int) -> str:
    """A statement's page, by its key or (leading there) its row id."""
    return _page(datasette, database, "statement", key)


def entity(datasette: Datasette, database: str, key: str | int) -> str:
    """An entity's page, by its key or (leading there) its row id."""
    return _page(datasette, database, "entity", key)


def event(datasette: Datasette, database: str, key: str) -> str:
    """An event's page, by its key."""
    return _page(datasette, database, "event", key)


def _page(datasette: Datasette, database: str, kind: str, name: str | int) -> str:
    """A page of our own. The first of our databases needs no name."""
    first = databases.of(datasette).names[:1] == (database,)
    named = "" if first else f"{_encoded(database)}/"
    return str(datasette.urls.path(f"/-/{kind}/{named}{name}"))


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
