"""Which column of a table, or key of a JSON object, holds which field of an article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime

from extract.errors import NoColumnError

#: The first that is there is used. Case, spaces, hyphens and underscores are not looked at.
COMMON: Mapping[str, tuple[str, ...]] = {
    "text": ("contentrendered", "text", "body", "content", "article", "fulltext", "articletext", "articlebody",
             "bodytext", "maintext", "contenttext", "contenthtml", "html", "story", "fieldsbody", "fieldsbodytext"),
    "summary": ("leadparagraph", "summary", "excerptrendered", "excerpt", "description", "abstract", "snippet",
                "standfirst", "fieldstrailtext"),
    "title": ("titlerendered", "headlinemain", "title", "headline", "heading", "webtitle"),
    "date": ("published", "date", "pubdate", "publishedat", "publicationdate", "datepublished", "publisheddate",
             "publishdate", "datepublish", "webpublicationdate", "firstpublicationdate", "createdat", "timestamp",
             "fieldsfirstpublicationdate"),
    "outlet": ("outlet", "publisher", "source", "publication", "site", "sitename", "newspaper", "sourcedomain",
               "domain", "medianame", "fieldspublication"),
    "url": ("url", "link", "canonicalurl", "permalink", "articleurl", "weburl"),
    "author": ("bylineoriginal", "fieldsbyline", "author", "byline", "authors", "creator", "by", "writer"),
    "id": ("id", "guid", "uuid", "articleid", "docid", "storiesid", "gkgrecordid"),
    "language": ("language", "lang"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that the user named; the others are guessed from their names. What stands inside another object of
    JSON is named by its path, "fields.body"; `articles` is the path to the list of articles."""

    text: str | None = None
    summary: str | None = None
    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    id: str | None = None
    language: str | None = None
    articles: str | None = None

    def of(self, names: Iterable[str], *, links: bool = False) -> dict[str, str]:
        """The column of each field, among `names`; `links` if an address will do where there is no text.

        Raises NoColumnError, which lists the columns that are there.
        """
        there = list(names)
        found: dict[str, str] = {}
        for field in (field for field in fields(self) if field.name in COMMON):
            named = getattr(self, field.name)
            column = _named(field.name, named, there) if named else _guessed(field.name, there)
            if column is not None:
                found[field.name] = column
        if not found.keys() & {"text", "summary", *(("url",) if links else ())}:
            fetch = f" or get the pages of its column {found['url']!r} with --fetch" if "url" in found else ""
            raise NoColumnError(
                f"none of its columns is known to hold the text: {_listed(there)}. Name it with --text-column{fetch}."
            )
        return found


def folded(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def _named(field: str, name: str, there: list[str]) -> str:
    found = next((column for column in there if column == name), None)
    found = found or next((column for column in there if folded(column) == folded(name)), None)
    if found is None:
        raise NoColumnError(f"it has no column {name!r} (--{field}-column). There are: {_listed(there)}.")
    return found


def _guessed(field: str, there: list[str]) -> str | None:
    by_name: dict[str, str] = {}
    for column in there:
        by_name.setdefault(folded(column), column)
    return next((by_name[name] for name in COMMON[field] if name in by_name), None)


def _listed(names: list[str], most: int = 30) -> str:
    shown = ", ".join(name[:60] or "(nameless)" for name in names[:most]) or "it has none"
    return f"{shown} and {len(names) - most} more" if len(names) > most else shown


def date_of(value: object) -> str | None:
    """A date as written; seconds or milliseconds since 1970 as ISO 8601."""
    text = str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    digits = text.removesuffix(".0")
    if digits.isascii() and digits.isdigit() and len(digits) in (10, 13):
        seconds = int(digits) / (1000 if len(digits) == 13 else 1)
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    return text or None
