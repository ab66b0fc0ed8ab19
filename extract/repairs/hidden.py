"""Clauses that the parser took for noun phrases: their verbs put back at the head."""

from __future__ import annotations

from extract.english.wordlists import entries
from extract.factuality.signatures import reporting
from extract.repairs.occasions import only_on
from extract.syntax.tree import Word
from extract.syntax.words import AUXILIARIES, NOUN_MODIFIERS, SUBJECTS, is_nominal, subject_label

_CLAUSE_PLACES = frozenset({"ROOT", "conj", "ccomp", "advcl", "parataxis", "relcl", "dep"})
_CLAUSE_PARTS = frozenset(
    {"prep", "npadvmod", "advmod", "nsubj", "nsubjpass", "punct", "cc", "mark", "aux", "advcl", "conj"}
)
_SUBJECT_LIKE = NOUN_MODIFIERS | {"det"}


def unhide_modifier(verb: Word) -> None:
    """ "Rivera has carefully cultivated ties with Oslo": `cultivated`, taken for an adjective, has an auxiliary.

    "The two made news when ...": a past tense between "the two" and a noun has the one as its subject and
    the other as its object.
    """
    noun = verb.head
    if verb.pos != "VERB" or verb.i > noun.i:
        return
    own = verb.child("nsubj", "nsubjpass") is not None
    if own and verb.child("dobj") is not None:
        _set_apart(verb, noun)
    elif noun.dep in _CLAUSE_PLACES and (own or _finds_subject(verb, noun)):
        _take_place(verb, noun)
        noun.attach(verb, "dobj")
    elif own and verb.child("mark") is not None and noun.dep == "dobj":  # "reported that frogs preferred large ponds"
        _take_place(verb, noun)
        verb.dep = "ccomp"
        noun.attach(verb, "dobj")


def _set_apart(verb: Word, noun: Word) -> None:
    """A whole clause before a noun is a sentence of its own, lost through a full stop that is none."""
    above = noun.head if noun.head is not noun else noun
    verb.attach(above, "parataxis")


def _finds_subject(verb: Word, noun: Word) -> bool:
    """Makes "the two" the subject of a past tense that stands right after it."""
    before = [w for w in noun.left if w.i < verb.i and w.dep in _SUBJECT_LIKE]
    if verb.tag != "VBD" or not before or before[-1].tag not in {"CD", "DT", "PRP", "NNS", "NNP"}:
        return False
    subject = before[-1]
    if subject.tag == "DT" and len(before) == 1 and subject.lower in {"the", "a", "an"}:
        return False
    listed = noun.dep == "conj" and noun.head.dep in {"dobj", "pobj"}
    if listed and subject.lower in {"any", "no", "some"}:
        return False  # "slower lines and some dropped calls"
    for word in before[:-1]:
        word.attach(subject, word.dep)
    subject.attach(verb, "nsubj")
    return True


def _take_place(verb: Word, old: Word) -> None:
    """Puts `verb` where `old` hangs, with the parts of the clause that hung on `old`."""
    verb.take_place_of(old)
    for child in [*old.left, *old.right]:
        outer = child.dep in _CLAUSE_PARTS and (child.i < verb.i or child.dep in {"punct", "cc", "conj", "advcl"})
        if child is not verb and (outer or (child.dep in {"relcl"} and child.left and child.left[0].tag == "WRB")):
            child.attach(verb, "advcl" if child.dep == "relcl" else child.dep)


def unhide_participle(verb: Word) -> None:
    """ "Heavy rain flooded the valley": `flooded`, taken for a participle of `rain`, has an object."""
    noun = verb.head
    if verb.tag != "VBN" or verb.child("dobj") is None or verb.i < noun.i or noun.dep not in _CLAUSE_PLACES:
        return
    if verb.child("agent", "mark", *AUXILIARIES) is not None or verb.lemma in entries("giving_verbs"):
        return
    if not is_nominal(noun) or noun.child("nsubj", "cop") is not None or _after_punctuation(verb):
        return
    verb.tag = "VBD"
    _take_place(verb, noun)
    noun.attach(verb, "nsubj")


#: Whoever is told something has content as a participle too: "people told that the mill was safe".
_TELLING = frozenset(
    {"tell", "inform", "assure", "convince", "promise", "advise", "warn", "notify", "remind", "satisfy"}
)


def unhide_report(verb: Word) -> None:
    """ "A panel of experts reported in May that troops had left": a participle has no content of its own."""
    top, content = verb.head, verb.child("ccomp")
    if verb.tag not in {"VBN", "VBD"} or verb.lemma not in reporting("verb") or verb.lemma in _TELLING:
        return
    if content is None or content.i < verb.i or content.child(*SUBJECTS, "expl") is None:
        return
    if verb.child("agent", "mark", *SUBJECTS, *AUXILIARIES) is not None:
        return
    while top.dep in {"pobj", "prep", "appos"} and (is_nominal(top.head) or top.head.dep == "prep"):
        top = top.head
    if not is_nominal(top) or top.dep not in _CLAUSE_PLACES or top.child("nsubj", "nsubjpass", "cop") is not None:
        return
    verb.tag = "VBD"
    inside = [w for w in top.right if w.i < verb.i and w.dep == "prep"]
    _take_place(verb, top)
    for preposition in inside:
        preposition.attach(top, "prep")
    top.attach(verb, "nsubj")


