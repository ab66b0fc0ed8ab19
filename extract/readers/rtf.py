"""Rich Text Format, by striprtf: the words, and title and author of the document."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.errors import MissingReaderError, ReadError
from extract.readers.draft import Draft, Input, Piece
from extract.readers.printed_metadata import described
from extract.readers.watch import watched

_SIGNATURE = b"{\\rtf"
_MOST_HEAD = 200_000  # characters; the properties follow the tables of fonts and styles
_MOST_VALUE = 500


def is_rtf(head: bytes) -> bool:
    return head.startswith(_SIGNATURE)


@watched
def read(file: Input) -> Draft:
    """Raises MissingReaderError without striprtf, ReadError for what it cannot read."""
    written = file.raw.decode("latin-1")
    text = _plain(file.source, written)
    body = "\n\n".join(line.strip(" |") for line in text.split("\n") if line.strip(" |"))
    title, author = (_info(file.source, written, name) for name in ("title", "author"))
    return replace(described(file.source, body.split("\n\n"), title, author), pieces=(Piece(body),))


def _plain(source: str, written: str) -> str:
    """The words of RTF, a paragraph a line; cells of a table with "|" between."""
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise MissingReaderError(
            f"{source} is an RTF document. Install its reader with: pip install 'extract-claims[rtf]'"
        ) from error
    try:
        return str(rtf_to_text(written, errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, IndexError, KeyError, LookupError, OverflowError) as error:
        raise ReadError(f"{source} could not be read as RTF ({error}). Save it again as .docx or .txt.") from error


def _info(source: str, written: str, name: str) -> str | None:
    """What the document's properties say: "{\\info{\\title Council buys mill}}"."""
    match = re.search(rf"\{{\\{name} ([^{{}}]{{1,{_MOST_VALUE}}})\}}", written[:_MOST_HEAD])
    return _plain(source, f"{{\\rtf1 {match[1]}}}").strip() or None if match else None
