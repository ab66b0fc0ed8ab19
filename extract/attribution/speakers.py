"""Who speaks the quotations of a sentence, as far as coreference needs to know it, and what the press reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from extract.english.persons import person_noun
from extract.english.vocabulary import agencies
from extract.english.wordlists import entries
from extract.factuality.signatures import reporting
from extract.model import Span
from extract.syntax.tree import Tree, Word
from extract.syntax.verbs import complex_of
from extract.syntax.words import DASHES

_MOST_WORDS_OF_A_SIGNATURE = 12


def speakers(tree: Tree) -> Iterator[tuple[Span, Word]]:
    """Each quotation in a sentence whose speaker the sentence names, with the speaker's head word."""
    if not tree.quotes:
        return
    speech = entries("quoting_verbs")
    verbs = [w for w in tree.words if w.lemma in speech and w.pos == "VERB" and not tree.is_quoted(w)]
    for span in tree.quotes:
        verb = min(verbs, key=lambda v: _gap(v, span), default=None)
        subject = verb.child("nsubj") if verb is not None else None
        if subject is not None and not tree.is_quoted(subject):
            yield span, subject


def _gap(word: Word, span: Span) -> int:
    return max(span[0] - word.end, word.start - span[1])


def is_press_report(verb: Word) -> bool:
    """ "Reuters reported", "the newspaper said": whatever source stands behind it, they have it from there."""
    who = verb.child("nsubj")
    if who is None or who.i > verb.i or verb.lemma not in reporting("verb"):
        return False
    name = " ".join(w.lower for w in (*who.left, who) if w.dep == "compound" or w is who)
    paper = who.pos == "PROPN" and who.lower in entries("newspaper_words") and who.entity != "PERSON"
    return paper or name in {"magazine", "newspaper"} or name in agencies()


def is_told(noun: Word, verb: Word) -> bool:
    """Whether an object is whom something is told, or what is said: "as the mayor told me", "as she put it"."""
    somebody = noun.pos == "PRON" or noun.entity in ("PERSON", "ORG", "NORP") or person_noun(noun.lemma) is not None
    return noun.lower == "it" or (verb.lemma == "tell" and somebody and complex_of(verb).modal is None)


def signed_by(words: Sequence[Word]) -> tuple[Word, ...]:
    """The name of a signature: "-- Lena Marsh, inspector", "— Lena Marsh (@marsh) 3 May"."""
    if not 1 < len(words) <= _MOST_WORDS_OF_A_SIGNATURE or words[0].text not in DASHES:
        return ()
    if any(w.pos in ("VERB", "AUX") for w in words) or not any(w.entity in ("PERSON", "ORG") for w in words[1:4]):
        return ()
    name = takewhile(lambda w: w.text not in {",", "("} and w.text[0] != "@", words[1:])
    return tuple(w for w in name if w.pos != "PUNCT")
