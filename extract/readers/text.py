"""Plain text, with front matter or "Key: value" lines at its head if there are any."""

from __future__ import annotations

from extract.readers import metadata
from extract.readers.decoding import decode
from extract.readers.draft import Draft, Input, Piece


def read(file: Input) -> Draft:
    text, notes = decode(file.source, file.raw, file.hints.encoding)
    head, body = metadata.split(text)
    return Draft(
        pieces=(Piece(body),),
        title=head.title,
        byline=head.byline,
        publisher=head.publisher,
        published=head.published,
        language=head.language,
        url=head.url,
        notes=notes + head.notes,
    )
