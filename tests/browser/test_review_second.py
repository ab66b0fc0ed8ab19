"""A second reading stays blind, whatever its reader does on the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db.connection import transaction
from db.reviews import deciding
from db.reviews.assignments import SHARE
from db.reviews.decisions import Reason, Seen
from db.reviews.queue import below
from tests.browser.reviewer import Reviewer, reviewer
from tests.browser.test_review_deciding import filled
from tests.run import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

WHY = "the first reader's own words"


@pytest.fixture
def at(browser: Browser, tmp_path: Path) -> Iterator[Reviewer]:
    """Where ada has rejected what is read twice."""
    path = filled(tmp_path / "floods.db")
    with transaction(path) as connection:
        query = "SELECT key FROM claims WHERE substr(key, -2) < ? AND current = 1"
        keys = [key for (key,) in connection.execute(query, (below(SHARE),))]
        assert keys
        deciding.reject(connection, [Seen(key, 0) for key in keys], "ada", Reason.OBJECT, WHY)
    with serving(path) as url, reviewer(browser, url, path) as made:
        yield made


def blind(at: Reviewer) -> None:
    """Nothing of the first decision stands on the page."""
    words = at.page.locator("#card, #status, #claims").all_inner_texts()
    for told in ("ada", "rejected", WHY, "Decisions so far", "wrong object"):
        assert told not in " ".join(words), told


def test_nothing_tells_what_the_first_reader_decided(at: Reviewer) -> None:
    at.review("?second=1")
    claim = at.key()
    blind(at)
    at.press("n")
    at.page.locator("#note textarea").fill("which port?")
    at.press("Control+Enter")
    at.said("Note saved.")
    at.settled()
    at.page.wait_for_timeout(200)
    assert at.key() == claim
    blind(at)
    at.press("p")
    blind(at)
    at.press("o")
    at.page.wait_for_url("**/-/article/*second=1*")
    at.page.get_by_text("Second reading: earlier decisions are hidden").wait_for()
    blind(at)
    for gone in ("All fields", "History", "Claims as a table"):
        assert at.page.get_by_role("link", name=gone, exact=True).count() == 0, gone
    assert at.page.locator(".claim").get_by_role("link", name="Review", exact=True).count() > 0
    for link in at.page.locator(".claim").get_by_role("link", name="Review", exact=True).all():
        assert "second=1" in str(link.get_attribute("href"))
    at.page.go_back()
    at.page.wait_for_selector("#card .parts")
    assert "claim=" in at.page.url
    assert at.key() == claim
    blind(at)
    at.press("a")
    at.settled()
    assert at.row(claim)["status"] == "disputed"
    at.press("u")
    at.said("Undone.")
    assert at.key() == claim
    blind(at)


def test_anybody_else_is_told(at: Reviewer) -> None:
    at.review("?status=rejected")
    assert "ada" in at.page.locator("#card").inner_text()
    at.press("o")
    at.page.wait_for_url("**/-/article/*")
    assert "· rejected" in at.page.locator("#claims").inner_text()
