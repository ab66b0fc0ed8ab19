"""A claim as an occurrence: the kind of happening, who and what takes part, and when."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations, groupby
from typing import NamedTuple

from db.keys import event_key
from db.packing import unpack
from db.sqlite import Connection
from extract.english.forms import ClaimPhrases, NounPhrase
from extract.english.wordlists import entries, word_class

_OCCURRENCES = """
SELECT c.article, c.id, c.key, a.key, c.event, c.relation_normal, c.phrases, c.valid_from, c.valid_to
FROM claims AS c JOIN articles AS a ON a.id = c.article
WHERE c.article IN (SELECT value FROM json_each(:articles)) AND +c.current = 1 AND c.status <> 'rejected'
  AND c.phrases IS NOT NULL AND c.relation_normal <> ''
  AND (:kinds IS NULL OR c.relation_normal IN (SELECT value FROM json_each(:kinds)))
ORDER BY c.article, c.id
"""
#: Relations that name no kind of happening by themselves (being, having, saying): claims must share so many words.
_GENERAL, MIN_SHARED = entries("general_verbs"), 3
#: Words that take part in nothing by themselves.
_PRONOUNS = word_class("pronouns")

Words = frozenset[str]


class Occurrence(NamedTuple):
    """`event` is the key of the event that the claim is stored with."""

    claim: int
    key: str  # of the claim
    article_key: str
    article: int
    event: str | None
    kind: str
    participants: Words  # heads of arguments and qualifiers, and the words of names in them
    agent: Words  # the words of the name of who does it, and of whom it is done to; none where that is no name
    patient: Words
    since: str | None  # the time that it states, first and last moment in ISO 8601
    until: str | None
    several: bool = False  # its article tells of several occurrences of the kind, told apart by names

    @property
    def own(self) -> str:
        """The key of an event with this claim alone."""
        return event_key(self.article_key, self.key)

    @property
    def is_named(self) -> bool:
        return bool(self.agent or self.patient)


def read_occurrences(
    connection: Connection, articles: Iterable[int], kinds: Collection[str] | None = None
) -> list[Occurrence]:
    """Those of the current claims of articles (row ids), of all kinds or of these."""
    given = {"articles": json.dumps(sorted(articles)), "kinds": None if kinds is None else json.dumps(sorted(kinds))}
    rows = connection.execute(_OCCURRENCES, given)
    return [one for _, group in groupby(rows, lambda row: row[0]) for one in _mark_several([_read(r) for r in group])]


def _read(row: Sequence[str]) -> Occurrence:
    article, claim, key, article_key, event, kind, phrases, since, until = row
    found = unpack(phrases)
    subject, thing = _name(found.subject), _name(found.object)
    agent, patient = (thing, subject) if found.relation.passive else (subject, thing)
    taking_part = frozenset(participants(found))
    return Occurrence(
        int(claim), key, article_key, int(article), event, kind, taking_part, agent, patient, since, until
    )  # fmt: skip


def _name(phrase: NounPhrase | None) -> Words:
    return frozenset((phrase.name or "").split()) if phrase else frozenset()


def participants(phrases: ClaimPhrases) -> Iterator[str]:
    """The heads of a claim's arguments and qualifiers, and the words of the names in them."""
    for phrase in (phrases.subject, phrases.object, *phrases.qualifiers):
        if phrase is not None:
            yield from (word for word in _words(phrase) if len(word) > 1 and word not in _PRONOUNS)


def _words(phrase: NounPhrase) -> Iterator[str]:
    yield phrase.head
    for words in (phrase.name or "", *phrase.anchors, *phrase.words):
        yield from words.split()
    if phrase.complement is not None:
        yield from _words(phrase.complement)


def _mark_several(claimed: list[Occurrence]) -> list[Occurrence]:
    """The occurrences of one article. Where it tells that two people fell, "the climber fell" could be either."""
    by_kind: defaultdict[str, list[Occurrence]] = defaultdict(list)
    for one in claimed:
        if one.is_named:
            by_kind[one.kind].append(one)
    several = {kind for kind, named in by_kind.items() if any(_differ(*two) for two in combinations(named, 2))}
    return [one._replace(several=True) if one.kind in several else one for one in claimed]


def is_same(one: Occurrence, other: Occurrence) -> bool:
    """Whether two claims of similar articles are about one event (event coreference, ECB+).

    It must be the same kind of happening, with somebody or something in common, not with other names in the same part,
    and not at times that are apart.
    """
    if one.kind != other.kind or ((one.several or other.several) and not (one.is_named and other.is_named)):
        return False
    if len(one.participants & other.participants) < (MIN_SHARED if one.kind in _GENERAL else 1):
        return False
    return not _differ(one, other) and not _are_apart(one, other)


def _differ(one: Occurrence, other: Occurrence) -> bool:
    """Whether other names stand in the same part."""
    return any(
        mine and theirs and mine.isdisjoint(theirs)
        for mine, theirs in ((one.agent, other.agent), (one.patient, other.patient))
    )


def _are_apart(one: Occurrence, other: Occurrence) -> bool:
    if one.since is None or other.since is None or one.until is None or other.until is None:
        return False
    return one.since[:10] > other.until[:10] or other.since[:10] > one.until[:10]
