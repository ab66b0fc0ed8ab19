"""HTML that is the body of an article and no page: what feeds and tables carry."""

from __future__ import annotations

from extract.errors import ReadError
from extract.model import BlockKind
from extract.readers.draft import Piece
from extract.readers.markup import MarkupError, parse
from extract.readers.page import Found, blocks_of

_NO_WORDS = ("script", "style", "noscript", "template", "iframe", "object", "svg", "head", "form", "button")
#: A line most of whose characters are links leads to other pages.
_MOST_LINKED = 0.5
_SHORT = 80


def pieces_of_fragment(source: str, markup: str) -> tuple[Piece, ...]:
    """The blocks of a piece of HTML, in order. Raises ReadError for what is nested too deeply or too long."""
    from lxml.etree import strip_elements

    text = markup.replace("\0", " ")
    if not text.strip():
        return ()
    try:
        body = parse(f"<html><body>{text}</body></html>")
    except MarkupError as error:
        raise ReadError(f"The HTML of {source} could not be read: {error}. Leave it out, or give its text.") from error
    strip_elements(body, *_NO_WORDS, with_tail=False)
    return tuple(Piece(found.text, found.kind) for found in blocks_of(body) if not _leads_away(found))


def _leads_away(found: Found) -> bool:
    """ "Read more", "The post ... appeared first on ...": lines that are links, as feeds end with."""
    return found.linked > _MOST_LINKED and len(found.text) <= _SHORT and found.kind is not BlockKind.TITLE
