"""Reasons and numbers as stored ("from 1800000000 to 2600000000 crown"), in the words that people read."""

from __future__ import annotations

import re

_AMOUNT = re.compile(
    r"(?<![\w.:-])(?<!since )(?<!until )(?<!year )"
    r"(?P<low>\d+(?:\.\d+)?)?(?P<to>\.\.)?(?P<high>(?<=\.\.)\d+(?:\.\d+)?)?(?![\w:-])"
)
#: A unit behind the last number of a reason: stored in the singular.
_UNIT = re.compile(r"(?:(?<=\d )(?<!\b1 )|(?<=illion ))(?!(?:m|b|tr)illion$)[a-z]+$")
_IRREGULAR = {"percent": "percent", "people": "people", "body": "bodies", "person": "people"}
_PLAIN = {
    "it is said to be so and not to be so": "one source says it, another denies it",
    "it is said to be the only one and not to be": "one source says it is the only one, another denies it",
}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def number(value: float) -> str:
    """ "2.6 billion", "4,200", "1.4"."""
    for scale, name in _SCALES:
        if value >= scale and round(value / scale, 2) * scale == value:
            return f"{value / scale:.2f}".rstrip("0").rstrip(".") + f" {name}"
    return f"{int(value):,}" if value == int(value) else f"{value:,.2f}".rstrip("0")


def extent(low: float | None, high: float | None) -> str:
    """A number that is known within bounds: "at least 12", "at most 5", "10 to 15"; "" where it is not at all."""
    if low is None or high is None:
        known = high if low is None else low
        return f"{'at most' if low is None else 'at least'} {number(known)}" if known is not None else ""
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def amount(low: float | None, high: float | None, unit: str | None) -> str:
    """A number with what it counts: "2.6 billion crowns"."""
    return _plural(f"{extent(low, high)} {unit or ''}".strip())


def readable(why: str) -> str:
    """The reason of a change or contradiction, with its numbers as people write them; days stay as they are."""
    return _plural(_AMOUNT.sub(lambda m: _shown(m) if m[0] and m[0] != ".." else m[0], _PLAIN.get(why, why)))


def _plural(words: str) -> str:
    return _UNIT.sub(lambda m: _IRREGULAR.get(m[0], f"{m[0]}s"), words)


def _shown(found: re.Match[str]) -> str:
    low = float(found["low"]) if found["low"] else None
    high = float(found["high"]) if found["high"] else None
    return extent(low, high if found["to"] else low)
