"""Proves the laws on a whole database: every span, every reference, every count."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from db.check.copy_clusters import copy_clusters
from db.check.derived_rows import entities, statements
from db.check.marks import marks
from db.check.offsets import content
from db.check.problem import Law, Problem, Proof
from db.check.structure import counts, file, log, outcomes, references, revisions, runs, search
from db.connection import reader, snapshot, writer
from db.sqlite import CORRUPT, Connection, clear_errors, primary_code, sqlite3
from extract.errors import ReadOnlyDatabaseError

__all__ = ["Law", "Problem", "check"]

_PROOFS: tuple[Proof, ...] = (
    file,
    references,
    log,
    outcomes,
    revisions,
    runs,
    counts,
    marks,
    content,
    copy_clusters,
    entities,
    statements,
)


def check(path: Path | str) -> list[Problem]:
    """All that is wrong with the database `path`; nothing if it is whole. Changes nothing.

    Raises what `db.connection.reader` does when it cannot be opened at all.
    """
    with snapshot(path) as connection:
        problems = [problem for proof in _PROOFS for problem in _found(proof, connection)]
    return problems + _search_problems(path)


def _search_problems(path: Path | str) -> list[Problem]:
    """FTS5 checks itself only where it may write; on a medium that cannot be written to, a copy is checked."""
    try:
        with clear_errors(path), closing(writer(path, create=False)) as connection:
            return _found(search, connection)
    except ReadOnlyDatabaseError:
        with closing(sqlite3.connect("", isolation_level=None)) as copy:  # "" is a temporary file
            with clear_errors(path), closing(reader(path)) as connection:
                connection.backup(copy)
            return _found(search, copy)


def _found(proof: Proof, connection: Connection) -> list[Problem]:
    """What `proof` finds; that the file cannot be read on is a finding too."""
    problems: list[Problem] = []
    try:
        problems.extend(proof(connection))
    except sqlite3.DatabaseError as error:
        if primary_code(error) != CORRUPT:
            raise
        problems.append(Problem(Law.FILE, "SQLite", str(error)))
    return problems
