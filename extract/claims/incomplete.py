"""Claims that are cut: a verb without the object it asks for, an object without its noun, subject or predicate."""

from __future__ import annotations

from extract.claims.clauses import whole_of
from extract.claims.proposal import Phrase, Proposal
from extract.claims.roles import is_person
from extract.english.wordlists import entries, word_class
from extract.factuality.signatures import reporting
from extract.model import ClauseType, Role
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    NOUNS,
    first_conjunct,
    is_bare,
    is_cleft,
    is_finite,
    is_verbal,
    is_wh,
)


def is_cut(argument: Word) -> bool:
    """Whether a clause or adjective as an object has lost its subject, its predicate or its noun."""
    if argument.lower == "worth" and argument.dep == "acomp" and not argument.right:
        return True  # "They learnt what it was worth"
    return _lacks_subject(argument) or _lacks_predicate(argument) or _is_stray_adjective(argument)


def is_and_more(obj: Phrase) -> bool:
    """ "It sells bread, cakes and more": what more is not told."""
    more = obj.head
    return more.lower == "more" and first_conjunct(more) is not more and not more.right


def is_anything_but(obj: Phrase) -> bool:
    """ "She was anything but in May": what she was not is missing. "Anything but calm" is whole."""
    first = first_conjunct(obj.head)
    behind = (*first.right, *first.head.right)
    if first.lower != "anything" or not any(w.lower == "but" and w.i == first.i + 1 for w in behind):
        return False
    return obj.core[0].lower != "anything" or obj.core[-1].lower in {"anything", "but"}


_LISTENERS = word_class("bodies told")
_NEEDING_CONTENT = word_class("verbs with content")
_ANY = frozenset({"all", "even", "every", "everybody", "everyone", "everything", "everywhere", "many", "much", "one"})


def lacks_content(proposal: Proposal) -> bool:
    """A gap for an argument, a cleft ("It was in Lorne that he spoke"), or "not a mill" as what is told about."""
    subject, obj = proposal.subject, proposal.object
    opening = [w.lower for w in subject.core[:3]]
    if opening[0] == "not" and opening[1] not in _ANY and opening[1:] != ["a", "single"]:
        return True
    if opening[:2] in (["the", "more"], ["the", "less"]) and opening[2:] != ["than"]:
        return True  # "the more Lund talks, the less people listen"
    empty = subject.head.lower == "it" and proposal.lemma == "be"
    dated = any(_is_when(a.head) for a in proposal.adjuncts)
    if empty and obj is None and dated and all(_is_when(a.head) or a.role is Role.TIME for a in proposal.adjuncts):
        return True  # "It's when they sail that they are in danger", "It was a year ago when the mill burned"
    cleft = empty and obj is not None and obj.head.dep == "ccomp"
    if cleft and any(a.head.dep == "prep" or a.head.lower in {"here", "then", "there"} for a in proposal.adjuncts):
        return True  # "It was there that he spoke"
    if empty and obj is not None and is_cleft(obj.head):
        return True  # "It was Brandt who signed the bill"
    whole = proposal.predicate.child("auxpass") is not None and proposal.lemma != "tell"  # "A ban was announced"
    if not whole and proposal.lemma in _NEEDING_CONTENT and proposal.clause_type is ClauseType.SV:
        return not any(a.role is Role.PLACE for a in proposal.adjuncts)  # "chanted outside the court"
    if proposal.lemma in {"believe", "report"} and proposal.clause_type is ClauseType.SV:
        foretold = proposal.predicate.dep == "xcomp"  # "is due to report next week"
        long = any(foretold or a.head.dep == "advcl" for a in proposal.adjuncts)
        return not long and proposal.predicate.tag != "VBN" and proposal.predicate.child("neg") is None
    return _is_gapped(proposal) or _lacks_object(proposal) or _is_turn_of_phrase(proposal)


def _is_when(clause: Word) -> bool:
    return clause.dep == "advcl" and any(w.tag == "WRB" for w in clause.left)


def _is_gapped(proposal: Proposal) -> bool:
    """ "the way we wanted", "Stay calm," he told them: what they wanted, what he told is missing."""
    obj, verb = proposal.object, proposal.predicate
    if (
        proposal.lemma == "tell"
        and proposal.clause_type is ClauseType.SVO
        and obj is not None
        and not is_verbal(obj.head)
    ):
        listener = obj.head.pos == "PRON" or is_person(obj.head) or obj.head.entity == "ORG"
        listener = listener or obj.head.lower in _LISTENERS
        return listener and not any(
            a.head.dep in {"prep", "advcl"} and a.role is not Role.TIME for a in proposal.adjuncts
        )
    asked = [w for w in verb.children if w.dep == "prep" and any(is_wh(c) for c in w.children)]
    if obj is None and asked and verb.dep not in {"relcl", "conj"}:
        return True  # "what you believe in"
    subject = verb.child("nsubj")
    if subject is not None and whole_of(subject) is not None:  # "half of which drowned": nothing is missing
        return False
    own = proposal.subject.head.head is verb and proposal.subject.head.i > verb.head.i
    bare = obj is None and not proposal.adjuncts and verb.child("auxpass", "dobj") is None
    bare = bare and not any(w.lower == "when" for w in verb.left)  # "a time when small cars are growing"
    return verb.dep == "relcl" and own and bare and proposal.lemma not in entries("intransitive_verbs")


def _is_no_argument(head: Word) -> bool:
    """A verb that the parser joins to a noun: "offered to reform the law and reopen the office" has no such object."""
    if head.child("dobj", "aux", "auxpass") is None:
        return False
    if head.tag == "VBG" and first_conjunct(head).dep == "pobj":
        return False  # "was charged with theft and fleeing the police"
    return head.dep == "conj" and head.pos in {"VERB", "AUX"} and first_conjunct(head).pos in NOUNS


