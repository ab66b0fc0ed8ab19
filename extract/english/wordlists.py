"""Word lists: one entry a line under `extract/english/data/`, `#` begins a comment, the first line says the origin."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """The entries of `data/NAME.txt` in their order, as they are written there. Raises FileNotFoundError."""
    text = files("extract.english").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    found = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return tuple(line for line in found if line)


@cache
def entries(name: str) -> frozenset[str]:
    """The entries of a list as a set. Raises FileNotFoundError."""
    return frozenset(lines(name))


@cache
def pairs(name: str) -> dict[str, str]:
    """The entries of a list of `left|right` lines. Raises FileNotFoundError."""
    return {left: right for left, _, right in (entry.partition("|") for entry in lines(name))}


def cells(name: str) -> list[list[str]]:
    """The entries of a list, each cut at its bars. Raises FileNotFoundError."""
    return [[cell.strip() for cell in entry.split("|")] for entry in lines(name)]


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of a class in `word_classes.txt`. Raises KeyError for an unknown one."""
    classes = {line[0]: line[1] for line in cells("word_classes")}
    return frozenset(word.strip() for word in classes[name].split(","))
