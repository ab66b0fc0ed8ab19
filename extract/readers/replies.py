"""The plain text of a message: the sender's own words apart from what is quoted, and from the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from extract.model import BlockKind
from extract.readers.draft import Piece

_QUOTED = re.compile(r"[ ]{0,2}>")
#: "On Fri, 3 May 2024 at 10:15, Mira Tolland <mira@brennick.example> wrote:", also over two or three lines
_WROTE = re.compile(r"(?:On\s(?=[^\n]*\d)|[A-Z\"“<][^\n]{0,80}\d)[\s\S]{0,300}?\b(?:wrote|writes)\s*:")
_MOST_WROTE_LINES = 3
#: What mail programs put over a whole message quoted below a reply.
_ORIGINAL = re.compile(
    r"(?:-{2,}|_{2,})\s*(?:Original Message|Original Appointment|Reply message)\s*(?:-{2,}|_{2,})?", re.I
)
_FORWARDED = re.compile(
    r"(?:-{2,}\s*(?:Forwarded|Original) message\s*-{2,}|Begin forwarded message:|-{2,}\s*Forwarded by .*)", re.I
)
_HEADER = re.compile(r"\*?(?:From|Sent|Date|To|Cc|Subject|Reply-To|Importance):\*?(?:\s|$)", re.I)
_FEWEST_HEADERS = 3
_SIGNATURE = re.compile(r"--[ \u00a0]?")
#: What Mailman and its like put under every message.
_RULE = re.compile(r"_{20,}|-{30,}|={30,}")
_LIST_FOOTER = re.compile(r"unsubscribe|mailing list|listinfo|to be removed|manage your subscription", re.I)
_DEVICE = re.compile(r"(?:Sent from (?:my|Yahoo|Mail|Outlook|Proton)\b.*|Get Outlook for \w+.*)", re.I)
_MOST_SIGNATURE_LINES = 25


@dataclass(frozen=True, slots=True)
class _Part:
    lines: Sequence[str]
    own: bool


def pieces_of(text: str) -> Iterator[Piece]:
    """The stretches of `text` in order; those that are not the sender's own words are boilerplate."""
    for part in _parts(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        words = "\n".join(part.lines).strip("\n")
        if words.strip():
            yield Piece(words, None if part.own else BlockKind.BOILERPLATE)


def _parts(lines: Sequence[str]) -> Iterator[_Part]:
    own: list[str] = []
    at = 0
    while at < len(lines):
        length = _foreign(lines, at)
        if length:
            yield _Part(tuple(own), own=True)
            yield _Part(lines[at : at + length], own=False)
            own.clear()
        else:
            own.append(lines[at])
        at += length or 1
    yield _Part(own, own=True)


def _foreign(lines: Sequence[str], at: int) -> int:
    """How many lines from here on are not the sender's own words."""
    line = lines[at].strip()
    if _SIGNATURE.fullmatch(lines[at].rstrip("\n")) and _is_signature(lines, at):
        return len(lines) - at
    if _RULE.fullmatch(line) and _LIST_FOOTER.search("\n".join(lines[at : at + _MOST_SIGNATURE_LINES])):
        return len(lines) - at
    if _FORWARDED.fullmatch(line) and not _ORIGINAL.fullmatch(line):
        return 1 + _headers(lines, at + 1)
    if _ORIGINAL.fullmatch(line) or _is_reply_head(lines, at + bool(_RULE.fullmatch(line))):
        return len(lines) - at if _has_words(lines[:at]) else max(1, _headers(lines, at))
    return _quotation(lines, at) or int(bool(_DEVICE.fullmatch(line)))


def _is_signature(lines: Sequence[str], at: int) -> bool:
    """A dash line far above the end is an ornament."""
    return sum(bool(line.strip()) for line in lines[at:]) <= _MOST_SIGNATURE_LINES


def _is_reply_head(lines: Sequence[str], at: int) -> bool:
    """Outlook's "From: ... Sent: ... To: ... Subject: ..." over what is answered."""
    return at < len(lines) and lines[at].lstrip(" *").startswith("From:") and _headers(lines, at) >= _FEWEST_HEADERS


def _headers(lines: Sequence[str], at: int) -> int:
    """The number of header lines, blank lines before the first included."""
    end = at
    while end < len(lines) and not lines[end].strip():
        end += 1
    first = end
    while end < len(lines) and (_HEADER.match(lines[end].strip()) or (end > first and _is_folded(lines[end]))):
        end += 1
    return end - at if end > first else 0


def _is_folded(line: str) -> bool:
    return line[:1] in (" ", "\t") and bool(line.strip())


def _quotation(lines: Sequence[str], at: int) -> int:
    """Lines that begin with ">", with the line over them that says who wrote them."""
    end = _introduction(lines, at)
    first = end
    while end < len(lines) and _QUOTED.match(lines[end]):
        end += 1
    return end - at if end > first else 0


def _introduction(lines: Sequence[str], at: int) -> int:
    """Where the quotation itself begins, if these lines say who wrote it; else `at`."""
    if not lines[at].strip() or _QUOTED.match(lines[at]):
        return at
    for end in range(at + 1, min(at + _MOST_WROTE_LINES, len(lines)) + 1):
        if _WROTE.fullmatch("\n".join(lines[at:end]).strip()):
            return end + sum(1 for _ in takewhile(lambda line: not line.strip(), lines[end:]))
    return at


def _has_words(lines: Sequence[str]) -> bool:
    return any(re.search(r"\w", line) for line in lines)
