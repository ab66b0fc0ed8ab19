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
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import fsum
from typing import NamedTuple

from db.events.participants import Words, is_money
from db.events.similar_articles import days_between
from db.sqlite import Connection
from extract.english.forms import Amount
from extract.english.vocabulary import TO_LAST
from extract.english.wordlists import word_class

_OF_ARTICLE = """
FROM claims AS c JOIN sentences AS s ON s.id = c.sentence JOIN articles AS a ON a.id = c.article {joined}
WHERE c.article = ? AND +c.current = 1 AND c.status <> 'rejected' AND c.polarity = 'positive' AND c.mood <> 'question'
ORDER BY c.modality <> 'certain', LENGTH(c.claim), c.key
"""
_NUMBERS = f"""
SELECT c.id, q.low, q.high, COALESCE(q.unit, ''), q.approximate, q.spans ->> '$[0][0]',
  SUBSTR(a.text, s.start + 1, s."end" - s.start), s.start, SUBSTR(c.valid_from, 1, 10), SUBSTR(c.valid_to, 1, 10),
  (SELECT canonical FROM entities WHERE id = c.subject_who),
  c.subject, c.relation_normal,
  EXISTS (SELECT 1 FROM qualifiers AS m WHERE m.claim = c.id AND m.role = 'measure' AND m.spans = q.spans)
    OR (c.relation LIKE '% by' AND c.object_spans = q.spans),
  c.object_spans = q.spans
{_OF_ARTICLE.format(joined="JOIN quantities AS q ON q.claim = c.id")}
"""  # noqa: S608
_TIMES = f"""
SELECT c.id, c.time_text, SUBSTR(a.text, s.start + 1, s."end" - s.start), s.start, c.relation_lemma, c.subject,
  c.time_value, c.time_modifier
{_OF_ARTICLE.format(joined="")}
"""
_PAIRS = """
SELECT article, other, closely FROM similar_articles WHERE article < other AND closely >= 0 ORDER BY article, other
"""
#: (A page of an event with hundreds of articles reads so many pairs.)
_PAIRS_OF = """
SELECT DISTINCT MIN(s.article, s.other), MAX(s.article, s.other), s.closely
FROM json_each(?) AS k CROSS JOIN similar_articles AS s ON s.article = k.value
JOIN articles AS a ON a.id = s.article JOIN articles AS o ON o.id = s.other
WHERE s.closely >= 0 ORDER BY MIN(a.key, o.key), MAX(a.key, o.key) LIMIT 2000
"""
#: What money is: "$4 million in federal taxes", "$9,000 worth of furniture".
_KIND = re.compile(r".{2,25}? (?:in|worth of) ((?:[^\W\d]+ ?){1,3})")
#: The unit of a rate: "$31 a share", "$3 million per day".
_RATE = re.compile(r"(?:[a-z]+ ){0,3}\S*\d\S*(?: (?:thousand|[mb]illion))?(?: [^\W\d_]+)? (?:an?|per) ([^\W\d_]+)\b")
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
#: What has a size: "a raise of 8 percent", "a 9 percent raise".
_OF_SIZE = re.compile(r"([^\W\d_]+) of (?:(?!\w+ing )[a-z]+ ){0,2}$")
_SIZED = re.compile(r"(?:[a-z]+ ){0,3}\S*\d\S*(?: (?:thousand|[mb]illion))?(?: percent)? ([^\W\d_]+)")
#: What goes on so long: "three days of national mourning", "12 hours of talks".
_LASTING = re.compile(
    r"(?:[a-z]+ ){0,3}?\S+ [a-z]+s of (?:[a-z]+ ){0,2}?([a-z]+)(?= (?:and|as|before|by|for|in|on|with)\b|\W? ?$|[^ \w])"
)
_LEVELS, _LASTS = word_class("verbs of levels"), frozenset({TO_LAST, "take"})
#: A subject of more words says more than what it is called.
_FEW = 2
_LENGTHS = frozenset({"minute", "hour", "day", "week", "month", "year"})
#: What a sentence goes on with behind these is of something else.
_TURN = re.compile(r"[;:]| (?:but|whereas|while) ")
#: Smaller counts of one unit in an article are often of different things: "two debates", "three debates".
_MANY = 10
#: The unit of years.
CALENDAR_YEAR = "calendar year"
#: Units of anything.
_COMMON = frozenset({"", "people", "percent", "person", CALENDAR_YEAR})
#: Words that say nothing of what is counted.
_CLASSES = ("pronouns", "prepositions", "forms of be", "definite words", "indefinite words", "calendar", "states")
_EMPTY = frozenset().union(*map(word_class, _CLASSES)) | {
    "amount", "and", "but", "had", "has", "last", "less", "more", "next", "period", "said", "says", "than", "total",
    "who", "will", "would",
    "billion", "dozens", "eight", "five", "four", "hundreds", "million", "nine", "percent", "seven", "six", "ten",
    "thousand", "thousands", "three", "two", "worth", "year", "years",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_][\w-]+")
