"""What an article's claims will count as, made before the article is stored: by workers, with the database not at hand.

It holds as long as every name of the article is itself (nobody joined it with another or parted it), the article is a
copy of no other, and nobody has reviewed its text. Where a name stands for another or the article is a copy, the same
is made again of the rows that the worker made; where people reviewed the text, of what is stored.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from db.claims import FOUND_COLUMNS, Encoded
from db.copies.clusters import cluster_key
from db.entities.directory import Named
from db.keys import article_key, entity_key
from db.packing import unpack
from db.rows import Row as Columns
from db.sqlite import Connection
from db.statements.counted import Counted, Plain, Words, count, numbered, plain
from db.statements.normal_form import Adjunct, Row
from db.statements.normalization import Source, normal_forms
from db.statements.terms import known_as
from db.turns import look_up
from extract.english.forms import Bearer, ClaimPhrases
from extract.model import Article, Claim

_ENTITIES = """
SELECT e.id, e.normal, CASE WHEN c.bound IS NULL THEN c.normal ELSE c.key END, c.key
FROM json_each(?) AS k CROSS JOIN entities AS e ON e.id = k.value CROSS JOIN entities AS c ON c.id = e.canonical
"""


class Known(NamedTuple):
    """A name, what it is known by (see `known_as`), and the key of whom it stands for."""

    own: str | None
    who: str | None
    key: str | None


class Told(NamedTuple):
    """A claim as it was found: its key, the place of its sentence among those of its article, and what it says."""

    key: str
    sentence: int
    phrases: ClaimPhrases
    rows: Encoded


class Foreseen(NamedTuple):
    """What an article's claims count as, numbered from 0, where the article is as `source` has it and its bearers, as
    far as they are subject or object, are the entities with these keys."""

    source: Source
    entities: dict[int, str]
    claims: tuple[Plain, ...]


class ClaimRows(Protocol):
    """A claim as a worker hands it over."""

    @property
    def key(self) -> str: ...
    @property
    def sentence(self) -> int: ...
    @property
    def rows(self) -> Encoded: ...


@dataclass(slots=True)
class Stored:
    """The same of an article that is stored: with the row ids of its bearers and of its first claim, its claims with
    who is subject and object of each, and the positions of its sentences."""

    foreseen: Foreseen
    who: Sequence[int]
    first: int
    found: Sequence[ClaimRows]
    named: Sequence[tuple[int | None, int | None]]
    sentences: Sequence[int]
    _last: tuple[Source, Mapping[int, Known], list[Counted]] | None = None

    def claims(self, source: Source, known: Mapping[int, Known]) -> list[Counted]:
        """What its claims count as. `known` has whom names stand for, by row id. Asked again, they seldom count as
        something else: only what others say of the same has changed."""
        names = {number: known[self.who[number]] for number in self.foreseen.entities}
        if self._last is None or self._last[:2] != (source, names):
            self._last = source, names, self._count(source, names)
        return self._last[2]

    def _count(self, source: Source, names: Mapping[int, Known]) -> list[Counted]:
        if self.holds(source, names):
            return [numbered(one, self.first) for one in self.foreseen.claims]
        places = {position: number for number, position in enumerate(self.sentences)}
        packed = (one.rows.values[_PHRASES] for one in self.found)
        told = (
            Told(one.key, places[one.sentence], unpack(said), one.rows) if said else None
            for one, said in zip(self.found, packed, strict=True)
        )
        return [one._replace(claim=self.first + one.claim) for one in _count(source, told, self.named, names)]

    def holds(self, source: Source, names: Mapping[int, Known]) -> bool:
        """Whether what was foreseen is so."""
        return source == self.foreseen.source and all(
            names[number].key == key for number, key in self.foreseen.entities.items()
        )


def names_of(connection: Connection, stored: Iterable[Stored]) -> dict[int, Known]:
    """Whom the names stand for that are subject or object in these articles, by row id."""
    ids = sorted({one.who[number] for one in stored for number in one.foreseen.entities})
    return {entity: Known(*row) for entity, *row in connection.execute(_ENTITIES, (json.dumps(ids),))}


def foresee(
    article: Article, found: Sequence[tuple[str, Claim, Encoded]], sentences: Iterable[int], named: Named
) -> Foreseen:
    """What the claims of a new article count as: each with its key, as it was found and as rows, in their order.

    `sentences` are the positions of all sentences.
    """
    key = article_key(article.source, article.text_hash)
    source = Source(key, cluster_key(key), (article.published or "")[:10], article.outlet or "")
    used = {bearer for pair in named.claims for bearer in pair if bearer is not None}
    entities = {number: _key(named.bearers[number], key) for number in sorted(used)}
    places = {position: number for number, position in enumerate(sentences)}
    names: dict[int, Known] = {}
    for number, entity in entities.items():
        own = named.bearers[number].name.normal
        names[number] = Known(own, entity if named.bearers[number].bound else own, entity)
    told = (
        Told(its_key, places[claim.sentence], claim.phrases, encoded) if claim.phrases else None
        for its_key, claim, encoded in found
    )
    return Foreseen(source, entities, tuple(map(plain, _count(source, told, named.claims, names))))


def _count(
    source: Source,
    told: Iterable[Told | None],
    named: Sequence[tuple[int | None, int | None]],
    names: Mapping[int, Known],
) -> list[Counted]:
    """An article's claims as they count, numbered from 0: those whose words say something to compare."""
    rows: list[Row] = []
    adjuncts: dict[int, list[Adjunct]] = {}
    words: dict[int, Words] = {}
    for number, (one, (subject, thing)) in enumerate(zip(told, named, strict=True)):
        look_up()
        if one is None:
            continue
        who, whom = (_NOBODY if bearer is None else names[bearer] for bearer in (subject, thing))
        rows.append(_row(number, one, who, whom))
        said = dict(enumerate(one.phrases.qualifiers))
        adjuncts[number] = [Adjunct(role, text, said.get(at)) for at, role, text, *_ in one.rows.further]
        words[number] = (*_texts(one.rows.values), who.key, whom.key)
    return count(source, normal_forms(source, rows, adjuncts), words)


_NOBODY = Known(None, None, None)


def _key(bearer: Bearer, article: str) -> str:
    return entity_key(bearer.name.normal, article if bearer.bound else None)


_AT = {name: place for place, name in enumerate(FOUND_COLUMNS)}
_PHRASES = _AT["phrases"]
_TEXTS = [_AT[name] for name in ("subject", "subject_resolved", "relation", "object", "object_resolved")]
#: Columns that a row for the rules ends with, from `polarity` on.
_TAIL = [
    _AT[name]
    for name in (
        "polarity", "modality", "mood", "attribution", "valid_from", "valid_to", "tense", "aspect", "predicate_start",
        "predicate_end",
    )
]  # fmt: skip


def _texts(values: Columns) -> Words:
    return tuple([values[place] for place in _TEXTS])


def _row(number: int, told: Told, who: Known, whom: Known) -> Row:
    said, values = told.phrases, told.rows.values
    return Row(
        number, told.key, told.sentence, said.subject, known_as(who.who, who.own, said.subject), said.relation,
        values[_AT["relation_lemma"]], said.object, known_as(whom.who, whom.own, said.object),
        values[_AT["subject_resolved"]] is not None,
        *(*[values[place] for place in _TAIL], values[_AT["object"]] or "", values[_AT["relation"]]),
    )  # fmt: skip
