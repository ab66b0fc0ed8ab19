"""Titles before names, attached as they are meant: a repair of the parse.

In "the novelist Ines Kort left" the parser often makes the novelist the subject and the name an aside; the
name is the head, and what stands before it without a comma is its title.
"""

from __future__ import annotations

from extract.claims.nounphrase import is_kind, is_name, is_role
from extract.factuality.signatures import reporting
from extract.syntax.tree import Tree, Word
from extract.syntax.words import SUBJECTS, WEEKDAYS, has_article

#: "Veltra's CEO": a role, whatever its capitals.
_POSTS = frozenset({"CEO", "CFO", "CIO", "COO", "CTO", "MEP", "MP", "PM", "VP"})
_OF_ADJECTIVES = ("able", "ful", "ible", "istic", "less", "ous")
_PLACES_OF_NAMES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos"})


def join_titles(tree: Tree) -> None:
    """Makes a name the head of the description right before it."""
    for word in tree.words:
        if word.text in _POSTS and word.tag == "NNP" and has_article(word):
            word.pos, word.tag, word.lemma = "NOUN", "NN", word.lower
        if word.pos == "ADJ" and word.entity in {"PERSON", "ORG", "GPE"}:
            _name_not_adjective(word)
        if word.pos == "PROPN" and word.text.islower() and word.text.endswith(_OF_ADJECTIVES) and not word.entity:
            word.retag("JJ")  # called the ferries "anachronistic"
        if word.pos == "PROPN":
            _join_title(word)
        elif word.dep == "conj" and word.pos == "NOUN":
            _join_roles(word)


def _join_title(word: Word) -> None:
    if word.lower in WEEKDAYS:
        return  # "told reporters Friday"
    if word.dep == "appos" or (word.dep == "pobj" and word.head.child("pobj") is not word):
        _join_apposition(word)
    elif word.dep == "pobj" and word.entity == "PERSON":
        _join_office(word)
    elif word.dep == "npadvmod" and word.i < word.head.i:
        _join_subject(word)
    elif word.dep in ("dobj", "oprd", "npadvmod"):
        _join_second_object(word)
    elif word.dep == "conj":
        _join_two_titles(word)
        _join_ampersand(word)
    elif word.dep in SUBJECTS and word.head.left:
        _hang_description(word)


def _name_not_adjective(word: Word) -> None:
    """ "Pruitt, 58, has never lost", the name tagged as an adjective: what has an entity type and is a subject."""
    if word.dep in _PLACES_OF_NAMES and word.text[0].isupper() and not word.left:
        word.retag("NNP")


def _first(word: Word) -> int:
    while word.left:
        word = word.left[0]
    return word.i


def _follows(name: Word, noun: Word) -> bool:
    """Whether a name stands right behind a noun, with no word or comma between."""
    return _first(name) == noun.i + 1


def _join(noun: Word, name: Word) -> None:
    """ "the novelist Ines Kort, who ..., won": what hung on the noun behind the name hangs on the name."""
    name.take_place_of(noun)
    if name.dep == "npadvmod" and name.entity == "PERSON" and name.head.i < name.i and not name.head.child("dobj"):
        name.dep = "dobj"  # "They dropped striker Jan Holt": nobody is when or how much they did
    noun.attach(name, "compound")
    name.adopt(w for w in noun.right if w.i > name.i)


def _join_office(name: Word) -> None:
    """ "Director of National Safety Ines Kort left": she did, and is the director."""
    of, office = name.head, name.head.head
    before = [w for w in name.left if w.dep == "compound"]
    body = [w for w in before if w.entity != "PERSON"]
    if of.lower != "of" or of.i != office.i + 1 or office.left or not body or len(body) == len(before):
        return
    if body[-1].i > before[len(body)].i or not is_name(office) or not is_role(office):
        return
    _join(office, name)
    office.dep = "nmod"
    body[-1].attach(of, "pobj")
    body[-1].adopt(body[:-1], "compound")


def _join_subject(name: Word) -> None:
    """ "Defence firm Arkos bribed officials": the firm is Arkos."""
    noun = next((w for w in name.head.left if w.dep in SUBJECTS and w.i < name.i), None)
    if noun is not None and noun.pos == "NOUN" and _follows(name, noun) and (is_role(noun) or is_kind(noun)):
        _join(noun, name)


def _join_second_object(name: Word) -> None:
    """ "told the news agency Meridian": one object, not two."""
    before = [w for w in name.head.right if w.i < name.i and w.dep in ("dobj", "dative")]
    if not before or (name.left and not is_name(name.left[0])):
        return
    noun = before[-1]
    if noun.pos == "NOUN" and _follows(name, noun) and (is_role(noun) or is_kind(noun)):
        name.dep = noun.dep
        noun.attach(name, "compound")


