"""What the database knows of its entities, as plain records: for the command line and for pages.

Judged the same, several entities are one here: their canonical one, with the names and counts of all.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from db.sqlite import Connection
from extract.errors import UsageError


@dataclass(frozen=True, slots=True)
class Alias:
    """A wording, how often it names the entity, and whether it is a whole name."""

    name: str
    mentions: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity with all that was judged the same. `subject_of` and `object_of` count current claims."""

    id: int
    key: str
    name: str
    type: str
    country: str | None
    mentions: int
    articles: int
    subject_of: int
    object_of: int
    aliases: tuple[Alias, ...] = ()


_SHOWN = """
SELECT c.id, c.key,
  (SELECT name FROM entities m WHERE m.canonical = c.id ORDER BY m.mentions DESC, LENGTH(m.name) DESC, m.name LIMIT 1),
  (SELECT type FROM entities m WHERE m.canonical = c.id
    GROUP BY type ORDER BY SUM(m.mentions) * IIF(m.type = 'other', 1, 3) DESC, m.type LIMIT 1),
  (SELECT MIN(country) FROM entities m WHERE m.canonical = c.id),
  SUM(e.mentions), {articles}, {claims}
FROM entities c JOIN entities e ON e.canonical = c.id
WHERE {where}
GROUP BY c.id HAVING SUM(e.mentions) > 0
ORDER BY SUM(e.mentions) DESC, c.key
LIMIT :limit
"""
#: Among several that are one, an article counts once.
_ARTICLES = (
    "CASE COUNT(*) WHEN 1 THEN MAX(e.articles) ELSE (SELECT COUNT(*) FROM (SELECT DISTINCT article FROM mentions "
    "INDEXED BY mentions_named WHERE kind = 'name' AND who IN (SELECT id FROM entities m WHERE m.canonical = c.id)) n "
    "JOIN articles a ON a.id = n.article WHERE a.current = 1) END"
)
#: Claims about each. (It takes longer than all else, as those most mentioned have most.)
_CLAIMS = """
SUM((SELECT COUNT(*) FROM claims INDEXED BY claims_subject_current WHERE subject_who = e.id AND current = 1)),
SUM((SELECT COUNT(*) FROM claims INDEXED BY claims_object_current WHERE object_who = e.id AND current = 1))
"""
_ALIASES = """
SELECT name, SUM(mentions), MAX(whole) FROM aliases WHERE entity IN (SELECT id FROM entities WHERE canonical = ?)
GROUP BY name ORDER BY SUM(mentions) DESC, name
"""
_NAMED = """
SELECT DISTINCT e.canonical FROM aliases a JOIN entities e ON e.id = a.entity
WHERE a.name = :name COLLATE NOCASE AND (a.whole OR NOT EXISTS (
  SELECT 1 FROM aliases w WHERE w.name = a.name COLLATE NOCASE AND w.whole))
"""


def entities(
    connection: Connection, *, kind: str | None = None, country: str | None = None, limit: int = -1
) -> list[Entity]:
    """Entities that are named in current articles, most mentioned first."""
    where = "(:kind IS NULL OR c.type = :kind) AND (:country IS NULL OR c.country = :country)"
    query = _SHOWN.format(articles=_ARTICLES, claims=_CLAIMS, where=where)
    return [Entity(*row) for row in connection.execute(query, {"kind": kind, "country": country, "limit": limit})]


#: Picked by number first, so that what is counted for each is counted for those that are shown only. Of those that
#: are one, all are counted, also by other names; without a text, those of the kind, which is twice as fast.
_LIKE = """
c.id IN (SELECT canonical FROM (
  SELECT canonical, IIF(:text = '', SUM(mentions),
    (SELECT SUM(m.mentions) FROM entities AS m WHERE m.canonical = e.canonical)) AS most
  FROM entities AS e WHERE mentions > 0 AND (:kind IS NULL OR type = :kind)
    AND (:text = '' OR id IN (SELECT entity FROM aliases WHERE name LIKE :like ESCAPE '!'))
  GROUP BY canonical ORDER BY most DESC, canonical LIMIT :limit OFFSET :offset))
"""


def _like(text: str) -> str:
    return f"%{text.replace('!', '!!').replace('%', '!%').replace('_', '!_')}%"


def count_like(connection: Connection, text: str, kind: str | None = None) -> int:
    """How many entities `named_like` finds."""
    given = {"kind": kind, "text": text, "like": _like(text)}
    (found,) = connection.execute(_COUNT_LIKE, given).fetchone()
    return int(found)


_COUNT_LIKE = """
SELECT COUNT(DISTINCT canonical) FROM entities WHERE mentions > 0 AND (:kind IS NULL OR type = :kind)
  AND (:text = '' OR id IN (SELECT entity FROM aliases WHERE name LIKE :like ESCAPE '!'))
"""


