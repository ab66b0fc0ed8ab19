"""How many died, were hurt or lived, as similar articles tell it, whatever their claims are joined with: "31 people
were killed when a plane crashed near Orbel", "34 died when Flight 318 hit a mountain".

An article's toll is the number that it gives first, if no later one of the kind is greater.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from db.events.occurrence_reading import read_alone
from db.events.occurrences import Occurrence, days_before
from db.events.participants import Part, are_far_counts
from db.events.rival_numbers import Number, Pair
from db.events.similar_articles import Likeness
from db.sqlite import Connection
from extract.english.forms import Amount
from extract.english.vocabulary import is_thing

#: Verbs whose people are counted in any words, in which part they have them, and what they are then.
_TOLLS = {
    "die": ("agent", "dead"), "perish": ("agent", "dead"), "drown": ("agent", "dead"), "kill": ("patient", "dead"),
    "injure": ("patient", "hurt"), "rescue": ("patient", "rescued"), "save": ("patient", "rescued"),
    "evacuate": ("patient", "evacuated"), "survive": ("agent", "alive"), "arrest": ("patient", "arrested"),
}  # fmt: skip
#: What is done to those whom these nouns count: "amid 40 arrests".
_DEEDS = {"arrest": "arrested", "death": "dead", "fatality": "dead", "injury": "hurt"}
_COUNTS = """
SELECT c.id, s.position, SUBSTR(a.text, s.start + 1, s."end" - s.start), c.claim,
  SUBSTR(a.text, (q.spans ->> '$[0][0]') + 1, 50), q.unit, q.low, q.high, q.approximate
