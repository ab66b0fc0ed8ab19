"""Text from articles as safe HTML: escaped, with isolated direction and visible control characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from markupsafe import Markup, escape

#: Controls of direction (which can show a quotation in another order than it is stored in), other controls
#: and characters without width. Joiners stay: emoji and several scripts need them.
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)


def safe(text: str) -> Markup:
    """`text` in an element that keeps its direction to itself, with a mark for each invisible character.

    (A table has thousands of these: `Markup.format` takes six times as long.)
    """
    return Markup(f"<bdi>{visible(text)}</bdi>")  # noqa: S704 (escaped)


def line(words: str) -> Markup:
    """A claim's parts as one sentence: "[Ada Lind] · 's leaving" is "[Ada Lind]'s leaving"."""
    return safe(re.sub(r" · (?=['’](?:s|ll|d|re|ve|m)\b)", "", words).replace(" · ", " "))


def visible(text: str) -> Markup:
    """`text` escaped, with a mark for each invisible character."""
    if not _INVISIBLE.search(text):
        return escape(text)
    parts: list[Markup] = []
    end = 0
    for match in _INVISIBLE.finditer(text):
        parts += (escape(text[end : match.start()]), _mark(match[0]))
        end = match.end()
    return Markup("").join([*parts, escape(text[end:])])


def marked(text: str, marks: tuple[str, str]) -> Markup:
    """As `safe`, with what stands between two marks highlighted."""
    before, *parts = text.split(marks[0])
    pieces = (part.partition(marks[1]) for part in parts)
    return Markup("<bdi>{}{}</bdi>").format(
        visible(before),
        Markup("").join(Markup("<mark>{}</mark>{}").format(visible(p[0]), visible(p[2])) for p in pieces),
    )


def time(iso: str | None, words: Callable[[str], str]) -> Markup:
    """A date or time in `words`, in an element that keeps it for machines; nothing for none."""
    return Markup(f'<time datetime="{escape(iso)}">{escape(words(iso))}</time>') if iso else Markup("")  # noqa: S704


def plain(text: str) -> str:
    """`text` with the code of each invisible character in its place, for where no elements may stand (SVG)."""
    return _INVISIBLE.sub(lambda match: f"[U+{ord(match[0]):04X}]", text)


def _mark(char: str) -> Markup:
    code = f"U+{ord(char):04X}"
    name = unicodedata.name(char, "control character").lower()
    return Markup('<span class="x-unseen" title="{}: {}">{}</span>').format(code, name, code)
