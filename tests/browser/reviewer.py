"""A reviewer in Chromium: a page whose complaints fail the test, and what the database says of what was done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.connection import snapshot
from db.reviews import log
from db.reviews.applying import claim_row

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@dataclass(slots=True)
class Reviewer:
    """A page on a served database."""

    page: Page
    url: str
    path: Path
    problems: list[str] = field(default_factory=list)

    def review(self, query: str = "") -> None:
        self.page.goto(f"{self.url}/-/review{query}")
        self.page.wait_for_selector("#card .parts")

    def article(self, number: int) -> None:
        self.page.goto(f"{self.url}/-/article/{number}")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def settled(self) -> None:
        self.page.wait_for_selector('body[data-sending="0"]')

    def said(self, words: str) -> None:
        """Waits until the page says this."""
        self.page.locator("#status", has_text=words).wait_for(state="attached")

    def key(self) -> str:
        """The claim on the screen."""
        return str(self.page.locator("#card #open").get_attribute("href")).split("#")[1]

    def word(self, text: str, nth: int = 0) -> Any:
        """A word of the sentence that is being corrected."""
        return self.page.locator(".word", has_text=text).nth(nth)

    def drag(self, first: Any, last: Any, *modifiers: str) -> None:
        """By mouse, from the middle of one word into another."""
        start, end = first.bounding_box(), last.bounding_box()
        for key in modifiers:
            self.page.keyboard.down(key)
        self.page.mouse.move(start["x"] + start["width"] * 0.6, start["y"] + start["height"] / 2)
        self.page.mouse.down()
        self.page.mouse.move(end["x"] + end["width"] * 0.4, end["y"] + end["height"] / 2, steps=4)
        self.page.mouse.up()
        for key in modifiers:
            self.page.keyboard.up(key)

    def row(self, claim: str) -> dict[str, Any]:
        return row(self.path, claim)

    def newest(self) -> log.Review | None:
        with snapshot(self.path) as connection:
            return next(iter(log.latest(connection, limit=1)), None)

    def number(self) -> int:
        found = self.newest()
        return found.id if found else 0

    def items(self) -> list[log.Item]:
        """What the newest entry of the log did."""
        with snapshot(self.path) as connection:
            return log.items(connection, log.latest(connection, limit=1)[0].id)


def row(path: Path, claim: str) -> dict[str, Any]:
    with snapshot(path) as connection:
        return claim_row(connection, claim)


@contextmanager
def reviewer(browser: Browser, url: str, path: Path, width: int = 1280) -> Iterator[Reviewer]:
    context = browser.new_context(viewport={"width": width, "height": 900})
    made = Reviewer(context.new_page(), url, path)
    made.page.on("pageerror", lambda error: made.problems.append(str(error)))
    made.page.on("request", lambda asked: None if asked.url.startswith(url) else made.problems.append(asked.url))
    yield made
    context.close()
    assert made.problems == []
