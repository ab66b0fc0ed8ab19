"""Web pages: what is the article and what is the page, and which kind each block has."""

from __future__ import annotations

import re

import pytest
from lxml.html import fromstring

from extract.errors import EmptyFileError, ReadError, TooLargeError
from extract.model import Article, BlockKind
from extract.readers import read
from extract.readers.furniture import names
from extract.text.blocks import blocks

ONE = "The council of Brennick bought the old mill on Monday for two million crowns."
TWO = "Mayor Greta Holm said that the town had waited for it since 1998."
THREE = "The opposition voted against the plan, which it called careless."
BODY = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"
RAW = BODY.encode()
TITLE = "Council buys the old mill"


def article(body: str, head: str = "") -> Article:
    return read("a.html", f"<html lang=en><head>{head}</head><body>{body}</body></html>".encode())


def told(body: str, head: str = "") -> list[tuple[str, str]]:
    """Kind and words of each block that is not page furniture."""
    found = article(body, head)
    return [
        (block.kind.value, found.text[block.start : block.end])
        for block in blocks(found)
        if block.kind is not BlockKind.BOILERPLATE
    ]


PLAIN = [("title", TITLE), ("paragraph", ONE), ("paragraph", TWO), ("paragraph", THREE)]
HEAD = f"<h1>{TITLE}</h1>"


# --- Names ---


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("related-stories", " related stories "),
        ("RelatedStories_box", " related stories box "),
        ("jp-relatedposts", " jp relatedposts "),
        ("css-1ad9 sc-bdVaJa", " css sc bd va ja "),
        ("ad1", "  "),
        ("module2", " module "),
        ("HTMLText", " html text "),
    ],
)
def test_class_names_are_split_into_words(name: str, words: str) -> None:
    assert names(fromstring(f'<div class="{name}"></div>')) == words


# --- What is no article ---


@pytest.mark.parametrize(
    "furniture",
    [
        '<nav><a href="/">Home</a> The pages of the Brennick Post are sorted by day.</nav>',
        '<div class="newsletter-signup"><h3>A letter</h3><p>On Sundays we write to you about the sea.</p></div>',
        '<div class="RelatedBox"><h4>More</h4><p>Two villages will lose their shops in the spring.</p></div>',
        '<div role="dialog"><p>We store information on your device, and you may object to it.</p></div>',
        '<div style="display: none"><p>The text that only machines are meant to read is here.</p></div>',
        "<div hidden><p>The short version for telephones is shown to nobody here.</p></div>",
        '<div aria-hidden="true"><p>The pictures slide from the left to the right.</p></div>',
        '<div class="sr-only">The article begins after this line, press two.</div>',
        '<aside class="teaser"><p>Two villages will lose their shops in the spring.</p></aside>',
        '<aside><a href="/x">Two villages will lose their shops in the spring.</a></aside>',
        "<noscript><p>Please switch on the scripts of this page to see it.</p></noscript>",
        "<script>document.write('The mill was sold by a script that nobody saw.')</script>",
        '<a href="/x"><div>Two villages will lose their shops</div></a>',
        '<p><a href="/x">Two villages will lose their shops in the spring.</a></p>',
        '<p><b>Read more:</b> <a href="/x">Two villages will lose their shops in the spring</a></p>',
        '<ul><li><a href="/x">Two villages lose their shops</a></li><li><a href="/y">Snow on the pass</a></li></ul>',
        "<form><label>Your address</label><input name=a><button>Send it to me now, please.</button></form>",
        "<video>Your browser does not play the films of this page.</video>",
        "<footer><p>The Brennick Post has been printed in the town since 1911.</p></footer>",
    ],
)
def test_page_furniture_between_paragraphs_is_left_out(furniture: str) -> None:
    body = f"<article>{HEAD}<p>{ONE}</p>{furniture}<p>{TWO}</p><p>{THREE}</p></article>"
    assert told(body) == PLAIN


@pytest.mark.parametrize(
    "page",
    [
        f'<div class="cookie-consent-open related-page">{HEAD}{BODY}</div>',
        f'<main aria-hidden="true">{HEAD}{BODY}</main><div role="dialog"><p>Do you agree to it?</p></div>',
        f'<form id="aspnet"><input type=hidden name=s><div>{HEAD}{BODY}</div></form>',
        f'<div style="display:none" id="app">{HEAD}{BODY}</div>',
        f"<header>{HEAD}</header><main>{BODY}</main>",
        f'<div class="sidebar-layout"><div>{HEAD}{BODY}</div><div class="sidebar"><p>Us.</p></div></div>',
        f'<article class="post comment tag-ad">{HEAD}{BODY}</article>',
    ],
    ids=["open dialogue", "behind a dialogue", "in a form", "hidden until scripts run", "header", "layout", "tags"],
)
def test_markup_that_calls_the_whole_article_furniture_is_not_believed(page: str) -> None:
    assert told(page) == PLAIN


