"""One PDF file to a draft."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extract.errors import EmptyFileError, ReadError, TooLargeError
from extract.model import BlockKind
from extract.readers.draft import Draft, Input
from extract.readers.pdf.baselines import rows_of
from extract.readers.pdf.content_streams import drawn
from extract.readers.pdf.fonts import Faces
from extract.readers.pdf.page_text import Page
from extract.readers.pdf.paragraphs import paragraphs
from extract.readers.pdf.pdf_metadata import description
from extract.readers.pdf.pieces import pieces_of
from extract.readers.pdf.running_heads import Furniture, cleared
from extract.readers.pdf.source import damaged, opened, within_limits
from extract.readers.pdf.text_lines import lines_of
from extract.readers.printed_metadata import printed_author, printed_date

if TYPE_CHECKING:
    from pypdf import PdfReader

_MOST_CHARS = 1_500_000
_MOST_UNREADABLE = 0.3  # of a document's characters
_FEWEST_CHARS = 20


def read_bounded(file: Input) -> Draft:
    with within_limits(file.source):
        try:
            return _read(file)
        except RecursionError as error:
            raise ReadError(damaged(file.source, error)) from error


def _read(file: Input) -> Draft:
    reader = opened(file.source, file.raw)
    pages, notes = _drawn(file.source, reader)
    _check_text(file.source, pages)
    furniture = cleared([rows_of(page) for page in pages], [page.height for page in pages])
    lines = lines_of(furniture.pages)
    found = paragraphs(lines)
    pieces = tuple(pieces_of(found, lines, [page.pictures for page in pages]))
    printed = next((piece.text for piece in pieces if piece.kind is BlockKind.TITLE), None)
    words = [piece.text for piece in pieces]
    said = description(reader, file.source, words)
    return replace(
        said,
        pieces=pieces,
        title=printed or said.title,
        byline=printed_author(words) or said.byline,
        published=said.published or printed_date(words) or furniture.published,
        url=furniture.url,
        notes=(*notes, *_noted(pages, furniture), *said.notes),
    )


def _drawn(source: str, reader: PdfReader) -> tuple[list[Page], list[str]]:
    """All pages that can be read, and what is said of the others."""
    faces = Faces()
    pages: list[Page] = []
    failed: list[int] = []
    chars = 0
    for number in range(len(reader.pages)):
        try:
            page = drawn(reader.pages[number], faces)
        except TooLargeError as error:
            raise TooLargeError(f"{source} has {error}, too much for one article. Save its text as .txt.") from error
        except (MemoryError, RecursionError):
            raise
        except Exception as error:  # damaged pages make pypdf raise what it does not document
            failed.append(number + 1)
            reason = error
            continue
        pages.append(page)
        chars += sum(len(run.text) for run in page.runs)
        if chars > _MOST_CHARS:
            raise TooLargeError(f"{source} has more than {_MOST_CHARS:,} characters of text. Split it.")
    if not pages:
        raise ReadError(damaged(source, reason))
    return pages, [f"could not read {_pages(failed)}"] if failed else []


def _pages(numbers: list[int]) -> str:
    named = ", ".join(map(str, numbers[:5])) + (" and more" if len(numbers) > 5 else "")
    return f"page {named}" if len(numbers) == 1 else f"pages {named}"


def _check_text(source: str, pages: list[Page]) -> None:
    """A scan has pictures and no text; some fonts name no characters, so that only the eye can read them."""
    readable = sum(len(run.text) for page in pages for run in page.runs)
    unreadable = sum(page.unreadable for page in pages)
    if unreadable > _FEWEST_CHARS and unreadable > _MOST_UNREADABLE * (readable + unreadable):
        raise EmptyFileError(
            f"{source} has text that cannot be extracted: its fonts do not say which characters they show. "
            "Run it through OCR (ocrmypdf --force-ocr) and name the result."
        )
    if readable < _FEWEST_CHARS and any(page.pictures for page in pages):
        raise EmptyFileError(
            f"{source} is a scan: pictures of pages without text. Run it through OCR (ocrmypdf) and name the result."
        )
    if not readable:
        raise EmptyFileError(f"{source} has no text. If its pages show some, run it through OCR (ocrmypdf) first.")


def _noted(pages: list[Page], furniture: Furniture) -> list[str]:
    rotated = sum(page.rotated for page in pages)
    turned = [f"left out {rotated} piece{'s' * (rotated > 1)} of text that does not run from left to right"]
    return [*furniture.notes, *(turned if rotated else [])]
