"""Statements follow claims: an article comes or goes, entities or copy clusters are joined or parted, all is made anew.

Statements, contradictions and changes are a function of the set of current claims. What is done here for one article
costs as much as that article's claims and what they touch; `rebuild` gives the same for the whole database.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager, nullcontext
from types import MappingProxyType
from typing import NamedTuple

from db.claims import clear_statements
from db.events.paraphrases import counted, leaves_out, name_others
from db.sqlite import Connection
from db.statements import findings, judged_places, partition
from db.statements.article_claims import read_articles
from db.statements.counted import ArticleClaims, Counted, behind, elsewhere
from db.statements.foreseeing import Stored
from db.statements.ledger import Entry, Ledger
from db.statements.partition import Place, beside, profile_of_row
from db.steps import tell
from db.turns import immediate
from extract.english.forms import Amount

_ENTRIES = """
SELECT f.* FROM json_each(?) AS k CROSS JOIN claims AS c ON c.article = k.value
CROSS JOIN statement_claims AS f ON f.claim = c.id ORDER BY f.claim
"""
_OF_CLAIMS = "SELECT * FROM statement_claims WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY claim"
#: Claims of these articles that say what another says, and which; where the leader counts, if it does by now.
_LED = """
SELECT p.claim, l.claim, p.leader, c.phrases, w.phrases,
  h.bucket, h.since, h.until, h.seen, h.whereabouts, h.low, h.high, h.unit, h.exact
