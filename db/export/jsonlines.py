"""JSON lines: one claim a line, the contract for other programs.

Spans are `[[start, end], ...]`, half-open, in code points of the article's text (`extract export text`).
Every key is on every line; what is not known is null.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from db import claims
from db.export.export_formats import Format, by_batch, register
from db.export.queries import Exported
from extract import contract
from extract.contract import Json

#: Line separators to some readers of lines; JSON may write them escaped.
_ESCAPES = str.maketrans({"\u0085": r"\u0085", "\u2028": r"\u2028", "\u2029": r"\u2029"})

#: `json.dumps` sets this up anew at every call, which takes as long as the work.
_encode = json.JSONEncoder(ensure_ascii=False).encode


def encode(exported: Iterable[Exported]) -> bytes:
    """The lines of these claims, in UTF-8."""
    return "".join(map(line, exported)).encode()


def line(exported: Exported) -> str:
    """One claim's line with its end."""
    return encoded(record(exported))


def encoded(record: Json) -> str:
    """A record's line with its end."""
    text = _encode(record)
    return (text if text.isascii() else text.translate(_ESCAPES)) + "\n"


def record(exported: Exported) -> Json:
    """A claim by the keys of the contract."""
    values = claims.decoded(exported.claim) | exported.entities
    values["qualifiers"] = claims.items("further", exported.qualifiers)
    values["quantities"] = claims.items("numbers", exported.quantities)
    return contract.compose(values)


FORMAT = register(
    Format(
        "jsonl",
        "Write claims as JSON lines, for programs.\n\nThe keys are described in docs/contract.md.",
        by_batch(encode),
    )
)
