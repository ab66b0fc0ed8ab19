"""Word lists of this package, one entry a line in `db/data/`; `#` begins a comment, the first line says the origin."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def entries(name: str) -> tuple[str, ...]:
    """The entries of `data/NAME.txt` in their order. Raises FileNotFoundError for an unknown list."""
    text = files("db").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return tuple(line for line in lines if line)


@cache
def pairs(name: str) -> dict[str, str]:
    """The entries of a list of `left|right` lines."""
    return {left: right for left, _, right in (entry.partition("|") for entry in entries(name))}
