"""Files to articles: `read` gives the article of some bytes, `load` the bytes of a path."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from extract.blocks import blocks
from extract.clean import clean, removed
from extract.errors import EmptyFileError, TooLargeError
from extract.language import language
from extract.model import Article, Block, BlockKind
from extract.readers.dates import iso_date
from extract.readers.draft import MAX_BYTES, Draft, Input, Piece, ReadHints
from extract.readers.files import label, load
from extract.readers.registry import READERS, Reader, endings, reader_for

__all__ = ["MAX_BYTES", "READERS", "ReadHints", "Reader", "endings", "label", "load", "read"]

_GAP = "\n\n"


def read(source: str, raw: bytes, hints: ReadHints | None = None) -> Article:
    """The article in `raw`, the bytes of what `source` (a path, "-", a member of an archive) names.

    Raises a ReadError whose message says what to do.
    """
    file = Input(label(source), raw, hints or ReadHints())
    _check_size(file)
    reader = reader_for(file)
    draft = reader.read(file)
    pieces = [Piece(clean(piece.text), piece.kind) for piece in _with_title(draft)]
    pieces = [piece for piece in pieces if piece.text.strip()]
    if not pieces:
        raise EmptyFileError(f"{file.source} holds no text. Leave it out, or save the article again.")
    return _titled(_article(file, reader, draft, pieces))


def _check_size(file: Input) -> None:
    if len(file.raw) > file.hints.max_bytes:
        raise TooLargeError(
            f"{file.source} has {len(file.raw) / 1e6:,.1f} MB, more than the {file.hints.max_bytes / 1e6:,.1f} MB "
            "allowed for one article. Split it, or raise the limit."
        )
    if not file.raw.strip(b"\xef\xbb\xbf \t\r\n\f\v"):
        raise EmptyFileError(f"{file.source} is empty. Leave it out, or save the article again.")


def _with_title(draft: Draft) -> Iterator[Piece]:
    """A title that only the metadata have comes first in the text: people read it first."""
    if draft.title and not any(_opens_with(piece.text, draft.title) for piece in draft.pieces[:3]):
        yield Piece(draft.title, BlockKind.TITLE)
    yield from draft.pieces


def _opens_with(text: str, title: str) -> bool:
    first = next((line for line in clean(text).split("\n") if line.strip()), "")
    return _folded(first) == _folded(title)


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", clean(text)).strip().casefold()


def _article(file: Input, reader: Reader, draft: Draft, pieces: list[Piece]) -> Article:
    text = _GAP.join(piece.text for piece in pieces)
    hints = file.hints
    return Article(
        source=file.source,
        text=text,
        text_hash=hashlib.sha256(text.encode()).hexdigest(),
        raw_hash=hashlib.sha256(file.raw).hexdigest(),
        media_type=reader.media_types[0],
        reader=reader.label,
        title=_line(hints.title or draft.title),
        byline=_line(hints.byline or draft.byline),
        publisher=_line(hints.publisher or draft.publisher),
        published=_published(hints) or draft.published,
        language=_line(hints.language) or language(text) or _line(draft.language),
        url=_line(hints.url or draft.url),
        blocks=tuple(_blocks(pieces)),
        notes=tuple(_notes(draft)),
    )


def _titled(article: Article) -> Article:
    """A headline that only the text shows becomes the article's title."""
    if article.title:
        return article
    title = next((block for block in blocks(article) if block.kind is BlockKind.TITLE), None)
    return replace(article, title=_line(article.text[title.start : title.end])) if title else article


def _line(value: str | None) -> str | None:
    return " ".join(clean(value).split()) or None if value else None


def _published(hints: ReadHints) -> str | None:
    return iso_date(hints.published) if hints.published else None


def _blocks(pieces: list[Piece]) -> Iterator[Block]:
    """The lines of the pieces whose kind is known."""
    start = 0
    for piece in pieces:
        if piece.kind:
            for match in re.finditer(r"\S(?:[^\n]*\S)?", piece.text):
                yield Block(piece.kind, start + match.start(), start + match.end())
        start += len(piece.text) + len(_GAP)


def _notes(draft: Draft) -> Iterator[str]:
    yield from draft.notes
    yield from removed("".join(piece.text for piece in draft.pieces))
