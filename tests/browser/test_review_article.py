"""From the article into the queue and back: a claim that is missing is made of words that were selected there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from db.check import check
from db.connection import snapshot
from db.store import Store
from db.user_accounts import Role, add
from tests.browser.reviewer import Reviewer, reviewer
from tests.browsing import RUN, make
from tests.records import article, claim, extraction, harbour
from tests.run import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

#: Emoji of several characters, a decomposed accent, right-to-left words with points, a control that is not seen.
MIXED = (
    "The 👩🏽‍🚒 of Cafe\u0301s Ostrand met 🇫🇷 envoys.\n"
    "אמר שָׁלוֹם לראש העיר today.\n"
    "A \u202edne hidden\u202c word stands here.\n"
    "Nobody said a thing about boats\n"
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = make(tmp_path_factory.mktemp("adding") / "floods.db")
    with Store.open(path) as store:
        store.begin_run(RUN)
        store.add(extraction(article(MIXED, "mixed.txt", title="Mixed"), [claim(MIXED, "Ostrand", "met", "envoys")]))
        store.add(harbour("copy.txt"))
        store.finish_run()
    return path


def number(path: Path, source: str) -> int:
    with snapshot(path) as connection:
        return int(
            connection.execute("SELECT id FROM articles WHERE source = ? AND current = 1", (source,)).fetchone()[0]
        )


SELECT = """([at, first, last]) => {
  const sentence = document.getElementById(`t${at}`), range = document.createRange();
  const walk = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
  const place = (words, end) => {
    walk.currentNode = sentence;
    while (walk.nextNode()) {
      const found = walk.currentNode.data.indexOf(words);
      if (found >= 0) return [walk.currentNode, found + (end ? words.length : 0)];
    }
    throw new Error(words);
  };
  range.setStart(...place(first, false));
  range.setEnd(...place(last, true));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def select(at: Reviewer, sentence: int, first: str, last: str) -> None:
    at.page.evaluate(SELECT, [sentence, first, last])
    at.page.locator(".adding").wait_for(state="visible")


def asked(at: Reviewer) -> tuple[int, int, int]:
    """The sentence and the place in it that the choices lead to."""
    found = parse_qs(urlsplit(at.page.locator(".adding a").first.get_attribute("href") or "").query)
    return int(found["at"][0]), int(found["from"][0]), int(found["to"][0])


@pytest.mark.parametrize(
    ("sentence", "first", "last", "words"),
    [
        (0, "👩🏽‍🚒", "of", "👩🏽‍🚒 of"),
        (0, "s ", "🇫🇷", "s Ostrand met 🇫🇷"),
        (1, "שָׁלוֹם", "לראש", "שָׁלוֹם לראש"),
        (2, "U+202E", "hidden", "\u202edne hidden"),
        (2, "hidden", "word", "hidden\u202c word"),
        (3, "said", "boats", "said a thing about boats"),
    ],
)
def test_what_is_selected_is_counted_in_code_points(
    at: Reviewer, path: Path, sentence: int, first: str, last: str, words: str
) -> None:
    at.article(number(path, "mixed.txt"))
    select(at, sentence, first, last)
    line = MIXED.splitlines()[sentence]
    assert asked(at) == (sentence, line.index(words), line.index(words) + len(words))


@pytest.mark.parametrize(
    ("sentence", "part", "half", "words"),
    [
        (0, "object", "🇫", "🇫🇷"),
        (0, "subject", "s Ost", "Cafe\u0301s Ostrand"),
        (0, "subject", "🏽", "👩🏽‍🚒"),
        (1, "relation", "לוֹ", "שָׁלוֹם"),
        (2, "object", "\u202edne h", "\u202edne hidden"),
    ],
)
def test_what_is_taken_over_is_whole_words(
    at: Reviewer, path: Path, sentence: int, part: str, half: str, words: str
) -> None:
    start = MIXED.splitlines()[sentence].index(half)
    query = f"add={number(path, 'mixed.txt')}&at={sentence}&from={start}&to={start + len(half)}&part={part}"
    at.page.goto(f"{at.url}/-/review?{query}")
    at.page.locator(".word.chosen").first.wait_for()
    assert at.page.locator(f"#part-{part}").is_checked()
    chosen = "".join(at.page.locator(f".word.in-{part}").all_text_contents())
    assert chosen.replace("U+202E", "\u202e") == words.replace(" ", "")


def test_a_claim_is_made_of_words_selected_by_mouse_and_shown_in_its_article(at: Reviewer, path: Path) -> None:
    of = number(path, "kinds.txt")
    at.article(of)
    silent = at.page.locator("[data-at]", has_text="Two boats wait")
    box = silent.bounding_box()
    assert box is not None
    at.page.mouse.move(box["x"] + 2, box["y"] + box["height"] / 2)
    at.page.mouse.down()
    at.page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + box["height"] / 2, steps=5)
    at.page.mouse.up()
    at.page.locator(".adding a", has_text="subject").click()
    at.page.locator(".word.in-subject").first.wait_for()
    at.press("2")
    at.word("wait").click()
    at.press("Enter")
    at.page.wait_for_url("**/-/article/*")
    made = at.row(at.items()[0].claim)
    assert (made["subject"], made["relation"], made["origin"], made["status"]) == (
        "Two boats", "wait", "person", "accepted",
    )  # fmt: skip
    card = at.page.locator(f"#{made['key']}")
    card.wait_for(state="visible")
    assert "lit" in str(card.get_attribute("class"))
    assert at.page.locator(".sentence.chosen").inner_text().startswith("Two boats wait")
    assert check(path) == []


