"""Archives, feeds, tables and crawls: each article in them by its own name, and nothing lost with a broken one."""

from __future__ import annotations

import bz2
import gzip
import lzma
import struct
import sys
import zipfile

import pytest

from extract.model import Article, Failure
from extract.readers.containers.column_names import Columns
from extract.readers.containers.format_list import Kind, formats
from extract.readers.containers.labels import in_archive
from extract.readers.containers.limits import Limits
from extract.readers.draft import Input
from tests.containers import PAGE, TEXT, articles, crawled, feed, json_lines, members, outcomes, tarred, zipped

WORDS = TEXT.decode()
PAGE_TEXT = f"Budget approved\n\n{WORDS}\n\nMayor Greta Holm said that taxes would not rise."


def only(name: str, raw: bytes, columns: Columns | None = None) -> Article:
    [article] = articles(members(name, raw, columns=columns))
    return article


def day(article: Article) -> str:
    return (article.published or "")[:10]


# --- Archives ---


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_a_zip_gives_its_articles_and_says_what_it_leaves_out(method: int) -> None:
    raw = zipped({"a/b.html": PAGE, "c.txt": TEXT, "hall.jpg": b"\xff\xd8\xff", ".x/d.txt": TEXT}, method)
    assert outcomes("news.zip", raw) == {
        "news.zip!/a/b.html": PAGE_TEXT,
        "news.zip!/c.txt": WORDS,
        "news.zip!/hall.jpg": "-.jpg",
    }


@pytest.mark.parametrize(
    ("name", "pack"),
    [("n.tar", bytes), ("n.tgz", gzip.compress), ("n.tar.bz2", bz2.compress), ("n.tar.xz", lzma.compress)],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_tar_is_read_as_a_stream_compressed_or_not(name: str, pack) -> None:  # type: ignore[no-untyped-def]
    raw = pack(tarred({"a/b.html": PAGE, "c.txt": TEXT, "hall.jpg": b"\xff\xd8\xff" * 9000}))
    assert outcomes(name, raw) == {
        f"{name}!/a/b.html": PAGE_TEXT,
        f"{name}!/c.txt": WORDS,
        f"{name}!/hall.jpg": "-.jpg",
    }


@pytest.mark.parametrize(
    ("name", "pack"), [("a.html.gz", gzip.compress), ("a.html.bz2", bz2.compress), ("a.html.xz", lzma.compress)]
)
def test_a_compressed_article_keeps_its_name(name: str, pack) -> None:  # type: ignore[no-untyped-def]
    assert outcomes(name, pack(PAGE)) == {name: PAGE_TEXT}
    assert outcomes(name, pack(PAGE[:90]) + pack(PAGE[90:])) == {name: PAGE_TEXT}


def test_containers_lie_in_each_other() -> None:
    inner = zipped({"feed.xml": feed("<item><guid>g</guid><description>It rained.</description></item>")})
    raw = zipped(
        {"day.tar": tarred({"in.zip": inner, "c.txt.gz": gzip.compress(TEXT), "t.csv": b"id,text\n7,It rained."})}
    )
    assert outcomes("all.zip", raw) == {
        "all.zip!/day.tar!/in.zip!/feed.xml#g": "It rained.",
        "all.zip!/day.tar!/c.txt.gz": WORDS,
        "all.zip!/day.tar!/t.csv#7": "It rained.",
    }


def test_the_content_tells_the_format_where_the_ending_lies() -> None:
    for raw in (zipped({"c.txt": TEXT}), tarred({"c.txt": TEXT})):
        for name in ("n.txt", "n", "n.dat", "n.html"):
            assert outcomes(name, raw) == {f"{name}!/c.txt": WORDS}
    assert outcomes("n.txt", feed("<item><guid>g</guid><description>It rained.</description></item>")) == {
        "n.txt#g": "It rained."
    }
    assert outcomes("n.txt", json_lines({"text": "It rained."}, {"text": "It did."})) == {
        "n.txt#1": "It rained.",
        "n.txt#2": "It did.",
    }
    assert outcomes("n.txt", b"title;text\nRain;It rained.\n") == {"n.txt#1": "Rain\n\nIt rained."}


@pytest.mark.parametrize(
    "text", ["Title, text and date are three words.", "{It rained}", "[1] It rained.", "id,name\n1,x\n"]
)
def test_text_that_looks_a_little_like_data_stays_text(text: str) -> None:
    assert list(outcomes("a.txt", text.encode())) == ["a.txt"]


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("a/b.txt", "a/b.txt"),
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\news\\a.txt", "news/a.txt"),
        ("a/./b//../c.txt", "a/b/c.txt"),
        ("a\u202etxt.exe", "atxt.exe"),
        ("a\x1b[2J\nb.txt", "a[2J b.txt"),
        ("in.zip!/a.txt", "in.zip%21/a.txt"),
        ("feed.xml#1", "feed.xml%231"),
        ("", "unnamed"),
        ("..", "unnamed"),
        ("caf\udce9.txt", "caf\\xe9.txt"),
        ("caf\ud83d.txt", "caf?.txt"),
    ],
)
def test_names_of_members_are_clean_labels(written: str, label: str) -> None:
    assert in_archive("n.zip", written) == f"n.zip!/{label}"


