"""Whom somebody speaks for: "A spokesman for Veltra said the company had paid", "... said it had paid".

"We have paid," said Veltra's chief executive: Veltra.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from extract.coreference import binding
from extract.coreference.references import Candidate, Choice, Kind, Referent
from extract.english.persons import Gender, Sort, group_noun
from extract.english.wordlists import entries, word_class
from extract.syntax.tree import Word
from extract.syntax.words import NOUN_MODIFIERS

_SPEAKERS = frozenset({"spokesman", "spokeswoman", "spokesperson", "representative"})
_CONFIDENCE = 0.8
#: Who says "we" of a body: its speakers and those who lead it, but not those of parties and committees.
_WE = _SPEAKERS | {
    "ceo", "co-founder", "coach", "director", "executive", "founder", "manager", "officer", "owner", "president"
}  # fmt: skip
_PARTIES = frozenset({"caucus", "committee", "congress", "house", "parliament", "party", "senate", "state"})
#: What everybody does, has or has to do: "As we know", "We must help our country".
_ALL_DO = frozenset({"experience", "know", "learn", "live", "remember", "see"})
_ALL_HAVE = word_class("what all have")
_CALLING = frozenset({"must", "need", "should"})


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
    return list(_led(speaker, _SPEAKERS)) if speaker is not None else []


def _owners(noun: Word) -> list[Word]:
    """Whose a spokesperson or an officer is."""
    before = [w for w in noun.left if w.dep in NOUN_MODIFIERS]
    return before + [w for c in noun.right if c.lower in {"at", "for", "of"} for w in c.right if w.dep == "pobj"]


def body_led(we: Word, speaker: Referent, met: Mapping[tuple[int, int], tuple[Candidate, float]]) -> Candidate | None:
    """What a speaker means by "we": the one body that he is called the spokesman, or an officer, of.

    `met` are the references so far, by sentence and head.
    """
    if is_of_all(we):
        return None
    led = ((m.sentence, body.i) for m in speaker.mentions for body in _led(m.head, _WE))
    found = [met[place][0] for place in led if place in met]
    bodies = {id(c.referent): c for c in found if c.referent is not None and c.referent.named and is_body(c)}
    known = next(iter(bodies.values())) if len(bodies) == 1 else None
    if known is None or known.referent is None or known.referent.sort is not Sort.BODY:
        return None
    return known if _PARTIES.isdisjoint(known.key) else None


def is_of_all(we: Word) -> bool:
    """ "As we know", "our country": everybody's, whoever says so."""
    above = we.head
    if above.lemma in (_ALL_HAVE if we.dep == "poss" else _ALL_DO | _CALLING):
        return True
    return we.dep != "poss" and not _CALLING.isdisjoint(w.lower for w in above.left)


def _led(speaker: Word, posts: Container[str]) -> Iterator[Word]:
    """What may name whom a speaker leads, or speaks for: "Veltra director Ann Hale", "Ann Hale, the head of Veltra"."""
    beside = [w for w in speaker.children if w.dep in {"compound", "nmod", "appos"}]
    for noun in (speaker, *beside, *([speaker.head] if speaker.dep == "appos" else [])):
        if noun.lemma.lower() in posts:
            yield from _owners(noun)
            yield from (w for w in speaker.left if w.i < noun.i < speaker.i and w.dep in NOUN_MODIFIERS)


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
