"""What workers make of claims, and of their rows where a name stands for another, is what would be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.madeup import extractions
from db.contents import Contents
from db.entities.judgements import Judgement
from db.events.occurrence_reading import read_occurrences
from db.events.remembering import Remembered
from db.sqlite import sqlite3
from db.statements import maintenance
from db.statements.article_claims import read_articles
from db.statements.counted import ArticleClaims
from db.statements.foreseeing import Stored
from db.store import RunInfo, Store
from db.tracking import judge
from extract.extractor import Extractor
from extract.readers import ReadHints, read

RUN = RunInfo("0", "made up", "0")


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether what was foreseen of each article held. Whatever comes of it is compared with what is read."""
    found: list[bool] = []
    holds = Stored.holds

    def noting(stored: Stored, *given: Any) -> bool:
        found.append(holds(stored, *given))
        return found[-1]

    def comparing(connection: Any, articles: Iterable[int], foreseen: Mapping[int, Stored]) -> list[ArticleClaims]:
        made = read_articles(connection, articles, foreseen)
        assert repr(made) == repr(read_articles(connection, articles))
        assert all(one.claims for one in made)
        return made

    monkeypatch.setattr(Stored, "holds", noting)
    monkeypatch.setattr(maintenance, "read_articles", comparing)
    return found


def test_what_is_foreseen_is_what_is_read(tmp_path: Path, held: list[bool]) -> None:
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        store.add_all([Contents.of(found) for found in extractions(4)])
    assert held == [True, True, True, True]


def test_a_name_that_people_joined_stands_for_the_other(tmp_path: Path, held: list[bool]) -> None:
    first, second, *_ = [Contents.of(found) for found in extractions(2)]
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        store.add_all([first])
        query = (
            "SELECT e.key FROM entities e JOIN claims c ON c.subject_who = e.id GROUP BY e.id ORDER BY COUNT(*) DESC"
        )
        one, other = (row[0] for row in store.connection.execute(f"{query} LIMIT 2"))
        with store.transaction():
            judge(store.connection, one, other, Judgement.SAME, "Ada")
        store.add_all([second])
    assert held == [True, False]


def test_a_copy_counts_with_what_it_is_a_copy_of(tmp_path: Path, held: list[bool]) -> None:
    found, *_ = extractions(1)
    copy = replace(found, article=replace(found.article, source="again.txt"))
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        store.add_all([Contents.of(found), Contents.of(copy)])
    assert sorted(held) == [False, True]


def test_articles_that_are_counted_again_are_as_they_are_read(tmp_path: Path, held: list[bool]) -> None:
    """Copies that come one by one: those before count again, with the cluster that they are in by then."""
    first, second = extractions(2)
    copies = [replace(first, article=replace(first.article, source=f"{number}.txt")) for number in range(4)]
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        for found in (first, copies[0], second, *copies[1:]):
            store.add(found)


def test_what_is_foretold_is_what_is_read(tmp_path: Path) -> None:
    """Occurrences that workers read, with the row ids that the database gave out."""
    files = sorted(
        path for path in (Path(__file__).parent.parent / "seeds").iterdir() if path.suffix in (".txt", ".md", ".html")
    )
    seeds = Extractor().extract_all([read(path.name, path.read_bytes(), ReadHints()) for path in files[:6]])
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        for found in (*extractions(2), *seeds):
            store.add_all([Contents.of(found)])
        foretold = store._remembered.foretold
        assert len(foretold) > 4
        for article, told in foretold.items():
            stored = read_occurrences(store.connection, [article])
            assert told() == [one._replace(event=None, leader=None) for one in stored]
            assert stored


def test_what_others_write_right_after_a_transaction_is_seen(tmp_path: Path) -> None:
    """A reviewer who was waiting writes before the transaction that ended is noted as the last one."""
    ours, theirs = (sqlite3.connect(tmp_path / "a.db", isolation_level=None) for _ in range(2))
    ours.execute("PRAGMA journal_mode = WAL")
    ours.execute("CREATE TABLE t (x)")
    remembered, none = Remembered(), Stored.__new__(Stored)
    kept = []
    for others in (False, False, True, False):
        ours.execute("BEGIN IMMEDIATE")
        remembered.begin(ours)
        kept.append(1 in remembered.stored)
        ours.execute("INSERT INTO t VALUES (1)")
        ours.execute("COMMIT")
        if others:
            theirs.execute("INSERT INTO t VALUES (2)")
        remembered.end(ours)
        remembered.stored[1] = none
    assert kept == [False, True, True, False]
