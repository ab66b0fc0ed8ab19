"""Many alike at once in Chromium: of a statement, of a copy cluster, of a rule in an article; one entry, one undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from db.check import check
from db.connection import snapshot
from db.store import Store
from tests.browser.reviewer import Reviewer, reviewer
from tests.browsing import RUN, make
from tests.records import HARBOUR, harbour
from tests.run import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

HOSTILE = "<b onclick=alert(1)>Post</b>"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = make(tmp_path / "floods.db")
    with Store.open(path) as store:
        store.begin_run(RUN)
        same = " ".join(f"word{n}" for n in range(80))  # enough for the articles to tell one copy cluster
        for n in range(12):
            text = f"{HARBOUR}{same}\nDay {n}.\n"
            store.add(harbour(f"port{n:02}.txt", text, outlet=HOSTILE if n else None, published=f"2021-04-{n + 1:02}"))
        store.finish_run()
    return path


@pytest.fixture
def at(browser: Browser, path: Path) -> Iterator[Reviewer]:
    with serving(path) as url, reviewer(browser, url, path) as made:
        yield made


def opened(at: Reviewer, by: str) -> list[str]:
    """The list of claims alike to the denied one of an article, by key."""
    with snapshot(at.path) as connection:
        query = "SELECT c.key FROM claims c JOIN articles a ON a.id = c.article WHERE a.source = 'port03.txt'"
        (key,) = connection.execute(query + " AND c.relation = 'did not lose'").fetchone()
    at.review(f"?claim={key}")
    at.press("m")
    at.page.locator("#alike li").first.wait_for()
    if by != "statement":
        with at.page.expect_response(f"**by={by}"):
            at.page.locator(f"#alike input[value={by}]").check()
        at.page.wait_for_timeout(100)
    listed = at.page.locator("#alike li input").evaluate_all("boxes => boxes.map((box) => box.value)")
    assert listed[0] == key
    at.page.locator("#alike [name=all]").check()
    return [str(one) for one in listed]


def confirmed(at: Reviewer) -> None:
    """More than ten are decided after a question."""
    at.page.locator("#sure[open]").wait_for()
    at.press("y")


def alike(path: Path, by: str) -> set[str]:
    """What waits, as the database says."""
    condition = {
        "statement": "c.statement = (SELECT statement FROM claims WHERE key = :key)",
        "copy_cluster": "a.copy_cluster = (SELECT copy_cluster FROM articles WHERE source = 'port03.txt')",
        "rule": "a.source = 'port03.txt' AND c.rule = 'verb'",
    }[by]
    with snapshot(path) as connection:
        query = "SELECT c.key FROM claims c JOIN articles a ON a.id = c.article WHERE "
        (key,) = connection.execute(query + "a.source = 'port03.txt' AND c.relation = 'did not lose'").fetchone()
        found = connection.execute(f"{query}{condition} AND c.status = 'unreviewed' AND c.current = 1", {"key": key})
        return {row[0] for row in found}


@pytest.mark.parametrize(
    ("by", "action"), [("statement", "accept"), ("copy_cluster", "reject"), ("rule", "accept"), ("rule", "reject")]
)
def test_all_that_is_alike_is_decided_by_one_entry_and_comes_back_by_one_undo(
    at: Reviewer, by: str, action: str
) -> None:
    expected = alike(at.path, by)
    assert len(expected) == {"statement": 13, "copy_cluster": 39, "rule": 3}[by]
    listed = opened(at, by)
    assert set(listed) == expected
    before = {key: at.row(key) for key in listed}
    if action == "reject":
        at.page.locator("#alike select").select_option("wrong marks")
    at.page.locator(f"#alike button[value={action}]").click()
    if len(listed) > 10:
        confirmed(at)
    at.settled()
    at.said(f"{len(listed)} claims {action}ed. Undo takes all of them back.")
    newest = at.newest()
    assert newest is not None
    assert (newest.action, newest.claims, newest.reason) == (
        action,
        len(listed),
        "wrong marks" if action == "reject" else None,
    )
    assert {at.row(key)["status"] for key in listed} == {f"{action}ed"}
    assert check(at.path) == []
    at.press("u")
    at.said(f"Undone for {len(listed)} claims.")
    for key in listed:
        assert at.row(key) | {"version": 0, "statement": None} == before[key] | {"statement": None}
    assert check(at.path) == []


def test_each_of_the_list_has_the_marks_of_its_card(at: Reviewer) -> None:
    listed = opened(at, "rule")
    marks = at.page.locator("#alike li label").evaluate_all(
        "all => all.map((one) => [...one.querySelectorAll('.x-chip')].map((chip) => chip.textContent))"
    )
    assert len(marks) == len(listed) > 1
    at.press("Escape")
    for key, told in zip(listed, marks, strict=True):
        at.review(f"?claim={key}")
        assert at.page.locator("#card .marks .x-chip").all_text_contents() == told
    assert len({tuple(told) for told in marks}) > 1


def test_the_list_says_where_each_claim_stands_and_ticks_are_counted(at: Reviewer) -> None:
    listed = opened(at, "statement")
    line = at.page.locator("#alike li").first
    assert "The port of Vessna 🚢 did not lose about 40 ships" in line.inner_text()
    assert f"{HOSTILE}, 4 April 2021" in line.inner_text()
    assert at.page.locator("#alike b[onclick]").count() == 0
    boxes = at.page.locator("#alike li input")
    boxes.nth(1).uncheck()
    boxes.nth(2).press("Space")
    assert not at.page.locator("#alike [name=all]").is_checked()
    assert f"{len(listed) - 2} of {len(listed)} claims selected" in at.page.locator("#alike .how-many").inner_text()
    at.page.locator("#alike button[value=accept]").click()
    confirmed(at)
    at.settled()
    at.said(f"{len(listed) - 2} claims accepted")
    assert [at.row(key)["status"] for key in listed[:4]] == ["accepted", "unreviewed", "unreviewed", "accepted"]


@pytest.mark.parametrize(("key", "status"), [("a", "accepted"), ("r", "rejected")])
def test_the_list_is_decided_by_key(at: Reviewer, key: str, status: str) -> None:
    listed = opened(at, "rule")
    at.page.locator("#alike select").press(key)  # chooses a reason by its first letter
    assert at.number() == 0
    at.page.locator("#alike li input").first.focus()
    at.press(key)
    at.settled()
    at.said(f"{len(listed)} claims {status}")
    assert {at.row(claim)["status"] for claim in listed} == {status}


def test_nothing_selected_decides_nothing(at: Reviewer) -> None:
    opened(at, "statement")
    before = at.number()
    at.page.locator("#alike [name=all]").uncheck()
    at.page.locator("#alike button[value=accept]").click()
    at.page.locator("#problem", has_text="No claim was selected").wait_for()
    assert at.number() == before


def test_enter_beside_a_tick_decides_nothing(at: Reviewer) -> None:
    opened(at, "statement")
    before = at.number()
    at.page.locator("#alike li input").first.press("Enter")
    at.page.locator("#alike select").press("Enter")
    assert at.page.locator("#alike[open]").count() == 1
    at.page.locator("#alike button[value=accept]").press("Enter")
    confirmed(at)
    at.settled()
    assert at.number() == before + 1


def test_one_that_somebody_changed_meanwhile_stops_all_and_the_list_comes_again(at: Reviewer, browser: Browser) -> None:
    listed = opened(at, "statement")
    at.page.locator("#alike li input").nth(5).uncheck()
    with reviewer(browser, at.url, at.path) as other:
        other.review(f"?claim={listed[2]}")
        other.press("r", "2")
        other.settled()
    before = at.number()
    at.page.locator("#alike button[value=accept]").click()
    confirmed(at)
    notice = at.page.locator("#alike .meanwhile")
    notice.locator("text=None of your list was decided").wait_for()
    assert "(reject)" in notice.inner_text()
    assert "Its status is now rejected" in notice.inner_text()
    assert at.number() == before
    assert at.row(listed[0])["version"] == 0
    boxes = at.page.locator("#alike li input")
    now = boxes.evaluate_all("boxes => boxes.map((box) => [box.value, box.checked])")
    assert now == [[key, key != listed[5]] for key in listed if key != listed[2]]
    at.page.locator("#alike button[value=accept]").click()
    confirmed(at)
    at.settled()
    at.said(f"{len(listed) - 2} claims accepted")
    assert [at.row(listed[n])["status"] for n in (0, 2, 5)] == ["accepted", "rejected", "unreviewed"]
    assert check(at.path) == []


def test_without_a_network_the_whole_list_is_kept(at: Reviewer) -> None:
    listed = opened(at, "rule")
    at.page.route("**/decide.json", lambda route: route.abort())
    at.page.locator("#alike button[value=accept]").click()
    at.page.locator("#unsent", has_text=f"{len(listed)} claims accepted").wait_for()
    at.page.unroute("**/decide.json")
    at.press("t")
    at.page.locator("#unsent").wait_for(state="hidden")
    assert {at.row(key)["status"] for key in listed} == {"accepted"}


def test_a_key_on_the_heels_of_m_is_for_the_list_and_waits_for_it(at: Reviewer) -> None:
    opened(at, "statement")
    at.press("Escape")
    before, claim = at.number(), at.key()
    held: list[Any] = []
    at.page.route("**/alike/**", lambda route: held.append(route), times=1)
    at.press("m", "a", "r")
    at.page.locator("#alike[open]").wait_for()
    assert at.page.locator("#alike button:disabled").count() == 2
    assert at.page.locator("#reasons[open]").count() == 0
    assert (at.number(), at.key()) == (before, claim)
    held.pop().continue_()
    at.page.locator("#alike li").first.wait_for()
    assert at.page.locator("#alike button:disabled").count() == 0
    at.press("a")
    confirmed(at)
    at.settled()
    assert at.number() == before + 1
    newest = at.newest()
    assert newest is not None
    assert newest.claims > 1


def test_only_what_is_the_same_in_every_word_is_selected_at_first_and_a_question_leads_back(at: Reviewer) -> None:
    opened(at, "statement")
    at.press("Escape")
    at.press("m")
    at.page.locator("#alike li").first.wait_for()
    lines = at.page.locator("#alike li")
    same = [text for text in lines.all_inner_texts() if "did not lose about 40 ships" in text]
    assert at.page.locator("#alike li input:checked").count() == len(same) > 10
    with at.page.expect_response("**by=copy_cluster"):
        at.page.locator("#alike input[value=copy_cluster]").check()
    at.page.locator("#alike li").nth(20).wait_for()
    assert 0 < at.page.locator("#alike li input:checked").count() < lines.count()
    before = at.number()
    at.press("a")
    at.page.locator("#sure[open] h2", has_text="at once?").wait_for()
    at.press("n")
    at.page.locator("#alike[open]").wait_for()
    assert at.number() == before


def test_each_list_begins_with_the_statement(at: Reviewer) -> None:
    listed = opened(at, "copy_cluster")
    at.press("Escape")
    at.press("m")
    at.page.locator("#alike li").first.wait_for()
    assert at.page.locator("#alike input[value=statement]").is_checked()
    assert at.page.locator("#alike li").count() < len(listed)


@pytest.mark.parametrize(("width", "height"), [(320, 640), (1280, 900), (640, 450)])
def test_what_to_press_stays_in_sight_beside_a_long_list(at: Reviewer, width: int, height: int) -> None:
    at.page.set_viewport_size({"width": width, "height": height})
    opened(at, "copy_cluster")
    for button in at.page.locator("#alike button").all():
        box = button.bounding_box()
        assert box
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= height
    assert at.page.locator("#alike li").first.is_visible()
