"""Named entities as spaCy's transition-based recognizer finds them, for all tokens of a batch at once.

Outside an entity, the scores of its moves depend on the token alone. Inside one, they depend also on the token before
and on the entity's first. So the moves at all tokens outside are scored in one multiplication, and the entities that
begin there are followed side by side.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from extract.syntax.network import Encoder, Floats, Ints, product

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc


class EntityTags:
    """The recognizer `ner`. Raises ValueError where it is built in another way."""

    def __init__(self, ner: EntityRecognizer) -> None:
        layers: Any = ner.model.layers
        tok2vec, lower, upper = layers
        if ner.cfg["beam_width"] != 1 or lower.get_param("W").shape[0] != 3 or len(tok2vec.layers) != 3:
            raise ValueError("another recognizer")
        encode, _, reduce = tok2vec.layers
        self._encode = Encoder(encode)
        self.columns = self._encode.columns
        self._reduce = np.ascontiguousarray(reduce.get_param("W").T), reduce.get_param("b")
        weights = lower.get_param("W")
        features, hidden, pieces, inputs = weights.shape
        rows = weights.transpose(0, 2, 1, 3).reshape(features * pieces * hidden, inputs)
        self._lower = np.ascontiguousarray(rows.T)
        self._pad = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(features, pieces * hidden)
        self._bias = lower.get_param("b").T.reshape(-1)
        self._hidden, self._pieces = hidden, pieces
        self._upper = upper.get_param("W")
        self._scores = np.ascontiguousarray(self._upper.T)
        self._upper_bias = upper.get_param("b")
        moves = [ner.moves.get_class_name(number) for number in range(ner.moves.n_moves)]
        self._types = [move.partition("-")[2] for move in moves]
        self._begins = np.array([move.startswith("B-") for move in moves])
        outside = np.array([move == "O" or (move[:2] in {"B-", "U-"} and len(move) > 2) for move in moves])
        self._outside = np.where(outside, np.float32(0), np.float32(-np.inf))
        number_of = {move: number for number, move in enumerate(moves)}
        self._out = number_of["O"]
        self._goes_on = np.array([number_of.get(f"I-{kind}", 0) for kind in self._types])
        self._ends = np.array([number_of.get(f"L-{kind}", 0) for kind in self._types])

    def __call__(self, docs: Sequence[Doc], keys: Sequence[list[int]], last: NDArray[np.bool_]) -> list[str]:
        """The entity type of each token of `docs`, or "". `last` marks the tokens that end a sentence or a Doc."""
        weights, bias = self._reduce
        vectors = product(self._encode(docs, keys), weights)
        vectors += bias
        features = product(vectors, self._lower).reshape(len(vectors), 3, -1)
        moves = self._first_moves(features[:, 0], last)
        starts = np.nonzero(self._begins[moves])[0]
        ends = dict(zip(starts.tolist(), self._last_of(features, starts, moves, last).tolist(), strict=True))
        found = [""] * len(vectors)
        free = 0
        for start in np.nonzero(moves != self._out)[0].tolist():
            if start < free:
                continue
            end = ends.get(start, start)
            found[start : end + 1] = [self._types[moves[start]]] * (end - start + 1)
            free = end + 1
        return found

    def _first_moves(self, tokens: Floats, last: NDArray[np.bool_]) -> Ints:
        """The best move at each token, outside of any entity."""
        hidden = self._activated(tokens + self._pad[1] + self._pad[2])
        scores = product(hidden, self._scores)
        scores += self._upper_bias
        scores += self._outside
        scores[np.ix_(last, self._begins)] = -np.inf
        best: Ints = scores.argmax(axis=1)
        return best

    def _last_of(self, features: Floats, starts: Ints, moves: Ints, last: NDArray[np.bool_]) -> Ints:
        """The last token of the entity that begins at each of `starts`."""
        goes_on, ends = self._goes_on[moves[starts]], self._ends[moves[starts]]
        at = starts + 1
        open_ = np.arange(len(starts))
        while len(open_):
            here = at[open_]
            hidden = self._activated(features[here, 0] + features[starts[open_], 1] + features[here - 1, 2])
            inside, final = goes_on[open_], ends[open_]
            on = np.einsum("ij,ij->i", hidden, self._upper[inside]) + self._upper_bias[inside]
            off = np.einsum("ij,ij->i", hidden, self._upper[final]) + self._upper_bias[final]
            open_ = open_[(on > off) & ~last[here]]
            at[open_] += 1
        return at

    def _activated(self, sums: Floats) -> Floats:
        sums = sums + self._bias
        best = sums[:, : self._hidden]
        for piece in range(1, self._pieces):
            best = np.maximum(best, sums[:, piece * self._hidden : (piece + 1) * self._hidden])
        return best


def last_tokens(starts: Sequence[Sequence[int]], lengths: Sequence[int]) -> NDArray[np.bool_]:
    """Which tokens end a sentence or a Doc, from where each Doc's sentences start and how long it is."""
    ends = list(accumulate(lengths))
    last = np.zeros(ends[-1], dtype=np.bool_)
    for length, end, each in zip(lengths, ends, starts, strict=True):
        if length:
            last[[end - length + start - 1 for start in each if start] + [end - 1]] = True
    return last
