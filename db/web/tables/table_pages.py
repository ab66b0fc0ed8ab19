"""Datasette's table and row pages for our tables: the columns shown first, and what stands above a row."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial, wraps
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Request

from db.web import databases
from db.web.auth import accounts, identity
from db.web.http import urls
from db.web.http.asgi import Datasette
from db.web.pages import article_view
from db.web.tables import facets, table_rows
from db.wording import FACTUALITY, badge, day, factuality_shown, marks_of, title_of
from extract import fields

if TYPE_CHECKING:
    from datasette.views.table import TableView

    Select = Callable[[TableView, list[str], list[str], Request], Awaitable[list[str]]]

#: Not a column: a claim's marks as words.
MARKS = "marks"

_CLAIM = ("subject", "relation", "object", MARKS, "confidence", "status", "sentence")
#: The columns shown to begin with; other tables show all they have.
COLUMNS = {
    "claims": ("id", *_CLAIM, "article"),
    "statements": (
        *("key", "subject", "relation", "object"),
        *("standing", "copy_clusters", "articles", "outlets", "last_seen"),
    ),
    "events": (
        *("event", "example", "factuality", "attributed_to", "claims", "statements", "copy_clusters", "outlets"),
        *("first_published", "last_published"),
    ),
    "claims_readable": ("id", *_CLAIM, "headline", "outlet", "published"),
    "asserted": ("id", *_CLAIM, "headline", "outlet", "published"),
    "articles": (
        *("id", "title", "outlet", "published", "language", "words"),
        *("revision", "current", "copy_cluster", "source"),
    ),
    "runs": ("id", "started", "finished", "version", "model", "new", "revised", "unchanged", "failed", "claims"),
    "mentions": ("id", "text", "kind", "entity", "resolved", "confidence", "rule", "article"),
    "attributions": (
        *("id", "attributed_to", "source", "cue", "content"),
        *("polarity", "modality", "depth", "sentence", "article"),
    ),
    "failures": ("id", "source", "kind", "reason", "added"),
}


#: What the cells of these columns need of others.
_BESIDE = frozenset((
    *("key", "article", "article_id", "source", "subject_resolved", "subject_who", "object_resolved", "object_who"),
    *("subject_head", "object_head", "relation_spans"),
    *("polarity", "modality", "mood", "hedge", "factuality", "condition", "attribution"),
    *("time_text", "place", "block"),
))  # fmt: skip


def read_shown_columns() -> None:
    """Makes Datasette read, for the page of a table of ours, no more columns than it shows: a claim has 71, and all
    plugins are asked for the HTML of each cell. Files and JSON keep them all."""
    from datasette.views.table import TableView

    if not hasattr(TableView.columns_to_select, "__wrapped__"):
        TableView.columns_to_select = _selecting(TableView.columns_to_select)


def _selecting(every: Select) -> Select:
    @wraps(every)
    async def columns_to_select(view: TableView, table: list[str], keys: list[str], request: Request) -> list[str]:
        columns = await every(view, table, keys, request)
        asked = request.url_vars
        facets.is_page.set(asked.get("format") is None)
        ours = facets.is_page.get() and _decoded(asked["database"]) in databases.of(view.ds).names
        shown = _columns(_decoded(asked["table"]), request) if ours else None
        table_rows.shown.set(frozenset(shown) if shown else None)
        if shown is None:
            return columns
        sorted_by = {request.args.get("_sort"), request.args.get("_sort_desc")}
        return [name for name in columns if name in {*shown, *keys, *_BESIDE, *sorted_by}]

    return columns_to_select


def _decoded(text: str) -> str:
    from datasette.utils import tilde_decode

    return str(tilde_decode(text))


@dataclass(frozen=True, slots=True)
class Card:
    """What stands above the columns of a row: where to go on, and for a claim its sentence, its key, and what a person
    wants to know of it: (name, words, address or none)."""

    title: str
    links: tuple[tuple[str, str], ...]
    sentence: article_view.Sentence | None = None
    claim: str | None = None
    lines: tuple[tuple[str, str, str | None], ...] = ()


async def variables(
    datasette: Datasette, database: str, table: str | None, view: str, request: Request
) -> dict[str, Any]:
    """Variables for the templates of Datasette's pages over a database of ours."""
    saves = accounts.of(datasette) is not None  # else the CSV is Datasette's own
    if view == "table" and table:
        return {
            "extract_columns": _columns(table, request),
            "extract_every_column": _every_column(request),
            "extract_column_count": len(await datasette.get_database(database).table_columns(table)),
            "extract_saves": saves,
            "extract_labels": _LABELS,
            "extract_counted_rows": facets.MAX_ROWS,
            "extract_most": f"{facets.MAX_COUNTED + 1:,} rows",
            "extract_more": f"more than {facets.MAX_COUNTED:,} rows",
            "extract_articles": partial(_articles, datasette, database),
        }
    if view == "table":
        return {
            "extract_query": True,
            "extract_saves": saves,
        }  # Datasette answers a saved query where a table of its name would be
    if view == "row" and table:
        card = await _card(datasette, database, table, request.url_vars["pks"])
        return {"extract_card": _with_history(datasette, database, card, request)}
    return {}


