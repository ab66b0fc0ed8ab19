"""Hostile words in every place that words can be, in Chromium: nothing runs, nothing leaves, nothing breaks out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import httpx
import pytest

from db.sqlite import sqlite3
from db.store import Store
from extract.model import Attribution, Extraction, Failure, Mention, Slot
from tests.browsing import RUN, make
from tests.records import article, claim, extraction, spans
from tests.run import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

#: Each is a name, a title, an outlet, a file, an address, a note. What would run sets `owned` or asks a stranger.
ATTACKS = (
    "<script>window.owned=1</script>",
    "<img src=https://example.org/x onerror=window.owned=1>",
    "\"><svg onload=window.owned=1><a href='javascript:window.owned=1'>",
    "' onmouseover='window.owned=1' style='position:fixed;inset:0;background:url(https://example.org/y)",
    "</title></textarea></style></script><script>window.owned=1</script><!--",
    "{{ constructor.constructor('window.owned=1')() }} {% include 'x' %}",
    "\u202elortnoc \u2066fo\u2069 \u200bsdrow\ufeff",
    "javascript:window.owned=1//",
    "data:text/html,<script>parent.owned=1</script>",
    "W" * 3000,
    "Z̷̢̛" + "\u0323\u0307" * 300,
)


def told(number: int, attack: str) -> Extraction:
    """An article whose every field is the attack, and whose every name."""
    words = " ".join(attack.split())
    text = f"{words} bought {words} of Ostrand\nThe mayor of {words} said that {words} denied it"
    second = text.index("\n") + 1
    (subject,) = spans(text, words)
    (speaker,) = ((second + a, second + b) for a, b in spans(text[second:], f"The mayor of {words}"))
    said = Attribution(Slot(text[slice(*speaker)], (speaker,)), None, (), words)
    claims = (
        claim(text, words, "bought", f"{words} of Ostrand", confidence=0.2 + number / 100),
        claim(text, "The mayor", "said", "it", sentence=1, attribution=(said,), rule=words[:60]),
    )
    of = article(
        text, f"{words[:200]}{number}.txt", title=words, outlet=words, url=words[:500], byline=words,
        published="2024-05-02", notes=(words,),
    )  # fmt: skip
    return extraction(of, claims, mentions=(Mention(*subject, words, "name", "ORG"),))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = make(tmp_path_factory.mktemp("hostile") / "floods.db")
    with Store.open(path) as store:
        store.begin_run(replace(RUN, settings=json.dumps({"name": ATTACKS[0]})))
        for number, attack in enumerate(ATTACKS):
            store.add(told(number, attack))
            store.fail(Failure(f"{attack[:100]}{number}", None, "EmptyFileError", attack))
        store.finish_run()
    return path


@pytest.fixture(scope="module")
def address(hostile: Path) -> Iterator[str]:
    """The database served, with a hostile note on a claim of each article, and one rejected and one judged."""
    with serving(hostile) as url, httpx.Client(base_url=url, timeout=60) as client:
        token = client.get("/-/review/counts.json").json()["token"]
        headers = {"x-csrftoken": token}
        for number, (key, version) in enumerate(_claims(hostile)):
            seen = [{"claim": key, "version": version}]
            note = {"action": "note", "claims": seen, "note": ATTACKS[number % len(ATTACKS)][:2000]}
            assert client.post("/-/review/decide.json", json=note, headers=headers).status_code == 200
            if number % 3 == 0:
                no = {"action": "reject", "claims": seen, "reason": "other", "note": ATTACKS[0]}
                assert client.post("/-/review/decide.json", json=no, headers=headers).status_code == 200
        yield url


def _claims(path: Path) -> list[tuple[str, int]]:
    return _rows(path, "SELECT key, version FROM claims WHERE article > 5 ORDER BY id")


def _rows(path: Path, query: str) -> list[Any]:
    connection = sqlite3.connect(path)
    found = connection.execute(query).fetchall()
    connection.close()
    return found


def places(path: Path) -> list[str]:
    """Every kind of page, and of what is hostile every one."""
    claims, (statements, entities, articles) = _claims(path), (
        [key for (key,) in _rows(path, f"SELECT key FROM {table} ORDER BY id")] for table in ("statements", "entities",
        "articles")
    )  # fmt: skip
    assert len(entities) > sum("://" not in attack for attack in ATTACKS)  # an address is no name
    tables = (
        "articles",
        "claims",
        "sentences",
        "failures",
        "runs",
        "reviews",
        "entities",
        "statements",
        "claims_readable",
    )
    return [
        "/", "/-/review", "/-/review/log", "/-/review/progress", "/-/statements", "/-/contradictions", "/-/entities",
        "/-/review?rule=x",
        *(f"/-/article/{number}" for number in range(1, len(articles) + 1)),
        *(f"/-/statement/{key}" for key in statements), *(f"/-/entity/{key}" for key in entities),
        *(f"/-/review/history/{key}" for key, _ in claims), *(f"/floods/{table}?_size=100" for table in tables),
        "/floods/claims/11", "/floods/articles/7", "/floods/failures/3", "/floods/who_says_what", "/floods/coverage",
        *(f"/-/statements?{word}={quote(attack[:150])}" for attack in ATTACKS[:4] for word in ("text", "entity")),
    ]  # fmt: skip


WIDE, NARROW = 1280, 400
#: What an attack has left in a page: something that ran, handlers, addresses that run, words that break out of the
#: page's width or turn it round.
FOUND = """width => [
  ...(window.owned === undefined ? [] : ['it ran']),
  ...(document.documentElement.scrollWidth <= width ? [] : ['as wide as ' + document.documentElement.scrollWidth]),
  ...(/[\u202a-\u202e\u2066-\u2069]/.test(document.body.innerText) ? ['turned round'] : []),
  ...[...document.querySelectorAll('body *')].flatMap(e => [...e.attributes]
    .filter(a => a.name.startsWith('on') || (['href', 'src', 'action', 'xlink:href'].includes(a.name)
      && /^\\s*(javascript|data|vbscript):/i.test(a.value)))
    .map(a => `${e.tagName} ${a.name}=${a.value.slice(0, 60)}`)),
]"""


def test_words_do_nothing_wherever_they_stand(browser: Browser, hostile: Path, address: str) -> None:
    context = browser.new_context(viewport={"width": WIDE, "height": 900})
    page = context.new_page()
    problems: list[str] = []
    wrong: list[str] = []
    page.on("dialog", lambda dialog: problems.append(f"dialog {dialog.message}"))
    page.on("pageerror", lambda error: problems.append(f"error {error}"))
    page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    page.on("request", lambda asked: None if asked.url.startswith(address) else problems.append(asked.url))
    for place in places(hostile):
        fetched = place.partition("?")[0] == "/-/review"
        for width in (WIDE, NARROW):
            page.set_viewport_size({"width": width, "height": 900})
            if width == WIDE or fetched:  # a card is as long as the screen is wide when it is drawn
                answer = page.goto(address + place)
                assert answer is not None
                problems += [] if answer.ok else [str(answer.status)]
            if fetched:
                page.wait_for_load_state("networkidle")
            found = page.evaluate(FOUND, width)
            wrong += [f"{place} at {width} px: {words}" for words in (*found, *problems)]
            problems.clear()
    context.close()
    assert wrong == []
