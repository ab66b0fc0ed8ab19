"""Words that were read as another kind: a verb as part of a name, a list's last item as a deed."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.english.wordlists import word_class
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    NOUNS,
    PAST_TAGS,
    SUBJECTS,
    conjuncts,
    first_conjunct,
    has_before,
    is_finite,
    is_nominal,
    is_time,
    is_verbal,
    subject_label,
)

_UNTIL = word_class("conjunctions of time that are prepositions too")

_ACCUSATIONS = frozenset({"accusation", "allegation", "charge", "count", "crime", "offence", "offense", "suspicion"})
_CUES = frozenset({"allege", "alleges", "believe", "believes", "say", "says"})


def cue_in_name(name: Word) -> None:
    """ "Police allege Adam Kirk opened fire": no part of his name."""
    verb = name.head
    cue = next((w for w in name.left if w.lower in _CUES and w.dep == "compound" and w.text.islower()), None)
    if cue is None or name.pos != "PROPN" or not is_finite(verb) or verb.child("mark", "ccomp") is not None:
        return
    before = [*(w for w in name.left if w.i < cue.i), *cue.left]
    if not before or before[-1].i != cue.i - 1 or not is_nominal(before[-1]) or cue.right:
        return
    speaker = before[-1]
    cue.take_place_of(verb)
    cue.pos, cue.tag, cue.lemma = "VERB", "VBP", cue.lower.removesuffix("s")
    for word in [w for w in verb.children if w.i < cue.i or (w.text == "." and cue.is_root)]:
        word.attach(cue, word.dep)
    verb.attach(cue, "ccomp")
    for word in before[:-1]:
        word.attach(speaker, word.dep)
    speaker.attach(cue, "nsubj")


def across_verb(noun: Word) -> None:
    """ "Study links night work to poor sleep": the work is what it links, and no other name of the study."""
    verb = noun.head.head if noun.head.dep == "nsubj" else noun.head
    if not is_verbal(verb) or not is_finite(verb) or not noun.head.i <= verb.i < noun.subtree()[0].i:
        return
    if verb.i + 1 == noun.subtree()[0].i and verb.child("dobj", "attr", "acomp", "ccomp", "xcomp") is None:
        noun.attach(verb, "attr" if verb.lemma == "be" else "dobj")


def emphatic(pronoun: Word) -> None:
    """ "something we could never have built ourselves": what we could not build is that."""
    clause = pronoun.head
    own = clause.child("nsubj")
    if not pronoun.lower.endswith(("self", "selves")) or clause.dep != "relcl" or own is None:
        return
    if clause.child("prep", "prt") is not None or any(w.tag in {"WDT", "WP", "WRB"} for w in clause.left):
        return
    if own.tag == "PRP" and pronoun.i > clause.i:
        pronoun.dep = "npadvmod"


def gerund_in_list(gerund: Word) -> None:
    """ "was arrested on charges of theft, fraud and inciting a riot": that is what he was accused of.

    "useful for staying fit and finding routes", "accused of hiding losses, bribing clerks and lying": so with what
    stands beside another gerund behind a preposition. No finite verb has a gerund for its conjunct.
    """
    verb = gerund.head
    taken = gerund.tag == "NN" and gerund.lower.endswith("ing") and gerund.child("dobj") is not None
    if not (gerund.tag == "VBG" or taken) or verb.tag == "VBG" or has_before(gerund, {*AUXILIARIES, *SUBJECTS, "mark"}):
        return
    if any(w.dep in AUXILIARIES and w.lemma == "be" and w.dep == "aux" for w in verb.left):
        return
    edge = gerund.subtree()[0].i
    joint = next((w for w in verb.right if w.dep == "cc" and w.i == edge - 1), None)
    passive = verb.lemma == "be" or verb.child("auxpass") is not None or verb.dep == "dobj"
    series = passive and any(w.dep == "conj" and w.tag == "VBG" for w in gerund.subtree())
    comma = next((w for w in gerund.root.subtree() if series and w.i == edge - 1 and w.text == ","), None)
    if joint is None and comma is None:
        return
    first = _charge_before(verb, joint) or _gerund_before(gerund, edge)
    if first is not None:
        for between in (joint, comma):
            if between is not None:
                between.attach(first, between.dep)
        gerund.pos, gerund.tag = "VERB", "VBG"
        gerund.attach(first, "conj")


def _charge_before(verb: Word, joint: Word | None) -> Word | None:
    if joint is None:
        return None
    for opener in (w for w in verb.right if w.dep == "prep" and w.i < joint.i):
        noun = opener.child("pobj")
        of = None if noun is None else noun.child("prep")
        crime = None if of is None else of.child("pobj")
        if noun is not None and noun.lemma in _ACCUSATIONS and crime is not None:
            last = conjuncts(crime)[-1]
            if last.subtree()[-1].i >= joint.i - 2:
                return last
    return None


def _gerund_before(gerund: Word, edge: int) -> Word | None:
    """The last gerund behind a preposition, or the object that it was read as a part of, right before `edge`."""
    above = next((w for w in gerund.ancestors() if is_verbal(w) and w.tag != "VBG"), gerund.root)
    openers = [w for w in above.subtree() if above.i < w.i < edge and w.lower.endswith("ing") and w is not gerund]
    for word in reversed(openers):
        if word.lower == "including" or (word.tag == "VBG" and word.dep in {"compound", "amod"} and word.head.left[1:]):
            continue
        whole = word.head if word.dep in {"compound", "amod"} else word
        if word.tag != "VBG" and whole is word:
            continue
        behind = whole.head.pos == "ADP" or whole.head.lower == "including"
        listed = whole.dep == "xcomp" and whole.head.lemma == "include"
        if not listed and not (behind and whole.subtree()[0] is word and whole.head.i == word.i - 1):
            if word.tag == "VBG" and whole is word:
                return None
            continue
        last = conjuncts(whole)[-1]
        ends = max((w.i for w in last.subtree() if w.i < edge), default=-1)
        return last if edge - 3 <= ends and last is not gerund and whole not in gerund.head.ancestors() else None
    return None


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


def item_not_deed(verb: Word) -> None:
    """ "The union wants higher wages, new shifts and paid leave": it paid nothing, for all it does it does now."""
    first, thing = verb.head, verb.child("dobj")
    if verb.tag not in PAST_TAGS or first.tag not in {"VBZ", "VBP"} or not verb.lower.endswith(("ed", "paid")):
        return
    joint = next((w for w in first.right if w.dep == "cc" and w.i == verb.i - 1), None)
    if joint is None or thing is None or [w for w in verb.children if w.dep not in {"dobj", "punct"}]:
        return
    before = next((w for w in first.subtree() if w.i == joint.i - 1 and is_nominal(w)), None)
    bare = all(w.dep in {"amod", "compound"} and w.lower not in _HOW_MANY for w in thing.left) and not thing.right
    listed = before is not None and (before.dep == "conj" or verb.lower == "paid")
    if before is not None and listed and first_conjunct(before).dep == "dobj" and bare and is_nominal(thing):
        thing.attach(before, "conj")
        joint.attach(before, "cc")
        verb.pos, verb.tag = "ADJ", "VBN"
        verb.attach(thing, "amod")


_HOW_MANY = frozenset({"few", "many", "more", "several", "some"})


def item_of_last(noun: Word) -> None:
    """ "Prices rose because of drought in the north and a ban on exports": the ban is a second cause, and no deed."""
    verb = noun.head
    start = noun.subtree()[0].i
    joint = next((w for w in verb.right if w.dep == "cc" and w.i == start - 1), None)
    if noun.pos not in NOUNS or not is_finite(verb) or joint is None or is_time(noun):
        return
    if noun.child(*SUBJECTS, *AUXILIARIES, "dobj", "advmod") is not None or verb.lemma == "be":
        return
    last = next((w for w in verb.subtree() if w.i == joint.i - 1), verb)
    ends = [w for w in (last, *last.ancestors()) if verb.i < w.i and w.subtree()[-1] is last and w.pos == noun.pos]
    first = next((w for w in ends if w.dep in {"dobj", "pobj", "conj"} and not is_time(w)), None)
    if first is not None and is_person(first) == is_person(noun):
        noun.attach(first, "conj")
        joint.attach(first, "cc")
