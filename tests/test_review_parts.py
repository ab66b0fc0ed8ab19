"""What a correction makes of a claim beside the words that were chosen: who is meant, when, who says it, the rest."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from db import claims
from db.check import check
from db.reviews import deciding
from db.reviews.applying import claim_row
from db.reviews.decisions import Correction, RefusedError, Seen, Stance
from db.reviews.item import item, preview
from db.reviews.lemmas import lemma, main_word
from db.sqlite import Connection
from db.store import RunInfo, Store
from extract.model import Mention, Qualifier, Role, Spans
from tests.records import HARBOUR, argument, article, claim, extraction, harbour, slot, spans

RUN = RunInfo("1.0", "model", "3.8.0")
DAM = (
    "Interior Minister Dana Korvel told reporters of the dam on Sunday in the capital.\n"
    "The sister of Dana Korvel visited Jonas Pell.\n"
    "It had stopped the pumps.\n"
)


def dam() -> Any:
    """Names, a pronoun that stands for a thing, and two qualifiers."""
    told = claim(
        DAM, "Interior Minister Dana Korvel", "told", "reporters", position=0,
        qualifiers=(
            Qualifier(Role.TIME, "on Sunday", spans(DAM, "on Sunday"), "2024-03-10"),
            Qualifier(Role.PLACE, "in the capital", spans(DAM, "in the capital"), None),
        ),
    )  # fmt: skip
    visited = claim(DAM, "The sister of Dana Korvel", "visited", "Jonas Pell", sentence=1)
    (place,) = spans(DAM, "the dam")
    it = replace(argument(DAM, "It"), resolved="the dam", resolved_spans=(place,))
    stopped = replace(claim(DAM, "It", "had stopped", "the pumps", sentence=2), subject=it)
    stopped = replace(stopped, relation=replace(stopped.relation, lemma="stop"), predicate=spans(DAM, "stopped")[0])
    first, second = spans(DAM, "Dana Korvel", "Dana Korvel")
    (pell,), (pronoun,) = spans(DAM, "Jonas Pell"), spans(DAM, "It had")
    mentions = (
        Mention(*first, "Dana Korvel", "name", "PERSON"),
        Mention(*second, "Dana Korvel", "name", "PERSON"),
        Mention(*pell, "Jonas Pell", "name", "PERSON"),
        Mention(pronoun[0], pronoun[0] + 2, "It", "pronoun", None, (place,), "the dam", 0.9, "nearest"),
    )
    return extraction(article(DAM, "dam.txt", published="2024-03-12"), (told, visited, stopped), mentions=mentions)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "claims.db") as opened:
        opened.begin_run(RUN)
        opened.add(harbour())
        opened.add(dam())
        opened.add(replace(dam(), article=replace(dam().article, source="copy.txt")))
        yield opened


def seen(connection: Connection, relation: str) -> Seen:
    row = connection.execute("SELECT key, version FROM claims WHERE relation = ?", (relation,)).fetchone()
    return Seen(*row)


def edited(store: Store, relation: str, change: Correction) -> dict[str, Any]:
    """The claim with this relation after a correction, with what hangs on it; the laws hold, and an undo is whole."""
    one = seen(store.connection, relation)
    before = whole(store.connection, one.claim)
    number = deciding.edit(store.connection, one, change, "ada")
    after = whole(store.connection, one.claim)
    assert check(store.path) == []
    deciding.undo(store.connection, number, "ada")
    assert whole(store.connection, one.claim) | {"version": before["version"]} == before
    deciding.edit(store.connection, seen(store.connection, relation), change, "ada")
    return after


def whole(connection: Connection, key: str) -> dict[str, Any]:
    row = claim_row(connection, key)
    return {**row, **claims.lists(connection, row["id"]), "statement": None}


def name(store: Store, who: int | None) -> str | None:
    row = store.connection.execute("SELECT name FROM entities WHERE id = ?", (who,)).fetchone()
    return row and row[0]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        (("Minister Dana Korvel",), "Dana Korvel"),  # a word less: the same person
        (("Dana Korvel",), "Dana Korvel"),
        (("Interior Minister",), None),  # her name is not among them
        (("the capital",), None),
    ],
)
def test_whom_a_subject_means_follows_its_words(store: Store, words: tuple[str, ...], who: str | None) -> None:
    before = claim_row(store.connection, seen(store.connection, "told").claim)
    assert name(store, before["subject_who"]) == "Dana Korvel"
    after = edited(store, "told", Correction(subject=spans(DAM, *words)))
    assert name(store, after["subject_who"]) == who


def test_the_sister_of_somebody_is_not_that_person(store: Store) -> None:
    start = DAM.index("sister of")
    after = edited(store, "visited", Correction(object=((start, start + len("sister of Dana Korvel")),)))
    assert after["object"] == "sister of Dana Korvel"
    assert after["object_who"] is None


def test_a_pronoun_among_the_words_stands_for_what_it_stood_for(store: Store) -> None:
    start = DAM.index("It had")
    kept = edited(store, "had stopped", Correction(subject=((start, start + 6),)))
    assert (kept["subject"], kept["subject_resolved"]) == ("It had", "the dam")
    gone = edited(store, "had stopped", Correction(subject=spans(DAM, "the pumps")))
    assert (gone["subject"], gone["subject_resolved"]) == ("the pumps", None)


def test_whom_a_person_chose_stands_whatever_the_words(store: Store) -> None:
    (key,) = store.connection.execute("SELECT key FROM entities WHERE name = 'Jonas Pell'").fetchone()
    after = edited(store, "told", Correction(subject=spans(DAM, "Dana Korvel"), subject_who=key))
    assert name(store, after["subject_who"]) == "Jonas Pell"


def test_dates_stay_with_the_words_that_they_come_from(store: Store) -> None:
    trimmed = edited(store, "did not lose", Correction(time=spans(HARBOUR, "March 2021")))
    assert (trimmed["time_text"], trimmed["valid_from"], trimmed["valid_to"]) == (
        "March 2021", "2021-03-01", "2021-03-31",
    )  # fmt: skip
    deciding.undo(store.connection, 3, "ada")
    others = edited(store, "did not lose", Correction(time=spans(HARBOUR, "told")))
    assert (others["time_text"], others["valid_from"], others["valid_to"]) == ("told", None, None)


def test_a_time_points_at_the_words_that_were_chosen(store: Store) -> None:
    second = spans(HARBOUR, "the mayor", "the plan")[1:]
    place = ((second[0][0], second[0][0] + 3),)
    after = edited(store, "did not lose", Correction(time=place))
    assert json.loads(after["time_spans"]) == [list(place[0])]
    assert item(store.connection, after["key"]).time_spans == place


@pytest.mark.parametrize("stance", list(Stance))
def test_a_source_has_a_stance(store: Store, stance: Stance) -> None:
    after = edited(store, "did not lose", Correction(stance=stance.value)) if stance is not Stance.SAYS else None
    key = seen(store.connection, "did not lose").claim
    assert item(store.connection, key).stance == stance
    if after:
        assert after["attributed_to"] == "Ada Lind"
        assert len(json.loads(after["attribution"])) == 2  # who passes it on stays


def test_a_source_whose_words_are_trimmed_denies_what_it_denied(store: Store) -> None:
    edited(store, "did not lose", Correction(stance="denies it"))
    after = edited(store, "did not lose", Correction(source=spans(HARBOUR, "mayor")))
    step = json.loads(after["attribution"])[-1]
    assert (step["source"]["text"], step["polarity"], step["resolved"]) == ("mayor", "negative", "Ada Lind")
    assert step["cue"]["text"] == "told"
    another = edited(store, "did not lose", Correction(source=spans(HARBOUR, "Radio Ostrand")))
    assert (another["attributed_to"], json.loads(another["attribution"])[-1]["resolved"]) == ("Radio Ostrand", None)


def test_a_missing_claim_may_have_a_source(store: Store) -> None:
    change = Correction(
        subject=spans(DAM, "Jonas Pell"), relation=spans(DAM, "visited"), source=spans(DAM, "reporters")
    )  # fmt: skip
    deciding.add(store.connection, 2, change, "ada")
    (row,) = store.connection.execute("SELECT attributed_to FROM claims WHERE rule = 'person' AND article = 2")
    assert row == ("reporters",)
    assert check(store.path) == []


FURTHER: tuple[tuple[str, Spans], ...] = (
    ("manner", spans(DAM, "of the dam")),
    ("time", spans(DAM, "on Sunday")),
)


def test_qualifiers_are_put_in_the_place_of_others(store: Store) -> None:
    after = edited(store, "told", Correction(further=FURTHER))
    assert after["qualifiers"] == "of the dam; on Sunday"
    assert after["further"] == [
        ["manner", "of the dam", [list(FURTHER[0][1][0])], None],
        ["time", "on Sunday", [list(FURTHER[1][1][0])], "2024-03-10"],  # one that was there keeps its value
    ]
    copies = store.connection.execute(
        "SELECT COUNT(*) FROM qualifiers q JOIN claims c ON c.id = q.claim WHERE c.key = ?", (after["key"],)
    )
    assert copies.fetchone() == (4,)  # in the copy too


def test_no_qualifier_is_left(store: Store) -> None:
    after = edited(store, "told", Correction(further=()))
    assert (after["qualifiers"], after["further"]) == (None, [])


def test_the_condition_follows_its_qualifier(store: Store) -> None:
    after = edited(store, "told", Correction(further=(("condition", spans(DAM, "in the capital")),)))
    assert after["condition"] == "in the capital"
    after = edited(store, "told", Correction(further=()))
    assert (after["condition"], after["condition_spans"]) == (None, None)


def test_words_that_become_part_of_the_object_are_no_qualifier_any_more(store: Store) -> None:
    start, end = DAM.index("reporters"), DAM.index(" in the capital")
    after = edited(store, "told", Correction(object=((start, end),)))
    assert after["qualifiers"] == "in the capital"


@pytest.mark.parametrize(
    ("further", "words"),
    [
        ((("season", spans(DAM, "on Sunday")),), "Unknown role"),
        ((("time", ()),), "needs words"),
        ((("time", spans(DAM, "visited")),), "in the sentence of the claim"),
        (FURTHER * 30, "at most 40"),
    ],
)
def test_what_is_no_qualifier_is_refused(store: Store, further: Any, words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        deciding.edit(store.connection, seen(store.connection, "told"), Correction(further=further), "ada")


def test_a_split_keeps_qualifiers_and_the_numbers_of_its_words(store: Store) -> None:
    one = seen(store.connection, "did not lose")
    parts = [Correction(object=spans(HARBOUR, "about 40")), Correction(object=spans(HARBOUR, "ships"))]
    number = deciding.split(store.connection, one, parts, "ada")
    made = [entry.claim for entry in deciding.log.items(store.connection, number)[1:]]
    assert [whole(store.connection, key)["qualifiers"] for key in made] == ["in March 2021"] * 2
    assert [whole(store.connection, key)["further"][0][1] for key in made] == ["in March 2021"] * 2
    assert [[n[0] for n in whole(store.connection, key)["numbers"]] for key in made] == [["about 40"], []]
    assert check(store.path) == []
    deciding.undo(store.connection, number, "ada")
    assert check(store.path) == []


def test_qualifiers_that_a_person_chose_survive_another_reading(store: Store) -> None:
    edited(store, "told", Correction(further=FURTHER))
    key = seen(store.connection, "told").claim
    before = whole(store.connection, key)
    store.finish_run()
    store.begin_run(replace(RUN, model="other"))
    store.replace(2, dam())
    store.finish_run()
    assert whole(store.connection, key)["further"] == before["further"]
    assert check(store.path) == []


def test_check_sees_a_qualifier_that_the_log_does_not_have(store: Store) -> None:
    edited(store, "told", Correction(further=FURTHER))
    store.connection.execute(
        "DELETE FROM qualifiers WHERE role = 'manner' AND claim = (SELECT MIN(id) FROM claims WHERE relation = 'told')"
    )
    assert ["further" in problem.what for problem in check(store.path)] == [True]


def test_another_relation_has_its_own_lemma_and_main_word(store: Store) -> None:
    (old,) = store.connection.execute("SELECT relation_lemma FROM claims WHERE relation = 'had stopped'").fetchone()
    assert old == "stop"
    kept = edited(store, "had stopped", Correction(relation=spans(DAM, "stopped")))
    assert kept["relation_lemma"] == "stop"  # its main word is still there
    after = edited(store, "visited", Correction(relation=spans(DAM, "sister of", "visited")[:1]))
    assert (after["relation_lemma"], DAM[after["predicate_start"] : after["predicate_end"]]) == ("sister", "sister")


@pytest.mark.parametrize(
    ("word", "found"), [("stopped", "stop"), ("approved", "approved"), ("stopping", "stop"), ("xyzed", "xyzed")]
)
def test_a_lemma_is_what_other_claims_have(store: Store, word: str, found: str) -> None:
    assert lemma(store.connection, word) == found


@pytest.mark.parametrize(
    ("words", "main"), [("had passed on", "passed"), ("is unlikely to abandon", "abandon"), ("of", "of")]
)
def test_the_main_word_is_the_last_that_is_no_particle(words: str, main: str) -> None:
    start, end = main_word(words, ((0, len(words)),))
    assert words[start:end] == main


def test_a_preview_writes_nothing_and_shows_what_saving_makes(store: Store) -> None:
    one, change = seen(store.connection, "told"), Correction(subject=spans(DAM, "Interior Minister"), further=FURTHER)
    before = store.connection.total_changes
    shown = preview(store.connection, one, change)
    assert store.connection.total_changes == before
    assert (shown.subject.text, shown.subject.entity) == ("Interior Minister", None)
    assert [(q.role, q.text) for q in shown.qualifiers] == [("manner", "of the dam"), ("time", "on Sunday")]
    deciding.edit(store.connection, one, change, "ada")
    saved = item(store.connection, one.claim)
    assert replace(
        saved, status=shown.status, version=shown.version, history=(), statement=shown.statement, others=(), siblings=()
    ) == replace(shown, history=(), others=(), siblings=())


def test_what_was_corrected_is_edited_whoever_accepts_it_later(store: Store) -> None:
    one = seen(store.connection, "told")
    number = deciding.edit(store.connection, one, Correction(object=()), "ada")
    deciding.accept(store.connection, [Seen(one.claim, 1)], "ben")
    assert claim_row(store.connection, one.claim)["status"] == "edited"
    deciding.reject(store.connection, [Seen(one.claim, 2)], "ben")
    deciding.accept(store.connection, [Seen(one.claim, 3)], "ben")
    assert claim_row(store.connection, one.claim)["status"] == "edited"
    for later in range(number + 3, number - 1, -1):
        deciding.undo(store.connection, later, "ada")
    deciding.accept(store.connection, [seen(store.connection, "told")], "ben")
    assert claim_row(store.connection, one.claim)["status"] == "accepted"
    assert check(store.path) == []


def test_a_slot_elsewhere_is_no_place_for_a_subject(store: Store) -> None:
    with pytest.raises(RefusedError, match="in the sentence of the claim"):
        deciding.edit(store.connection, seen(store.connection, "told"), Correction(subject=slot(DAM, "It").spans), "a")
