"""What the tests of times share: reading a text, and dating a verb of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.model import Block, BlockKind, ValidTime
from extract.syntax.parsing import parse
from extract.syntax.tree import Tree
from extract.timex.times import TimeExpression, TimeReader, valid_time

if TYPE_CHECKING:
    from spacy.language import Language

#: A Thursday.
PUBLISHED = "2019-03-14"


def trees(nlp: Language, text: str) -> list[Tree]:
    return parse(nlp, text, [Block(BlockKind.PARAGRAPH, 0, len(text))])


def read(nlp: Language, text: str, published: str | None = PUBLISHED) -> list[TimeExpression]:
    reader = TimeReader(published)
    return [found for tree in trees(nlp, text) for found in reader.read(tree)]


def one(nlp: Language, text: str, published: str | None = PUBLISHED) -> TimeExpression:
    found = read(nlp, text, published)
    assert len(found) == 1, found
    return found[0]


def dated(nlp: Language, text: str, verb: str, published: str = PUBLISHED) -> ValidTime | None:
    """When what a verb of the text says is valid."""
    reader = TimeReader(published)
    for tree in trees(nlp, text):
        times = reader.read(tree)
        for word in tree.words:
            if word.text == verb:
                return valid_time(times, word, tree)
    raise AssertionError(f"{verb!r} is not in {text!r}")
