"""Plain text, with front matter or "Key: value" lines at its head if there are any."""

from __future__ import annotations

from dataclasses import replace

from extract.readers import metadata
from extract.readers.decoding import decode
from extract.readers.draft import Draft, Input, Piece


def read(file: Input) -> Draft:
    text, notes = decode(file.source, file.raw, file.hints.encoding)
    head, body = metadata.split(text)
    return replace(head, pieces=(Piece(body),), notes=notes + head.notes)
