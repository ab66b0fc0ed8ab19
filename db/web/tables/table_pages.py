"""Datasette's table and row pages for our tables: the columns shown first, and what stands above a row."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from db.web import databases
from db.web.auth import accounts, identity
from db.web.http import urls
from db.web.pages import article_view

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

#: Not a column: a claim's marks as words.
MARKS = "marks"

_CLAIM = ("subject", "relation", "object", MARKS, "confidence", "status", "sentence")
#: The columns shown to begin with; other tables show all they have.
COLUMNS = {
    "claims": ("id", *_CLAIM, "article", "statement"),
    "statements": (
        "key",
        "subject",
        "relation",
        "object",
        "standing",
        "copy_clusters",
        "articles",
        "outlets",
        "last_seen",
    ),
    "events": (
        *("event", "example", "factuality", "attributed_to", "claims", "statements", "copy_clusters", "outlets"),
        *("first_published", "last_published"),
    ),
    "claims_readable": ("id", *_CLAIM, "headline", "outlet", "published"),
    "asserted": ("id", *_CLAIM, "headline", "outlet", "published"),
    "articles": (
        "id",
        "title",
        "outlet",
        "published",
        "language",
        "words",
        "revision",
        "current",
        "copy_cluster",
        "source",
    ),
    "runs": ("id", "started", "finished", "version", "model", "new", "revised", "unchanged", "failed", "claims"),
    "mentions": ("id", "text", "kind", "entity", "resolved", "confidence", "rule", "article"),
    "attributions": (
        *("id", "attributed_to", "source", "cue", "content"),
        *("polarity", "modality", "depth", "sentence", "article"),
    ),
    "failures": ("id", "source", "kind", "reason", "added"),
}


@dataclass(frozen=True, slots=True)
class Card:
    """What stands above the columns of a row: where to go on, and for a claim its sentence and its key."""

    title: str
    links: tuple[tuple[str, str], ...]
    sentence: article_view.Sentence | None = None
    claim: str | None = None


async def variables(
    datasette: Datasette, database: str, table: str | None, view: str, request: Request
) -> dict[str, Any]:
    """Variables for the templates of Datasette's pages over a database of ours."""
    saves = accounts.of(datasette) is not None  # else the CSV is Datasette's own
    if view == "table" and table:
        return {
            "extract_columns": _columns(table, request),
            "extract_every_column": _every_column(request),
            "extract_saves": saves,
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


def _claim_card(connection: Any, datasette: Datasette, database: str, number: int) -> Card | None:
    row = connection.execute("SELECT claim, key, article, current FROM claims WHERE id = ?", (number,)).fetchone()
    if row is None:
        return None
    where = urls.article(datasette, database, row["article"], row["key"])
    words = "Open in its article" if row["current"] else "Open in an older revision of its article"
    return Card(row["claim"], ((where, words),), article_view.find_sentence(connection, number), row["key"])


def _article_card(connection: Any, datasette: Datasette, database: str, number: int) -> Card | None:
    row = connection.execute("SELECT title FROM articles WHERE id = ?", (number,)).fetchone()
    if row is None:
        return None
    shown = ((urls.article(datasette, database, number), "Open with its claims"),)
    return Card(row["title"] or "untitled", (*shown, _claims_link(datasette, database, article=number)))


def _sentence_card(connection: Any, datasette: Datasette, database: str, number: int) -> Card | None:
    row = connection.execute("SELECT text, position, article FROM sentences WHERE id = ?", (number,)).fetchone()
    if row is None:
        return None
    where = f"{urls.article(datasette, database, row['article'])}#s{row['position']}"
    return Card(row["text"], ((where, "Open in its article"), _claims_link(datasette, database, sentence=number)))


def _claims_link(datasette: Datasette, database: str, **filters: int) -> tuple[str, str]:
    return urls.table(datasette, database, "claims", **filters), "Claims as a table"


_MAKERS = {"claims": _claim_card, "articles": _article_card, "sentences": _sentence_card}