FROM json_each(?) AS k CROSS JOIN claims AS c ON c.article = k.value CROSS JOIN paraphrases AS p ON p.claim = c.id
CROSS JOIN paraphrases AS l ON l.leader = p.leader AND l.leads = 1
CROSS JOIN claims AS w ON w.id = l.claim
LEFT JOIN statement_claims AS f ON f.claim = l.claim LEFT JOIN statement_profiles AS h ON h.id = f.profile
WHERE p.leads = 0
"""
_FOLLOWERS = """
SELECT DISTINCT c.article FROM json_each(?) AS k CROSS JOIN paraphrases AS l ON l.claim = k.value AND l.leads = 1
CROSS JOIN paraphrases AS p ON p.leader = l.leader AND p.leads = 0 CROSS JOIN claims AS c ON c.id = p.claim
"""
_BUCKETS = "SELECT id, bucket FROM statement_profiles WHERE id IN (SELECT value FROM json_each(?))"


def add(connection: Connection, articles: Iterable[int], foreseen: Mapping[int, Stored] = MappingProxyType({})) -> None:
    """Puts the claims of these articles (row ids) to statements, or puts right what has changed for them.

    Inside the transaction that is open, once the articles' claims, entities and copy clusters are in. `foreseen` has
    what workers made of those that came just now.
    """
    _bring(connection, set(articles), foreseen)


def remove(connection: Connection, articles: Iterable[int]) -> None:
    """Takes the claims of these articles (row ids) from their statements, whatever they are now."""
    given = set(articles)
    entries = _entries(connection, given)
    _exchange(connection, entries, [])
    _bring(connection, judged_places.leave(connection, [entry.claim for entry in entries]) - given)


def withdraw(connection: Connection, claims: Iterable[int]) -> None:
    """Takes claims (row ids) from their statements that were rejected: what others of their articles say stays."""
    gone = set(claims)
    there = connection.execute(_OF_CLAIMS, (json.dumps(sorted(gone)),)).fetchall()
    _exchange(connection, [Entry(*row) for row in there], [])
    _bring(connection, judged_places.leave(connection, gone))


def refresh(connection: Connection, claims: Iterable[int]) -> None:
    """Puts claims (row ids) to statements anew whose entities, copy cluster or review changed, with the others of their
    articles: what a bare noun means depends on these."""
    query = "SELECT DISTINCT article FROM claims WHERE id IN (SELECT value FROM json_each(?))"
    add(connection, [article for (article,) in connection.execute(query, (json.dumps(sorted(claims)),))])


def rebuild(connection: Connection, batch: int = 200) -> None:
    """Makes all statements anew from the current claims. What people said of statements and contradictions stays."""
    clear_statements(connection)
    judged_places.clear(connection)
    connection.execute("UPDATE statements SET superseded_by = NULL")
    for table in (
        "contradictions",
        "changes",
        "statement_counts",
        "statement_sides",
        "statement_marks",
        "statement_claims",
        "statement_profiles",
        "statements",
    ):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608
    articles = [row[0] for row in connection.execute("SELECT id FROM articles WHERE current = 1 ORDER BY id")]
    for start in range(0, len(articles), batch):
        tell("Statements", start, len(articles))
        _bring(connection, set(articles[start : start + batch]))


class Said(NamedTuple):
    """A claim that goes in: its article, where it counts, and a digest of what its entry depends on. `lends`: it gives
    a statement that people split off what this takes over."""

    article: ArticleClaims
    counted: Counted
    place: Place
    digest: str
    lends: bool

    @property
    def claim(self) -> int:
        return self.counted.claim

    @property
    def is_own(self) -> bool:
        """Whether it counts where its own words would; else it repeats another, or people put it there."""
        return self.place.bucket == self.counted.place.bucket


def _bring(connection: Connection, articles: set[int], foreseen: Mapping[int, Stored] = MappingProxyType({})) -> None:
    """Takes what is no longer said, puts what is new, and settles whatever these touch: with other articles whose
    claims count where claims of these do, because they say the same in other words or because people joined them."""
    before: dict[int, Entry] = {}
    found: list[ArticleClaims] = []
    said: list[Said] = []
    tested: dict[tuple[int, int], _Led | None] = {}
    waiting, given = articles, set(articles)
    while waiting:
        before |= {entry.claim: entry for entry in _entries(connection, waiting)}
        found += read_articles(connection, waiting, foreseen)
        said, moved = _said(connection, found, before, tested)
        changed = before.keys() - {one.claim for one in said}
        changed |= {one.claim for one in said if not _is_kept(one, before)}
        followers = {row[0] for row in connection.execute(_FOLLOWERS, (json.dumps(sorted(changed)),))}
        waiting = (followers | moved) - given
        given |= waiting
    kept = {one.claim for one in said if _is_kept(one, before)}
    new = [one for one in said if one.claim not in kept]
    _exchange(connection, [entry for claim, entry in before.items() if claim not in kept], new)


def _entries(connection: Connection, articles: set[int]) -> list[Entry]:
    return [Entry(*row) for row in connection.execute(_ENTRIES, (json.dumps(sorted(articles)),))]


def _is_kept(said: Said, before: Mapping[int, Entry]) -> bool:
    entry = before.get(said.claim)
    return entry is not None and entry.digest == said.digest


class _Led(NamedTuple):
    """What a claim says beside what its leader says: the number, and whether it leaves out what that says."""

    number: Amount | None
    is_lesser: bool


def _led_by(words: str, others: str) -> _Led | None:
    """By the stored phrases of both; None if they are of others."""
    return None if name_others(words, others) else _Led(counted(words), leaves_out(words, others))


def _said(
    connection: Connection,
    articles: Sequence[ArticleClaims],
    before: Mapping[int, Entry],
    tested: dict[tuple[int, int], _Led | None],
) -> tuple[list[Said], Set[int]]:
    """What these articles say, each claim where it counts, and the articles that must be counted with them.

    `before` are the entries that the articles' claims have. A paraphrase counts where its leader does, if that says
    anything. People's judgements go before. `tested` keeps how claims stand to their leaders.
    """
    own = {one.claim: one.place for article in articles for one in article.claims}
    ids = [article.article for article in articles]
    led: dict[int, tuple[int, Place, Amount | None]] = {}
    hanging: dict[int, str] = {}
    lesser: set[int] = set()
    for claim, leader, name, words, others, bucket, *profile in connection.execute(_LED, (json.dumps(ids),)):
        hanging[claim] = name
        stored = Place(bucket, profile_of_row(profile)) if bucket and leader not in before else None
        place = own.get(leader, stored)
        if claim in own and place:
            if (claim, leader) not in tested:
                tested[claim, leader] = _led_by(words, others)
            if beside_it := tested[claim, leader]:
                led[claim] = leader, place, beside_it.number
                if beside_it.is_lesser:
                    lesser.add(claim)
                    hanging[claim] = f"behind {name}"
    moves = judged_places.find_moves(connection, ids, own, led.keys())
    places = {claim: moves.of(claim) or moves.at(place) for claim, place in own.items() if claim not in led}
    for claim, (leader, stored, number) in led.items():
        places[claim] = moves.of(claim) or beside(places.get(leader, stored), own[claim], number)
    said = [
        Said(
            article, behind(one) if one.claim in lesser else one, places[one.claim],
            elsewhere(one, places[one.claim], hanging.get(one.claim)), one.claim in moves.leaders,
        )
        for article in articles
        for one in article.claims
    ]  # fmt: skip
    return said, moves.articles


def _exchange(connection: Connection, gone: list[Entry], new: list[Said]) -> None:
    if not gone and not new:
        return
    with _whole(connection):
        _settle(connection, gone, new)


@contextmanager
def _whole(connection: Connection) -> Iterator[None]:
    """All or nothing: by the transaction that is open, or by one of its own. Rows may name statements that are written
    after them.

    (Inside a savepoint, SQLite keeps what each later statement changes until its end, and goes through all of that at
    every statement: 15,000 claims in one took three times as long.)
    """
    with nullcontext() if connection.in_transaction else immediate(connection):
        connection.execute("PRAGMA defer_foreign_keys = ON")
        yield


def _settle(connection: Connection, gone: list[Entry], new: list[Said]) -> None:
    ledger = Ledger(connection)
    ledger.take(gone)
    left = dict(connection.execute(_BUCKETS, (json.dumps(sorted({e.profile for e in gone})),)))
    buckets = partition.load(connection, sorted({*left.values(), *(said.place.bucket for said in new)}))
    for entry in gone:
        partition.leave(buckets[left[entry.profile]], entry.profile)
    placed = [(_enter(buckets[said.place.bucket], said), said) for said in new]
    partition.regroup(connection, buckets.values(), ledger)
    ledger.put([(_entry(held, said), said.counted.marks) for held, said in placed])
    ledger.settle()
    _judge(connection, ledger, buckets)


def _enter(bucket: partition.Bucket, said: Said) -> partition.Held:
    return partition.enter(bucket, said.place.profile, said.counted.shared if said.is_own or said.lends else None)


def _entry(held: partition.Held, said: Said) -> Entry:
    assert held.statement is not None
    article, one = said.article, said.counted
    return Entry(
        one.claim, held.statement, held.id, said.digest, one.rank, one.seen, one.stance,
        article.article, article.copy_cluster, article.outlet, int(said.is_own),
    )  # fmt: skip


def _judge(connection: Connection, ledger: Ledger, buckets: dict[str, partition.Bucket]) -> None:
    """Findings of the questions that these statements answer; statements that nothing is left of go."""
    touched = ledger.touched
    asked = findings.questions(connection, touched) | set(_asked(ledger, buckets))
    changed = findings.settle(connection, asked)
    empty = "SELECT id FROM statements WHERE claims = 0 AND id IN (SELECT value FROM json_each(?))"
    gone = [row[0] for row in connection.execute(empty, (json.dumps(sorted(touched)),))]
    if gone:
        connection.executemany("DELETE FROM statements WHERE id = ?", [(g,) for g in gone])
    findings.settle_standings(connection, (touched | changed) - set(gone))


def _asked(ledger: Ledger, buckets: dict[str, partition.Bucket]) -> Iterator[str]:
    """The questions of new statements. One that is alone in a new bucket and has one side asks nothing of it."""
    sides: dict[int, int] = {}
    for statement, _ in ledger.sides:
        sides[statement] = sides.get(statement, 0) + 1
    for statement, row in ledger.fresh.items():
        for column in ("contest", "scale", "theme", "dispute"):
            if row[column]:
                yield f"{column} {row[column]}"
        bucket = buckets[row["bucket"]]
        if not bucket.new or sides.get(statement, 0) > 1 or len({h.statement for h in bucket.held.values()}) > 1:
            yield f"bucket {bucket.key}"
