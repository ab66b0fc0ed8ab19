"""Worker processes: the same results as without, and a death that takes nothing else with it."""

from __future__ import annotations

import os
import re
import resource
import signal
import subprocess
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from extract import workers
from extract.errors import FullDiskError
from extract.extractor import Extractor
from extract.model import Article, Extraction, Failure
from extract.readers import ReadHints
from extract.watches import Alarm
from extract.workers import Input, Result, as_found, extract_all, run
from tests.run import COMMAND, extract

pytestmark = pytest.mark.usefixtures("one_fork_server")
DEADLY = "The deadly input."


def inputs(texts: list[str]) -> Iterator[Input]:
    for number, text in enumerate(texts):
        raw = text.encode()
        yield Input(f"{number}.txt", raw, sha256(raw).hexdigest(), ReadHints())


def by_source(results: Iterator[Result]) -> dict[str, object]:
    found: dict[str, object] = {}
    for result in results:
        if isinstance(result, Failure):
            found[result.source] = result.kind
        else:
            found[result.article.source] = (result.claims, result.sentences, result.mentions)
    return found


def texts(count: int) -> list[str]:
    return [
        f"The council of Tarn approved plan {n}. The mayor said it would cost {n} million euros." for n in range(count)
    ]


def test_a_pool_gives_what_one_process_gives() -> None:
    many = texts(60)
    assert by_source(extract_all(inputs(many), workers=2)) == by_source(extract_all(inputs(many), workers=1))


def test_nothing_to_do_loads_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers.forking, "extractor", None)
    assert list(extract_all(iter(()), workers=4)) == []


def test_inputs_are_read_no_faster_than_needed() -> None:
    taken: list[int] = []

    def counted() -> Iterator[Input]:
        for item in inputs(texts(2000)):
            taken.append(1)
            yield item

    results = extract_all(counted(), workers=1)
    next(results)
    assert len(taken) <= 3 * workers.TASK_INPUTS
    results.close()  # type: ignore[attr-defined]


def test_a_rule_that_breaks_costs_one_article() -> None:
    class Breaking(Extractor):
        def _assemble(self, ready, *parses):  # type: ignore[no-untyped-def]
            if DEADLY in ready.article.text:
                raise ValueError("a rule broke")
            return super()._assemble(ready, *parses)

    results = run(Breaking(), tuple(inputs([*texts(3), DEADLY])), as_found)
    kinds = sorted(type(r).__name__ for r in results)
    assert kinds == ["Extraction", "Extraction", "Extraction", "Failure"]
    [failure] = [r for r in results if isinstance(r, Failure)]
    assert failure.kind == "InternalError"
    assert "a rule broke" in failure.reason
    assert "test_workers.py" in failure.reason


class Dying(Extractor):
    """Ends its process, as the kernel does when memory runs out."""

    def _prepare(self, article: Article):  # type: ignore[no-untyped-def]
        if DEADLY in article.text:
            os._exit(9)
        return super()._prepare(article)


def test_an_input_that_kills_its_worker_is_a_failure_and_the_rest_go_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_make", Dying)
    many = texts(70)
    many[30] = DEADLY
    results = list(extract_all(inputs(many), workers=2))
    assert sorted(r.source for r in results if isinstance(r, Failure)) == ["30.txt"]
    assert sum(isinstance(r, Extraction) for r in results) == 69


class Hanging(Extractor):
    """Runs into a regular expression that takes for ever, and that no other thread of Python interrupts."""

    def _prepare(self, article: Article):  # type: ignore[no-untyped-def]
        if DEADLY in article.text:
            re.match(r"(a+)+b", "a" * 60)
        return super()._prepare(article)


def test_an_input_that_hangs_its_worker_is_a_failure_and_the_rest_go_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_make", Hanging)
    many = texts(70)
    many[30] = DEADLY
    results = list(extract_all(inputs(many), workers=2, timeout=3))
    assert [(r.source, r.kind) for r in results if isinstance(r, Failure)] == [("30.txt", "TimedOutError")]
    assert sum(isinstance(r, Extraction) for r in results) == 69


def test_an_alarm_rings_for_the_input_that_is_under_way() -> None:
    results = run(Hanging(), tuple(inputs([*texts(2), DEADLY])), as_found, Alarm(2))
    assert [type(r).__name__ for r in results] == ["Extraction", "Extraction", "Failure"]
    assert results[2].kind == "TimedOutError"  # type: ignore[union-attr]
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


@pytest.mark.parametrize("files", [1, 60], ids=["in one process", "in a pool"])
def test_a_full_disk_for_temporary_files_ends_the_run_and_is_no_article_s_fault(files: int, tmp_path: Path) -> None:
    """What languages are told by is unpacked into a temporary file of 68 MB."""
    for number, text in enumerate(texts(files)):
        (tmp_path / f"{number}.txt").write_text(text)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000_000, 20_000_000))

    command = [*COMMAND, "ingest", ".", "--db", "n.db"]
    full = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, preexec_fn=limit)
    assert full.returncode == FullDiskError.exit_code, full.stderr
    assert "The disk is full" in full.stderr
    assert "TMPDIR" in full.stderr
    again = extract("ingest", ".", "--db", "n.db", cwd=tmp_path)
    assert f"{files} new, 0 unchanged, 0 revised, 0 failed" in again.out
