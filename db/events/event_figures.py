"""Queries of events: the claims about one, its day, and the figures that articles give of it."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from db.components import Parts
from db.events.agreement import MAX_DAYS
from db.events.occurrence_reading import read_alone
from db.events.occurrences import SAYING, Occurrence
from db.events.one_of_several import are_quake_and_storm
from db.events.participants import Part, Words, are_far_counts, are_far_sums, is_nation, is_other
from db.events.rival_ages import rival_ages
from db.events.rival_numbers import CALENDAR_YEAR, Number, rivals, similar_pairs
from db.events.rival_tolls import people_of, rival_tolls
from db.events.similar_articles import days_between
from db.sqlite import Connection
from extract.english.forms import Amount
from extract.english.vocabulary import has_term

_SELECT = """
SELECT COALESCE(c.event, ''), c.key, a.published, a.outlet, c.attributed_to,
  c.subject || ' ' || c.relation || COALESCE(' ' || c.object, ''), c.id, c.sentence,
  (SELECT canonical FROM entities WHERE id = c.subject_who), (SELECT canonical FROM entities WHERE id = c.object_who),
  c.article, COALESCE(c.qualifiers, ''), c.relation_normal
FROM json_each(?) AS k CROSS JOIN claims AS c ON {condition} JOIN articles AS a ON a.id = c.article
WHERE +c.current = 1 ORDER BY c.event, COALESCE(a.published, '~'), a.key, c.key
"""
_CLAIMS, _BY_NUMBER = (_SELECT.format(condition=f"{column} = k.value") for column in ("c.event", "c.id"))
_DAYS = """
SELECT c.event, SUBSTR(c.valid_from, 1, 10) FROM json_each(?) AS k CROSS JOIN claims AS c ON c.event = k.value
WHERE +c.current = 1 AND SUBSTR(c.valid_from, 1, 10) = SUBSTR(c.valid_to, 1, 10)
"""
_OF_STATEMENTS = """
SELECT s.key, c.event FROM json_each(?) AS k CROSS JOIN statements AS s ON s.key = k.value
CROSS JOIN claims AS c ON c.statement = s.id WHERE c.event IS NOT NULL AND +c.current = 1
"""
#: Units of what is no figure of the event: ordinals, ages and times of day differ for other reasons.
_NO_FIGURES = frozenset({"", "year", "month", "week", "day", "hour", "minute", "time", "one", "o'clock", "count"})
#: Units of how long something went on.
_LENGTHS = frozenset({"month", "week", "day", "hour", "minute"})
#: Places of numbers that are of whoever takes part.
_ENDS = frozenset({"since", "until"})
_OF_WHOM = _ENDS | {"beside"}
#: The place of a year that similar articles give, and places of numbers that may stand behind a claim's arguments.
_YEAR = "year"
_BEHIND = _OF_WHOM | {_YEAR, "term", "rival"}
_SIZE = re.compile(r"(\d{1,4})-([a-z]+)(-old)?$")


@dataclass(frozen=True, slots=True)
class EventClaim:
    """A claim about an event, in words, with who says it and where."""

    claim: str
    published: str | None
    outlet: str | None
    attributed_to: str | None
    words: str


class Course(StrEnum):
    """How a figure stands to the one before it."""

    FIRST = "first"
    SAME = "same"  # given before, or the same more or less roundly: "over a million", "1.2 million"
    RANGE = "range"  # both may be true: "at least 12", "about 30"
    UPDATE = "update"  # a later day gives another
    CONTRADICTION = "contradiction"  # another source gives another on the same day


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a claim gives of an event: of what, on which day, by whom, and how it stands to the one before."""

    event: str
    unit: str
    number: str
    day: str | None
    source: str | None
    course: Course
    claim: str
    words: str


def claims_of(connection: Connection, event: str) -> list[EventClaim]:
    """The claims about an event (by key), by the day of publication."""
    return [EventClaim(*row[1:6]) for row in connection.execute(_CLAIMS, (json.dumps([event]),))]


def days(connection: Connection, events: Iterable[str]) -> dict[str, str]:
    """The day (ISO date) that most claims about each event state, for the events of which one day is stated most."""
    stated: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for event, day in connection.execute(_DAYS, (json.dumps(sorted(set(events))),)):
        stated[event][day] += 1
    first = {event: count.most_common(2) for event, count in stated.items()}
    return {event: two[0][0] for event, two in first.items() if len(two) == 1 or two[0][1] > two[1][1]}


