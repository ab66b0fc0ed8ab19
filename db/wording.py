"""A claim's marks as words a reader understands: "said by the minister", "denied", "if ...", "since 2012".

Pure functions over plain values, so that the terminal and the browser say the same. The values are those of
extract.model's enums, as the database holds them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from extract.english.hedges import (
    calls_for,
    denies_by_word,
    denies_what_follows,
    modal_of_need,
    opens_by_modal,
    says_few,
    says_how_far,
    says_will,
)
from extract.english.negations import says_not
from extract.model import UNNAMED, Modality, Mood, Polarity, factuality


class Standing(StrEnum):
    """How a claim stands in its article, at a glance. Exactly one holds for every claim."""

    ASSERTED = "asserted"  # the article itself states it as fact
    REPORTED = "reported"  # somebody else states it as fact
    NEGATED = "negated"  # it is said not to be so
    UNCERTAIN = "uncertain"  # hedged, asked, supposed, planned or not committed


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an attribution: who (None: nobody named), by which word, and how far that word commits."""

    source: str | None
    cue: str | None
    polarity: str = "positive"
    modality: str = "certain"
    resolved: str | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """What a claim's wording depends on. `steps` run from the outermost source to the innermost.

    Where `subject` and `relation` hold the claim's own words, marks leave out what these say already. `hedge` is set
    if nothing else says it.
    """

    polarity: str = "positive"
    modality: str = "certain"
    mood: str = "statement"
    condition: str | None = None
    steps: tuple[Step, ...] = ()
    time: str | None = None
    place: str | None = None
    block: str | None = None  # the kind of block its sentence stands in
    subject: str = ""
    relation: str = ""
    hedge: str | None = None


FACTUALITY = {
    "CT+": "stated as fact",
    "PR+": "probable",
    "PS+": "possible",
    "CT-": "negated",
    "PR-": "probably not",
    "PS-": "possibly not",
    "Uu": "not committed",
}
STANDING = {
    Standing.ASSERTED: "stated as fact by the article itself",
    Standing.REPORTED: "stated by somebody the article names or quotes",
    Standing.NEGATED: "said not to be so",
    Standing.UNCERTAIN: "hedged, asked, supposed, planned or not committed",
}
#: Kinds of `failures`, which are stored by the names of errors.
FAILURES = {
    "EmptyFileError": "empty",
    "BinaryFileError": "not a text file",
    "EncodingError": "unknown encoding",
    "UnknownFormatError": "unknown format",
    "TooLargeError": "too large",
    "VanishedError": "no longer there",
    "BrokenContainerError": "damaged archive or table",
    "NoColumnError": "no column with text",
    "FetchError": "page not fetched",
    "TimedOutError": "took too long",
    "MissingReaderError": "needs an extra package",
    "ReadError": "unreadable",
    "PermissionError": "not allowed to read",
    "MemoryError": "not enough memory",
    "LeftOut": "left out",
}
#: Blocks whose words are not the article's running text: sharper, or about a picture.
_BLOCKS = {"title": "headline", "heading": "heading", "caption": "caption"}
_MODALITY = {"probable": "probably", "possible": "possibly", "uncommitted": "not committed"}
_MOOD = {
    "condition": "supposed",
    "consequence": "only on a condition",
    "question": "asked",
    "imperative": "demanded",
    "wish": "wished",
    "plan": "planned",
    "forecast": "forecast",
    "hypothesis": "hypothetical",
    "generic": "in general",
}
_CONDITIONALS = frozenset(
    (
        *("if", "unless", "provided", "providing", "assuming", "presuming", "supposing"),
        *("should", "were", "had", "when", "once", "until", "in", "as", "only", "without", "barring", "absent"),
    )
)
#: Words that have a capital letter only at the beginning of a sentence, whatever follows.
_OPENINGS = frozenset(
    (
        *("The", "A", "An", "This", "That", "These", "Those", "Some", "Many", "Most", "Several", "Both", "One", "Two"),
        *("He", "She", "It", "They", "We", "His", "Her", "Its", "Their", "Our", "My"),
    )
)
#: Cues that add nothing to "said by".
_PLAIN_CUES = frozenset(("say", "says", "said", "saying", "according", "to", "tell", "tells", "told"))
#: Words by which a cue is one of speech.
_SAYING = (_PLAIN_CUES - {"according", "to"}) | {"claim", "claimed", "state", "stated", "suggest", "suggested"}
#: Cues that deny by themselves, by the stem of a verb: "denied by the ministry".
_DENIALS = {
    "deny": "denied",
    "deni": "denied",
    "disput": "disputed",
    "reject": "rejected",
    "doubt": "doubted",
    "dismiss": "dismissed",
    "debunk": "debunked",
    "refut": "refuted",
    "disbeliev": "disbelieved",
    "challeng": "challenged",
    "contest": "contested",
    "rebut": "rebutted",
    "rebutt": "rebutted",
    "disprov": "disproved",
}
#: A form of such a verb, or its noun: "denial", "in dispute", "doubtful".
_DENYING = re.compile(rf"({'|'.join(_DENIALS)})(?:e[sd]?|s|ing|als?|ful|ions?)?")
_NOT = frozenset({"cannot", "neither", "never", "no", "nor", "not"})
#: Words that begin a condition, also behind an adverb.
_BEHIND_ADVERB = frozenset({"assuming", "if", "once", "provided", "supposing", "unless", "until", "when"})


