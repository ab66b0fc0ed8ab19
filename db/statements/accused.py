"""Statements that accuse somebody, and those that answer for him, as lists about a person or an organisation show them.

A statement holds the name of whom it accuses as its own article has it, often the last name alone. It is of an entity
that goes by this name and that one of the statement's articles names.
"""

from __future__ import annotations

import json

from db.keys import content_key
from db.sqlite import Connection
from db.statements.accusations import SUFFIXES

#: The sides of a dispute, by the filters of statements that ask for them. ("clean" is "broke the law", which one says
#: and another denies.)
SIDES = {
    "accused": "f.dispute_side = 'accused' OR f.dispute_side = 'clean' AND f.asserted + f.reported > 0",
    "denies": "f.dispute_side = 'denied' OR f.dispute_side = 'clean' AND f.denied > 0",
}
#: Statements of one last name that are looked at.
_MAX_LOOKED_AT = 2000
_NAMES = """
SELECT DISTINCT a.name FROM entities AS e JOIN aliases AS a ON a.entity = e.id
WHERE e.canonical = (SELECT canonical FROM entities WHERE key = ?)
"""
_FOUND = """
SELECT f.id, f.dispute_whom FROM json_each(:questions) AS q
CROSS JOIN statements AS f INDEXED BY statements_dispute ON f.dispute = q.value
WHERE ({side}) AND EXISTS (
  SELECT 1 FROM statement_claims AS l CROSS JOIN mentions AS m INDEXED BY mentions_named ON m.article = l.article
  WHERE l.statement = f.id AND m.kind = 'name' AND m.who IN (
    SELECT id FROM entities WHERE canonical = (SELECT canonical FROM entities WHERE key = :key)))
LIMIT :most
"""


def statements_of(connection: Connection, key: str, side: str) -> list[int]:
    """The row ids of statements on a side (a key of `SIDES`) of what the entity of this key is accused of."""
    names = [words for row in connection.execute(_NAMES, (key,)) if (words := _words(row[0]))]
    questions = sorted({content_key("q", "dispute", words[-1]) for words in names})
    given = {"questions": json.dumps(questions), "key": key, "most": _MAX_LOOKED_AT}
    rows = connection.execute(_FOUND.format(side=SIDES[side]), given)
    return [number for number, whom in rows if any(_is_same(whom.split(), words) for words in names)]


def _words(name: str) -> list[str]:
    """A name's words as statements have them, without "Jr." and titles of address."""
    words = (word.strip(".,").casefold() for word in name.replace("’", "'").removesuffix("'s").split())
    return [word for word in words if word and word not in SUFFIXES]


def _is_same(one: list[str], other: list[str]) -> bool:
    """Whether a name may be short for another: "Trevin" and "Anna Trevin", not "Oskar Trevin" and "Anna Trevin"."""
    return one[-1] == other[-1] and (set(one) <= set(other) or set(other) <= set(one))
