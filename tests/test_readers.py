"""From the bytes of a file to an article: text, metadata, known blocks, and errors that say what to do."""

from __future__ import annotations

import codecs
import contextlib
import datetime
import hashlib
import io
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.errors import (
    BinaryFileError,
    EmptyFileError,
    EncodingError,
    ReadError,
    TooLargeError,
    UnknownFormatError,
    UsageError,
    VanishedError,
)
from extract.model import Article, BlockKind
from extract.readers import READERS, ReadHints, endings, load, read
from extract.readers.dates import iso_date
from extract.text.blocks import blocks
from extract.text.clean import clean

SENTENCES = (
    "The council of Brennick approved the budget on Monday after a long debate.",
    "Mayor Greta Holm said that taxes would not rise before the election.",
    "The opposition voted against the plan, which it called careless.",
)
PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


RUSSIAN = "Совет утвердил бюджет в понедельник после долгих дебатов. Мэр сказала, что налоги не вырастут."


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, article.text[block.start : block.end]) for block in article.blocks]


# --- Bytes to text ---


@pytest.mark.parametrize(
    ("raw", "text", "notes"),
    [
        ("The café closed.".encode(), "The café closed.", ()),
        (codecs.BOM_UTF8 + "The café closed.".encode(), "The café closed.", ()),
        (codecs.BOM_UTF16_LE + "The café closed.".encode("utf-16-le"), "The café closed.", ("decoded as utf-16-le",)),
        (codecs.BOM_UTF16_BE + "The café closed.".encode("utf-16-be"), "The café closed.", ("decoded as utf-16-be",)),
        (codecs.BOM_UTF32_LE + "The café closed.".encode("utf-32-le"), "The café closed.", ("decoded as utf-32-le",)),
        ("“No,” said the café.".encode("cp1252"), "“No,” said the café.", ("decoded as cp1252",)),
        (RUSSIAN.encode("cp1251"), RUSSIAN, ("decoded as cp1251",)),
        (
            "The mayor’s café closed.".encode().decode("cp1252").encode(),
            "The mayor’s café closed.",
            ("mended wrongly decoded characters (mojibake)",),
        ),
        (
            "The café of the café".encode()[:-1],
            "The café of the caf",
            ("the file ends in the middle of a character",),
        ),
        (b"The council\x07 met.", "The council met.", ("took out 1 control character",)),
        (b"The council\x00 met on Monday.", "The council met on Monday.", ("took out 1 control character",)),
    ],
    ids=[
        "utf-8", "utf-8 mark", "utf-16-le", "utf-16-be", "utf-32", "windows", "cyrillic", "mojibake", "cut", "control",
        "NUL",
    ],
)  # fmt: skip
def test_bytes_become_text_and_what_was_mended_is_noted(raw: bytes, text: str, notes: tuple[str, ...]) -> None:
    article = read("a.txt", raw)
    assert article.text == text
    assert article.notes == notes


def test_a_named_encoding_is_used() -> None:
    raw = "Le café a fermé.".encode("mac-roman")
    assert read("a.txt", raw, ReadHints(encoding="mac-roman")).text == "Le café a fermé."


def test_an_html_page_names_its_own_encoding() -> None:
    page = f'<html><head><meta charset="iso-8859-2"></head><body><h1>Łódź waits</h1>{PARAGRAPHS}</body></html>'
    article = read("a.html", page.encode("iso-8859-2"))
    assert article.title == "Łódź waits"
    assert article.notes == ("decoded as iso8859-2",)


def test_hashes_are_of_the_bytes_and_of_the_text() -> None:
    raw = b"The council met.\r\n"
    article = read("a.txt", raw)
    assert article.raw_hash == hashlib.sha256(raw).hexdigest()
    assert article.text_hash == hashlib.sha256(b"The council met.\n").hexdigest()


# --- Errors ---


