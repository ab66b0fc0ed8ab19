"""What the parser often gets wrong, set right in place before the rules read a sentence.

Each repair names the sentence it exists for, and acts only where the parse as it stands cannot be right.
"""

from __future__ import annotations

from collections.abc import Callable

from extract.lexicon import entries
from extract.signatures import reporting
from extract.titles import join_titles
from extract.tree import Tree, Word
from extract.words import AUXILIARIES, TIME_ENTITIES, is_time


def mend(tree: Tree) -> None:
    """Re-tags and re-attaches words of `tree` where a general rule shows that the parse cannot be right."""
    join_titles(tree)
    for word in tree.words:
        for repair in _REPAIRS.get(word.dep, ()):
            repair(word)
    tree.roots = [w for w in tree.words if w.head is w]


def _auxiliaries(verb: Word) -> list[Word]:
    return [w for w in verb.left if w.dep in AUXILIARIES]


def _has_subject(verb: Word) -> bool:
    return verb.child("nsubj", "nsubjpass", "csubj", "expl") is not None


def _past_not_participle(verb: Word) -> None:
    """ "She opened the door, checked the room and left": `checked` is no participle, for it has an object."""
    if verb.tag != "VBN" or verb.head.i > verb.i or verb.head.tag != "VBD" or verb.child("dobj") is None:
        return
    if _auxiliaries(verb) or _has_subject(verb) or verb.child("mark", "agent") is not None:
        return
    verb.tag = "VBD"
    verb.attach(verb.head, "conj")


def _participle_not_past(verb: Word) -> None:
    """ "The pipe was cut into pieces and removed": `removed` shares "was", for it has no object."""
    first = verb.head
    if verb.tag != "VBD" or first.tag != "VBN" or _has_subject(verb) or _auxiliaries(verb):
        return
    if first.child("auxpass") is None or verb.child("dobj", "ccomp", "xcomp") is not None:
        return
    if verb.lemma not in entries("intransitive_verbs"):
        verb.tag = "VBN"


def _object_before_time(time: Word) -> None:
    """ "The plan would win praise years later": `praise` is the object, no part of the time."""
    verb = time.head if time.head.pos in {"VERB", "AUX"} else time.head.head
    if time.entity not in TIME_ENTITIES or not time.left or verb.child("dobj") is not None or verb.pos != "VERB":
        return
    first = time.left[0]
    if first.dep == "compound" and not first.entity and first.i > verb.i:
        first.attach(verb, "dobj")


def _clause_before(verb: Word) -> None:
    """A clause before the subject is what the verb says only if the verb can say something.

    "The old bridge was closed; a new one is being built" has two statements; in "Their papers lost, they
    headed for the border" the first is an adjunct.
    """
    head = verb.head
    subject = head.child("nsubj", "nsubjpass")
    if subject is None or not verb.i < subject.i or head.lemma in reporting("verb"):
        return
    bare = verb.tag in {"VBN", "VBG"} and not _auxiliaries(verb)
    verb.dep = "advcl" if bare else "parataxis"


def _year_of_date(year: Word) -> None:
    """ "On March 3, 1961": the year belongs to the date and is no apposition to it."""
    if year.tag == "CD" and year.entity == "DATE" == year.head.entity:
        year.dep = "nummod"


def _number_after_of(of: Word) -> None:
    """ "a total of seven issues": `of` hangs on "total", and "issues" on `of`."""
    number = of.head
    noun, total = number.head, of.left[-1] if of.left else None
    if of.lower != "of" or number.dep != "nummod":
        return
    if total is None:
        total = next((w for w in (*noun.head.left, *noun.head.right, noun.head) if w.i == of.i - 1), None)
        total = total or next((c for w in noun.head.right for c in w.right if c.i == of.i - 1), None)
    if total is None or total.i != of.i - 1 or total.pos != "NOUN" or noun.is_root:
        return
    if total.head is of:
        total.attach(noun.head, noun.dep)
    of.attach(total, "prep")
    noun.attach(of, "pobj")


def _agent(by: Word) -> None:
    """ "The method was used many times by early printers": a person or thing after "by" is the agent."""
    if by.lower != "by" or by.head.tag != "VBN" or by.head.child("auxpass", "agent") is None:
        return
    target = by.child("pobj")
    if target is not None and not is_time(target) and target.tag != "CD" and by.head.child("agent") is None:
        by.dep = "agent"


def _ground(preposition: Word) -> None:
    """ "The court fined a baker for selling old bread": the ground hangs on "fined", not on "baker"."""
    noun = preposition.head
    if preposition.lower == "for" and noun.dep == "dobj" and noun.head.lemma in entries("for_verbs"):
        preposition.attach(noun.head, "prep")


Repair = Callable[[Word], None]
_REPAIRS: dict[str, tuple[Repair, ...]] = {
    "appos": (_year_of_date,),
    "quantmod": (_number_after_of,),
    "advcl": (_past_not_participle,),
    "prep": (_agent, _ground),
    "conj": (_participle_not_past,),
    "npadvmod": (_object_before_time,),
    "ccomp": (_clause_before,),
}