def of_statements(connection: Connection, statements: Iterable[str]) -> dict[str, str]:
    """The event that most claims of each statement (by key) are about."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for statement, event in connection.execute(_OF_STATEMENTS, (json.dumps(sorted(set(statements))),)):
        found[statement][event] += 1
    return {statement: min(count, key=lambda event: (-count[event], event)) for statement, count in found.items()}


def figures(connection: Connection, events: Iterable[str] | None = None) -> list[Figure]:
    """What articles count, over time: of these events, or of all; those that never change are left out.

    Behind these come the numbers that similar articles give in like words, without an event where no claim has one.
    """
    keys = sorted(set(events)) if events is not None else _all(connection)
    rows = {row[6]: row for row in connection.execute(_CLAIMS, (json.dumps(keys),))}
    series: defaultdict[tuple[str, str, str], list[_Given]] = defaultdict(list)
    for one in read_alone(connection, rows.keys()):
        if one.certainty == "positive certain" and one.mood == "statement" and one.kind not in SAYING:
            for place, amount, counted, other in _counted(one):
                cause = one.agent.head if one.agent and one.kind == "kill" else ""
                given = _Given(
                    place, amount, rows[one.claim], one.stated, counted, other, one.participants, cause, one.is_another
                )
                series[rows[one.claim][0], place, amount.unit].append(given)
    found = [
        figure
        for (event, _, unit), given in sorted(series.items())
        for of_one in _of_one_thing(given)
        for figure in _course(event, unit, of_one)
    ]
    articles = None if events is None else {int(row[10]) for row in rows.values()}
    told = {one.claim for one in found}
    more = _of_rivals(connection, articles, told, None if events is None else keys)
    longer = [_numbers(one) for one in _series(more)]
    kept = (one for one in _series(found) if not any(map(_numbers(one).__lt__, longer)))
    return [*chain.from_iterable(kept), *more]


def _series(figures: Iterable[Figure]) -> Iterator[list[Figure]]:
    """The series one by one: each begins with a first number."""
    of_one: list[Figure] = []
    for figure in figures:
        if figure.course is Course.FIRST and of_one:
            yield of_one
            of_one = []
        of_one.append(figure)
    if of_one:
        yield of_one


def _numbers(series: Iterable[Figure]) -> set[tuple[str, str]]:
    return {(one.claim, one.number) for one in series}


def _of_rivals(
    connection: Connection, articles: set[int] | None, told: set[str], events: Collection[str] | None
) -> list[Figure]:
    """The figures of rival numbers that are not `told`, of which one is of these events or of any."""
    similar = similar_pairs(connection, articles)
    pairs = [
        *rivals(connection, _NO_FIGURES, similar), *rival_tolls(connection, similar), *rival_ages(connection, similar)
    ]  # fmt: skip
    parts = Parts[Number]()
    for one, other in pairs:
        if not parts.are_one(one, other):
            parts.join(one, other)
    together: defaultdict[Number, set[Number]] = defaultdict(set)
    for number in {number for two in pairs for number in two}:
        together[parts.top(number)].add(number)
    by_claims = {frozenset((one.claim, one.amount.text) for one in group): group for group in together.values()}
    groups = [group for claims, group in by_claims.items() if not any(claims < others for others in by_claims)]
    claims = json.dumps(sorted({one.claim for group in groups for one in group}))
    rows = {row[6]: row for row in connection.execute(_BY_NUMBER, (claims,))}
    found: list[tuple[Figure, ...]] = []
    for group in groups:
        given = sorted((_of_rival(one, rows[one.claim]) for one in group), key=lambda one: one.order)
        own = {str(one.row[0]) for one in given} - {""}
        is_new = any(str(one.row[1]) not in told for one in given)
        if is_new and (events is None or not own.isdisjoint(events)):
            unit = "" if given[0].place == _YEAR else given[0].amount.unit
            found.append(tuple(_course(min(own, default=""), unit, given)))
    return [figure for series in sorted(found, key=_first_claims) for figure in series]


def _of_rival(one: Number, row: tuple[str | None, ...]) -> _Told:
    is_term = has_term(row[12] or "", one.amount)
    place = _YEAR if one.amount.unit == CALENDAR_YEAR else "term" if is_term else "rival"
    return _Told(place, one.amount, row, None)


def _first_claims(series: Sequence[Figure]) -> list[tuple[str, str, str]]:
    return [(one.event, one.claim, one.number) for one in series]


def _all(connection: Connection) -> list[str]:
    query = "SELECT DISTINCT event FROM claims WHERE event IS NOT NULL AND current = 1 ORDER BY event"
    return [event for (event,) in connection.execute(query)]


@dataclass(frozen=True, slots=True)
class _Told:
    """A number with the row of its claim."""

    place: str
    amount: Amount
    row: tuple[str | None, ...]
    stated: tuple[str, str] | None  # the first and last day that the claim states

    @property
    def order(self) -> tuple[str, ...]:
        return self.day or "~", self.amount.text, str(self.row[1])

    @property
    def day(self) -> str:
        return (self.row[2] or "")[:10]

    @property
    def source(self) -> str | None:
        """Who says so: whom the claim is attributed to, and the outlet."""
        return ", ".join(part for part in (self.row[4], self.row[3]) if part) or None

    @property
    def number(self) -> str:
        return f"{self.place} {self.amount.text}" if self.place in _ENDS | {_YEAR} else self.amount.text

    @property
    def words(self) -> str:
        """The claim in words, with its qualifiers where the number may stand in one."""
        more = self.row[11] if self.place in _BEHIND else ""
        return f"{self.row[5]} {more}" if more else str(self.row[5])


@dataclass(frozen=True, slots=True)
class _Given(_Told):
    """A number of an event: what it counts, the claim's other argument, and all who take part."""

    counted: Part
    other: Part | None
    participants: frozenset[str]
    cause: str  # the noun of what killed
    is_another: bool  # it is told as another one than was told before

    @property
    def kind_of(self) -> Words:
        """Of which kind those are who are counted, wherever they are: police officers, and not 31 people in Tarn."""
        counted = self.counted
        words = counted.words - {counted.head} - counted.anchors
        return frozenset(word for word in words if not is_nation(word) and not _SIZE.match(word))


