"""Lists and appositions told apart, and appositions to a whole clause."""

from __future__ import annotations

from extract.claims.nounphrase import is_name, is_plural, is_role
from extract.claims.roles import is_person
from extract.repairs.lost_relatives import is_ranked
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    AUXILIARIES,
    DASHES,
    NOUNS,
    SUBJECTS,
    VERBS,
    behind_comma,
    conjuncts,
    is_finite,
    is_nominal,
    is_time,
    is_wh,
    opens_behind_comma,
    subject_label,
)

_OBJECTS = ("dobj", "attr", "oprd")


def restore_lists(tree: Tree) -> None:
    """Re-attaches the items of a list that hang as appositions, and appositions that hang as items."""
    for word in tree.words:
        if word.dep in {"appos", "dep", "npadvmod"} or (word.dep == "ccomp" and not _has_verb(word)):
            if word.pos == "NOUN":
                _item(word, tree)
        elif word.dep == "conj":
            word.dep = "appos" if _is_party(word) else "conj"
            _named_apposition(word)
        elif word.dep == "pobj":
            _split_name(word)
        elif word.dep == "dobj":
            if word.pos == "NOUN" and any(w.dep == "dobj" and w.i < word.i for w in word.head.right):
                _item(word, tree)
            _second_object(word, tree)
    for word in [w for w in tree.words if w.dep in {"appos", "conj", "dep"}]:
        _whose(word, tree)
    for word in [w for w in tree.words if w.dep == "appos"]:
        _counted(word, tree)
        _closed(word, tree)


def _has_verb(noun: Word) -> bool:
    """Whether a noun leads a clause."""
    return noun.child(*SUBJECTS, *AUXILIARIES, "expl", "mark", "dobj", "ccomp") is not None


def _counted(noun: Word, tree: Tree) -> None:
    """ "He had four goals, ten passes and two shots": numbers of different things."""
    first = noun.head
    numbered = all(any(w.dep == "nummod" for w in one.left) for one in (first, noun))
    behind = first.dep not in {"appos", "conj"} and first.i < noun.i and _after_comma(noun, tree)
    if numbered and behind and noun.child("conj") is not None and noun.lemma != first.lemma and not is_time(noun):
        noun.attach(first, "conj")


def _closed(noun: Word, tree: Tree) -> None:
    """ "Ada Lund, the mayor, and Ola Berg left": the comma ends what says who she is, and Berg left with her."""
    name, joint, other = noun.head, noun.child("cc"), noun.child("conj")
    if joint is None or other is None or joint.lower != "and" or tree.words[joint.i - 1].text != ",":
        return
    if name.child("conj", "cc") is not None or not name.i < noun.i < joint.i or not _after_comma(noun, tree):
        return
    if (is_name(name) is is_name(noun) and not _is_party(noun)) or not (is_name(other) or _stands_alone(other)):
        return
    if noun.child("relcl", "acl") is not None or not (is_person(name) and (is_person(noun) or _is_party(noun))):
        return
    name.adopt(w for w in noun.right if w.i >= joint.i - 1 and w.dep in {"cc", "conj", "punct"})
    (name.head if name.dep == "dobj" else other).adopt(
        (w for w in noun.right if w.i > other.i and w.dep == "prep"), "prep"
    )  # "accused Lund, the mayor, and Berg of theft"


def _is_party(name: Word) -> bool:
    """ "Ada Lund, D-Tarn, and Bo Roth": her party and state."""
    return [len(w.text) for w in name.left] == [1, 1] and name.left[0].tag == "NNP" and name.left[1].text in DASHES


def _item(word: Word, tree: Tree) -> None:
    """ "They share a border, a language and little else": three objects, not a border that is a language."""
    items = conjuncts(word)
    if len(items) < 2 or not _after_comma(word, tree) or _before_comma(items[-1], tree):
        return
    if not _stands_alone(items[-1]) and _stands_alone(word):
        return  # "the owner, a lawyer and author"
    target = _list_head(word)
    if word.dep == "dobj" and (target is None or not _alike(word, target)):
        return
    if target is not None and not is_name(target) and target.pos == "NOUN":
        word.attach(target, "conj")
        comma = tree.words[word.subtree()[0].i - 1]
        if not target.holds(comma) and not comma.holds(target):
            comma.attach(target, "punct")


def _after_comma(word: Word, tree: Tree) -> bool:
    first = word.subtree()[0]
    return first.text == "," or (first.i > 0 and tree.words[first.i - 1].text == ",")


