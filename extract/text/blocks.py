"""An article's text as blocks: each line (or hard-wrapped paragraph), and what it is to a reader.

What the reader of the file already knows is kept. The rest is told by a line's own words
(`linekinds`) or by its neighbours, in the order of `_RULES`; a line no rule knows is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice, takewhile

from extract.model import BRIEF, Article, Block, BlockKind
from extract.text import linekinds
from extract.text.lines import MARKER, Line, lines_of

_STOP = re.compile(r"[.!?…][)\]”\"’'»]*$")
_SENTENCE_BREAK = re.compile(r"[.!?…][)\]”\"’'»]*\s+[“\"‘(]?[A-Z]")
_BAR = re.compile(r"\s+\|(?:\s+\|)*\s+")
_LINK_WORD = re.compile(r"\b[A-Za-z][a-z]+\b")
_CELL_BORDER = re.compile(r"[|\t]")
_STRONG_MARKER = re.compile(r"[*•‣◦·]\s|\d{1,2}\)\s")
#: "13:50 Woman rescued": the time of an entry in a live report.
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s(?:GMT|BST|CET|ET|EST|EDT))?\s*[-–—:|]?\s+(?=[A-Z“\"‘'])")
#: "Exclusive: Firm bribed officials": what kind of article it is.
_LABEL = re.compile(
    r"(?:analysis|breaking(?: news)?|editorial|exclusive|explainer|fact check|factbox|live(?: updates)?|obituary"
    r"|opinion|profile|timeline|update|video|watch)(?:\s*[:|]|\s+[–—-])\s+(?=[^\s])",
    re.IGNORECASE,
)
#: "Note: Bring a coat.", "Summary Coats are warm.": what a paragraph is.
_RUN_IN = re.compile(r"(?:(?:Abstract|Conclusion|Note|Summary|TL;DR|Tip)\s*:\s*|(?:Abstract|Summary)\s+)(?=[A-Z“\"‘])")
#: "Stores all in one table - Each find gets a row.": what a list item is about, and a sentence.
_ITEM_LABEL = re.compile(r"[A-Z][^.!?:;]{2,60}?\s[-–—]\s(?=[A-Z]\S*(?: \S+){3,}[.!?]$)")
_MOST_TITLE_WORDS = 20
_MOST_STOPPED_TITLE_WORDS = 16  # 'Mayor calls the budget "a fraud."'
_FEWEST_PROSE_WORDS = 4
_FEWEST_LINK_WORDS = 3
_MOST_HEADING_WORDS = 12
_MOST_QUESTION_WORDS = 8
_MOST_CAPTION_CHARS = 400
#: Spaces in what may be a longer caption cut for a small screen.
_CUT = 7
#: Lines that begin with who speaks, from which on they are no datelines.
_FEWEST_TURNS = 3
_LEAST_TABLE = 5  # rows and cells of one row together


def blocks(article: Article) -> tuple[Block, ...]:
    """The blocks of `article.text` in order, none empty, none overlapping, each trimmed.

    A dateline before a paragraph, a credit after a caption and a photo number after a title are blocks
    of their own on the same line, and so is a label before a sentence; a list item begins after its
    marker. What lies between blocks is white space, list markers, dashes and bars.
    """
    page = _Page(article)
    page.classify()
    return tuple(block for i in range(len(page.lines)) for block in page.split(i))


def copies(text: str, found: Sequence[Block]) -> frozenset[int]:
    """The positions of blocks that repeat an earlier title, heading or caption of the same article, cut or whole."""
    seen: set[str] = set()
    repeated: set[int] = set()
    for position, block in enumerate(found):
        if block.kind in BRIEF:
            words = folded(text[block.start : block.end])
            if words in seen or (words.count(" ") >= _CUT and any(known.startswith(words) for known in seen)):
                repeated.add(position)
            seen.add(words)
    return frozenset(repeated)


def folded(text: str) -> str:
    """The words of `text` without case, punctuation and spacing: equal for what readers call the same."""
    return " ".join(re.findall(r"\w+", text.casefold()))


@dataclass(slots=True)
class _Line:
    """A line on its way to a kind; `known` kinds are the reader's."""

    start: int
    end: int
    apart: bool
    text: str
    words: str
    kind: BlockKind | None = None
    known: bool = False