#: The declared names of a claim's fields. What no field is called, a page shows without its underscores.
_LABELS = {field.name: field.label for field in fields.of("claims")}
_ARTICLES = """
SELECT id, title, source, outlet, published FROM articles WHERE id IN (SELECT value FROM json_each(?))
"""


async def _articles(datasette: Datasette, database: str, rows: Iterable[Iterable[dict[str, Any]]]) -> dict[int, Any]:
    """The articles that these rows of a table refer to, by row id: each row says which, from whom and of which day."""
    raw = [cell["raw"] for row in rows for cell in row if cell["column"] == "article"]
    numbers = sorted({one["value"] if isinstance(one, dict) else one for one in raw if one is not None})
    found = await datasette.get_database(database).execute(_ARTICLES, [json.dumps(numbers)])
    return {row["id"]: row for row in found.rows}


def _columns(table: str, request: Request) -> tuple[str, ...] | None:
    """The columns to show, None for all: a reader who names columns gets those."""
    chosen = {"_col", "_nocol", "_all"} & set(request.args)
    return None if chosen else COLUMNS.get(table)


def _every_column(request: Request) -> str:
    from datasette.utils import path_with_added_args

    return str(path_with_added_args(request, {"_all": "1"}))


async def _card(datasette: Datasette, database: str, table: str, key: str) -> Card | None:
    if table not in ("claims", "articles", "sentences") or not re.fullmatch("[0-9]{1,18}", key):
        return None

    def read(connection: Any) -> Card | None:
        return _MAKERS[table](connection, datasette, database, int(key))

    card: Card | None = await datasette.get_database(database).execute_fn(read)
    return card


def _with_history(datasette: Datasette, database: str, card: Card | None, request: Request) -> Card | None:
    """For those who may review, with a link to what became of the claim. (Reviews are of the first database.)"""
    reviewed = databases.of(datasette).names[:1] == (database,) and identity.may_review(datasette, request)
    if card is None or card.claim is None or not reviewed:
        return card
    return replace(card, links=(*card.links, (urls.history(datasette, card.claim), "History")))


_CLAIM_ROW = """
SELECT c.claim, c.key, c.article, c.current, c.subject_resolved, c.object_resolved, c.subject_who, c.object_who,
  c.subject, c.relation, c.object, c.attributed_to, c.time_text, c.valid_from, c.valid_to, c.place, c.condition,
  c.confidence, c.status, c.event, c.polarity, c.modality, c.mood, c.hedge, c.attribution, a.title, a.source, a.outlet,
  a.published,
  f.key AS statement, f.standing
FROM claims AS c JOIN articles AS a ON a.id = c.article LEFT JOIN statements AS f ON f.id = c.statement WHERE c.id = ?
"""
_QUALIFIERS = "SELECT role, text FROM qualifiers WHERE claim = ? ORDER BY position"
_DECISION = """
SELECT r.who, r."at", COALESCE(r.reason, r.note) AS why FROM review_items AS i JOIN reviews AS r ON r.id = i.review
WHERE i.claim = ? AND i.opinion = 0 AND r.action NOT IN ('note', 'undo')
  AND NOT EXISTS (SELECT 1 FROM reviews WHERE undoes = r.id) ORDER BY r.id DESC LIMIT 1
"""


