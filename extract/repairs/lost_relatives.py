"""Relative clauses without the noun that they are about: where, whose, which and of what."""

from __future__ import annotations

from extract.claims.clauses import whole_of
from extract.claims.nounphrase import is_plural
from extract.claims.roles import is_person
from extract.english.wordlists import entries, word_class
from extract.factuality.signatures import reporting
from extract.repairs.antecedents import move
from extract.repairs.coordination import UNTIL
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    PAST_TAGS,
    SUBJECTS,
    conjuncts,
    is_finite,
    is_nominal,
    is_time,
    is_verbal,
    is_wh,
    opens_behind_comma,
    subject_label,
    that_mark,
)


def whose_before(noun: Word) -> None:
    """ "Lund, whose speech before parliament drew protests, left": the speech is the subject."""
    clause = noun.child("advcl")
    mark, name = (None, None) if clause is None else (clause.child("mark"), clause.child("nsubj"))
    if clause is None or mark is None or name is None or not any(w.tag == "WP$" for w in noun.left):
        return
    if mark.lower in UNTIL and mark.i == noun.i + 1 and is_finite(clause) and clause.child("expl") is None:
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
        last.adopt((w for w in first.right if w.text == "," and w.i == owner.i - 1), "punct")
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
    share, opener = verb.head, verb.left[0]
    if subject.lower == "of" and subject.i == share.i + 1 and share.dep == "appos":  # "two mayors, one of whom quit"
        verb.attach(share.head, "relcl")
        subject.attach(share, "prep")
        share.attach(verb, subject_label(verb))
        return
    counted = subject.tag == "CD" or any(w.tag == "CD" for w in subject.left) or subject.lower in _SHARES
    if opener.lower == "of" and counted and opener.right and is_wh(opener.right[0]) and subject.i > opener.i + 2:
        opener.attach(subject, "prep")
    if (whole := whole_of(subject)) is None:
        return
    noun = verb.head.child("dobj", "dative") if verb.dep == "ccomp" else _counted_before(verb, subject)
    if noun is not None and whole.lower == "whom" and not is_person(noun):  # "31 people for burns, four of whom"
        noun = next((w for w in noun.ancestors() if is_person(w) and is_plural(w)), noun)
    if noun is None or verb.i < noun.i or verb.holds(noun):
        return
    several = is_plural(verb.head) and is_person(verb.head)
    if noun.holds(verb.head) and not (whole.lower == "whom" and not several and is_person(noun)):
        return
    if verb.dep == "ccomp":
        noun.dep = "dobj"
    move(verb, noun)


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


@only_with("that")
def that_it_says(verb: Word) -> None:
    """ "She showed a phone on Monday that she says can fold": the phone can, and "that" opens no content."""
    content, above = verb.child("ccomp"), verb.head
    noun = above if is_nominal(above) else above.child("dobj")
    if content is None or noun is None or not is_finite(content) or verb.lemma not in reporting("verb"):
        return
    that = content.child(*SUBJECTS, "expl") or that_mark(verb)
    beside = any(w.i == verb.i + 1 for w in (content, *content.left))
    if that is not None and that.lower == "that" and that.tag == "IN" and noun.i < that.i < verb.i and beside:
        that.tag, that.pos = "WDT", "PRON"
        that.attach(content, subject_label(content))
        verb.attach(noun, "relcl")


@only_with("that")
def that_is_object(clause: Word) -> None:
    """ "They refused to hear an appeal that Lund filed": he filed the appeal, and "that" opens no content."""
    that = next((w for w in clause.left if w.lower == "that" and w.tag == "WDT" and w.dep == "dobj"), None)
    if that is not None and is_finite(clause) and clause.child(*SUBJECTS) is not None:
        clause.dep = "relcl"


@only_with("which", "that", "who", "whom")
def which_it_says(verb: Word) -> None:
    """ "The firm, which Brandt says Lund owned, failed": Lund owned the firm."""
    content = verb.child("ccomp")
    parts = [w for w in content.left if w.dep in {*SUBJECTS, "dobj"}] if content is not None else []
    if (
        content is None
        or len(parts) != 2
        or verb.lemma not in reporting("verb")
        or not parts[0].i < verb.i < parts[1].i
    ):
        return
    which = parts[0]
    torn = which.dep != "dobj" or content.tag == "VBN"
    if torn and which.tag in {"WDT", "WP"} and content.child(*AUXILIARIES, "dobj") in {None, which}:
        which.attach(verb, "dobj")
        content.retag("VBD" if content.tag == "VBN" else None)


@only_on("since")
def since_day(opener: Word) -> None:
    """ "A girl who had been missing since Monday was found": she was missing since then."""
    verb = opener.head
    day = next((w for w in verb.left if w.dep in SUBJECTS and w.i == opener.i + 1), None)
    before = next((w for w in verb.subtree() if w.i == opener.i - 1), opener)
    if day is not None and verb.child(*SUBJECTS) is not day and before.dep == "relcl" and is_time(day):
        opener.attach(before, "prep")
        day.attach(opener, "pobj")


@only_with("which", "whom")
def under_which(preposition: Word) -> None:
    """ "a plan under which firms could buy and sell land": both are under the plan."""
    verb = preposition.head
    if verb.dep == "conj" and preposition.i < verb.head.i and any(map(is_wh, preposition.right)):
        preposition.attach(verb.head, "prep")


def crash_that_killed(verb: Word) -> None:
    """ "Pilot blamed for crash that killed nine": the crash killed them, and nobody was blamed that they died."""
    that = verb.left[0] if verb.left else None
    if that is None or that.lower != "that" or that.tag != "WDT" or that.dep not in SUBJECTS or that.right:
        return
    host = verb.head
    parts = [w for part in (host, *host.right) if part is host or part.dep == "prep" for w in part.right]
    noun = next((w for w in parts if w.i == that.i - 1 and w.dep in {"pobj", "dobj"}), None)
    if noun is None or not is_nominal(noun) or is_time(noun) or host.lemma == "be" or not is_verbal(verb):
        return
    if all(w.dep in {"aux", "auxpass", "neg", "advmod"} for w in verb.left[1:]):
        verb.attach(noun, "relcl")


@only_with("who", "that", "which")
def who_did_it(clause: Word) -> None:
    """ "It was Brandt who, as a judge, signed the bill": a cleft, and what follows "who" is told about Brandt.

    "It was the mayor's speech in Lund that angered farmers": the speech did.
    """
    who, above = clause.child(*SUBJECTS), [clause.head, *clause.head.ancestors()]
    noun = next((w for w in above if w.dep == "attr"), clause.head.child("attr") if clause.dep == "ccomp" else None)
    if noun is None or who is None or who.tag not in {"WP", "WDT"} or noun.i > who.i or clause.head is noun:
        return
    named = noun.tag in {"NNP", "NNPS"} or any(w.dep == "poss" or w.lower == "the" for w in noun.left)
    one = named and not any(w.tag == "JJS" or w.lower in entries("ranks") for w in noun.left)
    beside = clause.dep == "ccomp" or all(w.dep in {"pobj", "prep"} for w in above[: above.index(noun)])
    if one and beside and any(w.dep in SUBJECTS and w.lower == "it" for w in noun.head.left):
        clause.attach(noun, "relcl")
