"""Statements about somebody, with those that only name him within an argument: "the takeover of Pellstrom".

The name has to tell which one is meant, as a phrase's anchors do. What lies in a place or comes from there tells
nothing of the place, and who belongs to a people nothing of the people: of these there are none.
"""

from __future__ import annotations

import json
import re

from db.packing import unpack
from db.sqlite import Connection
from extract.english.forms import NounPhrase
from extract.english.wordlists import entries

_OWN = """
SELECT f.id FROM entities AS e CROSS JOIN statements AS f ON f.subject_who = e.canonical WHERE e.key = :key
UNION SELECT f.id FROM entities AS e CROSS JOIN statements AS f ON f.object_who = e.canonical WHERE e.key = :key
"""
#: "+" keeps SQLite from the index of all current claims, which are nearly all. (`extract merge` has no index to name.)
_NAMING = """
SELECT DISTINCT c.statement, c.phrases, c.subject_spans, c.object_spans, m.text, m.start, m."end"
FROM entities AS w CROSS JOIN entities AS e ON e.canonical = w.canonical
CROSS JOIN mentions AS m INDEXED BY mentions_named ON m.who = e.id AND m.kind = 'name'
CROSS JOIN claims AS c ON c.article = m.article AND +c.current = 1
WHERE w.key = ? AND w.type NOT IN ('place', 'people') AND c.statement IS NOT NULL AND c.phrases LIKE '%"anchors":%'
"""
_WORD = re.compile(r"\w+")


def naming(connection: Connection, key: str) -> list[int]:
    """The row ids of statements of which the entity of this key is the subject or object, or is named within these."""
    found = {number for (number,) in connection.execute(_OWN, {"key": key})}
    for statement, stored, subject_spans, object_spans, *mention in connection.execute(_NAMING, (key,)):
        if statement not in found:
            phrases = unpack(stored)
            parts = (phrases.subject, subject_spans), (phrases.object, object_spans)
            if any(_names(phrase, spans, *mention) for phrase, spans in parts if phrase and spans):
                found.add(statement)
    return sorted(found)


def _names(phrase: NounPhrase, spans: str, text: str, start: int, end: int) -> bool:
    if not any(first <= start and end <= last for first, last in json.loads(spans)):
        return False
    words = {*_WORD.findall(text.casefold()), *entries("honorifics")}
    return any(words.issuperset(anchor.split()) for anchor in phrase.anchors)
