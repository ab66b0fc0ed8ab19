"""Times the pages of the browser over a large database of made-up claims.

    python -m benchmarks.browsing [--claims 100000] [--db big.db]

Each page is asked for six times; printed are the first answer, and the median of the other five (a browser asks for
pages one at a time, so the first counts as well). A database that is already there is used as it is.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.madeup import make
from db.connection import snapshot
from db.serving import application

PAGES = {
    "start": "/",
    "article": "/-/article/{article}",
    "claims": "/{db}/claims",
    "claims, a later page": "/{db}/claims?_next=60000",
    "claims, one filter": "/{db}/claims?factuality=CT-",
    "claims, a common filter": "/{db}/claims?factuality=CT%2B",
    "claims, filter and sort": "/{db}/claims?polarity=negative&_sort=confidence",
    "claims, search": "/{db}/claims?_search=harbour",
    "claims, rare search": "/{db}/claims?_search=harbour+valna",
    "claim": "/{db}/claims/50000",
    "claims with sentences": "/{db}/claims_readable",
    "stated as fact (view)": "/{db}/asserted",
    "sentences": "/{db}/sentences",
    "sentences, search": "/{db}/sentences?_search=harbour",
    "articles": "/{db}/articles",
    "coverage": "/{db}/coverage?article_id=7",
    "query: stated as fact": "/{db}/stated_as_fact",
    "query: who says what": "/{db}/who_says_what?source=valna",
    "query: claims about": "/{db}/claims_about?about=valna+harbour",
    "query: sources": "/{db}/sources",
    "query: negated": "/{db}/negated",
    "query: coverage": "/{db}/coverage_by_article",
    "database": "/{db}",
    "facts": "/-/facts",
    "facts, the newest": "/-/facts?order=new&from=500",
    "facts, by state": "/-/facts?state=disputed",
    "facts, by words": "/-/facts?text=harbour",
    "facts, by publisher": "/-/facts?publisher=The+Valna+Post",
    "facts about a name": "/-/facts?entity={entity}",
    "fact": "/-/fact/{fact}",
    "fact, told most": "/-/fact/{most}",
    "contradictions": "/-/contradictions",
    "names": "/-/entities",
    "names, search": "/-/entities?text=berg",
    "names that may be one": "/-/entities/suggested.json",
    "name": "/-/entity/{entity}",
    "name, most named": "/-/entity/{named}",
    "names like it": "/-/entities/suggested.json?entity={entity}",
}


#: Keys that addresses name: of something ordinary, and of what is told or named most.
KEYS = {
    "fact": "SELECT key FROM facts ORDER BY key LIMIT 1",
    "most": "SELECT key FROM facts ORDER BY claims DESC, key LIMIT 1",
    "entity": "SELECT key FROM entities WHERE type = 'person' ORDER BY key LIMIT 1",
    "named": "SELECT key FROM entities ORDER BY mentions DESC, key LIMIT 1",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--db", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.db or Path(folder) / "big.db"
        if not path.exists():
            make(path, options.claims)
        asyncio.run(measure(path))


async def measure(path: Path) -> None:
    datasette = application(path, ["localhost"])
    await datasette.invoke_startup()
    with snapshot(path) as connection:
        named = {name: connection.execute(query).fetchone()[0] for name, query in KEYS.items()}
    print(f"{'page':<28}{'first ms':>9}{'median ms':>11}{'kB':>7}")
    for name, page in PAGES.items():
        address = page.format(db=path.stem, article=1000, **named)
        times, size = [], 0
        for _ in range(6):
            began = time.perf_counter()
            answer = await datasette.client.get(address)
            times.append(1000 * (time.perf_counter() - began))
            size = len(answer.content)
            if answer.status_code != 200:
                raise SystemExit(f"{address} answered {answer.status_code}")
        print(f"{name:<28}{times[0]:>9.0f}{statistics.median(times[1:]):>11.0f}{size / 1000:>7.0f}")


if __name__ == "__main__":
    main()
