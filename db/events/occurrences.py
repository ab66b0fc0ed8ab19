"""A claim as an occurrence: the kind of happening, who and what takes part, and when."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, groupby
from typing import NamedTuple

from db.keys import event_key
from db.packing import unpack
from db.sqlite import Connection
from extract.english.forms import Amount, ClaimPhrases, NounPhrase
from extract.english.vocabulary import gender, gender_of_name, happenings
from extract.english.wordlists import entries, word_class
from extract.model import Claim

_OCCURRENCES = """
SELECT c.article, c.id, c.key, a.key, SUBSTR(a.published, 1, 10), c.event, p.leader, c.relation_normal, c.phrases,
  c.valid_from, c.valid_to, c.polarity || ' ' || c.modality, c.mood, c.subject_entity, c.object_entity
FROM claims AS c JOIN articles AS a ON a.id = c.article LEFT JOIN paraphrases AS p ON p.claim = c.id
WHERE c.article IN (SELECT value FROM json_each(:articles)) AND +c.current = 1 AND c.status <> 'rejected'
  AND c.phrases IS NOT NULL AND c.relation_normal <> ''
  AND (:kinds IS NULL OR c.relation_normal IN (SELECT value FROM json_each(:kinds)))
ORDER BY c.article, c.id
"""
#: Relations that name no kind of happening by themselves (being, having, saying): claims must share so many words.
GENERAL, MIN_SHARED = entries("general_verbs"), 3
#: Words that take part in nothing by themselves.
_PRONOUNS = word_class("pronouns")
_AT_PLACES = word_class("place prepositions")
#: Nouns that articles use for one another.
_SAME_NOUNS = {"people": "person", "quake": "earthquake", "tremor": "earthquake", "temblor": "earthquake"}

Words = frozenset[str]


class Part(NamedTuple):
    """Who does it, or whom it is done to: the noun, the words of the name if it is one, all words, and how many."""

    head: str
    name: Words
    words: Words
    is_person: bool
    amount: Amount | None
    is_plural: bool = False
    gender: str = ""  # "m" or "f" where one man or woman is meant
    ages: Words = frozenset()
    anchors: Words = frozenset()  # the words of the names that tell which one is meant, without countries


class Occurrence(NamedTuple):
    """`event` and `leader` are those that the claim is stored with."""

    claim: int
    key: str  # of the claim
    article_key: str
    article: int
    published: str  # '' where nobody knows
    event: str | None
    leader: str | None
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

    @property
    def own(self) -> str:
        """The key of an event with this claim alone."""
        return event_key(self.article_key, self.key)

    @property
    def own_leader(self) -> str:
        """What orders paraphrases: what names most comes first, then what counts, then what was published first."""
        unnamed = sum(part is None or not part.name for part in (self.agent, self.patient))
        return f"{unnamed}{int(not self.amounts)}{self.published or '~'} {self.article_key} {self.key}"

    @property
    def content(self) -> tuple[object, ...]:
        """All that is compared with others: the same for the claims of near copies."""
        return self[_CONTENT:]

    @property
    def is_negative(self) -> bool:
        return self.certainty.startswith("negative")

    @property
    def is_named(self) -> bool:
        return any(part is not None and part.name for part in (self.agent, self.patient))


_CONTENT = Occurrence._fields.index("kind")


def kinds(own: Iterable[Occurrence]) -> set[str]:
    """The kinds of happening that these may be, by the verbs that are used for one another."""
    listed = happenings()
    return {kind for one in own for kind in listed.get(one.kind, (one.kind,))}


def is_kind(one: Occurrence, other: Occurrence) -> bool:
    """Whether their verbs are the same or are used for one another."""
    return one.kind == other.kind or other.kind in happenings().get(one.kind, ())


def read_occurrences(
    connection: Connection, articles: Iterable[int], kinds: Collection[str] | None = None
) -> list[Occurrence]:
    """Those of the current claims of articles (row ids), of all kinds or of these."""
    given = {"articles": json.dumps(sorted(articles)), "kinds": None if kinds is None else json.dumps(sorted(kinds))}
    rows = connection.execute(_OCCURRENCES, given)
    return [one for _, group in groupby(rows, lambda row: row[0]) for one in _mark_several([_read(r) for r in group])]


def _read(row: Sequence[str]) -> Occurrence:
    article, claim, key, article_key, published, event, leader, kind, phrases, since, until, certainty, mood = row[:13]
    said = _reading(phrases, *(label == "PERSON" for label in row[13:]))
    return Occurrence(
        int(claim), key, article_key, int(article), published or "", event, leader, kind, said.tail,
        said.participants, said.agent, said.patient, said.amounts, since, until, certainty, mood,
        said.is_open, said.places,
    )  # fmt: skip


class _Reading(NamedTuple):
    """What a claim's phrases say of an occurrence."""

    tail: str
    participants: Words
    agent: Part | None
    patient: Part | None
    amounts: tuple[Amount, ...]
    is_open: bool
    places: Words


