"""Takes the pictures of the documents anew: `make pictures`. Each is a page of the seed articles, as users see it.

python -m tests.pictures [NAME ...]     # all, or those named: start, article, review ...
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from db.cases import folders
from db.cases.folders import Kind
from db.connection import snapshot, transaction
from db.events.event_figures import figures
from db.reviews import deciding
from db.reviews.assignments import SHARE
from db.reviews.decisions import Reason, Seen, Status
from db.reviews.queue import below
from db.user_accounts import Role, add
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.reviewer import Reviewer
from tests.conftest import ROOT
from tests.run import extract, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PASSWORD = "only for pictures"
#: What is on the pictures, and not decided beforehand.
_LOWERED = "claim LIKE 'Norhydra%lowered%the reservoir%'"
_CLOSED = "claim LIKE 'It%had been closed for%'"
_REJECTED = "claim LIKE 'Lenz%rejected%a report%'"
_OTHERS = f"SELECT key FROM claims WHERE NOT ({_LOWERED} OR {_CLOSED} OR {_REJECTED}) ORDER BY key"
PEOPLE = {"ada": Role.ADMINISTRATOR, "ben": Role.REVIEWER, "cem": Role.REVIEWER}


def main() -> None:
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, CHROMIUM)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "claims.db"
        done = extract("ingest", "seeds", "--db", path)
        assert path.exists(), done.err
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        wanted = sys.argv[1:]
        _take(path, browser, {name: work for name, work in _READING.items() if not wanted or name in wanted})
        _decide(path)
        for name, role in PEOPLE.items():
            add(path, name, role, PASSWORD)
        _take(path, browser, {name: work for name, work in _REVIEWING.items() if not wanted or name in wanted})
        browser.close()


def _take(path: Path, browser: Browser, pictures: dict[str, Callable[[Reviewer], None]]) -> None:
    with serving(path) as url:
        for name, work in pictures.items():
            width, height = _SIZES.get(name, (1280, 800))
            with _visitor(browser, url, path, width, height) as at:
                if name in _REVIEWING:
                    _sign_in(at, "ada")
                work(at)
                at.page.wait_for_timeout(300)  # what moves comes to rest
                at.page.screenshot(path=ROOT / "docs" / "img" / f"{name}.png")
                print(name)


@contextmanager
def _visitor(browser: Browser, url: str, path: Path, width: int, height: int) -> Iterator[Reviewer]:
    dark = "dark" if width < 500 else "light"
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=dark)
    yield Reviewer(context.new_page(), url, path)
    context.close()


def _sign_in(at: Reviewer, name: str) -> None:
    at.page.goto(f"{at.url}/-/login")
    at.page.locator("[name=username]").fill(name)
    at.page.locator("[name=password]").fill(PASSWORD)
    at.page.locator("main button").click()
    at.page.wait_for_url(f"{at.url}/")


def _decide(path: Path) -> None:
    """Some weeks of three people's work, made up: mostly alike where two have read the same."""
    chance = random.Random(3)
    with transaction(path) as connection:
        keys = [key for (key,) in connection.execute(_OTHERS)]
        people = list(PEOPLE)
        for key in dict.fromkeys(keys[: len(keys) // 4] + [key for key in keys if key[-2:] < below(SHARE)]):
            first, second = chance.sample(people, 2)
            seen = [Seen(key, connection.execute("SELECT version FROM claims WHERE key = ?", (key,)).fetchone()[0])]
            right = chance.random() < 0.8
            if right:
                deciding.accept(connection, seen, first)
            else:
                deciding.reject(connection, seen, first, chance.choice(list(Reason)[:5]))
            if key[-2:] < below(SHARE):
                agrees = Status.ACCEPTED if right != (chance.random() < 0.1) else Status.REJECTED
                why = Reason.MARKS if agrees is Status.REJECTED else None
                deciding.opinion(connection, key, agrees, second, why)


def _claim(at: Reviewer, condition: str) -> str:
    with snapshot(at.path) as connection:
        query = f"SELECT key FROM claims WHERE {condition} ORDER BY id LIMIT 1"
        return str(connection.execute(query).fetchone()[0])


def _page(place: str) -> Callable[[Reviewer], None]:
    def opened(at: Reviewer) -> None:
        at.page.goto(at.url + place)

    return opened


def _article(at: Reviewer) -> None:
    key = _claim(at, _REJECTED)
    at.page.goto(f"{at.url}/-/claim/{key}")
    at.page.wait_for_selector(".claim.lit")


def _article_from_its_top(at: Reviewer) -> None:
    _article(at)
    at.page.evaluate("window.scrollTo(0, 0)")


def _of(kind: str, query: str) -> Callable[[Reviewer], None]:
    def opened(at: Reviewer) -> None:
        with snapshot(at.path) as connection:
            (key,) = connection.execute(query).fetchone()
        at.page.goto(f"{at.url}/-/{kind}/{key}")

    return opened


def _event(at: Reviewer) -> None:
    """The event of which most numbers are told; where there are none, that of which most is told."""
    with snapshot(at.path) as connection:
        told = Counter(figure.event for figure in figures(connection))
        of_all = connection.execute("SELECT event FROM claims WHERE event IS NOT NULL")
        told = told or Counter(str(event) for (event,) in of_all)
    at.page.goto(f"{at.url}/-/event/{min(told, key=lambda event: (-told[event], event))}")


def _review(at: Reviewer) -> None:
    at.review(f"?claim={_claim(at, _LOWERED)}")
    at.page.locator("#left", has_text="left in this queue").wait_for()


def _edit(at: Reviewer) -> None:
    at.review(f"?claim={_claim(at, _CLOSED)}")
    at.page.locator("#left", has_text="left in this queue").wait_for()
    at.press("e", "3")


def _alike(at: Reviewer) -> None:
    at.review(f"?claim={_claim(at, _LOWERED)}")
    at.press("m")
    at.page.locator("#alike li").first.wait_for()


def _conflict(at: Reviewer) -> None:
    key = _claim(at, _LOWERED)
    at.review(f"?claim={key}")
    with transaction(at.path) as connection:
        number = deciding.accept(connection, [Seen(key, 0)], "ben")
    at.press("r", "3")
    at.page.locator("#conflict[open]").wait_for()
    with transaction(at.path) as connection:
        deciding.undo(connection, number, "ben")


def _case(at: Reviewer) -> None:
    """What one story collects; all of it is new since a day long ago."""
    with transaction(at.path) as connection:
        key = folders.create(connection, "Who knew about the reservoir?", "ada")
        query = "SELECT key, subject || ' ' || relation || ' ' || COALESCE(object, '') FROM statements"
        for item, words in connection.execute(f"{query} ORDER BY claims DESC, key LIMIT 3").fetchall():
            folders.add(connection, key, Kind.STATEMENT, item, words, "ada")
        folders.note(connection, key, "Ask Norhydra for the minutes of March.", "ada", Kind.STATEMENT, item)
        (item,) = connection.execute("SELECT key FROM entities WHERE name = 'Viktor Lenz'").fetchone()
        folders.add(connection, key, Kind.ENTITY, item, "Viktor Lenz", "ben")
        folders.add(connection, key, Kind.SEARCH, "/-/search?text=reservoir", "Everything about the reservoir", "ben")
        folders.note(connection, key, "Two sources contradict each other about the level on 3 May.", "ada")
    at.page.goto(f"{at.url}/-/case/{key}?since=2001-01-01")


_DISPUTED = """
SELECT f.key FROM statements f JOIN contradictions c ON f.id IN (c.left_statement, c.right_statement)
WHERE c.kind = 'negation' ORDER BY f.claims DESC, f.key LIMIT 1
"""
_SIZES = {
    "article": (1280, 820), "article-narrow": (400, 760), "claims": (1400, 820), "start": (1280, 1000),
    "statement": (1280, 1000), "name": (1280, 1000), "review-agreement": (1280, 1180),
    "review-disputes": (1280, 900), "case": (1280, 1000), "administration": (1280, 1000),
    "search": (1280, 900), "event": (1280, 1000), "coverage": (1280, 900),
}  # fmt: skip
_READING: dict[str, Callable[[Reviewer], None]] = {
    "start": _page("/"),
    "article": _article_from_its_top,
    "article-narrow": _article,
    "claims": _page("/claims/claims?_search=dam"),
    "statement": _of("statement", _DISPUTED),
    "search": _page("/-/search?text=reservoir"),
    "changes": _page("/-/changes?since=2024-03-12"),
    "timeline": _page("/-/timeline?entity=Norhydra"),
    "event": _event,
    "coverage": _page("/-/coverage"),
    "name": _of("entity", "SELECT key FROM entities WHERE name = 'Viktor Lenz'"),
}
_REVIEWING: dict[str, Callable[[Reviewer], None]] = {
    "review": _review,
    "review-edit": _edit,
    "review-alike": _alike,
    "review-conflict": _conflict,
    "review-guide": _page("/-/review/guide"),
    "review-agreement": _page("/-/review/progress"),
    "review-disputes": _page("/-/review/disputes"),
    "administration": _page("/-/administration"),
    "case": _case,
}


if __name__ == "__main__":
    main()
