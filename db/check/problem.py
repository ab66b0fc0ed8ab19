"""What a check found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from db.sqlite import Connection


class Law(StrEnum):
    """What must hold of a database."""

    FILE = "file"  # SQLite's own structure: pages, indexes, constraints
    REFERENCES = "references"  # no row names a row that is not there
    SEARCH = "search"  # the full-text indexes hold exactly what their tables do
    OFFSETS = "offsets"  # every slot's spans select its words, where they may lie
    SENTENCES = "sentences"  # in order, apart, within a block, and no word outside of them
    OUTCOMES = "outcomes"  # a sentence that says it gave claims has some, and no other has
    MARKS = "marks"  # words of closed vocabularies, and those that follow from others
    KEYS = "keys"  # hashes and keys are those of the content
    REVISIONS = "revisions"  # 1 .. n of each source, each supersedes the one before, the last is current
    ENTITIES = "entities"  # names are counted as they are used, and joined as they were judged
    STATEMENTS = "statements"  # statements, contradictions and changes are what the claims make of them
    LOG = "log"  # what people decided is as it was written: every entry, in its order
    REVIEWS = "reviews"  # a claim is what the log of reviews makes of it, and is counted by its status
    COPIES = "copies"  # sketches are those of texts, links of sketches, copy clusters of links
    RUNS = "runs"  # a run counts what it wrote


@dataclass(frozen=True, slots=True)
class Problem:
    """A broken law: where (a table and the row's id, say) and what is wrong there."""

    law: Law
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.law}: {self.where}: {self.what}"


Proof = Callable[[Connection], Iterator[Problem]]
