"""A file that is stored with the same bytes is known by its name and its hash alone: nothing looks into it."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.contents import Contents
from db.store import RunInfo, Store
from extract.cli import intake
from extract.cli.intake import Intake
from extract.cli.progress_bar import Progress
from extract.cli.tally import Fate, Tally
from extract.readers import ReadHints
from extract.readers.containers.members import Unpacking
from extract.workers import extract_batches

FIRST = RunInfo("1", "model", "1")


def read(folder: Path, run: RunInfo = FIRST) -> tuple[Tally, list[str]]:
    """Reads the folder's file into its database; the counts, and what was looked into."""
    tally, opened = Tally(), list[str]()
    unpack = intake.unpack
    with pytest.MonkeyPatch.context() as patch, Store.open(folder / "claims.db") as store, Progress(0) as progress:
        patch.setattr(intake, "unpack", lambda blob, how: opened.append(blob.source) or unpack(blob, how))
        store.begin_run(run)
        way_in = Intake(store, tally, progress, folder, ReadHints(), Unpacking())
        for results in extract_batches(way_in.inputs([str(folder / "a.txt")]), workers=1, finish=Contents.of):
            way_in.take(results)
    return tally, opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("It rained in Port Marrow.")
    tally, opened = read(tmp_path)
    assert (tally.total(Fate.NEW), opened) == (1, ["a.txt"])
    return tmp_path


def test_an_unchanged_file_is_counted_and_not_looked_into(folder: Path) -> None:
    tally, opened = read(folder)
    assert (tally.total(Fate.UNCHANGED), tally.files, opened) == (1, {"text": 1}, [])


def test_other_bytes_are_looked_into(folder: Path) -> None:
    (folder / "a.txt").write_text("It snowed in Port Marrow.")
    tally, opened = read(folder)
    assert (tally.total(Fate.REVISED), opened) == (1, ["a.txt"])


def test_what_is_said_beside_it_counts(folder: Path) -> None:
    (folder / "a.meta.json").write_text('{"published": "2024-03-12"}')
    tally, opened = read(folder)
    assert (tally.total(Fate.REVISED), opened) == (1, ["a.txt"])


def test_another_version_of_the_program_looks_again_for_it_may_know_more_formats(folder: Path) -> None:
    tally, opened = read(folder, RunInfo("2", "model", "1"))
    assert (tally.total(Fate.UNCHANGED), opened) == (1, ["a.txt"])
