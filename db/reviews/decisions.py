"""The words of reviewing: what can be done to a claim, what it can be, and why one is rejected."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from extract.errors import ExtractError
from extract.model import Spans

#: Column of `claims` -> value.
Values = dict[str, Any]


#: Characters of a note.
MOST_NOTE = 2000


class Status(StrEnum):
    """What people made of a claim. `edited` is accepted with other parts than the machine's."""

    UNREVIEWED = "unreviewed"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"
    DISPUTED = "disputed"  # two readers differ, and nobody has settled it


class Action(StrEnum):
    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    SPLIT = "split"
    ADD = "add"
    NOTE = "note"
    FLAG = "flag"  # for later: out of the queue until somebody decides, and in a queue of its own
    DISPUTE = "dispute"
    SETTLE = "settle"
    UNDO = "undo"


class Reason(StrEnum):
    """Why a claim is rejected: one key each."""

    SUBJECT = "wrong subject"
    RELATION = "wrong relation"
    OBJECT = "wrong object"
    MARKS = "wrong marks"  # it is asserted though reported, negated though affirmed ...
    SOURCE = "wrong source"
    FRAGMENT = "not a complete statement"
    TRIVIAL = "correct but not useful"
    TEXT = "not the article's text"
    DUPLICATE = "duplicate"  # the sentence says it, and another claim of it says the same
    OTHER = "other"

    @classmethod
    def _missing_(cls, value: object) -> Reason | None:
        """The reasons as they were called before, which a sheet or a script may still have."""
        return _FORMER_REASONS.get(value) if isinstance(value, str) else None


_FORMER_REASONS: dict[str, Reason] = {
    "no whole statement": Reason.FRAGMENT,
    "true to the text and no use": Reason.TRIVIAL,
}


class Stance(StrEnum):
    """What a source makes of what it is said to say, as a reviewer chooses it."""

    SAYS = "says so"
    DENIES = "denies it"
    PROBABLE = "says it is probable"
    POSSIBLE = "says it is possible"
    OPEN = "leaves it open"


@dataclass(frozen=True, slots=True)
class Seen:
    """A claim by its key, at the version that somebody saw when deciding."""

    claim: str
    version: int


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person puts in place of a claim's parts and marks; None: left as it is.

    Parts are spans in code points of the article's text, within the claim's sentence; their words follow from
    them. `object` may be taken away by (), `source` likewise: the article itself says it. `relation` may not be
    empty, unless the claim's relation is implied. `who` values are entity keys, "" for nobody. `stance` is the
    source's. `further` are all qualifiers of the claim from now on, each its role and its spans.
    """

    subject: Spans | None = None
    relation: Spans | None = None
    object: Spans | None = None
    polarity: str | None = None
    modality: str | None = None
    mood: str | None = None
    source: Spans | None = None
    cue: Spans | None = None
    stance: str | None = None
    time: Spans | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    place: Spans | None = None
    subject_who: str | None = None
    object_who: str | None = None
    further: tuple[tuple[str, Spans], ...] | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """One entry of the log, as it is shown; `claims` counts those it was about. `at` is UTC."""

    id: int
    action: Action
    who: str
    at: str
    reason: str | None
    note: str | None
    undoes: int | None
    undone: bool
    claims: int


class ConflictError(ExtractError):
    """Somebody else decided meanwhile. `claim` has changed since it was seen; `review` is what changed it. `words` are
    the claim's, for people."""

    exit_code = 1

    def __init__(self, claim: str, review: Review | None, words: str | None = None) -> None:
        self.claim = claim
        self.review = review
        named = f"“{words}”" if words else "This claim"
        by = f" by {review.who} on {review.at[:10]} at {review.at[11:16]} UTC ({review.action})" if review else ""
        super().__init__(f"{named} was changed{by} since you saw it. Check it again.")


class RefusedError(ExtractError):
    """A decision that cannot be: words outside the sentence, an unknown reason, nothing to undo."""

    exit_code = 2
