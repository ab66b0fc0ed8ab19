"""How likely a claim is right: a logistic model over features that a reader can check.

Each feature is a short phrase that is true or false of a claim ("the object is far from the verb"). Its
weight, in log-odds, stands in `confidence.tsv`; the probability is the logistic function of the sum
of the weights that apply. `benchmarks/confidence.py` fits the weights to claims judged by the gold corpus and measures
the calibration.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from math import exp
from statistics import fmean
from typing import NamedTuple

from extract.claims.proposal import Phrase, Proposal
from extract.model import BRIEF
from extract.syntax.tree import Tree, Word
from extract.syntax.words import CLAUSES, PLURAL_FORMS, SINGULAR_FORMS, VERBS

BIAS = "any claim"
_SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl", "agent"})


def confidence(proposal: Proposal, tree: Tree) -> float:
    """The probability that the claim is right."""
    return probability(weighed(proposal, tree))


def signs_of(tree: Tree) -> tuple[str, ...]:
    """The features that all claims of a sentence share, found once."""
    return tuple(_of_sentence(tree))


def weighed(proposal: Proposal, tree: Tree, signs: Sequence[str] | None = None) -> tuple[tuple[str, float], ...]:
    """The features that hold of a claim, each with its weight; `signs` are those of its sentence, where known."""
    return tuple([_weighed(feature) for feature in features(proposal, tree, signs)])


@lru_cache(maxsize=4096)
def _weighed(feature: str) -> tuple[str, float]:
    """A feature with its weight: one and the same for all claims, so that it goes to another process once."""
    return feature, _weights().get(feature, 0.0)


def probability(found: Iterable[tuple[str, float]]) -> float:
    """What weighed features come to."""
    return 1 / (1 + exp(-sum([weight for _, weight in found])))


def reasons(found: Iterable[tuple[str, float]]) -> list[str]:
    """What raised and lowered the confidence, strongest first: "+0.71 the object is next to the verb"."""
    strongest = sorted(found, key=lambda pair: -abs(pair[1]))
    return [f"{weight:+.2f} {feature}" for feature, weight in strongest if abs(weight) >= 0.005]


def left_open(subject: bool, owner: bool, obj: bool, content: bool) -> tuple[tuple[str, float], ...]:
    """The weighed features that show only once pronouns are resolved: which parts stand for nothing that is known.

    `subject` and `obj` say it of a pronoun that is all of an argument, `owner` of whose the subject is ("its shape"),
    `content` of the subject of what is said: "The mayor said it would close".
    """
    found = {OPEN_SUBJECT: subject, OPEN_OWNER: owner, OPEN_OBJECT: obj, OPEN_CONTENT: content}
    return tuple([_weighed(feature) for feature, holds in found.items() if holds])


class Unknown(NamedTuple):
    """Of what nobody knows what it is: a claim's subject (or object, where nothing has a name), and its content's."""

    argument: bool
    content: bool


def unknown_parts(features: Iterable[tuple[str, float]]) -> Unknown:
    """Which parts nobody knows, by a claim's features."""
    signs = {name for name, _ in features}
    return Unknown(OPEN_SUBJECT in signs or signs >= {OPEN_OBJECT, NAMELESS}, OPEN_CONTENT in signs)


NAMELESS = "it has no name, date or number"
OPEN_SUBJECT = "nobody knows what its subject stands for"
OPEN_OWNER = "nobody knows whose its subject is"
OPEN_OBJECT = "nobody knows what its object stands for"
OPEN_CONTENT = "nobody knows what the subject of its content stands for"


