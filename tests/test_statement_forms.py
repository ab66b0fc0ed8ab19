"""What statements are made of: terms that stand for others, and occasions."""

from __future__ import annotations

from datetime import date
from itertools import product
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from db.statements.normal_form import Side
from db.statements.normalization import _rank
from db.statements.profile_groups import Profile, groups
from db.statements.terms import Referents, linked, term
from extract.english.forms import Amount
from extract.english.nounphrases import noun_phrase


def test_round_numbers_reach_as_far_as_their_last_digit() -> None:
    assert Amount(2.9e9, 2.9e9, "crown").reach() == (2.85e9, 2.95e9)
    assert Amount(12, 12, "people").reach() == (12, 12)


def test_a_bare_noun_is_the_one_thing_of_its_kind_and_nobody_where_there_are_two() -> None:
    referents = Referents()
    referents.note(term(noun_phrase("the Halvik dam")))
    bare = term(noun_phrase("the dam"))
    assert linked(bare, referents).key == "halvik dam"
    referents.note(term(noun_phrase("the Merrow dam")))
    assert linked(bare, referents) == bare


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


def test_a_month_that_holds_two_of_the_days_is_one_occasion() -> None:
    days = [Profile(f"2024-01-0{n}", f"2024-01-0{n}", None, "", None) for n in (1, 3)]
    months = [Profile("2024-01-01", "2024-02-01", None, where, None) for where in ("", "brenn")]
    told = [Profile(None, None, "2024-01-01", where, None) for where in ("", "brenn")]
    found = [(group.time, group.where) for group in groups([*days, *months, *told])]
    assert len(found) == len(set(found))


@given(st.lists(profiles(), unique=True, max_size=8), st.randoms())
def test_groups_are_a_partition_whatever_the_order(found: list[Profile], chance: object) -> None:
    once = {frozenset(g.profiles): g[:3] for g in groups(found)}
    mixed = list(found)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert {frozenset(g.profiles): g[:3] for g in groups(mixed)} == once
    assert sorted(map(repr, (p for members in once for p in members))) == sorted(map(repr, found))
    assert len(set(once.values())) == len(once), "each group has a key of its own"


def test_the_best_words_of_a_statement_come_first() -> None:
    """What is so, plans, all else; of each last of whom nobody named; of what is so first what articles state; names
    before pronouns, clauses before participles. The key decides between equals only."""
    ranks: list[str] = []
    named, unnamed = (("Ada Lund", False), ("she", True)), (("they", False),)
    for side, whom in product((Side.YES, Side.PLAN, Side.NO), (named, unnamed)):
        for voice, (words, resolved), tense in product((None, "[]")[: 1 + (side is Side.YES)], whom, ("past", None)):
            row: Any = SimpleNamespace(
                subject=noun_phrase(words), resolved=resolved, attribution=voice, tense=tense, key=f"c{99 - len(ranks)}"
            )
            ranks.append(_rank(row, side))
    assert ranks == sorted(ranks)
