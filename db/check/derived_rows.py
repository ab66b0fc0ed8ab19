"""What follows across articles: names counted right, canonical entities by the judgements, statements by the claims."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from db.check.problem import Law, Problem
from db.entities import full_names
from db.entities.directory import type_word
from db.entities.judgements import component, stands_for
from db.events import joining, withdrawing
from db.sqlite import Connection, sqlite3
from db.statements import maintenance
from db.statements.voices import add_functions

_NAMES = """
SELECT who, text, entity_type(entity), resolved IS NULL, COUNT(*) FROM mentions
WHERE kind = 'name' AND who IS NOT NULL AND article IN (SELECT id FROM articles WHERE current = 1)
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
"""
_COUNTED = "SELECT entity, name, type, whole, mentions FROM aliases ORDER BY 1, 2, 3, 4"
_JUDGED = """
SELECT DISTINCT e.id, e.key, e.canonical FROM entities e
JOIN entity_judgements j ON e.key IN (j."left", j."right")
"""
_STRAY = """
SELECT id FROM entities WHERE canonical <> id
  AND key NOT IN (SELECT "left" FROM entity_judgements UNION SELECT "right" FROM entity_judgements)
  AND key NOT IN (SELECT short FROM name_links UNION SELECT whole FROM name_links)
"""
_LINKED = """
SELECT DISTINCT e.id, e.key, e.canonical FROM entities e JOIN name_links l ON e.key IN (l.short, l.whole)
"""
#: By keys instead of row ids: what two databases with the same claims agree in.
_STATEMENTS = {
    "statements": (
        "SELECT f.key, f.subject, f.relation, f.object, f.standing, f.claims, f.articles, f.copy_clusters, f.outlets, "
        "f.asserted, f.reported, f.planned, f.denied, f.doubted, f.first_seen, f.last_seen, n.key, f.superseded_why "
        "FROM statements f LEFT JOIN statements n ON n.id = f.superseded_by ORDER BY f.key"
    ),
    "contradictions": "SELECT key, kind, rule, why, between_sources, status FROM contradictions ORDER BY key",
    "changes": "SELECT key, kind, rule, why FROM changes ORDER BY key",
    "claims": (
        "SELECT c.key || ' in ' || a.key, f.key, c.event FROM claims c JOIN articles a ON a.id = c.article "
        "LEFT JOIN statements f ON f.id = c.statement ORDER BY 1"
    ),
}


def entities(connection: Connection) -> Iterator[Problem]:
    """Names are counted as current articles use them; who stands for whom follows from the judgements in force."""
    connection.create_function("entity_type", 1, type_word, deterministic=True)
    counted = {tuple(row[:4]): row[4] for row in connection.execute(_COUNTED)}
    found = {tuple(row[:4]): row[4] for row in connection.execute(_NAMES)}
    for name in sorted(set(counted) | set(found), key=repr):
        if counted.get(name) != found.get(name):
            words = f"{name[1]!r} is counted {counted.get(name, 0)} times and used {found.get(name, 0)}"
            yield Problem(Law.ENTITIES, f"entities {name[0]}", words)
    for block, stored, links in full_names.compare_all(connection):
        if stored != links:
            yield Problem(Law.ENTITIES, f"name_links {block}", "they are not what the names of all articles make them")
    judged = {*connection.execute(_JUDGED), *connection.execute(_LINKED)}
    for entity, key, canonical in sorted(judged):
        if canonical != stands_for(connection, component(connection, key))[0][0]:
            yield Problem(
                Law.ENTITIES, f"entities {entity}", "its canonical entity is not what judgements and names make it"
            )
    for (entity,) in connection.execute(_STRAY):
        words = "it goes with another that nobody judged to be the same, and no name shows it"
        yield Problem(Law.ENTITIES, f"entities {entity}", words)


def statements(connection: Connection) -> Iterator[Problem]:
    """Statements, contradictions and changes are what they would be if all of them were made anew."""
    with closing(sqlite3.connect("", isolation_level=None)) as copy:  # "" is a temporary file
        connection.backup(copy)
        add_functions(copy)
        try:
            withdrawing.settle(copy)  # (where the database could not be written to when it was opened)
            found = {table: _by_key(copy, query) for table, query in _STATEMENTS.items()}
            joining.rebuild(copy)
            maintenance.rebuild(copy)
        except (ValueError, TypeError, LookupError) as error:  # of values that another law finds broken
            yield Problem(Law.STATEMENTS, "statements", f"they cannot be built again: {error!r}")
            return
        for table, query in _STATEMENTS.items():
            is_, should = found[table], _by_key(copy, query)
            for key in sorted(set(is_) | set(should)):
                if is_.get(key) != should.get(key):
                    yield Problem(Law.STATEMENTS, f"{table} {key}", _differs(is_.get(key), should.get(key)))


def _by_key(connection: Connection, query: str) -> dict[str, tuple[object, ...]]:
    return {row[0]: tuple(row[1:]) for row in connection.execute(query)}


def _differs(is_: tuple[object, ...] | None, should: tuple[object, ...] | None) -> str:
    if is_ is None:
        return "it is missing"
    if should is None:
        return "no claim says so"
    pair = next((a, b) for a, b in zip(is_, should, strict=True) if a != b)
    return f"{pair[0]!r} should be {pair[1]!r}"
