"""Names beside names and roles, and names taken for other words."""

from __future__ import annotations

from extract.claims.appositions import KIN
from extract.claims.nounphrase import is_role
from extract.claims.roles import is_person
from extract.english.persons import Sort, group_noun, known_place, listed_person, person_noun
from extract.english.wordlists import entries
from extract.repairs.coordination import UNTIL, go_on
from extract.repairs.occasions import QUOTATION, only_on, only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    SUBJECTS,
    has_article,
    has_before,
    has_subject,
    is_finite,
    is_nominal,
    is_verbal,
    opens_behind_comma,
    subject_label,
)


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


def person_behind_place(name: Word) -> None:
    """ "Senators Ann Holt of Lorne and Mark Lund of Tarn": two senators; Holt is not of Lund."""
    place = name.head
    person = place.head.head
    whole = name.pos == place.pos == "PROPN" and any(w.dep == "compound" for w in name.left)
    behind = place.dep == "pobj" and place.head.lower in {"from", "in", "of"}
    if whole and behind and name.entity == person.entity == "PERSON":
        go_on(name, person)
        name.adopt(w for w in person.right if w.i > name.i and w.dep in {"prep", "relcl"})


def place_before_person(place: Word) -> None:
    """ "Senators Ann Holt of Lorne and Mark Lund of Tarn": "Lorne and Mark" is no part of his name."""
    name, given = place.head, place.child("conj")
    joined = place.child("cc") is not None and given is not None and given.i == name.i - 1
    if given is None or not joined or name.dep != "pobj" or name.head.i != place.i - 1:
        return
    if place.pos == "PROPN" and given.entity == name.entity == "PERSON" != place.entity:
        place.take_place_of(name)
        name.attach(place, "conj")
        given.attach(name, "compound")
        person_behind_place(name)


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
        name.adopt([*first.left, *(w for w in first.right if w.i > name.i)])
        name.adopt((first, versus), "compound")
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
    is_named = has_article(role) and person_noun(role.lemma.lower()) is not None
    if comma is not None and is_named and role.subtree()[-1].i == comma.i - 1:
        role.hang(punct=comma, appos=name)


def per_as_name(per: Word) -> None:
    """ "was won by Per Holt", "singer Per Holt": Per is his first name, and no preposition."""
    surname = per.child("pobj")
    if per.text != "Per" or per.i == 0 or surname is None or surname.tag != "NNP" or surname.i != per.i + 1:
        return
    above = per.head
    if is_nominal(above) and above.i == per.i - 1:
        surname.take_place_of(above)
        surname.adopt(w for w in above.children if w is not per and w is not surname)
        above.attach(surname, "compound")
    else:
        opener = next((w for w in above.children if w.i == per.i - 1 and w.dep in {"agent", "prep"}), None)
        surname.take_place_of(per) if opener is None else surname.attach(opener, "pobj")
        surname.dep = surname.dep if opener is not None else "dobj"
    per.attach(surname, "compound", "NNP")


def to_singer(role: Word) -> None:
    """ "The prize went to singer Ada Lund": a prize sings nothing."""
    to, name = next((w for w in role.left if w.tag == "TO"), None), role.child("dobj")
    if role.tag != "VB" or to is None or name is None or name.entity != "PERSON" or name.subtree()[0].i != role.i + 1:
        return
    if person_noun(role.lower) is None or len(role.left) > 1:
        return
    role.retag("NN")
    name.attach(role.head, "dep")
    to.attach(role.head, "prep", "IN")
    to.head.adopt(w for w in role.right if w is not name)
    name.attach(to, "pobj")
    role.attach(name, "compound")


def title_behind_opener(name: Word) -> None:
    """ "fell after teenager Olof Berg hit him": "after" opens a clause, and Berg is the teenager."""
    verb = name.head
    opener, noun = _opener(verb) if name.pos == "PROPN" else (None, None)
    if opener is None or noun is None or noun.i != name.subtree()[0].i - 1 or not is_role(noun):
        return
    if opener.i < noun.i < name.i and noun.subtree()[-1] is noun:
        noun.attach(name, "compound")
        opener.attach(verb, "mark")


def _opener(verb: Word) -> tuple[Word | None, Word | None]:
    """A word before a verb that may open its clause, and the noun that the parser hung on it."""
    opener = next((w for w in verb.left if w.dep == "prep" and w.lower in UNTIL), None)
    return opener, opener.child("pobj") if opener is not None else None


_FORMS = frozenset({"inc.", "inc", "ltd.", "ltd", "llc", "corp.", "plc", "l.p.", "llp", "n.v.", "s.a."})


