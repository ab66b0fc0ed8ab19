"""Files of any format, damaged at random."""

from __future__ import annotations

from random import Random

INSERTED = (
    b"\0" * 600, b'"', b"\n", b"<!--", b"]]>", b"\xff\xfe", b"{", b"PK\x03\x04", b"\x01", b"<script>x</script>\x02",
    b"<!-- x -->\x0b",
    b"<nav>x</nav>\x1f", b"&#1;", b"&#xD800;", b"<blockquote type=cite>x</blockquote>\x03", b"\xc2\x85",
    b"<svg>", b"</body>", b"<div hidden>", b"<p style='display:none'>", b"\xef\xbf\xbe", b"-" * 210, b"a" * 1600,
)  # fmt: skip


def damaged(raw: bytes, luck: Random) -> bytes:
    """Bytes changed, cut, doubled or put in, up to four times."""
    found = bytearray(raw)
    for _ in range(luck.randint(1, 4)):
        at = luck.randint(0, max(0, len(found) - 1))
        size = luck.randint(1, 40)
        match luck.choice(("set", "cut", "end", "double", "insert")):
            case "set":
                found[at : at + 1] = bytes([luck.randint(0, 255)])
            case "cut":
                del found[at : at + size]
            case "end":
                del found[at:]
            case "double":
                found[at:at] = found[at : at + size] * luck.randint(1, 50)
            case _:
                found[at:at] = luck.choice(INSERTED)
    return bytes(found)
