"""Every route, method and role, and everything that can be put into an address; requests that are never ended."""

from __future__ import annotations

import json
import socket
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from random import Random
from typing import Any

import httpx

from benchmarks.served import started
from benchmarks.trials.ground import Did, check_whole, copied, expect
from benchmarks.trials.visitors import Visitor, peopled, visiting
from db.connection import reader
from tests.doors import FORM, JSON, WRITING, may, written

METHODS = ("GET", "GET", "GET", "HEAD", "POST", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
REQUESTS = 150
#: Seconds within which a server that was sent requests without end must answer, before any of them has timed out.
RECOVERY = 25.0
HALVES = (
    b"", b"G", b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nHost: localhost\r\n",
    b"POST /-/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    b"Cookie: ds_csrftoken=a\r\nContent-Length: 1000\r\n\r\nabc",
)  # fmt: skip


def addresses(path: Path) -> list[str]:
    """Every route of ours with something that is there, tables, and Datasette's own pages."""
    with closing(reader(path)) as connection:

        def keys(table: str) -> list[str]:
            return [key for (key,) in connection.execute(f"SELECT key FROM {table} ORDER BY key LIMIT 2")]

        named = [
            *(f"/-/{kind}/{key}" for kind, table in _KINDS for key in keys(table)),
            *(f"/-/{kind}/claims/{key}" for kind, table in _KINDS for key in keys(table)[:1]),
            *(f"/-/review/{page}" for key in keys("claims") for page in (f"history/{key}", f"alike/{key}.json")),
            *(f"/-/review/claim/{key}.json" for key in keys("claims")),
        ]
        names = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name"
        tables = [f"/claims/{name}" for (name,) in connection.execute(names)]
    return [*_PAGES, *named, *WRITING, *tables]


_KINDS = (("claim", "claims"), ("statement", "statements"), ("entity", "entities"))
_PAGES = (
    "/", "/-/login", "/-/logout", "/-/article/1", "/-/article/claims/2", "/-/article/99999", "/-/review",
    "/-/review/progress", "/-/review/guide", "/-/review/log", "/-/review/next.json", "/-/review/counts.json",
    "/-/review/entities.json", "/-/review/sentence/1/1.json", "/-/review/preview.json", "/-/statements",
    "/-/contradictions",
    "/-/entities", "/-/entities/suggested.json", "/-/extract/aa/pages.css", "/favicon.ico", "/claims", "/claims.json",
    "/claims/stated_as_fact", "/claims/who_says_what.json", "/claims/claims/1", "/claims/claims/1.json",
    "/-/actor.json", "/-/metadata", "/-/metadata.json", "/-/settings", "/-/plugins.json", "/-/threads",
    "/-/databases.json", "/-/versions.json", "/-/permissions", "/-/messages", "/-/allow-debug", "/-/auth-token",
    "/-/patterns",
    "/claims?sql=select+1", "/claims.json?sql=select+text+from+articles", "/claims/claims?_where=1=1", "/_memory",
    "/-/static/app.css", "/claims.db", "/claims.db.users", "/-/nothing",
)  # fmt: skip
_NAMES = (
    "_sort", "_sort_desc", "_search", "_through", "_facet", "_facet_date", "_facet_array", "_next", "_size", "_shape",
    "_col", "_nocol", "_labels", "_timelimit", "_json", "_trace", "_nl", "_stream", "_dl", "_extra", "text", "who",
    "order", "status", "count", "after", "page", "subject", "claim__contains", "id__in", "id__gt", "confidence__lt",
    "origin", "standing", "since", "kind", "q", "source", "by", "entity",
)  # fmt: skip
_VALUES = (
    "", "1", "-1", "0", "x", "nonsense", "*", "a*", '"', "'", "%", "NEAR(", "AND", "[]", "{}", "[1", '{"table": "x"}',
    '{"table":"claims","column":"nothing","value":"1"}', "9" * 30, "1e400", "None", "\x00", "\ud7ff", "é", "on",
    "id", "claim", "max", "objects", "accepted", "2024-13-45", "c0000000000000000", "a " * 500, "../../etc/passwd",
)  # fmt: skip
_ENDINGS = ("", "", "", ".json", ".csv", ".jsono", ".blob", "/", "/1", "/-1", "/x", "%00", "~2F", "%2e%2e")


def some_address(known: list[str], luck: Random) -> str:
    """One of the known, often with something behind it that nobody expects."""
    address = luck.choice(known)
    if luck.random() < 0.3 and "?" not in address:
        address += luck.choice(_ENDINGS)
    if luck.random() < 0.6:
        given = {luck.choice(_NAMES): luck.choice(_VALUES) for _ in range(luck.randint(1, 3))}
        address += ("&" if "?" in address else "?") + str(httpx.QueryParams(given))
    return address


def requests(luck: Random, folder: Path) -> Did:
    """Requests of every method and role to every route, while half requests are kept open."""
    path = copied(peopled(), folder)
    known, sent = addresses(path), contents(path)
    did: Did = Counter()
    with (
        (folder / "said").open("w") as errors,
        started(path, errors=errors) as (url, _),
        visiting(url) as everybody,
        halves(url, luck.randint(0, 20), luck),
    ):
        for _ in range(REQUESTS):
            visitor, address, method = luck.choice(everybody), some_address(known, luck), luck.choice(METHODS)
            before = written(path)
            answer = _asked(visitor, method, address, sent, luck)
            did[f"{answer.status_code // 100}xx"] += 1
            check_answer(visitor, method, address, answer)
            allowed = method == "POST" and may(visitor.role, address)
            if method == "POST" and "/-/logout" in address:
                visitor.sign_in()
            words = f"{method} {address} by {visitor.role or 'nobody'} writes nothing"
            expect(allowed or written(path) == before, words)
    said = (folder / "said").read_text()
    expect("Traceback" not in said, f"no request makes the server print a traceback: {said[-1500:]}")
    check_whole(path)
    return did + Counter({"requests": REQUESTS})


def contents(path: Path) -> dict[str, dict[str, Any]]:
    """For every route that writes something that it would take from whoever may."""
    with closing(reader(path)) as connection:
        query = "SELECT key, version FROM claims WHERE status = 'unreviewed' ORDER BY key LIMIT 1"
        key, version = connection.execute(query).fetchone()
        one, other = (key for (key,) in connection.execute("SELECT key FROM entities ORDER BY key LIMIT 2"))
    seen = [{"claim": key, "version": version}]
    return {
        **WRITING,
        "/-/review/decide.json": {"action": "note", "claims": seen, "note": "by nobody"},
        "/-/entities/judge.json": {"one": one, "other": other, "judgement": "different"},
    }


def _asked(
    visitor: Visitor, method: str, address: str, sent: dict[str, dict[str, Any]], luck: Random
) -> httpx.Response:
    if method in ("GET", "HEAD"):
        return visitor.client.request(method, address)
    whole = json.dumps(sent.get(address.partition("?")[0], luck.choice([*sent.values()]))).encode()
    content = luck.choice((whole, whole, b"", b"{", b"[]", b"\xff", b"a=1&csrftoken=" + visitor.token.encode()))
    headers = {
        "content-type": luck.choice((JSON, JSON, JSON, FORM, "text/plain", "")),
        "x-csrftoken": luck.choice((visitor.token, visitor.token, "", "x")),
    }
    return visitor.client.request(method, address, content=content, headers=headers)


def check_answer(visitor: Visitor, method: str, address: str, answer: httpx.Response) -> None:
    """Raises BrokenError for a server's error, a right exceeded, or one refused to whoever has it.

    Datasette redirects to the same address, written another way; what counts is what is there.
    """
    words = f"{method} {address} by {visitor.role or 'nobody'}: {answer.status_code}"
    expect(answer.status_code < 500, f"an answer below 500; {words}")
    if may(visitor.role, address):
        expect(method not in ("GET", "HEAD") or answer.status_code != 403, f"allowed; {words}")
    else:
        elsewhere = answer.status_code == 302 and method in ("GET", "HEAD")
        last = visitor.client.get(answer.headers["location"]) if elsewhere else answer
        expect(last.status_code >= 400, f"refused; {words}")


@contextmanager
def halves(url: str, count: int, luck: Random) -> Iterator[None]:
    """So many connections on which a request begins and does not end; some may be refused."""
    port = int(url.rpartition(":")[2])
    with ExitStack() as stack:
        for _ in range(count):
            try:
                connection = stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=5))
                connection.sendall(luck.choice(HALVES))
            except OSError:
                continue
        yield


def half_open(luck: Random, folder: Path) -> Did:
    """More half requests than the server may have files open: it answers all the same."""
    path = copied(peopled(), folder)
    count, files = luck.randint(100, 400), luck.choice((128, 256, 1024))
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_NOFILE, ({files}, {files}))"
    with (folder / "said").open("w") as errors, started(path, errors=errors, before=limit) as (url, process):
        with halves(url, count, luck):
            seconds = _until_answered(url, process)
        _until_answered(url, process)
    said = (folder / "said").stat().st_size
    expect(said < 1_000_000, f"what the server prints stays below 1 MB; it printed {said:,} bytes")
    check_whole(path)
    return Counter({"half requests": count, "seconds until it answered": round(seconds)})


def _until_answered(url: str, process: subprocess.Popen[str]) -> float:
    began = time.monotonic()
    while True:
        expect(process.poll() is None, "the server goes on")
        try:
            if httpx.get(f"{url}/-/login", timeout=5).status_code == 200:
                return time.monotonic() - began
        except httpx.TransportError:
            pass
        expect(time.monotonic() - began < RECOVERY, f"it answers again within {RECOVERY:.0f} s")
        time.sleep(0.2)
