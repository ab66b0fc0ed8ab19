"""Stretches of a text that are no words: encoded data, addresses of a page's length, lines of signs.

A tokenizer takes quadratic time for some of these, and a parser as long for each sign as for a word. What stands
around them is read as if they were not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.model import Span

#: Signs have spaces between them or not; so have single letters. A sign at a word (its full stop) is the word's.
_NO_WORDS = re.compile(r"\S{1500,}|(?<!\w)(?:[^\w\s]\s{0,9}+){200,}|(?:_\s{0,9}+){200,}|(?:\b\w\s{1,9}+){300,}")
#: No shorter one is left out, and nothing else of this length stands between two words of a sentence.
FEWEST = 200


def nonwords(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The stretches of `text` between `start` and `end` that are no words, in order, without spaces at their end."""
    for match in _NO_WORDS.finditer(text, start, len(text) if end is None else end):
        yield match.start(), match.start() + len(match[0].rstrip())


def blanked(text: str) -> str:
    """`text` with a space for each character that is no word's, so that all others keep their places."""
    return _NO_WORDS.sub(lambda match: " " * len(match[0]), text)
