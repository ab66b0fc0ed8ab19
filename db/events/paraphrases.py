"""Whether two claims of similar articles say the same in other words, so that they are one statement.

A test of two claims alone, the same from both sides. It asks for more than one event does: one argument must agree,
none may differ, and nothing may speak against it: time, number, polarity, a habit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db.events.agreement import (
    MAX_DAYS,
    are_apart,
    are_of_other_charges,
    have_other_victims,
    is_incident,
    is_of_other_days,
    is_possible,
    is_same,
    may_be_one,
    parts_of,
)
from db.events.occurrence_reading import AT_PLACES, read_stored
from db.events.occurrences import GENERAL, Occurrence
from db.events.one_of_several import is_one_and_several
from db.events.participants import Part, are_other_people, is_one_of, is_relative, may_describe
from db.events.similar_articles import days_between
from db.packing import has_amount
from extract.english.forms import Amount
from extract.english.vocabulary import happenings, has_term, relations, unique
from extract.english.wordlists import word_class

#: So many participants must be in common, where no person is named in the same part.
MIN_SHARED = 2


def may_say_same(one: Occurrence, other: Occurrence) -> bool:
    """Whether two claims of similar articles may say the same, or be about one event."""
    if (  # what both of these would ask for: of a hundred pairs, it leaves twenty
        one.participants.isdisjoint(other.participants)
        and (one.days is None or one.days != other.days)
        and (one.agent is None or one.agent != other.agent)
        and not is_incident(one, other)
    ):
        return False
    return may_be_one(one, other) or _is_in_same_words(one, other)


def says_same(one: Occurrence, other: Occurrence) -> bool:
    """Whether two claims of similar articles say the same."""
    if is_of_other_days(one, other) or have_other_victims(one, other):
        return False
    if _is_in_same_words(one, other):
        return True
    if any(is_one_and_several(*both) for both in parts_of(one, other)):
        return False
    return _says_same(one, other) and not any(differ(*both) for both in _numbers(one, other))


def _numbers(one: Occurrence, other: Occurrence) -> Iterator[tuple[Amount, Amount]]:
    """The numbers of two claims that would have to be one."""
    yield from ((mine, theirs) for mine in one.amounts for theirs in other.amounts)
    if one.size and other.size:
        yield one.size, other.size
    for mine, theirs in parts_of(one, other):
        if mine and theirs and mine.amount and theirs.amount:
            yield _as_people(mine.amount), _as_people(theirs.amount)


def _as_people(amount: Amount) -> Amount:
    """ "40,000 fans", "55,000 people"."""
    return amount._replace(unit="people") if amount.unit in _CROWDS else amount


_CROWDS = word_class("people in crowds")


def counts_another(one: Occurrence, other: Occurrence) -> bool:
    """Whether two claims of similar articles give another number of the same: "injured two", "injured three"."""
    found = next((two for two in zip(_counts(one), _counts(other), strict=True) if None not in two), None)
    mine, theirs = found or (None, None)
    if mine is None or theirs is None or not differ(mine, theirs) or one.certainty != other.certainty:
        return False
    if one.is_another != other.is_another:  # "a boat carrying 85 people", "another boat carrying 40"
        return False
    if one.kind in GENERAL:  # "had eight children", "had three children by his first wife"
        return False
    (low, high), (least, most) = mine.reach(), theirs.reach()
    if _is_one_more(one) or _is_one_more(other) or least > _FARTHEST * high or low > _FARTHEST * most:
        return False
    if mine.unit == "people" and (is_incident(one, other) or _are_whole(one, other)) and is_same(one, other):
        return _says_same(one, other, shares=True)
    return not _names_no_more(one, other) and _says_same(one, other)


def _count_a_part(one: Occurrence, other: Occurrence) -> bool:
    """Whether one tells of a part of those on board: "106 passengers" and six of the crew are "112 people"."""
    if one.kind != "carry" or one.patient is None or other.patient is None:
        return False
    mine, theirs = ("crew" if part.head in _CREW else part.head for part in (one.patient, other.patient))
    return mine != theirs and not {"passenger", "crew"}.isdisjoint((mine, theirs))


_CREW = ("crew", "member", "crewmember", "crewman")


def _are_whole(one: Occurrence, other: Occurrence) -> bool:
    """Whether neither leaves out who does it or to whom: not "32,000 fans attended"."""
    return None not in (one.agent, one.patient, other.agent, other.patient)


def _names_no_more(one: Occurrence, other: Occurrence) -> bool:
    """Whether two claims have nothing in common but what is counted: "it costs $799", "the Lumo 4 costs $549"."""
    counted = {part.head for part in (one.patient, one.agent) if part and part.amount}
    return counted.issuperset(one.participants & other.participants)


def _counts(one: Occurrence) -> tuple[Amount | None, ...]:
    """What a claim counts: of whom it is done to, of who does it, else how long it lasts or what it costs."""
    parts = tuple(_as_people(part.amount) if part and part.amount else None for part in (one.patient, one.agent))
    if one.tail not in ("", "by"):
        parts = (None, None)
    return (*parts, one.size if has_term(one.kind, one.size) else None)


def hangs_with(one: Occurrence, other: Occurrence) -> bool:
    """Whether two claims of similar articles say the same, or the same but for its number."""
    return says_same(one, other) or (not is_of_other_days(one, other) and counts_another(one, other))


def dates_another(one: Occurrence, other: Occurrence) -> bool:
    """Whether two claims of similar articles state other days of the same: "died on Monday", "died on Tuesday"."""
    mine, theirs = one.stated, other.stated
    if mine is None or theirs is None or (mine[0] <= theirs[1] and theirs[0] <= mine[1]):
        return False
    return _says_same(one, other)


def says_opposite(one: Occurrence, other: Occurrence) -> bool:
    """Whether one of two claims of similar articles denies what the other affirms: "served in Tarn", "never served in
    Tarn", not "served as a clerk"."""
    if one.is_open or other.is_open or not is_possible(one, other) or _denies_less(one, other):
        return False
    both = [(mine, theirs) for mine, theirs in parts_of(one, other) if mine and theirs]
    hangs_alike = _tail(one) == _tail(other) or _is_ruled_out_for_all(one, other)
    return bool(both) and hangs_alike and all(_agree(mine, theirs) for mine, theirs in both)


