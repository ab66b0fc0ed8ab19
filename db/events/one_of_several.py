"""Which of several of a kind an occurrence is: a second quake, Monday's fire, all medals of a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from db.events.participants import Part, Words, is_money
from extract.english.forms import Amount, ClaimPhrases, NounPhrase
from extract.english.vocabulary import disasters, is_thing
from extract.english.wordlists import word_class

#: What hits several places at once.
FAR_REACHING = word_class("far-reaching disasters")
_MAGNITUDE = re.compile(r"(?:magnitude-)?(\d\.\d)(?:-magnitude)?$")
_SAME_MAGNITUDE = 0.5
_ANOTHER = re.compile(r"(?:another|an? (?:second|third|new|further)|the (?:second|third|new|other|latest)) ", re.I)
#: Times of all that somebody has won or lost so far.
_WHOLE = re.compile(r"\b(?:this (?:season|year)|in (?:his|her|its|their) career|since)\b", re.I)
_SO_FAR = re.compile(r"\b(?:so|thus) far\b|\bto date\b", re.I)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TAKING_PART = word_class("verbs of taking part")


def is_another(phrases: ClaimPhrases, subject: str, thing: str) -> bool:
    """Whether a thing that takes part is told as one of several: "another fire", "a second quake". A third victim may
    be of what was told before. The words are those that subject and object stand for."""
    both = ((phrases.subject, subject), (phrases.object, thing))
    return any(phrase and is_thing(phrase.head) and _ANOTHER.match(words) for phrase, words in both)


def day_of_name(phrases: ClaimPhrases, kind: str, published: str) -> str | None:
    """The day (ISO date) of what is called by it: "Monday's fire killed two", "40,000 people attended Saturday's
    concert"; not "police investigate Monday's fire"."""
    for phrase in _dated(phrases, kind):
        on = next((day for day in _DAYS if day in phrase.anchors), None)
        if on is not None:
            return _last(on, published)
    return None


def _dated(phrases: ClaimPhrases, kind: str) -> Iterator[NounPhrase]:
    if phrases.subject.head in disasters():
        yield phrases.subject
    if phrases.object is not None and (
        kind in _TAKING_PART or (phrases.object.head in disasters() and _is_in(phrases))
    ):
        yield phrases.object


def _is_in(phrases: ClaimPhrases) -> bool:
    return phrases.relation.tail in ("in", "by")


@lru_cache(maxsize=1_000)
def _last(weekday: str, published: str) -> str | None:
    """The last day of this name up to a day (ISO date)."""
    try:
        day = date.fromisoformat(published)
    except ValueError:
        return None
    return (day - timedelta(days=(day.weekday() - _DAYS.index(weekday)) % 7)).isoformat()


def is_whole(qualifiers: str, amount: Amount | None) -> bool:
    """Whether a number is of all that happened in a long time: "has won five medals this year", "has seized 14 rifles
    so far"; people who are counted so far are those of one occurrence, and sums of money have a size."""
    if amount is None or (amount.low or 0) <= 1 or is_money(amount):
        return False
    return bool(_WHOLE.search(qualifiers)) or (is_thing(amount.unit) and bool(_SO_FAR.search(qualifiers)))


def is_one_and_several(one: Part | None, other: Part | None) -> bool:
    """Whether one tells of one thing and the other of several: "a medal", "11 medals"."""
    if one is None or other is None or one.head != other.head:
        return False
    return _is_one_of(one, other) or _is_one_of(other, one)


def _is_one_of(one: Part, several: Part) -> bool:
    is_one = one.amount is None and one.is_indefinite and not one.is_plural
    return is_one and several.amount is not None and (several.amount.low or 0) > 1


def are_other_quakes(one: Words, other: Words) -> bool:
    """ "A magnitude 5.4 quake" is not "the 6.2-magnitude earthquake"; the first reports of one differ by less."""
    if "earthquake" not in one or "earthquake" not in other:
        return False
    mine, theirs = ([float(found[1]) for word in words if (found := _MAGNITUDE.match(word))] for words in (one, other))
    return bool(mine and theirs) and min(abs(a - b) for a in mine for b in theirs) > _SAME_MAGNITUDE


def are_quake_and_storm(one: str, other: str) -> bool:
    """ "A quake killed nine", "a storm killed four", by the nouns of who or what does it."""
    heads = {one, other} & FAR_REACHING
    return "earthquake" in heads and len(heads) > 1
