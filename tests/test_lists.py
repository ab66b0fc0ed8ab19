"""Lists that the parser takes for appositions, and the reverse."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract.claims.propose import propose
from extract.model import Block, BlockKind, slice_spans
from extract.repairs.mend import mend
from extract.syntax.parsing import parse
from extract.syntax.tree import spans_of

OBJECTS = [
    ("The union wants a raise, a shorter working week and a say in rosters.",
     ["a raise", "a shorter working week", "a say"]),
    ("Merchants had moved their gold, their daughters and their best horses across the border.",
     ["their gold", "their daughters", "their best horses"]),
    ("The two share a long border, a common language and little else.",
     ["a long border", "a common language", "little else"]),
    ("They were met by a brass band, the mayor and their mother.", ["a brass band", "the mayor", "their mother"]),
    ("The cathedral has two towers of unequal height, a Gothic choir and the largest organ in the country.",
     ["two towers", "a Gothic choir", "the largest organ"]),
    ("The prize went to the owner, a lawyer and author.", ["the owner"]),
    ("Infotec hired an outside law firm, Voss & Hale, to look into them.", ["an outside law firm"]),
    ("Veltra would sell its headquarters, a listed building on the river.", ["its headquarters"]),
    ("The government accused its neighbour of arming rebels, a charge that Tarsk denies.",
     ["its neighbour", "a charge"]),
    ("Malvia lost to Tarsk, whose captain scored all three goals.", ["Tarsk", "all three goals"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "objects"), OBJECTS)
def test_each_item_of_a_list_is_an_object(nlp: Language, text: str, objects: list[str]) -> None:
    (tree,) = parse(nlp, text, [Block(BlockKind.PARAGRAPH, 0, len(text))])
    mend(tree)
    found = [p.object for p in propose(tree) if p.implied is None and p.object]
    assert [slice_spans(text, spans_of(obj.core)) for obj in found] == objects


def test_a_name_behind_a_firm_is_a_person(nlp: Language) -> None:
    text = "A spokeswoman for Infotec, Lara Finn, said nothing."
    (tree,) = parse(nlp, text, [Block(BlockKind.PARAGRAPH, 0, len(text))])
    mend(tree)
    implied = [p for p in propose(tree) if p.implied == "is"]
    assert [" ".join(w.text for w in p.subject.core) for p in implied] == ["Lara Finn"]
