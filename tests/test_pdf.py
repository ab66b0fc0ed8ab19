"""PDF files set with a real writer: reading order, paragraphs, broken words, furniture, and what is hostile."""

from __future__ import annotations

import contextlib
import io
import re
import subprocess
import sys
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from reportlab.lib.utils import ImageReader

from extract.errors import EmptyFileError, ReadError, TooLargeError
from extract.model import Article, BlockKind
from extract.readers import ReadHints, read
from extract.readers.pdf.hyphens import hyphens
from extract.readers.pdf.page_text import in_reading_order
from extract.text.blocks import blocks
from tests.conftest import ROOT
from tests.pdfs import HEIGHT, MARGIN, WIDTH, Drawing, Frame, Sheet, Style, frames, plain
from tests.run import extract

PARAGRAPHS = [
    "The op~er~a~tor of the dam above Bren~nick closed its reser~voir on Monday af~ter en~gi~neers who were "
    "in~spect~ing the east~ern wall found a leak that had wid~ened con~sid~er~ably since the win~ter. No~body was "
    "in~jured, the com~pany said in a state~ment.",
    "“We acted im~me~di~ately,” said Greta Holm, the di~rec~tor of the wa~ter~works, who has re~peat~edly warned the "
    "gov~ern~ment of Kes~tria about the con~di~tion of the forty-year-old con~struc~tion.",
    "A well-known hy~drol~o~gist at the Uni~ver~sity of Port Calder, Jon Hale, de~scribed the an~nounce~ment as a "
    "long-overdue ad~mis~sion. The Anglo-Kestrian com~mis~sion is to meet on Fri~day, for the first time since 2019.",
    "Res~i~dents of the lower town were told to pre~pare for an evac~u~a~tion. About 3,200 peo~ple live within two "
    "kilo~metres of the river, ac~cord~ing to mu~nic~i~pal fig~ures from 2022.",
    "The op~po~si~tion de~manded an in~de~pen~dent in~ves~ti~ga~tion. Its spokes~woman ac~cused the "
    "ad~min~is~tra~tion of neg~li~gence and of with~hold~ing the en~gi~neers’ as~sess~ment from par~lia~ment.",
]
EXPECTED = [plain(paragraph) for paragraph in PARAGRAPHS]
BODY = Style(indent=10, justified=True)
SMALL = Style("Helvetica", 7.5, 9)
HEAD = Style("Helvetica", 8)
TITLE = Style("Times-Bold", 24, 28)


def kinds(article: Article, *wanted: BlockKind) -> list[str]:
    return [article.text[b.start : b.end] for b in blocks(article) if not wanted or b.kind in wanted]


def of_kind(article: Article, kind: BlockKind) -> list[str]:
    return kinds(article, kind)


def article(sheet: Sheet) -> Article:
    return read("a.pdf", sheet.saved())


def newspaper(columns: int, pages: int, paragraphs: list[str], style: Style = BODY, gap: float = 0.0) -> Sheet:
    sheet = Sheet()
    sheet.flow(frames(columns, pages), paragraphs, style, gap)
    return sheet


# --- Reading order and paragraphs ---


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("justified", [True, False], ids=["justified", "ragged"])
@pytest.mark.parametrize(("indent", "gap"), [(10.0, 0.0), (0.0, 7.0)], ids=["indents", "gaps"])
def test_paragraphs_come_back_as_they_were_written(columns: int, justified: bool, indent: float, gap: float) -> None:
    style = Style(indent=indent, justified=justified)
    sheet = newspaper(columns, 4, PARAGRAPHS * 10, style, gap)
    found = kinds(article(sheet), BlockKind.PARAGRAPH)
    if indent:
        assert found == EXPECTED * 10
    else:  # without indents nobody can tell whether a column that begins with a sentence begins a paragraph
        assert " ".join(found) == " ".join(EXPECTED * 10)
        assert all(re.search(r"[.,”]$", paragraph) for paragraph in found)


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("justified", [True, False], ids=["justified", "ragged"])
@pytest.mark.parametrize("drawing", Drawing)
def test_the_text_is_the_same_however_a_program_draws_it(drawing: Drawing, columns: int, justified: bool) -> None:
    sheet = Sheet(drawing=drawing)
    sheet.flow(frames(columns, 2), PARAGRAPHS * 3, Style(indent=10, justified=justified))
    assert kinds(article(sheet), BlockKind.PARAGRAPH) == EXPECTED * 3


