"""What the words of claims say is stored with them: when extracted, when corrected, and in an older database."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.packing import pack, unpack
from db.reviews import deciding
from db.reviews.decisions import Correction, Seen
from db.store import RunInfo, Store
from extract.english.forms import TERM, Amount, ClaimPhrases, Course, Identity, NounPhrase, VerbPhrase
from extract.english.phrases import ArgumentWords, ClaimWords, KnownNames, read_claim
from extract.model import Mood, Role
from tests.records import article, claim, extraction

RUN = RunInfo("1.0", "model", "3.8.0")
TEXT = "On Monday Storm Vilma killed 40-50 people in Brennick."
SAID = "SELECT subject_normal, relation_normal, object_normal, phrases FROM claims"

words = st.text("abcd ", max_size=8)
amounts = st.builds(
    Amount, st.none() | st.integers(0, 10**12), st.none() | st.integers(0, 10**12), words, st.booleans()
)
nouns = st.builds(
    NounPhrase, words, words, st.sampled_from(Identity), st.lists(words, max_size=3).map(tuple), st.none() | words,
    st.lists(words, max_size=2).map(tuple), st.booleans(), st.booleans(), st.booleans(), st.booleans(),
    st.none() | amounts, words, words, words, st.none(),
)  # fmt: skip
verbs = st.builds(VerbPhrase, words, st.sampled_from(Course), st.booleans(), words, st.booleans(), st.booleans(), words)
whole = st.builds(NounPhrase._replace, nouns, complement=st.none() | nouns)


@given(st.builds(ClaimPhrases, whole, verbs, st.none() | whole, st.lists(st.none() | whole, max_size=3).map(tuple)))
def test_what_is_packed_comes_back(phrases: ClaimPhrases) -> None:
    assert unpack(pack(phrases)) == phrases


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store.open(tmp_path / "claims.db")
    store.begin_run(RUN)
    found = claim(TEXT, "Storm Vilma", "killed", "40-50 people")
    store.add(extraction(article(TEXT), [found]))
    return store


def said(store: Store) -> tuple[str, str, str, ClaimPhrases]:
    *normal, phrases = store.connection.execute(SAID).fetchone()
    return (*normal, unpack(phrases))


def test_a_claim_is_stored_with_what_its_words_say(store: Store) -> None:
    subject, _, thing, phrases = said(store)
    assert (subject, thing) == ("storm vilma", "people")
    assert phrases.object is not None
    assert phrases.object.amount == Amount(40, 50, "people")


def test_words_that_a_person_corrects_are_read_anew_and_an_undo_takes_that_back(store: Store) -> None:
    before = said(store)
    key, version = store.connection.execute("SELECT key, version FROM claims").fetchone()
    start = TEXT.index("50 people")
    correction = Correction(object=((start, start + len("50 people")),))
    number = deciding.edit(store.connection, Seen(key, version), correction, "ada")
    after = said(store)[3].object
    assert after is not None
    assert after.amount == Amount(50, 50, "people")
    deciding.undo(store.connection, number, "ada")
    assert said(store) == before


def test_a_database_from_before_gets_them_when_it_is_opened(store: Store) -> None:
    before = said(store)
    store.connection.execute("ALTER TABLE claims DROP COLUMN phrases")
    store.connection.execute("UPDATE claims SET object_normal = NULL")
    path = store.path
    store.close()
    with Store.open(path) as opened:
        assert said(opened) == before


@pytest.mark.parametrize(
    ("relation", "lemma", "thing", "role", "other", "size"),
    [
        ("was jailed", "jail", None, Role.TIME, "for 22 years on Thursday", (22, "year")),
        ("died", "die", None, Role.OTHER, "at the age of 88", (88, "year")),
        ("bought", "buy", "Ovell", Role.MEASURE, "for $32 million", (32_000_000, "USD")),
        ("bought", "buy", "Ovell", Role.OTHER, "in a deal worth $32 million", (32_000_000, "USD")),
        ("left", "leave", "Ovell", Role.TIME, "on Thursday", None),
        ("went", "go", None, Role.OTHER, "at the end of 88 miles", None),
    ],
)
def test_how_long_how_old_and_for_how_much_are_read(
    relation: str, lemma: str, thing: str | None, role: Role, other: str, size: tuple[float, str] | None
) -> None:
    found = ArgumentWords(thing, 0, None, None) if thing else None
    words = ClaimWords(
        ArgumentWords("Ada Lind", 0, "PERSON", None), relation, lemma, found, ((role, other),), "SV", "past",
        Mood.STATEMENT, 0,
    )  # fmt: skip
    [read] = read_claim(words, KnownNames([])).qualifiers
    told = read.amount if read and read.measure == TERM else None
    assert (told and (told.low, told.unit)) == size


@pytest.mark.parametrize("who", ["Ada Lind", "she"])
@pytest.mark.parametrize(
    ("thing", "size"), [("41", 41), ("41 years old", 41), ("four", None), ("of Tarn", None), ("17 to 25", None)]
)
def test_how_old_somebody_is_is_read(who: str, thing: str, size: int | None) -> None:
    subject = ArgumentWords(who, 0, "PERSON" if " " in who else None, None)
    said = subject, ArgumentWords(thing, 0, "DATE" if thing == "41" else None, None)
    read = read_claim(ClaimWords(said[0], "is", "be", said[1], (), "SVC", "present", Mood.STATEMENT, 0), KnownNames([]))
    told = read.object.amount if read.object and read.object.measure == TERM else None
    assert (told and told.low) == size


@pytest.mark.parametrize(
    ("relation", "lemma", "thing", "other", "plain"),
    [
        ("were taken into", "take", "custody", None, ("arrest", True, None)),
        ("took", "take", "two men", "into custody", ("arrest", False, "man")),
        ("came under", "come", "fire", None, ("criticise", True, None)),
        ("set fire to", "set", "the mill", None, ("burn", False, "mill")),
        ("took into", "take", "account", None, ("take", False, "account")),
    ],
)
def test_an_idiom_says_what_its_verb_says(
    relation: str, lemma: str, thing: str, other: str | None, plain: tuple[str, bool, str | None]
) -> None:
    qualifiers = ((Role.DESTINATION, other),) if other else ()
    said = ArgumentWords("The crew", 0, None, None), ArgumentWords(thing, 0, None, None)
    words = ClaimWords(said[0], relation, lemma, said[1], qualifiers, "SVO", "past", Mood.STATEMENT, 0)
    read = read_claim(words, KnownNames([]))
    assert (read.relation.normal, read.relation.passive, read.object and read.object.head) == plain


@pytest.mark.parametrize(
    ("relation", "lemma", "thing", "passive"),
    [
        ("arrested over", "arrest", "theft", True),
        ("jailed", "jail", None, True),
        ("jailed", "jail", "two men", False),
        ("resigned", "resign", None, False),
    ],
)
def test_a_headline_leaves_was_out(relation: str, lemma: str, thing: str | None, passive: bool) -> None:
    said = ArgumentWords("Mayor", 0, None, None), ArgumentWords(thing, 0, None, None) if thing else None
    words = ClaimWords(said[0], relation, lemma, said[1], (), "SVO" if thing else "SV", "past", Mood.STATEMENT, 0)
    assert read_claim(words, KnownNames([])).relation.passive is passive
