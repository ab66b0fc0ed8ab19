"""Tense, aspect and modal auxiliaries of a predicate's verb complex, and lemmas of verbs."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.syntax.tree import Word
from extract.values import value

_MODAL_LEMMAS = {
    "to": "will",  # in a headline: "Veltra to close mill, union says"
    "'ll": "will",
    "wo": "will",
    "'d": "would",
    "ca": "can",
    "sha": "shall",
    "`ll": "will",
    "’ll": "will",
    "’d": "would",
}
#: Tags of verbs whose forms end in -ed, -ing or -s.
INFLECTED = frozenset({"VBD", "VBN", "VBG", "VBZ"})
_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouhswxyz]")


@value
class Complex:
    """A predicate's verb complex: its modal with the word itself, tense ("past", "present", "future") and
    aspect ("perfect", "progressive", "perfect progressive"); None where the form does not say."""

    modal: str | None
    modal_word: Word | None
    tense: str | None
    aspect: str | None


@lru_cache(maxsize=256)  # many rules ask it of the few verbs of a sentence
def complex_of(word: Word) -> Complex:
    """The verb complex that a predicate heads; a predicate noun or adjective has its copula's."""
    verb = word
    auxiliaries = [c for c in verb.left if c.dep in ("aux", "auxpass")] + [
        c for c in verb.right if c.dep in ("aux", "auxpass") and c.i < verb.i + 4
    ]
    if not auxiliaries:
        return Complex(None, None, _tense(verb, auxiliaries, None), None)
    modal = next((a for a in auxiliaries if a.tag == "MD"), None)
    if modal is not None and _is_had(modal, verb, auxiliaries):
        return Complex(None, None, "past", "perfect")
    name = _MODAL_LEMMAS.get(modal.lower, modal.lower) if modal is not None else None
    return Complex(name, modal, _tense(verb, auxiliaries, name), _aspect(verb, auxiliaries))


def _is_had(modal: Word, verb: Word, auxiliaries: list[Word]) -> bool:
    """She'd lost her hat; they'd been warned: the next verb is a participle."""
    if modal.lower not in ("'d", "’d"):
        return False
    following = min((w for w in (verb, *auxiliaries) if w.i > modal.i), key=lambda w: w.i, default=modal)
    return following.tag == "VBN"


def _tense(verb: Word, auxiliaries: list[Word], modal: str | None) -> str | None:
    if modal in ("will", "shall"):
        return "future"
    if modal is not None:
        return "past" if modal in ("would", "could", "might") and _perfect(auxiliaries) else "present"
    if any(a.tag == "TO" for a in auxiliaries):
        return None
    for word in (*auxiliaries, verb):
        if word.tag == "VBD":
            return "past"
        if word.tag in {"VBZ", "VBP"}:
            return "present"
    return None


def _perfect(auxiliaries: list[Word]) -> bool:
    return any(a.lemma == "have" or a.lower in ("'ve", "’ve") for a in auxiliaries)


def _aspect(verb: Word, auxiliaries: list[Word]) -> str | None:
    perfect = _perfect(auxiliaries)
    being = any(a.lemma == "be" and a.dep == "aux" for a in auxiliaries)
    progressive = (verb.tag == "VBG" and being) or any(a.lower == "being" for a in auxiliaries)
    names = [name for name, is_so in (("perfect", perfect), ("progressive", progressive)) if is_so]
    return " ".join(names) or None


@lru_cache(maxsize=20_000)
def lemma_of(form: str, lemma: str) -> str:
    """The lemma of a verb's form where the model's lacks an "e": "hoped" is of hope, for "hop" doubles its last letter.

    A lemma of one short vowel and one consonant doubles the consonant before -ed and -ing and takes no -es.
    """
    short = form in (f"{lemma}ed", f"{lemma}ing", f"{lemma}es") and _SHORT.fullmatch(lemma) is not None
    return f"{lemma}e" if short else lemma


def is_past(verb: Word) -> bool:
    """Whether a verb tells of a past: "sold", "had sold", not "would sell"."""
    form = complex_of(verb)
    return form.tense == "past" and form.modal is None