def _before_comma(word: Word, tree: Tree) -> bool:
    behind = word.subtree()[-1].i + 1
    return behind < len(tree.words) and tree.words[behind].text in (",", "–", "—", "--")


def _stands_alone(noun: Word) -> bool:
    return is_plural(noun) or noun.pos != "NOUN" or any(w.dep in ("det", "poss", "amod", "nummod") for w in noun.left)


def _list_head(word: Word) -> Word | None:
    """The first item: what stands before the comma in the same place of the clause."""
    head = word.head
    verb = head if head.pos in VERBS else head.head
    if (verb.pos in VERBS and verb.i < word.i and head.i < verb.i) or verb is head:
        return _last_argument(verb, word)
    outer = head.head.head if head.dep == "pobj" else head
    return outer if is_role(word) and is_role(outer) and not is_role(head) else head


def _last_argument(verb: Word, word: Word) -> Word | None:
    before = [w for w in verb.right if w.i < word.i and w.dep != "punct"]
    last = before[-1] if before else None
    if last is not None and last.dep in _OPEN:
        inner = _last_argument(last, word)
        return inner if inner is not None and _alike(word, inner) else None
    if last is not None and last.dep in ("prep", "agent"):
        return last.child("pobj")
    return last if last is not None and last.dep in _OBJECTS else None


#: What may end in the first item of a list: "after buyers grew wary of its losses, its debt and its rules".
_OPEN = frozenset({"advcl", "ccomp", "xcomp", "acomp", "conj"})


def _alike(one: Word, other: Word) -> bool:
    """ "its losses, its debt": both open in the same way."""
    first, second = one.left[0] if one.left else one, other.left[0] if other.left else other
    return first.dep in {"poss", "det"} and first.lower == second.lower


def _named_apposition(name: Word) -> None:
    """ "hired a law firm, Voss & Hale, to look into it": no "and" joins the two."""
    noun = name.head
    joined = any(w.dep == "cc" for w in (*noun.right, *name.right)) or name.child("conj") is not None
    if is_name(name) and noun.pos == "NOUN" and not joined and not is_plural(noun):
        name.dep = "appos"


def _second_object(noun: Word, tree: Tree) -> None:
    """ "sold its headquarters, a listed building on the river": one thing sold.

    "Includes rights to the name, five plants and the trade": three things. "Filed a suit in May, the second such suit":
    one.
    """
    first = next((w for w in noun.head.right if w.dep == "dobj" and w.i < noun.i), None)
    if first is None or noun.pos != "NOUN" or not _after_comma(noun, tree):
        return
    end = first.subtree()[-1]
    comma = tree.words[noun.subtree()[0].i - 1]
    if noun.child("conj") is not None:
        if is_nominal(first) and end.i >= comma.i - 1:
            noun.attach(first, "conj")
        return
    if noun.lemma == first.lemma:
        noun.attach(first, "appos")
    article = any(w.lower in ("a", "an", "the") for w in noun.left)
    if article and end.i in (comma.i, comma.i - 1) and first.pos in NOUNS:
        noun.attach(first, "appos")
        if comma.head is not first:
            comma.attach(first, "punct")


def _split_name(name: Word) -> None:
    """ "A spokeswoman for Infotec, Lara Finn, said": the parser takes "Infotec, Lara Finn" for one name."""
    preposition = name.head
    outer = preposition.head
    comma = next((w for part in name.left for w in (part, *part.right) if w.text == ","), None)
    if comma is None or not is_name(name) or not is_role(outer) or outer.i > name.i:
        return
    before = [w for w in name.left if w.i < comma.i and is_name(w)]
    if not before:
        return
    firm = before[-1]
    outer.hang(appos=name, punct=comma)
    firm.attach(preposition, "pobj")
    firm.adopt(w for w in name.left if w.i < firm.i)


def _whose(noun: Word, tree: Tree) -> None:
    """ "lost to Tarsk, whose captain scored": the captain is a subject, not an apposition.

    "a firm in Lund whose owner, the files say, is rich": the firm's.
    """
    owner = next((w for w in noun.left if w.tag == "WP$"), None)
    if owner is None or tree.words[owner.i - 1].dep == "cc" or owner.i == 0:
        return
    verb = next((w for w in tree.words[noun.i + 1 :] if _may_be_its_verb(w)), None)
    if verb is not None and verb.head is not verb and noun.head is not verb:
        aside = [w for w in verb.head.right if noun.i < w.i < verb.i]
        verb.attach(_owner_before(owner, noun.head, tree), "relcl")
        noun.attach(verb, subject_label(verb))
        verb.adopt(aside)


