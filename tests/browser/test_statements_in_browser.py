"""Statements, contradictions and names in Chromium as people use them: judging by key and button, joining, parting."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db.check import check
from db.connection import snapshot
from db.statements import queries
from tests import seeded
from tests.run import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return seeded.make(tmp_path_factory.mktemp("seeded") / "floods.db")


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path / "floods.db"))


@pytest.fixture
def page(browser: Browser, path: Path) -> Iterator[Page]:
    """A page over a database that the test may change; complaints, and requests to elsewhere, fail it."""
    with serving(path) as address:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
        opened = context.new_page()
        problems: list[str] = []
        opened.on("pageerror", lambda error: problems.append(str(error)))
        opened.on("console", lambda told: problems.append(told.text) if "Content Security" in told.text else None)
        opened.on("request", lambda asked: None if asked.url.startswith(address) else problems.append(asked.url))
        yield opened
        context.close()
    assert problems == []


def key_of(path: Path, name: str) -> str:
    with snapshot(path) as connection:
        return str(connection.execute("SELECT key FROM entities WHERE name = ?", (name,)).fetchone()[0])


def canonical(path: Path, *names: str) -> set[int]:
    with snapshot(path) as connection:
        found = [connection.execute("SELECT canonical FROM entities WHERE name = ?", (n,)).fetchall() for n in names]
    return {row[0] for rows in found for row in rows}


def said(page: Page, words: str) -> None:
    page.locator(".said", has_text=words).wait_for()


def test_a_contradiction_is_judged_by_key_and_opened_again_by_button(page: Page, path: Path) -> None:
    page.goto("/-/contradictions")
    page.keyboard.press("j")
    first = page.locator("[data-contradiction]").first
    assert first.evaluate("card => card === document.activeElement")
    page.keyboard.press("r")
    said(page, "Saved as real: they cannot both be true.")
    key = first.get_attribute("data-contradiction")
    with snapshot(path) as connection:
        assert [link.key for link in queries.contradictions(connection, status="real")] == [key]
    first.get_by_role("button", name="Reopen").click()
    said(page, "Saved as open")
    with snapshot(path) as connection:
        assert queries.contradictions(connection, status="real") == []
        assert connection.execute("SELECT COUNT(*) FROM contradiction_reviews").fetchone()[0] == 2


def test_a_reason_may_hold_any_letter(page: Page, path: Path) -> None:
    """Keys of the page are letters of a reason while one is written."""
    page.goto("/-/contradictions")
    card = page.locator("[data-contradiction]").first
    card.get_by_label("Reason").press_sequentially("asks for more")
    with snapshot(path) as connection:
        assert connection.execute("SELECT COUNT(*) FROM contradiction_reviews").fetchone()[0] == 0
    card.get_by_role("button", name="Settled").click()
    said(page, "Saved as settled")
    with snapshot(path) as connection:
        assert connection.execute("SELECT why FROM contradiction_reviews").fetchone()[0] == "asks for more"


def test_names_are_joined_from_a_suggestion_and_undone_in_the_history(page: Page, path: Path) -> None:
    page.goto(f"/-/entity/{key_of(path, 'Sarn')}")
    pair = page.locator(".pair", has_text="Upper Sarn")
    pair.wait_for()
    pair.get_by_role("button", name="Same").click()
    said(page, "Saved as same")
    assert len(canonical(path, "Sarn", "Upper Sarn")) == 1
    assert page.locator("summary", has_text="Upper Sarn").count() == 1
    page.get_by_role("button", name="Undo decision 1").click()
    said(page, "Undone")
    assert len(canonical(path, "Sarn", "Upper Sarn")) == 2
    assert page.locator("tr.undone").count() == 1
    assert check(path) == []


def test_a_suggestion_is_judged_by_key_and_leaves_the_list(page: Page, path: Path) -> None:
    page.goto("/-/entities")
    page.locator(".pair").first.wait_for()
    before = page.locator(".pair").count()
    page.keyboard.press("j")
    page.keyboard.press("d")
    said(page, "Saved as different")
    assert page.locator(".pair").count() == before - 1
    with snapshot(path) as connection:
        assert connection.execute("SELECT judgement FROM entity_judgements").fetchall() == [("different",)]


def test_a_name_is_parted_by_article_and_put_back(page: Page, path: Path) -> None:
    key = key_of(path, "Norhydra")
    page.goto(f"/-/entity/{key}")
    page.get_by_role("checkbox", name="Norhydra denies it ignored warnings").check()
    page.locator("form[data-form=split]").get_by_label("Reason").fill("another firm")
    page.get_by_role("button", name="Split off the selected articles").click()
    said(page, "Split off in 1 article")
    assert len(canonical(path, "Norhydra")) == 2
    assert "another firm" in page.locator(".identity").inner_text()
    page.get_by_role("button", name="Undo decision 1").click()
    said(page, "Undone")
    with snapshot(path) as connection:
        query = "SELECT COUNT(DISTINCT subject_who) FROM claims WHERE subject = 'Norhydra'"
        assert connection.execute(query).fetchone()[0] == 1
    assert check(path) == []


def test_a_name_that_is_typed_is_joined_or_refused_in_words(page: Page, path: Path) -> None:
    page.goto(f"/-/entity/{key_of(path, 'Norhydra')}")
    form = page.locator("form[data-form=join]")
    form.get_by_label("Name or key").fill("Castell Enrgy")
    with page.expect_response(lambda answer: answer.status == 422):
        form.get_by_role("button", name="Merge").click()
    said(page, "Did you mean 'Castell Energy'")


def test_one_gets_from_the_start_page_to_the_words(page: Page) -> None:
    page.goto("/")
    page.locator(".brief a").first.click()
    page.locator(".side .sentence a").first.click()
    page.locator(".claim.lit").wait_for(state="visible")
    page.locator(".claim.lit").get_by_role("link", name="The statement").click()
    page.get_by_role("heading", name="Wordings by outlet").wait_for()


def test_the_drawing_of_neighbours_leads_on(page: Page, path: Path) -> None:
    page.goto(f"/-/entity/{key_of(path, 'Norhydra')}")
    page.locator(".graph").get_by_role("link", name="Viktor Lenz").click()
    page.get_by_role("heading", name="Viktor Lenz", exact=True).wait_for()


def test_names_that_are_markup_are_only_text(page: Page, path: Path) -> None:
    with snapshot(path) as connection:
        query = "SELECT key FROM entities WHERE name LIKE '%window.owned%'"
        keys = [row[0] for row in connection.execute(query)]
    assert len(keys) == len(seeded.NAMES)
    for key in keys:
        page.goto(f"/-/entity/{key}")
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.owned") is None
    page.goto("/-/entities?text=owned")
    page.wait_for_load_state("networkidle")
    assert page.locator("table.names tbody tr").count() == len(seeded.NAMES)
    assert page.evaluate("window.owned") is None
