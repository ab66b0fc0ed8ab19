"""Complements that the parser cut off their verb, or hung on the wrong one."""

from __future__ import annotations

from extract.factuality.signatures import reporting
from extract.repairs.occasions import only_with
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    SUBJECTS,
    is_finite,
    is_infinitive,
    is_nominal,
    is_time,
    is_verbal,
)

PERCEIVING = frozenset({"hear", "see", "watch"})


@only_with("now")
def now_that(verb: Word) -> None:
    """ "They want to know more, now that the names are out": a time, and no content."""
    mark = verb.child("mark")
    if mark is None or mark.lower != "that":
        return
    now = next((w for w in verb.head.subtree() if w.lower == "now" and w.i == mark.i - 1), None)
    told = verb.head.lemma in reporting("verb") and verb.head.child("dobj") is None
    if now is None or now is verb.head or (told and now.head is verb.head):
        return
    by = next((w for w in verb.head.right if w.lower == "by" and w.i == now.i - 1), None)
    if by is not None:  # "They know by now that it leaks"
        now.attach(by, "pcomp")
        verb.attach(verb.head, "ccomp")
        return
    above = next((w for w in verb.ancestors() if is_verbal(w) and is_finite(w)), verb.head)
    now.attach(verb if now.head is verb.head else mark, "advmod")
    verb.attach(above, "advcl")


def content_of_main(verb: Word) -> None:
    """ "Lund said after the news broke that he would pay": the clause says what he said."""
    above, mark = verb.head, verb.child("mark")
    if above.dep != "advcl" or above.child("mark") is None or mark is None or mark.lower != "that":
        return
    main = above.head
    if above.lemma in reporting("verb") or main.lemma not in reporting("verb") or main.i > above.i:
        return
    if main.child("ccomp", "dobj") is None:
        verb.attach(main, "ccomp")


def not_long(adverb: Word) -> None:
    """ "He was held not long after she fled": she did flee."""
    mark = next((w for w in adverb.head.left if w.dep == "mark" and w.i == adverb.i + 1), None)
    if mark is not None and mark.lower in {"after", "before"}:
        adverb.attach(mark, "advmod")


def beside_verb(adverb: Word) -> None:
    """ "Reed afterward struck a friendly tone": no part of who did."""
    noun = adverb.head
    verb = noun.head
    hard = noun.dep == "advmod" and (noun.lower == "hard" or noun.lower.endswith("ly")) and verb.pos == "VERB"
    if adverb.lower in _BACK and adverb.i == verb.i + 1 == noun.i - 1 and hard:
        adverb.attach(verb, "prt")  # "She pushed back hard on the claims"
    if noun.dep not in {"nsubj", "nsubjpass"} or not noun.i < adverb.i < verb.i or adverb.left or adverb.right:
        return
    free = adverb.lower in _FREE or (adverb.lower.endswith("ly") and adverb.lower != "only")
    if free and adverb.i + 1 in {w.i for w in (verb, *verb.left)}:
        adverb.attach(verb, "advmod")


_BACK = frozenset({"ahead", "away", "back", "down", "off", "out", "up"})
_FREE = frozenset(
    {"afterward", "afterwards", "already", "also", "later", "never", "now", "often", "once", "soon", "then", "twice"}
)


_STANDING = frozenset({"hang", "lie", "lurk", "rest", "sit", "stand"})


def inverted(noun: Word) -> None:
    """ "At the centre of the row is the mayor", "On the wall hangs a map": who is there stands behind the verb."""
    verb = noun.head
    placed = verb.lemma in _STANDING and noun.subtree()[0].i == verb.i + 1 and not verb.child("aux", "auxpass")
    if (
        not (placed or (verb.lemma == "be" and noun.dep == "attr"))
        or noun.i < verb.i
        or verb.child(*SUBJECTS, "expl", "mark", "acomp") is not None
    ):
        return
    opener = verb.left[0] if verb.left else None
    if opener is None or opener.dep != "prep" or opener.child("pobj") is None:
        return
    asked = any(w.tag[0] == "W" for w in opener.subtree())
    if not asked and is_finite(verb) and is_nominal(noun) and not is_time(noun):
        noun.dep = "nsubj"


