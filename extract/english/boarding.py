"""How many a vehicle carries, in any words: "110 people were on board the plane", "the boat had 97 people aboard"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.english.forms import Course, NounPhrase, VerbPhrase
from extract.english.nounphrases import noun_phrase

_ABOARD = re.compile(r"\b(?:aboard|on ?board)\b", re.IGNORECASE)
_THERE = re.compile(r"(?P<who>\S.*?) (?:aboard|on ?board) (?P<vehicle>.+)$", re.IGNORECASE)
_CARRIED = VerbPhrase("carry", Course.EVENT, passive=True, tail="by")

Parts = tuple[NounPhrase, VerbPhrase, NounPhrase]


def boarded(
    subject: NounPhrase, acting: str, lemma: str, thing: NounPhrase, text: str, qualifiers: Iterable[tuple[str, str]]
) -> Parts | None:
    """Subject, relation and object of the same as carrying, or None where nobody is on board. `acting` are the words of
    the relation, `text` those of the object, `qualifiers` roles and words."""
    if lemma == "be" and subject.head == "there":
        found = _THERE.match(text)
        return (noun_phrase(found["who"]), _CARRIED, noun_phrase(found["vehicle"])) if found else None
    if lemma == "be" and subject.amount and _ABOARD.search(acting):  # not "is on board with the plan"
        return subject, _CARRIED, thing
    if (
        lemma == "have"
        and thing.amount
        and any(_ABOARD.search(words) for words in (text, *(words for _, words in qualifiers)))
    ):
        return subject, VerbPhrase("carry", Course.EVENT), thing
    return None
