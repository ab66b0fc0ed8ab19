"""Markdown (CommonMark with tables): text without markup, block kinds where the markup gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.model import BlockKind
from extract.readers import metadata
from extract.readers.decoding import decode
from extract.readers.draft import Draft, Input, Piece

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAGS = re.compile(r"<!--(?:.*?-->|.*)|</?[A-Za-z][^<>]*>", re.DOTALL)


def read(file: Input) -> Draft:
    text, notes = decode(file.source, file.raw, file.hints.encoding)
    head, body = metadata.split(text)
    pieces = tuple(_pieces(_tokens(body)))
    title = head.title or next((p.text for p in pieces if p.kind is BlockKind.TITLE), None)
    return replace(head, pieces=pieces, title=title, notes=notes + head.notes)


def _tokens(body: str) -> list[Token]:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table").parse(body)


def _pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    """One piece a block; the innermost list, quotation or heading around it gives the kind."""
    around: list[str] = []
    row: list[str] = []
    photo = False
    for token in tokens:
        if token.nesting == 1:
            around.append(token.type.removesuffix("_open") if token.type != "heading_open" else token.tag)
        elif token.nesting == -1:
            around.pop()
            if token.type == "tr_close":
                yield Piece(" | ".join(row), BlockKind.TABLE)
                row = []
        elif "tr" in around:
            row.append(_plain(token))
        elif text := _plain(token):
            kind = BlockKind.CAPTION if photo and _all_emphasis(token) else _kind(token, around)
            yield Piece(text, kind)
            photo = False
        else:
            photo = token.type == "inline"


def _kind(token: Token, around: Sequence[str]) -> BlockKind | None:
    if token.type in ("fence", "code_block"):
        return BlockKind.TABLE
    for name in reversed(around):
        if name in _KINDS:
            return _KINDS[name]
    return None


_KINDS = {
    "h1": BlockKind.TITLE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    "list_item": BlockKind.LIST,
    "blockquote": BlockKind.QUOTE,
}


def _plain(token: Token) -> str:
    if token.type == "inline":
        return "".join(map(_inline, token.children or ())).strip()
    return _TAGS.sub("", token.content).strip() if token.type in ("fence", "code_block", "html_block") else ""


def _inline(token: Token) -> str:
    """A soft break is a space; a picture's alternative text is not seen by readers of the page."""
    breaks = {"softbreak": " ", "hardbreak": "\n"}
    return breaks.get(token.type, token.content if token.type in ("text", "code_inline") else "")


def _all_emphasis(token: Token) -> bool:
    children = [child for child in token.children or () if child.content.strip() or child.nesting]
    return len(children) > 1 and children[0].type == "em_open" and children[-1].type == "em_close"
