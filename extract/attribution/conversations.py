"""Interviews and transcripts: paragraphs that begin with who speaks.

    OWEN PRYCE: When did you first see it?

    TESSA BRANDT: In May. I found a report that I had never signed.

    Q: What did you do?

All that such a paragraph says is the speaker's, as is a paragraph without a name between two that have one. "Q" and
"A" name nobody, but what follows them is not the article's own either. Who answers may be named in the introduction.
"BRANDT" is the Tessa Brandt named before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby, pairwise

from extract.english.persons import given_name, person_noun
from extract.model import BlockKind
from extract.syntax.tree import Tree, Word
from extract.syntax.words import DASHES, FIRST_PERSON

_LABEL = re.compile(r"(?:[A-Z][\w.’'-]*\s+){0,3}[A-Z][\w.’'-]*(?:, [A-Z][\w ]{2,30})?(?: \([a-z][\w -]{1,20}\))?:\s+\S")
_ANSWER = frozenset({"a", "answer"})
_QUESTION_AND_ANSWER = _ANSWER | {"q", "question"}
#: A short question reads like a heading.
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.HEADING})
_TITLES = frozenset({"Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Rep", "Gov", "Senator", "President", "Minister", "Mayor"})
#: So many paragraphs of two speakers make a conversation.
_FEWEST = 3
_LONGEST_SIGNATURE = 9


#: A paragraph, and the words that name its speaker.
_Turn = tuple[list[Tree], tuple[Word, ...]]
_SECOND = frozenset({"you", "your"})


def turns(blocks: Sequence[list[Tree]]) -> Iterator[_Turn]:
    """The paragraphs of a conversation, each with the words that name its speaker; none behind "Q" and "A"."""
    heads = {at: words for at, block in enumerate(blocks) if (words := _head(block))}
    labels = {at: words for at, words in heads.items() if _speaks(words, blocks[at][0].source)}
    if len(labels) >= _FEWEST and all(map(_is_loud, labels.values())):
        labels = {at: words for at, words in heads.items() if at in labels or _is_loud(words)}
    if len(labels) < _FEWEST:
        yield from _answers(blocks, labels)
        return
    between = [words for at, words in heads.items() if labels and min(labels) <= at <= max(labels)]
    if 2 * len(labels) <= len(between):
        return  # "Weight: ...", "Driver: ...", "Colour: ...": what a thing is like
    if not 1 < len({label[-1].lower for label in labels.values()}) < len(labels):
        return
    names = dict.fromkeys(_ANSWER, _introduced(blocks[: min(labels)]))
    editor = _editor(list(labels.values()))
    for at, following in pairwise([*labels, max(labels) + 1]):
        last = labels[at][-1].lower
        if editor and _is_addressed(labels[at]):
            letter = [block for block in blocks[at:following] if block[0].kind in _PROSE]
            writer = _signature(letter) if last == editor[-1].lower else editor
            yield from ((block, writer) for block in letter)
            continue
        if last not in _QUESTION_AND_ANSWER and len(labels[at]) > len(names.get(last, ())):
            names[last] = () if _is_addressed(labels[at]) else labels[at]
        yield from ((block, names.get(last, ())) for block in blocks[at:following] if block[0].kind in _PROSE)


def _editor(labels: Sequence[tuple[Word, ...]]) -> tuple[Word, ...]:
    """The Ada of several letters that begin with "DEAR ADA": to "DEAR PUZZLED" it is she who writes."""
    addressed = [label for label in labels if _is_addressed(label)]
    counted = Counter(label[-1].lower for label in addressed)
    often = [label[1:] for label in addressed if counted[label[-1].lower] > 1]
    return often[0] if often else ()


def _signature(letter: list[list[Tree]]) -> tuple[Word, ...]:
    """What a letter ends with: "-- PUZZLED IN LORNE"."""
    words = [w for tree in letter[-1][-2:] for w in tree.words]
    dash = next((n for n in range(len(words) - 1, -1, -1) if words[n].text in DASHES), len(words))
    signed = words[dash + 1 :]
    return tuple(signed) if len(signed) < _LONGEST_SIGNATURE and signed and signed[0].text[0].isupper() else ()


def _answers(blocks: Sequence[list[Tree]], labels: dict[int, tuple[Word, ...]]) -> Iterator[_Turn]:
    """An interview in which only the first question and answer, or none, have a name: questions and answers in turn.

    Questions are paragraphs that put something to "you"; who answers says "I".
    """
    asked = {at for at, block in enumerate(blocks) if _asks(block)}
    follow = {at + 1 for at in asked if at + 1 < len(blocks) and at + 1 not in asked}
    spoken = {at for at in follow if blocks[at][0].kind in _PROSE and _says(blocks[at], FIRST_PERSON)}
    if len(asked) < _FEWEST or 2 * len(spoken) <= len(asked) or not any(_says(blocks[at], _SECOND) for at in asked):
        return
    if any(_says(blocks[at], FIRST_PERSON) for at in asked) or _lectures(blocks, asked):
        return  # "Why did we write this?": the author, who answers it
    # "You sold the mill. Critics say that you lied.": a question too, where an answer precedes and follows it
    between = range(min(asked) + 1, max(asked))
    put = {at for at in between if asked.isdisjoint((at - 1, at, at + 1)) and _says(blocks[at], _SECOND)}
    asked |= {at for at in put if not _says(blocks[at], FIRST_PERSON)}
    names = {False: _introduced(blocks[: min(asked)]), **{at in asked: label for at, label in labels.items()}}
    for at in range(min(asked), max(follow | asked) + 1):
        if blocks[at][0].kind in _PROSE and (at in asked | follow or _speaks_on(blocks[at])):
            yield blocks[at], names.get(at in asked, ())


def _lectures(blocks: Sequence[list[Tree]], asked: AbstractSet[int]) -> bool:
    """Whether most of a text is neither a question nor behind one: its author asks now and then."""
    told = [at for at in range(min(asked), max(asked) + 1) if blocks[at][0].kind in _PROSE]
    return sum(at in asked or at - 1 in asked for at in told) * 2 < len(told)


def _introduced(blocks: Sequence[list[Tree]]) -> tuple[Word, ...]:
    """The only person whom the headline names in full, else the paragraphs before the first question: who answers.

    Or the one whom they name far more often than any other.
    """
    for some in ([b for b in blocks if b[0].kind is BlockKind.TITLE], [b for b in blocks if b[0].kind in _PROSE]):
        names: dict[str, tuple[Word, ...]] = {}
        counted = Counter(w.lower for block in some for tree in block for w in tree.words if _is_personal(w))
        for tree in (tree for block in some for tree in block):
            for called, group in groupby(tree.words, key=_is_personal):
                words = tuple(group)
                if called and words[-1].dep == "compound" and words[-1].head is tree.words[words[-1].i + 1]:
                    words = (*words, words[-1].head)  # "Tomas Ehrling", of whom the recogniser knows the given name
                if called and len(words) > 1:
                    names.setdefault(words[-1].lower, words)
        often = max(names, key=lambda last: counted[last], default=None)
        if often is not None and all(2 * counted[last] <= counted[often] for last in names.keys() - {often}):
            return names[often]
    return ()


def _is_personal(word: Word) -> bool:
    return word.entity == "PERSON" and word.pos == "PROPN"


def _speaks_on(block: list[Tree]) -> bool:
    """Whether a second paragraph of an answer is the speaker's: "Lund looks out of the window" is the reporter's."""
    return _says(block, FIRST_PERSON) or _says(block, _SECOND)


def _asks(block: list[Tree]) -> bool:
    words = block[-1].words
    prose = block[0].kind in _PROSE and not any(tree.quotes for tree in block)
    return prose and bool(words) and words[-1].text == "?"


def _says(block: list[Tree], pronouns: frozenset[str]) -> bool:
    return any(w.lower in pronouns for tree in block if not tree.quotes for w in tree.words)


def _head(block: list[Tree]) -> tuple[Word, ...]:
    """The name that a paragraph may begin with: of "ADA LUND, HOST: ...", "ADA LUND (on camera): ..." two words."""
    first = block[0]
    if first.kind not in _PROSE or _LABEL.match(first.source, first.start, block[-1].end) is None:
        return ()
    return tuple(first.words[: next((w.i for w in first.words if w.text in ",:("), 0)])


def _is_loud(label: tuple[Word, ...]) -> bool:
    """Whether a label is in capitals. Where all known speakers are, the others are, too."""
    return all(word.text.isupper() for word in label if word.pos != "PUNCT" and word.text.isalpha())


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