def _claim_card(connection: Any, datasette: Datasette, database: str, number: int) -> Card | None:
    row = connection.execute(_CLAIM_ROW, (number,)).fetchone()
    if row is None:
        return None
    where = urls.article(datasette, database, row["article"], row["key"])
    words = "Open in its article" if row["current"] else "Open in an older revision of its article"
    links = [(where, words)]
    if row["statement"]:
        links.append((urls.statement(datasette, database, row["statement"]), "Statement"))
    lines = tuple(line for line in _lines(connection, datasette, database, number, row) if line[1])
    sentence = article_view.find_sentence(connection, number)
    return Card(row["claim"], tuple(links), sentence, row["key"], lines)


def _lines(
    connection: Any, datasette: Datasette, database: str, number: int, row: Any
) -> Iterator[tuple[str, str, str | None]]:
    """A claim as a person reads it."""
    for part in ("subject", "relation", "object"):
        who = row[f"{part}_who"] if part != "relation" else None
        words = row[part] if part == "relation" else row[f"{part}_resolved"] or row[part]
        yield part, words, urls.entity(datasette, database, who) if who else None
    for role, text in connection.execute(_QUALIFIERS, (number,)):
        yield role, text, None
    yield "said by", row["attributed_to"] or "the article itself", None
    yield "how it is said", FACTUALITY[factuality_shown(marks_of(row))], None
    yield "on condition", row["condition"], None
    days = " to ".join(dict.fromkeys(day(one) for one in (row["valid_from"], row["valid_to"]) if one))
    yield "holds", days or row["time_text"], None
    yield "where", row["place"], None
    yield "statement stands as", row["standing"] and badge(row["standing"], row["claim"]), None
    yield (
        "event",
        "also told by other articles" if row["event"] else "",
        (urls.event(datasette, database, row["event"]) if row["event"] else None),
    )
    yield "confidence", f"{100 * row['confidence']:.0f}% that the sentence was read correctly", None
    decided = connection.execute(_DECISION, (row["key"],)).fetchone() if row["status"] != "unreviewed" else None
    by = f", by {decided['who']}, {day(decided['at'])}" if decided else ""
    yield "review", f"{row['status']}{by}{': ' + decided['why'] if decided and decided['why'] else ''}", None
    place = urls.article(datasette, database, row["article"])
    yield "article", title_of(row["title"], row["source"]), place
    yield "outlet", row["outlet"], None
    yield "published", day(row["published"]), None


def _article_card(connection: Any, datasette: Datasette, database: str, number: int) -> Card | None:
    row = connection.execute("SELECT title, source FROM articles WHERE id = ?", (number,)).fetchone()
    if row is None:
        return None
    shown = ((urls.article(datasette, database, number), "Open with its claims"),)
    return Card(title_of(row["title"], row["source"]), (*shown, _claims_link(datasette, database, article=number)))


def _sentence_card(connection: Any, datasette: Datasette, database: str, number: int) -> Card | None:
    row = connection.execute("SELECT text, position, article FROM sentences WHERE id = ?", (number,)).fetchone()
    if row is None:
        return None
    where = f"{urls.article(datasette, database, row['article'])}#s{row['position']}"
    return Card(row["text"], ((where, "Open in its article"), _claims_link(datasette, database, sentence=number)))


def _claims_link(datasette: Datasette, database: str, **filters: int) -> tuple[str, str]:
    return urls.table(datasette, database, "claims", **filters), "Claims as a table"


_MAKERS = {"claims": _claim_card, "articles": _article_card, "sentences": _sentence_card}
