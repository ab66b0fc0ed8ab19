"""Which entity each claim is attributed to: the one that the innermost source of its attribution names.

A function of one article's claims and mentions as they are stored, so that it holds for corrected claims too.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from db import claims
from db.sqlite import Connection

_MENTIONS = """
SELECT start, "end", text, resolved, who FROM mentions WHERE article = ? ORDER BY start, "end" DESC
"""
_CLAIMS = """
SELECT id, attribution -> '$[#-1]', source_who FROM claims WHERE article = ? AND attribution IS NOT NULL
UNION ALL SELECT id, NULL, source_who FROM claims WHERE article = ? AND attribution IS NULL AND source_who IS NOT NULL
"""
_TEXT = "SELECT text FROM articles WHERE id = ?"


#: What makes a name a part of what is named: "the lawyer of Hale", "Hale's lawyer".
_INSIDE = re.compile(r"['’]s?\s|\b(?:against|at|behind|by|for|from|in|of|on|to|with)\b", re.IGNORECASE)


class _Mention(NamedTuple):
    start: int
    end: int
    text: str
    resolved: str | None
    who: int | None


def settle(connection: Connection, articles: Iterable[int]) -> None:
    """Says for the claims of these articles (row ids) which entity says each."""
    for article in sorted(set(articles)):
        rows = connection.execute(_CLAIMS, (article, article)).fetchall()
        if not rows:
            continue
        (text,) = connection.execute(_TEXT, (article,)).fetchone()
        mentions = [_Mention(*row) for row in connection.execute(_MENTIONS, (article,))]
        starts = [mention.start for mention in mentions]
        names = {name: m.who for m in reversed(mentions) for name in (m.text, m.resolved) if name and m.who}
        found = []
        for claim, stored, before in rows:
            who = _named(text, json.loads(stored), mentions, starts, names) if stored else None
            if who != before:
                found.append((who, claim))
        claims.set_sources(connection, found)


def _named(
    text: str,
    step: dict[str, object],
    mentions: Sequence[_Mention],
    starts: Sequence[int],
    names: Mapping[str, int],
) -> int | None:
    """The entity of the mention that heads a source: "Mayor Hale", "Hale, the mayor", but not "Hale's lawyer"."""
    source, resolved = step["source"], step["resolved"]
    if isinstance(resolved, str):
        return names.get(resolved)
    if not isinstance(source, dict):
        return None
    start, end = source["spans"][0]
    for mention in mentions[bisect_left(starts, start) : bisect_left(starts, end)]:
        closed = mention.end == end or (mention.start == start and text[mention.end : mention.end + 1] in {",", "("})
        if closed and mention.who is not None and not _INSIDE.search(text, start, mention.start):
            return mention.who
    return None
