"""The normal forms that facts are made of: numbers, noun phrases, verbs, occasions."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.facts.occasions import Profile, groups
from db.facts.terms import Identity, Referents, linked, term
from extract.english.amounts import Amount, amount
from extract.english.nounphrases import phrase
from extract.english.verbphrases import verbal

AMOUNTS = [
    ("at least 11 people", 11, None, "people"),
    ("twelve bodies", 12, 12, "body"),
    ("about 2.87 billion crowns", 2.87e9, 2.87e9, "crown"),
    ("between 350 and 400 million crowns", 350e6, 400e6, "crown"),
    ("up to 500 jobs", None, 500, "job"),
    ("20%", 20, 20, "percent"),
    ("$3 million", 3e6, 3e6, "dollar"),
    ("twenty-one ships", 21, 21, "ship"),
    ("nobody", 0, 0, "people"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), AMOUNTS)
def test_numbers_are_read_with_their_ends(text: str, low: float | None, high: float | None, unit: str) -> None:
    found = amount(text)
    assert found is not None
    assert found[0][:3] == (low, high, unit)


@pytest.mark.parametrize("text", ["the harbour", "another 30 residents", "safe", "", "¹ street"])
def test_what_begins_with_no_number_has_none(text: str) -> None:
    assert amount(text) is None


def test_round_numbers_reach_as_far_as_their_last_digit() -> None:
    assert Amount(2.9e9, 2.9e9, "crown").reach() == (2.85e9, 2.95e9)
    assert Amount(12, 12, "people").reach() == (12, 12)


TERMS = [
    ("the smuggler Rik Aldo", Identity.NAME, "rik aldo"),
    ("Chief Executive Uwe Lamm", Identity.NAME, "uwe lamm"),
    ("the ruined Halvik dam", Identity.NAME, "halvik dam"),
    ("Halvik dam disaster", Identity.NAME, "halvik dam"),
    ("the flooded town of Brennick", Identity.NAME, "brennick"),
    ("the hospital in Tarn", Identity.ANCHORED, "tarn hospital"),
    ("Farrow's mayor", Identity.ANCHORED, "farrow mayor"),
    ("the mayor of Farrow", Identity.ANCHORED, "farrow mayor"),
    ("residents of Farrow", Identity.LOOSE, "farrow resident"),
    ("Kestrian officials", Identity.LOOSE, "kestrian kestrian official"),
    ("the company", Identity.GROUP, "company"),
    ("officials", Identity.LOOSE, "official"),
    ("a fire", Identity.GROUP, "fire"),
    ("they", Identity.NOTHING, ""),
]


@pytest.mark.parametrize(("text", "identity", "key"), TERMS)
def test_whom_words_mean_and_how_surely(text: str, identity: Identity, key: str) -> None:
    assert term(text, None, None, Referents())[:2] == (identity, key)


def test_a_bare_noun_is_the_one_thing_of_its_kind_and_nobody_where_there_are_two() -> None:
    referents = Referents()
    referents.note(term("the Halvik dam", None, None, referents))
    bare = term("the dam", None, None, referents)
    assert linked(bare, referents).key == "halvik dam"
    referents.note(term("the Merrow dam", None, None, referents))
    assert linked(bare, referents) == bare


VERBS = [
    ("was not bought by", "buy", "acquire", True, "by"),
    ("has taken over", "take", "acquire", False, ""),
    ("stepped down", "step", "resign", False, ""),
    ("is based in", "base", "locate", False, ""),
    ("no longer works for", "work", "work", False, ""),
    ("agreed with", "agree", "agree", False, "with"),
]


@pytest.mark.parametrize(("words", "lemma", "name", "passive", "tail"), VERBS)
def test_verbs_go_by_one_name(words: str, lemma: str, name: str, passive: bool, tail: str) -> None:
    found = verbal(words, lemma, "clause", "past", lemma not in ("step",))
    assert (found.name, found.passive, found.tail) == (name, passive, tail)


DAYS = st.dates(min_value=date(2024, 1, 1), max_value=date(2024, 3, 1))


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    since = draw(st.none() | DAYS)
    until = since and max(since, draw(DAYS))
    seen = None if since else draw(DAYS).isoformat()
    number = draw(st.none() | st.integers(1, 20))
    size = None if number is None else Amount(number, draw(st.sampled_from([number, None])), "people")
    where = draw(st.sampled_from(["", "brenn", "sarro"]))
    return Profile(since and since.isoformat(), until and until.isoformat(), seen, where, size)


@given(st.lists(profiles(), unique=True, max_size=8), st.randoms())
def test_groups_are_a_partition_whatever_the_order(found: list[Profile], chance: object) -> None:
    once = {frozenset(g.profiles): g[:3] for g in groups(found)}
    mixed = list(found)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert {frozenset(g.profiles): g[:3] for g in groups(mixed)} == once
    assert sorted(map(repr, (p for members in once for p in members))) == sorted(map(repr, found))
    assert len(set(once.values())) == len(once), "each group has a key of its own"


PARTS = [
    ("212 missing children, most of whom", "most of 212 missing children"),
    ("The plan, details of which", "details of The plan"),
    ("the sheep half of which", "half of the sheep"),
    ("Veltra whose shares", "Veltra's shares"),
    ("the company, whose chief executive", "the company's chief executive"),
]


@pytest.mark.parametrize(("text", "plain"), PARTS)
def test_a_part_is_not_taken_for_its_whole(text: str, plain: str) -> None:
    assert phrase(text) == phrase(plain)
    assert phrase(text).head not in ("child", "plan", "sheep", "veltra", "company")
