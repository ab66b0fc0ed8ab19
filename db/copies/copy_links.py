"""Pairs of articles that tell the same, as rows of `copy_links`.

A pair is there while the two are neighbours in the order of some fingerprint; `meetings` counts those. An article
that comes in between takes meetings away, one that goes gives them back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from db.copies.likeness import Likeness
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
_AMONG = 'SELECT "left", "right" FROM copy_links WHERE "left" IN (SELECT value FROM json_each(?))'


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


def among(connection: Connection, articles: Iterable[int]) -> list[Pair]:
    """The links between these articles, which are whole copy clusters."""
    return connection.execute(_AMONG, (json.dumps(list(articles)),)).fetchall()
