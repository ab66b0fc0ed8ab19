"""What an exported file should hold, written beside it: FILE.manifest.json."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


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
