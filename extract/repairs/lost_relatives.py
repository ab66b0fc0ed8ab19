"""Relative clauses without the noun that they are about: where, whose, which and of what."""

from __future__ import annotations

from extract.claims.clauses import whole_of
from extract.claims.nounphrase import is_plural
from extract.claims.roles import is_person
from extract.english.wordlists import entries, word_class
from extract.factuality.signatures import reporting
from extract.repairs.occasions import only_with
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    PAST_TAGS,
    SUBJECTS,
    behind_comma,
    conjuncts,
    is_finite,
    is_nominal,
    is_time,
    is_verbal,
    is_wh,
    opens_behind_comma,
    subject_label,
)


@only_with("that")
def told_those_who(clause: Word) -> None:
    """ "She told nurses who filled the hall that pay would rise": that is what she told them."""
    mark = clause.child("mark")
    relative = next((w for w in clause.ancestors() if is_verbal(w) and w.dep in {"acl", "relcl"}), None)
    if relative is None or mark is None or mark.lower != "that":
        return
    cue = relative.head.head
    told = cue.lemma in entries("telling_verbs") and relative.head.dep in {"dobj", "dative"}
    again = relative.child("ccomp") is not clause and relative.child("ccomp") is not None
    if told and cue.child("ccomp") is None and (again or not _takes_content(relative)):
        clause.attach(cue, "ccomp")


def _takes_content(verb: Word) -> bool:
    return verb.lemma != "gather" and verb.lemma in reporting("verb")


_UNTIL = word_class("conjunctions of time that are prepositions too")


def whose_before(noun: Word) -> None:
    """ "Lund, whose speech before parliament drew protests, left": the speech is the subject."""
    clause = noun.child("advcl")
    mark, name = (None, None) if clause is None else (clause.child("mark"), clause.child("nsubj"))
    if clause is None or mark is None or name is None or not any(w.tag == "WP$" for w in noun.left):
        return
    if mark.lower in _UNTIL and mark.i == noun.i + 1 and is_finite(clause) and clause.child("expl") is None:
        first = noun.head
        clause.attach(first, "relcl")
        noun.attach(clause, subject_label(clause))
        mark.attach(noun, "prep")
        mark.pos = "ADP"
        name.attach(mark, "pobj")


def whose_of_last(verb: Word) -> None:
    """ "between police and protesters, whose anger grew": the protesters'."""
    first = verb.head
    subject = verb.child("nsubj", "nsubjpass", "dobj")
    owner = None if subject is None else next((w for w in subject.left if w.tag == "WP$"), None)
    others = conjuncts(first)
    if owner is None or len(others) < 2 or others[-1].i > owner.i:
        return
    last = others[-1]
    if last.subtree()[-1].i in {owner.i - 1, owner.i - 2} and last is not first and last.child("conj") is None:
        for comma in [w for w in first.right if w.text == "," and w.i == owner.i - 1]:
            comma.attach(last, "punct")
        verb.attach(last, "relcl")


def not_whom(clause: Word) -> None:
    """ "the dismissal of Lund, which he called a joke": "which" stands for no person."""
    noun, which = clause.head, next((w for w in clause.left if w.lower == "which" and w.tag == "WDT"), None)
    of = noun.head
    if which is None or noun.dep != "pobj" or of.lower != "of" or of.dep != "prep" or noun.tag != "NNP":
        return
    deed = of.head.lower.endswith(("al", "tion", "sion", "ment", "ing"))
    called = deed and clause.lemma in {"brand", "call", "describe", "dub", "label"}
    if noun.entity != "PERSON" and not called:
        return
    if which.dep in {"dobj", "nsubj", "nsubjpass"} and is_nominal(of.head) and not is_person(of.head):
        clause.attach(of.head, "relcl")


_ORDINALS = word_class("ordinals")


def is_ranked(noun: Word) -> bool:
    """Whether a noun says which of somebody's deeds something was: "his seventh goal of the season"."""
    own = noun.left[0] if noun.left and noun.left[0].tag == "PRP$" else None
    return own is not None and any(w.lower in _ORDINALS and w.i == own.i + 1 for w in noun.left)


def remark_behind(noun: Word) -> None:
    """ "He scored after Lund fell, a blow that rivals felt": he scored no blow.

    "He headed in a corner, his seventh goal": he headed no goal.
    """
    verb, start = noun.head, noun.subtree()[0]
    if _is_behind_only_comma(verb, noun, start):
        noun.dep = "dep"
        return
    if start.lower not in {"a", "an"} and not is_ranked(noun):
        return
    between = [w for w in verb.right if w.i < start.i and w.dep not in {"punct", "prt"}]
    if noun.dep == "attr":  # "is fanciful, a point that rivals make"
        between = [w for w in between if w.dep == "acomp"]
    if not between or verb.child("dative", "oprd") is not None:
        return
    comma = [w for w in verb.subtree() if w.i == start.i - 1 and w.text == "," and not noun.holds(w)]
    if not comma or any(w.dep in {"cc", "conj"} for w in between) or noun.child("cc", "conj") is not None:
        return
    if between[-1].dep in {"acomp", "advcl", "prep", "npadvmod", "advmod"}:
        noun.dep = "dep"