def test_what_shows_when_a_pointer_rests_on_a_name_is_left_out() -> None:
    card = '<span class="rollover-people-block"><a href="/p">All news about Ada Lund</a><a class="more">MORE</a></span>'
    name = f'<span class="rollover-people"><a href="/p">Ada Lund</a>{card}</span>'
    body = f"<article>{HEAD}<p>{ONE}</p><p>Mayor {name} opened the bridge on Monday.</p><p>{TWO}</p></article>"
    assert ("paragraph", "Mayor Ada Lund opened the bridge on Monday.") in told(body)


def test_comments_longer_than_the_article_are_not_the_article() -> None:
    comments = "".join(
        f"<li class=comment><p>I have said so {n} times, and nobody listened to me.</p></li>" for n in range(40)
    )
    assert told(f"<div>{HEAD}{BODY}</div><ol class=commentlist>{comments}</ol>") == PLAIN


def test_a_consent_dialogue_longer_than_the_article_is_not_the_article() -> None:
    consent = "<p>We and our partners process data about you, to which you may object at any time.</p>" * 30
    assert told(f"<div id=cmp-box>{consent}</div><div>{HEAD}{BODY}</div>") == PLAIN


def test_what_stands_around_the_headline_is_left_out_but_for_what_sums_up() -> None:
    page = (
        "<div><a href=/>Home</a></div><div><span>Opinion</span></div>"
        f"<div>{HEAD}<p>It had stood empty for many years</p><p>4 min read</p></div><div><div>{BODY}</div></div>"
    )
    assert told(page) == [PLAIN[0], ("paragraph", "It had stood empty for many years"), *PLAIN[1:]]


def test_the_headlines_of_a_player_above_the_text_are_no_standfirst() -> None:
    player = "".join(f"<div>Watch how the river rose in village number {n}</div>" for n in range(6))
    assert told(f"<div>{HEAD}{player}</div><div><div>{BODY}</div></div>") == PLAIN


def test_labels_and_headings_that_nothing_follows_are_left_out() -> None:
    assert told(f"<article>{HEAD}{BODY}<h3>Topics</h3><p>More on this</p></article>") == PLAIN


def test_what_is_said_of_the_author_at_the_end_is_left_out() -> None:
    bio = "<p>Mira Tolland covers the council for the Brennick Post.</p>"
    page = f"<article>{HEAD}<p class=byline>By Mira Tolland</p>{BODY}{bio}</article>"
    assert told(page) == [PLAIN[0], ("byline", "By Mira Tolland"), *PLAIN[1:]]


def test_a_pull_quote_is_not_said_twice_and_a_quotation_is_kept() -> None:
    pulled = f"<aside class=pullquote><p>{TWO}</p></aside><blockquote>We were never asked about it.</blockquote>"
    page = f"<article>{HEAD}{BODY.replace('</p><p>', f'</p>{pulled}<p>', 1)}</article>"
    assert told(page) == [*PLAIN[:2], ("quote", "We were never asked about it."), *PLAIN[2:]]


@pytest.mark.parametrize(
    "page",
    [
        f"<div><section><p>{ONE}</p><p>{TWO}</p></section><section><p>{THREE}</p></section></div>",
        f"<div><div class=a1><span>{ONE}</span></div><div class=a1><span>{TWO}</span></div><div>{THREE}</div></div>",
        f"<table><tr><td>Menu<br><a href=/>Home</a></td><td>{ONE}<br><br>{TWO}<br><br>{THREE}</td></tr></table>",
        f"<p>{ONE}<p>{TWO}</div><p><b>{THREE}",
        f"{ONE}<p>{TWO}</p>{THREE}",
        f"<pre>{ONE}\n\n{TWO}\n\n{THREE}</pre>",
        f"<main><article><p>{ONE}</p></article><article><p>{TWO}</p></article><article><p>{THREE}</p></article></main>",
    ],
    ids=["sections", "divs", "layout table", "broken", "bare text", "preformatted", "posts"],
)
def test_all_paragraphs_of_an_article_are_found(page: str) -> None:
    assert [text for kind, text in told(page) if kind == "paragraph"] == [ONE, TWO, THREE]


# --- Kinds ---


