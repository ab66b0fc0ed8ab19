"""Which short names the collection shows to be an organisation's or a thing's.

"TVA" and "Trivex" where articles say in full "Tarn Valley Authority" and "Trivex Foods". A function of the names that
current articles use: some article uses the short name for the full one, or its letters are those of one name alone.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from db.sqlite import Connection

#: Fewer letters are those of too many names, unless an article says whose they are.
MIN_LETTERS = 3
#: The articles that use the full name, how often it outnumbers any other, and how often the short name outnumbers it.
MIN_ARTICLES, DOMINANT, MAX_SHORTER = 2, 2, 2
#: Words that an abbreviation leaves out.
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de"})
_TYPES = "('organisation', 'facility', 'product', 'event', 'law')"
_FOUND = f"""
WITH short AS (
  SELECT e.*, EXISTS (
    SELECT 1 FROM aliases WHERE entity = e.id AND whole = 1 AND name = UPPER(name) AND name <> LOWER(name)
  ) AS is_acronym
  FROM json_each(?) AS k CROSS JOIN entities AS e ON e.normal = k.value
  WHERE e.mentions > 0 AND e.bound IS NULL AND e.country IS NULL AND e.type IN {_TYPES}
)
SELECT s.key, s.normal, s.articles, s.is_acronym, e.key, e.normal, e.articles, 1 FROM short AS s
CROSS JOIN aliases AS n ON n.entity = s.id AND n.whole = 1 CROSS JOIN aliases AS a ON a.name = n.name AND a.whole = 0
CROSS JOIN entities AS e ON e.id = a.entity
WHERE e.key <> s.key AND e.mentions > 0 AND e.bound IS NULL AND e.type IN {_TYPES}
UNION SELECT s.key, s.normal, s.articles, s.is_acronym, e.key, e.normal, e.articles, 0 FROM short AS s
CROSS JOIN entities AS e ON e.letters = s.normal
WHERE s.is_acronym AND LENGTH(s.normal) >= {MIN_LETTERS} AND e.mentions > 0 AND e.bound IS NULL AND e.type IN {_TYPES}
ORDER BY 1, 8, 5
"""  # noqa: S608


class _Short(NamedTuple):
    key: str
    normal: str
    articles: int
    is_acronym: int


class _Whole(NamedTuple):
    key: str
    normal: str
    articles: int
    is_said: int  # whether some article uses the short name for it


def letters(normal: str) -> str | None:
    """The first letters of a name's words; None for one word."""
    words = [word for word in normal.split() if word not in _SMALL]
    return "".join(word[0] for word in words) if len(words) > 1 else None


def links(connection: Connection, shorts: Iterable[str]) -> dict[str, dict[str, str]]:
    """What the names with these normal forms are short for, by key; those that are short for nothing are left out."""
    wholes: defaultdict[_Short, dict[str, _Whole]] = defaultdict(dict)
    for row in connection.execute(_FOUND, (json.dumps(sorted(set(shorts))),)):
        short, whole = _Short(*row[:4]), _Whole(*row[4:])
        if letters(whole.normal) == short.normal if short.is_acronym else whole.normal.startswith(f"{short.normal} "):
            wholes[short][whole.key] = whole
    chosen = ((short, _choose(short, list(found.values()))) for short, found in wholes.items())
    return {short.normal: {short.key: whole.key} for short, whole in chosen if whole}


def _choose(short: _Short, wholes: list[_Whole]) -> _Whole | None:
    """The one that far more articles use than any other."""
    best, *others = sorted(wholes, key=lambda one: (one.is_said, one.articles, one.key), reverse=True)
    if others and best.articles < DOMINANT * max(one.articles for one in others):
        return None
    is_enough = best.is_said or best.articles >= MIN_ARTICLES
    return best if is_enough and (short.is_acronym or short.articles <= MAX_SHORTER * best.articles) else None