def words(marks: Marks) -> list[str]:
    """The marks in the order a reader needs them: where it was read, who says so, whether it holds, when and where."""
    marks = unsaid(marks)
    found = [_BLOCKS[marks.block]] if marks.block in _BLOCKS else []
    steps = voices(marks.steps, told=tells_doubt(marks))
    asked = marks.mood == "question" and bool(steps) and _asks(steps[-1])
    found.extend(said(step) for step in steps)
    if asked:
        found[-1] = f"asked by {found[-1].partition(' by ')[2]}"
    denied = marks.polarity == "negative"
    asked_for = calls_for(marks.relation, denied=denied) if marks.mood == "wish" else None
    if denied and asked_for is None:
        found.append("negated")
    bare = marks.mood == "forecast" and not steps  # of a forecast, whoever makes it says so
    if marks.modality in _MODALITY and not (marks.modality == "uncommitted" and marks.mood in _MOOD and not bare):
        found.append(_MODALITY[marks.modality])  # "asked" or "supposed" says so already
    if marks.condition:
        found.append(_condition(marks.condition))
    if marks.mood in _MOOD and not asked and not (marks.mood == "consequence" and marks.condition):
        found.append(asked_for or _MOOD[marks.mood])
    found.extend(cut(part) for part in (marks.time, marks.place) if part)
    return found


#: Moods that a verb or adjective gives to what it takes, and that its own words therefore say.
_WORDED = frozenset({"statement", "wish", "plan", "forecast", "hypothesis", "generic"})


#: What "would need to" and "may have to" say of the need.
_NEEDS: dict[str | None, tuple[str, str]] = {
    "would": ("probable", "hypothesis"),
    **dict.fromkeys(("may", "might", "could"), ("possible", "statement")),
}


def unsaid(marks: Marks) -> Marks:
    """The marks without what the claim's words say: that the pirates "tried to storm" a ship is a fact, and neither
    planned nor only possible. The stored marks are about the storming.

    They stay where something else hedges it too: "perhaps they tried to", "Holt suspects that few people came". That
    guests "should sign" is wished, and no more possible or probable for that. The talks "may fail to end" a strike:
    possibly, and the words say that it then does not end. The boats "will be asked to leave", "are to leave" and "are
    expected to leave": a forecast, all the same.
    """
    modal = modal_of_need(marks.relation) if marks.mood == "wish" else None
    if modal in _NEEDS:
        modality, mood = _NEEDS[modal]
        return replace(marks, modality=modality if marks.hedge else marks.modality, mood=mood)
    if marks.polarity == "negative" and denies_what_follows(marks.relation):
        marks = replace(marks, polarity="positive")
    if not marks.hedge:
        return marks
    if marks.modality != "certain" and opens_by_modal(marks.relation, marks.mood):
        return replace(marks, modality="uncommitted")
    few = says_few(marks.subject)
    if marks.mood not in _WORDED or not (few or says_how_far(marks.relation)):
        return marks
    denied = marks.polarity == "negative" and not (few or denies_by_word(marks.relation))
    return replace(
        marks,
        polarity="negative" if denied else "positive",
        modality="possible" if few and marks.modality == "possible" else "certain",  # few may come: perhaps more do
        mood=marks.mood
        if few or marks.mood == "forecast"
        else "forecast"
        if says_will(marks.relation)
        else "statement",
    )


