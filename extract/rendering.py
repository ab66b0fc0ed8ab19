"""Two readings of the same claim: `core`, minimal triples, and `full`, one tuple of whole extents.

A core reading has the preposition in the relation where the object is a bare entity, and says a claim with
further arguments as several triples: (Oslo; signed; the pact), (Oslo; signed the pact in; May). A full
reading is the n-ary tuple: (the city of Oslo; signed; the pact on fishing; in May).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.arguments import is_alternative, parts, phrase
from extract.model import slice_spans
from extract.proposal import Adjunct, Phrase, Proposal
from extract.tree import Word, spans_of
from extract.words import is_nominal, is_verbal

Words = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim's words in their slots. `implied` is the relation of a claim whose text has none."""

    subject: Words
    relation: Words
    arguments: tuple[Words, ...]
    implied: str | None = None

    def texts(self, source: str) -> tuple[str, ...]:
        """Subject, relation and arguments as they stand in `source`."""
        relation = " ".join(x for x in (self.implied, _text(source, self.relation)) if x)
        return (_text(source, self.subject), relation, *(_text(source, a) for a in self.arguments))


def _text(source: str, words: Words) -> str:
    """The words in their given order: a run of neighbours is one slice of the source."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and word.i == runs[-1][-1].i + 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    return " ".join(slice_spans(source, spans_of(run)) for run in runs)


def full(proposal: Proposal) -> Reading:
    """One tuple with whole extents; qualifiers follow the object."""
    arguments = [proposal.object.full] if proposal.object else []
    arguments.extend(a.words for a in proposal.adjuncts)
    return Reading(proposal.subject.full, proposal.relation, tuple(arguments), proposal.implied)


def core(proposal: Proposal) -> list[Reading]:
    """The minimal triple, and one triple for each further argument."""
    made: list[Reading] = []
    stem = proposal.relation
    if proposal.object is not None:
        made.append(_triple(proposal, stem, proposal.object.core))
        made.extend(_nested(proposal, stem, proposal.object.head, proposal.object.core))
        stem = (*stem, *proposal.object.core)
    for adjunct in proposal.adjuncts:
        made.extend(_adjunct(proposal, stem, adjunct))
    return made or [Reading(proposal.subject.core, proposal.relation, (), proposal.implied)]


def _triple(proposal: Proposal, relation: Words, obj: Words) -> Reading:
    return Reading(proposal.subject.core, relation, (obj,), proposal.implied)


def _nested(proposal: Proposal, stem: Words, head: Word, words: Words) -> Iterator[Reading]:
    """ "signed a pact on fishing with Iceland": each preposition below the object opens a triple of its own."""
    for preposition in head.right:
        if preposition.dep == "prep" and preposition not in words:
            yield from _below(proposal, (*stem, *words), preposition)


def _below(proposal: Proposal, stem: Words, preposition: Word) -> Iterator[Reading]:
    below = preposition.child("pobj")
    if below is None:
        return
    for part in _phrases(below):
        yield _triple(proposal, (*stem, preposition), part.core)
        yield from _nested(proposal, (*stem, preposition), part.head, part.core)


def _phrases(head: Word) -> list[Phrase]:
    if not is_nominal(head):
        return [phrase(head)]
    if is_alternative(head):
        return [phrase(head, whole=True)]
    return [phrase(h) for h in parts(head)]


def _adjunct(proposal: Proposal, stem: Words, adjunct: Adjunct) -> Iterator[Reading]:
    head = adjunct.head
    if head.dep in {"prep", "agent", "dative"} and head.child("pobj") is not None:
        yield from _below(proposal, stem, head)
    elif head.dep == "npadvmod" or (head.dep == "advmod" and adjunct.role.value == "time"):
        yield _triple(proposal, stem, adjunct.words)
    elif is_verbal(head) and head.dep in {"advcl", "xcomp"}:
        yield from _clause(proposal, stem, head)


def _clause(proposal: Proposal, stem: Words, verb: Word) -> Iterator[Reading]:
    """ "uses its weight to win friends": the purpose's object becomes an object too."""
    if verb.child("mark", "nsubj", "nsubjpass") is not None:
        return
    obj = verb.child("dobj")
    if obj is None:
        return
    inner = tuple(w for w in verb.left if w.dep in {"aux", "auxpass"})
    for part in _phrases(obj):
        yield _triple(proposal, (*stem, *inner, verb), part.core)
