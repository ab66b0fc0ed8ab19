"""Which claim a time expression dates, by syntax."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.model import ValidTime
from extract.timex.anchor import TimexType
from extract.timex.expressions import TimeExpression
from extract.tree import Tree, Word

_ADJUNCT_DEPS = frozenset({
    "npadvmod", "advmod", "pobj", "pcomp", "prep", "tmod", "dep", "nummod", "amod", "compound", "quantmod", "agent",
    "conj",
})  # fmt: skip
_VERBS = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_COMPLEMENTS = frozenset({"attr", "acomp", "oprd"})
_LOOSE_NOUN_DEPS = frozenset({"dobj", "pobj", "attr", "oprd", "dative"})


def valid_time(expressions: Sequence[TimeExpression], predicate: Word, tree: Tree) -> ValidTime | None:
    """When the claim headed by `predicate` holds: by the adjuncts of its verb, or of a verb it continues.

    "plans to meet on Tuesday" is one chain; "On Monday he resigned and left" shares its first words;
    a time inside another clause or inside a noun ("the 1998 bombing") dates nothing here.
    """
    for governor in _chain(predicate):
        dating = [e for e in expressions if e.type is not TimexType.SET and _dates(e, governor, predicate)]
        if dating:
            return _valid(dating, tree)
    return None


def _chain(predicate: Word) -> Iterator[Word]:
    yield predicate
    word = predicate
    while word.dep in {"xcomp", "conj"} and word.head is not word and word.child("nsubj", "nsubjpass") is None:
        word = word.head
        yield word


def _dates(expression: TimeExpression, governor: Word, predicate: Word) -> bool:
    if _governor(expression) is not governor:
        return False
    if governor is predicate:
        return True
    if predicate.dep == "conj":
        return expression.start < governor.start  # fronted: shared by the conjuncts
    return expression.start > predicate.start


def _governor(expression: TimeExpression) -> Word | None:
    """The word whose adjunct the expression is: a verb, or the noun of a verbless claim; None inside a modifier."""
    word = expression.head
    if word.dep in {"nummod", "amod", "compound", "poss", "nmod"}:
        return None
    while word.dep in _ADJUNCT_DEPS and word.head is not word:
        word = word.head
        if word.pos in _VERBS:
            return word
        if word.pos not in {"ADP", "SCONJ", "ADV", "PART"}:
            return _through_noun(word, expression)
    return None


def _through_noun(noun: Word, expression: TimeExpression) -> Word | None:
    """ "held a rally Saturday": a bare time that the parser hung on the object belongs to the verb.

    So does what hangs on a complement ("was mayor until 2009", "stays open until Friday"), and the period that
    a figure is for: "Profit for the third quarter fell".
    """
    prep = expression.head.head
    if noun.dep in _SUBJECTS and prep.lower == "for" and noun.head.pos in _VERBS:
        return noun.head
    if noun.dep in _COMPLEMENTS and noun.head.pos in _VERBS:
        return noun.head
    loose = expression.head.dep in {"npadvmod", "tmod", "advmod"}
    if loose and noun.dep in _LOOSE_NOUN_DEPS and expression.start > noun.start:
        for above in noun.ancestors():
            if above.pos in _VERBS:
                return above
            if above.pos != "ADP":
                return None
    return None if prep.lower == "of" else noun


def _valid(dating: Sequence[TimeExpression], tree: Tree) -> ValidTime:
    best = min(dating, key=_coarseness)
    last = next((e for e in dating if e.modifier == "until" and 0 < e.words[0].i - best.words[-1].i < 4), None)
    if best.modifier in {"from", "since"} and last is not None:
        return ValidTime(
            f"{best.value}/{last.value}",
            tree.source[best.start : last.end],
            best.earliest,
            last.latest,
            best.precision,
            relative=best.relative or last.relative,
        )
    return ValidTime(
        best.value,
        tree.source[best.start : best.end],
        best.earliest,
        best.latest,
        best.precision,
        best.modifier,
        best.relative,
    )


_KINDS = (TimexType.DATE, TimexType.TIME, TimexType.DURATION)


def _coarseness(expression: TimeExpression) -> tuple[bool, int]:
    """Dates with ends before those without, then dates before times before durations."""
    return expression.earliest is None and expression.latest is None, _KINDS.index(expression.type)