def test_a_claim_is_made_by_keys_alone(at: Reviewer, path: Path) -> None:
    of = number(path, "mixed.txt")
    at.article(of)
    at.page.locator("#t0").focus()
    for _ in range(60):
        at.press("w")
        if at.page.evaluate("String(getSelection()).trim()") == "Nobody":
            break
    at.page.locator(".adding .taken", has_text="Nobody").wait_for()
    at.press("w", "Shift+W", "Shift+W", "Shift+B")
    at.page.locator(".adding .taken", has_text="said a").wait_for()
    at.press("2")
    at.page.locator(".word.in-relation").first.wait_for()
    assert at.page.locator(".word.in-relation").all_text_contents() == ["said", "a"]
    at.press("1", "Home", "Space", "3", "End", "Space", "Enter")
    at.page.wait_for_url("**/-/article/*")
    made = at.row(at.items()[0].claim)
    assert (made["subject"], made["relation"], made["object"]) == ("Nobody", "said a", "boats")
    assert check(path) == []


def test_words_of_two_sentences_are_told_what_to_do(at: Reviewer) -> None:
    at.article(1)
    at.page.evaluate(
        "() => { const r = document.createRange(); r.setStart(document.getElementById('t0').firstChild.firstChild, 2);"
        " r.setEnd(document.getElementById('t1').firstChild, 3); getSelection().addRange(r); }"
    )
    at.page.locator(".adding", has_text="more than one sentence").wait_for()
    assert at.page.locator(".adding a:visible").count() == 0
    at.press("1")
    assert "/-/article/1" in at.page.url
    at.press("Escape")
    at.page.locator(".adding").wait_for(state="hidden")


def test_a_selected_headline_or_a_click_offers_nothing(at: Reviewer) -> None:
    at.article(2)
    at.page.locator("article h1").first.dblclick()
    at.page.wait_for_timeout(100)
    assert not at.page.locator(".adding").is_visible()


def test_enter_goes_to_the_choices_and_the_keys_can_be_off(at: Reviewer) -> None:
    at.article(1)
    at.page.evaluate("localStorage.setItem('keys', 'off')")
    select(at, 1, "port", "port")
    at.press("1")
    at.page.wait_for_timeout(100)
    assert "/-/article/1" in at.page.url
    at.press("Enter", "Tab", "Enter")
    at.page.wait_for_url("**part=relation")


def test_escape_leads_back_to_the_sentence_and_nothing_is_added(at: Reviewer) -> None:
    before = at.number()
    at.page.goto(f"{at.url}/-/review?add=1&at=1&from=4&to=8&part=subject")
    at.page.locator(".word.in-subject").first.wait_for()
    at.press("Escape")
    at.page.wait_for_url("**/-/article/1#t1")
    assert at.page.locator("#t1.chosen").count() == 1
    assert at.number() == before


def test_a_claim_without_a_relation_is_refused_in_words_and_stays_on_the_screen(at: Reviewer) -> None:
    at.page.goto(f"{at.url}/-/review?add=1&at=1&from=4&to=8&part=subject")
    at.page.locator(".word.in-subject").first.wait_for()
    at.press("Enter")
    at.page.locator("#problem", has_text="needs a subject and a relation").wait_for()
    assert at.page.locator(".word.in-subject").all_text_contents() == ["port"]


