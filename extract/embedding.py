"""How an event hangs on another in its sentence: complement, condition, purpose, conjunct ...

`edge_of(word)` looks one step up. Factuality walks these steps down, attribution walks them up, so both
agree on what is said by whom.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from extract.lexicon import entries
from extract.model import Modality, Polarity
from extract.signatures import Frame, Signature, Value, signature
from extract.tree import Word


class Link(StrEnum):
    """What a word is to its host."""

    ROOT = "root"
    COMPLEMENT = "complement"
    CONJUNCT = "conjunct"
    CONDITION = "condition"
    PURPOSE = "purpose"
    NEGATED = "negated"  # without, instead of, rather than
    ADVERBIAL = "adverbial"  # because, after, as ...: presupposed
    RELATIVE = "relative"
    ARGUMENT = "argument"  # an event noun that is subject or object
    SAME = "same"  # a predicate noun or adjective shares its copula's state


@dataclass(frozen=True, slots=True)
class Edge:
    """One step up: `host` is the governing predicate, `cue` the word whose signature counts (often the host)."""

    link: Link
    host: Word | None = None
    cue: Word | None = None
    frame: Frame | None = None
    sign: Signature | None = None


_ROOT = Edge(Link.ROOT)
_WH = frozenset({"WRB", "WP", "WDT", "WP$"})
_CLAUSAL = frozenset({"ccomp", "xcomp", "csubj", "csubjpass", "pcomp", "acl", "advcl", "relcl", "parataxis", "conj"})
_PREDICATIVE = frozenset({"acomp", "attr", "oprd"})
#: too late to change it; has yet to find a buyer
_TOO = Signature(Value(Polarity.NEGATIVE, Modality.CERTAIN), Value(Polarity.POSITIVE, Modality.POSSIBLE))
_YET = _TOO
_PREDICATES = frozenset({"acomp", "attr", "oprd", "advmod"})
_COPULAR = frozenset({"be", "seem", "appear", "become", "remain", "feel", "look", "sound", "get", "stay", "prove"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_INVERTED = frozenset({"should", "were", "had"})
_NOT_CONDITIONAL = frozenset({"even", "as"})
_ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "dative", "compound", "appos", "nmod", "npadvmod", "poss"}
)


def edge_of(word: Word) -> Edge:
    """The step from a predicate word to what governs it."""
    if word.head is word:
        return _inserted(word)
    dep = word.dep
    if dep == "parataxis":
        if _is_inserted(word):
            return _ROOT
        if condition_mark(word) is not None:
            return Edge(Link.CONDITION, word.head, condition_mark(word))
    if dep == "conj":
        return _conjunct(word)
    if dep in _PREDICATIVE and (word.pos != "VERB" or _is_participle(word)):
        return _predicative(word)
    if dep in ("ccomp", "xcomp", "csubj", "csubjpass", "oprd", "acomp", "attr"):
        return _complement(word, word.head)
    if dep == "pcomp" or (dep == "pobj" and word.tag == "VBG"):
        return _gerund(word)
    if dep == "advcl":
        return _adverbial(word)
    if dep == "relcl":
        return _relative(word)
    if dep == "acl":
        return _noun_clause(word)
    if dep in _ARGUMENTS or word.pos in ("NOUN", "PROPN"):
        return _argument(word)
    return Edge(Link.ADVERBIAL, word.head)


def _predicative(word: Word) -> Edge:
    """A copula's noun or adjective, or what a verb calls its object: "called the law a disgrace"."""
    host = word.head
    if host.lemma not in _COPULAR and host.child("dobj", "nsubjpass", "nsubj") is not None:
        sign = signature(host.lemma, "verb", Frame.AS)
        if sign is not None:
            return Edge(Link.COMPLEMENT, host, host, Frame.AS, sign)
    return Edge(Link.SAME, host)


def _relative(word: Word) -> Edge:
    """A relative clause, or the content that the parser hangs on a day: "said Monday the ship had sunk"."""
    noun, verb = word.head, word.head.head
    if noun.dep in ("npadvmod", "tmod") and word.child("nsubj", "nsubjpass") is not None:
        sign = signature(verb.lemma, "verb", Frame.THAT)
        if sign is not None and sign.reports and not any(c.tag in _WH for c in word.left):
            return Edge(Link.COMPLEMENT, verb, verb, Frame.THAT, sign)
    return Edge(Link.RELATIVE, noun)


