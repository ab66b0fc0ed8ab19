"""Numbers that two similar articles give in like words, whatever their claims are joined with: "granted $3.4 billion
for the tunnel", "for the tunnel Kolm had got $3.9 billion".

A number and its rival stand near words that few numbers of the two articles stand near, each has no better rival, and
they are near each other. A number that both articles give has none: "$8 billion" of two articles, of which one has
"$6 billion" too, for something else. Years are such numbers: "ran Tarn from 1951 to 1963", "mayor from 1952 to 1964".
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from math import fsum
from typing import NamedTuple

from db.events.participants import Words, is_money
from db.sqlite import Connection
from extract.english.forms import Amount
from extract.english.wordlists import word_class

_OF_ARTICLE = """
FROM claims AS c JOIN sentences AS s ON s.id = c.sentence JOIN articles AS a ON a.id = c.article {joined}
WHERE c.article = ? AND +c.current = 1 AND c.status <> 'rejected' AND c.polarity = 'positive' AND c.mood <> 'question'
ORDER BY c.modality <> 'certain', LENGTH(c.claim), c.key
"""
_NUMBERS = f"""
SELECT c.id, q.low, q.high, COALESCE(q.unit, ''), q.approximate, q.spans ->> '$[0][0]',
  SUBSTR(a.text, s.start + 1, s."end" - s.start), s.start
{_OF_ARTICLE.format(joined="JOIN quantities AS q ON q.claim = c.id")}
"""
_YEARS = f"""
SELECT c.id, c.time_text, SUBSTR(a.text, s.start + 1, s."end" - s.start), s.start
{_OF_ARTICLE.format(joined="")}
"""
_PAIRS = "SELECT article, other FROM similar_articles WHERE article < other AND closely >= 0 ORDER BY article, other"
#: (A page of an event with hundreds of articles reads so many pairs.)
_PAIRS_OF = """
SELECT DISTINCT MIN(s.article, s.other), MAX(s.article, s.other)
FROM json_each(?) AS k CROSS JOIN similar_articles AS s ON s.article = k.value
JOIN articles AS a ON a.id = s.article JOIN articles AS o ON o.id = s.other
WHERE s.closely >= 0 ORDER BY MIN(a.key, o.key), MAX(a.key, o.key) LIMIT 2000
"""
#: What money is: "$4 million in federal taxes".
_KIND = re.compile(r".{2,25}? in ((?:[^\W\d]+ ?){1,3})")
#: The unit of a rate: "$31 a share", "$3 million per day".
_RATE = re.compile(r"\S*\d\S*(?: (?:thousand|[mb]illion))?(?: [^\W\d_]+)? (?:an?|per) ([^\W\d_]+)\b")
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
#: Words that say nothing of what is counted.
_CLASSES = ("pronouns", "prepositions", "forms of be", "definite words", "indefinite words", "calendar", "states")
_EMPTY = frozenset().union(*map(word_class, _CLASSES)) | {
    "and", "but", "had", "has", "less", "more", "said", "says", "than", "who", "will", "would",
    "billion", "dozens", "eight", "five", "four", "hundreds", "million", "nine", "percent", "seven", "six", "ten",
    "thousand", "thousands", "three", "two", "year", "years",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_][\w-]+")
#: So many words before a number, and behind where it begins, say what it counts; so much of each is compared.
_BEFORE, _BEHIND, _STEM = 8, 10, 5
#: The least number of words that rivals share (one more for sums of money), and their least score: words count the less
#: the more numbers have them.
_MIN_WORDS, _MIN_SCORE = 2, 0.6
#: How many times as much the greater of two rivals is at most, and how many years two are apart.
_FARTHEST, _FARTHEST_YEARS = 2, 2
#: Half of the last digit of a share in whole percents.
_ROUNDED = 0.5
#: The unit of years.
CALENDAR_YEAR = "calendar year"


class Number(NamedTuple):
    """A number of an article, with the first claim that gives it and the stems of the words around it."""

    article: int
    start: int
    claim: int
    amount: Amount
    words: Words = frozenset()
    kind: Words = frozenset()  # the same of what money is
    rate: str = ""  # the unit of a rate: "share"


def rivals(
    connection: Connection, left_out: Collection[str], articles: Collection[int] | None = None
) -> Iterator[tuple[Number, Number]]:
    """The numbers of two similar articles that exclude each other: of these articles or of all, without units that are
    left out."""

    @lru_cache(maxsize=256)
    def numbers(article: int) -> list[Number]:
        return [one for one in _numbers(connection, article) if one.amount.unit not in left_out]

    given = (_PAIRS,) if articles is None else (_PAIRS_OF, (json.dumps(sorted(articles)),))
    for article, other in connection.execute(*given).fetchall():
        yield from _rivals(numbers(article), numbers(other))


def _numbers(connection: Connection, article: int) -> list[Number]:
    found: dict[int, Number] = {}
    sentences: dict[int, tuple[int, str]] = {}
    for claim, low, high, unit, approximate, at, sentence, start in connection.execute(_NUMBERS, (article,)):
        found.setdefault(at, Number(article, at, claim, Amount(low, high, unit, bool(approximate))))
        sentences[at] = start, sentence
    for claim, time, sentence, start in connection.execute(_YEARS, (article,)):
        first = sentence.find(time) if time else -1
        for year in _YEAR.finditer(time) if first >= 0 else ():
            at = start + first + year.start()
            found.setdefault(at, Number(article, at, claim, Amount(float(year[0]), float(year[0]), CALENDAR_YEAR)))
            sentences[at] = start, sentence
    numbers = list(found.values())
    return [
        one._replace(
            words=_around(one, *sentences[at], numbers),
            kind=_kind(one, *sentences[at]),
            rate=_rate(one, *sentences[at]),
        )
        for at, one in found.items()
    ]


def _kind(one: Number, start: int, sentence: str) -> Words:
    found = _KIND.match(sentence, one.start - start) if is_money(one.amount) else None
    return frozenset(word[:_STEM] for word in found[1].lower().split() if word not in _EMPTY) if found else frozenset()


def _rate(one: Number, start: int, sentence: str) -> str:
    found = _RATE.match(sentence, one.start - start) if one.amount.unit not in (CALENDAR_YEAR, "percent") else None
    return found[1].lower() if found else ""


def _around(one: Number, start: int, sentence: str, numbers: Sequence[Number]) -> Words:
    """The words around a number, up to the next ones of its unit: "$43 on lamps, $60 on a hat"."""
    alike = [other.start - start for other in numbers if other.amount.unit == one.amount.unit != CALENDAR_YEAR]
    at = one.start - start
    first = max((other for other in alike if other < at), default=0)
    last = min((other for other in alike if other > at), default=len(sentence))
    words = [(word.start(), word[0].lower()) for word in _WORD.finditer(sentence, first, last)]
    before = [word for start, word in words if start < at][-_BEFORE:]
    behind = [word for start, word in words if start >= at][:_BEHIND]
    kept = [word[:_STEM] for word in (*before, *behind) if len(word) > 2 and word not in _EMPTY]
    return frozenset([word for word in kept if not word.startswith(one.amount.unit[: _STEM - 1] or " ")])


def _rivals(mine: Sequence[Number], theirs: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    often = Counter(word for one in (*mine, *theirs) for word in one.words)
    scored = sorted(
        (-_score(one, other, often), one.start, other.start, one, other)
        for one in mine
        for other in theirs
        if one.amount.unit == other.amount.unit and _are_near(one.amount, other.amount)
        if not one.words.isdisjoint(other.words)
    )
    taken: set[tuple[int, int]] = set()
    for score, *_, one, other in scored:
        places = {one[:2], other[:2]}
        if taken.isdisjoint(places) and -score >= _MIN_SCORE and _are_rivals(one, other, mine, theirs):
            yield one, other
        taken |= places


def _score(one: Number, other: Number, often: Mapping[str, int]) -> float:
    return fsum(1 / max(1, often[word] - 1) for word in one.words & other.words) + (one.rate == other.rate != "")


def _are_rivals(one: Number, other: Number, mine: Sequence[Number], theirs: Sequence[Number]) -> bool:
    if len(one.words & other.words) < _least_shared(one, other) or _may_be_one(one.amount, other.amount):
        return False
    if one.rate != other.rate:
        return False
    if one.kind and other.kind and one.kind.isdisjoint(other.kind):
        return False
    return not (_is_given(one, theirs) or _is_given(other, mine))


def _least_shared(one: Number, other: Number) -> int:
    """How many words rivals share: two, of money three; one if both are rates of one unit."""
    return 1 if one.rate == other.rate != "" else _MIN_WORDS + is_money(one.amount)


def _may_be_one(one: Amount, other: Amount) -> bool:
    """Whether one number is the other told more roundly: "53 percent", "53.1 percent"."""
    if one.unit == "percent" and one.low and other.low and (one.low % 1 == 0 or other.low % 1 == 0):
        return abs(one.low - other.low) <= _ROUNDED
    return one.agrees(other)


def _is_given(one: Number, numbers: Sequence[Number]) -> bool:
    """Whether an article gives a number, and not just "dozens" of what it counts."""
    same = (other.amount for other in numbers if other.amount.unit == one.amount.unit)
    return any(None not in amount[:2] and not amount.excludes(one.amount) for amount in same)


def _are_near(one: Amount, other: Amount) -> bool:
    small, large = sorted(amount.low or amount.high or 0 for amount in (one, other))
    return large - small <= _FARTHEST_YEARS if one.unit == CALENDAR_YEAR else large <= _FARTHEST * small
