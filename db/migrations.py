"""The schema's history: small steps, each brings a database from one version to the next.

`PRAGMA user_version` counts the steps that a database has been through. All that are missing run in one
transaction, so that a database is always at a whole version. A step that has been released is never
changed: what it got wrong, a further step mends, and it calls nothing of today's program. Columns of claims (see
`db.claim_columns`) and views follow the program instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files

from db import chain, claim_columns
from db.copies.clusters import backfill
from db.events.joining import rebuild as rejoin
from db.reviews.rereading import reread_all
from db.scripts import run_script, statements
from db.sqlite import Connection
from db.statements.maintenance import rebuild as restate
from db.statements.own_words import mark as mark_own_words
from db.tracking import relink
from db.turns import immediate

#: "EXTR": PRAGMA application_id, by which a file is known as ours.
APPLICATION_ID = 0x45585452

Step = Callable[[Connection], None]
Work = Callable[[Connection], object]
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
    """Copy clusters and statements of the articles that are there already: see `_AFTERWARDS`."""


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


@step
def problems(connection: Connection) -> None:
    """What broke at a sentence."""
    run_script(connection, "schema/0012_problems.sql")


@step
def log_hashes(connection: Connection) -> None:
    """A chain of hashes through what people decided, and no entry of it can be replaced: see `_AFTERWARDS`."""
    run_script(connection, "schema/0013_log_hashes.sql")


@step
def statements_and_outlets(connection: Connection) -> None:
    """Facts are called statements, publishers outlets, stories copy clusters; kinds of findings are listed nowhere."""
    with _views_aside(connection):
        run_script(connection, "schema/0014_statements.sql")


@step
def events(connection: Connection) -> None:
    """What happened once, that claims of several articles are about; statements that nobody asserts in his own voice
    stand as attributed: see `_AFTERWARDS`."""
    with _views_aside(connection):
        run_script(connection, "schema/0015_events.sql")


@step
def paraphrases(connection: Connection) -> None:
    """Which claims of similar articles say the same in other words: see `_AFTERWARDS`."""
    run_script(connection, "schema/0016_paraphrases.sql")


@step
def review_plan(connection: Connection) -> None:
    """Claims can be flagged, articles assigned to people, and the share of second readings set."""
    connection.execute("PRAGMA defer_foreign_keys = ON")  # items of reviews stay while their table is made anew
    run_script(connection, "schema/0017_review_plan.sql")


@step
def cases(connection: Connection) -> None:
    """Case folders."""
    run_script(connection, "schema/0018_cases.sql")


@step
def audit(connection: Connection) -> None:
    """What administrators did."""
    run_script(connection, "schema/0019_audit.sql")


@step
def name_links(connection: Connection) -> None:
    """Which names are short for another: see `_AFTERWARDS`."""
    run_script(connection, "schema/0020_name_links.sql")


@step
def event_judgements(connection: Connection) -> None:
    """Which claims people say are about one event."""
    run_script(connection, "schema/0021_event_judgements.sql")


@step
def statements_most(connection: Connection) -> None:
    """An index of statements in the order of their lists."""
    run_script(connection, "schema/0022_statements_most.sql")


@step
def name_letters(connection: Connection) -> None:
    """The letters that names may be abbreviated to: see `_AFTERWARDS`."""
    run_script(connection, "schema/0023_name_letters.sql")


@step
def topic_names(connection: Connection) -> None:
    """The names by which articles on alike occurrences are told apart: see `_AFTERWARDS`."""
    run_script(connection, "schema/0024_topic_names.sql")


@step
def disputes(connection: Connection) -> None:
    """Accusations and denials: see `_AFTERWARDS`."""
    run_script(connection, "schema/0025_disputes.sql")


@step
def page_indexes(connection: Connection) -> None:
    """What pages of large databases read along."""
    run_script(connection, "schema/0026_page_indexes.sql")


@step
def current_claims(connection: Connection) -> None:
    """Indexes of the current claims about names."""
    run_script(connection, "schema/0027_current_claims.sql")


@step
def statement_judgements(connection: Connection) -> None:
    """Which claims people say say the same, and which do not."""
    run_script(connection, "schema/0030_statement_judgements.sql")


@step
def main_names(connection: Connection) -> None:
    """What each article names again and again, which tells alike events apart."""
    run_script(connection, "schema/0031_main_names.sql")


@step
def statements_in_passing(connection: Connection) -> None:
    """Which statements are titles and the like, last in the order of lists."""
    run_script(connection, "schema/0038_statements_in_passing.sql")


@step
def close_articles(connection: Connection) -> None:
    """Which similar articles have many words in common. Short ones are similar by fewer words now."""
    run_script(connection, "schema/0034_close_articles.sql")


@step
def fewer_words(connection: Connection) -> None:
    """Claims say the same that leave an argument out or count the same: see `_AFTERWARDS`."""


@step
def own_words(connection: Connection) -> None:
    """Contradictions stay that are found without what counts there by another's words: see `_AFTERWARDS`."""