FROM claims AS c JOIN quantities AS q ON q.claim = c.id JOIN sentences AS s ON s.id = c.sentence
JOIN articles AS a ON a.id = c.article
WHERE c.article = ? AND +c.current = 1 AND c.status <> 'rejected'
ORDER BY q.unit IN ('arrest', 'death', 'fatality', 'injury'), c.id, q.spans
"""
_ABOARD = re.compile(r"[^.,;]{2,40}?\b(?:aboard|on board)\b")
#: Those of before, those who come on top, or some of the others: "two more died", "three of the hurt".
_PART = re.compile(r"\b(?:earlier|others?|more(?! than)|previous|prior) ")
_SOME_OF = re.compile(r"\S+(?: [a-z]+)? of (?:the|them|whom) ")
#: A toll of so many days before its article is of another occurrence.
_LONG = 30
#: The toll of one day is at most so many times that without a day, or the other way round.
_FARTHEST_DAY = 2
#: The toll is in so many sentences at the beginning where the two articles share no word around it.
_LEAD = 5
#: "Nine patients died" is all who died in the title and the sentence below it.
_HEAD = 1
_WORD = re.compile(r"[^\W\d_]{4,}")
_FIGURE = re.compile(r"\d+")
_STEM = 5
#: Words around any toll.
_ANY = frozenset({"peopl", "kille", "after", "when", "were", "have", "been", "least", "said", "die", "died", "injur"})


class Toll(NamedTuple):
    """How many people an article says died, were hurt or the like."""

    article: int
    claim: int
    sentence: int
    amount: Amount
    words: frozenset[str]
    numbers: frozenset[str]  # all that its sentence has
    stated: tuple[str, str] | None  # the first and last day that its claim states
    day: str  # of publication
    is_another: bool  # it is told as another one than was told before


class People(NamedTuple):
    """What became of those whom a claim counts, who they are, and how many."""

    kind: str
    part: Part
    amount: Amount


def people_of(one: Occurrence) -> People | None:
    """Whom a claim counts as dead, hurt and the like: "the storm killed four people", "six died in it"."""
    found = _counted(one)
    return found if found and found.amount.unit == "people" else None


def _counted(one: Occurrence) -> People | None:
    place, toll = _TOLLS.get(one.kind, ("", ""))
    counted = {"agent": one.agent, "patient": one.patient}.get(place)
    return People(toll, counted, counted.amount) if counted and counted.amount else None


def _persons_of(one: Occurrence) -> People | None:
    """The same of "nine patients died"."""
    found = _counted(one)
    return found if found and not is_thing(found.amount.unit) else None


def _kinds_of(found: People, sentence: int) -> list[str]:
    """The kinds that a toll counts for: "dead patient", and "dead" in one of the first sentences."""
    if found.amount.unit == "people":
        return [found.kind]
    return [*([found.kind] if sentence <= _HEAD else []), f"{found.kind} {found.amount.unit}"]


def _tolls(connection: Connection, article: int) -> dict[str, Toll]:
    """The tolls of an article, by kind."""
    told = {row[0]: row[1:] for row in connection.execute(_COUNTS, (article,))}
    beside: defaultdict[int, set[str]] = defaultdict(set)
    for position, *_, low, _, _ in told.values():
        beside[position].add(f"{low or 0:g}")
    found: dict[str, list[Toll]] = {}
    for one in read_alone(connection, told.keys()):
        if (one.certainty, one.mood) != ("positive certain", "statement") or (
            one.stated and one.stated[1] < days_before(one.published, _LONG)
        ):
            continue
        position, sentence, claim, text, unit, *deeds = told[one.claim]
        people = people_of(one) or _persons_of(one)
        kinds = ["aboard"] if _ABOARD.match(text or "") else [_DEEDS[unit]] if unit in _DEEDS else []
        if people:
            kinds, deeds = _kinds_of(people, position), [*people.amount[:2], people.amount.approximate]
        if kinds and not _PART.search(claim) and not _SOME_OF.match(text or ""):
            amount = Amount(deeds[0], deeds[1], "people", bool(deeds[2]))
            numbers = beside[position].union(_FIGURE.findall(sentence))
            when = one.stated, one.published[:10], one.is_another
            words = frozenset([word[:_STEM] for word in _WORD.findall(sentence.lower())]) - _ANY
            for kind in kinds:
                toll = Toll(article, one.claim, position, amount, words, frozenset(numbers), *when)
                found.setdefault(kind, []).append(toll)
    return {kind: first for kind, given in found.items() if (first := _first(given))}


def _first(given: list[Toll]) -> Toll | None:
    ordered = sorted(given, key=lambda one: (one.sentence, one.claim))
    most = max(one.amount.reach()[0] for one in ordered)
    return ordered[0] if ordered[0].amount.reach()[0] >= most else None


def rival_tolls(connection: Connection, pairs: Iterable[Pair]) -> Iterator[tuple[Number, Number]]:
    """The tolls of two similar articles, of one kind and of one occurrence."""

    @lru_cache(maxsize=256)
    def tolls(article: int) -> dict[str, Toll]:
        return _tolls(connection, article)

    for article, other, closely in pairs:
        mine, theirs = tolls(article), tolls(other)
        for kind in sorted(mine.keys() & theirs.keys()):
            if _may_be_of_one(mine[kind], theirs[kind], closely) and not _is_less(kind, mine[kind], theirs[kind]):
                yield _number(mine[kind], kind), _number(theirs[kind], kind)


def _may_be_of_one(one: Toll, other: Toll, closely: int) -> bool:
    if are_far_counts(one.amount, other.amount) or _is_beside(one, other) or _is_beside(other, one):
        return False
    if _are_of_other_days(one, other) or one.is_another != other.is_another:
        return False
    is_lead = max(one.sentence, other.sentence) <= _LEAD and closely >= Likeness.CLOSE
    return is_lead or not one.words.isdisjoint(other.words)


def _is_less(kind: str, one: Toll, other: Toll) -> bool:
    """Whether fewer dead are told on a later day: of another occurrence."""
    first, later = sorted((one, other), key=lambda toll: toll.day)
    return kind.startswith("dead") and first.day != later.day and later.amount.reach()[1] < first.amount.reach()[0]


def _are_of_other_days(one: Toll, other: Toll) -> bool:
    """Whether they are of two days, or maybe of one day and of all: "86 were arrested on Saturday", "200 have been"."""
    if one.stated and other.stated:
        return one.stated[1] < other.stated[0] or other.stated[1] < one.stated[0]
    small, large = sorted(toll.amount.low or toll.amount.high or 0 for toll in (one, other))
    return bool(one.stated or other.stated) and large > _FARTHEST_DAY * small


def _is_beside(one: Toll, other: Toll) -> bool:
    """Whether the sentence of the one gives the other's number too: "six arrests, compared to 47 the night before"."""
    return other.amount.excludes(one.amount) and other.amount.text in one.numbers


def _number(toll: Toll, kind: str) -> Number:
    """A number of its kind: the dead are in no series with the hurt."""
    return Number(toll.article, -1, toll.claim, toll.amount, rate=kind)
