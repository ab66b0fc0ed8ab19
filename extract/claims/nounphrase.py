"""Names and descriptions: where a title ends and the name begins, and what a noun says of somebody.

"former finance minister Karl Oster": the title "former finance minister", the name "Karl Oster".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from extract.claims.arguments import is_aside, phrase, shared_of, trimmed
from extract.claims.proposal import Phrase, Proposal
from extract.english import amounts
from extract.english.persons import given_name, person_noun, title
from extract.english.vocabulary import offices
from extract.english.wordlists import entries, word_class
from extract.model import ClauseType
from extract.syntax.tree import Word
from extract.syntax.words import conjuncts, first_conjunct

COURTESY = word_class("courtesy titles")
#: Ranks and titles as abbreviated before a name.
RANKS = frozenset(r + dot for r in ("capt", "col", "gen", "gov", "lt", "rep", "sen", "sgt") for dot in ("", "."))
_PARTICLES = frozenset({"de", "da", "del", "della", "di", "du", "van", "von", "der", "den", "bin", "ibn", "al", "el"})
_BREAKS = frozenset({",", ":", ";", "–", "—", "--"})
_APART = frozenset({"appos", "relcl", "conj", "cc", "preconj"})


def is_name(word: Word) -> bool:
    """Whether a noun heads a proper name."""
    return word.pos == "PROPN" and not is_member(word)


def is_member(word: Word) -> bool:
    """ "The governor, a Republican": a member of a party or nation is no name."""
    return word.entity == "NORP" and any(w.lower in ("a", "an", "another", "fellow") for w in word.left)


def is_plural(word: Word) -> bool:
    return word.tag in ("NNS", "NNPS")


def singular(word: Word) -> str:
    """The lower-case singular of a noun, by its lemma or, where that failed ("Senators"), by its letters."""
    lemma = word.lemma.lower()
    return amounts.singular(lemma) if lemma == word.lower else lemma  # "an actress" is one already


def is_role(word: Word) -> bool:
    """Whether a noun says what a person is or does: minister, striker, widow; ex-minister, co-author too."""
    noun = singular(word).rsplit("-", 1)[-1]
    return person_noun(noun) is not None or noun in entries("roles") or word.lower in entries("roles")


def one_person(heads: Sequence[Word]) -> Word | None:
    """The name in "the actor and swimmer, Ada Lund, left": two nouns for her."""
    if len(heads) != 2 or any(w.tag != "NN" and not (w.tag == "NNP" and is_role(w)) for w in heads):
        return None
    if any(w.dep in {"det", "poss", "nummod"} for w in heads[1].left):
        return None
    behind = [w for head in heads for w in head.right if w.dep == "appos" and w.i > heads[1].i]
    return next((w for w in behind if w.entity == "PERSON" and w.child("conj") is None), None)


def is_kind(word: Word) -> bool:
    """Whether a noun says what a named thing is: insurer, village, newspaper."""
    return singular(word) in entries("kinds")


def name_start(head: Word) -> int:
    """Where in `head.left` the name that `head` ends begins; what stands before it is title or modifier."""
    start = len(head.left)
    while start and _of_name(head.left[start - 1]):
        start -= 1
    return start


def _of_name(word: Word) -> bool:
    if word.dep == "punct":
        return word.text == "-"  # "Ciba-Lang"
    if word.dep == "poss":  # "Sotheby's Holdings", not "Kenya's Asha Kimani"
        plural = word.tag in {"NNPS", "NNS"} and word.text[0].isupper()  # "the Bakers' Union"
        if plural and any(w.lower == "the" for w in word.left) and word.head.pos == "PROPN":
            return True
        return bool(word.entity) and word.entity == word.head.entity and word.head.entity != "PERSON"
    if word.dep not in {"compound", "nmod", "amod", "flat"} or not (is_name(word) or word.lower in _PARTICLES):
        return False
    if word.entity and word.entity == word.head.entity != "PERSON":
        return True  # "Putney Student Travel"
    if given_name(word.lower) is not None:
        return True  # "Christian Berg" is no Christian
    return not (is_role(word) or word.lower in COURTESY or word.lower in RANKS)


def name_words(head: Word) -> tuple[Word, ...]:
    """The words of the name that `head` ends, without title, determiner and what follows it."""
    before = [w for part in head.left[name_start(head) :] for w in part.subtree()]
    behind = [w for part in head.right if part.dep == "compound" and is_name(part) for w in part.subtree(_is_apart)]
    ampersand = [w for w in head.right if w.text == "&" and w.dep == "compound"]
    inside = [w for part in head.right if _is_inside(part, head) for w in part.subtree(_is_apart_in_name)]
    return (*before, head, *sorted((*ampersand, *behind, *inside), key=lambda w: w.i))


def _is_inside(preposition: Word, head: Word) -> bool:
    """Whether a preposition is part of a name: "District of Columbia", "Marylanders for Marriage Equality"."""
    target = preposition.child("pobj")
    inside = preposition.dep == "prep" and bool(head.entity) and preposition.entity == head.entity
    return inside and target is not None and target.entity == head.entity


def _is_apart_in_name(word: Word) -> bool:
    """What is not in the name; "and" may be: "the Department of Health and Human Services"."""
    joined = word.dep in {"cc", "conj"} and any(w.dep == "cc" and w.entity == word.entity for w in word.head.right)
    return not word.entity or (word.dep in _APART and not joined)


def _is_apart(word: Word) -> bool:
    return word.dep in _APART or word.dep in ("punct", "prep", "acl")


def title_words(head: Word) -> tuple[Word, ...]:
    """What stands before the name that `head` ends: "the", "former finance minister"."""
    words: list[Word] = []
    for part in reversed(head.left[: name_start(head)]):
        if part.text in _BREAKS:
            break  # "Twelve years later, her brother Emil"
        if part.tag in {"TO", "VB"} or (part.left and part.left[0].tag == "TO"):
            break  # "wishes to assail nominee Ola Lund"
        if part.dep not in _APART:
            words.extend(part.subtree())
    return trimmed(_own_title(words))


def shared_title(head: Word) -> frozenset[Word]:
    """ "Officers Tom Holt and Ada Lund fired": a title in the plural is not the first one's alone."""
    words = title_words(head) if name_start(head) else ()
    return frozenset(words if words and is_plural(words[-1]) and is_role(words[-1]) else ())


