"""What a web page says about its article, and what it says that is not about it."""

from __future__ import annotations

import pytest
from lxml.html import fromstring

from extract.readers import ReadHints, read
from extract.readers.jsonld import described
from extract.readers.pagedates import date_in_url
from tests.test_pages import BODY, HEAD, TITLE, article


def jsonld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


SITE = '<meta property="og:site_name" content="Brennick Post">'
ADDRESS = '<link rel=canonical href="https://post.example/2024/05/03/mill">'
NEWS = '{"@type": "NewsArticle", "headline": "Council buys the old mill", %s}'


# --- Title ---


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Brennick Post</title>", f"<h1>{TITLE}</h1>{BODY}", TITLE),
        (f"<title>{TITLE} | Brennick Post</title>", f"<h1>Brennick Post</h1><h1>{TITLE}</h1>{BODY}", TITLE),
        (f"<title>Brennick Post: {TITLE}</title>", f"<h1>Post</h1><h1>News</h1><h2>{TITLE}</h2>{BODY}", TITLE),
        (f"<title>{TITLE} - Post</title>", f"<font size=5>{TITLE}</font><br>{BODY}", TITLE),
        (f'<meta property="og:title" content="{TITLE}"><title>News</title>', BODY, TITLE),
        (jsonld(NEWS % '"a": 1') + "<title>News</title>", BODY, TITLE),
    ],
)
def test_the_title_is_the_headline_that_the_metadata_know_too(head: str, body: str, title: str) -> None:
    assert article(body, head).title == title


# --- Byline ---


@pytest.mark.parametrize(
    ("head", "line", "byline"),
    [
        (jsonld(NEWS % '"author": [{"name": "Mira Tolland"}, "Paul Gerrit"]'), "", "Mira Tolland, Paul Gerrit"),
        (jsonld(NEWS % '"author": {"name": "Mira Tolland and Paul Gerrit"}'), "", "Mira Tolland, Paul Gerrit"),
        (jsonld(NEWS % '"author": {"name": "Amanda \\"Mia\\" Tan"}'), "", 'Amanda "Mia" Tan'),
        ('<meta name="author" content="By Mira Tolland">', "", "Mira Tolland"),
        ('<meta property="article:author" content="https://post.example/mira">', "", None),
        ('<meta name="author" content="mira@post.example">', "", None),
        ("", "<p class=byline>By Mira Tolland, Political Editor</p>", "Mira Tolland"),
        ("", "<p class=byline>By <a>Mira Tolland</a> and <a>Rob Sayle for the Post</a></p>", "Mira Tolland, Rob Sayle"),
        ("", "<p class=byline>Mira Tolland (now) and Paul Gerrit (earlier)</p>", "Mira Tolland, Paul Gerrit"),
        ("", "<p class=byline>Mira Tolland May 3, 2024</p>", "Mira Tolland"),
        ("", "<p><a rel=author href=/m>Mira Tolland</a></p>", "Mira Tolland"),
        ("", "<p><i>by Mira Tolland</i></p>", "Mira Tolland"),
        ("", "<ol class=comments><li><b class=author>Angry Reader</b> writes</li></ol>", None),
        (f'{SITE}<meta name="author" content="Mira Tolland, Brennick Post">', "", "Mira Tolland"),
        (f'{SITE}<meta name="author" content="Brennick Post">', "", None),
            ('<meta name="author" content="admin">', "", None),
            (jsonld(NEWS % '"author": {"@type": "Organization", "name": "Lake Trust"}'), "", None),
            (f'{SITE}' + jsonld(NEWS % '"author": {"@type": "Person", "name": "Brennick Post"}'), "", "Brennick Post"),
            ("", "<p class=byline><a href=/category/towns>Towns</a>, <a href=/category/mills>Mills</a></p>", None),
        ("", "", None),
    ],
)  # fmt: skip
def test_the_byline_is_names(head: str, line: str, byline: str | None) -> None:
    assert article(f"<article>{HEAD}{line}{BODY}</article>", head).byline == byline


