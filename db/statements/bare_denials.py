"""Denials that do not say what they deny: "Trevin denied the allegations". They answer the nearest accusation before
them in their article, else the nearest behind them, and others by the same accuser or about the same. "Trevin denied
it" answers one at most two sentences before."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from db.sqlite import Connection
from db.statements.accusations import STANDING_FOR

#: Pairs of an accusing statement and a bare denial, by number and claim: who accuses, of what, and how far it stands
#: before the denial in the denial's article, and behind it, in sentences.
_BEFORE = """
SELECT k.value ->> 0, k.value ->> 1, k.value ->> 2, f.subject_normal, COALESCE(f.dispute_about, ''),
  (SELECT MIN(s.position - t.position) FROM statement_claims AS l CROSS JOIN claims AS c ON c.id = l.claim
   CROSS JOIN sentences AS t ON t.id = c.sentence
   WHERE l.statement = f.id AND l.article = d.article AND t.position <= s.position),
  (SELECT MIN(t.position - s.position) FROM statement_claims AS l CROSS JOIN claims AS c ON c.id = l.claim
   CROSS JOIN sentences AS t ON t.id = c.sentence
   WHERE l.statement = f.id AND l.article = d.article AND t.position > s.position),
  LOWER(d.object)
FROM json_each(?) AS k CROSS JOIN statements AS n ON n.id = k.value ->> 3
CROSS JOIN statements AS f ON f.id = k.value ->> 1 CROSS JOIN claims AS d ON d.id = k.value ->> 2
CROSS JOIN sentences AS s ON s.id = d.sentence
WHERE n.dispute_side = 'denied' AND n.dispute_about = ''
"""


def unanswered(connection: Connection, pairs: Iterable[tuple[str, int, int, int]]) -> set[str]:
    """The keys of those pairs of an accusation and a denial that are not of each other. Given are key, accusing
    statement, claim of the denial and its statement."""
    rows = connection.execute(_BEFORE, (json.dumps(list(pairs)),)).fetchall()
    by_denial: defaultdict[int, list[_Accused]] = defaultdict(list)
    unclear: set[str] = set()
    for key, _, denial, accuser, about, before, behind, told in rows:
        if told in STANDING_FOR and (before is None or before > _RIGHT_BEFORE):
            unclear.add(key)
            continue
        far = before if before is not None else behind and _BEHIND + behind
        by_denial[denial].append(_Accused(key, accuser.rpartition(":")[2], set(about.split()), far))
    return unclear | {key for accused in by_denial.values() for key in _of_others(accused)}


#: "It" answers an accusation at most this many sentences before.
_RIGHT_BEFORE = 2
#: What stands behind is farther away than whatever stands before.
_BEHIND = 1_000_000


class _Accused(NamedTuple):
    key: str
    accuser: str
    about: set[str]
    far: int | None  # from the denial; None in other articles


def _of_others(accused: list[_Accused]) -> set[str]:
    """Those that are neither nearest, nor by who accuses there, nor about the same; none where the denial's article has
    no accusation."""
    least = min((one.far for one in accused if one.far is not None), default=None)
    if least is None:
        return set()
    nearest = [one for one in accused if one.far == least]
    accusers = {one.accuser for one in nearest if one.accuser}
    about = {stem for one in nearest for stem in one.about}
    others = (one for one in accused if one.far != least and one.accuser not in accusers)
    return {one.key for one in others if about.isdisjoint(one.about)}
