"""Names of teams and people behind what they are: "the defending champions Croatia"."""

from __future__ import annotations

from extract.claims.nounphrase import is_name, is_role
from extract.english.persons import group_noun, person_noun
from extract.repairs.occasions import only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import MONTHS, SUBJECTS, WEEKDAYS, behind_comma, is_nominal, is_time, is_verbal

_WINNERS = frozenset({"champion", "finalist", "holder", "host", "leader", "newcomer", "rival", "visitor", "winner"})


def against_champions(noun: Word) -> None:
    """ "a victory against defending champions Norland": it is Norland's, and nobody defends Norland."""
    name, gerund = noun.head, noun.head.head
    if noun.lemma.lower() not in _WINNERS or gerund.tag != "VBG" or name.dep != "dobj" or not is_name(name):
        return
    if gerund.dep == "pcomp" and gerund.i == noun.i - 1 and not gerund.left:
        name.attach(gerund.head, "pobj")
        for word in list(gerund.right):
            word.attach(name, word.dep)
        gerund.attach(noun, "amod")


def champions_lost(noun: Word) -> None:
    """ "The defending champions Norland lost": Norland did."""
    clause = next((w for w in noun.right if w.dep == "relcl" and w.left), None)
    name = None if clause is None else clause.child(*SUBJECTS)
    if clause is None or name is None or noun.lemma.lower() not in _WINNERS or not noun.is_root or not is_name(name):
        return
    if name.subtree()[0].i != noun.i + 1 or not is_verbal(clause) or clause.child("aux", "auxpass") is not None:
        return
    clause.lead()
    for word in [w for w in noun.right if w is not clause]:
        word.attach(clause, word.dep)
    noun.attach(name, "compound")


def name_then_maker(name: Word) -> None:
    """ "Quill, the maker of lamps, on Tuesday showed one": Quill did, and is the maker."""
    verb = name.head
    maker = next((w for w in verb.left if w.dep in SUBJECTS), None)
    if not is_name(name) or is_time(name) or maker is None or name.i > maker.i or name.right or name.i > 2:
        return
    start = maker.subtree()[0]
    commas = [w.i for w in verb.left if w.text == ","]
    if start.lower not in {"a", "an", "the"} or name.i + 1 not in commas or start.i != name.i + 2 or is_name(maker):
        return
    if maker.subtree()[-1].i + 1 in commas:
        name.dep = maker.dep
        maker.attach(name, "appos")


def publisher_name(name: Word) -> None:
    """ "A plan to sell it to the publisher Halbe collapsed": the plan did, and Halbe is the publisher."""
    verb = name.head
    first = next((w for w in verb.left if w.dep == name.dep), name)
    if first is name or not is_name(name) or name.left:
        return
    noun = next((w for w in first.subtree() if w.i == name.i - 1), None)
    if noun is not None and noun.dep in {"pobj", "dobj"} and noun.tag == "NN" and noun.left and is_role(noun):
        name.take_place_of(noun)
        for word in list(noun.left):
            word.attach(name, word.dep)
        noun.attach(name, "compound")


def group_of_spokesman(name: Word) -> None:
    """ "A spokesman for the group, Dayport Forward, said so": the group is called that, and no spokesman is."""
    preposition = name.head.child("prep")
    group = None if preposition is None else preposition.child("pobj")
    if group is None or preposition is None or name.entity == "PERSON" or not is_name(name):
        return
    near = group.subtree()[-1].i + 2 == name.subtree()[0].i and behind_comma(name.subtree()[0])
    if near and group.tag == "NN" and group_noun(group.lower) is not None and is_role(name.head):
        name.attach(group, "appos")


def one_name(first: Word) -> None:
    """ "Ben Achter of Lowell Research": one name behind "of"."""
    second = next((w for w in first.head.right if w.i == first.i + 1 and w.dep == "pobj"), None)
    if second is not None and first.tag == second.tag == "NNP" and not first.right:
        first.attach(second, "compound")


@only_with("who")
def body_called_who(tree: Tree) -> None:
    """ "According to WHO, cases rose": the World Health Organization, where not all is in capitals."""
    if "WHO" in tree.text and not tree.text.isupper():
        for word in tree.words:
            if word.text == "WHO":
                word.pos, word.tag, word.entity = "PROPN", "NNP", "ORG"
                if word.head.tag in {"NN", "NNP"} and word.head.i > word.i:
                    word.dep = "compound"  # "WHO director Ada Lund"


