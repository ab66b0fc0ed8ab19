"""Downloads from Nexis and Factiva as text, RTF and Word files: many articles, with what stands at their heads."""

from __future__ import annotations

import io

import pytest

from extract.errors import ReadError
from extract.model import Article, Failure
from extract.readers import read
from extract.readers.draft import Input
from tests.containers import articles, members, outcomes

MILL = "The council of Brennick bought the old mill on Monday for two million crowns."
NEXIS_UNI = f"""Date and Time: Friday, May 3, 2024 10:11:00 AM EDT
Job Number: 123
Documents (2)
1. Council buys the old mill
Client/Matter: -None-
Council buys the old mill
Brennick Post
May 3, 2024 Friday
Late Edition - Final
Copyright 2024 Brennick Post All Rights Reserved
Section:\xa0Section A; Pg. 1
Length:\xa0212 words
Byline:\xa0By MIRA TOLLAND
Body
{MILL}
Source: nobody knows.
Graphic
The mill in spring.
Load-Date:\xa0May 4, 2024
End of Document
Bridge closed
The Sall Observer
4 May 2024
Length:\xa020 words
Body
The old bridge was closed on Friday.
Load-Date: May 5, 2024
End of Document
"""
FACTIVA = f"""Dow Jones Factiva
National
Council buys the old mill
By Mira Tolland
212 words
3 May 2024
05:12
Brennick Post
BRENPO
A1
English
Copyright 2024 Brennick Post. All Rights Reserved.
{MILL}
Source: nobody knows.
Document BRENPO0020240503ek530000a
Bridge closed
20 words
4 May 2024
The Sall Observer
SALLOB
English
(c) 2024 The Sall Observer
The old bridge was closed on Friday.
Document SALLOB0020240504ek540000b
Search Summary
Text
mill or bridge
"""
CODED = f"""HD Council buys the old mill
BY By Mira Tolland
WC 212 words
PD 3 May 2024
SN Brennick Post
SC BRENPO
LA English
LP
{MILL}
TD
Source: nobody knows.
IN
ireest: Real estate
AN Document BRENPO0020240503ek530000a
HD Bridge closed
WC 20 words
PD 4 May 2024
SN The Sall Observer
LP
The old bridge was closed on Friday.
AN Document SALLOB0020240504ek540000b
"""


def as_text(lines: str) -> bytes:
    return lines.replace("\n", "\n\n").encode()


def as_rtf(lines: str) -> bytes:
    written = lines.replace("\xa0", r"\'a0").replace("\n", "\\par\n")
    return rf"{{\rtf1\ansi\deff0{{\fonttbl{{\f0 Times;}}}}\f0 {written}}}".encode("ascii")


def as_docx(lines: str) -> bytes:
    from docx import Document

    document = Document()
    for line in lines.splitlines():
        document.add_paragraph(line)
    raw = io.BytesIO()
    document.save(raw)
    return raw.getvalue()


@pytest.mark.parametrize("written", [as_text, as_rtf, as_docx])
@pytest.mark.parametrize(("name", "lines"), [("nexis", NEXIS_UNI), ("factiva", FACTIVA), ("factiva", CODED)])
def test_each_article_has_its_outlet_date_headline_and_byline(name: str, lines: str, written: object) -> None:
    raw = written(lines)  # type: ignore[operator]
    mill, bridge = articles(members(f"download.{written.__name__[3:]}", raw))  # type: ignore[attr-defined]
    expected = ("Council buys the old mill", "Mira Tolland", "Brennick Post", "2024-05-03")
    assert _facts(mill) == expected
    assert _facts(bridge) == ("Bridge closed", None, "The Sall Observer", "2024-05-04")
    assert mill.reader == f"{name} 1"
    assert mill.notes == bridge.notes == ()
    assert mill.text.split("\n\n") == ["Council buys the old mill", MILL, "Source: nobody knows."]
    assert bridge.text == "Bridge closed\n\nThe old bridge was closed on Friday."


def _facts(article: Article) -> tuple[str | None, ...]:
    return article.title, article.byline, article.outlet, article.published


def test_articles_are_called_by_their_number_in_the_archive() -> None:
    assert list(outcomes("a.rtf", as_rtf(FACTIVA))) == [
        "a.rtf#BRENPO0020240503ek530000a",
        "a.rtf#SALLOB0020240504ek540000b",
    ]


def test_a_download_that_breaks_off_loses_nothing_and_says_so() -> None:
    whole, broken = articles(members("a.txt", as_text(FACTIVA)[: FACTIVA.index("Friday.") + 50]))
    assert whole.notes == ()
    assert broken.title == "Bridge closed"
    assert broken.notes == ("the download breaks off in this article",)


def test_an_article_without_text_or_too_large_is_a_failure_by_itself() -> None:
    without = NEXIS_UNI.replace("The old bridge was closed on Friday.\n", "")
    mill, bridge = members("a.docx", as_docx(without))
    assert isinstance(mill, Input)
    assert isinstance(bridge, Failure)
    assert "article 2 has no text" in bridge.reason


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.txt", b"A list\n\nLength: 300 words\n\nThe council met on Monday.\n"),
        ("a.rtf", rb"{\rtf1 The words End of Document stand in a sentence of this text.}"),
        ("a.docx", as_docx("The film shows 2 of 3 DOCUMENTS that were lost in the fire on Monday.")),
    ],
)
def test_other_files_with_such_words_are_one_article(name: str, raw: bytes) -> None:
    [found] = members(name, raw)
    assert isinstance(found, Input)
    assert found.source == name
    assert read(name, found.raw, found.hints).text


def test_what_is_damaged_says_so() -> None:
    for name, raw in (("a.rtf", as_rtf(FACTIVA)[:9]), ("a.docx", as_docx(FACTIVA)[:-200])):
        [found] = members(name, raw)
        assert isinstance(found, Input)
        with pytest.raises(ReadError, match=name):
            read(name, found.raw, found.hints)
