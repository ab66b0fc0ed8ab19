"""Nexis downloads as text: several articles in one file, with what stands at their heads."""

from __future__ import annotations

import io

from extract.model import Failure
from extract.readers import ReadHints, read
from extract.readers.containers.limits import Limits
from extract.readers.containers.members import Blob, Found, Unpacking
from extract.readers.containers.walk import unpack
from extract.readers.draft import Input

DOWNLOAD = """


                               1 of 3 DOCUMENTS

                               Brennick Post

                             May 3, 2024 Friday

Council buys the old mill

BYLINE: By Mira Tolland

SECTION: NEWS; Pg. 4

LENGTH: 212 words

The council of Brennick bought the old mill
on Monday for two million crowns.

Mayor Greta Holm said that the town had waited for it since 1998.

LOAD-DATE: May 4, 2024

LANGUAGE: ENGLISH

                        Copyright 2024 Brennick Post
                            All Rights Reserved


                               2 of 3 DOCUMENTS

                           The Sall Observer

                               4 May 2024

Bridge closed

LENGTH: 20 words

The old bridge was closed on Friday.

LOAD-DATE: May 5, 2024


                               3 of 3 DOCUMENTS

                           The Sall Observer

LENGTH: 0 words
"""


def members(raw: bytes, **limits: int) -> list[Found]:
    blob = Blob("news.txt", "news.txt", io.BufferedReader(io.BytesIO(raw)), ReadHints())  # type: ignore[arg-type]
    return list(unpack(blob, Unpacking(limits=Limits(**limits))))


def test_each_article_has_its_outlet_date_headline_and_byline() -> None:
    mill, bridge, empty = members(DOWNLOAD.encode())
    assert isinstance(mill, Input)
    article = read(mill.source, mill.raw, mill.hints)
    assert article.reader == "nexis 1"
    assert (mill.source, article.title, article.byline) == ("news.txt#1", "Council buys the old mill", "Mira Tolland")
    assert (article.outlet, article.published) == ("Brennick Post", "2024-05-03")
    assert article.text.split("\n\n") == [
        "Council buys the old mill",
        "The council of Brennick bought the old mill on Monday for two million crowns.",
        "Mayor Greta Holm said that the town had waited for it since 1998.",
    ]
    assert isinstance(bridge, Input)
    other = read(bridge.source, bridge.raw, bridge.hints)
    assert (other.outlet, other.published, other.title) == ("The Sall Observer", "2024-05-04", "Bridge closed")
    assert isinstance(empty, Failure)
    assert "article 3 has no text" in empty.reason


def test_one_that_is_too_large_is_a_failure_and_the_others_go_in() -> None:
    long = DOWNLOAD.replace("since 1998.", "since 1998. " + "It waited. " * 500)
    mill, bridge, _ = members(long.encode(), max_bytes=3000)
    assert isinstance(mill, Failure)
    assert "article 1 has more than" in mill.reason
    assert isinstance(bridge, Input)


def test_a_download_may_have_a_cover_and_other_texts_are_one_article() -> None:
    below_a_cover = members(b"Time of Request: 10:02\n\nPage 1 of 9\n\n" + DOWNLOAD.lstrip().encode())
    assert [found.source for found in below_a_cover if isinstance(found, Input)] == ["news.txt#1", "news.txt#2"]
    (found,) = members(b"Three of 12 documents were lost.\n\nThe council met.\n")
    assert isinstance(found, Input)
    assert found.source == "news.txt"
