"""Which formats can be read, and which reader a file gets.

A reader turns one file's bytes into one `Draft`. A format that holds several articles (an archive, a
feed, a table of articles) is no reader: it unpacks into named members with `ReadHints` of their own,
and each member comes back here.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import PurePath

from extract.errors import InputError, UnknownFormatError
from extract.readers import doc, docx, eml, epub, html, markdown, msg, odt, pdf, pptx, record, rtf, subtitles, text
from extract.readers.decoding import refuse_binary
from extract.readers.draft import Draft, Input
from extract.readers.zip_parts import office_kind

SNIFFED = 2048  # bytes


@dataclass(frozen=True, slots=True)
class Reader:
    """`version` goes up when the same bytes would give another text. `sniff` sees a file's first 2 kB."""

    name: str
    version: int
    media_types: tuple[str, ...]
    endings: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read: Callable[[Input], Draft]
    #: Nothing else begins like this: it says more than the ending of a name.
    signed: bool = False
    #: What an extra of the same name brings, if it takes one.
    module: str | None = None
    #: Programs of which it takes one.
    programs: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return f"{self.name} {self.version}"


_HTML = re.compile(rb"\s*(?:<\?xml[^>]*\?>\s*)?(?><!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_FRONT_MATTER = re.compile(rb"---[ \t]*\r?\n[A-Za-z_-]+:")


def _is_html(head: bytes) -> bool:
    return bool(_HTML.match(head.removeprefix(b"\xef\xbb\xbf")))


def _is_markdown(head: bytes) -> bool:
    return bool(_FRONT_MATTER.match(head.removeprefix(b"\xef\xbb\xbf")))


def _never(_head: bytes) -> bool:
    return False


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_OPEN = "application/vnd.oasis.opendocument.text"
_BUILT_IN: tuple[Reader, ...] = (
    Reader("pdf", 1, ("application/pdf",), (".pdf",), pdf.is_pdf, pdf.read, signed=True, module="pypdf"),
    Reader("docx", 1, (_WORD,), (".docx", ".docm"), docx.is_docx, docx.read, signed=True),
    Reader("odt", 1, (_OPEN,), (".odt", ".ott"), odt.is_odt, odt.read, signed=True),
    Reader("pptx", 1, (_SLIDES,), (".pptx", ".ppsx"), pptx.is_pptx, pptx.read, signed=True),
    Reader("epub", 1, ("application/epub+zip",), (".epub",), epub.is_epub, epub.read, signed=True),
    Reader("rtf", 1, ("application/rtf", "text/rtf"), (".rtf",), rtf.is_rtf, rtf.read, signed=True, module="striprtf"),
    Reader(
        "eml", 1, ("message/rfc822", "multipart/related"), (".eml", ".mht", ".mhtml"), eml.is_message, eml.read,
        signed=True,
    ),
    Reader("msg", 1, ("application/vnd.ms-outlook",), (".msg",), _never, msg.read, module="olefile"),
    Reader("doc", 1, ("application/msword",), (".doc", ".dot"), doc.is_ole, doc.read, programs=doc.PROGRAMS),
    Reader("html", 3, ("text/html", "application/xhtml+xml"), (".html", ".htm", ".xhtml"), _is_html, html.read),
    Reader(
        "subtitles", 1, ("text/vtt", "application/x-subrip"), (".vtt", ".srt"), subtitles.is_subtitles, subtitles.read
    ),
    Reader("markdown", 1, ("text/markdown",), (".md", ".markdown"), _is_markdown, markdown.read),
)  # fmt: skip
_TEXT = Reader("text", 1, ("text/plain",), (".txt", ".text"), _never, text.read)
#: The entry point group in which an installed package names a `Reader` (docs/extending.md).
GROUP = "extract.readers"


def installed_readers() -> Iterator[Reader]:
    """The readers of installed packages. Raises InputError for what is none, and for a name that is taken."""
    for point in entry_points(group=GROUP):
        reader = point.load()
        if not isinstance(reader, Reader):
            raise InputError(f"The entry point {point.name!r} in {GROUP} is not an extract.readers.registry.Reader.")
        if any(reader.name == other.name for other in (*_BUILT_IN, _TEXT)):
            raise InputError(f"Two readers are called {reader.name!r}. Remove the package that adds one.")
        yield reader


READERS: tuple[Reader, ...] = (*_BUILT_IN, *installed_readers(), _TEXT)
#: Articles that come as fields: rows and items, which their containers take out. They are not files.
_RECORDS = (
    Reader("csv", 1, ("text/csv",), (), _never, record.read),
    Reader("json", 1, ("application/json",), (), _never, record.read),
    Reader("feed", 1, ("application/rss+xml",), (), _never, record.read),
    Reader("nexis", 1, ("application/x-nexis",), (), _never, record.read),
    Reader("factiva", 1, ("application/x-factiva",), (), _never, record.read),
)


def endings() -> frozenset[str]:
    """The file name endings that some reader takes, in lower case with their dot."""
    return frozenset(ending for reader in READERS for ending in reader.endings)


def reader_for(file: Input) -> Reader:
    """The reader that is named by the hints, or by the content, or by the ending of the name.

    Raises UnknownFormatError for another media type, signature or ending, BinaryFileError for binary data.
    """
    if file.hints.media_type:
        return _by_media_type(file.source, file.hints.media_type)
    head = file.raw[:SNIFFED]
    kind = office_kind(io.BytesIO(file.raw)) if head.startswith(b"PK") else None
    if office := next((reader for reader in READERS if reader.name == kind), None):
        return office
    if signed := next((reader for reader in READERS if reader.signed and reader.sniff(head)), None):
        return signed
    found = by_ending(file.name)
    if found is None or found is _TEXT or found.signed:
        found = next((reader for reader in READERS if reader.sniff(head)), found)
    elif found.name == "html" and b"<" not in file.raw:
        found = _TEXT
    return found or _for_unknown(file)


def _by_media_type(source: str, media_type: str) -> Reader:
    plain = media_type.partition(";")[0].strip().lower()
    for reader in (*READERS, *_RECORDS):
        if plain in reader.media_types:
            return reader
    raise UnknownFormatError(f"{source}: no reader for {plain}. Known types: {_listed(_media_types())}.")


def reads_media_type(media_type: str) -> bool:
    """Whether files of this type are articles."""
    return media_type in _media_types()


def _media_types() -> list[str]:
    return [media_type for reader in READERS for media_type in reader.media_types]


def by_ending(name: str) -> Reader | None:
    """The reader that takes files with the ending of this name."""
    ending = PurePath(name).suffix.lower()
    return next((reader for reader in READERS if ending in reader.endings), None)


def _for_unknown(file: Input) -> Reader:
    """Names without an ending (standard input, `article`, `story.2`) are text if their bytes are."""
    ending = PurePath(file.name).suffix
    if not re.search("[A-Za-z]", ending):
        return _TEXT
    refuse_binary(file.source, file.raw)
    raise UnknownFormatError(
        f"{file.source}: files ending in {ending} cannot be read. Known endings: {_listed(sorted(endings()))}. "
        "Rename it if it is one of these."
    )


def _listed(names: list[str]) -> str:
    return ", ".join(names)
