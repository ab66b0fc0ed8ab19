"""What is to be judged is on the screen at once, however long the paragraph is that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from db.store import Store
from tests.browser.reviewer import Reviewer
from tests.browsing import RUN, make
from tests.records import article, claim, extraction

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

LINE = "Word {n} of a long paragraph stands here so that nothing else has room on the screen of anybody."
MANY = " ".join(LINE.format(n=n) for n in range(60))
SENTENCE = "The harbour of Ostrand closed its oldest gate on Monday."


def blocks(text: str, n: int) -> Any:
    """One big block with the sentence in its middle, and the title that others have."""
    found = extraction(
        article(text, f"block{n:02}.txt", title=f"Day {n}", outlet=f"Paper {n}", published=f"2024-05-{n + 1:02}"),
        [claim(text, "The harbour of Ostrand", "closed", "its oldest gate", sentence=1)],
    )
    (first, *_), (last, *_) = found.blocks, found.blocks[::-1]
    return replace(found, blocks=(replace(first, end=last.end),))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = make(tmp_path_factory.mktemp("layout") / "floods.db")
    with Store.open(path) as store:
        store.begin_run(RUN)
        for n in range(9):
            store.add(blocks(f"{MANY} {n}\n{SENTENCE}\n{MANY} {n}\n", n))
        store.finish_run()
    return path


@pytest.fixture(params=[(1280, 900), (1600, 1000), (400, 800)], ids=lambda size: f"{size[0]}x{size[1]}")
def sized(browser: Browser, url: str, path: Path, request: pytest.FixtureRequest) -> Iterator[Reviewer]:
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height})
    yield Reviewer(context.new_page(), url, path)
    context.close()


#: Which of the card's parts do not lie between the top of the screen and the bar of keys.
OUTSIDE = """names => {
  const bar = document.querySelector(".toolbar.look").getBoundingClientRect().top;
  return names.filter((name) => {
    const found = [...document.querySelectorAll(`#card ${name}`)].map((one) => one.getBoundingClientRect());
    return !found.length || found.some((box) => box.top < 0 || box.bottom > bar);
  });
}"""


def outside(page: Page, *names: str) -> list[str]:
    found: list[str] = page.evaluate(OUTSIDE, list(names))
    return found


def wanted(at: Reviewer) -> tuple[str, ...]:
    wide = at.page.evaluate("innerWidth > 600")
    return (".sentence", ".parts", ".marks", *((".around section",) if wide else ()))


def test_the_sentence_and_what_a_decision_needs_are_on_the_screen(sized: Reviewer) -> None:
    at = sized
    at.review("?order=reading&rule=verb")
    met = 0
    while at.page.locator("#open").count():
        assert at.page.evaluate("scrollY") == 0
        if SENTENCE in at.page.locator("#card .sentence").inner_text():
            met += 1
            assert outside(at.page, *wanted(at)) == []
            assert at.page.locator("#card h3", has_text="Same statement elsewhere").count() == 1
            at.page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        here = at.key()
        at.press("s")
        at.page.wait_for_function(
            "key => !document.querySelector('#open')?.getAttribute('href').endsWith(key)", arg=here
        )
    assert met == 9


def test_the_whole_paragraph_is_there_by_a_key_and_by_a_button(at: Reviewer) -> None:
    at.review("?order=reading&rule=verb")
    for _ in range(30):
        if SENTENCE in at.page.locator("#card .sentence").inner_text():
            break
        here = at.key()
        at.press("s")
        at.page.locator(f"#open:not([href$='{here}'])").wait_for()
    shown = at.page.locator("#card .paragraph")
    near = len(shown.inner_text())
    assert near < 900
    at.press("p")
    at.said("Showing the whole paragraph")
    assert len(shown.inner_text()) > len(MANY)
    assert outside(at.page, ".sentence") == []
    at.press("p")
    assert len(shown.inner_text()) == near
    before = at.page.get_by_role("button", name="Show the whole paragraph (the text before)")
    before.focus()
    at.press("Enter")
    assert len(shown.inner_text()) > len(MANY)
    assert at.page.evaluate("document.activeElement.className") == "widen"
    here = at.key()
    at.press("s")
    at.page.locator(f"#open:not([href$='{here}'])").wait_for()
    assert (at.page.evaluate("scrollY"), len(shown.inner_text()) < 900) == (0, True)


def test_where_nothing_is_cut_off_that_is_said(at: Reviewer) -> None:
    at.review("?order=reading&rule=verb")
    assert at.page.locator("#card .widen").count() == 0
    at.press("p")
    at.said("This is the whole paragraph.")


def test_on_a_narrow_screen_rarer_actions_are_behind_more_and_all_can_be_reached(
    browser: Browser, at: Reviewer
) -> None:
    at.page.set_viewport_size({"width": 400, "height": 800})
    at.review("?order=random&seed=3")
    actions = at.page.locator(".toolbar.look button:visible")
    assert actions.evaluate_all("all => all.map((one) => one.dataset.action || one.id)") == [
        *("accept", "reject", "edit", "accept_rest", "skip", "undo", "more")
    ]
    assert at.page.locator(".toolbar.look").evaluate("bar => bar.offsetHeight") < 70
    more = at.page.locator("#more")
    more.focus()
    at.press("Enter")
    assert more.get_attribute("aria-expanded") == "true"
    assert actions.count() == 15
    at.press("Tab")
    assert at.page.evaluate("document.activeElement.dataset.action") == "split"
    at.press("Escape")
    assert (actions.count(), at.page.evaluate("document.activeElement.id")) == (7, "more")
    more.click()
    at.page.locator(".toolbar.look [data-action=note]").click()
    at.page.locator("#note[open]").wait_for()
    at.press("Escape")
    at.page.locator("#note[open]").wait_for(state="detached")
    assert (actions.count(), at.page.evaluate("document.activeElement.id")) == (7, "more")


def test_beside_other_marks_of_its_source_a_claim_has_no_dot_before_the_first(at: Reviewer) -> None:
    at.review("?order=reading")
    lines = set()
    for _ in range(12):
        lines.add(at.page.locator("#card header p").inner_text())
        here = at.key()
        at.press("s")
        at.page.locator(f"#open:not([href$='{here}'])").wait_for()
    assert not [line for line in lines if line.startswith("·")]


def test_a_long_name_of_a_part_is_not_broken_and_time_and_place_have_lines_of_their_own(at: Reviewer) -> None:
    at.page.set_viewport_size({"width": 400, "height": 800})
    at.review()
    name = at.page.locator("#card .parts dt").first
    line = name.evaluate("name => name.offsetHeight")
    name.evaluate("name => { name.textContent = 'accompaniment'; }")
    assert name.evaluate("name => name.offsetHeight") == line
    at.press("e")
    styles = """names => names.map((name) => {
      const found = document.querySelector('.word');
      found.className = `word in-${name}`;
      const style = getComputedStyle(found);
      return [style.borderBottomStyle, style.borderTopStyle, style.textDecorationStyle].join(' ');
    })"""
    names = ["subject", "relation", "object", "source", "time", "place"]
    assert len(set(at.page.evaluate(styles, names))) == len(names)
    legend = "name => getComputedStyle(document.querySelector(`.choice.${name} .kind`)).borderTopStyle"
    assert [at.page.evaluate(legend, name) for name in ("time", "place")] == ["double", "dashed"]
