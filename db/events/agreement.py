"""Whether two claims of similar articles are about one event: a test of two, the same from both sides."""

from __future__ import annotations

from functools import lru_cache

from db.events.occurrences import (
    GENERAL,
    SAYING,
    Occurrence,
    are_elsewhere,
    days_before,
    differ_in_part,
    is_kind,
    is_over,
)
from db.events.participants import (
    Part,
    Words,
    are_called_alike,
    are_far_counts,
    are_other_objects,
    are_other_things,
    count_others,
    have_other_ranks,
    is_nearer,
    is_one_of,
    is_other,
    may_describe,
)
from db.events.similar_articles import days_between
from db.events.victims import are_others
from extract.english.forms import Course
from extract.english.vocabulary import disasters, kindred, verb
from extract.english.wordlists import entries, word_class

#: Claims of the most general relations must share so many participants.
MIN_SHARED = 3
#: One participant in common is enough where no article has more claims of the kind: of ten deaths, any may be meant.
MAX_OFTEN = 5
#: Relations that may be of anything, any number of times: they must have a word of their object in common.
_OF_ANYTHING = entries("anything_verbs")
#: What hardly happens twice on a day in what an article is about, and how many claims of it may be in one.
_INCIDENTS, _MAX_INCIDENTS = entries("incident_verbs"), 3
#: Claims of a kind in an article that may be of the day of other claims.
_MAX_OF_A_DAY = 2
_RELATIVES = word_class("relatives")
#: Where neither a day nor a name is given, it is one occurrence only in articles of so many days.
MAX_DAYS = 1
#: So many days after it, what happened is told without a day.
_FRESH = 2
#: So many words of an object say what is meant, if they are half of it.
_MIN_ALIKE = 2
#: So many words of what somebody says are in what he says elsewhere, and this share of them.
_MIN_TOLD, _MIN_SHARE_TOLD = 2, 0.5
#: What each does with the other: "Castella merged with Ovell".
_MUTUAL = word_class("verbs of each other") | word_class("ergative verbs")
_Two = tuple[Part | None, Part | None]


def is_same(one: Occurrence, other: Occurrence) -> bool:
    """Whether two claims of similar articles are about one event (event coreference, ECB+).

    It must be the same kind of happening, with somebody or something in common, not with other names in the same part,
    and not at times that are apart.
    """
    if one.is_standing or other.is_standing:
        return False
    if one.kind in SAYING and other.kind in SAYING:
        return not _are_other_speakers(one, other) and _say_the_same(one, other)
    if len(one.participants & other.participants) < _least_shared(one, other) or not is_possible(one, other):
        return False
    if is_of_other_days(one, other) or _are_one_and_several(one, other) or _share_the_doer_alone(one, other):
        return False
    return not _is_of_anything(one, other) or _are_of_one_object(one, other)


def _least_shared(one: Occurrence, other: Occurrence) -> int:
    """How many participants two claims of a kind must have in common."""
    if one.kind in GENERAL or other.kind in GENERAL:
        return MIN_SHARED
    if _need_nothing_in_common(one, other):
        return 0
    return 1 if max(one.often, other.often) <= MAX_OFTEN and not _are_of_other_parts(one, other) else 2


def parts_of(one: Occurrence, other: Occurrence) -> tuple[_Two, _Two]:
    """Who does it in either, and to whom it is done."""
    return (one.agent, other.agent), (one.patient, other.patient)


def _are_of_other_parts(one: Occurrence, other: Occurrence) -> bool:
    """Whether it is done by others to others: "Tarn ordered an embargo on the fair", "a judge ordered the fair's
    guests to leave"."""
    both = parts_of(one, other)
    if one.kind != other.kind or is_incident(one, other) or any(None in two for two in both):
        return False
    return not any(_are_called_alike(*two) for two in both)


def _are_one_and_several(one: Occurrence, other: Occurrence) -> bool:
    """Whether one person of a name does it to something, or has it done to him, and several without a name: "Peel
    declared an emergency", "presidents have declared emergencies". Who escaped may be one of those who did."""
    parts = parts_of(one, other)
    if not {one.tail, other.tail} <= {"", "by"} or any(None in two for two in parts) or is_incident(one, other):
        return False
    return any(mine and theirs and (_is_one_of(mine, theirs) or _is_one_of(theirs, mine)) for mine, theirs in parts)


def _is_one_of(one: Part, several: Part) -> bool:
    return one.is_person and several.amount is None and is_one_of(one, several) and not are_called_alike(one, several)