@pytest.mark.parametrize(
    ("name", "raw", "error", "says"),
    [
        ("a.txt", b"", EmptyFileError, "is empty"),
        ("a.txt", b" \r\n\t \n", EmptyFileError, "is empty"),
        ("a.txt", codecs.BOM_UTF8, EmptyFileError, "is empty"),
        ("a.txt", "\u200b\u202e".encode(), EmptyFileError, "holds no text"),
        ("a.md", b"---\ntitle:\n---\n", EmptyFileError, "holds no text"),
        ("a.html", b"<html><body><script>x()</script></body></html>", EmptyFileError, "No article text"),
        ("a.txt", b"\x00\x01\x02\x03 KPA \x00", BinaryFileError, "binary data"),
        ("a.html", b"<html>\x00\x01</html>", BinaryFileError, "binary data"),
        ("a.txt", b"\x81\x8d\x8f\x90\x9d \xff" * 9, EncodingError, "not valid UTF-8"),
        ("a.txt", codecs.BOM_UTF16_LE + b"\x00\xd8\x00", EncodingError, "damaged"),
        ("a", b"PK\x03\x04....", UnknownFormatError, "a ZIP archive"),
        ("a.json", b'{"title": "x"}', UnknownFormatError, r"ending in \.json"),
        ("a.html", b"<div>" * 100_000 + b"Far down.", ReadError, "nested too deeply"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_and_why(name: str, raw: bytes, error: type[ReadError], says: str) -> None:
    with pytest.raises(error, match=says) as caught:
        read(name, raw)
    assert name in str(caught.value)
    assert str(caught.value).endswith(".")


def test_an_unknown_media_type_is_refused_and_the_known_ones_listed() -> None:
    with pytest.raises(UnknownFormatError, match="text/html"):
        read("a.txt", b"The council met.", ReadHints(media_type="application/x-none"))


def test_the_size_limit_is_an_option() -> None:
    with pytest.raises(TooLargeError, match="Split it, or raise the limit"):
        read("a.txt", b"x" * 11, ReadHints(max_bytes=10))
    assert read("a.txt", b"x" * 11, ReadHints(max_bytes=11)).text == "x" * 11


def test_load_reads_a_file_and_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"The council met.")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"The mayor left.")))
    assert load(str(path)) == b"The council met."
    assert load("-") == b"The mayor left."