@pytest.mark.parametrize(
    ("inset", "found"),
    [
        ("<aside class=factbox><ul><li>The mill is of 1712.</li></ul></aside>", [("list", "The mill is of 1712.")]),
        ("<aside><p>Monks built the mill in 1712.</p></aside>", [("paragraph", "Monks built the mill in 1712.")]),
        (
            "<footer class=corrections><p>Correction: The price was given wrongly before.</p></footer>",
            [("paragraph", "Correction: The price was given wrongly before.")],
        ),
        (
            "<dl class=timeline><dt>1712</dt><dd>Monks build the mill.</dd></dl>",
            [("heading", "1712"), ("paragraph", "Monks build the mill.")],
        ),
        (
            "<figure><figcaption>The mill at dawn. <span class=credit>Ines Marlow</span></figcaption></figure>",
            [("caption", "The mill at dawn."), ("credit", "Ines Marlow")],
        ),
        ("<div class=imageCaption>The mill at dawn</div>", [("caption", "The mill at dawn")]),
        ("<figure><img src=a><figcaption>Photo: KPA</figcaption></figure>", [("credit", "Photo: KPA")]),
        (
            "<figure><img src=a><figcaption>A pier leaks in Calder [File: KPA]</figcaption></figure>",
            [("caption", "A pier leaks in Calder"), ("credit", "[File: KPA]")],
        ),
        ("<h2>By Mira Tolland</h2>", [("byline", "By Mira Tolland")]),
        ("<h4>12 March 2024</h4>", [("dateline", "12 March 2024")]),
        ("<p><time datetime=2024-03-12T18:12>18.12 GMT</time></p>", [("dateline", "18.12 GMT")]),
        (
            "<ul><li>A school.<ul><li>A gym.</li></ul></li><li>Two bridges.</li></ul>",
            [("list", "A school."), ("list", "A gym."), ("list", "Two bridges.")],
        ),
        (
            "<table><caption>Prices</caption><tr><th>Year<th>Price<tr><td>1998<td>1.1</table>",
            [("caption", "Prices"), ("table", "Year | Price"), ("table", "1998 | 1.1")],
        ),
        ("<table><tr><td>1998<td>1.1<tr><td>2024<td>2.0</table>", [("table", "1998 | 1.1"), ("table", "2024 | 2.0")]),
        (
            "<p><span class=dropcap>T</span>he mill is of 1712, historians say.</p>",
            [("paragraph", "The mill is of 1712, historians say.")],
        ),
        (
            "<p>The <a href=/x>state archive has held the deeds of the mill since it was built</a>, a clerk said.</p>",
            [("paragraph", "The state archive has held the deeds of the mill since it was built, a clerk said.")],
        ),
    ],
)  # fmt: skip
def test_markup_gives_the_kind(inset: str, found: list[tuple[str, str]]) -> None:
    page = f"<article>{HEAD}<p>{ONE}</p>{inset}<p>{TWO}</p><p>{THREE}</p></article>"
    assert told(page) == [*PLAIN[:2], *found, *PLAIN[2:]]


def test_labels_that_touch_are_two_words() -> None:
    page = f"<article>{HEAD}<div><span class=a>12 March 2024</span><span class=b>Brennick</span></div>{BODY}</article>"
    assert "12 March 2024 Brennick" in article(page).text


def test_an_article_that_scripts_would_draw_is_read_from_its_description() -> None:
    description = f'{{"@type": "NewsArticle", "headline": "{TITLE}", "articleBody": "{ONE}\\n\\n{TWO}\\n{THREE}"}}'
    page = f'<script type="application/ld+json">{description}</script><div id=root>Loading</div>'
    assert told(page) == PLAIN


# --- Nothing gets out of hand ---

