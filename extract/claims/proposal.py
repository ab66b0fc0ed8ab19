"""A claim while it is still words of a tree: what the clause rules hand to the assembler."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.model import ClauseType, Role
from extract.syntax.tree import Word
from extract.values import value


@value
class Phrase:
    """An argument in words: its head, the core that a minimal triple shows, and its full extent.

    `beside` is what the clause says of it and what its statement needs: "placed Thomas (on leave)".
    """

    head: Word
    core: tuple[Word, ...]
    full: tuple[Word, ...]
    beside: tuple[Word, ...] = ()


@value
class Adjunct:
    """A further argument: `head` is its top word (the preposition, adverb or subordinate verb)."""

    role: Role
    head: Word
    words: tuple[Word, ...]


@dataclass(slots=True)
class Proposal:
    """A subject-relation-object statement in words.

    `predicate` carries the claim: the main verb, or the noun of a verbless claim; context (polarity,
    source, time) is looked up by it. `relation` holds the verb complex's words in text order; where the
    text has none, `implied` is the relation it stands for ("is", "has") and `relation` is empty. `again` counts the
    weaker parses that give the same proposal, where they were made.
    """

    predicate: Word
    subject: Phrase
    relation: tuple[Word, ...]
    lemma: str
    object: Phrase | None
    adjuncts: tuple[Adjunct, ...]
    clause_type: ClauseType
    rule: str
    implied: str | None = None
    evidence: list[str] = field(default_factory=list)
    again: int | None = None
