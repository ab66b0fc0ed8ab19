"""Names beside names: what is found by looking up is what comparing each with each finds."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import combinations

import pytest

from benchmarks.madeup import make
from db.connection import reader
from db.entities import company, pairing, suggestions
from db.entities.pairing import Named, named
from db.sqlite import Connection


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    path = tmp_path_factory.mktemp("company") / "told.db"
    make(path, 400)
    connection = reader(path)
    yield connection
    connection.close()


WORDS = (
    "jane",
    "j",
    "doran",
    "dorran",
    "reis",
    "hugo",
    "ena",
    "eastern",
    "nuclear",
    "agency",
    "block",
    "3",
    "4",
    "harbour",
)


def _names(chance: random.Random) -> list[Named]:
    found = []
    for number in range(60):
        words = [chance.choice(WORDS) for _ in range(chance.choice((1, 2, 2, 3)))]
        short = chance.choice(WORDS) if chance.random() < 0.3 else ""
        kind = chance.choice(("person", "organisation"))
        found.append(named(f"e{number:03}", " ".join(words), " ".join(words), kind, short))
    return found


def _all(known: list[Named]) -> set[tuple[str, str]]:
    """The pairs that are alike, of all that share a mark that is not too common."""
    counts = {mark: sum(mark in one.marks for one in known) for one in known for mark in one.marks}
    return {
        (one.key, other.key)
        for one, other in combinations(known, 2)
        if any(counts[mark] <= pairing.COMMON for mark in one.marks & other.marks) and suggestions.compare(one, other)
    }


@pytest.mark.parametrize("luck", range(8))
def test_what_is_looked_up_is_what_comparing_each_with_each_finds(luck: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairing, "COMMON", 14)
    known = _names(random.Random(luck))
    expected = _all(known)
    assert len(expected) > 20
    found = {(one.key, other.key) for one, other in pairing.pairs(known) if suggestions.compare(one, other)}
    assert found == expected
    for one in known[:20]:
        mine = {(a.key, b.key) for a, b in pairing.pairs(known, one.key) if suggestions.compare(a, b)}
        assert mine == {pair for pair in expected if one.key in pair}
        for other in known:
            shared = pairing.share_marks(one.marks, other.normal, "|".join(other.aliases))
            assert shared == bool(one.marks & other.marks)


_TOGETHER = """
SELECT e.key, e.name, COUNT(DISTINCT s.id) AS times
FROM (SELECT article, start FROM mentions WHERE who IN (SELECT id FROM entities WHERE canonical = :id)
      AND article IN (SELECT id FROM articles WHERE current = 1) ORDER BY id DESC LIMIT :latest) AS m
JOIN sentences AS s ON s.article = m.article AND m.start >= s.start AND m.start < s."end"
JOIN mentions AS o ON o.article = m.article AND o.start >= s.start AND o.start < s."end" AND o.who IS NOT NULL
JOIN entities AS n ON n.id = o.who JOIN entities AS e ON e.id = n.canonical
WHERE e.id <> :id GROUP BY e.id ORDER BY times DESC, e.key LIMIT :most
"""


@pytest.mark.parametrize("latest", [3, 300])
def test_company_is_who_is_named_in_the_same_sentence(told: Connection, latest: int) -> None:
    most = told.execute("SELECT id FROM entities ORDER BY mentions DESC, key LIMIT 10").fetchall()
    for (entity,) in most:
        expected = told.execute(_TOGETHER, {"id": entity, "latest": latest, "most": 12}).fetchall()
        assert expected
        assert company.together(told, entity, latest, 12) == expected
        sentences = company.sentences(told, entity, latest)
        assert 0 < len(sentences) <= latest
        name = told.execute("SELECT name FROM entities WHERE id = ?", (entity,)).fetchone()[0]
        texts = [told.execute("SELECT text FROM sentences WHERE id = ?", (n,)).fetchone()[0] for n in sentences]
        assert all(name.lower() in text.lower() for text in texts)
