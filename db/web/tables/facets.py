"""What a table page counts: its rows, and beside them (its facets) the values of columns.

Facets are counted in one pass over the rows that its filters leave.

Datasette asks for each column by itself, and each time SQLite reads the same rows again: seven columns of a hundred
thousand claims took half a second. With a filter, the first rows are counted. Without one, each column's own index
answers, once for everybody until the database changes.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from db.sqlite import Connection, sqlite3
from db.web import databases
from db.web.http.asgi import Datasette
from db.web.kept_answers import Fresh, KeptAnswers, lag

if TYPE_CHECKING:
    from datasette.database import Database
    from datasette.facets import ColumnFacet

Results = Callable[["ColumnFacet"], Awaitable[tuple[list[Any], list[str]]]]

#: Rows that are counted at a time: what is held of a table in memory.
_ROWS = 5000
#: Values of a column that a page can show.
_MAX_VALUES = 1001
#: Rows that are counted where a filter leaves more. The page says so.
MAX_ROWS = 3_000
#: Rows that a page counts where counting all takes longer than so many milliseconds. It says "more than".
MAX_COUNTED, _COUNTING_MS = 10_000, 40
#: Seconds for which it says so, whatever is written. Then it tries again to count all.
_STAYING = 10
#: Whether a page is made, and not a file or JSON, whose counts are whole.
is_page: ContextVar[bool] = ContextVar("is_page", default=False)
_COUNT = "select count(*) from "
#: What Datasette asks before it lets anybody see a table: up to a hundred times a page.
_SPELLING = "select name from sqlite_master where type in ('table', 'view') and name = ?"
_CURRENT = re.compile(r'( where (?:.* and )?)"current" = :(\w+)')
#: A search without other filters. Datasette lists the numbers of all rows that are found before it reads the first.
_SEARCH = re.compile(
    r"( from (?:claims|sentences) where id in \(select rowid from (\w+) where \2 match escape_fts\(:search\))\)"
    r"( order by id limit \d+| ?)$"
)
_SEARCH_OF_VIEW = re.compile(
    r" from (claims_readable|asserted) where (.*?)id in "
    r"\(select rowid from (\w+) where \3 match escape_fts\(:search\)\)"
)
_HITS = (
    r" from (select rowid as hit from \3 where \3 match escape_fts(:search)) as hits "
    r"cross join \1 on \1.id = hits.hit where \g<2>1"
)
#: Rows in the order of a column that has an index.
_SORTED = re.compile(r" order by (?!id\b)\w+(?: desc)? limit \d+$")
#: What full-text search keeps for itself. Nobody looks at it, and counting it takes longest.
_SHADOWS = ("claims_fts_", "sentences_fts_")


def count_in_one_pass() -> None:
    """Makes Datasette count so for tables of ours, from now on; what it makes of the counts stays its own."""
    from datasette.facets import ColumnFacet

    if not hasattr(ColumnFacet.facet_results, "__wrapped__"):
        ColumnFacet.facet_results = _counting(ColumnFacet.facet_results)


def limit_counts(datasette: Datasette, database: Database) -> None:
    """From now on, rows that the filters of a page leave are counted no further than a reader waits for, and once until
    the database changes, as saved queries are answered."""
    known = databases.of(datasette)
    queries = known.metadata.get("databases", {}).get(database.name, {}).get("queries", {})
    saved = frozenset(query["sql"] for query in queries.values())
    answering = _Answering(database.execute, known.answers, Path(database.path), saved)
    setattr(database, "execute", answering.execute)  # noqa: B010 - mypy knows no such assignment


class _Answering:
    """A database's `execute` that answers again what it knows: `saved` are queries whose answers are kept."""

    def __init__(
        self, execute: Callable[..., Awaitable[Any]], answers: KeptAnswers, path: Path, saved: frozenset[str]
    ) -> None:
        self._execute, self._answers, self._path, self._saved = execute, answers, path, saved

    async def execute(self, sql: str, *given: Any, **named: Any) -> Any:
        if sql.startswith(_SPELLING) or sql in self._saved:
            return await self._once(sql, sql, given, named)
        if not is_page.get():
            return await self._execute(sql, *given, **named)
        query = _bounded(sql, given[0] if given else None)
        if not query.startswith(_COUNT):
            return await self._execute(query, *given, **named)
        return await self._once(sql, query, given, named)

    async def _once(self, sql: str, query: str, given: Sequence[Any], named: dict[str, Any]) -> Any:
        async def look() -> Fresh:
            began = time.monotonic()
            found, is_whole = await self._find(sql, query, given, named)
            if not is_whole:
                return Fresh(found, _STAYING, lasts=False)
            return Fresh(found, lag(time.monotonic() - began) if sql in self._saved else 0)

        return await self._answers.answer((query, repr(given), repr(named)), self._path, look)

    async def _find(self, sql: str, query: str, given: Sequence[Any], named: dict[str, Any]) -> tuple[Any, bool]:
        """What a question finds, and whether it was not given up because it takes long."""
        from datasette.database import QueryInterrupted

        if not query.startswith(_COUNT) or _SEARCH.search(sql):
            return await self._execute(query, *given, **named), True
        is_word = " match " in query
        if not is_word:
            with suppress(QueryInterrupted):
                return await self._execute(query, *given, **{**named, "custom_time_limit": _COUNTING_MS}), True
        some = f"select 1 from {query.removeprefix(_COUNT)} limit {MAX_COUNTED + 1}"  # noqa: S608 - Datasette's own
        return await self._execute(f"{_COUNT}({some})", *given, **named), is_word


