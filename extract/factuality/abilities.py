"""What somebody can or could do: how far it is told that he does or did."""

from __future__ import annotations

from dataclasses import replace

from extract.factuality.conditions import condition_of
from extract.factuality.states import State, weaker
from extract.model import Modality, Polarity
from extract.syntax.tree import Word

ABILITIES = frozenset({"can", "could"})


def of_ability(word: Word, state: State, context: State) -> State:
    """What cannot be is as certain as what is not. "He died before he could sign it": he did not sign."""
    if state.polarity is not context.polarity:
        return state if state.open else replace(state, modality=context.modality)
    if _is_perceived(word) or _is_disclosed(word):
        return replace(state, modality=context.modality, mood=context.mood, cues=context.cues)
    if word.dep == "advcl" and any(c.lower == "before" for c in word.left):
        return replace(state, polarity=Polarity.NEGATIVE, modality=weaker(Modality.PROBABLE, context.modality))
    return state


def _is_perceived(word: Word) -> bool:
    """He could hear the alarm, could see a man running, smoke could be seen: he did, it was. "The town could see shops
    close" looks ahead, "it could be seen as a threat" judges."""
    subject = word.child("nsubj", "nsubjpass")
    if subject is None or condition_of(word) is not None:
        return False
    if any(c.lower == "can" for c in word.left):  # I can see the ferry from here
        return (
            word.lemma in ("see", "hear", "smell") and subject.lower in ("i", "we") and word.child("dobj") is not None
        )
    if not any(c.lower == "could" for c in word.left):
        return False
    if subject.dep == "nsubjpass":
        judged = any(c.lower == "as" for c in word.right)
        return word.lemma in ("see", "hear") and not judged and not any(c.lower in _NOT_YET for c in word.children)
    if subject.lower not in ("i", "he", "she", "we", "they") and subject.entity != "PERSON":
        return False
    if any(c.dep == "advmod" and c.lower in _NOT_YET for c in word.children):
        return False
    seen = word.child("ccomp")
    return word.lemma in ("hear", "smell") or (word.lemma == "see" and seen is not None and seen.tag == "VBG")


def _is_disclosed(word: Word) -> bool:
    """The Post can reveal that he lied, we can confirm that he did: so it does. Tests can reveal that: they may."""
    subject, content = word.child("nsubj"), word.child("ccomp")
    if word.lemma not in ("confirm", "disclose", "reveal") or subject is None or content is None or content.i < word.i:
        return False
    speaks = subject.lower in ("i", "we") or (subject.pos == "PROPN" and subject.tag != "NNPS")
    return speaks and any(c.lower == "can" for c in word.left) and condition_of(word) is None


_NOT_YET = frozenset({"soon", "still", "eventually", "possibly", "also"})
