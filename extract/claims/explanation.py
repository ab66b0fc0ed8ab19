"""Why a claim came out as it did: the rule, the words and the attachments behind each part, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extract.claims.confidence import reasons
from extract.claims.proposal import Phrase, Proposal
from extract.syntax.tree import Word


def explain(proposal: Proposal, features: Iterable[tuple[str, float]]) -> tuple[str, ...]:
    """One line a part, then which features make it more or less sure."""
    return (*_parts(proposal), *(f"confidence: {reason}" for reason in reasons(features)))


def _parts(proposal: Proposal) -> Iterator[str]:
    yield from proposal.evidence
    yield f"subject: {_phrase(proposal.subject)}"
    if proposal.implied is None:
        words = " + ".join(f"{w.text} ({w.tag})" for w in proposal.relation)
        yield f"relation: {words}; its verb {_place(proposal.predicate)}"
    else:
        yield f"relation: '{proposal.implied}' is not in the text"
    if proposal.object:
        yield f"object: {_phrase(proposal.object)}"
    for adjunct in proposal.adjuncts:
        yield f"{adjunct.role.value}: '{_text(adjunct.words)}': {_place(adjunct.head)}"


def _phrase(phrase: Phrase) -> str:
    entity = f", entity {phrase.head.entity}" if phrase.head.entity else ""
    return f"'{_text(phrase.core)}' around {_place(phrase.head)}{entity}"


def _place(word: Word) -> str:
    """A word and how it hangs in the sentence."""
    if word.is_root:
        return f"'{word.text}' ({word.tag}, the root)"
    return f"'{word.text}' ({word.tag}, {word.dep} of '{word.head.text}')"


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