@only_on(*_FORMS)
def name_before_form(form: Word) -> None:
    """ "Orvia, Inc. holds it": the name goes on behind the comma."""
    above = form.head
    if above.i == form.i - 2 and form.dep == "conj" and above.tag == "NNP" and form.child("cc", "conj") is None:
        form.take_place_of(above)
        form.adopt(above.right)
        above.attach(form, "nmod")
        return
    name = next((w for w in above.left if w.i == form.i - 2 and w.tag == "NNP"), None)
    comma = next((w for w in above.left if w.i == form.i - 1 and w.text == ","), None)
    if name is not None and comma is not None:
        form.hang(punct=comma, nmod=name)


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
    cue.adopt(w for w in verb.children if w.i < cue.i or (w.text == "." and cue.is_root))
    verb.attach(cue, "ccomp")
    speaker.adopt(before[:-1])
    speaker.attach(cue, "nsubj")


def _describes(name: Word, other: Word) -> bool:
    """ "A onetime co-worker has been charged", "A magnitude 6 earthquake struck"."""
    first = other.subtree()[0]
    numbered = name.tag == other.tag == "NN" and first.tag == "CD" and not name.right
    return (numbered or (name.tag == "JJ" and other.pos == "NOUN")) and first.i == name.i + 1


def double_subject(name: Word) -> None:
    """ "Kim Min-jun scored", "State news agency IRNA said": two names side by side are one subject."""
    other = next((w for w in name.head.left if w.dep == name.dep and w.i > name.i), None)
    if other is None:
        if name.i > name.head.i and has_before(name.head, SUBJECTS):
            _give_content(name, name.head)
        return
    more = name.child("relcl") is not None and any(w.tag == "JJR" for w in name.left)
    if more and name.left[0].lower == "the":
        name.dep = "dep"  # "the more noise he makes, the more the public laughs"
        return
    behind = [w for c in name.right if c.dep == "appos" for w in c.right if w.dep == "cc"]
    name.adopt(
        (w for w in behind if w.i == other.subtree()[0].i - 1), "cc"
    )  # "The mayor, Ada Lund, and ten clerks were fined"
    if name.right and name.right[-1].dep == "cc":
        other.attach(name, "conj")  # "Not the driver but the owner was fined"
        return
    if _describes(name, other):
        other.adopt(name.left)
        name.attach(other, "amod" if name.tag == "JJ" else "nmod")
        return
    stop = [w.i for w in name.right if w.text == "." and w.i == name.i + 1]  # "Police Lt. Ada Reed"
    if (name.pos != "PROPN" and name.tag != "NN") or other.pos != "PROPN" or len(name.right) > len(stop):
        return
    first = other.left[0] if other.left else other
    if first.i == name.i + 1 + len(stop):
        name.attach(other, "compound")


def _give_content(noun: Word, cue: Word) -> None:
    """ "Some said Lund, while armed, did not fire": who did not is no second subject of "said"."""
    content = next((w for w in cue.right if w.dep == "ccomp" and w.i > noun.i), None)
    if content is not None and content.child(*SUBJECTS, "mark", "expl") is None and is_finite(content):
        noun.attach(content, subject_label(content))


def second_place(noun: Word) -> None:
    """ "in Lima, Peru on Friday": `Peru` tells where Lima is."""
    if noun.entity != "GPE":
        return
    beside = {w.i: w for w in noun.head.subtree(lambda w: w is noun)}
    place, mark = beside.get(noun.i - 2), beside.get(noun.i - 1)
    if place is not None and mark is not None and place.entity == "GPE" and mark.dep == "punct":
        place.hang(appos=noun, punct=mark)


def incumbent_name(adjective: Word) -> None:
    """ "They challenged incumbent Senator Lund": they made nobody incumbent."""
    verb = adjective.head
    if adjective.right or verb.lemma in _STATING or not is_verbal(verb) or adjective.i != verb.i + 1:
        return
    name = next((w for w in verb.right if w.tag == "NNP" and w.subtree()[0].i == adjective.i + 1), None)
    if name is not None and name.dep in {"npadvmod", "appos", "dep", "dobj"} and name.left:
        name.dep = "dobj"
        adjective.attach(name, "amod")


_STATING = frozenset(
    {"appear", "be", "become", "call", "declare", "find", "get", "go", "keep", "leave", "look", "make", "remain"}
    | {"seem", "stay", "turn"}
)


