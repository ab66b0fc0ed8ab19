"""Parting what some articles call by a name from the others of that name, and putting it back."""

from __future__ import annotations

from collections.abc import Iterable

from db.entities.directory import settle, type_word
from db.entities.judgements import Edge, Judgement, note, settle_canonical
from db.keys import entity_key
from db.sqlite import Connection
from extract.errors import UsageError

_ENTER = (
    "INSERT INTO entities (key, name, type, normal, bound, country, canonical) "
    "SELECT ?, name, type, normal, ?, country, (SELECT MAX(id) + 1 FROM entities) FROM entities WHERE id = ? "
    "ON CONFLICT (key) DO NOTHING"
)
_WHO = (("mentions", "who"), ("claims", "subject_who"), ("claims", "object_who"), ("claims", "source_who"))
_COUNT = """
INSERT INTO aliases (entity, name, type, whole, mentions)
SELECT :id, text, entity_type(entity), resolved IS NULL, COUNT(*) FROM mentions
WHERE who = :id AND kind = 'name' AND article IN (SELECT id FROM articles WHERE current = 1)
GROUP BY 2, 3, 4
"""
_ARTICLES = """
UPDATE entities SET articles = (
  SELECT COUNT(DISTINCT article) FROM mentions
  WHERE who = :id AND kind = 'name' AND article IN (SELECT id FROM articles WHERE current = 1)
) WHERE id = :id
"""


def split(connection: Connection, entity: str, articles: Iterable[str], who: str, why: str | None = None) -> set[int]:
    """Says that what these articles (by key) call by an entity's name is another: one that they share.

    Returns the row ids of the entities that were touched. Raises UsageError for an entity that is of one
    article already, and for an article that does not name it.
    """
    row = connection.execute("SELECT id, normal, bound FROM entities WHERE key = ?", (entity,)).fetchone()
    if row is None or row[2]:
        raise UsageError(f"{entity} cannot be split, because only one article names it.")
    touched, parted = {int(row[0])}, list[str]()
    for article in sorted(set(articles)):
        own = entity_key(row[1], article)
        touched.add(_part(connection, row[0], own, article))
        note(connection, entity, own, Judgement.DIFFERENT, who, why)
        parted.append(own)
    for other in parted[1:]:
        note(connection, parted[0], other, Judgement.SAME, who, "parted together")
    settle_canonical(connection, parted)
    return touched


def rejoin(connection: Connection, edge: Edge) -> set[int]:
    """Puts back what an undone split had parted; nothing where `edge` was no split's."""
    query = "SELECT id, normal, bound FROM entities WHERE key IN (?, ?) ORDER BY bound IS NOT NULL"
    rows = connection.execute(query, (edge.left, edge.right)).fetchall()
    if edge.judgement is not Judgement.DIFFERENT or len(rows) != 2 or rows[0][2] or not rows[1][2]:
        return set()
    (base, normal, _), (own, same, bound) = rows
    article = connection.execute("SELECT id FROM articles WHERE key = ?", (bound,)).fetchone()
    if normal != same or article is None:
        return set()
    _move(connection, article[0], own, base)
    return {base, own}


def _part(connection: Connection, entity: int, key: str, article: str) -> int:
    found = connection.execute("SELECT id FROM articles WHERE key = ? AND current = 1", (article,)).fetchone()
    query = "SELECT 1 FROM mentions WHERE article = ? AND who = ?"
    if not found or not connection.execute(query, (found[0], entity)).fetchone():
        raise UsageError(f"There is no article {article!r} that names it. `extract articles` lists the articles.")
    connection.execute(_ENTER, (key, article, entity))
    (own,) = connection.execute("SELECT id FROM entities WHERE key = ?", (key,)).fetchone()
    _move(connection, found[0], entity, own)
    return int(own)


def _move(connection: Connection, article: int, source: int, target: int) -> None:
    """Makes every mention and claim of an article that is of one entity the other's."""
    for table, column in _WHO:
        query = f"UPDATE {table} SET {column} = ? WHERE article = ? AND {column} = ?"  # noqa: S608
        connection.execute(query, (target, article, source))
    for entity in (source, target):
        recount(connection, entity)


def recount(connection: Connection, entity: int) -> None:
    """Counts an entity's names anew from its mentions in current articles."""
    connection.create_function("entity_type", 1, type_word, deterministic=True)
    connection.execute("DELETE FROM aliases WHERE entity = ?", (entity,))
    connection.execute(_COUNT, {"id": entity})
    connection.execute(_ARTICLES, {"id": entity})
    settle(connection, {entity: 0})
