"""What a page says about its article in JSON-LD (schema.org): the object that is the article, and its fields.

https://schema.org/NewsArticle. Sites write lists for objects, names for persons, and @id links into a graph;
whatever is malformed is left out, for no page is refused over what it says about itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


_ARTICLE = re.compile(r"(?:[A-Za-z]*Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting|Posting)")
_MOST = 2_000_000  # characters of one script: more is no description of an article
_MOST_OBJECTS = 10_000


@dataclass(frozen=True, slots=True)
class Described:
    """The article's fields as the page wrote them; dates are not checked yet."""

    headline: str | None = None
    authors: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    body: str | None = None


def described(page: Element) -> Described:
    """The first article described on the page; empty where there is none."""
    objects = [thing for script in page.iter("script") if _is_jsonld(script) for thing in _objects(script.text or "")]
    named = {thing["@id"]: thing for thing in objects if isinstance(thing.get("@id"), str) and len(thing) > 2}
    articles = [thing for thing in objects if any(_ARTICLE.fullmatch(name) for name in _types(thing))]
    return _described(max(articles, key=_fullness), named) if articles else Described()


def _fullness(thing: dict[str, object]) -> int:
    """The article itself says more than a mention of another; the first of equals wins."""
    return sum(key in thing for key in ("headline", "datePublished", "author", "publisher", "articleBody"))


def _is_jsonld(script: Element) -> bool:
    return "ld+json" in (script.get("type") or "").lower() and len(script.text or "") <= _MOST


def _objects(text: str) -> Iterator[dict[str, object]]:
    """The objects at the top, in lists and in graphs, in order; not those inside of others."""
    try:
        waiting = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            return
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting[:0] = thing
        elif isinstance(thing, dict):
            yield thing
            waiting[:0] = [thing[key] for key in ("@graph", "mainEntity") if key in thing]


def _types(thing: dict[str, object]) -> list[str]:
    return _texts(thing.get("@type"))


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [unescape(v).strip() for v in values if isinstance(v, str) and v.strip()]


def _described(thing: dict[str, object], named: dict[object, dict[str, object]]) -> Described:
    authors, people = _authors(thing.get("author") or thing.get("creator"), named)
    outlet = _names(thing.get("publisher"), named) or _names(thing.get("sourceOrganization"), named)
    return Described(
        headline=_first(thing.get("headline")) or _first(thing.get("name")),
        authors=authors,
        people=people,
        outlet=outlet[0] if outlet else None,
        published=_first(thing.get("datePublished")) or _first(thing.get("dateCreated")),
        language=_first(thing.get("inLanguage")),
        url=_address(thing.get("url")) or _address(thing.get("mainEntityOfPage")),
        body=_first(thing.get("articleBody")),
    )


def _first(value: object) -> str | None:
    texts = _texts(value)
    return texts[0] if texts else None


def _authors(value: object, named: dict[object, dict[str, object]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of authors that are not said to be organisations, and of those that are said to be persons."""
    authors: list[str] = []
    people: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        whole = {**named.get(str(item.get("@id")), {}), **item} if isinstance(item, dict) else {}
        types = _types(whole)
        if not any(name.endswith(("Organization", "Corporation")) for name in types):
            authors += _names(item, named)
        if "Person" in types:
            people += _names(item, named)
    return tuple(authors), tuple(people)


def _names(value: object, named: dict[object, dict[str, object]]) -> list[str]:
    """The names of persons and organisations: written as text, as objects, or as links to objects."""
    found: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            found += _texts(item)
        elif isinstance(item, dict):
            whole = item if "name" in item else named.get(str(item.get("@id")), {})
            found += _texts(whole.get("name"))
    return found


def _address(value: object) -> str | None:
    text = value.get("@id") or value.get("url") if isinstance(value, dict) else value
    return text if isinstance(text, str) and text.startswith(("http://", "https://")) else None