def named_like(
    connection: Connection,
    text: str,
    kind: str | None = None,
    limit: int = 100,
    offset: int = 0,
    *,
    counted: bool = True,
) -> list[Entity]:
    """Entities of which a name holds this text, in any case; with "" all. Most mentioned first.

    Not `counted`, their claims are left out: both counts are 0.
    """
    query = _SHOWN.format(articles=_ARTICLES, claims=_CLAIMS if counted else "0, 0", where=_LIKE)
    given = {"kind": kind, "text": text, "like": _like(text), "limit": limit, "offset": offset}
    return [Entity(*row) for row in connection.execute(query, given)]


def entity(connection: Connection, number: int, *, counted: bool = True) -> Entity | None:
    """The entity that stands for the one of this row id, with its names; None if no current article names it.

    Not `counted`, its articles and claims are left out: these counts are 0.
    """
    where = "c.id = (SELECT canonical FROM entities WHERE id = :id)"
    articles, claims = (_ARTICLES, _CLAIMS) if counted else ("0", "0, 0")
    query = _SHOWN.format(articles=articles, claims=claims, where=where)
    row = connection.execute(query, {"id": number, "limit": 1}).fetchone()
    if row is None:
        return None
    aliases = (Alias(name, mentions, bool(whole)) for name, mentions, whole in connection.execute(_ALIASES, (row[0],)))
    return replace(Entity(*row), aliases=tuple(aliases))


def is_called(connection: Connection, key: str, words: str) -> bool:
    """Whether a name of the entity of this key has these words as whole words."""
    values = {"key": key, "like": _like(f" {words} ")}
    return connection.execute(_CALLED, values).fetchone() is not None


_CALLED = """
SELECT 1 FROM entities AS c JOIN entities AS e ON e.canonical = c.canonical JOIN aliases AS a ON a.entity = e.id
WHERE c.key = :key AND ' ' || a.name || ' ' LIKE :like ESCAPE '!'
"""


def find(connection: Connection, name: str, *, counted: bool = True) -> Entity:
    """The one entity that goes by a name (any case), or has this key; not `counted`, as `entity` leaves it.

    Raises UsageError where there is none, with the nearest names, and where there are several, with their keys.
    """
    found = _called(connection, name, counted)
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"No entity is called {name!r}.{_nearest(connection, name)} `extract entities` lists them.")
    listed = ", ".join(f"{e.key} ({e.name}, {e.type}, {e.articles} articles)" for e in _called(connection, name)[:8])
    raise UsageError(f"{len(found)} entities are called {name!r}: {listed}. Give one by its key.")


def find_one(connection: Connection, name: str) -> Entity | None:
    """As `find`, not counted; None where there is none or there are several."""
    found = _called(connection, name, counted=False)
    return found[0] if len(found) == 1 else None


def member_ids(connection: Connection, name: str) -> list[int]:
    """The row ids of all that were judged the same as the one entity of this name or key. Raises what `find` does."""
    found = find(connection, name, counted=False)
    rows = connection.execute("SELECT id FROM entities WHERE canonical = ?", (found.id,))
    return [int(row[0]) for row in rows]


def said_by(connection: Connection, name: str) -> list[int | str]:
    """What claims have of a source: the row ids of the entities that are called so (or have this key), and the name."""
    return [*(row[0] for row in connection.execute(_SPEAKERS, {"name": name})), name]


_SPEAKERS = """
SELECT id FROM entities WHERE canonical IN (
  SELECT canonical FROM entities WHERE key = :name
  UNION SELECT e.canonical FROM aliases AS a JOIN entities AS e ON e.id = a.entity
  WHERE a.name = :name COLLATE NOCASE AND a.whole
) ORDER BY id
"""


def _called(connection: Connection, name: str, counted: bool = True) -> list[Entity]:
    """The entity of this key, else those that go by this name."""
    by_key = connection.execute("SELECT id FROM entities WHERE key = ?", (name,)).fetchall()
    found = [one for (number,) in by_key if (one := entity(connection, number, counted=counted))]
    if found:
        return found
    by_name = connection.execute(_NAMED, {"name": name}).fetchall()
    return [one for (number,) in by_name if (one := entity(connection, number, counted=counted))]


def _nearest(connection: Connection, name: str) -> str:
    from rapidfuzz import fuzz, process, utils

    rows = connection.execute("SELECT DISTINCT name FROM aliases WHERE whole = 1 ORDER BY name")
    names = [row[0] for row in rows if 2 * len(row[0]) > len(name)]  # (a letter is in every name)
    best = process.extract(name, names, scorer=fuzz.WRatio, processor=utils.default_process, limit=3, score_cutoff=70)
    return f" Did you mean {' or '.join(repr(match[0]) for match in best)}?" if best else ""
