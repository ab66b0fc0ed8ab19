"""Declares a field for a while and says where it turns up: `python -m tests.declaring OLD.db NEW.db`, one JSON object.

It runs in a process of its own, for a field is declared before anything reads the declaration. OLD.db was made without
the field.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Any

from extract import fields
from extract.declaration import Field
from extract.model import Claim


class Voice(StrEnum):
    QUIET = "quiet"
    LOUD = "loud"


def voice(claim: Claim) -> Voice:
    return Voice.LOUD if "not" in claim.relation.text.split() else Voice.QUIET


FIELD = Field(
    name="voice", label="voice", description="How loud it is said.", value=voice, vocabulary=Voice, key="voice",
    csv="voice", indexed=True, facet=True, searchable=True, told=True,
)  # fmt: skip


def main(old: Path, new: Path) -> None:
    fields.add(FIELD, after="clause_type")
    json.dump({"old": _of(old), "new": _of(_made(new)), "found": _found(), **_written(), **_split(new)}, sys.stdout)


def _made(path: Path) -> Path:
    from db.store import RunInfo, Store
    from tests.records import harbour

    with Store.open(path) as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        store.add(harbour())
    return path


def _found() -> list[Any]:
    from extract.contract import records
    from tests.records import harbour

    return [record["voice"] for record in records(harbour())]


def _of(path: Path) -> dict[str, Any]:
    """What the field is in a database, and in what is made from it."""
    from db.check import check
    from db.connection import reader, writer
    from db.export import Dialect, export_csv, export_jsonl

    with closing(reader(path)) as connection:
        rows = connection.execute("SELECT relation, voice FROM claims ORDER BY position, id").fetchall()
        loud = "SELECT COUNT(*) FROM claims_fts WHERE claims_fts MATCH 'voice: loud'"
        (searched,) = connection.execute(loud).fetchone()
        indexes = [row[1] for row in connection.execute("PRAGMA index_list(claims)")]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    lines, table = path.with_suffix(".jsonl"), path.with_suffix(".csv")
    export_jsonl(path, lines, version="1.0")
    export_csv(path, table, dialect=Dialect.MACHINE, version="1.0")
    found = {
        "rows": dict(rows),
        "searched": searched,
        "indexed": "claims_voice" in indexes,
        "version": version,
        "json": [json.loads(line)["voice"] for line in lines.read_text().splitlines()],
        "csv": [row["voice"] for row in csv.DictReader(io.StringIO(table.read_text()))],
        "sound": [str(problem) for problem in check(path)],
    }
    with closing(writer(path)) as connection:
        connection.execute("UPDATE claims SET voice = 'shrill' WHERE relation = 'approved'")
        found["checked"] = [str(problem) for problem in check(path)]
        connection.execute("UPDATE claims SET voice = 'quiet' WHERE relation = 'approved'")
    return found


def _written() -> dict[str, str]:
    """What is written of it for people."""
    from tests.generated_docs import claim_columns, claim_metadata, contract_keys

    return {"metadata": claim_metadata(), "database.md": claim_columns(), "contract.md": contract_keys()}


def _split(path: Path) -> dict[str, Any]:
    """What it is of the claims that one is split into, and what the history of a claim says of it."""
    from db.connection import writer
    from db.reviews import deciding
    from db.reviews.claim_history import read_history
    from db.reviews.decisions import Correction, Seen
    from tests.records import HARBOUR, spans

    with closing(writer(path)) as connection:
        query = "SELECT key, version FROM claims WHERE relation = 'did not lose'"
        seen = Seen(*connection.execute(query).fetchone())
        parts = [Correction(object=spans(HARBOUR, words)) for words in ("40 ships", "March 2021")]
        deciding.split(connection, seen, parts, "ann")
        made = connection.execute("SELECT voice FROM claims WHERE origin = 'person'").fetchall()
        return {"split": [voice for (voice,) in made], "told": dict(read_history(connection, seen.claim).machine)}


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