def _tail(one: Occurrence) -> str:
    """The preposition of whom or what it is done to: not that of the place where "no curfew was declared in Tarn"."""
    is_of_place = one.agent is None and one.patient is not None and one.tail in AT_PLACES
    return "" if is_of_place else one.tail


def _is_in_same_words(one: Occurrence, other: Occurrence) -> bool:
    """Whether two claims are worded alike in all their parts, as what articles quote is, without a name in them:
    "those remarks are over the line"."""
    if _manner(one) != _manner(other):
        return False
    if one.is_open or other.is_open or (one.stated and other.stated and one.stated != other.stated):
        return False
    if days_between(one.published, other.published) > MAX_DAYS and one.kind not in GENERAL and are_apart(one, other):
        return False
    return one.mood != "generic" and all(
        a is not None and b is not None and not a.is_indefinite and a == b for a, b in parts_of(one, other)
    )


def _manner(one: Occurrence) -> tuple[str, ...]:
    return one.kind, one.tail, one.deed, one.certainty, one.mood


#: Numbers farther apart than this many times are of two things.
_FARTHEST = 5


def _says_same(one: Occurrence, other: Occurrence, shares: bool = False) -> bool:
    """The same but for numbers. `shares`: it is known to be one event, whatever takes part in both."""
    if one.is_open or other.is_open:
        return False
    shared = len(one.participants & other.participants)
    if (
        not (shared or shares)
        or not is_possible(one, other)
        or not _is_compatible(one, other)
        or _denies_less(one, other)
    ):
        return False
    if are_of_other_charges(one, other) or _count_a_part(one, other):
        return False
    parts = parts_of(one, other)
    agreeing = (_agree(*parts[0], described=True), _agree(*parts[1]))
    if False in agreeing or (one.kind in _COPULAS and not _are_one_class(*parts[1])):
        return False
    if _are_of_other_things(one, other, agreeing[1]):
        return False
    if agreeing != (True, True) and not _may_leave_out(one, other, agreeing):
        return False
    if True not in agreeing:
        return one.kind == other.kind and one.kind in unique() - _BIRTHS
    if one.kind in GENERAL and one.tail != other.tail:  # "is of Ohio" is not "is the senator of Ohio"
        return False
    if shared >= MIN_SHARED or None not in agreeing or any(_is_one_person(*two) for two in parts):
        return True
    rest = parts[agreeing.index(None)]  # "the navy seized 26 pirates" / "the crew of a frigate seized 26 pirates"
    return one.tail == other.tail if None not in rest else _is_told_plainly(one, other)


def _may_leave_out(one: Occurrence, other: Occurrence, agreeing: Sequence[bool | None]) -> bool:
    """Whether two claims may say the same though not both of their arguments are known to agree. To deny what the other
    says, either has both or neither has it: "they would appeal", "the judge will not appeal". What nobody did, or what
    somebody will not do at all, may lack one."""
    if one.kind in GENERAL or _is_one_more(one) or _is_one_more(other):
        return False
    if one.certainty == other.certainty or (agreeing[1] and (_is_ruled_out(one, other) or _is_by_nobody(one, other))):
        return True
    if agreeing[0] and _is_ruled_out_for_all(one, other):
        return True
    both = zip(agreeing, parts_of(one, other), strict=True)
    return all(agree or two == (None, None) for agree, two in both)