#: So many words before a number, and behind where it begins, say what it counts; so much of each is compared.
_BEFORE, _BEHIND, _STEM = 8, 10, 5
#: The least number of words that rivals share (one more for sums of money), and their least score: words count the less
#: the more numbers have them.
_MIN_WORDS, _MIN_SCORE = 2, 0.6
#: How many times as much the greater of two rivals is at most, and how many years two are apart.
_FARTHEST, _FARTHEST_YEARS = 2, 2
#: The same of money where their words score so much.
_FARTHEST_ALIKE, _ALIKE = 3, 2
#: A claim that states at least so many days is of a span of time: a rate "for 2014".
_SPAN = 27
#: Half of the last digit of a share in whole percents.
_ROUNDED = 0.5


class Counted(NamedTuple):
    """What a number counts, and whether it is a part of a word: "a 60-vote threshold"."""

    unit: str
    is_part: bool = False


#: What is around a number: a word's stem, the entity of the subject, what is counted.
Feature = str | int | Counted


class Number(NamedTuple):
    """A number of an article, with the first claim that gives it and the stems of the words around it."""

    article: int
    start: int
    claim: int
    amount: Amount
    time: tuple[str, str] | None = None  # the first and last day that its claim states
    words: Words = frozenset()
    counted: Counted | None = None  # what no other number of its article counts: "800 investors"
    whose: int | None = None  # the entity of the subject, of a sum, a share or a count
    kind: Words = frozenset()  # the same of what money is
    rate: str = ""  # the unit of a rate: "share"
    thing: str = ""  # the stem of what has this size: "bail", of "a bail of $2 million", "$3 million bail"

    @property
    def features(self) -> frozenset[Feature]:
        """All that rivals may have in common around them."""
        return self.words.union(one for one in (self.counted, self.whose) if one)


#: Two similar articles and how closely they are so.
Pair = tuple[int, int, int]


def similar_pairs(connection: Connection, articles: Collection[int] | None = None) -> list[Pair]:
    """The pairs of similar articles: of these or of all."""
    given = (_PAIRS,) if articles is None else (_PAIRS_OF, (json.dumps(sorted(articles)),))
    return [(one, other, closely) for one, other, closely in connection.execute(*given)]


def rivals(connection: Connection, left_out: Collection[str], pairs: Iterable[Pair]) -> Iterator[tuple[Number, Number]]:
    """The numbers of two similar articles that exclude each other, without units that are left out."""

    @lru_cache(maxsize=256)
    def numbers(article: int) -> list[Number]:
        return [one for one in _numbers(connection, article) if one.amount.unit not in left_out or one.thing]

    for article, other, _ in pairs:
        yield from _rivals(numbers(article), numbers(other))


def _numbers(connection: Connection, article: int) -> list[Number]:
    found: dict[int, Number] = {}
    sentences: dict[int, tuple[int, str]] = {}
    for claim, low, high, unit, approximate, at, sentence, start, *more in connection.execute(_NUMBERS, (article,)):
        since, until, whose, *told = more
        amount = _in_percent(Amount(low, high, unit, bool(approximate)))
        stated = (since, until) if since and until else None
        owner = whose if _is_owned(amount) else None
        found.setdefault(at, Number(article, at, claim, amount, stated, whose=owner, thing=_sized(amount, *told)))
        sentences[at] = start, sentence
    for claim, time, sentence, start, verb, subject, *value in connection.execute(_TIMES, (article,)):
        first = sentence.find(time) if time else -1
        for place, amount in _of_time(time, *value) if first >= 0 else ():
            at, thing = start + first + place, _called(subject) if verb in _LASTS else ""
            found.setdefault(at, Number(article, at, claim, amount, thing=thing))
            sentences[at] = start, sentence
    numbers = list(found.values())
    return [
        one._replace(
            words=_around(one, *sentences[at], numbers),
            counted=_counted(one, *sentences[at], numbers),
            kind=_kind(one, *sentences[at]),
            rate=_rate(one, *sentences[at]),
            thing=_thing(one, *sentences[at]) or one.thing,
        )
        for at, one in found.items()
    ]


