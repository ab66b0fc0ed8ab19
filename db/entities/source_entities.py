"""Which entity each claim is attributed to: the one that the innermost source of its attribution names.

A function of one article's claims and mentions as they are stored, so that it holds for corrected claims too.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from db import claims
from db.sqlite import Connection
from extract.model import Span

_MENTIONS = """
SELECT start, "end", text, resolved, who, kind FROM mentions WHERE article = ? ORDER BY start, "end" DESC
"""
_CLAIMS = """
SELECT id, attribution -> '$[#-1]', source_who FROM claims WHERE article = ? AND attribution IS NOT NULL
UNION ALL SELECT id, NULL, source_who FROM claims WHERE article = ? AND attribution IS NULL AND source_who IS NOT NULL
"""
_TEXT = "SELECT text FROM articles WHERE id = ?"


#: What makes a name a part of what is named: "the lawyer of Hale", "Hale's lawyer"; "Tarn's mayor Ada Hale" is she;
#: or one of several: "Lund and Hale".
_OF = re.compile(r"\b(?:against|at|behind|by|for|from|in|of|on|to|with)\b|\band $", re.IGNORECASE)
_INSIDE = re.compile(rf"['’]s?\s|{_OF.pattern}", re.IGNORECASE)
#: What goes on to say who a name's bearer is: "Hale, head and founder of Orvia"; not "Hale of Tarn and two clerks",
#: "Hale (left) and a clerk".
_GOES_ON = re.compile(r"(?:,| ?\()(?!.*[,)] and\b)| (?:from|of) (?!.*\band\b)", re.DOTALL)


class Step(NamedTuple):
    """The innermost step of an attribution: what its source stands for, and where the words of the source begin."""

    resolved: str | None
    place: Span | None


class SourceMention(NamedTuple):
    """A mention with the row id, or the number, of the entity that it names."""

    start: int
    end: int
    text: str
    resolved: str | None
    who: int | None
    kind: str


def settle(connection: Connection, articles: Iterable[int]) -> None:
    """Says for the claims of these articles (row ids) which entity says each."""
    for article in sorted(set(articles)):
        rows = connection.execute(_CLAIMS, (article, article)).fetchall()
        if not rows:
            continue
        (text,) = connection.execute(_TEXT, (article,)).fetchone()
        mentions = [SourceMention(*row) for row in connection.execute(_MENTIONS, (article,))]
        steps = [_step(json.loads(stored)) if stored else None for _, stored, _ in rows]
        found = zip(sources(text, steps, mentions), rows, strict=True)
        claims.set_sources(connection, [(who, claim) for who, (claim, _, before) in found if who != before])


def sources(text: str, steps: Iterable[Step | None], mentions: Sequence[SourceMention]) -> Iterator[int | None]:
    """The entity of each innermost step of an attribution; None for a claim without one.

    `mentions` are those of the article, by where they begin, longer ones first.
    """
    starts = [mention.start for mention in mentions]
    names = {name: m.who for m in reversed(mentions) for name in (m.text, m.resolved) if name and m.who is not None}
    return (_named(text, step, mentions, starts, names) if step else None for step in steps)


def _step(stored: dict[str, Any]) -> Step:
    source = stored["source"]
    return Step(stored["resolved"], tuple(source["spans"][0]) if source else None)


def _named(
    text: str,
    step: Step,
    mentions: Sequence[SourceMention],
    starts: Sequence[int],
    names: Mapping[str, int],
) -> int | None:
    """The entity of the mention that heads a source: "Mayor Hale", "Hale, the mayor", "Senator Ada Hale of Tarn", not
    "Hale's lawyer"."""
    if step.resolved is not None:
        return names.get(step.resolved)
    if step.place is None:
        return None
    start, end = step.place
    for mention in mentions[bisect_left(starts, start) : bisect_left(starts, end)]:
        is_full = mention.kind == "name" and " " in mention.text
        goes_on = (mention.start == start or is_full) and _GOES_ON.match(text, mention.end, end)
        closed, inside = mention.end == end or goes_on, _OF if is_full else _INSIDE
        if closed and mention.who is not None and not inside.search(text, start, mention.start):
            return mention.who
    return None
