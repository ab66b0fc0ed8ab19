"""Short names: companies, public bodies, ships, models, and names with a conjunction inside."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.check import check
from db.connection import snapshot
from db.entities import short_forms
from extract.english.propernames import EntityType, name_of, without_ship
from extract.extractor import Extractor, plain_article
from tests.test_entities import of, stored


def test_a_body_that_one_country_has_is_of_no_other() -> None:
    fbi, senate = (name_of(name, EntityType.ORGANISATION) for name in ("FBI", "Senate"))
    assert fbi is not None
    assert senate is not None
    assert senate.generic
    assert not fbi.generic


@pytest.mark.parametrize(
    ("ship", "name"),
    [
        ("MV Halcyra", "Halcyra"),
        ("Warship INS Halcyra", "Halcyra"),
        ("Ruvenian Naval Ship Halcyra", "Halcyra"),
        ("USS Anna", "USS Anna"),
        ("Ship Creek", "Ship Creek"),
        ("Mt. Halcyra", "Mt. Halcyra"),
    ],
)
def test_a_ship_goes_by_its_name(ship: str, name: str) -> None:
    assert without_ship(ship) == name


def test_a_ship_that_is_called_she_is_one_in_all_articles(tmp_path: Path, extractor: Extractor) -> None:
    texts = {
        "a.txt": "INS Halcyra foiled an attack on Monday. The Halcyra sank a boat in the course of her patrol.",
        "b.txt": "INS Halcyra left Port Velm. Officers praised Halcyra.",
    }
    path = stored(tmp_path / "claims.db", of(extractor, texts))
    with snapshot(path) as connection:
        query = "SELECT articles, bound FROM entities WHERE normal = 'halcyra'"
        assert connection.execute(query).fetchall() == [(2, None)]


FIRMS = {
    "Castell Group": ("Castell Group plc cut 300 jobs on Monday.", "Castell Group bought Aerolux Airways."),
    "Castell": ("Castell cut 300 jobs on Monday.", "Castell bought a mill.", "Castell sold a mill."),
    "Farrow Foods": ("Farrow Foods cut 300 jobs on Monday.", "Farrow Foods bought a mill."),
    "Farrow Steel": ("Farrow Steel cut 300 jobs on Monday.", "Farrow Steel bought a mill."),
    "Farrow": ("Farrow Inc. cut 300 jobs on Monday.",),
}


def test_a_company_goes_by_its_name_without_what_says_that_it_is_one(tmp_path: Path, extractor: Extractor) -> None:
    texts = [text for given in FIRMS.values() for text in given]
    path = stored(tmp_path / "claims.db", of(extractor, {f"{n}.txt": text for n, text in enumerate(texts)}))
    query = "SELECT c.normal FROM entities AS e JOIN entities AS c ON c.id = e.canonical WHERE e.normal = ?"
    with snapshot(path) as connection:
        one = {connection.execute(query, (name,)).fetchone() for name in ("castell", "castell group")}
        assert len(one) == 1
        assert connection.execute(query, ("farrow",)).fetchone() == ("farrow",), "two firms of the name"
    assert check(path) == []


SENATOR = ("Anna Castell closed the mill. Castell said that it was old.", "Anna Castell resigned on Monday.")


@pytest.mark.parametrize(("articles", "is_she"), [(SENATOR, True), (SENATOR[:1], False)])
def test_a_last_name_may_be_taken_for_a_firm(
    articles: tuple[str, ...], is_she: bool, tmp_path: Path, extractor: Extractor
) -> None:
    """Where far more articles name somebody in full than have the name for a firm."""
    texts = {f"{n}.txt": text for n, text in enumerate((*articles, FIRMS["Castell"][0]))}
    path = stored(tmp_path / "claims.db", of(extractor, texts))
    query = "SELECT c.normal FROM entities AS e JOIN entities AS c ON c.id = e.canonical WHERE e.normal = ?"
    with snapshot(path) as connection:
        firm, senator = (connection.execute(query, (name,)).fetchone() for name in ("castell", "anna castell"))
    assert (firm == senator) is is_she
    assert check(path) == []


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("castell motor", {"castell"}),
        ("aerolux a70", {"a70"}),
        ("aerolux 707 wanderer", {"wanderer"}),
        ("tarn island", {"tarn"}),
        ("senate of ke", {"senate"}),
        ("bank of tarn", set()),
        ("2012 games", set()),
    ],
)
def test_what_a_name_may_be_called(whole: str, short: set[str]) -> None:
    assert short_forms.shorter(whole) == short


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Clerks of the Food and Drug Agency sued Brandt & Co. on Friday.", {"Food and Drug Agency", "Brandt & Co."}),
        ("Workers of Halloran and Sons went on strike.", {"Halloran and Sons"}),
        ("Castell and Norhydra signed the deal.", {"Castell", "Norhydra"}),
        ("Bank of Ireland Corp. agreed to buy Brandt & Co. on Friday.", {"Bank of Ireland Corp.", "Brandt & Co."}),
    ],
)
def test_a_conjunction_inside_a_name(text: str, names: set[str], extractor: Extractor) -> None:
    found = extractor.extract(plain_article(text)).mentions
    assert {mention.text for mention in found if mention.kind == "name"} - {"Friday"} == names


def test_public_bodies_are_those_of_the_country_that_an_article_is_about(extractor: Extractor) -> None:
    text = "Kenya voted on Sunday. The Senate met in Kenya. Kenya thanked Chile."
    links = extractor.extract(plain_article(text)).links
    assert "senate of ke" in {bearer.name.normal for bearer in links.mentions if bearer}


def _canonical(path: Path, name: str) -> str | None:
    query = "SELECT c.normal FROM entities AS e JOIN entities AS c ON c.id = e.canonical WHERE e.normal = ?"
    with snapshot(path) as connection:
        return next((normal for (normal,) in connection.execute(query, (name,))), None)


def test_a_first_name_may_be_misspelt(tmp_path: Path, extractor: Extractor) -> None:
    texts = {
        "a.txt": "Police arrested Marinda Velk on Monday.",
        "b.txt": "Marinda Velk denied it.",
        "c.txt": "Police arrested Marindra Velk on Monday.",
        "d.txt": "Police arrested Andrea Velk and Andreas Velk on Monday.",
    }
    path = stored(tmp_path / "claims.db", of(extractor, texts))
    assert _canonical(path, "marindra velk") == _canonical(path, "marinda velk") is not None
    assert _canonical(path, "andrea velk") != _canonical(path, "andreas velk")
    assert check(path) == []


CALLED = ("Kerenza Velk, 10, was shot on Monday. Neighbours mourned Kerenza.", "Kerenza Velk was 10. Kerenza was shot.")


@pytest.mark.parametrize(("more", "is_she"), [((), True), (("Kerenza Lorm sang. Kerenza left.",), False)])
def test_a_first_name_that_hardly_anybody_has(
    more: tuple[str, ...], is_she: bool, tmp_path: Path, extractor: Extractor
) -> None:
    """Whatever it is taken for where it stands alone."""
    texts = {f"{n}.txt": text for n, text in enumerate((*CALLED, *more, "A court in Kerenza heard the case."))}
    path = stored(tmp_path / "claims.db", of(extractor, texts))
    assert (_canonical(path, "kerenza") == _canonical(path, "kerenza velk")) is is_she
    assert check(path) == []


def test_a_nickname_that_some_article_tells(tmp_path: Path, extractor: Extractor) -> None:
    texts = {
        "a.txt": "Viktor Lenz died on Monday. Dubbed the Nightlark, Lenz had won. He was known as Robe King.",
        "b.txt": "Mob boss Nightlark, 77, died on Monday. He was called a thief.",
        "c.txt": "Ann Lund, dubbed the Robe King, met Ann King on Monday. Robe King left.",
    }
    path = stored(tmp_path / "claims.db", of(extractor, texts))
    assert _canonical(path, "nightlark") == _canonical(path, "viktor lenz") is not None
    assert check(path) == []


def test_a_mount_is_a_mt() -> None:
    assert name_of("Mt. Lorne", EntityType.PLACE) == name_of("Mount Lorne", EntityType.PLACE)
