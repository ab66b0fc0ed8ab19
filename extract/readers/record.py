"""An article that came as fields, not as a file: a row of a table, a JSON object, an item of a feed.

Its fields are its bytes (JSON in ASCII, so that lone surrogates survive), so that a changed title or date is
a changed article; the worker makes the draft of them.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import asdict, dataclass

from extract.errors import ReadError
from extract.readers.dates import iso_date
from extract.readers.draft import Draft, Input, Piece
from extract.readers.fragment import pieces_of_fragment

_TAG = re.compile(r"</(?:p|div|span|a|b|i|em|strong|h\d|li|ul|blockquote)\s*>|<(?:br|p|img|hr)\b[^<>]{0,500}>", re.I)
#: "The mill was sold… [+2311 chars]", as news APIs cut texts.
_CUT = re.compile(r"\[\+(\d{1,7}) chars\]\s*(?:</\w+>\s*)*$")
_BY = re.compile(r"^by:?\s+", re.I)
_MOST_TAIL = 100
_MOST_CHARS_LOOKED_AT = 100_000


@dataclass(frozen=True, slots=True)
class Record:
    """Fields as they were written; `markup` where `text` is HTML."""

    text: str
    markup: bool = False
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()

    def raw(self) -> bytes:
        return json.dumps(asdict(self), sort_keys=True).encode("ascii")


def has_markup(text: str) -> bool:
    """Whether a text is HTML rather than words that speak of it."""
    return bool(_TAG.search(text, 0, _MOST_CHARS_LOOKED_AT))


def read(file: Input) -> Draft:
    record = _record(file)
    pieces = pieces_of_fragment(file.source, record.text) if record.markup else (Piece(record.text),)
    notes = list(record.notes)
    if cut := _CUT.search(record.text[-_MOST_TAIL:]):
        notes.append(f"the text is cut off: {cut[1]} more characters were left out where it comes from")
    published = iso_date(record.published)
    if record.published and published is None:
        notes.append(f"its date {record.published[:40]!r} could not be read")
    return Draft(
        pieces=pieces,
        title=_plain(record.title),
        byline=_BY.sub("", _plain(record.byline) or "") or None,
        outlet=_plain(record.outlet),
        published=published,
        language=_language(record.language),
        url=record.url,
        notes=tuple(notes),
    )


def _record(file: Input) -> Record:
    try:
        fields = json.loads(file.raw)
        return Record(**{**fields, "notes": tuple(fields["notes"])})
    except (ValueError, TypeError, KeyError) as error:
        raise ReadError(
            f"{file.source} is not an article of a table or feed. Name the table or feed itself."
        ) from error


def _language(value: str | None) -> str | None:
    """A code without its country: "en" for "en-GB" and for "English"."""
    code = (value or "").split("-")[0].strip().lower()
    return {"english": "en"}.get(code, code) or None


def _plain(value: str | None) -> str | None:
    """Titles of feeds are often HTML ("R&amp;D", "<b>Council</b>")."""
    if value is None:
        return None
    return " ".join(html.unescape(_TAG.sub(" ", value)).split()) or None
