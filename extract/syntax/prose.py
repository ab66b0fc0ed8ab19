"""What the text of an article says of the words of its headlines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from extract.model import HEADLINES, Block

_POSSESSIVE = re.compile("['’]s$")
_WORD = re.compile(r"[\w'’]+")
#: A word inside a sentence, and two words with capitals.
_INSIDE = re.compile(r"(?<=[a-z,;] )[A-Za-z][A-Za-z'’]*")
_NAMES = re.compile(r"(?=\b([A-Z][A-Za-z'’]*) ([A-Z][A-Za-z'’]*))")
#: Words behind which a verb has its bare form.
_BEFORE_BARE = ("to", "will", "would", "can", "could", "may", "might", "should", "must", "did", "not")


class Prose:
    """The text of an article without its headlines. What is asked of it is found once."""

    def __init__(self, source: str, blocks: Sequence[Block]) -> None:
        self._text = "\n".join(source[block.start : block.end] for block in blocks if block.kind not in HEADLINES)

    @cached_property
    def inside(self) -> Counter[str]:
        """How often each word stands inside a sentence, as it is written there."""
        return Counter(whole(word) for word in _INSIDE.findall(self._text))

    @cached_property
    def names(self) -> set[tuple[str, str]]:
        """Pairs of words with capitals, one behind the other."""
        return set(_NAMES.findall(self._text))

    @cached_property
    def _words(self) -> list[str]:
        return _WORD.findall(self._text.lower())

    @cached_property
    def _distinct(self) -> frozenset[str]:
        return frozenset(self._words)

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        return frozenset(pairwise(self._words))

    def has_pair(self, first: str, second: str) -> bool:
        """Whether two words stand one behind the other, in any letters."""
        return (first.lower(), second.lower()) in self._pairs

    def lacks(self, *words: str) -> bool:
        """Whether there is a text, and it has none of some words in lower case."""
        return bool(self._distinct) and self._distinct.isdisjoint(words)

    def has_verb(self, base: str) -> bool:
        """Whether a verb is there in a regular form ("plunged"), or bare behind "to" or a modal ("may plunge")."""
        is_bare = any((word, base) in self._pairs for word in _BEFORE_BARE)
        return is_bare or not self._distinct.isdisjoint(_regular(base))


def whole(word: str) -> str:
    """A word without the ending of a possessive."""
    return _POSSESSIVE.sub("", word)


def _regular(base: str) -> set[str]:
    stems = {base, base.removesuffix("e"), base + base[-1]}
    past = {f"{base[:-1]}ied"} if base.endswith("y") else {f"{stem}ed" for stem in stems}
    return past | {f"{stem}ing" for stem in stems}