def per_as_name(per: Word) -> None:
    """ "was won by Per Holt", "singer Per Holt": Per is his first name, and no preposition."""
    surname = per.child("pobj")
    if per.text != "Per" or per.i == 0 or surname is None or surname.tag != "NNP" or surname.i != per.i + 1:
        return
    above = per.head
    if is_nominal(above) and above.i == per.i - 1:
        surname.take_place_of(above)
        for word in [w for w in above.children if w is not per and w is not surname]:
            word.attach(surname, word.dep)
        above.attach(surname, "compound")
    else:
        opener = next((w for w in above.children if w.i == per.i - 1 and w.dep in {"agent", "prep"}), None)
        surname.take_place_of(per) if opener is None else surname.attach(opener, "pobj")
        surname.dep = surname.dep if opener is not None else "dobj"
    per.pos, per.tag = "PROPN", "NNP"
    per.attach(surname, "compound")


def listed_roles(name: Word) -> None:
    """ "guitarist Tom Holt, drummer Ada Lund and singer Mia Reed": three people, each with a role."""
    first = name.head
    joint, last = name.child("cc"), name.child("conj")
    if not (_has_role(first) and _has_role(name)) or name.i < first.i or joint is None or last is None:
        return
    if joint.lower == "and" and last.entity == "PERSON" and first.child("conj") is None:
        name.dep = "conj"
        for role in _roles(name):
            role.attach(name, "compound")


def _has_role(name: Word) -> bool:
    return name.pos == "PROPN" and any(person_noun(w.lower) is not None for w in _roles(name))


def _roles(name: Word) -> list[Word]:
    return [w for w in name.subtree() if w.dep == "compound" and w.tag == "NN" and w.i < name.i]


def age_listed(age: Word) -> None:
    """ "Tom Holt, 34, Ada Lund, 29, and Mia Reed": 29 is her age, and no fourth of them."""
    name = age.head
    if (
        age.tag == "CD"
        and is_name(name)
        and not is_time(name)
        and age.text.isdigit()
        and behind_comma(age)
        and not age.right
    ):
        age.dep = "appos"


def to_singer(role: Word) -> None:
    """ "The prize went to singer Ada Lund": a prize sings nothing."""
    to, name = next((w for w in role.left if w.tag == "TO"), None), role.child("dobj")
    if role.tag != "VB" or to is None or name is None or name.entity != "PERSON" or name.subtree()[0].i != role.i + 1:
        return
    if person_noun(role.lower) is None or len(role.left) > 1:
        return
    role.pos, role.tag = "NOUN", "NN"
    name.attach(role.head, "dep")
    to.attach(role.head, "prep")
    to.pos, to.tag = "ADP", "IN"
    for word in [w for w in role.right if w is not name]:
        word.attach(to.head, word.dep)
    name.attach(to, "pobj")
    role.attach(name, "compound")


def month_before_name(month: Word) -> None:
    """ "In June Tarn council approved it", "On Sunday Rovers won": no June Tarn, nor a Sunday Rovers."""
    noun = month.head
    while noun.dep == "compound":
        noun = noun.head
    known = month.lower in WEEKDAYS or month.text in MONTHS
    if not known or noun.dep not in SUBJECTS or month.i != noun.subtree()[0].i:
        return
    opener = next((w for w in noun.head.left if w.i == month.i - 1 and w.dep in {"prep", "mark"}), None)
    if opener is not None and opener.lower in _BEFORE_TIME and not opener.right:
        opener.dep = "prep"
        month.attach(opener, "pobj")


_BEFORE_TIME = frozenset({"by", "in", "on", "since", "until"})


def time_behind_name(name: Word) -> None:
    """ "was found in Verona hours after the fire", "took Verona days before the vote": no Verona hours or days."""
    noun = name.head if name.dep == "compound" else next((w for w in name.head.right if w.i == name.i + 1), None)
    if noun is None or noun.i != name.i + 1 or noun.lower not in _SPANS or name.tag != "NNP":
        return
    if name.text in MONTHS or name.lower in WEEKDAYS or any(w.dep != "compound" for w in noun.left):
        return
    later = next((w for w in noun.root.subtree() if w.i == noun.i + 1 and w.lower in {"after", "before"}), None)
    if later is None or noun.holds(later):
        return
    if name.dep == "compound" and not _takes_place(name, noun):
        return
    noun.attach(later, "npadvmod")
    name.entity = "GPE" if is_time(name) else name.entity


def _takes_place(name: Word, noun: Word) -> bool:
    """Hangs a name where the noun behind it hangs, or, where that is an adverb, on what stands before it."""
    first = name.i - sum(1 for w in noun.left if w is not name)
    opener = next((w for w in noun.root.subtree() if w.i == first - 1), None)
    if noun.dep in {"pobj", "dobj"}:
        name.take_place_of(noun)
    elif opener is not None and opener.dep == "prep" and not opener.right:
        name.attach(opener, "pobj")
    elif opener is not None and is_verbal(opener) and opener.child("dobj") is None:
        name.attach(opener, "dobj")
    else:
        return False
    for word in [w for w in noun.left if w.i < name.i]:
        word.attach(name, word.dep)
    return True


_SPANS = frozenset({"seconds", "moments", "minutes", "hours", "days", "weeks", "months", "years"})