# --- Publisher ---


@pytest.mark.parametrize(
    ("head", "body", "outlet"),
    [
        (jsonld(NEWS % '"publisher": {"name": "Brennick Post"}'), "", "Brennick Post"),
        (SITE, "", "Brennick Post"),
        (f"<title>{TITLE} | Brennick Post</title>", '<a href="/">Brennick Post</a>', "Brennick Post"),
        (f"<title>{TITLE} | Brennick Post</title>", '<img alt="Brennick Post" src=l.gif>', "Brennick Post"),
        (f"<title>Brennick Post: {TITLE}</title>", "<p>© 2019-2025 Brennick Post. All rights.</p>", "Brennick Post"),
        (f"<title>{TITLE} | World news</title>", '<a href="/">Brennick Post</a>', None),
        ('<meta name="copyright" content="© 2015 Brennick Post">', "", "Brennick Post"),
        ("", "<p>© 2025 Courier Media</p>", None),
    ],
)  # fmt: skip
def test_the_outlet_is_stated_or_both_in_the_title_and_on_the_page(head: str, body: str, outlet: str | None) -> None:
    assert article(f"<article>{HEAD}{BODY}</article>{body}", head).outlet == outlet


def test_an_outlet_may_be_linked_in_a_graph() -> None:
    text = (
        '{"@graph": [{"@type": "Organization", "@id": "#p", "name": "Brennick &amp; Post"},'
        '{"@type": ["NewsArticle"], "headline": "Council buys the old mill", "publisher": {"@id": "#p"}}]}'
    )
    assert article(HEAD + BODY, jsonld(text)).outlet == "Brennick & Post"


# --- Address ---


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel=canonical href="https://post.example/a"><meta property="og:url" content="https://x.example">',
         "https://post.example/a"),
        ('<link rel=canonical href="/a"><meta property="og:url" content="https://post.example/b">',
         "https://post.example/b"),
        (jsonld(NEWS % '"mainEntityOfPage": {"@id": "https://post.example/c"}'), "https://post.example/c"),
        ("<!-- saved from url=(0022)https://post.example/d -->", "https://post.example/d"),
        ('<link rel=canonical href="javascript:x">', None),
    ],
)  # fmt: skip
def test_the_address_is_the_first_whole_one(head: str, url: str | None) -> None:
    assert article(HEAD + BODY, head).url == url


def test_a_printed_page_tells_its_address() -> None:
    page = f"<p>Printed on 4 March 2025 from https://post.example/e.</p>{HEAD}{BODY}"
    assert (article(page).url, article(page).published) == ("https://post.example/e", None)