#: Verbs whose object says what the subject is.
_COPULAS = frozenset({"be", "become"})


def _are_one_class(one: Part | None, other: Part | None) -> bool:
    """Whether two predicates may be the same: not "the second woman" and "the first", "the governor" and "the
    deputy governor", "a war" and "a just war"."""
    if one is None or other is None:
        return True
    return one.ranks == other.ranks and (one.words == other.words or not (one.is_indefinite or other.is_indefinite))


#: Whoever is born is one of many.
_BIRTHS = {"bear", "be born in"}
#: Prepositions of what is no third party to it.
_PLAIN = {"", "by", "in"}
#: Words for one of several.
_ONE_MORE = frozenset({"another", "other", "additional", "further", "more", "second", "third", "first", "last"})


def _is_told_plainly(one: Occurrence, other: Occurrence) -> bool:
    """Whether two claims have little else to differ in: "The lanes were closed" / "aides closed the lanes"."""
    if one.kind != other.kind or one.kind in GENERAL:
        return False
    if one.mood != other.mood and not {one.mood, other.mood} <= _AHEAD:
        return False
    return {one.tail, other.tail} <= _PLAIN


#: Moods of what is still to come.
_AHEAD = {"plan", "forecast"}


def _is_ruled_out(one: Occurrence, other: Occurrence) -> bool:
    """ "Orvana plans to cut 900 jobs", "no jobs will be cut"."""
    is_ahead = one.kind == other.kind and {one.mood, other.mood} <= _AHEAD
    return is_ahead and one.is_negative != other.is_negative and None in (one.agent, other.agent)


def _denied_first(one: Occurrence, other: Occurrence) -> tuple[Occurrence, Occurrence]:
    return (one, other) if one.is_negative else (other, one)


def _is_ruled_out_for_all(one: Occurrence, other: Occurrence) -> bool:
    """ "Peel will appeal against the verdict", "Peel will not appeal", but not "Peel will not appeal on Friday"."""
    denied, affirmed = _denied_first(one, other)
    is_ahead = one.kind == other.kind and {one.mood, other.mood} <= _AHEAD
    is_said = not any(claim.certainty.endswith("uncommitted") for claim in (one, other))  # "if he will not run"
    limits = (
        denied.patient,
        denied.tail,
        denied.places,
        denied.amounts,
        denied.size,
        _is_of_own_days(denied, affirmed),
    )
    return is_ahead and is_said and one.is_negative != other.is_negative and not any(limits)


def _is_of_own_days(one: Occurrence, other: Occurrence) -> bool:
    """Whether one states a time that does not hold all of the time that the other states."""
    mine, theirs = one.stated, other.stated
    if mine is None:
        return bool(one.since or one.until)
    return theirs is None or theirs[0] < mine[0] or mine[1] < theirs[1]


def _is_by_nobody(one: Occurrence, other: Occurrence) -> bool:
    """ "Peel declared a curfew", "no curfew was declared"."""
    denied, affirmed = _denied_first(one, other)
    return denied.is_negative and not affirmed.is_negative and denied.agent is None and one.kind == other.kind


def _is_one_more(one: Occurrence) -> bool:
    """Whether an occurrence is told as one of several: "another package was found"."""
    return any(part and not _ONE_MORE.isdisjoint(part.words) for part in (one.agent, one.patient))


def _hang_apart(one: Occurrence, other: Occurrence) -> bool:
    """Whether the objects hang on other prepositions: "ran for mayor" is not "ran out of money"."""
    return one.tail != other.tail and not {"", "by"} & {one.tail, other.tail}


def _are_of_other_things(one: Occurrence, other: Occurrence, agreeing: bool | None) -> bool:
    """Whether verb and object tell of two things, though these may agree."""
    if one.patient is None or other.patient is None:
        return False
    if one.tail != other.tail and one.kind == other.kind in _TURNED:
        return True
    if _are_other_deeds(one, other) or _compares(one.patient) != _compares(other.patient):
        return True
    return agreeing is None and (_hang_apart(one, other) or _share_no_more(one, other))


def _compares(part: Part) -> bool:
    """ "A higher rate than Peel", not "profits rather than people"."""
    return "than" in part.words and "rather" not in part.words


def _are_other_deeds(one: Occurrence, other: Occurrence) -> bool:
    """ "Allowed Peel to stay", "allowed Peel to vote"."""
    if not (one.deed and other.deed) or one.deed == other.deed:
        return False
    return other.deed not in happenings().get(one.deed, ())


#: Verbs that mean something else with a preposition: "called a vote", "called for a vote".
_TURNED = word_class("verbs that prepositions turn")


