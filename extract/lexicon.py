"""Word lists: one entry a line under `extract/data/`, `#` begins a comment, the first line says the origin."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def entries(name: str) -> frozenset[str]:
    """The entries of `data/NAME.txt` as they are written there. Raises FileNotFoundError for an unknown list."""
    text = files("extract").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return frozenset(line for line in lines if line)
