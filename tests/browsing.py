"""A small database for tests of the browser's pages, with everything in it that could go wrong on them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Barrier
from typing import TYPE_CHECKING

from db.store import RunInfo, Store
from extract.model import Attribution, Block, BlockKind, Extraction, Failure, Polarity
from tests.records import article, claim, extraction, harbour, slot

if TYPE_CHECKING:
    import httpx
    from datasette.app import Datasette

RUN = RunInfo("0.1.0", "model", "3.8.0", '{"resolve": true}')
LONG_WORD = "z" * 10_000
HOSTILE_TITLE = "</title><script>window.owned = 1</script> \u202eelddim"
HOSTILE = (
    "The 🚢🚢 crew <script>window.owned = 1</script> met \"Ada' onmouseover='window.owned=1\n"
    "<img src=x onerror=window.owned=1> praised \u202eesrever &amp; it\n"
    f"{LONG_WORD} ended the talks\n"
)
KINDS = (
    ("title", "Ferries stop"),
    ("byline", "By Ada Lind"),
    ("dateline", "OSTRAND, May 2"),
    ("paragraph", "The council closed the jetty. It may rain."),
    ("heading", "What comes next"),
    ("list", "One boat sails"),
    ("list", "Two boats wait"),
    ("caption", "A boat waits"),
    ("credit", "Photo: Lind"),
    ("quote", "We lost everything"),
    ("boilerplate", "Leave a comment"),
)


def make(path: Path) -> Path:
    """Sources that fill every column, attack, change, and have a block of each kind."""
    with Store.open(path) as store:
        store.begin_run(RUN)
        store.add(harbour())
        store.add(hostile())
        store.add(ferries("The council opened the jetty."))
        store.add(ferries("The council closed the jetty."))
        store.add(kinds())
        store.fail(Failure("broken<b>.txt", None, "EmptyFileError", "broken<b>.txt is empty."))
        store.finish_run()
    return path


def hostile() -> Extraction:
    lines = HOSTILE.splitlines()
    first = claim(
        HOSTILE, "The 🚢🚢 crew <script>window.owned = 1</script>", "met", "\"Ada' onmouseover='window.owned=1"
    )
    second = claim(HOSTILE, lines[1].split(" praised")[0], "praised", "\u202eesrever &amp; it", sentence=1)
    said = Attribution(slot(HOSTILE, "\u202eesrever"), None, (), "<b>Nobody</b>")
    third = claim(HOSTILE, LONG_WORD, "ended", "the talks", sentence=2, attribution=(said,), polarity=Polarity.NEGATIVE)
    of = article(HOSTILE, "javascript:alert(1)", title=HOSTILE_TITLE, outlet='"><b>Post</b>', url="javascript:alert(2)")
    return extraction(of, (first, second, third))


def ferries(text: str) -> Extraction:
    return extraction(
        article(text, "jetty.txt", title="The jetty", outlet="The Ostrand Post", published="2024-05-02"),
        [claim(text, "The council", text.split()[2], "the jetty")],
    )


def kinds() -> Extraction:
    """One block of each kind, with claims in the paragraph."""
    text = "\n".join(line for _, line in KINDS)
    closed = claim(text, "The council", "closed", "the jetty", sentence=3)
    of = article(text, "kinds.txt", title="Ferries stop", notes=("took out 2 control characters",))
    found = extraction(of, (closed,))
    blocks = [
        Block(BlockKind(kind), block.start, block.end) for (kind, _), block in zip(KINDS, found.blocks, strict=True)
    ]
    sentences = [replace(s, kind=b.kind) for s, b in zip(found.sentences, blocks, strict=True)]
    return replace(found, blocks=tuple(blocks), sentences=tuple(sentences))


@contextmanager
def served(path: Path) -> Iterator[Datasette]:
    """Datasette over a database as `extract serve` makes it, without a port."""
    from db.serving import application

    datasette = application(path, ["localhost"])
    try:
        yield datasette
    finally:
        close(datasette)


def close(datasette: Datasette) -> None:
    """Closes every connection. Datasette keeps them one a thread, so each thread closes its own."""
    if datasette.executor is not None:
        everyone = Barrier(datasette.setting("num_sql_threads"))
        for _ in range(everyone.parties):
            datasette.executor.submit(_close_own, everyone)
        datasette.executor.shutdown()
    for database in datasette.databases.values():
        database.close()


def _close_own(everyone: Barrier) -> None:
    from datasette.database import connections

    everyone.wait(timeout=10)
    for connection in vars(connections).values():
        connection.close()


def get(datasette: Datasette, path: str, **others: object) -> httpx.Response:
    """The answer to a request, as a browser on this machine would make it."""

    async def ask() -> httpx.Response:
        await datasette.invoke_startup()
        answer: httpx.Response = await datasette.client.get(path, **others)
        return answer

    return asyncio.run(ask())
