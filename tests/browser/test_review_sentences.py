"""All claims of a sentence on one screen, by keys: chosen, rejected, accepted together, flagged; breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.check import check
from db.connection import snapshot
from db.store import Store
from tests.browser.reviewer import Reviewer
from tests.browsing import RUN, make
from tests.records import article, claim, extraction

pytestmark = pytest.mark.browser


GATE = "Ada Lind opened the gate and closed the port before the rain reached the valley.\n"
PARTS = (("Ada Lind", "opened", "the gate"), ("Ada Lind", "closed", "the port"), ("the rain", "reached", "the valley"))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = make(tmp_path_factory.mktemp("sentences") / "dam.db")
    with Store.open(path) as store:
        store.begin_run(RUN)
        claims = [claim(GATE, *parts, position=n) for n, parts in enumerate(PARTS)]
        store.add(extraction(article(GATE, "gate.txt"), tuple(claims)))
        store.finish_run()
    return path


def crowded(path: Path) -> list[str]:
    """The claims of the sentence that has most."""
    with snapshot(path) as connection:
        query = (
            "SELECT sentence FROM claims WHERE current = 1 GROUP BY sentence ORDER BY COUNT(*) DESC, sentence LIMIT 1"
        )
        (sentence,) = connection.execute(query).fetchone()
        rows = connection.execute("SELECT key FROM claims WHERE sentence = ? ORDER BY position", (sentence,))
        return [key for (key,) in rows]


def test_a_sentence_is_judged_on_one_screen(at: Reviewer) -> None:
    keys = crowded(at.path)
    assert len(keys) == len(PARTS)
    at.review(f"?claim={keys[0]}")
    lines = at.page.locator("#card .siblings > li")
    assert lines.count() == len(keys)
    at.press(str(len(keys)))
    at.page.locator(f"#card #open[href$='{keys[-1]}']").wait_for()
    at.press("r", "9")
    at.settled()
    assert at.row(keys[-1])["status"] == "rejected"
    newest = at.newest()
    assert newest is not None
    assert newest.reason == "duplicate"
    at.page.locator(f"#card #open[href$='{keys[0]}']").wait_for()
    assert lines.nth(len(keys) - 1).locator(".outcome").inner_text().strip() == "rejected"
    at.press("d")
    at.settled()
    assert [at.row(key)["status"] for key in keys] == [*["accepted"] * (len(keys) - 1), "rejected"]
    assert at.key() not in keys
    at.press("u")
    at.said("Undone")
    assert at.key() == keys[0]
    assert at.row(keys[0])["status"] == "unreviewed"
    assert at.page.locator("#card .siblings .outcome").all_inner_texts() == [" rejected"]
    assert check(at.path) == []


def test_what_is_flagged_is_linked_above_the_queue(at: Reviewer) -> None:
    at.review("?unit=claim")
    key = at.key()
    at.press("f")
    at.settled()
    at.said("Flagged for later.")
    at.page.locator("#queues a", has_text="Flagged: 1").click()
    at.page.wait_for_selector("#card .parts")
    assert at.key() == key
    at.press("u")
    at.said("Undone.")


def test_a_break_is_proposed_and_can_be_switched_off(at: Reviewer) -> None:
    long = """() => {
      const who = document.body.dataset.who;
      localStorage.setItem(`began ${who}`, String(Date.now() - 3_600_000));
      localStorage.setItem(`last decision ${who}`, String(Date.now()));
    }"""
    at.review()
    at.page.evaluate(long)
    at.press("a")
    at.page.locator("#break", has_text="60 minutes").wait_for()
    at.page.get_by_role("button", name="Do not remind me").click()
    at.page.evaluate(long)
    at.press("a")
    at.settled()
    at.page.wait_for_timeout(100)
    assert at.page.locator("#break").is_hidden()
    at.press("?")
    assert not at.page.locator("#breaks").is_checked()
