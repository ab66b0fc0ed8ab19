"""Rows of shards by article, whatever the memory: in one run or in many, with the rows of an article in their order."""

from __future__ import annotations

import random
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow.parquet import write_table

from benchmarks.madeup import extraction
from db.shard_sorting import by_article
from extract.arrow_tables import Row, rows, schemas
from extract.errors import InputError

SCHEMA = schemas()["claims"]


@pytest.fixture(scope="module")
def claims() -> list[list[Row]]:
    """The claims of twelve articles, out of order."""
    chance = random.Random(3)
    found = [rows(extraction(number, chance, 20), number % 2)["claims"] for number in range(12)]
    chance.shuffle(found)
    return found


def files(folder: Path, claims: list[list[Row]]) -> list[str]:
    """Three files of four articles each."""
    paths = []
    for start in range(0, len(claims), 4):
        held = [row for article in claims[start : start + 4] for row in article]
        paths.append(str(folder / f"{start}.parquet"))
        write_table(pa.Table.from_pylist(held, schema=SCHEMA), paths[-1])
    return paths


def opened(path: str):  # type: ignore[no-untyped-def]
    return Path(path).open("rb")


@pytest.mark.parametrize("memory", [10, 300_000, 1_000_000_000])
def test_rows_come_by_article(tmp_path: Path, claims: list[list[Row]], memory: int) -> None:
    groups = list(by_article(files(tmp_path, claims), opened, SCHEMA, memory, tmp_path / "runs"))
    found = [row for group in groups for row in group.rows.to_pylist()]
    in_order = sorted(claims, key=lambda article: (article[0]["source"], article[0]["number"]))
    assert found == pa.Table.from_pylist([row for article in in_order for row in article], schema=SCHEMA).to_pylist()
    assert all((row["source"], row["number"]) == group.place for group in groups for row in group.rows.to_pylist())


def test_no_rows(tmp_path: Path) -> None:
    write_table(SCHEMA.empty_table(), tmp_path / "none.parquet")
    assert list(by_article([str(tmp_path / "none.parquet")], opened, SCHEMA, 1_000_000, tmp_path / "runs")) == []


def test_what_is_no_shard(tmp_path: Path) -> None:
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 and nothing else")
    with pytest.raises(InputError, match="cannot be read"):
        list(by_article([str(tmp_path / "broken.parquet")], opened, SCHEMA, 1_000_000, tmp_path / "runs"))
    write_table(pa.table({"source": ["a"], "number": [0]}), tmp_path / "other.parquet")
    with pytest.raises(InputError, match="Make the shards again"):
        list(by_article([str(tmp_path / "other.parquet")], opened, SCHEMA, 1_000_000, tmp_path / "runs"))
