"""Keys that come from content alone.

Row ids differ with the order of ingest; these do not, so exports show them (law 5) and reviews hold on to
them (law 3). Each is a letter and 16 hexadecimal digits of a SHA-256: the letter keeps spreadsheets from
reading `12e4567890123456` as a number. Among a million claims, the chance that any two share a key is
one in 37 million.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256

from extract.model import Claim


def article_key(source: str, text_hash: str, times_before: int = 0) -> str:
    """The key of a text under a source. `times_before` counts earlier revisions with this very text:
    an article may be changed and changed back."""
    return _key("a", source, text_hash, times_before)


def claim_keys(text_hash: str, claims: Iterable[Claim]) -> list[str]:
    """A key for each claim of a text: its triple with its spans.

    Claims of one text that agree in all of this (and differ in a qualifier, say) are told apart by
    their order.
    """
    return keys_of_triples(text_hash, map(_triple_of, claims))


def keys_of_triples(text_hash: str, triples: Iterable[str]) -> list[str]:
    """The same from what `triple` gives."""
    keys: list[str] = []
    met: dict[str, int] = {}
    for one in triples:
        times = met.get(one, 0)
        met[one] = times + 1
        keys.append(_key("c", text_hash, one, times))
    return keys


def run_key(version: str, model: str, model_version: str, settings: str) -> str:
    """The key of all runs of one program version with one model and the same settings."""
    return _key("r", version, model, model_version, settings)


def triple(parts: Sequence[object]) -> str:
    """One string of subject, its spans, relation, its spans and, if there is one, object and its spans."""
    return json.dumps(parts)


def _triple_of(claim: Claim) -> str:
    subject, relation, thing = claim.subject, claim.relation, claim.object
    parts = (subject.text, subject.spans, relation.text, relation.spans)
    return triple((*parts, thing.text, thing.spans) if thing else parts)


def _key(letter: str, *parts: str | int) -> str:
    return letter + sha256(json.dumps(parts).encode()).hexdigest()[:16]
