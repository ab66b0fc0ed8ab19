"""The table that people correct in a spreadsheet: few columns, those that may be changed first.

`db.reviews.sheets` reads it back. `id` and `version` say which claim as it was when; they are not for changing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from db.export.csv_tables import people_lines
from db.export.queries import Exported
from extract import fields

#: Column of the file -> column of the query; None: for people to fill in.
COLUMNS = {
    "id": "key",
    "version": "version",
    "status": "status",
    "reason": None,
    "note": None,
    "subject": "subject",
    "relation": "relation",
    "object": "object",
    **{field.name: field.name for field in fields.of("claims") if field.editable and field.vocabulary},
    "said_by": "attributed_to",
    "valid_from": "valid_from",
    "valid_to": "valid_to",
    "sentence": "sentence_text",
    "title": "title",
    "outlet": "outlet",
    "published": "published",
    "confidence": "confidence",
}


def encode(claims: Iterable[Exported]) -> bytes:
    """The lines of these claims, in UTF-8."""
    return people_lines(COLUMNS, (_cells(exported) for exported in claims))


def _cells(exported: Exported) -> list[Any]:
    return [exported.claim[column] if column else None for column in COLUMNS.values()]