def _counted(one: Occurrence) -> Iterator[tuple[str, Amount, Part, Part | None]]:
    """What a claim counts of who does it and of whom it is done to, with its other argument."""
    whose = one.patient or one.agent
    if one.size is not None and whose is not None and (has_term(one.kind, one.size) or one.size.unit in _LENGTHS):
        yield "term", one.size, whose, None
    for part, other in ((one.agent, one.patient), (one.patient, one.agent)):
        if part is not None:
            yield from ((place, amount, part, other) for place, amount in _sizes(part))
    if whose is not None:
        yield from ((place, amount, whose, None) for place, amount in _beside(one))
    if people := people_of(one):
        yield people.kind, people.amount, people.part, None
        return
    for place, part, other in (("agent", one.agent, one.patient), ("patient", one.patient, one.agent)):
        if part is not None and (amount := part.amount or _one(part)) and amount.unit not in _NO_FIGURES:
            yield place, amount, part, other


def _one(part: Part) -> Amount | None:
    """ "A life sentence" is one."""
    return Amount(1, 1, part.head) if part.is_indefinite and not (part.is_plural or part.name) else None


def _sizes(part: Part) -> Iterator[tuple[str, Amount]]:
    """The numbers that stand before a noun: "the 38-word oath", "a 24-person crew", "31-year-old Ada Lind"."""
    for word in sorted(part.words):
        found = _SIZE.match(word)
        if found and (not found[3] or part.name):
            number = float(found[1])
            yield f"{found[2]} {part.head}", Amount(number, number, found[2])


def _beside(one: Occurrence) -> Iterator[tuple[str, Amount]]:
    """Other numbers of a claim: how far somebody fell, since when or until when he led it."""
    counted = [part.amount for part in (one.agent, one.patient) if part]
    others = (amount for amount in one.amounts if amount not in counted and amount.unit not in _NO_FIGURES)
    yield from (("beside", amount) for amount in others)
    since, until = one.since or "", one.until or ""
    if since[4:10] == "-01-01" and since[:4] != until[:4]:
        yield "since", Amount(float(since[:4]), float(since[:4]), "")
        if until[4:10] == "-12-31":
            yield "until", Amount(float(until[:4]), float(until[:4]), "")


def _of_one_thing(given: Iterable[_Given]) -> list[list[_Given]]:
    """The numbers that count the same: "$2 million in fees" is not "$3 million in taxes", nor another person's fees."""
    found: list[list[_Given]] = []
    for one in sorted(given, key=lambda one: one.order):
        series = next((of_one for of_one in found if all(_counts_the_same(one, other) for other in of_one)), None)
        if series is None:
            found.append([one])
        else:
            series.append(one)
    return found