@cache
def _weights() -> dict[str, float]:
    text = files("extract.claims").joinpath("confidence.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {feature: float(weight) for weight, feature in rows}


def features(proposal: Proposal, tree: Tree, signs: Sequence[str] | None = None) -> list[str]:
    """The features that hold of a claim, each once."""
    obj = proposal.object
    words = (*proposal.subject.full, *proposal.relation, *(obj.full if obj else ()))
    return [
        BIAS,
        f"rule: {proposal.rule}",
        *(signs_of(tree) if signs is None else signs),
        *_of_parse(proposal, tree, words),
        *_of_words(proposal, tree, words),
        *_of_agreement(proposal),
        *_of_subject(proposal),
        *_of_object(proposal, tree),
        *_of_verb(proposal),
    ]


def _of_parse(proposal: Proposal, tree: Tree, words: Sequence[Word]) -> Iterator[str]:
    """How sure the parser is, by the probabilities of its moves at each word.

    Of the verb's place it is as sure as of the verb and all words above it together.
    """
    predicate = proposal.predicate
    if _is_unknown(tree):
        yield UNKNOWN_PARSER
        return
    place = sum([word.doubt or 0.0 for word in (predicate, *predicate.ancestors())])
    yield from _less_sure(place, _SURE_OF_PLACE, "the verb's place in the sentence")
    yield from _less_sure(max([word.doubt or 0.0 for word in words]), _SURE_OF_WORD, "some word of it")
    if proposal.again is not None:
        yield f"{proposal.again} of {PARSES}{WEAKER}"


def _is_unknown(tree: Tree) -> bool:
    """Whether nobody knows how sure the parser is."""
    return tree.words[0].doubt is None


def _less_sure(doubt: float, steps: Iterable[float], what: str) -> Iterator[str]:
    sure = exp(-doubt)
    for least in steps:
        if sure < least:
            yield f"the parser is less than {least:.0%} sure of {what}"


#: So many weaker parses are made of each sentence where confidence is to be careful.
PARSES = 3
WEAKER = " weaker parses give the same claim"
UNKNOWN_PARSER = "the certainty of the parser is unknown"
_SURE_OF_PLACE = (0.55, 0.25, 0.1)
_SURE_OF_WORD = (0.4, 0.25)
_SURE_OF_SENTENCE = (0.8, 0.7)


def _of_words(proposal: Proposal, tree: Tree, words: Sequence[Word]) -> Iterator[str]:
    """What the words of subject, relation and object say all together."""
    if not any(word.entity for word in words):
        yield NAMELESS
    shown = len(proposal.subject.core) + len(proposal.relation) + (len(proposal.object.core) if proposal.object else 0)
    if shown <= 3:
        yield "it has at most 3 words"
    last = (proposal.object.full if proposal.object else proposal.relation or (proposal.predicate,))[-1].i
    after = tree.words[last + 1 : last + 2]
    if after and after[0].pos in VERBS and proposal.predicate.dep != "acl":  # "fish exposed to it died"
        yield "the next word is a verb"


def _of_sentence(tree: Tree) -> Iterator[str]:
    if tree.kind in BRIEF:
        yield "it is a headline or caption"
    if not _is_unknown(tree):
        mean = fmean([word.doubt or 0.0 for word in tree.words])
        yield from _less_sure(mean, _SURE_OF_SENTENCE, "the words of the sentence")


def _of_agreement(proposal: Proposal) -> Iterator[str]:
    """Signs that the subject is another's: a number that the verb does not have, a verb in between."""
    head, predicate = proposal.subject.head, proposal.predicate
    if proposal.implied is not None:
        return
    finite = next((w for w in proposal.relation if w.tag in {"VBZ", "VBP"} or w.lower in _FINITE_FORMS), None)
    if finite is not None:
        many = head.tag in {"NNS", "NNPS"} or head.child("conj") is not None or head.lower in _PLURAL_PRONOUNS
        one = head.tag in {"NN", "NNP"} and head.child("conj") is None and not head.entity
        plural = finite.lower in _PLURAL or (finite.tag == "VBP" and finite.lower not in _SINGULAR)
        if (plural and one) or (many and not plural):
            yield "subject and verb differ in number"
    low, high = sorted((head.i, predicate.i))
    between = [w for w in (*predicate.left, *head.right) if low < w.i < high]
    if any(w.pos == "VERB" for part in between for w in part.subtree()):
        yield "a verb stands between subject and verb"


_SINGULAR = SINGULAR_FORMS | {"'s", "’s"}
_PLURAL = PLURAL_FORMS | {"'re", "’re", "'ve", "’ve"}
_FINITE_FORMS = _SINGULAR | _PLURAL
_PLURAL_PRONOUNS = frozenset({"they", "we", "you", "these", "those"})


def _of_kind(proposal: Proposal) -> Iterator[str]:
    """What kind of thing the subject is."""
    head, predicate = proposal.subject.head, proposal.predicate
    if head.lower in {"it", "this", "that", "which", "one"}:
        yield "the subject is it, this or that"
    elif head.pos == "PRON":
        yield "the subject is a pronoun"
    elif head.entity:
        yield "the subject is a person" if head.entity == "PERSON" else "the subject is another name"
    if head.lower in {"there", "you"}:
        yield f"the subject is {head.lower}"
    if predicate.dep in {"acl", "relcl"} and head.tag in {"NN", "NNS"} and not head.left and not head.entity:
        yield "its clause belongs to a noun without an article"
    yield from _unsaid("subject", proposal.subject)


def _of_subject(proposal: Proposal) -> Iterator[str]:
    head, predicate = proposal.subject.head, proposal.predicate
    yield from _of_kind(proposal)
    if len(proposal.subject.core) > 6:
        yield "the subject has more than 6 words"
    if proposal.implied is not None:
        return
    if head.dep not in _SUBJECT_DEPS:
        yield "the subject is not parsed as a subject"
    elif head.head is not predicate:
        yield "the subject is shared with another verb"
    if head.i > predicate.i:
        yield "the subject follows the verb"
    yield _distance("subject", predicate.i - max(w.i for w in proposal.subject.core))
    if _comma_between(head, predicate):
        yield "a comma parts subject and verb"


def _of_object(proposal: Proposal, tree: Tree) -> Iterator[str]:
    obj = proposal.object
    if obj is None:
        yield "it has no object" if proposal.adjuncts else "it has neither object nor qualifier"
        return
    if obj.head.pos == "PRON":
        yield "the object is a pronoun"
    elif obj.head.pos in ("VERB", "AUX"):
        yield "the object is a clause"
    elif obj.head.entity:
        yield "the object is a name or number"
    yield from _of_extent(obj)
    yield from _unsaid("object", obj)
    if obj.head.dep == "conj":
        yield "the object is coordinated"
    if proposal.implied is None:
        yield _distance("object", min(w.i for w in obj.core) - proposal.predicate.i)
        if obj.head.i < proposal.predicate.i:
            yield "the object comes before the verb"
    low, high = sorted((obj.head.i, proposal.predicate.i))
    if any(word.text == "," for word in tree.words[low + 1 : high]):
        yield "a comma parts verb and object"


def _unsaid(part: str, words: Phrase) -> Iterator[str]:
    """What a part leaves to the sentences before: "such a move", "the two men", "the same amount", "others"."""
    first, *rest = [w.lower for w in words.core]
    if rest and (first in _DEMONSTRATIVES or (first == "the" and rest[0] in _KNOWN_BEFORE)):
        yield f"the {part} points back"
    elif words.head.lower in _QUANTITIES and words.head.child("prep", "relcl", "acl") is None and len(rest) < 2:
        yield f"the {part} is a quantity without a noun"


_DEMONSTRATIVES = frozenset({"such", "that", "these", "this", "those"})
_KNOWN_BEFORE = frozenset({"former", "latter", "other", "others", "rest", "same", "two", "three", "whole"})


def lacks_noun(words: Phrase) -> bool:
    """ "Two died", "Others say so": of whom is told before, if anywhere."""
    head = words.head
    counts = head.lower in _COUNTING or (head.tag == "CD" and head.text.isalpha() and head.entity in {"", "CARDINAL"})
    return counts and len(words.core) < 3 and head.child("prep", "relcl", "acl") is None


_COUNTING = frozenset({"another", "both", "few", "many", "more", "most", "one", "others", "several", "some"})
_QUANTITIES = _COUNTING | frozenset(
    {"all", "any", "anything", "each", "everyone", "everything", "lot", "none", "ones", "so", "someone", "something"}
    | {"three", "two"}
)


def _of_extent(obj: Phrase) -> Iterator[str]:
    if len(obj.core) > 10:
        yield "the object has more than 10 words"
    elif len(obj.core) > 5:
        yield "the object has 6 to 10 words"
    if any(w.dep == "prep" and w.lower != "of" for w in obj.head.right):
        yield "a preposition after the object may belong to the verb"
    if any(w.dep in ("relcl", "acl") for w in obj.head.right):
        yield "the object has a clause of its own"


def _of_verb(proposal: Proposal) -> Iterator[str]:
    predicate = proposal.predicate
    if proposal.implied is not None:
        return
    if predicate.pos not in ("VERB", "AUX"):
        yield "the verb is not tagged as a verb"
    elif predicate.tag in ("VBG", "VBN", "VB") and not any(w.dep in ("aux", "auxpass") for w in predicate.left):
        yield "the verb has no tense of its own"
    if any(w.dep == "neg" for w in predicate.children):
        yield "the verb is negated"
    if predicate.dep == "conj":
        yield "the verb is coordinated"
    depth = sum(w.dep in CLAUSES for w in (predicate, *predicate.ancestors()))
    if depth:
        yield "its clause is embedded" if depth == 1 else "its clause is embedded twice or more"
    if len(proposal.relation) > 1:
        yield "the relation has more than 1 word"
    if len(proposal.relation) > 4:
        yield "the relation has more than 4 words"
    if len(predicate.left) + len(predicate.right) > 5:
        yield "more than 5 parts hang on the verb"


def _distance(what: str, words: int) -> str:
    words = abs(words)
    near = "next to the verb" if words <= 2 else "3 to 6 words from the verb" if words <= 6 else "far from the verb"
    return f"the {what} is {near}"


def _comma_between(a: Word, b: Word) -> bool:
    low, high = sorted((a.i, b.i))
    return any(w.text == "," and low < w.i < high for w in (*a.children, *b.children))
