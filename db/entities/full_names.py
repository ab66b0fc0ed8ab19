"""Which names the collection shows to be one person: "Lenz" and "Viktor Lenz", "V. Lenz", "Viktor M. Lenz".

A function of the names that current articles use, so that no order of ingest shows: a last name is short for the one
full name that ends with it, or for one that far more articles use than any other. What people judge goes
before it. The links of all short names are kept up here (see `short_forms`).
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

from db.entities import misspellings, short_forms
from db.entities.judgements import settle_canonical
from db.sqlite import Connection
from extract.english.vocabulary import is_given_name
from extract.english.wordlists import pairs, word_class

#: A full name that fewer articles use shows nothing, nor does one that is not this many times as frequent as any other.
MIN_ARTICLES, DOMINANT = 1, 2
#: So many last names are looked up at once.
_AT_A_TIME = 500
_SUFFIXES = word_class("suffixes of names")
#: What links are looked for by: a last name, or "=" and a short name.
_BLOCKS = """
WITH touched AS (SELECT * FROM entities WHERE id IN (SELECT value FROM json_each(?)))
SELECT COALESCE(surname, normal) FROM touched UNION SELECT '=' || normal FROM touched
UNION SELECT '=' || letters FROM touched WHERE letters IS NOT NULL
UNION SELECT x.value || e.normal FROM touched AS t CROSS JOIN aliases AS a ON a.entity = t.id AND a.whole = 0
  CROSS JOIN aliases AS b ON b.name = a.name AND b.whole = 1 CROSS JOIN entities AS e ON e.id = b.entity
  CROSS JOIN json_each('["", "="]') AS x WHERE x.value = '=' OR e.surname IS NULL
UNION SELECT l.surname FROM touched AS t CROSS JOIN name_links AS l ON l.whole = t.key
UNION SELECT l.surname FROM touched AS t CROSS JOIN name_links AS l ON l.short = t.key
"""
_NORMALS = "SELECT normal FROM entities WHERE id IN (SELECT value FROM json_each(?)) AND normal NOT LIKE 'country %'"
_FULL = """
SELECT k.value, e.key, e.normal, e.articles, e.type, (
  SELECT GROUP_CONCAT(a.name, '|') FROM aliases AS a WHERE a.entity = e.id AND a.whole = 1 AND a.name GLOB '*["“‘''(]*'
) FROM json_each(?) AS k
CROSS JOIN entities AS e ON e.surname = k.value WHERE e.bound IS NULL AND e.mentions > 0 ORDER BY e.key
"""
_SHORT = """
SELECT k.value, e.key FROM json_each(?) AS k CROSS JOIN entities AS e ON e.normal = k.value
WHERE e.mentions > 0 AND (e.bound IS NOT NULL OR e.type IN ('person', 'other')) ORDER BY e.key
"""
#: Persons whom some article calls by a name that is no part of theirs: the Lark that Viktor Lenz is dubbed.
_NICKNAMED = """
SELECT DISTINCT k.value, e.surname, e.key, e.articles FROM json_each(?) AS k
CROSS JOIN entities AS s ON s.normal = k.value AND s.surname IS NULL AND s.type = 'person'
CROSS JOIN aliases AS n ON n.entity = s.id AND n.whole = 1 CROSS JOIN aliases AS a ON a.name = n.name AND a.whole = 0
CROSS JOIN entities AS e ON e.id = a.entity AND e.bound IS NULL AND e.type = 'person' AND e.surname IS NOT NULL
WHERE INSTR(' ' || e.normal || ' ', ' ' || s.normal || ' ') = 0 ORDER BY e.key
"""
_STORED = "SELECT surname, short, whole FROM name_links WHERE surname IN (SELECT value FROM json_each(?))"
_DIFFERENT = """
SELECT "left", "right" FROM entity_judgements WHERE undone_at IS NULL AND judgement = 'different'
  AND ("left" IN (SELECT value FROM json_each(:keys)) OR "right" IN (SELECT value FROM json_each(:keys)))
"""


_ANY_DIFFERENT = "SELECT 1 FROM entity_judgements WHERE undone_at IS NULL AND judgement = 'different' LIMIT 1"


class FullName(NamedTuple):
    """A name with a first and a last word; `middle` are the words between, `suffix` is "jr" and the like."""

    key: str
    first: str
    middle: tuple[str, ...]
    suffix: str
    articles: int
    called: frozenset[str] = frozenset()  # the Tavi of "Gustav (Tavi) Lenz"


def surname(normal: str) -> str | None:
    """The last name of what may be a person's full name."""
    words = [word for word in normal.split() if word not in _SUFFIXES]
    return words[-1] if len(words) > 1 and len(words[-1]) > 1 and not words[0].isdigit() else None