def _join_two_titles(name: Word) -> None:
    """ "Actor and singer Leon Fry": one person, for neither noun has an article."""
    first = name.head
    second = next((w for w in name.left if w.dep == "compound" and not is_name(w) and is_role(w)), None)
    if second is None or first.pos != "NOUN" or not is_role(first) or has_article(first) or has_article(second):
        return
    joint = [w for w in first.right if w.i < name.i]
    if not is_name(name) or [w.dep for w in joint] != ["cc"] or first.tag != "NN":
        return
    _join(first, name)
    second.attach(first, "conj")


def _join_ampersand(name: Word) -> None:
    """ "Mills & Sons" is one firm."""
    first = name.head
    ampersand = next((w for w in first.right if w.dep == "cc" and w.text == "&" and w.i == name.i - 1), None)
    if ampersand is not None and (first.pos == "PROPN" or (first.text[0].isupper() and name.text[0].isupper())):
        ampersand.dep = name.dep = "compound"
        last = first.right[-1]
        if last.i == name.i + 1 and last.dep == "conj" and last.pos == "PROPN":  # "Northern & Western Ferries"
            _join(first, last)


def _join_roles(role: Word) -> None:
    """ "head of the survey and chairman of the trust": two roles, not a study and a chairman.

    "Its coach, Bo Roth, and captain, Jan Holt, left": Holt is the captain, and no coach. So do two more who left.
    """
    thing = role.head
    preposition = thing.head
    own = next((w for w in preposition.right if w.dep == "appos" and _first(w) == role.i + 2), None)
    second = own is not None and is_name(own) and is_role(role)
    if thing.dep == "appos" and is_name(thing) and (second or (role.tag == "NNS" and preposition.tag == "NN")):
        preposition.adopt(w for w in thing.right if w.dep == "cc")
        role.attach(preposition, "conj")
        if second and own is not None:
            own.attach(role, "appos")
        return
    first = preposition.head
    if thing.dep != "pobj" or preposition.lower not in ("of", "for", "at"):
        return
    if is_role(role) and is_role(first) and not is_role(thing) and not has_article(role):
        for word in [w for w in thing.right if w.dep in ("cc", "punct", "prep") and w is not role]:
            word.attach(first if word.i < role.i else role, word.dep)
        role.attach(first, "conj")


def _hang_description(name: Word) -> None:
    """ "A student of the composer Ada Holm, Fry wrote 200 songs": Fry wrote them; the student is Fry.

    "The son of a miner, Fry denied the report", but "The son of a miner, Fry said, had left".
    """
    verb = name.head
    first = next((w for w in verb.left if w.dep in SUBJECTS and w.i < name.i), None)
    between = [w for w in verb.left if w.i == _first(name) - 1]
    if (
        first is None
        or first.pos != "NOUN"
        or name.child("cc") is not None
        or [w.text for w in between] != [","]
        or not first.left
    ):
        return
    held = first.left[0].lower == "the" and is_role(first) and first.child("prep") is not None
    is_cue = verb.lemma in reporting("verb") and verb.child("dobj") is None
    if first.left[0].lower in ("a", "an") or (held and not is_cue):
        first.attach(name, "appos")


def _join_apposition(name: Word) -> None:
    """ "the novelist Ines Kort": her title. "His opponent for mayor, Ines Kort": the opponent is named, and nobody is
    mayor. "The chairman of Veltra, Ines Kort", "The senator representing Tarn, Ines Kort": she is, and no firm or town.
    """
    office = name.head if name.dep == "appos" else name.head.child("pobj") or name.head
    if office.pos == "PROPN" and office.dep in {"dobj", "pobj"} and name.i > _first(name) - 1 > office.i:
        above = office.head.head
        told = office.head.dep in {"acl", "relcl"}
        held = is_role(above) if name.entity == "PERSON" else above.lemma == "capital"
        if above.tag == "NN" and held and (told or (office.dep == "pobj" and office.entity != "PERSON")):
            name.attach(above, "appos")
        return
    whole = office.pos == "PROPN" and name.entity == "PERSON" != office.entity
    whole = whole and (name.subtree()[0].text.islower() or is_role(office))  # "Senate Leader Ines Kort (Tarn)"
    if office.pos != "NOUN" and not whole and not (office.tag == "NNP" and office.text.endswith(".")):
        return
    to = next((w for w in office.right if w.dep == "prep" and not w.right and w.i + 1 == _first(name)), None)
    if to is not None and name.left[1:] and name.left[0].entity == "GPE":
        name.left[0].attach(to, "pobj")  # "Norland's envoy to Tarn Ines Kort"
    elif _follows(name, office):
        _join(office, name)
    elif office.dep == "pobj" and office.head.lower == "for" and not office.left:
        above = office.head.head
        role = next((w for w in above.right if w.dep == "dobj" and w.i == office.head.i - 1), above)
        if is_role(role):
            role.hang(appos=name, prep=office.head)