def _owner_before(whose: Word, above: Word, tree: Tree) -> Word:
    near = tree.words[whose.i - 1 - (tree.words[whose.i - 1].text == ",")]
    while near.dep == "compound" or (near.dep == "pobj" and near.pos == "PROPN" and near.head.lower in {"at", "in"}):
        near = near.head if near.dep == "compound" else near.head.head
    return near if is_nominal(near) and near.i < whose.i else above


def _may_be_its_verb(word: Word) -> bool:
    finite = word.tag in ("VBD", "VBZ", "VBP") or any(w.tag == "MD" for w in word.left)
    return word.pos in VERBS and finite and word.dep in ("dep", "conj", "ccomp") and word.child("nsubj") is None


def remark_behind(noun: Word) -> None:
    """ "He scored after Lund fell, a blow that rivals felt": he scored no blow.

    "He headed in a corner, his seventh goal": he headed no goal.
    """
    verb, start = noun.head, noun.subtree()[0]
    if _is_behind_only_comma(verb, noun, start):
        noun.dep = "dep"
        return
    if start.lower not in {"a", "an"} and not is_ranked(noun):
        return
    between = [w for w in verb.right if w.i < start.i and w.dep not in {"punct", "prt"}]
    if noun.dep == "attr":  # "is fanciful, a point that rivals make"
        between = [w for w in between if w.dep == "acomp"]
    if not between or verb.child("dative", "oprd") is not None:
        return
    comma = [w for w in verb.subtree() if w.i == start.i - 1 and w.text == "," and not noun.holds(w)]
    if not comma or any(w.dep in {"cc", "conj"} for w in between) or noun.child("cc", "conj") is not None:
        return
    if between[-1].dep in {"acomp", "advcl", "prep", "npadvmod", "advmod"}:
        noun.dep = "dep"


def _is_behind_only_comma(verb: Word, noun: Word, start: Word) -> bool:
    """ "The mill will not reopen, a decision he regrets", "She rose to ninth, her best place": no object of the verb.

    An object stands behind a comma only where a second one before it sets something apart: "bought, at last, a boat".
    """
    if noun.dep != "dobj" or start.dep not in {"det", "poss"} or verb.child("dative", "oprd") is not None:
        return False
    between = [w for w in verb.subtree() if verb.i < w.i < start.i and not noun.holds(w)]
    marks = [w for w in between if w.dep == "punct" or w.dep == "cc"]
    if len(marks) != 1 or marks[0].text != "," or marks[0].i != start.i - 1 or noun.child("cc", "conj") is not None:
        return False
    loose = {"acomp", "advmod", "npadvmod", "prep", "prt", "punct"}
    return all(w.dep in loose for w in verb.right if w.i < start.i)


def remark_on_content(noun: Word) -> None:
    """ "The paper said jobs would go, a hint at the mill": a hint is nothing that it said."""
    verb = noun.head
    if not any(w.dep == "ccomp" and w.i < noun.i for w in verb.right):
        return
    start = noun.subtree()[0]
    if start.lower in {"a", "an"} and behind_comma(start):
        noun.dep = "dep"


def list_before_clause(item: Word) -> None:
    """ "They held the port, the mill and both bridges, and the king fled": they held them all, and no mill fled."""
    verb = item.head
    other = next((w for w in verb.left if w.dep in SUBJECTS and w.i > item.i), None)
    start = item.subtree()[0].i
    if other is None or item.child("conj") is None or verb.i < other.i:
        return
    joint = next((w for w in item.right if w.dep == "cc" and w.i == other.subtree()[0].i - 1), None)
    before = next((w for w in verb.subtree() if w.i == start - 2), item)
    first = next((w for w in (before, *before.ancestors()) if w.dep == "dobj"), item)
    deed = first.head
    if joint is None or not behind_comma(joint) or not opens_behind_comma(item) or first.subtree()[-1].i != start - 2:
        return
    if deed.child(*SUBJECTS) is None or not is_finite(deed) or not verb.is_root or any(map(is_wh, deed.left)):
        return
    deed.lead()
    deed.adopt(w for w in verb.left if w.i < deed.i)
    deed.hang(conj=verb, cc=joint)
    item.attach(first, "conj")
