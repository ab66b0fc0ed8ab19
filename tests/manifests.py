"""Whether an exported file is what its manifest says."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

from db.export.manifest import Manifest


def verify(path: Path) -> list[str]:
    """How the exported file `path` differs from its manifest, in words; nothing if it is whole."""
    manifest = Manifest.read(path)
    data = path.read_bytes()
    found = {
        "rows": sum(1 for _ in _rows(path, manifest.format)),
        "bytes": len(data),
        "sha256": sha256(data).hexdigest(),
    }
    return [
        f"{name} is {value}, and the manifest says {getattr(manifest, name)}"
        for name, value in found.items()
        if value != getattr(manifest, name)
    ]


def _rows(path: Path, form: str) -> Iterator[object]:
    if form == "xlsx":
        yield from _sheet_rows(path)
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        if form in ("jsonl", "attributions"):
            yield from file
        else:
            yield from csv.DictReader(file)


def _sheet_rows(path: Path) -> Iterator[object]:
    """One for each row of a workbook's sheet below its header."""
    with ZipFile(path) as book:
        yield from range(book.read("xl/worksheets/sheet1.xml").count(b"<row ") - 1)
