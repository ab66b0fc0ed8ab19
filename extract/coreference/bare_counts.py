"""What words count that stand without a noun: "Of ten clerks, six stayed", "Four robbers, two in masks, fled".

Only what the words before name beyond doubt: the "of" of their own clause, the noun that they stand beside, or the only
things or persons spoken of in plural.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.coreference.discourse import Link
from extract.coreference.references import Candidate, Choice, Kind, Number, Referent, Role
from extract.english.persons import Sort
from extract.english.wordlists import entries
from extract.model import HEADLINES
from extract.syntax.tree import Tree, Word
from extract.syntax.words import NOUN_MODIFIERS, NOUN_TAGS

_COUNTING = frozenset({"all", "each", "few", "many", "most", "neither", "none", "several", "some"})
_FLOATING = frozenset({"all", "each"})
_TAGS = frozenset({"DT", "CD", "JJ", "JJS", "NN", "PDT"})
_BESIDE = frozenset({"appos", "nsubj", "nsubjpass", "npadvmod", "dep"})
_KINDS = NOUN_MODIFIERS - {"nummod", "poss"}
_CONFIDENCE = 0.75


def counted_links(trees: Sequence[Tree], found: Sequence[tuple[Tree, Candidate]]) -> Iterator[tuple[Tree, Link]]:
    """The links of words that count to what they count."""
    several: dict[int, list[Candidate]] = {}
    for tree, one in found:
        if _is_several(one):
            several.setdefault(tree.position, []).append(one)
    for before, tree in zip((None, *trees), trees, strict=False):
        for word in tree.words:
            if _counts(word):
                last = before.position if before is not None and before.kind not in HEADLINES else -1
                noun = _counted(word, several.get(tree.position, []), several.get(last, []))
                if noun is not None:
                    yield tree, _link(tree, word, noun)


def _is_several(one: Candidate) -> bool:
    """Whether a phrase names several by one noun: "ten clerks", "Democrats"."""
    many = one.head.tag == "NNS" or (one.head.tag == "NNPS" and one.entity == "NORP")
    listed = one.head.dep == "pobj" and one.head.head.lower == "including"
    return many and not listed and one.kind is not Kind.PRONOUN and one.sort is not Sort.TIME and not one.members


def _counts(word: Word) -> bool:
    """ "Six" of "six stayed": no figure, as ages and scores are."""
    number = word.tag == "CD" and word.text.isalpha() and word.lower != "one"
    if word.tag not in _TAGS or not (number or word.lower in _COUNTING) or word.entity in {"TIME", "DATE", "MONEY"}:
        return False
    if word.lower in _FLOATING and word.dep not in {"nsubj", "nsubjpass"}:
        return False  # "The lamps all fell"
    apart = word.head is not word and not any(w.lower in {"the", "these", "those"} for w in word.left)
    # Not "all on board", "five-spoke", "the two".
    return apart and not any(w.dep == "prep" or w.tag == "HYPH" or w.tag in NOUN_TAGS for w in word.children)


def _counted(word: Word, here: Sequence[Candidate], last: Sequence[Candidate]) -> Candidate | None:
    beside = _beside(word)
    if beside is not None:
        return next((c for c in here if c.head is beside), None)
    if word.dep not in {"nsubj", "nsubjpass"}:
        return None
    before = [c for c in here if c.end <= word.start]
    near = before or list(last)
    only = near[0] if len({c.head.lemma for c in near}) == 1 else None
    return only if only is not None and _fits(word, near[-1]) else None


def _beside(word: Word) -> Word | None:
    """The noun that a counting word belongs to by grammar: "of ten clerks", "clerks, including some"."""
    if word.dep == "pobj" and word.head.lower == "including" and word.head.head.tag in NOUN_TAGS:
        return word.head.head
    host = word.head.head if word.head.dep in {"acl", "advcl"} and word.dep in _BESIDE else word.head
    if word.dep in _BESIDE and host.tag in {"NNS", "NNPS"} and host.i < word.i:
        return host
    whole = next((w for w in word.head.left if w.dep == "prep" and w.lower == "of" and w.i < word.i), None)
    return whole.child("pobj") if whole is not None and word.dep in {"nsubj", "nsubjpass"} else None


def _fits(word: Word, known: Candidate) -> bool:
    """ "Lamps fell on guests. Many laughed": no lamps do. What things are counted stands at the head of its clause."""
    if known.sort is Sort.PERSON or known.entity == "NORP":
        return True
    return known.role is Role.SUBJECT and word.head.lemma not in entries("minded_verbs") | entries("quoting_verbs")


def _link(tree: Tree, word: Word, noun: Candidate) -> Link:
    """ "Six": clerks, and not the ten clerks. "All" are the ten."""
    left = noun.head.left if word.lower == "all" else [w for w in noun.head.left if w.dep in _KINDS]
    kind = [w for part in left for w in part.subtree() if w.tag not in {"CC", "DT", "PRP$", "WP$"}]
    shown = Candidate(Kind.NOMINAL, noun.head, kind[0] if kind else noun.head, noun.head, noun.sentence)
    mention = Candidate(Kind.NOMINAL, word, word, word, tree.position)
    return Link(mention, Choice(Referent(noun.sort, Number.PLURAL), shown, _CONFIDENCE, "counted"), "counted")
