"""`it` that stands for nothing: weather, time, clefts and clauses moved to the end."""

from __future__ import annotations

from extract.tree import Word

_RAISING = frozenset({"seem", "appear", "happen", "turn", "emerge", "follow", "transpire", "look", "sound"})
_REPORTED = frozenset(
    [
        "say",
        "believe",
        "report",
        "think",
        "expect",
        "understand",
        "know",
        "allege",
        "assume",
        "suggest",
        "hope",
        "fear",
        "estimate",
        "claim",
        "argue",
        "announce",
        "decide",
        "agree",
        "reveal",
        "confirm",
        "note",
        "rumour",
        "rumor",
        "find",
        "show",
        "recommend",
        "feel",
        "consider",
        "predict",
    ]
)
_WEATHER = frozenset({"rain", "snow", "hail", "drizzle", "thunder", "freeze", "pour"})
_JUDGING = frozenset(
    {"make", "find", "think", "consider", "believe", "deem", "call", "leave", "take", "feel", "keep", "render"}
)
_CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "csubj", "acl", "relcl", "csubjpass"})


def expletive(it: Word) -> bool:
    """Whether an `it` refers to nothing, so that nothing must be found for it."""
    if it.dep == "expl":
        return True
    verb = it.head
    if it.dep in {"nsubj", "nsubjpass"}:
        return _moved_subject(it, verb) or _weather(verb) or _time(verb)
    return it.dep in {"dobj", "nsubj"} and _moved_object(it, verb)


def _moved_subject(it: Word, verb: Word) -> bool:
    """ "It is clear that ...", "It seems that ...", "It was announced that ...", "It took years to ..."."""
    if (
        verb.dep in {"ccomp", "xcomp"}
        and verb.lemma not in {"be", "seem", "appear"}
        and verb.child("aux", "auxpass") is None
    ):
        object_like = verb.pos in {"ADJ", "NOUN"}
        if object_like and verb.head.lemma in _JUDGING:
            return True
    clausal = [w for w in verb.right if w.dep in _CLAUSAL]
    if verb.lemma == "be":
        return _copular(it, verb, clausal)
    if verb.lemma in _RAISING:
        return any(w.dep == "ccomp" or w.dep == "advcl" for w in clausal)
    if it.dep == "nsubjpass" and verb.lemma in _REPORTED:
        return any(w.dep in {"ccomp", "csubj", "advcl"} and _introduced(w) for w in clausal)
    return verb.lemma in {"take", "cost", "help", "matter", "come"} and any(
        w.dep in {"xcomp", "advcl", "ccomp"} and _introduced(w) for w in clausal
    )


def _introduced(clause: Word) -> bool:
    """Whether a clause begins with `that`, `to`, `whether` or `how`, or is a bare finite one."""
    return (
        any(w.lower in {"that", "to", "whether", "how", "why", "for", "if", "what"} for w in clause.left)
        or clause.dep == "ccomp"
    )


def _copular(it: Word, verb: Word, clausal: list[Word]) -> bool:
    complement = verb.child("acomp", "attr", "oprd")
    if (complement is not None and complement.pos in {"ADJ", "ADV", "VERB"}) or (
        complement is not None and complement.dep == "acomp"
    ):
        inner = [w for w in complement.right if w.dep in _CLAUSAL]
        return any(_introduced(w) for w in [*clausal, *inner])
    if complement is not None and complement.dep == "attr":
        cleft = [w for w in [*clausal, *complement.right] if w.dep in {"relcl", "ccomp", "advcl", "acl"}]
        definite = complement.pos == "PROPN" or complement.tag == "PRP"
        if definite and any(w.dep == "relcl" for w in cleft):
            return True
        return any(w.dep in {"ccomp", "csubj"} and _introduced(w) for w in clausal)
    return any(w.dep == "ccomp" for w in clausal)


def _moved_object(it: Word, verb: Word) -> bool:
    """ "The ruling made it clear that ..."."""
    if verb.lemma not in _JUDGING:
        return False
    later = [w for w in verb.right if w.i > it.i]
    judged = any(w.dep in {"oprd", "acomp", "ccomp", "advmod"} and w.pos in {"ADJ", "NOUN"} for w in later)
    return judged and any(w.dep in _CLAUSAL and w.pos in {"VERB", "AUX"} for w in later for w in (w, *w.right))


def _weather(verb: Word) -> bool:
    return verb.lemma in _WEATHER


def _time(verb: Word) -> bool:
    """ "It was Tuesday", "it is time to act"."""
    if verb.lemma != "be":
        return False
    complement = verb.child("attr")
    return complement is not None and (complement.entity in {"DATE", "TIME"} or complement.lower == "time")
