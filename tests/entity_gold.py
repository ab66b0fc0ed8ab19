"""Gold pairs of names (tests/entity_pairs.tsv), and how they are scored."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from db.keys import entity_key
from extract.extractor import Extractor, plain_article

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


def bearer(extract: Extractor, text: str, name: str, article: str) -> str | None:
    """The key of the entity that the last mention of a name stands for."""
    extraction = extract.extract(plain_article(text))
    found = [
        entity_key(bearer.name.normal, article if bearer.bound else None)
        for mention, bearer in zip(extraction.mentions, extraction.links.mentions, strict=True)
        if bearer and (mention.text == name or name.endswith(mention.text) or mention.text.endswith(name))
    ]
    return found[-1] if found else None


def joined(extract: Extractor, pair: Pair) -> bool:
    """Whether the two names are taken for one."""
    one, other = bearer(extract, pair.first, pair.one, "a1"), bearer(extract, pair.second, pair.other, "a2")
    return one is not None and one == other
