"""Fonts: from the bytes of a content stream to characters and their widths.

The one module that knows pypdf's `Font`, which is not part of its documented interface: hence the upper
bound on its version.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf.generic._font import Font

_BOLD = re.compile(r"bold|black|heavy|semibold|demi|\bbd\b|-bd", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|slanted", re.IGNORECASE)
_ITALIC_FLAG, _FORCE_BOLD_FLAG = 1 << 6, 1 << 18
_BOLD_WEIGHT = 600
#: Ligatures that typesetters use; other compatibility characters (½, ², ™) mean something.
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
#: Codes without a character in WinAnsiEncoding: they show a bullet (ISO 32000, annex D.2).
_UNUSED = frozenset("\x7f\x81\x8d\x8f\x90\x9d")
_MOST_PER_EM = 4000.0  # thousandths: wider than any glyph


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as shown: its text ("fi" for the ligature), its width in thousandths of the font size."""

    text: str
    width: float
    is_space: bool
    known: bool = True


@dataclass(slots=True, eq=False)
class Typeface:
    """One font of a page. `space` is the width of its space in thousandths of the font size."""

    font: Font | None
    bold: bool = False
    italic: bool = False
    space: float = 250.0
    _glyphs: dict[str, Glyph] = field(default_factory=dict)

    def glyphs(self, raw: bytes) -> list[Glyph]:
        return [self._glyphs.get(code) or self._glyph(code) for code in self._codes(raw)]

    def _codes(self, raw: bytes) -> str:
        """One character for each code, of one byte or two."""
        if self.font is None or not isinstance(self.font.encoding, str):
            return raw.decode("latin-1")
        try:
            return raw.decode(self.font.encoding, "surrogatepass")
        except (UnicodeDecodeError, LookupError):
            return raw.decode("utf-16-be", "replace")

    def _glyph(self, code: str) -> Glyph:
        glyph = self._made(code) if self.font is not None else Glyph("", 500, is_space=False, known=False)
        self._glyphs[code] = glyph
        return glyph

    def _made(self, code: str) -> Glyph:
        font = self.font
        assert font is not None
        char = code if isinstance(font.encoding, str) else font.encoding.get(ord(code), code)
        text = str(font.character_map.get(char, char))
        if text in _UNUSED and not isinstance(font.encoding, str):
            text = "•"
        mapped = not isinstance(font.encoding, str) or char in font.character_map or font.encoding != "utf-16-be"
        known = font.interpretable and mapped and "\ufffd" not in text
        return Glyph(plain(text) if known else "", _width(font, code), text == " ", known)


def plain(text: str) -> str:
    """`text` with its ligatures as letters."""
    return "".join(LIGATURES.get(char, char) for char in text if char not in "\x00\r\n")


def _width(font: Font, code: str) -> float:
    """Widths come from the file and may be anything."""
    try:
        width = float(font.space_width if code == font.space_char else font.get_text_width(code))
    except (TypeError, ValueError, OverflowError, KeyError):
        return 500.0
    return width if 0 <= width <= _MOST_PER_EM else 500.0


UNKNOWN = Typeface(None)


def typeface(resource: Any) -> Typeface:
    """The typeface of a font dictionary; of one that is broken, one without characters."""
    from pypdf.generic._font import Font

    try:
        font = Font.from_font_resource(resource)
        descriptor = font.font_descriptor
        name = f"{font.name} {descriptor.name}"
        flags, weight = _integer(descriptor.flags), _integer(descriptor.weight)
        bold = bool(_BOLD.search(name)) or bool(flags & _FORCE_BOLD_FLAG) or weight >= _BOLD_WEIGHT
        italic = bool(_ITALIC.search(name)) or bool(flags & _ITALIC_FLAG)
        space = _width(font, font.space_char)
    except Exception:  # damaged fonts make pypdf raise what it does not document
        return UNKNOWN
    return Typeface(font, bold, italic, space or 250.0)


@lru_cache(maxsize=256)
def _integer(value: object) -> int:
    try:
        return int(value)  # type: ignore[call-overload,no-any-return]
    except (TypeError, ValueError):
        return 0


@dataclass(frozen=True, slots=True)
class Faces:
    """The typefaces of a document. A resource is kept beside its typeface: an id is its own only while it lives."""

    _made: dict[int, tuple[Any, Typeface]] = field(default_factory=dict)

    def of(self, resource: Any) -> Typeface:
        if id(resource) not in self._made:
            self._made[id(resource)] = (resource, typeface(resource))
        return self._made[id(resource)][1]
