"""The schema's history: small steps, each brings a database from one version to the next.

`PRAGMA user_version` counts the steps that a database has been through. All that are missing run in one
transaction, so that a database is always at a whole version. A step that has been released is never
changed: what it got wrong, a further step mends. Views hold no data and follow the program instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files

from db.facts.updating import rebuild
from db.sqlite import Connection, sqlite3
from db.stories.backfill import backfill
from db.turns import immediate

#: "EXTR": PRAGMA application_id, by which a file is known as ours.
APPLICATION_ID = 0x45585452

Step = Callable[[Connection], None]
STEPS: list[Step] = []


def step(function: Step) -> Step:
    """Makes `function` the next step of the schema's history."""
    STEPS.append(function)
    return function


@step
def record(connection: Connection) -> None:
    """Articles, sentences, claims and what hangs on them; runs and failures."""
    run_script(connection, "schema/0001_record.sql")


@step
def search(connection: Connection) -> None:
    """Full-text indexes over claims and sentences."""
    run_script(connection, "schema/0002_search.sql")


@step
def entities(connection: Connection) -> None:
    """Entities, their names, and the judgements that join or part them."""
    run_script(connection, "schema/0003_entities.sql")


@step
def stories(connection: Connection) -> None:
    """Which articles tell the same story."""
    run_script(connection, "schema/0004_stories.sql")


@step
def facts(connection: Connection) -> None:
    """What claims say in common, what contradicts it and what it became."""
    run_script(connection, "schema/0005_facts.sql")


@step
def attributions(connection: Connection) -> None:
    """What articles report, claims or none."""
    run_script(connection, "schema/0006_attributions.sql")


@step
def reviews(connection: Connection) -> None:
    """The log of what people did to claims, who may, and who is at what."""
    run_script(connection, "schema/0007_reviews.sql")


@step
def calibration(connection: Connection) -> None:
    """What confidence rests on, and what reviews make of it."""
    run_script(connection, "schema/0008_calibration.sql")


@step
def what_is_there(connection: Connection) -> None:
    """Stories and facts of the articles that are there already; of all the columns that those need."""
    backfill(connection)
    rebuild(connection)


@step
def no_leases(connection: Connection) -> None:
    """Who is looking at what is no longer kept here."""
    run_script(connection, "schema/0009_leases.sql")


@step
def chosen_times(connection: Connection) -> None:
    """Where the words of a time stand that a person chose."""
    run_script(connection, "schema/0010_time_spans.sql")


@step
def kept(connection: Connection) -> None:
    """Since when a claim is kept that the latest extraction does not find."""
    run_script(connection, "schema/0011_kept.sql")


#: The version that this program reads and writes.
LATEST = len(STEPS)


def migrate(connection: Connection, to: int | None = None) -> None:
    """Takes the steps that this database lacks (up to version `to`) and brings its views up to date.

    Writes nothing when there is nothing to do. Several processes may call it at once on one file.
    """
    target = len(STEPS) if to is None else to
    if _version(connection) >= target and not _stale_views(connection):
        return
    with immediate(connection):
        for number in range(_version(connection), target):
            STEPS[number](connection)
            connection.execute(f"PRAGMA user_version = {number + 1}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        if target == len(STEPS):
            _refresh_views(connection)


def run_script(connection: Connection, name: str) -> None:
    """Runs the statements of a file of this package inside the transaction that is open.

    (The driver's own `executescript` would commit first.)
    """
    for statement in statements(files("db").joinpath(name).read_text(encoding="utf-8")):
        connection.execute(statement)


def statements(script: str) -> Iterator[str]:
    """The statements of an SQL script, triggers whole."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending.strip()
            pending = ""


def views() -> dict[str, str]:
    """The views of this version: name -> statement, in the order in which they build on each other."""
    folder = files("db").joinpath("views")
    scripts = sorted((entry.name, entry.read_text(encoding="utf-8")) for entry in folder.iterdir())
    created = [_without_comments(script) for name, script in scripts if name.endswith(".sql")]
    return {statement.split(maxsplit=3)[2]: statement for statement in created}


def _version(connection: Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _without_comments(script: str) -> str:
    """As SQLite keeps it: from CREATE on, without the semicolon."""
    return script[script.index("CREATE VIEW") :].strip().rstrip(";")


def _stale_views(connection: Connection) -> dict[str, str]:
    stored = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'"))
    return {name: statement for name, statement in views().items() if stored.get(name) != statement}


def _refresh_views(connection: Connection) -> None:
    for name, statement in _stale_views(connection).items():
        connection.execute(f"DROP VIEW IF EXISTS {name}")
        connection.execute(statement)