def test_a_long_name_is_cut_and_stays_its_own() -> None:
    first, second = (in_archive("n.zip", f"{'x' * 50_000}{end}.txt") for end in ("a", "b"))
    assert first != second
    assert len(first) < 300
    assert first.endswith(".txt")


def test_every_member_has_a_name_of_its_own() -> None:
    raw = tarred({"a.txt": TEXT, "./a.txt": TEXT, "../a.txt": TEXT, "a.txt~2": TEXT})
    assert [m.source for m in members("n.tar", raw)] == [
        "n.tar!/a.txt",
        "n.tar!/a.txt~2",
        "n.tar!/a.txt~3",
        "n.tar!/a.txt~2~2",
    ]


# --- Tables ---


def test_the_columns_of_a_table_are_known_by_common_names() -> None:
    raw = (
        b"Headline,Article_Body,Pub Date,Byline,Link,Outlet,Lang\n"
        b'"Budget, approved","The council met.\nIt voted.",2024-03-12 10:00:00,Mira Tolland,https://post.example/1,Post,en-GB\n'
    )
    article = only("a.csv", raw)
    assert (article.title, day(article), article.byline) == ("Budget, approved", "2024-03-12", "Mira Tolland")
    assert (article.url, article.outlet) == ("https://post.example/1", "Post")
    assert article.text == "Budget, approved\n\nThe council met.\nIt voted."
    assert (article.media_type, article.reader) == ("text/csv", "csv 1")
    assert article.source == "a.csv#https://post.example/1"


def test_columns_can_be_named() -> None:
    columns = Columns(text="lead", title="text", date="day", id="nr")
    article = only("a.csv", b"nr,text,lead,day\nx7,Rain,It rained.,3 May 2024\n", columns)
    assert (article.source, article.title, day(article)) == ("a.csv#x7", "Rain", "2024-05-03")


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        (Columns(), "none of its columns is known to hold the text: a, b. Name it with --text-column."),
        (Columns(text="c"), "it has no column 'c' (--text-column). There are: a, b."),
        (Columns(text="a", date="when"), "it has no column 'when' (--date-column). There are: a, b."),
    ],
)
def test_a_table_without_the_column_lists_those_it_has(columns: Columns, says: str) -> None:
    [failure] = members("t.csv", b"a,b\n1,2\n", columns=columns)
    assert isinstance(failure, Failure)
    assert (failure.kind, failure.reason) == ("NoColumnError", f"t.csv: {says}")


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_sign_between_columns_is_found(sign: str, end: str) -> None:
    raw = f'title{sign}text{end}"A{sign} b"{sign}It rained, hard; and long.{end}' if sign not in ",;" else (
        f'title{sign}text{end}"A{sign} b"{sign}"It rained, hard; and long."{end}'
    )  # fmt: skip
    for name in ("a.csv", "a.tsv"):
        assert outcomes(name, raw.encode()) == {f"{name}#1": f"A{sign.strip() or ''} b\n\nIt rained, hard; and long."}


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-32"])
def test_tables_come_in_any_encoding(codec: str) -> None:
    raw = "id,text\n1,“No” said the café’s owner.\n2,The café closed.\n".encode(codec)
    assert list(outcomes("a.csv", raw).values()) == ["“No” said the café’s owner.", "The café closed."]


