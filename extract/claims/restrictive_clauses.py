"""Clauses that only say which one is meant, and tell of nobody that it was so."""

from __future__ import annotations

from extract.claims.proposal import Proposal
from extract.claims.roles import is_person
from extract.english.wordlists import entries, word_class
from extract.model import Role
from extract.syntax.tree import Word
from extract.syntax.verbs import complex_of
from extract.syntax.words import (
    SUBJECTS,
    first_conjunct,
    is_cleft,
    is_finite,
    is_infinitive,
    is_time,
    opens_behind_comma,
)

_SOMEBODY = frozenset({"someone", "somebody"})
SOMETHING = _SOMEBODY | {"something", "everything", "nothing", "anything"}
_ANYBODY = (SOMETHING - _SOMEBODY) | {"anybody", "anyone", "everybody", "everyone", "one", "ones", "whoever"}


def restricts(proposal: Proposal) -> bool:
    """ "the only ones who know the code", "anyone smoking": the clause says which, and tells of nobody that he does.

    What stands for somebody is told about all the same: "the smugglers who fled", "half of those who died".
    """
    head = proposal.subject.head
    if head.lower in {"anyone", "anybody"} and proposal.rule == "adverbial clause" and proposal.predicate.tag == "VBG":
        return True  # "Anyone who saw it can call, quoting the number"
    if _is_an_idea(proposal.predicate) or _is_ones_habit(proposal) or _only_dates(proposal):
        return True
    if proposal.rule not in {"relative clause", "participle"} or head.i > proposal.predicate.i:
        return False
    verb = proposal.predicate
    if (
        _only_names(proposal)
        or _is_denied(head, verb)
        or _is_no_such(head, verb)
        or _says_which(proposal)
        or _is_whoever(head, verb)
        or _is_of_nobody_known(proposal)
        or (not _is_reported(head, verb) and _is_of_a_kind(proposal))
        or _is_of_which(head, verb)
    ):
        return True
    if not head.holds(proposal.predicate):
        return False  # its own subject: "a saint about whom nothing is known"
    if head.lower == "one" and any(w.lower == "of" for w in head.right):
        return False
    if head.lower == "those":  # "Those who came early saw it", but "half of those who came"
        part = (head.dep == "pobj" and head.head.lower == "of") or head.child("prep") is not None  # "those in Oslo who"
        return proposal.rule == "participle" or not (part or head.dep in {"attr", "appos", "conj"})
    if head.lower in _ANYBODY:
        return True
    if is_best(head):
        return not opens_behind_comma(first_conjunct(verb))  # "its only mill, which makes paper"
    loose = {"no", "any"} if proposal.rule == "relative clause" else set()  # "There is no road leading out" says so
    return any(w.lower in {"every", *loose} for w in head.left)


def is_best(noun: Word) -> bool:
    """ "the largest bridge ever built", "its only mill": what follows says among which.

    "Her oldest son killed there", "the biggest city's mayor elected in May": among hers, and the city is the biggest.
    """
    own = {w.lower for w in noun.left}
    beside = [w for w in noun.left if w.tag == "JJS" or w.dep not in {"compound", "nmod", "poss"}]
    words = [w for part in beside for w in part.subtree()]
    return any(w.lower == "only" for w in words) or ("the" in own and any(w.tag in {"JJS", "RBS"} for w in words))


def _is_ones_habit(proposal: Proposal) -> bool:
    """ "When you finish one, you start the next", "While we sleep, it works", "Did you drive after you drank?"."""
    subject, verb = proposal.subject.head, proposal.predicate
    if proposal.rule != "adverbial clause" or subject.lower not in {"one", "we", "you"} or subject.right:
        return False
    when = any(w.lower in {"after", "as", "before", "once", "until", "when", "whenever", "while"} for w in verb.left)
    asked = subject.lower == "you" and _is_asked_of_you([*verb.ancestors()])
    return when and (asked or (_is_habit(verb) and not _names_something(proposal)))


def _is_asked_of_you(above: list[Word]) -> bool:
    """ "Why did he leave after you wrote?" tells that you wrote: what is asked is not what you do."""
    subject = next((s for w in above if (s := w.child(*SUBJECTS)) is not None), None)
    return subject is not None and subject.lower == "you" and any(w.text == "?" for top in above for w in top.right)


