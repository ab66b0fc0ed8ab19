"""Objects and subjects that belong to another verb than the one they hang on."""

from __future__ import annotations

from extract.repairs.occasions import only_on
from extract.syntax.tree import Word
from extract.syntax.words import (
    WEEKDAYS,
    is_infinitive,
    is_time,
    is_verbal,
)

_CHARGED = frozenset({"accuse", "acquit", "clear", "convict", "suspect"})


@only_on("of")
def charged_of(preposition: Word) -> None:
    """ "He was convicted in May of three counts of theft", "died last week of fever": May, the week are of nothing."""
    day, of_what = preposition.head, preposition.child("pobj", "pcomp")
    if not is_time(day) or of_what is None or is_time(of_what):
        return
    known = day.lower in WEEKDAYS or any(w.lower in {"last", "this", "next"} for w in day.left)
    known = known and not any(w.lower in {"the", "a"} for w in day.left)
    verb = day.head.head if day.dep == "pobj" and day.head.dep == "prep" else day.head
    if day.dep in {"pobj", "npadvmod"} and is_verbal(verb) and (known or verb.lemma in _CHARGED):
        start = (day if day.dep == "npadvmod" else day.head).subtree()[0].i
        last = next((w for w in verb.subtree() if w.i == start - 1), verb)
        charged = verb.lemma in _CHARGED or last.dep not in {"dobj", "pobj"}  # "led to the passage Monday of a bill"
        guilty = next((w for w in verb.right if w.dep in {"oprd", "acomp"} and w.i < day.i), verb)
        preposition.attach(guilty if charged else last, "prep")


def use_to(infinitive: Word) -> None:
    """ "the system that airlines use to file plans", "a gun that he later used to flee": not what they used to do."""
    verb, which = infinitive.head, next((w for w in infinitive.left if w.tag == "WDT"), None)
    once = any(w.lower in {"later", "then", "allegedly", "reportedly"} and w.i == verb.i - 1 for w in verb.left)
    if which is not None and which.dep == "dobj" and once:
        which.attach(verb, "dobj")
    if verb.lemma == "use" and is_infinitive(infinitive) and any(w.dep == "dobj" and w.tag == "WDT" for w in verb.left):
        infinitive.dep = "advcl"


@only_on("up")
def ground_up(particle: Word) -> None:
    """ "was built from the ground up": nothing was built up."""
    before = next((w for w in particle.head.subtree() if w.i == particle.i - 1), None)
    if before is not None and before.lower in {"bottom", "ground"} and before.dep == "pobj":
        particle.attach(before, "advmod")