def _own_title(words: list[Word]) -> list[Word]:
    """ "Lund and vice-mayor Ola Berg": Berg is no Lund."""
    ordered = sorted(words, key=lambda w: w.i)
    dash = [n for n, w in enumerate(ordered) if n and w.text == "-" and w.start > ordered[n - 1].end]
    words = ordered = ordered[dash[-1] + 1 if dash else 0 :]  # "the trade's upstarts - Veltra founder Jan Holt's firm"
    joint = next((n for n, w in enumerate(ordered) if w.lower == "and" and w.dep == "cc"), 0)
    if joint == 0 or joint + 1 == len(ordered):
        return words
    before, after = ordered[joint - 1], ordered[joint + 1]
    named_first = before.text[0].isupper() and (before.entity == "PERSON" or after.entity in {"GPE", "NORP"})
    return ordered[joint + 1 :] if named_first and not is_role(before) else words


def named(head: Word) -> Phrase:
    """A name without what stands around it."""
    words = name_words(head)
    return Phrase(head, words, words)


def reference(head: Word, without: Collection[Word] = ()) -> Phrase:
    """What a statement is about: a name by itself if it has a title, else the noun phrase."""
    titled = any(w.dep != "det" for w in title_words(head)) or any(_is_inside(w, head) for w in head.right)
    return named(head) if is_name(head) and titled else phrase(head, without)


def description(head: Word, without: Collection[Word] = ()) -> Phrase:
    """What somebody or something is: the core keeps the of-phrase ("head of the central bank")."""
    plain = phrase(head, {*without, *_of_others(head)})
    complement = next((w for w in _complements(head) if w not in without), None)
    if complement is None:
        return plain
    below = complement.subtree(is_aside)
    full = sorted({*plain.full, *below}, key=lambda w: w.i)
    core = sorted({*plain.core, *below}, key=lambda w: w.i)  # "the youngest of three" keeps it already
    return Phrase(head, trimmed(core), trimmed(full))


def _complements(head: Word) -> list[Word]:
    """The of-phrases that belong to a noun: those next to it.

    "a teacher and mother of three": the parser hangs "of three" on the teacher; it is the mother's. What follows the
    last of several offices belongs to all of them: "president and chief executive of Veltra".
    """
    others = conjuncts(first_conjunct(head))
    own = [p for o in others for p in o.right if p.lower == "of" and p.dep == "prep" and _nearest(p, others) is head]
    shared = shared_of(head) if not own and _is_office(head) and is_role(others[-1]) and len(others) <= 3 else None
    target = shared.child("pobj") if shared is not None else None
    return own if shared is None or target is None or target.pos == "NUM" else [shared]


def _is_office(head: Word) -> bool:
    """A bare noun for what one body has one of: president, but not "a nurse"."""
    return (title(head.lower) is not None or head.lower in offices()) and not any(w.dep == "det" for w in head.left)


def _of_others(head: Word) -> list[Word]:
    mine = _complements(head)
    return [p for p in head.right if p.lower == "of" and p.dep == "prep" and p not in mine]


def _nearest(word: Word, nouns: list[Word]) -> Word:
    return max((n for n in nouns if n.i < word.i), key=lambda n: n.i)


def statement(rule: str, subject: Phrase, relation: str, obj: Phrase, predicate: Word, lemma: str = "be") -> Proposal:
    """A claim whose relation the text only implies. `predicate` is the noun that carries it."""
    evidence = [f"{rule}: {subject.head.text} + {obj.head.text}"]
    return Proposal(
        predicate, subject, (), lemma, obj, (), ClauseType.NOMINAL, rule, implied=relation, evidence=evidence
    )


def is_model(name: Word) -> bool:
    """ "The jet, a Boeing 737": what it is one of, and no name of it."""
    return name.entity != "PERSON" and is_name(name) and any(w.lower in {"a", "an"} for w in name.left)
