"""What words count: "Of ten clerks, six stayed", "Four robbers, two in masks, fled", "two clubs, Tarn and Lorne".

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
from extract.syntax.words import NOUN_MODIFIERS, NOUN_TAGS, PAIRED, conjuncts, is_time

_COUNTING = frozenset({"all", "each", "few", "many", "most", "neither", "none", "others", "several", "some"})
#: Words that may count, if they are no figures.
_MAY_COUNT = _COUNTING | {"rest"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BESIDE = _SUBJECTS | {"appos", "dep", "npadvmod"}
_PLACES = _BESIDE | {"pobj"}
_KINDS = NOUN_MODIFIERS - {"nummod", "poss"}
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_DETERMINERS = frozenset({"CC", "DT", "PRP$", "WP$"})
_CONFIDENCE = 0.75


def counted_links(trees: Sequence[Tree], found: Sequence[tuple[Tree, Candidate]]) -> Iterator[tuple[Tree, Link]]:
    """The links of words that count to what they count."""
    several: dict[int, list[Candidate]] = {}
    for tree, one in found:
        if _is_several(one):
            several.setdefault(tree.position, []).append(one)
    for before, tree in zip((None, *trees), trees, strict=False):
        first: Word | None = None  # "Some clasped their hands, others left": not other hands
        for word in tree.words:
            if (word.tag == "CD" or word.lower in _MAY_COUNT) and _counts(word):
                first = first or (word if word.dep in _SUBJECTS else None)
                last = before.position if before is not None and before.kind not in HEADLINES else -1
                here = [
                    c
                    for c in several.get(tree.position, [])
                    if (c.end <= (first or word).start and not _tells_of(c.head, word)) or c.head is _beside(word)
                ]
                noun = _counted(word, here, several.get(last, []))
                if noun is not None and (word.lower != "others" or noun in here or first is not word or _is_part(noun)):
                    yield tree, _link(tree, word, noun)


def listed_links(found: Sequence[tuple[Tree, Candidate]]) -> Iterator[tuple[Tree, Link]]:
    """The links of what is counted and then named: "two clubs, FC Tarn and Inter Lorne"."""
    known = {(tree.position, one.head.i): one for tree, one in found if one.kind is Kind.NAME}
    for tree, one in found:
        counted = next((w.lower for w in one.head.left if w.dep == "nummod"), "")
        first = one.head.child("appos") if counted in _NUMBERS and one.kind is Kind.NOMINAL else None
        names = [known.get((tree.position, w.i)) for w in conjuncts(first)] if first is not None else []
        parts = tuple(name.referent for name in names if name is not None and name.referent is not None)
        last = names[-1] if len(parts) == len(names) == _NUMBERS.get(counted) else None
        if last is not None and last.start > one.end:
            whole = Referent(one.sort, Number.PLURAL, parts)
            yield tree, Link(one, Choice(whole, last, _CONFIDENCE, "listed"), "listed")


def _tells_of(subject: Word, word: Word) -> bool:
    """ "Doctors said three were badly hurt": three others."""
    return subject.dep in _SUBJECTS and word.head.dep == "ccomp" and subject.head is word.head.head


def _is_part(one: Candidate) -> bool:
    """ "Some guests sang. Others left": other guests."""
    return any(w.lower in _COUNTING for w in one.head.left)


def _is_several(one: Candidate) -> bool:
    """Whether a phrase names several by one noun: "ten clerks", "Democrats"."""
    noun = one.head
    if one.kind is Kind.PRONOUN or one.sort is Sort.TIME or one.members or noun.lower == "others":
        return False
    listed = noun.dep == "pobj" and noun.head.lower == "including"
    return not listed and (noun.tag == "NNS" or (noun.tag == "NNPS" and one.entity == "NORP"))


def _counts(word: Word) -> bool:
    """ "Six" of "six stayed": no figure, as ages and scores are."""
    if _counted_before(word) is not None:
        return True
    number = word.tag == "CD" and word.text.isalpha() and word.lower != "one"
    if word.lower == "rest" and word.dep in _SUBJECTS:
        return [w.lower for w in word.children] == ["the"]
    if (not number and word.lower not in _COUNTING) or word.entity in {"TIME", "DATE", "MONEY"}:
        return False
    beside = word.lower == "each" and word.dep == "appos"  # "shares, each holding three votes"
    if word.dep not in _PLACES or (word.lower in {"all", "each"} and word.dep not in _SUBJECTS and not beside):
        return False  # "The lamps all fell"
    apart = word.head is not word and not any(w.lower in {"the", "these", "those"} for w in word.left)
    # Not "all on board", "five-spoke", "the two".
    return apart and not any(w.dep == "prep" or w.tag == "HYPH" or w.tag in NOUN_TAGS for w in word.children)


def _counted(word: Word, here: Sequence[Candidate], last: Sequence[Candidate]) -> Candidate | None:
    beside = _beside(word)
    if beside is not None:
        return next((c for c in here if c.head is beside), None)
    if word.dep not in _SUBJECTS:
        return None
    near = here or last
    again = [c for c in near if _is_part(c) and (word.lower == "others" or c.head.left[0].lower == word.lower)]
    near = again if len(again) == 1 and (here or word.lower != "some") else near  # "Many guests sang songs. Many left"
    only = near[0] if len({c.head.lemma for c in near}) == 1 else None
    return only if only is not None and _fits(word, near[-1]) else None


def _counted_before(number: Word) -> Word | None:
    """ "cut 200 jobs in March and 300 in April", "sent two ships to Lorne and one to Tarn": jobs and ships."""
    if number.tag != "CD" or number.dep not in {PAIRED, "conj"} or number.lower == "one":
        return None
    first = number.head.child("dobj", "npadvmod") if number.dep == PAIRED else number.head
    if first is None or first.tag not in {"NNS", "NNPS"}:
        return None
    if number.entity == "DATE" or any(w.tag in NOUN_TAGS or w.tag == "$" or w.lower == "of" for w in number.children):
        return None
    return first if first.child("nummod") is not None and first.entity != "MONEY" and not is_time(first) else None


def _beside(word: Word) -> Word | None:
    """The noun that a counting word belongs to by grammar: "of ten clerks", "clerks, including some"."""
    if (before := _counted_before(word)) is not None:
        return before
    if word.dep == "pobj" and word.head.lower == "including" and word.head.head.tag in NOUN_TAGS:
        return word.head.head
    host = word.head.head if word.head.dep in {"acl", "advcl", "relcl"} and word.dep in _BESIDE else word.head
    if word.dep in _BESIDE and host.tag in {"NNS", "NNPS"} and host.i < word.i:
        return host
    whole = next((w for w in word.head.left if w.dep == "prep" and w.lower == "of" and w.i < word.i), None)
    return whole.child("pobj") if whole is not None and word.dep in _SUBJECTS else None


def _fits(word: Word, known: Candidate) -> bool:
    """ "Lamps fell on guests. Many laughed": no lamps do. What things are counted stands at the head of its clause."""
    if known.sort is Sort.PERSON or known.entity == "NORP":
        return True
    return known.role is Role.SUBJECT and word.head.lemma not in entries("minded_verbs") | entries("quoting_verbs")


def _link(tree: Tree, word: Word, noun: Candidate) -> Link:
    """ "Six": clerks, and not the ten clerks. "All" are the ten."""
    left = noun.head.left if word.lower == "all" else [w for w in noun.head.left if w.dep in _KINDS]
    kind = [w for part in left for w in part.subtree() if w.tag not in _DETERMINERS and w.lower not in _COUNTING]
    shown = Candidate(Kind.NOMINAL, noun.head, kind[0] if kind else noun.head, noun.head, noun.sentence)
    mention = Candidate(Kind.NOMINAL, word, word, word, tree.position)
    return Link(mention, Choice(Referent(noun.sort, Number.PLURAL), shown, _CONFIDENCE, "counted"), "counted")
