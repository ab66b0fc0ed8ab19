"""Rules for seasons, decades and centuries."""

from __future__ import annotations

from extract.timex.anchor import Reading, TimexType
from extract.timex.grammar import Match, Rules
from extract.timex.lexicon import shape_of
from extract.timex.parts import BEFORE_CHRIST, dated, explicit_year, phase, year_further_on
from extract.timex.tense import FUTURE, PAST, PRESENT

RULES = Rules()
DATE = TimexType.DATE

_SEASON_ORDER = ("WI", "SP", "SU", "FA")


@RULES(
    "<phase>?(?:the)?SEASON(?:COMMA|of)?(?:the)?(?:YEAR|<spoken>)",
    "<phase>?(?:the)?(?:PAST|NEXT|THIS|SAME)SEASON",
    "<phase>?SEASON(?:of)?(?:PAST|NEXT|THIS|SAME)year",
    "(?:the)?<phase>SEASON",
    "(?:in|by|until|during|since|over|into)(?:the)?SEASON(?:(?:COMMA|of)?(?:YEAR|<spoken>))?",
    "SEASON",
)
def season(match: Match) -> Reading | None:
    """ "last fall", "the summer of 2018", "in late spring"."""
    name = match.value("SEASON") or ""
    skip = 0
    if len(match.words) == 1 and not _is_season(match):
        return None
    if match.lowers[0] in {"in", "by", "until", "during", "since", "over", "into"}:
        skip = 1
        after = match.after()
        if after is not None and after.lower == "of":
            return None
    known = explicit_year(match) or year_further_on(match)
    if known is None and _is_tumble(match):
        return None
    year = known or _year_of_season(match, name)
    if year is None or _recurs(match):
        return Reading(DATE, f"XXXX-{name}", phase(match), relative=True, skip=skip)
    return Reading(DATE, f"{year:04}-{name}", phase(match), skip=skip)


def _is_tumble(match: Match) -> bool:
    """ "She lost her hat in the fall": of what is over, the season is as likely what somebody suffered."""
    if match.lowers == ["in", "fall"]:
        harmed = match.top.head.lemma in _HARMING or match.top.head.head.lemma in _HARMING
        return match.words[-1].text[0].isupper() or harmed  # Climber Killed in Fall
    return match.lowers == ["in", "the", "fall"] and match.direction != FUTURE


_HARMING = frozenset({"break", "die", "hurt", "injure", "kill", "survive"})


def _recurs(match: Match) -> bool:
    """ "Water is scarce in summer": any year's."""
    return (
        match.lowers[0] in {"in", "during"}
        and match.lowers[1] != "the"
        and len(match.words) == 2
        and _is_general(match)
    )


def _is_general(match: Match) -> bool:
    """Whether the clause speaks of what holds in general: a plain present."""
    verb = next((w for w in match.top.ancestors() if w.pos in {"VERB", "AUX"}), None)
    if verb is None or match.direction != PRESENT:
        return False
    return verb.tag in {"VBZ", "VBP"} or any(w.tag in {"VBZ", "VBP"} and w.lemma == "be" for w in verb.left)


def _is_season(match: Match) -> bool:
    """Whether a season's name by itself is one, and not the verb: "4,000 geese winter on the lake"."""
    before = match.before()
    if before is not None and (before.tag in {"NNS", "NNP"} or before.lower in {"a", "some", "any", "one"}):
        return False  # "some spring day"
    if before is not None and before.lower == "in":
        return False  # it was read with its preposition, and is none
    word = match.words[0]
    return word.entity == "DATE" and word.dep not in {"ROOT", "npadvmod"}


def _year_of_season(match: Match, name: str) -> int | None:
    anchor = match.anchor
    if anchor.year is None or anchor.month is None:
        return None
    now, which = (anchor.month % 12) // 3, _SEASON_ORDER.index(name)
    year = anchor.year - (anchor.month < 3)  # January lies in the winter of the year before
    position = which if which else 4
    here = now if now else 4
    if match.first("THIS"):
        return anchor.year if which else year
    if match.first("PAST"):
        return year - (position >= here)
    if match.first("NEXT"):
        return year + (position <= here)
    if match.direction == PAST:
        return year - (position > here)
    if match.direction == FUTURE:
        return year + (position < here)
    return year


@RULES(
    "(?:the)?<phase>?APOS?DECADE",
    "(?:the)?<phase>?APOS?(?:YEAR|TWO)(?:'s|’s)",
    "(?:the)?<phase>?nineteen HYPHEN?DECADE",
)
def decade(match: Match) -> Reading | None:
    """ "the 1990s", "the mid-1980s", "the '90s", "the nineties"."""
    word = match.first("DECADE") or match.first("YEAR") or match.first("TWO")
    if word is None:
        return None
    text = word.lower
    if text.isdigit():
        if text[-1] != "0" or match.lowers[0] != "the":
            return None
        figure, edge = text[:-1], None
    elif text[-1] == "s" and any(c.isdigit() for c in text):
        shape = shape_of("DECADE", text)
        figure = shape[2][:-1]
        edge = {"early": "START", "mid": "MID", "late": "END"}.get(shape[1] or "")
    else:
        figure, edge = match.value("DECADE") or "", None
        if match.lowers[0] != "the" and not match.has("nineteen"):
            return None
    if len(figure) == 1:
        before = match.before()
        if before is not None and before.tag == "PRP$":
            return None  # "in her 30s": an age
        figure = ("19" if int(figure) > 1 else "20") + figure
    if len(figure) == 3 and figure[-1] == "0" and figure < "200":
        figure = figure[:2]  # "the 1800s" are the century
    return Reading(DATE, figure, edge or phase(match))


@RULES(
    "(?:the)?<phase>?(?:ORDINAL|NUMWORD HYPHEN?ORDINAL)HYPHEN?century",
    "(?:the)?(?:THIS|PAST|NEXT)century",
    "the turn of the century",
)
def century(match: Match) -> Reading | None:
    """ "the 19th century" is 18 in TIMEX3, "the twenty-first century" 20."""
    value, after = match.value("ORDINAL"), match.after()
    if after is not None and after.lower in BEFORE_CHRIST:
        return None
    if value is None:
        step = -1 if match.first("PAST") else 1 if match.first("NEXT") else 0
        return dated(match.anchor.away("century", step), "century")
    tens = 20 if match.has("twenty") else 0
    number = int(value) + tens - 1
    return Reading(DATE, f"{number:02}", phase(match)) if number >= 1 else None
