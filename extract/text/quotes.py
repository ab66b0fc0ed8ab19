"""Quotation marks: which characters they are, and which stretches of a text they enclose."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from extract.english.wordlists import entries
from extract.model import Span

#: Double marks always quote. A single curly mark may be an apostrophe, so it is looked at in context.
DOUBLE_MARKS = frozenset('"“”„‟«»＂')
_PAIRS = {"“": "”", "„": "”", "‟": "”", "«": "»", "``": "''"}
_OPENING = frozenset({*"“„‟«", "``", "‘‘"})
_CLOSING = frozenset("”»")
_SINGLE = re.compile(r"(?<!\w)[‘'](?!t\b)(?=\w)([^‘’']*(?:[’'](?=\w)[^‘’']*)*)[’'](?!\w)")
_LINE = re.compile(r"[^\r\n]+")
_PLAIN_MARK = re.compile(r'["＂]')
_BEHIND_NUMBER = re.compile(r"(?:^|[\s(×x'’-])\d{1,3}(?:\.\d+)?$")
#: Wire copy and tokenized corpora write a mark as two characters.
_MARK = re.compile(f"[{''.join(sorted(DOUBLE_MARKS))}]|``|''|‘‘|’’")
#: Two single marks in place of a double one.
_DOUBLED = {"‘‘": "“", "’’": "”"}
_ENDS_QUOTED = re.compile(r"[\"”»’'＂]\s*$")
#: Speech that goes on without marks for more paragraphs than this, of both kinds, is a mark mistyped.
_MOST_UNMARKED = 4
_ENDS_OF_SPEECH = (",", ".", "!", "?")
_WORD = re.compile(r"\w+")
#: Behind a word with a capital inside a sentence, "I" is a number: "World War I", "King Karl I".
_SPEAKS = re.compile(r"(?:^|[^\w\s]\s*|\b[a-z]\w* |(?:^|[^\w\s]\s*)[A-Z]\w* )I\b|\b(?:[Mm]y|[Oo]ur|[Ww]e)\b")
_TOKEN_MARKS = frozenset({"``", "''", *_DOUBLED})


def is_mark(token: str) -> bool:
    """Whether a token is nothing but a quotation mark (`''` and ```` `` ```` of tokenized corpora too)."""
    return token in DOUBLE_MARKS or token in _TOKEN_MARKS


def quoted_spans(text: str, stretches: Iterable[Span] | None = None) -> tuple[Span, ...]:
    """The quotations of `text` with their marks, in order, none inside another.

    `stretches` are its paragraphs (an article's blocks: a hard-wrapped one has line breaks); without them each
    line is one. A paragraph that opens a quotation and does not close it runs to its end: the next paragraph
    of the same speech opens again (the rule of English typography for speech over several paragraphs). Where it
    does not, but a later one closes, all between is quoted, and so is what goes on with "I", "we", "my" or "our"
    without any mark.
    """
    if stretches is None:
        stretches = [match.span() for match in _LINE.finditer(text)]
    found: list[Span] = []
    waiting: list[Span] | None = None  # unmarked paragraphs since one that did not close its quotation
    unmarked = 0  # how many they are, with those that go on with speech
    for start, end in stretches:
        paragraph = text[start:end]
        spans = _in_paragraph(paragraph)
        closing = _late_closing(paragraph) if waiting is not None else None
        if waiting is not None and closing is not None:
            found.extend(waiting)
            spans = [(0, closing), *((closing + a, closing + b) for a, b in _in_paragraph(paragraph[closing:]))]
        elif waiting is not None and not spans and unmarked < _MOST_UNMARKED:
            unmarked += 1
            goes_on = not waiting and _SPEAKS.search(paragraph) and _SPEAKS.search(text[slice(*found[-1])])
            (found if goes_on else waiting).append((start, end))
            continue
        found.extend((start + a, start + b) for a, b in spans)
        waiting, unmarked = [] if _is_left_open(paragraph, spans) else None, 0
    return tuple(found)


def _late_closing(paragraph: str) -> int | None:
    """Where a quotation of an earlier paragraph ends: the first mark stands after a word, before none."""
    mark = _MARK.search(paragraph)
    if mark is None or mark[0] in _OPENING or mark.start() == 0:
        return None
    before, after = paragraph[: mark.start()], paragraph[mark.end() :]
    if before[-1].isspace() or after[:1].isalnum():
        return mark.end() if _is_misplaced(before, after) else None
    return mark.end()


def _is_misplaced(before: str, after: str) -> bool:
    """`The pier is closed, "Lind said`: a closing mark that a space was put before instead of behind.

    At the end of a paragraph (`It was dark. "`) it can be nothing else.
    """
    ended = before.rstrip()[-1:] in _ENDS_OF_SPEECH
    if ended and not after.strip():
        return True
    spoken = _spoken()
    tells = any(word in spoken for word in _WORD.findall(after)[:4])
    opens = any(word in spoken for word in _WORD.findall(before)[-2:])
    return ended and before[-1].isspace() and tells and not opens


@cache
def _spoken() -> frozenset[str]:
    """ "said", "says", "added": forms of verbs of speech, without the bare one, which the speech itself may have."""
    told = {"said", "told", "wrote", "thought", "read", "quoted"}
    stems = [re.sub(r"([^aeou])y$", r"\1ie", verb) for verb in entries("quoting_verbs")]
    return frozenset(told | {form for stem in stems for form in (f"{stem}s", f"{stem.removesuffix('e')}ed")})


def _is_left_open(paragraph: str, spans: list[Span]) -> bool:
    """Whether the last quotation has no closing mark."""
    return bool(spans) and spans[-1][1] == len(paragraph) and not _ENDS_QUOTED.search(paragraph)


def _in_paragraph(paragraph: str) -> list[Span]:
    spans = _doubles(paragraph)
    singles = [(m.start(), m.end()) for m in _SINGLE.finditer(paragraph) if " " in m[1] or "‘" in m[0]]
    spans.extend(s for s in singles if not any(a < s[1] and s[0] < b for a, b in spans))
    return sorted(spans)


def _doubles(paragraph: str) -> list[Span]:
    """Quotations in double marks. A quotation inside another has marks of another shape."""
    spans: list[Span] = []
    opened: tuple[int, str] | None = None
    misfit: int | None = None  # the end of a mark of another shape inside the quotation that is open
    inches = _inches(paragraph)
    found = (m for m in _MARK.finditer(paragraph) if m.start() not in inches)
    marks = [(m.start(), m.end(), _DOUBLED.get(m[0], m[0])) for m in found]
    last = {mark: number for number, (_, _, mark) in enumerate(marks)}
    for number, (start, end, mark) in enumerate(marks):
        if opened is not None and misfit is not None and mark == opened[1] and mark in _PAIRS:
            spans.append((opened[0], misfit))  # “It is late," she said. “He is ill.”
            opened = None
        if opened is None:
            if mark not in _CLOSING:
                opened, misfit = (start, mark), None
        elif opened[1] == '"' and mark == "”" and not any(m[2] == "“" for m in marks[number - 1 : number]):
            spans.append((opened[0], end))  # "It is late,” she said. "He is ill."
            opened = None
        elif _closes(mark, fitting := _PAIRS.get(opened[1], opened[1]), last.get(fitting, -1) > number):
            spans.append((opened[0], end))
            opened = None
        elif mark == '"':
            misfit = misfit or (end if paragraph[start - 1 : start] in _ENDS_OF_SPEECH else None)
    if opened is not None:
        spans.append((opened[0], len(paragraph)))
    return spans


def _inches(paragraph: str) -> frozenset[int]:
    """The places of marks that measure: `a 34" panel`. One that may close a quotation (`He is "about 34"`) does not."""
    inches: set[int] = set()
    quoted = False
    for match in _PLAIN_MARK.finditer(paragraph):
        if not quoted and _BEHIND_NUMBER.search(paragraph[max(0, match.start() - 8) : match.start()]):
            inches.add(match.start())
        else:
            quoted = not quoted
    return frozenset(inches)


def _closes(mark: str, fitting: str, follows: bool) -> bool:
    """Whether a mark closes the quotation; one of another shape only if no fitting one follows."""
    return mark not in _OPENING and (mark == fitting or not follows)
