"""All of reviewing by keyboard alone, and what a screen reader is told on the way."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db.check import check
from db.connection import snapshot
from db.reviews import log
from db.reviews.decisions import Action, Review
from db.reviews.item import item
from tests.browser.test_everyone import of, one, queue, settled
from tests.run import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture
def path(everybody: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(everybody, tmp_path / "floods.db"))


@pytest.fixture
def page(browser: Browser, path: Path) -> Iterator[Page]:
    """A page over a database that the test may change. Its mouse is out of order."""
    with serving(path) as address:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
        opened = context.new_page()
        problems: list[str] = []
        opened.on("pageerror", lambda error: problems.append(str(error)))
        yield opened
        context.close()
    assert problems == []


def focus(page: Page) -> str:
    """What has the focus, in words."""
    told: str = page.evaluate(
        "(at => at.dataset.action || at.id || at.name || at.value || at.className || at.tagName)"
        "(document.activeElement)"
    )
    return told


def tab_to(page: Page, name: str, key: str = "Tab") -> None:
    for _ in range(60):
        page.keyboard.press(key)
        if focus(page) == name:
            return
    raise AssertionError(f"{name} cannot be reached by {key}; at {focus(page)}")


def visible(page: Page) -> bool:
    """Whether the focus can be seen."""
    style = "getComputedStyle(document.activeElement)"
    return bool(page.evaluate(f"{style}.outlineStyle !== 'none' && parseFloat({style}.outlineWidth) >= 1"))


def said(page: Page) -> str:
    return page.locator("#status").inner_text()


def told(page: Page) -> str:
    return page.locator("#spoken").inner_text()


def newest(path: Path) -> Review:
    with snapshot(path) as connection:
        return log.latest(connection, limit=1)[0]


def test_by_tab_and_enter_one_decides_and_stays_at_the_button(page: Page, path: Path) -> None:
    page.goto("/-/review?order=reading&rule=verb")
    queue(page)
    first = told(page)
    assert first.startswith("Claim: ")
    assert "The sentence: " in first
    tab_to(page, "accept")
    assert visible(page)
    page.keyboard.press("Enter")
    settled(page)
    assert (said(page), newest(path).action, focus(page)) == ("Accepted.", Action.ACCEPT, "accept")
    assert told(page) != first
    roles = page.eval_on_selector_all("#status, #spoken", "all => all.map(e => e.getAttribute('role'))")
    assert roles == ["status", "status"]
    page.keyboard.press("Space")
    settled(page)
    assert newest(path).id == 15  # thirteen were there


def test_a_dialog_takes_the_focus_and_gives_it_back(page: Page, path: Path) -> None:
    page.goto("/-/review?order=reading&rule=verb")
    queue(page)
    tab_to(page, "edit")
    for key, name in (("r", "reasons"), ("n", "note"), ("m", "alike"), ("?", "help")):
        page.keyboard.press(key)
        page.wait_for_selector(f"#{name}[open]")
        assert page.get_by_role("dialog").get_attribute("aria-labelledby") == f"{name}-title"
        for _ in range(12):
            page.keyboard.press("Tab")
            inside = f"(at => at === document.body || !!at.closest('#{name}'))(document.activeElement)"
            assert page.evaluate(inside), name
        page.keyboard.press("Escape")
        page.wait_for_selector(f"#{name}:not([open])", state="attached")
        assert focus(page) == "edit", name
    assert newest(path).id == 13


def test_rejecting_noting_many_and_undoing(page: Page, path: Path) -> None:
    page.goto(f"/-/review?claim={of(path, 'ليلى%')}")
    queue(page)
    page.keyboard.press("r")
    tab_to(page, "wrong relation")
    page.keyboard.press("Enter")
    page.get_by_text("Rejected: wrong relation.").wait_for()
    assert newest(path).reason == "wrong relation"
    page.keyboard.press("u")
    page.get_by_text("Undone.").wait_for()
    assert "ليلى" in told(page)
    page.keyboard.press("n")
    page.keyboard.type("is it so?")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("#card q", has_text="is it so?").wait_for()
    assert focus(page) == "card"
    page.keyboard.press("m")
    page.locator("#alike[open] li").first.wait_for()
    page.keyboard.press("ArrowUp")  # the last of the three ways: the same rule
    page.locator("#alike li").nth(1).wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")  # select all
    tab_to(page, "accept")
    page.keyboard.press("Enter")
    settled(page)
    page.locator("#status", has_text="Undo takes all of them back").wait_for()
    assert newest(path).claims > 1
    page.keyboard.press("u")
    page.get_by_text("Undone for").wait_for()
    assert check(path) == []


def test_correcting_and_splitting_tell_what_is_chosen(page: Page, path: Path) -> None:
    key = one(path, "SELECT key FROM claims WHERE object = 'ships' AND current = 1")
    page.goto(f"/-/review?claim={key}")
    queue(page)
    page.keyboard.press("e")
    page.keyboard.press("3")
    words = page.get_by_role("listbox", name="Words of the sentence: choose the object")
    tree = words.aria_snapshot()
    assert '- option "ships" [selected]' in tree
    assert '- option "port"\n' in tree
    assert words.get_attribute("aria-multiselectable") == "true"
    assert words.get_by_role("option", name="port").get_attribute("aria-description") == "subject"
    assert visible(page)
    page.keyboard.press("Shift+ArrowLeft")
    assert '- option "40" [selected]' in words.aria_snapshot()
    page.keyboard.press("Tab")  # out of the words: no trap
    assert focus(page) == "another"
    page.keyboard.press("Tab")
    assert focus(page) == "polarity"
    page.keyboard.press("Home")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    assert focus(page) == "word in-object chosen"
    page.keyboard.press("Enter")
    settled(page)
    assert (said(page), newest(path).action) == ("Corrected.", Action.EDIT)
    assert one(path, f"SELECT object || polarity FROM claims WHERE key = '{key}'") == "40 shipspositive"
    page.goto(f"/-/review?claim={key}")
    queue(page)
    for pressed in ("x", "3", "Backspace", "Space", "x", "3", "Backspace", *["ArrowRight"] * 3, "Space", "Enter"):
        page.keyboard.press(pressed)
    settled(page)
    assert page.locator("#problem").inner_text() == ""
    page.get_by_text("Split.").wait_for()
    assert (newest(path).action, newest(path).claims) == (Action.SPLIT, 3)
    page.goto(f"/-/review?claim={key}")
    queue(page)
    page.keyboard.press("e")
    page.keyboard.press("Escape")
    assert (focus(page), page.locator(".words").count()) == ("card", 0)
    assert check(path) == []


def test_adding_a_claim_from_the_article(page: Page, path: Path) -> None:
    number = one(path, "SELECT id FROM articles WHERE source = 'world.txt'")
    page.goto(f"/-/article/{number}")
    tab_to(page, "t4")
    page.keyboard.press("Enter")
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Add a missing claim":
            break
    page.keyboard.press("Enter")
    page.wait_for_selector(".word")
    for pressed in ("1", "Home", "ArrowRight", "Space", "2", "End", "Space", "Enter"):
        page.keyboard.press(pressed)
    page.wait_for_url("**/-/article/*")
    made = one(path, "SELECT subject || ' ' || relation FROM claims WHERE origin = 'person'")
    assert made == "guide twice"


def test_a_conflict_is_told_and_left_by_keys(page: Page, path: Path) -> None:
    key = of(path, "ليلى%")
    page.goto(f"/-/review?claim={key}")
    queue(page)
    other = page.context.new_page()
    other.goto(f"/-/review?claim={key}")
    queue(other)
    other.keyboard.press("a")
    settled(other)
    other.close()
    page.keyboard.press("r")
    page.keyboard.press("1")
    dialog = page.get_by_role("dialog", name="You already decided this claim in another tab")
    dialog.wait_for()
    assert dialog.get_attribute("aria-describedby") == "conflict-who"
    assert "was changed by" in page.locator("#conflict-who").inner_text()
    assert "You already decided this claim" in said(page)
    assert focus(page) == "again"
    assert page.locator("#conflict-title").evaluate("found => found.getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    page.wait_for_selector("#conflict:not([open])", state="attached")
    page.locator("#spoken", has_text="ليلى").wait_for(state="attached")
    assert one(path, f"SELECT status FROM claims WHERE key = '{key}'") == "accepted"


def test_settling_a_dispute_and_undoing_in_the_log(page: Page, path: Path) -> None:
    page.goto("/-/review/disputes")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.status") == "rejected":
            break
    assert visible(page)
    page.keyboard.press("j")
    page.keyboard.press("r")
    page.get_by_text("Settled: rejected.").wait_for()
    assert newest(path).action == Action.SETTLE
    page.goto("/-/review/log")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.undo") == "14":
            break
    page.keyboard.press("Enter")
    page.get_by_text("Undone: entry 14.").wait_for()
    assert page.evaluate("document.activeElement.dataset.entry") == "14"
    assert newest(path).undoes == 14
    assert check(path) == []


def test_a_second_reader_is_told_so_and_is_offered_what_there_is_to_do(page: Page) -> None:
    page.goto("/-/review?second=1")
    queue(page)
    page.get_by_text("Second reading: the first decision is hidden").wait_for()
    offered = page.locator(".toolbar.look button:visible").evaluate_all("all => all.map((one) => one.dataset.action)")
    assert offered == ["accept", "reject", "edit", "skip", "undo", "note", "article", "help"]
    page.goto("/-/review")
    queue(page)
    assert page.locator(".toolbar.look button:visible").count() == 14


def test_guide_progress_and_log_are_one_link_from_the_queue(page: Page) -> None:
    for name, head in (
        ("Guidelines", "Guidelines for reviewers"), ("Progress", "Review progress"), ("Log", "Log"),
    ):  # fmt: skip
        page.goto("/-/review")
        queue(page)
        page.locator(".more a", has_text=name).focus()
        assert visible(page)
        page.keyboard.press("Enter")
        page.get_by_role("heading", level=1, name=head, exact=True).wait_for()


def test_after_the_last_dispute_the_page_says_so(page: Page) -> None:
    page.goto("/-/review/disputes")
    count = page.locator("[data-dispute]").count()
    assert count
    page.keyboard.press("j")
    for left in range(count, 0, -1):
        page.keyboard.press("a")
        page.locator("[data-dispute]").nth(left - 1).wait_for(state="detached")
    page.get_by_text("All disputes are settled.").wait_for()
    assert focus(page) == "disputes"


@pytest.mark.parametrize("key", ["nonsense", "c0123456789abcdef"])
def test_an_address_of_no_claim_says_so_and_leads_on(page: Page, key: str) -> None:
    page.goto(f"/-/review?claim={key}")
    page.locator("#problem", has_text="No claim has ").wait_for()
    queue(page)


def test_what_stands_around_the_sentence_is_there_while_it_is_corrected(page: Page, path: Path) -> None:
    with snapshot(path) as connection:
        keys = [str(row[0]) for row in connection.execute("SELECT key FROM claims ORDER BY key")]
        found = (item(connection, key) for key in keys)
        one = max(found, key=lambda one: bool(one.source.before.strip()) + bool(one.source.after.strip()))
    around = [text.strip() for text in (one.source.before, one.source.after) if text.strip()]
    assert around
    page.goto(f"/-/review?claim={one.key}")
    queue(page)
    page.keyboard.press("e")
    told = page.locator(".words").evaluate(
        "list => [...list.childNodes].map((node) => [node.textContent, node.classList.contains('near')])"
    )
    shown = "".join(text if near else "|" for text, near in told)
    assert [text.strip() for text in shown.split("|") if text.strip()] == around