def test_load_says_what_is_wrong_with_a_path(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    large.write_bytes(b"x" * 11)
    with pytest.raises(VanishedError, match="no longer exists"):
        load(str(tmp_path / "gone.txt"))
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    with pytest.raises(ReadError, match="a link to a file that is not there"):
        load(str(tmp_path / "link.txt"))
    with pytest.raises(TooLargeError, match="larger than"):
        load(str(large), max_bytes=10)
    with pytest.raises(ReadError, match="cannot be read"):
        load(str(tmp_path))


def test_names_that_are_not_unicode_can_be_shown() -> None:
    assert read("caf\udce9.txt", b"The council met.").source == "caf\\xe9.txt"


# --- Which reader ---


@pytest.mark.parametrize(
    ("name", "raw", "reader"),
    [
        ("a.txt", b"The council met.", "text 1"),
        ("a.TXT", b"The council met.", "text 1"),
        ("-", b"The council met.", "text 1"),
        ("story.2", b"The council met.", "text 1"),
        ("a.md", b"# Council meets", "markdown 1"),
        ("-", b"---\ntitle: Council meets\n---\nThe council met.", "markdown 1"),
        ("a.html", b"<p>The council met.</p>", "html 3"),
        ("-", b"<!doctype html><p>The council met.</p>", "html 3"),
        ("a.txt", b"\n<!-- saved -->\n<html><body><p>The council met.</p></body></html>", "html 3"),
        ("a.html", b"The council met.", "text 1"),
        ("a.md", b"<html> is a tag.", "markdown 1"),
    ],
)
def test_the_reader_follows_from_name_and_content(name: str, raw: bytes, reader: str) -> None:
    assert read(name, raw).reader == reader


def test_a_media_type_decides_before_name_and_content() -> None:
    assert (
        read("a.txt", b"<p>The council met.</p>", ReadHints(media_type="text/html; charset=utf-8")).reader == "html 3"
    )


def test_readers_have_names_and_endings_of_their_own() -> None:
    names = [reader.name for reader in READERS]
    assert len(set(names)) == len(names)
    assert len(endings()) == sum(len(reader.endings) for reader in READERS)


# --- Metadata ---


def test_front_matter_becomes_metadata() -> None:
    article = read(
        "a.md",
        b"---\ntitle: 'Council: budget approved'\nauthors: [Mira Tolland, Paul Gerrit]\ndate: 2024-03-12 10:00:00\n"
        b"source: Brennick Post\nlang: en\nurl: https://post.example/1\n---\n\nThe council met.\n",
    )
    assert (article.title, article.byline) == ("Council: budget approved", "Mira Tolland, Paul Gerrit")
    assert (article.published, article.outlet) == ("2024-03-12T10:00", "Brennick Post")
    assert article.url == "https://post.example/1"
    assert article.text == "Council: budget approved\n\nThe council met."
    assert kinds(article) == [("title", "Council: budget approved")]


def test_header_lines_of_a_text_become_metadata() -> None:
    article = read(
        "a.txt", b"Title: Budget approved\r\nDate: 12 March 2024\r\nBy: Mira Tolland\r\n\r\nThe council met."
    )
    assert (article.title, article.published, article.byline) == ("Budget approved", "2024-03-12", "Mira Tolland")
    assert article.text == "Budget approved\n\nThe council met."


@pytest.mark.parametrize(
    "text",
    [
        "Date: 12 March 2024\n\nThe council met.",
        "Mayor: we will not resign\nDate: unclear\n\nThe council met.",
        "Title: Budget approved\nDate: 12 March 2024\nThe council met.",
        "Title: Budget approved\nDate: 12 March 2024",
    ],
    ids=["one line", "an unknown key", "no empty line", "no text"],
)
def test_lines_that_are_not_plainly_a_header_stay_text(text: str) -> None:
    assert read("a.txt", text.encode()).text == text


@pytest.mark.parametrize(
    ("front", "note"),
    [
        ("title: [unclosed", "its front matter is not valid YAML and was left out"),
        ("date: soon", "its date 'soon' could not be read"),
    ],
)
def test_front_matter_that_cannot_be_read_is_noted(front: str, note: str) -> None:
    article = read("a.md", f"---\n{front}\n---\nThe council met.\n".encode())
    assert note in article.notes
    assert article.text == "The council met."


def test_aliases_in_front_matter_cannot_blow_up() -> None:
    levels = "\n".join(f"{b}: &{b} [{','.join(['*' + a] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    article = read("a.md", f"---\na: &a [x,x]\n{levels}\ntitle: *i\n---\nThe council met.\n".encode())
    assert article.title is None


def test_hints_win_over_what_the_file_says() -> None:
    raw = b"---\ntitle: Budget approved\ndate: 2024-03-12\nsource: Brennick Post\n---\nThe council met."
    article = read("a.md", raw, ReadHints(published="May 2024", outlet="Northern Courier"))
    assert (article.published, article.outlet, article.title) == ("2024-05", "Northern Courier", "Budget approved")


@pytest.mark.parametrize("hint", [{"published": "soon"}, {"published": "2024-02-30"}, {"encoding": "utf-9"}])
def test_hints_that_mean_nothing_are_refused(hint: dict[str, str]) -> None:
    with pytest.raises(UsageError, match=next(iter(hint.values()))):
        ReadHints(**hint)  # type: ignore[arg-type]


def test_wrapped_paragraphs_become_lines_and_other_breaks_stay() -> None:
    article = read(
        "a.txt",
        b"Budget approved\n\nThe council of Brennick approved the budget on Monday after a long\n"
        b"debate.  \n\n- A vote\n- Another\n",
    )
    assert article.text == (
        "Budget approved\n\nThe council of Brennick approved the budget on Monday after a long "
        "debate.  \n\n- A vote\n- Another\n"
    )
    assert article.notes == ("joined the lines of wrapped paragraphs",)


def test_a_headline_that_only_the_text_shows_becomes_the_title() -> None:
    article = read("a.txt", b"Council approves budget\n\nThe council of Brennick approved the budget on Monday.")
    assert article.title == "Council approves budget"
    assert article.blocks == ()


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-03-12", "2024-03-12"),
        ("2024-03-12T08:00:00+01:00", "2024-03-12T08:00+01:00"),
        ("2024-03-12T08:00:00.000Z", "2024-03-12T08:00Z"),
        ("2024-03-12 08:00:59-0330", "2024-03-12T08:00-03:30"),
        ("2024-03-12T25:00:00Z", "2024-03-12"),
        ("20240312", "2024-03-12"),
        ("20240312T0800Z", "2024-03-12T08:00Z"),
        ("20249912", None),
        (datetime.datetime(2024, 3, 12, 8, 0, tzinfo=datetime.UTC), "2024-03-12T08:00Z"),
        (datetime.date(2024, 3, 12), "2024-03-12"),
        ("2024/03/12", "2024-03-12"),
        ("2024-03", "2024-03"),
        ("2024", "2024"),
        (2024, "2024"),
        ("March 12, 2024", "2024-03-12"),
        ("Tuesday, 12 March 2024, 10:15", "2024-03-12T10:15"),
        ("Tue 12 Mar 2024 10.15 BST", "2024-03-12T10:15"),
        ("March 12, 2024 at 4:45 PM EST", "2024-03-12T16:45-05:00"),
        ("March 12, 2024 at 12:05 a.m.", "2024-03-12T00:05"),
        ("12 March 2024 | 14:20 CET", "2024-03-12T14:20+01:00"),
        ("00:01, 12 March 2024", "2024-03-12T00:01"),
        ("12 March 2024, 15", "2024-03-12"),
        ("12th Sept. 2024", "2024-09-12"),
        ("March 2024", "2024-03"),
        ("Tue, 12 Mar 2024 08:00:00 +0100", "2024-03-12T08:00+01:00"),
        ("03/12/2024", None),
        ("2024-02-30", None),
        ("February 30, 2024", None),
        ("yesterday", None),
        ("Room 2024", None),
        ("9999", None),
        (None, None),
        (True, None),
        ("", None),
    ],
)
def test_dates_are_read_only_where_they_mean_one_thing(written: object, iso: str | None) -> None:
    assert iso_date(written) == iso


