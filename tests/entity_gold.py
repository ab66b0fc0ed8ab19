"""Gold pairs of names (tests/entity_pairs.tsv), and how they are scored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from db.keys import entity_key
from extract.extractor import Extractor, plain_article
from extract.model import Extraction

PAIRS = Path(__file__).parent / "entity_pairs.tsv"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two short articles and a name in each; `judgement` is same, different or unsure."""

    judgement: str
    first: str
    one: str
    second: str
    other: str


def pairs() -> list[Pair]:
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    return [Pair(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def bearer(extraction: Extraction, name: str, article: str) -> str | None:
    """The key of the entity that the last mention of a name stands for."""
    found = [
        entity_key(bearer.name.normal, article if bearer.bound else None)
        for mention, bearer in zip(extraction.mentions, extraction.links.mentions, strict=True)
        if bearer and (mention.text == name or name.endswith(mention.text) or mention.text.endswith(name))
    ]
    return found[-1] if found else None


def joined(extractor: Extractor, told: Iterable[Pair]) -> Iterator[Pair]:
    """Those whose two names are taken for one. (Parsed together, which takes less time.)"""
    listed = list(told)
    found = extractor.extract_all(plain_article(text) for pair in listed for text in (pair.first, pair.second))
    for pair in listed:
        one, other = bearer(next(found), pair.one, "a1"), bearer(next(found), pair.other, "a2")
        if one is not None and one == other:
            yield pair