def tells_doubt(marks: Marks) -> bool:
    """Whether the words tell by themselves that it is denied, asked or left open."""
    left_open = marks.modality == "uncommitted" and marks.mood in ("statement", "question")
    return marks.polarity == "negative" or left_open


def voices(steps: Iterable[Step], *, told: bool = False) -> list[Step]:
    """The steps that tell something: whoever says that he thinks so is named once.

    So is who says that he does not think or know it, where the other marks have `told` so; not who says that he never
    said it. A step with the very words of one before it is that one: "his government", "it (his government)".
    """
    kept: list[Step] = []
    for step in steps:
        who = step.resolved or step.source
        if told and who is None and step.polarity != "positive":
            continue  # it is too early to tell whether it was so: nobody is asked
        known = [k for k in kept if who is not None and k.polarity == "positive"]
        again = any(_is_one(who, k.resolved or k.source) or (" " in who and who == k.source) for k in known if who)
        if not again or (step.polarity != "positive" and not (told and _SAYING.isdisjoint(_heard(step.cue)))):
            kept.append(step)
    return kept


def _asks(step: Step) -> bool:
    """ "The board is examining whether the firm lied": whoever asks that does not say it."""
    return step.polarity == "positive" and not set((step.cue or "said").casefold().split()) <= _PLAIN_CUES


def _is_one(name: str, other: str | None) -> bool:
    """Whether two sources are one, with a title before the name or without: "Mayor Ada Lind", "Ada Lind"."""
    if other is None or name == other:
        return name == other
    shorter, longer = sorted((name, other), key=len)
    return shorter[:1].isupper() and " " in shorter and longer.endswith(f" {shorter}")


#: "Her son, who said ...": no words of a source.
_RELATIVES = frozenset({"who", "which", "that"})


def said(step: Step) -> str:
    """Who says so, and whether they do: "said by the mayor", "denied by Ada Lind (“she”)"."""
    if step.source is None and step.cue is None:
        return "quoted"
    somebody = f"an {UNNAMED}"
    who = cut(_inside(somebody if step.resolved == UNNAMED else step.resolved or step.source or somebody))
    tells = step.source is not None and step.source.casefold() not in _RELATIVES
    if step.resolved and step.source and tells and step.resolved.casefold() != step.source.casefold():
        who = f"{who} (“{cut(_inside(step.source))}”)"
    if step.polarity == "negative":
        return _denied(step.cue, who)
    verb = {"probable": "probably said", "possible": "perhaps said"}.get(step.modality, "said")
    cue = cut(step.cue or "")
    plain = not cue or set(cue.casefold().split()) <= _PLAIN_CUES
    return f"{verb} by {who}" if plain else f"{verb} by {who} ({cue})"


def standing(value: str, attributed: bool) -> Standing:
    """The one word for a claim of this factuality (FactBank's values), attributed to somebody or not."""
    if value == "CT+":
        return Standing.REPORTED if attributed else Standing.ASSERTED
    return Standing.NEGATED if value.endswith("-") else Standing.UNCERTAIN


def factuality_shown(marks: Marks) -> str:
    """The factuality that a reader is shown: without what the claim's own words say. The stored one is for filters."""
    read = unsaid(marks)
    return factuality(Polarity(read.polarity), Modality(read.modality), Mood(read.mood)).value


def standing_of(row: Mapping[str, Any]) -> Standing:
    """The one word for a claim's row, by the rule of its other words: that they "tried to storm" a ship is stated."""
    return standing(factuality_shown(marks_of(row)), row["attribution"] is not None)


def badge(standing: str, words: str) -> str:
    """The word for the standing of a statement, or for the stance of a claim, beside its words: "denied" beside "the
    mayor did not sign" would deny it twice."""
    return "negated" if standing == "denied" and says_not(words) else standing


