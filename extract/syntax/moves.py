"""The moves of spaCy's transition-based parser (arc-eager: Nivre 2003), with their probabilities.

spaCy makes them in C and keeps no score. Here each step is made for many Docs at once. The states are spaCy's, and so
is what a move does to them, so that the annotations are the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from extract.syntax.network import Floats, Ints, product

if TYPE_CHECKING:
    from spacy.pipeline import DependencyParser
    from spacy.tokens import Doc

_KINDS = "SDLRB"
_SHIFT, _REDUCE, _LEFT, _RIGHT, _BREAK = range(len(_KINDS))
#: What a state is scored by: the first two words of the buffer, the last three of the stack, three of their children.
_CONTEXT = 8
_NEXT, _AFTER, _TOP = 0, 1, 2
_NEVER = np.float32(-np.inf)
#: e to the power of more is no number of 32 bits.
_LARGEST = np.float32(80)
#: How much of the network is off in a thinned one.
_OFF = 0.35
#: So many words are parsed together, in Docs of like length: more at once are hardly faster, fewer much slower.
_GROUP = 6000


class Moves:
    """Parses with `parser`. Raises ValueError, KeyError or AttributeError where it is built in another way."""

    def __init__(self, parser: DependencyParser) -> None:
        self._parser: Any = parser
        layers = self._parser.model.layers
        names = [self._parser.moves.get_class_name(number) for number in range(self._parser.moves.n_moves)]
        kinds = [_KINDS.index(name[0]) for name in names]
        if len(layers) != 3 or layers[0].layers[0].name != "tok2vec-listener":
            raise ValueError("another network")
        if layers[1].get_dim("nF") != _CONTEXT or self._parser.cfg["beam_width"] != 1:
            raise ValueError("another parser")
        if (
            kinds != sorted(kinds)
            or set(kinds) != set(range(len(_KINDS)))
            or self._parser.model.attrs["unseen_classes"]
        ):
            raise ValueError("other moves")
        self._first = [kinds.index(kind) for kind in range(len(_KINDS))]
        self._weights = np.ascontiguousarray(layers[2].get_param("W").T)
        self._bias = layers[2].get_param("b")

    def thinned(self, seed: int) -> Moves:
        """The same with part of what its last layer reads switched off (dropout: Srivastava et al. 2014)."""
        found = copy(self)
        on = np.random.default_rng(seed).random(len(self._weights)) >= _OFF
        found._weights = self._weights * (on / (1 - _OFF)).astype(np.float32)[:, None]
        return found

    def __call__(self, docs: Sequence[Doc]) -> list[list[float]]:
        """Parses Docs whose words have vectors. Returns how much doubt there is of each token: minus the natural
        logarithm of the probability of all moves that were made with it on top of the stack or next in the buffer.
        """
        found: dict[int, list[float]] = {}
        for group in _groups(docs):
            doubts = iter(self._parse([docs[at] for at in group]).tolist())
            found.update((at, [next(doubts) for _ in range(len(docs[at]))]) for at in group)
        return [found[at] for at in range(len(docs))]

    def _parse(self, docs: Sequence[Doc]) -> NDArray[np.float64]:
        """The doubts of all tokens, one Doc after another."""
        step = self._parser.model.predict(docs)
        every = self._parser.moves.init_batch(docs)
        states = [state for state in every if not state.is_final()]
        starts = _Starts(docs)
        contexts: list[Ints] = [np.zeros((0, _CONTEXT), np.int32)]
        behind: list[Floats] = [np.zeros((0, len(self._bias)), np.float32)]
        kinds: list[NDArray[np.bool_]] = [np.zeros((0, len(_KINDS)), np.bool_)]
        while states:
            context = step.get_token_ids(states)
            scores = product(step.state2vec.predict(context), self._weights)
            scores += self._bias
            contexts.append(context)
            allowed = starts.allowed(context)
            best = np.where(allowed, np.maximum.reduceat(scores, self._first, axis=1), _NEVER)
            top = best.max(axis=1)
            starts.begin(context, best[:, _BREAK] == top)
            kinds.append(allowed)
            behind.append(scores - top[:, None])
            states = self._parser.transition_states(states, scores)
        self._parser.set_annotations(docs, every)
        step.clear_memory()
        made = np.concatenate(contexts)
        doubts = np.log(self._shares(np.concatenate(behind), np.concatenate(kinds)).astype(np.float64))
        sums = np.zeros(starts.count + 1)  # with a place for "no word", whose number is -1
        for word in (_NEXT, _TOP):
            sums += np.bincount(made[:, word] + 1, weights=doubts, minlength=len(sums))
        return sums[1:]

    def _shares(self, behind: Floats, allowed: NDArray[np.bool_]) -> Floats:
        """How many times as probable as the best move all moves together are that each state allows: by how much their
        scores lie `behind` its score. (For all states at once: most steps are of few.)"""
        parts = np.add.reduceat(np.exp(np.minimum(behind, _LARGEST)), self._first, axis=1)
        total: Floats = np.einsum("ij,ij->i", parts, allowed)
        return total


class _Starts:
    """Where sentences begin so far among the words of some Docs: most kinds of moves are not allowed there.

    The last place of each array stands for "no word".
    """

    def __init__(self, docs: Sequence[Doc]) -> None:
        self.count = sum(map(len, docs))
        self._begins = np.zeros(self.count + 1, np.bool_)
        self._settled = np.zeros(self.count + 1, np.bool_)
        self._settled[:-1] = np.concatenate([doc.to_array(["SENT_START"]) for doc in docs]) != 0

    def allowed(self, context: Ints) -> NDArray[np.bool_]:
        """The kinds of moves that each state allows. (A word may be shifted only once: left out.)"""
        after, top, following = context[:, _NEXT], context[:, _TOP], context[:, _AFTER]
        empty, more = top < 0, following >= 0
        free = ~self._begins[after]
        found = np.empty((len(context), len(_KINDS)), np.bool_)
        found[:, _SHIFT] = empty | (more & free)
        found[:, _REDUCE] = ~empty
        found[:, _LEFT] = found[:, _RIGHT] = ~empty & (after >= 0) & free
        found[:, _BREAK] = more & (following == after + 1) & ~self._settled[following]
        return found

    def begin(self, context: Ints, broken: NDArray[np.bool_]) -> None:
        """Begins a sentence at the second word of the buffer, in the states where that is `broken`."""
        if broken.any():
            words = context[broken, _AFTER]
            self._begins[words] = self._settled[words] = True


def _groups(docs: Sequence[Doc]) -> Iterator[list[int]]:
    """The numbers of all Docs, those of like length together."""
    group: list[int] = []
    size = 0
    for at in sorted(range(len(docs)), key=lambda at: len(docs[at])):
        group.append(at)
        size += len(docs[at])
        if size >= _GROUP:
            yield group
            group, size = [], 0
    if group:
        yield group