class _Page:
    """All lines of an article, and the questions rules ask about a line and its neighbours."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.lines = list(_lines(article))
        self.byline = folded(article.byline or "")
        self.title = folded(article.title or "") or self._guessed_title()
        self.prose_below = self._prose_below()
        self.spaced = sum(line.apart for line in self.lines) * 2 > len(self.lines)

    def classify(self) -> None:
        for rule in _RULES:
            for i, line in enumerate(self.lines):
                if line.kind is None:
                    line.kind = rule(self, i)
        self._drop_furniture()
        self._end_at_comments()

    def _drop_furniture(self) -> None:
        """Page furniture that markup calls a heading or a list, and the headlines below "Related articles"."""
        lines = iter(enumerate(self.lines))
        for i, line in lines:
            if linekinds.opens_links(line.text):
                line.kind = BlockKind.BOILERPLATE
                for headline in self._links_below(i):
                    headline.kind = BlockKind.BOILERPLATE
                    next(lines)
            elif line.known and line.kind is not BlockKind.TITLE and linekinds.is_boilerplate(line.text):
                line.kind = BlockKind.BOILERPLATE

    def _links_below(self, i: int) -> list[_Line]:
        """Lines like headlines up to the article's next sentence; one that stands over it is its heading."""
        links: list[_Line] = []
        for line in islice(self.lines, i + 1, None):
            if line.kind is BlockKind.TITLE or _STOP.search(line.text):
                return links[:-1] if links and links[-1].kind is BlockKind.HEADING and links[-1].apart else links
            links.append(line)
        return links

    def _end_at_comments(self) -> None:
        prose = False
        for i, line in enumerate(self.lines):
            if prose and linekinds.opens_comments(line.text):
                for rest in self.lines[i:]:
                    rest.kind = BlockKind.BOILERPLATE
                return
            prose = prose or line.kind is BlockKind.PARAGRAPH

    def _guessed_title(self) -> str:
        """The first line, if it reads like a headline and an article follows."""
        for i, line in enumerate(self.lines):
            if line.known or linekinds.is_boilerplate(line.text) or linekinds.is_date(line.text):
                continue
            return line.words if self._is_headline(i) else ""
        return ""

    def _is_headline(self, i: int) -> bool:
        line = self.lines[i]
        most = _MOST_STOPPED_TITLE_WORDS if _STOP.search(line.text) else _MOST_TITLE_WORDS
        short = len(line.text.split()) <= most and not _SENTENCE_BREAK.search(line.text)
        unlike = _byline(self, i) or linekinds.dateline(line.text) or MARKER.match(line.text)
        rest = self.lines[i + 1 :]
        return short and not unlike and not line.text.endswith((".", ",", ";", ":")) and any(map(_is_prose, rest))

    def _prose_below(self) -> list[bool]:
        """For each line, whether the first line below it that is no heading is a sentence."""
        below: list[bool] = []
        prose = False
        for line in reversed(self.lines):
            below.append(prose)
            if not _reads_like_heading(line.text):
                prose = _is_prose(line)
        return below[::-1]

    @cached_property
    def _is_conversation(self) -> bool:
        """Whether lines begin with who speaks, "PRYCE: ...": two towns are not named in turn."""
        openings = (line.text[:at] for line in self.lines if (at := linekinds.dateline(line.text)))
        spoken = [opening.rstrip(":").split(",")[0].split()[-1] for opening in openings if opening.endswith(":")]
        return len(spoken) >= _FEWEST_TURNS and len(set(spoken)) < len(spoken)

    def before(self, i: int) -> _Line | None:
        return self.lines[i - 1] if i else None

    def after(self, i: int) -> _Line | None:
        return self.lines[i + 1] if i + 1 < len(self.lines) else None

    def split(self, i: int) -> Iterator[Block]:
        """The blocks of one line."""
        line = self.lines[i]
        kind = line.kind or BlockKind.PARAGRAPH
        if kind is BlockKind.CAPTION:
            yield from _caption_parts(line)
        elif kind is BlockKind.TITLE and (label := _photo_label(line.text)):
            yield from _divided(line, label, kind, BlockKind.CREDIT)
        elif kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE) and (opening := _RUN_IN.match(line.text)):
            yield from _divided(line, opening.end(), BlockKind.DATELINE, kind)
        elif kind is BlockKind.PARAGRAPH:
            place = linekinds.dateline(line.text) or _entry_time(line.text)
            place = 0 if place and self._is_conversation else place
            for block in _divided(line, place or None, BlockKind.DATELINE, kind):
                yield from _between_bars(block, self.text)
        elif kind is BlockKind.HEADING and (clock := _CLOCK.match(line.text)):
            yield from _divided(line, clock.end(), BlockKind.DATELINE, kind)
        elif kind in (BlockKind.TITLE, BlockKind.HEADING) and (opening := _LABEL.match(line.text)):
            yield from _divided(line, opening.end(), BlockKind.DATELINE, kind)
        elif kind is BlockKind.LIST:
            start = line.start + (marker.end() if (marker := MARKER.match(line.text)) else 0)
            about = _ITEM_LABEL.match(self.text[start : line.end])
            if about:
                yield Block(kind, start, start + len(about[0].rstrip(" -–—")))
            yield Block(kind, start + (about.end() if about else 0), line.end)
        else:
            yield Block(kind, line.start, line.end)


