"""What workers make of an article's claims is what would be read of the database; where it is not, that is read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.madeup import extractions
from db.contents import Contents
from db.entities.judgements import Judgement
from db.statements import article_claims
from db.statements.foreseeing import Stored, holds
from db.statements.normalization import Source
from db.store import RunInfo, Store
from db.tracking import judge

RUN = RunInfo("0", "made up", "0")


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The articles of which something was foreseen that held; each is compared with what is read."""
    found: list[int] = []

    def comparing(connection: object, stored: Mapping[int, Stored], sources: Mapping[int, Source]) -> set[int]:
        held = holds(connection, stored, sources)  # type: ignore[arg-type]
        for article in held:
            read = article_claims._read_article(connection, article, sources[article])  # type: ignore[arg-type]
            assert repr(stored[article].claims()) == repr(read)
            assert read
        found.extend(held)
        return held

    monkeypatch.setattr(article_claims, "holds", comparing)
    return found


def test_what_is_foreseen_is_what_is_read(tmp_path: Path, compared: list[int]) -> None:
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        store.add_all([Contents.of(found) for found in extractions(4)])
    assert compared == [1, 2, 3, 4]


def test_a_name_that_people_joined_is_read(tmp_path: Path, compared: list[int]) -> None:
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
    assert compared == [1]
