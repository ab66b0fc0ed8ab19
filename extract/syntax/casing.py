"""Headlines In Title Case as the parser would meet them in prose: "Court Orders Release Of Poet".

To the models each capital is a name: in "Official Invokes Law" they saw somebody called Invokes Law. What the article's
own text writes in lower case, and verbs that it has no name for, go to the parser in lower case. Every word keeps its
place (truecasing, Lita et al. 2003, with the article itself as the model).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from extract.model import HEADLINES, Block
from extract.syntax.hidden_verbs import BaseOf, Wording, candidates

_POSSESSIVE = re.compile("['’]s$")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
#: A word inside a sentence, and two words with capitals.
_INSIDE = re.compile(r"(?<=[a-z,;] )[A-Za-z][A-Za-z'’]*")
_PAIR = re.compile(r"(?=\b([A-Z][A-Za-z'’]*) ([A-Z][A-Za-z'’]*))")
#: Words of so many letters tell whether a headline is in title case; it has so many, and nine of ten have a capital.
_LETTERS, _FEWEST = 4, 3

#: Whether a word in lower case is common, and so no name that the article happens to have only in its headline.
IsCommon = Callable[[str], bool]


def wordings(source: str, blocks: Sequence[Block], is_common: IsCommon, base_of: BaseOf) -> Iterator[Wording]:
    """The text of each block for the parser, of headlines with words that may be verbs."""
    prose: _Prose | None = None
    for block in blocks:
        text = source[block.start : block.end]
        if block.kind not in HEADLINES:
            yield Wording(text)
            continue
        prose = prose or _Prose(source, blocks)
        if _is_title_case(text):
            text = prose.cased(text, is_common)
        yield Wording(text, tuple(candidates(text, prose.text, base_of)))


def _is_title_case(text: str) -> bool:
    telling = [word for word in _WORD.findall(text) if len(word) >= _LETTERS]
    return len(telling) >= _FEWEST and 10 * sum(word[0].isupper() for word in telling) >= 9 * len(telling)


class _Prose:
    """How often an article writes each word with a capital inside a sentence, and which pairs of names it has."""

    def __init__(self, source: str, blocks: Sequence[Block]) -> None:
        self.text = "\n".join(source[block.start : block.end] for block in blocks if block.kind not in HEADLINES)

    @cached_property
    def _inside(self) -> Counter[str]:
        return Counter(_POSSESSIVE.sub("", word) for word in _INSIDE.findall(self.text))

    @cached_property
    def _pairs(self) -> set[tuple[str, str]]:
        return set(_PAIR.findall(self.text))

    def cased(self, text: str, is_common: IsCommon) -> str:
        """A headline with its common words in lower case, its first word aside."""
        found = list(_WORD.finditer(text))
        words = [match[0] for match in found]
        chars = list(text)
        for at in range(1, len(words)):
            if words[at][1:].islower() and not self._is_name(words, at) and self._is_common(words[at], is_common):
                chars[found[at].start()] = words[at][0].lower()
        return "".join(chars)

    def _is_name(self, words: Sequence[str], at: int) -> bool:
        return any(pair in self._pairs for pair in (tuple(words[at - 1 : at + 1]), tuple(words[at : at + 2])))

    def _is_common(self, word: str, is_common: IsCommon) -> bool:
        whole = _POSSESSIVE.sub("", word)
        small, capital = self._inside[whole.lower()], self._inside[whole]
        return small > capital if small or capital else is_common(whole.lower())
