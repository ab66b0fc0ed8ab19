"""`extract ingest --retry-failed`: what failed is tried again, in archives too; nothing else is touched."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.run import extract

STORY = "The council approved the plan on Monday.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A good file, a broken one, and an archive with one of each."""
    (tmp_path / "good.txt").write_text(STORY)
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02" * 50)
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("one.txt", STORY.replace("council", "senate"))
        archive.writestr("two.txt", b"\x00\x01\x02" * 50)
    assert extract("ingest", "good.txt", "bad.txt", "all.zip", cwd=tmp_path).code == 0
    return tmp_path


def failures(folder: Path) -> list[str]:
    return [json.loads(line)["source"] for line in extract("failures", "--json", cwd=folder).out.splitlines()]


def test_what_failed_is_tried_again_and_only_that(folder: Path) -> None:
    assert failures(folder) == ["all.zip!/two.txt", "bad.txt"]
    (folder / "bad.txt").write_text(STORY.replace("council", "board"))
    ran = extract("ingest", "--retry-failed", cwd=folder)
    assert ran.code == 0, ran.err
    assert "1 new" in ran.out
    assert "good.txt" not in ran.out
    assert failures(folder) == ["all.zip!/two.txt"]


def test_a_file_that_fails_by_its_bytes_alone_is_tried_when_asked(folder: Path) -> None:
    before = extract("failures", "--json", cwd=folder).out
    ran = extract("ingest", "--retry-failed", "bad.txt", cwd=folder)
    assert ran.code == 3
    assert extract("failures", "--json", cwd=folder).out == before


def test_with_nothing_to_try_again_it_says_so(folder: Path) -> None:
    (folder / "bad.txt").unlink()
    (folder / "all.zip").unlink()
    ran = extract("ingest", "--retry-failed", cwd=folder)
    assert ran.code == 2
    assert "Nothing to try again" in ran.err


def test_without_a_path_and_without_failures_there_is_nothing_to_do(tmp_path: Path) -> None:
    ran = extract("ingest", cwd=tmp_path)
    assert ran.code == 2
    assert "Name what to read" in ran.err
    assert extract("ingest", "--retry-failed", cwd=tmp_path).code == 2
