"""Interviews and transcripts: paragraphs that begin with who speaks.

    OWEN PRYCE: When did you first see it?

    TESSA BRANDT: In May. I found a report that I had never signed.

    Q: What did you do?

All that such a paragraph says is the speaker's, as is a paragraph without a name between two that have one. "Q" and
"A" name nobody, but what follows them is not the article's own either. "BRANDT" is the Tessa Brandt named before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.english.persons import given_name, person_noun
from extract.model import BlockKind
from extract.syntax.tree import Tree, Word

_LABEL = re.compile(r"(?:[A-Z][\w.’'-]*\s+){0,3}[A-Z][\w.’'-]*:\s+\S")
_QUESTION_AND_ANSWER = frozenset({"q", "a", "question", "answer"})
#: A short question reads like a heading.
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.HEADING})
_TITLES = frozenset({"Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Rep", "Gov", "Senator", "President", "Minister", "Mayor"})
#: So many paragraphs of two speakers make a conversation.
_FEWEST = 3


def turns(blocks: Sequence[list[Tree]]) -> Iterator[tuple[list[Tree], tuple[Word, ...]]]:
    """The paragraphs of a conversation, each with the words that name its speaker; none behind "Q" and "A"."""
    labels = {at: label for at, block in enumerate(blocks) if (label := _label(block)) is not None}
    if len(labels) < _FEWEST or not 1 < len({label[-1].lower for label in labels.values()}) < len(labels):
        return
    names: dict[str, tuple[Word, ...]] = {}
    for at, following in pairwise([*labels, max(labels) + 1]):
        last = labels[at][-1].lower
        if len(labels[at]) > len(names.get(last, ())):
            names[last] = () if last in _QUESTION_AND_ANSWER or _is_addressed(labels[at]) else labels[at]
        yield from ((block, names.get(last, ())) for block in blocks[at:following] if block[0].kind in _PROSE)


def _label(block: list[Tree]) -> tuple[Word, ...] | None:
    first = block[0]
    if first.kind not in _PROSE or _LABEL.match(first.source, first.start, block[-1].end) is None:
        return None
    words = tuple(first.words[: next((w.i for w in first.words if w.text == ":"), 0)])
    return words if words and _speaks(words, first.source) else None


def _speaks(words: tuple[Word, ...], text: str) -> bool:
    """Whether a label is of somebody: "PRYCE", where there is an Owen Pryce, "Moderator", "Q"; not "Price"."""
    last = words[-1].lower
    if last in _QUESTION_AND_ANSWER:
        return len(words) == 1
    if _is_addressed(words):
        return True
    if given_name(words[0].lower) is not None or person_noun(last) is not None:
        return True
    before = re.findall(rf"\b([A-Z][\w’'-]+\.?) (?i:{re.escape(last)})\b", text)
    return any(given_name(word.lower()) is not None or word.rstrip(".") in _TITLES for word in before)


def _is_addressed(label: tuple[Word, ...]) -> bool:
    """ "DEAR ADA: My sister left": whoever writes so is another."""
    return label[0].lower == "dear"