def name_is_subject(name: Word) -> None:
    """ "Bruning, ending a visit, said it was over": a name in -ing is no clause before it, but who said so."""
    verb = name.head
    if name.tag not in {"NNP", "NNPS", "VBG"} or name.i > 0 or not (is_verbal(verb) and is_finite(verb)):
        return
    beside = [w for w in name.right if w.i == 1]
    bare = bool(beside) and beside[0].text == "," and not any(w.dep in _BELOW_VERB for w in name.children)
    if verb.i > 2 and bare and not has_subject(verb):
        name.dep = subject_label(verb)
        name.retag("NNP")


_BELOW_VERB = frozenset({"aux", "ccomp", "dobj", "mark", "nsubj", "prep", "xcomp"})


def given_beside_name(thing: Word) -> None:
    """ "Results gave the mayor, Ada Lind, a lead of 300 votes": she is no lead."""
    name = thing.head
    verb = name.head if name.dep == "npadvmod" else name.head.head
    whom = verb.child("dobj")
    if name.tag != "NNP" or whom is None or verb.lemma not in entries("giving_verbs") or listed_person(thing.lemma):
        return
    is_beside = name.head is whom or (name.dep == "npadvmod" and whom.i < name.i)
    if is_beside and thing.tag in {"NN", "NNS"} and any(w.lower in {"a", "an"} for w in thing.left):
        name.attach(whom, "appos")
        whom.dep = "dative"
        thing.attach(verb, "dobj")


def whose_name(name: Word) -> None:
    """ "A former adviser to the minister, Hugo Reis", "the sister of the singer, Ana Ruiz": the adviser, the sister.

    "A trader of the firm, Ann Berg": no firm is she.
    """
    noun = name.head
    outer = noun.head.head
    if name.entity != "PERSON" or noun.dep != "pobj" or noun.head.dep != "prep":
        return
    if not (is_role(outer) or outer.lower == "figure"):
        return
    nobody = noun.tag == "NN" and not (is_role(noun) or is_person(noun) or any(w.dep == "det" for w in name.left))
    other = noun.entity == "PERSON" and name.i > noun.i + 1 and is_role(outer)  # "an aide to Governor Reed, Ana Ruiz"
    if nobody or other or (is_role(noun) and (any(w.lower in {"a", "an"} for w in outer.left) or outer.lemma in KIN)):
        name.attach(outer, "appos")


@only_with("also", "then")
def also_named(noun: Word) -> None:
    """ "Tom Lund, also a Liberal": it belongs to what he is, and not to his name."""
    first = noun.subtree()[0]
    noun.adopt((w for w in noun.head.right if w.lower in {"also", "then"} and w.i == first.i - 1), "advmod")


@only_with("turned")
def turned_something(tree: Tree) -> None:
    """ "the swimmer turned actress", "A clerk turned spy was shot": one person, and no clause about turning."""
    for before, turned, noun in zip(tree.words, tree.words[1:], tree.words[2:], strict=False):
        if turned.lower != "turned" or noun.left or {before.tag, noun.tag} != {"NN"}:
            continue
        if not is_role(noun) or not is_role(before) or noun is turned.head:
            continue
        top = turned if before.head is turned else before
        if noun.head is turned and not top.is_root:
            noun.attach(top.head, "appos" if top.dep == "relcl" else "nsubj" if top.dep == "csubj" else top.dep)
        elif noun.dep in SUBJECTS and noun.head.head is turned:
            noun.head.take_place_of(turned)
        else:
            continue
        noun.adopt([*turned.children, *before.children])
        before.attach(noun, "compound")
        turned.attach(noun, "compound")


def born_to_whom(role: Word) -> None:
    """ "Born in Lorne, one of six sons of a miner, Lund was called Chip": he is the one, and he was called so.

    "They are from Arbeck, a town on the coast, Lund said": what stands between belongs to what he said.
    """
    verb = role.head
    name = next((w for w in verb.left if w.dep == role.dep and w.i > role.i), None)
    if name is None or name.pos != "PROPN" or role.pos == "PROPN" or role.subtree()[0].i == 0 or name.child("cc"):
        return
    comma = name.subtree()[0].i - 1
    if role.subtree()[-1].i != comma - 1 or not any(w.text == "," and w.i == comma for w in verb.left):
        return
    if any(w.text == "," and w.i > name.i for w in verb.left):
        return
    content = next((w for w in verb.left if w.dep == "ccomp"), None)
    said = [] if content is None else [w for w in content.subtree() if w.pos != "PUNCT" and w.i < role.i]
    if not said:
        role.attach(name, "appos")
    elif is_nominal(said[-1]):
        role.attach(said[-1], "appos")
        said[-1].adopt((w for w in verb.left if w.text == "," and said[-1].i < w.i < role.i), "punct")


