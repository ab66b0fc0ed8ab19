"""Arguments of several members: a phrase for each, or one where a clause is about them only together."""

from __future__ import annotations

from dataclasses import replace

from extract.claims.arguments import (
    clause_phrase,
    is_alternative,
    is_aside,
    is_deed,
    is_exception,
    is_one_name,
    is_set_pair,
    parts,
    phrase,
    shares_amount,
    shares_noun,
)
from extract.claims.clauses import Clause
from extract.claims.nounphrase import is_name, one_person, shared_title
from extract.claims.proposal import Phrase
from extract.claims.roles import is_person
from extract.english.numbers import is_score
from extract.english.numerals import number
from extract.english.wordlists import entries, word_class
from extract.syntax.tree import Word
from extract.syntax.words import AUXILIARIES, SUBJECTS, behind_comma, conjuncts, has_article, has_plural_form

#: More conjuncts than this are kept together: a list of twenty names times three objects is no reading matter.
MOST_PARTS = 8
_TOGETHER = frozenset({"collectively", "jointly", "together"})
#: "met with the mayor", "are allies of Lorne": whom each of them met, whose ally each of them is.
_OTHER_SIDES = frozenset({"with", "of", "to", "from", "by"})


def phrases(head: Word, without: frozenset[Word] = frozenset(), *, of: bool = False) -> list[Phrase]:
    """A phrase for each conjunct that a claim can be made of; alternatives ("or") and long lists stay whole."""
    heads = parts(head)
    one = is_alternative(head) or is_one_name(head) or is_exception(head) or shares_noun(heads) or is_set_pair(heads)
    one = one or shares_amount(heads) or _are_seen(heads) or _are_ends(heads) or _are_couple(heads)
    others = len(heads) > 1 and bool(heads[-1].left) and heads[-1].left[0].lower == "other"
    one = one or (others and not any(map(is_name, heads)))  # "lamps and other goods"
    if one or len(heads) > MOST_PARTS:
        return [phrase(head, without, whole=True)]
    name = one_person(heads)
    if name is not None:
        return [phrase(name, without)]
    shared = shared_title(head) if len(heads) > 1 else frozenset()
    left_out = {h: without | shared if h is head else without for h in heads}
    found = [clause_phrase(h, out) if is_deed(h, head) else phrase(h, out, of=of) for h, out in left_out.items()]
    if others:  # "Tarn and other towns": others than Tarn
        found[-1] = replace(phrase(head, without, whole=True), head=heads[-1])
    return found


def _are_ends(heads: list[Word]) -> bool:
    """ "cost between $30 and $60": the ends of a range."""
    return len(heads) == 2 and any(w.lower == "between" for w in heads[0].left)


def _are_couple(heads: list[Word]) -> bool:
    """ "A husband and wife died": not "wife died"."""
    bare = len(heads) == 2 and heads[0].dep in SUBJECTS and heads[0].child("det") is not None and not heads[1].left
    return (
        bare
        and not heads[1].right
        and heads[0].child("appos") is None
        and all(w.tag == "NN" and is_person(w) for w in heads)
    )


def _are_seen(heads: list[Word]) -> bool:
    """ "Footage showed the men and women sitting on the curb": both are seen so."""
    first, last = heads[0], heads[-1]
    if first is last or first.dep != "dobj" or first.head.lemma not in SEEING:
        return False
    return any(w.dep == "acl" and w.tag == "VBG" and w.i > last.i for w in (*first.right, *last.right))


#: Verbs whose object is seen or heard to do something.
SEEING = word_class("verbs of seeing done")


def is_joint(clause: Clause) -> bool:
    """Whether several subjects do or are something only together.

    "Lund, Berg and Holm will tour together", "Lund and Berg thanked each other", "Lund and Berg are rivals",
    "Lund and Berg met in Lorne", "Lund and Berg earned 9 million crowns".
    """
    if clause.subject.child("conj") is None:
        return False
    verb, last = clause.top, conjuncts(clause.subject)[-1]
    behind = verb.dep == "relcl" and verb.head is clause.subject and last.i < verb.i and has_plural_form(verb)
    if behind and behind_comma(verb.subtree()[0]):
        return True  # "Tarn and Kest, which are covered": what a clause behind a list says of all of it
    if any(w.lower == "worth" for w in conjuncts(clause.subject)[-1].right):
        return True  # "rings and watches worth a million"
    words = [w for w in clause.verb.children if w.dep in {"advmod", "dobj", "prep"}]
    targets = [w.child("pobj") if w.dep == "prep" else w for w in words]
    if any(w is not None and (w.lower in _TOGETHER or _is_reciprocal(w)) for w in targets):
        return True
    several = len(parts(clause.subject)) > 1 and not is_alternative(clause.subject)
    return several and (_is_mutual(clause) or _make_sum(clause) or _are_sides(clause.verb))


