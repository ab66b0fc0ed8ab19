"""Fields are declared once: what follows from the declaration, and who may write the rows of claims."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields as attributes
from dataclasses import is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from db import claims
from db.connection import reader
from db.reviews.decisions import Correction
from db.sqlite import Connection
from db.store import RunInfo, Store
from extract import contract, fields
from extract.declaration import Kind
from extract.model import Argument, Claim, Relation, Slot, ValidTime
from tests.conftest import ROOT
from tests.records import harbour

COLUMNS = {field.name: field for field in fields.of("claims")}
PARTS: dict[str, Any] = {
    "subject": Argument, "object": Argument, "relation": Relation, "condition": Slot, "place": Slot,
    "valid_time": ValidTime,
}  # fmt: skip
#: What of a claim is no column of its row: its place, and lists with rows of their own.
ELSEWHERE = {"sentence", "qualifiers", "quantities", "features", "predicate"}


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        store.add(harbour())
    with closing(reader(tmp_path / "claims.db")) as opened:
        yield opened


def test_the_columns_of_claims_are_the_declared_ones(connection: Connection) -> None:
    found = {row[1]: row for row in connection.execute("PRAGMA table_xinfo(claims)")}
    assert set(found) == set(COLUMNS)
    for name, field in COLUMNS.items():
        assert found[name][2] == field.storage, name
        assert bool(found[name][3]) == field.required or name == "id", name


def test_what_is_looked_up_by_has_an_index(connection: Connection) -> None:
    indexed = {
        connection.execute(f'PRAGMA index_info("{row[1]}")').fetchone()[2]
        for row in connection.execute("PRAGMA index_list(claims)").fetchall()
    }
    assert {field.name for field in COLUMNS.values() if field.indexed or field.facet} <= indexed


def test_what_is_searched_is_in_the_full_text_index(connection: Connection) -> None:
    found = {row[1] for row in connection.execute("PRAGMA table_info(claims_fts)")}
    assert found == {field.name for field in COLUMNS.values() if field.searchable}


def test_every_attribute_of_a_claim_is_a_field() -> None:
    paths = {field.path for field in COLUMNS.values()}
    for one in attributes(Claim):
        if one.name in ELSEWHERE:
            continue
        inner = attributes(PARTS[one.name]) if one.name in PARTS else ()
        assert {f"{one.name}.{part.name}" for part in inner} <= paths
        assert inner or one.name in paths, one.name


def test_spans_name_the_words_that_they_select() -> None:
    for field in fields.FIELDS:
        assert (field.kind is Kind.SPANS) == (field.words is not None), field.name
        assert field.words is None or field.words in COLUMNS


def test_words_for_people_are_there() -> None:
    for field in (*fields.FIELDS, *fields.QUALIFIER, *fields.QUANTITY):
        assert field.label
        assert field.description.endswith((".", ")"))


def test_a_row_read_back_is_the_claim_that_went_in(connection: Connection) -> None:
    extraction = harbour()
    found = claims.of_article(connection, 1)
    rows = sorted(found, key=lambda row: (row["sentence"], row["position"]))
    places = dict(connection.execute("SELECT id, position FROM sentences"))
    back = [claims.record(row | claims.lists(connection, row["id"]), places[row["sentence"]]) for row in rows]
    assert all(is_dataclass(claim) for claim in back)
    assert back == [
        replace(claim, features=(), confidence=row["confidence"])
        for claim, row in zip(extraction.claims, rows, strict=True)
    ]


def test_a_record_from_a_row_is_the_one_from_the_claim(connection: Connection) -> None:
    extraction = harbour()
    rows = claims.of_article(connection, 1)
    for claim, row in zip(extraction.claims, rows, strict=True):
        told = contract.record(claim, extraction.sentences[claim.sentence], extraction.article)
        values = claims.decoded(row) | {"qualifiers": told["qualifiers"], "quantities": told["quantities"]}
        around = {field.name: None for field in fields.FIELDS if field.table != "claims"}
        stored = contract.compose(around | values)
        differ = {key for key in told if told[key] != stored[key]}
        beside = {(field.key or "").split(".")[0] for field in fields.FIELDS if field.table != "claims"}
        assert differ <= {*beside, "id", "status", "confidence"}


WRITES = re.compile(r"\b(INTO|UPDATE|DELETE FROM)\s+(main\.)?\"?claims\"?\b(?!_)|insert\(\s*[\"']claims[\"']", re.I)


@pytest.mark.parametrize("path", sorted((ROOT / "db").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_other_module_writes_claims(path: Path) -> None:
    found = WRITES.findall(path.read_text(encoding="utf-8"))
    assert bool(found) == (path == ROOT / "db" / "claims.py")


@pytest.fixture(scope="module")
def declared(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Where a field turns up that was declared in one place (see tests/declaring.py)."""
    folder = tmp_path_factory.mktemp("declared")
    with Store.open(folder / "old.db") as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        store.add(harbour())
    command = [sys.executable, "-m", "tests.declaring", folder / "old.db", folder / "new.db"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("which", ["old", "new"])
def test_a_declared_field_is_in_the_database_and_its_exports(declared: dict[str, Any], which: str) -> None:
    """An older database gets the column, the index, the words to search and what can be computed."""
    found = declared[which]
    assert found["rows"] == {"will deepen": "quiet", "did not lose": "loud", "approved": "quiet"}
    assert found["searched"] == 1
    assert found["indexed"]
    assert found["json"] == found["csv"] == ["quiet", "loud", "quiet"]
    assert found["sound"] == []
    assert declared["old"]["version"] == declared["new"]["version"]


def test_a_declared_field_is_in_the_contract_without_a_database(declared: dict[str, Any]) -> None:
    assert declared["found"] == ["quiet", "loud", "quiet"]


def test_a_declared_field_is_checked_kept_and_told(declared: dict[str, Any]) -> None:
    for which in ("old", "new"):
        (problem,) = declared[which]["checked"]
        assert "voice 'shrill' is not a word of its vocabulary" in problem
    assert declared["split"] == ["loud", "loud"]
    assert declared["told"]["voice"] == "loud"


def test_a_declared_field_is_described(declared: dict[str, Any]) -> None:
    assert "voice: How loud it is said. One of quiet, loud." in declared["metadata"]
    assert "          - voice\n" in declared["metadata"]
    assert "| `voice` | text | `voice` | `voice` | How loud it is said." in declared["database.md"]
    assert "| `voice` | How loud it is said." in declared["contract.md"]


def test_a_name_is_declared_once() -> None:
    with pytest.raises(ValueError, match="declared twice"):
        fields.add(fields.named("tense"))


#: Parts of a correction -> the field that they change.
CORRECTED = {
    "source": "attribution", "cue": "attribution", "stance": "attribution", "time": "time_text",
    "further": "qualifiers",
}  # fmt: skip


def test_what_is_editable_is_what_a_correction_can_change() -> None:
    corrected = {CORRECTED.get(part.name, part.name) for part in attributes(Correction)}
    assert corrected == {field.name for field in COLUMNS.values() if field.editable}
