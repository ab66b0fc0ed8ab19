"""A claim as an occurrence: the kind of happening, who and what takes part, and when; and what tells two apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple

from db.events.one_of_several import FAR_REACHING, are_other_quakes, are_quake_and_storm
from db.events.participants import Part, Words, are_far_sums, is_nation, is_other
from db.events.victims import find_victims
from db.keys import event_key
from extract.english.forms import Amount
from extract.english.vocabulary import happenings, is_given_name, kindred
from extract.english.wordlists import entries, word_class

#: Relations that name no kind of happening by themselves: being, having, saying.
GENERAL = entries("general_verbs")
#: Relations of saying: what is said tells one saying from another.
SAYING = frozenset({"add", "announce", "claim", "confirm", "report", "say", "state", "tell"})
#: A sentence is about the day that one so far before it states, if none after that states another.
MAX_BACK = 2


class Occurrence(NamedTuple):
    """`event` and `leader` are those that the claim is stored with."""

    claim: int
    key: str  # of the claim
    article_key: str
    article: int
    published: str  # '' where nobody knows
    event: str | None
    leader: str | None
    sentence: int  # the row id
    is_light: bool  # its noun says what happens: "gave way"
    kind: str
    tail: str  # the preposition that the object hangs on
    participants: Words  # heads of arguments and qualifiers, and the words of names in them
    agent: Part | None
    patient: Part | None
    amounts: tuple[Amount, ...]
    since: str | None  # the time that it states, first and last moment in ISO 8601
    until: str | None
    certainty: str  # polarity and modality
    mood: str
    is_open: bool  # a pronoun that stands for nobody known takes part
    places: Words = frozenset()  # words of the names of where it happened
    several: bool = False  # its article tells of several occurrences of the kind, told apart by names
    often: int = 1  # the claims of its article that are of the kind
    days: tuple[str, str] | None = None  # first and last, also where only another claim of its article states them
    told: Words = frozenset()  # of what is said: the kinds and participants of the other claims of its sentence
    around: frozenset[tuple[str, str]] = frozenset()  # the days that its article states, for a claim that states none
    victim: Part | None = None  # who died by all that its article tells, if it is about them
    is_ahead: bool = False  # it goes on, or is still to come: "is running for mayor", "will run"
    is_another: bool = False  # "a second quake hit Tarn"
    is_whole: bool = False  # "has won five medals this year"
    deed: str = ""  # the verb of what the object is to do: "allowed Peel to stay"
    size: Amount | None = None  # how long, how old, for how much: "jailed for 22 years"
    beside: frozenset[Words] = frozenset()  # who else does it in its sentence, or has it done to: "Peel and Lind spoke"
    is_standing: bool = False  # a title, a place or the like, said in passing

    @property
    def own(self) -> str:
        """The key of an event with this claim alone."""
        return event_key(self.article_key, self.key)

    @property
    def own_leader(self) -> str:
        """What orders paraphrases: what names most comes first, then what counts, what says all with
        its verb and object (not "gives way" or "bursts in Kestria"), and what was published first."""
        unnamed = sum(part is None or not part.name for part in (self.agent, self.patient))
        in_other_parts = self.is_light or self.tail not in ("", "by")
        rank = f"{unnamed}{int(not self.amounts)}{int(in_other_parts)}"
        return f"{rank}{self.published or '~'} {self.article_key} {self.key}"

    @property
    def content(self) -> tuple[object, ...]:
        """All that is compared with others: the same for the claims of near copies. Where no day is stated, and
        for what is said or still to come, the day of publication is compared."""
        is_of_day = self.days is None or self.is_ahead or self.is_another or self.kind in SAYING
        return (self.published if is_of_day else "", *self[_CONTENT:])

    @property
    def is_negative(self) -> bool:
        return self.certainty.startswith("negative")

    @property
    def is_named(self) -> bool:
        return any(part is not None and part.name for part in (self.agent, self.patient))

    @property
    def stated(self) -> tuple[str, str] | None:
        """The first and last day of the time that it states."""
        return (self.since[:10], self.until[:10]) if self.since and self.until else None


_CONTENT = Occurrence._fields.index("kind")


def kinds(own: Iterable[Occurrence]) -> set[str]:
    """The kinds of happening that these may be, by the verbs that are used for one another."""
    return {kind for one in own for kind in _kinds_of(one.kind)}


def _kinds_of(kind: str) -> Collection[str]:
    return happenings().get(kind, (kind,))


def kindred_kinds(own: Iterable[Occurrence]) -> set[str]:
    """The same with verbs that may tell of one occurrence where who takes part agrees."""
    return set().union(*map(_kindred_of, {one.kind for one in own}))


@cache
def _kindred_of(kind: str) -> frozenset[str]:
    said = SAYING if kind in SAYING else frozenset[str]()
    return frozenset({*happenings().get(kind, (kind,)), *kindred().get(kind, ()), *said})


def is_kind(one: Occurrence, other: Occurrence) -> bool:
    """Whether their verbs are the same or are used for one another."""
    return one.kind == other.kind or other.kind in happenings().get(one.kind, ())


def complete(claimed: list[Occurrence], wanted: Collection[int] | None = None) -> list[Occurrence]:
    """The occurrences of one article. Where it tells that two people fell, "the climber fell" could be either. Those
    that are not `wanted` stay as they are."""
    asked = claimed if wanted is None else [one for one in claimed if one.claim in wanted]
    asked_kinds = {one.kind for one in asked}
    by_kind: defaultdict[str, list[Occurrence]] = defaultdict(list)
    for one in claimed:
        by_kind[one.kind].append(one)
    several = {
        kind
        for kind, told in by_kind.items()
        if kind in asked_kinds
        and (
            any(differ(*two) for two in combinations([one for one in told if one.is_named], 2))
            or (len(told) > 1 and any(_is_the_other(one) for one in told))
        )
    }
    dated: defaultdict[int, list[Occurrence]] = defaultdict(list)
    for one in claimed:
        if one.stated and one.stated[0] == one.stated[1]:
            dated[one.sentence].append(one)
    stated = frozenset(two.stated for told in dated.values() for two in told if two.stated)
    often = {kind: sum(len(by_kind.get(same, ())) for same in set(_kinds_of(kind))) for kind in asked_kinds}
    by_sentence: defaultdict[int, list[Occurrence]] = defaultdict(list)
    for one in claimed:
        by_sentence[one.sentence].append(one)
    stating = {kind: [one for one in told if one.stated] for kind, told in by_kind.items()}
    days = {one.claim: _days(one, stating) or _day_around(one, dated) for one in asked}
    victims = find_victims(claimed)
    return [
        one
        if one.claim not in days
        else one._replace(
            several=one.kind in several,
            often=often[one.kind],
            days=days[one.claim],
            told=_told(one, by_sentence[one.sentence]) if one.kind in SAYING else frozenset(),
            around=frozenset() if one.stated else stated,
            victim=victim,
            beside=_beside(one, by_sentence[one.sentence]),
        )
        for one, victim in zip(claimed, victims, strict=True)
    ]


def _is_the_other(one: Occurrence) -> bool:
    """ "One avalanche killed three skiers, the other killed two climbers"."""
    return any(part and part.head == "other" for part in (one.agent, one.patient))


def _beside(one: Occurrence, sentence: Iterable[Occurrence]) -> frozenset[Words]:
    """The words of who else does the same in its sentence, and of what else it is done to."""
    alike = [other for other in sentence if (other.kind, other.tail) == (one.kind, one.tail)]
    done_to = (other.patient for other in alike if other.agent == one.agent and other.patient != one.patient)
    by = (other.agent for other in alike if other.patient == one.patient and other.agent != one.agent)
    return frozenset([part.words for part in (*done_to, *by) if part])


def _told(one: Occurrence, sentence: Iterable[Occurrence]) -> Words:
    """What somebody says, by the other claims of the sentence and the long words of the object, without himself, being
    and having; "Ada Lind" counts once."""
    words = {word for other in sentence if other.kind not in SAYING for word in (other.kind, *other.participants)}
    words |= {word for word in one.patient.words if len(word) > _SHORT} if one.patient else frozenset[str]()
    left_out = GENERAL | one.agent.words if one.agent else GENERAL
    return frozenset([word for word in words - left_out if not is_given_name(word)])


#: Words of so many letters are hardly what is said: "is", "not", "the".
_SHORT = 3


def _day_around(one: Occurrence, dated: Mapping[int, Sequence[Occurrence]]) -> tuple[str, str] | None:
    """The day on which the same does something else in its sentence, or that the sentences before state last, as in
    "On Monday rioters burned cars. Police fired tear gas.". The dead are counted on other days than they died, and what
    goes on since then ("has paid $4 million since 2007") is of no day."""
    if one.since is not None or any(part and not part.words for part in (one.agent, one.patient)):
        return None
    if one.sentence in dated:
        others = (other for other in reversed(dated[one.sentence]) if not is_kind(one, other))
        mine = (other for other in others if other.agent and one.agent)
        return next((other.stated for other in mine if _names(other.agent) == _names(one.agent)), None)
    before = (one.sentence - back for back in range(1, MAX_BACK + 1))
    return next((dated[sentence][-1].stated for sentence in before if sentence in dated), None)


def _names(part: Part | None) -> tuple[str, Words] | None:
    return (part.head, part.name) if part else None


def _days(one: Occurrence, dated: Mapping[str, Sequence[Occurrence]]) -> tuple[str, str] | None:
    """The days that a claim states, or those that all other claims of its article state for the same. `dated`: the
    claims that state days, by kind."""
    if one.stated is not None or one.kind in GENERAL:
        return one.stated
    days: tuple[str, str] | None = None
    for kind in _kinds_of(one.kind):
        for other in dated.get(kind, ()):
            if other.stated == days or differ(one, other) or is_over(other, one):
                continue
            if _are_of_one(one, other):
                if days is not None:
                    return None
                days = other.stated
    return days


def is_over(one: Occurrence, other: Occurrence) -> bool:
    """Whether one was long over when the other was still to come: "ran for mayor in 2008", "is running for mayor"."""
    return other.is_ahead and one.stated is not None and one.stated[1] < days_before(other.published, _LONG)


@lru_cache(maxsize=10_000)
def days_before(day: str, days: int) -> str:
    """The day (ISO date) so many days before another; "" where that is not known."""
    try:
        return (date.fromisoformat(day) - timedelta(days=days)).isoformat()
    except ValueError:
        return ""


#: What happened so many days ago is no more told as going on or to come.
_LONG = 60


def _are_of_one(one: Occurrence, other: Occurrence) -> bool:
    """Whether the same does it, or it happens to the same: not "a fire destroyed a mill", "a fire gutted a school"."""
    parts = [(a, b) for a, b in ((one.agent, other.agent), (one.patient, other.patient)) if a and b]
    if any(a.words.isdisjoint(b.words) and a.head != b.head and not (a.name or b.name) for a, b in parts):
        return False
    return any(a.head == b.head or not a.name.isdisjoint(b.name) for a, b in parts)


def differ(one: Occurrence, other: Occurrence) -> bool:
    """Whether somebody or something else stands in the same part, or it happened at a place of another name."""
    return differ_in_part(one, other) or are_elsewhere(one, other)


def differ_in_part(one: Occurrence, other: Occurrence) -> bool:
    """Whether somebody or something else stands in the same part."""
    if one.agent and other.agent and is_other(one.agent, other.agent):
        return True
    if one.agent and other.agent and are_quake_and_storm(one.agent.head, other.agent.head):
        return True
    if one.size and other.size and are_far_sums(one.size, other.size):
        return True
    if are_other_quakes(one.participants, other.participants):
        return True
    if one.patient is None or other.patient is None or _are_one_disaster(one, other):
        return False
    return is_other(one.patient, other.patient)


def _are_one_disaster(one: Occurrence, other: Occurrence) -> bool:
    """Whether one earthquake or storm hits several places on a day."""
    if one.days is None or one.days != other.days or one.agent is None or other.agent is None:
        return False
    return one.agent.head == other.agent.head in FAR_REACHING


def are_elsewhere(one: Occurrence, other: Occurrence) -> bool:
    """Whether these are at other places; a town may be in a country, and a street in a town."""
    places, others = one.places, other.places
    if not places or not others or not places.isdisjoint(others) or _are_one_disaster(one, other):
        return False
    if _STREETS.isdisjoint(places) != _STREETS.isdisjoint(others):
        return False
    return all(map(is_nation, places)) == all(map(is_nation, others))


#: Words of names of what is in a town: "in Mill Lane" may be in Tarn.
_STREETS = word_class("words of streets")
