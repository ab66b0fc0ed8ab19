"""Who says it, and what they make of it: the innermost step of an attribution, as a person corrects it."""

from __future__ import annotations

import json
from typing import Any

from db.reviews.decisions import Correction, RefusedError, Stance, Values
from db.reviews.span_checks import Place, checked, overlap, parts_at
from extract.model import Modality, Polarity, Spans, slice_spans

#: Polarity and modality of a source's stance.
_STANCES = {
    Stance.SAYS: (Polarity.POSITIVE, Modality.CERTAIN),
    Stance.DENIES: (Polarity.NEGATIVE, Modality.CERTAIN),
    Stance.PROBABLE: (Polarity.POSITIVE, Modality.PROBABLE),
    Stance.POSSIBLE: (Polarity.POSITIVE, Modality.POSSIBLE),
    Stance.OPEN: (Polarity.POSITIVE, Modality.UNCOMMITTED),
}


def source(place: Place, now: Values, change: Correction) -> Values:
    """Another innermost source, or none; who passes it on stays: without "the spokesman" of "the paper quotes the
    spokesman", the paper says it. Without any, the article itself does."""
    chain = json.loads(now.get("attribution") or "[]")
    if change.source == ():
        return {"attribution": json.dumps(chain[:-1], ensure_ascii=False) if chain[1:] else None}
    if change.source is None and change.cue is None and (change.stance is None or not chain):
        return {}
    old = chain[-1] if chain else {"source": None, "cue": None, "polarity": "positive", "modality": "certain"}
    new = _step(place, now, change, old)
    return {"attribution": json.dumps([*chain[:-1], new], ensure_ascii=False)}


def _step(place: Place, now: Values, change: Correction, old: dict[str, Any]) -> dict[str, Any]:
    """A step of an attribution: what is not given stays; so does what a source stands for whose words overlap."""
    parts = parts_at(now)
    polarity, modality = old["polarity"], old["modality"]
    if change.stance is not None:
        polarity, modality = _STANCES[_stance(change.stance)]
    source = old["source"] if change.source is None else _said(place, change.source)
    same = bool(old["source"] and source and overlap(source["spans"], old["source"]["spans"]))
    return {
        "source": source,
        "cue": old["cue"] if change.cue is None else _said(place, change.cue),
        "content": {"spans": [[min(p[0] for p in parts), max(p[1] for p in parts)]]},
        "resolved": old.get("resolved") if same else None,
        "polarity": str(polarity),
        "modality": str(modality),
    }


def _said(place: Place, spans: Spans) -> dict[str, Any] | None:
    """A slot of a step; its words may lie anywhere in the article."""
    found = checked(place, spans, inside=False) if spans else ()
    return {"text": slice_spans(place.text, found), "spans": [list(span) for span in found]} if found else None


def _stance(word: str) -> Stance:
    try:
        return Stance(word)
    except ValueError:
        raise RefusedError(f"Unknown stance {word!r}. Use one of: {', '.join(Stance)}.") from None


def stance_of(polarity: str, modality: str) -> Stance:
    """The stance of a step with these marks. (Who denies it does so, however surely.)"""
    if polarity == Polarity.NEGATIVE:
        return Stance.DENIES
    return next(stance for stance, marks in _STANCES.items() if marks == (Polarity.POSITIVE, Modality(modality)))