def _conjunct(word: Word) -> Edge:
    """A finite verb is no conjunct of an infinitive: "It failed to find a buyer and filed for protection"."""
    first = word.head
    if _is_above(word, first):
        host = first.head
        while host.dep == "conj" and host.pos not in ("VERB", "AUX"):
            host = host.head
        return Edge(Link.CONJUNCT, host)
    return Edge(Link.CONJUNCT, first)


def _is_above(word: Word, first: Word) -> bool:
    """Whether a conjunct goes with the verb above the one that the parser joins it to.

    "She said it would leave by March and suggested a date": no modal, so not with "leave" but with "said".
    """
    if word.tag not in _FINITE or first.tag not in ("VB", "VBG", "VBN") or first.head is first:
        return False
    if word.child("nsubj", "nsubjpass", "mark", "expl", "aux") is not None:
        return False
    if first.tag == "VBN" and word.tag == "VBD":  # "has closed and opened": both may be participles
        return False
    if first.dep in ("xcomp", "acl", "advcl", "pcomp"):
        return True
    return first.dep == "ccomp" and first.head.tag == word.tag and first.child("aux") is not None


def _is_participle(word: Word) -> bool:
    """The company is based in Lyon: a participle that the parser takes for an adjective."""
    return word.tag in ("VBN", "VBG") and word.dep != "oprd" and word.child("nsubj", "aux", "mark") is None


def inserted_cue(word: Word) -> Word | None:
    """The reporting verb that is inserted into its own content: "The plan, he said, will fail"."""
    for child in word.children:
        if child.dep == "parataxis" and _is_inserted(child):
            return child
    return None


def _is_inserted(cue: Word) -> bool:
    sign = signature(cue.lemma, "verb", Frame.THAT)
    if sign is None or not sign.reports or cue.tag not in ("VBD", "VBZ", "VBP", "VBN"):
        return False
    if any(c.dep in ("ccomp", "xcomp", "dobj", "mark") for c in cue.children):
        return False
    return cue.child("nsubj", "nsubjpass", "expl") is not None


def _inserted(word: Word) -> Edge:
    cue = inserted_cue(word)
    if cue is None:
        return _ROOT
    return Edge(Link.COMPLEMENT, cue, cue, Frame.THAT, signature(cue.lemma, "verb", Frame.THAT))


def frame_of(word: Word) -> Frame:
    """The form of a clause that is a complement."""
    children = list(word.children)
    if any(c.tag == "TO" and c.dep == "aux" for c in children):
        return Frame.WH if any(c.tag in _WH for c in children) else Frame.TO
    if any(c.dep == "mark" and c.lower in ("whether", "if") for c in children):
        return Frame.WHETHER
    if any(_asks(c, word) for c in children):
        return Frame.WH
    finite = any(c.dep in ("aux", "auxpass") for c in children)
    if word.tag == "VBG" and not finite:
        return Frame.ING
    if word.tag in ("VB", "VBN") and not finite:
        return Frame.TO
    return Frame.THAT


def _asks(child: Word, word: Word) -> bool:
    if child.i > word.i:
        return False
    return child.tag in _WH or any(w.tag in ("WP", "WP$", "WDT", "WRB") for w in child.left)


def _complement(word: Word, host: Word) -> Edge:
    frame = frame_of(word)
    cue, sign = _governor(host, word, frame)
    return Edge(Link.COMPLEMENT, host, cue, frame, sign)


