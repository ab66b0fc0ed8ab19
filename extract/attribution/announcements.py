"""Clauses about what is said beside them.

"The minister was blunt: ..." announces it, "That is what critics say" comments on it.
"""

from __future__ import annotations

from extract.attribution.source_frames import can_speak
from extract.attribution.sources import is_time
from extract.english.wordlists import entries
from extract.factuality.parentheticals import takes_back
from extract.factuality.signatures import reporting
from extract.syntax.tree import Word
from extract.syntax.words import WH_TAGS, has_mark

_LISTING = frozenset({"list", "name", "set", "lay", "give", "cite", "see", "offer", "identify"})
#: What "that is what they ..." makes a report of: what they feared or wanted happened.
_ASSERTING = frozenset(
    {"say", "tell", "claim", "believe", "think", "argue", "allege", "insist", "maintain", "report", "suggest", "write"}
    | {"contend", "assert", "conclude"}
)
_AS_MUCH = _ASSERTING | {"show", "admit", "concede", "confirm", "hint", "find", "state", "imply", "acknowledge"}


def is_cue(verb: Word) -> bool:
    """Whether a verb is one that reports what somebody says, thinks or knows."""
    return verb.lemma in reporting("verb")


def is_marked(first: Word, last: Word, marks: str) -> bool:
    """Whether one of these marks stands between two words, as a dependent of either or of the first one's content."""
    content = (c for c in first.right if c.dep == "ccomp")
    between = (c for w in (first, last, *content) for c in w.children if first.i < c.i < last.i)
    return any(c.text in marks for c in between if c.pos == "PUNCT" or c.dep == "punct")


def comment(verb: Word) -> Word | None:
    """The word of a clause that says whose words the clause before it are.

    "That is what critics say." "That is the view of the inspectors." "So say critics." "A survey had shown as much."
    """
    if verb.lemma in _ASSERTING and any(c.lower == "so" and c.dep == "advmod" for c in verb.left):
        return verb if verb.child("nsubj") is not None and verb.child("ccomp", "dobj") is None else None
    if verb.lemma in _AS_MUCH and _is_as_much(verb):
        return verb
    subject = verb.child("nsubj")
    if verb.lemma != "be" or subject is None or subject.lower not in ("that", "this") or subject.tag != "DT":
        return None
    noun = verb.child("attr")
    if noun is not None and is_owned(noun):
        return noun
    told = verb.child("ccomp")
    if told is None or told.lemma not in _ASSERTING or told.child("nsubj") is None:
        return None
    return told if any(c.tag in WH_TAGS for c in told.left) else None


def _is_as_much(verb: Word) -> bool:
    much = verb.child("dobj")
    said = verb.child("nsubj") is not None and much is not None and much.lower == "much"
    return said and any(w.lower == "as" for w in (*verb.right, *(much.left if much is not None else ())))


def announcer(host: Word, word: Word) -> Word | None:
    """The word of a clause before a colon that tells whose words come after it.

    "The minister was blunt: ...", "The inquiry's findings were plain: ...", "The firm listed three reasons: ..."
    """
    if host.i > word.i or host.pos not in ("VERB", "AUX") or not is_marked(host, word, ":") or takes_back(host):
        return None
    if (subject := host.child("nsubj")) is not None and is_time(subject):
        return None
    if host.lemma in {"find", "see"}:
        return None  # "Others saw sales slip: Veltra sold less"
    if is_cue(host) and host.child("ccomp") is None and host.child("nsubj") is not None:
        if host.lemma not in entries("going_on_verbs"):
            return host
        goes_on = host.child("xcomp")  # a tune begins to play: it is a waltz; the rally began quietly: people walked
        return host if (_speaks(host.child("nsubj") or host) if goes_on is None else is_cue(goes_on)) else None
    noun = host.child("nsubj")
    if host.lemma == "be" and noun is not None and has_mark(word, "that"):
        return noun if noun.lemma.lower() in entries("announcing_nouns") else announced_by(host)
    return announced_by(host)


def announced_by(host: Word) -> Word | None:
    """The word of an announcement that tells whose words follow; None where it is none."""
    subject = host.child("nsubj", "nsubjpass")
    if subject is None:
        return None
    manner = host.child("acomp")
    if manner is not None and manner.lower in entries("outspoken") and _speaks(subject):
        return manner
    if host.lemma == "be" and is_owned(subject):
        return subject
    thing = _cause(host) or host.child("dobj", "attr")
    if thing is not None and thing.lemma.lower() in entries("announcing_nouns") and _speaks(subject):
        return host if host.lemma in _LISTING or host.lemma == "blame" else thing
    return None


def _cause(host: Word) -> Word | None:
    """Analysts blamed the slump on two factors: orders had dried up."""
    on = next((c for c in host.right if c.dep == "prep" and c.lower == "on"), None)
    noun = on.child("pobj") if on is not None and host.lemma == "blame" else None
    of = noun.child("prep") if noun is not None and noun.lemma == "number" else None
    return of.child("pobj") if of is not None else noun


def is_owned(noun: Word) -> bool:
    """The minister's message, the view of the inspectors: not "the result", which is nobody's."""
    if noun.lemma.lower() not in entries("announcing_nouns"):
        return False
    return noun.child("poss") is not None or any(c.lower in ("of", "from", "by") for c in noun.right)


def _speaks(noun: Word) -> bool:
    return can_speak(noun) or noun.lemma.lower() in ("he", "she", "they", "we", "i")
