"""Every key of the review page, what waits beforehand, and what becomes of a decision that does not arrive."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.served import started
from db.connection import snapshot
from db.store import Store
from db.user_accounts import Role, add
from tests.browser.reviewer import Reviewer, reviewer
from tests.browsing import RUN, make
from tests.records import HARBOUR, harbour
from tests.run import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PASSWORD = "a password of a reviewer"


def filled(path: Path, articles: int = 40) -> Path:
    make(path)
    with Store.open(path) as store:
        store.begin_run(RUN)
        for n in range(articles):
            found = harbour(f"port{n:02}.txt", HARBOUR + f"Day {n}.\n")
            store.add(replace(found, claims=tuple(replace(c, confidence=0.3 + n / 100) for c in found.claims)))
        store.connection.execute(
            "INSERT INTO contradictions (key, kind, rule, why, between_sources, left_claim, right_claim, "
            "left_statement, right_statement, question) SELECT "
            "'x1', 'negation', 'r', 'w', 0, a.id, b.id, a.statement, b.statement, 'q' "
            "FROM claims a, claims b WHERE a.relation = 'closed' AND a.current = 1 AND b.relation = 'met' LIMIT 1"
        )
        store.finish_run()
    return path


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("deciding") / "floods.db")


REASONS = (
    "wrong subject", "wrong relation", "wrong object", "wrong marks", "wrong source", "not a complete statement",
    "correct but not useful", "not the article's text", "duplicate", "other",
)  # fmt: skip


def test_each_reason_has_its_key(at: Reviewer) -> None:
    at.review()
    for number, reason in enumerate(REASONS, 1):
        claim = at.key()
        at.press("r", str(number % 10))
        at.settled()
        at.said(f"Rejected: {reason}.")
        newest = at.newest()
        assert newest is not None
        assert (newest.action, newest.reason) == ("reject", reason)
        assert at.row(claim)["status"] == "rejected"


AT_ONCE = """async (keys) => {
  for (const key of keys) {
    (document.activeElement || document.body).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    for (let n = 0; n < 20; n += 1) await null; // what waits for a promise goes on, the next event is not yet heard
  }
}"""


def test_a_key_right_after_the_reason_is_for_the_next_claim(at: Reviewer) -> None:
    """A dialog says that it has closed only after events that were there before."""
    at.review()
    first, before = at.key(), at.number()
    at.page.evaluate(AT_ONCE, ["r", "2", "a"])
    at.settled()
    assert at.number() == before + 2
    assert at.row(first)["status"] == "rejected"
    assert [(done.before, done.after) for done in at.items()] == [({"status": "unreviewed"}, {"status": "accepted"})]


def test_the_keys_of_the_page_do_what_the_buttons_say(at: Reviewer) -> None:
    at.review()
    claim = at.key()
    for key, words in (("e", "Correct the parts"), ("x", "Claim 1 of the split")):
        at.press(key)
        at.said(words)
        at.press("Escape")
        at.page.wait_for_selector("#card .parts")
    for key, dialog in (("m", "alike"), ("n", "note"), ("?", "help"), ("r", "reasons")):
        at.press(key)
        at.page.locator(f"#{dialog}[open]").wait_for()
        at.press("Escape")
        at.page.locator(f"#{dialog}[open]").wait_for(state="detached")
    assert at.key() == claim
    at.press("h")
    at.page.wait_for_url(f"**/history/{claim}")
    at.page.go_back()
    at.page.wait_for_selector("#card .parts")
    at.press("o")
    at.page.wait_for_url(f"**/-/article/*#{claim}")
    at.page.go_back()
    at.page.wait_for_selector("#card .parts")
    assert at.key() == claim
    at.press("a")
    at.settled()
    at.said("Accepted.")
    assert at.row(claim)["status"] == "accepted"
    at.press("u")
    at.said("Undone.")
    assert at.row(claim)["status"] == "unreviewed"
    at.press("s")
    at.said("Skipped.")
    assert at.key() != claim


def test_every_key_has_a_button_and_stands_in_the_help(at: Reviewer) -> None:
    at.review()
    for action in ("accept", "reject", "edit", "split", "bulk", "skip", "undo", "note", "contradiction", "article"):
        assert at.page.locator(f".toolbar.look [data-action={action}]").count() == 1
    at.press("?")
    listed = at.page.locator("#help .keys").inner_text()
    for key in "AREXMSUNCOHTP":
        assert key in listed


def test_while_correcting_a_choice_of_marks_keeps_the_keys_and_help_is_there(at: Reviewer) -> None:
    at.review("?order=random&seed=21")
    claim = at.key()
    at.press("e")
    at.said("Correct the parts")
    at.page.locator("select[name=modality]").focus()
    at.press("2")
    assert at.page.locator("#part-relation").is_checked()
    at.page.locator("select[name=modality]").focus()
    at.press("?")
    at.page.locator("#help[open]").wait_for()
    at.press("Escape")
    at.page.locator("#help[open]").wait_for(state="detached")
    assert at.page.locator("body").get_attribute("data-mode") == "edit"
    at.page.locator("select[name=modality]").select_option("possible")
    at.press("Enter")
    at.settled()
    at.said("Corrected.")
    assert at.row(claim)["modality"] == "possible"


def test_what_was_left_is_not_asked_for_any_more(at: Reviewer) -> None:
    at.review("?order=random&seed=22")
    for key in ("e", "x"):
        at.press(key)
        at.page.wait_for_selector(".words")
        at.press("Escape")
        assert at.page.locator("#status").inner_text() == ""


def test_c_goes_through_both_sides_of_contradictions_and_then_says_so(at: Reviewer) -> None:
    at.review()
    began, met = at.key(), []
    for _ in range(2):
        at.press("c")
        at.page.locator("#card .against").first.wait_for()
        at.page.locator(f"#open:not([href$='{met[-1] if met else began}'])").wait_for()
        met.append(at.key())
    with snapshot(at.path) as connection:
        query = "SELECT relation FROM claims WHERE key = ? AND current = 1"
        sides = {connection.execute(query, (key,)).fetchone()[0] for key in met}
    assert sides == {"closed", "met"}
    seen = set(met)
    for _ in range(6):
        at.press("c")
        at.page.wait_for_timeout(150)
        if "No other claim" in at.page.locator("#status").inner_text():
            break
        assert at.key() not in seen
        seen.add(at.key())
    assert "No other claim" in at.page.locator("#status").inner_text()


def test_the_next_claims_are_there_without_asking(at: Reviewer) -> None:
    at.review("?order=reading&rule=verb")
    at.page.wait_for_load_state("networkidle")
    at.page.route("**/next.json**", lambda route: route.abort())
    met = [at.key()]
    for _ in range(5):
        at.press("s")
        at.page.locator(f"#open:not([href$='{met[-1]}'])").wait_for()
        met.append(at.key())
    assert len(set(met)) == 6
    at.press("s")
    at.page.locator(".stalled", has_text="The next claims could not be loaded").wait_for()
    assert "This queue is empty" not in at.page.locator("#card").inner_text()
    at.page.unroute("**/next.json**")
    at.press("Enter")
    at.page.wait_for_selector("#card .parts")
    assert at.key() not in met


def test_decisions_while_the_network_is_down_are_kept_and_sent_again(at: Reviewer) -> None:
    at.review("?order=random&seed=5")
    at.page.wait_for_load_state("networkidle")
    before, claims = at.number(), []
    at.page.route("**/decide.json", lambda route: route.abort())
    for keys in (("a",), ("r", "3")):
        claims.append(at.key())
        at.press(*keys)
        at.page.locator(f"#open:not([href$='{claims[-1]}'])").wait_for()
    at.page.locator("#unsent", has_text="2 decisions have not reached the server").wait_for()
    assert "does not answer" in at.page.locator("#unsent").inner_text()
    assert at.number() == before
    at.page.reload()
    at.page.locator("#unsent", has_text="2 decisions").wait_for()
    assert at.number() == before
    at.page.unroute("**/decide.json")
    at.press("t")
    at.page.locator("#unsent").wait_for(state="hidden")
    assert [at.row(claim)["status"] for claim in claims] == ["accepted", "rejected"]
    assert at.number() == before + 2


def test_a_decision_whose_answer_was_lost_is_not_made_twice_nor_called_a_conflict(at: Reviewer) -> None:
    at.review("?order=random&seed=6")
    claim, before = at.key(), at.number()

    def lose(route: object) -> None:
        route.fetch()  # type: ignore[attr-defined]  # it arrives
        route.abort()  # type: ignore[attr-defined]

    at.page.route("**/decide.json", lose)
    at.press("a")
    at.page.locator("#unsent:not([hidden])").wait_for()
    at.page.unroute("**/decide.json")
    at.press("t")
    at.page.locator("#unsent").wait_for(state="hidden")
    assert not at.page.locator("#conflict").is_visible()
    assert (at.number(), at.row(claim)["status"]) == (before + 1, "accepted")
    at.press("u")
    at.said("Undone.")
    assert at.row(claim)["status"] == "unreviewed"


def test_a_note_whose_answer_was_lost_is_there_once(at: Reviewer) -> None:
    at.review("?order=random&seed=9")
    before = at.number()

    def lose(route: object) -> None:
        route.fetch()  # type: ignore[attr-defined]  # it arrives
        route.abort()  # type: ignore[attr-defined]

    at.page.route("**/decide.json", lose)
    at.press("n")
    at.page.locator("#note textarea").fill("which port?")
    at.page.locator("#note button[value=save]").click()
    at.page.locator("#unsent", has_text="Note saved.").wait_for()
    at.page.unroute("**/decide.json")
    at.page.locator("#unsent [data-action=retry]").click()
    at.page.locator("#unsent").wait_for(state="hidden")
    assert at.number() == before + 1


def test_what_is_on_its_way_once_more_is_taken_back_for_good(at: Reviewer) -> None:
    at.review("?order=random&seed=10")
    at.page.wait_for_load_state("networkidle")
    claim, held = at.key(), list[Any]()
    at.page.route("**/decide.json", lambda route: route.abort())
    at.press("a")
    at.page.locator("#unsent", has_text="1 decision has").wait_for()
    at.page.unroute("**/decide.json")
    at.page.route("**/decide.json", lambda route: held.append(route), times=1)
    with at.page.expect_request("**/decide.json"):
        at.press("t")
    at.press("u")
    at.page.wait_for_timeout(100)
    held.pop().continue_()
    at.said("Undone.")
    assert at.key() == claim
    assert at.row(claim)["status"] == "unreviewed"


def test_what_is_kept_can_be_taken_back_or_let_go(at: Reviewer) -> None:
    at.review("?order=random&seed=7")
    at.page.wait_for_load_state("networkidle")
    before, claims = at.number(), []
    at.page.route("**/decide.json", lambda route: route.abort())
    for _ in range(2):
        claims.append(at.key())
        at.press("a")
        at.page.locator(f"#open:not([href$='{claims[-1]}'])").wait_for()
    at.page.locator("#unsent", has_text="2 decisions").wait_for()
    at.press("u")
    at.said("It had not been sent yet")
    assert at.key() == claims[1]
    at.page.locator("#unsent [data-action=discard]").click()
    at.page.locator("#unsent").wait_for(state="hidden")
    at.page.unroute("**/decide.json")
    at.press("s")
    at.page.locator(f"#open[href$='{claims[0]}']").wait_for()
    assert at.number() == before


def test_without_room_in_the_browser_what_does_not_arrive_is_kept_by_the_page(at: Reviewer) -> None:
    at.page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('no room'); };")
    at.review("?order=random&seed=11")
    at.page.wait_for_load_state("networkidle")
    at.press("s")
    at.said("Skipped.")
    at.page.route("**/decide.json", lambda route: route.abort())
    claim = at.key()
    at.press("a")
    at.page.locator("#unsent", has_text="1 decision has").wait_for()
    at.page.unroute("**/decide.json")
    at.press("t")
    at.page.locator("#unsent").wait_for(state="hidden")
    assert at.row(claim)["status"] == "accepted"


def test_a_page_that_is_left_gives_back_what_waited_on_it_and_no_more(at: Reviewer) -> None:
    with at.page.expect_response("**/next.json**") as fetched:
        at.review("?order=random&seed=12")
    at.page.wait_for_load_state("networkidle")
    with at.page.expect_request("**/release.json") as left:
        at.page.evaluate("dispatchEvent(new Event('pagehide'))")  # of a page that is really left nothing is told
    held = {item["key"] for item in fetched.value.json()["items"]}
    assert held
    assert set(left.value.post_data_json["claims"]) == held


def test_a_correction_that_does_not_arrive_stays_on_the_screen(at: Reviewer) -> None:
    with snapshot(at.path) as connection:
        query = "SELECT key FROM claims WHERE relation = 'did not lose' AND status = 'unreviewed' ORDER BY id DESC"
        (claim,) = connection.execute(query).fetchone()
    at.review(f"?claim={claim}")
    at.press("e", "3")
    at.word("March").click()
    at.page.route("**/decide.json", lambda route: route.abort())
    at.press("Enter")
    at.page.locator("#problem", has_text="does not answer").wait_for()
    assert at.page.locator(".word.in-object").all_text_contents() == ["March"]
    at.page.unroute("**/decide.json")
    at.press("Enter")
    at.settled()
    at.said("Corrected.")
    assert at.row(claim)["object"] == "March"


def test_a_note_that_does_not_arrive_is_kept(at: Reviewer) -> None:
    at.review("?order=random&seed=8")
    at.page.route("**/decide.json", lambda route: route.abort())
    at.press("n")
    at.page.locator("#note textarea").fill("whose port?")
    at.page.locator("#note button[value=save]").click()
    at.page.locator("#unsent", has_text="Note saved.").wait_for()
    at.page.unroute("**/decide.json")
    at.page.locator("#unsent [data-action=retry]").click()
    at.page.locator("#unsent").wait_for(state="hidden")
    newest = at.newest()
    assert newest is not None
    assert newest.note == "whose port?"


def test_a_server_that_was_restarted_takes_what_was_decided_meanwhile(browser: Browser, tmp_path: Path) -> None:
    path = filled(tmp_path / "floods.db", 3)
    with started(path) as (url, server), reviewer(browser, url, path) as at:
        at.review()
        at.page.wait_for_load_state("networkidle")
        server.kill()
        server.wait()
        claim = at.key()
        at.press("a")
        at.page.locator("#unsent", has_text="1 decision has not reached the server").wait_for()
        with started(path, int(url.rpartition(":")[2])):
            at.press("t")
            at.page.locator("#unsent").wait_for(state="hidden")
            assert at.row(claim)["status"] == "accepted"


def signed_in(at: Reviewer, name: str) -> None:
    """In a tab of its own, as the page offers."""
    tab = at.page.context.new_page()
    tab.goto(f"{at.url}/-/login")
    tab.fill("[name=username]", name)
    tab.fill("[name=password]", PASSWORD)
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{at.url}/")
    tab.close()


def test_a_page_of_somebody_else_s_decides_nothing(browser: Browser, tmp_path: Path) -> None:
    """Ada's page is still open where ben has signed in."""
    path = filled(tmp_path / "floods.db", 3)
    for name in ("ada", "ben"):
        add(path, name, Role.REVIEWER, PASSWORD)
    with serving(path) as url, reviewer(browser, url, path) as at:
        signed_in(at, "ada")
        at.review()
        at.page.wait_for_load_state("networkidle")
        claim = at.key()
        at.page.context.clear_cookies(name="ds_actor")
        signed_in(at, "ben")
        at.press("a")
        at.page.locator("#unsent", has_text="now signed in as ben, but ada decided this").wait_for()
        assert at.number() == 0
        at.page.context.clear_cookies(name="ds_actor")
        signed_in(at, "ada")
        at.press("t")
        at.page.locator("#unsent").wait_for(state="hidden")
        newest = at.newest()
        assert newest is not None
        assert (newest.who, at.row(claim)["status"]) == ("ada", "accepted")


