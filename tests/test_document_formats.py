"""OpenDocument, EPUB, RTF and subtitles: what is read of them, and what is said where they are damaged."""

from __future__ import annotations

import io
import zipfile
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from extract.errors import EmptyFileError, InputError, ReadError
from extract.model import Article
from extract.readers import read, registry
from extract.readers.containers.container_registry import container_for
from extract.readers.containers.format_list import formats
from extract.readers.containers.members import Blob
from extract.readers.containers.streams import buffered
from extract.readers.draft import Draft, Piece, ReadHints
from extract.text.blocks import blocks

ONE = "The council of Brennick bought the old mill on Monday for two million crowns."
TWO = "Mayor Greta Holm said that the town had waited for it since 1998."

ODT_TYPE = "application/vnd.oasis.opendocument.text"
_NAMES = ("office", "text", "table", "style", "meta")
ODT_NAMES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in _NAMES) + (
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)  # fmt: skip
ODT_BODY = f"""<text:tracked-changes><text:changed-region><text:deletion><text:p>Deleted words.</text:p></text:deletion>
</text:changed-region></text:tracked-changes>
<text:p text:style-name="P1">Council buys the old mill</text:p>
<text:p>By Mira Tolland</text:p><text:p>3 May 2024</text:p>
<text:p>{ONE.replace("old mill", "old<text:s/>mill")}<text:note><text:note-citation>1</text:note-citation>
<text:note-body><text:p>The price was not disclosed before.</text:p></text:note-body></text:note></text:p>
<text:h text:outline-level="2">What comes next</text:h>
<text:list><text:list-item><text:p>The roof will be mended first.</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Roof</text:p></table:table-cell><table:table-cell><text:p>40,000
</text:p></table:table-cell></table:table-row></table:table>
<text:p>{TWO}<office:annotation><text:p>Check this!</text:p></office:annotation></text:p>"""
ODT = {
    "content.xml": f'<office:document-content {ODT_NAMES}><office:automatic-styles><style:style style:name="P1" '
    f'style:parent-style-name="Title"/></office:automatic-styles><office:body><office:text>{ODT_BODY}</office:text>'
    "</office:body></office:document-content>",
    "meta.xml": f"<office:document-meta {ODT_NAMES}><office:meta><dc:title>Council buys the old mill</dc:title>"
    "<dc:language>en-GB</dc:language></office:meta></office:document-meta>",
}
EPUB = {
    "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    "OEBPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
    "<dc:title>The Mill</dc:title><dc:creator>Mira Tolland</dc:creator><dc:creator>Jon Hale</dc:creator><dc:publisher>"
    "Marrow Press</dc:publisher><dc:date>2021-05-03</dc:date><dc:language>en</dc:language></metadata><manifest>"
    '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    '<item id="b" href="b%20two.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="n"/>'
    '<itemref idref="a"/><itemref idref="b"/><itemref idref="gone"/></spine></package>',
    "OEBPS/nav.xhtml": "<html><body><nav><ol><li><a href='a.xhtml'>One</a></li></ol></nav></body></html>",
    "OEBPS/a.xhtml": f"<!DOCTYPE html><html><body><h1>Chapter one</h1><p>{ONE}</p></body></html>",
    "OEBPS/b two.xhtml": f"<html><body><h1>Chapter two</h1><p>{TWO}</p></body></html>",
}
RTF = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}"
    rb"{\info{\title Council buys the old mill}{\author Mira Tolland}}"
    rb"{\*\generator Writer;}\f0\fs24 Council buys the old mill\par 3 May 2024\par "
    rb"The caf\'e9 owner said \u8220?yes\u8221?.\par "
    + ONE.encode() + rb"\par}"
)  # fmt: skip
SRT = b"""1
00:00:01,000 --> 00:00:03,000
<i>The council bought</i>
the old mill on Monday.

2
00:00:03,100 --> 00:00:05,000
the old mill on Monday.
It paid two million crowns.

3
00:00:12,000 --> 00:00:14,000
- The town had waited for it.
"""


def archive(kind: str, parts: dict[str, str], first: str | None = "mimetype") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as out:
        if first:
            out.writestr(first, kind)
        for name, text in parts.items():
            out.writestr(name, text)
    return file.getvalue()


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, article.text[block.start : block.end]) for block in blocks(article)]


def test_opendocument_text_keeps_titles_headings_lists_tables_and_notes() -> None:
    article = read("mill.odt", archive(ODT_TYPE, ODT))
    assert kinds(article) == [
        ("title", "Council buys the old mill"),
        ("byline", "By Mira Tolland"),
        ("dateline", "3 May 2024"),
        ("paragraph", ONE),
        ("paragraph", "The price was not disclosed before."),
        ("heading", "What comes next"),
        ("list", "The roof will be mended first."),
        ("table", "Roof | 40,000"),
        ("paragraph", TWO),
    ]
    assert (article.title, article.byline, article.published, article.language, article.reader) == (
        "Council buys the old mill", "Mira Tolland", "2024-05-03", "en", "odt 1"
    )  # fmt: skip


