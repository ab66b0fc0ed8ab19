"""Names beside names, and names taken for other words."""

from __future__ import annotations

from extract.english.persons import known_place, person_noun
from extract.repairs.occasions import only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import is_nominal, is_verbal


def country_behind(country: Word) -> None:
    """ "was sent to Lyon, France for a fair": the country that the town is in, and no second one."""
    town = country.head
    if country.pos != "PROPN" or town.pos != "PROPN":
        return
    if town.dep != "pobj" or town.head.lower not in {"at", "from", "in", "near", "to"}:
        return
    words = country.subtree()
    if words[0].i != town.i + 2:
        return
    if any(w.dep in {"cc", "conj"} for w in (*country.right, *town.right) if w is not country):
        return
    if known_place(" ".join(w.lower for w in words)) and not known_place(town.lower):
        country.dep, town.entity = "appos", "GPE"


@only_with("who")
def body_called_who(tree: Tree) -> None:
    """ "According to WHO, cases rose": the World Health Organization, where not all is in capitals."""
    if "WHO" in tree.text and not tree.text.isupper():
        for word in tree.words:
            if word.text == "WHO":
                word.pos, word.tag, word.entity = "PROPN", "NNP", "ORG"
                if word.head.tag in {"NN", "NNP"} and word.head.i > word.i:
                    word.dep = "compound"  # "WHO director Ada Lund"


@only_with("v.", "vs.")
def versus(tree: Tree) -> None:
    """ "if Holt v. Lund arises": one case, and nobody else arises."""
    for first, versus, second in zip(tree.words, tree.words[1:], tree.words[2:], strict=False):
        if versus.lower not in {"v.", "vs."} or first.pos != "PROPN":
            continue
        name = second.head if second.dep == "compound" else second
        if name.pos != "PROPN" or not (first.holds(versus) and first.holds(name)):
            continue
        name.take_place_of(first)
        for word in [*first.left, *(w for w in first.right if w.i > name.i)]:
            word.attach(name, word.dep)
        for word in (first, versus):
            word.attach(name, "compound")
        for word in name.subtree():
            word.entity = "LAW"


def name_behind_role(name: Word) -> None:
    """ "Police arrested the driver, Jon Reker.": who the driver is, and no time or measure."""
    verb = name.head
    role = verb.child("dobj", "dative")
    if name.entity != "PERSON" or role is None or role.tag != "NN" or not is_verbal(verb):
        return
    first = name.subtree()[0]
    comma = next((w for w in verb.right if w.text == "," and w.i == first.i - 1), None)
    is_named = any(w.dep in {"det", "poss"} for w in role.left) and person_noun(role.lemma.lower()) is not None
    if comma is not None and is_named and role.subtree()[-1].i == comma.i - 1:
        comma.attach(role, "punct")
        name.attach(role, "appos")


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
