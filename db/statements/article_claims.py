"""The claims of an article as rows for the rules, and what else of the article they need."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from db.packing import unpack
from db.sqlite import Connection
from db.statements.normal_form import Adjunct, NormalForm, Row
from db.statements.normalization import Source, normal_forms

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
  c.predicate_start, c.predicate_end, c.status = 'rejected',
  c.phrases, c.subject, c.subject_resolved, c.relation, c.object, c.object_resolved, se.key, oe.key
FROM claims AS c JOIN sentences AS s ON s.id = c.sentence
LEFT JOIN entities AS sn ON sn.id = c.subject_who LEFT JOIN entities AS se ON se.id = sn.canonical
LEFT JOIN entities AS tn ON tn.id = c.object_who LEFT JOIN entities AS oe ON oe.id = tn.canonical
WHERE c.article = ? AND +c.current = 1 AND c.phrases IS NOT NULL ORDER BY s.position, c.position
"""
_QUALIFIERS = """
SELECT q.claim, q.position, q.role, q.text FROM qualifiers AS q JOIN claims AS c ON c.id = q.claim
WHERE c.article = ? ORDER BY q.claim, q.position
"""


class ArticleForms(NamedTuple):
    """An article's normal forms and where they count: its row id, key, copy cluster, outlet and date.

    `words` are those that show a claim, and whom they name: others of the same meaning are worded anew.
    """

    article: int
    key: str
    copy_cluster: str
    outlet: str
    forms: list[NormalForm]
    words: dict[int, tuple[str | None, ...]]


def read_articles(connection: Connection, articles: Iterable[int]) -> list[ArticleForms]:
    """The normal forms of these articles' claims (row ids), as far as they are current.

    A rejected claim has none, but its nouns stand in the text all the same, and others may mean them.
    """
    rows = connection.execute(_ARTICLES, (json.dumps(sorted(articles)),)).fetchall()
    return [_read_article(connection, *row) for row in rows]


def _read_article(
    connection: Connection, article: int, key: str, copy_cluster: str, published: str, outlet: str
) -> ArticleForms:
    qualifiers: dict[int, list[tuple[int, str, str]]] = {}
    for claim, position, role, text in connection.execute(_QUALIFIERS, (article,)):
        qualifiers.setdefault(claim, []).append((position, role, text))
    rows: list[Row] = []
    adjuncts: dict[int, list[Adjunct]] = {}
    words: dict[int, tuple[str | None, ...]] = {}
    for columns in connection.execute(_ROWS, (article,)):
        (
            number, claim, sentence, who, lemma, whom, resolved, polarity, modality, mood, attribution, since, until,
            tense, aspect, start, end, rejected, phrases, *shown,
        ) = columns  # fmt: skip
        said = unpack(phrases)
        of_qualifiers = dict(enumerate(said.qualifiers))
        adjuncts[number] = [Adjunct(role, text, of_qualifiers.get(at)) for at, role, text in qualifiers.get(number, ())]
        rows.append(
            Row(
                number, claim, sentence, said.subject, who, said.relation, lemma, said.object, whom, bool(resolved),
                polarity, modality, mood, attribution, since, until, tense, aspect, start, end,
            )
        )  # fmt: skip
        if not rejected:
            words[number] = tuple(shown)
    source = Source(key, copy_cluster, published, outlet)
    found = normal_forms(source, rows, adjuncts)
    return ArticleForms(article, key, copy_cluster, outlet, [said for said in found if said.claim in words], words)
