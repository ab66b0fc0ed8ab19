"""What belongs to the first of two parts that the parser joins: lists, what a thing is called, clefts."""

from __future__ import annotations

from extract.claims.nounphrase import is_name
from extract.claims.roles import is_person
from extract.english.persons import group_noun
from extract.factuality.signatures import reporting
from extract.repairs.coordination import go_on
from extract.repairs.occasions import QUOTATION, only_on, only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import SUBJECTS, is_nominal, is_verbal

_ONE = frozenset({"a", "an"})


def his_own(pronoun: Word) -> None:
    """ "Vaughan signed his the same afternoon": what he signed was his own."""
    noun = pronoun.head
    verb = noun.head
    if pronoun.tag != "PRP$" or noun.dep != "npadvmod" or not is_verbal(verb) or verb.i != pronoun.i - 1:
        return
    if any(w.i == pronoun.i + 1 and w.dep == "det" for w in noun.left) and verb.child("dobj") is None:
        pronoun.attach(verb, "dobj")


def what_it_was(noun: Word) -> None:
    """ "What was once a quiet valley has become the front": the valley is what it was."""
    verb = noun.head
    clause = next((w for w in verb.left if w.dep == "csubj" and w.i < noun.i), None)
    if clause is None or clause.lemma != "be" or clause.child("attr", "acomp") is not None:
        return
    what = clause.child("nsubj")
    if what is not None and what.lower == "what" and noun.subtree()[0].lower in _ONE and clause.subtree()[0] is what:
        noun.attach(clause, "attr")


def called_both(noun: Word) -> None:
    """ "She has been called a hero, a crank and a menace": she has, and no hero is a crank."""
    first = noun.head
    above = first
    while above.dep in {"appos", "conj"} and above.head is not above:
        above = above.head
    if above.dep != "oprd" or noun.i < first.i or noun.subtree()[0].lower not in _ONE or is_name(noun):
        return
    if first.subtree()[0].lower in _ONE:
        noun.dep = "conj"


def each_of_them(noun: Word) -> None:
    """ "Two died, a man who was hit by a tree and a woman whose car sank": no woman hit him."""
    first = noun.head
    if not is_nominal(first) or noun.subtree()[0].lower not in _ONE or not is_person(noun) or is_person(first):
        return
    clause = next((w for w in first.ancestors() if w.dep in {"relcl", "acl"}), None)
    owner = None if clause is None else clause.head
    if owner is None or not is_person(owner) or not owner.left or owner.left[0].lower not in _ONE:
        return
    for word in [w for w in first.right if w.dep in {"cc", "punct"} and w.i < noun.i]:
        word.attach(owner, word.dep)
    noun.attach(owner, "conj")


@only_on("as")
def named_as(preposition: Word) -> None:
    """ "Police named the woman who died when her car sank as Leila Brandt": they named her so."""
    name = preposition.child("pobj")
    if name is None or name.entity != "PERSON":
        return
    verb = next((w for w in preposition.ancestors() if w.lemma in {"name", "identify"} and is_verbal(w)), None)
    person = None if verb is None else verb.child("dobj", "nsubjpass")
    if verb is None or person is None or preposition.head is verb or not is_person(person):
        return
    if person.holds(preposition):
        preposition.attach(verb, "prep")


@only_with(QUOTATION)
def past_quoted_end(tree: Tree) -> None:
    """Farr said that was "no comfort to us", and called for an inquiry: what she said did not call for it."""
    for verb in tree.words if tree.quotes else ():
        if verb.dep != "conj" or verb.tag != "VBD" or tree.is_quoted(verb) or verb.child(*SUBJECTS) is not None:
            continue
        content, cue = verb.head, verb.head.head
        if content.dep != "ccomp" or cue.tag != "VBD" or cue.lemma not in reporting("verb") or cue.i > content.i:
            continue
        start = verb.subtree()[0].start
        comma = any(w.text == "," and content.i < w.i < verb.i for w in content.right)
        if comma and any(content.end <= a < b < start and start - b < _NEAR for a, b in tree.quotes):
            go_on(verb, cue)


_NEAR = len('", and then ')


def then_the_other(noun: Word) -> None:
    """ "Males wave one leg, then the other": both are what they wave."""
    verb = noun.head
    first = next((w for w in verb.right if w.dep == "dobj" and w.i < noun.i), None)
    if first is None:
        return
    start = noun.subtree()[0].i
    then = next((w for w in verb.right if w.lower == "then" and w.i == start - 1), None)
    if then is None or then.i - 1 not in {w.i for w in first.subtree() if w.text == ","}:
        return
    then.attach(first, "cc")
    noun.attach(first, "conj")
    if noun.tag == "JJ":
        noun.tag, noun.pos = "NN", "NOUN"


def cleft_person(verb: Word) -> None:
    """ "It is Parry, a nurse with a good lawyer, who leads them": she does, and not the lawyer."""
    noun, who = verb.head, verb.child("nsubj", "nsubjpass")
    if who is None or who.lower != "who" or noun.dep == "attr":
        return
    name = next((w for w in noun.ancestors() if w.dep == "attr"), None)
    if name is None or not is_name(name) or name.head.lemma != "be":
        return
    subject = name.head.child("nsubj")
    role = next((w for w in name.right if w.dep == "appos" and w.holds(verb)), None)
    if subject is not None and subject.lower == "it" and role is not None:
        verb.attach(name, "relcl")


def party_and_state(state: Word) -> None:
    """ "backed by Sens. Ada Keene, D-Ohio, and Dale Whit, R-Maine": by two people, and by no state."""
    name, first = state.head, state.left[0] if state.left else state
    if first.text not in {"D", "I", "R"} or first.i != state.i - 2 or not is_name(name) or name.i > state.i:
        return
    for word in [w for w in state.right if w.dep in {"cc", "conj"}]:
        word.attach(name, word.dep)
    state.dep = "dep"


def charges_including(gerund: Word) -> None:
    """ "faces charges including theft, fleeing an officer and lying": he is charged with it."""
    verb = gerund.head
    thing = verb.child("dobj")
    opener = None if thing is None else next((w for w in thing.right if w.lower == "including"), None)
    item = None if opener is None else opener.child("pobj")
    if gerund.tag != "VBG" or opener is None or item is None or item.i > gerund.i or gerund.child("conj") is None:
        return
    if item.subtree()[-1].i == gerund.subtree()[0].i - 2 and gerund.child(*SUBJECTS) is None:
        for comma in [w for w in verb.right if w.text == "," and w.i == gerund.subtree()[0].i - 1]:
            comma.attach(item, "punct")
        gerund.attach(item, "conj")


def seven_and_five(noun: Word) -> None:
    """ "a jury of seven women and five men heard": both are of the jury, and the men heard nothing apart."""
    group = noun.head
    of = next((w for w in group.right if w.dep == "prep" and w.lower == "of" and w.i == group.i + 1), None)
    first = None if of is None else of.child("pobj")
    joint = next((w for w in group.right if w.dep == "cc" and w.i == noun.subtree()[0].i - 1), None)
    if first is None or joint is None or group_noun(group.lemma.lower()) is None or first.right:
        return
    if first.child("nummod") is not None and noun.child("nummod") is not None and first.i == joint.i - 1:
        joint.attach(first, "cc")
        noun.attach(first, "conj")
