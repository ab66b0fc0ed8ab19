"""Exports: complete, in an order of their own, the same bytes for the same content (law 5)."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterable
from itertools import count, islice, permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.connection import snapshot
from db.export import (
    Dialect,
    Filters,
    Manifest,
    csv_tables,
    export_attributions,
    export_csv,
    export_jsonl,
    export_text,
    queries,
)
from db.store import RunInfo, Store
from extract import errors, fields
from extract.contract import records, reports
from extract.model import slice_spans
from tests.conftest import ROOT
from tests.manifests import verify
from tests.records import HARBOUR, article, claim, extraction, harbour

RUN = RunInfo("1.0", "model", "3.8.0", '{"a": 1}')
EVERYTHING = Filters()
FORMULAS = ["=1+1", "+44 20", "-5 degrees", "@ostrand", "\tx", "＝1", "＋1", "－1", "＠a"]


def dated(source: str, published: str | None, confidence: float = 0.5) -> object:
    text = f"The mill of {source} closed."
    return extraction(
        article(text, source, published=published), [claim(text, "mill", "closed", confidence=confidence)]
    )


def fill(path: Path, extractions) -> Path:
    with Store.open(path) as store:
        store.begin_run(RUN)
        for one in extractions:
            store.add(one)
        store.finish_run()
    return path


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return fill(tmp_path / "claims.db", [harbour(), dated("a", "2020"), dated("b", "2021-05", 0.9), dated("c", None)])


def lines(store: Path, filters: Filters = EVERYTHING) -> list[dict]:
    out = store.with_suffix(".jsonl")
    export_jsonl(store, out, filters, version="1.0")
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def csv_bytes(store: Path, dialect: Dialect = Dialect.MACHINE, filters: Filters = EVERYTHING) -> bytes:
    out = store.with_suffix(".csv")
    export_csv(store, out, filters, dialect, version="1.0")
    return out.read_bytes()


CONTRACT = {
    "id", "article", "source", "published", "sentence", "sentence_start", "sentence_end", "subject", "relation",
    "object", "qualifiers", "polarity", "modality", "factuality", "attribution", "valid_time", "rule", "confidence",
    "status", "statement", "run", "block",
}  # fmt: skip


def read(file: Iterable[str]) -> list[dict[str, str]]:
    """The rows of a table as they were before any escape."""
    return [csv_tables.unescaped(row) for row in csv.DictReader(file)]


def test_every_line_has_every_key_of_the_contract(store: Path) -> None:
    for line in lines(store):
        assert set(line) >= CONTRACT
        said = {"lemma", "normal"}
        assert set(line["subject"]) == {
            "text", "spans", "head", "head_spans", "full", "full_spans", "name_type", "resolved",
            "resolved_spans", "entity", *said,
        }  # fmt: skip
        assert set(line["relation"]) == {"text", "spans", "lemma", "normal"}


def test_a_claim_is_exported_as_it_was_extracted(store: Path) -> None:
    (line,) = (line for line in lines(store) if line["relation"]["text"] == "did not lose")
    assert line["subject"]["full"] == "The port of Vessna"
    assert line["object"]["text"] == "about 40 ships"
    assert [(q["role"], q["text"], q["value"]) for q in line["qualifiers"]] == [("time", "in March 2021", "2021-03")]
    assert (line["polarity"], line["factuality"], line["confidence"]) == ("negative", "CT-", 0.75)
    assert line["attribution"]["source"]["text"] == "Radio Ostrand", "the outermost source"
    assert [step["source"]["text"] for step in line["attribution"]["chain"]] == ["Radio Ostrand", "the mayor"]
    assert line["attribution"]["chain"][1]["resolved"] == "Ada Lind"
    assert line["attribution"]["cue"] is None
    assert line["valid_time"]["earliest"] == "2021-03-01"
    assert line["quantities"] == [
        {
            "text": "about 40",
            "spans": line["quantities"][0]["spans"],
            "low": 40,
            "high": 40,
            "unit": "ships",
            "approximate": True,
        }
    ]
    assert line["sentence"] == HARBOUR[line["sentence_start"] : line["sentence_end"]]
    assert line["run"] == RUN.key


def test_entities_are_told_by_key_name_and_type(store: Path) -> None:
    found = lines(store)
    named = [line[side]["entity"] for line in found for side in ("subject", "object") if line[side]]
    named += [line["attribution_entity"] for line in found]
    assert any(named)
    with snapshot(store) as connection:
        known = {(key, kind) for key, kind in connection.execute("SELECT key, type FROM entities WHERE canonical = id")}
    assert {(entity["id"], entity["type"]) for entity in named if entity} <= known
    assert {line["subject"]["entity"]["name"] for line in found if line["subject"]["text"] == "Vessna"} == {"Vessna"}


def test_a_line_is_the_record_that_show_prints(tmp_path: Path) -> None:
    """Two modules write the contract, with and without a database; they must not drift apart."""
    found = harbour()
    ours = lines(fill(tmp_path / "claims.db", [found]))
    assert_same(ours, records(found))


def test_a_line_of_an_attribution_is_the_record_of_its_report(tmp_path: Path) -> None:
    found = harbour()
    ours = reported(fill(tmp_path / "claims.db", [found]))
    assert_same(ours, reports(found))
    assert [line["content"]["text"] for line in ours] == ["the mayor told", "The port ships", "the council agrees"]


def assert_same(ours: list[dict], records: list[dict]) -> None:
    """The same keys in the same order, and the same values but for what only a database knows."""
    theirs = json.loads(json.dumps(records))
    assert [list(line) for line in ours] == [list(line) for line in theirs]
    stored = {"id", "article", "status", "statement", "run", "revision", "copy_cluster"}
    stored |= {"attribution_entity"}
    for line in (*ours, *theirs):
        for side in ("subject", "object"):
            if line.get(side):
                del line[side]["entity"]
    for our, their in zip(ours, theirs, strict=True):
        assert {k: v for k, v in our.items() if k not in stored} == {k: v for k, v in their.items() if k not in stored}


def reported(store: Path, filters: Filters = EVERYTHING) -> list[dict]:
    out = store.with_suffix(".attributions")
    manifest = export_attributions(store, out, filters, version="1.0")
    found = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert manifest.rows == len(found)
    assert verify(out) == []
    return found


def test_attributions_of_replaced_revisions_are_left_out_unless_asked_for(tmp_path: Path) -> None:
    path = fill(tmp_path / "claims.db", [harbour(), harbour(text=HARBOUR + "It rained.\n"), dated("a", None)])
    assert {line["revision"] for line in reported(path)} == {2}
    assert {line["revision"] for line in reported(path, Filters(revisions=True))} == {1, 2}
    assert reported(path, Filters(articles=("a",))) == []


def test_what_is_not_there_is_null(store: Path) -> None:
    line = lines(store, Filters(articles=("a",)))[0]
    empty = ("object", "attribution", "valid_time", "condition", "place", "outlet", "url")
    assert [line[name] for name in empty] == [None] * len(empty)
    assert line["qualifiers"] == []


def test_spans_of_a_line_select_its_words_in_the_exported_text(store: Path, tmp_path: Path) -> None:
    for line in lines(store):
        export_text(store, line["article"], tmp_path / "text")
        text = (tmp_path / "text").read_bytes().decode()
        slots = [line["subject"], line["relation"], *line["qualifiers"], *line["quantities"]]
        slots += [slot for slot in (line["object"], line["condition"], line["place"]) if slot]
        slots += [{"text": line["subject"]["full"], "spans": line["subject"]["full_spans"]}]
        for step in (line["attribution"] or {"chain": []})["chain"]:
            slots += [slot for slot in (step["source"], step["cue"]) if slot]
        assert [slice_spans(text, tuple(map(tuple, slot["spans"]))) for slot in slots] == [
            slot["text"] for slot in slots
        ]


@pytest.mark.parametrize("name", ["1", "harbour.txt", "news/2021/mill.txt", "mill.txt"])
def test_an_articles_text_is_exported_to_the_byte(tmp_path: Path, name: str) -> None:
    mill = "  The mill closed.\n\nNaïve 🚢 \u2028 end "
    store = fill(tmp_path / "claims.db", [harbour(), extraction(article(mill, "news/2021/mill.txt"))])
    export_text(store, name, tmp_path / "text")
    assert (tmp_path / "text").read_bytes() == (mill if "mill" in name else HARBOUR).encode()


UNKNOWN = [("nowhere.txt", "There is no article"), ("99", "There is no article"), ("x.txt", "2 articles are called")]


@pytest.mark.parametrize(("name", "words"), UNKNOWN)
def test_an_article_that_is_not_there_or_not_clear_is_an_error(tmp_path: Path, name: str, words: str) -> None:
    store = fill(tmp_path / "claims.db", [harbour("a/x.txt"), harbour("b/x.txt")])
    with pytest.raises(errors.InputError, match=words):
        export_text(store, name, tmp_path / "text")
    assert not (tmp_path / "text").exists()
    with pytest.raises(errors.InputError, match=words):
        export_jsonl(store, tmp_path / "out", Filters(articles=(name,)), version="1.0")
    assert not (tmp_path / "out").exists()


def test_any_order_of_ingest_gives_the_same_bytes(tmp_path: Path) -> None:
    made = [harbour(), dated("b", "2021"), dated("a", None)]
    exports = {
        (csv_bytes(store, Dialect.PEOPLE), csv_bytes(store), store.with_suffix(".jsonl").read_bytes())
        for number, order in enumerate(permutations(made))
        for store in [fill(tmp_path / f"{number}.db", order)]
        if lines(store)
    }
    assert len(exports) == 1


def test_several_databases_of_parts_hold_the_lines_of_one_of_all(tmp_path: Path) -> None:
    made = [harbour(), dated("b", "2021"), dated("a", None)]
    parts = [line for n, one in enumerate(made) for line in lines(fill(tmp_path / f"{n}.db", [one]))]
    whole = lines(fill(tmp_path / "all.db", made))
    for line in whole:  # which claims are about one event is known from all of them
        line["event"] = None
    assert sorted(parts, key=json.dumps) == sorted(whole, key=json.dumps)


FILTERS = [
    (Filters(), {"a", "b", "c", "harbour.txt"}),
    (Filters(status=("unreviewed",)), {"a", "b", "c", "harbour.txt"}),
    (Filters(status=("accepted", "edited")), set()),
    (Filters(articles=("a", "c")), {"a", "c"}),
    (Filters(since="2021"), {"b", "harbour.txt"}),
    (Filters(since="2021-05-02"), {"b"}),
    (Filters(since="2021-06"), set()),
    (Filters(until="2020-06-30"), {"a"}),
    (Filters(until="2021-04-02"), {"a", "harbour.txt"}),
    (Filters(until="2021-04-01"), {"a"}),
    (Filters(since="2020-03", until="2021"), {"a", "b", "harbour.txt"}),
    (Filters(confidence=0.9), {"b"}),
    (Filters(confidence=0.6), {"b", "harbour.txt"}),
    (Filters(asserted=True), {"a", "b", "c"}),
    (Filters(asserted=True, until="2020"), {"a"}),
]


@pytest.mark.parametrize(("filters", "sources"), FILTERS, ids=[str(f.given()) for f, _ in FILTERS])
def test_filters_leave_what_they_say(store: Path, filters: Filters, sources: set[str]) -> None:
    assert {line["source"] for line in lines(store, filters)} == sources


@pytest.mark.parametrize(
    "wrong",
    [{"since": "last week"}, {"until": "2021-5"}, {"since": "2021-13"}, {"new": "yesterday"}, {"confidence": 90}],
)
def test_filters_that_make_no_sense_are_refused(wrong: dict) -> None:
    with pytest.raises(errors.UsageError):
        Filters(**wrong)


def test_replaced_revisions_are_left_out_unless_asked_for(tmp_path: Path) -> None:
    texts = ("The mill closed.", "The mill closed again.")
    made = [extraction(article(text, "m.txt"), [claim(text, "mill", "closed")]) for text in texts]
    store = fill(tmp_path / "claims.db", made)
    assert [line["revision"] for line in lines(store)] == [2]
    old, new = lines(store, Filters(revisions=True))
    assert [old["revision"], new["revision"]] == [1, 2]
    assert lines(store, Filters(articles=(old["article"],))) == [old], "a key names a revision"
    assert lines(store, Filters(articles=("m.txt",))) == [new], "a source names its current one"


def test_the_manifest_describes_the_file(store: Path) -> None:
    out = store.with_suffix(".csv")
    made = export_csv(store, out, Filters(since="2021"), version="1.0")
    assert Manifest.read(out) == made
    assert (made.rows, made.filters, made.version, made.format) == (4, {"since": "2021"}, "1.0", "csv (people)")
    assert verify(out) == []


SPOILT = [
    (lambda data: data[: len(data) // 2], {"rows", "bytes", "sha256"}),
    (lambda data: data.replace(b"mill", b"MILL"), {"sha256"}),
    (lambda data: data + data[-1:], {"bytes", "sha256"}),
]


@pytest.mark.parametrize(("spoil", "differs"), SPOILT)
@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_file_that_differs_from_its_manifest_is_told(store: Path, form: str, spoil, differs: set[str]) -> None:
    out = store.with_suffix(f".{form}")
    (export_csv if form == "csv" else export_jsonl)(store, out, version="1.0")
    out.write_bytes(spoil(out.read_bytes()))
    assert {line.split()[0] for line in verify(out)} >= differs - {"rows"}
    assert verify(out)


@pytest.mark.parametrize("export", [export_csv, export_jsonl])
def test_a_row_that_gets_lost_ends_the_export(store: Path, export, monkeypatch: pytest.MonkeyPatch) -> None:
    by_column = queries.by_column
    monkeypatch.setattr(queries, "by_column", lambda *given: islice(by_column(*given), 1, None))
    with pytest.raises(errors.DatabaseError, match="Only 5 of 6 claims"):
        export(store, store.with_name("out"), version="1.0")
    assert sorted(entry.name for entry in store.parent.iterdir()) == ["claims.db"]


def test_more_claims_than_are_read_at_a_time_are_all_exported(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = lines(store)
    monkeypatch.setattr(queries, "BATCH", 2)
    assert lines(store) == whole
    assert len(whole) == 6


def odd(words: str) -> object:
    """A claim about `words`, whatever they are."""
    text = f"{words} closed."
    return extraction(article(text, words), [claim(text, words, "closed")])


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_for_people_is_a_formula(tmp_path: Path, words: str) -> None:
    data = csv_bytes(fill(tmp_path / "claims.db", [odd(words)]), Dialect.PEOPLE)
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert row["subject"] == f"'{words}"
    assert row["escaped"].split() == ["subject", "sentence", "source", "subject_full", "subject_head"]
    assert not [cell for cell in row.values() if cell.startswith(tuple("=+-@\t\r\n＝＋－＠"))]


def test_the_dialect_for_people_is_what_spreadsheets_read_well(store: Path) -> None:
    data = csv_bytes(store, Dialect.PEOPLE)
    assert data.startswith(b'\xef\xbb\xbf"id","subject"')
    assert data.count(b"\r\n") == data.count(b"\n") == 7
    rows = data.decode("utf-8-sig").split("\r\n")[:-1]
    assert all(row.startswith('"') and row.endswith('"') for row in rows)
    assert all(row[1] == "c" for row in rows[1:]), "a claim's id is never a number"


def test_the_dialect_for_machines_changes_nothing(tmp_path: Path) -> None:
    data = csv_bytes(fill(tmp_path / "claims.db", [odd("=1+1"), odd("'quoted'"), odd('"a", b')]))
    assert data.startswith(b'"id","subject",')
    assert b"\r" not in data
    subjects = [row["subject"] for row in csv.DictReader(io.StringIO(data.decode(), newline=""))]
    assert subjects == ['"a", b', "'quoted'", "=1+1"]


cells = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=8)
rows = st.lists(
    st.one_of(cells, st.sampled_from([*FORMULAS, "'", "''=1", "'=1", "\r\n"])),
    min_size=len(csv_tables.COLUMNS),
    max_size=len(csv_tables.COLUMNS),
)


@given(rows, st.sampled_from(Dialect))
def test_reading_a_file_gives_every_cell_back(row: list[str], dialect: Dialect) -> None:
    written = csv_tables._encode(
        [csv_tables._escaped(csv_tables.COLUMNS, [*row]) if dialect is Dialect.PEOPLE else row], dialect
    )
    file = io.StringIO((csv_tables.header(dialect) + written).decode("utf-8-sig"), newline="")
    (found,) = read(file)
    assert list(found.values()) == row


def test_both_dialects_hold_the_same_table(store: Path) -> None:
    people, machine = (csv_bytes(store, dialect) for dialect in Dialect)
    both = [read(io.StringIO(data.decode("utf-8-sig"), newline="")) for data in (people, machine)]
    assert both[0] == both[1]
    assert [row["id"] for row in both[0]] == [line["id"] for line in lines(store)]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20))
def test_a_line_is_one_line_to_any_reader(words: str) -> None:
    from db.export import jsonlines

    row = dict.fromkeys(fields.names(fields.FIELDS)) | {"source": words, "subject": words}
    line = jsonlines.line(queries.Exported(row, (), ()))
    assert len(line.splitlines()) == 1
    assert json.loads(line)["source"] == words


def test_a_line_separator_in_a_name_does_not_split_the_line(tmp_path: Path) -> None:
    store = fill(tmp_path / "claims.db", [odd("a\u2028b")])
    assert [line["source"] for line in lines(store)] == ["a\u2028b"]


def test_an_export_is_of_one_moment(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parts, numbers = queries._parts, count()

    def meanwhile(*given):
        fill(store, [dated(f"late{next(numbers)}", None)])
        return parts(*given)

    monkeypatch.setattr(queries, "BATCH", 2)
    monkeypatch.setattr(queries, "_parts", meanwhile)
    assert {line["source"] for line in lines(store)} == {"a", "b", "c", "harbour.txt"}


def test_an_export_that_is_killed_leaves_what_was_there(store: Path) -> None:
    out = store.with_suffix(".csv")
    out.write_text("the export of last week")
    script = """