def test_a_session_that_ends_while_deciding_loses_nothing_and_nobody_else_gets_it(
    browser: Browser, tmp_path: Path
) -> None:
    path = filled(tmp_path / "floods.db", 3)
    for name in ("ada", "ben"):
        add(path, name, Role.REVIEWER, PASSWORD)
    with serving(path) as url, reviewer(browser, url, path) as at:
        signed_in(at, "ada")
        at.review()
        at.page.wait_for_load_state("networkidle")
        claim, before = at.key(), at.number()
        at.page.context.clear_cookies(name="ds_actor")
        at.press("a")
        notice = at.page.locator("#unsent", has_text="not reached the server")
        notice.wait_for()
        link = notice.locator("a", has_text="Sign in")
        assert (link.get_attribute("href"), link.get_attribute("target")) == ("/-/login", "_blank")
        signed_in(at, "ben")
        at.press("t")
        at.page.locator("#unsent", has_text="now signed in as ben, but ada decided this").wait_for()
        assert at.number() == before
        at.page.context.clear_cookies(name="ds_actor")
        signed_in(at, "ada")
        at.press("t")
        at.page.locator("#unsent").wait_for(state="hidden")
        newest = at.newest()
        assert newest is not None
        assert (newest.who, newest.action, at.row(claim)["status"]) == ("ada", "accept", "accepted")
