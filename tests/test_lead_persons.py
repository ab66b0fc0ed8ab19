"""Whom the first sentence of an article describes and a later one names."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.connection import snapshot
from extract.extractor import Extractor, plain_article
from tests.test_entities import of, stored


def _lead(extractor: Extractor, text: str) -> list[tuple[str, str | None]]:
    return [(m.text, m.resolved) for m in extractor.extract(plain_article(text)).mentions if m.rule == "lead"]


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("A dock worker was hurt on Monday. Edvard Rolle, 54, fell from a crane.", "A dock worker"),
        ("One of the fishermen was hurt on Monday. He was alone. Edvard Rolle, 54, was hit by a boat.",
         "One of the fishermen"),
    ],
)  # fmt: skip
def test_a_description_is_whom_the_next_name_with_an_age_names(text: str, described: str, extractor: Extractor) -> None:
    assert _lead(extractor, text) == [(described, "Edvard Rolle")]


@pytest.mark.parametrize(
    "text",
    [
        "A dock worker was hurt on Monday. Captain Nora Berg called for help from the shore. Edvard Rolle, 54, fell.",
        "A dock worker was hurt when a driver lost control. Edvard Rolle, 54, was arrested.",
        "A dock worker was hurt on Monday. The driver, Edvard Rolle, 54, was arrested.",
        "A woman was hurt on Monday. Peter Rolle, 54, was arrested.",
        "A judge jailed the man who set the port on fire. Peter Rolle, 54, wept.",
        "The trial of a dock worker began on Monday. Edvard Rolle, 54, was the judge.",
        "A dock worker was hurt on Monday. Edvard Rolle called for help.",
        "Three dock workers were hurt on Monday. Edvard Rolle, 54, fell from a crane.",
    ],
)
def test_where_somebody_else_may_be_meant_it_is_left_open(text: str, extractor: Extractor) -> None:
    assert _lead(extractor, text) == []


def test_a_pronoun_that_stands_for_the_description_is_the_named_one(tmp_path: Path, extractor: Extractor) -> None:
    text = "A dock worker was hurt on Monday. He was taken to hospital. Edvard Rolle, 54, fell from a crane."
    path = stored(tmp_path / "claims.db", of(extractor, {"a.txt": text}))
    query = "SELECT e.normal FROM mentions AS m JOIN entities AS e ON e.id = m.who WHERE m.text = 'He'"
    with snapshot(path) as connection:
        assert connection.execute(query).fetchall() == [("edvard rolle",)]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Rolle denies theft\n\nPeter Rolle denied on Monday that he stole nets. Rolle is a clerk.", ["Peter Rolle"]),
        ("Rolle was seen on Monday. Rolle left the port. Mira Lund told Peter Rolle so.", ["Peter Rolle"] * 2),
        ("Rolle was seen on Monday. His wife Mira Rolle left the port.", []),
        ("Peter Rolle was seen on Monday. Rolle left the port.", []),
    ],
)
def test_a_surname_is_that_of_the_full_name_that_comes_later(text: str, links: list[str], extractor: Extractor) -> None:
    found = extractor.extract(plain_article(text)).mentions
    assert [m.resolved for m in found if m.rule == "later name"] == links


def test_a_headline_and_what_stands_for_it_name_the_person_of_the_article(tmp_path: Path, extractor: Extractor) -> None:
    texts = {
        "a.txt": "Rolle resigned on Monday. He left the port. Peter Rolle ran it for a year.",
        "b.txt": "Otto Rolle and Kurt Rolle bought a boat.",
    }
    path = stored(tmp_path / "claims.db", of(extractor, texts))
    query = """
    SELECT DISTINCT e.normal FROM mentions AS m JOIN entities AS e ON e.id = m.who
    JOIN articles AS a ON a.id = m.article WHERE a.source = 'a.txt'
    """
    with snapshot(path) as connection:
        assert connection.execute(query).fetchall() == [("peter rolle",)]