@lru_cache(maxsize=20_000)
def _reading(phrases: str, subject_is_person: bool, object_is_person: bool) -> _Reading:
    """The same for the same words, which near copies have: each is read once."""
    found = unpack(phrases)
    phrased = [phrase for phrase in (found.subject, found.object, *found.qualifiers) if phrase is not None]
    return _Reading(
        found.relation.tail,
        frozenset(participants(found)),
        *_parts(found, subject_is_person, object_is_person),
        tuple(phrase.amount for phrase in phrased if phrase.amount),
        any(phrase is not None and phrase.head in _PRONOUNS for phrase in (found.subject, found.object)),
        frozenset(_places(found)),
    )


def _places(found: ClaimPhrases) -> Iterator[str]:
    """The words of the names of where it happened: "in Port Marrow", "on a ridge above Port Marrow"."""
    given = [(phrase, phrase.preposition) for phrase in found.qualifiers if phrase is not None]
    if found.object is not None:
        given.append((found.object, found.relation.tail))
    for phrase, preposition in given:
        if preposition in _AT_PLACES:
            yield from (word for name in (phrase.name or "", *phrase.anchors) for word in words_of_name(name))


def words_of_name(name: str) -> tuple[str, ...]:
    """The words by which names are compared; a country and its people are one word."""
    kind, _, code = name.partition(" ")
    return (f"={code}",) if kind in _NATIONS and len(code) == _CODE else tuple(name.split())


_NATIONS, _CODE = frozenset({"country", "people"}), 2


def participants_of(claims: Iterable[Claim]) -> Iterator[Words]:
    """The participants of those of an article's claims that tell of an occurrence, as they are found."""
    for claim in claims:
        if claim.phrases is not None and claim.phrases.relation.normal:
            yield frozenset(participants(claim.phrases))


def _parts(found: ClaimPhrases, subject_is_person: bool, object_is_person: bool) -> tuple[Part | None, Part | None]:
    """Agent and patient, whatever the voice."""
    subject, thing = _part(found.subject, subject_is_person), _part(found.object, object_is_person)
    if not found.relation.passive:
        return subject, thing
    if found.relation.tail == "by":
        return thing, subject
    by = next((phrase for phrase in found.qualifiers if phrase and phrase.preposition == "by"), None)
    return _part(by, False), subject


def _part(phrase: NounPhrase | None, is_person: bool) -> Part | None:
    if phrase is None or not phrase.head or phrase.head in _PRONOUNS or phrase.measure == "dead":
        return None  # (of "the number of people killed" nothing is said here but what it is the number of)
    name = frozenset(words_of_name(phrase.name or ""))
    anchors = frozenset(word for anchor in phrase.anchors for word in words_of_name(anchor))
    words = {word for text in phrase.words for word in text.split()} | name | anchors
    kept = frozenset(_SAME_NOUNS.get(word, word) for word in words if len(word) > 1 and word not in _PRONOUNS)
    return Part(
        _SAME_NOUNS.get(phrase.head, phrase.head), name, kept, is_person, phrase.amount, phrase.plural,
        _gender(phrase, is_person), frozenset(word for word in words if _AGE.match(word)),
        frozenset(word for word in anchors if not _is_nation(word)),
    )  # fmt: skip


_CURRENCY = re.compile(r"[A-Z]{3}$")
#: Sums of money that differ by more than this factor are of two things: a fee and all that was earned.
_FARTHEST_SUMS = 3
_AGE = re.compile(r"\d+-(?:year|month|week|day)-old$")


def _gender(phrase: NounPhrase, is_person: bool) -> str:
    """Whether one man or one woman is meant, by the noun or the first name."""
    if phrase.plural or phrase.amount or (phrase.name and not is_person):
        return ""
    found = gender_of_name(phrase.name.split()[0]) if phrase.name else gender(phrase.head)
    return found.value.strip("-")


