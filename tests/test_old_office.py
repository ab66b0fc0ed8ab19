"""Presentations, Outlook's messages and Word documents from before 2007."""

from __future__ import annotations

import io
import shutil
import struct
from pathlib import Path

import pytest

from extract.errors import EmptyFileError, MissingReaderError, ReadError, UnknownFormatError
from extract.readers import doc, read
from extract.readers.containers.format_list import formats
from extract.text.blocks import blocks
from tests.containers import zipped

MILL = "The council of Brennick bought the old mill on Monday for two million crowns."
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file (MS-CFB) with these streams, each padded to where it is kept in whole sectors."""
    tree: dict[str, dict[str, bytes]] = {}
    for name, content in streams.items():
        folder, _, last = name.rpartition("/")
        tree.setdefault(folder, {})[last] = content
    entries = [("Root Entry", 5, _FREE, 1, _END, 0)]
    data, table = b"", []
    flat: list[tuple[str, int, bytes | None]] = [(name, 2, content) for name, content in tree.get("", {}).items()]
    flat += [(folder, 1, None) for folder in tree if folder]
    inner = {folder: list(tree[folder].items()) for folder in tree if folder}
    at = 1 + len(flat)
    for number, (name, kind, content) in enumerate(flat, 1):
        right = number + 1 if number < len(flat) else _FREE
        if content is None:
            entries.append((name, kind, right, at, 0, 0))
            at += len(inner[name])
            continue
        entries.append((name, kind, right, _FREE, len(table), max(4096, len(content))))
        data, table = _stored(data, table, content)
    for members in inner.values():
        for number, (name, content) in enumerate(members, 1):
            right = len(entries) + 1 if number < len(members) else _FREE
            entries.append((name, 2, right, _FREE, len(table), max(4096, len(content))))
            data, table = _stored(data, table, content)
    first = len(table)
    packed = b"".join(_entry(*entry) for entry in entries)
    packed += b"\0" * (-len(packed) % 512)
    table += [*range(first + 1, first + len(packed) // 512), _END]
    table.append(_FAT)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<LLLLLLLLL", 0, 1, first, 0, 4096, _END, 0, _END, 0) + struct.pack("<L", len(table) - 1)
    head += b"\xff" * (512 - len(head))
    assert len(table) <= 128
    fat = struct.pack(f"<{len(table)}L", *table) + b"\xff" * (512 - 4 * len(table))
    return head + data + packed + fat


def _stored(data: bytes, table: list[int], content: bytes) -> tuple[bytes, list[int]]:
    content = content.ljust(4096, b"\0")
    content += b"\0" * (-len(content) % 512)
    count = len(content) // 512
    return data + content, [*table, *range(len(table) + 1, len(table) + count), _END]


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    wide = name.encode("utf-16-le").ljust(64, b"\0")
    links = struct.pack("<HBBLLL", 2 * len(name) + 2, kind, 1, _FREE, right, child)
    return wide + links + bytes(16) + bytes(4) + bytes(16) + struct.pack("<LLL", start, size, 0)


def wide(text: str) -> bytes:
    return text.encode("utf-16-le")


#: 3 May 2024, 10:15, in 100 ns since 1601.
_TICKS = 133_592_049_000_000_000
MESSAGE = {
    "__substg1.0_0037001F": wide("Council buys the old mill"),
    "__substg1.0_0C1A001F": wide("Mira Tolland"),
    "__substg1.0_5D01001F": wide("mira@brennickpost.example"),
    "__substg1.0_1000001F": wide(f"{MILL}\r\n\r\nOn Friday Jon wrote:\r\n> Did they buy it?\r\n"),
    "__properties_version1.0": bytes(32) + struct.pack("<LLQ", 0x0039_0040, 0, _TICKS),
    "__attach_version1.0_#00000000/__substg1.0_3707001F": wide("deed.pdf"),
}


def test_an_outlook_message_is_read_as_mail() -> None:
    for name in ("mill.msg", "mill.dat"):
        article = read(name, compound(MESSAGE))
        assert (article.title, article.byline, article.published) == (
            "Council buys the old mill", "Mira Tolland", "2024-05-03T10:15Z"
        )  # fmt: skip
        assert MILL in article.text
        assert any("deed.pdf" in note for note in article.notes)


def test_an_outlook_message_may_have_an_old_code_or_a_page_only() -> None:
    narrow = {name: raw for name, raw in MESSAGE.items() if "1000" not in name and "0C1A" not in name}
    narrow["__substg1.0_10130102"] = f"<html><body><p>{MILL}</p><p>caf\xe9</p></body></html>".encode("cp1252")
    narrow["__substg1.0_0C1A001E"] = "Ren\xe9 Tolland".encode("cp1252")
    article = read("mill.msg", compound(narrow))
    assert MILL in article.text
    assert article.byline == "René Tolland"


SLIDE = (
    '<p:sld xmlns:p="urn:p" xmlns:a="urn:a"><p:sp><p:nvPr><p:ph type="title"/></p:nvPr><a:p><a:t>{0}</a:t></a:p></p:sp>'
    '<p:sp><a:p><a:r><a:t>{1}</a:t></a:r></a:p></p:sp><p:sp><p:nvPr><p:ph type="sldNum"/></p:nvPr><a:p>'
    "<a:t>7</a:t></a:p></p:sp></p:sld>"
)
_PRESENTATION = (
    '<p:presentation xmlns:p="urn:p" xmlns:r="urn:r"><p:sldId id="9" r:id="a"/><p:sldId id="8" r:id="b"/>'
    "</p:presentation>"
)
_RELATED = '<Relationships><Relationship Id="{0}" Target="{1}" Type="x/{2}"/>{3}</Relationships>'
PPTX = {
    "docProps/a.jpeg": "",
    "ppt/presentation.xml": _PRESENTATION,
    "ppt/_rels/presentation.xml.rels": _RELATED.format(
        "b", "slides/1.xml", "slide", '<Relationship Id="a" Target="/ppt/slides/2.xml" Type="x/slide"/>'
    ),
    "ppt/slides/1.xml": SLIDE.format("What comes next", "The roof will be mended first."),
    "ppt/slides/2.xml": SLIDE.format("Council buys the old mill", MILL),
    "ppt/slides/_rels/1.xml.rels": _RELATED.format("n", "../notes/1.xml", "notesSlide", ""),
    "ppt/notes/1.xml": SLIDE.format("", "Thank the mayor, Greta Holm."),
}


def test_a_presentation_is_read_slide_by_slide() -> None:
    for name in ("mill.pptx", "mill.dat", "mill"):
        article = read(name, zipped({part: content.encode() for part, content in PPTX.items()}))
        assert article.text.split("\n\n") == [
            "Council buys the old mill", MILL, "What comes next", "The roof will be mended first.",
            "Thank the mayor, Greta Holm.",
        ]  # fmt: skip
        assert article.title == "Council buys the old mill"
        assert [block.kind.value for block in blocks(article)][2] == "heading"


WORD = compound({"WordDocument": MILL.encode()})


def test_an_old_word_document_is_read_by_a_program_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingReaderError, match="Install LibreOffice, antiword or catdoc"):
        read("mill.doc", WORD)
    assert not next(known for known in formats() if known.name == "doc").installed
    program = tmp_path / "antiword"
    program.write_text(f"#!/bin/sh\necho '{MILL}'\n")
    program.chmod(0o755)
    assert read("mill.doc", WORD).text.strip() == MILL
    program.write_text("#!/bin/sh\necho 'no Word document' >&2\nexit 1\n")
    with pytest.raises(ReadError, match="no Word document"):
        read("mill.doc", WORD)
    office = tmp_path / "soffice"
    office.write_text(f'#!/bin/sh\nfor last; do :; done\n/bin/cp "{tmp_path}/made.docx" "${{last%.doc}}.docx"\n')
    office.chmod(0o755)
    _write_docx(tmp_path / "made.docx")
    assert read("mill.doc", WORD).title == "Council buys the old mill"


@pytest.mark.parametrize("program", ["soffice", "antiword", "catdoc"])
def test_an_old_word_document_written_by_libreoffice(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    monkeypatch.setattr(doc, "PROGRAMS", (program,))
    article = read("ferry.doc", (Path(__file__).parent / "files" / "ferry.doc").read_bytes())
    found = [(block.kind.value, article.text[block.start : block.end]) for block in blocks(article)]
    assert article.title == "Ferry line “Osterlund” to close in May"
    assert ("dateline", "KALVIK, 3 March 2031 –") in found
    rows = [words.replace("|", " ").split() for kind, words in found if kind == "table"]
    assert rows == [["Year", "Passengers"], ["2029", "81,200"], ["2030", "39,400"]]
    assert found[-1] == (
        "paragraph",
        "The town council, which owns a third of the company, was not told beforehand, its chair said.",
    )


def _write_docx(path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_heading("Council buys the old mill", 0)
    document.add_paragraph(MILL)
    document.save(str(path))


@pytest.mark.parametrize(
    ("name", "raw", "error"),
    [
        ("a.msg", b"", EmptyFileError),
        ("a.msg", b"no compound file", ReadError),
        ("a.msg", compound(MESSAGE)[:3000], ReadError),
        ("a.msg", compound({"__substg1.0_0037001F": wide("Nothing")}), EmptyFileError),
        ("a.msg", compound({"__substg1.0_10090102": b"LZFu"}), EmptyFileError),
        ("a.doc", compound({"EncryptedPackage": b"x"}), ReadError),
        ("a.docx", compound({"EncryptedPackage": b"x"}), ReadError),
        ("a.xls", compound({"Workbook": b"x"}), UnknownFormatError),
        ("a.ppt", compound({"PowerPoint Document": b"x"}), UnknownFormatError),
        ("a.pptx", b"PK\x03\x04 broken", ReadError),
        ("a.pptx", zipped({"ppt/presentation.xml": b"<a/>"}), EmptyFileError),
        ("a.pptx", zipped({"ppt/presentation.xml": b"<a>"}), ReadError),
        ("a.pptx", zipped({"ppt/slides/1.xml": b"<a/>"}), ReadError),
    ],
)
def test_what_is_damaged_or_empty_says_so(name: str, raw: bytes, error: type[ReadError]) -> None:
    with pytest.raises(error, match=name):
        read(name, raw)


def test_a_message_that_points_into_itself_ends() -> None:
    raw = bytearray(compound(MESSAGE))
    for at in range(512, len(raw), 97):
        raw[at] ^= 0x55
    with pytest.raises(ReadError, match=r"a\.msg"):
        read("a.msg", bytes(raw))
    assert io.BytesIO(raw).read(8) == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
