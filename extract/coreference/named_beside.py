"""Names beside what they name: "the mayor, Ann Hale", "their owner, Veltra"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from extract.claims.nounphrase import is_member, is_model
from extract.coreference.naming import NAME_TAGS
from extract.coreference.pronouns import Pronoun, agrees
from extract.coreference.references import Candidate, Choice, Kind, Number, Referent
from extract.english.persons import Sort, group_noun, only_person, person_noun
from extract.english.wordlists import word_class
from extract.factuality.conditions import condition_mark
from extract.factuality.negation import denials
from extract.factuality.signatures import Frame, Value, signature
from extract.model import Modality, Polarity
from extract.syntax.tree import Tree, Word
from extract.syntax.words import NOUNS, first_conjunct

#: "Only her first name, Eva": the name of a name.
_WORDS = frozenset({"name", "nickname", "title", "word"})
#: Words for a name that somebody is given, and verbs of giving it.
_NICKNAMES, _DUBBING = frozenset({"moniker", "nickname", "sobriquet", "title"}), frozenset({"dub", "nickname"})
#: What takes a name back that somebody was given.
_FALSELY, _FALSE = word_class("adverbs for false"), word_class("words for false")
_AT_FIRST, _MISTAKES = frozenset({"first", "initially", "once", "originally"}), frozenset({"error", "first", "mistake"})
#: What a clause is worth that is said to be so.
_SO = Value(Polarity.POSITIVE, Modality.CERTAIN)
_BRACKETS = {"(": ")", "[": "]", "-LRB-": "-RRB-"}
#: How many words a bracket behind a pronoun may hold and still be the name of what it stands for.
_LONGEST = 5


def is_same(host: Candidate, apposition: Candidate) -> bool:
    """Whether an apposition and what it stands beside agree in number and in being persons."""
    if host.is_named and apposition.is_named:
        return False
    if Number.PLURAL in (host.number, apposition.number):
        return host.number is apposition.number
    if (host.sort is Sort.PERSON) is (apposition.sort is Sort.PERSON) or Sort.UNKNOWN in (host.sort, apposition.sort):
        return True
    noun, name = (host, apposition) if host.kind is Kind.NOMINAL else (apposition, host)
    if name.sort is Sort.BODY and name.head.tag == "NNPS":
        return not only_person(noun.head.lemma.lower())  # "an investor, Blackwater Partners"
    return only_person(noun.head.lemma.lower()) or _is_role_of_a_body(noun, name)


def whom_it_names(head: Word) -> Word | None:
    """Beside which noun a name or noun stands, or whom it is given to."""
    is_beside = head.dep == "appos" and not (is_member(head) or _sums_up(head) or is_model(head))
    return head.head if is_beside else _identified(head)


def _sums_up(noun: Word) -> bool:
    """ "The army took the town, a claim that Veltra rejects": what was said is a claim, not the town."""
    told = signature(noun.lemma, "noun", Frame.THAT)
    return told is not None and bool(noun.left) and noun.left[0].lower in {"a", "an"} and noun.head.tag in NAME_TAGS


def settle(host: Candidate, apposition: Candidate) -> None:
    """Makes a body of the one of two who may be a person, where the other is a body by name."""
    for noun, name in ((host, apposition), (apposition, host)):
        if _is_role_of_a_body(noun, name) and noun.referent is not None:
            noun.sort = noun.referent.sort = Sort.BODY


def _is_role_of_a_body(noun: Candidate, name: Candidate) -> bool:
    """ "Their owner, Veltra": an owner may be a person, and this one is none."""
    held = noun.sort is Sort.PERSON and not only_person(noun.head.lemma.lower())
    return held and name.kind is Kind.NAME and name.sort is Sort.BODY and (name.entity == "ORG" or name.sure)


def is_named_by(host: Candidate, name: Candidate) -> bool:
    """ "The mayor, Ann Hale, left", "his wife Eva": one who is told apart by an article or an owner, right before."""
    if host.kind is not Kind.NOMINAL or host.members or host.number is Number.PLURAL:
        return False
    clauses = [w for w in host.head.right if w.dep in {"relcl", "acl"} and w.start < name.start]
    if clauses and not _is_behind_clause(host, name, clauses[-1]):
        return False
    if Sort.PERSON in (name.sort, host.sort):
        return True
    told = host.head.left and host.head.left[0].dep in {"det", "poss"} and host.head.lemma not in _WORDS
    return bool(told) and (host.sort is Sort.PLACE) is (name.sort is Sort.PLACE)


def _is_behind_clause(host: Candidate, name: Candidate, clause: Word) -> bool:
    """ "The firm that runs the port, Orvia, denied it"; not: "The man who killed his wife, Ann Lund, was jailed"."""
    inside = [w for w in clause.subtree() if w.end <= name.start]
    words = host.head.root.subtree()
    before = next((w for w in reversed(words) if w.end <= name.start), None)
    after = next((w for w in words if w.start >= name.end), None)
    apart = before is not None and after is not None and before.text == after.text == ","
    if not apart or host.head.dep not in {"nsubj", "nsubjpass"} or host.head.head.start < name.end:
        return False
    return not any(_may_be_called_so(w, name) for w in inside[-2:])


def _may_be_called_so(noun: Word, name: Candidate) -> bool:
    """Whether a noun may be what a name behind it names."""
    person = person_noun(noun.lemma.lower()) is not None
    body = group_noun(noun.lemma.lower()) is Sort.BODY or noun.pos == "PROPN"
    return noun.pos in NOUNS and (person or noun.pos == "PROPN" if name.sort is Sort.PERSON else body)


def call(referent: Referent, noun: Candidate) -> None:
    """ "Hale is a teacher" makes Hale a person and a teacher."""
    referent.nouns.update(noun.nouns)
    if only_person(noun.head.lemma.lower()):
        referent.learn(Sort.PERSON, noun.gender, sure=True)


def nicknames(found: Iterable[Candidate], here: Mapping[int, Candidate]) -> Iterator[tuple[Candidate, Choice]]:
    """Each name that a person is said to be called by, and who it is: "Lund was dubbed the Lark"."""
    for name in found:
        bearer = (_described(name) or _dubbed(first_conjunct(name.head))) if name.kind is Kind.NAME else None
        host = here.get(bearer.i) if bearer is not None else None
        referent = host.referent if host is not None else None
        if host is None or referent is None or referent is name.referent or host.members:
            continue
        if referent.sort is not Sort.PERSON:
            continue
        best = referent.best(name.start)
        if best is not None and best.kind is Kind.NAME and name.referent is not None and name.sort is not Sort.PLACE:
            referent.merge(name.referent)
            yield name, Choice(referent, best, 0.9, "nickname")


def _described(name: Candidate) -> Word | None:
    """Whom a word in capitals describes: "Lund, the feared Capo who ..."; no party, people or faith."""
    head = name.head
    told = head.child("det") and head.child("amod", "relcl") and len(name.key) == 1 and name.entity != "NORP"
    return head.head if told and head.dep == "appos" else None


def _identified(name: Word) -> Word | None:
    """Who gets a name: "the suspect was identified as Jon Peel", "they have identified the suspect as Jon Peel"."""
    verb = name.head.head.head if name.head.head.dep == "dobj" else name.head.head
    if name.tag not in NAME_TAGS or name.head.lower != "as" or verb.lemma != "identify":
        return None
    is_told = _stands(verb) and not any(_takes_back(w) for w in (*verb.children, *name.right))
    return (verb.child("dobj") or _passive_subject(verb)) if is_told else None


def _stands(verb: Word) -> bool:
    """Not "nobody identified him", "could identify him", "if they identify him", "denied that he was identified"."""
    if any(w.dep == "aux" and w.lemma != "have" for w in verb.left) or denials(verb) or condition_mark(verb):
        return False
    if verb.dep != "ccomp":
        return True
    told = signature(verb.head.lemma, "verb", Frame.THAT)
    return told is not None and told.affirmed == _SO and _stands(verb.head)


def _takes_back(word: Word) -> bool:
    """ "Wrongly", "at first", "by mistake", "which was wrong"."""
    if word.dep in {"advcl", "relcl"}:
        return any(w.lower in _FALSE for w in word.right)
    if word.dep in {"agent", "prep"}:
        return any(w.lower in _MISTAKES for w in word.right)
    return word.lower in _FALSELY or word.lower in _AT_FIRST


def _dubbed(name: Word) -> Word | None:
    """Who gets a name: by "dub", "known as", or "it won her the nickname"."""
    verb = name.head
    if any(w.lemma in _NICKNAMES for w in (name.head, *name.left) if {w.dep, name.dep} & {"compound", "appos"}):
        verb = verb.head if name.dep == "appos" else verb
        return verb.child("dative")
    if verb.lower == "as" and verb.head.lower == "known":
        verb = verb.head
    elif verb.lemma not in _DUBBING or name.dep not in {"dobj", "oprd", "attr"}:
        return None
    return _passive_subject(verb)


def _passive_subject(verb: Word) -> Word | None:
    """Who is dubbed: "Lund, dubbed the Lark", "Lund was dubbed", "Dubbed the Lark, Lund left"."""
    if verb.tag != "VBN":
        return None
    if verb.dep == "acl":
        return verb.head
    clause = verb.head if verb.dep == "advcl" else verb
    return clause.child("nsubjpass") or (clause.child("nsubj") if clause is not verb else None)


def in_brackets(asked: Pronoun, tree: Tree, found: Iterable[Candidate]) -> Choice | None:
    """ "He (Lund) has gone," she said: an editor tells whom a pronoun stands for."""
    words, at = tree.words, asked.word.i + 1
    if at + 2 >= len(words) or words[at].text not in _BRACKETS:
        return None
    end = next((w.start for w in words[at + 1 : at + _LONGEST] if w.text == _BRACKETS[words[at].text]), None)
    for name in found:
        inside = end is not None and words[at].start < name.start and name.end <= end
        if inside and name.kind is Kind.NAME and name.referent is not None and agrees(asked, name):
            return Choice(name.referent, name, 0.95, "named beside")
    return None
