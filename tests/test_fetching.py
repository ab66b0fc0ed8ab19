"""Pages that files only link to: fetched from a server of this machine, and only when it is asked for."""

from __future__ import annotations

import gzip
import io
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from extract.model import Failure
from extract.readers import ReadHints, read
from extract.readers.containers import fetching
from extract.readers.containers.column_names import Columns
from extract.readers.containers.fetching import Fetcher
from extract.readers.containers.limits import Limits
from extract.readers.containers.members import Blob, LeftOut, Unpacking
from extract.readers.containers.streams import buffered
from extract.readers.containers.walk import unpack
from extract.readers.draft import Input
from tests.containers import outcomes
from tests.run import extract


def page(number: int) -> bytes:
    text = f"<p>The council of Brennick met for time {number} on Monday and approved the budget of the town.</p>"
    return f"<html><body><article><h1>Meeting {number}</h1>{text * 3}</article></body></html>".encode()


HTML = "text/html; charset=utf-8"
ENTRY = (
    '<url><loc>{0}/1</loc><n:news xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><n:publication>'
    "<n:name>Brennick Post</n:name></n:publication><n:publication_date>2024-05-03</n:publication_date></n:news></url>"
)
MAP = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{0}</urlset>'
INDEX = "<sitemapindex><sitemap><loc>{0}/map.xml.gz</loc></sitemap></sitemapindex>"


class Site(BaseHTTPRequestHandler):
    """A few pages, and what may go wrong."""

    asked: list[str] = []

    def do_GET(self) -> None:
        own = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.asked.append(self.path)
        answers: dict[str, tuple[int, str, bytes]] = {
            "/robots.txt": (200, "text/plain", b"User-agent: *\nDisallow: /closed\n"),
            "/1": (200, HTML, page(1)),
            "/2": (200, HTML, page(2)),
            "/closed/1": (200, HTML, page(9)),
            "/picture": (200, "image/png", b"\x89PNG"),
            "/big": (200, HTML, page(3) * 2000),
            "/busy": (503, HTML, b""),
            "/map.xml": (200, "application/xml", MAP.format(ENTRY.format(own) + _elsewhere()).encode()),
            "/map.xml.gz": (200, "application/gzip", gzip.compress(MAP.format(ENTRY.format(own)).encode())),
            "/index.xml": (200, "text/xml", INDEX.format(own).encode()),
        }
        if self.path.startswith("/moved"):
            target = {"/moved": "/2", "/moved-in-circles": "/moved-in-circles"}.get(self.path, "file:///etc/passwd")
            self.send_response(301)
            self.send_header("Location", target)
            self.end_headers()
            return
        status, kind, raw = answers.get(self.path, (404, HTML, b""))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *_: object) -> None:
        pass


def _elsewhere() -> str:
    return "<url><loc>http://other.example/3</loc></url>"


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def found(name: str, raw: bytes, delay: float = 0, **limits: int) -> dict[str, str]:
    """What becomes of each address, by the end of its source."""
    fetcher = Fetcher(delay, limits.get("max_bytes", 100_000))
    blob = Blob(name, name, buffered(io.BytesIO(raw)), ReadHints())
    members = list(unpack(blob, Unpacking(Limits(**limits), Columns(), fetcher)))
    fetcher.close()
    shown = {}
    for member in members:
        if isinstance(member, Input):
            article = read(member.source, member.raw, member.hints)
            shown[member.source] = f"{article.title}|{article.outlet}|{article.published}|{article.url}"
        else:
            shown[member.source] = member.reason if isinstance(member, Failure) else f"-{member.what}"
            assert isinstance(member, Failure | LeftOut)
    return {source.rpartition("/")[2]: what for source, what in shown.items()}