def test_a_title_over_the_columns_comes_before_them() -> None:
    sheet = Sheet()
    y = sheet.column(
        MARGIN, HEIGHT - 80, WIDTH - 2 * MARGIN, ["Dam above Brennick closed after leak in its wall"], TITLE
    )
    y = sheet.column(MARGIN, y, WIDTH - 2 * MARGIN, ["By Mira Tolland"], Style("Times-Italic"))
    sheet.flow(frames(2, 1, top=y - 10), PARAGRAPHS, BODY)
    found = article(sheet)
    assert (found.title, kinds(found)[1]) == ("Dam above Brennick closed after leak in its wall", "By Mira Tolland")
    assert kinds(found, BlockKind.PARAGRAPH) == EXPECTED


def test_headlines_inside_the_columns_stay_where_they_are() -> None:
    sheet = Sheet()
    y = sheet.column(MARGIN, HEIGHT - 80, 200, [PARAGRAPHS[0]], BODY)
    y = sheet.column(MARGIN, y - 8, 200, ["What the inspectors saw when they came"], Style("Times-Bold", 12, 14))
    sheet.column(MARGIN, y, 200, [PARAGRAPHS[1]], BODY)
    sheet.column(MARGIN + 220, HEIGHT - 80, 200, PARAGRAPHS[2:5], BODY)
    found = article(sheet)
    assert of_kind(found, BlockKind.HEADING) == ["What the inspectors saw when they came"]
    assert of_kind(found, BlockKind.PARAGRAPH) == EXPECTED


def test_two_stories_below_each_other_are_read_one_after_the_other() -> None:
    sheet = Sheet()
    width = (WIDTH - 2 * MARGIN - 14) / 2
    for top, title, paragraphs in (
        (HEIGHT - 80, "Dam above Brennick closed", PARAGRAPHS[:2]),
        (HEIGHT - 400, "Who will pay for the repair", PARAGRAPHS[2:4]),
    ):
        y = sheet.column(MARGIN, top, WIDTH - 2 * MARGIN, [f"{title} and what comes next in the valley"], TITLE) - 4
        for column, paragraph in enumerate(paragraphs):
            sheet.column(MARGIN + column * (width + 14), y, width, [paragraph, PARAGRAPHS[4]], BODY)
    texts = of_kind(article(sheet), BlockKind.PARAGRAPH)
    assert texts == [
        EXPECTED[0],
        EXPECTED[4],
        EXPECTED[1],
        EXPECTED[4],
        EXPECTED[2],
        EXPECTED[4],
        EXPECTED[3],
        EXPECTED[4],
    ]


def test_a_sentence_goes_on_over_a_page_and_the_notes_below_it() -> None:
    sheet = Sheet()
    sheet.flow([Frame(MARGIN, 130, 300, 105), None, Frame(MARGIN, HEIGHT - 80, 300, 70)], [PARAGRAPHS[0]], BODY)
    noted = Sheet()
    noted.flow([Frame(MARGIN, 130, 300, 105)], [" ".join(PARAGRAPHS[0].split()[:22])], Style(indent=10))
    noted.column(MARGIN, 90, 300, ["1 The ministry gives no figure for the years before."], SMALL)
    noted.turn()
    noted.column(MARGIN, HEIGHT - 80, 300, [" ".join(PARAGRAPHS[0].split()[22:])], Style())
    assert of_kind(article(sheet), BlockKind.PARAGRAPH) == EXPECTED[:1]
    texts = kinds(article(noted))
    assert texts == [EXPECTED[0], "1 The ministry gives no figure for the years before."]


def test_items_of_a_list_are_their_own() -> None:
    sheet = Sheet()
    y = sheet.column(MARGIN, HEIGHT - 80, 300, [PARAGRAPHS[0]], Style())
    for item in (
        "• The reservoir is drained by Friday, if the weather holds and no more water comes.",
        "• The wall is examined.",
    ):
        y = sheet.column(MARGIN, y, 300, [item], Style())
    assert of_kind(article(sheet), BlockKind.LIST) == [
        "The reservoir is drained by Friday, if the weather holds and no more water comes.",
        "The wall is examined.",
    ]


