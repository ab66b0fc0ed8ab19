"""Further arguments of a clause: their words, and which branches of a verb are none."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from extract.claims.arguments import trimmed
from extract.claims.proposal import Adjunct
from extract.claims.roles import role_of
from extract.english.wordlists import entries
from extract.model import Role
from extract.syntax.prepositions import prepositional
from extract.syntax.tree import Word
from extract.syntax.words import SUBJECTS, has_mark, is_finite, is_infinitive, is_verbal, is_wh


def adjunct(head: Word) -> Adjunct | None:
    """The further argument that `head` opens, or None for a word that says nothing by itself ("however")."""
    if is_wh(head) or head.lower in entries("connectives") or _is_comment(head):
        return None
    words = trimmed(head.subtree(_outside(head)))
    if " ".join(w.lower for w in words) in entries("connectives"):
        return None
    if not words or (words[0].tag == "WDT" and not is_stranded(head)) or is_wh(words[-1]):
        return None
    if len(words) == 1 and words[0].lower in {"that", "which"}:
        return None  # "said on Monday that he would go": it only joins
    if len(words) == 2 and words[0].lower == "how" and head is words[1]:
        return None  # "asked how long he had been there": it only asks
    if len(words) <= 3 and any(w.tag == "WDT" for w in words[1:]):
        return None  # "for ten years, during which time it closed"
    if not any(c.isalnum() for w in words for c in w.text):
        return None  # the full stop of "Snyder Ave.", the hyphen of "half-said"
    if head.dep in {"prep", "agent"} and len(words) == 1 and prepositional(head).target is None:
        return None
    role = role_of(head)
    return None if role is Role.MEASURE and not _is_amount(head, words) else Adjunct(role, head, words)


def _is_amount(noun: Word, words: tuple[Word, ...]) -> bool:
    """ "fell ten metres", "live next door", "went a long way", but no "rose 10%, a blow to", "I know, Mr. Lund"."""
    if any(w.tag == "CD" or w.entity in _AMOUNTS or any(map(str.isdigit, w.text)) for w in words):
        return True
    return noun.lemma.lower() in _HOW or noun.lower in _HOW


_AMOUNTS = frozenset({"PERCENT", "MONEY", "QUANTITY", "CARDINAL"})
#: Nouns that say how, how far or how much without a preposition.
_HOW = frozenset(
    {"amount", "bit", "course", "deal", "degree", "direction", "door", "extent", "face", "fold", "foot", "hand", "home"}
    | {"inch", "little", "lot", "margin", "mile", "paycheck", "part", "route", "side", "step", "style", "time", "way"}
    | {"half", "third", "quarter", "dozen", "hundred", "thousand", "percent", "cent", "point", "metre", "meter", "km"}
)


def is_stranded(preposition: Word) -> bool:
    """ "the plan that they voted for", "looked at and bought the mill": what it governs is not below it."""
    if preposition.dep == "prep" and not (preposition.left or preposition.right):
        return True
    target = preposition.child("pobj") if preposition.dep == "prep" else None
    return target is not None and not preposition.right and is_wh(target)


def _is_comment(head: Word) -> bool:
    """ "As can be seen", "Still, ...", "Finally, ...": a comment on the sentence, with no subject of its own.

    A finite clause without a conjunction ("Oslo sells oil, Bern makes clocks") is a sentence of its own.
    """
    if head.dep != "advcl":
        return head.text in {"Finally", "Still"} and any(w.text == "," and w.i == head.i + 1 for w in head.head.left)
    subject = head.child("nsubj", "nsubjpass")
    if subject is not None:
        if subject.lower == "it" and head.lower in {"turned", "turns", "happened", "happens"} and not head.child("neg"):
            return has_mark(head, "as")  # "as it turned out"
        return is_finite(head) and not any(w.dep in {"mark", "prep"} or w.tag[0] == "W" for w in _openers(head))
    return has_mark(head, "as")


def _openers(verb: Word) -> Iterator[Word]:
    for word in verb.left:
        yield word
        yield from word.left


def _outside(head: Word) -> Callable[[Word], bool]:
    joint = [w for w in head.right if w.dep == "conj"]
    bare = is_infinitive(head) and all(w.tag == "VB" and not w.left for w in joint)  # "to heat and maintain"
    if head.dep == "prep" and head.child("pobj", "pcomp") is None:
        bare = bare or len(prepositional(head).words) > 1  # "before and after the vote"
    if head.dep == "advcl" and not is_infinitive(head):  # "after a hunter shot and ate a hare"
        bare = bool(joint) and all(is_verbal(w) and _goes_on(head, w) for w in joint)

    def outside(word: Word) -> bool:
        return word.head is head and (word.dep in {"conj", "cc"} and head.dep != "advmod" and not bare)

    return outside


def _goes_on(clause: Word, joined: Word) -> bool:
    """ "after a hunter shot and ate a hare", "if it rains or if it snows", "if the dam breaks and the river rises"."""
    mark, own = clause.child("mark"), joined.child("mark")
    if own is not None:
        contrast = any(w.dep == "cc" and w.lower == "but" and w.i < joined.i for w in joined.head.right)
        return mark is not None and own.lower == mark.lower and not contrast  # "not because he was ill but because ..."
    if joined.child(*SUBJECTS, "expl") is None:
        return True
    first = joined.subtree()[0].i
    apart = any(w.text in {",", ";"} and w.i in {first - 1, first - 2} for w in (*clause.right, *joined.head.right))
    return mark is not None and mark.lower in {"if", "unless"} and not apart
