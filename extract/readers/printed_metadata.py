"""What a document claims about itself: in its metadata, much of which is left over from the program or the machine,
and in the lines at its head, "By Mira Tolland" and "3 May 2024"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from extract.readers.dates import iso_date
from extract.readers.draft import Draft
from extract.text.blocks import folded
from extract.text.linekinds import is_date

_MADE = re.compile(
    r"microsoft (?:word|office|powerpoint)\b.*|untitled.*|(?:new )?document\s*\d*|doc\s*\d+|.*\(anonymous\).*|"
    r"(?:print|printout|layout|slide|page|seite|unbenannt|no title|title|headline|word document|template)\s*\d*|"
    r".*\.(?:docx?|odt|rtf|indd|qxp|qxd|pdf|tex|dvi|html?|txt|fm|pages|ps|eps)",
    re.I,
)
_FILE_NAME = re.compile(r"\S*[_\d]\S*|\S+[-_]\S+[-_]\S*")
_NOBODY = re.compile(
    r"(?:python-docx|microsoft office user|user|users?\d*|admin(?:istrator)?|author|owner|root|guest|unknown|"
    r"anonymous|\(?unspecified\)?|default|test|home|office|pc|windows user|registered user|reportlab.*|"
    r".*\b(?:inc|ltd|gmbh|corp|llc|software|converter|writer)\b\.?)",
    re.I,
)
_PERSON = re.compile(r"(?:[^\W\d_][\w.'’-]*)(?:\s+[^\W\d_][\w.'’-]*){1,4}")
_BY = re.compile(r"(?:(?:Words|Text|Story|Written|Report) by|By|BY):?\s+(?=[A-Z])")
_AND = re.compile(r"\s*(?:,|;|&|\||\band\b|\bAND\b)\s*")
#: "Mira Tolland in Brennick", "Mira Tolland for the Courier", "Mira Tolland - 3 May 2024"
_TAIL = re.compile(r"\s+(?:in|IN|for|at|of)\s+\S.*$|\s*\(.*$|\s+[-–—|·•].*$")
_ROLE = re.compile(r"\b(?:writer|reporter|correspondent|editor|columnist|staff|photographer)s?\b", re.I)
_DATE_LABEL = re.compile(r"^(?:(?:first |last )?(?:published|updated|posted|modified|date)(?:\s+on|\s*:)?\s*)", re.I)
_MOST_BYLINE_WORDS = 16
_MOST_HEAD_CHARS = 200
_LOOKED_AT = 10  # pieces


def described(source: str, words: Sequence[str], title: str | None, author: str | None) -> Draft:
    """What is known of a document without its text, from its `words` and the title and author in its properties."""
    return Draft(
        title=believable_title(title, source, words),
        byline=printed_author(words) or believable_author(author),
        published=printed_date(words),
    )


def believable_title(title: str | None, source: str, words: Sequence[str]) -> str | None:
    """`title` if it is printed at the head of the document, as a line or as the beginning of one.

    "Microsoft Word - doc1", "budget_final_v3.indd" and the name of the file itself are none, and what is left over from
    a template says what the document does not.
    """
    text = " ".join((title or "").split())
    if not text or _MADE.fullmatch(text) or _FILE_NAME.fullmatch(text) or _same(text, PurePath(source).stem):
        return None
    found = folded(text)
    printed = any(f"{folded(line)} ".startswith(f"{found} ") for line in _head(words))
    return text if found and printed else None


def believable_author(author: str | None) -> str | None:
    """`author` if it reads like the names of people: "Mira Tolland; Jon Hale", not "Administrator" or "mtolland"."""
    names = [name.strip() for name in re.split(r"[;,&]|\band\b", author or "") if name.strip()]
    if names and all(_PERSON.fullmatch(name) and not _NOBODY.fullmatch(name) for name in names):
        return ", ".join(names)
    return None


def stated_author(byline: str) -> str | None:
    """The names in a field for the author, with or without "By"; a field that names nobody as it stands."""
    plain = re.sub(r"^by:? ", "", byline.strip(), flags=re.IGNORECASE).strip()
    return printed_author([f"By {plain}"]) or plain or None


def printed_author(words: Sequence[str]) -> str | None:
    """The names in the byline at the head of a text: "By MIRA TOLLAND and Jon Hale in Port Calder"."""
    for line in _head(words):
        match = _BY.match(line)
        if match and len(line.split()) <= _MOST_BYLINE_WORDS and not line.endswith((".", "!", "?")):
            names = [_name(part) for part in _AND.split(line[match.end() :])]
            kept = [name for name in names if _PERSON.fullmatch(name) and not _ROLE.search(name)]
            if kept and names[0] == kept[0]:
                return ", ".join(kept)
    return None


def printed_date(words: Sequence[str]) -> str | None:
    """The date that a line of its own at the head of a text names: "Published: 3 May 2024"."""
    dates = (iso_date(_DATE_LABEL.sub("", line)) for line in _head(words) if is_date(line))
    return next(filter(None, dates), None)


def making_noted(created: object) -> tuple[str, ...]:
    """When a file was made or changed is not when its article was published: that is a note, no date."""
    date = (iso_date(created) or "")[:10]
    return (f"the file was made on {date}; that is not taken for its date of publication",) if date else ()


def _head(words: Sequence[str]) -> Iterator[str]:
    return (line.strip() for text in words[:_LOOKED_AT] if len(text) < _MOST_HEAD_CHARS for line in text.split("\n"))


def _name(part: str) -> str:
    name = _TAIL.sub("", part).strip(" .:")
    return name.title() if name.isupper() else name


def _same(text: str, stem: str) -> bool:
    return folded(text.replace("_", " ")) == folded(re.sub(r"[_-]", " ", stem))
