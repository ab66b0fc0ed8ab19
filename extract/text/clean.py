"""Bytes are text by now; this makes the text canonical, once, before any offset exists.

What a reader of the page would see stays, so that every claim can be quoted as it was printed: typographic
quotation marks, dashes, no-break spaces, accents, emoji. What nobody sees and what breaks tools goes: control
characters (SQLite's length() stops at NUL), byte order marks, lone surrogates (no UTF-8 has them), soft
hyphens and zero-width spaces (they cut words in two for a parser), and direction controls, which can show a
quotation in another order than the one it is stored in (Boucher & Anderson 2021, "Trojan Source").
"""

from __future__ import annotations

import re
import unicodedata

_NEWLINE = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
#: Soft hyphen, zero-width space, word joiner and its kin, byte order mark, annotation and object marks,
#: noncharacters, tag characters (text hidden from people). Joiners U+200C and U+200D stay: scripts and emoji need them.
_INVISIBLE = re.compile(
    "[\u00ad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ufffe\uffff\U000e0000-\U000e007f]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
#: The Stream-Safe Text Format (UAX #15, section 13) allows 30 marks on a letter; normalising longer runs takes
#: quadratic time.
_MARKS = 30
#: Runs long enough to hold too many marks, of characters that may be marks (Latin, Han and Hangul are not).
_FOREIGN_RUN = re.compile("[^\x00-\u02ff\u1e00-\u20cf\u2100-\u3028\u3100-\ua66e\uac00-\ud7a3]{31,}")

_GONE = (
    ("lone surrogates", _SURROGATE),
    ("control characters", _CONTROL),
    ("direction controls", _DIRECTION),
    ("invisible characters", _INVISIBLE),
)


def clean(text: str) -> str:
    """The canonical form of `text`: NFC, lines ended by "\\n", nothing invisible. Idempotent."""
    for _, pattern in _GONE:
        text = pattern.sub("", text)
    text = _NEWLINE.sub("\n", text)
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _stream_safe(text))


def removed(text: str) -> tuple[str, ...]:
    """What `clean` takes out of `text`, in words ("2 direction controls"): notes for the article's row."""
    counts = ((name, len(pattern.findall(text))) for name, pattern in _GONE)
    return tuple(f"took out {count} {name if count > 1 else name[:-1]}" for name, count in counts if count)


def _stream_safe(text: str) -> str:
    return _FOREIGN_RUN.sub(_cut_marks, text)


def _cut_marks(match: re.Match[str]) -> str:
    kept: list[str] = []
    run = 0
    for char in match[0]:
        run = run + 1 if unicodedata.combining(char) else 0
        if run <= _MARKS:
            kept.append(char)
    return "".join(kept)
