"""Which of a Datasette's databases are ours, metadata.yml's words for them, and reading and writing in them."""

from __future__ import annotations

import copy
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import yaml

from db.migrations import APPLICATION_ID
from db.reviews.decisions import ConflictError, RefusedError
from db.reviews.leases import Leases
from db.sqlite import Connection
from db.turns import immediate
from db.web import flushing, served_files
from db.web.http.asgi import Datasette
from db.web.kept_answers import KeptAnswers, State, lag, state_of
from extract.errors import ReadOnlyDatabaseError

T = TypeVar("T")
_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

#: Shipped in the wheel; `metadata.yml` beside the packages is a link to it.
METADATA = Path(__file__).resolve().parent.parent / "metadata.yml"
#: The name that metadata.yml files our tables under.
FILED_UNDER = "claims"

Reader = Callable[[Connection], Any]


@dataclass(slots=True)
class Databases:
    """The names of our databases in one Datasette and the metadata for them, and the same without words (`rules`). Of
    the first one: who is looking at which claim, and what takes time to read."""

    names: tuple[str, ...] = ()
    metadata: dict[str, Any] = field(default_factory=dict)
    rules: dict[str, Any] = field(default_factory=dict)
    leases: Leases = field(default_factory=Leases)
    answers: KeptAnswers = field(default_factory=KeptAnswers)

    def cached(
        self,
        read: Callable[[Connection], T],
        connection: Connection,
        path: Path,
        *,
        lagging: bool = False,
        state: State | None = None,
        least: float = 0,
    ) -> T:
        """What `read` finds, read again when the database's file `path`, or the log beside it, has changed, or only
        when `state` has. What may be `lagging` and takes long to read is read again after a while only: it would slow
        each page while others write. What is read in less than `least` seconds is not kept."""
        state = state_of(path) if state is None else state
        if (known := self.answers.find(read, path, state)) is None:
            if not least:
                connection.set_progress_handler(None, 0)  # no time limit (`query_limits`): read once for everybody
            began = time.monotonic()
            found = read(connection)
            taken = time.monotonic() - began
            if taken >= least:
                self.answers.keep(read, path, state, found, lag(taken) if lagging else 0)
            return found
        kept: T = known.found
        return kept


_registered: WeakKeyDictionary[Datasette, Databases] = WeakKeyDictionary()


def of(datasette: Datasette) -> Databases:
    """What `register` found; nothing before it was called."""
    return _registered.get(datasette) or Databases()


async def register(datasette: Datasette) -> Databases:
    """Looks at each database once, at start."""
    ours = [name for name, database in datasette.databases.items() if await database.execute_fn(is_ours)]
    _registered[datasette] = found = Databases(tuple(ours), *_metadata_and_rules(ours))
    return found


def is_ours(connection: Connection) -> bool:
    """Whether a connection's database was made by this program."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    return bool(application == APPLICATION_ID)


def _metadata_and_rules(names: list[str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What Datasette shows of our tables, and the same without the words. For each table of a page it copies all of
    what it looks for permissions in."""
    whole = metadata_for(names) if names else {}
    without = ("queries", "tables")
    rules = {
        name: {key: value for key, value in found.items() if key not in without}
        | {"tables": {table: about for table, whole in found.get("tables", {}).items() if (about := _rules_of(whole))}}
        for name, found in whole.get("databases", {}).items()
    }
    return whole, copy.deepcopy({**whole, "databases": rules})


def _rules_of(about: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in about.items() if key == "facet_size" or key.startswith("allow")}


def metadata_for(names: list[str]) -> dict[str, Any]:
    """metadata.yml with our tables filed under each of these names.

    Datasette writes into what it is given, so nothing is shared between names.
    """
    known = copy.deepcopy(_metadata())
    filed = known["databases"][FILED_UNDER]
    return {**known, "databases": {name: copy.deepcopy(filed) for name in names}}


@cache
def _metadata() -> dict[str, Any]:
    """metadata.yml, read once: without libyaml that takes a fifth of a second."""
    found: dict[str, Any] = _Loader(METADATA.read_text(encoding="utf-8")).get_single_data()
    return found


def database(datasette: Datasette) -> Any:
    """The first of our databases: the one that reviewing is about."""
    return datasette.get_database(of(datasette).names[0])


async def read(datasette: Datasette, work: Callable[[Connection], T]) -> T:
    def looking(connection: Connection) -> T:
        with bare(connection):
            return work(connection)

    found: T = await database(datasette).execute_fn(looking)
    return found


async def write(datasette: Datasette, work: Callable[[Connection], T]) -> T:
    """Does `work` in one transaction.

    What is refused comes back as a value and is raised here, for Datasette prints what a write raises. Raises a
    DatabaseError where nothing can be stored.
    """

    served = database(datasette)
    path = Path(served.path)
    if not served.is_mutable:
        raise ReadOnlyDatabaseError(f"The database {path} is open for reading only.")

    def locked(connection: Connection) -> T | RefusedError | ConflictError:
        for setting in _WRITING:
            connection.execute(f"PRAGMA {setting}")
        try:
            with bare(connection), immediate(connection, urgent=path):
                done = work(connection)
                served_files.check(datasette)  # a file may go while one waits for the lock
        except (RefusedError, ConflictError) as error:
            return error
        flushing.soon(path)
        served_files.check(datasette)  # or while it was stored
        return done

    result: T | RefusedError | ConflictError = await served.execute_write_fn(locked)
    if isinstance(result, RefusedError | ConflictError):
        raise result
    return result


#: Decisions are flushed to the disk after the answer, so that nobody waits for it. A checkpoint comes later than that
#: of an ingest (8,000 pages): at Datasette's own 1,000, a decision would wait for the pages that the ingest wrote.
_WRITING = ("synchronous = NORMAL", "wal_autocheckpoint = 16000")


@contextmanager
def bare(connection: Connection) -> Iterator[None]:
    """Rows as tuples and text as it is. Datasette makes of each row an object that cannot be sorted, and calls a
    function of Python for each text; its own pages count on both."""
    kept = connection.row_factory, connection.text_factory
    connection.row_factory, connection.text_factory = None, str
    try:
        yield
    finally:
        connection.row_factory, connection.text_factory = kept


@contextmanager
def plain_text(connection: Connection) -> Iterator[None]:
    """Text as it is, in rows that are looked up by name: a long article has 15,000 texts."""
    kept, connection.text_factory = connection.text_factory, str
    try:
        yield
    finally:
        connection.text_factory = kept
