"""Which words negate a predicate in its own clause."""

from __future__ import annotations

from extract.english.wordlists import entries
from extract.syntax.tree import Word
from extract.syntax.words import behind_comma
from extract.values import value

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_SMALL = frozenset({"few", "little", "scant"})
#: Not long after she was shot, not far from the mill, not surprisingly: the negation is the adverb's.
_MEASURED = frozenset({"long", "far", "surprisingly", "unexpectedly", "coincidentally", "infrequently", "unreasonably"})
#: "nothing less than a scandal" is one.
_SHORT_OF = frozenset({"short", "but", "less"})
_HARDLY = frozenset({"hardly", "barely", "scarcely"})
_DETERMINERS = frozenset({"det", "neg", "amod", "nummod", "preconj", "advmod", "predet"})


@value
class Denial:
    """A word that denies a predicate.

    `weak` ones leave a little room ("hardly", "few"). `by_object`: the word belongs to the object
    ("took no money"), so the claim is denied though its verb is not. `idle`: the event holds all the same
    ("could not have come at a worse time").
    """

    word: Word
    weak: bool = False
    by_object: bool = False
    idle: bool = False


def denials(word: Word) -> list[Denial]:
    """The words that deny `word` in its own clause. Two of them cancel each other out."""
    nor = _nor(word)
    found = [Denial(nor)] if nor is not None else []
    for child in word.children:
        by_object = child.dep in {"dobj", "attr", "dative", "npadvmod"}
        if by_object or child.dep in _SUBJECTS:
            hit = negative_word(child)
            if by_object and hit is not None and hit.lower in _SMALL:
                hit = None  # "sent few signals": some
        elif child.dep == "acomp":
            by_object, hit = True, next((c for c in child.left if c.lower in entries("negators")), None)  # hardly rich
            if hit is None and (hit := _no_more(child)) is not None:
                by_object = False
        elif child.dep == "prep":
            hit = _in_idiom(child)
        else:
            hit = child if _denies(child) or _is_stray(child) or _opens_with_hardly(child) else None
        if hit is not None:
            weak = hit.lower in entries("weak_negators")
            found.append(Denial(hit, weak, by_object and hit is not child, _praises(word, hit)))
    return found


def scarcity(noun: Word) -> Word | None:
    """little evidence, few signs, scant proof: the word that makes them as good as none"""
    hit = negative_word(noun)
    return hit if hit is not None and hit.lower in _SMALL else None


def _praises(word: Word, hit: Word) -> bool:
    """The news could not have come at a worse time: it came, and at the worst."""
    if word.lemma not in ("come", "be", "arrive", "happen", "time") or hit.dep != "neg":
        return False
    if not any(c.lower in ("could", "ca", "can") for c in word.left):
        return False
    parts = [n for c in word.right if c.dep in ("acomp", "prep", "advmod") for n in (c, *c.children)]
    return any(n.tag in ("JJR", "RBR") or any(c.tag in ("JJR", "RBR") for c in n.left) for n in parts)


def _denies(child: Word) -> bool:
    if child.dep == "neg" or child.lower in ("not", "n't", "n’t", "never"):
        return not _only(child)
    if child.dep in ("advmod", "preconj", "cc", "det"):
        if (child.dep == "cc" and child.i > child.head.i) or _only(child):
            return False  # "nor" belongs to the conjunct it introduces
        own = any(c.dep == "neg" and not _is_added(c, child) for c in child.left)
        own = own and child.lower not in _MEASURED and child.lower != "matter"
        if any(c.lower == "to" and c.i == child.i - 1 for c in child.head.left):
            return False  # the bridge to nowhere
        return child.lower in entries("negators") or own
    return False


def _is_added(neg: Word, adverb: Word) -> bool:
    """His hands shake, not badly enough to stop him: they shake."""
    return adverb.i > adverb.head.i and behind_comma(neg)


def _nor(word: Word) -> Word | None:
    """The firm has not left the coast, nor has it sold a ship: the second verb's "nor"."""
    if word.dep != "conj":
        return None
    before = [c for c in word.head.right if c.dep == "cc" and c.i < word.i]
    if goes_with_neither(word):
        return None
    return before[-1] if before and before[-1].lower == "nor" else None


def _no_more(adjective: Word) -> Word | None:
    """no better than the old one, no more likely to fall ill, no different. Not: no less rich, no longer"""
    for word in (adjective, *adjective.left):
        compares = word.tag in ("JJR", "RBR") or (word is adjective and word.lower in ("different", "good"))
        if compares and word.lower not in ("less", "fewer", "longer"):
            return next((c for c in adjective.left if c.lower == "no" and c.i == word.i - 1), None) or next(
                (c for c in word.left if c.lower == "no"), None
            )
    return None


def goes_with_neither(word: Word) -> bool:
    """She will neither confirm nor deny it: both verbs have the "will" and the negation before them."""
    bare = not any(c.dep in (*_SUBJECTS, "aux", "auxpass", "neg") for c in word.left)
    return bare and word.tag == word.head.tag and any(c.lower == "neither" for c in word.head.left)


