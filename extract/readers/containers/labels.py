"""Names of members, from what archives and feeds call them: clean, bounded, and never taken for a path."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

_LONGEST = 240
_DRIVE = re.compile(r"[A-Za-z]:(?=/|$)")
_STEERING = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_MEMBER, _ITEM = "!/", "#"


def in_archive(archive: str, name: str) -> str:
    """The source of a file in an archive: "news.zip!/a/b.html".

    "../../etc/passwd", "/etc/passwd" and "C:\\\\etc\\\\passwd" are all "etc/passwd". What separates levels is
    escaped in names, so that no member can be called what another one is.
    """
    path = cleaned(name.replace("\\", "/"))
    parts = [part for part in _DRIVE.sub("", path).split("/") if part not in ("", ".", "..")]
    inside = "/".join(parts).replace("%", "%25") if "%2" in path else "/".join(parts)
    return archive + _MEMBER + _short(inside.replace("!/", "%21/").replace(_ITEM, "%23") or "unnamed")


def in_list(file: str, name: str) -> str:
    """The source of an item of a feed or a row of a table: "feed.xml#a1", "news.csv#12"."""
    return file + _ITEM + _short(cleaned(name) or "unnamed")


def cleaned(name: str) -> str:
    """`name` on one line, what cannot be seen taken out; bytes that are no text are shown as such."""
    shown = name.encode("utf-8", "surrogateescape" if _escaped(name) else "replace").decode("utf-8", "backslashreplace")
    return " ".join("".join(" " if c in "\t\n\r" else c for c in shown if _visible(c)).split())


def _escaped(name: str) -> bool:
    return all(0xDC80 <= ord(c) <= 0xDCFF for c in name if 0xD800 <= ord(c) <= 0xDFFF)


def _visible(char: str) -> bool:
    return char in "\t\n\r" or unicodedata.category(char) not in _STEERING


def _short(name: str) -> str:
    """Long names keep their end, where the file ending is, and a hash for what they lost."""
    if len(name) <= _LONGEST:
        return name
    return f"{name[:100]}~{sha256(name.encode()).hexdigest()[:12]}~{name[-100:]}"


def hidden(name: str) -> bool:
    """Whether a file of an archive is one that file managers do not show."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return any(part.startswith(".") or part == "__MACOSX" for part in parts)
