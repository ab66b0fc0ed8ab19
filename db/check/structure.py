"""What SQLite can say of its own file, and what one query can say of the tables."""

from __future__ import annotations

from collections.abc import Iterator

from db import chain
from db.check.problem import Law, Problem
from db.sqlite import CORRUPT, Connection, primary_code, sqlite3
from db.turns import immediate

INDEXES = ("claims_fts", "sentences_fts")


def file(connection: Connection) -> Iterator[Problem]:
    """Pages, indexes, NOT NULL, CHECK, UNIQUE and types, by SQLite's integrity check."""
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield Problem(Law.FILE, "SQLite", line)


def references(connection: Connection) -> Iterator[Problem]:
    """Foreign keys."""
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Problem(Law.REFERENCES, f"{table} {row}", f"names a row of {parent} that is not there")


def search(connection: Connection) -> Iterator[Problem]:
    """FTS5 compares its index with the content table (rank 1). It asks that by an INSERT, which changes
    nothing but needs a connection that may write. (And that has the lock before: FTS5 reads first, and SQLite does not
    wait for a lock that a reader asks for.)"""
    for index in INDEXES:
        try:
            with immediate(connection):
                connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
                connection.execute("ROLLBACK")
        except sqlite3.DatabaseError as error:
            if primary_code(error) != CORRUPT:
                raise
            yield Problem(Law.SEARCH, index, "the index differs from its table")


def outcomes(connection: Connection) -> Iterator[Problem]:
    """Coverage is data (law 7)."""
    query = """
    SELECT id, outcome, claims FROM (
      SELECT id, outcome,
        (SELECT COUNT(*) FROM claims WHERE claims.sentence = sentences.id AND origin = 'machine') AS claims
      FROM sentences
    ) WHERE (outcome = 'claims') <> (claims > 0)
    """
    for row, outcome, claims in connection.execute(query):
        yield Problem(Law.OUTCOMES, f"sentences {row}", f"its outcome is {outcome!r} and it has {claims} claims")


def revisions(connection: Connection) -> Iterator[Problem]:
    """Of each source: numbered without a gap, a chain, the last one current and its claims with it."""
    query = """
    SELECT id, source, revision, supersedes, current,
      LAG(id) OVER chain, LEAD(id) OVER chain, ROW_NUMBER() OVER chain,
      (SELECT COUNT(*) FROM claims WHERE claims.article = articles.id AND claims.current > articles.current)
    FROM articles WINDOW chain AS (PARTITION BY source ORDER BY revision)
    """
    for row, source, revision, supersedes, current, before, after, number, claims in connection.execute(query):
        where = f"articles {row} ({source})"
        if revision != number:
            yield Problem(Law.REVISIONS, where, f"it is revision {revision} and should be {number}")
        if supersedes != before:
            yield Problem(Law.REVISIONS, where, f"it supersedes {supersedes} and comes after {before}")
        if current != (after is None):
            yield Problem(
                Law.REVISIONS, where, "it is current though replaced" if current else "it is the last and not current"
            )
        if claims:
            yield Problem(Law.REVISIONS, where, f"it is not current, but {claims} of its claims are")


def runs(connection: Connection) -> Iterator[Problem]:
    """Counts are saved with what they count, so they hold for a run that was killed as well."""
    query = """
    SELECT id, new + revised, sentences, claims,
      (SELECT COUNT(*) FROM articles WHERE articles.run = runs.id),
      (SELECT COUNT(*) FROM sentences JOIN articles ON articles.id = sentences.article WHERE articles.run = runs.id),
      (SELECT COUNT(*) FROM claims WHERE claims.run = runs.id AND origin = 'machine')
    FROM runs
    """
    for row, *counts in connection.execute(query):
        for name, said, found in zip(("articles", "sentences", "claims"), counts[:3], counts[3:], strict=True):
            if said != found:
                yield Problem(Law.RUNS, f"runs {row}", f"it says {said} {name}, and {found} are there")


def counts(connection: Connection) -> Iterator[Problem]:
    """Triggers count the current claims of each status and rule, and which of them are stated as fact."""
    query = """
    SELECT status, rule, stated, SUM(said), SUM(found) FROM (
      SELECT status, rule, stated, claims AS said, 0 AS found FROM claim_counts
      UNION ALL SELECT status, rule, factuality IS 'CT+' AND attribution IS NULL, 0, 1 FROM claims WHERE current = 1
    ) GROUP BY status, rule, stated HAVING SUM(said) <> SUM(found)
    """
    for status, rule, stated, said, found in connection.execute(query):
        what = f"it says {said} claims, and {found} are there (`extract relink` counts them again)"
        yield Problem(Law.REVIEWS, f"claim_counts {status} {rule}{' stated as fact' * stated}", what)


def log(connection: Connection) -> Iterator[Problem]:
    """Law 3: what people decided is never overwritten, nor taken out."""
    for where, what in chain.broken(connection):
        yield Problem(Law.LOG, where, what)