def _only_dates(proposal: Proposal) -> bool:
    """ "When May rolls around, it opens", "as the days went on": they say when."""
    bare = proposal.rule == "adverbial clause" and proposal.object is None and not proposal.adjuncts
    return bare and is_time(proposal.subject.head)


def _only_names(proposal: Proposal) -> bool:
    """ "statements made by the mayor", "evidence presented at trial", "the usual dangers related to fire": which ones.

    "The fire was 30 percent contained": no 30 percent were.
    """
    noun, participle = proposal.subject.head, proposal.predicate
    if participle.dep != "acl" or noun.entity == "PERCENT":
        return participle.dep == "acl" and noun.dep == "attr"
    if participle.lemma not in _LIGHT or not _is_beside(noun, participle) or opens_behind_comma(participle):
        return False
    bare = not noun.left and noun.pos == "NOUN" and participle.child("aux", "auxpass", "dobj", "oprd") is None
    kind = noun.tag == "NNS" and participle.lemma in _RELATING
    return bare or (kind and (not noun.left or not _names_something(proposal)))


_RELATING = frozenset({"associate", "concern", "involve", "pertain", "relate"})
_LIGHT = _RELATING | {"attach", "leave", "make", "pose", "present", "require", "use"}


def _is_whoever(head: Word, verb: Word) -> bool:
    """ "the reason why someone left": of nobody yet; "She is someone who grew up here"; "all goods sold in May".

    "All the goods sold in May" are known ones.
    """
    if head.lower in _SOMEBODY:
        return head.dep == "attr" or (head.head is verb and any(w.lower in {"how", "why"} for w in verb.left))
    which = verb.dep == "acl" and not opens_behind_comma(verb)
    known = any(w.dep in {"nummod", "poss"} or w.lower in {"the", "these", "those"} for w in head.left)
    return which and not known and any(w.lower in {"all", "any"} for w in head.left)


def _is_an_idea(verb: Word) -> bool:
    """ "the idea of Lund, or anyone, running the town": nobody is said to run it."""
    noun = verb.head if verb.dep == "acl" else verb.child("nsubj")
    if noun is None and verb.dep == "advcl":
        noun = verb.head.child("dobj")
    if noun is not None and noun.dep == "pobj" and noun.head.lower == "of":
        noun = noun.head.head
    if verb.tag != "VBG" or noun is None or noun.lemma not in _IDEAS:
        return False
    of = next((w for w in noun.right if w.dep == "prep" and w.lower == "of"), None)
    ends = [w.i for w in of.subtree() if w.i < verb.i] if of is not None else []
    return bool(ends) and verb.i - ends[-1] <= 2


_IDEAS = word_class("ideas")


def _is_of_a_kind(proposal: Proposal) -> bool:
    """ "It would help firms that sell online": which kind, and not that there is one (`_is_of_one`).

    So do "people who want to move", "a reward for facts leading to an arrest", "mice infected with flu", "in a letter
    sent on Monday". Not for "She found letters hidden there", "papers filed by Lund", "diamonds valued at $85".
    """
    head, verb = proposal.subject.head, proposal.predicate
    top = verb
    while top.dep == "xcomp":
        top = top.head
    first = first_conjunct(top)
    which = {w.lower for w in head.left if w.dep in {"det", "nummod", "poss"} or w.pos in {"DET", "NUM"}}
    if first.dep not in {"acl", "relcl"} or not _is_beside(head, first) or which - {"a", "an"}:
        return False
    once = first.dep == "relcl" and (verb.tag == "VBG" or not _is_habit(top))
    if once or _is_told(head, first) or proposal.subject.beside:
        return False
    if head.dep == "pobj" and head.head.lower == "than":
        return True  # "a better chance than a child born to a Dane"
    if _is_supposed(head):
        return not any(w.pos == "PROPN" for w in (*proposal.subject.core, *proposal.predicate.subtree()))
    plain = verb.dep == "acl" and verb.child("agent", "aux", "auxpass", "ccomp") is None
    dated = proposal.object is None and not head.right[1:] and all(a.role is Role.TIME for a in proposal.adjuncts)
    if plain and verb.lemma in entries("issuing_verbs") and (dated or not (which or _names_something(proposal))):
        return True  # "Photos released of the fire"
    bare = plain and not which and (verb.tag == "VBN" or not head.left)
    if head.tag == "NN" and not (which or bare):
        return False
    if (not bare or head.dep in {"dobj", *SUBJECTS}) and _is_of_one(head):
        return False
    return not (_names_something(proposal) if head.left and not bare else _is_counted(proposal))