def _governor(host: Word, word: Word, frame: Frame) -> tuple[Word, Signature | None]:
    """The word at or below `host` whose signature rules the clause `word`."""
    if host.pos == "ADJ" or host.tag in ("JJ", "JJR", "JJS"):
        return host, _of_adjective(host, frame)
    if (
        host.lemma in ("have", "be")
        and frame is Frame.TO
        and any(w.lower == "yet" for w in (*host.children, *word.left))
    ):
        return host, _YET
    if host.pos in ("NOUN", "PROPN"):
        return host, signature(host.lemma, "noun", frame)
    if host.lemma in _COPULAR:
        for child in host.right:
            sign = _of_predicate(child, frame) if child.dep in _PREDICATES and child is not word else None
            if sign is not None:
                return child, sign
    return host, _of_verb(host, word, frame)


def _of_adjective(host: Word, frame: Frame) -> Signature | None:
    if frame is Frame.TO and any(c.lower == "too" for c in host.left):
        return _TOO
    if frame is Frame.THAT and host.head.lemma == "make":
        return signature(f"make_{host.lower}", "verb", frame)
    return signature(host.lower, "adj", frame)


def _of_predicate(child: Word, frame: Frame) -> Signature | None:
    if child.pos == "NOUN":
        return signature(child.lemma, "noun", frame)
    return signature(child.lower, "adj", frame)


def _of_verb(host: Word, word: Word, frame: Frame) -> Signature | None:
    """A verb's signature, with its particle ("point out that") or preposition ("call on him to resign")."""
    for child in host.right:
        if child.i > word.i:
            break
        if child.dep in ("prt", "prep", "acomp", "ccomp", "advmod") and child is not word:
            sign = signature(f"{host.lemma}_{child.lower}", "verb", frame)
            if sign is not None:
                return sign
    return signature(host.lemma, "verb", frame)


def _gerund(word: Word) -> Edge:
    """A gerund after a preposition: "accused of lying", "without paying", "after losing"."""
    preposition = word.head
    host = preposition.head
    if host is preposition:
        return _ROOT
    lower = preposition.lower
    if lower == "without":
        return Edge(Link.NEGATED, host, preposition)
    if lower in ("instead", "than") or any(c.lower == "instead" for c in preposition.left):
        return Edge(Link.NEGATED, host, preposition)
    frame = Frame.ING if word.tag == "VBG" else frame_of(word)
    host = _accuser(host, lower, frame)
    if preposition.dep == "prep":
        kind = {"NOUN": "noun", "ADJ": "adj"}.get(host.pos, "verb")
        lemma = host.lower if kind == "adj" else host.lemma
        sign = signature(f"{lemma}_{lower}", kind, frame) or signature(lemma, kind, frame)
        if sign is not None and lower in (
            "of",
            "for",
            "from",
            "about",
            "in",
            "on",
            "to",
            "at",
            "against",
            "with",
            "over",
        ):
            return Edge(Link.COMPLEMENT, host, host, frame, sign)
        if frame in (Frame.WHETHER,):
            return Edge(Link.COMPLEMENT, host, host, frame, None)
    return Edge(Link.ADVERBIAL, host, preposition)


def _accuser(noun: Word, preposition: str, frame: Frame) -> Word:
    """accused the mayor of lying: the preposition hangs on the verb's object"""
    if noun.dep not in ("dobj", "nsubjpass") or preposition not in ("of", "for", "from"):
        return noun
    known = signature(noun.lemma, "noun", frame) or signature(noun.head.lemma, "verb", frame) is None
    return noun if known else noun.head


def condition_mark(word: Word) -> Word | None:
    """The word that makes an adverbial clause a condition: "if", "unless", "provided (that)", "as long as"."""
    for child in word.left:
        if child.dep in ("mark", "advmod") and child.lower in entries("conditional") and not _concedes(child, word):
            return child
    first = word.left[0] if word.left else None
    if first is not None and first.dep == "aux" and first.lower in _INVERTED and _inverted(word, first):
        return first
    if word.i == 0 and word.lower == "had" and any(c.dep == "ccomp" and c.child("nsubj") for c in word.right):
        return word
    host = word.head
    if host.lower == "long" and any(c.lower in ("as", "so") for c in host.left):
        return host
    return None


def _concedes(mark: Word, word: Word) -> bool:
    """even if, as if: no condition"""
    return any(w.i == mark.i - 1 and w.lower in _NOT_CONDITIONAL for w in (*mark.left, *word.left))


