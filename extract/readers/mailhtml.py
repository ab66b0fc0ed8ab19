"""The page of a message: what mail programs mark as quoted, taken out of the sender's own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.model import BlockKind
from extract.readers.draft import Piece
from extract.readers.furniture import MARKED, Trust, drop_textless, mark, prune, strip
from extract.readers.markup import MarkupError, parse
from extract.readers.page import words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

#: Gmail, Yahoo, Thunderbird, Proton, Outlook on the web.
_QUOTE_CLASS = re.compile(
    r"(?:^|\s)(?:gmail_quote|yahoo_quoted|moz-cite-prefix|protonmail_quote|gmail_signature|moz-signature)(?:\s|$|_)"
)
_QUOTE_ID = re.compile(r"(?:divRplyFwdMsg|appendonsend|Signature|mail-editor-reference-message-container)")
_FORWARDED = re.compile(r"-{2,}\s*Forwarded message|Begin forwarded message", re.I)


def divided(page: str) -> tuple[str, tuple[Piece, ...]]:
    """The page without what is quoted and without what is hidden, and the first as boilerplate.

    A forwarded message is no quotation.
    """
    from lxml.etree import tostring

    try:
        root = parse(page)
    except MarkupError:
        return page, ()  # whoever reads it next says why
    quoted: list[Piece] = []
    for element in [e for e in root.iter("div", "blockquote", "table", "span") if _is_quote(e)]:
        text = words(" ".join(element.itertext()))
        if next(element.iterancestors(MARKED), None) is None and not _FORWARDED.search(text[:200]):
            mark(root, [element])
            quoted += [Piece(text, BlockKind.BOILERPLATE)] if text else []
    strip(root)
    if not root.text_content().strip():
        return page, ()
    drop_textless(root)
    prune(root, Trust())
    return tostring(root, encoding="unicode", method="html"), tuple(quoted)


def _is_quote(element: Element) -> bool:
    cited = element.tag == "blockquote" and element.get("type") == "cite"
    return bool(cited or _QUOTE_CLASS.search(element.get("class") or "") or _QUOTE_ID.match(element.get("id") or ""))
