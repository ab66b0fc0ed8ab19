"""Running heads and feet, page numbers, and what a browser prints around a page: known by being repeated."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extract.readers.dates import iso_date
from extract.readers.pdf.page_text import Row, mode

#: Rows at the upper and at the lower edge that may be furniture.
_DEEP = 3
_SAME_PLACE = 8.0  # points
_NUMBER = re.compile(
    r"(?:page|p\.|seite|pg\.?)?\s*[-–—|•·(\[]*\s*(?:\d{1,4}|[ivxlc]{1,7})\s*(?:(?:of|/|von)\s*\d{1,4})?\s*[-–—|•·)\]]*",
    re.I,
)
_COUNTED = re.compile(
    r"(?:page|p\.|seite|pg\.?)\s*\d{1,4}(?:\s*(?:of|/|von)\s*\d{1,4})?|\d{1,4}\s*(?:of|/)\s*\d{1,4}", re.I
)
#: "5/3/24, 10:15 AM   Dam closed - Brennick Courier" above, "https://courier.example/dam   1/3" below
_PRINTED_AT = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},\s+\d{1,2}[:.]\d{2}")
_PRINTED_FROM = re.compile(r"(?:https?|file)://\S+\s+\d+\s*/\s*\d+")
_URL = re.compile(r"https?://[^\s<>\"]+")
_DATE = re.compile(r"\d{1,2}\.?\s+[A-Z][a-z]{2,8}\s+\d{4}|[A-Z][a-z]{2,8}\s+\d{1,2},?\s+\d{4}|\d{4}-\d{2}-\d{2}")
_LONE = re.compile(r"[-–—]?\s*\d{1,3}\s*[-–—]?")
_FAR = 1.8  # line heights between a page number and the text
_APART = 1.7  # line heights between a running head and the text
_MOST_NAMED = 3
#: A head or foot that does not come again: of the page's height, of the text's size, words, other rows beside it.
_MARGIN = 0.08
_SMALLER = 0.92
_MOST_HEAD_WORDS = 14
_FEWEST_ROWS = 4
_NUMBERED = re.compile(r"^\d{1,4}\s+\D|\D\s+\d{1,4}$")


@dataclass(frozen=True, slots=True)
class Furniture:
    """The rows of each page without furniture, and what that says."""

    pages: tuple[list[Row], ...]
    heads: tuple[str, ...]
    numbers: bool

    @property
    def url(self) -> str | None:
        found = {match[0] for head in self.heads for match in [_URL.search(head)] if match}
        return found.pop() if len(found) == 1 else None

    @property
    def published(self) -> str | None:
        """The date of issue, if the running heads name one day and no other."""
        dates = {iso_date(text) for head in self.heads if not _PRINTED_AT.match(head) for text in _DATE.findall(head)}
        dates.discard(None)
        return dates.pop() if len(dates) == 1 else None

    @property
    def notes(self) -> tuple[str, ...]:
        named = [head[:80] for head in self.heads[:_MOST_NAMED]]
        heads = [f"left out running heads: {' · '.join(named)}"] if named else []
        return (*heads, *(["left out page numbers"] if self.numbers else []))


def cleared(pages: Sequence[list[Row]], heights: Sequence[float]) -> Furniture:
    """The rows of pages of these heights without furniture."""
    repeated = _repeated(pages)
    body = mode([(round(row.size, 1), len(row.text)) for rows in pages for row in rows])
    heads: dict[str, None] = {}
    numbers = False
    kept: list[list[Row]] = []
    for number, rows in enumerate(pages):
        first, last = _inner(rows, repeated)
        if first == 0 and _is_single(rows, 0, 1, body, heights[number], on_first=number == 0):
            first = 1
        if last == len(rows) and _is_single(rows, -1, -2, body, heights[number], on_first=True):
            last -= 1
        kept.append([row for row in rows[first:last] if not _is_artifact(row)])
        for row in (*rows[:first], *filter(_is_artifact, rows[first:last]), *rows[last:]):
            if _NUMBER.fullmatch(row.text.strip()):
                numbers = True
            else:
                heads.setdefault(" ".join(row.text.split()))
    return Furniture(tuple(kept), tuple(_distinct(heads)), numbers)


def _inner(rows: Sequence[Row], repeated: set[tuple[str, int]]) -> tuple[int, int]:
    """Where the page's own text begins and ends. Furniture stands at the edge, and at a distance from the text."""
    first, last = 0, len(rows)
    found = [_is_artifact(row) or bool(_keys(row) & repeated) or _is_browsers(row, rows) for row in rows]
    for at in range(min(_DEEP, len(rows))):
        if not all(found[: at + 1]):
            break
        first = at + 1 if _is_apart(rows, at, at + 1) else first
    for at in range(len(rows) - 1, max(len(rows) - 1 - _DEEP, first - 1), -1):
        if not all(found[at:]):
            break
        last = at if _is_apart(rows, at, at - 1) else last
    if last - first > 1 and first == 0 and _is_lone_number(rows, 0, 1):
        first = 1
    if last - first > 1 and last == len(rows) and _is_lone_number(rows, -1, -2):
        last -= 1
    return first, last


