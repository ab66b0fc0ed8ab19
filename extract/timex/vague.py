"""Rules for the present, past and future without a date.

Only TIMEX3's triggers: "now", "currently", "recently", "in the past", "in the near future"; "soon", "once"
and "eventually" are none, and adjectives ("the current mayor") only sort nouns.
"""

from __future__ import annotations

from extract.timex.anchor import Reading, TimexType
from extract.timex.grammar import Match, Rules
from extract.timex.parts import follows

RULES = Rules()
DATE = TimexType.DATE


@RULES("(?:right|just|until|till)?NOW", "at(?:the)?(?:present|moment)", "(?:the)present", "these days")
def present(match: Match) -> Reading | None:
    """ "now", "currently", "at the moment"; "nowadays" and "these days" are no single day."""
    after = match.after()
    if follows(match, "every") or (match.start == 0 and after is not None and after.lower == "for"):
        return None  # "every now and then", "Now for the weather"
    today = match.anchor.day
    skip = 1 if match.lowers[0] in {"until", "till", "at"} and len(match.lowers) > 1 else 0
    is_an_age = match.has("nowadays") or match.lowers[-1] == "days"
    return Reading(DATE, "PRESENT_REF", skip=skip, bounds=(None, None) if is_an_age else (today, today))


@RULES("RECENTLY", "in the(?:recent|distant)?past")
def past(match: Match) -> Reading | None:
    """ "recently", "in the past"."""
    after = match.after()
    if (
        after is not None
        and match.has("past")
        and (after.tag in {"CD", "NN", "NNS"} or after.lower in {"few", "couple"})
    ):
        return None
    return Reading(DATE, "PAST_REF", skip=int(match.lowers[0] == "in"), bounds=(None, match.anchor.day))


@RULES("the other(?:day|week|PART)")
def lately(match: Match) -> Reading | None:
    """ "He called the other day"; "on the other day" of two is none."""
    if follows(match, "on", "of", "for", "and") or match.words[-1].tag == "NNS":
        return None
    return Reading(DATE, "PAST_REF", bounds=(None, match.anchor.day))


@RULES(
    "in(?:the|the near|near|the foreseeable)future",
    "for the foreseeable future",
    "as soon as possible",
    "(?:one|some)day",
)
def future(match: Match) -> Reading | None:
    """ "in the near future", "will one day"."""
    if match.lowers[-1] == "day" and (match.direction <= 0 or follows(match, "in", "for", "than", "within")):
        return None
    if (after := match.after()) is not None and after.lower == "at":
        return None  # "one day at a time"
    return Reading(DATE, "FUTURE_REF", skip=int(match.lowers[0] in {"in", "for"}), bounds=(match.anchor.day, None))
