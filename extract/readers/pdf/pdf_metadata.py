"""What a PDF file says about itself, as far as it can be believed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from extract.readers.dates import iso_date
from extract.readers.draft import Draft
from extract.readers.printed_metadata import believable_author, believable_title, making_noted

if TYPE_CHECKING:
    from pypdf import PdfReader

#: PRISM, the vocabulary of publishers (IDEAlliance), in the versions that are in use.
_PRISM = tuple(f"http://prismstandard.org/namespaces/basic/{version}/" for version in ("3.0", "2.2", "2.1", "2.0"))
_DATES = ("publicationDate", "coverDate")


def description(reader: PdfReader, source: str, words: Sequence[str]) -> Draft:
    """Title, author, outlet and date of publication from the file's metadata. Broken metadata say nothing."""
    information = _try(lambda: reader.metadata)
    packet = _try(lambda: reader.xmp_metadata)
    titles = (_try(lambda: information.title), *_values(_try(lambda: packet.dc_title)))
    authors = (_try(lambda: information.author), "; ".join(_values(_try(lambda: packet.dc_creator))))
    return Draft(
        title=next(filter(None, (believable_title(_line(title), source, words) for title in titles)), None),
        byline=next(filter(None, (believable_author(_line(author)) for author in authors)), None),
        outlet=next(iter(_values(_try(lambda: packet.dc_publisher))), None),
        published=_published(packet),
        language=_language(_try(lambda: reader.root_object.get("/Lang"))),
        notes=making_noted(_try(lambda: information.creation_date)),
    )


def _try(get: Any) -> Any:
    with suppress(Exception):  # damaged files make pypdf raise what it does not document
        return get()
    return None


def _line(value: Any) -> str | None:
    return " ".join(str(value).split())[:500] or None if isinstance(value, str) else None


def _values(value: Any) -> list[str]:
    found = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [line for item in found if (line := _line(item))]


def _published(packet: Any) -> str | None:
    for space in _PRISM:
        for name in _DATES:
            for element in _try(lambda s=space, n=name: list(packet.get_element("", s, n))) or ():
                text = getattr(element, "nodeValue", None) or _inner(element)
                if date := iso_date((text or "").strip()):
                    return date
    return None


def _inner(element: Any) -> str:
    return "".join(child.data for child in getattr(element, "childNodes", ()) if hasattr(child, "data"))


def _language(value: Any) -> str | None:
    found = re.match(r"[A-Za-z]{2,3}(?=-|$)", value) if isinstance(value, str) else None
    return found[0].lower() if found else None