def _share_the_doer_alone(one: Occurrence, other: Occurrence) -> bool:
    """Whether nothing is in common but who does it, to other things: "drew laughter", "drew cheers"; or of the other,
    where the verbs are not the same."""
    doers = {word for part in (one.agent, other.agent) if part for word in (part.head, *part.words)}
    if not doers.issuperset(one.participants & other.participants):
        return False
    if one.kind != other.kind and not is_incident(one, other):
        return any(claim.patient and not claim.patient.amount and not claim.tail for claim in (one, other))
    if one.tail != other.tail or one.patient is None or other.patient is None:
        return False
    if is_incident(one, other) and not _have_a_name_each(one.agent, other.agent):
        return False
    return are_other_objects(one.patient, other.patient)


def _have_a_name_each(one: Part | None, other: Part | None) -> bool:
    """Whether both are named; "Prell" in a headline is, if that is her name elsewhere."""
    both = one and other and ((one.name and other.name) or one.head in other.name or other.head in one.name)
    return bool(both)


def _is_of_anything(one: Occurrence, other: Occurrence) -> bool:
    return one.kind in _OF_ANYTHING or other.kind in _OF_ANYTHING


def may_be_one(one: Occurrence, other: Occurrence) -> bool:
    """Whether two claims of similar articles may be about one event, or say the same: with nothing in common they are
    not, unless they are of one day."""
    if one.participants.isdisjoint(other.participants) and not _need_nothing_in_common(one, other):
        return False
    return is_possible(one, other) or _say_the_same(one, other)


def _say_the_same(one: Occurrence, other: Occurrence) -> bool:
    """Whether somebody says much of the same in articles of one day or the next: "police said a clerk shot two men",
    "police said two men were shot"."""
    if one.kind not in SAYING or other.kind not in SAYING or one.is_negative or other.is_negative:
        return False
    if not _are_called_alike(one.agent, other.agent) or _are_other_speakers(one, other):
        return False
    if days_between(one.published, other.published) > MAX_DAYS:
        return False
    common = len(one.told & other.told)
    return common >= _MIN_TOLD and common >= _MIN_SHARE_TOLD * min(len(one.told), len(other.told))


def _are_other_speakers(one: Occurrence, other: Occurrence) -> bool:
    """Whether it is somebody else who says it: "police", "a clerk", but not "Jon Peel", "a spokesman"."""
    mine, theirs = one.agent, other.agent
    if mine is None or theirs is None:
        return False
    if is_other(mine, theirs):
        return True
    return not (are_called_alike(mine, theirs) or may_describe(mine, theirs) or may_describe(theirs, mine))


def _need_nothing_in_common(one: Occurrence, other: Occurrence) -> bool:
    return _are_on_one_day(one, other) or _is_the_incident(one, other)


def _is_the_incident(one: Occurrence, other: Occurrence) -> bool:
    """Whether articles of one day or the next tell of one arrest or blast and hardly of another: "the suspect was
    arrested", "police detained a man of 34"."""
    if one.kind not in _INCIDENTS or other.kind not in _INCIDENTS or one.is_open or other.is_open:
        return False
    if not one.published or days_between(one.published, other.published) > MAX_DAYS:
        return False
    if max(one.often, other.often) > (_MAX_INCIDENTS if one.published == other.published else 1):
        return False
    return _may_have_the_same_parts(one, other)


def is_incident(one: Occurrence, other: Occurrence) -> bool:
    """Whether either is what hardly happens twice on a day."""
    return one.kind in _INCIDENTS or other.kind in _INCIDENTS


def _may_have_the_same_parts(one: Occurrence, other: Occurrence) -> bool:
    if _are_as_many_dead(one, other) or _are_as_many_dead(other, one):
        return True
    parts = parts_of(one, other)
    return all(mine is None or theirs is None or _may_be_one(mine, theirs) for mine, theirs in parts)


def _may_be_one(one: Part, other: Part) -> bool:
    """Whether two arguments of unlike words may be the same: not "his father" and "a teenager", nor one and several."""
    if one.name and other.name:
        return not one.name.isdisjoint(other.name)
    if one.head != other.head and not _RELATIVES.isdisjoint((one.head, other.head)):
        return False
    return one.is_plural == other.is_plural and not (are_other_things(one, other) or count_others(one, other))