def test_a_table_is_rows_of_cells() -> None:
    sheet = Sheet()
    y = sheet.column(MARGIN, HEIGHT - 80, 300, [PARAGRAPHS[0]], Style()) - 10
    for year, level in (("Year", "Level"), ("2022", "44 metres"), ("2023", "41 metres")):
        sheet.text(MARGIN, y, year, Style())
        sheet.text(MARGIN + 120, y, level, Style())
        y -= 13
    sheet.column(MARGIN, y - 10, 300, [PARAGRAPHS[1]], Style())
    found = article(sheet)
    assert of_kind(found, BlockKind.TABLE) == ["Year | Level", "2022 | 44 metres", "2023 | 41 metres"]
    assert of_kind(found, BlockKind.PARAGRAPH) == EXPECTED[:2]


def picture() -> ImageReader:
    from PIL import Image

    return ImageReader(Image.new("RGB", (20, 20), (90, 120, 150)))


def test_a_caption_below_a_picture_tears_no_sentence_apart() -> None:
    sheet = Sheet()
    width = 200
    lines = PARAGRAPHS[0].split()
    y = sheet.column(MARGIN, HEIGHT - 80, width, [" ".join(lines[:20])], Style())
    sheet.canvas.drawImage(picture(), MARGIN, y - 80, width, 80)
    sheet.column(MARGIN, y - 90, width, ["The eastern wall of the dam in March."], SMALL)
    sheet.column(MARGIN + 220, HEIGHT - 80, width, [" ".join(lines[20:]), *PARAGRAPHS[1:3]], Style())
    found = article(sheet)
    assert of_kind(found, BlockKind.CAPTION) == ["The eastern wall of the dam in March."]
    assert of_kind(found, BlockKind.PARAGRAPH) == EXPECTED[:3]


def test_an_initial_goes_back_to_its_word() -> None:
    sheet = Sheet()
    sheet.text(MARGIN, HEIGHT - 102, "T", Style("Times-Roman", 42))
    y = sheet.column(
        MARGIN + 28, HEIGHT - 80, 252, ["he operator of the dam closed it on Monday, after a leak had been"], Style()
    )
    y = sheet.column(
        MARGIN + 28, y, 252, ["found in the wall of the dam, which is forty years old and has not"], Style()
    )
    sheet.column(MARGIN, y, 280, ["been repaired since it was built, the company said in a statement."], Style())
    assert kinds(article(sheet)) == [
        "The operator of the dam closed it on Monday, after a leak had been found in the wall of the dam, which is "
        "forty years old and has not been repaired since it was built, the company said in a statement."
    ]


def test_words_in_large_type_that_repeat_the_text_are_set_apart() -> None:
    sheet = Sheet()
    y = sheet.column(MARGIN, HEIGHT - 80, 240, PARAGRAPHS[:2], BODY) - 10
    y = sheet.column(MARGIN, y, 240, ["“We acted immediately,” said Greta Holm"], Style("Times-Italic", 15, 18)) - 10
    sheet.column(MARGIN, y, 240, PARAGRAPHS[2:], BODY)
    found = article(sheet)
    assert of_kind(found, BlockKind.BOILERPLATE) == ["“We acted immediately,” said Greta Holm"]
    assert of_kind(found, BlockKind.PARAGRAPH) == EXPECTED


def test_marks_of_footnotes_are_no_part_of_words_and_powers_are() -> None:
    sheet = Sheet()
    y = HEIGHT - 80
    sheet.text(MARGIN, y, "The lake covers 4 km", Style())
    x = MARGIN + sheet.canvas.stringWidth("The lake covers 4 km", "Times-Roman", 10)
    sheet.text(x, y + 4, "2", Style("Times-Roman", 6))
    sheet.text(x + 6, y, "and is deep, the ministry said.", Style())
    end = x + 6 + sheet.canvas.stringWidth("and is deep, the ministry said.", "Times-Roman", 10)
    sheet.text(end, y + 4, "12", Style("Times-Roman", 6))
    assert kinds(article(sheet)) == ["The lake covers 4 km² and is deep, the ministry said."]


def test_text_on_its_side_is_left_out_and_said() -> None:
    sheet = newspaper(1, 1, PARAGRAPHS)
    sheet.canvas.rotate(90)
    sheet.text(100, -20, "Photo agency of Kestria", HEAD)
    found = article(sheet)
    assert "Photo agency" not in found.text
    assert "left out 1 piece of text that does not run from left to right" in found.notes


