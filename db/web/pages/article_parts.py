"""A long article is shown in parts: a page of four thousand claims takes a second to make, and longer to lay out.

Parts begin where sentences do, at the beginning of a block where one is near. Which part a claim or a sentence is
in, the database is asked: addresses name the claim (`?at=c1e77...`), for parts change when claims are added.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from db.sqlite import Connection

#: What one page shows of an article, in claims; a sentence without any counts for a quarter.
MAX_CLAIMS = 200
_SENTENCE = 0.25


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an article's text: the `number`th of so many, from 1."""

    number: int
    count: int
    start: int
    end: int

    def meets(self, start: int, end: int) -> bool:
        """Whether any of text[start:end] is in it. What is empty is where it begins."""
        return start < self.end and (end > self.start or start >= self.start)


_WEIGHED = """
SELECT s.start, (SELECT COUNT(*) FROM claims WHERE claims.sentence = s.id)
FROM sentences AS s WHERE s.article = ? ORDER BY s.start
"""
_BLOCKS = "SELECT start FROM blocks WHERE article = ?"
_AT_CLAIM = """
SELECT s.start FROM claims AS c JOIN sentences AS s ON s.id = c.sentence WHERE c.key = ? AND c.article = ?
"""
_AT_SENTENCE = "SELECT start FROM sentences WHERE position = ? AND article = ?"
_ARTICLE = """
SELECT a.id, LENGTH(a.text) FROM claims AS c JOIN articles AS a ON a.id = c.article
WHERE c.key = ? ORDER BY c.current DESC, c.id DESC LIMIT 1
"""
_PLACE = re.compile(r"(?P<claim>c[0-9a-f]{16})|[st](?P<sentence>[0-9]{1,9})")


def find_part(connection: Connection, article: int, length: int, number: int = 1, at: str | None = None) -> Part:
    """Part `number` of an article with a text of this length, or the one that the place `at` is in.

    A place is the key of a claim, or s and the position of a sentence. Whatever is asked for, there is a part.
    """
    starts = _starts(connection, article)
    place = _start_of(connection, article, at) if at else None
    chosen = bisect_right(starts, place) if place is not None else number
    chosen = min(max(chosen, 1), len(starts))
    return Part(chosen, len(starts), starts[chosen - 1], starts[chosen] if chosen < len(starts) else length + 1)


def find_claim(connection: Connection, claim: str) -> tuple[int, Part] | None:
    """The article (by row id) and the part of it that a claim is in, by its key; None if there is no such claim."""
    row = connection.execute(_ARTICLE, (claim,)).fetchone()
    return (row[0], find_part(connection, row[0], row[1], at=claim)) if row else None


def _starts(connection: Connection, article: int) -> list[int]:
    """Where parts begin; all of them hold about as much."""
    sentences = [tuple(row) for row in connection.execute(_WEIGHED, (article,))]
    weights = [max(claims, _SENTENCE) for _, claims in sentences]
    wanted = round(sum(weights) / MAX_CLAIMS)
    if wanted < 2:
        return [0]
    blocks = {row[0] for row in connection.execute(_BLOCKS, (article,))}
    before = [0.0, *accumulate(weights)]
    found = [0]
    full, begun = sum(weights) / wanted, 0.0
    for (start, _), so_far in zip(sentences, before, strict=False):
        held = so_far - begun
        if held >= full * 1.2 or (held >= full * 0.95 and start in blocks):
            found.append(start)
            begun = so_far
    return found


def _start_of(connection: Connection, article: int, place: str) -> int | None:
    named = _PLACE.fullmatch(place)
    if named is None:
        return None
    query, value = (_AT_CLAIM, named["claim"]) if named["claim"] else (_AT_SENTENCE, int(named["sentence"]))
    row = connection.execute(query, (value, article)).fetchone()
    return int(row[0]) if row else None
