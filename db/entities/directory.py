"""The entities of the database: entered with an article, counted, named and typed by all that name them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from db.entities.full_names import surname
from db.entities.short_forms import letters
from db.keys import entity_key
from db.sqlite import Connection
from extract.english.countries import countries
from extract.english.forms import Bearer
from extract.english.propernames import EntityType, entity_type
from extract.english.wordlists import entries
from extract.model import Claim, Extraction

_ENTER = (
    "INSERT INTO entities (key, name, type, normal, bound, country, surname, letters, canonical) "
    "VALUES (:key, :name, :type, :normal, :bound, :country, :surname, :letters, "
    "(SELECT COALESCE(MAX(id), 0) + 1 FROM entities)) "
    "ON CONFLICT (key) DO NOTHING"
)
_IDS = "SELECT key, id FROM entities WHERE key IN (SELECT value FROM json_each(?))"
_PARTED = """
SELECT "left", "right" FROM entity_judgements
WHERE judgement = 'different' AND undone_at IS NULL
  AND ("left" IN (SELECT value FROM json_each(:keys)) OR "right" IN (SELECT value FROM json_each(:keys)))
"""
_COUNT = (
    "INSERT INTO aliases (entity, name, type, whole, mentions) VALUES (?, ?, ?, ?, ?) "
    "ON CONFLICT (entity, name, type, whole) DO UPDATE SET mentions = mentions + excluded.mentions"
)
#: A name that stands for itself is whole; one that another stands for ("Lenz", of Viktor Lenz) is short. (The plus
#: keeps SQLite from reading the names of all articles, by the index on kinds.)
_NAMED = """
SELECT who, text, entity, resolved IS NULL, COUNT(*) FROM mentions
WHERE article = ? AND +kind = 'name' AND +who IS NOT NULL GROUP BY 1, 2, 3, 4
"""
_GONE = "DELETE FROM aliases WHERE mentions <= 0 AND entity IN (SELECT value FROM json_each(?))"
#: Name and type follow from the counts alone, but for services that readers know as such. "Other" says little: it gives
#: way to another type that has a third of its mentions. A short name with a point ("Mo.") gives way, too. A country
#: goes by its usual name, which it was entered with.
_SETTLE = """
UPDATE entities SET
  articles = articles + :articles,
  mentions = (SELECT COALESCE(SUM(mentions), 0) FROM aliases WHERE entity = :id),
  type = CASE WHEN :is_service THEN 'organisation' ELSE
    COALESCE((SELECT type FROM aliases WHERE entity = :id
    GROUP BY type ORDER BY SUM(mentions * whole) * IIF(type = 'other', 1, 3) DESC,
      SUM(mentions) * IIF(type = 'other', 1, 3) DESC, type LIMIT 1), type) END,
  name = CASE WHEN normal LIKE 'country %' THEN name ELSE COALESCE((SELECT name FROM aliases WHERE entity = :id
    GROUP BY name ORDER BY MAX(whole) DESC, name LIKE '%.' AND LENGTH(name) <= :short, SUM(mentions) DESC,
      LENGTH(name) DESC, name LIMIT 1), name) END
