"""Nexis: articles below a line "3 of 12 DOCUMENTS" (text, until 2019), or above one "End of Document" (Nexis Uni)."""

from __future__ import annotations

import re

from extract.readers.containers.downloads import Archive
from extract.readers.dates import iso_date
from extract.readers.printed_metadata import stated_author
from extract.readers.record import Record

_BEGIN = re.compile(rb"\s*(\d+) of \d+ DOCUMENTS?\s*$")
_FIRST = re.compile(rb"^[ \t]*1 of \d+ DOCUMENTS?[ \t]*\r?$", re.MULTILINE)
_END = re.compile(rb"\s*End of Document\s*$")
#: The first lines of a list of what was downloaded, and a line between head and text.
_UNI = re.compile(
    rb"^(?:User Name: |Job Number:|Date and Time: \w+day, |Length:(?: |\xc2\xa0)+\d+ words\s*$)", re.MULTILINE
)
_WEEKDAY = re.compile(r"\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*$")
_COPYRIGHT = re.compile(r"(?:Copyright|©|\(c\)) \d{4}\b|All Rights Reserved\b")
#: Fields above the text; what follows one of the last ones is no text.
_ABOVE = ("byline", "section", "length", "dateline", "highlight", "body", "headline", "source")
_BELOW = ("load-date", "language", "publication-type", "graphic", "subject", "journal-code", "document-type",
          "classification", "correction-date")  # fmt: skip
_FIELD = re.compile(rf"({'|'.join((*_ABOVE, *_BELOW))})(?::\s*(.*)|\s*$)", re.IGNORECASE)


def is_nexis(start: bytes) -> bool:
    head = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    return bool(_BEGIN.match(head.split(b"\n", 1)[0]) or _FIRST.search(head) or _UNI.search(head))


def _record(text: str) -> Record:
    """The outlet, the date and the headline stand above the first field, the text below the last."""
    blocks = [" ".join(block.split()) for block in re.split(r"\n[ \t]*\n", text.replace("\r", ""))]
    head: list[str] = []
    body: list[str] = []
    fields: dict[str, str] = {}
    for block in filter(None, blocks):
        name, value = _field(block, _BELOW if body else (*_ABOVE, *_BELOW))
        if name:
            fields.setdefault(name, value)
        elif fields.keys() & set(_BELOW) or _COPYRIGHT.match(block):
            continue
        elif fields:
            body.append(block)
        else:
            head.append(block)
    title, outlet, published = _head(head)
    return Record(
        text="\n\n".join(body),
        title=fields.get("headline") or title,
        byline=stated_author(fields.get("byline", "")),
        outlet=outlet,
        published=published,
    )


def _field(block: str, known: tuple[str, ...]) -> tuple[str, str]:
    """The name and the value of a field, written "LENGTH: 212 words", "Length: 212 words" or "Body"."""
    match = _FIELD.match(block)
    if match is None or match[1].lower() not in known:
        return "", ""
    written = match[1].isupper() or match[1] == "-".join(part.capitalize() for part in match[1].split("-"))
    return (match[1].lower(), match[2] or "") if written else ("", "")


def _head(head: list[str]) -> tuple[str | None, str | None, str | None]:
    """Headline, outlet and date. Nexis Uni writes them in this order, Nexis the outlet first and the headline last."""
    dates = [iso_date(_WEEKDAY.sub("", block)) for block in head]
    at = next((i for i in reversed(range(len(head))) if dates[i]), None)
    if at is None:
        return (head[1], head[0], None) if len(head) > 1 else (next(iter(head), None), None, None)
    if at >= 2:
        return head[at - 2], head[at - 1], dates[at]
    return next(iter(head[at + 1 :]), None), head[0] if at else None, dates[at]


NEXIS = Archive("application/x-nexis", _BEGIN, _END, _record)