def relink(connection: Connection, entities: Iterable[int]) -> set[int]:
    """Brings the links of all names in line that share a last name or a short name with these entities (row ids).

    Returns the row ids of the entities whose canonical one changed.
    """
    gone: dict[str, str] = {}
    new: list[tuple[str, str, str]] = []
    for block, stored, found in compare(connection, _blocks(connection, entities)):
        gone |= {short: whole for short, whole in stored.items() if whole != found.get(short)}
        new += [(short, whole, block) for short, whole in found.items() if whole != stored.get(short)]
    connection.executemany("DELETE FROM name_links WHERE short = ?", [(short,) for short in gone])
    connection.executemany("INSERT INTO name_links (short, whole, surname) VALUES (?, ?, ?)", new)
    keys = {*gone, *gone.values(), *(key for short, whole, _ in new for key in (short, whole))}
    return settle_canonical(connection, sorted(keys)) if keys else set()


def _blocks(connection: Connection, entities: Iterable[int]) -> list[str]:
    touched = sorted(entities)
    given = (json.dumps(touched),)
    found = {block for (block,) in connection.execute(_BLOCKS, given)}
    found |= {f"={rare}" for rare in misspellings.rare_names(connection, touched)}
    shorter = (short_forms.shorter(normal) for (normal,) in connection.execute(_NORMALS, given))
    return sorted(found.union(f"={short}" for short in chain.from_iterable(shorter)))


def rebuild(connection: Connection) -> None:
    """Makes all links anew."""
    rows = connection.execute("SELECT id, normal FROM entities WHERE bound IS NULL AND country IS NULL").fetchall()
    found = [(surname(normal), short_forms.letters(normal), entity) for entity, normal in rows]
    connection.executemany("UPDATE entities SET surname = ?, letters = ? WHERE id = ?", found)
    relink(connection, [entity for (entity,) in connection.execute("SELECT id FROM entities")])


def compare_all(connection: Connection) -> Iterator[tuple[str, dict[str, str], dict[str, str]]]:
    """The same as `compare` for all names of the database."""
    entities = [entity for (entity,) in connection.execute("SELECT id FROM entities")]
    stored = {block for (block,) in connection.execute("SELECT DISTINCT surname FROM name_links")}
    return compare(connection, sorted(stored.union(_blocks(connection, entities))))


def compare(connection: Connection, names: Sequence[str]) -> Iterator[tuple[str, dict[str, str], dict[str, str]]]:
    """For each last name, or "=" and a short name, what names with it are short for, by key: as it is stored and as it
    should be."""
    is_judged = connection.execute(_ANY_DIFFERENT).fetchone() is not None
    for start in range(0, len(names), _AT_A_TIME):
        some = names[start : start + _AT_A_TIME]
        given = (json.dumps(some),)
        queries = (_STORED, _FULL, _SHORT, _NICKNAMED)
        stored, full, short, nicknamed = (_by_name(connection.execute(query, given)) for query in queries)
        normals = [name[1:] for name in some if name.startswith("=")]
        forms = misspellings.links(connection, normals) | short_forms.links(connection, normals)
        for name in some:
            if name.startswith("="):
                links = forms.get(name[1:], {})
                found, groups = links, {whole: {whole} for whole in links.values()}
            else:
                alone = [] if any(letter.isdigit() for letter in name) else [key for (key,) in short[name]]
                found, groups = _links(full[name], alone) if full[name] else _alone(alone, nicknamed[name])
            yield name, dict(stored[name]), _unless_judged(connection, found, groups) if is_judged else dict(found)


def _by_name(rows: Iterable[tuple[Any, ...]]) -> defaultdict[str, list[tuple[Any, ...]]]:
    found: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for name, *row in rows:
        found[name].append(tuple(row))
    return found


def _links(rows: Sequence[tuple[Any, ...]], short: list[str]) -> tuple[dict[str, str], dict[str, set[str]]]:
    """What each name with one last name is short for, by key: `rows` are full names, `short` the last name alone. And
    the names that are one with each full name."""
    longer = _longer(rows)
    people: defaultdict[str, list[FullName]] = defaultdict(list)
    double: dict[str, str] = {}  # "Da Silva" of "Ana Da Silva", but not "Mira Lenz" of "Meet Mira Lenz"
    for key, normal, articles, kind, aliases in rows:
        full = _read(key, normal, articles)._replace(called=_nicknames(aliases or ""))
        if kind in ("person", "other") and articles <= max(longer[normal].values(), default=0):
            double[key] = normal
        elif kind == "person" or is_given_name(full.first) or full.first in pairs("short_names"):
            people[pairs("short_names").get(full.first, full.first)].append(full)
    found: dict[str, str | None] = {}
    wholes: dict[str, int] = {}
    groups: dict[str, set[str]] = {}
    for names in _by_nickname(people):
        whole = max(names, key=lambda one: (one.articles, one.key))
        same = _same(whole, names)
        found |= {one.key: whole.key for one in same if one is not whole}
        wholes[whole.key] = sum(one.articles for one in same)
        groups[whole.key] = {one.key for one in same}
    found |= dict.fromkeys(short, _dominant(wholes))
    for key, normal in double.items():
        found[key] = _dominant({whole: n for whole, n in wholes.items() if groups[whole] & longer[normal].keys()})
    return {name: whole for name, whole in found.items() if whole is not None}, groups