def _of_time(time: str, value: str | None, modifier: str | None) -> Iterator[tuple[int, Amount]]:
    """The years of a time, and how long something went on: "in 1951", "14 weeks"; and where in it they stand."""
    for year in _YEAR.finditer(time):
        yield year.start(), Amount(float(year[0]), float(year[0]), CALENDAR_YEAR)
    length = _DURATION.match(value or "")
    if length and (unit := _UNITS.get(length[1] + length[3])):
        yield 0, Amount(float(length[2]), float(length[2]), unit, modifier is not None)


#: How long, as TIMEX3 has it: "P14W", "PT2H".
_DURATION = re.compile(r"P(T?)(\d+)([A-Z])$")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute"}


def _sized(amount: Amount, subject: str, relation: str, is_change: bool, is_level: bool) -> str:
    """What has this size, or has changed by so much: "turno", of "turnout was 71 percent"; "sales fall"."""
    called, verb = _called(subject), relation.partition(" ")[0]
    if not called or verb not in _LEVELS or not (amount.unit == "percent" or is_money(amount)):
        return ""
    return f"{called} {verb}" if is_change else called if is_level else ""


def _called(subject: str) -> str:
    """The stems of the noun, if hardly more is said: "turno", of "the turnout"."""
    words = subject.lower().removeprefix("the ").split()
    return " ".join(word[:_STEM] for word in words) if len(words) <= _FEW and _EMPTY.isdisjoint(words) else ""


def _in_percent(amount: Amount) -> Amount:
    """ "A third of the buses", "33 percent of the buses"."""
    if amount.unit != "share" or not amount.low or amount.low >= 1 or amount.high is None:
        return amount
    return Amount(100 * amount.low, 100 * amount.high, "percent", True)


def _kind(one: Number, start: int, sentence: str) -> Words:
    found = _KIND.match(sentence, one.start - start) if is_money(one.amount) else None
    return frozenset(word[:_STEM] for word in found[1].lower().split() if word not in _EMPTY) if found else frozenset()


def _rate(one: Number, start: int, sentence: str) -> str:
    found = _RATE.match(sentence, one.start - start) if one.amount.unit not in (CALENDAR_YEAR, "percent") else None
    return found[1].lower() if found else ""


def _thing(one: Number, start: int, sentence: str) -> str:
    at = one.start - start
    is_length = one.amount.unit in _LENGTHS
    if not (is_length or one.amount.unit == "percent" or is_money(one.amount)):
        return ""
    found = (_LASTING if is_length else _SIZED).match(sentence, at), _OF_SIZE.search(sentence, 0, at)
    words = (match[1].lower() for match in found if match)
    return next((word[:_STEM] for word in words if word not in _EMPTY), "")


def _around(one: Number, start: int, sentence: str, numbers: Sequence[Number]) -> Words:
    """The words around a number, up to the next ones of its unit: "$43 on lamps, $60 on a hat"."""
    alike = [other.start - start for other in numbers if other.amount.unit == one.amount.unit != CALENDAR_YEAR]
    at = one.start - start
    first = max((other for other in alike if other < at), default=0)
    last = min((other for other in alike if other > at), default=len(sentence))
    turns = [turn.start() for turn in _TURN.finditer(sentence)]
    first = max([first, *(turn for turn in turns if turn < at)])
    last = min([last, *(turn for turn in turns if turn > at)])
    words = [(word.start(), word[0].lower()) for word in _WORD.finditer(sentence, first, last)]
    before = [word for start, word in words if start < at][-_BEFORE:]
    behind = [word for start, word in words if start >= at][:_BEHIND]
    kept = [word[:_STEM] for word in (*before, *behind) if len(word) > 2 and word not in _EMPTY]
    return frozenset(word for word in kept if not word.startswith(one.amount.unit[: _STEM - 1] or " "))


def _counted(one: Number, start: int, sentence: str, numbers: Sequence[Number]) -> Counted | None:
    """What it counts, if no other number may count some of the same: "12 Somali and 11 Yemeni pirates" are 23."""
    if not _is_counted(one.amount):
        return None
    alike = [other for other in numbers if other.amount.unit == one.amount.unit]
    bare = [other for other in numbers if not other.amount.unit and start <= other.start < start + len(sentence)]
    at = one.start - start
    is_part = "-" in sentence[at : at + 20].partition(" ")[0]
    return Counted(one.amount.unit, is_part) if len(alike) + len(bare) == 1 else None