def turns_back(word: Word, first: Word) -> bool:
    """She hid nothing and left: she left. It will not sell the mill but keep it: it will keep it.

    She is not in office and accused of theft: she is accused.
    """
    thing, neg = first.child("dobj"), first.child("neg")
    joint = [c.lower for c in first.right if c.dep == "cc" and c.i < word.i]
    if first.lemma == "be" and word.tag in ("JJ", "VBN") and joint == ["and"]:
        return True
    if neg is not None and any(c.dep == "cc" and c.lower == "but" and neg.i < c.i < word.i for c in first.right):
        return True
    return thing is not None and thing.lower == "nothing" and thing.i < word.i


def _is_stray(child: Word) -> bool:
    """Few doubt it: the parser hangs the pronoun on the verb as if on a noun"""
    return child.dep == "amod" and child.lower == "few" and child.head.pos == "VERB"


def _opens_with_hardly(child: Word) -> bool:
    """Barely a house was left: the parser hangs the adverb on the verb. "It barely stood": it did."""
    if child.lower not in _HARDLY:
        return False
    subject = child.head.child(*_SUBJECTS)
    if subject is None or child.i > subject.i:
        return False
    first = subject.subtree()[0]
    return first.i == child.i + 1 and first.lower in ("a", "an", "any", "anyone", "anybody", "anything")


def _only(child: Word) -> bool:
    """not only: the event holds ("It not only cut jobs but closed plants", "It is not just a mill")."""
    near = (*child.head.children, *child.right)
    following = next((c.lower for c in near if c.i == child.i + 1), "")
    return following in ("only", "merely") or (
        following == "just" and child.head.tag in ("VBZ", "VBP", "VBD") and child.head.lemma == "be"
    )


def negative_word(noun: Word) -> Word | None:
    """A negative determiner or pronoun of a subject or object: "no country", "neither side", "nothing"."""
    if noun.lower == "nothing" and any(c.i == noun.i + 1 and c.lower in _SHORT_OF for c in _behind(noun)):
        return None  # nothing short of remarkable, nothing but trouble
    if noun.lower in {"matter", "wonder"} and noun.dep == "npadvmod":
        return None  # no matter what they say, no wonder people are angry
    if noun.lower in entries("negative_nouns") or (noun.lower == "few" and not noun.left):
        return noun
    for child in noun.left:
        if child.lower == "no" and noun.lower == "one" and noun.left[-1].text == "-":
            return child  # no-one
        if child.lower in _HARDLY and (noun.lower.startswith("any") or any(c.lower == "any" for c in noun.left)):
            return child  # hardly anybody, barely any money
        if child.lower in ("one", "a", "single") and any(c.lower == "not" for c in child.left):
            return child  # not one pilot
        if child.lower == "a" and (hardly := next((c for c in child.left if c.lower in _HARDLY), None)) is not None:
            return hardly  # hardly a week
        stands = _a_few(child, noun) or _only(child) or _is_called_no(child, noun) or _is_second(child, noun)
        if child.dep in _DETERMINERS and child.lower in entries("negative_determiners") and not stands:
            return child
    return None


def _is_second(child: Word, noun: Word) -> bool:
    """The sale was awaited but no surprise: it was awaited."""
    return any(w.lower == "but" and w.i == child.i - 1 for part in noun.left for w in part.subtree())


def _is_called_no(child: Word, noun: Word) -> bool:
    """the lone "no" vote: a determiner stands before it; "Government survives no-confidence vote": a part of a word"""
    if child.lower != "no":
        return False
    named = any(w.dep in ("det", "poss") and w.i < child.i for w in noun.left)
    return named or any(w.text == "-" and w.i == child.i + 1 for w in noun.subtree())


def _behind(noun: Word) -> list[Word]:
    """The words below a noun and below its verb that stand behind it."""
    return [w for c in (*noun.right, *noun.head.right) for w in (c, *c.left)]


def _a_few(child: Word, noun: Word) -> bool:
    """a few, quite a few, too few, this little boy, little boys: some, not none"""
    if child.lower == "little" and noun.tag in ("NNS", "NNPS"):
        return True
    before = [w for w in (*noun.left, *child.left) if w.i < child.i]
    return child.lower in ("few", "little") and any(
        w.dep in ("det", "poss") or w.lower in ("a", "as", "last", "past", "next", "first", "too") for w in before
    )


def _in_idiom(preposition: Word) -> Word | None:
    """under no circumstances, at no point, in no way, by no means"""
    noun = preposition.child("pobj")
    if noun is None or noun.lemma not in entries("negative_idioms"):
        return None
    return next((c for c in noun.left if c.lower == "no"), None)


def is_passed_over(word: Word) -> bool:
    """Rather than face a strike, the firm raised pay: it did not face one."""
    if word.tag not in ("VB", "VBG"):
        return False
    near = [c for host in (word, word.head, *word.head.children) for c in host.children if word.i - 3 <= c.i < word.i]
    near += [r for c in near for r in c.children]
    return {"rather", "than"} <= {c.lower for c in near}
