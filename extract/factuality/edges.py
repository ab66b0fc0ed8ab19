"""One step from an event to what governs it, as plain data."""

from __future__ import annotations

from enum import StrEnum

from extract.factuality.signatures import Frame, Signature
from extract.syntax.tree import Word
from extract.values import value


class Link(StrEnum):
    """What a word is to its host."""

    ROOT = "root"
    COMPLEMENT = "complement"
    CONJUNCT = "conjunct"
    CONDITION = "condition"
    PURPOSE = "purpose"
    NEGATED = "negated"  # without, instead of, rather than
    ADVERBIAL = "adverbial"  # because, after, as ...: presupposed
    RELATIVE = "relative"
    ARGUMENT = "argument"  # an event noun that is subject or object
    SAME = "same"  # a predicate noun or adjective shares its copula's state


@value
class Edge:
    """One step up: `host` is the governing predicate, `cue` the word whose signature counts (often the host)."""

    link: Link
    host: Word | None = None
    cue: Word | None = None
    frame: Frame | None = None
    sign: Signature | None = None


ROOT = Edge(Link.ROOT)
