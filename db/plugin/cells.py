"""Cells as people read them: marks as words, places as numbers, keys as links, confidence in per cent."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from db.plugin import links
from db.plugin.markup import safe
from db.wording import FACTUALITY, STANDING, Standing, cut, marks_of, said, standing, steps_of, words

if TYPE_CHECKING:
    from datasette.app import Datasette

_LONGEST = 600
_URL = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_SIGNS = {Standing.ASSERTED: "●", Standing.REPORTED: "❝", Standing.NEGATED: "⊘", Standing.UNCERTAIN: "?"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands; `table` is None in the result of a query."""

    datasette: Datasette
    database: str
    table: str | None
    column: str


Cell = Callable[[Place, Any, Any], Markup | None]


def render(place: Place, value: Any, row: Any) -> Markup | None:
    """The cell, or None to leave it to Datasette."""
    if value is None or value == "":
        return None
    if isinstance(value, dict):
        return _foreign(place, value, row)
    special = _CELLS.get(place.column)
    shown = special(place, value, row) if special else None
    if shown is None and isinstance(value, str):
        return _text(value)
    return shown


def chips(row: Mapping[str, Any]) -> Markup:
    """The marks of a claim's row: how it stands at a glance, then the words for it."""
    found = standing(row["factuality"], row["attribution"] is not None)
    return Markup("").join([standing_chip(found), *(_chip(word) for word in words(marks_of(row)))])


def standing_chip(found: Standing) -> Markup:
    return Markup('<span class="x-chip x-{0}" title="{2}"><span aria-hidden="true">{1}</span> {0}</span>').format(
        found.value, _SIGNS[found], STANDING[found]
    )


def per_cent(value: float) -> Markup:
    level = "high" if value >= 0.75 else "middle" if value >= 0.5 else "low"
    return Markup('<span class="x-confidence x-{}">{:.0f}&nbsp;%</span>').format(level, 100 * value)


def _chip(word: str) -> Markup:
    return Markup('<span class="x-chip">{}</span>').format(safe(word))


def _text(value: str) -> Markup:
    return safe(value if len(value) <= _LONGEST else value[:_LONGEST].rstrip() + "…")


def _link(href: str, label: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(href, safe(label))


def _foreign(place: Place, value: Mapping[str, Any], row: Any) -> Markup:
    """A foreign key that Datasette has given its label: an article opens where the claim is."""
    number, label = value["value"], cut(str(value["label"] or "untitled"), 200)
    if place.column == "article":
        anchor = _get(row, "key") if place.table == "claims" else None
        return _link(links.article(place.datasette, place.database, number, anchor), label)
    table = _TARGETS.get(place.column, place.column)
    return _link(links.row(place.datasette, place.database, table, number), label)


def _get(row: Any, column: str) -> Any:
    return row[column] if column in row.keys() else None  # noqa: SIM118  (a sqlite3.Row holds values, not columns)


def _factuality(place: Place, value: Any, row: Any) -> Markup:
    return Markup('<span class="x-factuality">{}</span> <small>{}</small>').format(value, FACTUALITY.get(value, ""))


def _confidence(place: Place, value: Any, row: Any) -> Markup | None:
    return per_cent(value) if isinstance(value, int | float) else None


def _spans(place: Place, value: Any, row: Any) -> Markup:
    places = ", ".join(f"{start}–{end}" for start, end in json.loads(value))
    return Markup('<span class="x-places">{}</span>').format(places or "not in the text")


def _attribution(place: Place, value: Any, row: Any) -> Markup:
    return Markup(" → ").join(_chip(said(step)) for step in steps_of(value))


def _listed(place: Place, value: Any, row: Any) -> Markup | None:
    """JSON lists and objects as lines."""
    found = json.loads(value)
    lines = [f"{name}: {part}" for name, part in found.items()] if isinstance(found, dict) else map(str, found)
    return Markup("<br>").join(safe(line) for line in lines) or Markup("none")


def _yes_no(place: Place, value: Any, row: Any) -> Markup | None:
    return {0: Markup("no"), 1: Markup("yes")}.get(value)


def _role(role: str) -> Cell:
    def cell(place: Place, value: Any, row: Any) -> Markup:
        shown = Markup('<span class="x-{}">{}</span>').format(role, _text(value))
        if role == "relation":
            return Markup("[{}]").format(shown) if _get(row, "relation_spans") == "[]" else shown
        resolved = _get(row, f"{role}_resolved")
        same = not resolved or resolved == value
        return shown if same else Markup('{} <small class="x-resolved">= {}</small>').format(shown, safe(resolved))

    return cell


def _title(place: Place, value: Any, row: Any) -> Markup | None:
    if place.table != "articles":
        return None
    return _link(links.article(place.datasette, place.database, row["id"]), value)


def _headline(place: Place, value: Any, row: Any) -> Markup | None:
    number = _get(row, "article_id")
    return _link(links.article(place.datasette, place.database, number, _get(row, "key")), value) if number else None


def _key(place: Place, value: Any, row: Any) -> Markup | None:
    number = _get(row, "article") if place.table == "claims" else _get(row, "article_id")
    if number is None:
        return None
    number = number["value"] if isinstance(number, dict) else number
    return _link(links.article(place.datasette, place.database, number, value), value)


def _row_link(table: str) -> Cell:
    def cell(place: Place, value: Any, row: Any) -> Markup | None:
        return _link(links.row(place.datasette, place.database, table, value), str(value))

    return cell


def _view_row(place: Place, value: Any, row: Any) -> Markup | None:
    """In a view of claims, the number leads to the claim (a view has no pages for its rows)."""
    return _row_link("claims")(place, value, row) if place.table in ("claims_readable", "asserted") else None


def _source_of_claim(place: Place, value: Any, row: Any) -> Markup:
    return _link(links.table(place.datasette, place.database, "claims", attributed_to=value), value)


def _address(place: Place, value: Any, row: Any) -> Markup | None:
    if not _URL.fullmatch(value):
        return None
    return Markup('<a href="{}" rel="noopener noreferrer nofollow">{}</a>').format(value, safe(cut(value, 80)))


#: A column that refers to a row of a table of another name.
_TARGETS = {"sentence": "sentences", "run": "runs", "claim": "claims", "supersedes": "articles"}

_CELLS: dict[str, Cell] = {
    "article_id": _row_link("articles"),
    "attributed_to": _source_of_claim,
    "attribution": _attribution,
    "approximate": _yes_no,
    "claim_id": _row_link("claims"),
    "confidence": _confidence,
    "current": _yes_no,
    "evidence": _listed,
    "factuality": _factuality,
    "headline": _headline,
    "id": _view_row,
    "key": _key,
    "notes": _listed,
    "object": _role("object"),
    "relation": _role("relation"),
    "sentence_id": _row_link("sentences"),
    "settings": _listed,
    "share": _confidence,
    "source": _address,
    "spans": _spans,
    "subject": _role("subject"),
    "time_relative": _yes_no,
    "title": _title,
    "url": _address,
    **{
        f"{slot}_spans": _spans
        for slot in (
            "subject",
            "subject_full",
            "subject_resolved",
            "relation",
            "object",
            "object_full",
            "object_resolved",
            "condition",
            "place",
        )
    },
}
