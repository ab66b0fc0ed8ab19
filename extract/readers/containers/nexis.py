"""Nexis downloads as text: articles one after another, each below a line "3 of 12 DOCUMENTS"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.errors import EmptyFileError, TooLargeError
from extract.readers.containers.byte_lines import lines, text_of, unmarked
from extract.readers.containers.labels import in_list
from extract.readers.containers.member_failures import failed
from extract.readers.containers.members import Found, OpenContainer
from extract.readers.dates import iso_date
from extract.readers.draft import Input
from extract.readers.record import Record

_BEGIN = re.compile(rb"\s*(\d+) of \d+ DOCUMENTS?\s*$")
_FIELD = re.compile(r"([A-Z][A-Z-]{2,20}):\s*(.*)")
_WEEKDAY = re.compile(r"\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*$")
_COPYRIGHT = re.compile(r"Copyright \d{4}\b|All Rights Reserved\b")
#: Fields above the text that are not used; what follows one of the last ones is no text.
_ABOVE = ("BYLINE", "SECTION", "LENGTH", "DATELINE", "HIGHLIGHT", "BODY", "HEADLINE", "SOURCE")
_BELOW = ("LOAD-DATE", "LANGUAGE", "PUBLICATION-TYPE", "GRAPHIC", "SUBJECT", "JOURNAL-CODE", "DOCUMENT-TYPE")


def is_nexis(start: bytes) -> bool:
    head = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    return bool(_BEGIN.match(head.split(b"\n", 1)[0]))


def unbind(container: OpenContainer) -> Iterator[Found]:
    """Each article, called by its number in the download."""
    for number, raw in _articles(container):
        source = container.box.unique(in_list(container.blob.source, number))
        if raw is None:
            most = f"{container.box.limits.max_bytes / 1e6:,.1f} MB allowed"
            yield failed(source, TooLargeError(f"article {number} has more than the {most}. Raise --max-bytes."))
            continue
        record = _record(text_of(source, raw, container.blob.hints.encoding))
        if record.text:
            yield Input(source, record.raw(), container.as_record("application/x-nexis"))
        else:
            yield failed(source, EmptyFileError(f"article {number} has no text. Download it again with its full text."))


def _articles(container: OpenContainer) -> Iterator[tuple[str, bytes | None]]:
    most = container.box.limits.max_bytes
    number, parts, size = "", [b""], 0
    for line in lines(unmarked(container.blob.stream), most):
        if line is not None and (match := _BEGIN.match(line)):
            if number:
                yield number, b"".join(parts) if size <= most else None
            number, parts, size = match[1].decode(), [], 0
            continue
        size += most + 1 if line is None else len(line)
        if line is not None and size <= most:
            parts.append(line)
    if number:
        yield number, b"".join(parts) if size <= most else None


def _record(text: str) -> Record:
    """The name of the outlet, the date and the headline stand above the first field, the text below the last."""
    blocks = [" ".join(block.split()) for block in re.split(r"\n[ \t]*\n", text.replace("\r", ""))]
    head: list[str] = []
    body: list[str] = []
    fields: dict[str, str] = {}
    for block in filter(None, blocks):
        match = _FIELD.match(block)
        name = match[1] if match else ""
        if match and name in (*_ABOVE, *_BELOW):
            fields.setdefault(name, match[2])
        elif fields.keys() & set(_BELOW) or _COPYRIGHT.match(block):
            continue
        elif fields:
            body.append(block)
        else:
            head.append(block)
    dates = [iso_date(_WEEKDAY.sub("", block)) for block in head]
    at = next((i for i, date in enumerate(dates) if date), None)
    titles = head[at + 1 :] if at is not None else head[1:]
    return Record(
        text="\n\n".join(body),
        title=fields.get("HEADLINE") or next(iter(titles), None),
        byline=re.sub(r"^[Bb]y ", "", fields.get("BYLINE", "")) or None,
        outlet=head[0] if head and at != 0 else None,
        published=dates[at] if at is not None else None,
    )