def _alone(
    short: Sequence[str], nicknamed: Sequence[tuple[str, str, int]]
) -> tuple[dict[str, str], dict[str, set[str]]]:
    """The same for a name that no article has in a longer one: it is the nickname of somebody, or "Sukara" is all that
    she is called. `nicknamed` are last name, key and articles of each who is called so."""
    wholes: dict[str, int] = Counter()
    for surname, _, articles in nicknamed:
        wholes[surname] += articles
    best = _dominant(wholes)
    whole = max((articles, key) for last, key, articles in nicknamed if last == best)[1] if best else None
    first, *others = [whole, *short] if whole else short or [""]
    return dict.fromkeys(others, first), {first: {first, *others}}


def _nicknames(aliases: str) -> frozenset[str]:
    return frozenset(name.lower() for name in _NICKNAME.findall(aliases))


_NICKNAME = re.compile(r"\w [\"“‘'(]([A-Z](?:\w{2,}|[a-z]))[\"”’')] \w")  # no "(NY)"


def _by_nickname(people: Mapping[str, list[FullName]]) -> Iterator[list[FullName]]:
    """Those who are called by one first name, with those whose nickname it is if they are of one name, too: "Tavi Lenz"
    is "Gustav (Tavi) Lenz"; and with those whose first name it is with a letter more or less."""
    called: defaultdict[str, set[str]] = defaultdict(set)
    for first, names in people.items():
        for nickname in frozenset().union(*(one.called for one in names)) - {first}:
            called[pairs("short_names").get(nickname, nickname)].add(first)
    often = sorted(people, key=lambda first: (sum(one.articles for one in people[first]), first))
    for number, rare in enumerate(often, 1):
        if not is_given_name(rare):
            called[rare].update(other for other in often[number:] if _is_misspelt(rare, other))
    joined = {nickname: min(firsts) for nickname, firsts in called.items() if len(firsts) == 1}
    together: defaultdict[str, list[FullName]] = defaultdict(list)
    for first, names in people.items():
        together[joined.get(first, first)] += names
    yield from together.values()


def _is_misspelt(one: str, other: str) -> bool:
    """Whether a first name is another with a letter more or less: "Tavimar", "Tavirmar"."""
    if abs(len(one) - len(other)) != 1 or min(len(one), len(other)) < _LONG:
        return False
    short, long = sorted((one, other), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


#: Names of so many letters are hardly another's but for one letter.
_LONG = 5


def _longer(rows: Iterable[tuple[Any, ...]]) -> defaultdict[str, dict[str, int]]:
    """The keys of the names that end with a name, with the articles that use them."""
    longer: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for key, normal, articles, *_ in rows:
        for ending in _endings(normal):
            longer[ending][key] = articles
    return longer


@lru_cache(maxsize=50_000)
def _endings(normal: str) -> tuple[str, ...]:
    """What a name ends with, from its second word on, from its third ..."""
    words = normal.split(" ")
    return tuple(" ".join(words[at:]) for at in range(1, len(words)))


def _read(key: str, normal: str, articles: int) -> FullName:
    return FullName(key, *_parts(normal), articles)


@lru_cache(maxsize=50_000)
def _parts(normal: str) -> tuple[str, tuple[str, ...], str]:
    """First, middle and suffix of a name."""
    words = [word for word in normal.split() if word not in _SUFFIXES]
    suffix = next((word for word in normal.split() if word in _SUFFIXES), "")
    return words[0], tuple(words[1:-1]), suffix


def _same(whole: FullName, names: Sequence[FullName]) -> list[FullName]:
    """Those that nothing tells from it: "George W. Bush" and "George H. W. Bush" are two."""
    middles = {tuple(word[0] for word in one.middle) for one in names if one.middle}
    suffixes = {one.suffix for one in names if one.suffix}
    if len(middles) > 1 or len(suffixes) > 1:
        return [one for one in names if (one.middle, one.suffix) == (whole.middle, whole.suffix)]
    return list(names)


def _dominant(wholes: Mapping[str, int]) -> str | None:
    """The one of these that a last name alone stands for."""
    if not wholes:
        return None
    best = max(wholes, key=lambda key: (wholes[key], key))
    others = max((articles for key, articles in wholes.items() if key != best), default=0)
    return best if wholes[best] >= max(MIN_ARTICLES, DOMINANT * others) else None


def _unless_judged(
    connection: Connection, found: Mapping[str, str], groups: Mapping[str, Collection[str]]
) -> dict[str, str]:
    """Without links of what people said is another than one of the full names that are one."""
    judged = connection.execute(_DIFFERENT, {"keys": json.dumps(sorted(found))})
    apart = {(one, other) for edge in judged for one, other in (edge, edge[::-1])}
    return {
        short: whole for short, whole in found.items() if not any((short, other) in apart for other in groups[whole])
    }
