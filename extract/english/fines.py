"""Who was fined how much, in any words: "was fined $4 million", "paid a $4 million fine"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.english.amounts import amount
from extract.english.forms import TERM, Amount, Course, Identity, NounPhrase, VerbPhrase
from extract.english.nounphrases import noun_phrase

_RECIPIENT = "recipient"
_GETTING = frozenset(("get", "pay", "receive"))
_GIVING = frozenset(("give", "hand", "impose", "issue", "levy", "order"))
_OF = re.compile(r"\b(?:fine|penalty) of (?:about |nearly |up to )?(?P<sum>.+?)(?: on (?P<whom>.+))?$")
_BEFORE = re.compile(
    r"(?P<sum>(?:[^\s\w]|US)[$€£¥]?[\d.,]+(?:[ -](?:thousand|[mb]illion))?)"
    r"[ -](?:\w+ )?(?:fine|penalty)\b(?: on (?P<whom>.+))?"
)


def sum_of(text: str) -> Amount | None:
    """The sum of money that words begin with."""
    found = amount(text)
    return found[0] if found and found[0].unit.isupper() else None


def measure(size: Amount | None) -> NounPhrase | None:
    """A number that nobody takes part by: how long, how old, for how much."""
    if size is None:
        return None
    return NounPhrase("", "", Identity.LOOSE, (), plural=True, amount=size, measure=TERM)


def fined(
    lemma: str, relation: VerbPhrase, text: str, qualifiers: Sequence[tuple[str, str]]
) -> tuple[VerbPhrase, NounPhrase, int | None] | None:
    """The relation and object of a fine: whom, with the sum; where it happens to the subject, the sum alone. Last the
    number of the qualifier that says whom.

    `text` is the object's, `qualifiers` are roles and words.
    """
    if lemma == "fine":
        return _by_verb(relation, text, qualifiers)
    if "fine" not in text and "penalty" not in text:
        return None
    found = _OF.search(text) or _BEFORE.search(text)
    size = sum_of(found["sum"]) if found else None
    if found is None or size is None:
        return None
    passive = relation.passive if lemma in _GIVING else lemma in _GETTING and not relation.passive
    plain = VerbPhrase("fine", Course.EVENT, passive)
    if passive:
        return _with(plain, measure(size))
    if lemma not in _GIVING:
        return None
    at = next((n for n, (_, words) in enumerate(qualifiers) if words.startswith(("on ", "to "))), None)
    whom = found["whom"] or (qualifiers[at][1].partition(" ")[2] if at is not None else "")
    return (plain, noun_phrase(whom)._replace(complement=measure(size)), at) if whom else None


def _with(relation: VerbPhrase, thing: NounPhrase | None) -> tuple[VerbPhrase, NounPhrase, None] | None:
    return (relation, thing, None) if thing else None


def _by_verb(
    relation: VerbPhrase, text: str, qualifiers: Sequence[tuple[str, str]]
) -> tuple[VerbPhrase, NounPhrase, int | None] | None:
    """ "Was fined $4 million", "fined Trivex $4 million"."""
    size = measure(sum_of(text))
    if relation.passive or size is None:
        return _with(relation, size)
    at = next((n for n, (role, _) in enumerate(qualifiers) if role == _RECIPIENT), None)
    return None if at is None else (relation, noun_phrase(qualifiers[at][1])._replace(complement=size), at)
