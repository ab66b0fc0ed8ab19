"""Quotation marks: which characters they are, and which stretches of a text they enclose."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.model import Span

#: Double marks always quote. A single curly mark may be an apostrophe, so it is looked at in context.
DOUBLE_MARKS = frozenset('"“”„‟«»＂')
_PAIRS = {"“": "”", "„": "”", "‟": "”", "«": "»", "``": "''"}
_OPENING = frozenset({*"“„‟«", "``"})
_CLOSING = frozenset("”»")
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)([^‘’']*(?:[’'](?=\w)[^‘’']*)*)[’'](?!\w)")
_LINE = re.compile(r"[^\r\n]+")
#: Wire copy and tokenized corpora write a mark as two characters.
_MARK = re.compile(f"[{''.join(sorted(DOUBLE_MARKS))}]|``|''")
_TOKEN_MARKS = frozenset({"``", "''"})


def is_mark(token: str) -> bool:
    """Whether a token is nothing but a quotation mark (`''` and ```` `` ```` of tokenized corpora too)."""
    return token in DOUBLE_MARKS or token in _TOKEN_MARKS


def quoted_spans(text: str, stretches: Iterable[Span] | None = None) -> tuple[Span, ...]:
    """The quotations of `text` with their marks, in order, none inside another.

    `stretches` are its paragraphs (an article's blocks: a hard-wrapped one has line breaks); without them each
    line is one. A paragraph that opens a quotation and does not close it runs to its end: the next paragraph
    of the same speech opens again (the rule of English typography for speech over several paragraphs).
    """
    if stretches is None:
        stretches = [match.span() for match in _LINE.finditer(text)]
    return tuple((start + a, start + b) for start, end in stretches for a, b in _in_paragraph(text[start:end]))


def _in_paragraph(paragraph: str) -> list[Span]:
    spans = _doubles(paragraph)
    singles = [(m.start(), m.end()) for m in _SINGLE.finditer(paragraph) if " " in m[1] or "‘" in m[0]]
    spans.extend(s for s in singles if not any(a < s[1] and s[0] < b for a, b in spans))
    return sorted(spans)


def _doubles(paragraph: str) -> list[Span]:
    """Quotations in double marks. A quotation inside another has marks of another shape."""
    spans: list[Span] = []
    opened: re.Match[str] | None = None
    marks = list(_MARK.finditer(paragraph))
    for number, mark in enumerate(marks):
        if opened is None:
            if mark[0] not in _CLOSING:
                opened = mark
        elif _closes(mark[0], opened[0], [m[0] for m in marks[number:]]):
            spans.append((opened.start(), mark.end()))
            opened = None
    if opened is not None:
        spans.append((opened.start(), len(paragraph)))
    return spans


def _closes(mark: str, opened: str, rest: list[str]) -> bool:
    """Whether a mark closes the quotation; one of another shape only if no fitting one follows."""
    if mark in _OPENING:
        return False
    fitting = _PAIRS.get(opened, opened)
    return mark == fitting or fitting not in rest
