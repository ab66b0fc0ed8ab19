"""Sentences with the claims that a person reads in them, and their file format.

The format is made to be read in a diff (docs/annotation.md tells it in full):

    # a comment
    @ title
    Veltra to cut 1,200 jobs as orders dry up
      Veltra | to cut | [1,200] jobs
      = Veltra | cut | [1,200] jobs
      ? orders | dry up |
      x jobs | dry up |

A claim is `subject | relation | object`, then qualifiers, `role: words`. Words in [brackets] may be there or
not; `...` stands for any words. `=` is another wording of the claim above, with its qualifiers if it names
none, `?` a claim that is right but not asked for, `x` one that is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from extract.errors import EmptyInputError, InputError
from extract.model import BlockKind

_WORD = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_ANY = "..."

Words = frozenset[str]


def words(text: str) -> Words:
    """The words of a text as they are compared: in lower case, without punctuation, "state-owned" as one."""
    return frozenset(word.lower().replace("’", "'") for word in _WORD.findall(text))


@dataclass(frozen=True, slots=True)
class GoldSlot:
    """The words a slot must have, those it may have, and whether any others may be there too."""

    required: Words
    allowed: Words
    open: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to put a claim. `qualifiers` holds the words of each further argument."""

    subject: GoldSlot
    relation: GoldSlot
    object: GoldSlot
    qualifiers: tuple[Words, ...]
    text: str


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim in all wordings that count as this one."""

    wordings: tuple[Wording, ...]

    @property
    def text(self) -> str:
        return self.wordings[0].text


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """A sentence and its claims: those asked for, those also right, those known to be wrong.

    In a `complete` sentence whatever is not listed is wrong; in another (a reviewed database) it is
    merely not judged.
    """

    text: str
    claims: tuple[GoldClaim, ...]
    accepted: tuple[GoldClaim, ...] = ()
    wrong: tuple[GoldClaim, ...] = ()
    kind: BlockKind = BlockKind.PARAGRAPH
    complete: bool = True


def judged_claim(
    subject: tuple[str, str], relation: str, obj: tuple[str, str], qualifiers: tuple[Words, ...] = ()
) -> GoldClaim:
    """Judged words as gold; subject and object are given as core and full extent."""
    wording = Wording(
        subject=GoldSlot(words(subject[0]), words(subject[1])),
        relation=GoldSlot(words(relation), words(relation)),
        object=GoldSlot(words(obj[0]), words(obj[1])),
        qualifiers=qualifiers,
        text=" | ".join((subject[0], relation, obj[0])),
    )
    return GoldClaim((wording,))


def read_gold(paths: Iterable[Path]) -> list[GoldSentence]:
    """The sentences of gold files and of all `*.gold` files in folders, in order of their names.

    Raises EmptyInputError if there are none, InputError at a line that cannot be read.
    """
    files = [file for path in paths for file in (sorted(path.glob("*.gold")) if path.is_dir() else [path])]
    sentences = [s for file in files for s in parse_gold(file.read_text(encoding="utf-8"), file.name)]
    if not sentences:
        raise EmptyInputError("No gold sentences found. Name .gold files, or folders that contain some.")
    return sentences


@dataclass(slots=True)
class _Draft:
    """A sentence whose claims are still being read."""

    text: str
    kind: BlockKind
    marked: list[tuple[str, list[Wording]]] = field(default_factory=list)

    def add(self, mark: str, wording: Wording) -> None:
        if mark == "=":
            wordings = self.marked[-1][1]
            wordings.append(wording if wording.qualifiers else replace(wording, qualifiers=wordings[0].qualifiers))
        else:
            self.marked.append((mark, [wording]))

    def done(self) -> GoldSentence:
        def claims(mark: str) -> tuple[GoldClaim, ...]:
            return tuple(GoldClaim(tuple(wordings)) for m, wordings in self.marked if m == mark)

        return GoldSentence(self.text, claims(""), claims("?"), claims("x"), self.kind)


def parse_gold(text: str, name: str = "gold") -> Iterator[GoldSentence]:
    """The sentences of one gold file. Raises InputError, naming file and line."""
    draft: _Draft | None = None
    kind = BlockKind.PARAGRAPH
    for number, line in enumerate(text.splitlines(), 1):
        try:
            if line.startswith("@"):
                kind = BlockKind(line[1:].strip())
            elif line.startswith("  ") and line.strip() and draft is not None:
                draft.add(*_claim_line(line.strip()))
            elif line.strip() and not line.startswith("#"):
                if draft is not None:
                    yield draft.done()
                draft, kind = _Draft(line.strip(), kind), BlockKind.PARAGRAPH
        except (ValueError, IndexError) as error:
            raise InputError(f"{name}, line {number}: {error}") from error
    if draft is not None:
        yield draft.done()


def _claim_line(line: str) -> tuple[str, Wording]:
    mark = line[0] if line[:2] in ("= ", "? ", "x ") else ""
    body = line[2:] if mark else line
    slots = [slot.strip() for slot in body.split("|")]
    if len(slots) < 3:
        raise ValueError("a claim needs subject | relation | object (the object may be empty).")
    subject, relation, obj, *rest = slots
    qualifiers = tuple(words(q.partition(":")[2]) for q in rest)
    return mark, Wording(_slot(subject), _slot(relation), _slot(obj), qualifiers, body)


def _slot(text: str) -> GoldSlot:
    plain = text.replace(_ANY, " ")
    return GoldSlot(
        required=words(_OPTIONAL.sub(" ", plain)),
        allowed=words(plain.replace("[", " ").replace("]", " ")),
        open=_ANY in text,
    )
