"""With which characters a match of a pattern can begin: most words begin no expression, and need no try."""

from __future__ import annotations

import re

_PIECE = re.compile(r"\(\?:|\(\?!|\)|\||[?*]|\[[^\]]*\]|.")
_Beginning = tuple[frozenset[str], bool]
_NOTHING: _Beginning = (frozenset(), True)


def beginnings(pattern: str) -> frozenset[str]:
    """The first characters of a pattern's matches.

    The pattern is made of characters, classes, `(?:...|...)`, `(?!...)`, `?` and `*` only. ValueError where it
    could match nothing at all.
    """
    pieces = _PIECE.findall(pattern)
    (found, empty), end = _alternatives(pieces, 0)
    if empty or end != len(pieces):
        raise ValueError(f"no word need begin {pattern!r}")
    return found


def _alternatives(pieces: list[str], at: int) -> tuple[_Beginning, int]:
    found: frozenset[str] = frozenset()
    empty = False
    while True:
        (more, nothing), at = _sequence(pieces, at)
        found, empty = found | more, empty or nothing
        if at == len(pieces) or pieces[at] == ")":
            return (found, empty), at
        at += 1


def _sequence(pieces: list[str], at: int) -> tuple[_Beginning, int]:
    found, empty = _NOTHING
    while at < len(pieces) and pieces[at] not in {")", "|"}:
        (more, nothing), at = _element(pieces, at)
        if at < len(pieces) and pieces[at] in {"?", "*"}:
            nothing, at = True, at + 1
        if empty:
            found, empty = found | more, nothing
    return (found, empty), at


def _element(pieces: list[str], at: int) -> tuple[_Beginning, int]:
    piece = pieces[at]
    if piece == "(?:":
        inner, end = _alternatives(pieces, at + 1)
        return inner, end + 1
    if piece == "(?!":
        return _NOTHING, _alternatives(pieces, at + 1)[1] + 1
    return (frozenset(piece.strip("[]")), False), at + 1
