"""Claims read as occurrences: from their rows and phrases, alone or with what their article tells besides."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache, partial
from itertools import groupby
from typing import Any, NamedTuple

from db.events.occurrences import Occurrence, complete
from db.events.one_of_several import day_of_name, is_another, is_whole
from db.events.participants import PRONOUNS, Part, Words, part, participants, toll, toll_of, words_of_name
from db.packing import unpack
from db.sqlite import Connection
from db.turns import look_up
from extract.english.forms import TERM, Amount, ClaimPhrases
from extract.english.vocabulary import is_given_name
from extract.english.wordlists import word_class

_OCCURRENCES = """
SELECT COALESCE(c.event, w.event), COALESCE(p.leader, w.leader),
  c.article, c.id, c.key, a.key, SUBSTR(a.published, 1, 10), c.relation_normal, c.phrases,
  c.valid_from, c.valid_to, c.polarity || ' ' || c.modality, c.mood,
  c.mood IN ('plan', 'forecast') OR (c.tense = 'present' AND c.aspect = 'progressive'),
  c.sentence, COALESCE(c.subject_resolved, c.subject), COALESCE(c.object_resolved, c.object, ''),
  COALESCE(c.qualifiers, ''), c.relation_spans = '[]',
  c.subject_entity, c.object_entity
FROM claims AS c JOIN articles AS a ON a.id = c.article LEFT JOIN paraphrases AS p ON p.claim = c.id
LEFT JOIN waiting_claims AS w ON w.claim = c.id
WHERE c.article IN (SELECT value FROM json_each(:articles)) AND +c.current = 1
  AND (c.status <> 'rejected' AND w.claim IS NULL OR (:waiting AND w.joined = 1))
  AND c.phrases IS NOT NULL AND c.relation_normal <> ''
ORDER BY c.article, c.id
"""
#: The same of claims by their row ids.
_OF_CLAIMS = _OCCURRENCES.replace("c.article IN", "c.id IN").replace(":articles", ":claims")
AT_PLACES = word_class("place prepositions")


def read_occurrences(
    connection: Connection,
    articles: Iterable[int],
    kinds: Collection[str] | None = None,
    claims: Collection[int] | None = None,
    waiting: bool = False,
) -> list[Occurrence]:
    """The occurrences of the current claims of articles (row ids).

    `kinds` and `claims` limit which. Claims that wait to leave their event are left out unless `waiting`; claims that
    wait to come back are always left out.
    """
    given = {"articles": json.dumps(sorted(articles)), "waiting": waiting}
    rows = connection.execute(_OCCURRENCES, given)
    found: list[Occurrence] = []
    for _, group in groupby(rows, lambda row: row[2]):
        look_up()
        told = list(group)
        rows_of_one = tuple([row[2:] for row in told])
        told_by_all = (
            _of_article(rows_of_one) if claims is None else complete([_read(row) for row in rows_of_one], claims)
        )
        claimed = zip(told_by_all, told, strict=True)
        found += [
            one._replace(event=event, leader=leader) if event or leader else one
            for one, (event, leader, *_) in claimed
            if (kinds is None or one.kind in kinds) and (claims is None or one.claim in claims)
        ]
    return found


def read_alone(connection: Connection, claims: Collection[int]) -> list[Occurrence]:
    """Those of current claims (row ids), each by what it says itself: without what follows from others of its article,
    which is `several` to `victim`, and without the event that it is stored with."""
    given = {"claims": json.dumps(sorted(claims)), "waiting": False}
    return [_read(row[2:]) for row in connection.execute(_OF_CLAIMS, given)]


@lru_cache(maxsize=256)
def _of_article(rows: tuple[tuple[Any, ...], ...]) -> list[Occurrence]:
    """The same of one article, without events and leaders. Articles on one event are read again and again."""
    return complete([_read(row) for row in rows])


@lru_cache(maxsize=16_000)
def _read(row: tuple[Any, ...]) -> Occurrence:
    phrases = row[6]
    return occurrence(row, unpack(phrases), partial(_reading, phrases))


def occurrence(row: tuple[Any, ...], found: ClaimPhrases, read: Callable[[bool, bool], Reading]) -> Occurrence:
    """A claim by what it says itself. `read` reads its phrases, given whether subject and object are people."""
    article, claim, key, article_key, published, kind, _, since, until, certainty, mood, *more = row
    is_ahead, sentence, subject, thing, qualifiers, is_standing, *labels = more
    said = read(*(_is_person(*both) for both in zip((subject, thing), labels, strict=True)))
    if since is None and not is_ahead and (day := day_of_name(found, kind, published or "")):
        since = until = day
    told, agent, patient = said.light or kind, said.agent, said.patient
    if counted := toll(found):  # the day is that of the count
        since, until, (told, agent, patient) = None, None, counted
    return Occurrence(
        int(claim), key, article_key, int(article), published or "", None, None, int(sentence), bool(said.light),
        told, "" if counted else said.tail, said.participants | toll_of(found, subject), agent, patient, said.amounts,
        since, until, certainty, mood, said.is_open, said.places, is_ahead=bool(is_ahead), deed=deed(kind, thing),
        is_another=is_another(found, subject, thing), is_whole=is_whole(qualifiers, _counted(said)), size=said.size,
        is_standing=bool(is_standing),
    )  # fmt: skip


def _is_person(words: str, label: str | None) -> bool:
    """Whether an argument is a person: by its label, or by the full name that a pronoun or a description stands for."""
    return label == "PERSON" or (
        label is None and bool(_FULL_NAME.match(words)) and is_given_name(words.split()[0].lower())
    )


_FULL_NAME = re.compile(r"[A-Z]\w+(?: [A-Z][\w.'-]+){1,3}$")


def deed(kind: str, thing: str) -> str:
    """ "Stay", of "allowed Peel to stay in Tarn"."""
    found = _TO_DO.match(thing) if kind in _LETTING else None
    return found[1] if found else ""


_LETTING = word_class("verbs of letting somebody")
_TO_DO = re.compile(r"[^,;:]*?\bto ([a-z]+)\b")


def _counted(said: Reading) -> Amount | None:
    return next((part.amount for part in (said.patient, said.agent) if part and part.amount), None)


class Reading(NamedTuple):
    """What a claim's phrases say of an occurrence."""

    light: str
    tail: str
    participants: Words
    agent: Part | None
    patient: Part | None
    amounts: tuple[Amount, ...]
    is_open: bool
    places: Words
    size: Amount | None


