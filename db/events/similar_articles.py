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
from math import fsum, sqrt
from typing import NamedTuple

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

#: The same for articles that are loosely similar; later ones have so many words in common, and so many of those by
#: which they are found.
MIN_LOOSE, MIN_LATER_WORDS, MIN_LATER_FOUND = 0.15, 4, 3


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
#: Articles of days farther away, with several of these words.
_LATER = """
SELECT article FROM (
  SELECT t.article FROM json_each(:words) AS k CROSS JOIN topic_words AS t ON t.word = k.value
  AND t.day BETWEEN :earliest AND :before
  UNION ALL
  SELECT t.article FROM json_each(:words) AS k CROSS JOIN topic_words AS t ON t.word = k.value
  AND t.day BETWEEN :after AND :latest)
GROUP BY article HAVING COUNT(*) >= :least
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
    connection.executemany(_INSERT_WORD, ((word, day, article) for word in list(words)[:FOUND_BY]))
    both = (pair for other, closely in found.items() for pair in ((article, other, closely), (other, article, closely)))
    connection.executemany(_INSERT_PAIR, both)
    return found


def leave(connection: Connection, article: int) -> None:
    """Takes an article out."""
    for day, words in connection.execute(_LEAVE, (article,)).fetchall():
        gone = [(word, day, article) for word in list(json.loads(words))[:FOUND_BY]]
        connection.executemany("DELETE FROM topic_words WHERE word = ? AND day = ? AND article = ?", gone)
    others = connection.execute("DELETE FROM similar_articles WHERE article = ? RETURNING other", (article,)).fetchall()
    both = [(other, article) for (other,) in others]
    connection.executemany("DELETE FROM similar_articles WHERE article = ? AND other = ?", both)


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


def similarity(one: Mapping[str, int], other: Mapping[str, int], least: int = MIN_WORDS) -> float:
    """The cosine of the square roots of two articles' word counts, from 0 to 1; 0 for fewer than `least` words in
    common."""
    shared = [sqrt(count * other[word]) for word, count in one.items() if word in other]
    if len(shared) < least:
        return 0.0
    return fsum(shared) / sqrt(sum(one.values()) * sum(other.values()))  # exact in any order


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

    def likeness(self, other: _Told) -> Likeness | None:
        """How similar an article is, if it is."""
        later = self._is_later(other)
        likeness = similarity(self.words, other.words, MIN_LATER_WORDS if later else MIN_NAMED_WORDS)
        if likeness < (MIN_NAMED_SIMILARITY if later else MIN_LOOSE) or self._is_about_others(other):
            return None
        if not later and self._is_close(other):
            return Likeness.CLOSE
        if not (self.day and other.day):
            return None
        if later or likeness < MIN_NAMED_SIMILARITY or frozenset(self.names).isdisjoint(other.names):
            return Likeness.LOOSE
        return Likeness.SIMILAR

    def _is_later(self, other: _Told) -> bool:
        """Whether one comes back to what the other may have told of long before."""
        if not (self.day and other.day):
            return False
        return abs(date.fromisoformat(self.day) - date.fromisoformat(other.day)) > timedelta(days=MAX_DAYS)

    def _is_close(self, other: _Told) -> bool:
        """Whether they have many words in common."""
        return similarity(self.words, other.words) >= (MIN_SIMILARITY if self.day and other.day else MIN_UNDATED)

    def _is_about_others(self, other: _Told) -> bool:
        if name_others(self.people, other.people):
            return True
        if are_about_others(self.names, self.main, other.names, other.main):
            return True
        return name_other_things(self.names, other.names)


def _find_similar(connection: Connection, own: _Told) -> dict[int, Likeness]:
    given = {"words": json.dumps(list(own.words)[:FOUND_BY]), "least": MIN_LATER_FOUND, **_days_around(own.day)}
    near = [row[0] for row in connection.execute(_OF_THESE_DAYS if own.day else _CANDIDATES, given)]
    if own.day:
        near += [row[0] for row in connection.execute(_LATER, given)]
    topics = connection.execute(_TOPICS, (json.dumps(sorted(near)),))
    found: dict[int, Likeness] = {}
    for other, day, words, *named in topics:
        said = json.loads(words)
        if similarity(own.words, said, MIN_NAMED_WORDS) >= MIN_LOOSE:
            likeness = own.likeness(_Told(day, said, *map(json.loads, named)))
            if likeness is not None:
                found[other] = likeness
    return dict(sorted(found.items()))


def _days_around(day: str) -> dict[str, str]:
    """The first and last day on which articles may tell of what one of `day` tells of, and those on which they may come
    back to it; empty for an unknown day."""
    if not day:
        return {}
    known = date.fromisoformat(day)
    days = {
        "earliest": -MAX_LATER, "before": -MAX_DAYS - 1, "first": -MAX_DAYS,
        "last": MAX_DAYS, "after": MAX_DAYS + 1, "latest": MAX_LATER,
    }  # fmt: skip
    return {name: (known + timedelta(days=apart)).isoformat() for name, apart in days.items()}