def test_a_row_that_cannot_be_read_is_a_failure_with_its_number() -> None:
    raw = b'id,text\n1,It rained.\n2,\n3,"a"b\n4\n5,It \x81\x8d\x8f\x90 \xff\xfe\x81\n\n6,It did.\n'
    assert outcomes("t.csv", raw) == {
        "t.csv#1": "It rained.",
        "t.csv#2": "!EmptyFileError",
        "t.csv#3": "!BrokenContainerError",
        "t.csv#4": "!EmptyFileError",
        "t.csv#5": "!EncodingError",
        "t.csv#6": "It did.",
    }
    reasons = [m.reason for m in members("t.csv", raw) if isinstance(m, Failure)]
    assert reasons[0] == "t.csv#2: row 2: its column 'text' is empty. Leave the row out."
    assert "row 3 cannot be read" in reasons[1]


def test_a_quotation_mark_that_nothing_closes_costs_no_row_before_it() -> None:
    assert outcomes("t.csv", b'id,text\n1,It rained.\n2,"It did.\n3,And so on.\n') == {
        "t.csv#1": "It rained.",
        "t.csv": "!BrokenContainerError",
    }


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.jsonl", b'{"text": "It rained."}\n\n{"text": "It did."}\n'),
        ("a.json", b'{"text": "It rained."}\n{"text": "It did."}\n'),
        ("a.json", b' [ {"text": "It rained."} , {"text": "It did."} ] \n'),
        ("a.json", b'{\n "text": "It rained."\n}\n{\n "text": "It did."\n}'),
        ("a.json", b'{"total": 2, "articles": [{"text": "It rained."}, {"text": "It did."}]}'),
        ("a.json", '[{"text": "It rained."},{"text": "It did."}]'.encode("utf-16")),
    ],
    ids=["lines", "lines named json", "array", "values", "wrapped", "utf-16"],
)
def test_json_comes_in_several_shapes(name: str, raw: bytes) -> None:
    assert list(outcomes(name, raw).values()) == ["It rained.", "It did."]


def test_a_json_feed_is_json_whose_keys_are_known() -> None:
    item = (
        b'{"items": [{"id": "7", "content_html": "<p>It rained.</p><p>It did.</p>", "title": "Rain", "url": "https://p.example/7",'
        b' "date_published": "2024-05-03T08:00:00Z", "authors": [{"name": "Mira Tolland"}, {"name": "Paul Gerrit"}]}]}'
    )
    article = only("f.json", item)
    assert (article.title, day(article), article.byline) == ("Rain", "2024-05-03", "Mira Tolland, Paul Gerrit")
    assert article.text == "Rain\n\nIt rained.\n\nIt did."


@pytest.mark.parametrize("stamp", [1714723200, "1714723200", 1714723200000])
def test_seconds_since_1970_are_a_date(stamp: object) -> None:
    assert only("a.jsonl", json_lines({"text": "It rained.", "timestamp": stamp})).published == "2024-05-03"


def test_broken_json_costs_itself_only() -> None:
    deep = b"[" * 100_000
    lines = b'{"text": "It rained."}\nno\n[1]\n' + deep + b'\n{"body": 7}\n{"x": 1}\n{"text": "It did."}\n'
    assert list(outcomes("a.jsonl", lines).values()) == [
        "It rained.", "!BrokenContainerError", "!BrokenContainerError", "!BrokenContainerError", "!EmptyFileError",
        "!NoColumnError", "It did.",
    ]  # fmt: skip
    assert outcomes("a.json", b'[{"text": "It rained."}, {"text": "It d') == {
        "a.json#1": "It rained.",
        "a.json": "!BrokenContainerError",
    }


def test_lone_surrogates_in_json_are_taken_out() -> None:
    article = only("a.jsonl", b'{"text": "It \\ud800 rained.", "title": "R\\udfffain", "id": "\\ud800"}\n')
    assert (article.title, article.source) == ("Rain", "a.jsonl#?")
    assert article.text == "Rain\n\nIt  rained."
    assert any("surrogate" in note for note in article.notes)


# --- Feeds ---


