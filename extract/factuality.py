"""Whether, and how far, an event is asserted: polarity, modality and mood of a predicate.

The value is relative to the innermost source of the predicate's attribution, else to the article
(FactBank, Saurí & Pustejovsky 2009). It is found by walking from the main clause down to the
predicate: each governing word turns the value it has into that of what it takes (`signatures`), and
each clause adds its own negation, modals and adverbs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from extract.conditions import condition_of, condition_words
from extract.embedding import Edge, Link, edge_of
from extract.lexicon import entries
from extract.model import Modality, Mood, Polarity
from extract.negation import negators
from extract.signatures import Frame, Value
from extract.tree import Tree, Word
from extract.verbs import Complex, complex_of


@dataclass(frozen=True, slots=True)
class Commitment:
    """How far the innermost source stands behind a predicate. `condition` holds the if-clause's words."""

    polarity: Polarity
    modality: Modality
    mood: Mood
    condition: tuple[Word, ...]
    tense: str | None
    aspect: str | None
    cues: tuple[Word, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class State:
    """What is known of an event's value on the way down."""

    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.CERTAIN
    mood: Mood = Mood.STATEMENT
    condition: Word | None = None
    cues: tuple[Word, ...] = ()
    evidence: tuple[str, ...] = ()

    def but(self, why: str, cue: Word | None, **changes: object) -> State:
        """This state with `changes`, and the word and reason for them."""
        cues = self.cues if cue is None or cue in self.cues else (*self.cues, cue)
        return replace(self, cues=cues, evidence=(*self.evidence, why), **changes)  # type: ignore[arg-type]


_ORDER = (Modality.CERTAIN, Modality.PROBABLE, Modality.POSSIBLE, Modality.UNCOMMITTED)
#: Moods that what is embedded below shares.
_OPEN_MOODS = frozenset(
    {Mood.CONDITION, Mood.QUESTION, Mood.IMPERATIVE, Mood.WISH, Mood.PLAN, Mood.HYPOTHESIS, Mood.CONSEQUENCE}
)
_FRESH = State()
_DEFAULTS = {
    Frame.THAT: (Value(Polarity.POSITIVE, Modality.CERTAIN), Value(Polarity.POSITIVE, Modality.UNCOMMITTED)),
    Frame.WHETHER: (Value(Polarity.POSITIVE, Modality.UNCOMMITTED), Value(Polarity.POSITIVE, Modality.UNCOMMITTED)),
    Frame.WH: (Value(Polarity.POSITIVE, Modality.CERTAIN), Value(Polarity.POSITIVE, Modality.CERTAIN)),
    Frame.TO: (Value(Polarity.POSITIVE, Modality.POSSIBLE), Value(Polarity.NEGATIVE, Modality.CERTAIN)),
    Frame.ING: (Value(Polarity.POSITIVE, Modality.CERTAIN), Value(Polarity.NEGATIVE, Modality.CERTAIN)),
}
_MODALS = {
    "may": Modality.POSSIBLE,
    "might": Modality.POSSIBLE,
    "could": Modality.POSSIBLE,
    "can": Modality.POSSIBLE,
    "should": Modality.POSSIBLE,
    "ought": Modality.POSSIBLE,
    "must": Modality.PROBABLE,
    "would": Modality.PROBABLE,
}


def weaker(one: Modality, other: Modality) -> Modality:
    """The lesser commitment of two."""
    return max(one, other, key=_ORDER.index)


class Commitments:
    """The commitments of one tree's predicates, each worked out once."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._states: dict[int, State] = {}
        self._contexts: dict[int, State] = {}
        self._busy: set[int] = set()

    def of(self, word: Word) -> Commitment:
        """The commitment to a predicate: a verb, or a noun or adjective that carries a claim."""
        state = self._state(word)
        verb = complex_of(_verb_of(word))
        condition = condition_words(state.condition) if state.condition is not None else ()
        return Commitment(
            state.polarity, state.modality, state.mood, condition, verb.tense, verb.aspect, state.cues, state.evidence
        )

    def _state(self, word: Word) -> State:
        known = self._states.get(word.i)
        if known is None:
            known = self._own(word, self._context(word), edge_of(word))
            self._states[word.i] = known
        return known

    def _context(self, word: Word) -> State:
        """The value an event has from what it is embedded in, before its own clause's marks."""
        if word.i in self._contexts:
            return self._contexts[word.i]
        if word.i in self._busy:
            return _FRESH
        self._busy.add(word.i)
        found = self._below(word, edge_of(word))
        self._contexts[word.i] = found
        self._busy.discard(word.i)
        return found

    def _below(self, word: Word, edge: Edge) -> State:
        host = edge.host
        if host is None:
            return self._root(word)
        if edge.link is Link.SAME:
            return self._state(host)
        if edge.link is Link.CONJUNCT:
            return self._conjunct(word, host)
        if edge.link is Link.COMPLEMENT:
            return _apply(self._state(host), edge)
        if edge.link is Link.CONDITION:
            return State(modality=Modality.UNCOMMITTED, mood=Mood.CONDITION).but("condition", edge.cue)
        if edge.link is Link.PURPOSE:
            return State(modality=Modality.UNCOMMITTED, mood=Mood.PLAN).but("purpose", None)
        if edge.link is Link.NEGATED:
            return State(polarity=Polarity.NEGATIVE).but("without", edge.cue)
        if edge.link is Link.ARGUMENT:
            return self._argument(word, edge)
        outer = self._state(host)
        return outer if outer.mood in (Mood.CONDITION, Mood.HYPOTHESIS) else _FRESH

    def _root(self, word: Word) -> State:
        tree = self._tree
        if tree.words and tree.words[-1].text == "?":
            return State(modality=Modality.UNCOMMITTED, mood=Mood.QUESTION).but("question", tree.words[-1])
        if _imperative(word):
            return State(modality=Modality.UNCOMMITTED, mood=Mood.IMPERATIVE).but("imperative", word)
        return _FRESH

    def _conjunct(self, word: Word, first: Word) -> State:
        return self._state(first) if _shares(word, first) else self._context(first)

    def _argument(self, word: Word, edge: Edge) -> State:
        assert edge.host is not None
        outer = self._state(edge.host)
        if edge.sign is not None:
            return _apply(outer, edge)
        definite = any(c.dep in ("det", "poss") and c.lower not in ("a", "an", "any", "no", "some") for c in word.left)
        if definite or word.dep == "nsubj":
            return outer if outer.mood is Mood.CONDITION else _FRESH
        return outer

    def _own(self, word: Word, context: State, edge: Edge) -> State:
        if edge.link is Link.SAME or (edge.link is Link.CONJUNCT and edge.host is not None and not _clause(word)):
            return context
        state = _modal(word, context)
        state = _adverbs(word, state)
        state = _deny(word, state)
        condition = condition_of(word)
        if condition is not None:
            mood = Mood.CONSEQUENCE if state.mood in (Mood.STATEMENT, Mood.FORECAST) else state.mood
            state = state.but("consequence", None, modality=Modality.UNCOMMITTED, mood=mood, condition=condition)
        return state


def _clause(word: Word) -> bool:
    return word.pos in ("VERB", "AUX") or any(c.dep == "neg" for c in word.children)


def _verb_of(word: Word) -> Word:
    edge = edge_of(word)
    return edge.host if edge.link is Link.SAME and edge.host is not None else word


def _apply(outer: State, edge: Edge) -> State:
    """The value of a complement: the governor's signature at the governor's own value."""
    sign = edge.sign
    affirmed, negated = (sign.affirmed, sign.negated) if sign else _DEFAULTS[edge.frame or Frame.THAT]
    mood = sign.mood if sign else Mood.QUESTION if edge.frame is Frame.WHETHER else None
    if sign is not None and sign.factive:
        return State(cues=outer.cues).but("factive", edge.cue)
    if outer.modality is Modality.UNCOMMITTED:
        return outer.but("open", edge.cue, polarity=affirmed.polarity, mood=mood or outer.mood)
    value = negated if outer.polarity is Polarity.NEGATIVE else affirmed
    reports = sign is not None and sign.reports and edge.frame in (Frame.THAT, Frame.WH, Frame.ING)
    modality = value.modality if reports else weaker(value.modality, outer.modality)
    kept = Mood.STATEMENT if reports else outer.mood if outer.mood in _OPEN_MOODS else Mood.STATEMENT
    why = f"{edge.cue.lemma if edge.cue else ''} {edge.frame}"
    plain = value.polarity is Polarity.POSITIVE and value.modality is Modality.CERTAIN
    base = State() if reports else outer
    return base.but(why, None if plain else edge.cue, polarity=value.polarity, modality=modality, mood=mood or kept)


def _imperative(word: Word) -> bool:
    return (
        word.tag == "VB"
        and word.pos == "VERB"
        and not any(c.dep in ("nsubj", "nsubjpass", "expl", "csubj") or c.tag in ("MD", "TO") for c in word.children)
        and not any(c.dep == "aux" and c.lower not in ("do", "don't") for c in word.children)
    )


def _shares(word: Word, first: Word) -> bool:
    """Whether a conjunct shares the first one's negation and modal: "did not resign or apologise"."""
    if any(c.dep in ("nsubj", "nsubjpass", "expl", "aux", "auxpass") for c in word.children):
        return False
    if word.tag in ("VBD", "VBZ", "VBP") and first.tag != word.tag:
        return False
    if any(c.dep in ("aux", "auxpass", "neg") for c in first.children) and word.tag in ("VBD", "VBZ", "VBP"):
        return False
    return not any(c.lower == "but" for c in first.right if c.dep == "cc" and c.i < word.i)


def _modal(word: Word, state: State) -> State:
    verb: Complex = complex_of(word)
    if verb.modal in ("will", "shall"):
        mood = Mood.FORECAST if state.mood is Mood.STATEMENT else state.mood
        return state.but("future", verb.modal_word, mood=mood)
    degree = _MODALS.get(verb.modal or "")
    if degree is None:
        return state
    return state.but(f"modal {verb.modal}", verb.modal_word, modality=weaker(degree, state.modality))


def _adverbs(word: Word, state: State) -> State:
    for child in word.children:
        if child.dep == "advmod":
            if child.lower in entries("probably"):
                state = state.but("adverb", child, modality=weaker(Modality.PROBABLE, state.modality))
            elif child.lower in entries("possibly"):
                state = state.but("adverb", child, modality=weaker(Modality.POSSIBLE, state.modality))
    return state


def _deny(word: Word, state: State) -> State:
    words, weak = negators(word)
    if not words:
        return state
    polarity = state.polarity
    for cue in words:
        polarity = Polarity.POSITIVE if polarity is Polarity.NEGATIVE else Polarity.NEGATIVE
        state = state.but("negation", cue)
    modality = weaker(Modality.PROBABLE, state.modality) if weak else state.modality
    return replace(state, polarity=polarity, modality=modality)
