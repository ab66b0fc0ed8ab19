"""Files to articles: `load` gives the bytes of a path, `read` the article in them."""

from __future__ import annotations

from extract.errors import EmptyFileError, TooLargeError
from extract.model import Article
from extract.readers.compose import compose
from extract.readers.draft import MAX_BYTES, Input, ReadHints
from extract.readers.files import label, load
from extract.readers.registry import READERS, Reader, endings, reader_for

__all__ = ["MAX_BYTES", "READERS", "ReadHints", "Reader", "endings", "label", "load", "read"]


def read(source: str, raw: bytes, hints: ReadHints | None = None) -> Article:
    """The article in `raw`, the bytes of what `source` (a path, "-", a member of an archive) names.

    Raises a ReadError whose message says what to do.
    """
    file = Input(label(source), raw, hints or ReadHints())
    _check_size(file)
    reader = reader_for(file)
    return compose(file, reader, reader.read(file))


def _check_size(file: Input) -> None:
    if len(file.raw) > file.hints.max_bytes:
        raise TooLargeError(
            f"{file.source} has {len(file.raw) / 1e6:,.1f} MB, more than the {file.hints.max_bytes / 1e6:,.1f} MB "
            "allowed for one article. Split it, or raise the limit."
        )
    if not file.raw.strip(b"\xef\xbb\xbf \t\r\n\f\v"):
        raise EmptyFileError(f"{file.source} is empty. Leave it out, or save the article again.")
