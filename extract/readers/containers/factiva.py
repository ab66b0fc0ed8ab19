"""Factiva: articles above a line "Document SALL000020240503ek5300001", with codes before their fields (HD, LP, TD)
or without them."""

from __future__ import annotations

import re
from itertools import pairwise

from extract.readers.containers.downloads import Archive
from extract.readers.dates import iso_date
from extract.readers.printed_metadata import stated_author
from extract.readers.record import Record

_END = re.compile(rb"(?:AN[\s|]+)?Document ([A-Z]\w{19,39})\s*$")
_WORDS = re.compile(r"\d[\d,.]* words")
#: The codes of fields; those of the text among them, and those whose value is used.
_CODES = re.compile(
    "SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|ART|CT|CO|IN|NS|RE|IP[CD]|PUB|AN|RF|CLM|DLN|N?GC|CX"
)
_TEXT = ("LP", "TD")
_CODE = re.compile(r"([A-Z]{2,3})(?:[\t|]\s*|\s{2,}|\s*$)(.*)", re.DOTALL)
_CODE_ABOVE = re.compile(r"([A-Z]{2,3}) +(\S.*)", re.DOTALL)
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?:\s*[AP]M)?(?: [A-Z]{3,4})?")
_FOOT = re.compile(
    r"(?:Page \d+(?: of \d+)?\s*)?(?:©|\(c\)) \d{4} Factiva, Inc\. All rights reserved\.?|Page \d+ of \d+|"
    r"Dow Jones Factiva"
)
_COPYRIGHT = re.compile(r"(?:Copyright|©|\([cC]\))\s.*")
_LANGUAGE = re.compile(
    "English|French|German|Spanish|Portuguese|Italian|Dutch|Danish|Swedish|Norwegian|Finnish|Polish|Czech|Russian|"
    "Turkish|Arabic|Chinese - (?:Simplified|Traditional)|Japanese|Korean|Indonesian|Malay"
)
_MOST_FIELDS = 14  # lines between the number of words and the text


def is_factiva(start: bytes) -> bool:
    """Whether a text opens with a number of words, a day and a copyright line, or with coded fields."""
    lines = [line.strip() for line in start.decode("utf-8", "replace").lstrip("\ufeff").splitlines() if line.strip()]
    coded = {match[1] for line in lines if (match := _CODE.match(line) or _CODE_ABOVE.match(line))}
    if {"HD", "WC", "PD"} <= coded:
        return True
    if not any(map(_COPYRIGHT.fullmatch, lines)):
        return False
    return any(_WORDS.fullmatch(line) and iso_date(after) for line, after in pairwise(lines))


def _record(text: str) -> Record:
    lines = [line.strip() for line in text.replace("\r", "").replace("\xa0", " ").split("\n")]
    kept = [line for line in lines if not _FOOT.fullmatch(line)]
    coded = _coded(kept)
    return _of_codes(coded) if {"HD", "PD"} <= coded.keys() else _of_lines(kept)


def _coded(lines: list[str]) -> dict[str, list[str]]:
    """The lines of each field. Within the text only a code by itself, or before a tab or cell, opens another."""
    fields: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        match = _CODE.match(line) or (None if code in _TEXT else _CODE_ABOVE.match(line))
        if match and _CODES.fullmatch(match[1]) and match[1] not in fields:
            code = match[1]
            fields[code] = [match[2].strip("| ")]
        elif code:
            fields[code].append(line.strip("| "))
    return fields


def _of_codes(fields: dict[str, list[str]]) -> Record:
    first = {code: " ".join(filter(None, values)) for code, values in fields.items() if code not in _TEXT}
    return Record(
        text="\n\n".join(re.sub(r"\n{3,}", "\n\n", "\n".join(fields.get(code, ()))).strip() for code in _TEXT).strip(),
        title=first.get("HD") or None,
        byline=stated_author(first.get("BY", "")),
        outlet=first.get("SN") or None,
        published=first.get("PD") or None,
    )


def _of_lines(lines: list[str]) -> Record:
    """Headline, byline, number of words, date, time, source, its code, edition and page, language, copyright, text."""
    at = next((i for i, line in enumerate(lines) if _WORDS.fullmatch(line)), None)
    if at is None:
        return Record(text="\n".join(lines).strip())
    above = [line for line in lines[:at] if line]
    byline = stated_author(above.pop()) if above and re.match(r"[Bb]y\b|BY\b", above[-1]) else None
    below = [(i, line) for i, line in enumerate(lines) if i > at and line][:_MOST_FIELDS]
    date = next((j for j, (_, line) in enumerate(below) if iso_date(line)), None)
    source = (
        next((line for _, line in below[date + 1 :] if not _CLOCK.fullmatch(line)), None) if date is not None else None
    )
    last = max((i for i, line in below if _LANGUAGE.fullmatch(line) or _COPYRIGHT.fullmatch(line)), default=at)
    return Record(
        text="\n".join(lines[last + 1 :]).strip(),
        title=above[-1] if above else None,
        byline=byline,
        outlet=source,
        published=below[date][1] if date is not None else None,
    )


FACTIVA = Archive("application/x-factiva", None, _END, _record)
