"""Where a claim may take its words from, and spans that are looked at before anything is made of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.reviews.decisions import RefusedError, Values
from db.rows import spans_json
from extract.model import Spans, slice_spans


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim may take its words from: the article's text, its sentence's bounds, the article's row id (0: of a
    text alone, in which nobody is known)."""

    text: str
    start: int
    end: int
    article: int = 0


def parts_at(row: Values) -> list[list[int]]:
    """All places of the parts of a claim's row."""
    return [span for name in ("subject", "relation", "object") for span in json.loads(row[f"{name}_spans"] or "[]")]


def checked(place: Place, spans: Spans, inside: bool = True) -> Spans:
    """Spans in order, apart from each other, with words in them; within the sentence if `inside`.

    Raises RefusedError.
    """
    low, high = (place.start, place.end) if inside else (0, len(place.text))
    ordered = tuple(sorted((int(start), int(end)) for start, end in spans))
    for number, (start, end) in enumerate(ordered):
        if not low <= start < end <= high:
            raise RefusedError("The words must be in the sentence of the claim." if inside else "No such place.")
        if number and start < ordered[number - 1][1]:
            raise RefusedError("The spans of a part must not overlap.")
        if not place.text[start:end].strip():
            raise RefusedError("A part must contain words.")
    return ordered


def packed(spans: Spans) -> str | None:
    return spans_json(spans) if spans else None


def anywhere(place: Place, spans: Spans) -> tuple[str | None, str | None]:
    """The words of spans that may lie anywhere in the article, and the spans as rows have them; None for none."""
    found = checked(place, spans, inside=False)
    return (slice_spans(place.text, found) if found else None), packed(found)


def overlap(one: Iterable[Sequence[int]], other: Iterable[Sequence[int]]) -> bool:
    """Whether two lists of spans have a code point in common."""
    others = list(other)
    return any(a[0] < b[1] and b[0] < a[1] for a in one for b in others)
