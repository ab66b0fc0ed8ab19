"""`extract watch` reads what is new in every round, runs a command after it, and ends when it is told to."""

from __future__ import annotations

import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from db.connection import reader
from extract.cli import cli, watching
from tests.run import COMMAND

ITEM = (
    "<item><guid>{0}</guid><title>Report {0}</title>"
    "<description>The council of Tarn closed road {0}.</description></item>"
)
FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>Echo</title>{}</channel></rss>'


class Feed(BaseHTTPRequestHandler):
    items: list[str] = []

    def do_GET(self) -> None:
        there = self.path == "/feed.xml"
        self.send_response(200 if there else 404)
        self.send_header("Content-Type", "application/rss+xml")
        self.end_headers()
        if there:
            self.wfile.write(FEED.format("".join(self.items)).encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def feed() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Feed)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    Feed.items = [ITEM.format(1)]
    yield f"http://127.0.0.1:{server.server_address[1]}/feed.xml"
    server.shutdown()
    thread.join()
    server.server_close()


def sources(database: Path) -> list[str]:
    with reader(database) as connection:
        rows = connection.execute("SELECT source FROM articles WHERE current = 1 ORDER BY source, revision").fetchall()
    return [source for (source,) in rows]


def test_rounds_read_what_has_changed_and_no_more(tmp_path: Path, feed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(watching, "_SETTLED", -1)
    (tmp_path / "feeds.txt").write_text(f"# what we follow\n{feed}\n")
    incoming = tmp_path / "incoming"

    def arrive() -> None:
        incoming.mkdir()
        (incoming / "a.txt").write_text("The mayor of Orl opened the bridge.")

    def change() -> None:
        (incoming / "a.txt").write_text("The mayor of Orl opened the old bridge.")
        Feed.items.append(ITEM.format(2))

    between: list[Callable[[], None]] = [arrive, lambda: None, change]

    def pause(_seconds: float) -> None:
        if not between:
            raise KeyboardInterrupt
        between.pop(0)()

    monkeypatch.setattr(watching, "_pause", pause)
    told = 'echo "$EXTRACT_NEW $EXTRACT_REVISED $(basename "$EXTRACT_DB")" >> told; exit 3'
    arguments = ["watch", "incoming", "feeds.txt", "--fetch", "--fetch-delay", "0", "--then", told]
    ran = CliRunner().invoke(cli, arguments)
    assert ran.exit_code == 0, ran.output
    lines = [line.partition("  ")[2].partition(";")[0] for line in ran.stdout.splitlines()]
    assert lines == [
        "1 new, 0 revised, 0 unchanged, 0 failed",
        "1 new, 0 revised, 1 unchanged, 0 failed",
        "0 new, 0 revised, 1 unchanged, 0 failed",
        "1 new, 1 revised, 1 unchanged, 0 failed",
        "",
    ]
    assert ran.stdout.endswith("Stopped.\n")
    assert (tmp_path / "told").read_text() == "1 0 claims.db\n1 0 claims.db\n1 1 claims.db\n"
    assert ran.stderr.count("ended with exit code 3.") == 3
    assert sources(tmp_path / "claims.db") == [
        f"feeds.txt#{feed}#1",
        f"feeds.txt#{feed}#2",
        "incoming/a.txt",
    ]


def test_files_that_are_still_written_wait_and_sigterm_ends_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mayor of Orl opened the bridge.")
    command = [*COMMAND, "watch", "*.txt", "--every", "1"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert "  1 new, 0 revised, " in process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        assert process.stdout.read() == "Stopped.\n"
    assert process.returncode == 0
    assert sources(tmp_path / "claims.db") == ["a.txt"]
