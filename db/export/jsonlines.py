"""JSON lines: one claim a line, the contract for other programs.

Spans are `[[start, end], ...]`, half-open, in code points of the article's text (`extract export text`).
Every key is on every line; what is not known is null.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from db.export.reading import Exported, Row

Json = dict[str, Any]

#: Line separators to some readers of lines; JSON may write them escaped.
_ESCAPES = str.maketrans({"\u0085": r"\u0085", "\u2028": r"\u2028", "\u2029": r"\u2029"})

#: `json.dumps` and `json.loads` set these up anew at every call, which takes as long as the work.
_encode = json.JSONEncoder(ensure_ascii=False).encode
_decode = json.JSONDecoder().raw_decode


def encode(claims: Iterable[Exported]) -> bytes:
    """The lines of these claims, in UTF-8."""
    return "".join(line(claim) for claim in claims).encode()


def line(exported: Exported) -> str:
    """One claim's line with its end."""
    return encoded(record(exported))


def encoded(record: Json) -> str:
    """A record's line with its end."""
    text = _encode(record)
    return (text if text.isascii() else text.translate(_ESCAPES)) + "\n"


def record(exported: Exported) -> Json:
    """A claim by the keys of the contract."""
    c = exported.claim
    return {
        "id": c["key"],
        "article": c["article_key"],
        "source": c["source"],
        "published": c["published"],
        "sentence": c["sentence_text"],
        "sentence_start": c["sentence_start"],
        "sentence_end": c["sentence_end"],
        "subject": _argument(c, "subject"),
        "relation": {**_slot(c, "relation"), "lemma": c["relation_lemma"]},
        "object": _argument(c, "object") if c["object"] is not None else None,
        "qualifiers": [
            {"role": q["role"], "text": q["text"], "spans": parsed(q["spans"]), "value": q["value"]}
            for q in exported.qualifiers
        ],
        "polarity": c["polarity"],
        "modality": c["modality"],
        "factuality": c["factuality"],
        "attribution": attribution(c["attribution"]),
        "valid_time": _time(c),
        "rule": c["rule"],
        "confidence": c["confidence"],
        "status": c["status"],
        "fact": c["fact_key"],
        "run": c["run_key"],
        **_further(exported),
    }


def _further(exported: Exported) -> Json:
    c = exported.claim
    return {
        "mood": c["mood"],
        "condition": _optional_slot(c, "condition"),
        "place": _optional_slot(c, "place"),
        "tense": c["tense"],
        "aspect": c["aspect"],
        "clause_type": c["clause_type"],
        "quantities": [_quantity(q) for q in exported.quantities],
        "title": c["title"],
        "publisher": c["publisher"],
        "url": c["url"],
        "revision": c["revision"],
        "story": c["story"],
        "block": c["block"],
    }


def _slot(row: Row, name: str) -> Json:
    return {"text": row[name], "spans": parsed(row[f"{name}_spans"])}


def _optional_slot(row: Row, name: str) -> Json | None:
    return _slot(row, name) if row[name] is not None else None


def parsed(stored: str | None) -> Any:
    """What a column of spans or steps holds; a list without anything where it is NULL."""
    return _decode(stored)[0] if stored else []


def _argument(row: Row, name: str) -> Json:
    return {
        **_slot(row, name),
        "full": row[f"{name}_full"],
        "full_spans": parsed(row[f"{name}_full_spans"]),
        "entity": row[f"{name}_entity"],
        "resolved": row[f"{name}_resolved"],
        "resolved_spans": parsed(row[f"{name}_resolved_spans"]),
    }


def attribution(stored: str | None) -> Json | None:
    """The outermost source's step, with all steps down to the innermost as `chain`."""
    if stored is None:
        return None
    chain = parsed(stored)
    return {**chain[0], "chain": chain}


def _time(row: Row) -> Json | None:
    if row["time_text"] is None:
        return None
    return {
        "value": row["time_value"],
        "text": row["time_text"],
        "earliest": row["valid_from"],
        "latest": row["valid_to"],
        "precision": row["time_precision"],
        "modifier": row["time_modifier"],
        "relative": bool(row["time_relative"]),
    }


def _quantity(row: Row) -> Json:
    return {
        "text": row["text"],
        "spans": parsed(row["spans"]),
        "low": row["low"],
        "high": row["high"],
        "unit": row["unit"],
        "approximate": bool(row["approximate"]),
    }