def test_a_page_that_is_turned_is_read_upright() -> None:
    sheet = Sheet()
    sheet.canvas.setPageRotation(90)
    sheet.canvas.translate(WIDTH, 0)
    sheet.canvas.rotate(90)
    sheet.column(MARGIN, 400, 300, PARAGRAPHS[:2], BODY)
    assert kinds(article(sheet)) == EXPECTED[:2]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    columns=st.integers(1, 3),
    chosen=st.lists(st.sampled_from(range(5)), min_size=3, max_size=25),
    size=st.sampled_from([8.0, 9.5, 11.0]),
    justified=st.booleans(),
    font=st.sampled_from(["Times-Roman", "Helvetica"]),
)
def test_no_word_is_lost_or_moved(columns: int, chosen: list[int], size: float, justified: bool, font: str) -> None:
    style = Style(font, size, size * 1.25, size, justified)
    found = article(newspaper(columns, 6, [PARAGRAPHS[at] for at in chosen], style))
    assert " ".join(kinds(found)).split() == " ".join(EXPECTED[at] for at in chosen).split()


# --- Words broken at line ends ---


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("the govern-", "ment said", "the government said"),
        ("the govern\u00ad", "ment said", "the government said"),
        ("a well-", "known man", "a well-known man"),
        ("a state-", "owned firm", "a state-owned firm"),
        ("the Anglo-", "Kestrian talks", "the Anglo-Kestrian talks"),
        ("a 40-", "year plan", "a 40-year plan"),
        ("in 2019-", "2020 it", "in 2019-2020 it"),
        ("state-of-", "the-art", "state-of-the-art"),
        ("a rust-", "red door", "a rust-red door"),  # the text has "rust-red" elsewhere
        ("the dead-", "line passed", "the deadline passed"),  # and "deadline"
        ("the pre-", "and post-war years", "the pre- and post-war years"),
        ("the dam -", "it leaked - was", "the dam - it leaked - was"),
        ("the dam was", "closed", "the dam was closed"),
        ("“re-", "elected", "“reelected"),
        ("he said —", "and left", "he said — and left"),
        ("a wide‐", "eyed child", "a wide‐eyed child"),
    ],
)
def test_a_hyphen_at_a_line_end_is_kept_where_it_belongs_to_the_word(above: str, below: str, joined: str) -> None:
    assert hyphens(["a rust-red door near it", "before the deadline came"]).joined(above, below) == joined


def test_a_hyphen_that_the_file_calls_soft_goes() -> None:
    """Word and InDesign say of such a hyphen that it stands for a soft one."""
    content = (
        b"BT /F1 10 Tf 50 700 Td 12 TL (The engineers were long over) Tj "
        b"/Span <</ActualText <FEFF00AD>>> BDC (-) Tj EMC "
        b"T* (due for a visit to the wall of the dam, it was said.) Tj ET"
    )
    assert kinds(read("a.pdf", raw_pdf(content))) == [
        "The engineers were long overdue for a visit to the wall of the dam, it was said."
    ]


# --- Running heads, page numbers ---


def furnished(pages: int) -> Sheet:
    sheet = Sheet()
    for page in range(pages):
        sheet.text(MARGIN, HEIGHT - 40, "Brennick Courier", HEAD)
        sheet.text(WIDTH - 150, HEIGHT - 40, f"Friday, 3 May 2024   {page + 14}", HEAD)
        sheet.text(WIDTH / 2, 40, str(page + 14), HEAD)
        own = PARAGRAPHS[page % 5 :] + PARAGRAPHS[: page % 5]
        sheet.flow(frames(2, 1), own * 3, BODY)
        sheet.turn()
    return sheet


def test_running_heads_and_page_numbers_are_left_out_and_named() -> None:
    found = article(furnished(3))
    assert "Courier" not in found.text
    assert not re.search(r"\b1[456]\b", found.text)
    assert any(note.startswith("left out running heads: Brennick Courier Friday, 3 May 2024") for note in found.notes)
    assert "left out page numbers" in found.notes
    assert found.published == "2024-05-03"


def test_a_single_page_loses_its_number_and_nothing_else() -> None:
    sheet = newspaper(1, 1, [*PARAGRAPHS, "The level fell to"])
    sheet.text(WIDTH / 2, 40, "Page 1 of 1", HEAD)
    found = article(sheet)
    assert kinds(found) == [*EXPECTED, "The level fell to"]