def _are_on_one_day(one: Occurrence, other: Occurrence) -> bool:
    """Whether both state the same day, or are of it, in articles with hardly another claim of the kind."""
    if one.days is None or one.days != other.days or one.days[0] != one.days[1]:
        return False
    if one.stated != other.stated and (
        one.kind in GENERAL or _is_of_anything(one, other) or max(one.often, other.often) > _MAX_OF_A_DAY
    ):
        return False
    return _may_have_the_same_parts(one, other)


def _are_of_one_object(one: Occurrence, other: Occurrence) -> bool:
    """Whether what it is done to is called by a word in common: "announced a recall", "announced that it will recall".
    Where both leave it out, who does it."""
    mine, theirs = (one.patient, other.patient) if one.patient or other.patient else (one.agent, other.agent)
    if mine is None or theirs is None:
        return False
    units = {part.amount.unit for part in (mine, theirs) if part.amount and len(part.words) > 1}
    return not (mine.words & theirs.words <= units)


@lru_cache(maxsize=1)  # each test of two claims asks it in turn
def is_possible(one: Occurrence, other: Occurrence) -> bool:
    """Whether nothing speaks against it that two claims are about one event."""
    if one.is_whole != other.is_whole or not (is_kind(one, other) or _is_kindred(one, other)):
        return False
    if _may_be_another(one, other) or have_other_victims(one, other):
        return False
    if _is_beside(one, other) or _is_beside(other, one):
        return False
    if _are_far_tolls(one, other) or (one.kind == "be" and have_other_ranks(one.patient, other.patient)):
        return False
    if differ_in_part(one, other) or _change_parts(one, other) or _move_others(one, other):
        return False
    if are_of_other_charges(one, other) or _comes_before(one, other) or _comes_before(other, one):
        return False
    return _is_once(one, other) or not (are_elsewhere(one, other) or are_apart(one, other))


def _are_far_tolls(one: Occurrence, other: Occurrence) -> bool:
    """ "The quake killed ten people", and of years before "a quake killed 612", in articles of one day or the next."""
    if days_between(one.published, other.published) > MAX_DAYS:
        return False
    return any(
        mine and theirs and mine.amount and theirs.amount and are_far_counts(mine.amount, theirs.amount)
        for mine, theirs in parts_of(one, other)
    )


def _is_beside(one: Occurrence, other: Occurrence) -> bool:
    """Whether the other is what the sentence of the one tells beside it: "Tarn and Holm signed it" is of two."""
    parts = parts_of(one, other)
    return any(
        mine and theirs and is_nearer(words, mine.words, theirs.words) for words in one.beside for mine, theirs in parts
    )


def have_other_victims(one: Occurrence, other: Occurrence) -> bool:
    """Whether two claims are about the dead of two accidents, as their articles tell of them."""
    return one.victim is not None and other.victim is not None and are_others(one.victim, other.victim)


#: Verbs of what somebody is said to have done.
_CHARGES = word_class("accusing verbs") | {"acquit", "convict", "suspect"}
#: Words that say of no charge what it is: "three counts of fraud", "on suspicion of arson".
_COUNTS = frozenset({"charge", "count", "offence", "offense", "suspicion"})
#: So many letters of a word are in its other forms: "murder", "murdering".
_STEM = 5


def are_of_other_charges(one: Occurrence, other: Occurrence) -> bool:
    """Whether the charges have no word in common: "accused Peel of taking bribes", "is accused of selling secrets"."""
    if one.kind not in _CHARGES or other.kind not in _CHARGES:
        return False
    if one.kind == other.kind == "accuse" and _are_other_speakers(one, other):
        return True
    parts = [part for part in (one.agent, one.patient, other.agent, other.patient) if part]
    known = _COUNTS.union(one.places, other.places, *((part.head, *part.words) for part in parts))
    mine, theirs = ({word[:_STEM] for word in claim.participants - known} for claim in (one, other))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _comes_before(one: Occurrence, other: Occurrence) -> bool:
    """Whether one was told before the other came: "a quake killed nine", and a day later "a second quake hit Tarn". A
    third victim may be of the occurrence that was told before."""
    if not other.is_another or one.is_another or not one.published or one.published >= other.published:
        return False
    return not disasters().isdisjoint(other.participants)


def _move_others(one: Occurrence, other: Occurrence) -> bool:
    """Whether one drops something and the other falls: "Velmont dropped the plan", "Velmont's shares dropped"."""
    if one.kind not in _MOVES or other.kind not in _MOVES:
        return False
    done_to = [claim.patient is not None and claim.patient.amount is None and not claim.tail for claim in (one, other)]
    return done_to[0] != done_to[1]


