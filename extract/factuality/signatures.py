"""What a word makes of the event or clause it takes: implicatives, factives, reports, wishes, plans.

A signature gives the complement's value when the word is affirmed and when it is negated, after Nairn,
Condoravdi & Karttunen (2006), with the degrees of FactBank (Saurí & Pustejovsky 2009). They are kept in
`data/embedding.txt`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from extract.english.wordlists import entries
from extract.model import Modality, Mood, Polarity


class Frame(StrEnum):
    """The form of a complement."""

    THAT = "that"
    WHETHER = "whether"
    WH = "wh"
    TO = "to"
    ING = "ing"
    NP = "np"
    AS = "as"


@dataclass(frozen=True, slots=True)
class Value:
    """How far a source commits itself to an event, and to which side."""

    polarity: Polarity
    modality: Modality


@dataclass(frozen=True, slots=True)
class Signature:
    """The complement's value under an affirmed and under a negated governor.

    `reports`: the complement is what someone says or thinks. `mood` is what the complement becomes.
    """

    affirmed: Value
    negated: Value
    mood: Mood | None = None
    reports: bool = False

    @property
    def factive(self) -> bool:
        """Whether the complement holds either way ("knew that", "did not know that")."""
        return self.affirmed == self.negated and self.affirmed.modality is Modality.CERTAIN


_VALUES = {
    sign + mark: Value(polarity, modality)
    for mark, polarity in (("+", Polarity.POSITIVE), ("-", Polarity.NEGATIVE))
    for sign, modality in (("", Modality.CERTAIN), ("P", Modality.PROBABLE), ("S", Modality.POSSIBLE))
} | {"u": Value(Polarity.POSITIVE, Modality.UNCOMMITTED)}

Key = tuple[str, str, Frame]


def signature(word: str, kind: str, frame: Frame) -> Signature | None:
    """The signature of a lemma (`give_up` with its particle) as "verb", "adj" or "noun", if it is known."""
    return _table().get((word, kind, frame))


@cache
def reporting(kind: str) -> frozenset[str]:
    """The lemmas that can report a clause."""
    return frozenset(
        word for (word, k, frame), s in _table().items() if k == kind and s.reports and frame is Frame.THAT
    )


@cache
def _table() -> dict[Key, Signature]:
    return dict(_entry(line.split()) for line in entries("embedding"))


def _entry(columns: list[str]) -> tuple[Key, Signature]:
    word, kind, frame, affirmed, negated, *flags = columns
    moods = [Mood(flag) for flag in flags if flag != "by"]
    sign = Signature(_VALUES[affirmed], _VALUES[negated], moods[0] if moods else None, "by" in flags)
    return (word, kind, Frame(frame)), sign
