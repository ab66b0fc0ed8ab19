"""Which articles are about the same: by the words of what they claim and the people they name, published within days of
each other.

A test of two articles alone, the same from both sides, so that the order of ingest does not matter.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from math import fsum, sqrt

from db.events.occurrences import Words
from db.rows import insert
from db.sqlite import Connection

#: An article's most frequent words that are compared, and those of them by which others are found.
MAX_WORDS, FOUND_BY = 30, 12
#: Articles on one event appear within so many days.
MAX_DAYS = 10
#: Fewer words in common say too little, however alike the articles are.
MIN_WORDS = 5
#: Whoever is named so often is one of those whom an article is about.
MIN_NAMED = 2
#: The cosine of the square roots of their words' counts, of articles on one event; of those without a date.
MIN_SIMILARITY, MIN_UNDATED = 0.25, 0.45

#: Words with their counts, most frequent first.
Topic = Mapping[str, int]

#: The day of publication; '' where only a month, a year or nothing is known.
_DAY = """
SELECT CASE WHEN length(published) >= 10 THEN COALESCE(date(substr(published, 1, 10)), '') ELSE '' END
FROM articles WHERE id = ?
"""
_CANDIDATES = """
SELECT DISTINCT article FROM topic_words
WHERE word IN (SELECT value FROM json_each(:words)) AND (day BETWEEN :first AND :last OR day = '' OR :first = '')
"""
_TOPICS = "SELECT article, day, words, people FROM article_topics WHERE article IN (SELECT value FROM json_each(?))"
#: (The plus keeps SQLite from reading the names of all articles, by the index on kinds.)
_PEOPLE = "SELECT COALESCE(resolved, text) FROM mentions WHERE article = ? AND +kind = 'name' AND +entity = 'PERSON'"
_LEAVE = "DELETE FROM article_topics WHERE article = ? RETURNING day, words"
_INSERT_TOPIC = insert("article_topics", "article day words people")
_INSERT_WORD = insert("topic_words", "word day article")
_INSERT_PAIR = insert("similar_articles", "article other")


def enter(connection: Connection, article: int, words: Topic) -> list[int]:
    """Puts an article among others by its topic; returns the row ids of those that are similar to it."""
    people = _people(connection, article)
    (day,) = connection.execute(_DAY, (article,)).fetchone()
    found = _find_similar(connection, day, words, people)
    connection.execute(_INSERT_TOPIC, (article, day, json.dumps(words), json.dumps(people)))
    connection.executemany(_INSERT_WORD, ((word, day, article) for word in list(words)[:FOUND_BY]))
    connection.executemany(_INSERT_PAIR, (pair for other in found for pair in ((article, other), (other, article))))
    return found


def leave(connection: Connection, article: int) -> None:
    """Takes an article out."""
    for day, words in connection.execute(_LEAVE, (article,)).fetchall():
        gone = [(word, day, article) for word in list(json.loads(words))[:FOUND_BY]]
        connection.executemany("DELETE FROM topic_words WHERE word = ? AND day = ? AND article = ?", gone)
    others = connection.execute("DELETE FROM similar_articles WHERE article = ? RETURNING other", (article,)).fetchall()
    both = [(other, article) for (other,) in others]
    connection.executemany("DELETE FROM similar_articles WHERE article = ? AND other = ?", both)


def pairs(connection: Connection, articles: Iterable[int]) -> frozenset[tuple[int, int]]:
    """The pairs of similar articles among these (row ids), each both ways."""
    query = (
        "SELECT article, other FROM similar_articles WHERE article IN (SELECT value FROM json_each(:articles)) "
        "AND other IN (SELECT value FROM json_each(:articles))"
    )
    return frozenset(connection.execute(query, {"articles": json.dumps(sorted(articles))}))


def topic(participants: Iterable[Words]) -> Topic:
    """The words that most claims of an article have among who and what takes part, with their counts, most frequent
    first."""
    counts = Counter(word for words in participants for word in words if len(word) > 2)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MAX_WORDS])


def similarity(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    """The cosine of the square roots of two articles' word counts, from 0 to 1; 0 for too few words in common."""
    shared = [sqrt(count * other[word]) for word, count in one.items() if word in other]
    if len(shared) < MIN_WORDS:
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


def _find_similar(connection: Connection, day: str, words: Mapping[str, int], people: Mapping[str, int]) -> list[int]:
    first, last = _days_around(day)
    given = {"words": json.dumps(list(words)[:FOUND_BY]), "first": first, "last": last}
    near = [row[0] for row in connection.execute(_CANDIDATES, given)]
    found = []
    for other, other_day, stored, named in connection.execute(_TOPICS, (json.dumps(sorted(near)),)):
        least = MIN_SIMILARITY if day and other_day else MIN_UNDATED
        if similarity(words, json.loads(stored)) >= least and not name_others(people, json.loads(named)):
            found.append(other)
    return sorted(found)


def _days_around(day: str) -> tuple[str, str]:
    """The first and last day on which articles may tell of what one of `day` tells of; empty for an unknown day."""
    if not day:
        return "", ""
    known = date.fromisoformat(day)
    around = timedelta(days=MAX_DAYS)
    return (known - around).isoformat(), (known + around).isoformat()
