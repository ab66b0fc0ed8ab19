"""Table cells for people: marks as words, spans as numbers, keys as links, confidence in percent."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup, escape

from db.web.http import urls
from db.web.http.asgi import Datasette
from db.web.pages.escaping import safe, time
from db.wording import (
    FACTUALITY,
    FAILURES,
    STANDING,
    Standing,
    cut,
    day,
    failure,
    marks_of,
    moment,
    said,
    standing_of,
    steps_of,
    title_of,
    voices,
    words,
)
from extract import fields
from extract.declaration import Kind
from extract.english.filled import with_names

_MAX_CHARS = 600
_YES_OR_NO = frozenset(field.name for field in (*fields.FIELDS, *fields.QUANTITY) if field.kind is Kind.FLAG)
_YES_OR_NO_WORDS = {0: Markup("no"), 1: Markup("yes")}
_ISO = re.compile(r"\d{4}-\d\d")
_URL = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_SIGNS = {Standing.ASSERTED: "●", Standing.REPORTED: "❝", Standing.NEGATED: "⊘", Standing.UNCERTAIN: "?"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and where it stands. `table` is None in the result of a query; `row` has all its columns."""

    datasette: Datasette
    database: str
    table: str | None
    column: str
    value: Any
    row: Any

    def beside(self, column: str) -> Any:
        """The value of another column, None where the row has no such column."""
        return self.row[column] if column in self.row.keys() else None  # noqa: SIM118  (sqlite3.Row holds values)

    def to_row(self, table: str, number: int, label: str) -> Markup:
        return _link(urls.row(self.datasette, self.database, table, number), label)

    def to_statement(self, statement: str | int, label: str) -> Markup:
        return _link(urls.statement(self.datasette, self.database, statement), label)

    def to_entity(self, entity: str | int, label: str) -> Markup:
        return _link(urls.entity(self.datasette, self.database, entity), label)

    def to_article(self, number: int, label: str, claim: str | None = None) -> Markup:
        return _link(urls.article(self.datasette, self.database, number, claim), label)


Renderer = Callable[[Cell], Markup | None]


def render(cell: Cell) -> Markup | None:
    """The cell, or None to leave it to Datasette."""
    if cell.value is None or cell.value == "":
        return None
    if isinstance(cell.value, dict):
        return _foreign(cell)
    if cell.column in _TARGETS and cell.table in _TABLES and isinstance(cell.value, int):
        return _unlabelled(cell)
    special = _CELLS.get(cell.column)
    html = special(cell) if special else None
    if html is None and isinstance(cell.value, str):
        return _text(cell.value)
    return html


def with_article(cells: Mapping[str, Any], name: str, articles: Mapping[int, Any]) -> Any:
    """A cell's HTML; of an article with its outlet and day, and by the name of its file where it has no title."""
    cell = cells[name]
    raw = cell["raw"]
    if name in ("title", "headline") and raw is None and "source" in cells:
        return safe(title_of(None, str(cells["source"]["raw"])))
    if name != "article" or raw is None:
        return cell["value"]
    row = articles.get(raw["value"] if isinstance(raw, dict) else raw)
    if row is None:
        return cell["value"]
    shown = cell["value"]
    if not row["title"]:
        shown = shown.replace("untitled", title_of(None, row["source"]))  # (which Markup escapes)
    told = " · ".join(part for part in (row["outlet"], day(row["published"])) if part)
    return Markup("{} <small>{}</small>").format(shown, safe(told)) if told else shown


def facet(label: Any, column: str) -> Markup:
    """A facet's value as words; numbers and names stay themselves."""
    if column in _YES_OR_NO:
        return _YES_OR_NO_WORDS.get(label, safe(str(label)))
    if column == "factuality" and label in FACTUALITY:
        return _in_words(label)
    if column == "kind" and label in FAILURES:
        return safe(failure(label))
    return safe(cut(str(label), 80)) if label not in ("", None) else Markup("(empty)")


def chips(row: Mapping[str, Any]) -> Markup:
    """The marks of a claim's row: how it stands at a glance, then the words for it."""
    found = standing_of(row)
    return Markup("").join([standing_chip(found), *(_chip(word) for word in words(marks_of(row)) if word != found)])


@cache
def standing_chip(found: Standing) -> Markup:
    return Markup('<span class="x-chip x-{0}" title="{2}"><span aria-hidden="true">{1}</span> {0}</span>').format(
        found.value, _SIGNS[found], STANDING[found]
    )


@lru_cache(maxsize=2000)
def per_cent(value: float) -> Markup:
    level = "high" if value >= 0.75 else "middle" if value >= 0.5 else "low"
    return Markup('<span class="x-confidence x-{}">{:.0f}%</span>').format(level, 100 * value)


