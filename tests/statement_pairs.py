"""The gold pairs of statements: two short articles each, and what a careful reader makes of the two marked claims.

    same: voice
    2023-02-10 North Star | Castella Mills *bought* the printer Ovell in January.
    2023-02-11 The Ledger | The printer Ovell was *bought* by Castella Mills in January.

Labels: `same`, `different` (also for what is merely unrelated), `contradiction KIND`, `change KIND`. The marked
word is the predicate of the claim that is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from db.sqlite import Connection
from db.store import RunInfo, Store
from extract.extractor import Extractor
from extract.model import Article, Extraction

FOLDER = Path(__file__).parent / "statements_gold"
_ARTICLE = re.compile(r"(\d{4}-\d\d-\d\d) (.*?) \| (.*)")


@dataclass(frozen=True, slots=True)
class Report:
    """A short article, and the place of its marked word."""

    published: str
    outlet: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pair:
    label: str
    kind: str
    name: str
    articles: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the database makes of a pair."""

    label: str
    kind: str = ""


def digest(part: str) -> str:
    return sha256((FOLDER / f"{part}.gold").read_bytes()).hexdigest()


def pairs(part: str) -> list[Pair]:
    """The pairs of `held.gold` or `seen.gold`."""
    blocks = (FOLDER / f"{part}.gold").read_text("utf-8").strip().split("\n\n")
    return [_pair(block.splitlines()) for block in blocks if not block.startswith("#")]


def _pair(lines: list[str]) -> Pair:
    label, _, name = lines[0].partition(": ")
    told = tuple(_told(*found.groups()) for line in lines[1:] if (found := _ARTICLE.fullmatch(line)))
    assert len(told) == 2, lines
    return Pair(label.partition(" ")[0], label.partition(" ")[2], name, told)


def _told(published: str, outlet: str, marked: str) -> Report:
    start = marked.index("*")
    return Report(published, outlet, marked.replace("*", ""), start, marked.index("*", start + 1) - 1)


def article(told: Report, source: str) -> Article:
    own = sha256(told.text.encode()).hexdigest()
    return Article(
        source=source, text=told.text, text_hash=own, raw_hash=own, media_type="text/plain", reader="text 1",
        outlet=told.outlet, published=told.published,
    )  # fmt: skip


def extracted(extractor: Extractor, told: Iterable[Pair]) -> dict[Pair, tuple[Extraction, ...]]:
    """Each pair's articles as the real extractor reads them."""
    listed = list(told)
    articles = [article(a, f"{n}-{side}.txt") for n, pair in enumerate(listed) for side, a in enumerate(pair.articles)]
    found = iter(extractor.extract_all(articles))
    return {pair: tuple(next(found) for _ in pair.articles) for pair in listed}


def judged(path: Path, pair: Pair, extractions: Iterable[Extraction]) -> Verdict:
    """Puts a pair into a database of its own and reads what became of it."""
    with Store.open(path) as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        for extraction in extractions:
            store.add(extraction)
        return verdict(store.connection, pair)


_MARKED = """
SELECT claims.statement FROM claims JOIN articles ON articles.id = claims.article
WHERE articles.source LIKE ? AND predicate_start < ? AND predicate_end > ? AND claims.statement IS NOT NULL
"""


def verdict(connection: Connection, pair: Pair) -> Verdict:
    left, right = (
        {row[0] for row in connection.execute(_MARKED, (f"%-{side}.txt", told.end, told.start))}
        for side, told in enumerate(pair.articles)
    )
    for table, label in (("contradictions", "contradiction"), ("changes", "change")):
        for kind, one, other in connection.execute(
            f"SELECT kind, left_statement, right_statement FROM {table} ORDER BY key"
        ):
            if (one in left and other in right) or (one in right and other in left):
                return Verdict(label, kind)
    return Verdict("same" if left & right else "different")


@dataclass(frozen=True, slots=True)
class Score:
    """How well verdicts agree with gold."""

    precision: dict[str, float]
    recall: dict[str, float]
    kinds: float  # the share of right kinds among contradictions and changes found
    told_apart: float  # of gold contradictions and changes read as either, the share read as the right one
    wrong: tuple[str, ...]


def score(gold: dict[Pair, Verdict]) -> Score:
    precision, recall = {}, {}
    for label in ("same", "contradiction", "change"):
        right = sum(v.label == label == p.label for p, v in gold.items())
        precision[label] = right / max(1, sum(v.label == label for v in gold.values()))
        recall[label] = right / max(1, sum(p.label == label for p in gold))
    stands = ("contradiction", "change")
    either = [(p, v) for p, v in gold.items() if p.label in stands and v.label in stands]
    right_label = [(p, v) for p, v in either if p.label == v.label]
    wrong = tuple(f"{p.label} {p.kind}: {p.name} -> {v.label} {v.kind}" for p, v in gold.items() if p.label != v.label)
    return Score(
        precision, recall, sum(p.kind == v.kind for p, v in right_label) / max(1, len(right_label)),
        len(right_label) / max(1, len(either)), wrong,
    )  # fmt: skip