def participants(phrases: ClaimPhrases) -> Iterator[str]:
    """The heads of a claim's arguments and qualifiers, and the words of the names in them."""
    for phrase in (phrases.subject, phrases.object, *phrases.qualifiers):
        if phrase is not None:
            yield from (word for word in _words(phrase) if len(word) > 1 and word not in _PRONOUNS)


def _words(phrase: NounPhrase) -> Iterator[str]:
    yield phrase.head
    for name in (phrase.name or "", *phrase.anchors):
        yield from words_of_name(name)
    for words in phrase.words:
        yield from words.split()
    if phrase.complement is not None:
        yield from _words(phrase.complement)


def _mark_several(claimed: list[Occurrence]) -> list[Occurrence]:
    """The occurrences of one article. Where it tells that two people fell, "the climber fell" could be either."""
    by_kind: defaultdict[str, list[Occurrence]] = defaultdict(list)
    for one in claimed:
        if one.is_named:
            by_kind[one.kind].append(one)
    several = {kind for kind, named in by_kind.items() if any(differ(*two) for two in combinations(named, 2))}
    return [one._replace(several=True) if one.kind in several else one for one in claimed]


def name_others(phrases: str, others: str) -> bool:
    """Whether two claims, by their stored phrases, have objects of other names: what hangs together by a third that
    leaves it out ("endorsed Peel", "endorsed", "endorsed Lenz") does not say the same."""
    one, other = (_reading(stored, False, False) for stored in (phrases, others))
    if one.patient is None or other.patient is None or one.tail or other.tail:
        return False
    names = one.patient.name, other.patient.name
    return all(names) and names[0].isdisjoint(names[1])


def is_same(one: Occurrence, other: Occurrence) -> bool:
    """Whether two claims of similar articles are about one event (event coreference, ECB+).

    It must be the same kind of happening, with somebody or something in common, not with other names in the same part,
    and not at times that are apart.
    """
    least = MIN_SHARED if one.kind in GENERAL else 1
    return len(one.participants & other.participants) >= least and is_possible(one, other)


def is_possible(one: Occurrence, other: Occurrence) -> bool:
    """Whether nothing speaks against it that two claims are about one event."""
    if not is_kind(one, other) or ((one.several or other.several) and not (one.is_named and other.is_named)):
        return False
    return not differ(one, other) and not _are_apart(one, other)


def differ(one: Occurrence, other: Occurrence) -> bool:
    """Whether somebody or something else stands in the same part, or it happened at a place of another name."""
    parts = ((one.agent, other.agent), (one.patient, other.patient))
    return any(a and b and _is_other(a, b) for a, b in parts) or _are_elsewhere(one.places, other.places)


def _is_other(one: Part, other: Part) -> bool:
    """ "Mira Lenz" is not "Jon Peel", "the woman" not "a man", "a 23-year-old climber" not "the
    41-year-old", "a mill in Ludham" not "a school in Carrick"."""
    if one.name and other.name and one.name.isdisjoint(other.name):
        return True
    if one.ages and other.ages and one.ages.isdisjoint(other.ages):
        return True
    if one.head != other.head and one.anchors and other.anchors and one.anchors.isdisjoint(other.anchors):
        return True
    if one.amount and other.amount and _is_other_sum(one.amount, other.amount):
        return True
    return bool(one.gender and other.gender) and one.gender != other.gender


def _is_other_sum(one: Amount, other: Amount) -> bool:
    """Whether two shares cannot be one, or two prices are far apart. Other numbers grow with the news: those of the
    dead and the injured."""
    if one.unit == other.unit == "percent":
        (low, high), (least, most) = one.reach(), other.reach()
        return high < least or most < low
    return are_far_sums(one, other)


def are_far_sums(one: Amount, other: Amount) -> bool:
    """Whether these are sums of money (in USD and the like) too different to be of one thing."""
    if one.unit != other.unit or not _CURRENCY.match(one.unit):
        return False
    (low, high), (least, most) = one.reach(), other.reach()
    return least > _FARTHEST_SUMS * high or low > _FARTHEST_SUMS * most


def _are_elsewhere(places: Words, others: Words) -> bool:
    """Whether these are other places; a town may be in a country."""
    if not places or not others or not places.isdisjoint(others):
        return False
    return all(map(_is_nation, places)) == all(map(_is_nation, others))


def _is_nation(word: str) -> bool:
    return word.startswith("=")


def _are_apart(one: Occurrence, other: Occurrence) -> bool:
    if one.since is None or other.since is None or one.until is None or other.until is None:
        return False
    return one.since[:10] > other.until[:10] or other.since[:10] > one.until[:10]
