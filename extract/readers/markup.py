"""HTML as a tree, by lxml, or in words why not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

#: libxml2 compares each attribute of an element with all before it: 10,000 take a quarter of a second, 300,000 minutes.
_MOST_ATTRIBUTES = 10_000
_ATTRIBUTE = r"""[\s/"'=]*+[^\s=>/"']++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_TAG = re.compile(rf"<[a-zA-Z](?:{_ATTRIBUTE}){{0,{_MOST_ATTRIBUTES}}}+(?P<more>{_ATTRIBUTE})?+")


class MarkupError(ValueError):
    """`str(error)` says what is wrong with the markup."""


def parse(markup: str) -> Element:
    """The tree of a page or a part of one, without comments. Raises MarkupError."""
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    if any(tag["more"] for tag in _TAG.finditer(markup)):
        raise MarkupError(f"one of its elements has more than {_MOST_ATTRIBUTES:,} attributes")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        page: Element = document_fromstring(markup.encode("utf-8", "ignore"), parser=parser)
    except (LxmlError, ValueError) as error:
        raise MarkupError(str(error)) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise MarkupError("its elements are nested too deeply, or one of its texts is too long")
    return page