def test_a_list_of_addresses_is_fetched_and_what_fails_says_why(site: str) -> None:
    names = ("1", "moved", "closed/1", "picture", "big", "busy", "gone", "moved-in-circles", "moved-away")
    told = found("pages.txt", "\n".join(["# pages", *(f"{site}/{name}" for name in names)]).encode())
    told["closed"] = told.pop("1") if "robots" in told["1"] else ""
    assert "robots.txt of its site does not allow it" in told["closed"]
    assert told["moved"] == f"Meeting 2|None|None|{site}/2"
    assert told["picture"] == "-image/png"
    assert "more than the 0.1 MB allowed" in told["big"]
    assert "503 Service Unavailable. Try again later" in told["busy"]
    assert "404 Not Found. Leave it out" in told["gone"]
    assert "redirected again and again" in told["moved-in-circles"]
    assert "is not a web address" in told["moved-away"]
    assert "/closed/1" not in Site.asked


def test_sitemaps_lead_to_the_pages_of_their_own_site(site: str) -> None:
    meeting = f"Meeting 1|Brennick Post|2024-05-03|{site}/1"
    told = found("index.txt", f"{site}/index.xml\n{site}/map.xml\n".encode())
    assert list(told.values()) == [meeting]
    assert "/map.xml.gz" in Site.asked
    assert "3" not in told  # of another site


def test_rows_without_a_text_are_fetched(site: str) -> None:
    table = f"url,outlet,date,title\n{site}/1,The Post,2024-05-03,Meeting\n".encode()
    assert found("table.csv", table) == {"1": f"Meeting 1|The Post|2024-05-03|{site}/1"}
    answer = f'{{"articles": [{{"url": "{site}/2", "title": "Meeting", "domain": "p.example"}}]}}'.encode()
    assert found("gdelt.json", answer) == {"2": f"Meeting 2|None|None|{site}/2"}
    row = (
        f"20240503101500-12\t20240503101500\t1\tp.example\t{site}/1\t\t\n20240503101500-13\t20240503101500\t2\tBBC\tx\n"
    )
    assert found("a.gkg.csv", row.encode()) == {"1": f"Meeting 1|None|None|{site}/1"}


def test_nothing_is_fetched_unless_it_is_asked_for(site: str) -> None:
    before = len(Site.asked)
    for name, raw in (
        ("a.txt", f"{site}/1\n"),
        ("a.xml", MAP.format(ENTRY.format(site))),
        ("a.csv", f"url,title\n{site}/1,Meeting\n"),
        ("a.gkg.csv", f"20240503101500-1\t20240503101500\t1\tp.example\t{site}/1\t\n"),
    ):
        [(source, what)] = outcomes(name, raw.encode()).items()
        assert (source, what) in ((name, "!FetchError"), (name, "!NoColumnError"))
    assert len(Site.asked) == before


def test_a_host_is_asked_slowly_and_never_for_others_inside(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr(fetching.time, "sleep", waited.append)
    found("pages.txt", f"{site}/1\n{site}/2\n".encode(), delay=30)
    assert sum(seconds > 20 for seconds in waited) == 2  # robots.txt, then the two pages
    monkeypatch.setattr(fetching, "_is_public", lambda url: "moved" in url)
    assert "into your own network" in found("pages.txt", f"{site}/moved\n".encode())["moved"]


def test_the_command_fetches_once(site: str, tmp_path: Path) -> None:
    (tmp_path / "pages.txt").write_text(f"{site}/1\n{site}/gone\n")
    refused = extract("ingest", f"{site}/1", cwd=tmp_path)
    assert refused.code == 2
    assert "--fetch" in refused.err
    first = extract("ingest", "pages.txt", f"{site}/2", "--fetch", "--fetch-delay", "0", cwd=tmp_path)
    assert "2 new, 0 unchanged, 0 revised, 1 failed" in first.out
    asked = [path for path in Site.asked if path in ("/1", "/2", "/gone")]
    again = extract("ingest", "pages.txt", f"{site}/2", "--fetch", "--fetch-delay", "0", cwd=tmp_path)
    assert "2 fetched before" in again.out
    assert "1 failed before" in again.out
    assert [path for path in Site.asked if path in ("/1", "/2", "/gone")] == asked