def _chip(word: str) -> Markup:
    return Markup(f'<span class="x-chip">{safe(word)}</span>')  # noqa: S704 (escaped)


def _text(value: str) -> Markup:
    return safe(value if len(value) <= _MAX_CHARS else value[:_MAX_CHARS].rstrip() + "…")


def _link(href: str, label: str) -> Markup:
    return Markup(f'<a href="{escape(href)}">{safe(label)}</a>')  # noqa: S704 (escaped)


def _foreign(cell: Cell) -> Markup:
    """A foreign key that Datasette has given its label: an article opens where the claim is."""
    number, label = cell.value["value"], cut(str(cell.value["label"] or "untitled"), 200)
    if cell.column in _WHO:
        return cell.to_entity(number, label)
    if cell.column in _STATEMENTS:
        return cell.to_statement(number, label)
    if cell.table == "copy_links":
        return cell.to_article(number, label)
    if cell.column == "article" or (cell.column == "sentence" and cell.table == "claims"):
        return _to_words(cell, number, label)
    return cell.to_row(_TARGETS.get(cell.column, cell.column), number, label)


def _to_words(cell: Cell, number: int, label: str) -> Markup:
    """An article, or a claim's sentence: it opens where the claim is."""
    key = cell.beside("key") if cell.table == "claims" else None
    if cell.column == "article":
        return cell.to_article(number, label, key)
    return (
        _link(urls.claim(cell.datasette, cell.database, key), label) if key else cell.to_row("sentences", number, label)
    )


def _unlabelled(cell: Cell) -> Markup:
    """A foreign key on the page of a row, where Datasette gives no label."""
    return cell.to_row(_TARGETS[cell.column], cell.value, str(cell.value))


def _factuality(cell: Cell) -> Markup:
    """The stored value, which filters go by, and the claim's own words where they alone make it so: possible (tried)"""
    hedge = cell.beside("hedge")
    words = _in_words(cell.value)
    return Markup("{} ({})").format(words, safe(cut(hedge, 30))) if hedge else words


@lru_cache(maxsize=100)
def _in_words(factuality: str) -> Markup:
    return Markup('<span class="x-factuality" title="{}">{}</span>').format(
        factuality, FACTUALITY.get(factuality, factuality)
    )


def _confidence(cell: Cell) -> Markup | None:
    return per_cent(cell.value) if isinstance(cell.value, int | float) else None


def _spans(cell: Cell) -> Markup:
    places = ", ".join(f"{start}–{end}" for start, end in json.loads(cell.value))
    return Markup('<span class="x-places">{}</span>').format(places or "not in the text")


def _attribution(cell: Cell) -> Markup:
    return Markup(" → ").join(_chip(said(step)) for step in voices(steps_of(cell.value)))


def _listed(cell: Cell) -> Markup:
    """A JSON list or object as lines."""
    found = json.loads(cell.value)
    lines = [f"{name}: {part}" for name, part in found.items()] if isinstance(found, dict) else map(str, found)
    return Markup("<br>").join(safe(line) for line in lines) or Markup("none")


def _time(cell: Cell) -> Markup | None:
    return time(cell.value, moment) if isinstance(cell.value, str) and _ISO.match(cell.value) else None


def _yes_no(cell: Cell) -> Markup | None:
    return _YES_OR_NO_WORDS.get(cell.value)


def _relation(cell: Cell) -> Markup:
    html = Markup('<span class="x-relation">{}</span>').format(_text(cell.value))
    return Markup("[{}]").format(html) if cell.beside("relation_spans") == "[]" else html


def _argument(cell: Cell) -> Markup:
    resolved = cell.beside(f"{cell.column}_resolved")
    who = cell.beside(f"{cell.column}_who") if cell.table == "claims" else None
    who = who["value"] if isinstance(who, dict) else who
    inside = with_names(str(cell.value or ""), resolved, cell.beside(f"{cell.column}_head"))
    if inside:
        before, bracket, behind = inside.partition(f"[{resolved}]") if who else (inside, "", "")
        linked = Markup("[{}]").format(cell.to_entity(who, resolved)) if who and bracket else ""
        return Markup('<span class="x-{}">{}{}{}</span>').format(cell.column, _text(before), linked, _text(behind))
    plain = not resolved or resolved == cell.value
    words = cell.to_entity(who, cell.value) if plain and who else _text(cell.value)
    html = Markup('<span class="x-{}">{}</span>').format(cell.column, words)
    if plain:
        return html
    named = cell.to_entity(who, resolved) if who else safe(resolved)
    return Markup('{} <small class="x-resolved">= {}</small>').format(html, named)


def _title(cell: Cell) -> Markup | None:
    return cell.to_article(cell.beside("id"), cell.value) if cell.table == "articles" else None


def _headline(cell: Cell) -> Markup | None:
    number = cell.beside("article_id")
    return cell.to_article(number, cell.value, cell.beside("key")) if number else None