# --- Markdown ---


def test_markdown_gives_its_words_without_markup_and_its_blocks() -> None:
    article = read(
        "a.md",
        b"# Budget *approved*\n\nThe [council](https://x.example) met\non **Monday**.\n\n![Hall](hall.jpg)\n\n"
        b"*The town hall of Brennick.*\n\n## Next\n\n- A vote\n  in May\n- `Another` vote\n\n> We were warned.\n\n"
        b"| Year | Budget |\n|---|---|\n| 2024 | 3 |\n\n```\ncode\n```\n\n<!-- note -->\n",
    )
    assert kinds(article) == [
        ("title", "Budget approved"),
        ("caption", "The town hall of Brennick."),
        ("heading", "Next"),
        ("list", "A vote in May"),
        ("list", "Another vote"),
        ("quote", "We were warned."),
        ("table", "Year | Budget"),
        ("table", "2024 | 3"),
        ("table", "code"),
    ]
    assert "The council met on Monday." in article.text
    assert "note" not in article.text


# --- HTML ---


def test_html_keeps_the_article_and_leaves_the_page() -> None:
    article = read(
        "a.html",
        f"""<!doctype html><html lang="en"><head><title>Budget approved - Brennick Post</title>
        <meta property="og:site_name" content="Brennick Post"><meta name="author" content="Mira Tolland">
        <meta property="article:published_time" content="2024-03-12T08:00:00Z">
        <link rel="canonical" href="https://post.example/budget"></head><body>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
        <div class="cookies">We use cookies. <button>Accept all</button></div>
        <article><h1>Budget approved</h1>
        <figure><img src="hall.jpg" alt="Hall"><figcaption>The town hall. Photo: KPA</figcaption></figure>
        {PARAGRAPHS}<h2>What is planned</h2><ul><li>A new school.<ul><li>A gym.</li></ul></li><li>Two bridges.</li></ul>
        <blockquote><p>We were warned.</p></blockquote>
        <table><tr><th>Year</th><th>Budget</th></tr><tr><td>2024</td><td>3</td></tr></table></article>
        <section id="comments"><h3>Leave a comment</h3><form><p>Your email address will not be published.</p></form>
        </section><footer>© 2024 Brennick Post</footer></body></html>""".encode(),
    )
    assert (article.title, article.byline, article.outlet) == ("Budget approved", "Mira Tolland", "Brennick Post")
    assert (article.published, article.url) == ("2024-03-12T08:00Z", "https://post.example/budget")
    assert kinds(article) == [
        ("title", "Budget approved"),
        ("caption", "The town hall. Photo: KPA"),
        ("heading", "What is planned"),
        ("list", "A new school."),
        ("list", "A gym."),
        ("list", "Two bridges."),
        ("quote", "We were warned."),
        ("table", "Year | Budget"),
        ("table", "2024 | 3"),
    ]
    assert all(sentence in article.text for sentence in SENTENCES)
    assert not any(word in article.text for word in ("Home", "cookies", "Leave", "email", "©"))