def test_a_book_is_read_chapter_by_chapter() -> None:
    article = read("mill.epub", archive("application/epub+zip", EPUB))
    assert kinds(article) == [
        ("title", "The Mill"), ("heading", "Chapter one"), ("paragraph", ONE), ("heading", "Chapter two"),
        ("paragraph", TWO),
    ]  # fmt: skip
    assert (article.title, article.byline, article.outlet) == ("The Mill", "Mira Tolland, Jon Hale", "Marrow Press")
    assert (article.published, article.media_type) == ("2021-05-03", "application/epub+zip")
    nameless = EPUB["OEBPS/book.opf"].replace("The Mill", "Unknown Title").replace("Mira Tolland", "Unknown Author")
    article = read("mill.epub", archive("application/epub+zip", EPUB | {"OEBPS/book.opf": nameless}))
    assert (article.title, article.byline) == (None, "Jon Hale")


def test_rich_text_gives_its_words_and_properties() -> None:
    article = read("mill.rtf", RTF)
    assert article.text.split("\n\n") == ["Council buys the old mill", "3 May 2024", "The café owner said “yes”.", ONE]
    assert (article.title, article.byline, article.published) == (
        "Council buys the old mill",
        "Mira Tolland",
        "2024-05-03",
    )
    assert read("mill.doc", RTF).reader == "rtf 1"  # Word saves RTF under this name, too


def test_subtitles_become_paragraphs_at_pauses() -> None:
    expected = "The council bought the old mill on Monday. It paid two million crowns.\n\nThe town had waited for it."
    assert read("news.srt", SRT).text == expected
    vtt = b"WEBVTT\n\nNOTE made by hand\n\n" + SRT.replace(b",000", b".000").replace(b",100", b".100")
    assert read("news.vtt", vtt).text == expected
    assert read("news.txt", vtt).reader == "subtitles 1"


@pytest.mark.parametrize(("name", "parts"), [("a.odt", ODT), ("a.epub", EPUB)])
def test_documents_are_known_by_their_ending_whatever_part_comes_first(name: str, parts: dict[str, str]) -> None:
    raw = archive("x", dict(reversed(parts.items())), first=None)
    assert container_for(Blob(name, name, buffered(io.BytesIO(raw)), ReadHints())) is None  # type: ignore[arg-type]
    assert read(name, raw).reader == f"{name[2:]} 1"


@pytest.mark.parametrize(
    ("name", "raw", "error"),
    [
        ("a.odt", b"PK\x03\x04 broken", ReadError),
        ("a.odt", archive(ODT_TYPE, {"meta.xml": "<a/>"}), ReadError),
        ("a.odt", archive(ODT_TYPE, {"content.xml": "<a>"}), ReadError),
        ("a.odt", archive(ODT_TYPE, {"content.xml": "<a/>"}), EmptyFileError),
        ("a.odt", archive(ODT_TYPE, {"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), ReadError),
        ("a.epub", archive("application/epub+zip", {}), ReadError),
        ("a.epub", archive("application/epub+zip", {**EPUB, "OEBPS/book.opf": "<package/>"}), EmptyFileError),
        ("a.rtf", b"{\\rtf1 }", EmptyFileError),
        ("a.srt", b"1\n2\n", EmptyFileError),
    ],
)
def test_what_is_damaged_or_empty_says_so(name: str, raw: bytes, error: type[ReadError]) -> None:
    with pytest.raises(error, match=name):
        read(name, raw)


def test_an_installed_package_adds_a_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package as pip installs one: a module, and metadata that name it."""
    (tmp_path / "extract_shout.py").write_text(
        "from extract.readers.draft import Draft, Piece\nfrom extract.readers.registry import Reader\n"
        "def read(file):\n    return Draft((Piece(file.raw.decode('ascii').capitalize()),))\n"
        "READER = Reader('shout', 1, ('text/x-shout',), ('.shout',), lambda head: head.startswith(b'STOP'), read)\n"
    )
    metadata = tmp_path / "extract_shout-1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: extract-shout\nVersion: 1\n")
    (metadata / "entry_points.txt").write_text("[extract.readers]\nshout = extract_shout:READER\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    (added,) = registry.installed_readers()
    assert added.name == "shout"
    monkeypatch.setattr(registry, "READERS", (*registry.READERS[:-1], added, registry.READERS[-1]))
    assert read("mill.shout", b"THE MILL WAS SOLD.").text == "The mill was sold."


@pytest.mark.parametrize("value", ["tests.test_document_formats:ONE", "tests.test_document_formats:DOUBLE"])
def test_an_entry_point_that_is_no_new_reader_is_refused(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("odt", value, registry.GROUP)
    monkeypatch.setattr(registry, "entry_points", lambda group: [point] if group == registry.GROUP else [])
    with pytest.raises(InputError, match="odt"):
        list(registry.installed_readers())


def _double(_file: object) -> Draft:
    return Draft((Piece(ONE),))


DOUBLE = registry.Reader("odt", 1, (), (), bool, _double)


def test_the_list_of_formats_names_the_extra_that_each_needs() -> None:
    needed = {form.name: form.install for form in formats() if form.install}
    assert needed["rtf"] == "pip install 'extract-claims[rtf]'"
    assert "odt" not in needed
