"""What a single line of an article is by its own words: credit, byline, dateline, page furniture.

Each function reads one line. What only its neighbours can tell (title, caption, heading) is in `blocks`.
"""

from __future__ import annotations

import re
from functools import cache

from extract.english.wordlists import entries

_FINAL = " \t\u00a0.:!?*…|»›>→"

_MEDIUM = r"(?:file |stock )?(?:photo(?:graph)?|image|picture|illustration|graphic|video)s?"
#: "Photo 2.", "- Photo 4.", "(Image 3)", "Picture 1 of 5"
PHOTO_LABEL = re.compile(rf"(?:[-–—|:(\[]\s*)?({_MEDIUM} (?:no\. ?)?\d+(?: of \d+)?\s*[.)\]]?)$", re.IGNORECASE)
#: "Photo: AP", "(Photo by Ana Reyes/AFP)", "Image credit: City of Lund", "Picture courtesy of the museum"
_CREDIT_WORDS = rf"(?:{_MEDIUM}(?: credit| source)?|credit)\s*(?::|©|\bby\b|\bvia\b|\bcourtesy(?: of)?\b)"
_CREDITED = r"(?:(?-i:[A-Z0-9“\"'])|(?<=of )the )[^.!?]{1,60}[.)\]]*"
_CREDIT = re.compile(rf"[(\[—–-]*\s*{_CREDIT_WORDS}\s*{_CREDITED}", re.IGNORECASE)
_TRAILING_CREDIT = re.compile(
    rf"(?<=[.!?)\]”\"’])\s+(?P<credit>[(\[—–-]*\s*{_CREDIT_WORDS}\s*[^.!?]{{2,60}}[.)\]]*)$", re.IGNORECASE
)
#: "A pier in Port Calder [File: KPA]": between square brackets also without a full stop before
_BRACKETED_CREDIT = re.compile(
    rf"\s(?P<credit>[(\[](?:file\s*:|{_CREDIT_WORDS})\s*[^.!?()\[\]]{{2,60}}[)\]])$", re.IGNORECASE
)
_MOST_CREDIT_WORDS = 8
#: "Image caption A pier", "2of4 A pier", "FILE - A pier": what stands before a caption.
_CAPTION_LABEL = re.compile(
    r"(?i:(?:image|media|photo|video) caption|(?:file photo|file|pictured|caption)(?=\s?[:—–-])|FILE PHOTO(?=\s)"
    r"|\d{1,2}of\d{1,2}|\d{1,2} of \d{1,2}(?=\s(?:a|an|in|the|this)\s))\s?[:—–-]*\s*(?=[A-Z“\"‘])"
)
#: "A pier (Image: KPA )", "A pier (KPA)", "A pier ... more", "A pier less": what stands behind one.
_BEHIND_CAPTION = re.compile(r"(?:\s\[\+\]|[.!?]\sless|\s?(?:\.\.\.|…)\s?(?:more|less|\[\+\]))$")
_NAME = r"(?:[A-Z][\w.'’-]*|(?:de|la|le|du|van|von|der|den|bin|al|el|da|dos|y)\b)"
_NAMES = rf"{_NAME}(?:\s+{_NAME}){{0,4}}(?:(?:\s?,\s*|\s+and\s+|\s*&\s*){_NAME}(?:\s+{_NAME}){{0,4}})*"
#: "By Ana Reyes", "BY JON HALE AND MIA ROTH, Staff Writers", "By Ana Reyes | 3 May 2024"
_BYLINE = re.compile(
    rf"(?:By|BY|Par|Written by|Story by|Words by|Text by):?\s+{_NAMES}"
    r"(?:(?:\s*[,|·•–-]\s*.{0,50}|\s+\S+@\S+)?(?<![.!?])|\s+on\s+\w+day,\s.{0,40}\d.{0,12})"
)
#: "(Reporting by Ana Reyes; Editing by Jon Hale)", "Additional reporting by Mia Roth."
_CREDITS_AT_END = re.compile(
    r"[(\[]?(?:additional |writing and )?(?:reporting|writing|editing|compiled|translated|edited|written)"
    rf"(?: and (?:writing|editing))? (?:by|in \w+ by) (?-i:{_NAMES})(?: in [^;]{{1,40}}?)?(?:;.*)?[.)\]]*",
    re.IGNORECASE,
)
#: "Ana Reyes, Staff Writer", "Jon Hale, Political Correspondent"
_ROLE = re.compile(
    rf"{_NAME}(?:\s+{_NAME}){{1,3}},?\s+(?i:(?:(?:staff|senior|chief|special|our|political|business|foreign)\s+)*"
    r"(?:writer|correspondent|reporter|editor)s?)"
)

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = (
    rf"(?:\d{{4}}-\d\d-\d\d|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?"
    rf"|\d{{1,2}}(?:\.|st|nd|rd|th)?\s+{_MONTH}(?:,?\s+\d{{4}})?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})"
)
#: "March 2 - Shares fall", "Monday, 3 June 2019: The dam bursts", "1997 – It opens"
_DAY_BEFORE = re.compile(
    rf"(?:(?:[A-Z]\w+day,?\s+)?(?:{_DATE}|{_MONTH}\s+\d{{4}})|(?:1[6-9]|20)\d\d)(?P<mark>\s+[-–—―]+|:)\s+(?=[A-Z“\"‘'])",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:(?:\w+day|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.?,?\s+)"
_TIME = r"\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?(?:\s*\(?(?!on\b|by\b|at\b)[A-Z]{2,4}\)?)?"
_STAMPED = r"(?:(?:first |last )?(?:published|updated|posted|modified|date)(?:\s+(?:on|at)|\s*:)?\s*)"
_WHEN = (
    rf"(?:{_STAMPED}|on\s+)?(?:{_WEEKDAY}?(?:{_TIME}(?:,?\s+|\s+on\s+))?{_WEEKDAY}?{_DATE}"
    rf"(?:(?:\s*[,|·•–-]\s*|\s+(?:at\s+)?){_TIME})?|(?<=[dn]\s){_WEEKDAY}?{_TIME}|(?<=:\s){_WEEKDAY}?{_TIME})"
)
#: "Published: 3 May 2024, 10:15", "Updated May 3, 2024 at 9:00 p.m. GMT", "3 May 2024", "Posted on 3 May by Ana Reyes",
#: "on May 3, 2024 at 9:00 AM, updated May 4, 2024 at 10:10 AM"
_DATE_LINE = re.compile(
    rf"(?:(?:{_WHEN})(?:[,;|·•–\s-]*{_WHEN})?|{_STAMPED}\d{{1,2}} \w+ ago)(?:[,|·•–\s-]*\bby\s+(?-i:{_NAMES}))?",
    re.IGNORECASE,
)
#: "Ana Reyes | May 3, 2024", "Ana Reyes 3 hours ago", "Ana Reyes , Lorne Post Published 4:00 p.m. May 3, 2024"
_NAME_AND_DATE = re.compile(
    rf"{_NAME}(?:\s+{_NAME}){{1,4}}(?:\s?,\s(?:{_NAME}\s){{1,3}})?"
    rf"[\s,/|·•–-]*(?i:{_WHEN}|\d{{1,2}} (?:minute|min|hour|hr|day|week|month)s? ago)"
)
_PLACE = r"[A-Z][\w.'’]*(?:[ -][A-Z][\w.'’]*){0,3}"
_CAPITALS = r"[A-Z][A-Z.'’]+(?:[ /-][A-Z][A-Z.'’]+){0,3}"
_DATED = rf"(?:,\s*(?:{_PLACE}|{_DATE}))*"
_AGENCY = r"\([A-Z][\w ./&-]{1,30}\)"
#: "PARIS (AFP) - ", "LONDON, May 3 (Reuters) — ", "New Delhi, India (AP) – ", "LIMA — ", "DELHI, May 3: ",
#: "Lorne, Ill. — ", "Lorne, 3 May 2024 - "; not
#: "US - Ruvenia talks", "NATO – the alliance –", "UPDATE, 6 September: The front stays."
#: "Lorne (Meridian News)A storm": no space behind the bracket.
_DATELINE = re.compile(
    rf"(?:(?:{_PLACE}(?:,\s*{_PLACE})?\s*)?\([A-Z][\w ]{{1,25}}\)(?=[A-Z“\"]))"
    rf"|(?:(?i:(?-i:{_PLACE})(?:/(?-i:{_PLACE}))?{_DATED})\s+{_AGENCY}\s*[-–—_:]+"
    rf"|(?i:(?-i:{_PLACE})(?:,\s*(?-i:{_PLACE}))?,\s*{_DATE})\s*(?:\s[-–—]|[–—])+(?!\s+(?i:{_MONTH}\s)?\d)"
    rf"|{_PLACE},\s+(?:[A-Z][a-z]{{1,4}}\.|[A-Z]\.[A-Z]\.)\s*(?:[–—]+|--)"
    rf"|(?!(?:UPDATED?|CORRECTION|CLARIFICATION|BREAKING|EXCLUSIVE|WATCH|NOTE|NEW|LIVE|DEAR)\b){_CAPITALS}(?i:{_DATED})(?<=\w{{4}})(?:\s+(?:[–—_]+|--)|:))(?:\s+(?=[A-Z0-9“\"‘'])|$)"
)


@cache
def _lines_like(name: str) -> re.Pattern[str]:
    """One pattern for all phrases of a file; `*` is any words, `%d` a number."""
    plain = (re.escape(phrase.rstrip(" .:!?")) for phrase in sorted(entries(name)))
    return re.compile("|".join(p.replace(r"\*", ".*").replace("%d", r"\d+") for p in plain), re.IGNORECASE)


@cache
def _agency_credit() -> re.Pattern[str]:
    """ "Reuters", "AP Photo/Ana Reyes", "Ana Reyes/AFP", "© dpa" as a whole line."""
    names = "|".join(map(re.escape, sorted(entries("agencies"), key=len, reverse=True)))
    return re.compile(rf"[(\[]?(?:©\s*)?(?:{_NAMES}\s*/\s*)?(?:{names})(?:\s+Photo)?(?:\s*/\s*{_NAMES}){{0,3}}[)\]]?")


@cache
def _of_agency() -> re.Pattern[str]:
    """ "Ana Reyes and Jon Hale, Associated Press": who wrote it, and for whom."""
    names = "|".join(map(re.escape, sorted(entries("agencies"), key=len, reverse=True)))
    return re.compile(rf"{_NAME}\s+{_NAMES}\s?,\s+(?:The )?(?:{names})")


def _bare(line: str) -> str:
    """A line without what page furniture is decorated with. "Share." is no label: one word with a full stop."""
    if line.endswith(".") and " " not in line:
        return line
    return line.replace("\u00a0", " ").rstrip(_FINAL).lstrip(" \t|»›>•·-–—")


def is_boilerplate(line: str) -> bool:
    """Page furniture: cookie notices, sharing, newsletters, links to other pages, rights."""
    return len(line) < 400 and bool(_lines_like("boilerplate").fullmatch(_bare(line)))


def opens_links(line: str) -> bool:
    """The heading of a list of links: the headlines below it belong to other articles."""
    return len(line) < 60 and bool(_lines_like("link_lists").fullmatch(_bare(line)))


def opens_comments(line: str) -> bool:
    """The heading of a comment form: nothing after it belongs to the article."""
    return len(line) < 60 and bool(_lines_like("comment_forms").fullmatch(_bare(line)))


def is_credit(line: str) -> bool:
    if PHOTO_LABEL.match(line):
        return True
    if _CREDIT.fullmatch(line) and len(line.split()) <= _MOST_CREDIT_WORDS:
        return True
    return len(line) < 80 and bool(_agency_credit().fullmatch(line))


def trailing_credit(line: str) -> int | None:
    """Where the credit at the end of a caption begins: "A pier in Port Calder. Photo: KPA"."""
    match = _TRAILING_CREDIT.search(line) or _BRACKETED_CREDIT.search(line)
    return match.start("credit") if match and len(match["credit"].split()) <= _MOST_CREDIT_WORDS else None


def caption_label(line: str) -> int:
    """The length of what a caption opens with and is no part of it: "Image caption", "2 of 4"."""
    match = _CAPTION_LABEL.match(line)
    return match.end() if match else 0


def caption_end(line: str) -> int | None:
    """Where what is no part of a caption begins behind it: its credit, the name of an agency, "... more"."""
    if (credit := trailing_credit(line)) is not None:
        return credit
    if more := _BEHIND_CAPTION.search(line):
        return more.start()
    last = max(line.rfind("("), line.rfind(". ") + 2)
    return last if last > 1 and _agency_credit().fullmatch(line[last:]) else None


def opens_caption(line: str) -> bool:
    return caption_label(line) > 0


def is_byline(line: str) -> bool:
    if len(line) > 200:
        return False
    forms = (_BYLINE, _CREDITS_AT_END, _ROLE, _NAME_AND_DATE, _of_agency())
    return any(form.fullmatch(line) for form in forms)


def is_date(line: str) -> bool:
    """A date of publication, or a dateline on a line of its own."""
    stamp = line.lstrip("-–—•| ")
    return len(line) < 60 and (bool(_DATE_LINE.fullmatch(stamp)) or dateline(line) == len(line))


def day_before(line: str) -> int:
    """The length of the day that a line opens with and says what happened on it, its dash or colon included; or 0."""
    match = _DAY_BEFORE.match(line[:60])
    return match.end("mark") if match else 0


def dateline(line: str) -> int:
    """The length of the dateline that a line opens with (or is), its dash included; 0 if it has none."""
    match = _DATELINE.match(line[:120])
    return len(match[0].rstrip()) if match else 0
