"""Reviewing at scale: ten people at one queue while an ingest runs, pages, keys, and what confidence is good for.

    python -m benchmarks.reviewing [--claims 100000] [--db big.db] [--people 10] [--decisions 40] [--think 1.0]
    python -m benchmarks.reviewing --keys        # decisions by key in Chromium
    python -m benchmarks.reviewing --day 100 --db news.db    # keys, screens and waiting of so many decisions
    python -m benchmarks.reviewing --alone 40 --db big.db    # this many rejections and their undo, without a server
    python -m benchmarks.reviewing --answers 60 --db big.db  # this many decisions, without a server and later work
    python -m benchmarks.reviewing --learning    # errors in the first fifth of the queue, on our own gold

The first serves the database as the command does, in a process of its own, and measures at the server's door: the
next claims, a decision, the pages. Printed are medians and 95th percentiles, and how many decisions met a conflict.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import httpx

from benchmarks.ingest import texts, write_corpus
from benchmarks.madeup import make
from benchmarks.served import ROOT, serving
from db import learning
from db.connection import snapshot, writer
from db.events import withdrawing
from db.reviews import deciding
from db.reviews.decisions import Seen
from db.sqlite import Connection
from db.turns import immediate
from db.user_accounts import Role, add, file_of

PASSWORD = "as long as it needs to be"
PAGES = ("/-/review", "/-/review/progress", "/-/review/guide", "/-/review/counts.json", "/-/article/7")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--in-place", action="store_true", help="work on the database of --db, not on a copy of it")
    parser.add_argument("--people", type=int, default=10)
    parser.add_argument("--decisions", type=int, default=40)
    parser.add_argument("--think", type=float, default=1.0, help="seconds that a person looks at a claim")
    parser.add_argument("--folder", type=Path, help="texts that the ingest reads (default: those of seeds/)")
    parser.add_argument("--keys", action="store_true")
    parser.add_argument("--day", type=int, default=0, help="decisions of a reviewer whose keys and screens are counted")
    parser.add_argument("--alone", type=int, default=0, help="rejections that are taken back, without a server")
    parser.add_argument(
        "--answers",
        type=int,
        default=0,
        help="time this many decisions, without a server and without the later work on events",
    )
    parser.add_argument("--learning", action="store_true")
    options = parser.parse_args()
    if options.in_place and not options.db:
        parser.error("--in-place needs --db")
    if options.learning:
        learned()
        return
    with tempfile.TemporaryDirectory() as folder:
        path = options.db if options.in_place else Path(folder) / "big.db"
        if options.db and options.db.exists() and not options.in_place:
            shutil.copy(options.db, path)
            os.sync()  # or the copy is being written to the disk while people wait for theirs
        elif not options.in_place:
            make(path, options.claims)
        if options.alone:
            alone(path, options.alone)
        elif options.answers:
            answers(path, options.answers)
        elif options.day:
            a_day(path, options.day)
        elif options.keys:
            by_keys(path)
        else:
            together(path, options)


@dataclass(slots=True)
class Times:
    """Seconds of each kind of request, and conflicts met."""

    next: list[float] = field(default_factory=list)
    decide: list[float] = field(default_factory=list)
    conflicts: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


def together(path: Path, options: argparse.Namespace) -> None:
    """So many people decide at once, with an ingest beside them."""
    names = [f"reviewer{n}" for n in range(options.people)]
    for name in names:
        add(path, name, Role.REVIEWER, PASSWORD)
    times = Times()
    with serving(path) as url:
        sessions = [signed_in(url, name) for name in names]
        before = articles(path)
        with ingesting(path, options.folder):
            crowd = [threading.Thread(target=reviewing, args=(session, options, times)) for session in sessions]
            for one in crowd:
                one.start()
            for one in crowd:
                one.join()
        print(f"beside an ingest that stored {articles(path) - before} articles:")
        report("next claims (2)", times.next)
        report("a decision", times.decide)
        print(f"{'conflicts':28} {times.conflicts} of {len(times.decide)} ({times.conflicts / len(times.decide):.1%})")
        for page in PAGES:
            report(page, [timed(lambda page=page: sessions[0].get(page)) for _ in range(8)])
        for session in sessions:
            session.close()
    file_of(path).unlink()


def articles(path: Path) -> int:
    with snapshot(path) as connection:
        (count,) = connection.execute("SELECT COUNT(*) FROM articles").fetchone()
        return int(count)


def reviewing(session: httpx.Client, options: argparse.Namespace, times: Times) -> None:
    """One person: asks for the next claims and decides the first, as the page does."""
    chance = random.Random(str(session.cookies))
    time.sleep(chance.uniform(0, options.think))  # nobody begins with the others
    token = session.get("/-/review/counts.json").json()["token"]
    done: list[str] = []
    for number in range(options.decisions):
        parameters = [("count", "2"), *(("after", key) for key in done[-50:])]
        began = time.perf_counter()
        items = session.get("/-/review/next.json", params=parameters).json()["items"]
        middle = time.perf_counter()
        time.sleep(chance.uniform(0.5, 1.5) * options.think)  # somebody reads
        item = items[0]
        decision = {
            "action": "accept" if number % 3 else "reject",
            "claims": [{"claim": item["key"], "version": item["version"]}],
        }
        asked = time.perf_counter()
        answer = session.post("/-/review/decide.json", json=decision, headers={"x-csrftoken": token})
        ended = time.perf_counter()
        done.append(item["key"])
        with times.lock:
            times.next.append(middle - began)
            times.decide.append(ended - asked)
            times.conflicts += answer.status_code == 409
            assert answer.status_code in (200, 409), answer.text


@contextmanager
def ingesting(path: Path, texts_of: Path | None) -> Iterator[None]:
    """The command at work on the same database, on more articles than it can read meanwhile."""
    with tempfile.TemporaryDirectory() as place:
        write_corpus(Path(place), 400_000, texts(texts_of))
        command = [sys.executable, "-m", "extract", "ingest", place, "--db", str(path), "--quiet"]
        with subprocess.Popen(command, cwd=ROOT) as ingest:
            before = articles(path)
            while articles(path) == before:  # the model is loading
                time.sleep(0.5)
            yield
            assert ingest.poll() is None, "the ingest ended before the reviewers"
            ingest.send_signal(signal.SIGINT)


def signed_in(url: str, name: str) -> httpx.Client:
    session = httpx.Client(base_url=url, timeout=60)
    page = session.get("/-/login")
    token = page.cookies["ds_csrftoken"]
    session.post("/-/login", data={"username": name, "password": PASSWORD, "csrftoken": token})
    assert session.get("/-/review").status_code == 200
    return session


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def report(name: str, seconds: list[float]) -> None:
    p95 = statistics.quantiles(seconds, n=20)[-1] if len(seconds) > 1 else seconds[0]
    print(f"{name:28} median {statistics.median(seconds) * 1000:6.1f} ms   p95 {p95 * 1000:6.1f} ms")


def alone(path: Path, decisions: int) -> None:
    """Rejects so many claims of events, by chance with a fixed seed, and takes each back: processor time of the
    answers, and of what follows for events when nobody waits."""
    times: dict[str, list[float]] = {"reject": [], "what follows": [], "take back": [], "what follows that": []}
    with closing(writer(path, create=False)) as connection, withdrawing.later():
        claims = connection.execute("SELECT key, version FROM claims WHERE current = 1 AND event <> '' ORDER BY id")
        for row in random.Random(5).sample(claims.fetchall(), decisions):
            with taken(connection, times["reject"]):
                number = deciding.reject(connection, [Seen(*row)], "me")
            with taken(connection, times["what follows"]):
                withdrawing.settle(connection)
            with taken(connection, times["take back"]):
                deciding.undo(connection, number, "me")
            with taken(connection, times["what follows that"]):
                withdrawing.settle(connection)
    for name, seconds in times.items():
        report(name, seconds)


def answers(path: Path, decisions: int) -> None:
    """Rejects every third of so many claims, by chance with a fixed seed, and accepts the others: processor time."""
    times: dict[str, list[float]] = {"accept": [], "reject": []}
    chance = random.Random(5)
    with closing(writer(path, create=False)) as connection, withdrawing.later():
        (last,) = connection.execute("SELECT MAX(id) FROM claims").fetchone()
        for number in range(decisions):
            row = connection.execute(_OPEN_CLAIM, (chance.randrange(last),)).fetchone()
            decide, name = (deciding.accept, "accept") if number % 3 else (deciding.reject, "reject")
            with taken(connection, times[name]):
                decide(connection, [Seen(*row)], "me")
    for name, seconds in times.items():
        report(name, seconds)


_OPEN_CLAIM = "SELECT key, version FROM claims WHERE id >= ? AND +current = 1 AND +status = 'unreviewed' LIMIT 1"


@contextmanager
def taken(connection: Connection, times: list[float]) -> Iterator[None]:
    """A transaction; `times` gets its seconds of processor time."""
    began = time.process_time()
    with immediate(connection):
        yield
    times.append(time.process_time() - began)


def by_keys(path: Path, decisions: int = 20) -> None:
    """Decisions by key in Chromium, each pressed when the claim before is off the screen."""
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with serving(path) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_context(bypass_csp=True).new_page()  # to look at the page while it works
        page.goto(f"{url}/-/review")
        page.wait_for_selector("#card .parts")
        seen = "document.getElementById('open').getAttribute('href')"
        began = time.perf_counter()
        for _ in range(decisions):
            before = page.evaluate(seen)
            page.keyboard.press("a")
            page.wait_for_function(f"document.getElementById('open') && {seen} !== {before!r}")
        page.wait_for_selector('body[data-sending="0"]')
        taken = time.perf_counter() - began
        left = page.evaluate("fetch('/-/review/counts.json').then(a => a.json()).then(a => a.reviewed)")
        browser.close()
        print(f"{decisions} decisions by key: {taken:.2f} s, {left} of them stored")


#: When a key was pressed, and when what follows from it was on the screen, in milliseconds.
WATCH = """
window.waits = []; window.screens = 0; let pressed = null, sentence = null;
addEventListener("keydown", () => { pressed ??= performance.now(); }, true);
new MutationObserver(() => {
  const shown = document.querySelector("#card .sentence")?.textContent;
  if (!shown) return;
  if (shown !== sentence) window.screens += 1;
  sentence = shown;
  const began = pressed; pressed = null;
  if (began !== null) requestAnimationFrame(() => window.waits.push(performance.now() - began));
}).observe(document.getElementById("card"), { childList: true });
"""
#: The claims of the sentence on the screen, the one at hand first, and whether all that is judged is in view.
OPEN = """() => {
  const lines = [...document.querySelectorAll("#card .siblings > li")];
  const numbers = lines.map((line, n) => [line, n + 1]).filter(([line]) => !line.classList.contains("decided"));
  const here = lines.findIndex((line) => line.classList.contains("here"));
  const key = document.getElementById("open").getAttribute("href").split("#")[1];
  const end = document.querySelector("#card .judged").getBoundingClientRect().bottom;
  const bar = document.querySelector(".toolbar.look").getBoundingClientRect().top;
  return { key, here: here + 1, open: numbers.map(([, n]) => n), fits: end <= bar };
}"""


def a_day(path: Path, decisions: int) -> None:
    """A reviewer judges sentence by sentence by keys; a claim is right as often as its confidence says (by chance, with
    a fixed seed). Printed: keys and screens for each decision, and how long the next screen takes to be there."""
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    luck = random.Random(17)
    with snapshot(path) as connection:
        confidence = dict(connection.execute("SELECT key, confidence FROM claims"))
    right = {key: luck.random() < sure for key, sure in sorted(confidence.items())}
    keys = made = wrong = fitting = screens = 0
    with serving(path) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_context(bypass_csp=True, viewport={"width": 1440, "height": 900}).new_page()
        page.goto(f"{url}/-/review?order=random")
        page.wait_for_selector("#card .parts")
        page.evaluate(WATCH)
        while made < decisions:
            page.wait_for_selector("#card .parts")
            seen = page.evaluate(OPEN)
            siblings = page.evaluate(f"fetch('/-/review/claim/{seen['key']}.json').then(a => a.json())")["item"][
                "siblings"
            ]
            verdicts = [right[one["key"]] for one in siblings if one["status"] == "unreviewed"]
            pressed = presses(verdicts)
            for key in pressed:
                page.keyboard.press(key)
                time.sleep(0.05)
            page.wait_for_selector('body[data-sending="0"]')
            keys, made, wrong = keys + len(pressed), made + len(verdicts), wrong + verdicts.count(False)
            screens, fitting = screens + 1, fitting + seen["fits"]
        waits = page.evaluate("window.waits")
        stored = page.evaluate("fetch('/-/review/counts.json').then(a => a.json()).then(a => a.reviewed)")
        browser.close()
    print(f"{made} decisions ({wrong} rejected), {stored} stored: {keys} keys ({keys / made:.2f} a decision)")
    print(f"{screens} screens ({screens / made:.2f} a decision), {fitting} of them without scrolling at 1440 x 900")
    report("key to next screen", [wait / 1000 for wait in waits])
    print(f"{'longest':28} {max(waits):.1f} ms")


def presses(verdicts: list[bool]) -> list[str]:
    """The fewest keys that judge the claims of a sentence: in their order, or first those that are wrong by number."""
    if all(verdicts):
        return ["d"]
    last = max(n for n, verdict in enumerate(verdicts) if not verdict)
    in_order = [key for verdict in verdicts[: last + 1] for key in (("a",) if verdict else ("r", "3"))]
    rest = ["d"] if last + 1 < len(verdicts) else []
    chosen = [key for n, verdict in enumerate(verdicts) if not verdict for key in (str(n + 1), "r", "3")]
    by_number = [*chosen, "d"] if any(verdicts) else chosen
    return min([*in_order, *rest], by_number, key=len) if len(verdicts) < 10 else [*in_order, *rest]


def learned() -> None:
    """What share of all errors the least certain fifth of the queue holds, on the gold of tests/gold, cross-validated
    by sentence from weights of nothing; in a random order it is a fifth."""
    from benchmarks.confidence import examples
    from extract.gold import read_gold

    data = list(examples(list(read_gold([ROOT / "tests" / "gold"]))))
    wrong = sum(not e.right for e in data)
    ways = [learning.quality(learning.cross_validated(_folded(data, luck), {}, 5.0), data) for luck in range(20)]
    found = sorted(way.found for way in ways)
    middle = statistics.median(found)
    print(f"{len(data)} claims, {wrong} wrong; over 20 ways to fold, the first fifth holds {middle:.1%} of them")
    print(f"({middle / 0.2:.2f} times a fifth; from {found[0]:.1%} to {found[-1]:.1%})")
    print(f"Brier score {statistics.median(way.brier for way in ways):.4f}")


def _folded(data: list[learning.Example], luck: int) -> list[learning.Example]:
    """The same examples, their sentences dealt out to other folds: with few errors, one way to fold says little."""
    numbers = sorted({e.group for e in data})
    dealt = numbers.copy()
    random.Random(luck).shuffle(dealt)
    place = dict(zip(numbers, dealt, strict=True))
    return [replace(e, group=place[e.group]) for e in data]


if __name__ == "__main__":
    main()
