"""Statements follow claims: an article comes or goes, entities or copy clusters are joined or parted, all is made anew.

Statements, contradictions and changes are a function of the set of current claims. What is done here for one article
costs as much as that article's claims and what they touch; `rebuild` gives the same for the whole database.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256

from db.claims import clear_statements
from db.sqlite import Connection
from db.statements import findings, partition
from db.statements.article_claims import ArticleForms, read_articles
from db.statements.ledger import Entry, Ledger, marks
from db.statements.normal_form import NormalForm

_ENTRIES = """
SELECT f.* FROM json_each(?) AS k CROSS JOIN claims AS c ON c.article = k.value
CROSS JOIN statement_claims AS f ON f.claim = c.id ORDER BY f.claim
"""
_OF_CLAIMS = "SELECT * FROM statement_claims WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY claim"
_BUCKETS = "SELECT id, bucket FROM statement_profiles WHERE id IN (SELECT value FROM json_each(?))"


def add(connection: Connection, articles: Iterable[int]) -> None:
    """Puts the claims of these articles (row ids) to statements, or puts right what has changed for them.

    Inside the transaction that is open, once the articles' claims, entities and copy clusters are in.
    """
    _bring(connection, set(articles))


def remove(connection: Connection, articles: Iterable[int]) -> None:
    """Takes the claims of these articles (row ids) from their statements, whatever they are now."""
    there = connection.execute(_ENTRIES, (json.dumps(sorted(articles)),)).fetchall()
    _exchange(connection, [Entry(*row) for row in there], [])


def withdraw(connection: Connection, claims: Iterable[int]) -> None:
    """Takes claims (row ids) from their statements that were rejected: what others of their articles say stays."""
    there = connection.execute(_OF_CLAIMS, (json.dumps(sorted(claims)),)).fetchall()
    _exchange(connection, [Entry(*row) for row in there], [])


def refresh(connection: Connection, claims: Iterable[int]) -> None:
    """Puts claims (row ids) to statements anew whose entities, copy cluster or review changed, with the others of their
    articles: what a bare noun means depends on these."""
    query = "SELECT DISTINCT article FROM claims WHERE id IN (SELECT value FROM json_each(?))"
    add(connection, [article for (article,) in connection.execute(query, (json.dumps(sorted(claims)),))])


def rebuild(connection: Connection, batch: int = 200) -> None:
    """Makes all statements anew from the current claims. What people said of contradictions stays."""
    clear_statements(connection)
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
        _bring(connection, set(articles[start : start + batch]))


def _bring(connection: Connection, articles: set[int]) -> None:
    """Takes what is no longer said, puts what is new, and settles whatever these touch."""
    there = [Entry(*row) for row in connection.execute(_ENTRIES, (json.dumps(sorted(articles)),))]
    before = {entry.claim: entry for entry in there}
    new: list[tuple[ArticleForms, NormalForm, str]] = []
    kept: set[int] = set()
    for article in read_articles(connection, articles):
        for said in article.forms:
            digest = _digest(article, said)
            if said.claim in before and before[said.claim].digest == digest:
                kept.add(said.claim)
            else:
                new.append((article, said, digest))
    _exchange(connection, [entry for entry in there if entry.claim not in kept], new)


def _digest(article: ArticleForms, said: NormalForm) -> str:
    """Of all that an entry depends on, but for its row id."""
    origin = article.copy_cluster, article.outlet, article.words[said.claim]
    return sha256(repr((origin, said[1:])).encode()).hexdigest()[:16]


def _exchange(connection: Connection, gone: list[Entry], new: list[tuple[ArticleForms, NormalForm, str]]) -> None:
    if not gone and not new:
        return
    with _whole(connection):
        _settle(connection, gone, new)


@contextmanager
def _whole(connection: Connection) -> Iterator[None]:
    """All or nothing, also outside of a transaction; rows may name statements that are written after them."""
    connection.execute("SAVEPOINT statements")
    connection.execute("PRAGMA defer_foreign_keys = ON")
    try:
        yield
    except BaseException:
        if connection.in_transaction:  # SQLite takes all of it back where a statement is stopped, or the disk is full
            connection.execute("ROLLBACK TO statements")
            connection.execute("RELEASE statements")
        raise
    connection.execute("RELEASE statements")


def _settle(connection: Connection, gone: list[Entry], new: list[tuple[ArticleForms, NormalForm, str]]) -> None:
    ledger = Ledger(connection)
    ledger.take(gone)
    left = dict(connection.execute(_BUCKETS, (json.dumps(sorted({e.profile for e in gone})),)))
    keyed = [(partition.bucket_key(said), article, said, digest) for article, said, digest in new]
    buckets = partition.load(connection, sorted({*left.values(), *(key for key, *_ in keyed)}))
    for entry in gone:
        partition.leave(buckets[left[entry.profile]], entry.profile)
    placed = [(partition.enter(buckets[key], said), article, said, digest) for key, article, said, digest in keyed]
    partition.regroup(connection, buckets.values(), ledger)
    ledger.put([(_entry(held, article, said, digest), marks(said)) for held, article, said, digest in placed])
    ledger.settle()
    _judge(connection, ledger, buckets)


def _entry(held: partition.Held, article: ArticleForms, said: NormalForm, digest: str) -> Entry:
    assert held.statement is not None
    return Entry(
        said.claim, held.statement, held.id, digest, said.rank, said.seen, said.stance.value,
        article.article, article.copy_cluster, article.outlet,
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
        for column in ("contest", "scale", "theme"):
            if row[column]:
                yield f"{column} {row[column]}"
        bucket = buckets[row["bucket"]]
        if not bucket.new or sides.get(statement, 0) > 1 or len({h.statement for h in bucket.held.values()}) > 1:
            yield f"bucket {bucket.key}"
