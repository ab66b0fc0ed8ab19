"""Plain text, with front matter or "Key: value" lines at its head if there are any, or a line with its date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.readers import metadata
from extract.readers.dates import iso_date
from extract.readers.decoding import decode
from extract.readers.draft import Draft, Input, Piece
from extract.readers.printed_metadata import printed_date

#: A title, a byline and the date.
_LINES_AT_HEAD = 3
#: "Elections of", the date below which is that of the elections.
_GOES_ON = re.compile(r".*(?:,|\b(?:and|at|before|for|from|in|of|on|since|the|until))", re.IGNORECASE)
_DAY_TO_DAY = re.compile(r"(?P<first>.+\d{4})\s*(?:[-–—]|\bto\b|\buntil\b)\s*(?P<last>.*\d{4})")
_WHEN = (
    r"(?P<when>(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December) "
    r"(?:\d{1,2}, )?\d{4}|(?:19|20)\d\d(?![\d,.]\d))"
)
_DONE = (
    r"(?:(?:was|were) (?:(?!delayed|expected|planned|postponed|proposed|scheduled|slated|supposed)\w+ed|born|found|held"
    r"|(?:re)?built|shot|sold)"
    r"|(?<!be )(?<!have )(?:became|began|closed|died|ended|fell|happened|left|lost|married|moved|resigned|returned|sold"
    r"|won))"
)
#: "It was sold on 3 May 2024", "On 3 May 2024, Ada Lund died"; not "agreed to sell it in May 2024".
_OVER = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_DONE}(?: (?!to\b|that\b|until\b|by\b)\w+){{0,3}} (?:in|on) {_WHEN}",
        rf"\b(?:In|On) {_WHEN},?(?: (?!to\b|will\b|would\b)\w+){{1,4}} {_DONE}\b",
    )
)


def read(file: Input) -> Draft:
    text, notes = decode(file.source, file.raw, file.hints.encoding)
    head, body = metadata.split(text)
    published = head.published or _date_at_head(body)
    return replace(head, published=published, pieces=(Piece(body),), notes=notes + head.notes)


def _date_at_head(body: str) -> str | None:
    """The date that stands alone at the head of a text, if the text can have been published then."""
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    for at, line in enumerate(lines[:_LINES_AT_HEAD]):
        if day := printed_date([line]):
            return day if _is_its_own(lines, at) and not _is_too_early(day, body) else None
    return None


def _is_its_own(lines: Sequence[str], at: int) -> bool:
    """Whether a date is that of its text: not of what its title tells of, nor the first of several days."""
    if at > 0 and _GOES_ON.fullmatch(lines[at - 1]):
        return False
    days = _DAY_TO_DAY.fullmatch(lines[at])
    if days and iso_date(days["first"].strip()) and iso_date(days["last"].strip()):
        return False
    own = printed_date([lines[at]])
    return all(printed_date([line]) in (None, own) for line in lines[_LINES_AT_HEAD:])


def _is_too_early(day: str, body: str) -> bool:
    """Whether the text tells what was done later: "It was sold on 3 May 2024"."""
    found = (iso_date(match["when"]) for pattern in _OVER for match in pattern.finditer(body))
    return any(later is not None and later > day[: len(later)] for later in found)
