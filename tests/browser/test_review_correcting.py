"""Correcting in Chromium against the stored rows: each part by mouse and by keys, each mark, splits, and back again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from db.check import check
from db.connection import snapshot
from db.store import Store
from tests.browser.reviewer import Reviewer, reviewer
from tests.browsing import RUN, make
from tests.records import HARBOUR, harbour

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

#: "The port of Vessna 🚢 did not lose about 40 ships in March 2021, the mayor told Radio Ostrand."
WORDS = HARBOUR.splitlines()[1].replace(",", " ,").replace(".", " .").split()
PARTS = ("subject", "relation", "object", "source", "cue", "time", "place")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = make(tmp_path_factory.mktemp("correcting") / "floods.db")
    with Store.open(path) as store:
        store.begin_run(RUN)
        for n in range(60):
            store.add(harbour(f"port{n:02}.txt", HARBOUR + f"Day {n}.\n"))
        store.finish_run()
    return path


@pytest.fixture
def claim(at: Reviewer, path: Path) -> str:
    """A claim that nobody has touched, open to be corrected."""
    query = "SELECT key FROM claims WHERE relation = 'did not lose' AND version = 0 AND status = 'unreviewed' LIMIT 1"
    with snapshot(path) as connection:
        key = str(connection.execute(query).fetchone()[0])
    at.review(f"?claim={key}")
    at.press("e")
    at.page.wait_for_selector(".word")
    return key


def column(row: dict[str, Any], part: str) -> Any:
    if part in ("source", "cue"):
        return row["attribution"] and json.loads(row["attribution"])[-1][part]["text"]
    return row[{"time": "time_text"}.get(part, part)]


def statements(path: Path, row: dict[str, Any]) -> dict[str, Any]:
    """A row with its statement by key (row ids of statements come and go) and without what counts its reviews."""
    with snapshot(path) as connection:
        statement = connection.execute("SELECT key FROM statements WHERE id = ?", (row["statement"],)).fetchone()
        told = connection.execute("SELECT * FROM qualifiers WHERE claim = ? ORDER BY position", (row["id"],)).fetchall()
    return {
        **row,
        "statement": statement and statement[0],
        "version": None,
        "qualifier rows": [tuple(one) for one in told],
    }


def saved(at: Reviewer, words: str = "Corrected.") -> None:
    at.press("Enter")
    at.settled()
    at.said(words)


def undone(at: Reviewer, claim: str, before: dict[str, Any]) -> None:
    """Every column is as it was before, spans and all, and the laws hold."""
    at.press("u")
    at.said("Undone.")
    assert statements(at.path, at.row(claim)) == statements(at.path, before) | {"version": None}
    assert check(at.path) == []


DRAGS = {
    "subject": ("port", "Vessna", "port of Vessna"),
    "relation": ("lose", "about", "lose about"),
    "object": ("March", "2021", "March 2021"),
    "source": ("mayor", "told", "mayor told"),
    "cue": ("told", "Radio", "told Radio"),
    "time": ("March", "2021", "March 2021"),
    "place": ("Radio", "Ostrand", "Radio Ostrand"),
}


@pytest.mark.parametrize("part", PARTS)
def test_each_part_is_chosen_anew_by_mouse_and_comes_back_by_undo(at: Reviewer, claim: str, part: str) -> None:
    before = statements(at.path, at.row(claim))
    first, last, words = DRAGS[part]
    at.press(str(PARTS.index(part) + 1))
    at.drag(at.word(first), at.word(last))
    saved(at)
    after = at.row(claim)
    assert column(after, part) == words
    assert (after["status"], after["version"]) == ("edited", 1)
    assert check(at.path) == []
    at.review(f"?claim={claim}")
    at.press("e", str(PARTS.index(part) + 1))
    assert " ".join(at.page.locator(".word.chosen").all_text_contents()) == words
    at.press("Escape")
    at.press("u")
    at.said("Undone.")
    assert statements(at.path, at.row(claim)) == before
    assert check(at.path) == []


@pytest.mark.parametrize("part", ["subject", "source", "time"])
def test_a_part_is_chosen_anew_by_keys_and_comes_back_by_undo(at: Reviewer, claim: str, part: str) -> None:
    before = statements(at.path, at.row(claim))
    first, last, words = DRAGS[part]
    places = WORDS.index(first), WORDS.index(last)
    at.press(str(PARTS.index(part) + 1), "Backspace", "Home", *["ArrowRight"] * places[0], "Space")
    at.press(*["Shift+ArrowRight"] * (places[1] - places[0]))
    saved(at)
    assert column(at.row(claim), part) == words
    assert check(at.path) == []
    at.press("u")
    at.said("Undone.")
    assert statements(at.path, at.row(claim)) == before


@pytest.mark.parametrize("part", ["object", "source", "time", "place"])
def test_a_part_is_taken_away(at: Reviewer, claim: str, part: str) -> None:
    before = statements(at.path, at.row(claim))
    at.press(str(PARTS.index(part) + 1), "Delete")
    saved(at)
    after = at.row(claim)
    assert column(after, part) == ("Radio Ostrand" if part == "source" else None)  # who passes it on stays
    assert check(at.path) == []
    at.press("u")
    at.said("Undone.")
    assert statements(at.path, at.row(claim)) == before


@pytest.mark.parametrize("part", ["subject", "relation"])
def test_a_part_that_a_claim_needs_cannot_be_taken_away_and_nothing_is_lost(
    at: Reviewer, claim: str, part: str
) -> None:
    before = at.row(claim)
    at.press("3")
    at.drag(at.word("March"), at.word("2021"))
    at.page.locator(f".choice.{part} .clear").click()
    at.press("Enter")
    at.page.locator("#problem", has_text=f"needs a {part}").wait_for()
    assert at.page.locator(".word.in-object").all_text_contents() == ["March", "2021"]
    assert at.row(claim) == before


def test_a_part_in_pieces_by_mouse_and_by_keys(at: Reviewer, claim: str) -> None:
    before = statements(at.path, at.row(claim))
    at.press("3")
    at.drag(at.word("about"), at.word("40"))
    at.drag(at.word("March"), at.word("2021"), "Control")
    at.press("1", "Backspace", "Home", *["ArrowRight"] * WORDS.index("port"), "Space")
    at.press(*["ArrowRight"] * 2, "Space")
    saved(at)
    after = at.row(claim)
    assert (after["object"], after["subject"]) == ("about 40 March 2021", "port Vessna")
    assert len(json.loads(after["object_spans"])) == len(json.loads(after["subject_spans"])) == 2
    assert check(at.path) == []
    at.press("u")
    at.said("Undone.")
    assert statements(at.path, at.row(claim)) == before


def test_parts_may_overlap(at: Reviewer, claim: str) -> None:
    at.press("1")
    at.drag(at.word("port"), at.word("lose"))
    at.press("3")
    at.drag(at.word("lose"), at.word("ships"))
    saved(at)
    after = at.row(claim)
    assert (after["subject"], after["object"]) == ("port of Vessna 🚢 did not lose", "lose about 40 ships")
    assert check(at.path) == []


def test_with_alt_a_selection_goes_by_characters_by_mouse(at: Reviewer, claim: str) -> None:
    at.press("1")
    box = at.word("Vessna").bounding_box()
    at.page.keyboard.down("Alt")
    at.page.mouse.move(box["x"] + 1, box["y"] + box["height"] / 2)
    at.page.mouse.down()
    at.page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + box["height"] / 2, steps=4)
    at.page.mouse.up()
    at.page.keyboard.up("Alt")
    saved(at)
    subject = at.row(claim)["subject"]
    assert subject in ("Ves", "Vess", "Vessn")
    assert check(at.path) == []


def test_with_alt_a_selection_goes_by_characters_by_keys(at: Reviewer, claim: str) -> None:
    at.press("1", "Backspace", "Home", *["ArrowRight"] * WORDS.index("🚢"), "Space")
    at.press("Alt+ArrowRight", "Alt+ArrowRight", "Alt+Shift+ArrowLeft", "Alt+Shift+ArrowLeft")
    saved(at)
    assert at.row(claim)["subject"] == "a 🚢 d"
    assert check(at.path) == []


MARKS = [
    ({"polarity": "positive"}, {"polarity": "positive", "factuality": "CT+"}),
    ({"modality": "possible"}, {"modality": "possible", "factuality": "PS-"}),
    ({"modality": "probable", "polarity": "positive"}, {"modality": "probable", "factuality": "PR+"}),
    ({"mood": "question"}, {"mood": "question", "factuality": "Uu"}),
    ({"valid_from": "2020", "valid_to": "2020-02"}, {"valid_from": "2020-01-01", "valid_to": "2020-02-29"}),
    ({"valid_from": "", "valid_to": ""}, {"valid_from": None, "valid_to": None}),
    ({"valid_to": "2024-05-31"}, {"valid_from": "2021-03-01", "valid_to": "2024-05-31"}),
]


@pytest.mark.parametrize(("chosen", "stored"), MARKS, ids=[json.dumps(chosen) for chosen, _ in MARKS])
def test_each_mark_is_changed_and_comes_back_by_undo(
    at: Reviewer, claim: str, chosen: dict[str, str], stored: dict[str, Any]
) -> None:
    before = statements(at.path, at.row(claim))
    for name, value in chosen.items():
        field = at.page.locator(f"[name={name}]")
        if name.startswith("valid"):
            field.fill(value)
        else:
            field.select_option(value)
    at.page.locator(".words .word").first.focus()
    saved(at)
    after = at.row(claim)
    assert {name: after[name] for name in stored} == stored
    assert check(at.path) == []
    at.press("u")
    at.said("Undone.")
    assert statements(at.path, at.row(claim)) == before


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("valid_from", "soon", "is not a date"),
        ("valid_from", "2024-02-30", "is not a date"),
        ("valid_to", "2024-13", "is not a date"),
        ("valid_to", "0000", "is not a date"),
        ("valid_to", "1999", "ends before it begins"),
        ("subject_who", "Nobody in particular", "Choose the subject from the list"),
    ],
)
def test_what_cannot_be_is_told_in_words_and_stays_on_the_screen(
    at: Reviewer, claim: str, name: str, value: str, words: str
) -> None:
    before = at.row(claim)
    at.press("3")
    at.drag(at.word("March"), at.word("2021"))
    at.page.locator(f"[name={name}]").fill(value)
    at.press("Enter")
    at.page.locator("#problem", has_text=words).wait_for()
    assert at.page.locator(f"[name={name}]").input_value() == value
    assert at.page.locator(".word.in-object").all_text_contents() == ["March", "2021"]
    assert at.row(claim) == before


def test_another_entity_is_chosen_by_name_and_nobody_by_an_empty_field(at: Reviewer, claim: str) -> None:
    before = statements(at.path, at.row(claim))
    field = at.page.locator("[name=object_who]")
    field.fill("Vess")
    label = at.page.locator("#object-entities option").first
    label.wait_for(state="attached")
    chosen = str(label.get_attribute("value"))
    assert chosen.startswith("Vessna")
    field.fill(chosen)
    field.press("Enter")
    at.settled()
    at.said("Corrected.")
    with snapshot(at.path) as connection:
        query = "SELECT e.name FROM claims c JOIN entities e ON e.id = c.object_who WHERE c.key = ?"
        assert connection.execute(query, (claim,)).fetchone() == ("Vessna",)
    at.review(f"?claim={claim}")
    assert at.page.locator(".parts .resolved").last.inner_text().strip() == "= Vessna"
    at.press("e")
    at.page.locator("[name=object_who]").fill("")
    at.page.locator("[name=object_who]").press("Enter")
    at.settled()
    at.said("Corrected.")
    assert at.row(claim)["object_who"] is None
    for _ in range(2):
        with at.page.expect_response("**/decide.json"):
            at.press("u")
        at.settled()
    at.said("Undone.")
    assert statements(at.path, at.row(claim)) == before
    assert check(at.path) == []


def test_what_a_pronoun_stands_for_is_shown_and_taken_away(at: Reviewer) -> None:
    query = "SELECT key FROM claims WHERE subject_resolved = 'the mayor' AND status = 'unreviewed' LIMIT 1"
    with snapshot(at.path) as connection:
        claim = str(connection.execute(query).fetchone()[0])
    at.review(f"?claim={claim}")
    assert at.page.locator(".parts .resolved").first.inner_text().strip() == "= the mayor"
    at.press("e")
    field = at.page.locator("[name=subject_who]")
    assert field.input_value() == "the mayor"
    field.fill("")
    field.press("Enter")
    at.settled()
    at.said("Corrected.")
    row = at.row(claim)
    assert (row["subject"], row["subject_resolved"], row["subject_who"]) == ("She", None, None)
    at.review(f"?claim={claim}")
    assert at.page.locator(".parts .resolved").count() == 0
    at.press("u")
    at.said("Undone.")
    assert at.row(claim)["subject_resolved"] == "the mayor"


def test_a_claim_is_split_and_the_split_comes_back_as_one(at: Reviewer, claim: str) -> None:
    at.press("Escape")
    before = statements(at.path, at.row(claim))
    for word in ("ships", "March", "Ostrand"):
        at.press("x")
        at.said("of the split")
        at.press("3")
        at.word(word).click()
    saved(at, "Split.")
    made = [item.claim for item in at.items()][1:]
    assert [at.row(key)["object"] for key in made] == ["ships", "March", "Ostrand"]
    assert {at.row(key)["status"] for key in made} == {"accepted"}
    assert at.row(claim)["status"] == "rejected"
    assert check(at.path) == []
    at.press("u")
    at.page.locator("#status", has_text="Undone for 4 claims.").wait_for()
    assert statements(at.path, at.row(claim)) == before
    with snapshot(at.path) as connection:
        left = connection.execute("SELECT COUNT(*) FROM claims WHERE key IN (?, ?)", made[:2]).fetchone()
    assert left == (0,)
    assert check(at.path) == []


def test_a_split_into_the_same_twice_is_refused_and_its_parts_stay(at: Reviewer, claim: str) -> None:
    at.press("Escape", "x", "3")
    at.word("ships").click()
    at.press("x", "3")
    at.word("ships").click()
    at.press("Enter")
    at.page.locator("#problem:not([hidden])").wait_for()
    assert at.row(claim)["version"] == 0
    at.word("March").click()
    saved(at, "Split.")
    assert [at.row(item.claim)["object"] for item in at.items()][1:] == ["ships", "March"]


def test_escape_leaves_everything_as_it_was(at: Reviewer, claim: str) -> None:
    before, number = at.row(claim), at.number()
    shown = at.page.locator("#card").inner_text()
    at.press("1")
    at.drag(at.word("lose"), at.word("ships"))
    at.press("2", "Delete")
    at.page.locator("[name=mood]").select_option("wish")
    at.page.locator("[name=valid_from]").fill("never")
    at.press("Escape")
    at.page.wait_for_selector("#card .parts")
    assert (at.row(claim), at.number()) == (before, number)
    at.press("x", "3")
    at.word("ships").click()
    at.press("x", "Escape")
    at.said("Claim 1 of the split")
    assert at.page.locator(".word.in-object").all_text_contents() == ["ships"]
    at.press("Escape")
    at.page.wait_for_selector("#card .parts")
    assert (at.row(claim), at.number()) == (before, number)
    at.press("e")
    assert at.page.locator("#card").inner_text() == shown


def test_nothing_changed_is_no_correction(at: Reviewer, claim: str) -> None:
    at.press("Enter")
    at.page.locator("#problem", has_text="Nothing was changed").wait_for()
    assert at.row(claim)["version"] == 0


def test_a_correction_that_met_another_is_laid_over_the_claim_as_it_is_now(
    at: Reviewer, claim: str, browser: Browser
) -> None:
    at.press("3")
    at.drag(at.word("March"), at.word("2021"))
    at.page.locator("[name=modality]").select_option("possible")
    with reviewer(browser, at.url, at.path) as other:
        other.review(f"?claim={claim}")
        other.press("e", "1")
        other.drag(other.word("port"), other.word("Vessna"))
        saved(other)
    at.press("Enter")
    at.page.locator("#conflict[open]").wait_for()
    assert "object: March 2021" in at.page.locator("#conflict .yours").inner_text()
    assert "(edit)" in at.page.locator("#conflict .who").inner_text()
    at.page.locator("#conflict button[value=again]").click()
    at.page.wait_for_selector(".word")
    assert at.page.locator(".word.in-object").all_text_contents() == ["March", "2021"]
    assert at.page.locator(".word.in-subject").all_text_contents() == ["port", "of", "Vessna"]
    saved(at)
    after = at.row(claim)
    assert (after["subject"], after["object"], after["modality"], after["version"]) == (
        "port of Vessna", "March 2021", "possible", 2,
    )  # fmt: skip
    assert check(at.path) == []
