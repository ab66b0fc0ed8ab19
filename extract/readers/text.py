"""Plain text, with front matter or "Key: value" lines at its head if there are any, or a line with its date."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from extract.readers import metadata
from extract.readers.decoding import decode
from extract.readers.draft import Draft, Input, Piece
from extract.readers.printed_metadata import printed_date

#: A title, a byline and the date.
_LINES_AT_HEAD = 3


def read(file: Input) -> Draft:
    text, notes = decode(file.source, file.raw, file.hints.encoding)
    head, body = metadata.split(text)
    lines = islice((line for line in body.splitlines() if line.strip()), _LINES_AT_HEAD)
    published = head.published or printed_date(list(lines))
    return replace(head, published=published, pieces=(Piece(body),), notes=notes + head.notes)
