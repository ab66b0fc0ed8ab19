"""Further arguments of a clause: their words, and which branches of a verb are none."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from extract.claims.arguments import trimmed
from extract.claims.clauses import Clause
from extract.claims.proposal import Adjunct
from extract.claims.roles import role_of
from extract.english.wordlists import entries, word_class
from extract.model import Role
from extract.syntax.prepositions import prepositional
from extract.syntax.tree import Word
from extract.syntax.words import SUBJECTS, has_mark, is_finite, is_infinitive, is_time, is_verbal, is_wh


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
_HOW = word_class("nouns for how far")


def is_stranded(preposition: Word) -> bool:
    """ "the plan that they voted for", "looked at and bought the mill": what it governs is not below it."""
    if preposition.dep == "prep" and not (preposition.left or preposition.right):
        return True
    target = preposition.child("pobj") if preposition.dep == "prep" else None
    return target is not None and not preposition.right and is_wh(target)


def is_next(preposition: Word) -> bool:
    """ "fell before recovering", "was freed after being questioned": that is when."""
    doing = preposition.child("pcomp")
    return preposition.lower in {"after", "before", "since"} and doing is not None and doing.child("nsubj") is None


def dates(preposition: Word) -> bool:
    """ "met on Monday", "rose in the third week": when it was, not what it was about ("sentenced to two years")."""
    phrase = prepositional(preposition)
    if preposition.lower == "at" and phrase.target is not None and phrase.target.lower in _AT_MOST:
        return True  # "would not start before May at the earliest"
    return (
        preposition.lower != "to" and phrase.text != "out of" and phrase.target is not None and is_time(phrase.target)
    )


_AT_MOST = frozenset({"earliest", "latest", "least", "most", "best", "worst"})


def falls_under_denial(adjunct: Adjunct, clause: Clause) -> bool:
    """ "did not play (well)", "has not changed (much)": without it more is denied than the text denies.

    Not so a comment: "Lund did not resign obviously".
    """
    head, before = adjunct.head, adjunct.words[0].i - 1
    if head.dep != "advmod" or head.i < clause.verb.i or not any(w.dep == "neg" for w in clause.relation):
        return False
    parted = any(w.i == before and w.text == "," for w in head.head.right)
    much = head.lower in _SO and [w.lower for w in adjunct.words] != ["so", "far"]
    return not parted and head.lower not in _COMMENTS and (adjunct.role is Role.MANNER or much)


_COMMENTS = word_class("adverbs of comment") | entries("hearsay") | entries("probably") | entries("possibly")
#: Adverbs that say how much or how soon.
_SO = frozenset({"enough", "far", "immediately", "long", "much", "often", "right", "sooner"})


def says_among_what(adjunct: Adjunct, obj: Word) -> bool:
    """ "lost three (out of four games)", "was the worst (since May)", "finished second (in the race)".

    So with a noun that says nothing alone, "the case (for a strike)", wherever the parser hangs that.
    """
    head = adjunct.head
    if head.dep != "prep" or head.i != obj.subtree()[-1].i + 1:
        return False
    if head.lower == "out":
        return obj.tag == "CD"
    if obj.lemma in _EMPTY and [w.lower for w in obj.children] == ["the"]:
        told = head.lower != "by" and head.child("pcomp") is None and all(w.text != "," for w in adjunct.words)
        return told and adjunct.role in _LOOSE
    if obj.lower in {"place", "prize"}:
        return any(w.lower in _RANKS for w in obj.left)  # "won first prize (in the race)"
    parts = any(w.lower in {"a", "one"} for w in obj.left)  # "by a third"
    return (obj.tag == "JJS" and obj.lower != "most") or (obj.lower in _RANKS and not parts)


_EMPTY = word_class("nouns without content") | {"basis", "call", "case", "ground"}
_LOOSE = frozenset({Role.OTHER, Role.PURPOSE, Role.TOPIC, Role.ACCOMPANIMENT})
_RANKS = word_class("ordinals") | {"last"}


def is_joined(adverb: Adjunct, preposition: Word, clause: Clause) -> bool:
    """ "behave (differently) from", "will take (longer) to mend than", "did not speak (publicly) about"."""
    head = adverb.head
    if len(adverb.words) == 1 and preposition.lower == "than":
        return head.tag in {"RBR", "JJR"}
    if preposition.lower == "from" and head.lower in _APART and head.i == preposition.i - 1:
        return True
    return head.i < preposition.i and falls_under_denial(adverb, clause)


_APART = frozenset({"differently", "independently", "separately"})


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
