"""A sentence in pieces, each with its place: words, as a person selects them, and what stands between two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import category

from extract.model import Span


def _pattern() -> re.Pattern[str]:
    """Words with their combining marks, each character of scripts that write none between words, emoji of several
    code points, anything else, spaces: no piece begins within what is read as one character."""
    marked = "".join(c for c in map(chr, range(0x300, 0x12000)) if category(c)[0] == "M") + "\ufe00-\ufe0f"
    letter = f"\\w[{marked}]*"
    single = f"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff][{marked}]*"
    sign = f"[^\\w\\s][{marked}\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
    word = f"(?:(?!{single}){letter})+"
    parts = (
        single, f"{word}(?:['’.\\-\u200c\u200d]{word})*", "[\U0001f1e6-\U0001f1ff]{2}",
        f"{sign}(?:\u200d{sign})*", "\\s+",
    )  # fmt: skip
    return re.compile("|".join(parts))


_WORDS = _pattern()


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of the sentence, or what stands between two. Places are code points of the article's text."""

    text: str
    start: int
    end: int
    word: bool


def pieces(text: str, start: int, end: int) -> tuple[Piece, ...]:
    """text[start:end] cut into words and what is between them; nothing of it is lost."""
    matches = _WORDS.finditer(text, start, end)
    return tuple(Piece(m[0], m.start(), m.end(), not m[0].isspace()) for m in matches)


def found(within: str, offset: int, text: str) -> Iterator[Span]:
    """The longest runs of the words of `text`, one behind the other; nothing behind the first that is missing."""
    rest, at = text.split(" "), 0
    while rest:
        runs = (" ".join(rest[:n]) for n in range(len(rest), 0, -1))
        run = next((run for run in runs if within.find(run, at) >= 0), None)
        if run is None:
            return
        start = within.index(run, at)
        at, rest = start + len(run), rest[run.count(" ") + 1 :]
        yield offset + start, offset + at
