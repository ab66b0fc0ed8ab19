"""What `extract serve` refuses, and in which words."""

from __future__ import annotations

import importlib.metadata
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from db.serving import SETTINGS, application, check_datasette, check_loopback, listen, serve
from db.sqlite import sqlite3
from extract.errors import (
    EmptyInputError,
    ExtractError,
    ForeignDatabaseError,
    MissingPathError,
    NewerDatabaseError,
    UsageError,
)
from tests.browsing import close, make
from tests.conftest import ROOT
from tests.run import extract


@pytest.mark.parametrize("version", ["1.0a41", "1.0", "2.3"])
def test_a_datasette_that_ignores_metadata_is_refused(monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    monkeypatch.setattr(importlib.metadata, "version", lambda name: version)
    with pytest.raises(ExtractError, match=rf"Datasette {version} is installed.*pip install"):
        check_datasette()


def test_the_installed_datasette_is_accepted() -> None:
    check_datasette()


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7", "example.org", ""])
def test_addresses_that_others_reach_are_refused(host: str) -> None:
    with pytest.raises(UsageError, match=r"Other machines can reach.*127.*extract users add"):
        check_loopback(host)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_addresses_of_this_machine_are_accepted(host: str) -> None:
    check_loopback(host)


def test_an_answer_does_not_wait_for_the_browser_to_acknowledge_its_head() -> None:
    with listen("127.0.0.1", 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP


def test_a_taken_port_is_said_to_be_taken() -> None:
    with listen("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with pytest.raises(UsageError, match=rf"Port {port} is already in use.*--port"):
            listen("127.0.0.1", port)


def _missing(path: Path) -> None:
    del path


def _foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE birds (id INTEGER)")
    connection.close()


def _empty(path: Path) -> None:
    path.touch()


def _newer(path: Path) -> None:
    make(path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 9999")
    connection.close()


def _no_database(path: Path) -> None:
    path.write_bytes(b"not a database at all" * 100)


@pytest.mark.parametrize(
    ("prepare", "error"),
    [
        (_missing, MissingPathError),
        (_foreign, ForeignDatabaseError),
        (_empty, EmptyInputError),
        (_newer, NewerDatabaseError),
        (_no_database, ForeignDatabaseError),
    ],
)
def test_databases_that_cannot_be_served_are_named(tmp_path: Path, prepare: object, error: type[ExtractError]) -> None:
    path = tmp_path / "claims.db"
    assert callable(prepare)
    prepare(path)
    with pytest.raises(error, match=r"claims\.db"):
        serve(path, port=0)


def test_settings_are_those_datasette_knows(tmp_path: Path) -> None:
    from datasette.app import DEFAULT_SETTINGS

    assert set(SETTINGS) <= set(DEFAULT_SETTINGS)
    datasette = application(make(tmp_path / "claims.db"), [])
    assert {name: datasette.setting(name) for name in SETTINGS} == SETTINGS
    close(datasette)


def test_it_serves_until_interrupted(tmp_path: Path) -> None:
    path = make(tmp_path / "claims.db")
    program = f"from pathlib import Path; from db.serving import serve; serve(Path({str(path)!r}), port=0)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as server:
        assert server.stdout is not None
        line = server.stdout.readline()
        url = line.split(" at ")[1].split(" ")[0]
        with urllib.request.urlopen(url, timeout=10) as answer:
            assert b"Claims from news articles" in answer.read()
        server.send_signal(signal.SIGINT)
        output, errors = server.communicate(timeout=20)
    assert server.returncode == 0
    assert (output, errors) == ("", "")


@pytest.mark.parametrize("name", ["claims.example.org", "192.168.1.7", "0.0.0.0", "localhost.example.org", ""])
def test_a_proxy_s_name_without_users_is_refused(name: str, tmp_path: Path) -> None:
    path = make(tmp_path / "claims.db")
    with pytest.raises(UsageError, match=r"there are no users.*extract users add"):
        serve(path, port=0, hosts=["localhost", name])
    done = extract("serve", "--db", path, "--port", "0", "--name", name)
    assert done.code == 2
    assert "Add users first" in done.err
