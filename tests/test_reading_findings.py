"""What a database shows of contradictions goes out as a sheet, and verdicts come back to stay, without a word of the
text."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import reading_findings
from db.connection import snapshot
from db.store import RunInfo, Store
from extract.errors import UsageError
from extract.extractor import Extractor, plain_article

DAY = "2024-03-12"
ARTICLES = {
    "gazette": "Ada Brook owns the Halvik Mill. The mill stands in Farrow.",
    "herald": "Ada Brook does not own the Halvik Mill. The council of Farrow said so.",
}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("findings") / "claims.db"
    made = [replace(plain_article(text, DAY), source=name) for name, text in ARTICLES.items()]
    with Store.open(path) as store:
        store.begin_run(RunInfo("1", "m", "3"))
        for extraction in Extractor().extract_all(made):
            store.add(extraction)
    return path


def test_verdicts_are_kept_without_text_and_counted(path: Path, tmp_path: Path) -> None:
    sheet, answers, kept = tmp_path / "sheet.txt", tmp_path / "a.txt", tmp_path / "findings.jsonl"
    with snapshot(path) as connection:
        (finding,) = reading_findings.found(connection)
        assert reading_findings.write_sheet(connection, sheet, kept) == 1
        assert "Ada Brook does not own the Halvik Mill." in sheet.read_text()
        assert "contradictions right: 0 of 0 (1 not read)" in reading_findings.shown(connection, kept)
        answers.write_text(f"{finding.id} right both of one day\n")
        assert reading_findings.store(sheet, answers, "mills", kept) == 1
        assert "contradictions right: 1 of 1 (0 not read)" in reading_findings.shown(connection, kept)
        assert reading_findings.write_sheet(connection, sheet, kept) == 0, "all is read"
    assert "Halvik" not in kept.read_text()
    assert "| mills | contradictions | negation | 1 | 1 |" in reading_findings.table(kept)


def test_what_was_read_as_one_is_looked_for(path: Path, tmp_path: Path) -> None:
    kept = tmp_path / "joined.jsonl"
    with snapshot(path) as connection:
        (finding,) = reading_findings.found(connection)
        rows = [
            {"set": "mills", "table": "statements", "places": places, "verdicts": {"a": "right", "b": verdict}}
            for places, verdict in (([finding.left], "right"), ([finding.left, ("0" * 64, 0, 1)], "right"))
        ]
        kept.write_text("".join(json.dumps(row) + "\n" for row in rows))
        assert list(reading_findings.still_joined(connection, kept)) == ["statements that are right: 1 of 1 joined"]
    assert "| mills | statements | b | 2 | 2 |" in reading_findings.joined_table(kept)


def test_what_is_no_verdict_is_refused(path: Path, tmp_path: Path) -> None:
    sheet, answers, kept = tmp_path / "sheet.txt", tmp_path / "a.txt", tmp_path / "findings.jsonl"
    with snapshot(path) as connection:
        reading_findings.write_sheet(connection, sheet, kept)
    answers.write_text("00000000 right\n")
    with pytest.raises(UsageError, match="no verdict"):
        reading_findings.store(sheet, answers, "mills", kept)