@lru_cache(maxsize=8_000)
def _reading(phrases: str, subject_is_person: bool, object_is_person: bool) -> Reading:
    """The same for the same words, which near copies have: each is read once."""
    return reading(unpack(phrases), subject_is_person, object_is_person)


def reading(found: ClaimPhrases, subject_is_person: bool, object_is_person: bool) -> Reading:
    """What phrases say, given whether subject and object are people."""
    behind = found.object.complement if found.object else None
    phrased = [phrase for phrase in (found.subject, found.object, *found.qualifiers) if phrase is not None]
    sizes = (phrase.amount for phrase in (*phrased, behind) if phrase and phrase.measure == TERM)
    return Reading(
        found.relation.light,
        found.relation.tail,
        participants(found),
        *_parts(found, subject_is_person, object_is_person),
        tuple(phrase.amount for phrase in phrased if phrase.amount and phrase.measure != TERM),
        any(phrase is not None and phrase.head in PRONOUNS for phrase in (found.subject, found.object)),
        frozenset(_places(found)),
        next(sizes, None),
    )


def _places(found: ClaimPhrases) -> Iterator[str]:
    """The words of the names of where it happened: "in Port Marrow", "on a ridge above Port Marrow"."""
    given = [(phrase, phrase.preposition) for phrase in found.qualifiers if phrase is not None]
    if found.object is not None:
        given.append((found.object, found.relation.tail))
    for phrase, preposition in given:
        if preposition in AT_PLACES:
            yield from (word for name in (phrase.name or "", *phrase.anchors) for word in words_of_name(name))


def _parts(found: ClaimPhrases, subject_is_person: bool, object_is_person: bool) -> tuple[Part | None, Part | None]:
    """Agent and patient, whatever the voice."""
    done_to = found.object
    if found.relation.light:  # "opened fire on the crowd" is done to the crowd
        done_to = found.object.complement if found.object else None
    subject, thing = part(found.subject, subject_is_person), part(done_to, object_is_person)
    if not found.relation.passive:
        return subject, thing
    if found.relation.tail == "by":
        return thing, subject
    by = next((phrase for phrase in found.qualifiers if phrase and phrase.preposition == "by"), None)
    return part(by, False), subject


def read_stored(phrases: str) -> Reading:
    """What the phrases of a claim say, as they are stored."""
    return _reading(phrases, False, False)
