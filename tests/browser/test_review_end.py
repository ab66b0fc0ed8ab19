"""The end of a queue: what others hold is not nothing, and a second look at what was decided comes to an end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db.connection import snapshot, transaction
from db.reviews import deciding
from db.reviews.decisions import Seen
from db.user_accounts import Role, add
from tests.browser.reviewer import Reviewer, reviewer
from tests.browser.test_review_deciding import PASSWORD, filled, signed_in
from tests.run import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return filled(tmp_path / "floods.db", 6)


@pytest.fixture
def two(browser: Browser, path: Path) -> Iterator[tuple[Reviewer, Reviewer]]:
    """Ada and ben, each in a browser of their own."""
    for name in ("ada", "ben"):
        add(path, name, Role.REVIEWER, PASSWORD)
    with serving(path) as url, reviewer(browser, url, path) as ada, reviewer(browser, url, path) as ben:
        signed_in(ada, "ada")
        signed_in(ben, "ben")
        yield ada, ben


def story(path: Path) -> str:
    """A queue of few claims."""
    with snapshot(path) as connection:
        return "?article=" + str(
            connection.execute("SELECT key FROM articles WHERE source = 'port03.txt'").fetchone()[0]
        )


def test_what_others_hold_is_not_nothing_and_comes_when_they_let_go(two: tuple[Reviewer, Reviewer], path: Path) -> None:
    ada, ben = two
    with ada.page.expect_response("**/next.json**") as fetched:
        ada.review(story(path))
    held = len(fetched.value.json()["items"])
    assert held == 3
    ben.page.clock.install()
    ben.page.goto(f"{ben.url}/-/review{story(path)}")
    words = ben.page.locator("#card .held")
    words.wait_for()
    assert f"other people are looking at {held} claims" in words.inner_text()
    assert "This queue is empty" not in words.inner_text()
    ada.press("a")
    ada.settled()
    ben.page.get_by_role("button", name="Check again").focus()
    ben.press("Enter")
    ben.page.locator("#card .held", has_text="looking at 2 claims").wait_for()
    assert ben.page.evaluate("document.activeElement.textContent") == "Check again"
    ada.page.goto(f"{ada.url}/")  # what waited there is let go
    ada.page.wait_for_load_state("networkidle")
    assert ben.page.locator("#card .parts").count() == 0
    ben.page.clock.fast_forward(21_000)
    ben.page.wait_for_selector("#card .parts")
    ben.press("a")
    ben.settled()
    ben.press("a")
    ben.settled()
    ben.page.locator("#card .nothing", has_text="This queue is empty").wait_for()


def test_what_was_decided_again_does_not_come_round_for_ever(browser: Browser, path: Path) -> None:
    with transaction(path) as connection:
        keys = [key for (key,) in connection.execute("SELECT key FROM claims WHERE current = 1 ORDER BY key LIMIT 9")]
        deciding.accept(connection, [Seen(key, 0) for key in keys], "ada")
    with serving(path) as url, reviewer(browser, url, path) as at:
        at.review("?status=accepted")
        met = []
        for _ in keys:
            met.append(at.key())
            at.press("a")
            at.settled()
            at.page.locator(f"#open[href$='{met[-1]}']").wait_for(state="detached")
            if len(met) == 4:
                at.page.reload()
                at.page.wait_for_selector("#card .parts")
        assert sorted(met) == keys
        at.page.locator("#card .nothing", has_text="This queue is empty").wait_for()
        at.page.locator("#left", has_text="0 left in this queue").wait_for()
        at.press("u")
        at.said("Undone.")
        assert at.key() == met[-1]
        at.page.reload()
        at.page.wait_for_selector("#card .parts")
        assert at.key() == met[-1]
        with reviewer(browser, url, path) as other:  # another tab begins anew
            other.review("?status=accepted")


def test_a_refusal_names_the_claim_that_has_left_the_screen(browser: Browser, path: Path) -> None:
    with serving(path) as url, reviewer(browser, url, path) as at:
        at.review("?order=reading&rule=verb")
        at.page.wait_for_load_state("networkidle")
        refused = at.page.locator("#card .parts dd > span").all_inner_texts()
        at.page.route(
            "**/decide.json", lambda route: route.fulfill(status=422, json={"error": "It cannot be."}), times=1
        )
        at.press("a")
        problem = at.page.locator("#problem", has_text="It cannot be.")
        problem.wait_for()
        assert f"“{' · '.join(refused[:3])}”: It cannot be." in problem.inner_text()


def test_a_message_with_a_key_tells_the_words_instead(browser: Browser, path: Path) -> None:
    with serving(path) as url, reviewer(browser, url, path) as at:
        at.review("?order=reading&rule=verb")
        at.page.wait_for_load_state("networkidle")
        claim, words = at.key(), at.page.locator("#card .parts dd > span").all_inner_texts()
        answer = {"error": f"Claim {claim} was changed again by review 7. Claim c0123456789abcdef was not."}
        at.page.route("**/decide.json", lambda route: route.fulfill(status=422, json=answer), times=1)
        at.press("a")
        said = at.page.locator("#problem", has_text="was changed again")
        said.wait_for()
        assert f"“{' · '.join(words[:3])}” was changed again by review 7." in said.inner_text()
        assert "Claim c0123456789abcdef was not." in said.inner_text()


def test_somebody_else_who_was_first_is_named_and_what_changed_comes_first(
    two: tuple[Reviewer, Reviewer], path: Path
) -> None:
    ada, ben = two
    ada.review("?order=reading&rule=verb")
    claim = ada.key()
    ben.review(f"?claim={claim}")
    ben.press("r", "2")
    ben.settled()
    ada.press("a")
    ada.page.locator("#conflict[open]").wait_for()
    ada.said("ben decided this claim first.")
    assert ada.page.locator("#conflict-title").inner_text() == "Someone else decided this claim first"
    assert "ben" in ada.page.locator("#conflict-who").inner_text()
    changed = ada.page.locator("#conflict .changed")
    assert changed.inner_text().strip() == "status: rejected (was unreviewed)"
    parts = ada.page.locator("#conflict .parts")
    shown = ada.page.locator("#conflict .both").bounding_box()
    for one in (changed, parts, ada.page.locator("#conflict .marks")):
        box = one.bounding_box()
        assert box
        assert shown
        assert box["y"] + box["height"] <= shown["y"] + shown["height"]


def test_one_s_own_other_tab_is_called_that(browser: Browser, path: Path) -> None:
    with serving(path) as url, reviewer(browser, url, path) as at, reviewer(browser, url, path) as other:
        at.review("?order=random&seed=2")
        claim = at.key()
        other.review(f"?claim={claim}")
        other.press("a")
        other.settled()
        at.press("r", "1")
        at.page.locator("#conflict[open]").wait_for()
        at.said("You already decided this claim.")
        assert at.page.locator("#conflict-title").inner_text() == "You already decided this claim in another tab"


def test_an_undo_that_others_built_on_is_said_and_the_one_before_comes_next(
    two: tuple[Reviewer, Reviewer], path: Path
) -> None:
    _, ben = two
    ben.review(story(path))
    first = ben.key()
    ben.press("a")
    second = ben.key()
    ben.press("a")
    ben.settled()
    with transaction(path) as connection:
        deciding.reject(connection, [Seen(second, ben.row(second)["version"])], "ada")
    ben.press("u")
    ben.page.locator("#problem", has_text="was changed again by ada").wait_for()
    assert second not in ben.page.locator("#problem").inner_text()
    ben.press("u")
    ben.said("Undone.")
    assert (ben.row(first)["status"], ben.row(second)["status"]) == ("unreviewed", "rejected")
    assert ben.key() == first


def test_an_undo_after_a_reload_passes_over_what_others_built_on(two: tuple[Reviewer, Reviewer], path: Path) -> None:
    _, ben = two
    ben.review(story(path))
    first = ben.key()
    ben.press("a")
    second = ben.key()
    ben.press("a")
    ben.settled()
    with transaction(path) as connection:
        deciding.reject(connection, [Seen(second, ben.row(second)["version"])], "ada")
    ben.page.reload()
    ben.page.wait_for_selector("#card .parts")
    ben.press("u")
    ben.said("Undone.")
    assert (ben.row(first)["status"], ben.row(second)["status"]) == ("unreviewed", "rejected")
