"""Denials that do not say what they deny: "Trevin denied the allegations". They answer the nearest accusation before
them in their article, and others by the same accuser or about the same."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable

from db.sqlite import Connection

#: Pairs of an accusing statement and a bare denial, by number and claim: who accuses, of what, and where it stands
#: last before the denial in the denial's article.
_BEFORE = """
SELECT k.value ->> 0, k.value ->> 1, k.value ->> 2, f.subject_normal, COALESCE(f.dispute_about, ''),
  (SELECT MAX(t.position) FROM statement_claims AS l CROSS JOIN claims AS c ON c.id = l.claim
   CROSS JOIN sentences AS t ON t.id = c.sentence
   WHERE l.statement = f.id AND l.article = d.article AND t.position <= s.position)
FROM json_each(?) AS k CROSS JOIN statements AS n ON n.id = k.value ->> 3
CROSS JOIN statements AS f ON f.id = k.value ->> 1 CROSS JOIN claims AS d ON d.id = k.value ->> 2
CROSS JOIN sentences AS s ON s.id = d.sentence
WHERE n.dispute_side = 'denied' AND n.dispute_about = ''
"""


def unanswered(connection: Connection, pairs: Iterable[tuple[str, int, int, int]]) -> set[str]:
    """The keys of those pairs of an accusation and a denial that are not of each other. Given are key, accusing
    statement, claim of the denial and its statement."""
    rows = connection.execute(_BEFORE, (json.dumps(list(pairs)),)).fetchall()
    by_denial: defaultdict[int, list[tuple[str, str, set[str], int | None]]] = defaultdict(list)
    for key, _, denial, accuser, about, place in rows:
        by_denial[denial].append((key, accuser.rpartition(":")[2], set(about.split()), place))
    return {key for accused in by_denial.values() for key in _of_others(accused)}


def _of_others(accused: list[tuple[str, str, set[str], int | None]]) -> set[str]:
    """Those that are neither nearest, nor by who accuses there, nor about the same; none where no accusation stands in
    the article before the denial."""
    last = max((place for *_, place in accused if place is not None), default=None)
    if last is None:
        return set()
    nearest = [one for one in accused if one[3] == last]
    accusers = {accuser for _, accuser, _, _ in nearest if accuser}
    about = {stem for _, _, stems, _ in nearest for stem in stems}
    return {
        key
        for key, accuser, stems, place in accused
        if place != last and accuser not in accusers and about.isdisjoint(stems)
    }