def marks_of(row: Mapping[str, Any]) -> Marks:
    """The marks of a row of `claims`, or of a view that has its columns."""
    return Marks(
        polarity=row["polarity"],
        modality=row["modality"],
        mood=row["mood"],
        condition=row["condition"],
        steps=steps_of(row["attribution"]),
        time=row["time_text"],
        place=row["place"],
        block=_optional(row, "block"),
        subject=_optional(row, "subject") or "",
        relation=_optional(row, "relation") or "",
        hedge=_optional(row, "hedge"),
    )


def _optional(row: Mapping[str, Any], column: str) -> str | None:
    """A column that not every row has, whatever class of row it is."""
    try:
        value: str | None = row[column]
    except (KeyError, IndexError):
        return None
    return value


def steps_of(attribution: str | None) -> tuple[Step, ...]:
    """The steps in the `attribution` column, a JSON array from the outermost source to the innermost."""
    return tuple(
        Step(
            _text(step.get("source")), _text(step.get("cue")), step["polarity"], step["modality"], step.get("resolved")
        )
        for step in json.loads(attribution or "[]")
    )


def failure(kind: str) -> str:
    """What kind of failure one is, in words; of what no rule foresees the error's own name."""
    return FAILURES.get(kind, f"unexpected error ({kind})")


def title_of(title: str | None, source: str) -> str:
    """What an article is called: its title, or the name of its file."""
    return title or source.rstrip("/").rpartition("/")[2] or source


_DAY = re.compile(r"(?<![\w-])(\d{4})-(0[1-9]|1[0-2])(?:-([0-2]\d|3[01]))?(?![\w-])")


_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def days_in_words(text: str, letters: int | None = None) -> str:
    """`text` with its days as people write them: "2024-03-14" is "14 March 2024", "2024-03" is "March 2024".

    `letters` are those of a month's name; None for all."""
    return _DAY.sub(lambda m: f"{f'{int(m[3])} ' if m[3] else ''}{_MONTHS[int(m[2]) - 1][:letters]} {m[1]}", text)


def short_day(iso: str) -> str:
    """A day where there is little room: "14 Mar 2024"."""
    return days_in_words(iso, 3)


def day(iso: str | None) -> str:
    """The day of a date or time; "" for none."""
    return days_in_words((iso or "")[:10])


def moment(iso: str | None) -> str:
    """A time to the minute: "14 March 2024, 09:31"; of a date the day."""
    return ", ".join(part for part in (day(iso), (iso or "")[11:16]) if part)


def many(count: int, one: str) -> str:
    """ "1 claim", "2,400 claims"."""
    return f"{count:,} {one}{'' if count == 1 else 's'}"


def cut(text: str, most: int = 60) -> str:
    """Text on one line of at most `most` characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"


def _text(slot: Mapping[str, Any] | None) -> str | None:
    return slot["text"] if slot else None


def _denied(cue: str | None, who: str) -> str:
    heard = _heard(cue)
    if not any(word in _NOT or word.endswith(("n't", "n’t")) for word in heard):  # "did not deny" denies nothing
        denying = next(filter(None, map(_DENYING.fullmatch, heard)), None)
        if denying is not None:
            return f"{_DENIALS[denying[1]]} by {who}"
    plain = set(heard) <= _PLAIN_CUES
    return f"not said by {who}" if plain else f"not said by {who} ({cut(cue or '')})"


def _heard(cue: str | None) -> list[str]:
    return (cue or "").casefold().split()


def _condition(text: str) -> str:
    first, space, rest = cut(text).partition(" ")
    focused = first.endswith("ly") or first.lower() in {"but", "even", "just"}  # "particularly if they are old"
    begun = first.lower() in _CONDITIONALS or (focused and rest.partition(" ")[0] in _BEHIND_ADVERB)
    return f"{first.lower()}{space}{rest}" if begun else f"if {_inside(cut(text))}"


def _inside(text: str) -> str:
    """Words from the beginning of a sentence as they stand inside one: "The mayor" is "the mayor"."""
    first, space, rest = text.partition(" ")
    return f"{first.lower()}{space}{rest}" if first in _OPENINGS else text