def _is_behind_only_comma(verb: Word, noun: Word, start: Word) -> bool:
    """ "The mill will not reopen, a decision he regrets", "She rose to ninth, her best place": no object of the verb.

    An object stands behind a comma only where a second one before it sets something apart: "bought, at last, a boat".
    """
    if noun.dep != "dobj" or start.dep not in {"det", "poss"} or verb.child("dative", "oprd") is not None:
        return False
    between = [w for w in verb.subtree() if verb.i < w.i < start.i and not noun.holds(w)]
    marks = [w for w in between if w.dep == "punct" or w.dep == "cc"]
    if len(marks) != 1 or marks[0].text != "," or marks[0].i != start.i - 1 or noun.child("cc", "conj") is not None:
        return False
    loose = {"acomp", "advmod", "npadvmod", "prep", "prt", "punct"}
    return all(w.dep in loose for w in verb.right if w.i < start.i)


def remark_on_content(noun: Word) -> None:
    """ "The paper said jobs would go, a hint at the mill": a hint is nothing that it said."""
    verb = noun.head
    if not any(w.dep == "ccomp" and w.i < noun.i for w in verb.right):
        return
    start = noun.subtree()[0]
    if start.lower in {"a", "an"} and behind_comma(start):
        noun.dep = "dep"


def where_of_first(where: Word) -> None:
    """ "the hall, where they sang and others danced": they sang there too."""
    verb = where.head
    first = verb.head
    if where.tag == "WRB" and verb.dep == "conj" and first.dep == "relcl" and where.i < first.i < verb.i:
        where.attach(first, "advmod")


def part_of_which(verb: Word) -> None:
    """ "found a crate of rings all of which bore a date": what they found is the crate, and no clause.

    "It has 60 nurses, most of whom have left", "3 million, of which half is spent", "six men with a net, one of whom":
    part of what stands before.
    """
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or verb.head is verb or not verb.left:
        return
    opener = verb.left[0]
    counted = subject.tag == "CD" or any(w.tag == "CD" for w in subject.left) or subject.lower in _SHARES
    if opener.lower == "of" and counted and opener.right and is_wh(opener.right[0]) and subject.i > opener.i + 2:
        opener.attach(subject, "prep")
    if (whole := whole_of(subject)) is None:
        return
    noun = verb.head.child("dobj", "dative") if verb.dep == "ccomp" else _counted_before(verb, subject)
    if noun is None or verb.i < noun.i or verb.holds(noun):
        return
    if noun.holds(verb.head) and not (whole.lower == "whom" and not is_plural(verb.head) and is_person(noun)):
        return
    if verb.dep == "ccomp":
        noun.dep = "dobj"
    verb.attach(noun, "relcl")


_SHARES = frozenset({"half", "many", "most", "much", "several", "some"})


def _counted_before(verb: Word, subject: Word) -> Word | None:
    """The plural or the sum before a comma, parts of which a clause is about."""
    start = subject.subtree()[0].i
    near = {w.i: w for w in verb.root.subtree() if start - 3 < w.i < start}
    comma, word = near.get(start - 1), near.get(start - 2)
    if comma is None or word is None or comma.text != ",":
        return None
    for noun in (word, *word.ancestors()):
        if noun.dep == "acl" and noun.tag in {"VBG", "VBN"}:
            continue  # "six men hauling a net, one of whom"
        if noun.tag == "CD" and noun.dep == "pobj" and noun.head.lower == "of" and is_nominal(noun.head.head):
            continue  # "a population of 4,000, most of whom"
        numbered = any(w.tag == "CD" for w in noun.left) or (noun.holds(word) and word.tag == "CD")
        many = noun.tag in {"NNS", "NNPS", "CD"} or numbered
        if is_verbal(noun) or (many and is_nominal(noun) and not is_time(noun)):
            return noun if is_nominal(noun) and not is_verbal(noun) else None
    return None


def after_relative(verb: Word) -> None:
    """ "a woman known for her voice, who was cheated by Lund, mocked by Holt and beaten": she was, and no voice is."""
    if verb.tag not in PAST_TAGS or verb.child("agent", "cc") is None:
        return
    if verb.child(*SUBJECTS, *AUXILIARIES, "mark") is not None:
        return
    start = verb.subtree()[0].i
    last = next((w for w in verb.head.root.subtree() if w.i == start - 2), verb)
    above = next((w for w in (last, *last.ancestors()) if w.dep == "relcl"), None)
    if above is None or above.child("auxpass") is None or above.holds(verb):
        return
    if verb.head.i < above.i and opens_behind_comma(verb):
        verb.attach(above, "conj")