def _is_owned(amount: Amount) -> bool:
    """Whether it tells much that two are of one subject."""
    return amount.unit == "percent" or is_money(amount) or _is_counted(amount)


def _is_counted(amount: Amount) -> bool:
    """Whether it counts many things that have a name: "800 investors", and not people, percents, money or years."""
    return amount.unit not in _COMMON and not is_money(amount) and (amount.low or amount.high or 0) >= _MANY


def _rivals(mine: Sequence[Number], theirs: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    both = (*mine, *theirs)
    often = Counter(feature for one in both for feature in one.features | {Counted(one.amount.unit)})
    scored = sorted(
        (-score, one.start, other.start, one, other)
        for one in mine
        for other in theirs
        if one.amount.unit == other.amount.unit and not one.features.isdisjoint(other.features)
        if not _are_shares_of_two(one, other)
        if _are_near(one.amount, other.amount, score := _score(one, other, often))
    )
    taken: set[tuple[int, int]] = set()
    for score, *_, one, other in scored:
        places = {one[:2], other[:2]}
        if taken.isdisjoint(places) and -score >= _least_score(one, other) and _are_rivals(one, other, mine, theirs):
            yield one, other
        taken |= places


def _are_shares_of_two(one: Number, other: Number) -> bool:
    """ "Peel won 52 percent", "Lenz won 43 percent"."""
    return one.amount.unit == "percent" and None not in (one.whose, other.whose) and one.whose != other.whose


def _score(one: Number, other: Number, often: Mapping[Feature, int]) -> float:
    return (
        fsum(1 / max(1, often[feature] - 1) for feature in one.features & other.features)
        + (one.rate == other.rate != "")
        + (one.thing == other.thing != "")
    )


def _are_rivals(one: Number, other: Number, mine: Sequence[Number], theirs: Sequence[Number]) -> bool:
    if len(one.features & other.features) < _least_shared(one, other) or _may_be_one(one.amount, other.amount):
        return False
    if one.rate != other.rate or (one.thing and other.thing and one.thing != other.thing):
        return False
    if one.kind and other.kind and one.kind.isdisjoint(other.kind):
        return False
    return not (_are_of_other_times(one, other) or _is_given(one, theirs) or _is_given(other, mine))


def _are_of_other_times(one: Number, other: Number) -> bool:
    """Whether they are of two spans of time: a rate "for 2014", a rate "from 2007 through 2014"."""
    spans = [time for time in (one.time, other.time) if time and (days_between(*time) or 0) >= _SPAN]
    return len(spans) == 2 and spans[0] != spans[1]


def _least_shared(one: Number, other: Number) -> int:
    """How many features rivals share: two, of money three; one if both are rates of one unit or sizes of one thing."""
    if one.rate == other.rate != "" or one.thing == other.thing != "":
        return 1
    return _MIN_WORDS + is_money(one.amount)


def _least_score(one: Number, other: Number) -> float:
    """How much they must have in common; more where that is a word and what is counted."""
    is_alike = one.counted == other.counted is not None
    return 2 * _MIN_SCORE if is_alike and len(one.features & other.features) == _MIN_WORDS else _MIN_SCORE


def _may_be_one(one: Amount, other: Amount) -> bool:
    """Whether one number is the other told more roundly: "53 percent", "53.1 percent"."""
    if one.unit == "percent" and one.low and other.low and (one.low % 1 == 0 or other.low % 1 == 0):
        return abs(one.low - other.low) <= _ROUNDED
    return one.agrees(other)


def _is_given(one: Number, numbers: Sequence[Number]) -> bool:
    """Whether an article gives a number, and not just "dozens" of what it counts."""
    same = (other.amount for other in numbers if other.amount.unit == one.amount.unit)
    return any(None not in amount[:2] and not amount.excludes(one.amount) for amount in same)


def _are_near(one: Amount, other: Amount, score: float) -> bool:
    small, large = sorted(amount.low or amount.high or 0 for amount in (one, other))
    if one.unit == CALENDAR_YEAR:
        return large - small <= _FARTHEST_YEARS
    is_alike = score >= _ALIKE and is_money(one)
    return large <= (_FARTHEST_ALIKE if is_alike else _FARTHEST) * small
