"""What it takes to declare a field: see `extract.fields`, which declares them all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Any


class Kind(StrEnum):
    """What a value is. Rows and the contract hold it each in a form of its own."""

    PLAIN = "plain"  # a string or a number; a word of its vocabulary if it has one
    FLAG = "flag"  # true or false
    SPANS = "spans"  # where words stand: [[start, end], ...]
    STEPS = "steps"  # an attribution, from the outermost source to the innermost
    STRINGS = "strings"  # a list of strings
    PHRASES = "phrases"  # what the words of a claim say
    ENTITY = "entity"  # who or what it is: a row of `entities`
    LIST = "list"  # rows of a table of their own, in order


class Room(StrEnum):
    """Where the words of a slot may stand."""

    SENTENCE = "sentence"  # in the claim's own sentence, joined by a space
    ARTICLE = "article"  # anywhere in the article, joined by a space
    NAMES = "names"  # anywhere in the article: a span for each of several names, joined by "and"


#: Reads a field's value off what extraction found; None where there is none.
Value = Callable[[Any], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a claim, or of what stands around it.

    `name` is its column in `table`, and its name wherever a claim is a mapping. `label` is what people call it, where
    there is room for a word or two; `description` a sentence. `path` leads to it from a `Claim` (for other tables: from
    the `Sentence`, `Article`, `Qualifier` or `Quantity`): "subject.full", and "predicate.0" for the first of a pair. A
    field without one, but with `value`, follows from the others: it is computed from the `Claim`. With both, `value` is
    for claims that extraction has not seen with this field, such as those of an older database. A field with neither
    is filled by the database. With `empty_is_null` an empty one is none.

    `key` is its path in the contract ("subject.full"), `csv` its column in CSV files; None: not exported there. `plain`
    is what it is of a claim that a person adds and says nothing of. `words` names the field whose words a field of
    spans selects, `room` where these may stand.
    """

    name: str
    label: str
    description: str
    table: str = "claims"
    storage: str = "TEXT"  # of SQLite's STRICT tables
    kind: Kind = Kind.PLAIN
    vocabulary: type[StrEnum] | None = None
    path: str | None = None
    value: Value | None = None
    empty_is_null: bool = False
    key: str | None = None
    csv: str | None = None
    plain: Any = None
    words: str | None = None
    room: Room = Room.SENTENCE
    required: bool = False  # never NULL
    indexed: bool = False  # looked up or counted by
    facet: bool = False  # tables of claims count its values to begin with
    searchable: bool = False  # full-text search finds its words
    kept: bool = True  # stays of a claim that is split
    placed: bool = False  # of the row that a claim stands in, and not of the claim: goes where the row goes
    told: bool = False  # the history of a claim tells how it changed, by its label
    editable: bool = False  # a person may correct it

    def reader(self) -> Value | None:
        """What reads its value off what extraction found; None for a field that the database fills."""
        if self.path is None:
            return self.value
        read = _follow(*self.path.split("."))
        return (lambda found: read(found) or None) if self.empty_is_null else read


def _follow(first: str, then: str = "") -> Value:
    if not then:
        return attrgetter(first)
    if then.isdigit():
        at = int(then)
        return lambda found: getattr(found, first)[at]

    whole, part_of = attrgetter(first), attrgetter(then)

    def read(found: Any) -> Any:
        part = whole(found)
        return None if part is None else part_of(part)

    return read
