"""Titles without a comma are part of the name that follows them."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import Extractor
from extract.model import Block, BlockKind
from extract.repairs.mend import mend
from extract.syntax.parsing import parse

NAMES = [
    ("The novelist Ines Kort, who grew up in a village, won the prize.", "Kort", "nsubj"),
    ("The investor Karin Holt vowed to fight on.", "Holt", "nsubj"),
    ("Witnesses told the news agency Meridian.", "Meridian", "dobj"),
    ("Actor and singer Leon Fry left his fortune to a shelter.", "Fry", "nsubj"),
    ("The prize went to the poet Ada Holm.", "Holm", "pobj"),
]


@pytest.mark.parametrize(("text", "name", "dep"), NAMES)
def test_the_name_is_the_head(nlp: Language, text: str, name: str, dep: str) -> None:
    (tree,) = parse(nlp, text, [Block(BlockKind.PARAGRAPH, 0, len(text))])
    mend(tree)
    (word,) = [w for w in tree.words if w.text == name]
    assert word.dep == dep
    assert all(w.head is word or w.dep != "appos" for w in tree.words)


def test_two_people_stay_two(nlp: Language) -> None:
    text = "The coach and striker Leon Fry left the pitch."
    (tree,) = parse(nlp, text, [Block(BlockKind.PARAGRAPH, 0, len(text))])
    mend(tree)
    (coach,) = [w for w in tree.words if w.text == "coach"]
    assert coach.dep == "nsubj"


@pytest.mark.parametrize("rank", ["Sgt.", "Lt.", "Det. Insp.", "Maj. Gen."])
def test_a_rank_ends_no_sentence(rank: str) -> None:
    told, burned = [c for c in Extractor()(f"Lorne police {rank} Ada Holm said the mill burned.") if c.rule != "title"]
    assert told.subject.text == f"Lorne police {rank} Ada Holm"
    assert [step.source.text for step in burned.attribution if step.source] == [told.subject.text]
