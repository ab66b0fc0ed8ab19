"""The operands of a content stream, as tolerant as every viewer is: what is not there or wrong is left out."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any


def number(arguments: Sequence[Any], at: int, default: float = 0.0) -> float:
    value = arguments[at] if at < len(arguments) else default
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else default


def numbers(arguments: Sequence[Any], count: int) -> list[float]:
    """The last `count` operands, or none if one of them is no number."""
    last = arguments[-count:]
    finite = all(isinstance(value, int | float) and math.isfinite(value) for value in last)
    return [float(value) for value in last] if len(last) == count and finite else []


def string(value: Any) -> bytes | None:
    """The bytes of a string. A name is a str too, but begins with a slash and shows nothing."""
    if isinstance(value, bytes):
        return value
    original = getattr(value, "original_bytes", None)
    return original if isinstance(original, bytes) else None


def dictionary(value: Any) -> Mapping[str, Any]:
    """What is meant, through references; of anything else an empty one. Its `get` resolves references."""
    found = value.get_object() if hasattr(value, "get_object") else value
    return found if isinstance(found, Mapping) else {}


def entry(resources: Mapping[str, Any], category: str, arguments: Sequence[Any]) -> Any:
    """The dictionary that the first operand names among the resources of a category, or None."""
    name = arguments[0] if arguments and isinstance(arguments[0], str) else ""
    found = dictionary(dictionary(resources.get(category)).get(name))
    return found or None


def actual_text(properties: Mapping[str, Any]) -> str | None:
    value = properties.get("/ActualText")
    if isinstance(value, bytes):
        marked = value.startswith(b"\xfe\xff")
        return value[2:].decode("utf-16-be", "replace") if marked else value.decode("latin-1")
    return str(value) if isinstance(value, str) else None
