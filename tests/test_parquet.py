"""`extract export parquet` holds what the JSON lines hold, in typed columns, and is written group by group."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from benchmarks.madeup import make
from db.export import export, find_formats, parquet


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("parquet") / "claims.db"
    make(path, 200)
    return path


def test_rows_are_those_of_the_json_lines(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_GROUP", 70)
    for form in ("parquet", "jsonl"):
        manifest = export(store, store.with_name(form), form=find_formats()[form], version="0")
        assert manifest.rows == 200
    file = pq.ParquetFile(store.with_name("parquet"))
    assert file.num_row_groups == 3
    assert file.schema_arrow.equals(parquet.schema())
    rows = file.read().to_pylist()
    lines = [json.loads(line) for line in store.with_name("jsonl").read_text().splitlines()]
    for row, line in zip(rows, lines, strict=True):
        assert [row["key"], row["article_key"], row["sentence_text"]] == [line["id"], line["article"], line["sentence"]]
        assert [row["subject"], row["subject_spans"]] == [line["subject"]["text"], line["subject"]["spans"]]
        assert [row[name] for name in ("qualifiers", "quantities", "statement_key", "run_key")] == [
            line[name] for name in ("qualifiers", "quantities", "statement", "run")
        ]
        chain = line["attribution"]["chain"] if line["attribution"] else []
        assert [step["source"] for step in row["attribution"] or ()] == [step["source"] for step in chain]
    assert any(row["attribution"] for row in rows)


def test_groups_leave_as_they_are_read(store: Path) -> None:
    batches = iter([[], []])
    parts = list(parquet.encode(batches))
    assert b"".join(parts)[-4:] == b"PAR1"
    assert next(batches, None) is None
