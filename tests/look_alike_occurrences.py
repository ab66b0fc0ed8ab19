"""Occurrences that look alike: how many pairs of claims about one are joined, and how many of those joined are right.

    python -m tests.look_alike_occurrences [seen|held|bare|one_day|same_words] [--show]

Measured as for ECB+: a marked word counts if the relation of a claim overlaps it, and two of them, in different
articles, are joined if claims of theirs are in one event, or in one statement.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from db.sqlite import Connection
from db.store import RunInfo, Store
from extract.extractor import Extractor, plain_article

FOLDER = Path(__file__).parent / "look_alikes"
_MARK = re.compile(r"\[(\w+) ([^\]]+)\]")
_CLAIMS = """
SELECT a.source, COALESCE(c.{}, ''), s.value ->> 0, s.value ->> 1
FROM claims AS c JOIN articles AS a ON a.id = c.article, json_each(c.relation_spans) AS s
"""


class Marked(NamedTuple):
    """A word of an article that tells of an occurrence."""

    article: str
    start: int
    end: int
    occurrence: str


Pair = tuple[Marked, Marked]


class Score(NamedTuple):
    """Pairs of marked words of different articles that claims cover."""

    right: int
    joined: int
    all: int

    @property
    def precision(self) -> float:
        """The share of joined pairs that are about one occurrence."""
        return self.right / self.joined if self.joined else 1.0

    @property
    def recall(self) -> float:
        """The share of pairs about one occurrence that are joined."""
        return self.right / self.all if self.all else 1.0


def read(name: str) -> tuple[dict[str, tuple[str, str]], list[Marked]]:
    """Day and text of each article, and the marked words."""
    articles: dict[str, tuple[str, str]] = {}
    marked: list[Marked] = []
    for collection in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n== ")[1:]:
        title, _, rest = collection.partition("\n")
        for article in rest.removeprefix("-- ").split("\n-- "):
            head, _, body = article.strip().partition("\n")
            source = f"{title}: {head}"
            text, found = _plain(body)
            articles[source] = (head.partition(" | ")[0], text)
            marked += [Marked(source, start, end, f"{title} {chain}") for start, end, chain in found]
    return articles, marked


def _plain(body: str) -> tuple[str, list[tuple[int, int, str]]]:
    text, found, last = "", list[tuple[int, int, str]](), 0
    for mark in _MARK.finditer(body):
        text += body[last : mark.start()]
        found.append((len(text), len(text) + len(mark[2]), mark[1]))
        text, last = text + mark[2], mark.end()
    return text + body[last:], found


def store(articles: dict[str, tuple[str, str]], path: Path) -> Store:
    """A database of these articles."""
    made = [replace(plain_article(text, day), source=source) for source, (day, text) in articles.items()]
    stored = Store.open(path)
    stored.begin_run(RunInfo("1.0", "model", "3.8.0"))
    for extraction in Extractor().extract_all(made):
        stored.add(extraction)
    stored.finish_run()
    return stored


def pairs(connection: Connection, marked: list[Marked], level: str) -> tuple[set[Pair], set[Pair]]:
    """The pairs that are joined on a level, "event" or "statement", and those that are about one occurrence."""
    claims: defaultdict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for source, event, start, end in connection.execute(_CLAIMS.format(level)):
        claims[source].append((event, start, end))
    events = {
        one: {e for e, start, end in claims[one.article] if start < one.end and end > one.start} for one in marked
    }
    covered = [one for one in marked if events[one]]
    across = [two for two in combinations(covered, 2) if two[0].article != two[1].article]
    return (
        {two for two in across if (events[two[0]] & events[two[1]]) - {""}},
        {two for two in across if two[0].occurrence == two[1].occurrence},
    )


LEVELS = ("event", "statement")


def score(name: str, show: bool = False) -> dict[str, Score]:
    """Joins the articles of a file and counts pairs on each level."""
    articles, marked = read(name)
    scores: dict[str, Score] = {}
    with TemporaryDirectory() as folder, store(articles, Path(folder) / "claims.db") as stored:
        for level in LEVELS:
            joined, true = pairs(stored.connection, marked, level)
            scores[level] = Score(len(joined & true), len(joined), len(true))
            if show:
                for line in _lines(articles, joined, true):
                    print(level, line)
    return scores


def _lines(articles: dict[str, tuple[str, str]], joined: set[Pair], true: set[Pair]) -> Iterator[str]:
    for label, found in (("wrong", joined - true), ("missing", true - joined)):
        for two in sorted(found):
            yield f"{label}  {two[0].occurrence} / {two[1].occurrence}"
            for one in two:
                text = articles[one.article][1]
                around = (
                    text[max(0, one.start - 60) : one.start],
                    text[one.start : one.end],
                    text[one.end : one.end + 60],
                )
                yield f"    {one.article[-28:]:28}  {'{}[{}]{}'.format(*around)}".replace("\n", " ")


if __name__ == "__main__":
    for given in [arg for arg in sys.argv[1:] if not arg.startswith("-")] or [
        "seen",
        "held",
        "bare",
        "one_day",
        "same_words",
    ]:
        for level, found in score(given, "--show" in sys.argv).items():
            print(f"{given}, {level}: precision {found.precision:.3f}, recall {found.recall:.3f} {tuple(found)}")
