"""Pairs of articles that tell the same, as rows of `copy_links`.

A pair is there while the two are neighbours in the order of some fingerprint; `meetings` counts those. An article
that comes in between takes meetings away, one that goes gives them back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from db.copies import holders
from db.copies.likeness import Kind, Likeness, shared_words
from db.copies.sketch import Sketch
from db.sqlite import Connection

#: Row ids, the smaller one first.
Pair = tuple[int, int]

_JOIN = """
INSERT INTO copy_links ("left", "right", left_share, right_share, kind, meetings) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET meetings = meetings + excluded.meetings
"""
_PART = 'UPDATE copy_links SET meetings = meetings - ? WHERE "left" = ? AND "right" = ?'
_PARTED = 'SELECT "left", "right" FROM copy_links WHERE meetings = 0'
_DROP = 'DELETE FROM copy_links WHERE "left" = ? OR "right" = ? RETURNING "left", "right"'
_COLUMNS = '"left", "right", left_share, right_share, kind'
_AMONG = f'SELECT {_COLUMNS} FROM copy_links WHERE "left" IN (SELECT value FROM json_each(?))'  # noqa: S608
_OF = f"""
SELECT {_COLUMNS} FROM copy_links WHERE "left" IN (SELECT value FROM json_each(:ids))
UNION SELECT {_COLUMNS} FROM copy_links WHERE "right" IN (SELECT value FROM json_each(:ids))
"""  # noqa: S608
_REACHED = """
WITH RECURSIVE reached (article) AS (
  SELECT value FROM json_each(?)
  UNION SELECT "right" FROM copy_links JOIN reached ON "left" = article
  UNION SELECT "left" FROM copy_links JOIN reached ON "right" = article
)
SELECT article FROM reached
"""
#: So much of what an article shares with another must also stand in the one that it shares most with.
OVERLAP = 0.3


def pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def join(connection: Connection, found: Mapping[Pair, Likeness], meetings: Mapping[Pair, int]) -> None:
    """Adds links; to those that are there, further meetings."""
    rows = ((*two, like.left, like.right, like.kind.value, meetings[two]) for two, like in found.items())
    connection.executemany(_JOIN, rows)


def part(connection: Connection, meetings: Mapping[Pair, int]) -> list[Pair]:
    """Takes meetings away; returns the links that are gone with their last one."""
    connection.executemany(_PART, ((count, *two) for two, count in meetings.items()))
    gone = connection.execute(_PARTED).fetchall()
    if gone:
        connection.execute("DELETE FROM copy_links WHERE meetings = 0")
    return gone


def drop(connection: Connection, article: int) -> set[int]:
    """Takes away all links of an article; returns whom they led to."""
    gone = connection.execute(_DROP, (article, article)).fetchall()
    return {one for two in gone for one in two if one != article}


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles that tell the same, and the share of each one's own words that stands in the other."""

    left: int
    right: int
    left_share: float
    right_share: float
    kind: str

    @property
    def pair(self) -> Pair:
        return self.left, self.right

    @property
    def sides(self) -> tuple[tuple[int, int, float], tuple[int, int, float]]:
        """Each article with the other one and its own share."""
        return (self.left, self.right, self.left_share), (self.right, self.left, self.right_share)

    def holder(self, keys: Mapping[int, str]) -> int:
        """The article that holds the other: the one of which less stands in the other."""
        return min(self.sides, key=lambda side: (side[2], keys[side[0]]))[0]


def among(connection: Connection, articles: Iterable[int]) -> list[Link]:
    """The links between these articles, to which no other ones are linked."""
    return [Link(*row) for row in connection.execute(_AMONG, (json.dumps(list(articles)),))]


def of(connection: Connection, articles: Iterable[int]) -> list[Link]:
    """All links of these articles."""
    return [Link(*row) for row in connection.execute(_OF, {"ids": json.dumps(list(articles))})]


def reached(connection: Connection, articles: Iterable[int]) -> list[int]:
    """These articles and all that links lead to from them, however far."""
    return [article for (article,) in connection.execute(_REACHED, (json.dumps(list(articles)),))]


def joining(connection: Connection, links: Sequence[Link], keys: Mapping[int, str]) -> set[Link]:
    """The links that make their two articles copies of one text, of all links of the articles that hold the others.

    A roundup holds half of one report and all of another, and is a copy of one of them at most: an article that holds
    others counts with those that share with it what the best of them shares.
    """
    best: dict[int, tuple[float, str, int]] = {}
    for link in links:
        for article, other, share in link.sides:
            best[article] = max(best.get(article, (0.0, "", 0)), (share, keys[other], other))
    found: set[Link] = set()
    doubtful: list[tuple[Link, int, int, int]] = []
    for link in links:
        holder, other, share = next(side for side in link.sides if side[0] == link.holder(keys))
        most, _, closest = best[holder]
        if link.kind != Kind.NEAR or other == closest or share + most - 1 >= OVERLAP * share:
            found.add(link)
        else:
            doubtful.append((link, holder, other, closest))
    known = dict(holders.sketches(connection, {one for _, *three in doubtful for one in three}))
    return found | {link for link, *three in doubtful if _overlap(*(known.get(one) for one in three))}


def _overlap(holder: Sketch | None, other: Sketch | None, closest: Sketch | None) -> bool:
    """Whether two articles share the same words with the one that holds them."""
    if holder is None or other is None or closest is None:  # deleted by hand
        return True
    shared, most = (shared_words(holder, holder.distinct & one.distinct) for one in (other, closest))
    return (shared & most).bit_count() >= OVERLAP * shared.bit_count()
