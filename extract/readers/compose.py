"""From a reader's draft to an article: canonical text once and for all, then hashes and offsets."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from extract.errors import EmptyFileError, TooLargeError
from extract.model import Article, Block, BlockKind
from extract.readers.dates import iso_date
from extract.readers.draft import Draft, Input, Piece, fingerprint
from extract.readers.registry import Reader
from extract.text.blocks import blocks, folded
from extract.text.clean import clean, removed
from extract.text.language import language
from extract.text.lines import unwrapped

_GAP = "\n\n"
#: As much as a fat novel. Also without a limit on bytes, memory and time for one article have one.
_MOST_CHARS = 1_000_000
_MOST_LINES = 100_000
_TRIMMED_LINE = re.compile(r"\S(?:[^\n]*\S)?")


def compose(file: Input, reader: Reader, draft: Draft) -> Article:
    """The article of a draft; raises EmptyFileError if no visible character is left of it."""
    cleaned = [piece for piece in map(_cleaned, _with_title(draft)) if piece.text.strip()]
    pieces = [piece if piece.kind else Piece(unwrapped(piece.text)) for piece in cleaned]
    if not pieces:
        raise EmptyFileError(f"{file.source} holds no text. Leave it out, or save the article again.")
    if (chars := sum(len(piece.text) for piece in pieces)) > _MOST_CHARS:
        raise TooLargeError(
            f"{file.source} has {chars:,} characters of text. One article may have {_MOST_CHARS:,}. Split it."
        )
    if sum(piece.text.count("\n") + 1 for piece in pieces) > _MOST_LINES:
        raise TooLargeError(f"{file.source} has more than {_MOST_LINES:,} lines, too many for one article. Split it.")
    notes = [*file.hints.notes, *draft.notes, *removed("".join(piece.text for piece in draft.pieces))]
    if pieces != cleaned:
        notes.append("joined the lines of wrapped paragraphs")
    return _titled(_article(file, reader, draft, pieces, notes))


def _with_title(draft: Draft) -> Iterator[Piece]:
    """A title that only the metadata have comes first in the text: people read it first."""
    if draft.title and not any(_opens_with(piece.text, draft.title) for piece in draft.pieces[:3]):
        yield Piece(draft.title, BlockKind.TITLE)
    yield from draft.pieces


def _opens_with(text: str, title: str) -> bool:
    first = next((line for line in clean(text).split("\n") if line.strip()), "")
    return folded(first) == folded(clean(title))


def _cleaned(piece: Piece) -> Piece:
    return Piece(clean(piece.text), piece.kind)


def _article(file: Input, reader: Reader, draft: Draft, pieces: list[Piece], notes: list[str]) -> Article:
    text = _GAP.join(piece.text for piece in pieces)
    hints = file.hints
    return Article(
        source=file.source,
        text=text,
        text_hash=hashlib.sha256(text.encode()).hexdigest(),
        raw_hash=fingerprint(file.raw, hints),
        media_type=reader.media_types[0],
        reader=reader.label,
        title=_line(hints.title or draft.title),
        byline=_line(hints.byline or draft.byline),
        outlet=_line(hints.outlet or draft.outlet),
        published=iso_date(hints.published) or draft.published,
        language=_line(hints.language) or language(text) or _line(draft.language),
        url=_line(hints.url or draft.url),
        blocks=tuple(_blocks(pieces)),
        notes=tuple(notes),
    )


def _line(value: str | None) -> str | None:
    return " ".join(clean(value).split()) or None if value else None


def _blocks(pieces: list[Piece]) -> Iterator[Block]:
    """The lines of the pieces whose kind is known."""
    start = 0
    for piece in pieces:
        if piece.kind:
            for match in _TRIMMED_LINE.finditer(piece.text):
                yield Block(piece.kind, start + match.start(), start + match.end())
        start += len(piece.text) + len(_GAP)


def _titled(article: Article) -> Article:
    """A headline that only the text shows becomes the article's title."""
    if article.title:
        return article
    title = next((block for block in blocks(article) if block.kind is BlockKind.TITLE), None)
    if title is None:
        return article
    start = article.text.rfind("\n", 0, title.start) + 1  # with a label before it: "Exclusive: ..."
    return replace(article, title=_line(article.text[start : title.end]))