def _caption_parts(line: _Line) -> Iterator[Block]:
    """A caption between its label and its credit: "Image caption A pier in Lorne. Photo: KPA"."""
    label = linekinds.caption_label(line.text)
    if label:
        yield Block(BlockKind.DATELINE, line.start, line.start + len(line.text[:label].rstrip()))
    rest = replace(line, start=line.start + label, text=line.text[label:])
    yield from _divided(rest, linekinds.caption_end(rest.text), BlockKind.CAPTION, BlockKind.CREDIT)


def _divided(line: _Line, at: int | None, first: BlockKind, second: BlockKind) -> Iterator[Block]:
    """The line as one block, or as two that meet at character `at`, without the white space or dash between."""
    if not at:
        yield Block(second if first is BlockKind.DATELINE else first, line.start, line.end)
        return
    head = line.text[:at].rstrip(" \t\u00a0-–—|") if second is BlockKind.CREDIT else line.text[:at].rstrip()
    tail = line.text[at:].lstrip()
    yield Block(first, line.start, line.start + len(head))
    yield Block(second, line.end - len(tail), line.end)


def _between_bars(block: Block, text: str) -> Iterator[Block]:
    """Headlines in a row, "Mill sold to rival | Council meets on Friday": a block for each."""
    parts = _BAR.split(text[block.start : block.end])
    if sum(len(_LINK_WORD.findall(part)) >= _FEWEST_LINK_WORDS for part in parts) < 2:
        yield block
        return
    at = block.start
    for part in parts:
        start = text.index(part, at)
        if part:
            yield Block(block.kind, start, start + len(part))
        at = start + len(part)


def _lines(article: Article) -> Iterator[_Line]:
    """The reader's blocks and the lines of what lies between them."""
    text, at = article.text, 0
    for block in (*article.blocks, None):
        end = block.start if block else len(text)
        yield from (_line(text, line) for line in lines_of(text, (at, end)))
        if block:
            line = _line(text, Line(block.start, block.end, apart=True))
            yield replace(line, kind=block.kind, known=True)
            at = block.end


def _line(text: str, line: Line) -> _Line:
    words = text[line.start : line.end]
    return _Line(line.start, line.end, line.apart, words, folded(words))


def _is_prose(line: _Line) -> bool:
    return len(line.text.split()) >= _FEWEST_PROSE_WORDS and bool(_STOP.search(line.text))


def _entry_time(text: str) -> int:
    """The length of "10:20 - " before an entry of a live report."""
    clock = _CLOCK.match(text)
    return clock.end() if clock and clock[0].rstrip()[-1] in "-–—:|" else 0


def _photo_label(text: str) -> int | None:
    """Where the photo number after other words begins."""
    match = linekinds.PHOTO_LABEL.search(text)
    return match.start(1) if match and match.start() else None


def _boilerplate(page: _Page, i: int) -> BlockKind | None:
    return BlockKind.BOILERPLATE if linekinds.is_boilerplate(page.lines[i].text) else None