@step
def statements_newest(connection: Connection) -> None:
    """Of statements in as many articles, the newest is listed first. Names, events and statements follow further rules:
    see `_AFTERWARDS`."""
    run_script(connection, "schema/0043_statements_newest.sql")


@step
def days_of_statements(connection: Connection) -> None:
    """Both days of a statement are in the index by which the newest are found (an interrupted merge may lack it)."""
    run_script(connection, "schema/0048_days_of_statements.sql")
    _no_longer_waits(connection, "statements_last_seen")


@step
def counts_of_names_and_outlets(connection: Connection) -> None:
    """What is counted of a name and of an outlet stands in an index."""
    run_script(connection, "schema/0049_counts_of_names_and_outlets.sql")
    _no_longer_waits(connection, "claims_subject_current", "claims_object_current")


def _no_longer_waits(connection: Connection, *indexes: str) -> None:
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'deferred_indexes'").fetchone():
        connection.executemany("DELETE FROM deferred_indexes WHERE name = ?", [(name,) for name in indexes])


@step
def kindred_verbs(connection: Connection) -> None:
    """More verbs tell of one event, where who takes part and the day agree: see `_AFTERWARDS`."""


@step
def participles_in_passing(connection: Connection) -> None:
    """Which statements are told by a participle only, last in the order of lists."""
    run_script(connection, "schema/0050_participles_in_passing.sql")


@step
def full_names(connection: Connection) -> None:
    """Statements about a person are one whether articles use the full name or the last: see `_AFTERWARDS`."""


@step
def told_apart(connection: Connection) -> None:
    """What bare nouns tell of on other days is another event and another statement: see `_AFTERWARDS`."""


@step
def waiting_claims(connection: Connection) -> None:
    """Rejected claims wait to leave their events."""
    run_script(connection, "schema/0055_waiting_claims.sql")


@step
def other_things(connection: Connection) -> None:
    """What is over is not what is still to come; other things and people part events: see `_AFTERWARDS`."""


@step
def words_of_their_own(connection: Connection) -> None:
    """Claims that count by others' words are marked (see `_AFTERWARDS`), and indexes have what pages show first."""
    run_script(connection, "schema/0056_statements_of_pages.sql")
    if "own" not in {row[1] for row in connection.execute("PRAGMA table_info(statement_claims)")}:
        connection.execute(
            "ALTER TABLE statement_claims ADD COLUMN own INTEGER NOT NULL DEFAULT 1 CHECK (own IN (0, 1))"
        )


@step
def claims_that_come_back(connection: Connection) -> None:
    """Claims whose rejection is taken back wait to come back to their events."""
    run_script(connection, "schema/0057_claims_that_come_back.sql")


@step
def names_behind_pronouns(connection: Connection) -> None:
    """Statements name who a pronoun inside an argument is: see `_AFTERWARDS`."""


@step
def counts_of_outlets(connection: Connection) -> None:
    """Outlets are counted in an index; one that nothing reads goes."""
    run_script(connection, "schema/0058_counts_of_outlets.sql")
    _no_longer_waits(connection, "claims_rule_waiting")


@step
def sources_by_full_name(connection: Connection) -> None:
    """More sources are known by their names, and what articles state is shown in their words: see `_AFTERWARDS`."""


#: Makes copy clusters, name links, events and statements anew.
_DERIVING: tuple[Work, ...] = (backfill, relink)
#: Parts of `relink`, for steps that change no names.
_EVENTS: tuple[Work, ...] = (rejoin, restate)
#: Steps after which something is made of what is there: not by the step, for today's program needs today's columns, but
#: once, when all steps are taken.
_AFTERWARDS: dict[Step, tuple[Work, ...]] = {
    what_is_there: _DERIVING,
    log_hashes: (chain.begin,),
    paraphrases: _DERIVING,
    name_links: _DERIVING,
    name_letters: (relink,),
    topic_names: _EVENTS,
    disputes: (restate,),
    main_names: (relink,),
    close_articles: (reread_all, *_EVENTS),
    fewer_words: (reread_all, *_EVENTS),
    own_words: (restate,),
    statements_newest: (reread_all, relink),
    kindred_verbs: (relink,),
    full_names: _EVENTS,
    told_apart: (relink,),
    other_things: (relink,),
    words_of_their_own: (mark_own_words,),
    names_behind_pronouns: (relink,),
    sources_by_full_name: (relink,),
}

