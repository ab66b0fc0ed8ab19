"""Word documents made with python-docx, some with parts put in by hand as Word writes them."""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
from collections.abc import Callable
from functools import cache

import docx
import pytest
from docx.document import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.errors import EmptyFileError, MissingReaderError, ReadError, TooLargeError, UnknownFormatError
from extract.model import Article
from extract.readers import ReadHints, read
from extract.readers.printed_metadata import believable_author, believable_title, printed_author
from extract.text.blocks import blocks

SENTENCE = "The operator closed the dam on Monday after engineers found a leak."
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def changed(raw: bytes, change: Callable[[str, bytes], bytes], **added: bytes) -> bytes:
    """The package with each part as `change` gives it back, and with more parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, part in added.items():
            new.writestr(f"word/{name}.xml", part)
    return buffer.getvalue()


def with_body(xml: str, **added: bytes) -> bytes:
    """A document whose body is this WordprocessingML."""
    body = f"<w:body>{xml}</w:body>".encode()

    def change(name: str, part: bytes) -> bytes:
        return (
            re.sub(rb"<w:body>.*</w:body>", lambda _: body, part, flags=re.S) if name == "word/document.xml" else part
        )

    return changed(saved(docx.Document()), change, **added)


def p(words: str, properties: str = "") -> str:
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}<w:r><w:t>{words}</w:t></w:r></w:p>"


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, article.text[block.start : block.end]) for block in blocks(article)]


def test_styles_say_what_a_paragraph_is() -> None:
    document = docx.Document()
    document.add_heading("Dam above Brennick closed", 0)
    document.add_paragraph("By Mira Tolland")
    document.add_paragraph(SENTENCE)
    document.add_heading("What comes next", 2)
    document.add_paragraph("Inspectors will return on Friday.", style="List Bullet")
    document.add_paragraph("The reservoir will be drained.", style="List Number")
    document.add_paragraph("We saw it coming.", style="Intense Quote")
    document.add_paragraph("The dam in March.", style="Caption")
    assert kinds(read("a.docx", saved(document))) == [
        ("title", "Dam above Brennick closed"),
        ("byline", "By Mira Tolland"),
        ("paragraph", SENTENCE),
        ("heading", "What comes next"),
        ("list", "Inspectors will return on Friday."),
        ("list", "The reservoir will be drained."),
        ("quote", "We saw it coming."),
        ("caption", "The dam in March."),
    ]


def test_the_only_first_heading_is_the_title() -> None:
    document = docx.Document()
    document.add_heading("Dam above Brennick closed", 1)
    document.add_paragraph(SENTENCE)
    document.add_heading("What comes next", 2)
    document.add_paragraph(SENTENCE)
    assert read("a.docx", saved(document)).title == "Dam above Brennick closed"


def test_a_style_counts_for_what_it_is_based_on() -> None:
    document = docx.Document()
    own = document.styles.add_style("Zwischentitel", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = document.styles["Heading 2"]
    document.add_paragraph(SENTENCE)
    document.add_paragraph("What comes next", style="Zwischentitel")
    document.add_paragraph(SENTENCE)
    assert ("heading", "What comes next") in kinds(read("a.docx", saved(document)))


def test_a_table_is_rows_of_cells_and_a_layout_table_is_text() -> None:
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    table = document.add_table(2, 2)
    for row, words in zip(table.rows, (("Year", "Level"), ("2023", "41 m")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    document.add_table(1, 1).cell(0, 0).text = " ".join([SENTENCE] * 4)
    found = kinds(read("a.docx", saved(document)))
    assert found[1:3] == [("table", "Year | Level"), ("table", "2023 | 41 m")]
    assert found[3][0] == "paragraph"


NUMBERING = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
SPACE = 'xml:space="preserve"'
INSERTED = f'<w:ins w:id="1" w:author="X"><w:r><w:t {SPACE}>not </w:t></w:r></w:ins>'
DELETED = '<w:del w:id="2" w:author="X"><w:r><w:delText>surely </w:delText></w:r></w:del>'
BOX = f"<w:txbxContent>{p('The wall is forty years old.')}</w:txbxContent>"
CHOICES = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    f'<mc:Choice Requires="wps"><w:drawing>{BOX}</w:drawing></mc:Choice>'
    f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent>"
)


KEPT = ["The dam will not burst."]


def run(xml: str) -> str:
    return f"<w:p><w:r><w:t {SPACE}>The dam will </w:t></w:r>{xml}<w:r><w:t>burst.</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (run(INSERTED), KEPT),
        (run(DELETED), ["The dam will burst."]),
        (run('<w:r><w:rPr><w:vanish/></w:rPr><w:t>never </w:t></w:r>'), ["The dam will burst."]),
        (run(f'<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t {SPACE}>not </w:t></w:r>'), KEPT),
        (run(f'<w:hyperlink><w:r><w:t {SPACE}>not </w:t></w:r></w:hyperlink>'), KEPT),
        (run('<w:r><w:instrText> PAGE </w:instrText></w:r>'), ["The dam will burst."]),
        (run('<w:r><w:tab/></w:r>'), ["The dam will burst."]),
        (run('<w:r><w:br/></w:r>'), ["The dam will", "burst."]),
        (run('<w:r><w:t>re</w:t><w:noBreakHyphen/></w:r>'), ["The dam will re-burst."]),
        (run('<w:r><w:softHyphen/></w:r>'), ["The dam will burst."]),
        (run(f'<w:sdt><w:sdtContent><w:r><w:t {SPACE}>not </w:t></w:r></w:sdtContent></w:sdt>'), KEPT),
        (f"<w:sdt><w:sdtContent>{p(SENTENCE)}</w:sdtContent></w:sdt>", [SENTENCE]),
        (run(f"<w:r>{CHOICES}</w:r>"), ["The dam will burst.", "The wall is forty years old."]),
        (p("The dam will", '<w:rPr><w:del w:id="1"/></w:rPr>') + p(" burst."), ["The dam will burst."]),
        (p(SENTENCE) + p("Inspectors return.", NUMBERING), [SENTENCE, "Inspectors return."]),
        (f'<w:moveFrom>{p("Gone.")}</w:moveFrom>' + p(SENTENCE), [SENTENCE]),
    ],
    ids=["inserted", "deleted", "hidden", "not hidden", "link", "field", "tab", "break", "hyphen", "soft hyphen",
         "control", "controls", "text box once", "deleted mark", "numbered", "moved"],
)  # fmt: skip
def test_the_text_is_what_a_reader_sees(body: str, lines: list[str]) -> None:
    article = read("a.docx", with_body(body))
    assert [text for _, text in kinds(article)] == lines


def test_tracked_changes_are_noted() -> None:
    assert "has tracked changes, which were read as accepted" in read("a.docx", with_body(run(INSERTED))).notes


def test_footnotes_follow_the_text() -> None:
    notes = f"<w:footnotes {WORD}><w:footnote w:id='-1' w:type='separator'>{p('x')}</w:footnote>"
    notes += f"<w:footnote w:id='2'>{p('The ministry gives no figure.')}</w:footnote>"
    notes += f"<w:footnote w:id='3'>{p('Nobody refers to this.')}</w:footnote></w:footnotes>"
    body = f'<w:p><w:r><w:t>{SENTENCE}</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>{p("It leaks.")}'
    article = read("a.docx", with_body(body, footnotes=notes.encode()))
    assert [text for _, text in kinds(article)] == [SENTENCE, "It leaks.", "The ministry gives no figure."]


def test_the_strict_name_space_is_read_too() -> None:
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    raw = changed(with_body(p(SENTENCE)), lambda _, part: part.replace(WORD[9:-1].encode(), strict))
    assert read("a.docx", raw).text == SENTENCE


def test_core_properties_become_metadata_where_they_can_be_believed() -> None:
    document = docx.Document()
    document.add_paragraph("Dam above Brennick closed")
    document.add_paragraph(SENTENCE)
    core = document.core_properties
    core.title, core.author, core.language = "Dam above Brennick closed", "Mira Tolland", "en-GB"
    article = read("a.docx", saved(document))
    assert (article.title, article.byline, article.published) == ("Dam above Brennick closed", "Mira Tolland", None)
    assert any("was made on" in note for note in article.notes)


@pytest.mark.parametrize(
    ("title", "believed"),
    [
        ("Dam closed", True),
        ("Dam above Brennick closed", False),  # it is not printed
        ("engineers found a leak", False),  # not as a line
        ("Microsoft Word - doc1", False),
        ("Microsoft Word - Dam above Brennick.docx", False),
        ("dam_final_v3", False),
        ("dam-story", False),
        ("the dam story", False),  # the name of the file
        ("untitled", False),
        ("Layout 1", False),
        ("", False),
        (None, False),
    ],
)
def test_a_title_that_a_program_wrote_is_not_believed(title: str | None, believed: bool) -> None:
    assert (believable_title(title, "news/the-dam-story.docx", ["Dam closed", SENTENCE]) is not None) is believed


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("Mira Tolland", "Mira Tolland"),
        ("Mira Tolland; Jon Hale", "Mira Tolland, Jon Hale"),
        ("Mira Tolland and Jon Hale", "Mira Tolland, Jon Hale"),
        ("python-docx", None),
        ("mtolland", None),
        ("Microsoft Office User", None),
        ("Acme Software Inc.", None),
        (None, None),
    ],
)
def test_an_author_that_a_machine_wrote_is_not_believed(author: str | None, byline: str | None) -> None:
    assert believable_author(author) == byline


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Mira Tolland", "Mira Tolland"),
        ("By MIRA TOLLAND and Jon Hale in Port Calder", "Mira Tolland, Jon Hale"),
        ("By Mira Tolland, Staff Writer", "Mira Tolland"),
        ("Words by Mira Tolland | 3 May 2024", "Mira Tolland"),
        ("By Friday the dam was empty.", None),
        ("By Brennick", None),
    ],
)
def test_a_byline_names_people(line: str, names: str | None) -> None:
    assert printed_author(["Dam closed", line]) == names


def test_lines_at_the_head_go_before_what_the_program_wrote() -> None:
    document = docx.Document()
    document.core_properties.author = "Jon Hale"
    for line in ("Dam above Brennick closed", "By Mira Tolland", "Published: 3 May 2024", SENTENCE):
        document.add_paragraph(line)
    article = read("a.docx", saved(document))
    assert (article.byline, article.published) == ("Mira Tolland", "2024-05-03")


# --- What cannot be read ---

BOMB = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTER = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def with_document(part: bytes) -> bytes:
    return changed(saved(docx.Document()), lambda name, old: part if name == "word/document.xml" else old)


def zipped(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        for name, part in parts.items():
            archive.writestr(name.replace("_", "/", 1) + ".xml", part)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("raw", "error", "says"),
    [
        (with_document(BOMB + b"<w>&b;</w>"), ReadError, "declares a document type"),
        (with_document(OUTER + b"<w>&a;</w>"), ReadError, "declares a document type"),
        (with_document((BOMB + b"<w>&b;</w>").decode().encode("utf-16")), ReadError, "declares a document type"),
        (with_document(b"<w" + b" " * 40_000_000 + b"/>"), TooLargeError, "unpacks to 40 MB"),
        (with_document(b"<w>" + b"\0" * 8_000_000), TooLargeError, "unpacks to 8 MB"),
        (with_document(b"<w:document>"), ReadError, "could not be read as a document"),
        (with_document(b"<w>" + b"<a>" * 10_000), ReadError, "could not be read as a document"),
        (with_body(""), EmptyFileError, "has no text"),
        (zipped(xl_workbook=b"<x/>"), UnknownFormatError, "is a spreadsheet"),
        (zipped(ppt_presentation=b"<x/>"), EmptyFileError, "has no text"),
        (zipped(), UnknownFormatError, "without a Word document"),
        (b"PK\x03\x04" + b"\0" * 26 + b"[Content_Types].xml", ReadError, "Save it again, or its text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, MissingReaderError, "before 2007"),
        (b"It is a text.", ReadError, "Save it again, or its text"),
    ],
    ids=["laughs", "outside", "utf-16", "bomb", "ratio", "cut", "deep", "empty", "xlsx", "pptx", "zip", "no directory",
         "old", "text"],
)  # fmt: skip
def test_what_is_no_document_or_a_hostile_one_says_what_to_do(
    raw: bytes, error: type[ReadError], says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")  # without a program for old Word documents
    with pytest.raises(error, match=says) as caught:
        read("a.docx", raw)
    assert str(caught.value).startswith("a.docx")
    assert "root:" not in str(caught.value)


def test_a_document_is_known_by_its_content() -> None:
    raw = with_body(p(SENTENCE))
    assert {read(name, raw).reader for name in ("a.docx", "a.txt", "a", "a.html", "a.bin")} == {"docx 1"}


def test_direction_controls_and_nothing_else_is_lost() -> None:
    article = read("a.docx", with_body(p("The \u202edam\u202c closed\u00a0on “Monday”.")))
    assert article.text == "The dam closed\u00a0on “Monday”."


@cache
def rich() -> bytes:
    document = docx.Document()
    document.add_heading("Dam above Brennick closed", 0)
    document.add_paragraph(SENTENCE)
    document.add_table(1, 2).cell(0, 0).text = "Level"
    return saved(document)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_broken_packages_are_read_or_refused_in_words(data: st.DataObject) -> None:
    raw = bytearray(rich()[: data.draw(st.integers(1, len(rich())))] if data.draw(st.booleans()) else rich())
    for _ in range(data.draw(st.integers(0, 20))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(ReadError):
        assert read("a.docx", bytes(raw), ReadHints(media_type=MEDIA_TYPE)).text


MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_broken_documents_inside_are_read_or_refused_in_words(data: st.DataObject) -> None:
    with zipfile.ZipFile(io.BytesIO(with_body(run(INSERTED) + p(SENTENCE)))) as archive:
        part = bytearray(archive.read("word/document.xml"))
    for _ in range(data.draw(st.integers(1, 10))):
        part[data.draw(st.integers(0, len(part) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(ReadError):
        assert read("a.docx", with_document(bytes(part))).text