def test_an_old_revision_offers_no_adding_and_takes_none(at: Reviewer, path: Path) -> None:
    with snapshot(path) as connection:
        (old,) = connection.execute("SELECT id FROM articles WHERE current = 0").fetchone()
    at.article(old)
    assert at.page.locator("[data-add]").count() == 0
    at.page.goto(f"{at.url}/-/review?add={old}&at=0")
    at.page.locator(".word", has_text="council").click()
    at.press("2")
    at.word("opened").click()
    at.press("Enter")
    at.page.locator("#problem", has_text="newer revision").wait_for()


def test_hostile_words_that_were_selected_are_only_text(at: Reviewer, path: Path) -> None:
    with snapshot(path) as connection:
        (hostile,) = connection.execute("SELECT id FROM articles WHERE source = 'javascript:alert(1)'").fetchone()
    at.article(hostile)
    select(at, 1, "<img", "praised")
    assert "<img src=x" in at.page.locator(".adding .taken").inner_text()
    at.press("1")
    at.page.locator(".word.in-subject").first.wait_for()
    assert at.page.evaluate("window.owned") is None


def test_an_article_leads_to_its_own_queue_and_says_how_much_waits(at: Reviewer) -> None:
    at.article(1)
    line = at.page.locator(".hint.review")
    assert "3 unreviewed claims" in line.inner_text()
    line.locator("a").click()
    at.page.wait_for_selector("#card .parts")
    assert "order=reading" in at.page.url
    at.page.locator("#left", has_text="3 left in this queue").wait_for()
    assert at.page.locator("#queue .x-chip", has_text="article:").count() == 1


@pytest.mark.parametrize(
    ("kind", "chip"), [("statement", "statement:"), ("entity", "about:"), ("copy_cluster", "copies of:")]
)
def test_pages_of_statements_names_and_copy_clusters_lead_to_their_queues(at: Reviewer, kind: str, chip: str) -> None:
    with snapshot(at.path) as connection:
        (statement,) = connection.execute(
            "SELECT f.key FROM claims c JOIN statements f ON f.id = c.statement LIMIT 1"
        ).fetchone()
        (entity,) = connection.execute(
            "SELECT e.key FROM claims c JOIN entities e ON e.id = c.subject_who LIMIT 1"
        ).fetchone()
    place = {
        "statement": f"/-/statement/{statement}",
        "entity": f"/-/entity/{entity}",
        "copy_cluster": f"/-/article/{number(at.path, 'copy.txt')}",
    }[kind]
    at.page.goto(at.url + place)
    at.page.locator(f"main a[href*='/-/review?{kind}=']").first.click()
    at.page.wait_for_selector("#card .parts")
    assert at.page.locator("#queue .x-chip", has_text=chip).count() == 1


def test_a_card_leads_to_its_claim(at: Reviewer) -> None:
    at.article(1)
    card = at.page.locator(".claim").nth(1)
    key = card.get_attribute("id")
    card.locator("a", has_text="review").click()
    at.page.wait_for_selector("#card .parts")
    assert at.key() == key


def test_at_400_pixels_the_choices_are_within_reach(browser: Browser, url: str, path: Path) -> None:
    with reviewer(browser, url, path, width=400) as at:
        at.article(1)
        select(at, 1, "port", "port")
        box = at.page.locator(".adding").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 400
        assert at.page.evaluate("document.documentElement.scrollWidth") <= 400


def test_who_only_reads_is_offered_no_reviewing(browser: Browser, tmp_path: Path) -> None:
    path = make(tmp_path / "floods.db")
    add(path, "rea", Role.READER, "a password of a reader")
    with serving(path) as url, reviewer(browser, url, path) as at:
        at.page.goto(f"{url}/-/login")
        at.page.fill("[name=username]", "rea")
        at.page.fill("[name=password]", "a password of a reader")
        at.page.keyboard.press("Enter")
        at.page.wait_for_url(f"{url}/")
        with snapshot(path) as connection:
            (statement,) = connection.execute("SELECT key FROM statements LIMIT 1").fetchone()
        for place in ("/-/article/1", "/-/article/5", f"/-/statement/{statement}"):
            at.page.goto(url + place)
            assert at.page.locator("main a[href*='/-/review']").count() == 0
            assert at.page.locator(".adding, [data-add]").count() == 0
