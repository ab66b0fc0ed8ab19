"""A PDF file opened with pypdf, within limits, and errors that say what to do."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from extract.errors import EmptyFileError, MissingReaderError, ReadError, TooLargeError

if TYPE_CHECKING:
    from pypdf import PdfReader

_SILENT = logging.NullHandler()
_CATALOG = re.compile(rb"(\d{1,9} \d{1,5}) obj\b[^\0]{0,400}?/Type\s*/Catalog\b")
_TRAILER = b"\nendobj\ntrailer\n<< /Root %s R >>\nstartxref\n0\n%%%%EOF\n"
_MOST_PAGES = 2_000
_MOST_BYTES = 30_000_000  # of one stream, unpacked
_MOST_OPERANDS = 1_500_000  # of one page


@contextmanager
def within_limits(source: str) -> Iterator[None]:
    """pypdf with limits that fit an article, and silent: its warnings on odd files would go to stderr."""
    try:
        from pypdf import apply_configuration
    except ImportError as error:
        raise MissingReaderError(
            f"{source} is a PDF document. Install its reader with: pip install 'extract-claims[pdf]'"
        ) from error
    logging.getLogger("pypdf").addHandler(_SILENT)
    with apply_configuration(
        maximum_declared_stream_length=_MOST_BYTES,
        array_based_stream_maximum_output_length=_MOST_BYTES,
        lzw_maximum_output_length=_MOST_BYTES,
        run_length_maximum_output_length=_MOST_BYTES,
        zlib_maximum_output_length=_MOST_BYTES,
        stream_parsing_work_maximum_count=_MOST_OPERANDS,
        page_tree_maximum_entries=4 * _MOST_PAGES,
    ):
        yield


def opened(source: str, raw: bytes) -> PdfReader:
    """Raises ReadError for what is damaged or has a password, TooLargeError for books."""
    from pypdf.errors import PyPdfError

    try:
        try:
            reader, count = _counted(source, raw)
        except PyPdfError:
            reader, count = _counted(source, _with_trailer(raw))
    except (ReadError, MemoryError):
        raise
    except Exception as error:  # damaged files make pypdf raise what it does not document
        raise ReadError(damaged(source, error)) from error
    if count > _MOST_PAGES:
        raise TooLargeError(f"{source} has {count:,} pages. One article may have {_MOST_PAGES:,}. Split it.")
    if not count:
        raise EmptyFileError(f"{source} has no pages that could be found. Save it again, or its text as .txt.")
    return reader


def _counted(source: str, raw: bytes) -> tuple[PdfReader, int]:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(raw), strict=False)
    if reader.is_encrypted:
        _decrypt(source, reader)
    return reader, len(reader.pages)


def _with_trailer(raw: bytes) -> bytes:
    """A download that broke off has no table of its objects: with a trailer, pypdf looks for them itself."""
    roots = list(_CATALOG.finditer(raw))
    return raw + (_TRAILER % roots[-1][1] if roots else b"")


def _decrypt(source: str, reader: PdfReader) -> None:
    """Many files have an owner's password only: the empty one opens them."""
    from pypdf import PasswordType
    from pypdf.errors import DependencyError

    try:
        opened = reader.decrypt("") is not PasswordType.NOT_DECRYPTED
    except DependencyError as error:
        raise MissingReaderError(
            f"{source} is encrypted. Install what can decrypt it with: pip install 'extract-claims[pdf]'"
        ) from error
    if not opened:
        raise ReadError(f"{source} is locked with a password. Save a copy without one, or its text as .txt.")


def damaged(source: str, error: BaseException) -> str:
    reason = " ".join(str(error).split())[:150] or type(error).__name__
    return f"{source} could not be read as PDF ({reason}). Save or download it again, or save its text as .txt."