def _lacks_object(proposal: Proposal) -> bool:
    """A verb that says nothing without an object or what it calls that: "voters know", "he deemed the plan"."""
    verb, obj = proposal.predicate, proposal.object
    if obj is not None:
        if _is_no_argument(obj.head) or (obj.full == (obj.head,) and obj.head.lower in {"neither", "either", "none"}):
            return True
        named = verb.child("auxpass", "oprd", "xcomp") is not None or obj.beside
        return _is_torn_from_noun(obj.head) or (proposal.lemma in {"deem", "dub", "label", "nickname"} and not named)
    whole = verb.child("prt", "prep", "agent", "ccomp", "xcomp", "acomp", "attr", "dative", "oprd") is None
    if whole and verb.child("auxpass") is not None and verb.lemma in _INCOMPLETE:
        return all(a.role in _LOOSE for a in proposal.adjuncts)  # "He was given", "as it is called"
    bare = whole and verb.child("auxpass") is None
    bare = bare and not any(w.dep == "dobj" for w in verb.right)  # "That we know": what they know is missing
    if proposal.relation and proposal.relation[0].tag == "TO" and not proposal.adjuncts:
        return proposal.lemma not in _LEAVING  # "Lund to direct", in a headline that has lost the film
    bare = bare and not any(w.dep == "advmod" for w in verb.right)  # "to get ahead"
    bare = bare and (verb.tag != "VBN" or not is_bare(verb))  # "the bombs sent this week"
    bare = bare and not (verb.dep == "xcomp" and verb.head.pos == "ADJ")  # "would be hard to identify"
    return bare and proposal.lemma in entries("needing_objects") and all(a.role in _LOOSE for a in proposal.adjuncts)


def _is_torn_from_noun(place: Word) -> bool:
    """ "in a South Carolina shared workspace": they are in no South Carolina. But "gave him a Rolex"."""
    if place.entity != "GPE" or not any(w.lower in {"a", "an"} for w in place.left):
        return False
    behind = next((w for w in place.root.subtree() if w.i == place.i + 1), None)
    return behind is not None and behind.tag in {"VBN", "VBD", "VBG", "JJ", "NN"}


_LEAVING = word_class("verbs foretold alone")
_INCOMPLETE = frozenset({"consider", "deem", "give", "put", "regard"})
_LOOSE = frozenset({Role.TIME, Role.MANNER, Role.CONCESSION})
_MUCH = frozenset({"much", "little", "many", "few", "enough", "several"})


def _is_stray_adjective(head: Word) -> bool:
    """An adjective as an object has lost its noun ("saw extreme, but short, swings")."""
    if (
        first_conjunct(head).dep not in {"dobj", "pobj"}
        or head.tag not in {"JJ", "VBN"}
        or head.entity
        or head.lower in _MUCH
        or head.lower.endswith("fall")  # "made landfall"
    ):
        return False
    if head.dep == "pobj" and not head.left:
        return False  # "plays in blue"
    return all(w.dep in {"advmod", "punct", "cc", "conj"} for w in head.children)


def _lacks_predicate(clause: Word) -> bool:
    """ "as bad as critics thought it would be": what it would be is said elsewhere."""
    if clause.dep != "ccomp" or clause.lemma != "be" or clause.head.dep != "advcl":
        return False
    return all(w.dep in {*AUXILIARIES, "nsubj"} for w in clause.children)


_AUXILIARY_FORMS = frozenset({"are", "had", "has", "have", "is", "was", "were"})


def _lacks_subject(clause: Word) -> bool:
    """ "which was aimed at Oslo", as the object of "the paper said", is a clause with a gap."""
    if clause.dep != "ccomp":
        return False
    subject = clause.child("nsubj", "nsubjpass", "csubj", "expl")
    first = clause.subtree()[0]
    if subject is None and clause.i > clause.head.i and (first.tag == "MD" or first.lower in _AUXILIARY_FORMS):
        reported = clause.head.lemma in reporting("verb") and clause.head.dep != "parataxis"
        return reported or (first.tag == "MD" and clause.tag == "VB")  # "said could draw many"
    if subject is None:  # "reports that officials believe have been refuted"
        return clause.head.dep in {"relcl", "acl"} and is_finite(clause) and clause.tag != "MD"
    relative = subject.lower == "who" and clause.head.dep == "relcl" and subject.i < clause.head.i
    return subject.tag == "WDT" or relative  # "Lund, who he said was ill"


def _is_turn_of_phrase(proposal: Proposal) -> bool:
    """ "They had no boat, let alone a ship", "mend it before it was too late", "What the rings tell us is ...".

    Nobody lets a ship alone, nothing is late, and what the rings tell is said elsewhere.
    """
    verb, obj = proposal.predicate, proposal.object
    if verb.lower == "let" and any(w.lower == "alone" and w.i == verb.i + 1 for w in verb.right):
        return True
    if any(w.dep == "dative" and w.lower == "what" for w in verb.left):
        return True
    it = proposal.subject.head.lower == "it"
    if it and verb.tag == "VBG" and any(w.dep == "mark" and w.i == verb.i - 1 for w in verb.left):
        return True  # "It was while watching a sail that he had the idea"
    if obj is None:
        return False
    if obj.core[0].lower == "however" and obj.head.pos == "ADJ" and obj.head.i < verb.i:
        return True  # "however small it may seem"
    late = proposal.lemma == "be" and it and obj.head.lower == "late"
    return late and verb.dep == "advcl" and verb.child("mark") is not None
