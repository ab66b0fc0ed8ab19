"""Two readings of the same claim: `core`, minimal triples, and `full`, one tuple of whole extents.

A core reading has the preposition in the relation where the object is a bare entity, and says a claim with
further arguments as several triples: (Oslo; signed; the pact), (Oslo; signed the pact in; May). A full
reading is the n-ary tuple: (the city of Oslo; signed; the pact on fishing; in May).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.claims.arguments import is_alternative, parts, phrase
from extract.claims.proposal import Adjunct, Phrase, Proposal
from extract.english.wordlists import entries
from extract.model import ClauseType, Role, slice_spans
from extract.syntax.extents import slot_spans
from extract.syntax.prepositions import PREPOSITIONAL, prepositional
from extract.syntax.tree import Word
from extract.syntax.words import is_infinitive, is_nominal, is_verbal
from extract.text.quotes import is_mark

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
    """The words in their given order, with the quotation marks between them where those come in pairs."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and word.i == runs[-1][-1].i + 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    text = " ".join(slice_spans(source, slot_spans(run, source)) for run in runs)
    marked = [t for t in text.split(" ") if is_mark(t)]
    if len(marked) % 2 == 0:
        return text
    return " ".join(t for t in text.split(" ") if not is_mark(t))


def full(proposal: Proposal) -> Reading:
    """One tuple with whole extents; what hangs on the object by a preposition and the qualifiers follow it."""
    within = {a.head for a in proposal.adjuncts if _in_verb_group(a, proposal.relation)}
    adjuncts = [a for a in proposal.adjuncts if a.head not in within]
    relation: Words = tuple(sorted((*proposal.relation, *within), key=lambda w: w.i)) if within else proposal.relation
    arguments = _apart(proposal.object) if proposal.object else []
    if not arguments and (date := _date(proposal)):
        governed = prepositional(date.head).words
        relation = (*relation, *governed)
        arguments = [tuple(w for w in date.words if w not in governed)]
        adjuncts.remove(date)
    arguments.extend(a.words for a in adjuncts)
    return Reading(proposal.subject.full, relation, tuple(arguments), proposal.implied)


def _date(proposal: Proposal) -> Adjunct | None:
    """What takes the place of an object that is not there: (the council; met on; Monday)."""
    after = (a for a in proposal.adjuncts if a.head.dep in PREPOSITIONAL and a.head.i > proposal.predicate.i)
    return next((a for a in after if prepositional(a.head).target), None)


def _in_verb_group(adjunct: Adjunct, relation: Words) -> bool:
    """An adverb among the verbs or right before them: "was widely praised", "often refers to"."""
    if adjunct.head.dep != "advmod" or len(adjunct.words) > 1 or not relation:
        return False
    return relation[0].i - 1 <= adjunct.head.i <= relation[-1].i


def _apart(obj: Phrase) -> list[Words]:
    """An object without, and then the phrases that follow its core: "a pact" + "with Iceland"."""
    tails = [w for w in obj.head.right if w.dep == "prep" and w.lower != "of" and w in obj.full and w not in obj.core]
    inside = set(obj.full)
    rest: list[Words] = [tuple(w for w in tail.subtree() if w in inside) for tail in tails]
    gone = {w for tail in rest for w in tail}
    return [tuple(w for w in obj.full if w not in gone), *rest]


def core(proposal: Proposal) -> list[Reading]:
    """The minimal triple, and one triple for each further argument. A claim without any gives none."""
    made: list[Reading] = []
    stem = proposal.relation
    if proposal.object is not None:
        if not _needs_as(proposal):
            made.append(_triple(proposal, stem, proposal.object.core))
        if proposal.clause_type is ClauseType.NOMINAL:
            return made
        made.extend(_nested(proposal, (*stem, *proposal.object.core), proposal.object.head, proposal.object.core))
        bare = _without_preposition(proposal) if _is_free(proposal) else None
        stem = (*stem, *proposal.object.core)
        for adjunct in proposal.adjuncts:
            made.extend(_adjunct(proposal, bare or stem, adjunct))
        return made
    for adjunct in proposal.adjuncts:
        made.extend(_adjunct(proposal, stem, adjunct))
    return made


