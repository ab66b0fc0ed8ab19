"""Main text, titles and dates of real saved pages, beside other programs, in two halves, one of them untouched.

    python benchmarks/real_pages.py FOLDER [--only ours] [--predictions FILE]

FOLDER has `html/ID.html.gz` and `gold.jsonl` with a line for each page: id, text, and where known title and published.
Pages whose file name has an even SHA-256 are the development half, the others the untouched half. Main text is scored
by words without order: precision, recall and F1 of each page, averaged; `lost` counts pages that keep less than a tenth
of the gold's words, `half` less than a half. Titles count if they are the same but for case and space, dates by day.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from statistics import mean
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from extract.errors import ReadError  # noqa: E402
from extract.model import BlockKind  # noqa: E402
from extract.readers import ReadHints, read  # noqa: E402
from extract.text.blocks import blocks, copies  # noqa: E402

_BODY = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.QUOTE, BlockKind.TABLE})
_HALVES = ("development", "untouched")
_LOST, _HALF = 0.1, 0.5


def half_of(name: str) -> str:
    """The half of the page that the file `name` holds."""
    return _HALVES[int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2]


def ours(raw: bytes) -> dict[str, Any]:
    try:
        article = read("page.html", raw, ReadHints())
    except ReadError:
        return {}
    found = blocks(article)
    repeated = copies(article.text, found)
    body = (b for i, b in enumerate(found) if b.kind in _BODY and i not in repeated)
    text = "\n".join(article.text[b.start : b.end] for b in body)
    return {"text": text, "title": article.title, "byline": article.byline, "published": article.published}


def trafilatura(raw: bytes) -> dict[str, Any]:
    from trafilatura import bare_extraction

    found = bare_extraction(raw, with_metadata=True, include_comments=False, include_tables=True)
    return {"text": found.text, "title": found.title, "published": found.date} if found else {}


def readability(raw: bytes) -> dict[str, Any]:
    from lxml.html import fromstring
    from readability import Document

    page = Document(raw.decode("utf-8", "replace"))
    return {"text": fromstring(page.summary()).text_content(), "title": page.short_title()}


def newspaper(raw: bytes) -> dict[str, Any]:
    from newspaper import Article

    page = Article("https://example.org/", language="en", fetch_images=False)
    try:
        page.download(input_html=raw.decode("utf-8", "replace"))
        page.parse()
    except ValueError:  # it stops at control characters
        return {}
    return {"text": page.text, "title": page.title, "published": page.publish_date}


#: What is installed of these is run.
PROGRAMS: dict[str, Callable[[bytes], dict[str, Any]]] = {
    "ours": ours,
    "trafilatura": trafilatura,
    "readability": readability,
    "newspaper": newspaper,
}


def score(gold: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    wanted, got = _words(gold["text"]), _words(found.get("text"))
    common = (wanted & got).total()
    precision = common / got.total() if got else 0.0
    recall = common / wanted.total() if wanted else 1.0
    total = precision + recall
    day = str(gold.get("published") or "")[:10]
    title = _plain(gold.get("title"))
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / total if total else 0.0,
        "title": _plain(found.get("title")) == title if title else None,
        "given": bool(found.get("published")) if day else None,
        "day": str(found.get("published") or "")[:10] == day if day else None,
    }


def _words(text: str | None) -> Counter[str]:
    return Counter(re.findall(r"\w+", (text or "").lower()))


def _plain(text: str | None) -> str:
    return " ".join((text or "").lower().split())


def rows(folder: Path, programs: Iterable[str], predictions: Path | None) -> Iterator[str]:
    with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines]
    columns = "pages|precision|recall|F1|lost|half|title|date precision|date recall|ms"
    yield f"| program, half | {columns.replace('|', ' | ')} |"
    yield "|" + " --- |" * 11
    for program in programs:
        scores, found = [], []
        for page in gold:
            name = f"{page['id']}.html.gz"
            raw = gzip.decompress((folder / "html" / name).read_bytes())
            started = time.process_time()
            got = PROGRAMS[program](raw)
            scores.append({**score(page, got), "half of": half_of(name), "ms": 1000 * (time.process_time() - started)})
            found.append({"id": page["id"], **got})
        if predictions and program == "ours":
            predictions.write_text("".join(json.dumps(row) + "\n" for row in found), encoding="utf-8")
        for half in (*_HALVES, "both"):
            some = [s for s in scores if half in ("both", s["half of"])]
            yield f"| {program}, {half} | " + " | ".join(_cells(some)) + " |"


def _cells(scores: list[dict[str, Any]]) -> Iterator[str]:
    yield str(len(scores))
    yield from (f"{mean(s[name] for s in scores):.3f}" for name in ("precision", "recall", "f1"))
    yield from (str(sum(s["recall"] < least for s in scores)) for least in (_LOST, _HALF))
    dated = [s for s in scores if s["day"] is not None]
    yield f"{mean(s['title'] for s in scores if s['title'] is not None):.3f}"
    yield f"{sum(s['day'] for s in dated) / max(sum(s['given'] for s in dated), 1):.3f}"
    yield f"{mean(s['day'] for s in dated):.3f}"
    yield f"{mean(s['ms'] for s in scores):.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", choices=PROGRAMS, help="run one program")
    parser.add_argument("--predictions", type=Path, help="write what ours reads as JSON lines")
    options = parser.parse_args()
    installed = [name for name in PROGRAMS if name == "ours" or find_spec(name)]
    for row in rows(options.folder, [options.only] if options.only else installed, options.predictions):
        print(row, flush=True)


if __name__ == "__main__":
    main()