def unhide_behind_participle(verb: Word) -> None:
    """ "Two hikers feared dead were found alive": who was feared dead was found."""
    participle = verb.head
    subject, state = participle.child("nsubj"), participle.child("oprd", "acomp")
    if subject is None or state is None or not participle.i < state.i < verb.i or participle.tag not in {"VBD", "VBN"}:
        return
    finite = any(w.dep in AUXILIARIES and w.tag in {"VBD", "VBP", "VBZ"} for w in verb.left) or verb.tag == "VBD"
    if not finite or verb.child("nsubj", "nsubjpass", "expl", "mark") is not None or verb.child("cc") is not None:
        return
    if participle.child(*AUXILIARIES, "cc") is not None or participle.dep not in _CLAUSE_PLACES:
        return
    _take_place(verb, participle)
    subject.dep = subject_label(verb)
    participle.tag = "VBN"
    participle.attach(subject, "acl")


def unhide_main(root: Word) -> None:
    """ "The dam that the state built floods fields": the main verb was lost in the relative clause.

    It is a noun by its tag that has an object, or the last of the relative clause's verbs, coordinated
    without a conjunction ("The firm, whose sales fell, shut plants") or right behind its preposition ("The house he
    lived in burned").
    """
    if not is_nominal(root) or root.child("nsubj", "nsubjpass", "cop", "csubj") is not None:
        return
    clause = root.child("relcl")
    verb = None if clause is None else _lost_verb(clause)
    if verb is None or clause is None:
        return
    verb.pos = "VERB"
    verb.tag = {"NNS": "VBZ", "NNPS": "VBZ", "VBN": "VBD"}.get(verb.tag, verb.tag)
    for mark in [w for w in clause.right if w.dep == "punct" and w.i < verb.i]:
        mark.attach(root, "punct")
    of_noun = [w for w in root.right if w.dep == "prep" and w.i < clause.i]
    behind = [w for w in clause.right if w.i > verb.i and w.dep != "punct"]
    verb.attach(root, "conj")
    _take_place(verb, root)
    root.attach(verb, "nsubj")
    for word in of_noun:
        word.attach(root, "prep")
    for word in behind:
        word.attach(verb, word.dep)


def _lost_verb(clause: Word) -> Word | None:
    for word in clause.right:
        if word.dep == "dobj" and word.tag in {"NNS", "NNPS"} and word.child("dobj") is not None:
            return word
        if word.dep == "conj" and word.tag in {"VBD", "VBN", "VBZ", "VBP"} and clause.child("cc") is None:
            return word if word.child("nsubj", "nsubjpass", *AUXILIARIES) is None else None
        if word.dep == "advcl" and word.tag in {"VBD", "VBN"} and not word.left:
            stranded = next((w for w in clause.right if w.dep == "prep" and w.i == word.i - 1), None)
            return word if stranded is not None and not stranded.right else None
    return None


def _after_punctuation(verb: Word) -> bool:
    return any(w.dep == "punct" and w.i == verb.i - 1 for w in (*verb.left, *verb.head.right))


def main_after_dashes(noun: Word) -> None:
    """ "Four robbers -- two dressed as women -- made off": a past tense behind an aside is the main verb."""
    if not is_nominal(noun) or noun.head is not noun:
        return
    inside = noun.subtree()
    dashes = [w.i for w in inside if w.text in {"--", "–", "—"} and w.i > noun.i]
    verb = next((w for w in inside if len(dashes) == 2 and w.i == dashes[1] + 1), None)
    if verb is not None and verb.tag in {"VBD", "VBN"} and dashes[0] < verb.head.i < dashes[1]:
        verb.tag, verb.pos = "VBD", "VERB"
        verb.lead()
        noun.attach(verb, "nsubj")


def subject_after_source(verb: Word) -> None:
    """ "According to Reed, head of Veltra, the number is small": the noun before the verb is no name of Veltra's."""
    source = next((w for w in verb.left if w.lower == "according"), None)
    if source is None or verb.child(*SUBJECTS, "expl") is not None:
        return
    last = next((w for w in reversed(source.subtree()) if w.dep == "appos" and w.i < verb.i), None)
    ends = last.subtree()[-1].i if last is not None else 0
    between = [w for w in verb.left if ends < w.i]
    if (
        last is not None
        and is_nominal(last)
        and all(w.dep in {"aux", "auxpass", "neg", "advmod", "punct"} for w in between)
    ):
        last.attach(verb, "nsubjpass" if verb.child("auxpass") else "nsubj")


def dead_and_missing(state: Word) -> None:
    """ "The flood left two people dead and nine missing": nine are missing, and nobody who is dead is."""
    verb, people = state.head, state.child("nsubj")
    dead = None if people is None else next((w for w in people.right if w.dep == "amod" and w.tag == "JJ"), None)
    others = None if people is None else people.child("conj")
    if verb.lemma != "leave" or people is None or dead is None or others is None or others.i != state.i - 1:
        return
    if not people.i < dead.i < others.i or not _is_bare_state(state):
        return
    people.attach(verb, "dobj")
    dead.attach(verb, "oprd")
    for joint in [w for w in people.right if w.dep == "cc"]:
        joint.attach(verb, "cc")
    state.tag, state.pos = "VBN", "VERB"
    state.attach(verb, "conj")
    others.attach(state, "nsubj")


def _is_bare_state(state: Word) -> bool:
    return state.tag in {"JJ", "VBN", "VBG"} and state.child(*AUXILIARIES, "dobj") is None


@only_on("more")
def dozens_more(more: Word) -> None:
    """ "two were killed and dozens more wounded": dozens more, and no more wounded than before."""
    noun = next((w for w in more.head.left if w.dep in SUBJECTS and w.i == more.i - 1), None)
    if noun is not None and (noun.lower in _MANY or noun.tag == "CD") and not more.left:
        more.attach(noun, "amod")


_MANY = frozenset({"dozens", "hundreds", "many", "millions", "scores", "several", "thousands"})
