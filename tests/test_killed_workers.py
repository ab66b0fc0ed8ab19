"""Worker processes that are killed from outside are replaced: every article is stored, and the run ends as usual."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from db.connection import reader
from extract import workers
from extract.errors import WorkersError
from extract.extractor import Extractor
from extract.model import Article, Extraction
from extract.workers import extract_all
from tests.test_workers import DEADLY, inputs, texts

PROC = Path("/proc")
pytestmark = [
    pytest.mark.skipif(not (PROC / "self" / "stat").exists(), reason="processes are found in /proc"),
    pytest.mark.usefixtures("one_fork_server"),
]
ARTICLES = 60


def children(parent: int) -> list[int]:
    """The worker processes of a process: children of the fork server that is its child."""
    return [worker for server in below(parent) for worker in below(server)]


def below(parent: int) -> list[int]:
    """Children that are a fork server or were forked from one; multiprocessing keeps another process beside it."""
    found = []
    for entry in PROC.glob("[0-9]*"):
        with suppress(OSError):
            above = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            if above == parent and b"multiprocessing.forkserver" in (entry / "cmdline").read_bytes():
                found.append(int(entry.name))
    return found


@contextmanager
def ingesting(folder: Path) -> Iterator[subprocess.Popen[str]]:
    for number, text in enumerate(texts(ARTICLES)):
        (folder / f"{number}.txt").write_text(f"{text}\n\nThe senate of Orl met on Monday, and rejected it. " * 20)
    command = [sys.executable, "-m", "extract", "ingest", ".", "--workers", "2"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def test_all_articles_are_stored_though_workers_are_killed(tmp_path: Path) -> None:
    chance = random.Random(1)
    killed = 0
    with ingesting(tmp_path) as process:
        while process.poll() is None and killed < 6:
            time.sleep(chance.uniform(0.1, 1.5))
            there = children(process.pid)
            for worker in there if chance.random() < 0.5 else there[:1]:
                with suppress(ProcessLookupError):
                    os.kill(worker, signal.SIGKILL)
                    killed += 1
        out, err = process.communicate(timeout=240)
    assert (process.returncode, err) == (0, "")
    assert killed
    assert f"{ARTICLES} new, 0 unchanged, 0 revised, 0 failed" in out
    with closing(reader(tmp_path / "claims.db")) as connection:
        assert connection.execute("SELECT COUNT(*) FROM articles").fetchone() == (ARTICLES,)


def test_a_worker_that_stands_still_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_SILENT_AT_LEAST", 6.0)
    monkeypatch.setattr(workers, "_SILENT", 0)
    results = extract_all(inputs(texts(70)), workers=2)
    found = [next(results)]
    os.kill(children(os.getpid())[0], signal.SIGSTOP)
    found.extend(results)
    assert [type(result) for result in found] == [Extraction] * 70


def test_no_worker_outlives_the_process_that_it_was_forked_from(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_SILENT_AT_LEAST", 6.0)
    monkeypatch.setattr(workers, "_SILENT", 0)
    results = extract_all(inputs(texts(200)), workers=2)
    found = [next(results)]
    while len(there := children(os.getpid())) < 2:
        found.append(next(results))
    os.kill(there[1], signal.SIGSTOP)  # at once: an input that it was given alone would count as one that hangs
    for process in (*below(os.getpid()), there[0]):
        os.kill(process, signal.SIGKILL)
    while not children(os.getpid()):  # others have taken their places
        found.append(next(results))
    found.extend(results)
    assert [type(result) for result in found] == [Extraction] * 200
    assert not is_alive(there[1])


def is_alive(process: int) -> bool:
    with suppress(OSError):
        return (PROC / str(process) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


class Stillborn(Extractor):
    """Dies when its model is loaded."""

    def __init__(self, model: str) -> None:
        os.kill(os.getpid(), signal.SIGKILL)
        super().__init__(model)


def test_workers_that_never_come_to_work_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_make", Stillborn)
    monkeypatch.setattr(workers, "_STARTS", 2)
    with pytest.raises(WorkersError, match=r"^4 processes in a row were killed while they loaded the language model"):
        list(extract_all(inputs(texts(70)), workers=2))
    assert children(os.getpid()) == []


class Unloadable(Extractor):
    def __init__(self, model: str) -> None:
        raise LookupError("no such weights")


def test_a_model_that_breaks_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_make", Unloadable)
    with pytest.raises(WorkersError, match=r"cannot be loaded: LookupError: no such weights \(test_killed_workers"):
        list(extract_all(inputs(texts(70)), workers=1))


class Hit(Extractor):
    """Is killed twice while it reads one input, as if from outside; once of them while that is tried alone."""

    def _prepare(self, article: Article):  # type: ignore[no-untyped-def]
        if DEADLY in article.text:
            with Path("hits").open("a+") as hits:  # (of the folder that the run is in)
                hits.seek(0)
                if len(hits.read()) < 2:
                    hits.write("x")
                    hits.flush()
                    os.kill(os.getpid(), signal.SIGKILL)
        return super()._prepare(article)


def test_an_innocent_input_is_tried_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(workers, "_make", Hit)
    many = texts(60)
    many[30] = DEADLY
    assert [type(result) for result in extract_all(inputs(many), workers=2)] == [Extraction] * 60
    assert (tmp_path / "hits").read_text() == "xx"
