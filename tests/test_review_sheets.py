"""A spreadsheet's way round: out, corrected, back into the same log, row by row, stale rows refused."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.check import check
from db.connection import snapshot, transaction
from db.export.spreadsheet import COLUMNS
from db.reviews import deciding, log
from db.reviews.applying import claim_row
from db.reviews.parts import Place
from db.reviews.record import RefusedError, Seen
from db.reviews.sheets import Became, apply, find
from db.store import RunInfo, Store
from extract.model import slice_spans
from tests.records import HARBOUR, harbour
from tests.run import extract

Rows = list[dict[str, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        store.add(harbour(title="-10% for ships"))
        store.finish_run()
    return tmp_path


def exported(folder: Path) -> Rows:
    assert extract("export", "csv", "--for-review", "-o", "review.csv", cwd=folder).code == 0
    with (folder / "review.csv").open(newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def imported(folder: Path, rows: Rows, *options: str) -> tuple[int, str, str]:
    with (folder / "back.csv").open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    ran = extract("import", "back.csv", "--by", "ada", *options, cwd=folder)
    return ran.code, ran.out, ran.err


def claim(folder: Path, key: str) -> dict[str, object]:
    with snapshot(folder / "claims.db") as connection:
        return dict(claim_row(connection, key))


def test_a_table_that_was_not_changed_changes_nothing(folder: Path) -> None:
    code, out, _ = imported(folder, exported(folder))
    assert (code, "unchanged  3" in out) == (0, True)
    with snapshot(folder / "claims.db") as connection:
        assert log.latest(connection) == []


def test_decisions_and_corrections_go_into_the_same_log(folder: Path) -> None:
    rows = exported(folder)
    planned, denied, hoped = rows
    planned["status"] = "Accepted"
    denied |= {"object": "ships", "polarity": "positive", "note": "forty of them"}
    hoped |= {"status": "rejected", "reason": "wrong subject"}
    code, out, _ = imported(folder, rows)
    assert code == 0
    assert "accepted   1" in out
    row = claim(folder, denied["id"])
    assert (row["status"], row["object"], row["polarity"]) == ("edited", "ships", "positive")
    with snapshot(folder / "claims.db") as connection:
        entries = {entry.action: entry for entry in log.latest(connection)}
        assert entries["reject"].reason == "wrong subject"
        assert entries["edit"].note == "forty of them"
        assert {entry.who for entry in entries.values()} == {"ada"}
    assert check(folder / "claims.db") == []


def test_a_rehearsal_says_the_same_and_changes_nothing(folder: Path) -> None:
    rows = exported(folder)
    rows[0]["status"] = "accepted"
    code, out, _ = imported(folder, rows, "--dry-run")
    assert code == 0
    assert "accepted   1" in out
    assert "not changed" in out
    assert claim(folder, rows[0]["id"])["status"] == "unreviewed"


def test_a_row_whose_claim_changed_since_is_refused_and_the_others_go_in(folder: Path) -> None:
    rows = exported(folder)
    with transaction(folder / "claims.db") as connection:
        deciding.accept(connection, [Seen(rows[0]["id"], 0)], "ben")
    for row in rows:
        row["status"] = "rejected"
    code, out, err = imported(folder, rows)
    assert code == 1
    assert "row 2" in err
    assert "was changed by ben" in err
    assert "rejected   2" in out
    assert claim(folder, rows[0]["id"])["status"] == "accepted"


BAD = [
    ({"subject": "the moon"}, "not in the sentence"),
    ({"relation": ""}, "needs a relation"),
    ({"status": "perhaps"}, "no status"),
    ({"status": "disputed"}, "not made disputed"),
    ({"status": "rejected", "reason": "ugly"}, "no reason"),
    ({"status": "rejected", "object": "ships"}, "corrected and rejected"),
    ({"version": "one"}, "no version"),
    ({"version": "9e999"}, "no version"),
    ({"id": "c0000000000000000"}, "no claim"),
    ({"polarity": "maybe"}, "no polarity"),
    ({"valid_from": "soon"}, "not a date"),
]


@pytest.mark.parametrize(("change", "words"), BAD, ids=[next(iter(b[0])) + str(n) for n, b in enumerate(BAD)])
def test_a_row_that_cannot_be_is_refused_in_words(change: dict[str, str], words: str, folder: Path) -> None:
    rows = exported(folder)
    rows[1] |= change
    code, _, err = imported(folder, rows)
    assert code == 1
    assert "row 3" in err
    assert words in err
    assert check(folder / "claims.db") == []


def test_a_table_without_its_columns_is_refused(folder: Path) -> None:
    (folder / "other.csv").write_text("a,b\n1,2\n")
    ran = extract("import", "other.csv", cwd=folder)
    assert ran.code == 2
    assert "no column id" in ran.err
    (folder / "binary.csv").write_bytes(b"\xff\xfe\x00")
    assert extract("import", "binary.csv", cwd=folder).code == 2


def test_dangerous_cells_come_back_as_they_were(folder: Path) -> None:
    rows = exported(folder)
    assert rows[0]["title"] == "'-10% for ships"
    assert "title" in rows[0]["escaped"]
    assert list(rows[0]) == [*COLUMNS, "escaped"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the plan", ["the plan"]),
        ("  the   plan ", ["the plan"]),
        ("She plan", ["She", "plan"]),
        ("She approved if", ["She approved", "if"]),
        ("", []),
    ],
)
def test_words_are_found_together_or_one_by_one(words: str, found: list[str]) -> None:
    start = HARBOUR.index("She")
    place = Place(HARBOUR, start, len(HARBOUR) - 1)
    assert [HARBOUR[a:b] for a, b in find(place, words)] == found


@pytest.mark.parametrize("words", ["agrees the", "lan", "the the the", "She 🚢"])
def test_words_that_are_not_there_in_this_order_are_refused(words: str) -> None:
    start = HARBOUR.index("She")
    if words == "lan":
        assert find(Place(HARBOUR, start, len(HARBOUR)), words)  # together: as somebody wrote it
        return
    with pytest.raises(RefusedError, match="not in the sentence"):
        find(Place(HARBOUR, start, len(HARBOUR)), words)


@given(st.data())
def test_what_is_found_has_the_words_that_were_asked_for(data: st.DataObject) -> None:
    words = HARBOUR.split()
    low = data.draw(st.integers(0, len(words) - 1))
    asked = [w for w in words[low : low + 9] if data.draw(st.booleans())]
    try:
        spans = find(Place(HARBOUR, 0, len(HARBOUR)), " ".join(asked))
    except RefusedError:
        return
    assert slice_spans(HARBOUR, spans).split() == asked


def test_rows_without_cells_are_told(folder: Path) -> None:
    file = io.StringIO("id,version,status\nc1,0\n")
    rows: Iterator[dict[str, str]] = csv.DictReader(file, restval="")
    with transaction(folder / "claims.db") as connection:
        (outcome,) = apply(connection, rows, "ada")
    assert outcome.became is Became.REFUSED