def _is_told(noun: Word, clause: Word) -> bool:
    """ "Dozens injured as train derails", "cuts proposed by the board", "a town called Tarn", "firms, which sell"."""
    heads = noun.is_root or (noun.dep == "appos" and noun.head.is_root and any(w.text == ":" for w in noun.head.right))
    aside = heads or noun.tag not in {"NN", "NNS"} or opens_behind_comma(clause)  # "Norway: climber killed in fall"
    return aside or _is_by_known(clause) or _says_what(clause) or _is_amount(noun)


def _is_reported(noun: Word, verb: Word) -> bool:
    """ "reports of smoke coming from the mill", "a number of men holding knives": that they do is told."""
    return verb.tag == "VBG" and noun.dep == "pobj" and noun.head.lower == "of"


def _is_beside(noun: Word, clause: Word) -> bool:
    """Whether a clause is about a noun, or about the first of several: "alarms and warnings occurring at night"."""
    return clause.head in {noun, first_conjunct(noun)}


def _is_amount(noun: Word) -> bool:
    """ "millions of people trying to call"."""
    return noun.child("prep") is not None and noun.lemma in entries("partitives")


def _says_what(participle: Word) -> bool:
    """ "critics saying that it failed", "a town called Tarn"."""
    named = participle.lemma in entries("naming_verbs") and participle.child("oprd") is not None
    says = participle.dep == "acl" and participle.child("ccomp") is not None and is_person(participle.head)
    return named or says


def _is_counted(proposal: Proposal) -> bool:
    """Whether a claim has a number, a day or a name other than a place's."""
    objects = proposal.object.core if proposal.object else ()
    words = (*objects, *proposal.predicate.subtree())
    return any(w.tag == "CD" or w.entity not in {"", "GPE", "LOC"} for w in words)


def _is_supposed(noun: Word) -> bool:
    """ "A clerk making $30,000 a year would pay less": no clerk is known to."""
    verb = noun.head
    would = any(w.lower == "would" for w in verb.left) and verb.child("neg") is None and verb.child("auxpass") is None
    return noun.dep in SUBJECTS and is_person(noun) and would


def _is_by_known(participle: Word) -> bool:
    """ "Cuts proposed by the board would hurt": it proposed some."""
    by = participle.child("agent")
    who = by.child("pobj") if by is not None else None
    return who is not None and any(w.dep == "poss" or w.lower in {"the", "these", "this"} for w in who.left)


def _is_habit(verb: Word) -> bool:
    """Whether a verb says what is so now, in the simple present."""
    form = complex_of(verb)
    return not form.modal and form.tense == "present" and "perfect" not in (form.aspect or "")


def _names_something(proposal: Proposal) -> bool:
    objects = proposal.object.core if proposal.object else ()
    verb = proposal.predicate
    inside = verb.subtree() if verb.dep == "acl" else [w for a in proposal.adjuncts for w in a.words]
    words = (*proposal.subject.core, *objects, *inside)
    return any(w.tag in {"NNP", "NNPS", "CD"} or w.entity for w in words if w.lower != "one")


_GENERAL = frozenset({"folk", "folks", "guys", "men", "ones", "people", "person", "thing", "things", "women"})


def _is_of_nobody_known(proposal: Proposal) -> bool:
    """ "the people who voted for me", "the tax breaks used by others": nobody is told of but by these words."""
    head, verb = proposal.subject.head, proposal.predicate
    obj = proposal.object
    if not head.holds(verb) or opens_behind_comma(first_conjunct(verb)):
        return False
    if obj is not None and obj.head.lower == "others" and verb.dep == "acl":
        return True
    if _names_something(proposal):
        return False
    if obj is not None and (obj.head.lower in SOMETHING | {"others"} or obj.core[0].lower == "any"):
        return True
    plain = all(w.dep == "det" or w.tag == "DT" for w in head.left) and head.child("prep") is None
    if head.lower not in _GENERAL or not plain:
        return False
    habit = verb.dep == "relcl" and _is_habit(verb)
    past = habit and head.dep in SUBJECTS and complex_of(head.head).tense == "past"  # "people who live there left"
    return obj is None or obj.head.pos == "PRON" or (habit and not past)