def test_an_rss_item_is_an_article_with_what_the_feed_says_of_it() -> None:
    item = (
        "<item><title>R&amp;amp;D budget</title><guid>a1</guid><link>https://post.example/1</link>"
        "<pubDate>Tue, 12 Mar 2024 08:00:00 +0100</pubDate><dc:creator>Mira Tolland</dc:creator>"
        "<description>In short.</description><content:encoded><![CDATA[<h2>Vote</h2><p>The council met.</p>"
        "<blockquote>No.</blockquote><p><a href='/'>Read more</a></p>]]></content:encoded></item>"
    )
    article = only("f.xml", feed(item))
    assert (article.source, article.title, article.byline) == ("f.xml#a1", "R&D budget", "Mira Tolland")
    assert (article.outlet, day(article)) == ("Brennick Post", "2024-03-12")
    assert (article.url, article.media_type) == ("https://post.example/1", "application/rss+xml")
    assert article.text == "R&D budget\n\nVote\n\nThe council met.\n\nNo."
    assert [b.kind.value for b in article.blocks] == ["title", "heading", "quote"]
    assert article.notes == ()


def test_a_summary_is_used_where_there_is_no_content_and_marked() -> None:
    article = only(
        "f.xml", feed("<item><guid>1</guid><description>It&nbsp;rained &amp;lt;hard&amp;gt;.</description></item>")
    )
    assert article.text == "It\u00a0rained <hard>."
    assert article.notes == ("only the feed's summary, not the whole article",)


def test_an_item_names_its_own_outlet() -> None:
    source = '<source url="https://c.example">Courier</source>'
    item = f"<item><guid>1</guid>{source}<description>It rained.</description></item>"
    assert only("f.xml", feed(item)).outlet == "Courier"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ('<content type="html">&lt;p>It rained.&lt;/p>&lt;p>It did.&lt;/p></content>', "It rained.\n\nIt did."),
        (
            '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It rained.</p><p>It did.</p></div>'
            "</content>",
            "It rained.\n\nIt did.",
        ),
        ('<content type="text">Is 3 &lt; 4?</content>', "Is 3 < 4?"),
        ("<summary>It rained.</summary>", "It rained."),
    ],
    ids=["html", "xhtml", "text", "summary"],
)  # fmt: skip
def test_atom_says_what_its_content_is(content: str, text: str) -> None:
    raw = (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><entry><id>urn:1</id>'
        f'<link rel="self" href="https://c.example/self"/><link href="https://c.example/1"/>'
        f"<updated>2024-05-06T00:00:00Z</updated><author><name>Paul Gerrit</name></author>{content}</entry></feed>"
    )
    article = only("f.atom", raw.encode())
    assert (article.source, article.outlet, article.byline) == ("f.atom#urn:1", "Courier", "Paul Gerrit")
    assert (day(article), article.url, article.text) == ("2024-05-06", "https://c.example/1", text)


def test_rss_1_0_and_0_91_are_feeds() -> None:
    rdf = (
        b'<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<channel rdf:about="x"><title>Post</title></channel><item rdf:about="https://p.example/1">'
        b"<link>https://p.example/1</link><description>It rained.</description></item></rdf:RDF>"
    )
    assert only("f.rdf", rdf).outlet == "Post"
    old = (
        b'<!DOCTYPE rss PUBLIC "-//X//DTD RSS 0.91//EN" "x.dtd"><rss version="0.91"><channel><item>'
        b"<description>It rained.</description></item></channel></rss>"
    )
    assert only("f.xml", old).text == "It rained."


def test_the_items_before_the_break_go_in_and_the_cut_one_does_not() -> None:
    items = "".join(f"<item><guid>{n}</guid><description>It rained {n} times.</description></item>" for n in range(3))
    raw = feed(items)
    assert outcomes("f.xml", raw[: raw.index(b"2 times")]) == {
        "f.xml#0": "It rained 0 times.",
        "f.xml#1": "It rained 1 times.",
        "f.xml": "!BrokenContainerError",
    }


def test_xml_that_is_no_feed_is_refused_with_that_reason() -> None:
    assert outcomes("note.xml", b'<?xml version="1.0"?><note>It rained.</note>') == {"note.xml": "!UnknownFormatError"}


# --- Crawls ---