def after_opening(root: Word) -> None:
    """ "While on the way to the hut he slipped": the sentence lost its main verb in what stands before it."""
    if root.tag not in {"IN", "RB", "VBG"} or is_finite(root) or root.child(*SUBJECTS, "expl") is not None:
        return
    verb = next((w for w in root.subtree() if w.dep == "relcl" and is_finite(w)), None)
    subject = None if verb is None else verb.child("nsubj", "nsubjpass")
    if verb is None or subject is None or subject.tag != "PRP" or verb.child("mark") is not None:
        return
    if subject.subtree()[0].i != verb.head.i + 1 or is_infinitive(verb):
        return
    verb.lead()
    root.attach(verb, "advcl" if root.child("mark") is not None or root.tag == "VBG" else "prep")
    for word in [w for w in root.right if w.dep == "punct" and w.i > verb.i]:
        word.attach(verb, "punct")


@only_with("so")
def so_that(verb: Word) -> None:
    """ "The mill was so badly damaged that it closed": it did so then, and nothing damaged that."""
    head, that = verb.head, next((w for w in verb.left if w.lower == "that" and w.dep in {"dobj", "mark"}), None)
    if that is None:
        return
    state = head.head.child("acomp") if head.dep == "nsubj" and head.i > head.head.i else None
    if state is not None and any(w.lower == "so" for w in state.left):  # "So loud was the blast that windows broke"
        that.dep = "mark"
        verb.attach(head.head, "advcl")
        return
    if that.dep == "dobj":
        return
    if any(w.lower == "so" and w.i < head.i for a in head.left for w in (a, *a.left)):
        verb.dep = "advcl" if head.lemma not in reporting("verb") else verb.dep
        return
    thing = (
        head
        if head.dep in {"attr", "dobj", "pobj"}
        else next((w for w in head.right if w.dep in {"attr", "dobj"}), head)
    )
    if any(w.lower == "so" and w.i < thing.i for a in thing.left for w in a.left) and thing.i < that.i:
        above = thing  # "He told so many lies that nobody believed him"
        while above.dep in {"attr", "dobj", "pobj", "prep"}:
            above = above.head
        verb.attach(above, "advcl")


def perceived(verb: Word) -> None:
    """ "The man who saw his aunt fall said so": of the two it is the second that he did."""
    subject = verb.child("nsubj") if verb.tag in {"VB", "NN"} else None
    clause = None if subject is None else subject.child("relcl", "acl")
    if clause is None or clause.lemma not in PERCEIVING or verb.child(*AUXILIARIES) is not None:
        return
    noun = clause.child("dobj")
    near = (verb.head, *verb.right, *(w for w in verb.head.right if w.dep == verb.dep))
    finite = [w for w in near if w.i > verb.i and (w.tag in {"VBD", "VBZ"} or (w.tag == "VBN" and is_finite(w)))]
    main = next((w for w in finite if w.child("mark") is None and w.child(*SUBJECTS) in {None, verb}), None)
    if noun is None or main is None or subject is None or noun.subtree()[-1].i + 1 != verb.i:
        return
    if main is not verb.head:
        main.take_place_of(verb)
    for word in [w for w in (*verb.left, *verb.right) if w.i > main.i or w.i < noun.i]:
        word.attach(main, word.dep)
    verb.pos, verb.tag = "VERB", "VB"
    verb.attach(clause, "ccomp")
    noun.attach(verb, "nsubj")


def called_what(noun: Word) -> None:
    """ "a pact that he called a mistake": the pact is what is called so."""
    verb = noun.head
    described = noun.left and noun.left[0].lower in {"a", "an", "the"} and noun.i > verb.i
    if verb.dep == "relcl" and verb.lemma in _NAMING and described and verb.child("oprd") is None:
        noun.dep = "oprd"


_NAMING = frozenset(
    {"brand", "call", "consider", "declare", "deem", "dub", "elect", "label", "name", "nickname", "proclaim"}
)


def behind_as(noun: Word) -> None:
    """ "The gang claims as its turf the old harbour": the harbour is what it claims."""
    turf = noun.head
    opener = turf.head
    if turf.dep != "pobj" or opener.lower != "as" or not is_verbal(opener.head) or opener.i != opener.head.i + 1:
        return
    verb = opener.head
    first = noun.subtree()[0]
    if verb.child("dobj", "auxpass") is not None or first.i != turf.i + 1 or first is noun:
        return
    noun.attach(verb, "dobj")
