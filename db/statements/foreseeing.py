"""What an article's claims will count as, made before the article is stored: by workers, with the database not at hand.

It holds as long as every name of the article is itself (nobody joined it with another or parted it), the article is a
copy of no other, and nobody has reviewed its text. Where it does not, statements are made of what is stored.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from db.claims import FOUND_COLUMNS, Encoded
from db.copies.clusters import cluster_key
from db.entities.directory import Named
from db.keys import article_key, entity_key
from db.rows import Row as Columns
from db.sqlite import Connection
from db.statements.counted import Counted, Plain, Words, count, numbered, plain
from db.statements.normal_form import Adjunct, Row
from db.statements.normalization import Source, normal_forms
from db.statements.terms import known_as
from extract.english.forms import Bearer
from extract.model import Article, Claim

_ENTITIES = "SELECT id, key, canonical FROM entities WHERE id IN (SELECT value FROM json_each(?))"


class Foreseen(NamedTuple):
    """What an article's claims count as, numbered from 0, where the article is as `source` has it and its bearers, as
    far as they are subject or object, are the entities with these keys."""

    source: Source
    entities: dict[int, str]
    claims: tuple[Plain, ...]


class Stored(NamedTuple):
    """The same of an article that is stored: with the row ids of its bearers and of its first claim."""

    foreseen: Foreseen
    who: Sequence[int]
    first: int

    def claims(self) -> list[Counted]:
        return [numbered(one, self.first) for one in self.foreseen.claims]


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
    names: dict[int | None, tuple[str | None, str | None]] = {None: (None, None)}
    for number, entity in entities.items():
        bearer = named.bearers[number]
        names[number] = (entity if bearer.bound else bearer.name.normal, entity)
    rows: list[Row] = []
    adjuncts: dict[int, list[Adjunct]] = {}
    words: dict[int, Words] = {}
    for number, ((its_key, claim, encoded), pair) in enumerate(zip(found, named.claims, strict=True)):
        if claim.phrases is None:
            continue
        who, whom = names[pair[0]], names[pair[1]]
        rows.append(_row(number, its_key, places[claim.sentence], claim, encoded.values, who[0], whom[0]))
        said = dict(enumerate(claim.phrases.qualifiers))
        adjuncts[number] = [Adjunct(role, text, said.get(at)) for at, role, text, *_ in encoded.further]
        words[number] = (*_texts(encoded.values), who[1], whom[1])
    forms = normal_forms(source, rows, adjuncts)
    return Foreseen(source, entities, tuple(plain(one) for one in count(source, forms, words)))


def _key(bearer: Bearer, article: str) -> str:
    return entity_key(bearer.name.normal, article if bearer.bound else None)


def holds(connection: Connection, stored: Mapping[int, Stored], sources: Mapping[int, Source]) -> set[int]:
    """Of which of these articles (row ids) it holds what was foreseen."""
    same = {article: one for article, one in stored.items() if one.foreseen.source == sources[article]}
    ids = sorted({one.who[number] for one in same.values() for number in one.foreseen.entities})
    its_own = {entity: key for entity, key, of in connection.execute(_ENTITIES, (json.dumps(ids),)) if entity == of}
    return {
        article
        for article, one in same.items()
        if all(its_own.get(one.who[number]) == key for number, key in one.foreseen.entities.items())
    }


_AT = {name: place for place, name in enumerate(FOUND_COLUMNS)}
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


def _row(number: int, key: str, sentence: int, claim: Claim, values: Columns, who: str | None, whom: str | None) -> Row:
    said = claim.phrases
    assert said is not None
    return Row(
        number, key, sentence, said.subject, known_as(who, who, said.subject), said.relation,
        values[_AT["relation_lemma"]], said.object, known_as(whom, whom, said.object),
        values[_AT["subject_resolved"]] is not None, *[values[place] for place in _TAIL],
    )._replace(told=values[_AT["object"]] or "", acting=values[_AT["relation"]])  # fmt: skip