@pytest.mark.parametrize("compressed", [False, True])
def test_a_crawl_gives_the_pages_that_a_server_answered_with(compressed: bool) -> None:
    html = {"Content-Type": "text/html; charset=iso-8859-1"}
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)
    raw = crawled(
        [
            ("https://p.example/a", PAGE.replace(b"Greta", b"Gr\xe9ta"), html),
            ("https://p.example/a", gzip.compress(PAGE), {**html, "Content-Encoding": "gzip"}),
            ("https://p.example/b", chunked, {**html, "Transfer-Encoding": "chunked"}),
            ("https://p.example/t", TEXT, {"Content-Type": "text/plain"}),
            ("https://p.example/i", b"\xff\xd8\xff" * 50_000, {"Content-Type": "image/jpeg"}),
            ("https://p.example/404", PAGE, {**html, "status": "404 Not Found"}),
        ],
        compressed=compressed,
    )
    name = "c.warc.gz" if compressed else "c.warc"
    assert outcomes(name, raw) == {
        f"{name}#https://p.example/a": PAGE_TEXT.replace("Greta", "Gréta"),
        f"{name}#https://p.example/a~2": PAGE_TEXT,
        f"{name}#https://p.example/b": PAGE_TEXT,
        f"{name}#https://p.example/t": WORDS,
        f"{name}#https://p.example/i": "-image/jpeg",
        f"{name}#https://p.example/404": "-status 404",
    }
    first = next(articles(members(name, raw)))
    assert (first.url, first.published) == ("https://p.example/a", None)
    assert "crawled on 2024-05-06" in first.notes


@pytest.mark.parametrize("compressed", [False, True])
def test_a_crawl_that_breaks_off_gives_no_half_page(compressed: bool) -> None:
    html = {"Content-Type": "text/html"}
    raw = crawled([(f"https://p.example/{n}", PAGE, html) for n in range(3)], compressed=compressed)
    found = outcomes("c.warc", raw[:-150])
    assert [text for text in found.values() if not text.startswith("!")] == [PAGE_TEXT, PAGE_TEXT]
    assert "!BrokenContainerError" in found.values()


def test_the_older_arc_is_a_crawl_too() -> None:
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    about = b"1 0 Test\nURL IP-address Archive-date Content-type Archive-length\n"
    head = b"filedesc://c.arc 0.0.0.0 20240506010203 text/plain %d\n%s\n" % (len(about), about)
    raw = head + b"http://p.example/1 192.0.2.1 20240506010203 text/html %d\n%s\n" % (len(page), page)
    article = only("c.arc", raw)
    assert (article.source, article.url) == ("c.arc#http://p.example/1", "http://p.example/1")
    assert "crawled on 2024-05-06" in article.notes


# --- Broken archives ---


def test_a_cut_archive_gives_what_came_before() -> None:
    files = {f"{n}.txt": TEXT + b" " + bytes([65 + n]) * 3000 for n in range(5)}
    cut = {
        "n.tar": tarred(files)[: 2 * 4096 + 900],
        "n.tgz": gzip.compress(tarred(files))[:-60],
    }
    for name, raw in cut.items():
        found = outcomes(name, raw)
        assert found[name] == "!BrokenContainerError"
        whole = [source for source, text in found.items() if not text.startswith("!")]
        assert whole[:2] == [f"{name}!/0.txt", f"{name}!/1.txt"]


def test_a_damaged_member_of_a_zip_costs_itself_only() -> None:
    raw = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT * 2, "c.txt": TEXT}, zipfile.ZIP_STORED))
    at = raw.index(TEXT * 2)
    raw[at : at + 3] = b"???"
    assert outcomes("n.zip", bytes(raw)) == {
        "n.zip!/a.txt": WORDS,
        "n.zip!/b.txt": "!BrokenContainerError",
        "n.zip!/c.txt": WORDS,
    }


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("n.zip", b"PK\x03\x04 and nothing"),
        ("n.zip", TEXT),
        ("n.gz", TEXT),
        ("n.tar", TEXT),
        ("n.tar", TEXT * 100),
        ("n.xz", b"\xfd7zXZ\x00 and nothing"),
        ("n.warc", TEXT),
        ("n.rss", TEXT),
        ("n.json", b"nothing"),
        ("n.csv", b"\n\n"),
        ("n.zip", zipped({})),
        ("n.json", b"[]"),
        ("n.xml", feed()),
    ],
)
def test_what_is_no_container_or_holds_nothing_is_one_failure(name: str, raw: bytes) -> None:
    [failure] = members(name, raw)
    assert isinstance(failure, Failure)
    assert failure.source == name
    assert failure.reason.startswith(name)
    assert failure.reason.endswith(".")


