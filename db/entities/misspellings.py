"""Which rare names are another name with a slip in the last word: "Strait of Halvrin" beside "Strait of Halvren".

A function of the names that current articles use. Spelling alone tells little ("Bank of Norland", "Bank of Morland"):
the rare name must keep the company of the other. Its articles name the same others, and no article has both, but for
one that once misspells a place or thing.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from itertools import zip_longest
from typing import NamedTuple

from db.sqlite import Connection
from extract.english.vocabulary import is_country_or_capital, is_given_name

#: So many articles have the rare name at most, and how often the other outnumbers it.
MAX_ARTICLES, DOMINANT = 2, 3
#: The least length of the last words, and the least number of other names in common: of persons, and of the rest.
_PERSON, _OTHER = (6, 3), (4, 2)
_MAY_BE_PERSONS = {"person", "other"}
_NAMED = "e.mentions > 0 AND e.bound IS NULL AND e.country IS NULL AND e.normal LIKE '% ' || e.surname"
#: Names that begin with the same words and go on alike: with one slip, two letters at one end of the last word are
#: the same. (An exclamation mark is the character after a space.)
_BESIDE = """
JOIN entities AS o ON o.normal > SUBSTR(e.normal, 1, LENGTH(e.normal) - LENGTH(e.surname))
  AND o.normal < SUBSTR(e.normal, 1, LENGTH(e.normal) - LENGTH(e.surname) - 1) || '!'
  AND o.key <> e.key AND o.mentions > 0 AND o.bound IS NULL AND o.country IS NULL
  AND o.normal LIKE '% ' || o.surname AND ABS(LENGTH(o.normal) - LENGTH(e.normal)) < 2
  AND (SUBSTR(o.surname, 1, 2) = SUBSTR(e.surname, 1, 2) OR SUBSTR(o.surname, -2) = SUBSTR(e.surname, -2))
"""
_FREQUENT = f"""
SELECT DISTINCT o.normal, e.normal FROM json_each(?) AS k CROSS JOIN entities AS e ON e.id = k.value {_BESIDE}
WHERE {_NAMED} AND o.articles <= {MAX_ARTICLES}
"""  # noqa: S608 - of constants
#: A name that has become the only one with its last word, and one that was and is taken for a slip.
_ALONE = """
WITH last AS (
  SELECT DISTINCT surname FROM entities WHERE id IN (SELECT value FROM json_each(:touched)) AND surname IS NOT NULL
)
SELECT MAX(e.normal) FROM last CROSS JOIN entities AS e ON e.surname = last.surname
WHERE e.bound IS NULL AND e.mentions > 0 GROUP BY last.surname HAVING COUNT(*) = 1
UNION SELECT e.normal FROM last CROSS JOIN entities AS e ON e.surname = last.surname
CROSS JOIN name_links AS l ON l.short = e.key WHERE l.surname = '=' || e.normal
"""
_RARE = f"""
SELECT e.normal, e.key, e.id, e.type, e.mentions, o.normal, o.key, o.id, o.type, o.mentions, (
  SELECT COUNT(*) FROM entities AS s WHERE s.surname = e.surname AND s.bound IS NULL AND s.mentions > 0
) FROM json_each(?) AS k CROSS JOIN entities AS e ON e.normal = k.value {_BESIDE}
WHERE {_NAMED} AND e.articles <= {MAX_ARTICLES} AND o.articles >= {DOMINANT} * e.articles ORDER BY e.key, o.key
"""  # noqa: S608 - of constants
_ARTICLES = """
SELECT m.article FROM mentions AS m JOIN articles AS a ON a.id = m.article AND a.current = 1
WHERE m.who = {} AND m.kind = 'name'
"""
_TOGETHER = f"SELECT 1 WHERE EXISTS ({_ARTICLES.format(':one')} INTERSECT {_ARTICLES.format(':other')})"
#: (Only names that no country has: all news has the president.)
_COMPANY = f"""
SELECT COUNT(*) FROM (
  SELECT DISTINCT e.normal FROM mentions AS m JOIN entities AS e ON e.id = m.who
  WHERE m.article IN ({_ARTICLES.format(":one")}) AND m.kind = 'name' AND e.country IS NULL AND e.id <> :one
) AS n WHERE EXISTS (
  SELECT 1 FROM entities AS e JOIN mentions AS m ON m.who = e.id AND m.kind = 'name'
  WHERE e.normal = n.normal AND m.article IN ({_ARTICLES.format(":other")} EXCEPT {_ARTICLES.format(":one")})
)
"""  # noqa: S608 - of constants


class _Name(NamedTuple):
    normal: str
    key: str
    entity: int
    type: str
    mentions: int


def rare_names(connection: Connection, entities: Iterable[int]) -> set[str]:
    """The normal forms of names that these entities (row ids) may turn into misspellings, or no longer."""
    touched = json.dumps(sorted(entities))
    found = {normal for (normal,) in connection.execute(_ALONE, {"touched": touched})}
    rows = connection.execute(_FREQUENT, (touched,))
    return found.union(rare for rare, frequent in rows if _is_slip(rare, frequent))


def links(connection: Connection, normals: Iterable[str]) -> dict[str, dict[str, str]]:
    """What the names with these normal forms are slips of, by key."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in connection.execute(_RARE, (json.dumps(sorted(set(normals))),)).fetchall():
        rare, other, namesakes = _Name(*row[:5]), _Name(*row[5:10]), row[10]
        is_alike = _is_slip(rare.normal, other.normal) and _may_be(rare, other, namesakes)
        if is_alike and _keep_company(connection, rare, other):
            found[rare.normal, rare.key].append(other.key)
    return {normal: {key: others[0]} for (normal, key), others in found.items() if len(others) == 1}


def _may_be(rare: _Name, other: _Name, namesakes: int) -> bool:
    """Whether they may be one by what they are. `namesakes` have the last word of the rare one, itself among them: of
    persons who share it, `full_names` tells who is who."""
    if rare.type != other.type and "other" not in (rare.type, other.type):
        return False
    first = rare.normal.split()[0]
    return namesakes == 1 or not (rare.type in _MAY_BE_PERSONS or is_given_name(first))


def _keep_company(connection: Connection, rare: _Name, other: _Name) -> bool:
    is_person = {rare.type, other.type} <= _MAY_BE_PERSONS
    letters, least = _PERSON if is_person else _OTHER
    if min(len(name.normal.split()[-1]) for name in (rare, other)) < letters:
        return False
    both = {"one": rare.entity, "other": other.entity}
    if (is_person or rare.mentions > 1) and connection.execute(_TOGETHER, both).fetchone():
        return False
    (shared,) = connection.execute(_COMPANY, both).fetchone()
    return bool(shared >= least)


def _is_slip(one: str, other: str) -> bool:
    """Whether the last words differ in one letter: another, one more or one less, but no plural; or two changed
    places."""
    a, b = one.split()[-1], other.split()[-1]
    if not (a.isalpha() and b.isalpha()) or a == f"{b}s" or b == f"{a}s":
        return False
    if is_country_or_capital(a) or is_country_or_capital(b):
        return False
    start = next((at for at, (x, y) in enumerate(zip_longest(a, b)) if x != y), len(a))
    rest_a, rest_b = a[start:], b[start:]
    swapped = len(rest_a) > 1 and rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:]
    return swapped or rest_b[1:] in (rest_a, rest_a[1:]) or rest_a[1:] == rest_b