def test_what_a_browser_prints_around_a_page_goes_and_its_address_stays() -> None:
    sheet = newspaper(1, 1, PARAGRAPHS)
    sheet.text(30, HEIGHT - 20, "5/4/24, 10:15 AM", HEAD)
    sheet.text(200, HEIGHT - 20, "Dam closed - Brennick Courier", HEAD)
    sheet.text(30, 20, "https://courier.example/dam-closed", HEAD)
    sheet.text(WIDTH - 50, 20, "1/1", HEAD)
    found = article(sheet)
    assert (kinds(found), found.url, found.published) == (EXPECTED, "https://courier.example/dam-closed", None)


# --- Metadata ---


def described(**metadata: str) -> bytes:
    sheet = newspaper(1, 1, ["Dam above Brennick closed", *PARAGRAPHS])
    writer = PdfWriter(clone_from=io.BytesIO(sheet.saved()))
    writer.add_metadata({f"/{name}": value for name, value in metadata.items()})
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_metadata_are_used_where_they_can_be_believed() -> None:
    found = read(
        "a.pdf", described(Title="Dam above Brennick closed", Author="Mira Tolland", CreationDate="D:20240504")
    )
    assert (found.title, found.byline, found.published) == ("Dam above Brennick closed", "Mira Tolland", None)
    assert any("was made on 2024-05-04" in note for note in found.notes)


def test_what_a_program_wrote_into_the_metadata_is_not_used() -> None:
    found = read("a.pdf", described(Title="Microsoft Word - doc1", Author="Administrator"))
    assert (found.title, found.byline) == ("Dam above Brennick closed", None)


def test_a_date_line_below_the_title_is_the_date() -> None:
    sheet = Sheet()
    y = sheet.column(MARGIN, HEIGHT - 80, 400, ["Dam above Brennick closed"], TITLE)
    y = sheet.column(MARGIN, y, 400, ["Published: Friday, 3 May 2024"], SMALL) - 10
    sheet.column(MARGIN, y, 300, PARAGRAPHS, BODY)
    assert article(sheet).published == "2024-05-03"


# --- What cannot be read ---


