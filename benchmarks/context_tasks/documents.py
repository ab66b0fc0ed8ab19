"""A folder of articles (`docs/*.txt`, `meta.tsv`) as the product reads them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from extract.extractor import Extractor, plain_article
from extract.model import SILENT_KINDS, Article, Block, BlockKind, Claim, Extraction, Span
from extract.repairs.mend import mend
from extract.syntax.parsing import parse
from extract.syntax.tree import Tree
from extract.text.blocks import blocks
from extract.text.quotes import quoted_spans

#: A line of a scorer's input.
Row = dict[str, object]


@dataclass
class Document:
    """An article under its name in `docs/`, and what the product makes of it. Each part is made when asked for."""

    name: str
    article: Article
    extractor: Extractor
    folder: Path

    @property
    def text(self) -> str:
        return self.article.text

    @cached_property
    def trees(self) -> list[Tree]:
        """The sentences of its prose, repaired: as the rules see them."""
        datelines = [block for block in self.blocks if block.kind is BlockKind.DATELINE]
        return [tree for tree in self.dated_trees if not any(b.start <= tree.start < b.end for b in datelines)]

    @cached_property
    def dated_trees(self) -> list[Tree]:
        """The prose and, beside it, the dateline: it makes no claims, but it is a date of the text."""
        read = [b for b in self.blocks if b.kind not in SILENT_KINDS or b.kind is BlockKind.DATELINE]
        trees = parse(self.extractor.nlp, self.text, read, self.quotes)
        for tree in trees:
            mend(tree)
        return trees

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        return blocks(self.article)

    @cached_property
    def quotes(self) -> tuple[Span, ...]:
        return quoted_spans(self.text, [(block.start, block.end) for block in self.blocks])

    @cached_property
    def extraction(self) -> Extraction:
        return self.extractor.extract(self.article)

    @property
    def claims(self) -> tuple[Claim, ...]:
        return self.extraction.claims


@cache
def documents(folder: Path) -> tuple[Document, ...]:
    """The articles of a folder in order of their names, with the dates of `meta.tsv`. One model for all tasks."""
    return tuple(_documents(folder))


def _documents(folder: Path) -> Iterator[Document]:
    extractor = Extractor()
    published = dates(folder / "meta.tsv")
    for path in sorted((folder / "docs").glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        yield Document(path.stem, plain_article(text, published.get(path.stem), clean_text=False), extractor, folder)


def dates(path: Path) -> dict[str, str]:
    """The column `date` of a `meta.tsv` by `doc`; empty where there is none."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["doc"]: row["date"] for row in rows if row.get("date")}