def _are_sides(verb: Word) -> bool:
    """ "Lund and Holt beat Reed and Berg 6-4": two against two."""
    if verb.lemma not in {"beat", "defeat"}:
        return False
    sides = (verb.child("nsubj"), verb.child("dobj"))
    return all(s is not None and s.child("conj") for s in sides) and any(is_score(w.text) for w in verb.subtree())


def is_counted(subject: Word, obj: Word) -> bool:
    """ "The two main crops are rye and hemp": neither of them is both crops."""
    numbers = {w.lower for w in subject.left if w.dep == "nummod"} - {"one", "1"}
    described = any(is_aside(w) for part in parts(obj) for w in part.right)
    return subject.tag in {"NNS", "NNPS"} and bool(numbers) and not described


def is_told_as_one(clause: Clause) -> bool:
    """ "The Trade and Labour Union has left", "The lying and cheating is over": the verb tells of one.

    So do the clerk and cook of "Ada Lund, clerk and cook at the inn, says so", which the parser takes for three people.
    """
    subject, verb = clause.subject, clause.chain[0]
    joints = [c.lower for w in conjuncts(subject) for c in w.right if c.dep == "cc"]
    if joints != ["and"] or subject.head is not verb or subject.child("conj") is None:
        return False
    if len(parts(subject)) < len(conjuncts(subject)):
        return False  # "its size, and not its price, was the issue"
    finite = next((w for w in verb.left if w.dep in AUXILIARIES), verb)
    return finite.tag == "VBZ" or finite.lower == "was"


#: Verbs, some with what follows, whose objects are the whole only together.
_MAKING_UP = frozenset({"comprise", "compose", "consist"})


def is_only_together(verb: Word, obj: Word) -> bool:
    """Whether coordinated objects are true of a claim only together.

    "consists of two nurses and a doctor", "is made up of Norland and Sarkia", "share the same values and goals".
    """
    further = conjuncts(obj)[1:]
    if not further:
        return False
    made_up = verb.lemma == "make" and any(w.lower == "up" for w in verb.right)
    if verb.lemma in _MAKING_UP or _are_sides(verb) or (made_up and verb.child("auxpass") is not None):
        return True
    bare = all(w.child("det", "poss", "nummod", "amod") is None and not w.entity for w in further)
    return bare and any(w.lower == "same" for w in obj.left)


def _is_reciprocal(word: Word) -> bool:
    """ "each other", "one another"."""
    first = word.left[0].lower if word.left else ""
    return (first, word.lower) in {("each", "other"), ("one", "another")}


def _is_mutual(clause: Clause) -> bool:
    """ "Lund and Berg met", "were married in May", "are rivals": one of them alone does or is not."""
    verb, obj = clause.verb, clause.object
    state = verb.child("acomp", "attr") if verb.lemma == "be" else None
    if state is not None and _counts(state, len(parts(clause.subject))):
        return True
    if state is not None and state.lower in _BETWEEN_THEM:
        return not _names_other(state)
    if obj is not None and verb.lemma in _OF_EACH_OTHER and (obj.lower == "hands" or verb.lemma not in _OF_HANDS):
        return not _names_other(verb) and not _names_other(obj)  # "Lund and Berg shook hands"
    if obj is not None and obj.dep == "attr" and obj.tag == "NNS" and obj.lemma in _TO_EACH_OTHER:
        return not _names_other(obj) and not has_article(obj)
    if verb.lemma not in entries("mutual_verbs") or obj is not None or clause.clausal is not None:
        return False
    return not _names_other(verb)


def _counts(noun: Word, several: int) -> bool:
    """ "Volta and Kite are two kinds of rocket": as many as they are."""
    of_all = (noun,) if noun.tag == "CD" and noun.right else ()  # "are two of the best"
    return any(w.tag == "CD" and number([w.lower]) == several for w in (*of_all, *noun.left))


#: What nobody is without the other.
_BETWEEN_THEM = frozenset({"alike", "alone", "apart", "different", "equal", "identical", "inseparable", "similar"})
_OF_HANDS = frozenset({"hold", "join", "shake"})
_TO_EACH_OTHER = word_class("nouns for each other")
_OF_EACH_OTHER = _OF_HANDS | {"exchange", "swap", "trade"}
_SUMMING = word_class("verbs of sums")


def _make_sum(clause: Clause) -> bool:
    """ "Lund and Berg paid 9 million crowns": so much together, where no "each" says otherwise."""
    obj = clause.object
    if obj is None or clause.verb.lemma not in _SUMMING:
        return False
    money = obj.entity == "MONEY" or any(w.tag == "$" or w.lower in {"million", "billion"} for w in obj.left)
    return money and not any(w.lower in {"each", "both"} for w in (*clause.verb.children, *clause.subject.subtree()))


def _names_other(word: Word) -> bool:
    return any(w.dep in {"prep", "agent"} and w.lower in _OTHER_SIDES for w in word.right)