def raw_pdf(content: bytes, more: str = "", filters: str = "", pages: str = "") -> bytes:
    """A file of one page with this content stream, written by hand."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        (pages or "<< /Type /Pages /Kids [3 0 R] /Count 1 >>").encode(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> %s >> >>" % more.encode(),
        f"<< /Length {len(content)} {filters} >>\nstream\n".encode() + content + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
    ]
    out = bytearray(b"%PDF-1.7\n")
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % table)


WORDS = b"BT /F1 10 Tf 50 700 Td (The operator closed the dam on Monday.) Tj ET"


def test_a_file_written_by_hand_is_read() -> None:
    assert read("a.pdf", raw_pdf(WORDS)).text == "The operator closed the dam on Monday."


def locked(user: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(raw_pdf(WORDS)))
    writer.encrypt(user, "owner", algorithm="AES-256")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_a_file_that_only_its_owner_may_change_is_read() -> None:
    assert read("a.pdf", locked("")).text == "The operator closed the dam on Monday."


def scan() -> bytes:
    sheet = Sheet()
    sheet.canvas.drawImage(picture(), 0, 0, WIDTH, HEIGHT)
    return sheet.saved()


BOMB = zlib.compress(b" " * 100_000_000, 9)
CIRCLE = "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (scan, EmptyFileError, "is a scan: .* OCR"),
        (lambda: raw_pdf(b""), EmptyFileError, "has no text"),
        (lambda: locked("secret"), ReadError, "is locked with a password"),
        (lambda: raw_pdf(BOMB, filters="/Filter /FlateDecode"), ReadError, "could not be read as PDF"),
        (lambda: raw_pdf(WORDS, pages=CIRCLE), ReadError, "Save or download it again|has no pages"),
        (lambda: b"%PDF-1.7 ...", ReadError, "could not be read as PDF"),
        (lambda: b"%PDF-1.7\n" + b"<<" * 100_000, ReadError, "could not be read as PDF"),
        (lambda: b"A text.", ReadError, "could not be read as PDF"),
        (lambda: raw_pdf(b"[" * 50_000), ReadError, "could not be read as PDF"),
    ],
    ids=["scan", "empty", "locked", "bomb", "circle of pages", "stub", "nested", "text", "deep"],
)  # fmt: skip
def test_what_cannot_be_read_says_what_to_do(make: Callable[[], bytes], error: type[ReadError], says: str) -> None:
    with pytest.raises(error, match=says) as caught:
        read("a.pdf", make(), ReadHints(media_type="application/pdf"))
    assert str(caught.value).startswith("a.pdf")
    assert str(caught.value).endswith(".")


def test_a_form_that_draws_itself_comes_to_an_end() -> None:
    used = "/XObject << /X 4 0 R >>"
    form = f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> {used} >>"
    raw = raw_pdf(WORDS + b" /X Do /X Do", more=used, filters=form)
    assert "The operator closed the dam on Monday." in read("a.pdf", raw).text


def test_a_broken_table_of_objects_is_mended() -> None:
    raw = raw_pdf(WORDS)
    assert read("a.pdf", re.sub(rb"startxref\n\d+", b"startxref\n7", raw)).text.startswith("The operator")
    assert read("a.pdf", raw[: raw.index(b"xref\n")]).text.startswith("The operator")


@pytest.mark.parametrize("box", [b"[0 0 0 0]    ", b"(none)       "])
def test_a_page_that_does_not_say_how_large_it_is_is_read(box: bytes) -> None:
    raw = raw_pdf(WORDS).replace(b"[0 0 612 792]", box)
    assert read("a.pdf", raw).text == "The operator closed the dam on Monday."


def test_one_damaged_page_is_left_out_and_said() -> None:
    sheet = Sheet()
    for _ in range(3):
        sheet.column(MARGIN, HEIGHT - 80, 300, PARAGRAPHS, BODY)
        sheet.turn()
    writer = PdfWriter(clone_from=io.BytesIO(sheet.saved()))
    content = writer.pages[1]["/Contents"].get_object()
    content._data = content._data[:20] + b"\xff" * 50
    buffer = io.BytesIO()
    writer.write(buffer)
    found = read("a.pdf", buffer.getvalue())
    assert kinds(found) == EXPECTED * 2
    assert "could not read page 2" in found.notes


def test_a_pdf_is_known_by_its_content() -> None:
    raw = raw_pdf(WORDS)
    assert {read(name, raw).reader for name in ("a.pdf", "a.txt", "a", "a.html", "a.dat")} == {"pdf 1"}
    assert read("a.pdf", b"\r\n\r\n" + raw).text.startswith("The operator")


def test_a_page_that_was_saved_as_pdf_by_mistake_is_read_as_what_it_is() -> None:
    page = "<!doctype html><h1>Dam closed</h1>" + "".join(f"<p>{paragraph}</p>" for paragraph in EXPECTED)
    assert read("a.pdf", page.encode()).reader.startswith("html")


def test_without_pypdf_the_command_that_installs_it_is_named() -> None:
    code = (
        "import sys; sys.modules['pypdf'] = None\n"
        "from extract.errors import MissingReaderError\nfrom extract.readers import read\n"
        "try: read('a.pdf', b'%PDF-1.7')\nexcept MissingReaderError as error: print(error)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "a.pdf is a PDF document. Install its reader with: pip install 'extract-claims[pdf]'"


def test_direction_controls_and_ligatures_are_plain_text() -> None:
    text = b"<FEFF202E0054006800650020FB01006E0061006C>"
    raw = raw_pdf(b"BT /F1 10 Tf 50 700 Td /Span <</ActualText %s>> BDC (The final) Tj EMC ET" % text)
    assert read("a.pdf", raw).text == "The final"


def test_a_run_goes_on_after_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "good.pdf").write_bytes(raw_pdf(WORDS))
    (tmp_path / "locked.pdf").write_bytes(locked("secret"))
    (tmp_path / "scan.pdf").write_bytes(scan())
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml")
    ran = extract("ingest", ".", cwd=tmp_path)
    assert (ran.code, "Traceback" in ran.err) == (0, False)
    failed = extract("failures", cwd=tmp_path).out
    assert all(words in failed for words in ("locked with a password", "is a scan", "could not be read as a document"))
    assert "good.pdf" in extract("articles", cwd=tmp_path).out


@cache
def rich() -> bytes:
    sheet = furnished(2)
    return sheet.saved()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_broken_files_are_read_or_refused_in_words(data: st.DataObject) -> None:
    whole = raw_pdf(WORDS) if data.draw(st.booleans()) else rich()
    raw = bytearray(whole[: data.draw(st.integers(1, len(whole)))] if data.draw(st.booleans()) else whole)
    for _ in range(data.draw(st.integers(0, 30))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(ReadError):
        assert read("a.pdf", bytes(raw), ReadHints(media_type="application/pdf")).text


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_broken_content_is_read_or_refused_in_words(data: st.DataObject) -> None:
    operators = (
        "BT",
        "ET",
        "Tf",
        "Td",
        "TD",
        "Tm",
        "T*",
        "Tj",
        "TJ",
        "'",
        '"',
        "cm",
        "q",
        "Q",
        "Do",
        "Tz",
        "BDC",
        "EMC",
        "Tc",
    )
    operands = (
        "/F1",
        "10",
        "-5",
        "1e30",
        "0",
        "(The dam)",
        "[(The) -300 (dam)]",
        "<</ActualText (x)>>",
        "/X",
        "[",
        "true",
    )
    tokens = data.draw(st.lists(st.sampled_from(operators + operands), max_size=60))
    with contextlib.suppress(ReadError):
        assert read("a.pdf", raw_pdf(" ".join(["BT /F1 10 Tf 50 700 Td", *tokens]).encode())).text


def test_a_page_with_more_text_than_any_is_refused() -> None:
    content = b"BT /F1 1 Tf " + b"".join(b"1 0 0 1 %d %d Tm (ab) Tj " % (x * 3 % 600, x // 200) for x in range(51_000))
    with pytest.raises(TooLargeError, match="pieces of text"):
        read("a.pdf", raw_pdf(content + b"ET"))


ARABIC = "قال المجلس (ABC News) إنه اشترى الطاحونة بمبلغ 1,200.5 كرون"


def test_lines_from_right_to_left_are_read_as_they_are_written() -> None:
    drawn_from_the_left = "نورك 1,200.5 غلبمب ةنوحاطلا ىرتشا هنإ (ABC News) سلجملا لاق"
    assert in_reading_order(drawn_from_the_left) == ARABIC
    assert in_reading_order(ARABIC) == drawn_from_the_left
    assert in_reading_order("\ufef2\ufed3 \ufefb") == "لا في"  # in the forms that letters are drawn in
    assert in_reading_order("The word שלום means peace.") == "The word שלום means peace."


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("drawn", [0, 90])
def test_pages_on_their_side_are_read_however_they_lie(turned: int, drawn: int) -> None:
    sheet = Sheet()
    if drawn:
        sheet.canvas.translate(WIDTH, 0)
        sheet.canvas.rotate(drawn)
    sheet.text(60, 500, "The council of Brennick bought the old mill", Style())
    sheet.text(60, 487, "on Monday for two million crowns.", Style())
    raw = io.BytesIO()
    writer = PdfWriter(clone_from=io.BytesIO(sheet.saved()))
    writer.pages[0].rotate(turned)
    writer.write(raw)
    article = read("a.pdf", raw.getvalue())
    assert article.text == "The council of Brennick bought the old mill on Monday for two million crowns."
    assert not any("left out" in note for note in article.notes)


def test_a_running_head_that_comes_once_is_no_part_of_the_text() -> None:
    sheet, small = Sheet(), Style("Helvetica", 8, 9)
    above = [
        "The council of Brennick bought the old mill on Monday, the mayor",
        "said. It had waited for the mill since the",
    ]
    below = [
        "great flood, and the roof will be mended first, at a cost of two",
        "million crowns, before the winter comes.",
    ]
    for heads, lines in (("Brennick Courier   Friday, 3 May 2024   4", above * 2), ("Council buys mill", below * 2)):
        sheet.text(56, 820, heads, small)
        for number, line in enumerate(lines):
            sheet.text(56, 780 - 12.5 * number, line, Style())
        sheet.canvas.showPage()
    article = read("a.pdf", sheet.saved())
    assert "Courier" not in article.text
    assert "waited for the mill since the great flood" in article.text
    assert "left out running heads: Brennick Courier Friday, 3 May 2024 4 · Council buys mill" in article.notes
    assert article.published == "2024-05-03"