@pytest.mark.parametrize(
    "page",
    [
        f"<h1>Budget approved</h1><p>{SENTENCES[0]}</p>",
        f"<div><a href=/>Home</a> | <a href=/w>World</a></div><div><h1>Budget approved</h1>{SENTENCES[0]}</div>",
        f"<table><tr><td><h1>Budget approved</h1><p>{SENTENCES[0]}</p></td></tr></table>",
    ],
    ids=["tiny", "bare text", "layout table"],
)
def test_pages_too_small_for_the_main_text_finder_are_read_whole(page: str) -> None:
    assert read("a.html", page.encode()).text == f"Budget approved\n\n{SENTENCES[0]}"


def test_breaks_separate_paragraphs_of_a_page_without_markup() -> None:
    article = read("a.html", f"<div>{'<br><br>'.join(SENTENCES)}</div>".encode())
    assert article.text == "\n".join(SENTENCES)


@pytest.mark.parametrize("name", ["caption", "wp-caption-text", "image-caption", "photo_caption big"])
def test_a_caption_without_a_figure_is_known_by_its_class(name: str) -> None:
    picture = f'<div><img src="hall.jpg"><p class="{name}">A hall. <span>Photo: KPA</span></p></div>'
    article = read("a.html", f"<article><h1>Budget approved</h1>{picture}{PARAGRAPHS}</article>".encode())
    assert ("caption", "A hall. Photo: KPA") in kinds(article)


def test_control_characters_by_number_do_not_stop_a_page() -> None:
    page = f"<h1>Budget&#7; approved</h1><figure><figcaption>A hall.&#11;</figcaption></figure>&#11;{PARAGRAPHS}"
    article = read("a.html", page.encode())
    assert article.title == "Budget approved"
    assert ("caption", "A hall.") in kinds(article)


def test_a_quotation_in_a_figure_is_kept() -> None:
    figure = "<figure><blockquote>We were warned.</blockquote><figcaption>Greta Holm</figcaption></figure>"
    article = read("a.html", f"<article><h1>Budget approved</h1>{PARAGRAPHS}{figure}</article>".encode())
    assert kinds(article)[-2:] == [("quote", "We were warned."), ("caption", "Greta Holm")]