def _inverted(word: Word, auxiliary: Word) -> bool:
    """Should prices rise, ...: the auxiliary stands before the subject of a subordinate clause."""
    return any(c.dep in ("nsubj", "nsubjpass", "expl") and c.i > auxiliary.i for c in word.left)


def _adverbial(word: Word) -> Edge:
    host = word.head
    mark = condition_mark(word)
    if host.pos == "ADV" and host.head is not host:
        host = host.head  # as soon as it is signed, as long as prices hold
    if mark is not None:
        return Edge(Link.CONDITION, host, mark)
    if any(c.dep == "mark" and c.lower == "that" for c in word.left):
        cue, sign = _governor(host, word, Frame.THAT)
        if sign is not None:  # made it clear that ...
            return Edge(Link.COMPLEMENT, host, cue, Frame.THAT, sign)
    if any(c.tag == "TO" and c.dep == "aux" for c in word.children):
        cue, sign = _governor(host, word, Frame.TO)
        if sign is not None and not any(c.lower in ("order", "so") for c in word.left):
            return Edge(Link.COMPLEMENT, host, cue, Frame.TO, sign)
        return Edge(Link.PURPOSE, host)
    if any(c.dep == "mark" and c.lower == "without" for c in word.left):
        return Edge(Link.NEGATED, host)
    return Edge(Link.ADVERBIAL, host)


def _noun_clause(word: Word) -> Edge:
    noun = word.head
    frame = frame_of(word)
    if word.tag in ("VBN", "VBG") and word.child("aux", "auxpass", "mark", "nsubj", "nsubjpass") is None:
        return Edge(Link.RELATIVE, noun)
    if frame is Frame.THAT and not any(c.dep == "mark" for c in word.left):
        return Edge(Link.RELATIVE, noun)
    sign = signature(noun.lemma, "noun", frame)
    if noun.dep in ("dobj", "nsubjpass") and sign is not None and sign.reports:
        outer = signature(noun.head.lemma, "verb", Frame.THAT)
        if outer is not None and outer.affirmed.polarity is Polarity.NEGATIVE:
            return Edge(Link.COMPLEMENT, noun.head, noun.head, frame, outer)  # rejected the claim that ...
    return Edge(Link.COMPLEMENT, noun, noun, frame, sign)


def _of_accusation(noun: Word, preposition: Word) -> Signature | None:
    """accused the mayor of fraud: the preposition hangs on the object"""
    if noun.dep not in ("dobj", "nsubjpass"):
        return None
    return signature(f"{noun.head.lemma}_{preposition.lower}", "verb", Frame.NP)


def _argument(word: Word) -> Edge:
    host = word.head
    if host.dep == "prep" or host.pos == "ADP":
        preposition, host = host, host.head
        sign = signature(f"{host.lemma}_{preposition.lower}", "verb", Frame.NP)
        if sign is None and host.pos == "NOUN" and preposition.lower in ("of", "for"):
            sign = signature(host.lemma, "noun", Frame.NP)
        if preposition.lower == "without":
            return Edge(Link.NEGATED, host, preposition)
        if preposition.lower == "as":
            seen_as = signature(host.lemma, "verb", Frame.AS)
            if seen_as is not None and host.child("dobj", "nsubjpass") is not None:
                return Edge(Link.COMPLEMENT, host, host, Frame.AS, seen_as)
        if sign is None and preposition.lower in ("of", "for"):
            sign = _of_accusation(host, preposition)
            host = host.head if sign is not None else host
        return Edge(Link.ARGUMENT, host, host, Frame.NP, sign)
    if word.dep in ("dobj", "nsubjpass") and host.pos == "VERB":
        return Edge(Link.ARGUMENT, host, host, Frame.NP, signature(host.lemma, "verb", Frame.NP))
    quality = host.child("acomp") if word.dep == "nsubj" else None
    if quality is not None:
        sign = signature(quality.lower, "adj", Frame.THAT)
        if sign is not None and not sign.reports and not sign.factive:
            return Edge(Link.ARGUMENT, host, quality, Frame.NP, sign)
    return Edge(Link.ARGUMENT, host, host, Frame.NP, None)
