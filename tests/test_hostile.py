"""Hostile and unlucky input, through the real command: a clear sentence, the right exit code, nothing broken."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from db.check import check
from extract.cli.printing import printable
from extract.extractor import Extractor
from tests.conftest import ROOT
from tests.run import extract

SENTENCE = "The council approved the plan.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of one article, and things that are no use."""
    path = tmp_path_factory.mktemp("hostile")
    (path / "good.txt").write_text(SENTENCE)
    assert extract("ingest", "good.txt", cwd=path).code == 0
    (path / "void.db").touch()
    (path / "sub").mkdir()
    os.mkfifo(path / "pipe.txt")
    (path / "link.csv").symlink_to("claims.db")
    (path / "gone.txt").symlink_to("nothing")
    (path / "loop.txt").symlink_to("loop.txt")
    (path / "long.txt").write_text("It rained hard today. " * 50_000)
    (path / "a.txt\x1b[2J\u202e").touch()
    return path


BAD = {
    "an export over the database": (["export", "csv", "-o", "claims.db"], 2, "is the database itself"),
    "an export over a link to it": (["export", "jsonl", "-o", "link.csv"], 2, "is the database itself"),
    "an export over its log": (["export", "csv", "-o", "claims.db-wal"], 2, "belongs to it"),
    "an article named as database": (
        ["ingest", "good.txt", "--db", "good.txt"],
        2,
        "both a file to read and the database",
    ),
    "an empty database": (["articles", "--db", "void.db"], 2, "is empty"),
    "a folder to show": (["show", "./sub"], 2, "is a folder"),
    "no date": (["show", "It rained.", "--published", "soon"], 2, "is not a date"),
    "a pipe nobody writes to": (["ingest", "pipe.txt", "--db", "n.db"], 3, "is empty"),
    "a link to nothing": (["ingest", "gone.txt", "--db", "n.db"], 3, "gone.txt"),
    "a link to itself": (["ingest", "loop.txt", "--db", "n.db"], 3, "loop.txt"),
    "a text beyond all articles": (["ingest", "long.txt", "--db", "n.db"], 3, "Split it"),
    "a name that steers": (["ingest", "a.txt\x1b[2J\u202e", "--db", "n.db"], 3, "<U+001B>[2J<U+202E>"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_used_is_said_in_a_sentence(case: str, folder: Path) -> None:
    arguments, code, words = BAD[case]
    ran = extract(*arguments, cwd=folder)
    assert (ran.code, ran.out.startswith("article\t"), "Traceback" in ran.err) == (code, False, False), ran.err
    assert words in ran.err
    assert "\x1b" not in ran.err
    assert check(folder / "claims.db") == []


@pytest.mark.parametrize("arguments", ["export csv", "articles --json", "check", "--help"])
def test_a_full_disk_behind_standard_output(arguments: str, folder: Path) -> None:
    command = f"{sys.executable} -m extract {arguments} > /dev/full"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True, env=environment)
    assert (ran.returncode, ran.stderr) == (5, "extract: The disk is full: the output was not written.\n")


def test_a_mistake_of_the_program_says_so(folder: Path) -> None:
    code = "from extract.cli import ending; ending.run(lambda: {}['x'])"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 1
    assert ran.stderr.startswith("extract: This is a bug in extract")
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "<U+001B>[31m"),
        ("a\u202eb", "a<U+202E>b"),
        ("\x9b2J", "<U+009B>2J"),
        ("café\u00a0“x”\n", "café\u00a0“x”\n"),
        ("👩\u200d🚒", "👩\u200d🚒"),
    ],
)
def test_printed_text_cannot_steer_a_terminal(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    "text", ["(" * 100_000, "\U0001f600" * 50_000, "1" * 50_000, '"a ' * 3_000, ". " * 200_000, "a " * 250_000]
)
def test_what_is_no_prose_takes_no_time(text: str) -> None:
    started = time.monotonic()
    assert Extractor()(text) == ()
    assert time.monotonic() - started < 20


def _wait_for_articles(database: Path) -> None:
    """Until something is in, so that the signal falls into the midst of the work."""
    for _ in range(600):
        time.sleep(0.1)
        if database.exists():
            with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection, suppress(sqlite3.Error):
                if connection.execute("SELECT COUNT(*) FROM articles").fetchone()[0]:
                    return
    raise AssertionError("nothing was ingested within a minute")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_ended_ingest_leaves_no_process_and_no_half_article(tmp_path: Path, number: signal.Signals) -> None:
    for name in range(600):  # more than any machine reads before the signal comes
        (tmp_path / f"{name}.txt").write_text(f"The council of Tarn approved plan {name}. It will cost much.\n" * 40)
    command = [sys.executable, "-m", "extract", "ingest", ".", "--workers", "2"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, env=environment, start_new_session=True
    ) as process:
        _wait_for_articles(tmp_path / "claims.db")
        process.send_signal(number) if number == signal.SIGKILL else os.killpg(process.pid, number)
        _, said = process.communicate(timeout=20)  # ends only when no worker holds the pipe any more
    assert process.returncode == {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGKILL: -9}[number]
    assert "Traceback" not in said
    if (tmp_path / "claims.db").exists():
        assert check(tmp_path / "claims.db") == []