def keep_table_counts(datasette: Datasette, database: Database) -> None:
    """From now on, the rows of all tables are counted once until the database changes. (SQLite counts a table in one
    step, so that Datasette's time limit ends nothing.)"""

    async def table_counts(limit: int = 0) -> dict[str, int | None]:  # noqa: ARG001 - Datasette's signature
        names = await database.table_names()
        read = _TableCounts(tuple(name for name in names if not name.startswith(_SHADOWS)))
        known, path = databases.of(datasette), Path(database.path)
        found: dict[str, int | None] = await database.execute_fn(
            lambda connection: known.cached(read, connection, path, lagging=True)
        )
        return found

    setattr(database, "table_counts", table_counts)  # noqa: B010 - mypy knows no such assignment


@dataclass(frozen=True, slots=True)
class _TableCounts:
    """How many rows tables have; None for what cannot be counted."""

    tables: tuple[str, ...]

    def __call__(self, connection: Connection) -> dict[str, int | None]:
        return {table: _count(connection, table) for table in self.tables}


def _count(connection: Connection, table: str) -> int | None:
    from datasette.utils import escape_sqlite

    try:
        return int(connection.execute(f"{_COUNT}{escape_sqlite(table)}").fetchone()[0])
    except sqlite3.DatabaseError:
        return None


def _bounded(sql: str, values: Any) -> str:
    """A search that lists no more rows than a page counts, for a frequent word is found in all; of a view, which leaves
    some of them out, a search that finds one row after the other; and no rows that are sorted or reviewed by the index
    of what is current, which leaves nearly all."""
    found = _SEARCH.sub(rf"\1 order by rowid limit {MAX_COUNTED + 1})\3", sql)
    found = _SEARCH_OF_VIEW.sub(_HITS, found)
    current = _CURRENT.search(found)
    if current is None or not isinstance(values, dict) or values.get(current[2]) != "1":
        return found
    # (An address gives words. A number with a plus before it is no column any more, so it equals no word.)
    plain = _CURRENT.sub(r'\1+"current" = cast(:\2 as integer)', found)
    return plain if _is_reviewed(sql, values) or _SORTED.search(sql) else found


def _is_reviewed(sql: str, values: Any) -> bool:
    return '"status" = ' in sql and isinstance(values, dict) and "unreviewed" not in values.values()


