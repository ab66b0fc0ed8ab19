"""Spans of a slot: its words' places, widened or parted so that no quotation mark or bracket stands alone.

Quotation marks are not among a tree's words, yet a span from word to word takes in those between: in
`a "new vision" of trade` the words `a new vision` must become `a "new vision"`, not `a "new vision`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.model import Span, Spans
from extract.syntax.tree import Word, spans_of
from extract.text.quotes import DOUBLE_MARKS

_OPENING = frozenset("“„‟«[")
_CLOSING = frozenset("”»]")
#: Quotation marks, and the brackets around what an editor put in.
_BRACKETS = frozenset("[]")
_MARKS = _BRACKETS | frozenset(DOUBLE_MARKS)
_MARK = re.compile(f"[{re.escape(''.join(sorted(_MARKS)))}]")


def slot_spans(words: Iterable[Word], source: str, bounds: Span | None = None) -> Spans:
    """The spans of `words` in `source`, in text order (law 1), with balanced quotation marks.

    They are widened within `bounds`, the extent of the words' sentence, only.
    """
    spans = spans_of(words)
    for start, end in spans:
        if _MARK.search(source, start, end) is not None:
            return tuple(_mended(list(spans), source, bounds or (0, len(source))))
    return spans


def _mended(spans: list[Span], source: str, bounds: Span) -> list[Span]:
    for at in _unmatched(spans, source):
        number = next(i for i, (start, end) in enumerate(spans) if start <= at < end)
        spans[number : number + 1] = _without(spans[number], at, source, bounds)
    return spans


def _unmatched(spans: list[Span], source: str) -> list[int]:
    """Places of marks inside the spans whose partner is not inside; straight marks open and close in turn.

    Brackets have their own partners: a lone one in a quotation does not tear it.
    """
    opened_of: dict[bool, list[int]] = {False: [], True: []}
    alone: list[int] = []
    for start, end in spans:
        for at in range(start, end):
            char = source[at]
            if char not in _MARKS:
                continue
            opened = opened_of[char in _BRACKETS]
            if char in _OPENING or (char not in _CLOSING and not (opened and source[opened[-1]] == char)):
                opened.append(at)
            elif opened:
                opened.pop()
            else:
                alone.append(at)
    return sorted([*opened_of[False], *opened_of[True], *alone])


def _without(span: Span, at: int, source: str, bounds: Span) -> list[Span]:
    """The span widened by the partner right beside it, or else parted around the mark at `at`."""
    start, end = span
    closes = source[at] in _CLOSING or (source[at] not in _OPENING and _closes(source, at))
    if not closes and end < bounds[1] and source[end] in _MARKS and source[end] not in _OPENING:
        return [(start, end + 1)]
    if closes and start > bounds[0] and source[start - 1] in _MARKS and source[start - 1] not in _CLOSING:
        return [(start - 1, end)]
    left = (start, start + len(source[start:at].rstrip()))
    right = (end - len(source[at + 1 : end].lstrip()), end)
    return [part for part in (left, right) if part[0] < part[1]]


def _closes(source: str, at: int) -> bool:
    """Whether a straight mark stands after a word rather than before one."""
    return at > 0 and not source[at - 1].isspace()
