"""Numbers as they are written in news: digits, words, and both mixed ("2,000", "twenty-four", "1.65 billion")."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES: dict[str, float] = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "tn": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
    "dozen": 12.0,
}
#: The scales that are words of their own; the letters only follow digits ("1.3bn").
SCALE_WORDS = frozenset(w for w in SCALES if len(w) > 2)
LETTER_SCALES = frozenset(w for w in SCALES if len(w) < 3)
NUMBER_WORDS = frozenset(_SMALL) | frozenset(_TENS)
_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([a-z]{1,2})?")


def digits(text: str) -> float | None:
    """The value of a token that begins with digits: "2,000", "1.65", "1.3bn"; None for any other."""
    match = _DIGITS.fullmatch(text.lower())
    if match is None:
        return None
    scale = 1.0 if match[3] is None else SCALES.get(match[3])
    return None if scale is None else float(match[1].replace(",", "") + (match[2] or "")) * scale


def number(tokens: Sequence[str]) -> float | None:
    """The value of number words and digits in a row ("and" and hyphens between them are passed over).

    "two hundred and five" is 205, "1.65 billion" 1.65e9, "nineteen ninety-eight" 1998; None where the
    tokens are no number.
    """
    total, group, seen = 0.0, 0.0, False
    for token in tokens:
        value = _value(token)
        if token in SCALES:
            scale = SCALES[token]
            if scale == 1e2:
                group = (group or 1) * scale
            else:
                total, group = total + (group or 1) * scale, 0.0
            seen = True
        elif value is not None:
            group = group * 100 + value if _is_spoken_year(group, value) else group + value
            seen = True
        elif token not in {"and", "-"}:
            return None
    return total + group if seen else None


def _value(token: str) -> float | None:
    small = _SMALL.get(token, _TENS.get(token))
    return digits(token) if small is None else float(small)


def _is_spoken_year(group: float, value: float) -> bool:
    """ "nineteen ninety" counts hundreds first."""
    return 10 <= group < 21 and 10 <= value < 100