_MOVES = word_class("verbs of going up and down")


def _is_kindred(one: Occurrence, other: Occurrence) -> bool:
    """Whether other verbs may tell of one occurrence: it is done to the same, or happens to two of the same on one
    day; where they may be of anything, the same does it and much of the object is the same."""
    if other.kind not in kindred().get(one.kind, ()) or _is_caught_on_tape(one) or _is_caught_on_tape(other):
        return False
    if any(_are_as_many_dead(*both) or _is_toll_in(*both) for both in ((one, other), (other, one))):
        return True
    done_to = _are_called_alike(one.patient, other.patient)
    if one.kind in GENERAL or other.kind in GENERAL or _is_of_anything(one, other):
        return done_to and _are_called_alike(one.agent, other.agent) and _are_much_alike(one.patient, other.patient)
    if _share_day_and_two(one, other):
        return True
    if one.patient is other.patient is None and _are_called_alike(one.agent, other.agent):
        return one.days is not None and one.days == other.days
    if not done_to:
        return False
    return _shares_two(one, other) or _are_called_alike(one.agent, other.agent) or _are_as_many(one, other)


def _is_caught_on_tape(one: Occurrence) -> bool:
    """ "Was caught on camera" is no arrest."""
    return one.kind == "catch" and one.tail == "on"


def _are_as_many_dead(one: Occurrence, other: Occurrence) -> bool:
    """ "A bomb killed two officers", "two officers died"."""
    killed, dead = one.patient, other.agent
    if (
        (one.kind, other.kind) != ("kill", "die")
        or killed is None
        or dead is None
        or not (killed.amount and dead.amount)
    ):
        return False
    is_called_alike = killed.head == dead.head or "person" in (killed.head, dead.head)
    return is_called_alike and killed.amount.low is not None and killed.amount[:2] == dead.amount[:2]


def _is_toll_in(one: Occurrence, other: Occurrence) -> bool:
    """ "A quake killed 31 people", "the toll from the quake rose to 34"."""
    dead = other.agent
    if (one.kind, other.kind) != ("kill", "die") or one.agent is None or dead is None or dead.amount is None:
        return False
    return one.agent.head in disasters() and one.agent.head in other.participants


def _are_as_many(one: Occurrence, other: Occurrence) -> bool:
    """Whether it is done to as many: "a bomb killed two officers", "two officers were slain"."""
    mine, theirs = (part.amount if part else None for part in (one.patient, other.patient))
    return mine is not None and theirs is not None and mine.low is not None and mine.low == theirs.low


def agree_closely(one: Occurrence, other: Occurrence) -> bool:
    """Whether two claims say so much of the same that they are about one event in loosely similar articles, too: it is
    done to the same, by the same or by somebody of one name; or one who is named was arrested or shot."""
    if one.kind in GENERAL or other.kind in GENERAL or _is_of_anything(one, other):
        return False
    if one.kind in _INCIDENTS and other.kind in _INCIDENTS and (_share_a_name(one, other) or _shares_two(one, other)):
        return True
    if not _are_called_alike(one.patient, other.patient):
        return False
    return _are_called_alike(one.agent, other.agent) or (_share_a_name(one, other) and _shares_two(one, other))


def _share_a_name(one: Occurrence, other: Occurrence) -> bool:
    """Whether who does it or to whom it is done has a word of his name in common."""
    return any(mine and theirs and mine.name & theirs.name for mine, theirs in parts_of(one, other))


def _share_more_than_a_name(one: Occurrence, other: Occurrence) -> bool:
    """Whether somebody or something named takes part in both, with something else in common, or in what hardly happens
    twice."""
    parts = parts_of(one, other)
    named = [(mine, theirs) for mine, theirs in parts if mine and theirs and mine.name & theirs.name]
    if not named or one.kind in GENERAL or is_incident(one, other) or _is_once(one, other):
        return bool(named)
    if all(map(_are_called_alike, *zip(*parts, strict=True))):
        return True
    known = {word for two in named for part in two for word in (part.head, *part.words)}
    return not known.issuperset(one.participants & other.participants)


def _may_be_another(one: Occurrence, other: Occurrence) -> bool:
    """Whether an article tells of several of the kind, and too little says which is meant: no name in either, or no day
    with two that take part."""
    if not (one.several or other.several) or (one.is_named and other.is_named):
        return False
    return one.kind in GENERAL or not _share_day_and_two(one, other)


