"""Names that are only a headline's capitals: "Shop Raid", "Wall Funding", "Suspect Caught".

A headline capitalises its nouns and verbs, so that they look like names. The rest of the article tells: it has the word
in small letters, and never in a name.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.coreference.mentions import find
from extract.coreference.references import Candidate, Kind
from extract.english.persons import Sort, given_name, group_noun
from extract.model import HEADLINES
from extract.syntax.tree import Tree

#: A line is a headline where so much of its longer words is in capitals.
_CAPITALS, _LONG, _MIN_WORDS = 0.75, 4, 3
#: Labels of the recogniser that capitals alone rarely bring about.
_SURE = frozenset({"GPE", "LOC", "NORP"})


def is_headline(tree: Tree) -> bool:
    """Whether a sentence is a title or heading, or is written like one."""
    return tree.kind in HEADLINES or _is_capitalised(tree)


def _is_capitalised(tree: Tree) -> bool:
    most = (1 - _CAPITALS) * len(tree.words)  # so many small ones, if all words were long
    capitals = small = 0
    for word in tree.words:
        text = word.text
        if len(text) < _LONG or not text.isalpha():
            continue
        if text[0].isupper():
            capitals += 1
        else:
            small += 1
            if small > most:
                return False
    long = capitals + small
    return long >= _MIN_WORDS and capitals >= _CAPITALS * long


def find_all(trees: Sequence[Tree]) -> list[list[Candidate]]:
    """The names, noun phrases and coordinations of each sentence of an article."""
    headlines = [_is_capitalised(tree) for tree in trees]
    found = [[] if headline else find(tree) for tree, headline in zip(trees, headlines, strict=True)]
    if any(headlines):
        body = _Body([tree for tree, headline in zip(trees, headlines, strict=True) if not headline], found)
        for at, tree in enumerate(trees):
            if headlines[at]:
                found[at] = find(tree, body.has_name)
    return found


class _Body:
    """What an article has outside of its headlines: the words of its names, and those in small letters."""

    def __init__(self, trees: Sequence[Tree], found: Sequence[Sequence[Candidate]]) -> None:
        named = (one.key for of_tree in found for one in of_tree if one.kind is Kind.NAME)
        self._named = {word for key in named for word in key}
        small = [word for tree in trees for word in tree.words if word.text.islower()]
        self._small = {word.lower for word in small} | {word.lemma for word in small}

    def has_name(self, name: Candidate, tree: Tree) -> bool:
        """Whether a name of a headline may be one."""
        last = name.key[-1]
        if last in self._named or name.entity in _SURE or (name.head.text.isupper() and not _is_all_upper(tree)):
            return True
        if len(name.key) > 1 and group_noun(last) is Sort.BODY and tree.words[-1].text == ".":
            return True  # "Nora Hale works at the Sandor Institute." is no headline
        if name.sort is Sort.PERSON and given_name(name.key[0]) is not None:
            return True
        return last not in self._small and last.removesuffix("s") not in self._small


def _is_all_upper(tree: Tree) -> bool:
    return not any(word.text.islower() or word.text[1:].islower() for word in tree.words if len(word.text) >= _LONG)
