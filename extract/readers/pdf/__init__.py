"""PDF (ISO 32000): pages as placed text, made into paragraphs in reading order.

file ─ source ─> pages ─ content ─> words where they stand ─ rows ─> lines, furniture apart
                                   ─ columns ─> lines in reading order ─ paragraphs ─> pieces
"""

from __future__ import annotations

from extract.readers.draft import Draft, Input
from extract.readers.pdf.document import read_bounded
from extract.readers.watch import watched

__all__ = ["is_pdf", "read"]

_HEADER = b"%PDF-"


def is_pdf(head: bytes) -> bool:
    """Readers of PDF look for the header in the first 1024 bytes: some servers put rubbish before it."""
    at = head[:1024].find(_HEADER)
    return at == 0 or (at > 0 and not head[:at].strip(b"\x00 \r\n\t\xef\xbb\xbf"))


@watched
def read(file: Input) -> Draft:
    """Raises MissingReaderError without pypdf, EmptyFileError for scanned pages, TooLargeError and ReadError."""
    return read_bounded(file)
