"""A Word document's body as pieces, in the order it is read: paragraphs, tables, text boxes, notes at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from extract.model import BlockKind
from extract.readers.docx.element_names import attribute, child, children, local
from extract.readers.docx.package import Package
from extract.readers.docx.paragraph_text import Words, tidy, visible, words_of
from extract.readers.docx.styles import FIRST_HEADING, Style, Styles
from extract.readers.draft import Piece

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

#: A cell with more words than this is no cell of a table but a part of the page's layout.
_MOST_CELL_WORDS = 40
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


@dataclass(frozen=True, slots=True)
class Text:
    pieces: tuple[Piece, ...]
    notes: tuple[str, ...]


@dataclass(slots=True)
class _Styled:
    piece: Piece
    style: Style


@dataclass(slots=True)
class _Body:
    """Gathers pieces. `carried` is a paragraph whose mark is deleted: the next one goes on where it ends."""

    styles: Styles
    found: list[_Styled] = field(default_factory=list)
    references: list[tuple[str, str]] = field(default_factory=list)
    carried: str = ""
    inserted: int = 0
    deleted: int = 0

    def add_all(self, parent: Element) -> None:
        for element in visible(parent):
            name = local(element)
            if name == "p":
                self.add_paragraph(element)
            elif name == "tbl":
                self.add_table(element)
            elif name not in ("del", "moveFrom", "sectPr", "sdtPr"):  # content controls, insertions, custom XML
                self.add_all(element)

    def add_paragraph(self, paragraph: Element) -> None:
        words = self.count(words_of(paragraph))
        text = self.carried + words.joined()
        self.carried = text if _goes_on(paragraph) else ""
        if (seen := tidy(text)) and not self.carried:
            style = self.styles.of(paragraph)
            kind = style.kind or (BlockKind.LIST if style.numbered else None)
            self.found.append(_Styled(Piece(seen, kind), style))
        for box in words.boxes:
            self.add_all(box)

    def count(self, words: Words) -> Words:
        self.references += words.notes
        self.inserted += words.inserted
        self.deleted += words.deleted
        return words

    def add_table(self, table: Element) -> None:
        rows = [row for row in _inside(table, "tr") if not _is_deleted_row(row)]
        if any(len(_cell(cell).split()) > _MOST_CELL_WORDS for row in rows for cell in _inside(row, "tc")):
            for row in rows:
                for cell in _inside(row, "tc"):
                    self.add_all(cell)
            return
        for row in rows:
            cells = [text for cell in _inside(row, "tc") if (text := " ".join(_cell(cell).split()))]
            if cells:
                self.found.append(_Styled(Piece(" | ".join(cells), BlockKind.TABLE), Style("")))
            for paragraph in row.iter("{*}p"):
                self.count(words_of(paragraph))


def pieces_of(package: Package, styles: Styles) -> Text:
    body = _Body(styles)
    for part in children(package.document(), "body"):
        body.add_all(part)
    if body.carried:
        body.found.append(_Styled(Piece(tidy(body.carried)), Style("")))
    main = tuple(_titled(body.found))
    notes = tuple(_notes(package, body))
    return Text(main + notes, tuple(_said(body)))


def _inside(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those in content controls."""
    for inner in element:
        if local(inner) == name:
            yield inner
        elif local(inner) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _inside(inner, name)


def _cell(cell: Element) -> str:
    return "\n".join(tidy(words_of(paragraph).joined()) for paragraph in cell.iter("{*}p"))


def _goes_on(paragraph: Element) -> bool:
    """Whether the mark at the paragraph's end is a tracked deletion."""
    mark = child(child(paragraph, "pPr"), "rPr")
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None


def _is_deleted_row(row: Element) -> bool:
    return child(child(row, "trPr"), "del") is not None


def _titled(found: list[_Styled]) -> Iterator[Piece]:
    """A document without a title whose only first-level heading comes first has it for one."""
    first = [styled for styled in found if styled.style.name == FIRST_HEADING]
    untitled = not any(styled.piece.kind is BlockKind.TITLE for styled in found)
    for styled in found:
        only = untitled and first == [styled] and styled is next((s for s in found if s.style.kind), None)
        yield replace(styled.piece, kind=BlockKind.TITLE) if only else styled.piece


def _notes(package: Package, body: _Body) -> Iterator[Piece]:
    """The notes that the text refers to, in its order."""
    for kind in ("footnote", "endnote"):
        wanted = [name for part, name in body.references if part == kind]
        root = package.part(f"{kind}s") if wanted else None
        found = (
            {attribute(n, "id"): n for n in root if attribute(n, "type") not in _SEPARATORS} if root is not None else {}
        )
        inner = _Body(body.styles)
        for name in dict.fromkeys(wanted):
            if name in found:
                inner.add_all(found[name])
        yield from (Piece(styled.piece.text) for styled in inner.found)


def _said(body: _Body) -> Iterator[str]:
    if body.inserted or body.deleted:
        yield "has tracked changes, which were read as accepted"
