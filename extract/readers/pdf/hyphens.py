"""Words broken at a line's end: "consid-" and "erably" are one word, "well-" and "known" keep their hyphen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from extract.english.wordlists import entries

_HYPHENS = "-\u2010"
_SOFT = "\u00ad"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?(?:[-\u2010][^\W\d_]+)*")
_LAST = re.compile(r"(?P<head>[^\W_][^\s\u2014\u2013/]*?)[-\u2010]$")
_NEXT = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?(?:[-\u2010][^\W\d_]+)*")
_SUSPENDED = re.compile(r"(?:and|or|to|nor|und|oder)\b")


@dataclass(frozen=True, slots=True)
class Hyphens:
    """Decides by the document's own words, those that are not at a line's end or start."""

    words: Counter[str]

    def joined(self, above: str, below: str) -> str:
        """Two lines as one text."""
        if above.endswith(_SOFT):
            return above.rstrip(_SOFT) + below
        if not above.endswith(tuple(_HYPHENS)):
            return f"{above} {below}"
        last, first = _LAST.search(above), _NEXT.match(below)
        if not last or not below:
            return f"{above} {below}" if above.endswith((" -", " \u2010")) or not last else above + below
        if _SUSPENDED.match(below):
            return f"{above} {below}"  # "pre-" and "and post-war"
        keep = not first or self._keeps(last["head"].lstrip("(“\"'‘"), first[0])
        return above + below if keep else above[:-1] + below

    def _keeps(self, head: str, tail: str) -> bool:
        """Whether the hyphen is the word's own."""
        if not tail[0].islower() or not head[-1].isalpha() or any(hyphen in head for hyphen in _HYPHENS):
            return True  # "Anglo-" and "Kestrian", "5-" and "year", "state-of-" and "the-art"
        whole = self.words[(head + tail).casefold()]
        compound = self.words[f"{head}-{tail}".casefold()]
        if whole != compound:
            return compound > whole
        head, tail = head.casefold(), tail.casefold()
        if head in entries("hyphen_heads") and tail not in entries("word_endings"):
            return True
        known = tail in entries("hyphen_tails") or f"{head}-{tail}" in entries("hyphen_compounds")
        return known or any(hyphen in tail for hyphen in _HYPHENS)


def hyphens(lines: Iterable[str]) -> Hyphens:
    """The words inside of these lines: the first and the last of a line may be parts of one."""
    words: Counter[str] = Counter()
    for line in lines:
        found = list(_WORD.finditer(line))
        cut = bool(found) and line.endswith((*_HYPHENS, _SOFT))
        words.update(m[0].replace("\u2010", "-").casefold() for m in (found[:-1] if cut else found))
    return Hyphens(words)
