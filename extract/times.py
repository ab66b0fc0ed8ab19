"""Time expressions and what they are worth: TIMEX3 values with their earliest and latest day.

The rules are in `extract.timex`; here expressions are read sentence by sentence, bounded by what governs
them ("since 2012", "by Friday"), and tied to the claims they date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from extract.model import Precision, ValidTime
from extract.timex.anchor import Anchor, Reading, TimexType
from extract.timex.calendar import extent, part
from extract.timex.grammar import Match
from extract.timex.rules import GRAMMAR
from extract.tree import Tree, Word

__all__ = ["TimeExpression", "TimeReader", "TimexType", "time_expressions", "valid_time"]

#: What a preposition makes of the date it governs.
_BOUNDS = {
    "since": "since",
    "until": "until",
    "till": "until",
    "by": "by",
    "before": "before",
    "after": "after",
    "from": "from",
    "through": "until",
    "to": "until",
}


#: Stretches that figures are reported for beside the quarter: "a year earlier" is then no quarter.
_PARTS_OF_A_YEAR = frozenset({"P6M", "P9M", "P12M", "P39W", "P26W"})


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression with its value.

    `start`/`end` are code points of the article, half-open. `value` is the TIMEX3 value; `earliest` and
    `latest` are ISO dates, None where open or unknown. `modifier` is TIMEX3's mod (START, MID, END,
    APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE, EQUAL_OR_LESS; BEFORE and AFTER for "earlier this year"
    and "later this year"), FISCAL for a fiscal year whose months are not known, or, where a preposition
    bounds the date, that bound: since, until, by, before, after, from. `relative` marks an expression
    that hangs on a date the article does not give: earliest and latest are then None.
    """

    start: int
    end: int
    words: tuple[Word, ...]
    type: TimexType
    value: str
    earliest: str | None = None
    latest: str | None = None
    precision: Precision | None = None
    modifier: str | None = None
    relative: bool = False

    @property
    def head(self) -> Word:
        """The word of the expression that the rest of the sentence governs."""
        inside = set(self.words)
        return next((w for w in self.words if w.head is w or w.head not in inside), self.words[0])


class TimeReader:
    """Reads an article's sentences in order: later ones may hang on what earlier ones said.

    `published` is an ISO 8601 date, possibly shortened to year or month, or None.
    """

    def __init__(self, published: str | None) -> None:
        self._anchor = Anchor.of(published)

    def read(self, tree: Tree) -> list[TimeExpression]:
        """The time expressions of the article's next sentence, left to right, none overlapping."""
        found = []
        self._anchor.age += 1
        for match, reading in GRAMMAR.read(tree.words, self._anchor):
            found.append(_expression(match, reading))
            self._remember(match, reading)
        return found

    def _remember(self, match: Match, reading: Reading) -> None:
        if reading.value in _PARTS_OF_A_YEAR and match.anchor.reported is not None:
            self._anchor.reported = match.anchor.reported[:4]
        if reading.relative or extent(reading.value) is None:
            return
        if "Q" in reading.value and (match.first("ORDINAL") or match.first("QUARTER")):
            self._anchor.quarter = self._anchor.reported = reading.value
        self._anchor.said, self._anchor.age = reading.value, 0


def time_expressions(tree: Tree, published: str | None) -> list[TimeExpression]:
    """The time expressions of a sentence by itself; `TimeReader` also sees what came before it."""
    return TimeReader(published).read(tree)


def _expression(match: Match, reading: Reading) -> TimeExpression:
    words = match.words
    bound = _bound(match)
    earliest, latest, precision = _bounds(reading, bound)
    return TimeExpression(
        words[0].start,
        words[-1].end,
        tuple(words),
        reading.type,
        reading.value,
        earliest.isoformat() if earliest else None,
        latest.isoformat() if latest else None,
        precision,
        bound or reading.modifier,
        reading.relative,
    )


def _bound(match: Match) -> str | None:
    before = match.before()
    if before is None:
        return None
    if before.lower in {"early", "late", "mid", "the"}:
        before = match.before(2)
    return _BOUNDS.get(before.lower) if before is not None else None


def _bounds(reading: Reading, bound: str | None) -> tuple[date | None, date | None, Precision | None]:
    if reading.relative:
        return None, None, None
    known = extent(reading.value)
    if known is None:
        first, last = reading.bounds or (None, None)
        return first, last, None
    whole, precision = known
    if reading.bounds is not None:
        return (*reading.bounds, precision)
    if reading.modifier in {"START", "MID", "END"}:
        whole = part(whole, reading.modifier)
    return (*_bounded(whole[0], whole[1], bound), precision)


def _bounded(first: date, last: date, bound: str | None) -> tuple[date | None, date | None]:
    """ "since 2012" has no end, "by Friday" no beginning, "before May" ends the day before."""
    if bound in {"since", "from"}:
        return first, None
    if bound in {"until", "by"}:
        return None, last
    if bound == "before":
        return None, first - timedelta(1)
    if bound == "after":
        return last + timedelta(1), None
    return first, last


_ADJUNCT_DEPS = frozenset(
    {"npadvmod", "advmod", "pobj", "pcomp", "prep", "tmod", "dep", "nummod", "amod", "compound", "quantmod", "appos"}
)
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
    """The word whose adjunct the expression is, or None inside a noun or a possessive."""
    word = expression.head
    if word.dep in {"nummod", "amod", "compound", "poss", "nmod"}:
        return None
    while word.dep in _ADJUNCT_DEPS and word.head is not word:
        if word.dep == "appos":
            return None
        word = word.head
        if word.pos in {"VERB", "AUX"}:
            return word
        if word.pos not in {"ADP", "SCONJ", "ADV", "PART"}:
            return _through_noun(word, expression)
    return None


def _through_noun(noun: Word, expression: TimeExpression) -> Word | None:
    """ "held a rally Saturday": a bare time or weekday the parser hung on the object belongs to the verb."""
    loose = expression.head.dep in {"npadvmod", "tmod", "advmod"}
    if loose and noun.dep in _LOOSE_NOUN_DEPS and expression.start > noun.start:
        for above in noun.ancestors():
            if above.pos in {"VERB", "AUX"}:
                return above
            if above.pos != "ADP":
                return None
    return None


def _valid(dating: Sequence[TimeExpression], tree: Tree) -> ValidTime:
    best = min(dating, key=_coarseness)
    ends = [e for e in dating if e.modifier == "until"]
    if best.modifier in {"from", "since"} and ends:
        last = ends[-1]
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


def overlapping(expressions: Iterable[TimeExpression], start: int, end: int) -> list[TimeExpression]:
    """Those that lie within `start` to `end`."""
    return [e for e in expressions if start <= e.start and e.end <= end]
