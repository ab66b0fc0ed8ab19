"""Half a request, a connection that says nothing, an answer that nobody reads: none of them keeps others out."""

from __future__ import annotations

import contextlib
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from benchmarks import madeup
from db.connections import PATIENCE, _place
from db.listening import MOST, MOST_OF_ONE
from db.server import MOST_PRINTED
from tests.browsing import make
from tests.doors import Server, server

#: Seconds that the server of these tests waits, where people's waits 30.
SHORT = 2.0
HASTE = (
    f"import db.connections, db.web.auth.access; db.connections.PATIENCE = db.web.auth.access.BODY_SECONDS = {SHORT}"
)
FEW_FILES = "import resource; resource.setrlimit(resource.RLIMIT_NOFILE, ({0}, {0}))"
HEAD = b"GET /-/review/guide HTTP/1.1\r\nHost: localhost\r\n"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("slow") / "floods.db")


@pytest.fixture(scope="module")
def hasty(path: Path) -> Iterator[Server]:
    with server(path, HASTE) as started:
        yield started


def connect(to: Server, sent: bytes = b"") -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", to.port), timeout=20)
    with contextlib.suppress(ConnectionError):  # one that had to go already
        connection.sendall(sent)
    return connection


def rest(connection: socket.socket) -> bytes:
    """All that still comes, until the server closes."""
    found = b""
    with contextlib.suppress(ConnectionError):
        while part := connection.recv(65536):
            found += part
    return found


def status(to: Server, within: float = 20) -> int:
    """Of a page that somebody else asks for."""
    try:
        with urllib.request.urlopen(f"{to.url}/-/review/guide", timeout=within) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        return refused.code
    except (ConnectionError, urllib.error.URLError):
        return 0


def test_people_have_half_a_minute() -> None:
    assert PATIENCE == 30


def test_half_a_head_is_answered_in_words_when_its_time_is_over(hasty: Server) -> None:
    began = time.monotonic()
    with connect(hasty, HEAD + b"X-") as connection:
        answer = rest(connection)
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b"did not arrive in full" in answer
    assert SHORT <= time.monotonic() - began < SHORT + 4


def drip(connection: socket.socket, part: bytes) -> float:
    """Seconds until the server closes on somebody who sends a little again and again, and does not stop."""
    began = time.monotonic()
    connection.settimeout(0.3)
    with contextlib.suppress(ConnectionError):
        while time.monotonic() - began < 20:
            connection.sendall(part)
            with contextlib.suppress(TimeoutError):
                if not connection.recv(65536):
                    break
    return time.monotonic() - began


DRIPPED: dict[str, tuple[bytes, bytes]] = {
    "a head": (HEAD, b"X"),
    "a head in lines": (HEAD, b"X: y\r\n"),
    "a body that nobody asked for": (HEAD + b"Content-Length: 99999\r\n\r\n", b"x"),
    "a body in chunks": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
    "a body that is read": (
        b"POST /-/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        b"Cookie: ds_csrftoken=a\r\nContent-Length: 9999\r\n\r\n", b"x",
    ),
    "the next head": (HEAD + b"\r\n", b"G"),
    "empty lines": (HEAD + b"\r\n", b"\r\n"),
}  # fmt: skip


@pytest.fixture(scope="module")
def dripped(hasty: Server) -> dict[str, float]:
    """Seconds until the server closed on each of them, all at the same time."""

    def closed(what: str) -> float:
        first, again = DRIPPED[what]
        with connect(hasty, first) as connection:
            return drip(connection, again)

    with ThreadPoolExecutor(len(DRIPPED)) as threads:
        return dict(zip(DRIPPED, threads.map(closed, DRIPPED), strict=True))


@pytest.mark.parametrize("what", DRIPPED)
def test_what_comes_in_drops_is_not_waited_for_longer(what: str, dripped: dict[str, float], hasty: Server) -> None:
    assert dripped[what] < 2 * SHORT + 6
    assert hasty.said.read_text() == ""


def test_a_connection_that_says_nothing_is_closed(hasty: Server) -> None:
    began = time.monotonic()
    with connect(hasty) as connection:
        assert rest(connection) == b""
    assert time.monotonic() - began < SHORT + 4


def test_an_answer_that_nobody_reads_is_not_kept(hasty: Server) -> None:
    asked = 400 * (b"GET /-/extract/0/pages.css HTTP/1.1\r\nHost: localhost\r\n\r\n" + HEAD + b"\r\n")
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.settimeout(1)
        connection.connect(("127.0.0.1", hasty.port))
        with contextlib.suppress(TimeoutError, ConnectionError):
            connection.sendall(asked)
        time.sleep(SHORT + 3)
        before = files(hasty)
        assert status(hasty) == 200
        ended = time.monotonic() + 10
        while open_to(hasty, connection) and time.monotonic() < ended:
            time.sleep(0.2)
        assert not open_to(hasty, connection), before


def open_to(to: Server, connection: socket.socket) -> bool:
    """Whether the server still holds this connection (Linux)."""
    own = f":{connection.getsockname()[1]:04X}"
    lines = Path(f"/proc/{to.pid}/net/tcp").read_text().splitlines()
    return any(line.split()[2].endswith(own) and line.split()[3] == "01" for line in lines[1:])


def files(of: Server) -> int:
    return len(list(Path(f"/proc/{of.pid}/fd").iterdir()))


