"""Whom a spokesperson speaks for: "A spokesman for Veltra said the company had paid", "... said it had paid"."""

from __future__ import annotations

from collections.abc import Iterable

from extract.coreference import binding
from extract.coreference.references import Candidate, Choice, Kind, Referent
from extract.english.persons import Gender, Sort, group_noun
from extract.english.wordlists import entries
from extract.syntax.tree import Word

_SPEAKERS = frozenset({"spokesman", "spokeswoman", "spokesperson", "representative"})
_CONFIDENCE = 0.8


def body_spoken_for(word: Word) -> Word | None:
    """The name of the body whose spokesperson says, right above, what `word` stands in; None where there is none."""
    bodies = _bodies(word)
    return bodies[0] if len(bodies) == 1 and bodies[0].pos == "PROPN" else None


def is_called_so(word: Word, referent: Referent) -> bool:
    """ "The Tarn navy sent a ship. A navy spokesman said it had fired": the navy."""
    return any(body.lemma.lower() in referent.nouns for body in _bodies(word))


def _bodies(word: Word) -> list[Word]:
    verb = binding.clause(word)
    cue = verb.head
    if verb.dep != "ccomp" or cue.i > word.i or cue.lemma not in entries("quoting_verbs"):
        return []
    speaker = cue.child("nsubj")
    if speaker is None or speaker.lemma.lower() not in _SPEAKERS:
        return []
    bodies = [w for w in speaker.left if w.dep in {"poss", "compound", "nmod"}]
    return bodies + [w for c in speaker.right if c.lower in {"for", "of"} for w in c.right if w.dep == "pobj"]


def described(nominal: Candidate, found: Iterable[Candidate]) -> Choice | None:
    """ "The company" is the body that is spoken for."""
    alone = [w.lower for w in nominal.head.left] == ["the"] and not nominal.head.right
    if not alone or group_noun(nominal.head.lemma) is not Sort.BODY:
        return None
    body = body_spoken_for(nominal.head)
    known = next((c for c in found if c.head is body and is_body(c)), None) if body is not None else None
    return Choice(known.referent, known, _CONFIDENCE, "spoken for") if known is not None and known.referent else None


def is_body(name: Candidate) -> bool:
    """Whether a name may be a body's, whatever the entity recogniser says."""
    person = name.sort is Sort.PERSON and (name.sure or name.gender is not Gender.OPEN)
    return name.kind is Kind.NAME and name.sort is not Sort.TIME and not person
