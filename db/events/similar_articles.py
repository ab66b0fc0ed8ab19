"""Which articles are about the same: by the words of what they claim and the names they have, published within days of
each other; and which are loosely so, as those on the trial months after the deed.

A test of two articles alone, the same from both sides, so that the order of ingest does not matter.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from enum import IntEnum
from functools import lru_cache
from itertools import combinations
from math import fsum, sqrt
from typing import Any, NamedTuple

from db.events.participants import Words
from db.rows import insert
from db.sqlite import Connection
from extract.english.vocabulary import agencies, is_in_many_names

#: An article's most frequent words that are compared, and those of them by which others are found.
MAX_WORDS, FOUND_BY = 30, 12
#: Articles on one event appear within so many days, those that come back to it within so many.
MAX_DAYS, MAX_LATER = 10, 90
#: Fewer words in common say too little, however alike the articles are; of short articles on one day or the next few,
#: so many are enough with the word of a name.
MIN_WORDS, MIN_NAMED_WORDS = 5, 2
#: Whoever is named so often is one of those whom an article is about.
MIN_NAMED = 2
#: So many words of names tell what an article is about; words that are in many names tell nothing.
MIN_NAMES = 2
#: Of so many, this share is in every article on the same.
MANY_NAMES, MIN_COMMON = 4, 0.2
#: Of what an article names again and again, this share is at most in one about something else.
MAX_SHARED = 0.25

#: The cosine of the square roots of their words' counts, of articles on one event; of those that share the word of a
#: name; of those without a date.
MIN_SIMILARITY, MIN_NAMED_SIMILARITY, MIN_UNDATED = 0.25, 0.2, 0.45

#: The same for articles that are loosely similar. Later ones have so many words in common, and two of so many of their
#: most frequent ones, by which they are found.
MIN_LOOSE, MIN_LATER_WORDS, FOUND_LATER_BY = 0.15, 4, 5


class Likeness(IntEnum):
    """How similar two articles are."""

    LOOSE = -1  # a claim must say much of the same to be about one event
    SIMILAR = 0
    CLOSE = 1  # with many words in common: claims may say the same in other words


#: Words with their counts, most frequent first.
Topic = Mapping[str, int]

#: The day of publication; '' where only a month, a year or nothing is known.
_DAY = """
SELECT CASE WHEN length(published) >= 10 THEN COALESCE(date(substr(published, 1, 10)), '') ELSE '' END
FROM articles WHERE id = ?
"""
#: Articles with one of these words; of the days around, or without a date. (One condition for both would go through all
#: days of a word.)
_CANDIDATES = """
SELECT DISTINCT t.article FROM json_each(:words) AS k CROSS JOIN topic_words AS t ON t.word = k.value
"""
_OF_THESE_DAYS = f"{_CANDIDATES} AND t.day BETWEEN :first AND :last UNION {_CANDIDATES} AND t.day = ''"
#: Articles of days farther away, with two of these words.
_LATER = """
SELECT DISTINCT t.article FROM json_each(:twos) AS k CROSS JOIN topic_words AS t ON t.word = k.value
AND t.day BETWEEN :earliest AND :latest AND t.day NOT BETWEEN :first AND :last
"""
_TOPICS = (
    "SELECT article, day, words, people, names, main FROM article_topics "
    "WHERE article IN (SELECT value FROM json_each(?))"
)
#: (The plus keeps SQLite from reading the names of all articles, by the index on kinds.)
_PEOPLE = "SELECT COALESCE(resolved, text) FROM mentions WHERE article = ? AND +kind = 'name' AND +entity = 'PERSON'"
#: Names without those of countries, which are named in articles about anything.
_NAMES = """
SELECT DISTINCT e.normal FROM mentions AS m JOIN entities AS e ON e.id = m.who
WHERE m.article = ? AND +m.kind = 'name' AND e.country IS NULL
"""
_TEXT = "SELECT text FROM articles WHERE id = ?"
_CAPITALISED = re.compile(r"[^\W\d_]{3,}")
_LEAVE = "DELETE FROM article_topics WHERE article = ? RETURNING day, words"
_INSERT_TOPIC = insert("article_topics", "article day words people names main")
_INSERT_WORD = insert("topic_words", "word day article")
_INSERT_PAIR = insert("similar_articles", "article other closely")


def enter(connection: Connection, article: int, words: Topic) -> dict[int, Likeness]:
    """Puts an article among others by its topic; returns the row ids of those that are similar to it, and how much."""
    people, (names, main) = _people(connection, article), _names(connection, article)
    (day,) = connection.execute(_DAY, (article,)).fetchone()
    found = _find_similar(connection, _Told(day, words, people, names, main))
    stored = (json.dumps(told) for told in (words, people, sorted(names), sorted(main)))
    connection.execute(_INSERT_TOPIC, (article, day, *stored))
    connection.executemany(_INSERT_WORD, ((word, day, article) for word in (*_firsts(words), *_twos(words))))
    both = (pair for other, closely in found.items() for pair in ((article, other, closely), (other, article, closely)))
    connection.executemany(_INSERT_PAIR, both)
    return found


def similar_to(connection: Connection, article: int) -> dict[int, Likeness]:
    """The articles (row ids) that were found to be similar to one, and how much."""
    query = "SELECT other, closely FROM similar_articles WHERE article = ? ORDER BY other"
    return {other: Likeness(closely) for other, closely in connection.execute(query, (article,))}


def leave(connection: Connection, article: int) -> None:
    """Takes an article out."""
    for day, words in connection.execute(_LEAVE, (article,)).fetchall():
        gone = [(word, day, article) for word in (*_firsts(json.loads(words)), *_twos(json.loads(words)))]
        connection.executemany("DELETE FROM topic_words WHERE word = ? AND day = ? AND article = ?", gone)
    others = connection.execute("DELETE FROM similar_articles WHERE article = ? RETURNING other", (article,)).fetchall()
    both = [(other, article) for (other,) in others]
    connection.executemany("DELETE FROM similar_articles WHERE article = ? AND other = ?", both)


def _firsts(words: Topic) -> list[str]:
    return list(words)[:FOUND_BY]


def _twos(words: Topic) -> list[str]:
    """Each two of the most frequent words, as one."""
    return [" ".join(sorted(two)) for two in combinations(list(words)[:FOUND_LATER_BY], 2)]


def pairs(connection: Connection, articles: Iterable[int], least: Likeness) -> dict[tuple[int, int], Likeness]:
    """The pairs of articles among these (row ids) that are at `least` so similar, each both ways, and how much."""
    query = (
        "SELECT article, other, closely FROM similar_articles "
        "WHERE article IN (SELECT value FROM json_each(:articles)) "
        "AND other IN (SELECT value FROM json_each(:articles)) AND closely >= :least"
    )
    given = {"articles": json.dumps(sorted(articles)), "least": int(least)}
    return {(article, other): Likeness(closely) for article, other, closely in connection.execute(query, given)}


def topic(participants: Iterable[Words]) -> Topic:
    """The words that most claims of an article have among who and what takes part, with their counts, most frequent
    first."""
    counts = Counter(word for words in participants for word in words if len(word) > 2)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MAX_WORDS])


def similarity(one: Mapping[str, int], other: Mapping[str, int]) -> tuple[int, float]:
    """How many words two articles have in common, and the cosine of the square roots of their word counts."""
    shared = [sqrt(count * other[word]) for word, count in one.items() if word in other]
    if len(shared) < MIN_NAMED_WORDS:
        return len(shared), 0.0
    return len(shared), fsum(shared) / sqrt(sum(one.values()) * sum(other.values()))  # exact in any order


def _people(connection: Connection, article: int) -> dict[str, int]:
    """The last names of the people that an article names, with how often it does."""
    names = [name.lower().split() for (name,) in connection.execute(_PEOPLE, (article,))]
    return dict(sorted(Counter(words[-1] for words in names if words).items()))


def name_others(one: Mapping[str, int], other: Mapping[str, int]) -> bool:
    """Whether two articles are about other people: neither names whom the other is about."""
    mine, theirs = ({name for name, times in people.items() if times >= MIN_NAMED} for people in (one, other))
    return bool(mine and theirs) and mine.isdisjoint(other) and theirs.isdisjoint(one)


def _names(connection: Connection, article: int) -> tuple[frozenset[str], frozenset[str]]:
    """The words of the names that an article has, and those of them that its text has again and again."""
    named = {normal for (normal,) in connection.execute(_NAMES, (article,))} - agencies()
    words = frozenset(
        word for normal in named for word in normal.split() if len(word) > 2 and not is_in_many_names(word)
    )
    (text,) = connection.execute(_TEXT, (article,)).fetchone()
    times = Counter(word.lower() for word in _CAPITALISED.findall(text) if word[0].isupper())
    return words, frozenset(word for word in words if times[word] >= MIN_NAMED)


def name_other_things(one: Collection[str], other: Collection[str]) -> bool:
    """Whether two articles are about alike occurrences elsewhere: of the names of the one that has fewer, too few words
    are in the other."""
    least, common = min(len(one), len(other)), len(frozenset(one).intersection(other))
    return least >= MIN_NAMES and (not common or (least >= MANY_NAMES and common < MIN_COMMON * least))


def are_about_others(
    one: Collection[str], main: Collection[str], other: Collection[str], other_main: Collection[str]
) -> bool:
    """Whether what either article names again and again is hardly named by the other: the mill in Ludham that burnt,
    and the school in Carrick. Given are the words of all names of an article, and of those that it has again and
    again."""
    return all(
        names and len(frozenset(names).intersection(others)) <= MAX_SHARED * len(names)
        for names, others in ((main, other), (other_main, one))
    )


class _Told(NamedTuple):
    """What tells articles apart."""

    day: str
    words: Mapping[str, int]
    people: Mapping[str, int]
    names: Collection[str]
    main: Collection[str]

    def may_be_similar(self, day: str, words: Mapping[str, int]) -> Likeness | None:
        """How similar an article of this day with these words is, if its names do not tell it apart."""
        shared, cosine = similarity(self.words, words)
        is_dated = bool(self.day and day)
        if is_dated and days_between(self.day, day) > MAX_DAYS:  # it comes back to what was told long before
            is_later = shared >= MIN_LATER_WORDS and cosine >= MIN_NAMED_SIMILARITY
            return Likeness.LOOSE if is_later else None
        if shared >= MIN_WORDS and cosine >= (MIN_SIMILARITY if is_dated else MIN_UNDATED):
            return Likeness.CLOSE
        if not is_dated or shared < MIN_NAMED_WORDS or cosine < MIN_LOOSE:
            return None
        return Likeness.SIMILAR if cosine >= MIN_NAMED_SIMILARITY else Likeness.LOOSE

    def likeness(self, other: _Told, words: Likeness) -> Likeness | None:
        """How similar an article is whose words are so similar."""
        if self._is_about_others(other):
            return None
        if words is Likeness.SIMILAR and frozenset(self.names).isdisjoint(other.names):
            return Likeness.LOOSE
        return words

    def _names_whom(self, other: _Told) -> bool:
        """Whether it names whom another is about, taken for a firm or a place, or the other way round ("Balt Air")."""
        about = [name for name, times in other.people.items() if times >= MIN_NAMED]
        return not frozenset(self.names).isdisjoint(about) or not self.words.keys().isdisjoint(about)

    def _is_about_others(self, other: _Told) -> bool:
        if name_others(self.people, other.people) and not self._names_whom(other) and not other._names_whom(self):
            return True
        if are_about_others(self.names, self.main, other.names, other.main):
            return True
        return name_other_things(self.names, other.names)


def _find_similar(connection: Connection, own: _Told) -> dict[int, Likeness]:
    given = {"words": json.dumps(_firsts(own.words)), **_days_around(own.day)}
    near = [row[0] for row in connection.execute(_OF_THESE_DAYS if own.day else _CANDIDATES, given)]
    if own.day:
        near += [row[0] for row in connection.execute(_LATER, {"twos": json.dumps(_twos(own.words)), **given})]
    topics = connection.execute(_TOPICS, (json.dumps(sorted(near)),))
    alike: dict[tuple[str, ...], list[int]] = {}
    for other, *told in topics:
        alike.setdefault(tuple(told), []).append(other)
    found: dict[int, Likeness] = {}
    for (day, words, *named), others in alike.items():  # copies are compared once
        said = _read(words)
        may_be = own.may_be_similar(day, said)
        likeness = own.likeness(_Told(day, said, *map(_read, named)), may_be) if may_be is not None else None
        if likeness is not None:
            found |= dict.fromkeys(others, likeness)
    return dict(sorted(found.items()))


@lru_cache(maxsize=10_000)
def _read(stored: str) -> Any:
    """Words as they are stored; an article is compared again and again. Nobody changes what this returns."""
    return json.loads(stored)


@lru_cache(maxsize=10_000)
def days_between(one: str, other: str) -> int:
    """The days from one publication to the other; none where a day is not known."""
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
    except ValueError:
        return 0


def _days_around(day: str) -> dict[str, str]:
    """The first and last day on which articles may tell of what one of `day` tells of, and those on which they may come
    back to it; empty for an unknown day."""
    if not day:
        return {}
    known = date.fromisoformat(day)
    days = {"earliest": -MAX_LATER, "first": -MAX_DAYS, "last": MAX_DAYS, "latest": MAX_LATER}
    return {name: (known + timedelta(days=apart)).isoformat() for name, apart in days.items()}