def _is_of_which(head: Word, verb: Word) -> bool:
    """ "one of the deputies who backed it": not all the deputies did. "Half of the clerks who leave are replaced"."""
    several = head.tag in {"NNS", "NNPS"} and any(w.lower == "the" for w in head.left)
    if not several or head.dep != "pobj" or head.head.lower != "of":
        return False
    if verb.dep != "relcl" or verb.head is not head or opens_behind_comma(verb):
        return False
    one = head.head.head
    if one.lower in {"one", "some"} or one.tag == "CD":
        return True
    return head.tag == "NNS" and (one.lemma == "%" or one.lemma in entries("partitives")) and _is_habit(verb)


def _is_of_one(noun: Word) -> bool:
    """Whether a noun's clause tells of one: "She found a well that ...", "There are mills that ...", "by one who"."""
    verb = noun.head
    if (verb.dep == "agent" and noun.tag == "NN") or (noun.dep == "nsubj" and noun.i > verb.i):
        return True
    while not verb.is_root and not is_finite(verb):
        if verb.dep == "acl" and is_infinitive(verb) and noun.child("acl") is not None:
            return False  # "It has a plan to help growers living there"
        if complex_of(verb).aspect == "perfect":
            return True  # "They seem to have found letters hidden there"
        verb = verb.head
    form = complex_of(verb)
    owned = verb.lemma == "have" and verb.child("aux") is None
    single = noun.tag == "NN" and noun.child("acl") is not None
    if single and (noun.dep == "appos" or form.aspect == "progressive"):
        return True  # "a bug found in rats", behind its name; "They are looking for a man wearing a hat"
    if form.tense == "past" or "perfect" in (form.aspect or "") or owned or verb.child("expl") is not None:
        return True
    subject = verb.child("nsubj")  # "She runs a firm that sells": it is hers
    if subject is None or not (subject.entity or subject.lower in {"he", "she", "they"}):
        return False
    own = noun.dep == "dobj" and noun.tag == "NN" and verb is noun.head and verb.lemma not in {"need", "want"}
    own = own or (
        single and noun.dep == "pobj" and subject.entity in {"PERSON", ""}
    )  # "He lives in a town calling ..."
    return own and verb.child("aux", "neg") is None


def _says_which(proposal: Proposal) -> bool:
    """ "for something his parents did", "every saving they make", "Holt was the reason they came"."""
    gap, verb = proposal.object, proposal.predicate
    if gap is None:
        return verb.dep == "relcl" and verb.head.lemma == "reason" and proposal.subject.head.tag == "PRP"
    if gap.head.i > verb.i or opens_behind_comma(first_conjunct(verb)):
        return False  # "its only mill, which Veltra built"
    if gap.head.lower in SOMETHING or gap.head.lemma in {"one", "thing"}:
        return True
    if is_best(gap.head) and any(w.lower in {"can", "could", "ever"} for w in verb.left):
        return True  # "the lowest price we can find"
    which = {w.lower for w in gap.head.left if w is gap.head.left[0] or w.lower == "only"}
    return not which.isdisjoint({"any", "each", "every", "only", "whatever", "whichever"})


def _is_no_such(head: Word, verb: Word) -> bool:
    """ "He is not the guy who gives up", "not a mayor who hides": of nobody is it said that he does."""
    top = verb
    while top.dep in {"conj", "xcomp"} and top.head.i < top.i:
        top = top.head
    noun = top.head
    kind = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else noun
    link = kind.head
    if top.dep != "relcl" or kind.dep != "attr" or opens_behind_comma(top) or is_cleft(noun):
        return False
    if kind is not noun and kind.lower not in {"kind", "sort", "type"}:
        return False
    denied = link.lemma == "be" and any(w.dep == "neg" for w in link.children)
    if any(w.lower in {"just", "merely", "only", "simply"} for w in (*link.children, *noun.left)):
        return False  # "It is not just the tax that hurts"
    return denied and head in {noun, link.child("nsubj")}


def _is_denied(head: Word, verb: Word) -> bool:
    """ "There is not a farmer who backs the plan": nobody is said to back it."""
    top = head
    while not top.is_root and top.dep in {"pobj", "prep"}:
        top = top.head
    above = top.head
    if top.dep not in {"attr", "nsubj"} or not head.holds(verb) or head.child("conj") is not None:
        return False
    links = [above]
    while links[-1].dep == "xcomp":
        links.append(links[-1].head)
    there = any(w.dep == "expl" and w.lower == "there" for link in links for w in link.left)
    return there and any(w.dep == "neg" for link in links for w in link.children)
