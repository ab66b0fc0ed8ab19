"""Whether the words of a claim themselves say how far it holds: "tried to leave", "was nearly sold", "few people"."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise

from extract.english.negations import forms, says_not
from extract.english.wordlists import entries

#: The words of these say that something may be, and not that it was tried or planned.
_MODALS = frozenset(
    {"may", "might", "could", "can", "can't", "cannot", "should", "must", "would", "ought", "ca", "wo", "'d", "’d"}
)
_NOT = frozenset({"not", "n't", "n’t", "never", "no", "nor", "neither"})
_BARE = frozenset({"help", "let", "dare"})


@lru_cache(maxsize=50_000)
def says_how_far(relation: str) -> bool:
    """Whether a relation says by itself that what its last verb means need not have come about.

    "tried to storm", "was ordered to be moved", "'s hard to say", "stopped working", "was nearly hit". A modal does
    not count: "may leave" and "may try to leave" are possible, however one reads them; "is likely to" is probable.
    """
    words = relation.lower().split()
    if not _MODALS.isdisjoint(words) or "likely" in words:
        return False
    if _says_nearly(words) or not entries("weak_negators").isdisjoint(words):
        return True
    return "to" in words[1:-1] or not _governors().isdisjoint(words[:-1])


def _says_nearly(words: list[str]) -> bool:
    """ "was nearly hit", "all but admitted"; not: "tried but failed"."""
    return not entries("nearly").isdisjoint(words) or ("all", "but") in pairwise(words[:-1])


def modal_of_need(relation: str) -> str | None:
    """The modal of "may have to wait" and "would need to meet": nobody wishes it, it may be needed."""
    words = relation.lower().split()
    for at, word in enumerate(words[:-2]):
        if word in ("need", "have") and words[at + 1] == "to":
            return next((w for w in words[:at] if w in _MODALS), None)
    return None


#: By mood, the modals that leave it open by themselves.
_OPENING = {"wish": frozenset({"should", "must", "ought"}), "hypothesis": frozenset({"would", "'d", "’d"})}
_NEEDING = frozenset({"need", "needs", "needed", "have", "has", "had"})


def calls_for(relation: str, *, denied: bool = False) -> str | None:
    """The word for what a relation asks for by its first verb; None where somebody wishes it by another word.

    "should sign" calls for it, "must sign" and "need to sign" require it. If `denied`, "should not sign" advises
    against it, "must not sign" forbids it, and "need not sign" does not require it.
    """
    words = _plain(relation)
    first = next((w for w in words if w not in _NOT and w not in {"", "do", "does", "did"}), "")
    if first in {"should", "ought"}:
        return "advised against" if denied else "called for"
    if first == "must":
        return "forbidden" if denied else "required"
    following = next((w for w in words[words.index(first) + 1 :] if w not in _NOT), "") if first in words else ""
    if first in _NEEDING and (following == "to" or first == "need"):
        return "not required" if denied else "required"
    return None


def _plain(relation: str) -> list[str]:
    """The words of a relation, "mustn't" as "must"."""
    return [w.removesuffix("n't").removesuffix("n’t") for w in relation.lower().split()]


_WILL = frozenset({"will", "wo", "won't", "won’t", "'ll", "’ll", "shall"})


_SET = frozenset({"due", "scheduled", "set", "slated"})


def opens_by_modal(relation: str, mood: str) -> bool:
    """Whether a modal of a relation says what is wished or imagined: "should sign", "would pay"."""
    return not _OPENING.get(mood, frozenset()).isdisjoint(_plain(relation))


def says_will(relation: str) -> bool:
    """Whether a relation tells of what is to come, whatever verbs it has: "will be asked to go", "is due to open"."""
    words = relation.lower().split()
    return not _WILL.isdisjoint(words) or any(word in _SET and after == "to" for word, after in pairwise(words))


def says_few(subject: str) -> bool:
    """Whether a subject denies what is said of it, but not wholly: "few people", "hardly anybody"."""
    return next(iter(subject.lower().split()), "") in entries("weak_negators")


@lru_cache(maxsize=50_000)
def denies_by_word(relation: str) -> bool:
    """Whether a relation denies by another word than a negation: "failed to sign", "hardly grew", "was nearly hit"."""
    words = relation.lower().split()
    if any(w.endswith(("n't", "n’t")) for w in words):
        return False
    return _NOT.isdisjoint(words) and (says_not(relation) or _says_nearly(words))


def denies_what_follows(relation: str) -> bool:
    """Whether the word that denies has its infinitive or gerund there: "may fail to sign", not "had failed"."""
    words = relation.lower().split()
    return denies_by_word(relation) and ("to" in words[1:-1] or words[-1].endswith("ing"))


@cache
def _governors() -> frozenset[str]:
    """The forms of verbs that take a gerund or a bare infinitive: "considered selling", "helped raise"."""
    lines = (line.split() for line in entries("embedding"))
    verbs = {word for word, kind, frame, *_ in lines if kind == "verb" and frame == "ing" and "_" not in word}
    return frozenset(form for verb in verbs | _BARE for form in forms(verb))
