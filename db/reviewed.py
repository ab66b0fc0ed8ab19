"""Claims that people have judged: the gold that a reviewed database is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from db.connection import snapshot

ACCEPTED, REJECTED = "accepted", "rejected"


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim's words in their slots, cores and full extents, and whether it was accepted."""

    subject: str
    subject_full: str
    relation: str
    object: str | None
    object_full: str | None
    accepted: bool


@dataclass(frozen=True, slots=True)
class JudgedSentence:
    """A sentence's words, its block's kind, and those of its claims that were judged."""

    text: str
    kind: str
    claims: tuple[Judged, ...]


_QUERY = """
SELECT sentences.id, sentences.text, sentences.kind, subject_head, subject_full, relation, object_head, object_full,
  status
FROM claims JOIN sentences ON sentences.id = claims.sentence
WHERE claims.current = 1 AND status IN (?, ?) ORDER BY sentences.id, claims.position
"""


def judged(path: Path) -> Iterator[JudgedSentence]:
    """The sentences of current articles that hold judged claims, in text order."""
    with snapshot(path) as connection:
        rows = connection.execute(_QUERY, (ACCEPTED, REJECTED))
        for (_, text, kind), group in groupby(rows, key=itemgetter(0, 1, 2)):
            yield JudgedSentence(text, kind, tuple(_claim(*row[3:]) for row in group))


def _claim(subject: str, subject_full: str, relation: str, obj: str | None, full: str | None, status: str) -> Judged:
    return Judged(subject, subject_full, relation, obj, full, status == ACCEPTED)
