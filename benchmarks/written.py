"""Writes made-up articles as files, for `extract ingest` and `extract shard`: the same each time.

    python -m benchmarks.written FOLDER [--articles 30000] [--sentences 10]

Each article is a text file of the sentences of `benchmarks.statements` (five words each) and a sidecar file with its
outlet and date. A folder holds 1,000 articles at most.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

from benchmarks.statements import extraction

_IN_A_FOLDER = 1_000


def write(folder: Path, articles: int, sentences: int) -> None:
    chance = random.Random(7)
    for number in range(articles):
        article = extraction(number, chance, sentences).article
        place = folder / f"{number // _IN_A_FOLDER:04}"
        place.mkdir(parents=True, exist_ok=True)
        text = article.text.replace("\n", " ")
        (place / f"{number:07}.txt").write_text(text + "\n", encoding="utf-8")
        told = {"publisher": article.outlet, "published": article.published}
        (place / f"{number:07}.meta.json").write_text(json.dumps(told), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=30_000)
    parser.add_argument("--sentences", type=int, default=10)
    options = parser.parse_args()
    write(options.folder, options.articles, options.sentences)


if __name__ == "__main__":
    main()