_GRAPH = b'{"@graph":[' * 300 + b"]}" * 300
HOSTILE = {
    "240 deep": b"<div>" * 240 + RAW,
    "a name of 9 MB": b"<div class='" + b"ad-x " * 1_800_000 + b"'>" + RAW,
    "links": RAW + b"<a href=x>link</a> " * 50_000,
    "quotations": RAW + b"".join(b"<blockquote>We were warned %d times.</blockquote>" % n for n in range(8000)),
    "tables in tables": b"<table><tr><td>" * 60 + RAW,
    "tables": RAW + b"<table><tr><td>a</td><td>b</td></tr></table>" * 8000,
    "a description of brackets": b"<script type='application/ld+json'>" + b"[" * 500_000 + b"</script>" + RAW,
    "a graph of graphs": b"<script type='application/ld+json'>" + _GRAPH + b"</script>" + RAW,
    "headlines": RAW + b"<h1>Mira bought the mill</h1>" * 10_000,
    "authors": RAW + b"<div class=author></div>" * 30_000,
    "a byline of 500 kB": RAW + b"<p class=byline>By " + b"Mira " * 100_000,
    "a copyright of spaces": RAW + b"<p>\xc2\xa9" + b" " * 300_000 + b"</p>",
    "dates": RAW + b"<time>3 May</time>" * 20_000,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_are_read_for_what_they_hold(name: str) -> None:
    found = read("a.html", HOSTILE[name]).text
    assert ONE in found
    assert THREE in found


@pytest.mark.parametrize(
    ("raw", "error", "says"),
    [
        (b"<div>" * 100_000 + RAW, ReadError, "nested too deeply"),
        (b"<p " + b"a='>' " * 300_000 + b">" + RAW, ReadError, "10,000 attributes"),
        (b"<p>" + b"The council met on Monday. " * 400_000, ReadError, "too long"),
        (b"<p title='" + b"x" * 12_000_000 + b"'>" + RAW, ReadError, "too long"),
        (b"".join(b"<p>The council met %d times.</p>" % n for n in range(40_000)), TooLargeError, "Split it"),
        (b"<!--" * 200_000, ReadError, "could not be read as HTML"),
        (b"<html><nav><a href=/>Home</a></nav></html>", EmptyFileError, "No article text"),
    ],
    ids=[
        "nested",
        "attributes",
        "one line of 10 MB",
        "an attribute of 12 MB",
        "a million characters",
        "a comment",
        "no article",
    ],
)
def test_what_is_out_of_bounds_says_so(raw: bytes, error: type[ReadError], says: str) -> None:
    with pytest.raises(error, match=says):
        read("a.html", raw)


@pytest.mark.parametrize("gone", ["<script>x</script>", "<!-- x -->", "<nav>Home</nav>", "<button>Share</button>"])
def test_a_control_character_beside_what_goes_is_no_obstacle(gone: str) -> None:
    page = f"<p>{ONE}{gone}\x01 {TWO}</p>{gone}\x02<p>{THREE}</p>{gone}\x03"
    assert told(page) == [("paragraph", f"{ONE} {TWO}"), ("paragraph", THREE)]


#: Long enough that another program finds it, too.
LONG = "".join(
    f"<p>The harbour board heard witness {n}, who said that the crane was out of order.</p>" for n in range(20)
)
ADDED = [("paragraph", text) for text in re.findall("<p>(.*?)</p>", LONG)]


@pytest.mark.parametrize(
    "page",
    [
        f"<div class=content-with-sidebar-wrp>{HEAD}{LONG}</div>",
        f"<div class='elementor-widget elementor-widget-theme-post-content'>{HEAD}{LONG}</div>",
        f"<div>{HEAD}<div class='widget Blog'>{LONG}</div></div>",
        f"<div>{HEAD}<div class='article-body pagination-first'>{LONG}</div></div>",
        f"<div>{HEAD}<section class=paywall>{LONG}</section></div>",
        f"<div>{HEAD}"
        + LONG.replace("<p>", "<div class='widget text-editor'><p>").replace("</p>", "</p></div>")
        + "</div>",
    ],
)
def test_a_class_name_alone_never_takes_out_the_article(page: str) -> None:
    assert told(f"<body><div class=widget><p>Weather: rain.</p></div>{page}</body>") == [PLAIN[0], *ADDED]


def test_texts_that_repeat_by_intention_stay() -> None:
    steps = "".join(
        f"<h3>Day {n}</h3><p>Drink two cups of water within half an hour after work.</p>" for n in (1, 2, 3)
    )
    kinds = told(f"<article>{HEAD}{LONG}{steps}</article>")
    assert [text for kind, text in kinds if text.startswith("Drink")] == [
        "Drink two cups of water within half an hour after work."
    ] * 3


def test_chinese_sentences_are_prose() -> None:
    text = "市议会周一以二百万克朗的价格买下了这座旧磨坊，此前它已经空置了很多年。"
    page = "".join(f"<p>{text}{n}年。</p>" for n in range(1990, 2004))
    assert len(told(f"<div>{HEAD}{page}</div><div>首页</div>")) == 15


def test_an_article_that_is_a_small_part_of_its_page_says_so() -> None:
    others = "".join(f"<li><a href=/{n}>Village number {n} loses its last shop</a></li>" for n in range(60))
    page = read("a.html", f"<div>{HEAD}{BODY}</div><ul>{others}</ul>".encode())
    (note,) = page.notes
    assert re.fullmatch(r"main text is \d+% of the page's words", note)
    assert read("a.html", f"<div>{HEAD}{BODY}</div>".encode()).notes == ()


def test_an_article_in_a_picture_that_nobody_closed_is_read() -> None:
    page = read("a.html", f"<html><body><svg><article>{HEAD}{BODY}</article></body></html>".encode())
    assert "The council of Brennick" in page.text
    assert page.notes == ()


def test_the_name_of_the_site_is_no_title_though_it_is_the_only_first_level_heading() -> None:
    head = "<title>Council buys the old mill - Brennick Post</title>"
    page = read(
        "a.html", f"{head}<h1><a href=/>Brennick Post</a></h1><h2>Council buys the old mill</h2>{BODY}".encode()
    )
    assert page.title == "Council buys the old mill"
