"""In whose company an entity is named: the sentences that name it, and who else is named in them.

Which sentence a mention is in, its place says. Sentences and mentions of an article are read once and joined here:
joined in SQL, each mention would go through all sentences of its article, and each of these through all mentions.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from db.sqlite import Connection

_MEMBERS = "SELECT id FROM entities WHERE canonical = ?"
#: (Of each that is the same by itself: along the index from its end, until there are enough.)
_LATEST = """
SELECT id, article, start FROM mentions INDEXED BY mentions_who
WHERE who = ? AND {condition} ORDER BY id DESC LIMIT ?
"""
_OF_CURRENT = "EXISTS (SELECT 1 FROM articles WHERE id = mentions.article AND current = 1)"
_BY_NAME = "+kind = 'name'"
#: (Only of the part of an article where the entity is: the newest mentions are near each other in a long one.)
_SENTENCES = 'SELECT id, start, "end" FROM sentences WHERE article = ? AND "end" > ? AND start <= ? ORDER BY position'
_NAMED = "SELECT who, start FROM mentions WHERE article = ? AND who IS NOT NULL AND start BETWEEN ? AND ?"
_WHO = """
SELECT e.key, e.name, n.id FROM json_each(?) AS w CROSS JOIN entities AS n ON n.id = w.value
JOIN entities AS e ON e.id = n.canonical WHERE e.id <> ?
"""


class _Places:
    """The sentences of one article that lie between two places of it (both included), by where they are."""

    def __init__(self, connection: Connection, article: int, first: int, last: int) -> None:
        rows = [tuple(row) for row in connection.execute(_SENTENCES, (article, first, last))]
        self._rows = sorted(rows, key=lambda row: row[1])
        self._starts = [row[1] for row in self._rows]

    @property
    def extent(self) -> tuple[int, int]:
        """Where the first of them begins, and the last ends."""
        return (self._starts[0], max(end for _, _, end in self._rows)) if self._rows else (0, 0)

    def sentence(self, place: int) -> int:
        """The row id of the sentence that holds a place of the text; 0, which none has, between sentences."""
        at = bisect_right(self._starts, place) - 1
        return self._rows[at][0] if at >= 0 and place < self._rows[at][2] else 0


def sentences(connection: Connection, entity: int, latest: int) -> list[int]:
    """Row ids of the sentences around an entity's newest mentions by name, this many."""
    return sorted(number for _, _, found in _around(connection, entity, latest, _BY_NAME) for number in found)


def together(connection: Connection, entity: int, latest: int, most: int) -> list[tuple[str, str, int]]:
    """Key, name and number of sentences of those that are named in one with the entity, most often first."""
    met: dict[int, set[int]] = defaultdict(set)
    for article, places, found in _around(connection, entity, latest, _OF_CURRENT):
        for who, start in connection.execute(_NAMED, (article, *places.extent)):
            if (sentence := places.sentence(start)) in found:
                met[who].add(sentence)
    return _ranked(connection, entity, met)[:most]


def _around(
    connection: Connection, entity: int, latest: int, condition: str
) -> Iterator[tuple[int, _Places, set[int]]]:
    """Each article with newest mentions of an entity, with its sentences, and those that hold the mentions."""
    starts: dict[int, list[int]] = defaultdict(list)
    query = _LATEST.format(condition=condition)
    members = [member for (member,) in connection.execute(_MEMBERS, (entity,)).fetchall()]
    found = (tuple(row) for member in members for row in connection.execute(query, (member, latest)))
    for _, article, start in sorted(found, reverse=True)[:latest]:
        starts[article].append(start)
    for article, inside in starts.items():
        places = _Places(connection, article, min(inside), max(inside))
        yield article, places, {places.sentence(start) for start in inside} - {0}


def _ranked(connection: Connection, entity: int, met: dict[int, set[int]]) -> list[tuple[str, str, int]]:
    """Those that are one (judged the same) are counted as one."""
    names: dict[str, str] = {}
    times: dict[str, set[int]] = defaultdict(set)
    for key, name, number in connection.execute(_WHO, (json.dumps(list(met)), entity)):
        names[key] = name
        times[key] |= met[number]
    ranked = sorted(times, key=lambda key: (-len(times[key]), key))
    return [(key, names[key], len(times[key])) for key in ranked]
