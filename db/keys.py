"""Keys that come from content alone.

Row ids differ with the order of ingest; these do not, so exports show them (law 5) and reviews hold on to
them (law 3). Each is a letter and 16 hexadecimal digits of a SHA-256: the letter keeps spreadsheets from
reading `12e4567890123456` as a number. Among a million claims, the chance that any two share a key is
one in 37 million.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from json.encoder import encode_basestring_ascii

from extract.model import Claim, Spans

Triple = tuple[tuple[str, Spans], ...]


def article_key(source: str, text_hash: str, times_before: int = 0) -> str:
    """The key of a text under a source. `times_before` counts earlier revisions with this very text:
    an article may be changed and changed back."""
    return _key("a", source, text_hash, times_before)


def claim_keys(text_hash: str, claims: Iterable[Claim]) -> list[str]:
    """A key for each claim of a text: its triple with its spans.

    Claims of one text that agree in all of this (and differ in a qualifier, say) are told apart by
    their order.
    """
    return keys_of_triples(text_hash, map(_triple, claims))


def keys_of_triples(text_hash: str, triples: Iterable[Triple]) -> list[str]:
    """The same from each claim's subject, relation and object (if it has one), all words with their spans."""
    keys: list[str] = []
    met: dict[Triple, int] = {}
    for triple in triples:
        times = met.get(triple, 0)
        met[triple] = times + 1
        keys.append(_key("c", text_hash, triple, times))
    return keys


@lru_cache(maxsize=50_000)
def entity_key(normal: str, article: str | None = None) -> str:
    """The key of the entity of a name; with an article's key, of what bears the name there and nowhere else."""
    return _key_of_words("e", normal, article) if article else _key_of_words("e", normal)


def run_key(version: str, model: str, model_version: str, settings: str) -> str:
    """The key of all runs of one program version with one model and the same settings."""
    return _key("r", version, model, model_version, settings)


@lru_cache(maxsize=100_000)
def content_key(letter: str, *parts: str) -> str:
    """The key of a statement, finding or question, from what it says."""
    return _key_of_words(letter, *parts)


def event_key(article: str, claim: str) -> str:
    """The key of an event with one claim alone, by the keys of its article and of itself."""
    return _key_of_words("v", article, claim)


def _triple(claim: Claim) -> Triple:
    subject, relation, thing = claim.subject, claim.relation, claim.object
    parts = ((subject.head, subject.head_spans), (relation.text, relation.spans))
    return (*parts, (thing.head, thing.head_spans)) if thing else parts


def _key(letter: str, *parts: object) -> str:
    return _digest(letter, json.dumps(parts))


def _key_of_words(letter: str, *words: str) -> str:
    """The same where all parts are words, which JSON is made of in half the time."""
    return _digest(letter, f"[{', '.join(map(encode_basestring_ascii, words))}]")


def _digest(letter: str, told: str) -> str:
    return letter + sha256(told.encode()).hexdigest()[:16]
