"""Letters to the editor: all that one says is said by whoever signs it.

Letters to the editor

I hope that the council will think again.

Ada Lund, Tarn
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from extract.english.persons import given_name
from extract.model import HEADLINES, BlockKind
from extract.syntax.tree import Tree, Word
from extract.syntax.words import DASHES

#: Of a title or heading: "Letters to the editor", "Letter: Save the pier", "Readers' letters".
_TITLE = re.compile(
    r"\bletters? (?:to|for) the editors?\b|^letters?\s*(?::|$)|\b(?:readers['’]|your) letters\b", re.IGNORECASE
)
#: Of a paragraph: "To the editor: ...", "Dear Editor,", "Sir: ...".
_GREETING = re.compile(r"(?:to the editors?|dear (?:editors?|sirs?)|sirs?)\s*[:,—–-]", re.IGNORECASE)
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST})
_LONGEST_SIGNATURE = 10
#: A letter to the editor begins near the top of its page.
_NEAR_TOP = 4


def letters(blocks: Sequence[list[Tree]]) -> Iterator[tuple[list[Tree], tuple[Word, ...]]]:
    """The paragraphs of letters to the editor, each with the words that name who signed it."""
    titled = any(block[0].kind in HEADLINES and _TITLE.search(_text(block)) for block in blocks)
    if not titled and not any(_GREETING.match(_text(block)) for block in blocks[:_NEAR_TOP]):
        return
    letter: list[list[Tree]] = []
    for block in blocks:
        writer = signature(block)
        if writer:
            yield from ((paragraph, writer) for paragraph in letter)
            letter = []
        elif block[0].kind in _PROSE:
            letter.append(block)


def _text(block: list[Tree]) -> str:
    return block[0].source[block[0].start : block[-1].end]


def signature(block: list[Tree]) -> tuple[Word, ...]:
    """The name in a line with nothing but a name, a place and a role: "— Ada Lund, Tarn"."""
    words = [w for w in block[0].words if w.text not in DASHES]
    if len(block) > 1 or not 1 < len(words) <= _LONGEST_SIGNATURE or words[-1].text in ".?!:":
        return ()
    if any(w.pos in ("VERB", "AUX") for w in words) or not all(w.text[0].isupper() for w in words[:2]):
        return ()
    name = tuple(takewhile(lambda w: w.pos != "PUNCT", words))
    known = words[0].entity == "PERSON" or given_name(words[0].lower) is not None
    return name if known and len(name) > 1 and block[0].kind is not BlockKind.TITLE else ()