def _key(cell: Cell) -> Markup | None:
    """A claim's key opens the article where the claim is, a statement's or entity's its page."""
    if cell.table in _OF_KEYS:
        return _OF_KEYS[cell.table](cell, cell.value, cell.value)
    number = cell.beside("article") if cell.table == "claims" else cell.beside("article_id")
    number = number["value"] if isinstance(number, dict) else number
    return cell.to_article(number, cell.value, cell.value) if number else None


def _statement(cell: Cell) -> Markup | None:
    return cell.to_statement(cell.value, "its statement" if cell.table == "claims" else f"statement {cell.value}")


def _who(cell: Cell) -> Markup | None:
    return cell.to_entity(cell.value, str(cell.value)) if isinstance(cell.value, int) else None


def _row_of(table: str) -> Renderer:
    return lambda cell: cell.to_row(table, cell.value, str(cell.value))


def _id(cell: Cell) -> Markup | None:
    """In a view of claims the number leads to the claim: a view has no pages for its rows."""
    return _row_of("claims")(cell) if cell.table in ("claims_readable", "asserted") else None


def _attributed_to(cell: Cell) -> Markup:
    """All current claims of the same source."""
    where = urls.table(cell.datasette, cell.database, "claims", attributed_to=cell.value, current=1)
    return _link(where, cell.value)


def _said_by(cell: Cell) -> Markup:
    """All that a source says, by any of its names."""
    query = urlencode({"tab": "claims", "source": cell.value})
    return _link(str(cell.datasette.urls.path(f"/-/search?{query}")), cell.value)


def _event(cell: Cell) -> Markup:
    """The page of the event that a claim is about."""
    return _link(urls.event(cell.datasette, cell.database, cell.value), cell.value)


def _copy_cluster(cell: Cell) -> Markup:
    """All articles of the same copy cluster."""
    return _link(urls.table(cell.datasette, cell.database, "articles", copy_cluster=cell.value), cell.value)


def _address(cell: Cell) -> Markup | None:
    if not _URL.fullmatch(cell.value):
        return None
    html = safe(cut(cell.value, 80))
    return Markup('<a href="{}" rel="noopener noreferrer nofollow">{}</a>').format(cell.value, html)


_OF_KEYS = {"statements": Cell.to_statement, "entities": Cell.to_entity}
#: Columns that refer to statements and to entities.
_STATEMENTS = frozenset(("statement", "left_statement", "right_statement", "superseded_by"))
_WHO = frozenset(("who", "canonical", *(field.name for field in fields.FIELDS if field.kind is Kind.ENTITY)))
#: A column that refers to a row of a table of another name.
_TARGETS = {"article": "articles", "sentence": "sentences", "run": "runs", "claim": "claims", "supersedes": "articles"}
#: Tables with foreign keys (in views and queries these names stand for the words themselves).
_TABLES = frozenset(
    {
        *("articles", "attributions", "blocks", "failures", "claims"),
        *("mentions", "qualifiers", "quantities", "sentences"),
    }
)

#: Columns that hold days and times.
_TIMES = (
    *("published", "first_published", "last_published", "first_seen", "last_seen", "valid_from", "valid_to"),
    *("added", "at", "started", "finished", "undone_at"),
)
#: Columns that hold places, of claims and of what they report.
_PLACES = (
    *("source_spans", "cue_spans", "content_spans"),
    *(field.name for field in fields.FIELDS if field.kind is Kind.SPANS),
)


def _kind(cell: Cell) -> Markup | None:
    """Of failures; other kinds are words."""
    return safe(failure(cell.value)) if cell.table == "failures" or cell.value in FAILURES else None


_CELLS: dict[str, Renderer] = {
    **dict.fromkeys(_STATEMENTS, _statement),
    **dict.fromkeys(_WHO, _who),
    "article_id": _row_of("articles"),
    "attributed_to": _attributed_to,
    "attribution": _attribution,
    "claim_id": _row_of("claims"),
    "confidence": _confidence,
    "event": _event,
    "evidence": _listed,
    "factuality": _factuality,
    "said_by": _said_by,
    "headline": _headline,
    "id": _id,
    "key": _key,
    "kind": _kind,
    "notes": _listed,
    "object": _argument,
    "relation": _relation,
    "sentence_id": _row_of("sentences"),
    "settings": _listed,
    **dict.fromkeys(("left_share", "right_share", "share"), _confidence),
    "source": _address,
    "spans": _spans,
    "antecedents": _spans,
    "copy_cluster": _copy_cluster,
    "subject": _argument,
    "title": _title,
    "url": _address,
    **dict.fromkeys(_TIMES, _time),
    **dict.fromkeys(_YES_OR_NO, _yes_no),
    **dict.fromkeys(_PLACES, _spans),
}
