"""Formats of `extract export`: a module of this package registers its own, an installed package adds more.

A package names a `Format` in the entry point group `extract.exports`; it is then a command, `extract export NAME`,
with the filters, the count and the manifest that the others have (docs/extending.md).
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from itertools import islice
from pathlib import Path
from typing import Any

from db.export.filters import Filters
from db.export.queries import BATCH, batches, count
from db.sqlite import Connection, by_column
from extract.errors import InputError

GROUP = "extract.exports"

#: The rows to write, some at a time, each row once; of claims, rows are `db.export.queries.Exported`.
Batches = Iterator[list[Any]]


@dataclass(frozen=True, slots=True)
class Format:
    """What is exported and how. `summary` is the command's help and `noun` names the rows.

    `encode` gets all batches and gives the bytes of the file, also where there are no rows. `count` says how many
    rows there are, found another way than by reading them. `of_claims`: filters of claims apply, not only those of
    articles.
    """

    name: str
    summary: str
    encode: Callable[[Batches], Iterator[bytes]]
    noun: str = "claims"
    count: Callable[[Connection, Filters], int] = count
    batches: Callable[[Connection, Filters], Batches] = batches
    of_claims: bool = True


_FORMATS: dict[str, Format] = {}


def register(form: Format) -> Format:
    """Makes `form` known by its name. Raises InputError where the name is taken."""
    if _FORMATS.setdefault(form.name, form) is not form:
        raise InputError(f"Two exports are called {form.name!r}. Remove one of the packages that add it.")
    return form


@cache
def _load() -> None:
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        import_module(f"db.export.{module.name}")
    for point in entry_points(group=GROUP):
        form = point.load()
        if not isinstance(form, Format):
            raise InputError(f"The entry point {point.name!r} in {GROUP} is not a db.export.Format.")
        register(form)


def find_formats() -> dict[str, Format]:
    """Every format by its name: those of this program, then those of installed packages."""
    _load()
    return dict(_FORMATS)


def of_articles(
    name: str, summary: str, query: str, table: str, encode: Callable[[Batches], Iterator[bytes]], size: int = BATCH
) -> Format:
    """The format of what articles hold beside claims: the rows of `query`, which there are as many of as in `table`.

    The query has a place for the condition, `{where}`. `size` rows are read at a time.
    """

    def count(connection: Connection, filters: Filters) -> int:
        where, values = filters.where(connection, "articles")
        return int(connection.execute(f"SELECT COUNT(*) FROM {table} WHERE {where}", values).fetchone()[0])  # noqa: S608

    def batches(connection: Connection, filters: Filters) -> Batches:
        where, values = filters.where(connection, "articles")
        found = by_column(connection.execute(query.format(where=where), values))
        while rows := list(islice(found, size)):
            yield rows

    return Format(name, summary, encode, name, count, batches, of_claims=False)


def by_batch(encode: Callable[[Iterable[Any]], bytes], head: bytes = b"") -> Callable[[Batches], Iterator[bytes]]:
    """The `encode` of a format whose file is `head` and then the bytes of each batch."""

    def encoded(found: Batches) -> Iterator[bytes]:
        yield head
        yield from map(encode, found)

    return encoded