def _counts_the_same(one: _Given, other: _Given) -> bool:
    named = _share_a_name(one.other, other.other)
    if _are_of_other_things(one, other, named) or _are_of_other_occurrences(one, other):
        return False
    if named or (one.other and other.other and _are_of_one_kind(one, other) and not is_other(one.other, other.other)):
        return True
    both = one.participants & other.participants
    if one.other is None or other.other is None or 2 * len(both) < len(one.participants | other.participants):
        return one.other is other.other is None
    return one.other.head == other.other.head or bool(one.other.words & other.other.words)


def _are_of_one_kind(one: _Given, other: _Given) -> bool:
    """Whether the words of which kind they are of say the same, or the one less: "in income taxes", "in taxes"."""
    mine, theirs = one.kind_of, other.kind_of
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _are_of_other_things(one: _Given, other: _Given, named: bool) -> bool:
    """Whether two numbers count other things, or are those of others; `named` says that both claims name somebody
    beside. What an article has twice is of two things."""
    mine, theirs = (given.kind_of for given in (one, other))
    if (mine and theirs and mine.isdisjoint(theirs)) or (bool(mine) != bool(theirs) and not named):
        return True
    if one.other is other.other is None and one.place in _OF_WHOM and one.counted.words.isdisjoint(other.counted.words):
        return True
    return one.row[10] == other.row[10] and one.amount.excludes(other.amount)


def _are_of_other_occurrences(one: _Given, other: _Given) -> bool:
    """Whether two numbers are of what happened to others, of others' doing or at another time."""
    if are_far_sums(one.amount, other.amount) or are_quake_and_storm(one.cause, other.cause):
        return True
    if are_far_counts(one.amount, other.amount) and days_between(one.day, other.day) <= MAX_DAYS:
        return True
    if one.stated and other.stated and (one.stated[1] < other.stated[0] or other.stated[1] < one.stated[0]):
        return True
    whom = ((one.row[place], other.row[place]) for place in (8, 9))  # whom the claims name
    return one.is_another != other.is_another or any(None not in two and two[0] != two[1] for two in whom)


def _share_a_name(one: Part | None, other: Part | None) -> bool:
    return one is not None and other is not None and bool(one.name & other.name)


def _course(event: str, unit: str, given: Sequence[_Told]) -> Iterator[Figure]:
    """The numbers of one series, in the order of their days; none where all agree."""
    courses = [Course.FIRST, *(_step(given[:number], given[number]) for number in range(1, len(given)))]
    if {Course.UPDATE, Course.CONTRADICTION, Course.RANGE}.isdisjoint(courses):
        return
    for one, course in zip(given, courses, strict=True):
        yield Figure(event, unit, one.number, one.day or None, one.source, course, str(one.row[1]), one.words)


def _step(before: Sequence[_Told], after: _Told) -> Course:
    """How a number stands to those before it: what was given before is nothing new."""
    others = [one for one in before if one.amount.excludes(after.amount)]  # "dozens" may be 50, and 80
    if any(one.amount.reach() == after.amount.reach() for one in before):
        return Course.SAME
    if not others and any(one.amount.agrees(after.amount) for one in before):
        return Course.SAME
    last = others[-1] if others else before[-1]
    if not last.amount.excludes(after.amount):
        has_grown = last.amount.high is None and after.amount.reach()[0] > last.amount.reach()[0]
        return Course.UPDATE if has_grown and last.day < after.day else Course.RANGE  # "at least 80", then "210"
    if last.row[10] == after.row[10]:  # an article that gives two numbers counts two things
        return Course.RANGE
    if last.day == after.day and last.day:
        return Course.CONTRADICTION if last.source != after.source else Course.RANGE
    return Course.CONTRADICTION if _is_disputed(last, after) else Course.UPDATE


def _is_disputed(last: _Told, after: _Told) -> bool:
    """Whether somebody else gives another number on the next day, of what does not grow or fewer people than before:
    "cut 1,200 jobs", a union said "cut 1,500 jobs"; "killed 10", then "killed three"."""
    grows = after.amount.unit == "people" and after.amount.reach()[0] > last.amount.reach()[1]
    is_of_day = last.stated is not None and last.stated == after.stated  # "rose 18 percent on Monday"
    is_over = after.place == _YEAR and after.amount.reach()[1] < int(after.day[:4] or 0)  # "opened in 1931"
    is_settled = after.amount.unit == "people" or after.place == "term" or is_of_day or is_over
    others = last.row[3] != after.row[3] and (is_settled or last.row[4] != after.row[4])
    return others and not grows and days_between(last.day, after.day) <= MAX_DAYS
