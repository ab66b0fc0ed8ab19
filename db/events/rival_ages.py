"""Ages that two similar articles give of one person, in any words: "Ada Kolm, 58", "the 59-year-old mayor"; of somebody
without a name, if each article tells of one such: "a three-year-old boy", "the 4-year-old boy"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from db.events.rival_numbers import Number, Pair
from db.events.similar_articles import Likeness
from db.sqlite import Connection
from extract.english.forms import Amount

_AGES = """
SELECT c.id, c.subject, c.object, c.relation_normal, q.low, SUBSTR(a.text, (q.spans ->> '$[0][0]') + 1, 60),
  (SELECT canonical FROM entities WHERE id = c.subject_who), (SELECT canonical FROM entities WHERE id = c.object_who)
FROM claims AS c JOIN articles AS a ON a.id = c.article LEFT JOIN quantities AS q ON q.claim = c.id AND q.unit = 'year'
WHERE c.article = ? AND +c.current = 1 AND c.status <> 'rejected' AND c.polarity = 'positive'
  AND (q.claim IS NOT NULL OR (c.relation_normal = 'be' AND c.object GLOB '[0-9]*')) ORDER BY c.id
"""
_OLD = re.compile(r"(\S+-year-old)\b(?: ([a-z]+))?")
_BARE = re.compile(r"\d{1,3}$")
#: Unnamed people whose ages are more years apart are two people.
_FARTHEST = 2
#: A person by entity, or by the noun.
Who = int | str


def rival_ages(connection: Connection, pairs: Iterable[Pair]) -> Iterator[tuple[Number, Number]]:
    """The ages of one person in two closely similar articles."""

    @lru_cache(maxsize=256)
    def ages(article: int) -> dict[Who, Number]:
        return _ages(connection, article)

    for article, other, closely in pairs:
        if closely >= Likeness.CLOSE:
            mine, theirs = ages(article), ages(other)
            for who in sorted(mine.keys() & theirs.keys(), key=str):
                if isinstance(who, int) or abs(_years(mine[who]) - _years(theirs[who])) <= _FARTHEST:
                    yield mine[who], theirs[who]


def _years(one: Number) -> float:
    return one.amount.low or 0


def _ages(connection: Connection, article: int) -> dict[Who, Number]:
    """Whose age an article gives, if it gives one."""
    found: defaultdict[Who, dict[float, Number]] = defaultdict(dict)
    for claim, *row in connection.execute(_AGES, (article,)):
        for who, years in _read(*row):
            amount = Amount(years, years, "year")
            found[who].setdefault(years, Number(article, -1, claim, amount, rate=f"age {who}"))
    return {who: next(iter(given.values())) for who, given in found.items() if len(given) == 1}


def _read(
    subject: str,
    thing: str | None,
    relation: str,
    years: float | None,
    text: str | None,
    who: int | None,
    whom: int | None,
) -> Iterator[tuple[Who, float]]:
    """Whose age a claim gives: of whom it is told, else of the noun."""
    if years is None:
        if who and _BARE.match(thing or ""):
            yield who, float(thing or "")
        return
    old = _OLD.match(text or "")
    is_subject = old is not None and (old[1] in subject or relation == "be")
    if old is None or not (is_subject or old[1] in (thing or "")):
        return
    person = who if is_subject else whom
    if person or (old[2] and old[0] in f"{subject} {thing}"):
        yield person or old[2], years
