"""The server ends when it is told to, quietly, whatever anybody has open; and waits for no request for good."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from benchmarks.served import started
from db.connection import writer
from db.server import GRACE
from db.user_accounts import Role, add
from db.web.auth import access
from tests.browsing import make
from tests.doors import Server

HALF = (
    b"POST /-/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    b"Cookie: ds_csrftoken=a\r\nContent-Length: 1000\r\n\r\nabc"
)
HALF_A_HEAD = HALF[:60]
HALF_OF_A_GET = HALF.replace(b"POST", b"GET")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "floods.db")


@contextmanager
def running(path: Path) -> Iterator[tuple[Server, subprocess.Popen[str]]]:
    said = path.with_name("errors.txt")
    with said.open("w") as errors, started(path, errors=errors) as (address, process):
        yield Server(int(address.rpartition(":")[2]), said), process


def opened(server: Server, sent: bytes) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", server.port), timeout=20)
    connection.sendall(sent)
    time.sleep(0.3)
    return connection


@pytest.mark.parametrize(
    ("sent", "users"),
    [(HALF, False), (HALF, True), (HALF_A_HEAD, False), (HALF_OF_A_GET, True), (b"", False)],
    ids=["body", "body, signed out", "head", "body of a GET, signed out", "none"],
)
def test_half_a_request_does_not_hold_the_server(sent: bytes, users: bool, path: Path) -> None:
    if users:
        add(path, "ada", Role.ADMINISTRATOR, "correct horse battery")
    with running(path) as (server, process), opened(server, sent):
        process.send_signal(signal.SIGINT)
        assert process.wait(GRACE + 5) == 0
        assert server.said.read_text() == ""


def test_who_is_cut_off_is_told_so(path: Path) -> None:
    with running(path) as (server, process), opened(server, HALF) as connection:
        process.send_signal(signal.SIGTERM)
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
        assert answer.startswith(b"HTTP/1.1 503 ")
        assert b"x-content-type-options" in answer
        assert b"The server is shutting down." in answer
        assert process.wait(GRACE + 5) == -signal.SIGTERM
        assert server.said.read_text() == ""


def test_a_second_time_ends_it_at_once(path: Path) -> None:
    with running(path) as (server, process), opened(server, HALF):
        before = time.monotonic()
        for _ in range(3):
            process.send_signal(signal.SIGINT)
            time.sleep(0.2)
        assert process.wait(GRACE + 5) in (0, -signal.SIGINT)  # the third may come while Python itself ends
        assert time.monotonic() - before < GRACE
        assert server.said.read_text() == ""


def test_a_decision_that_waits_for_another_program_does_not_hold_the_server(path: Path) -> None:
    holder = writer(path)
    with running(path) as (server, process):
        held = server.token().encode()
        holder.execute("BEGIN IMMEDIATE")
        sent = json.dumps({"action": "undo", "review": 1}).encode()
        head = (
            b"POST /-/review/decide.json HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            b"Cookie: ds_csrftoken=%b\r\nX-CSRFToken: %b\r\nContent-Length: %d\r\n\r\n"
        ) % (held, held, len(sent))
        with opened(server, head + sent):
            process.send_signal(signal.SIGINT)
            assert process.wait(GRACE + 5) == 0
        assert server.said.read_text() == ""
    holder.close()


def test_a_request_that_does_not_come_in_is_answered_408(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "BODY_SECONDS", 0.05)
    given = [{"type": "http.request", "body": b"abc", "more_body": True}]

    async def receive() -> dict[str, object]:
        return given.pop() if given else await asyncio.sleep(60, {})

    scope = {"headers": [(b"content-type", b"application/json")]}
    with pytest.raises(access.RefusalError, match="did not arrive in full") as refused:
        asyncio.run(access._read_body(scope, receive))  # type: ignore[arg-type]
    assert refused.value.status == 408
