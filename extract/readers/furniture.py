"""Takes out of an HTML page what is no part of any article: navigation, consent, sharing, comments, what is hidden.

The markup says so by tags, roles, styles and the words in class names, and it is not always right: a page whose
body has the class "cookie-open", or whose article is hidden while a dialogue is open, still has an article.
What holds most of the page's text is therefore kept if nothing readable would be left without it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from extract.english.wordlists import entries

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

#: Tags that hold no text of an article. `object`, `video` and their like hold what is shown when they fail.
_DROPPED = frozenset(
    ("audio", "button", "canvas", "datalist", "embed", "iframe", "input", "link", "map", "menu", "meta", "noscript",
     "object", "option", "script", "select", "style", "svg", "template", "textarea", "title", "video")
)  # fmt: skip
_FURNITURE_TAGS = frozenset(("dialog", "nav"))
_ROLES = frozenset(
    ("alert", "alertdialog", "banner", "contentinfo", "dialog", "menu", "menubar", "navigation", "search", "tooltip")
)
#: Elements that are never furniture by their names, only by what is around them.
_NEVER = frozenset(("html", "body", "main", "article", "h1", "p", "a", "em", "i", "b", "strong", "font", "td", "tr"))
#: The tag of what is to be taken out.
MARKED = "x-gone"
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z]+\d*(?![A-Za-z0-9])|[A-Za-z0-9]+")
_HUMPS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_MOST_NAMES = 400  # characters of class and id: longer ones are no names
#: Two sentences: with less than this left, the page would have no article.
_FEWEST_CHARS = 140
_MOST_LINKED = 0.25
#: Of the trusted text: a name in the markup alone never takes out more.
MOST_LOST = 0.3
_CONSENT = re.compile(r" (?:cookies?|consent|gdpr|cmp) ")
_CONSENT_WORDS = re.compile(r"\b(?:cookies?|consent|partners|personal data|privacy)\b", re.IGNORECASE)
_CONSENT_EVERY = 40  # words


def names(element: Element) -> str:
    """The words in an element's class and id, between spaces: " related stories box "."""
    return _split(f"{element.get('class') or ''} {element.get('id') or ''}"[:_MOST_NAMES])


@lru_cache(maxsize=4096)
def _split(written: str) -> str:
    """Generated names ("css-1ad9") give no words."""
    words = (hump for name in _NAME.findall(written) for hump in _humps(name))
    return f" {' '.join(words)} ".lower()


def _humps(name: str) -> list[str]:
    word = name.rstrip("0123456789")
    return _HUMPS.findall(word) if word.isalpha() and (len(word) > 3 or word == name) else []


@lru_cache(maxsize=8)
def _named(list_name: str) -> re.Pattern[str]:
    phrases = sorted(entries(list_name), key=len, reverse=True)
    return re.compile(f" (?:{'|'.join(map(re.escape, phrases))})(?= )")


def is_inset(element: Element) -> bool:
    """Whether its names say that it is a box of facts, a timeline or a correction."""
    return bool(_named("page_insets").search(names(element)))


def drop_textless(page: Element) -> None:
    """Takes out in place what holds no text of an article, keeping the text after each element."""
    mark(page, _without_text(page))
    strip(page)


class Trust:
    """How much of the text that another program takes for the article each element holds, and each name for furniture.

    A name that much of it stands below ("elementor-widget-theme-post-content") says nothing on this page.
    """

    def __init__(self, texts: Iterable[tuple[Element, str]] = ()) -> None:
        self._chars: Counter[Element] = Counter()
        self._names: Counter[str] = Counter()
        for element, text in texts:
            around = [element, *element.iterancestors()]
            for each in around:
                self._chars[each] += len(text)
            for name in frozenset().union(*map(_furniture_names, around)):
                self._names[name] += len(text)
        self.chars = max(self._chars.values(), default=0)
        self.may_go = MOST_LOST * self.chars

    def of(self, element: Element) -> int:
        return self._chars.get(element, 0)

    def is_named_furniture(self, element: Element) -> bool:
        return any(self._names[name] <= self.may_go for name in _furniture_names(element)) or _asks_consent(element)


def _asks_consent(element: Element) -> bool:
    """A dialogue about cookies, by its name and its words, is often longer than the article that it covers."""
    if not _CONSENT.search(names(element)):
        return False
    text = " ".join(element.itertext())
    return len(_CONSENT_WORDS.findall(text)) * _CONSENT_EVERY > len(text.split())


