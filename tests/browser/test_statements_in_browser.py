"""Statements, contradictions and names in Chromium as people use them: judging by key and button, joining, parting."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db.check import check
from db.connection import snapshot
from db.statements import queries, statement_dossier
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
    reopen = first.get_by_role("button", name="Reopen")
    assert not reopen.is_visible()  # it is open
    (still_open,) = [int(page.locator("[data-count=open]").inner_text())]
    page.keyboard.press("r")
    said(page, "Saved as real: they cannot both be true.")
    counts = [page.locator(f"[data-count={verdict}]").inner_text() for verdict in ("open", "real")]
    assert counts == [str(still_open - 1), "1"]
    page.evaluate("() => document.querySelector('[data-status]').textContent = ''")
    first.press("r")  # the same verdict again
    page.wait_for_function("() => document.querySelector('[data-status]').textContent")
    assert counts == [page.locator(f"[data-count={verdict}]").inner_text() for verdict in ("open", "real")]
    key = first.get_attribute("data-contradiction")
    with snapshot(path) as connection:
        assert [link.key for link in queries.contradictions(connection, status="real")] == [key]
    reopen.click()
    said(page, "Saved as open")
    with snapshot(path) as connection:
        assert queries.contradictions(connection, status="real") == []
        assert connection.execute("SELECT COUNT(*) FROM contradiction_reviews").fetchone()[0] == 3


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
    page.goto(f"/-/entity/{key_of(path, 'Otto Castell')}")
    pair = page.locator(".pair", has_text="Castell")
    pair.wait_for()
    pair.get_by_role("button", name="Same").click()
    said(page, "Saved as same")
    assert len(canonical(path, "Otto Castell", "Castell")) == 1
    assert page.locator("summary", has_text="Castell: 1 article").count() == 2
    page.get_by_role("button", name="Undo decision 1").click()
    said(page, "Undone")
    assert len(canonical(path, "Otto Castell", "Castell")) == 2
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


def claims_of(path: Path, statement: str) -> int:
    with snapshot(path) as connection:
        row = connection.execute("SELECT claims FROM statements WHERE key = ?", (statement,)).fetchone()
        return int(row[0]) if row else 0


def test_claims_are_split_off_a_statement_by_key_and_joined_again_by_button(page: Page, path: Path) -> None:
    with snapshot(path) as connection:
        key, claims = connection.execute(
            "SELECT key, claims FROM statements WHERE relation_normal = 'burst' ORDER BY copy_clusters DESC LIMIT 1"
        ).fetchone()
    page.goto(f"/-/statement/{key}")
    while page.locator(".voice[data-claim]:focus").count() == 0:
        page.keyboard.press("j")
    page.keyboard.press("x")
    split = page.locator("form[data-correct=split]")
    split.get_by_label("Reason").fill("another dam")
    split.get_by_label("Reason").press("Enter")
    said(page, "Split off 1 claim (decision 1).")
    shown = page.url.rpartition("/")[2]
    assert 0 < claims_of(path, shown) < claims
    assert "another dam" in page.locator("#same ~ .wide").inner_text()
    page.get_by_role("button", name="Undo decision 1").click()
    said(page, "Decision 1 undone.")
    assert claims_of(path, key) == claims
    assert check(path) == []


def test_a_statement_is_joined_with_one_that_may_be_the_same(page: Page, path: Path) -> None:
    with snapshot(path) as connection:
        one, other = (
            row[0] for row in connection.execute("SELECT key FROM statements WHERE claims = 1 ORDER BY key LIMIT 2")
        )
    page.goto(f"/-/statement/{one}")
    form = page.locator("form[data-correct=join]")
    form.get_by_label("Key or address").fill(page.url)
    with page.expect_response(lambda answer: answer.status == 422):
        form.get_by_role("button", name="Join").click()
    said(page, "Name at least two statements to join.")
    form.get_by_label("Key or address").fill(page.url.replace(one, other))
    form.get_by_role("button", name="Join").click()
    said(page, "Joined as one statement (decision 1).")
    assert claims_of(path, page.url.rpartition("/")[2]) == 2
    with snapshot(path) as connection:
        query = "SELECT key FROM statements ORDER BY copy_clusters DESC, claims DESC, key"
        found = (statement_dossier.dossier(connection, key) for (key,) in connection.execute(query).fetchall())
        key = next(one.statement.key for one in found if one and one.alike)
    page.goto(f"/-/statement/{key}")
    other = page.locator("[data-other-statement]").first.get_attribute("data-other-statement") or ""
    before = claims_of(path, key) + claims_of(path, other)
    page.locator("[data-other-statement]").first.focus()
    page.keyboard.press("s")
    said(page, "Joined as one statement (decision 2).")
    assert claims_of(path, page.url.rpartition("/")[2]) == before
    assert check(path) == []


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