def worlds_largest(thing: Word) -> None:
    """ "The airport, the country's busiest, handled 20 million people": the airport did, and no country."""
    owner = next((w for w in thing.head.left if w.dep == thing.dep and w.i > thing.i), thing)
    best = next((w for w in owner.right if w.tag == "JJS" and w.dep == "amod"), None)
    if best is None or owner is thing or owner.child("case") is None or not opens_behind_comma(owner):
        return
    best.attach(thing, "appos")
    best.pos = "NOUN"
    owner.attach(best, "poss")


def title_of_second(name: Word) -> None:
    """ "President Lang and nominee Ada Kern": Kern is the nominee, and no other name of Lang."""
    noun = name.head
    role = next((w for w in noun.right if w.dep == "conj" and w.i == name.subtree()[0].i - 1), None)
    if role is None or name.pos != "PROPN" or noun.pos != "PROPN" or not is_role(role) or role.right:
        return
    name.attach(noun, "conj")
    role.attach(name, "compound")
    name.adopt(role.left)


def name_of_whole(name: Word) -> None:
    """ "The company that owns the plant, Starburst Inc., said so": no plant is called so."""
    noun = name.head
    clause = next((w for w in noun.ancestors() if w.dep == "relcl"), None)
    if name.pos != "PROPN" or noun.pos != "NOUN" or clause is None or not clause.head.i < clause.i < noun.i < name.i:
        return
    whole = clause.head
    firm = name.entity == "ORG" and group_noun(whole.lemma) is Sort.BODY and group_noun(noun.lemma) is not Sort.BODY
    person = name.entity == "PERSON" and is_person(whole) and not is_person(noun)
    if whole.dep in SUBJECTS and (firm or person) and whole.head.i > name.i:
        name.attach(whole, "appos")


def role_and_owner(noun: Word) -> None:
    """ "She ignored banker Karl Lund's request": what she ignored is the request, and he is the banker."""
    if not is_role(noun) or noun.tag != "NN" or has_article(noun):
        return
    near = (*noun.right, *noun.head.right, *noun.head.head.right)
    thing = next((w for w in near if w.i > noun.i and w.subtree()[0].i == noun.i + 1), None)
    owner = None if thing is None else thing.child("poss")
    if thing is None or owner is None or owner.pos != "PROPN" or not thing.dep.endswith(("obj", "appos", "dative")):
        return
    thing.take_place_of(noun)
    owner.adopt((*noun.left, noun), "compound")


def which_is_nobody(verb: Word) -> None:
    """ "the Home List, founded by a presenter, Gitte Moll, which took 29 seats": the list took them."""
    person, which = verb.head, verb.left[0] if verb.left else None
    if which is None or which.lower != "which" or which.dep not in {*SUBJECTS, "dobj"} or not is_person(person):
        return
    role = next((w for w in person.root.subtree() if w.i == person.subtree()[0].i - 2), None)
    named = role is not None and is_person(role) and role.pos == "NOUN" and person.tag == "NNP"
    if not named and person.pos != "NOUN":
        return
    thing = next((w for w in person.ancestors() if is_nominal(w) and w.i < person.i and not is_person(w)), None)
    comma = next((w for w in person.right if w.text == "," and w.i == which.i - 1), None)
    if thing is not None and thing.dep != "pobj" and comma is not None:
        thing.hang(punct=comma, relcl=verb)


@only_with(QUOTATION)
def by_nickname(tree: Tree) -> None:
    """'Ada "the Bull" Gravano lives here': the words in quotation marks are part of her name."""
    for start, end in tree.quotes:
        inside = [w for w in tree.words if start <= w.start < end]
        if not inside or len(inside) > _LONGEST_NICKNAME or inside[0].i == 0 or inside[-1].i + 1 >= len(tree.words):
            continue
        first, last = tree.words[inside[0].i - 1], tree.words[inside[-1].i + 1]
        close = first.end + 2 >= inside[0].start - 1 and last.start <= inside[-1].end + 2
        names = last.tag == "NNP" and first.text[:1].isupper() and first.text.isalpha() and inside[-1].tag == "NNP"
        if not close or not names or (first.tag not in {"NNP", "JJ"} and first.i > 0):
            continue
        parts = [first, *inside]
        outer = next((w for w in parts if w.head not in (*parts, last)), None)
        if outer is not None and outer.holds(last):
            last.take_place_of(outer)
        last.adopt((w for w in parts if not w.holds(last)), "compound")
        first.retag("NNP")


_LONGEST_NICKNAME = 4
