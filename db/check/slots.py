"""Whether words stand where their spans say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from db.check.problem import Law, Problem
from extract.english.filled import is_filled_with
from extract.model import Span, Spans, name_spans, slice_spans

Bounds = Span


def slot_problems(
    text: str, where: str, name: str, words: str | None, stored: str | None, bounds: Bounds
) -> Iterator[Problem]:
    """Of a slot whose spans are stored as JSON. Words that the text only implies have no spans."""
    spans = parse_spans(parsed(stored)) if stored is not None else ()
    if spans is None:
        yield Problem(Law.OFFSETS, where, f"{name}_spans is not [[start, end], ...]: {stored}")
    elif spans and words is None:
        yield Problem(Law.OFFSETS, where, f"{name} has spans and no words")
    elif spans:
        yield from _selection_problems(text, where, name, words, spans, bounds)


def place_problems(
    text: str, where: str, name: str, words: str | None, place: tuple[int, int], bounds: Bounds
) -> Iterator[Problem]:
    """Of a slot with one span; `words` None: any words."""
    yield from _selection_problems(text, where, name, words, (place,), bounds)


def names_problems(
    text: str, where: str, name: str, words: str | None, stored: str | None, shown: str = ""
) -> Iterator[Problem]:
    """Of what a mention or the words `shown` stand for: a span for each antecedent, their words joined by "and".

    Of "his wife" and "that he left" the spans select who "his" and "he" stand for: see `filled`.
    """
    spans = parse_spans(parsed(stored)) if stored is not None else ()
    if spans is None:
        yield Problem(Law.OFFSETS, where, f"spans of {name} are not [[start, end], ...]: {stored}")
        return
    before = len(spans)
    spans = tuple(span for span in spans if 0 <= span[0] < span[1] <= len(text))
    if len(spans) < before:
        yield Problem(Law.OFFSETS, where, f"a span of {name} is empty or outside [0, {len(text)}]")
    elif (words or "") != name_spans(text, spans) and not (
        words and is_filled_with(shown, words, [text[start:end] for start, end in spans])
    ):
        yield Problem(Law.OFFSETS, where, f"{name} is {words!r}, and its spans select {name_spans(text, spans)!r}")


def attribution_problems(text: str, where: str, stored: str | None) -> Iterator[Problem]:
    """Of the steps of an attribution, stored as JSON. Its words may lie in other sentences."""
    if stored is None:
        return
    bounds = 0, len(text)
    try:
        for number, step in enumerate(parsed(stored)):
            name = f"attribution {number}"
            yield from _spans_problems(text, where, f"{name} content", None, step["content"]["spans"], bounds)
            for part in ("source", "cue"):
                slot = step[part]
                if slot is not None:
                    yield from _spans_problems(text, where, f"{name} {part}", slot["text"], slot["spans"], bounds)
    except (KeyError, TypeError):
        yield Problem(Law.OFFSETS, where, "attribution is not a list of steps with source, cue and content")


def parsed(stored: str | None) -> Any:
    """What a JSON column holds; None if it is no JSON (SQLite's own check reports that)."""
    try:
        return json.loads(stored or "null")
    except ValueError:
        return None


def parse_spans(value: Any) -> Spans | None:
    """Spans out of parsed JSON; None if it is anything else."""
    if not isinstance(value, list) or not all(_is_span(item) for item in value):
        return None
    return tuple((start, end) for start, end in value)


def _is_span(item: Any) -> bool:
    return isinstance(item, list) and len(item) == 2 and all(type(number) is int for number in item)


def _spans_problems(
    text: str, where: str, name: str, words: str | None, value: Any, bounds: Bounds
) -> Iterator[Problem]:
    spans = parse_spans(value)
    if spans is None:
        yield Problem(Law.OFFSETS, where, f"spans of {name} are not [[start, end], ...]: {value}")
    elif spans:
        yield from _selection_problems(text, where, name, words, spans, bounds)


def _selection_problems(
    text: str, where: str, name: str, words: str | None, spans: Spans, bounds: Bounds
) -> Iterator[Problem]:
    end = bounds[0]
    for span in spans:
        if not end <= span[0] < span[1] <= bounds[1]:
            yield Problem(
                Law.OFFSETS, where, f"{name}: span {list(span)} is empty, out of order or outside {list(bounds)}"
            )
            return
        end = span[1]
    if words is not None and slice_spans(text, spans) != words:
        yield Problem(Law.OFFSETS, where, f"{name} is {words!r}, and its spans select {slice_spans(text, spans)!r}")
