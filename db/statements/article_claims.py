"""The claims of an article as rows for the rules, and what else of the article they need."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from db.packing import unpack
from db.sqlite import Connection
from db.statements.counted import ArticleClaims, Counted, Words, count
from db.statements.foreseeing import Stored, names_of
from db.statements.normal_form import Adjunct, Row
from db.statements.normalization import Source, normal_forms
from db.statements.terms import known_as

_ARTICLES = """
SELECT id, key, COALESCE(copy_cluster, key), COALESCE(SUBSTR(published, 1, 10), ''), COALESCE(outlet, '') FROM articles
WHERE current = 1 AND id IN (SELECT value FROM json_each(?)) ORDER BY id
"""
#: (A "+" keeps SQLite from looking up by the column: without statistics it takes "current" for choosy.)
#: An entity is known by what judgements make of it: by its name, or by its key where the name is of one article only.
_ROWS = """
SELECT c.id, c.key, c.sentence, CASE WHEN se.bound IS NULL THEN se.normal ELSE se.key END, c.relation_lemma,
  CASE WHEN oe.bound IS NULL THEN oe.normal ELSE oe.key END, c.subject_resolved IS NOT NULL,
  c.polarity, c.modality, c.mood, c.attribution, c.valid_from, c.valid_to, c.tense, c.aspect,
  c.predicate_start, c.predicate_end,
  c.phrases, c.subject, c.subject_resolved, c.relation, c.object, c.object_resolved, se.key, oe.key,
  sn.normal, tn.normal, c.status = 'rejected'
FROM claims AS c JOIN sentences AS s ON s.id = c.sentence
LEFT JOIN entities AS sn ON sn.id = c.subject_who LEFT JOIN entities AS se ON se.id = sn.canonical
LEFT JOIN entities AS tn ON tn.id = c.object_who LEFT JOIN entities AS oe ON oe.id = tn.canonical
WHERE c.article = ? AND +c.current = 1 AND c.phrases IS NOT NULL ORDER BY s.position, c.position
"""
_QUALIFIERS = """
SELECT q.claim, q.position, q.role, q.text FROM qualifiers AS q JOIN claims AS c ON c.id = q.claim
WHERE c.article = ? ORDER BY q.claim, q.position
"""


def read_articles(
    connection: Connection, articles: Iterable[int], foreseen: Mapping[int, Stored] = MappingProxyType({})
) -> list[ArticleClaims]:
    """The claims of these articles (row ids) as statements count them, as far as they are current.

    `foreseen` has those of articles that came just now, as workers made them.
    """
    rows = connection.execute(_ARTICLES, (json.dumps(sorted(articles)),)).fetchall()
    sources = {article: Source(*row) for article, *row in rows}
    known = names_of(connection, [foreseen[one] for one in sources if one in foreseen])
    return [
        ArticleClaims(
            article, source.copy_cluster, source.outlet,
            new.claims(source, known)
            if (new := foreseen.get(article)) is not None
            else _read_article(connection, article, source),
        )
        for article, source in sources.items()
    ]  # fmt: skip


def _read_article(connection: Connection, article: int, source: Source) -> list[Counted]:
    """A rejected claim does not count, but its nouns stand in the text all the same, and others may mean them."""
    qualifiers = tuple(connection.execute(_QUALIFIERS, (article,)).fetchall())
    rows = connection.execute(_ROWS, (article,)).fetchall()
    rejected = {row[0] for row in rows if row[-1]}
    counted = _count(source, tuple([tuple(row[:-1]) for row in rows]), qualifiers)
    return [one for one in counted if one.claim not in rejected]


@lru_cache(maxsize=128)
def _count(
    source: Source, claimed: tuple[tuple[Any, ...], ...], told: tuple[tuple[int, int, str, str], ...]
) -> list[Counted]:
    """The same by its rows, as if none was rejected. An article is read again whenever what others say of the same
    changes."""
    qualifiers: dict[int, list[tuple[int, str, str]]] = {}
    for claim, position, role, text in told:
        qualifiers.setdefault(claim, []).append((position, role, text))
    rows: list[Row] = []
    adjuncts: dict[int, list[Adjunct]] = {}
    words: dict[int, Words] = {}
    for columns in claimed:
        (
            number, claim, sentence, who, lemma, whom, resolved, polarity, modality, mood, attribution, since, until,
            tense, aspect, start, end, phrases, *shown, its_name, its_object,
        ) = columns  # fmt: skip
        said = unpack(phrases)
        of_qualifiers = dict(enumerate(said.qualifiers))
        adjuncts[number] = [Adjunct(role, text, of_qualifiers.get(at)) for at, role, text in qualifiers.get(number, ())]
        rows.append(
            Row(
                number, claim, sentence, said.subject, known_as(who, its_name, said.subject), said.relation, lemma,
                said.object, known_as(whom, its_object, said.object), bool(resolved),
                polarity, modality, mood, attribution, since, until, tense, aspect, start, end,
                shown[3] or "", shown[2],
            )
        )  # fmt: skip
        words[number] = tuple(shown)
    return count(source, normal_forms(source, rows, adjuncts), words)
