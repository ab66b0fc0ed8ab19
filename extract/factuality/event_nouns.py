"""What governs an event noun or a gerund after a preposition."""

from __future__ import annotations

from extract.factuality.edges import ROOT, Edge, Link
from extract.factuality.governors import frame_of
from extract.factuality.signatures import Frame, Signature, signature
from extract.syntax.tree import Word

#: Prepositions that a verb, noun or adjective takes its gerund by.
_GOVERNED = frozenset({"of", "for", "from", "about", "in", "on", "to", "at", "against", "with", "over"})


def gerund(word: Word) -> Edge:
    """A gerund after a preposition: "accused of lying", "without paying", "after losing"."""
    preposition = word.head
    host = preposition.head
    if host is preposition:
        return ROOT
    if _excludes(preposition):
        return Edge(Link.NEGATED, host, preposition)
    lower = preposition.lower
    frame = Frame.ING if word.tag == "VBG" else frame_of(word)
    host = _accuser(host, lower, frame)
    if lower == "as" and host.lemma in ("quote", "cite") and host.child("nsubj") is not None:
        return Edge(Link.COMPLEMENT, host, host, frame, signature(host.lemma, "verb", Frame.THAT))
    if lower == "against" and _sign_of(host, lower, frame) is None:
        return Edge(Link.PURPOSE, host)  # took a stand against raising rents
    if preposition.dep == "prep" and lower in _GOVERNED:
        sign = _sign_of(host, lower, frame)
        if sign is not None or frame is Frame.WHETHER:
            return Edge(Link.COMPLEMENT, host, host, frame, sign)
    return Edge(Link.ADVERBIAL, host, preposition)


def _excludes(preposition: Word) -> bool:
    """without, instead of, rather than"""
    return preposition.lower in ("without", "instead", "than") or any(c.lower == "instead" for c in preposition.left)


def _sign_of(host: Word, preposition: str, frame: Frame) -> Signature | None:
    kind = {"NOUN": "noun", "ADJ": "adj", "ADV": "adj"}.get(host.pos, "verb")
    lemma = host.lower if kind == "adj" else host.lemma
    return signature(f"{lemma}_{preposition}", kind, frame) or signature(lemma, kind, frame)


def _accuser(noun: Word, preposition: str, frame: Frame) -> Word:
    """accused the mayor of lying; accused by Lund of lying: the preposition hangs on a noun of the verb's"""
    verb = noun.head.head if noun.dep == "pobj" and noun.head.dep == "agent" else noun.head
    if noun.dep not in ("dobj", "nsubjpass", "pobj") or preposition not in ("of", "for", "from"):
        return noun
    if noun.dep == "pobj" and noun.head.dep != "agent":
        return noun
    known = signature(noun.lemma, "noun", frame) or signature(verb.lemma, "verb", frame) is None
    return noun if known else verb


def argument(word: Word) -> Edge:
    """A noun that is subject, object or a preposition's object."""
    host = word.head
    if host.dep == "prep" or host.pos == "ADP":
        return _after_preposition(host, host.head)
    if word.dep in ("dobj", "nsubjpass") and host.pos == "VERB":
        sign = None if _is_refused(word, host) else signature(host.lemma, "verb", Frame.NP)
        return Edge(Link.ARGUMENT, host, host, Frame.NP, sign)
    quality = host.child("acomp") if word.dep == "nsubj" else None
    if quality is not None:  # a deal is unlikely
        sign = signature(quality.lower, "adj", Frame.THAT)
        if sign is not None and not sign.reports and not sign.factive:
            return Edge(Link.ARGUMENT, host, quality, Frame.NP, sign)
    return Edge(Link.ARGUMENT, host, host, Frame.NP, None)


def _is_refused(word: Word, verb: Word) -> bool:
    """denied the request: the request was made; denied any fraud: there was none"""
    return verb.lemma == "deny" and any(c.dep == "det" and c.lower in ("the", "this", "that") for c in word.left)


def _after_preposition(preposition: Word, host: Word) -> Edge:
    lower = preposition.lower
    if lower == "without":
        return Edge(Link.NEGATED, host, preposition)
    if lower == "as" and host.child("dobj", "nsubjpass") is not None:
        seen_as = signature(host.lemma, "verb", Frame.AS)
        if seen_as is not None:
            return Edge(Link.COMPLEMENT, host, host, Frame.AS, seen_as)
    sign = signature(f"{host.lemma}_{lower}", "verb", Frame.NP)
    if sign is None and lower in ("of", "for"):
        sign = signature(host.lemma, "noun", Frame.NP) if host.pos == "NOUN" else None
        if sign is None and host.dep in ("dobj", "nsubjpass"):  # accused the mayor of fraud
            sign = signature(f"{host.head.lemma}_{lower}", "verb", Frame.NP)
            host = host.head if sign is not None else host
    return Edge(Link.ARGUMENT, host, host, Frame.NP, sign)
