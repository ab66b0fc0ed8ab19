"""The page on reading names every format, field and block kind there is, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extract.model import SILENT_KINDS, BlockKind
from extract.readers import READERS
from extract.readers.containers.column_names import COMMON
from extract.readers.containers.container_registry import CONTAINERS
from extract.readers.containers.limits import Limits
from extract.readers.metadata import NAMES

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "reading.md").read_text("utf-8")


def rows(heading: str) -> dict[str, str]:
    """The table below a heading: first column to the rest of its row."""
    section = PAGE.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    cells = [line.strip("|").split("|", 1) for line in section.splitlines() if line.startswith("|")]
    return {first.strip(" `"): rest for first, rest in cells[2:]}


def test_every_format_and_ending_is_there() -> None:
    assert {name: set(re.findall(r"`(\.\w+)`", rest)) for name, rest in rows("Formats").items()} == {
        reader.name: set(reader.endings) for reader in READERS
    }


def test_every_container_column_and_limit_is_there() -> None:
    told = rows("Files that hold several articles")
    for container in CONTAINERS:
        assert set(re.findall(r"`(\.\w+)`", told[container.name])) >= set(container.endings)
    for field, names in COMMON.items():
        assert tuple(re.findall(r"`(\w+)`", told[field])) == names
    limits = {"max_bytes": "50 MB", "max_unpacked": "10 GB", "max_members": "1,000,000", "max_depth": "5"}
    assert Limits() == Limits(50_000_000, 10_000_000_000, 1_000_000, 5)
    for name, default in limits.items():
        assert told[f"--{name.replace('_', '-')}"].split("|")[0].strip() == default


def test_every_name_of_every_field_is_there() -> None:
    found = rows("What the file says about itself")
    assert {field: tuple(re.findall(r"`(\w+)`", rest)) for field, rest in found.items()} == NAMES


@pytest.mark.parametrize("kind", BlockKind)
def test_every_block_kind_is_there_and_whether_it_gives_claims(kind: BlockKind) -> None:
    claims = rows("Blocks")[kind].rstrip("| ").rsplit("|", 1)[1].strip()
    assert claims.startswith("no") == (kind in SILENT_KINDS)
