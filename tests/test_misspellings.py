"""Names with a slip: which rare names are another's, misspelt."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.check import check
from db.connection import snapshot
from db.entities.suggestions import suggestions
from extract.english.propernames import EntityType, name_of
from extract.extractor import Extractor, plain_article
from tests.test_entities import in_both_orders, of, stored

STRAIT = {
    f"{n}.txt": f"The ferry Marisande was held in the Strait of Halvren. Captain Edvard Rolle of Orsk {did} it."
    for n, did in enumerate(("denied", "confirmed", "reported"))
}
SLIP = "Pirates held the ferry Marisande in the Strait of Halvrin. Edvard Rolle asked for help from Orsk."
OTHER = "A road was closed at the Strait of Halvrin. Nora Lindqvist of Brevin asked for a bridge."
_SAME = (
    "SELECT COUNT(DISTINCT canonical) FROM entities "
    "WHERE normal IN ('strait of halvren', 'strait of halvrin') AND mentions > 0"
)


@pytest.mark.parametrize(("article", "names"), [(SLIP, 1), (OTHER, 2)])
def test_a_rare_name_in_the_company_of_another_is_a_slip(
    article: str, names: int, tmp_path: Path, extractor: Extractor
) -> None:
    for path in in_both_orders(tmp_path, extractor, {**STRAIT, "slip.txt": article}):
        with snapshot(path) as connection:
            assert connection.execute(_SAME).fetchone() == (names,)
        assert check(path) == []


def test_a_person_named_beside_the_other_is_somebody_else(tmp_path: Path, extractor: Extractor) -> None:
    texts = {
        f"{n}.txt": f"Edvard Brandholm of Trivex {did} the plan. Nora Lindqvist of Orsk Steel and Emil Rask agreed."
        for n, did in enumerate(("praised", "attacked", "signed"))
    }
    alike = "Edvard Brandholn of Trivex met Nora Lindqvist of Orsk Steel and Emil Rask."
    query = "SELECT COUNT(DISTINCT canonical) FROM entities WHERE normal LIKE 'edvard brandhol%'"
    for name, text, persons in (("one", alike, 1), ("two", f"{alike} Edvard Brandholm stayed away.", 2)):
        path = stored(tmp_path / f"{name}.db", of(extractor, {**texts, "x.txt": text}))
        with snapshot(path) as connection:
            assert connection.execute(query).fetchone() == (persons,)
        assert check(path) == []


def test_a_pair_is_suggested_once(tmp_path: Path, extractor: Extractor) -> None:
    """However many names each of the two has."""
    texts = {f"{n}.txt": f"Anna Castell {did} it. Castell left." for n, did in enumerate(("saw", "sold"))}
    texts |= {f"m{n}.txt": "Mr Castell and Ms Castell left." for n in range(3)}
    path = stored(tmp_path / "claims.db", of(extractor, texts))
    with snapshot(path) as connection:
        one = dict(connection.execute("SELECT key, canonical FROM entities"))
        found = [frozenset((one[s.left], one[s.right])) for s in suggestions(connection)]
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Nato", "NATO", EntityType.ORGANISATION),
        ("Republicans", "Republican", EntityType.PEOPLE),
        ("Pres Hale", "President Hale", EntityType.PERSON),
        ("Pro Tem Anna Hale", "Anna Hale", EntityType.PERSON),
    ],
)
def test_names_that_are_one(one: str, other: str, kind: EntityType) -> None:
    assert name_of(one, kind) == name_of(other, kind) is not None


def test_names_that_are_two() -> None:
    assert name_of("New Yorkers", EntityType.PEOPLE) != name_of("New Yorker", EntityType.WORK)
    assert name_of("Swiss", EntityType.PEOPLE) == name_of("the Swiss", EntityType.PEOPLE)


NOBODY = ("The gates open at 9:00 UTC on Monday.", "Lorne won 3-1. The CEO of Trivex left.")


@pytest.mark.parametrize("text", NOBODY)
def test_times_scores_and_offices_are_no_entities(text: str, tmp_path: Path, extractor: Extractor) -> None:
    path = stored(tmp_path / "claims.db", of(extractor, {"a.txt": text}))
    with snapshot(path) as connection:
        names = {name for (name,) in connection.execute("SELECT normal FROM entities WHERE mentions > 0")}
    assert names.isdisjoint({"utc", "3 1", "ceo"})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr Lund flew to Burg-am-Tarn on Friday.", {"Lund", "Burg-am-Tarn"}),
        ("Brick-fil-Tarn denied it.", {"Brick-fil-Tarn"}),
        ("Deputy Brandt was shot on Friday.", {"Brandt"}),
        ("Talks on Lund-Brandt failed on Friday.", {"Lund-Brandt"}),
    ],
)
def test_a_name_has_all_of_its_words(text: str, names: set[str], extractor: Extractor) -> None:
    found = extractor.extract(plain_article(text)).mentions
    assert {m.text for m in found if m.kind == "name" and m.entity != "DATE"} == names


def test_a_ship_is_called_by_what_it_is(tmp_path: Path, extractor: Extractor) -> None:
    text = "Ruvenian Naval Ship Frees Crew\n\nRuvenian Naval Ship Halcyra freed the crew of a tanker on Monday."
    path = stored(tmp_path / "claims.db", of(extractor, {"a.txt": text}))
    with snapshot(path) as connection:
        names = {name for (name,) in connection.execute("SELECT normal FROM entities WHERE mentions > 0")}
    assert "halcyra" in names
    assert "ruvenian naval ship" not in names