def test_an_answer_that_is_read_slowly_comes_whole(hasty: Server) -> None:
    address = f"GET /floods/claims.json?_size=max&_shape=objects{'&x=' * 10} HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.settimeout(20)
        connection.connect(("127.0.0.1", hasty.port))
        connection.sendall(200 * address.encode())
        found, began = b"", time.monotonic()
        while time.monotonic() - began < 3 * SHORT:
            found += connection.recv(2000)
            time.sleep(0.01)
    assert len(found) > 100_000


#: A system that keeps little of an answer for somebody who has not read it yet.
LITTLE_KEPT = """
import socket, db.listening
accept = db.listening.Listener.accept
def accepted(listener):
    connection, address = accept(listener)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    return connection, address
db.listening.Listener.accept = accepted
"""


def test_a_table_that_is_saved_slowly_comes_whole(tmp_path: Path) -> None:
    path = tmp_path / "floods.db"
    madeup.make(path, 1200)
    with server(path, HASTE + LITTLE_KEPT) as started, socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.settimeout(20)
        connection.connect(("127.0.0.1", started.port))
        connection.sendall(b"GET /floods/claims.csv HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        found, began = b"", time.monotonic()
        while part := connection.recv(4000):
            found += part
            time.sleep(0.012)
        assert time.monotonic() - began > 2 * SHORT + 2
    head, _, body = found.partition(b"\r\n\r\n")
    assert f"content-length: {len(body)}" in head.decode()
    assert body.count(b"\r\n") > 1200


SLOW: dict[str, bytes] = {
    "nothing": b"",
    "half a head": HEAD + b"X-",
    "half a body": DRIPPED["a body that is read"][0] + b"username",
    "a body that nobody asked for": b"GET /favicon.ico HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n",
}


@pytest.mark.parametrize("what", SLOW)
@pytest.mark.parametrize("few", [64, 1024])
def test_more_than_a_thousand_keep_nobody_out_and_fill_no_log(what: str, few: int, path: Path) -> None:
    with server(path, FEW_FILES.format(few)) as started, ExitStack() as held:
        for _ in range(1100):
            held.enter_context(connect(started, SLOW[what]))
        assert any(
            status(started) == 200 for _ in range(20 if few < 100 else 1)
        )  # of so few, none may be left at first
        for _ in range(3):
            assert status(started) == 200
        assert files(started) < min(few, MOST_OF_ONE + 100)
    assert started.said.stat().st_size < 5000


def test_connections_are_limited_in_all_and_whoever_has_most_makes_room(path: Path) -> None:
    few = "import db.listening; db.listening.MOST, db.listening.MOST_OF_ONE = 20, 15"
    with server(path, few) as started, ExitStack() as held:
        early = held.enter_context(from_place(started, "127.0.0.9", HEAD))
        for n in range(40):
            held.enter_context(from_place(started, f"127.0.0.{2 + n % 2}", HEAD))
        early.sendall(b"Connection: close\r\n\r\n")
        assert rest(early).startswith(b"HTTP/1.1 200 ")
        assert files(started) < 20 + 40


def from_place(to: Server, place: str, sent: bytes) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", to.port), 20, (place, 0))
    with contextlib.suppress(ConnectionError):
        connection.sendall(sent)
    return connection


LONG = (
    "GET /floods.json?sql=with+recursive+n(i)+as+(select+1+union+all+select+i%2B1+from+n)+select+count(*)+from+n "
    "HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
)


def test_where_all_are_at_work_another_is_sent_away_in_words(path: Path) -> None:
    few = "import db.listening; db.listening.MOST_OF_ONE = 3"
    with server(path, few) as started, ExitStack() as held:
        working = [held.enter_context(connect(started, LONG.encode())) for _ in range(3)]
        time.sleep(0.5)
        code, headers, body = started.raw(HEAD + b"Connection: close\r\n\r\n")
        assert (code, headers["retry-after"]) == (503, "5")
        assert b"Try again" in body
        assert [rest(one)[:12] for one in working] == [b"HTTP/1.1 400"] * 3  # the end of the query's time
        assert status(started) == 200


def test_one_who_has_an_ipv6_network_has_one_place() -> None:
    assert _place("2001:db8::1") == _place("2001:db8::ffff:1") != _place("2001:db8:0:1::1")
    assert _place("::ffff:192.0.2.1") == _place("192.0.2.1") != _place("192.0.2.2")
    assert MOST_OF_ONE < MOST


BROKEN: dict[str, Callable[[int], bytes]] = {
    "no request": lambda n: b"\x16\x03\x01\x02\x00\x01" * 50,
    "a body that is no chunks": lambda n: HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
    "chunks that end in nothing": lambda n: HEAD + b"Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\nzz\r\n",
    "a head without end": lambda n: HEAD + b"X: " + b"y" * 100_000,
    "another protocol": lambda n: HEAD + b"Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n",
    "two answers to one": lambda n: HEAD + b"Content-Length: 5\r\n\r\nabc" + HEAD,
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_no_request_prints_nothing(what: str, hasty: Server) -> None:
    for number in range(2 * MOST_PRINTED):
        with connect(hasty, BROKEN[what](number)) as connection, contextlib.suppress(OSError):
            connection.shutdown(socket.SHUT_WR)
            rest(connection)
    assert status(hasty) == 200
    assert hasty.said.read_text() == ""