def _counting(alone: Results) -> Results:
    @wraps(alone)
    async def facet_results(facet: ColumnFacet) -> tuple[list[Any], list[str]]:
        columns = [config["config"].get("column") or config["config"].get("simple") for config in facet.get_configs()]
        if facet.database not in databases.of(facet.ds).names or len(columns) < 2 or not _are_names(columns):
            return await alone(facet)
        served = facet.ds
        read = _counts if " where " in facet.sql else _counts_of_all
        facet.ds = cast("Datasette", _CountedDatasette(served, await read(facet, columns)))
        try:
            return await alone(facet)
        finally:
            facet.ds = served

    return facet_results


def _are_names(columns: Sequence[object]) -> bool:
    """Whether an address names them as it should; Datasette says what is wrong."""
    return all(isinstance(column, str) for column in columns)


class _CountedDatasette:
    """A Datasette that has counted already: it answers the questions of the facets, in their order."""

    def __init__(self, served: Datasette, counts: Sequence[Counter[object]] | None) -> None:
        self._served = served
        self._counts = iter(counts) if counts is not None else None

    def __getattr__(self, name: str) -> object:
        return getattr(self._served, name)

    async def execute(self, *_: object, **__: object) -> object:
        from datasette.database import QueryInterrupted, Results

        if self._counts is None:
            raise QueryInterrupted(sqlite3.OperationalError("interrupted"), "", {})
        found = sorted(next(self._counts).items(), key=_by_frequency)
        return Results([{"value": value, "count": count} for value, count in found], False, ())


def _by_frequency(counted: tuple[Any, int]) -> tuple[int, bool, Any]:
    """The most frequent first; of those, numbers before words, as SQLite orders them."""
    value, count = counted
    return -count, isinstance(value, str), value


@dataclass(frozen=True, slots=True)
class _Whole:
    """How often each of the most frequent values of each column of a table is there."""

    table: str
    columns: tuple[str, ...]

    def __call__(self, connection: Connection) -> list[Counter[object]]:
        from datasette.utils import escape_sqlite

        query = "SELECT {0}, COUNT(*) FROM {1} WHERE {0} IS NOT NULL GROUP BY {0} ORDER BY 2 DESC, 1 LIMIT {2}"
        table = escape_sqlite(self.table)
        return [
            Counter(dict(connection.execute(query.format(escape_sqlite(column), table, _MAX_VALUES))))
            for column in self.columns
        ]


async def _counts_of_all(facet: ColumnFacet, columns: Sequence[str]) -> list[Counter[object]]:
    known, served = databases.of(facet.ds), facet.ds.get_database(facet.database)
    whole = _Whole(facet.table, tuple(columns))
    found: list[Counter[object]] = await served.execute_fn(
        lambda connection: known.cached(whole, connection, Path(served.path), lagging=True)
    )
    return found


async def _counts(facet: ColumnFacet, columns: Sequence[str]) -> list[Counter[object]] | None:
    """How often each value of each column is there; None where that takes longer than a page may wait for it."""
    from datasette.utils import escape_sqlite, sqlite_timelimit

    named = ", ".join(map(escape_sqlite, columns))
    rows = _bounded(facet.sql, facet.params) if is_page.get() else facet.sql
    query = f"SELECT {named} FROM ({rows}) LIMIT {MAX_ROWS}"  # noqa: S608 - Datasette's own, with names of columns
    limit = facet.ds.setting("facet_time_limit_ms") * len(columns)  # as long as all of them may take one by one

    def count(connection: Connection) -> list[Counter[object]] | None:
        counts: list[Counter[object]] = [Counter() for _ in columns]
        with databases.bare(connection), sqlite_timelimit(connection, limit):
            try:
                found = connection.execute(query, facet.params)
                while rows := found.fetchmany(_ROWS):
                    for counter, values in zip(counts, zip(*rows, strict=True), strict=True):
                        counter.update(values)
            except sqlite3.OperationalError as error:
                if str(error) != "interrupted":
                    raise
                return None
        for counter in counts:
            del counter[None]
        return counts

    served = facet.ds.get_database(facet.database)

    async def look() -> Fresh:
        found = await served.execute_fn(count)
        return Fresh(found, lasts=found is not None)

    question = query, repr(facet.params)
    found: list[Counter[object]] | None = await databases.of(facet.ds).answers.answer(question, Path(served.path), look)
    return found
