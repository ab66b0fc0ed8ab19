"""A claim in its normal form: what makes it say the same as another, and what it can stand against."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from extract.english.forms import Amount, Course, NounPhrase, VerbPhrase


class Side(StrEnum):
    """What a claim does to its statement."""

    YES = "yes"  # it is so
    NO = "no"  # it is not, or was not
    PENDING = "pending"  # it has not happened yet
    ENDED = "ended"  # it is no longer so
    PLAN = "plan"  # it will be so
    DROP = "drop"  # it will not
    OPEN = "open"  # asked, supposed, wished, possible


class Stance(StrEnum):
    """Who stands for it, as a statement counts its claims."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    DENIED = "denied"
    PLANNED = "planned"
    DOUBTED = "doubted"


class Row(NamedTuple):
    """A current claim as the rules read it: what its parts say. Times are ISO dates, `who` the keys of entities."""

    id: int
    key: str
    sentence: int
    subject: NounPhrase
    subject_who: str | None
    relation: VerbPhrase
    lemma: str
    object: NounPhrase | None
    object_who: str | None
    resolved: bool  # the subject is a pronoun or short name that stands for another
    polarity: str
    modality: str
    mood: str
    attribution: str | None
    valid_from: str | None
    valid_to: str | None
    tense: str | None
    aspect: str | None
    predicate_start: int
    predicate_end: int
    told: str = ""  # the words of its object, with what hangs on it
    acting: str = ""  # the words of its relation


class Adjunct(NamedTuple):
    """A further argument of a claim: its role in the clause, its words, and what they say to compare by."""

    role: str
    text: str
    phrase: NounPhrase | None


class Rival(NamedTuple):
    """What a statement competes for: a question that has one answer at a time, and its answer to it."""

    question: str
    answer: str
    rule: str


class Dispute(NamedTuple):
    """An accusation or a denial: of whom (the last name), which of the two, the whole name, and stems of words of what
    it is about."""

    question: str
    side: str
    whom: str
    about: str


class Content(NamedTuple):
    """What a claim says, without who says it and when it was said. Keys are those of terms, "" for nobody."""

    agent: str
    relation: str
    patient: str
    course: Course
    amount: Amount | None = None
    where: str = ""
    period: bool = False  # its number counts for the time that it states
    office: str = ""  # the office that only one can hold at a time

    @property
    def base(self) -> str:
        """The same for all statements that differ in number, time or place only."""
        unit = self.amount.unit if self.amount and self.course is Course.STATE else ""
        return f"{self.agent}|{self.relation}|{self.patient or unit}"


#: The first ranks of what is so, is planned, and of all else. `BEHIND` is added to those of claims that leave out what
#: another says.
RANKS, OTHERS, BEHIND = {Side.YES: 0x00, Side.PLAN: 0x20}, 0x40, 0x10


class NormalForm(NamedTuple):
    """A claim's content with its place in time and what it does there."""

    claim: int
    key: str
    content: Content
    side: Side
    stance: Stance
    since: str | None  # the time that it states, first and last day
    until: str | None
    seen: str  # when it was published; "" if nobody knows
    rank: str  # the less, the better its words: two digits (see `RANKS`), its key and that of its article
    attributed: bool  # somebody else says so, not the article
    loose: bool  # only time tells whether another means the same
    place: str = ""  # where a thing that happens once happened
    contest: Rival | None = None
    scale: Rival | None = None
    theme: str = ""
    dispute: Dispute | None = None
    due: str = ""  # the days for which it is planned, first and last
    moved: bool = False  # its article tells that the day is another than it was
