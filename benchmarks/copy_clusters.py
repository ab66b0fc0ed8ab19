"""How well copies are told from independent reports, and what that costs as the database grows.

    python -m benchmarks.copy_clusters [--sizes 1000 10000 100000] [--seed 11]

The articles are invented (see benchmarks/syndication): two fifths or more are copies of others with another headline,
cut, edited, reordered, under other trailers; the rest are reports in words of their own, many of the same events, with
the same quotations, with a paragraph or yesterday's background taken over, or filled in by a machine. Precision and
recall are over pairs of articles that share a copy cluster, and over articles (B-cubed, Bagga & Baldwin 1998). Time is
what copy clusters add to storing an article with its text and blocks alone, one transaction each.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from math import comb
from pathlib import Path

from benchmarks.syndication.corpus import Syndicated, corpus
from db import rows
from db.connection import writer
from db.copies.clusters import enter
from db.copies.sketch import sketch
from db.keys import article_key
from db.sqlite import Connection
from extract.model import Block, BlockKind


@dataclass(frozen=True, slots=True)
class Scores:
    """Precision and recall, over pairs and over articles."""

    pairs: tuple[float, float]
    articles: tuple[float, float]


def scores(told: Sequence[int], found: Sequence[str]) -> Scores:
    """How the copy clusters found agree with those told, both given by article."""
    gold, ours, both = Counter(told), Counter(found), Counter(zip(told, found, strict=True))
    agreed = _pairs(both)
    precise = sum(n * n / ours[copy_cluster] for (_, copy_cluster), n in both.items())
    recalled = sum(n * n / gold[copy_cluster] for (copy_cluster, _), n in both.items())
    return Scores(
        (agreed / (_pairs(ours) or 1), agreed / (_pairs(gold) or 1)), (precise / len(told), recalled / len(told))
    )


def _pairs(groups: Counter[int] | Counter[str] | Counter[tuple[int, str]]) -> int:
    return sum(comb(size, 2) for size in groups.values())


def page(told: Syndicated) -> tuple[str, list[Block]]:
    """An article's text and blocks."""
    lines = [told.report.title, *told.report.paragraphs]
    blocks, at = [], 0
    for number, line in enumerate(lines):
        blocks.append(Block(BlockKind.PARAGRAPH if number else BlockKind.TITLE, at, at + len(line)))
        at += len(line) + 1
    return "\n".join(lines), blocks


def store(connection: Connection, articles: Sequence[Syndicated], *, copy_clusters: bool = True) -> Iterator[None]:
    """Stores the articles, one transaction each, without claims; with their copy clusters or without."""
    connection.execute(rows.INSERT_RUN, ("r", "0", "made up", "0", "{}", "now"))
    for number, told in enumerate(articles):
        text, blocks = page(told)
        hashed = sha256(text.encode()).hexdigest()
        source = f"{number}.txt"
        key = article_key(source, hashed)
        row = (key, told.report.title, None, None, None, "en", source, None, 1, None, text, told.report.words)
        connection.execute("BEGIN IMMEDIATE")
        made = connection.execute(
            rows.INSERT_ARTICLE, (*row, "text/plain", "text", "[]", hashed, hashed, 1, "now")
        ).lastrowid
        assert made is not None
        connection.executemany(rows.INSERT_BLOCK, [(made, *row) for row in rows.block_rows(blocks)])
        if copy_clusters:
            enter(connection, made, key, sketch(text, blocks))
        connection.execute("COMMIT")
        yield


def found(connection: Connection) -> list[str]:
    """The copy clusters of all articles, in the order in which they were stored."""
    return [copy_cluster for (copy_cluster,) in connection.execute("SELECT copy_cluster FROM articles ORDER BY id")]


def taken(folder: Path, articles: Sequence[Syndicated], *, copy_clusters: bool) -> tuple[float, float, Path]:
    """Seconds of CPU and of the clock for storing all articles; the same for the last tenth alone, a tenth each."""
    path = folder / f"{len(articles)}-{copy_clusters}.db"
    last = len(articles) - len(articles) // 10
    with closing(writer(path)) as connection:
        began = late = time.process_time()
        for number, _ in enumerate(store(connection, articles, copy_clusters=copy_clusters), 1):
            if number == last:
                late = time.process_time()
        ended = time.process_time()
    return (ended - began) / len(articles), (ended - late) / (len(articles) - last), path


def measure(folder: Path, size: int, seed: int) -> None:
    articles = corpus(size, seed)
    plain, plain_late, _ = taken(folder, articles, copy_clusters=False)
    with_them, late, path = taken(folder, articles, copy_clusters=True)
    with closing(writer(path)) as connection:
        reached = scores([told.copy_cluster for told in articles], found(connection))
        links = connection.execute("SELECT COUNT(*) FROM copy_links").fetchone()[0]
    each, each_late = with_them - plain, late - plain_late
    pairs, by_article = reached.pairs, reached.articles
    print(
        f"{size:>9,}  {pairs[0]:.4f} {pairs[1]:.4f}   {by_article[0]:.4f} {by_article[1]:.4f}  {1000 * each:>8.2f}"
        f" {1000 * each_late:>9.2f} {1 / each:>12,.0f} {links:>10,}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    print("           pairs           by article      ms an article")
    print(" articles  prec.  recall   prec.  recall  added  last tenth   articles/s      links")
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            measure(Path(folder), size, options.seed)


if __name__ == "__main__":
    main()