def _title(page: _Page, i: int) -> BlockKind | None:
    """Each copy of the title, also one before a photo number: "Dam bursts in the north - Photo 2."."""
    line = page.lines[i]
    if not page.title or not line.words.startswith(page.title):
        return None
    label = _photo_label(line.text)
    words = folded(line.text[:label]) if label else line.words
    return BlockKind.TITLE if words == page.title else None


def _credit(page: _Page, i: int) -> BlockKind | None:
    return BlockKind.CREDIT if linekinds.is_credit(page.lines[i].text) else None


def _byline(page: _Page, i: int) -> BlockKind | None:
    line = page.lines[i]
    named = bool(page.byline) and line.words.removeprefix("by ") == page.byline
    return BlockKind.BYLINE if named or linekinds.is_byline(line.text) else None


def _date(page: _Page, i: int) -> BlockKind | None:
    return BlockKind.DATELINE if linekinds.is_date(page.lines[i].text) else None


def _caption(page: _Page, i: int) -> BlockKind | None:
    """A line with a credit at its end, beside a photo's number or credit, or printed twice in a row."""
    line = page.lines[i]
    if len(line.text) > _MOST_CAPTION_CHARS:
        return None
    if linekinds.opens_caption(line.text) or linekinds.trailing_credit(line.text):
        return BlockKind.CAPTION
    before, after = page.before(i), page.after(i)
    below = before is not None and not line.apart and _shows_photo(before) and (page.spaced or _numbered(before))
    above = after is not None and page.spaced and not after.apart and _shows_photo(after)
    twice = any(other is not None and other.words == line.words for other in (before, after)) and " " in line.words
    return BlockKind.CAPTION if below or above or twice else None


def _shows_photo(line: _Line) -> bool:
    return line.kind is BlockKind.CREDIT or _numbered(line)


def _numbered(line: _Line) -> bool:
    """ "Photo 2." by itself, or after a copy of the title."""
    return line.kind in (BlockKind.CREDIT, BlockKind.TITLE) and bool(linekinds.PHOTO_LABEL.search(line.text))


def _table(page: _Page, i: int) -> BlockKind | None:
    """Two rows or more of three cells, or three rows of two, with "|" or tabs between."""
    cells = _cells(page.lines[i].text)
    if cells < 2:
        return None
    above = takewhile(lambda line: _cells(line.text) > 1, reversed(page.lines[max(i - 2, 0) : i]))
    below = takewhile(lambda line: _cells(line.text) > 1, page.lines[i + 1 : i + 3])
    rows = 1 + len(list(above)) + len(list(below))
    return BlockKind.TABLE if rows + cells >= _LEAST_TABLE and rows > 1 else None


def _cells(text: str) -> int:
    return len(_CELL_BORDER.split(text.strip("|\t ")))


def _list(page: _Page, i: int) -> BlockKind | None:
    """A bullet or "1)" by itself; a dash or "1." only next to another: speech opens with a dash, too."""
    text = page.lines[i].text
    if not MARKER.match(text):
        return None
    neighbours = [line for line in (page.before(i), page.after(i)) if line]
    return BlockKind.LIST if _STRONG_MARKER.match(text) or any(MARKER.match(n.text) for n in neighbours) else None


def _heading(page: _Page, i: int) -> BlockKind | None:
    """A short line without a final stop above a paragraph: "What happens next"."""
    line = page.lines[i]
    if not _reads_like_heading(line.text):
        return None
    return BlockKind.HEADING if page.prose_below[i] else None


def _reads_like_heading(text: str) -> bool:
    count = len(text.split())
    if text.endswith("?"):
        return count <= _MOST_QUESTION_WORDS and not _SENTENCE_BREAK.search(text)
    plain = not _STOP.search(text) and not text.endswith((",", ";", "-", "–", "—")) and not text[:1].islower()
    return plain and count <= _MOST_HEADING_WORDS and not _SENTENCE_BREAK.search(text)


_RULES: Iterable[Callable[[_Page, int], BlockKind | None]] = (
    _title,
    _credit,
    _boilerplate,
    _byline,
    _date,
    _table,
    _caption,
    _list,
    _heading,
    lambda _page, _i: BlockKind.PARAGRAPH,
)
