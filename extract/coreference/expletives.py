"""`it` that stands for nothing: weather, time, clefts and clauses moved to the end."""

from __future__ import annotations

from extract.english.wordlists import entries
from extract.syntax.tree import Word
from extract.syntax.words import is_time

_WEATHER = frozenset({"rain", "snow", "hail", "drizzle", "thunder", "freeze", "pour"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "csubj", "acl", "relcl", "csubjpass", "pcomp"})
_INTRODUCERS = frozenset({"that", "to", "whether", "how", "why", "for", "if", "what", "who", "when", "where"})
_TASKS = frozenset(
    {"mistake", "shame", "pity", "crime", "privilege", "challenge", "relief", "struggle", "matter", "thing", "risk"}
) | frozenset({"job", "duty", "responsibility", "task", "turn", "role", "pleasure", "honor", "honour", "habit"})
_CLEAVING = frozenset({"for", "by", "through", "with", "because"})
#: Verbs whose object is something said.
_DOUBTING = frozenset({"believe", "deny", "doubt", "know", "mean", "prove", "regret"})
_JUDGEMENTS = frozenset({"oprd", "acomp", "ccomp", "advmod", "amod", "xcomp"})


def expletive(it: Word) -> bool:
    """Whether an `it` refers to nothing, so that nothing must be found for it."""
    verb = it.head
    if it.dep == "expl":
        return True
    if it.dep == "dobj":
        return _moved_object(it, verb)
    if it.dep not in {"nsubj", "nsubjpass"}:
        return False
    if verb.pos in {"ADJ", "NOUN"}:  # "found it hard to ...": a small clause
        return verb.head.lemma in entries("expletive_judging")
    return verb.lemma in _WEATHER or _copular(verb) or _moved_subject(it, verb)


def _moved_subject(it: Word, verb: Word) -> bool:
    """ "It seems that ...", "It was announced that ...", "It took years (to ...)"."""
    clauses = _clauses(verb)
    if verb.lemma in entries("expletive_raising"):
        return any(w.dep in {"ccomp", "advcl"} for w in clauses)
    if verb.lemma == "feel":
        return any(_is_like(w) for w in clauses)
    if it.dep == "nsubjpass" and verb.lemma in entries("expletive_reporting"):
        return any(w.dep in {"ccomp", "csubj", "advcl"} and _introduced(w) for w in clauses)
    if verb.lemma == "take" and (spent := verb.child("dobj")) is not None and is_time(spent):
        return True
    if verb.lemma == "make" and (thing := verb.child("dobj")) is not None and thing.lower in ("sense", "difference"):
        return any(map(_introduced, (*clauses, *_clauses(thing))))
    if verb.lemma in entries("expletive_costing"):
        return any(w.dep in {"xcomp", "advcl", "ccomp"} and _introduced(w) for w in clauses)
    return False


def _is_like(clause: Word) -> bool:
    """ "It felt like my head would burst", "It felt as if it would"."""
    return any(w.lower in ("like", "as") and w.i < clause.i for w in (*clause.left, *clause.head.right))


def _copular(verb: Word) -> bool:
    """ "It is clear that ...", "It was Hale who ...", "It is time to ...", "It is her job to ...", "It was Tuesday"."""
    if verb.lemma != "be":
        return False
    complement = verb.child("acomp", "attr", "oprd")
    clauses = _clauses(verb)
    if complement is None:
        return any(w.dep == "ccomp" for w in clauses) or _is_cleft(verb)
    if complement.dep == "acomp":
        return any(_introduced(w) for w in (*clauses, *_clauses(complement)))
    if complement.entity in {"DATE", "TIME"} or complement.lower == "time":
        return True
    if complement.lemma in _TASKS and any(_is_to(w) for w in (*clauses, *_clauses(complement))):
        return True
    if complement.pos == "PROPN" and any(w.dep == "relcl" for w in (*clauses, *_clauses(complement))):
        return True
    return any(w.dep in {"ccomp", "csubj"} and _introduced(w) for w in clauses)


def _is_cleft(verb: Word) -> bool:
    """ "It is for this reason that the mill closed"."""
    nouns = (w.child("pobj") for w in verb.right if w.dep == "prep" and w.lower in _CLEAVING)
    return any(noun is not None and any(map(_is_that, _clauses(noun))) for noun in nouns)


def _is_that(clause: Word) -> bool:
    return any(w.lower == "that" for w in clause.left)


def _is_to(clause: Word) -> bool:
    return any(w.tag == "TO" for w in clause.left)


def _clauses(word: Word) -> list[Word]:
    return [w for w in word.right if w.dep in _CLAUSES]


def _introduced(clause: Word) -> bool:
    """Whether a clause begins with "that", "to", "whether" or the like, or is a bare finite one."""
    return clause.dep == "ccomp" or any(w.lower in _INTRODUCERS for w in clause.left)


def _moved_object(it: Word, verb: Word) -> bool:
    """ "The ruling made it clear that ...", "Lund said so, but I doubt it": that she said so, and no thing."""
    if verb.lemma in _DOUBTING and not any(w.dep in _CLAUSES | _JUDGEMENTS for w in verb.right if w.i > it.i):
        return True
    if verb.lemma not in entries("expletive_judging"):
        return False
    later = [w for w in verb.right if w.i > it.i]
    judged = any(w.dep in _JUDGEMENTS and w.pos in {"ADJ", "NOUN"} for w in later)
    return judged and any(_clauses(w) or (w.dep in _CLAUSES and w.pos in {"VERB", "AUX"}) for w in later)
