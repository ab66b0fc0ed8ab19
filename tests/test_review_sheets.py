"""A spreadsheet's way round: out, corrected, back into the same log, row by row, stale rows refused."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.check import check
from db.connection import snapshot, transaction
from db.export.spreadsheet import COLUMNS
from db.reviews import deciding, log, sheets
from db.reviews.applying import claim_row
from db.reviews.decisions import RefusedError, Seen
from db.reviews.sheets import find
from db.reviews.span_checks import Place
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


def test_a_row_with_a_note_alone_is_told_and_noted_once(folder: Path) -> None:
    rows = exported(folder)
    rows[0]["note"] = " which harbour? "
    for options, counted in ((("--dry-run",), "noted      1"), ((), "noted      1"), ((), "unchanged  3")):
        code, out, _ = imported(folder, rows, *options)
        assert code == 0
        assert counted in out
    with snapshot(folder / "claims.db") as connection:
        assert [(entry.action, entry.note) for entry in log.latest(connection)] == [("note", "which harbour?")]


def test_a_note_beside_a_decision_is_there_once_whoever_decided(folder: Path) -> None:
    rows = exported(folder)
    rows[0] |= {"status": "accepted", "note": "as the mayor says"}
    with transaction(folder / "claims.db") as connection:
        deciding.accept(connection, [Seen(rows[0]["id"], 0)], "ben")
    assert "noted      1" in imported(folder, rows)[1]
    assert "unchanged  3" in imported(folder, rows)[1]
    rows[1] |= {"status": "rejected", "note": "no plan"}
    assert "rejected   1" in imported(folder, rows)[1]
    assert "unchanged  3" in imported(folder, rows)[1]


def test_a_note_that_was_taken_back_may_be_written_again(folder: Path) -> None:
    rows = exported(folder)
    rows[0]["note"] = "which harbour?"
    imported(folder, rows)
    with transaction(folder / "claims.db") as connection:
        deciding.undo(connection, 1, "ada")
    assert "noted      1" in imported(folder, rows)[1]


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
    ({"status": "perhaps"}, "Unknown status"),
    ({"status": "disputed"}, "cannot be set to disputed"),
    ({"status": "rejected", "reason": "ugly"}, "Unknown reason"),
    ({"status": "rejected", "object": "ships"}, "corrected and rejected"),
    ({"version": "one"}, "not a version"),
    ({"version": "9e999"}, "not a version"),
    ({"id": "c0000000000000000"}, "No claim has the ID"),
    ({"polarity": "maybe"}, "Unknown polarity"),
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
    assert "no column 'id'" in ran.err
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


@pytest.mark.parametrize(
    ("text", "words", "at"),
    [
        ("The dam, he said.", "he", 9),  # not that of "The"
        ("In Ostrand's harbour", "Ostrand", 3),
        ("東京の市長は開いた。", "市長", 3),
        ("a well-known dam", "known", 7),
    ],
)
def test_whole_words_are_found(text: str, words: str, at: int) -> None:
    assert find(Place(text, 0, len(text)), words) == ((at, at + len(words)),)


@pytest.mark.parametrize("words", ["agrees the", "lan", "he", "the the the", "She 🚢"])
def test_words_that_are_not_there_in_this_order_are_refused(words: str) -> None:
    start = HARBOUR.index("She")
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


def saved(rows: Rows, *, separator: str = ",", end: str = "\r\n") -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=separator, lineterminator=end)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def brought(folder: Path, data: bytes, *options: str) -> tuple[int, str, str]:
    (folder / "back.csv").write_bytes(data)
    ran = extract("import", "back.csv", "--by", "ada", *options, cwd=folder)
    return ran.code, ran.out, ran.err


SAVED = {
    "semicolons in Windows-1252": lambda rows: saved(rows, separator=";").replace("🚢", "?").encode("cp1252"),
    "tabs in UTF-16": lambda rows: saved(rows, separator="\t").encode("utf-16"),
    "UTF-16 without a mark": lambda rows: saved(rows).encode("utf-16-le"),
    "lone carriage returns": lambda rows: saved(rows, end="\r").encode("utf-8-sig"),
    "lone line feeds": lambda rows: saved(rows, end="\n").encode(),
    "Excel's hint": lambda rows: b"sep=;\r\n" + saved(rows, separator=";").encode(),
    "empty rows and columns": lambda rows: (saved(rows).replace("\r\n", ",,\r\n") + ",,,,\r\n" * 3 + "\r\n").encode(),
    "columns in another order": lambda rows: saved([dict(reversed(row.items())) for row in rows]).encode(),
    "headings in capitals": lambda rows: saved([{f" {n.upper()} ": v for n, v in r.items()} for r in rows]).encode(),
    "few columns": lambda rows: saved([{n: r[n] for n in ("status", "id", "version")} for r in rows]).encode(),
    "sorted": lambda rows: saved(sorted(rows, key=lambda row: row["sentence"], reverse=True)).encode(),
    "a row twice": lambda rows: saved([*rows, rows[0]]).encode(),
}


@pytest.mark.parametrize("way", SAVED)
def test_however_it_was_saved_it_comes_back(folder: Path, way: str) -> None:
    rows = exported(folder)
    rows[0]["status"] = "accepted"
    code, out, err = brought(folder, SAVED[way](rows))
    assert (code, "accepted   1" in out, "refused    0" in out) == (0, True, True), err
    assert claim(folder, rows[0]["id"])["status"] == "accepted"
    assert check(folder / "claims.db") == []


def test_the_same_table_again_changes_nothing(folder: Path) -> None:
    rows = exported(folder)
    rows[0]["status"] = "accepted"
    rows[1] |= {"object": "ships", "note": "forty of them"}
    rows[2] |= {"status": "rejected", "reason": "wrong subject"}
    assert imported(folder, rows)[0] == 0
    with snapshot(folder / "claims.db") as connection:
        before = log.latest(connection)
    code, out, err = imported(folder, rows)
    assert (code, "unchanged  3" in out) == (0, True), err
    with snapshot(folder / "claims.db") as connection:
        assert log.latest(connection) == before


def test_two_rows_that_say_different_things_of_one_claim_are_told(folder: Path) -> None:
    rows = exported(folder)
    code, out, err = imported(folder, [{**rows[0], "status": "accepted"}, {**rows[0], "status": "rejected"}, *rows[1:]])
    assert code == 1
    assert "row 3" in err
    assert "Row 2 of this table has a different decision" in err
    assert "different in another row" in out
    assert claim(folder, rows[0]["id"])["status"] == "accepted"


@pytest.mark.parametrize(
    ("cell", "words"),
    [("FALSE", "false"), ("7", "007"), ("1000", "1,000"), ("3/12/2024", "2024-03-12"), ("12.03.24", "2024-03-12"),
     ("Mar-24", "2024-03"), ("'-10%", "-10%"), ("2.5", "2.50")],
)  # fmt: skip
def test_what_a_spreadsheet_makes_of_a_cell_is_no_change(cell: str, words: str) -> None:
    assert sheets._same(cell, words)
    assert not sheets._same(f"{cell} ships", words)


def test_refused_rows_go_into_a_table_to_mend(folder: Path) -> None:
    rows = exported(folder)
    rows[0]["status"] = "perhaps"
    rows[1] |= {"id": "c0000000000000000", "status": "accepted"}
    rows[2]["status"] = "accepted"
    code, out, _ = imported(folder, rows, "--refused", "bad.csv")
    assert code == 1
    assert "no such claim" in out
    with (folder / "bad.csv").open(newline="", encoding="utf-8-sig") as file:
        bad = list(csv.DictReader(file))
    assert [row["id"] for row in bad] == [rows[0]["id"], "c0000000000000000"]
    assert "Unknown status" in bad[0]["why"]
    assert bad[0]["title"] == "'-10% for ships"
    bad[0]["status"] = "accepted"
    assert imported(folder, bad[:1])[0] == 0
    assert claim(folder, rows[0]["id"])["status"] == "accepted"


BROKEN = {
    "a workbook": (b"PK\x03\x04" + bytes(100), "a workbook, not CSV. Save it as CSV"),
    "bytes": (bytes(range(256)) * 9, "binary data"),
    "nothing": (b"", "no column 'id'"),
    "another table": (b"a;b\r\n1;2\r\n", "no column 'id' and no column 'version'"),
    "spaces between": (b"id version status\r\nc1 0 accepted\r\n", "cannot be split into columns"),
    "a column twice": (b"id,version,status,id\r\nc1,0,accepted,c1\r\n", "Remove one of them"),
    "ten megabytes in a cell": (b"id,version,status\r\nc1,0," + b"x" * 10_000_000, "cannot be read at line 2"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_is_no_table_is_refused_in_words(folder: Path, kind: str) -> None:
    data, words = BROKEN[kind]
    code, _, err = brought(folder, data)
    assert code == 2
    assert words in err
    assert "Traceback" not in err


def test_a_quotation_mark_that_is_not_closed_refuses_the_whole_table(folder: Path) -> None:
    rows = exported(folder)
    for row in rows:
        row["status"] = "accepted"
    broken = saved(rows).replace(rows[1]["id"], f'"{rows[1]["id"]}')
    code, _, err = brought(folder, broken.encode())
    assert code == 2
    assert "Check whether each quotation mark is closed. Nothing was changed" in err
    assert {claim(folder, row["id"])["status"] for row in rows} == {"unreviewed"}


def test_strange_cells_are_told_row_by_row(folder: Path) -> None:
    rows = exported(folder)
    rows[0] |= {"status": "accepted", "note": "a\0b"}
    rows[1]["object"] = "=1+1"
    rows[2]["status"] = "9" * 5000
    text = saved(rows) + "c1,0\r\n" + ",".join("x" * 30) + "\r\n"
    code, out, err = brought(folder, text.encode())
    assert code == 1
    assert "accepted   1" in out
    assert [line.split(" (")[0] for line in err.splitlines()] == ["row 3", "row 4", "row 5", "row 6"]
    assert max(map(len, err.splitlines())) < 300
    with snapshot(folder / "claims.db") as connection:
        assert [entry.note for entry in log.latest(connection)] == ["ab"]


def test_a_table_of_another_database_is_refused_row_by_row(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    with Store.open(other / "claims.db") as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        store.add(harbour(text=HARBOUR + "It rained.\n"))
    rows = [{**row, "status": "accepted"} for row in exported(other)]
    code, out, _ = imported(folder, rows)
    assert (code, "no such claim" in out) == (1, True)


def test_many_rows_go_in_some_at_a_time_and_a_rehearsal_says_the_same(folder: Path) -> None:
    with Store.open(folder / "claims.db") as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        for number in range(150):
            store.add(harbour(f"{number}.txt", HARBOUR + f"It rained {number} times.\n"))
    rows = [{**row, "status": "accepted"} for row in exported(folder)]
    rows = [*rows, {**rows[0], "status": "rejected"}]
    said = imported(folder, rows, "--dry-run")
    assert said[1].replace("database   not changed (--dry-run)\n", "") == imported(folder, rows)[1]
    assert "accepted   453" in said[1]
    assert "1 different in another row" in said[1]
    assert check(folder / "claims.db") == []


def test_thousands_of_refused_rows_do_not_take_the_screen(folder: Path) -> None:
    rows = [{"id": f"c{n:016}", "version": "0", "status": "accepted"} for n in range(3000)]
    code, out, err = brought(folder, saved(rows).encode())
    assert code == 1
    assert "refused    3,000" in out
    assert len(err.splitlines()) == 101
