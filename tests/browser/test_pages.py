"""Pages in Chromium, narrow and wide: they fit, they react to pointer and keys, and nothing in an article acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/-/article/1",
    "/-/article/2",
    "/-/article/5",
    "/floods",
    "/floods/claims",
    "/floods/claims/2",
    "/floods/claims?_search=talks",
    "/floods/who_says_what?source=lind",
    "/floods/claims_readable",
    "/floods/articles/2",
)


def _lit(page: Page) -> list[str]:
    """The words that are lit, with the part that each is lit as."""
    return page.eval_on_selector_all(
        ".part.lit", "found => found.map(e => [...e.classList].find(c => c.startsWith('is-')) + ' ' + e.textContent)"
    )


def _cards(page: Page) -> int:
    """How many cards of claims can be seen."""
    return page.locator(".claim:visible").count()


@pytest.mark.parametrize("place", PAGES)
def test_pages_fit_and_load_without_complaint(visit: Visit, place: str, size: tuple[int, int]) -> None:
    page = visit.to(place)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert page.evaluate("window.owned") is None


def test_a_sentence_shows_its_claims_and_lights_their_words(visit: Visit) -> None:
    page = visit.to("/-/article/1")
    assert _cards(page) == 3
    page.locator("#t1").click()
    assert _cards(page) == 1
    assert _lit(page) == ["is-subject port", "is-relation did not lose", "is-object about 40 ships"]
    page.keyboard.press("Escape")
    assert _cards(page) == 3
    assert _lit(page) == []


def test_the_sentence_that_was_chosen_stays_in_sight(visit: Visit) -> None:
    page = visit.to("/-/article/1")
    page.locator("#t2").click()
    sentence, panel = page.locator("#t2").bounding_box(), page.locator("#claims").bounding_box()
    assert sentence is not None
    assert panel is not None
    beside = sentence["x"] + sentence["width"] <= panel["x"]
    above = sentence["y"] + sentence["height"] <= panel["y"]
    assert beside or above


def test_pointing_at_a_sentence_shows_its_claims(visit: Visit, size: tuple[int, int]) -> None:
    page = visit.to("/-/article/1")
    page.locator("#t0").hover()
    assert _cards(page) == 1
    assert "is-relation will deepen" in _lit(page)


def test_an_article_can_be_read_by_keyboard(visit: Visit) -> None:
    page = visit.to("/-/article/1")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "t1":
            break
    assert page.evaluate("document.activeElement.id") == "t1"
    assert _cards(page) == 1
    assert "is-relation did not lose" in _lit(page)
    assert page.locator("#t1").evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    assert page.locator("#status").text_content() == "Claims of this sentence: 1. Press Enter to open them."
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "claim lit"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "t1"
    assert _cards(page) == 3


def test_the_address_of_a_claim_opens_it(visit: Visit) -> None:
    page = visit.to("/-/article/1")
    key = page.locator(".claim").nth(1).get_attribute("id")
    page = visit.to(f"/floods/claims?key={key}")
    page.locator("td.col-article a").click()
    page.locator(".claim.lit").wait_for(state="visible")
    assert page.url.endswith(f"#{key}")
    assert "is-object about 40 ships" in _lit(page)
    assert page.locator(f"#{key}").is_visible()


def test_claims_can_be_narrowed_to_a_standing(visit: Visit) -> None:
    page = visit.to("/-/article/1")
    page.locator("button[data-only=negated]").click()
    assert _cards(page) == 1
    assert page.locator("button[data-only=negated]").get_attribute("aria-pressed") == "true"
    page.locator("button[data-only='']").click()
    assert _cards(page) == 3


def test_words_of_a_sentence_can_be_marked_and_copied(visit: Visit) -> None:
    page = visit.to("/-/article/5")
    box = page.locator("#t3").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 5, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + box["height"] / 2, steps=5)
    page.mouse.up()
    assert len(str(page.evaluate("String(getSelection())"))) > 3


def test_without_scripts_sentences_lead_to_their_claims(browser: Browser, url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{url}/-/article/1")
    page.locator("#t1").click()
    assert page.url.endswith("#s1")
    assert page.locator(".claim:visible").count() == 3
    context.close()


def test_a_newcomer_gets_from_the_start_page_to_the_words(visit: Visit) -> None:
    page = visit.to("/")
    page.get_by_label("Search").fill("jetty")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Claims").click()
    page.locator(".hits .by a").first.click()
    page.locator(".claim.lit").wait_for(state="visible")
    assert "is-object the jetty" in _lit(page)
