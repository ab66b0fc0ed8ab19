"""Rows of spreadsheets, and articles deep inside JSON, by the names of their columns."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest

from extract.model import Failure
from extract.readers.containers.column_names import Columns
from extract.readers.containers.members import LeftOut
from tests.containers import articles, members, outcomes, zipped

MILL = "The council of Brennick bought the old mill on Monday."
_RELATED = '<Relationships><Relationship Id="r{0}" Target="{1}"/></Relationships>'
_STYLES = (
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="d mmm yyyy"/></numFmts><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>'
)


def text(words: str) -> str:
    return f'<c t="inlineStr"><is><t>{words}</t></is></c>'


def xlsx(*sheets: str, shared: tuple[str, ...] = ()) -> dict[str, bytes]:
    """The parts of a workbook, none of those first that tell what it is."""
    names = "".join(f'<sheet name="S{n}" id="r{n}"/>' for n in range(len(sheets)))
    related = "".join(f'<Relationship Id="r{n}" Target="worksheets/{n}.xml"/>' for n in range(len(sheets)))
    parts = {
        "docProps/thumbnail.jpeg": "",
        "xl/styles.xml": _STYLES,
        "xl/sharedStrings.xml": f"<sst>{''.join(f'<si><t>{words}</t></si>' for words in shared)}</sst>",
        "xl/workbook.xml": f"<workbook><sheets>{names}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"<Relationships>{related}</Relationships>",
        **{f"xl/worksheets/{n}.xml": f"<worksheet><d>{rows}</d></worksheet>" for n, rows in enumerate(sheets)},
    }
    return {name: content.encode() for name, content in parts.items()}


NEWS = (
    f"<row>{text('News of the week')}</row><row/>"
    f"<row>{text('ID')}{text('Text')}{text('Date')}{text('Title')}</row>"
    f'<row><c><v>7.0</v></c><c t="s"><v>0</v></c><c s="2"><v>45415</v></c>{text("Mill sold")}</row>'
    '<row><c r="A5"><v>8</v></c><c r="C5" s="1"><v>45416.427083333</v></c>'
    f'<c r="B5" t="str"><f>x</f><v>{MILL}</v></c></row>'
    f"<row>{text('9')}</row>"
)
BOOK = xlsx(
    f"<row>{text('nothing')}</row>", NEWS, f"<row>{text('text')}</row><row>{text('It froze.')}</row>", shared=(MILL,)
)
ODS = (
    '<d xmlns:t="urn:t" xmlns:o="urn:o" xmlns:x="urn:x"><t:table t:name="S0"><t:table-row><t:table-cell><x:p>text</x:p>'
    '</t:table-cell><t:table-cell><x:p>date</x:p></t:table-cell><t:table-cell t:number-columns-repeated="16382"/>'
    f'</t:table-row><t:table-row><t:table-cell><x:p>{MILL}</x:p></t:table-cell><t:table-cell o:value-type="date" '
    'o:date-value="2024-05-03"><x:p>3 May</x:p></t:table-cell></t:table-row><t:table-row '
    't:number-rows-repeated="1048573"><t:table-cell t:number-columns-repeated="16384"/></t:table-row></t:table>'
    '<t:table t:name="S1"><t:table-row><t:table-cell><x:p>text</x:p></t:table-cell></t:table-row><t:table-row>'
    "<t:table-cell><x:p>It froze.</x:p></t:table-cell></t:table-row></t:table></d>"
)
OPEN = {"content.xml": ODS.encode(), "mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}


@pytest.mark.parametrize("name", ["news.xlsx", "news.dat", "news"])
def test_each_row_below_the_header_of_each_sheet_is_an_article(name: str) -> None:
    found = members(name, zipped(BOOK))
    assert [member.source for member in found] == [f"{name}#{key}" for key in ("S0", "7", "8", "9", "S2 1")]
    assert isinstance(found[0], LeftOut)
    assert isinstance(found[3], Failure)
    first, second, third = articles(found)
    assert (first.title, first.published, first.text) == ("Mill sold", "2024-05-03", f"Mill sold\n\n{MILL}")
    assert (second.published, second.text) == ("2024-05-04T10:15", MILL)
    assert third.text == "It froze."


def test_an_opendocument_sheet_is_read_alike_wherever_it_lies() -> None:
    for name, raw, inside in (("a.ods", zipped(OPEN), ""), ("a.zip", zipped({"b": zipped(OPEN)}), "!/b")):
        first, second = articles(members(name, raw))
        assert (first.source, first.text, first.published) == (f"{name}{inside}#1", MILL, "2024-05-03")
        assert (second.source, second.text) == (f"{name}{inside}#S1 1", "It froze.")


def test_two_cells_far_apart_take_no_room() -> None:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c><c r="A1048576" t="str"><v>lost</v></c></row>'
    rows = f"<row>{text('text')}</row>{far}"
    assert outcomes("a.xlsx", zipped(xlsx(rows))) == {"a.xlsx#1": "lost"}


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (zipped(BOOK)[:-300], {"a.xlsx": "!BrokenContainerError"}),
        (b"", {"a.xlsx": "!EmptyFileError"}),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99, {"a.xlsx": "!MissingReaderError"}),
        (zipped({"a.txt": b"It rained."}), {"a.xlsx": "!BrokenContainerError"}),
        (zipped(xlsx()), {"a.xlsx": "!BrokenContainerError"}),
        (
            zipped(xlsx("<row><c><v>1</v></c></row>")),
            {"a.xlsx#S0": "-sheet without articles", "a.xlsx": "!NoColumnError"},
        ),
        (
            zipped(xlsx(f"<row>{text('text')}</row><row>{text('It froze.')}</row><row><c")),
            {"a.xlsx#1": "It froze.", "a.xlsx": "!BrokenContainerError"},
        ),
        (
            zipped(xlsx(f'<row>{text("text")}</row><row><c t="s"><v>5</v></c></row>')),
            {"a.xlsx": "!BrokenContainerError"},
        ),
        (
            zipped(xlsx(f"<row>{text('text')}</row><row>{text('a' * 20_000_000)}</row>")),
            {"a.xlsx": "!TooLargeError"},
        ),
    ],
)
def test_what_is_damaged_or_made_to_do_harm_says_so(
    raw: bytes, expected: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")  # without a program for old Word documents
    assert outcomes("a.xlsx", raw) == expected


def shown(value: Any, **columns: str) -> list[tuple[str | None, ...]]:
    found = members("a.json", json.dumps(value).encode(), columns=Columns(**columns))
    return [(a.title, a.byline, a.outlet, a.published, a.url, a.text.rpartition("\n\n")[2]) for a in articles(found)]


DAY, URL, BY = "2024-05-03T10:15:00Z", "https://p.example/1", "Mira Tolland"
GUARDIAN = {
    "id": "world/mill", "webPublicationDate": DAY, "webTitle": "Mill sold", "webUrl": URL, "apiUrl": "https://api",
    "fields": {"byline": BY, "body": f"<p>{MILL}</p>", "trailText": "short", "publication": "Post"},
}  # fmt: skip
NYT = {
    "_id": "nyt://1", "abstract": "short", "lead_paragraph": MILL, "web_url": URL, "source": "Post", "pub_date": DAY,
    "headline": {"main": "Mill sold"}, "byline": {"original": f"By {BY}", "person": []},
}  # fmt: skip
NEWS_API = {
    "source": {"id": None, "name": "Post"}, "author": BY, "title": "Mill sold", "url": URL, "publishedAt": DAY,
    "description": "short", "content": MILL,
}  # fmt: skip
MEDIA_CLOUD = {
    "stories_id": 5,
    "media_name": "Post",
    "publish_date": DAY,
    "title": "Mill sold",
    "url": URL,
    "text": MILL,
}
ELASTIC = {"_id": "1", "_source": {"headline": "Mill sold", "date": DAY, "publisher": "Post", "url": URL, "body": MILL}}
WORDPRESS = {"title": {"rendered": "Mill sold"}, "content": {"rendered": f"<p>{MILL}</p>"}, "date": DAY, "link": URL}


@pytest.mark.parametrize(
    ("value", "byline", "outlet"),
    [
        ({"response": {"status": "ok", "results": [GUARDIAN]}}, BY, "Post"),
        ({"response": {"status": "ok", "content": GUARDIAN}}, BY, "Post"),
        ({"status": "OK", "response": {"docs": [NYT]}}, BY, "Post"),
        ({"status": "ok", "totalResults": 1, "articles": [NEWS_API]}, BY, "Post"),
        ({"stories": [MEDIA_CLOUD]}, None, "Post"),
        ({"hits": {"total": 1, "hits": [ELASTIC]}}, None, "Post"),
        ([WORDPRESS], None, None),
    ],
)
def test_answers_of_news_services_are_known(value: Any, byline: str | None, outlet: str | None) -> None:
    assert shown(value) == [("Mill sold", byline, outlet, "2024-05-03T10:15Z", URL, MILL)]


def test_other_json_is_mapped_and_a_wrong_map_says_so() -> None:
    own = {"d": {"list": [{"a": {"t": ["It rained.", MILL]}, "h": "Mill sold"}]}}
    assert shown(own, articles="d.list", text="a.t", title="h") == [("Mill sold", None, None, None, None, MILL)]
    [problem] = members("a.json", json.dumps(own).encode(), columns=Columns(articles="d.rows", text="a.t"))
    assert isinstance(problem, Failure)
    assert "no list 'd.rows'" in problem.reason


def test_a_summary_is_read_and_noted_where_there_is_no_text() -> None:
    [found] = articles(members("a.csv", f"title,text,description\nMill,,{MILL}\n".encode()))
    assert (found.text, found.notes) == (f"Mill\n\n{MILL}", ("only a summary, not the whole article",))


def test_json_without_a_text_is_one_failure_of_the_file() -> None:
    for name, raw in (("a.jsonl", b'{"a": 1}\n' * 3000), ("a.json", json.dumps([{"a": 1}] * 5).encode())):
        assert outcomes(name, raw) == {name: "!NoColumnError"}
    mixed = outcomes("a.jsonl", b'{"a": 1}\n{"text": "It rained."}\n{"a": 1}\n')
    assert mixed == {"a.jsonl#1": "!NoColumnError", "a.jsonl#2": "It rained.", "a.jsonl#3": "!NoColumnError"}


def test_documents_are_known_by_their_parts_whichever_comes_first() -> None:
    from docx import Document

    document = Document()
    document.add_paragraph(MILL)
    raw = io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as parts:
        mixed = zipped({"custom/a.xml": b"<a/>", **{name: parts.read(name) for name in reversed(parts.namelist())}})
    assert outcomes("mill", mixed) == {"mill": MILL}
    assert outcomes("a.zip", zipped({"mill": mixed})) == {"a.zip!/mill": MILL}
