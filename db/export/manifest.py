"""What an exported file should hold, written beside it: FILE.manifest.json."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZipFile


@dataclass(frozen=True, slots=True)
class Manifest:
    """`rows` counts claims or attributions, `bytes` and `sha256` are the file's; `snapshot` is the moment (UTC)
    whose state of the database the file shows."""

    file: str | None
    format: str
    rows: int
    bytes: int
    sha256: str
    filters: dict[str, Any]
    snapshot: str
    version: str

    def write(self, path: Path) -> None:
        """Writes it beside the exported file `path`."""
        from db.export.output import output

        text = json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"
        with output(beside(path)) as sink:
            sink.write(text.encode(errors="backslashreplace"))  # a file's name need be no UTF-8

    @classmethod
    def read(cls, path: Path) -> Manifest:
        """The manifest of the exported file `path`."""
        return cls(**json.loads(beside(path).read_text(encoding="utf-8")))


def beside(path: Path) -> Path:
    """Where the manifest of an exported file lies."""
    return path.with_name(f"{path.name}.manifest.json")


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
