"""Whether words themselves say that something is not so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.english.wordlists import entries

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: Determiners and particles that deny whatever they stand before.
_PLAIN = frozenset({"no", "not", "neither", "cannot", "without"})
_VOWEL = re.compile(r"[aeiou]")


def says_not(words: str) -> bool:
    """Whether the words of a clause deny it: "did not open", "nobody opened", "refused to open"."""
    found = [word.replace("’", "'") for word in _WORD.findall(words.lower())]
    denying = (word for word in found if word.endswith("n't") or word in _negative_words())
    return next(denying, None) is not None or found[:1] in (["few"], ["little"])


@cache
def _negative_words() -> frozenset[str]:
    verbs = {form for lemma in _negative_lemmas() for form in forms(lemma)}
    return _PLAIN | entries("negators") | entries("negative_nouns") | verbs


def _negative_lemmas() -> Iterator[str]:
    """Words after which an infinitive or gerund did not come about: refuse to open, unable to open."""
    yield from entries("lexical_negators")
    for line in entries("embedding"):
        word, kind, frame, affirmed, *_ = line.split()
        if affirmed == "-" and frame in ("to", "ing") and "_" not in word and (kind, word) != ("verb", "remain"):
            yield word


def forms(lemma: str) -> Iterator[str]:
    """A verb's regular forms; other words have no such forms in a text, so that these do no harm."""
    stem = lemma.removesuffix("e")
    yield from (lemma, f"{lemma}s", f"{stem}ed", f"{stem}ing")
    if lemma.endswith("y"):
        yield from (f"{lemma[:-1]}ies", f"{lemma[:-1]}ied")
    if len(lemma) > 2 and lemma[-1] not in "aeiouwxy" and _VOWEL.match(lemma[-2]):
        yield from (f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing")
    yield from _IRREGULAR.get(lemma, ())


_IRREGULAR = {"forget": ("forgot", "forgotten"), "forbid": ("forbade", "forbidden")}