def _share_day_and_two(one: Occurrence, other: Occurrence) -> bool:
    return one.days is not None and one.days == other.days and _shares_two(one, other)


def _shares_two(one: Occurrence, other: Occurrence) -> bool:
    return len(one.participants & other.participants) > 1


def _are_called_alike(one: Part | None, other: Part | None) -> bool:
    return one is not None and other is not None and are_called_alike(one, other)


def _are_much_alike(one: Part | None, other: Part | None) -> bool:
    """Whether two arguments have half of their words in common."""
    if one is None or other is None:
        return False
    common = len(one.words & other.words)
    return common >= _MIN_ALIKE and 2 * common >= min(len(one.words), len(other.words))


def _change_parts(one: Occurrence, other: Occurrence) -> bool:
    """Whether who does it in one has it done to him in the other: "the navy attacked pirates", "pirates attacked a
    ship"."""
    if one.kind in _MUTUAL or not ({one.tail, other.tail} <= {"", "by"}):
        return False
    if not (one.agent and one.patient and other.agent and other.patient):
        return False
    if not (_are_called_alike(one.agent, other.patient) or _are_called_alike(one.patient, other.agent)):
        return False
    return not (_are_called_alike(one.agent, other.agent) or _are_called_alike(one.patient, other.patient))


def _is_once(one: Occurrence, other: Occurrence) -> bool:
    """Whether it happens to somebody or something of one name only once: a man dies once, whatever day and place the
    articles give, and a firm is bought once."""
    if not (_happens_once(one) and _happens_once(other)):
        return False
    parts = [_undergoer(claim) for claim in (one, other)]
    return all(parts) and not parts[0].isdisjoint(parts[1])


def _happens_once(claim: Occurrence) -> bool:
    known = verb(claim.kind, claim.patient is not None and not claim.tail)
    return known is not None and known.course is Course.ONCE


def _undergoer(claim: Occurrence) -> Words:
    """The name of whom it happens to."""
    return _name(claim.agent if claim.patient is None or claim.tail not in ("", "by") else claim.patient)


def _name(part: Part | None) -> Words:
    return part.name if part is not None else frozenset()


def is_of_other_days(one: Occurrence, other: Occurrence) -> bool:
    """Whether one is over and the other is not, or too little is in common for articles that are days apart, about
    other days: bare nouns ("the driver was arrested" a week later is another driver), or one name ("Peel spoke")."""
    if is_over(one, other) or is_over(other, one):
        return True
    if days_between(one.published, other.published) <= MAX_DAYS or _share_more_than_a_name(one, other):
        return False
    if _are_as_many(one, other) or _share_words(one.patient, other.patient):
        return False
    if _is_toll_of(one, other) or _is_toll_of(other, one):
        return False
    mine, theirs = _days_meant(one), _days_meant(other)
    return not any(a[0] <= b[1] and b[0] <= a[1] for a in mine for b in theirs)


def _is_toll_of(one: Occurrence, other: Occurrence) -> bool:
    """ "The Halvik dam disaster killed 27 people", a week after "people killed when the Halvik dam burst"."""
    toll, cause = one.patient, one.agent
    if toll is None or cause is None or toll.amount is None or toll.amount.unit != "people":
        return False
    return len(cause.name) > 1 and cause.name <= other.participants


def _days_meant(one: Occurrence) -> frozenset[tuple[str, str]]:
    """The days that a claim may be of: those it states, or the day of its article and those that this states."""
    if one.stated is not None:
        return frozenset({one.stated})
    return one.around | {one.days or (days_before(one.published, _FRESH), one.published)}


def _share_words(one: Part | None, other: Part | None) -> bool:
    """ "A furniture factory", "the furniture factory in Holm"."""
    return one is not None and other is not None and len(one.words & other.words) >= _MIN_ALIKE


def are_apart(one: Occurrence, other: Occurrence) -> bool:
    """Whether two claims are of other days, as they state them, or as their articles do where nothing is named."""
    if one.days is None and other.days is None:
        known = _has_names(one) and _has_names(other)
        return not known and days_between(one.published, other.published) > MAX_DAYS
    if one.days is None or other.days is None:
        return False
    return one.days[0] > other.days[1] or other.days[0] > one.days[1]


def _has_names(one: Occurrence) -> bool:
    """Whether a name says who, what or where: "the fire in the Tarn market"."""
    return bool(one.places) or any(part and (part.name or part.anchors) for part in (one.agent, one.patient))