def _needs_as(proposal: Proposal) -> bool:
    """ "regards it as a threat": without the "as" there is no statement."""
    return proposal.lemma in entries("as_verbs") and any(a.head.lower == "as" for a in proposal.adjuncts)


_FREE = frozenset({"in", "at", "on", "as", "throughout", "across", "near", "within", "outside", "inside"})


def _is_free(proposal: Proposal) -> bool:
    """Whether the object is a place or the like that other adjuncts do not need.

    "was founded in Oslo in 1870": founded in 1870; but "returned to Oslo in 1870".
    """
    preposition = proposal.relation[-1] if proposal.relation else None
    return proposal.clause_type is ClauseType.SVA and preposition is not None and preposition.lower in _FREE


def _without_preposition(proposal: Proposal) -> Words:
    return proposal.relation[:-1]


def _triple(proposal: Proposal, relation: Words, obj: Words) -> Reading:
    return Reading(proposal.subject.core, relation, (obj,), proposal.implied)


def _nested(proposal: Proposal, stem: Words, head: Word, words: Words) -> Iterator[Reading]:
    """What hangs below an object opens triples of its own: "signed a pact on fishing with Iceland"."""
    for below in head.right:
        if below in words:
            continue
        if below.dep == "prep":
            yield from _below(proposal, stem, below)
        elif below.dep in {"acl", "relcl"} and is_infinitive(below):
            yield from _clause(proposal, stem, below)


def _below(proposal: Proposal, stem: Words, preposition: Word) -> Iterator[Reading]:
    phrase = prepositional(preposition)
    stem = (*stem, *phrase.words)
    if phrase.target is None:
        return
    if phrase.target.dep == "pcomp" and is_verbal(phrase.target):
        yield from _clause(proposal, stem, phrase.target)
        return
    for part in _phrases(phrase.target):
        if part.head.lower != "order":
            yield _triple(proposal, stem, part.core)
        yield from _nested(proposal, (*stem, *part.core), part.head, part.core)


def _phrases(head: Word) -> list[Phrase]:
    if not is_nominal(head):
        return [phrase(head)]
    if is_alternative(head):
        return [phrase(head, whole=True)]
    return [phrase(h) for h in parts(head)]


def _adjunct(proposal: Proposal, stem: Words, adjunct: Adjunct) -> Iterator[Reading]:
    head = adjunct.head
    if head.dep in PREPOSITIONAL:
        yield from _below(proposal, stem, head)
    elif (head.dep == "npadvmod" and head.head.dep not in PREPOSITIONAL) or (
        head.dep == "advmod" and adjunct.role is Role.TIME and len(adjunct.words) > 1
    ):
        yield _triple(proposal, stem, adjunct.words)
    elif is_verbal(head) and (is_infinitive(head) or head.dep in {"ccomp", "xcomp"}):
        yield from _clause(proposal, stem, head)
    elif proposal.object is None and head.dep == "advmod" and head.i > proposal.predicate.i:
        yield _triple(proposal, stem, adjunct.words)


def _clause(proposal: Proposal, stem: Words, verb: Word) -> Iterator[Reading]:
    """ "uses its weight to win friends": what the inner verb governs becomes an object too."""
    subject = verb.child("nsubj", "nsubjpass")
    if verb.child("mark") is not None or (subject is not None and subject not in stem):
        return
    inner = tuple(w for w in verb.left if w.dep in {"aux", "auxpass"})
    stem = (*stem, *inner, verb, *(w for w in verb.right if w.dep == "prt"))
    obj = verb.child("dobj", "attr", "acomp")
    if obj is not None:
        for part in _phrases(obj):
            yield _triple(proposal, stem, part.core)
            yield from _nested(proposal, (*stem, *part.core), part.head, part.core)
        stem = (*stem, *phrase(obj).core)
    for below in verb.right:
        if below.dep in PREPOSITIONAL:
            yield from _below(proposal, stem, below)
        elif below.dep == "xcomp":
            yield from _clause(proposal, stem, below)