def _is_single(rows: Sequence[Row], at: int, inner: int, body: float, height: float, *, on_first: bool) -> bool:
    """Whether a head or foot stands on this page only: one line in small type in the margin, with a number at its end
    or a day in it. After the first page a head needs neither: it names the section or the article."""
    if len(rows) < _FEWEST_ROWS or not _is_apart(rows, at, inner):
        return False
    row, text = rows[at], " ".join(rows[at].text.split())
    in_margin = row.y < _MARGIN * height if at == 0 else row.y > (1 - _MARGIN) * height
    short = len(text.split()) <= _MOST_HEAD_WORDS and row.size < _SMALLER * body
    return in_margin and short and (not on_first or bool(_DATE.search(text) or _NUMBERED.search(text)))


def _is_artifact(row: Row) -> bool:
    return all(run.artifact for run in row.runs)


def _is_apart(rows: Sequence[Row], at: int, inner: int) -> bool:
    """A repeated line that the next line follows as in a paragraph is text of two pages that are alike."""
    if not 0 <= inner < len(rows) or _is_artifact(rows[at]):
        return True
    return abs(rows[inner].y - rows[at].y) > _APART * max(rows[inner].size, rows[at].size)


def _edges(rows: Sequence[Row]) -> set[int]:
    """The positions of the first and the last rows."""
    return {*range(min(_DEEP, len(rows))), *range(max(0, len(rows) - _DEEP), len(rows))}


def _repeated(pages: Sequence[list[Row]]) -> set[tuple[str, int]]:
    """What stands in the same place at the edge of two pages or more, numbers aside."""
    counts: Counter[tuple[str, int]] = Counter()
    for rows in pages:
        counts.update({key for at in _edges(rows) for key in _keys(rows[at])})
    return {key for key, count in counts.items() if count > 1}


def _keys(row: Row) -> set[tuple[str, int]]:
    """The words of a row in its place, for both of the places that it lies between; and its size."""
    words = re.sub(r"\d+", "#", " ".join(row.text.casefold().split()))
    words = "#" if _NUMBER.fullmatch(words.replace("#", "1")) else words
    place = row.y / _SAME_PLACE
    named = f"{words} {round(row.size)}"
    return {(named, int(place)), (named, int(place + 0.5) + 100_000)}


def _is_browsers(row: Row, rows: Sequence[Row]) -> bool:
    """A single page has nothing repeated; a browser's lines are known by each other."""
    if not any(_PRINTED_FROM.fullmatch(" ".join(other.text.split())) for other in rows[-_DEEP:]):
        return False
    text = " ".join(row.text.split())
    return bool(_PRINTED_FROM.fullmatch(text) or (_PRINTED_AT.match(text) and row is rows[0]))


def _is_lone_number(rows: Sequence[Row], at: int, inner: int) -> bool:
    """ "Page 3", "1 of 1" or a mere number, far from the text."""
    text = rows[at].text.strip()
    far = abs(rows[inner].y - rows[at].y) > _FAR * max(rows[inner].size, rows[at].size)
    return far and bool(_COUNTED.fullmatch(text) or _LONE.fullmatch(text))


def _distinct(heads: dict[str, None]) -> list[str]:
    """Heads that differ only in their numbers, once."""
    seen: dict[str, str] = {}
    for head in heads:
        seen.setdefault(re.sub(r"\d+", "#", head) if not _DATE.search(head) else head, head)
    return list(seen.values())