def _furniture_names(element: Element) -> frozenset[str]:
    written = names(element)
    return _phrases_in(written) if len(written) > 2 else frozenset()


@lru_cache(maxsize=4096)
def _phrases_in(written: str) -> frozenset[str]:
    return frozenset(_named("page_furniture").findall(written))


def prune(page: Element, trusted: Trust) -> None:
    """Removes the furniture of a page in place, keeping the text after each removed element."""
    mark(page, _Pruner(page, trusted).furniture(page))
    strip(page)


def mark(page: Element, elements: Iterable[Element]) -> None:
    """Marks elements that `strip` is to take out, so that many go in one pass."""
    for element in elements:
        if element is not page:
            element.tag = MARKED


def strip(page: Element) -> None:
    """Takes out marked elements and comments, and leaves the text after each.

    lxml moves that text itself: it refuses text with a control character from Python.
    """
    from lxml.etree import Comment, ProcessingInstruction, strip_elements

    strip_elements(page, MARKED, Comment, ProcessingInstruction, with_tail=False)


def _without_text(page: Element) -> list[Element]:
    return [e for e in page.iter("*") if e.tag in _DROPPED or (e.tag.startswith("amp-") and e.tag != "amp-img")]


class _Pruner:
    """Knows how much text each element holds, and how much the page has left."""

    def __init__(self, page: Element, trusted: Trust) -> None:
        self.trusted = trusted
        self.may_go = trusted.may_go
        self.chars: dict[Element, int] = {}
        self.links: dict[Element, int] = {}
        self._measure(page)
        self.left = self.chars[page] - self.links[page]

    def _measure(self, element: Element) -> None:
        chars = len((element.text or "").strip())
        links = 0
        for child in element:
            self._measure(child)
            chars += self.chars[child] + len((child.tail or "").strip())
            links += self.links[child]
        self.chars[element] = chars
        self.links[element] = chars if element.tag == "a" and element.get("href") else links

    def furniture(self, element: Element) -> Iterator[Element]:
        """What is to go, from the outside in: nothing that is inside of another."""
        for child in element:
            if self._is_furniture(child) and self._may_go(child):
                self.left -= self.chars[child] - self.links[child]
                self.may_go -= self.trusted.of(child)
                yield child
            else:
                yield from self.furniture(child)

    def _may_go(self, element: Element) -> bool:
        """Not if it has much of the trusted text, or most of the text and the headline or all that can be read."""
        if self.trusted.of(element) > self.may_go and not _is_shown_over(element):
            return False
        own = self.chars[element] - self.links[element]
        if own * 2 <= self.left:
            return True
        holds_article = next(element.iter("h1", "article", "main"), None) is not None
        return not holds_article and self.left - own >= _FEWEST_CHARS

    def _is_furniture(self, element: Element) -> bool:
        tag = str(element.tag)
        if _is_hidden(element) or tag in _FURNITURE_TAGS or _role(element) in _ROLES:
            return element.tag not in ("html", "body")
        if tag == "aside":
            return self._is_aside(element)
        if tag == "header":
            return not _in_article(element) and next(element.iter("h1"), None) is None
        if tag == "footer":
            return not (_in_article(element) and is_inset(element))
        if tag == "form":
            return self._is_short(element)
        return tag not in _NEVER and not is_inset(element) and self.trusted.is_named_furniture(element)

    def _is_aside(self, element: Element) -> bool:
        """A box of facts inside an article stays; one that leads elsewhere, or stands beside the article, does not."""
        if is_inset(element):
            return False
        if not _in_article(element) or self.trusted.is_named_furniture(element):
            return True
        return self.links[element] > _MOST_LINKED * self.chars[element]

    def _is_short(self, element: Element) -> bool:
        """Old servers wrap a whole page into one form."""
        return next(element.iter("h1", "article", "p"), None) is None or self.chars[element] * 4 < self.left


def _is_shown_over(element: Element) -> bool:
    """Whether it is hidden, a dialogue or a menu, by what the markup says besides names."""
    return _is_hidden(element) or _role(element) in _ROLES or _asks_consent(element)


def _role(element: Element) -> str:
    return element.get("role") or ""


def _is_hidden(element: Element) -> bool:
    if element.get("hidden") is not None or (element.get("aria-hidden") or "").lower() == "true":
        return True
    style = element.get("style")
    return bool(style and _HIDDEN.search(style))


def _in_article(element: Element) -> bool:
    return any(parent.tag in ("article", "main") for parent in element.iterancestors())