# --- Nothing gets through ---


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html", "-"]))
def test_any_bytes_give_an_article_or_a_read_error(raw: bytes, name: str) -> None:
    try:
        article = read(name, raw)
    except ReadError:
        return
    assert article.text == clean(article.text)
    assert article.text.strip()


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<h1>", "<ul><li>", "<table><tr><td>", "<figure><figcaption>", "</figure>", "<br>", "<a>",
             "<blockquote>", "</div>", "<!--", "-->", "<script>", "&amp;", "\n", "\n\n", "# ", "- ", "> ",
             "| a | b |\n", "---\n", "title: x\n", "```\n",
             "The council met. ", "word ", "\u202e", "é", "\x0b"]
        ),
        max_size=25,
    ),
    st.sampled_from(["a.txt", "a.md", "a.html"]),
)  # fmt: skip
def test_known_blocks_lie_in_order_and_slice_to_trimmed_lines(parts: list[str], name: str) -> None:
    try:
        article = read(name, "".join(parts).encode())
    except ReadError:
        return
    end = 0
    for block in article.blocks:
        words = article.text[block.start : block.end]
        assert end <= block.start < block.end
        assert words == words.strip()
        assert "\n" not in words
        end = block.end


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.txt", b"word " * 400_000),
        ("a.txt", b"The end." + b" " * 400_000 + b"\n" + b" " * 400_000 + b"."),
        ("a.txt", b"a\n" * 30_000),
        ("a.txt", b"A heading\n" * 30_000),
        ("a.txt", b"Related articles\n" * 30_000),
        ("a.txt", b"Photo: AP\n" * 30_000),
        ("a.txt", b"By A and a and a and " * 400 + b"."),
        ("a.txt", b"By " + b"A and " * 30 + b"a"),
        ("a.txt", b"Title: x\n" * 20_000),
        ("a.txt", b"<!---->" * 40_000),
        ("a.txt", b"---\n" * 30_000),
        ("a.md", b"> " * 20_000 + b"deep"),
        ("a.md", b"[" * 20_000),
        ("a.md", b"<!--" * 100_000),
        ("a.md", b"<a" * 100_000),
        ("a.md", b"*" * 50_000),
        ("a.html", b"<p>The council met." * 4_000),
        ("a.html", b"<" * 100_000),
        ("a.html", b"<figure><figcaption>x" * 4_000),
        ("a.html", b"<ul><li>x" * 100 + b"<li>x" * 4_000),
        ("a.html", b"<a href=x>x</a> " * 20_000),
        ("a.html", b"<table>" + b"<tr><td>x" * 8_000),
        ("a.html", b"<meta charset" * 20_000),
    ],
)
def test_hostile_input_takes_bounded_time(name: str, raw: bytes) -> None:
    started = time.process_time()
    with contextlib.suppress(ReadError):
        blocks(read(name, raw))
    assert time.process_time() - started < 10


def test_a_file_of_nothing_but_lines_is_refused() -> None:
    with pytest.raises(TooLargeError, match="100,000 lines"):
        read("a.txt", b"a\n" * 100_001)


def test_titles_are_marked_as_such_in_every_format() -> None:
    for name, raw in (
        ("a.txt", b"Title: Budget approved\nDate: 2024\n\nThe council met."),
        ("a.md", b"# Budget approved\n\nThe council met."),
        ("a.html", b"<h1>Budget approved</h1><p>The council met.</p>"),
    ):
        article = read(name, raw)
        assert [b.kind for b in article.blocks] == [BlockKind.TITLE]
        assert article.title == "Budget approved"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Mill in Tarn closes\n\nMarch 27, 2008\n\nThe mill in Tarn closed on Monday.\n", "2008-03-27"),
        ("Mill in Tarn closes\nBy Ada Lund\nThursday, May 7, 2015\n\nThe mill closed.\n", "2015-05-07"),
        ("Mill in Tarn closes\n\nThe mill closed on March 27, 2008.\n", None),
        ("Mill in Tarn closes\n\nThe mill closed.\n\nIt was old.\n\nMarch 27, 2008\n", None),
        # not before what the text tells, nor the day of an event
        ("The fire in Tarn\n\nMarch 27, 1908\n\nThe mill burned. It was rebuilt in 1912.\n", None),
        ("Ada Lund\n\nMarch 27, 1908\n\nOn 3 May 1998, Ada Lund died.\n", None),
        ("The fire in Tarn\n\nMarch 27, 2008\n\nThe mill burned. It will be sold in 2012.\n", "2008-03-27"),
        ("The fire in Tarn\n\nMarch 27, 2008\n\nThe town agreed to sell the mill in 2012.\n", "2008-03-27"),
        ("The fire in Tarn\n\nMarch 27, 2008\n\nThe mill was built in 1912.\n", "2008-03-27"),
        ("Vote in Tarn on\nMarch 27, 2008\n\nThe town votes.\n", None),
        ("Fair in Tarn\n27 March 2008 - 30 March 2008\n\nThe fair opens.\n", None),
        ("Diary\n\n27 March 2008\n\nIt rained.\n\n28 March 2008\n\nIt snowed.\n", None),
    ],
)
def test_a_date_alone_at_the_head_of_plain_text_is_its_date(text: str, published: str | None) -> None:
    assert read("mill.txt", text.encode()).published == published