WHERE id = :id
"""
_SERVICES = "SELECT id FROM entities WHERE normal IN (SELECT value FROM json_each(?))"


#: So many characters have abbreviations of names at most.
_MAX_SHORT = 6


class Named(NamedTuple):
    """Whom an article names: bearers, and who of them (by number) each mention names, in the order of the extraction,
    with whether it is a metonym; the same for the subject and object of each claim that has them."""

    bearers: tuple[Bearer, ...]
    mentions: tuple[tuple[int | None, bool], ...]
    claims: tuple[tuple[int | None, int | None], ...]


def named(extraction: Extraction, claims: Iterable[Claim]) -> Named:
    """Whom an article names. `claims` are its claims in the order in which they are stored."""
    links = extraction.links
    numbers: dict[Bearer | None, int] = {b: n for n, b in enumerate(dict.fromkeys(b for b in links.mentions if b))}
    of_claims = (links.claims.get((claim.sentence, claim.position), (None, None)) for claim in claims)
    return Named(
        tuple(b for b in numbers if b),
        tuple(zip(map(numbers.get, links.mentions), _metonyms(extraction), strict=True)),
        tuple((numbers.get(subject), numbers.get(thing)) for subject, thing in of_claims),
    )


def _metonyms(extraction: Extraction) -> Iterator[bool]:
    """For each mention, whether a place stands for its government."""
    for mention, bearer in zip(extraction.mentions, extraction.links.mentions, strict=True):
        yield bearer is not None and (bearer.metonym or mention.rule == "capital")


def enter(connection: Connection, bearers: Iterable[Bearer], article: str) -> list[int]:
    """Makes rows for the entities that an article names, where there are none; their row ids. `article` is its key.

    Inside the transaction that is open; `count` and `settle` follow once the mentions are in.
    """
    order = list(bearers)
    ids = _ids(connection, set(order), article)
    return [ids[bearer] for bearer in order]


def _ids(connection: Connection, bearers: set[Bearer], article: str) -> dict[Bearer, int]:
    keys = _keys(connection, bearers, article)
    rows = [_row(bearer, key, article) for bearer, key in sorted(keys.items(), key=lambda item: item[1])]
    connection.executemany(_ENTER, rows)
    ids = dict(connection.execute(_IDS, (json.dumps(list(keys.values())),)))
    return {bearer: ids[key] for bearer, key in keys.items()}


def _keys(connection: Connection, bearers: set[Bearer], article: str) -> dict[Bearer, str]:
    """Each bearer's key; where people have said that the one of this article is another, its own."""
    own = {entity_key(b.name.normal, article): b for b in bearers if not b.bound}
    parted = connection.execute(_PARTED, {"keys": json.dumps(list(own))})
    apart = {own[key] for edge in parted for key in edge if key in own}
    return {
        b: entity_key(b.name.normal, article) if b.bound or b in apart else entity_key(b.name.normal) for b in bearers
    }


def _row(bearer: Bearer, key: str, article: str) -> Mapping[str, str | None]:
    name = bearer.name
    bound = article if key == entity_key(name.normal, article) else None
    is_shared = not (bound or name.country)
    return {
        "key": key, "name": country_name(name.normal) or name.normal, "type": bearer.type.value,
        "normal": name.normal, "bound": bound, "country": name.country,
        "surname": surname(name.normal) if is_shared else None,
        "letters": letters(name.normal) if is_shared else None,
    }  # fmt: skip


def country_name(normal: str) -> str | None:
    """The usual name of a country by the normal form of its entity."""
    kind, _, code = normal.partition(" ")
    return next((country.name for country in countries() if country.code == code), None) if kind == "country" else None


def count(connection: Connection, article: int, sign: int = 1) -> list[int]:
    """Adds an article's mentions (by row id) to the counts of its entities, or with -1 takes them away; their row ids.
    `settle` follows."""
    named = connection.execute(_NAMED, (article,)).fetchall()
    rows = [(who, text, type_word(label), whole, n * sign) for who, text, label, whole, n in named]
    connection.executemany(_COUNT, rows)
    entities = sorted({row[0] for row in named})
    if sign < 0:
        connection.execute(_GONE, (json.dumps(entities),))
    return entities


def type_word(label: str | None) -> str:
    """The type that a recogniser's label says, as rows have it."""
    return (entity_type(label) or EntityType.OTHER).value


def settle(connection: Connection, articles: Mapping[int, int]) -> None:
    """Brings names, types and counts of entities in line with their aliases. `articles` says how many more articles
    name each, by row id."""
    services = {row[0] for row in connection.execute(_SERVICES, (json.dumps(sorted(entries("online_services"))),))}
    rows = [
        {"id": entity, "articles": more, "is_service": entity in services, "short": _MAX_SHORT}
        for entity, more in sorted(articles.items())
    ]
    connection.executemany(_SETTLE, rows)