def test_a_missing_extra_is_told_with_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "warcio", None)
    [failure] = members("c.warc.gz", crawled([("https://p.example/a", PAGE, {})], compressed=True))
    assert isinstance(failure, Failure)
    assert failure.kind == "MissingReaderError"
    assert "pip install 'extract-claims[warc]'" in failure.reason
    [warc] = [f for f in formats() if f.name == "warc"]
    assert (warc.installed, warc.install, warc.kind) == (False, "pip install 'extract-claims[warc]'", Kind.CONTAINER)


def test_no_two_formats_share_a_name_or_an_ending() -> None:
    every = formats()
    assert len({f.name for f in every}) == len(every)
    endings = [ending for f in every for ending in f.endings]
    assert len(set(endings)) == len(endings)


def test_a_member_is_the_same_bytes_wherever_it_stands() -> None:
    rows = [b'{"id": 1, "text": "It rained."}\n', b'{"text": "It did.", "id": 2}\n']
    one, other = members("a.jsonl", b"".join(rows)), members("a.jsonl", b"".join(rows[::-1]))
    assert {m.source: m.raw for m in one if isinstance(m, Input)} == {
        m.source: m.raw for m in other if isinstance(m, Input)
    }


# --- Limits ---


def test_the_limits_of_a_container_end_it_with_a_reason() -> None:
    raw = zipped({f"{n}.txt": TEXT * 100 for n in range(10)})
    for limits, option, went_in in (
        (Limits(max_members=4), "--max-members", 4),
        (Limits(max_unpacked=12_000), "--max-unpacked", 2),
        (Limits(max_bytes=100), "--max-bytes", 0),
        (Limits(max_depth=0), "--max-depth", 0),
    ):
        found = members("n.zip", raw, limits)
        assert sum(isinstance(m, Input) for m in found) == went_in
        failure = found[-1]
        assert isinstance(failure, Failure)
        assert option in failure.reason
        assert failure.kind == "TooLargeError" or option == "--max-unpacked"


@pytest.mark.parametrize(
    "body",
    [
        "<description>It rained & rained&nbsp;on. &x; AT&amp;T &lt;b>paid&lt;/b>.</description>",
        "<description><![CDATA[It rained & rained&nbsp;on. &x; AT&amp;T <b>paid</b>.]]></description>",
        "<description>It\x00 rained &#0;&#xFFFF;&amp; rained&#xa0;on. &amp;x; AT&amp;T paid.</description>",
    ],
    ids=["bare ampersands", "cdata", "forbidden characters"],
)
def test_feeds_that_are_not_well_formed_keep_their_words(body: str) -> None:
    [article] = articles(members("f.xml", feed(f"<item><guid>1</guid>{body}</item>")))
    assert article.text == "It rained & rained\u00a0on. &x; AT&T paid."


def test_a_document_s_own_entities_are_never_used() -> None:
    levels = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    raw = feed("<item><guid>1</guid><description>It rained &i;&f;.</description></item>")
    dtd = f'<!DOCTYPE rss [<!ENTITY a "ha">{levels}<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    found = outcomes("f.xml", raw.replace(b"?><rss", f"?>{dtd}<rss".encode()))
    assert found == {"f.xml#1": "It rained &i;&f;."}


def test_a_zip_whose_list_of_members_fills_the_memory_is_refused_unread() -> None:
    size = 70_000_000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65_535, 65_535, size, 0, 0)
    [failure] = members("n.zip", b"PK\x03\x04" + bytes(size) + end)
    assert isinstance(failure, Failure)
    assert failure.reason == "n.zip: it lists too many members. Split it."


def test_a_large_zip_is_read_by_its_larger_list() -> None:
    raw = zipped({f"{n}.txt": b"" for n in range(70_000)}, zipfile.ZIP_STORED)
    found = members("n.zip", raw)
    assert sum(isinstance(member, Input) for member in found) == 70_000
