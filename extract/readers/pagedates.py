"""When a page's article was published: never when it was changed, printed, saved, or its copyright renewed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from extract.model import BlockKind
from extract.readers.dates import MONTHS, iso_date
from extract.readers.furniture import mark, names, strip
from extract.readers.jsonld import Described
from extract.readers.page import Found, words
from extract.readers.pagedata import PageData

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

#: Names of meta elements, those that say "published" first.
_METAS = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "published_time",
    "datepublished", "date_published", "publish_date", "publish-date", "publishdate", "publication_date",
    "publicationdate", "article_date_original", "article:published_date", "parsely-pub-date", "sailthru.date",
    "pubdate", "ptime",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "cxenseparse:recs:publishtime",
    "article.published", "bt:pubdate", "displaydate", "originalpublicationdate", "citation_publication_date",
    "article:post_date", "dc.date", "dcterms.date", "date", "timestamp",
)  # fmt: skip
#: "/2024/05/03/", "/2024/may/03/", "/2024-05-03-", "/20240503/"; a year and month alone are an archive's folder
_URL_DAY = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d\d?|[a-z]{3})[/-](?P<day>\d\d?)(?=[/_.-]|$)"
    r"|/(?P<year2>(?:19|20)\d\d)(?P<month2>\d\d)(?P<day2>\d\d)(?=[/_.-]|$)"
)
_URL_MONTH = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d\d)/")
_PUBLISHED = re.compile(
    r"(?:first |originally )?(?:published|posted|issued|created|date)(?: on)?\s*:?\s*", re.IGNORECASE
)
_NOT_PUBLISHED = re.compile(
    r"\b(?:updated?|modified|changed|amended|revised|printed|saved|retrieved|accessed|copyright|expires?|last)\b|©|\(c\)",
    re.IGNORECASE,
)
_NO_TIME = re.compile(r" (?:updated?|modified|changed|comments?|related|recent|latest|most|more|sidebar|upd) ")
_MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]*\.?"
DATE = re.compile(
    rf"(?:\b\d{{1,2}}[:.]\d\d(?:\s*[ap]\.?m\.?)?,?\s+)?(?:\b(?:\w{{3,6}}day|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.?,?\s+)?"
    rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)?\.?\s+{_MONTH},?\s+\d{{4}}|\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\b{_MONTH}\s+\d{{4}}|\b\d{{4}}-\d\d-\d\d)\b"
    r"(?:(?:\s*[,|·•–—-]\s*|\s+|T)(?:at\s+)?\d{1,2}(?:[:.]\d\d(?::\d\d)?)?\s*(?:[ap]\.?m\.?)?(?:\s*(?:[A-Z]{1,4}|[+-]\d\d:?\d\d)\b)?)?",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"modif|updat|revis", re.IGNORECASE)
_LINES = ("time", "span", "p", "div", "i", "em", "small", "td", "li", "dd")
_MOST_TEXTS = 20
_MOST_CHARS = 160
_NEAR = 10  # blocks from the headline or the end


def published_of(
    page: Element, blocks: Sequence[Found], data: PageData, said: Described, url: str | None
) -> str | None:
    """The ISO 8601 date, as precise as the best source of it; None where the page does not say.

    In this order: JSON-LD, meta elements, microdata, <time>, a line beside the headline or below the text, the
    address. An address that gives the day of a vaguer date wins over it.
    """
    stated = (said.published, *(value for name in _METAS for value in data.metas.get(name, ())))
    found = next((date for value in stated if (date := iso_date(value))), None)
    found = found or _first_date(_microdata(page)) or _first_date(_times(page)) or _visible(blocks)
    from_url = date_in_url(url)
    if found and from_url and len(from_url) > len(found) and from_url.startswith(found):
        return from_url
    return found or from_url or _by_library(page)


def _by_library(page: Element) -> str | None:
    """What htmldate finds on the page, without what says when it was changed; the page is changed itself."""
    from htmldate import find_date

    mark(page, filter(_tells_change, page.iter("meta", "aside", "nav", "footer", *_LINES)))
    strip(page)
    try:
        day = find_date(page, original_date=True, extensive_search=False, deferred_url_extractor=True)
    except Exception:  # hostile pages make htmldate raise what it does not document
        return None
    return iso_date(day)


def _tells_change(element: Element) -> bool:
    if element.tag in ("aside", "nav", "footer") or _NO_TIME.search(names(element)):
        return True
    if element.tag == "meta":
        return bool(_CHANGED.search(f"{element.get('property')} {element.get('name')} {element.get('itemprop')}"))
    text = "".join(islice(element.itertext(), _MOST_TEXTS))
    return len(text) <= _MOST_CHARS and bool(_NOT_PUBLISHED.search(text))


def date_in_url(url: str | None) -> str | None:
    """The day, or the month, in an address's path."""
    path = re.sub(r"^https?://[^/]*", "", url or "").lower()
    if match := _URL_DAY.search(path):
        year, month, day = (match[name] or match[name + "2"] for name in ("year", "month", "day"))
        number = f"{MONTHS.index(month) + 1}" if month in MONTHS else month
        return iso_date(f"{year}-{int(number):02}-{int(day):02}") if number.isdigit() else None
    if match := _URL_MONTH.search(path):
        return iso_date(f"{match['year']}-{match['month']}")
    return None


def _first_date(values: Iterator[str]) -> str | None:
    return next((date for value in values if (date := iso_date(value))), None)


def _microdata(page: Element) -> Iterator[str]:
    for element in page.iter():
        if isinstance(element.tag, str) and (element.get("itemprop") or "").lower() == "datepublished":
            yield element.get("content") or element.get("datetime") or words("".join(element.itertext()))


def _times(page: Element) -> Iterator[str]:
    """<time> elements before the second article, those that are marked as publication first."""
    times = [time for time in page.iter("time") if not _is_other(time)]
    marked = [t for t in times if t.get("pubdate") is not None or "publish" in names(t)]
    for time in (*marked, *times[:1]):
        yield time.get("datetime") or words("".join(time.itertext()))


def _is_other(time: Element) -> bool:
    """Whether it is the time of a change, a comment, or another story."""
    if _NOT_PUBLISHED.search("".join(time.itertext())) or _NOT_PUBLISHED.search((time.getparent().text or "")[-40:]):
        return True
    return any(_NO_TIME.search(names(e)) or e.tag in ("aside", "nav", "footer") for e in (time, *time.iterancestors()))


def _visible(blocks: Sequence[Found]) -> str | None:
    """A date in a short line near the headline or the end; one that says "published" first."""
    lines = [line for b in (*blocks[:_NEAR], *blocks[-_NEAR:]) if _may_date(b) for line in b.text.split("\n")]
    short = [line for line in lines if len(line) <= _MOST_CHARS and not _NOT_PUBLISHED.search(line)]
    for line in sorted(short, key=lambda line: not _PUBLISHED.match(line)):
        plain = _PUBLISHED.sub("", line, count=1)
        if (match := DATE.search(plain)) and len(plain) - len(match[0]) <= len(match[0]) + 20:
            return iso_date(words(match[0])) or iso_date(re.sub(r"^\w+,?\s+", "", words(match[0])))
    return None


def _may_date(block: Found) -> bool:
    return block.kind in (None, BlockKind.DATELINE, BlockKind.BYLINE, BlockKind.LIST)
