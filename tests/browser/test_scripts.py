"""Emoji, combining marks, right to left, no spaces, controls of direction: in the right place on every page, and
what is chosen in the browser is what the database then points at."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db.check import check
from db.connection import snapshot
from db.reviews import log
from tests.browser.test_everyone import of, one, queue, settled
from tests.everyone import WORLD

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

CONTROLS = "\u202e\u202c\u2066\u2069"
#: A claim by its subject, the word that becomes the subject, and what is then stored.
CLICKED = [
    ("Zoe%", "👩", "👩🏽\u200d🚒"),
    ("Zoe%", "Zoe", "Zoe\u0308"),
    ("Zoe%", "🇳🇴", "🇳🇴"),
    ("חנה%", "Dawn", "Dawn"),
    ("חנה%", "במאי", "במאי"),
    ("ليلى%", "Ostrand", "Ostrand"),
    ("東京%", "館", "館"),
    ("नई%", "दिल्ली", "दिल्ली"),
    ("%eman%", "hall", "hall"),
]


@pytest.fixture(scope="module")
def path(everybody: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(everybody, tmp_path_factory.mktemp("scripts") / "floods.db"))


@pytest.fixture
def page(browser: Browser, url: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 900, "height": 900}, base_url=url)
    yield context.new_page()
    context.close()


def editing(page: Page, key: str, part: str) -> Locator:
    """The words of the sentence, nothing of `part` chosen."""
    page.goto(f"/-/review?claim={key}")
    queue(page)
    page.keyboard.press("e")
    page.keyboard.press(part)
    page.keyboard.press("Backspace")
    return page.get_by_role("listbox")


def stored(path: Path, column: str) -> tuple[str, list[list[int]]]:
    """The words and places of a part of the claim that was changed last."""
    with snapshot(path) as connection:
        claim = log.items(connection, log.latest(connection, limit=1)[0].id)[0].claim
        query = f"SELECT {column}, {column}_spans FROM claims WHERE key = ?"
        words, spans = connection.execute(query, (claim,)).fetchone()
    return words, json.loads(spans)


def saved(page: Page) -> None:
    page.keyboard.press("Enter")
    page.get_by_text("Corrected.").wait_for()
    settled(page)


def test_a_word_that_is_clicked_is_what_the_database_points_at(page: Page, path: Path) -> None:
    for subject, word, expected in CLICKED:
        key = of(path, subject)
        words = editing(page, key, "1")
        words.locator(".word", has_text=word).first.click()
        saved(page)
        at = WORLD.index(expected)
        assert stored(path, "subject") == (expected, [[at, at + len(expected)]])
        page.keyboard.press("u")
        page.get_by_text("Undone.").wait_for()
    assert check(path) == []


def test_in_a_sentence_from_right_to_left_keys_go_as_they_point(page: Page, path: Path) -> None:
    words = editing(page, of(path, "חנה%"), "3")
    assert words.evaluate("found => getComputedStyle(found).direction") == "rtl"
    page.keyboard.press("Home")
    left = "document.activeElement.getBoundingClientRect().left"
    first = page.evaluate(left)
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.textContent") == "לוי"
    assert page.evaluate(left) < first
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    page.keyboard.press("Shift+ArrowLeft")
    saved(page)
    at = WORLD.index("Ada Lind")
    assert stored(path, "object") == ("Ada Lind", [[at, at + 8]])
    page.keyboard.press("u")
    page.get_by_text("Undone.").wait_for()


def test_what_is_dragged_over_is_chosen_in_any_direction(page: Page, path: Path) -> None:
    words = editing(page, of(path, "ليلى%"), "3")
    first, last = (words.locator(".word", has_text=word).bounding_box() for word in ("متحف", "14"))
    assert first is not None
    assert last is not None
    assert last["x"] < first["x"]
    page.mouse.move(first["x"] + first["width"] - 3, first["y"] + 10)
    page.mouse.down()
    page.mouse.move(last["x"] + 3, last["y"] + 10, steps=6)
    page.mouse.up()
    saved(page)
    at, end = WORLD.index("متحف"), WORLD.index("14", WORLD.index("متحف")) + 2
    assert stored(path, "object") == (WORLD[at:end], [[at, end]])
    page.keyboard.press("u")
    page.get_by_text("Undone.").wait_for()


def test_without_spaces_each_character_can_be_chosen_and_by_alt_half_a_word(page: Page, path: Path) -> None:
    editing(page, of(path, "東京%"), "3")
    page.keyboard.press("Home")
    for _ in range(9):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    saved(page)
    at = WORLD.index("博物館")
    assert stored(path, "object") == ("博物館", [[at, at + 3]])
    page.keyboard.press("u")
    page.get_by_text("Undone.").wait_for()
    words = editing(page, of(path, "Zoe%"), "3")
    words.locator(".word", has_text="museum").click()
    page.keyboard.press("Alt+ArrowLeft")
    page.keyboard.press("Alt+Shift+ArrowRight")
    saved(page)
    at = WORLD.index("museum")
    assert stored(path, "object") == ("useu", [[at + 1, at + 5]])
    page.keyboard.press("u")
    page.get_by_text("Undone.").wait_for()
    assert check(path) == []


def test_controls_of_direction_are_marks_and_turn_nothing_around(page: Page, path: Path) -> None:
    key, hebrew = of(path, "%eman%"), of(path, "חנה%")
    number = one(path, "SELECT id FROM articles WHERE source = 'world.txt'")
    row = one(path, f"SELECT id FROM claims WHERE key = '{key}'")
    for place in (
        f"/-/review?claim={key}", f"/-/article/{number}", "/-/review/log", f"/-/review/history/{key}",
        "/-/statements?text=rieht", f"/floods/claims?article={number}", f"/floods/claims/{row}",
    ):  # fmt: skip
        page.goto(place)
        if "claim=" in place:
            queue(page)
        shown = page.locator("main").inner_text()
        assert not set(shown) & set(CONTROLS), place
        assert "U+202E" in shown, place
        assert page.locator(".x-unseen").count() > 0, place
    page.goto(f"/-/article/{number}")
    directions = page.eval_on_selector_all("article p[dir]", "all => all.map(p => getComputedStyle(p).direction)")
    assert directions == ["ltr", "rtl", "rtl", "ltr", "ltr", "ltr"]
    page.goto(f"/-/review?claim={hebrew}")
    queue(page)
    assert page.evaluate("getComputedStyle(document.querySelector('.sentence')).direction") == "rtl"
    parts = page.locator("#card .parts dd > span").all_inner_texts()
    assert parts == ["חנה לוי", "פתחה", "המוזיאון New Dawn"]


def test_a_conflict_shows_scripts_as_they_are(page: Page, path: Path) -> None:
    key = of(path, "%eman%")
    editing(page, key, "3").locator(".word", has_text="hall").click()
    other = page.context.new_page()
    other.goto(f"/-/review?claim={key}")
    queue(other)
    other.keyboard.press("a")
    settled(other)
    other.close()
    page.keyboard.press("Enter")
    page.locator("#conflict[open]").wait_for()
    shown = page.locator("#conflict").inner_text()
    assert "object: hall" in shown
    assert "U+202E" in shown
    assert not set(shown) & set(CONTROLS)
