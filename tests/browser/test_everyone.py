"""Every page in every state for everyone: axe-core, keyboard alone, screen readers, zoom, the reader's own colours,
and scripts of all directions in the right place."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest

from db import user_accounts
from db.connection import snapshot
from db.user_accounts import Role
from tests.browser.axe import faint, findings
from tests.run import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PASSWORD = "correct horse battery"


@pytest.fixture(scope="module")
def url(everybody: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where pages are looked at; what a state decides on the way is taken as it comes."""
    path = Path(shutil.copy(everybody, tmp_path_factory.mktemp("looked") / "looked.db"))
    with serving(path) as address:
        yield address


@pytest.fixture(scope="module")
def guarded(everybody: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where everybody signs in."""
    path = Path(shutil.copy(everybody, tmp_path_factory.mktemp("guarded") / "guarded.db"))
    user_accounts.add(path, "ada", Role.ADMINISTRATOR, PASSWORD)
    with serving(path) as address:
        yield address


def one(path: Path, query: str) -> Any:
    with snapshot(path) as connection:
        return connection.execute(query).fetchone()[0]


def of(path: Path, subject: str) -> str:
    return str(one(path, f"SELECT key FROM claims WHERE subject LIKE '{subject}' AND current = 1 ORDER BY id DESC"))


# --- every state


@dataclass(frozen=True, slots=True)
class State:
    name: str
    place: str
    reach: Callable[[Page], object] = lambda page: None


def queue(page: Page) -> None:
    page.wait_for_selector("#card .parts, #card .nothing")


def keys(*pressed: str, then: str) -> Callable[[Page], None]:
    """Presses keys on a claim, and waits for what follows."""

    def reach(page: Page) -> None:
        queue(page)
        for key in pressed:
            page.keyboard.press(key)
        page.wait_for_selector(then)

    return reach


def opened(page: Page) -> None:
    page.evaluate("document.querySelectorAll('main details').forEach(found => (found.open = true))")


def suggested(page: Page) -> None:
    page.locator("#pairs .pair").first.wait_for()
    opened(page)


def conflicting(page: Page) -> None:
    """Somebody else is first, on another page."""
    queue(page)
    other = page.context.new_page()
    key = (page.locator("#open").get_attribute("href") or "").split("#")[1]
    other.goto(page.url.split("/-/")[0] + f"/-/review?claim={key}")
    queue(other)
    other.keyboard.press("a")
    settled(other)
    other.close()
    page.keyboard.press("r")
    page.keyboard.press("1")
    page.wait_for_selector("#conflict[open]")


def not_sent(page: Page) -> None:
    """The server does not answer a decision: it is kept."""
    queue(page)
    page.route("**/decide.json", lambda route: route.abort())
    page.keyboard.press("a")
    page.wait_for_selector("#unsent:not([hidden])")


def asked(page: Page) -> None:
    """The question before many are decided."""
    queue(page)
    page.keyboard.press("m")
    page.wait_for_selector("#alike[open] li")
    page.evaluate("document.querySelector('#alike').close(); document.querySelector('#sure').showModal()")


def resting(page: Page) -> None:
    """A break is proposed."""
    queue(page)
    page.evaluate("""() => {
      const now = Date.now();
      localStorage.setItem(`began ${document.body.dataset.who}`, String(now - 3_600_000));
      localStorage.setItem(`last decision ${document.body.dataset.who}`, String(now));
    }""")
    page.keyboard.press("a")
    page.wait_for_selector("#break:not([hidden])")


def dealt(page: Page) -> None:
    """How articles would be dealt out."""
    page.locator("#assign input").first.fill("5")
    page.locator("#assign button").click()
    page.wait_for_selector("#preview li")


def resetting(page: Page) -> None:
    """The dialog for another password of somebody."""
    page.evaluate("document.querySelector('#reset').showModal()")


def adding(page: Page) -> None:
    """The dialog that adds to a case."""
    page.locator(".case-add").first.click()
    page.wait_for_selector(".case-dialog[open]")


def selecting(page: Page) -> None:
    page.keyboard.press("w")
    page.wait_for_selector(".adding:not([hidden])")


def settled(page: Page) -> None:
    page.wait_for_selector('body[data-sending="0"]')


def states(path: Path) -> list[State]:
    port, hebrew = of(path, "port"), of(path, "חנה%")
    world, hostile = one(path, "SELECT id FROM articles WHERE source = 'world.txt'"), of(path, "zzz%")
    statement = "SELECT key FROM statements WHERE relation_normal = 'send' AND amount LIKE '60%'"
    figure = "SELECT key FROM statements WHERE relation_normal = 'dead' AND amount = '11..'"
    event = "SELECT event FROM claims WHERE event IS NOT NULL GROUP BY event ORDER BY COUNT(*) DESC, event"
    folder = one(path, "SELECT folder FROM case_entries")
    here = f"/-/review?claim={port}"
    return [
        State("queue", "/-/review", queue),
        State("right to left", f"/-/review?claim={hebrew}", queue),
        State("hostile", f"/-/review?claim={hostile}", queue),
        State("reasons", here, keys("r", then="#reasons[open]")),
        State("note", here, keys("n", then="#note[open]")),
        State("alike", here, keys("m", then="#alike[open] li")),
        State("help", here, keys("?", then="#help[open]")),
        State("asked", here, asked),
        State("break", here, resting),
        State("administration", "/-/administration"), State("account", "/-/account"),
        State("reset password", "/-/administration", resetting),
        State("cases", "/-/cases"), State("case", f"/-/case/{folder}?since=2001-01-01", opened),
        State("add to case", f"/-/statement/{one(path, statement)}", adding),
        State("assignments", "/-/review/assignments", dealt), State("disputes", "/-/review/disputes"),
        *(State(f"edit {n}", f"/-/review?claim={hebrew}", keys("e", str(n), then=".word.chosen")) for n in (1, 4)),
        State("nothing chosen", here, keys("e", "6", "Backspace", then=".word")),
        State("split", here, keys("x", "x", then=".word")),
        State("add", f"/-/review?add={world}&at=2", lambda page: page.wait_for_selector(".word")),
        State("done", "/-/review?statement=f0000000000000000", queue),
        State("conflict", "/-/review?order=random&seed=5", conflicting),
        State("second reading", "/-/review?second=1", queue),
        State("progress", "/-/review/progress"), State("log", "/-/review/log"),
        State("history", f"/-/review/history/{hebrew}"), State("guide", "/-/review/guide"),
        State("article", "/-/article/3", opened),
        State("article, a sentence open", "/-/article/3", lambda page: page.locator("a.sentence").nth(1).click()),
        State("article, words selected", "/-/article/3", selecting),
        State("article, scripts", f"/-/article/{world}", opened), State("statements", "/-/statements"),
        State("statement", f"/-/statement/{one(path, statement)}", opened),
        State("figure", f"/-/statement/{one(path, figure)}", opened),
        State("search", "/-/search?text=dam", opened),
        State("search, claims", "/-/search?tab=claims&standing=disputed"),
        State("search, articles", "/-/search?tab=articles&text=dam"), State("search, names", "/-/search?tab=entities"),
        State("search, nothing", "/-/search?entity=nobody"), State("changes", "/-/changes?since=2024-03-01"),
        State("search, scripts", f"/-/search?{urlencode({'text': 'חנה'})}"),
        State("search, by others", "/-/search?tab=claims&entity=Norhydra&said=others&new=2001-01-01"),
        State("changes of an event", f"/-/changes?since=1900-01-01&all=1&event={one(path, event)}"),
        State("names to choose from", "/-/timeline?entity=hydra"),
        State("timeline", "/-/timeline?entity=Norhydra"), State("coverage", "/-/coverage", opened),
        State("event", f"/-/event/{one(path, event)}", opened),
        State("contradictions", "/-/contradictions"), State("names", "/-/entities", suggested),
        State("name", "/-/entity/" + one(path, "SELECT key FROM entities WHERE name = 'Norhydra'"), opened),
        State("numbers", "/-/entity/" + one(path, "SELECT key FROM entities WHERE name = 'Kestria'"), opened),
        State("start", "/"), State("no such article", "/-/article/999999"), State("no such page", "/nowhere"),
        State("database", "/looked"), State("table", f"/looked/claims?article={world}", opened),
        State("row", "/looked/claims/2"), State("saved query", "/looked/who_says_what?source=lind", opened),
        State("not sent", here, not_sent),  # the last: from then on nothing is sent on this page
    ]  # fmt: skip


def broken(page: Page) -> list[str]:
    """Pictures that are not there."""
    broken = "all => all.filter(i => i.complete && !i.naturalWidth).map(i => i.src)"
    found: list[str] = page.eval_on_selector_all("main img", broken)
    return found


def sideways(page: Page) -> str | None:
    """How much wider than the screen the page is."""
    wide, screen = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    return f"{wide} px wide on a screen of {screen}" if wide > screen else None


#: Elements of running text whose words stand in the wrong direction: those of right-to-left scripts need an own one.
TURNED = """() => [...document.querySelectorAll("main a, main td, main th, main p, main li, main h1")].filter(found => {
  const own = [...found.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join("");
  return /[\\u0590-\\u08ff]/.test(own) && !found.closest("bdi, [dir], .unseen, .word");
}).map(found => found.outerHTML.slice(0, 120))"""


def turned(page: Page) -> list[str]:
    """Words of right-to-left scripts that could turn the words beside them."""
    found: list[str] = page.evaluate(TURNED)
    return found


def unseen(page: Page, most: int = 6) -> list[str]:
    """Goes on by Tab; what has the focus and does not show it."""
    shown = """() => {
      const at = document.activeElement;
      const lined = (one) => one && getComputedStyle(one).outlineStyle !== "none"
        && parseFloat(getComputedStyle(one).outlineWidth) >= 1;
      return at === document.body || [at, at.parentElement, at.parentElement.parentElement].some(lined)
        ? null : "focus not seen: " + at.outerHTML.slice(0, 80);
    }"""
    found = []
    for _ in range(most):
        page.keyboard.press("Tab")
        found.append(page.evaluate(shown))
    return [one for one in found if one]


@dataclass(frozen=True, slots=True)
class Enlarged:
    """A page as somebody sees it who enlarges it: another size of the same window, or of the text alone."""

    width: int
    height: int
    text: str = "100%"


#: Loaded at a width and in a scheme; what is enlarged from there, with as many pixels of the screen to one of the page.
#: What a script decides by the width when it loads is decided alike at both (so a zoom to 640 px is loaded by itself).
SIZES = [
    pytest.param(400, "light", "dark", Enlarged(320, 640), 2, id="narrow, and reflow"),
    pytest.param(1600, "dark", "light", Enlarged(1280, 900, "200%"), 1, id="wide, and text 200 %"),
]


@pytest.mark.parametrize(("width", "scheme", "other", "enlarged", "scale"), SIZES)
def test_axe_finds_nothing_in_any_state_and_nothing_is_cut_off_or_covered(
    browser: Browser, url: str, everybody: Path, width: int, scheme: Any, other: Any, enlarged: Enlarged, scale: float
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, device_scale_factor=scale
    )
    page = context.new_page()
    found: dict[str, list[str]] = {}
    for state in states(everybody):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.goto(url + state.place)
        state.reach(page)
        wrong = [*filter(None, [sideways(page)]), *broken(page), *faint(page)]
        wrong += findings(page, contrast=scheme == "light")  # what is half transparent is so in the dark too
        wrong += [*turned(page), *unseen(page)]
        page.emulate_media(color_scheme=other)
        wrong += faint(page)
        wrong += cut_off(page, url, state, enlarged)
        if wrong:
            found[state.name] = wrong
    context.close()
    assert found == {}


@pytest.mark.parametrize("width", [400, 1600])
def test_axe_finds_nothing_where_one_signs_in(browser: Browser, guarded: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for place in ("/-/review", "/-/login"):
            page.goto(guarded + place)
            found += [*filter(None, [sideways(page)]), *findings(page)]
    page.get_by_role("textbox").first.fill("ada")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    for place in ("/-/review/guide", "/-/administration", "/-/account"):
        page.goto(guarded + place)
        found += [*filter(None, [sideways(page)]), *findings(page)]
    page.get_by_role("button", name="Sign out").wait_for()
    context.close()
    assert found == []


# --- enlarged

#: What has the focus though the bar of buttons hides it.
HIDDEN = """() => {
  const at = document.activeElement;
  const bar = [...document.querySelectorAll(".toolbar")].find(found => found.getClientRects().length);
  if (!bar || bar.contains(at) || getComputedStyle(bar).position !== "fixed") return null;
  const box = at.getBoundingClientRect();
  const hidden = box.bottom > bar.getBoundingClientRect().top + 1 && box.height < innerHeight / 2;
  return hidden ? at.outerHTML.slice(0, 80) : null;
}"""
#: Whether the last line of the page is below the bar.
COVERED = """() => {
  const bar = [...document.querySelectorAll(".toolbar")].find(found => found.getClientRects().length);
  const low = document.getElementById("status").getBoundingClientRect().bottom;
  return getComputedStyle(bar).position === "fixed" && low > bar.getBoundingClientRect().top + 1;
}"""


def tabbed(page: Page, most: int = 70) -> list[str]:
    """Goes through the page by Tab; what is hidden while it has the focus."""
    hidden: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        hidden += filter(None, [page.evaluate(HIDDEN)])
    return hidden


def cut_off(page: Page, url: str, state: State, enlarged: Enlarged) -> list[str]:
    """What does not fit, or is covered, in a state that is reached already, once it is enlarged."""
    page.set_viewport_size({"width": enlarged.width, "height": enlarged.height})
    enlarge = "size => (document.documentElement.style.fontSize = size)"
    page.evaluate(enlarge, enlarged.text)
    found = [*filter(None, [sideways(page)])]
    if state.name in ("right to left", "edit 1"):
        page.goto(url + state.place)  # the focus begins at the top
        page.evaluate(enlarge, enlarged.text)
        state.reach(page)
        found += [*filter(None, [sideways(page)]), *tabbed(page)]
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        if page.evaluate(COVERED):
            found.append("the bar covers the end of the page")
    return [f"enlarged: {one}" for one in found]


def test_zoomed_nothing_is_cut_off_or_covered(browser: Browser, url: str, everybody: Path) -> None:
    zoomed = Enlarged(640, 450)
    context = browser.new_context(viewport={"width": zoomed.width, "height": zoomed.height}, device_scale_factor=2)
    page = context.new_page()
    found: dict[str, list[str]] = {}
    for state in states(everybody):
        page.goto(url + state.place)
        state.reach(page)
        wrong = cut_off(page, url, state, zoomed)
        if wrong:
            found[state.name] = wrong
    context.close()
    assert found == {}


def test_an_article_s_sentence_is_not_below_its_cards_when_it_has_the_focus(browser: Browser, url: str) -> None:
    context = browser.new_context(viewport={"width": 400, "height": 700})
    page = context.new_page()
    page.goto(f"{url}/-/article/3")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('a.sentence')"):
            top = page.locator("#claims").evaluate("found => found.getBoundingClientRect().top")
            assert page.evaluate("document.activeElement.getBoundingClientRect().top") < top
    assert page.locator("a.sentence.chosen").count() == 1
    context.close()


# --- the reader's own colours, and rest


def test_with_colours_of_one_s_own_parts_differ_by_their_lines_and_nothing_moves(
    browser: Browser, url: str, everybody: Path
) -> None:
    context = browser.new_context(forced_colors="active", reduced_motion="reduce")
    page = context.new_page()
    lines = """names => names.map(name => getComputedStyle(document.querySelector(name)).borderBottomStyle)"""
    page.goto(f"{url}/-/review?claim={of(everybody, 'port')}")
    queue(page)
    assert page.evaluate(lines, [".part.subject", ".part.relation", ".part.object"]) == ["solid", "dashed", "dotted"]
    page.keyboard.press("e")
    page.wait_for_selector(".word.chosen")
    assert page.evaluate(lines, [".in-subject", ".in-relation", ".in-object"]) == ["solid", "dashed", "dotted"]
    grounds = (
        "['.word.chosen', '.word:not(.chosen)'].map(n => getComputedStyle(document.querySelector(n)).backgroundColor)"
    )
    chosen, other = page.evaluate(grounds)
    assert chosen != other
    page.goto(f"{url}/-/article/3")
    page.locator("a.sentence").nth(1).click()
    assert page.evaluate("getComputedStyle(document.querySelector('a.sentence.shown')).outlineStyle") == "solid"
    assert page.evaluate("getComputedStyle(document.querySelector('.part.lit')).outlineStyle") == "solid"
    moving = "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).transitionDuration !== '0s').length"
    assert page.evaluate(moving) == 0
    context.close()
