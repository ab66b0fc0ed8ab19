"""Objects that the parser gave to another word, or took for something else: "pay him 3,000", "What worried us"."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.english.wordlists import entries
from extract.repairs.occasions import only_on
from extract.repairs.parted import is_ranked
from extract.syntax.tree import Word
from extract.syntax.words import AUXILIARIES, SUBJECTS, is_nominal, is_verbal

_OBJECTIVE = frozenset({"him", "me", "them", "us"})
_BEGINNING = frozenset({"avoid", "begin", "consider", "continue", "finish", "quit", "resume", "start", "stop"})
_STAYING = frozenset({"be", "come", "go", "remain", "stay"})


@only_on(*_OBJECTIVE)
def what_worried_us(pronoun: Word) -> None:
    """ "What worried us was the price": we are what was worried, and no subject."""
    clause = next((w for w in pronoun.head.left if w.dep == "csubj" and w.i == pronoun.i - 1), None)
    if clause is not None and clause.child("dobj") is None:
        pronoun.attach(clause, "dobj")


def paid_whom(amount: Word) -> None:
    """ "Studios pay him up to $3,000": the sum is what they pay, and he is whom."""
    verb = amount.head
    whom = next((w for w in verb.right if w.dep == "dobj" and w.i < amount.i), None)
    if (
        whom is None
        or (verb.lemma != "pay" and verb.lemma not in entries("giving_verbs"))
        or whom.subtree()[-1].i + 1 != _start(amount)
    ):
        return
    money = any(w.tag == "$" for w in amount.subtree())
    if money and (whom.pos == "PRON" or is_person(whom)) and whom.child("cc") is None:
        whom.dep = "dative"


def _start(noun: Word) -> int:
    return noun.subtree()[0].i


@only_on("that")
def denied_that(that: Word) -> None:
    """ "A spokesman denied that, saying ...": it stands for what was said before, and opens nothing."""
    verb = that.head
    bare = that.tag == "IN" and not that.right and that.i > verb.i and verb.child("ccomp", "xcomp", "csubj") is None
    if bare:
        that.tag, that.pos = "DT", "PRON"


def remembered_as(adjective: Word) -> None:
    """ "They remembered her as blunt and funny": that is how, and belongs to the verb."""
    as_ = adjective.head
    if as_.dep == "prep" and as_.lower == "as" and adjective.pos == "ADJ" and as_.head.child("dobj") is not None:
        adjective.dep = "pobj"


def began_visiting(noun: Word) -> None:
    """ "They have begun visiting areas": they visit them."""
    verb, gerund = noun.head, noun.left[0] if noun.left else noun
    if verb.lemma not in _BEGINNING or gerund.tag != "VBG" or gerund.dep != "amod" or gerund.i != verb.i + 1:
        return
    if gerund.left or gerund.right:
        return
    gerund.pos = "VERB"
    gerund.attach(verb, "xcomp")
    for word in [w for w in noun.left if w is not gerund]:
        word.attach(noun, word.dep)
    noun.attach(gerund, "dobj")


def on_leave(noun: Word) -> None:
    """ "He had gone on sick leave": on leave, and he went no leave."""
    verb = noun.head
    opener = next((w for w in verb.right if w.dep in {"prep", "prt"} and w.i == _start(noun) - 1), None)
    bare = opener is not None and not opener.right and opener.lower in {"on", "in", "into", "under", "at"}
    if opener is not None and bare and verb.lemma in _STAYING and opener.i == verb.i + 1:
        opener.dep, opener.tag, opener.pos = "prep", "IN", "ADP"
        noun.attach(opener, "pobj")


@only_on("to")
def from_to(to: Word) -> None:
    """ "The price fell from 210 to 145": to 145 is how far it fell."""
    opener, noun = to.head, to.child("pobj")
    verb, first = opener.head, opener.child("pobj")
    if opener.lower != "from" or noun is None or first is None or verb.lemma not in entries("changing_verbs"):
        return
    if is_verbal(verb) and opener.i > verb.i and any(w.tag == "CD" for w in noun.subtree()):
        to.attach(verb, "prep")


@only_on("landfall")
def landfall(noun: Word) -> None:
    """ "The storm made landfall near Lorne": a noun, whatever the tagger says."""
    if noun.pos != "NOUN":
        noun.tag, noun.pos, noun.lemma = "NN", "NOUN", "landfall"


def ranked_deed(noun: Word) -> None:
    """ "Lund headed in the corner, his seventh goal of the season": no corner is a goal, and he scored once more."""
    anchor = noun.head
    deed = anchor.dep in {"dobj", "pobj"} and not is_person(anchor) and not is_person(noun)
    if is_ranked(noun) and deed and anchor.lemma != noun.lemma and any(is_verbal(w) for w in anchor.ancestors()):
        noun.dep = "dep"


def second_of_pair(noun: Word) -> None:
    """ "the daughter of a miner and a nurse", "a mix of sand and an acid", "the merger of Lorne and Tarn": of both."""
    first = noun.head
    of = next((w for w in first.right if w.dep == "prep" and w.lower == "of"), None)
    inner = None if of is None else of.child("pobj")
    if inner is None or inner.child("conj") is not None or not is_nominal(noun) or first.child("conj") is not noun:
        return
    joint = next((w for w in first.right if w.dep == "cc"), None)
    if joint is None or joint.lower != "and" or joint.i != inner.subtree()[-1].i + 1 or _start(noun) != joint.i + 1:
        return
    start = noun.subtree()[0].lower
    kin = first.lower in _KIN and start in {"a", "an"} and is_person(inner) and inner.subtree()[0].lower in {"a", "an"}
    if kin or first.lower in _MIXED or (first.lower == "union" and start != "the"):
        joint.attach(inner, "cc")
        noun.attach(inner, "conj")


_KIN = frozenset({"child", "children", "daughter", "daughters", "son", "sons", "grandson", "granddaughter"})
_MIXED = frozenset({"blend", "combination", "cocktail", "fusion", "mix", "merger", "mixture"})


def costs_as_verb(costs: Word) -> None:
    """ "They say that collecting fares costs as much": collecting them does, and nobody collects costs."""
    gerund = costs.head
    mark = next((w for w in gerund.left if w.dep == "mark"), None)
    things = [w for w in gerund.right if w.dep == "dobj"]
    if gerund.tag != "VBG" or mark is None or len(things) != 2 or gerund.child(*SUBJECTS, *AUXILIARIES) is not None:
        return
    if costs is not things[1] or costs.tag != "NNS" or costs.left or costs.i != things[0].subtree()[-1].i + 1:
        return
    costs.tag, costs.pos, costs.lemma = "VBZ", "VERB", costs.lemma.lower()
    later = [w for w in gerund.right if w.i > costs.i]
    costs.take_place_of(gerund)
    for word in (mark, *later):
        word.attach(costs, word.dep)
    gerund.attach(costs, "csubj")


def with_those_ignored(participle: Word) -> None:
    """ "with most of those who replied being ignored": most were ignored, and nobody replied so."""
    being = participle.child("auxpass")
    clause = participle.head
    opener = next((w for w in clause.ancestors() if w.dep == "prep" and w.lower == "with"), None)
    noun = None if opener is None else opener.child("pobj")
    if being is None or being.lower != "being" or clause.dep != "relcl" or noun is None or not noun.holds(clause):
        return
    participle.attach(opener or clause, "pcomp")
    noun.attach(participle, "nsubjpass")


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


def role_before_name(role: Word) -> None:
    """ "cleared it off the line and goalkeeper Ada Lund made a save": she is the goalkeeper, and did."""
    above = role.head
    joint = next((w for w in above.right if w.dep == "cc" and w.i == role.i - 1), None)
    if joint is None or role.left or role.right or role.tag != "NN" or not is_person(role):
        return
    near = role.root.subtree()
    name = next((w for w in near if w.dep in SUBJECTS and w.pos == "PROPN" and _start(w) == role.i + 1), None)
    if name is None or not is_verbal(name.head) or name.head.holds(role) or name.head.is_root:
        return
    joint.attach(name.head.head, "cc")
    role.attach(name, "compound")


def compound_in_list(noun: Word) -> None:
    """ "rifles and grenade launchers": nothing parts the two, which are one thing."""
    above = (*noun.head.right, *noun.head.head.right)
    head = next((w for w in above if w.dep in {"conj", "pobj"} and w.i == noun.i + 1), None)
    if head is None or noun.right or head.left or noun.tag not in {"NN", "NNP", "CD"} or head.tag not in {"NN", "NNS"}:
        return
    head.attach(noun.head, "conj")
    for word in list(noun.left):
        word.attach(head, word.dep)
    noun.attach(head, "compound")


@only_on("some", "many", "most", "others", "several")
def some_posing(some: Word) -> None:
    """ "armed with guns and some posing as clerks, men stormed it": some of them posed, and no guns."""
    noun, after = some.head, (*some.right, *some.head.right)
    participle = next((w for w in after if w.tag == "VBG" and w.i == some.i + 1 and w.dep == "acl"), None)
    armed = next((w for w in noun.ancestors() if w.tag == "VBN" and w.dep == "advcl"), None)
    if participle is None or armed is None:
        return
    joint = next((w for w in reversed(noun.right) if w.dep == "cc" and w.i == some.i - 1), None)
    if joint is None or armed.i > armed.head.i:
        return
    participle.attach(armed.head, "advcl")
    some.attach(participle, "nsubj")
    joint.attach(participle, "cc")


@only_on("followed", "trailed")
def followed_by(participle: Word) -> None:
    """ "Lund had 41 percent, followed by Holt with 30": it is Lund whom Holt follows."""
    share = participle.head
    verb = share.head
    if share.dep != "dobj" or not is_verbal(verb):
        return
    counted = any(w.tag == "CD" for w in share.left) or share.tag == "CD"
    if counted and participle.child("agent") is not None and verb.child("nsubj") is not None:
        participle.attach(verb, "advcl")