import os, sys; sys.path.insert(0, sys.argv[1])
from db import export
from pathlib import Path
export.queries._parts = lambda *given: os.kill(os.getpid(), 9)
export.export_csv(Path(sys.argv[2]), Path(sys.argv[3]), version="1.0")
"""
    assert subprocess.run([sys.executable, "-c", script, ROOT, store, out]).returncode == -9
    assert out.read_text() == "the export of last week"
    before = {entry.name for entry in store.parent.iterdir()}
    assert before - {"claims.db", "claims.csv", "claims.db-wal", "claims.db-shm"} == {
        name for name in before if name.startswith(".claims.csv.") and name.endswith(".part")
    }


def test_an_export_keeps_the_permissions_and_the_link_it_replaces(store: Path, tmp_path: Path) -> None:
    target, link = tmp_path / "target.csv", tmp_path / "link.csv"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    export_csv(store, link, version="1.0")
    assert link.is_symlink()
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_permissions_of_any_new_file(store: Path, tmp_path: Path) -> None:
    export_csv(store, tmp_path / "new.csv", version="1.0")
    (tmp_path / "plain").touch()
    assert (tmp_path / "new.csv").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_an_export_can_go_to_a_pipe(store: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    received: list[bytes] = []
    reader = threading.Thread(target=lambda: received.append(pipe.read_bytes()))
    reader.start()
    export_text(store, "harbour.txt", pipe)
    reader.join(timeout=10)
    assert received == [HARBOUR.encode()]


def test_an_export_can_go_to_standard_output(store: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    made = export_jsonl(store, None, version="1.0")
    assert made.file is None
    assert len(capfdbinary.readouterr().out.splitlines()) == made.rows == 6
    assert [entry.name for entry in store.parent.iterdir()] == ["claims.db"], "no manifest without a file"


UNWRITABLE = [
    ("no/folder/out.csv", errors.MissingPathError),
    ("folder", errors.InputError),
    ("claims.db/out", errors.InputError),
]


@pytest.mark.parametrize(("name", "error"), UNWRITABLE)
def test_a_place_that_cannot_be_written_to_is_named(store: Path, name: str, error: type[Exception]) -> None:
    (store.parent / "folder").mkdir()
    with pytest.raises(error, match=name.split("/")[-1]):
        export_csv(store, store.parent / name, version="1.0")


def test_a_full_disk_leaves_no_half_export(store: Path) -> None:
    with pytest.raises(errors.FullDiskError, match="Make room"):
        export_csv(store, Path("/dev/full"), version="1.0")


def test_a_cell_is_never_empty_where_a_claim_has_words(store: Path) -> None:
    row = next(row for row in _rows(store) if row["relation"] == "did not lose")
    unfilled = {name for name, cell in row.items() if cell == ""}
    undecided = {"reviewer", "reviewed", "reason"}
    unnamed = {"subject_name", "object_name"}
    assert unfilled - undecided - unnamed == {
        "url",
        "condition",
        "subject_resolved",
        "object_resolved",
        "object_entity",
        "condition_spans",
        "event",
    }
    assert row["qualifiers"] == "time: in March 2021"
    assert row["attributed_to"] == "Ada Lind"


def _rows(store: Path) -> list[dict[str, str]]:
    return read(io.StringIO(csv_bytes(store, Dialect.PEOPLE).decode("utf-8-sig"), newline=""))
