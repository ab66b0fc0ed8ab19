"""Negations on the wrong word: "not to the mayor but to his view", "all but one of her mills"."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.factuality.signatures import reporting
from extract.repairs.coordination import go_on
from extract.repairs.occasions import only_on
from extract.syntax.tree import Word
from extract.syntax.words import AUXILIARIES, SUBJECTS, TENSED_TAGS, is_nominal, is_verbal


def of_conjunction(adverb: Word) -> None:
    """ "He left not because he was ill", "He was held not long after she fled": he did leave, and she did flee."""
    mark = next((w for w in adverb.head.left if w.i == adverb.i + 1 and w.dep == "mark"), None)
    if mark is not None and mark.lower in ({"because", "since"} if adverb.dep == "neg" else {"after", "before"}):
        adverb.attach(mark, "advmod")


@only_on("not")
def not_doing(negation: Word) -> None:
    """ "The firm admitted not paying the fine": it admitted so, and "admitted" is no auxiliary."""
    gerund = negation.head
    verb = next((w for w in gerund.left if w.dep == "aux" and w.i == negation.i - 1), None)
    if verb is None or gerund.tag != "VBG" or verb.tag not in TENSED_TAGS or verb.lemma in {"be", "do", "get", "have"}:
        return
    verb.pos = "VERB"
    verb.take_place_of(gerund)
    verb.adopt(w for w in gerund.children if w.i < verb.i or w.dep in {"conj", "cc", "punct"})
    gerund.attach(verb, "xcomp")


@only_on("not")
def not_guilty(word: Word) -> None:
    """ "A not guilty plea was entered": it was."""
    guilty = next((w for w in word.head.left if w.i == word.i + 1 and w.dep == "amod"), None)
    if word.dep in {"neg", "advmod"} and guilty is not None and not word.left:
        word.attach(guilty, "advmod")


def no_more(verb: Word) -> None:
    """ "She said the dam was safe but did not elaborate", "... but gave no details": she did not."""
    first = verb.head
    cue, thing, subject = first.head, verb.child("dobj"), first.child(*SUBJECTS)
    if first.dep != "ccomp" or cue.lemma not in reporting("verb") or verb.child(*SUBJECTS, "mark") is not None:
        return
    able = any(w.lower == "could" for w in verb.left)  # "said it had not read the report and could not comment on it"
    silent = verb.lemma in {"elaborate", "comment"} and verb.child("neg") is not None and not able
    if thing is not None and verb.lemma in {"give", "offer", "provide"} and thing.lemma in {"detail", "explanation"}:
        inanimate = subject is not None and subject.tag[:3] != "PRP" and not is_person(subject)
        silent = inanimate and any(w.lower in {"no", "any"} for w in thing.left)
    if silent:
        go_on(verb, cue)


_ALL = frozenset({"all", "every", "everybody", "everyone", "many"})


def not_answered(word: Word) -> None:
    """ "Not at all," she said: she said so."""
    verb = word.head
    subject = verb.child("nsubj", "nsubjpass")
    first = None if subject is None else subject.subtree()[0]
    if subject is not None and first is not None and first.lower in _ALL and first.i == word.i + 1:
        word.attach(subject, "neg")  # "Not all voters were convinced": some were
        return
    if verb.lemma not in reporting("verb") or subject is None or not word.i < subject.i < verb.i:
        return
    if any(w.dep in AUXILIARIES and w.i < subject.i for w in verb.left):
        return
    if any(w.dep == "punct" and word.i < w.i < subject.i for w in verb.left):
        word.dep = "intj"


def after_auxiliary(negation: Word) -> None:
    """ "They have not, as yet, read it": nobody has read it yet."""
    if is_verbal(negation.head) and negation.head.dep not in AUXILIARIES:
        return
    auxiliary = next((w for w in negation.ancestors() if w.i == negation.i - 1 and w.dep in AUXILIARIES), None)
    if auxiliary is not None:
        negation.attach(auxiliary.head, "neg")


def not_just(negation: Word) -> None:
    """ "This is not just about rents": it is about rents too, and "just" belongs to "is not".

    "No doubt, firms should pay": that they should is what nobody doubts.
    """
    verb = negation.head
    said = verb.dep == "attr" and any(w.i > verb.i and w.dep != "punct" for w in verb.head.right)
    if verb.lower == "doubt" and (verb.dep in {"advmod", "npadvmod"} or said):
        negation.dep = verb.dep = "advmod"
        verb.retag("RB")
        return
    near = [*negation.right, *(w for c in verb.right for w in (c, *c.left))]
    just = next((w for w in near if w.i == negation.i + 1), None)
    if just is not None and just.lower in {"just", "merely", "only"} and is_verbal(verb) and not list(just.children):
        just.attach(verb, "advmod")


def of_auxiliary(word: Word) -> None:
    """ "Never has a mayor sold it": what is hung on the auxiliary denies the verb; "The ferry was not overloaded": what
    is hung on the predicate does, too."""
    above = word.head
    auxiliary = above.dep in {"aux", "auxpass"} and word.i < above.i
    predicate = above.dep in {"acomp", "attr"} and above.head.lemma == "be" and word.lower != "no"  # "no less costly"
    if auxiliary or (predicate and word.i == above.head.i + 1 < above.i):
        word.attach(above.head, "neg")


@only_on("barely", "hardly", "rarely", "scarcely", "seldom")
def seldom(adverb: Word) -> None:
    """ "Seldom do such storms reach Tarn": they seldom do."""
    if adverb.head.dep in AUXILIARIES and adverb.i < adverb.head.i:
        adverb.attach(adverb.head.head, "advmod")


def inverted(verb: Word) -> None:
    """ "Rarely has a mayor been so popular", "Not since 1953 had the river risen so high": the second verb is the main
    one, and what stands first belongs to it."""
    auxiliary, subject = verb.head, verb.child(*SUBJECTS)
    helps = auxiliary.lemma in {"be", "do", "have"} or auxiliary.tag == "MD"
    if not helps or subject is None or not auxiliary.left or auxiliary.child(*SUBJECTS, "expl", "dobj") is not None:
        return
    if verb.tag not in {"VB", "VBG", "VBN"} or subject.subtree()[0].i != auxiliary.i + 1 or verb.child("aux", "mark"):
        return
    verb.take_place_of(auxiliary)
    before = list(auxiliary.left)
    verb.adopt((*before, *auxiliary.right))
    auxiliary.attach(verb, "aux")
    for word in before:
        no = word.child("advmod", "neg")
        if word.dep == "mark" and no is not None:
            no.attach(verb, "neg")
            word.dep = "prep"


@only_on("that")
def denied_that(that: Word) -> None:
    """ "A spokesman denied that, saying ...": it stands for what was said before, and opens nothing."""
    verb = that.head
    bare = that.tag == "IN" and not that.right and that.i > verb.i and verb.child("ccomp", "xcomp", "csubj") is None
    if bare:
        that.tag, that.pos = "DT", "PRON"


_EACH = frozenset({"all", "any", "each", "every", "no"})
_ALL_OF_IT = frozenset({"all", "anyone", "anything", "everyone", "everything", "everywhere", "nobody", "nothing"})


def all_but(other: Word) -> None:
    """ "lost money in every year but one", "all but two left": not in that one, and not the two."""
    whole = other.head
    but = next((w for w in whole.right if w.dep == "cc" and w.lower == "but"), None)
    if but is None:
        return
    every = whole.lower in _ALL_OF_IT or any(w.lower in _EACH and w.dep == "det" for w in whole.left)
    if not every or other.subtree()[0].i != but.i + 1 or not is_nominal(other):
        return
    but.attach(whole, "prep", "IN")
    other.attach(but, "pobj")


def but_one(other: Word) -> None:
    """ "sold all but one of her mills": not all of them."""
    but = other.head
    if but.lower == "but" and but.dep == "cc":
        but.pos, but.tag, but.dep = "ADP", "IN", "prep"


def not_in_brackets(word: Word) -> None:
    """ "a song with drums (not a usual choice)": it is the choice that is denied."""
    choice = next((w for w in word.head.right if w.dep == "appos" and w.i > word.i), None)
    if choice is not None and is_nominal(word.head) and choice.subtree()[0].i == word.i + 1:
        word.attach(choice, "cc")


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


@only_on("neither", "nor")
def nor_did(denial: Word) -> None:
    """ "Lund did not reply, nor did a clerk": it is the clerk who did not."""
    did = next((w for w in denial.head.right if w.i == denial.i + 1 and w.lemma == "do"), None)
    who = did.child("dobj") if did is not None else None
    if did is not None and who is not None and did.child(*SUBJECTS) is None and who.subtree()[0].i == did.i + 1:
        who.dep = "nsubj"


@only_on("not")
def not_before(denial: Word) -> None:
    """ "Berg quit, but not before he had sold his shares": he had sold them."""
    verb, mark = denial.head, denial.head.child("mark")
    if mark is not None and mark.lower == "before" and denial.i == mark.i - 1 and verb.dep in {"conj", "advcl"}:
        denial.attach(mark, "neg")
        verb.dep = "advcl"
