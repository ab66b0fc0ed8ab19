"""Who died, by all that an article tells of them: names, ages and sexes tell the victims of two accidents apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Protocol

from db.events.participants import Part, Words, is_other, is_relative
from db.events.similar_articles import days_between
from extract.english.forms import Amount
from extract.english.vocabulary import is_given_name, is_thing
from extract.english.wordlists import word_class

#: Verbs of deaths. Who dies is the agent of the one kind, and the patient of the other.
_DYING, _KILLING = word_class("verbs of dying"), word_class("verbs of killing")
#: Who died so many days before an article is no more whom it tells of first.
_LONG = 10


class Told(Protocol):
    """What is read of an occurrence."""

    @property
    def kind(self) -> str: ...
    @property
    def agent(self) -> Part | None: ...
    @property
    def patient(self) -> Part | None: ...
    @property
    def size(self) -> Amount | None: ...
    @property
    def published(self) -> str: ...
    @property
    def stated(self) -> tuple[str, str] | None: ...
    @property
    def mood(self) -> str: ...


def find_victims(article: Sequence[Told]) -> list[Part | None]:
    """For each claim of an article, the dead person that it is about, with all that the article says of them. Where it
    tells of several deaths, only a name says whose is meant."""
    deaths = [(one, part) for one in article if (part := _dead(one)) is not None]
    told = [part for _, part in deaths]
    if not told:
        return [None] * len(article)
    are_several = any(_is_of_several(part) or _is_old(one) for one, part in deaths)
    if are_several or any(_clash(*two) or _is_one_more(*two) for two in combinations(told, 2)):
        named = [_whole(article, [part]) for part in told if part.name]
        return [next((part for part in named if _is_named(one, part)), None) for one in article]
    victim = _whole(article, told)
    if not _is_most_named(article, victim):
        return [victim if _is_named(one, victim) else None for one in article]
    return [victim if _is_about(one, victim) else None for one in article]


def _whole(article: Sequence[Told], told: Sequence[Part]) -> Part:
    """One person by all that is told of them."""
    name = frozenset[str]().union(*(part.name for part in told))
    ages = frozenset[str]().union(*(part.ages for part in told), _ages(article, name))
    genders = {part.gender for part in told} - {""}
    named = next((part for part in told if part.name), told[0])
    words = frozenset(part.head for part in told)
    return named._replace(name=name, ages=ages, gender=min(genders, default=""), words=words)


def _dead(one: Told) -> Part | None:
    part = one.agent if one.kind in _DYING else one.patient if one.kind in _KILLING else None
    if part is None or one.mood == "generic":
        return None
    part = part._replace(anchors=frozenset())  # "of Tarn" is where one lived or where one died
    is_noun = not is_thing(part.head)
    if any(map(is_given_name, part.name)) or (part.is_person and not is_noun):
        return part
    return part._replace(name=frozenset()) if is_noun else None  # "Climber Killed on Mount Tarn"


def _is_most_named(article: Iterable[Told], victim: Part) -> bool:
    """Whether no other person does or suffers more in an article: whoever is named for an earlier death is not whom it
    is about. Those who only speak do not count."""
    parts = [part for one in article for part in (one.patient, one.agent if one.kind != "say" else None)]
    times = Counter(part.head for part in parts if part and part.name and part.is_person)
    most = max(times.values(), default=0)
    return not victim.name or max(times[word] for word in victim.name) == most


def _is_old(one: Told) -> bool:
    """Whether an article tells of a death that was long before it: "a climber died there in 2019"."""
    if one.stated is None or one.stated[1] >= one.published:
        return False
    return days_between(one.stated[1], one.published) > _LONG


def _is_of_several(part: Part) -> bool:
    return part.is_plural or (part.amount is not None and part.amount.low != 1)


def _clash(one: Part, other: Part) -> bool:
    """Whether two are not one person: "Jon Peel" and "his wife", "a man" and "a woman"."""
    return is_other(one, other) or is_relative(one, other) or is_relative(other, one)


def _is_one_more(one: Part, later: Part) -> bool:
    """Whether somebody is told as new after a name: "Jon Peel died. A 36-year-old woman died, too."."""
    return bool(one.name) and not later.name and later.is_indefinite


def _ages(article: Iterable[Told], name: Words) -> Iterator[str]:
    """The ages of who is called so: "Jon Peel, 51"."""
    for one in article:
        if one.kind == "be" and one.size and one.size.unit == "year" and one.agent and one.agent.name & name:
            yield f"{one.size.low:.0f}-year-old"


def _is_about(one: Told, victim: Part) -> bool:
    """Whether who does it, or to whom it is done, is the victim, by name or noun: "the climber fell"."""
    return _is_named(one, victim) or any(
        part is not None and not part.is_plural and part.head in victim.words for part in (one.agent, one.patient)
    )


def _is_named(one: Told, victim: Part) -> bool:
    return any(part is not None and part.name & victim.name for part in (one.agent, one.patient))


def are_others(one: Part, other: Part) -> bool:
    """Whether the victims of two articles are two people: of one last name, they are one, whatever age is given."""
    if one.name and other.name and (one.head in other.name or other.head in one.name):
        return False
    return is_other(one, other)