# --- Date of publication ---


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        (
            jsonld(NEWS % '"datePublished": "2024-05-03T07:42:10+02:00", "dateModified": "2024-05-04"'),
            "",
            "2024-05-03T07:42+02:00",
        ),
        (jsonld(NEWS % '"datePublished": "soon"') + '<meta name=date content="2024-05-03">', "", "2024-05-03"),
        ('<meta property="article:published_time" content="2024-05-03T07:42Z">', "", "2024-05-03T07:42Z"),
        ('<meta property="article:modified_time" content="2024-05-04">', "", None),
        ('<meta name="parsely-pub-date" content="2024-05-03">', "", "2024-05-03"),
        ('<meta name="pubdate" content="20240503">', "", "2024-05-03"),
        ('<meta name="DC.date.issued" content="2024-05">', "", "2024-05"),
        ('<meta itemprop="datePublished" content="2024-05-03">', "", "2024-05-03"),
        ("", '<span itemprop=datePublished content="2024-05-03">yesterday</span>', "2024-05-03"),
        ("", '<time datetime="2024-05-03T18:20">3 May</time>', "2024-05-03T18:20"),
        ("", '<span>Updated: <time datetime="2024-05-04">4 May</time></span>', None),
        ("", '<div class=updated><time datetime="2024-05-04">4 May</time></div>', None),
        ("", '<aside><time datetime="2024-05-04">4 May</time></aside>', None),
        ("", "<p>Published: 3 May 2024, 10:15 CET</p>", "2024-05-03T10:15+01:00"),
        ("", "<p>Friday, May 3, 2024 at 4:45 PM</p>", "2024-05-03T16:45"),
        ("", "<p>00:01, 3 May 2024 | Brennick</p>", "2024-05-03T00:01"),
        ("", "<p>Updated: May 4, 2024<br>Published: May 3, 2024</p>", "2024-05-03"),
        ("", "<p>Last modified on 4 May 2024</p>", None),
        ("", "<p>Page saved on 4 May 2024</p>", None),
        ("", "<p>© 2024 Brennick Post</p>", None),
        ("", "<p>The old mill was closed on 3 May 2019 and has not been opened again since that day.</p>", None),
        (ADDRESS, "", "2024-05-03"),
        (ADDRESS, "<p>May 2024</p>", "2024-05-03"),
        (f'{ADDRESS}<meta name=date content="2024-05-01">', "", "2024-05-01"),
    ],
)  # fmt: skip
def test_the_date_is_that_of_publication(head: str, body: str, published: str | None) -> None:
    assert article(f"<article>{HEAD}{body}{BODY}</article>", head).published == published


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://post.example/2024/05/03/mill", "2024-05-03"),
        ("https://post.example/world/2024/may/03/mill", "2024-05-03"),
        ("https://post.example/news/2024-05-03-mill.html", "2024-05-03"),
        ("https://post.example/20240503/mill", "2024-05-03"),
        ("https://post.example/2024/05/mill", "2024-05"),
        ("https://post.example/2024/13/45/mill", None),
        ("https://post.example/12345678/mill", None),
        ("https://2024.example/03/05", None),
        ("https://post.example/mill", None),
        (None, None),
    ],
)
def test_an_address_may_hold_the_day(url: str | None, day: str | None) -> None:
    assert date_in_url(url) == day


# --- What is malformed is left out ---


@pytest.mark.parametrize(
    "text",
    ["", "{", "null", "[]", "[1, null]", '{"@type": "Article", "author": 7, "publisher": [[]], "datePublished": {}}',
     '{"@graph": {"@graph": {"@graph": "x"}}}', '{"@type": {"a": 1}}', '{"@id": ["x"], "@type": "NewsArticle"}'],
)  # fmt: skip
def test_descriptions_that_make_no_sense_change_nothing(text: str) -> None:
    found = article(HEAD + BODY, jsonld(text))
    assert (found.title, found.byline, found.outlet, found.published) == (TITLE, None, None, None)


def test_of_several_descriptions_the_fullest_is_the_articles() -> None:
    other = '{"@type": "NewsArticle", "headline": "Snow on the pass"}'
    own = NEWS % '"datePublished": "2024-05-03", "author": "Mira Tolland"'
    said = described(fromstring(f"<html><body>{jsonld(f'[{other}, {own}]')}</body></html>"))
    assert said.headline == TITLE


def test_what_the_command_says_wins() -> None:
    raw = f'<meta property="article:published_time" content="2024-05-03">{HEAD}{BODY}'.encode()
    hints = ReadHints(published="2020", outlet="Northern Courier")
    found = read("a.html", raw, hints)
    assert (found.published, found.outlet) == ("2020", "Northern Courier")


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("2024-03-12", "2024-03-12"),
        ("2024-03-12T10:00:00+02:00", "2024-03-12T10:00+02:00"),
        ("2024-03-12T10:00:00Z", "2024-03-12T10:00Z"),
        ("2024-03-12 10:00:00", "2024-03-12T10:00"),
        ("March 2024", "2024-03"),
        ("2024", "2024"),
    ],
)
def test_front_matter_keeps_the_precision_of_its_date(written: str, published: str) -> None:
    assert read("a.md", f"---\ndate: {written}\n---\nThe council met.".encode()).published == published
