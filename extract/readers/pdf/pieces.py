"""Paragraphs to pieces: headlines by their size, captions by the picture beside them, tables by their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.model import BlockKind
from extract.readers.draft import Piece
from extract.readers.pdf.hyphens import Hyphens, hyphens
from extract.readers.pdf.page_text import Box, Line
from extract.readers.pdf.paragraphs import Paragraph, body_size, is_body
from extract.text.blocks import folded

_STOP = re.compile(r"[.!?…][)\]”\"’'»]*$")
_CAPTION = re.compile(
    r"(?:fig(?:ure)?\.?|photo(?:graph)?|picture|image|map|chart|graphic|table)\s*(?:\d+|:|by\b)", re.I
)
#: In its own line or type even where it says more: "By MIRA TOLLAND in Port Calder"
_BYLINE = re.compile(r"(?:By|BY) [A-Z]")
_MOST_BYLINE_WORDS = 12
_TITLE = 1.25  # of the text's size
_HEADING = 1.08
_MOST_HEADING_WORDS = 30
_MOST_BOLD_WORDS = 14
_SENTENCE_WORDS = 12  # with a full stop, so long a text in large type is a standfirst
_FEWEST_QUOTED_WORDS = 5
_BESIDE = 3.0  # lines between a picture and its caption
_MOST_CAPTION_WORDS = 70


@dataclass(frozen=True, slots=True)
class Document:
    """What is known of the whole document when one paragraph is looked at."""

    body: float
    largest: float
    hyphens: Hyphens
    pictures: Sequence[Sequence[Box]]


def pieces_of(found: Sequence[Paragraph], lines: Sequence[Line], pictures: Sequence[Sequence[Box]]) -> list[Piece]:
    body = body_size(lines)
    largest = max((p.size for p in found if p.first.page == 0 and len(p.first.text) > 1), default=0.0)
    document = Document(body, largest, hyphens(line.text for line in lines), pictures)
    return list(_once_titled(_without_pull_quotes([_piece(p, document) for p in found], found, body)))


def text_of(paragraph: Paragraph, document: Document) -> str:
    text = paragraph.first.text
    for line in paragraph.lines[1:]:
        text = document.hyphens.joined(text, line.text)
    return text.replace("\u00ad", "")


def _piece(paragraph: Paragraph, document: Document) -> Piece:
    if paragraph.tabular:
        return Piece(
            "\n".join(" | ".join(cell.text for cell in line.cells) for line in paragraph.lines), BlockKind.TABLE
        )
    text = text_of(paragraph, document)
    return Piece(text, _kind(paragraph, text, document))


def _kind(paragraph: Paragraph, text: str, document: Document) -> BlockKind | None:
    """None where the words have to tell: paragraphs, bylines, datelines, credits."""
    words = len(text.split())
    if (
        paragraph.size >= _TITLE * document.body
        and paragraph.size >= 0.98 * document.largest
        and paragraph.first.page == 0
    ):
        return BlockKind.TITLE if 1 < words <= _MOST_HEADING_WORDS else None
    if _is_caption(paragraph, text, document):
        return BlockKind.CAPTION
    if paragraph.is_item:
        return BlockKind.LIST
    if _BYLINE.match(text) and words <= _MOST_BYLINE_WORDS and not _STOP.search(text):
        return BlockKind.BYLINE
    sentence = bool(_STOP.search(text)) and words > _SENTENCE_WORDS
    if paragraph.size >= _HEADING * document.body:
        return BlockKind.HEADING if words <= _MOST_HEADING_WORDS and not sentence and words > 1 else None
    bold = paragraph.bold and not _STOP.search(text) and 1 < words <= _MOST_BOLD_WORDS and not text.endswith((":", ","))
    return BlockKind.HEADING if bold else None


def _is_caption(paragraph: Paragraph, text: str, document: Document) -> bool:
    """Text in its own type next to a picture, or smaller text that says what it describes."""
    if len(text.split()) > _MOST_CAPTION_WORDS:
        return False
    unlike = not is_body(paragraph.first, document.body) or paragraph.italic or paragraph.bold
    smaller = paragraph.size < 0.97 * document.body
    beside = any(_is_beside(paragraph, box) for box in document.pictures[paragraph.first.page])
    small_enough = paragraph.size <= _HEADING * document.body
    return small_enough and unlike and (beside or (smaller and bool(_CAPTION.match(text))))


def _is_beside(paragraph: Paragraph, box: Box) -> bool:
    """Directly below or above a picture and within its width, or to its side."""
    near = _BESIDE * paragraph.size
    over = min(paragraph.first.right, box.x1) - max(paragraph.first.x0, box.x0) > 0
    below = -near < paragraph.first.y - paragraph.size - box.bottom < near
    above = -near < box.top - paragraph.last.y < near
    return over and (below or above)


def _without_pull_quotes(pieces: list[Piece], found: Sequence[Paragraph], body: float) -> Iterator[Piece]:
    """Large type that repeats words of the text says nothing new."""
    text = folded(" ".join(piece.text for piece, p in zip(pieces, found, strict=True) if is_body(p.first, body)))
    for at, (piece, paragraph) in enumerate(zip(pieces, found, strict=True)):
        words = folded(piece.text)
        repeated = at > 0 and len(words.split()) >= _FEWEST_QUOTED_WORDS and words in text
        pulled = repeated and not is_body(paragraph.first, body)
        yield Piece(piece.text, BlockKind.BOILERPLATE) if pulled else piece


def _once_titled(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The first headline in the largest type is the title, others of its size are headings."""
    titled = False
    for piece in pieces:
        if piece.kind is BlockKind.TITLE and titled:
            yield Piece(piece.text, BlockKind.HEADING)
        else:
            titled = titled or piece.kind is BlockKind.TITLE
            yield piece
