"""Correcting qualifiers, the source's stance and words elsewhere; what saving would make of it is shown beforehand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db import web
from db.check import check
from db.connection import snapshot
from db.reviews.decisions import Stance
from db.store import Store
from extract.model import Attribution, Block, BlockKind, Modality, Mood, Outcome, Polarity, Role, Sentence
from tests.browser.reviewer import Reviewer, reviewer
from tests.browsing import RUN, make
from tests.records import article, claim, extraction, slot
from tests.run import serving
from tests.test_review_parts import dam

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SAID = "Jonas Pell spoke first. We heard the wall break.\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = make(tmp_path / "dam.db")
    with Store.open(path) as store:
        store.begin_run(RUN)
        store.add(dam())
        store.finish_run()
    return path


@pytest.fixture
def at(browser: Browser, path: Path) -> Iterator[Reviewer]:
    with serving(path) as url, reviewer(browser, url, path) as made:
        yield made


def opened(at: Reviewer, relation: str) -> str:
    with snapshot(at.path) as connection:
        (key,) = connection.execute("SELECT key FROM claims WHERE relation = ?", (relation,)).fetchone()
    at.review(f"?claim={key}")
    at.press("e")
    at.page.wait_for_selector(".words")
    return str(key)


def saved(at: Reviewer) -> None:
    at.press("Enter")
    at.settled()
    at.said("Corrected.")
    assert check(at.path) == []


def further(at: Reviewer, key: str) -> list[tuple[str, str]]:
    with snapshot(at.path) as connection:
        query = (
            "SELECT role, text FROM qualifiers WHERE claim = (SELECT id FROM claims WHERE key = ?) ORDER BY position"
        )
        return [tuple(row) for row in connection.execute(query, (key,))]


def test_qualifiers_are_chosen_by_key_added_and_taken_away(at: Reviewer) -> None:
    key = opened(at, "told")
    assert at.page.locator(".qualifier .kind").all_text_contents() == ["on Sunday", "in the capital"]
    at.press("8")
    assert at.page.locator(".word.chosen").all_text_contents() == ["on", "Sunday"]
    at.press("8")
    assert at.page.locator(".word.chosen").all_text_contents() == ["in", "the", "capital"]
    at.page.get_by_role("group", name="Qualifiers").get_by_label("Remove place").click()
    at.press("9")
    at.drag(at.word("of"), at.word("dam"))
    at.page.locator(".qualifier").last.locator("select").select_option("topic")
    at.page.locator(".words .word").first.focus()
    saved(at)
    assert further(at, key) == [("time", "on Sunday"), ("topic", "of the dam")]
    assert at.row(key)["qualifiers"] == "on Sunday; of the dam"
    at.press("u")
    at.said("Undone.")
    assert further(at, key) == [("time", "on Sunday"), ("place", "in the capital")]


def test_a_role_is_changed_by_keyboard_alone(at: Reviewer) -> None:
    key = opened(at, "told")
    role = at.page.locator(".qualifier select").last
    role.focus()
    at.press("t", "Enter")  # by its first letter
    at.settled()
    at.said("Corrected.")
    assert further(at, key) == [("time", "on Sunday"), ("topic", "in the capital")]


def test_words_that_the_object_takes_are_no_qualifier_any_more_and_are_one_again(at: Reviewer) -> None:
    key = opened(at, "told")
    at.press("3")
    at.drag(at.word("reporters"), at.word("Sunday"))
    assert at.page.locator(".qualifier.taken .kind").all_text_contents() == ["on Sunday"]
    at.drag(at.word("reporters"), at.word("of"))
    assert at.page.locator(".qualifier.taken").count() == 0
    at.drag(at.word("reporters"), at.word("Sunday"))
    saved(at)
    assert further(at, key) == [("place", "in the capital")]


def test_what_saving_would_make_of_it_is_shown_and_is_what_is_saved(at: Reviewer) -> None:
    key = opened(at, "told")
    field = at.page.locator("[name=subject_who]")
    assert field.input_value() == "Dana Korvel"
    at.press("1")
    at.drag(at.word("Interior"), at.word("Minister"))
    at.page.locator(".became", has_text="New text: Interior Minister · told · reporters").wait_for()
    assert field.input_value() == ""
    at.drag(at.word("Minister"), at.word("Korvel"))
    at.page.locator(".became", has_text="New text: Minister Dana Korvel").wait_for()
    assert field.input_value() == "Dana Korvel"
    at.page.locator("[name=modality]").select_option("possible")
    at.page.locator(".became .x-chip", has_text="possibly").wait_for()
    assert at.row(key)["version"] == 0
    at.page.locator(".words .word").first.focus()
    saved(at)
    at.review(f"?claim={key}")
    assert at.page.locator("#card .resolved").first.inner_text().strip() in ("↗", "= Dana Korvel")
    assert "possibly" in at.page.locator("#card .marks").inner_text()


def test_a_source_of_another_sentence_is_shown_and_replaced_as_a_whole(at: Reviewer) -> None:
    text = SAID.replace(". ", ".\n")
    with Store.open(at.path) as store:
        store.begin_run(RUN)
        said = (Attribution(slot(text, "Jonas Pell"), None, slot(text, "We heard").spans, None),)
        one = claim(text, "We", "heard", "the wall break", sentence=1, attribution=said)
        store.add(extraction(article(text, "said.txt"), (one,)))
        store.finish_run()
    key = opened(at, "heard")
    assert at.page.locator(".choice.source small").inner_text().strip() == "Jonas Pell (elsewhere in the article)"
    at.press("4", "Home", "Space")
    assert at.page.locator(".choice.source small").is_hidden()
    saved(at)
    assert at.row(key)["attributed_to"] == "We"


def test_a_source_may_be_chosen_from_the_words_around_the_sentence(at: Reviewer) -> None:
    key = _block(at)
    near = at.page.locator(".words .near", has_text="Pell")
    assert near.get_attribute("aria-disabled") == "true"
    near.click(force=True)  # the subject is of the sentence: nothing is chosen there
    assert at.page.locator(".words .chosen").all_text_contents() == ["We"]
    at.press("4")
    assert near.get_attribute("aria-disabled") == "false"
    at.drag(at.page.locator(".words .near", has_text="Jonas"), near)
    saved(at)
    assert at.row(key)["attributed_to"] == "Jonas Pell"


def _block(at: Reviewer) -> str:
    """A claim whose sentence has another before it in its paragraph."""
    end = len(SAID) - 1
    cut = SAID.index("We")
    one = claim(SAID, "We", "heard", "the wall break", sentence=1)
    found = extraction(article(SAID, "block.txt"), ())
    sentences = (
        Sentence(0, 0, cut - 1, BlockKind.PARAGRAPH, Outcome.NO_CLAIM),
        Sentence(1, cut, end, BlockKind.PARAGRAPH, Outcome.CLAIMS),
    )
    found = replace(found, blocks=(Block(BlockKind.PARAGRAPH, 0, end),), sentences=sentences, claims=(one,))
    with Store.open(at.path) as store:
        store.begin_run(RUN)
        store.add(found)
        store.finish_run()
    return opened(at, "heard")


def test_a_source_denies_what_it_is_said_to_say(at: Reviewer) -> None:
    key = opened(at, "told")
    assert at.page.locator("[name=stance]").is_hidden()
    at.press("4")
    at.word("reporters").click()
    assert at.page.locator("[name=stance]").is_visible()
    at.page.locator("[name=stance]").select_option("denies it")
    at.page.locator(".words .word").first.focus()
    saved(at)
    step = json.loads(at.row(key)["attribution"])[-1]
    assert (step["source"]["text"], step["polarity"]) == ("reporters", "negative")


def test_pieces_are_added_without_a_modifier(at: Reviewer) -> None:
    key = opened(at, "told")
    at.press("3")
    at.page.locator("[name=adds]").check()
    at.word("capital").click()
    at.word("Sunday").click()
    at.page.locator("[name=adds]").uncheck()
    at.page.locator(".words .word").first.focus()
    saved(at)
    assert at.row(key)["object"] == "reporters Sunday capital"


def test_a_split_shows_what_it_has_and_goes_back_by_one(at: Reviewer) -> None:
    key = opened(at, "told")
    at.press("Escape", "x", "3")
    at.word("Sunday").click()
    at.press("Enter")
    at.page.locator("#problem", has_text="A split needs at least two claims").wait_for()
    at.press("x")
    assert at.page.locator(".parted li").all_text_contents() == ["Interior Minister Dana Korvel · told · Sunday"]
    at.press("Escape")
    assert at.page.locator(".parted").count() == 0
    assert at.page.locator(".word.in-object").all_text_contents() == ["Sunday"]
    at.press("x", "3")
    at.word("capital").click()
    at.press("Enter")
    at.settled()
    at.said("Split.")
    assert at.row(key)["status"] == "rejected"
    assert check(at.path) == []


def test_a_correction_is_not_lost_by_leaving_the_page(at: Reviewer) -> None:
    opened(at, "told")
    asked: list[str] = []
    at.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    at.press("3")
    at.word("capital").click()
    at.page.evaluate("setTimeout(() => location.reload(), 0)")
    at.page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    assert at.page.locator(".word.in-object").all_text_contents() == ["capital"]
    at.press("Escape")
    at.page.reload()
    assert asked == ["beforeunload"]


def test_the_page_offers_the_words_that_the_record_knows() -> None:
    """What can be chosen is written in the scripts, and must be what is stored."""
    scripts = "".join((Path(web.__file__).parent / "static" / name).read_text() for name in ("fields.js", "editor.js"))

    def offered(name: str) -> list[str]:
        found = re.search(rf"{name}\W+(\[[^\]]+\])", scripts)
        assert found
        return list(json.loads(found[1]))

    assert offered("ROLES") == list(Role)
    assert offered("stance") == list(Stance)
    assert offered("polarity") == list(Polarity)
    assert offered("modality") == list(Modality)
    assert offered("mood") == list(Mood)