#: The version that this program reads and writes.
LATEST = len(STEPS)


def migrate(connection: Connection, to: int | None = None) -> None:
    """Takes the steps that this database lacks (up to version `to`) and brings its views up to date.

    Writes nothing when there is nothing to do. Several processes may call it at once on one file.
    """
    target = len(STEPS) if to is None else to
    if _is_current(connection, target):
        return
    with immediate(connection):
        taken = STEPS[_version(connection) : target]
        for number, function in enumerate(taken, _version(connection) + 1):
            function(connection)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        if target == len(STEPS):
            _follow_the_program(connection, [work for function in taken for work in _AFTERWARDS.get(function, ())])


def _is_current(connection: Connection, target: int) -> bool:
    """Whether there is nothing to migrate."""
    if _version(connection) < target:
        return False
    return target < len(STEPS) or not (
        _stale_views(connection) or _lost_triggers(connection) or not claim_columns.is_complete(connection)
    )


def _follow_the_program(connection: Connection, works: Iterable[Work]) -> None:
    """What comes after all steps, for it follows from the program and not from its history; `works`: of steps taken."""
    added = claim_columns.complete(connection)
    if "phrases" in added:
        reread_all(connection)
    if "phrases" in added or "source_who" in added:
        works = (*_DERIVING, *works)
    _index_events(connection)
    _restore_triggers(connection)
    _refresh_views(connection)
    wanted = dict.fromkeys(works)
    for work in wanted:
        if relink not in wanted or work not in _EVENTS:
            work(connection)


def _index_events(connection: Connection) -> None:
    """Of which event the claims of a statement are, and when and where an event's claims say that it was."""
    columns = {
        "claims_statement_event": "statement, event, current",
        "claims_event_told": "event, article, valid_from, valid_to, current",
    }
    for name, of in columns.items():
        connection.execute(f"CREATE INDEX IF NOT EXISTS {name} ON claims ({of}) WHERE event IS NOT NULL")


_VIEWS_WITH_TRIGGERS = """
SELECT type, name, sql FROM sqlite_master WHERE type = 'view'
UNION ALL SELECT type, name, sql FROM sqlite_master
WHERE type = 'trigger' AND tbl_name IN (SELECT name FROM sqlite_master WHERE type = 'view')
"""


@contextmanager
def _views_aside(connection: Connection) -> Iterator[None]:
    """Takes all views away and puts them back: SQLite renames no column while a view mentions it in a way that it
    cannot follow. A view of a user's own that mentions an old name stays as it is."""
    found = connection.execute(_VIEWS_WITH_TRIGGERS).fetchall()
    for kind, name, _ in found:
        if kind == "view":
            connection.execute(f'DROP VIEW "{name}"')
    yield
    for _, name, sql in found:
        if name != "stories":  # called copy_clusters from now on
            connection.execute(sql)


def views() -> dict[str, str]:
    """The views of this version: name -> statement, in the order in which they build on each other."""
    folder = files("db").joinpath("views")
    scripts = sorted((entry.name, entry.read_text(encoding="utf-8")) for entry in folder.iterdir())
    created = [_without_comments(script) for name, script in scripts if name.endswith(".sql")]
    return {statement.split(maxsplit=3)[2]: statement for statement in created}


@cache
def triggers() -> dict[str, str]:
    """The triggers that the schema's history leaves: name -> statement. (Those of claims: `db.claim_columns`.)"""
    found: dict[str, str] = {}
    scripts = sorted(files("db").joinpath("schema").iterdir(), key=lambda entry: entry.name)
    for statement in (one for entry in scripts for one in statements(entry.read_text(encoding="utf-8"))):
        match = re.search(r"^(CREATE|DROP) TRIGGER (?:IF EXISTS )?(\w+)", statement, re.M)
        if match and match[1] == "CREATE":
            found[match[2]] = statement[match.start() :]
        elif match:
            found.pop(match[2], None)
    return {name: statement for name, statement in found.items() if not name.startswith("claims_")}


def _lost_triggers(connection: Connection) -> dict[str, str]:
    """Those that a tool has dropped with a table that it made anew."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    return {name: statement for name, statement in triggers().items() if name not in there}


def _restore_triggers(connection: Connection) -> None:
    lost = _lost_triggers(connection)
    for statement in lost.values():
        connection.execute(statement)
    if any(name.startswith("sentences_fts") for name in lost):
        connection.execute("INSERT INTO sentences_fts (sentences_fts) VALUES ('rebuild')")


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
