"""Objects in a list that are denied each by its own word: "300 workers and no debt", "no debt and 300 workers"."""

from __future__ import annotations

from dataclasses import replace

from extract.factuality.commitment import Commitment
from extract.factuality.negation import negative_word
from extract.factuality.states import opposite
from extract.model import Polarity
from extract.syntax.tree import Word
from extract.syntax.words import conjuncts, first_conjunct

_SOME = frozenset({"a", "an", "many", "several", "some"})


def with_object(commitment: Commitment, thing: Word | None) -> Commitment:
    """The commitment to a claim about one object of several: a "no" denies the one it stands before.

    It denies others too that have no word of their own, or behind "or": "no food and water", "no job or a home".
    """
    first = first_conjunct(thing) if thing is not None else None
    if thing is None or first is None or thing is first or first.dep not in {"attr", "dobj"}:
        return commitment
    if any(w.dep == "cc" and w.lower in {"nor", "or"} for part in conjuncts(first) for w in part.right):
        return commitment
    own, before = negative_word(thing), negative_word(first)
    if own is not None and own.lower == "no" and before is None and commitment.polarity is Polarity.POSITIVE:
        cues = (*commitment.cues, own)
        return replace(commitment, polarity=Polarity.NEGATIVE, cues=cues, by_object=True, denied=True)
    some = any(w.dep == "nummod" or w.lower in _SOME for w in thing.left)
    apart = own is None and before is not None and before.lower == "no" and some
    if not apart or not commitment.by_object:
        return commitment
    cues = tuple(w for w in commitment.cues if w is not before)
    evidence = tuple(e for e in commitment.evidence if e != "negation of the object")
    polarity = opposite(commitment.polarity)
    return replace(commitment, polarity=polarity, cues=cues, evidence=evidence, by_object=False, denied=False)
