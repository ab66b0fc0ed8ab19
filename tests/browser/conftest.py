"""A served database and a browser, for tests that look at pages as people do."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import everyone
from tests.browser.reviewer import Reviewer, reviewer
from tests.browsing import make
from tests.run import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
#: Without windows, which the others make though nobody sees them: tests take a fifth less of the processor's time.
SHELL = "chromium-headless-shell"
FLAGS = ["--no-sandbox", "--headless=new", "--disable-gpu", "--disable-background-networking"]


@dataclass(slots=True)
class Visit:
    """A page, and everything that went wrong on it or left this machine."""

    page: Page
    url: str
    problems: list[str] = field(default_factory=list)

    def to(self, path: str) -> Page:
        answer = self.page.goto(self.url + path)
        assert answer is not None
        assert answer.ok, answer.status
        return self.page


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database that is served; a module may have one of its own."""
    return make(tmp_path_factory.mktemp("browser") / "floods.db")


@pytest.fixture(scope="module")
def url(path: Path) -> Iterator[str]:
    """The address of a served database."""
    with serving(path) as address:
        yield address


@pytest.fixture
def at(browser: Browser, url: str, path: Path) -> Iterator[Reviewer]:
    """A reviewer at the module's database."""
    with reviewer(browser, url, path) as made:
        yield made


@pytest.fixture(scope="package")
def everybody(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which each page has something to show, to be copied."""
    return everyone.make(tmp_path_factory.mktemp("everybody") / "floods.db")


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium. It is left before tests elsewhere run: Playwright's event loop would be in the way of theirs."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    programs = (SHELL, *CHROMIUM)
    program = next(filter(None, map(shutil.which, programs)), None)
    if program is None:
        pytest.skip(f"no browser is installed (looked for {', '.join(programs)})")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(params=[(400, 800), (1280, 900)], ids=["narrow", "wide"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    found: tuple[int, int] = request.param
    return found


@pytest.fixture
def visit(browser: Browser, url: str, size: tuple[int, int]) -> Iterator[Visit]:
    """A visit at a narrow and a wide screen; whatever a page complains of fails the test."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    made = Visit(context.new_page(), url)
    made.page.on("pageerror", lambda error: made.problems.append(str(error)))
    made.page.on("console", lambda said: made.problems.append(said.text) if said.type == "error" else None)
    made.page.on("request", lambda asked: None if asked.url.startswith(url) else made.problems.append(asked.url))
    yield made
    context.close()
    assert made.problems == []
