"""Claims whose every part only points elsewhere: once pronouns are resolved, what is left open says nothing."""

from __future__ import annotations

from extract.english.wordlists import word_class
from extract.model import Argument, Claim, Mood, Polarity, Role
from extract.syntax.tree import Word

_THIRD = frozenset({"it", "that", "the same", "they", "this"})
_SPEAKING = frozenset({"i", "we", "you"})
_POINTING = frozenset({"it", "that", "this", "both", "here", "so", "there"})
_LOOSE = frozenset({Role.TIME, Role.MANNER, Role.MEASURE, Role.OTHER})
_WEATHER = word_class("verbs of the weather")
_FEW = 1  # word: "again"
_PERSONS = frozenset({"he", "she", "they"})
_ANYBODY = _PERSONS | _THIRD | _SPEAKING | {"one", "these", "those"}
DEMONSTRATIVES = frozenset({"that", "these", "this", "those"})
_THINGS = DEMONSTRATIVES | {"it"}
_LINKS = frozenset({"be", "become", "feel", "look", "remain", "seem", "sound"})
#: Only that somebody says or thinks so; not "announced", "denied", "warned", which tell more.
_OPINING = frozenset(
    {"add", "agree", "argue", "believe", "feel", "insist", "know", "note", "reiterate", "remark", "repeat"}
    | {"reply", "respond", "say", "see", "state", "suppose", "tell", "think", "write"}
)
_SHORT = 4  # words: "a pretty good idea"


def only_points(claim: Claim, *, content_told: bool = False, unknown: bool = False) -> bool:
    """Whether nothing in a claim says who did what: "it improves", "they may get there", "you need it".

    "They met for an hour" says how long, and "the plan preserves it" what preserves it. `content_told` says that what
    is said in it is a claim of its own, so that "he said that the mill had burned" adds nothing where he is nobody
    known. So does "if it fails" to the claim that it is the condition of. `unknown` says that sentences before it
    may tell what the subject is, or an object beside which nothing has a name, and that nobody knows: "The mayor
    spoke. That creates an opening", "They like it".
    """
    subject, obj = claim.subject, claim.object
    parts = (subject,) if obj is None or claim.qualifiers or subject.resolved else (subject, obj)
    if unknown and not _is_dated(claim) and any(_is_open(part, _THINGS) for part in parts):
        return True
    if claim.polarity is Polarity.POSITIVE and content_told and _is_open(claim.subject, _PERSONS):
        return True
    if claim.mood is Mood.CONDITION and _is_open(claim.subject, _ANYBODY):
        return True
    if obj is None and _stands_for_verb(claim):
        return True
    if any(q.role not in _LOOSE or len(q.text.split()) > _FEW for q in claim.qualifiers):
        return False
    if claim.relation.lemma == "include" and _is_open(subject, _THINGS):
        return True  # "These include lamps"
    if obj is not None and claim.relation.lemma in _LINKS and _is_open(subject, _THINGS) and _is_plain(obj.text):
        return True  # "It was a mistake"
    if _is_open(subject, _THIRD):
        return claim.relation.lemma not in _WEATHER if obj is None else _is_open(obj, _POINTING)
    return obj is not None and _is_open(subject, _SPEAKING) and _is_open(obj, _THIRD)


def only_opines(claim: Claim, content: Word) -> bool:
    """Whether somebody merely says that something is so: "Lund said it was a disaster", of what nobody knows.

    `content` is the head of what is said. Kept is what tells more: on which day somebody said so, that somebody
    denied, warned or announced it, what it does to what ("it hurts farmers"), a name or a number.
    """
    text = claim.object.text.removeprefix("that ") if claim.object is not None else ""
    plain = _is_plain(text[:1].lower() + text[1:])  # what is quoted opens with a capital
    bare = not _is_dated(claim) and claim.polarity is Polarity.POSITIVE
    return claim.relation.lemma in _OPINING and bare and plain and content.child("dobj") is None


def _is_dated(claim: Claim) -> bool:
    """It passed in June."""
    return any(q.role is Role.TIME and q.value for q in claim.qualifiers)


def _stands_for_verb(claim: Claim) -> bool:
    """ "So did the mayor", "The clerks don't"; not "The work was done", "It did well"."""
    forms = claim.relation.text.lower().split()
    acts = claim.relation.lemma == "do" and "done" not in forms and "doing" not in forms
    return acts and all(q.role is not Role.MANNER for q in claim.qualifiers)


def is_open(argument: Argument) -> bool:
    """Whether an argument is a pronoun of the third person that stands for nothing known."""
    return _is_open(argument, _PERSONS | _THINGS | {"her", "him", "them"})


def _is_open(argument: Argument, pronouns: frozenset[str]) -> bool:
    return argument.resolved is None and argument.text.lower() in pronouns


def _is_plain(text: str) -> bool:
    """Whether words are few, without a name or a number."""
    return len(text.split()) <= _SHORT and text.islower()
