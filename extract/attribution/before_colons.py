"""Words before a colon: a family name that speaks, a title, or what an item of a list is about."""

from __future__ import annotations

import re

from extract.english.persons import given_name, person_noun
from extract.english.wordlists import entries
from extract.model import BlockKind
from extract.syntax.tree import Tree, Word
from extract.syntax.words import FIRST_PERSON


def is_title(tree: Tree, colon: Word) -> bool:
    """Nova Quest: Last Order is a game: the same words, with capitals, stand elsewhere in the text, too."""
    after = tree.words[colon.i + 1]
    named = tree.source[tree.start : after.end]
    return after.text[0].isupper() and not after.text.isupper() and tree.source.count(named) > 1


def is_topic(side: list[Word], tree: Tree) -> bool:
    """ "Veltra Pumps: They are built in Lorne": what an item of a list, or a paragraph, is about. A body speaks so only
    if it is one of those that say things ("Police: ...")."""
    listed = tree.kind in (BlockKind.LIST, BlockKind.CAPTION)
    human = {w for w in side if w.tag == "NN" and person_noun(w.lemma.lower()) is not None}
    names = [w for w in side if w.pos != "PUNCT" and w not in human]
    known = bool(names) and given_name(names[0].lower) is not None
    if known or (not listed and (human or all(w.entity == "PERSON" for w in names))):
        return False
    return listed or side[-1].lemma.lower() not in entries("speaking_nouns")


def may_speak(side: list[Word], rest: list[Word], source: str) -> bool:
    """Whether a headline names before a colon a person whose words follow, though the parser knows no name there.

    "Lund: mill is safe" above a text about Ada Lund, or any that has the name; "Lund: I will not resign" above any.
    """
    if len(side) == 1 and (_is_family_name(side[0], source) or _is_name(side[0].text, source)):
        return True
    named = len(side) < _MOST_NAMES and all(w.text[0].isupper() and w.lower not in entries("labels") for w in side)
    return named and any(w.lower in FIRST_PERSON for w in rest)


_MOST_NAMES = 4


def _is_family_name(word: Word, source: str) -> bool:
    """Whether the text has a first name before it."""
    before = re.findall(rf"\b([A-Z][a-z]+) {re.escape(word.text)}\b", source) if word.text.istitle() else ()
    return any(given_name(first.lower()) is not None for first in before)


def _is_name(word: str, source: str) -> bool:
    """Whether a word always has a capital, within sentences, too."""
    within = re.search(rf"[a-z,] {re.escape(word)}\b", source) is not None
    return word.istitle() and within and re.search(rf"\b{re.escape(word.lower())}\b", source) is None


def joins(hyphen: Word, after: Word) -> bool:
    """As ten-man Rovers stun leaders: a hyphen within a word, and no dash."""
    return hyphen.text == "-" and hyphen.end == after.start
