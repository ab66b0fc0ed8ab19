"""Second verbs that the parser took for adjectives or nouns, or hung on the wrong first one."""

from __future__ import annotations

from extract.repairs.occasions import only_on
from extract.syntax.tree import Word
from extract.syntax.words import AUXILIARIES, SUBJECTS, is_infinitive, is_verbal


def bare_among_infinitives(verb: Word) -> None:
    """ "hit its power to buy parts, have ships built and pay its crews": all that is what it had the power for."""
    first = verb.head
    if verb.lower != verb.lemma or verb.tag not in {"VB", "VBP"} or first.tag not in {"VBD", "VBZ", "VBN", "VBG"}:
        return
    if not is_verbal(first) or verb.child(*SUBJECTS, *AUXILIARIES, "mark", "expl") is not None:
        return
    infinitives = [w for w in first.subtree() if first.i < w.i < verb.i and is_infinitive(w) and not verb.holds(w)]
    if not infinitives or infinitives[-1].head is first:
        return
    for word in [w for w in first.right if w.dep in {"cc", "punct"} and infinitives[-1].i < w.i < verb.i]:
        word.attach(infinitives[-1], word.dep)
    verb.attach(infinitives[-1], "conj")


@only_on("not")
def not_to_but_to(denial: Word) -> None:
    """ "was referring not to the mayor but to his view": to his view."""
    first = next((w for w in (denial.head, *denial.head.right) if w.i == denial.i + 1), denial)
    second = next((w for w in first.right if w.dep == "conj" and w.pos == "ADP"), None)
    but = next((w for w in first.right if w.lower == "but"), None)
    if first.pos != "ADP" or first.dep != "prep" or denial.dep != "neg" or second is None or but is None:
        return
    denial.attach(first, "neg")
    second.attach(first.head, first.dep)
    but.attach(second, "cc")