def _share_no_more(one: Occurrence, other: Occurrence) -> bool:
    """Whether nothing is in common but who does it, no day, and no person is described: "Beck ripped the roof", "Beck
    rips Tarn", but "Beck beat Anna Lind", "Beck beat his rival"."""
    if one.kind in relations() or any(part and part.name and part.is_person for part in (one.patient, other.patient)):
        return False
    if one.days is not None and one.days == other.days:
        return False
    known = {word for part in (one.agent, other.agent) if part for word in (part.head, *part.words)}
    return known.issuperset(one.participants & other.participants)


def _agree(one: Part | None, other: Part | None, described: bool = False) -> bool | None:
    """Whether two arguments may be the same; None where one is left out, or called by a name and by a description, or
    (`described`) where one's noun is among the words of the other."""
    if one is None or other is None:
        return None
    if one.name and other.name:
        return not one.name.isdisjoint(other.name)
    if is_one_of(one, other) or is_one_of(other, one):
        return False
    if one.head == other.head or one.head in other.name or other.head in one.name:
        return True
    if len(one.words & other.words) >= MIN_SHARED or _count_the_same(one, other):
        return True
    if one.name or other.name:
        if not described and (_are_unlike_things(one, other) or _are_unlike_things(other, one)):
            return False
        return None if may_describe(one, other) or may_describe(other, one) else False
    return None if described and (one.head in other.words or other.head in one.words) else False


def _are_unlike_things(named: Part, other: Part) -> bool:
    """ "Tax Returns", which a headline writes as a name, are no "letter"."""
    if not named.name or named.head in named.name or other.name or not other.is_indefinite:
        return False
    return named.is_plural != other.is_plural


def _count_the_same(one: Part, other: Part) -> bool:
    """ "23 sailors", "23 of the crew"; "14 people", "20 residents"."""
    if one.amount is None or other.amount is None:
        return False
    if _as_people(one.amount).unit == _as_people(other.amount).unit == "people":
        return True
    (low, high), theirs = (one.amount.low, one.amount.high), (other.amount.low, other.amount.high)
    return (low, high) == theirs and low == high and low is not None and low > 1


def _denies_less(one: Occurrence, other: Occurrence) -> bool:
    """Whether what one denies is not what the other affirms: who has no federal experience may have some, who never
    served in a war may have served as a clerk, or have served."""
    if one.is_negative == other.is_negative:
        return False
    if _tail(one) != _tail(other) and not _is_ruled_out_for_all(one, other):
        return True
    if one.kind == "be":  # "is the best known singer" is no denial of "is the first"
        return any(mine is None or mine != theirs for mine, theirs in parts_of(one, other))
    denied, affirmed = _denied_first(one, other)
    parts = ((denied.agent, affirmed.agent), (denied.patient, affirmed.patient))
    return any(no and (yes is None or not (no.name or no.words <= yes.words)) for no, yes in parts)


def name_others(phrases: str, others: str) -> bool:
    """Whether two claims, by their stored phrases, are of others: what hangs together by a third that leaves it out
    ("endorsed Peel", "endorsed", "endorsed Lenz"; "lied to Peel", "lied to Lenz") does not say the same, nor do Peel
    and "his wife"."""
    if phrases == others:  # as most claims of copies are
        return False
    one, other = read_stored(phrases), read_stored(others)
    parts = ((one.agent, other.agent), (one.patient, other.patient))
    if any(a and b and (is_relative(a, b) or is_relative(b, a)) for a, b in parts):
        return True
    if any(a and b and are_other_people(a, b) for a, b in parts):
        return True
    patients = (one.patient, other.patient)
    are_named = one.tail == other.tail and all(part and part.name for part in patients)
    return (are_named or not (one.tail or other.tail)) and _agree(*patients) is False


def leaves_out(phrases: str, others: str) -> bool:
    """Whether a claim, by its stored phrases, leaves out who does it or to whom, where another says it."""
    if phrases == others:
        return False
    one, other = read_stored(phrases), read_stored(others)
    return any(theirs and not mine for mine, theirs in ((one.agent, other.agent), (one.patient, other.patient)))


def counted(phrases: str) -> Amount | None:
    """The number of whom or what it is done to, or of who does it, of a claim by its stored phrases."""
    if not has_amount(phrases):
        return None
    said = read_stored(phrases)
    return next((part.amount for part in (said.patient, said.agent) if part and part.amount), None)


def _is_one_person(one: Part | None, other: Part | None) -> bool:
    """A person's name tells an occurrence from others; a place's does not: many things happen there."""
    return bool(one and other and one.is_person and other.is_person and one.name & other.name)


def _is_compatible(one: Occurrence, other: Occurrence) -> bool:
    if one.mood != other.mood and "generic" in (one.mood, other.mood):
        return False
    return one.certainty == other.certainty or one.kind == other.kind


def differ(one: Amount, other: Amount) -> bool:
    """Whether two numbers of one unit exclude each other."""
    return one.unit == other.unit and one.excludes(other)
