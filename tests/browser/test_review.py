"""Reviewing in Chromium as people do: by keys, by mouse, two at once, narrow and wide, without a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from db.check import check
from db.connection import snapshot
from db.reviews import log
from db.reviews.applying import claim_row
from db.store import Store
from tests.browsing import RUN, hostile, make
from tests.records import HARBOUR, harbour

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty articles of three claims, and one that attacks."""
    path = make(tmp_path_factory.mktemp("review") / "floods.db")
    with Store.open(path) as store:
        store.begin_run(RUN)
        for n in range(40):
            found = harbour(f"port{n:02}.txt", HARBOUR + f"Day {n}.\n")
            claims = tuple(replace(c, confidence=0.3 + n / 100) for c in found.claims)
            store.add(replace(found, claims=claims))
        store.finish_run()
    return path


@pytest.fixture
def page(browser: Browser, url: str) -> Iterator[Page]:
    """A page whose complaints, and requests to elsewhere, fail the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.on("request", lambda asked: None if asked.url.startswith(url) else problems.append(asked.url))
    opened.base = url  # type: ignore[attr-defined]
    yield opened
    context.close()
    assert problems == []


def review(page: Page, query: str = "") -> None:
    page.goto(f"{page.base}/-/review{query}")  # type: ignore[attr-defined]
    page.wait_for_selector("#card .parts")


def words(page: Page) -> str:
    """The claim on the screen."""
    return " · ".join(page.locator("#card .parts dd > span").all_inner_texts())


def settled(page: Page) -> None:
    page.wait_for_selector('body[data-sending="0"]')


def newest(path: Path) -> log.Item:
    with snapshot(path) as connection:
        return log.items(connection, log.latest(connection, limit=1)[0].id)[0]


def row(path: Path, claim: str) -> dict[str, Any]:
    with snapshot(path) as connection:
        return claim_row(connection, claim)


def test_a_claim_is_accepted_by_a_key_and_the_next_is_there(page: Page, path: Path) -> None:
    review(page)
    page.keyboard.press("a")
    settled(page)
    page.get_by_text("Accepted.").wait_for()
    done = newest(path)
    assert row(path, done.claim)["status"] == "accepted"
    assert page.locator("#card .parts").count() == 1


def test_a_rejection_takes_one_more_key(page: Page, path: Path) -> None:
    review(page)
    page.keyboard.press("r")
    page.keyboard.press("3")
    settled(page)
    page.get_by_text("Rejected: wrong object.").wait_for()
    assert row(path, newest(path).claim)["status"] == "rejected"


def test_escape_takes_the_rejection_back_before_it_is_made(page: Page, path: Path) -> None:
    review(page)
    before = newest_number(path)
    page.keyboard.press("r")
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog:not([open])", state="attached")
    settled(page)
    assert newest_number(path) == before


def newest_number(path: Path) -> int:
    with snapshot(path) as connection:
        found = log.latest(connection, limit=1)
    return found[0].id if found else 0


def test_an_undo_brings_the_claim_back_to_the_screen(page: Page, path: Path) -> None:
    review(page)
    first = words(page)
    page.keyboard.press("a")
    settled(page)
    page.keyboard.press("u")
    page.get_by_text("Undone.").wait_for()
    assert words(page) == first
    assert row(path, newest(path).claim)["status"] == "unreviewed"


def denied(page: Page) -> None:
    """Goes on until the claim with an object of several words is on the screen."""
    review(page, "?order=reading&rule=verb")
    for _ in range(40):
        if "about 40 ships" in words(page):
            return
        page.keyboard.press("s")
        page.wait_for_timeout(60)
    raise AssertionError("no such claim came")


def test_a_part_is_chosen_anew_with_the_keyboard_alone(page: Page, path: Path) -> None:
    denied(page)
    page.keyboard.press("e")
    page.keyboard.press("3")
    page.keyboard.press("Backspace")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        if page.evaluate("document.activeElement.textContent") == "ships":
            break
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    settled(page)
    page.get_by_text("Corrected.").wait_for()
    done = newest(path)
    assert row(path, done.claim)["object"] == "ships"
    assert check(path) == []


def test_a_part_is_chosen_anew_with_the_mouse_in_whole_words(page: Page, path: Path) -> None:
    denied(page)
    page.keyboard.press("e")
    page.keyboard.press("3")
    start = page.locator(".word", has_text="March").first.bounding_box()
    end = page.locator(".word", has_text="2021").first.bounding_box()
    assert start is not None
    assert end is not None
    page.mouse.move(start["x"] + start["width"] * 0.6, start["y"] + 8)  # in the middle of a word
    page.mouse.down()
    page.mouse.move(end["x"] + 4, end["y"] + 8, steps=5)
    page.mouse.up()
    page.keyboard.press("Enter")
    settled(page)
    page.get_by_text("Corrected.").wait_for()
    assert row(path, newest(path).claim)["object"] == "March 2021"
    assert check(path) == []


def test_characters_after_an_emoji_are_counted_as_the_database_counts_them(page: Page, path: Path) -> None:
    denied(page)
    page.keyboard.press("e")
    page.keyboard.press("1")
    page.keyboard.press("Backspace")
    page.locator(".word", has_text="🚢").click()
    page.keyboard.press("Shift+ArrowRight")  # the emoji and the word behind it
    page.keyboard.press("Alt+ArrowLeft")  # less one character
    page.keyboard.press("Enter")
    settled(page)
    page.get_by_text("Corrected.").wait_for()
    assert row(path, newest(path).claim)["subject"] == "🚢 di"
    assert check(path) == []


def test_a_claim_is_split_in_two(page: Page, path: Path) -> None:
    denied(page)
    page.keyboard.press("x")
    page.keyboard.press("3")
    page.keyboard.press("Backspace")
    page.locator(".word", has_text="ships").click()
    page.keyboard.press("x")
    page.keyboard.press("3")
    page.keyboard.press("Backspace")
    page.locator(".word", has_text="March").click()
    page.keyboard.press("Enter")
    settled(page)
    page.get_by_text("Split.").wait_for()
    with snapshot(path) as connection:
        items = log.items(connection, log.latest(connection, limit=1)[0].id)
        assert [claim_row(connection, item.claim)["object"] for item in items] == ["about 40 ships", "ships", "March"]
    assert check(path) == []


def test_a_missing_claim_is_added_from_the_sentence(page: Page, path: Path) -> None:
    with snapshot(path) as connection:
        (article,) = connection.execute("SELECT id FROM articles WHERE source = 'port07.txt'").fetchone()
    page.goto(f"{page.base}/-/review?add={article}&at=1")  # type: ignore[attr-defined]
    for key, word in (("1", "mayor"), ("2", "told"), ("3", "Ostrand")):
        page.wait_for_selector(".word")
        page.keyboard.press(key)
        page.locator(".word", has_text=word).first.click()
    page.keyboard.press("Enter")
    page.wait_for_url("**/-/article/*")
    made = row(path, newest(path).claim)
    assert (made["subject"], made["relation"], made["object"], made["origin"]) == ("mayor", "told", "Ostrand", "person")
    assert check(path) == []


def test_many_alike_are_listed_and_decided_with_one_entry(page: Page, path: Path) -> None:
    review(page, "?order=random&seed=3")
    page.keyboard.press("m")
    with page.expect_response("**by=rule"):
        page.locator("#alike input[value=rule]").check()
    page.wait_for_timeout(100)
    page.locator("#alike li").first.wait_for()
    page.locator("#alike [name=all]").check()
    listed = page.locator("#alike li").count()
    page.locator("#alike button[value=accept]").click()
    settled(page)
    page.locator("#status", has_text="Undo takes all of them back").wait_for()
    with snapshot(path) as connection:
        assert log.latest(connection, limit=1)[0].claims == listed


def test_a_note_is_shown_to_whoever_looks_next(page: Page, path: Path) -> None:
    review(page, "?order=random&seed=9")
    page.keyboard.press("n")
    page.keyboard.insert_text("which 🚢 port?")
    page.keyboard.press("Enter")
    page.keyboard.insert_text("<b>")
    page.keyboard.press("Control+Enter")
    page.locator("#card q", has_text="which 🚢 port?\n<b>").wait_for()


def test_the_second_of_two_is_told_who_was_first_and_sees_both(browser: Browser, page: Page, path: Path) -> None:
    review(page, "?order=random&seed=21")
    claim = page.locator("#open").get_attribute("href")
    assert claim is not None
    key = claim.split("#")[1]
    other = browser.new_context().new_page()
    other.goto(f"{page.base}/-/review?claim={key}")  # type: ignore[attr-defined]
    other.wait_for_selector("#card .parts")
    other.keyboard.press("a")
    settled(other)
    other.context.close()
    page.keyboard.press("r")
    page.keyboard.press("1")
    page.locator("#conflict[open]").wait_for()
    assert "was changed by" in page.locator("#conflict .who").inner_text()
    assert page.locator("#conflict .both h3").all_inner_texts()[:2] == ["Your decision", "The claim now"]
    page.locator("#conflict button[value=again]").click()
    assert row(path, key)["status"] == "accepted"


def test_hostile_text_is_only_text(page: Page, path: Path) -> None:
    with snapshot(path) as connection:
        query = "SELECT key FROM claims JOIN articles ON articles.id = claims.article WHERE title LIKE '</title>%'"
        keys = [found[0] for found in connection.execute(query.replace("SELECT key", "SELECT claims.key"))]
    assert len(keys) == len(hostile().claims)
    unseen = 0
    for key in keys:
        review(page, f"?claim={key}")
        page.keyboard.press("e")
        page.wait_for_selector(".word")
        assert page.evaluate("window.owned") is None
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        unseen += page.locator(".words .x-unseen").count()
        page.keyboard.press("Escape")
    assert unseen == 1


def test_the_keys_can_be_switched_off(page: Page, path: Path) -> None:
    review(page, "?order=random&seed=33")
    before = newest_number(path)
    page.keyboard.press("?")
    page.locator("#keys").uncheck()
    page.locator("#help button.accept").click()
    page.keyboard.press("a")
    page.locator("[data-action=reject]").click()
    page.keyboard.press("1")
    page.wait_for_timeout(200)
    assert newest_number(path) == before
    page.keyboard.press("Escape")
    page.locator("[data-action=accept]").click()
    settled(page)
    assert newest_number(path) == before + 1


def test_an_order_is_an_address(page: Page) -> None:
    review(page)
    page.locator("select[name=order]").select_option("random")
    page.wait_for_url("**order=random**")
    page.wait_for_selector("#card .parts")


def test_a_key_that_is_held_down_decides_once(page: Page, path: Path) -> None:
    review(page, "?order=random&seed=41")
    before = newest_number(path)
    page.keyboard.down("a")
    for _ in range(5):
        page.keyboard.down("a")  # the browser repeats it
    page.keyboard.up("a")
    settled(page)
    assert newest_number(path) == before + 1


def test_an_undo_on_the_heels_of_a_decision_takes_back_that_one(page: Page, path: Path) -> None:
    review(page, "?order=random&seed=43")
    page.keyboard.press("a")
    second = words(page)
    page.keyboard.press("a")
    page.keyboard.press("u")
    page.get_by_text("Undone.").wait_for()
    assert words(page) == second
    with snapshot(path) as connection:
        undone = log.latest(connection, limit=1)[0].undoes
        assert undone == log.latest(connection, limit=2)[1].id


def test_back_from_the_article_the_same_claim_is_on_the_screen(page: Page) -> None:
    review(page, "?order=random&seed=47")
    page.keyboard.press("s")
    page.wait_for_timeout(100)
    here = page.locator("#open").get_attribute("href")
    page.keyboard.press("o")
    page.wait_for_url("**/-/article/*")
    page.go_back()
    page.wait_for_selector("#card .parts")
    assert page.locator("#open").get_attribute("href") == here
    assert "order=random" in page.url
    page.keyboard.press("s")
    page.locator(f"#open:not([href='{here}'])").wait_for()


def test_an_undo_after_a_reload_takes_back_the_last_of_this_person(page: Page, path: Path) -> None:
    review(page, "?order=random&seed=53")
    page.keyboard.press("a")
    settled(page)
    page.get_by_text("Accepted.").wait_for()
    accepted = newest(path).claim
    page.reload()
    page.wait_for_selector("#card .parts")
    page.keyboard.press("u")
    page.get_by_text("Undone.").wait_for()
    assert row(path, accepted)["status"] == "unreviewed"


def test_qualifiers_are_marked_in_the_sentence_and_the_history_is_a_page(page: Page) -> None:
    denied(page)
    assert page.locator(".sentence .is-further").first.inner_text() == "in March 2021"
    page.keyboard.press("h")
    page.wait_for_url("**/-/review/history/*")
    assert "about 40 ships" in page.inner_text("main")
