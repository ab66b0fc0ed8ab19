"""Headlines In Title Case as the parser would meet them in prose: "Court Orders Release Of Poet".

To the models each capital is a name: in "Official Invokes Law" they saw somebody called Invokes Law. What the article's
own text writes in lower case, and verbs that it has no name for, go to the parser in lower case. Every word keeps its
place (truecasing, Lita et al. 2003, with the article itself as the model). Words of any headline that may be verbs go
with it (`extract/syntax/ambiguous_verbs.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from extract.model import HEADLINES, Block
from extract.syntax.ambiguous_verbs import ParserInput, VerbLemma, candidates
from extract.syntax.prose import Prose, whole

_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
#: Words of so many letters tell whether a headline is in title case; it has so many, and nine of ten have a capital.
_LETTERS, _FEWEST = 4, 3
#: So many headlines of an article are parsed again at most.
_AMBIGUOUS = 50

#: Whether a word in lower case is common, and so no name that the article happens to have only in its headline.
IsCommon = Callable[[str], bool]


def inputs(source: str, blocks: Sequence[Block], is_common: IsCommon, verb_lemma: VerbLemma) -> Iterator[ParserInput]:
    """What the parser gets of each block: its text, of headlines also which of their words may be verbs."""
    prose, left = Prose(source, blocks), _AMBIGUOUS
    for block in blocks:
        text = source[block.start : block.end]
        if block.kind not in HEADLINES:
            yield ParserInput(text)
            continue
        if _is_title_case(text):
            text = _cased(text, prose, is_common)
        verbs = tuple(candidates(text, prose, verb_lemma)) if left else ()
        left -= bool(verbs)
        yield ParserInput(text, verbs)


def _is_title_case(text: str) -> bool:
    telling = [word for word in _WORD.findall(text) if len(word) >= _LETTERS]
    return len(telling) >= _FEWEST and 10 * sum(word[0].isupper() for word in telling) >= 9 * len(telling)


def _cased(text: str, prose: Prose, is_common: IsCommon) -> str:
    """A headline with its common words in lower case, its first word aside."""
    found = list(_WORD.finditer(text))
    words = [match[0] for match in found]
    chars = list(text)
    for at in range(1, len(words)):
        is_name = any(pair in prose.names for pair in pairwise(words[at - 1 : at + 2]))
        if words[at][1:].islower() and not is_name and _is_common(words[at], prose, is_common):
            chars[found[at].start()] = words[at][0].lower()
    return "".join(chars)


def _is_common(word: str, prose: Prose, is_common: IsCommon) -> bool:
    name = whole(word)
    small, capital = prose.inside[name.lower()], prose.inside[name]
    return small > capital if small or capital else is_common(name.lower())
