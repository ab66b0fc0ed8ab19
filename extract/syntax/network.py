"""The networks of a spaCy pipeline in NumPy: vectors for tokens, several times faster than by the model's own code.

spaCy multiplies with BLIS, whose wheels often choose its generic kernels, and embeds a word again wherever it comes.
Here a word is embedded once, and each layer of the convolution is one multiplication for many blocks.

A block's numbers must not depend on what else is in its batch, down to the last bit. So rows are multiplied in numbers
for which BLAS computes each row alike, wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
#: thinc's Model, which says little of what its layers are.
Layer = Any

_ROWS = 64
#: So many rows go through all layers together: they stay in the processor's cache.
_GROUP = 768
#: Words whose vectors are kept, 400 bytes each.
_KEPT = 40_000


def product(x: Floats, w: Floats) -> Floats:
    """`x @ w`, each row computed as if it were alone."""
    rows, together = len(x), _together()
    if rows % together:
        x = np.concatenate([x, np.zeros((-rows % together, x.shape[1]), np.float32)])
    if together == _ROWS:
        result: Floats = x @ w
    else:
        result = np.matmul(x.reshape(-1, together, x.shape[1]), w).reshape(len(x), w.shape[1])
    return result[:rows]


@cache
def _together() -> int:
    """How many rows are multiplied at once: `_ROWS` and any multiple if BLAS then computes all rows alike.

    Without AVX-512, OpenBLAS takes 12 rows in two halves, which it sums in different ways, and sums the rest in a third
    way. There it gets as few rows in a call as it computes alike, which takes about 1.6 times as long.
    """
    if all(_alike(rows) for rows in (_ROWS, 2 * _ROWS, _GROUP)):
        return _ROWS
    return next(rows for rows in (8, 4, 2, 1) if _alike(rows))


def _alike(rows: int) -> bool:
    """Whether equal rows are equal when they are multiplied."""
    numbers = np.random.default_rng(0)
    row = numbers.standard_normal(96, np.float32)
    found = np.tile(row, (rows, 1)) @ numbers.standard_normal((96, 288), np.float32)
    return bool((found == found[0]).all())


class _Maxout:
    """A layer of thinc's Maxout with its layer normalization."""

    def __init__(self, maxout: Layer, norm: Layer) -> None:
        width, self._pieces, inputs = maxout.get_param("W").shape
        weights = maxout.get_param("W").transpose(1, 0, 2).reshape(self._pieces * width, inputs)
        self._weights = np.ascontiguousarray(weights.T)
        self._bias = maxout.get_param("b").T.reshape(-1).copy()
        self._width = width
        self._scale, self._shift = norm.get_param("G"), norm.get_param("b")

    def __call__(self, x: Floats) -> Floats:
        y = product(x, self._weights)
        y += self._bias
        width = self._width
        best = y[:, :width]
        for piece in range(1, self._pieces):
            np.maximum(best, y[:, piece * width : (piece + 1) * width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", best, best) / width + np.float32(1e-8)
        best *= (variance ** np.float32(-0.5))[:, None]
        best *= self._scale
        best += self._shift
        return best


class Encoder:
    """spaCy's Tok2Vec of hashed embeddings and a convolution with maxout: a vector for each token.

    Raises ValueError where a model is built in another way.
    """

    def __init__(self, model: Layer) -> None:
        embed, encode = model.layers
        extract, _, *tables, maxout, norm, _, _ = _leaves(embed, _EMBED)
        self.columns = list[int | str](extract.attrs["columns"])
        self._tables = [_hashing(table) for table in tables if table.name == "hashembed"]
        self._mix = _Maxout(maxout, norm)
        self._pad: int = encode.attrs["pad"]
        self._layers = [_window(residual) for residual in encode.layers[0].layers]
        if not self._layers or len(self._layers) > self._pad:
            raise ValueError("another convolution")
        self._ops = model.ops
        self._vectors: Floats = np.zeros((0, 0), np.float32)
        self._known: dict[int, int] = {}

    def __call__(self, docs: Sequence[Doc], keys: Sequence[list[int]]) -> Floats:
        """The vectors of all tokens of `docs`, one Doc after another. `keys` are those of `word_keys`."""
        places = self._embed(docs, keys)
        found: list[Floats] = []
        group: list[list[int]] = []
        size = 0
        for words in places:
            group.append(words)
            size += len(words) + self._pad
            if size >= _GROUP:
                found.append(self._encode(group))
                group, size = [], 0
        if group:
            found.append(self._encode(group))
        return np.concatenate(found)

    def _embed(self, docs: Sequence[Doc], keys: Sequence[list[int]]) -> list[list[int]]:
        """The row of `_vectors` for each token."""
        if len(self._known) > _KEPT:
            self._known = {}
        known, first = self._known, len(self._known)
        new: dict[int, int] = {}
        features: list[Any] = []
        for doc, words in zip(docs, keys, strict=True):
            if None not in map(known.get, words):
                continue
            values = _array(doc, self.columns)
            for at, key in enumerate(words):
                if key not in known and key not in new:
                    new[key] = first + len(new)
                    features.append(values[at])
        if new:
            ids = np.asarray(features, dtype=np.uint64)
            mixed = np.concatenate([table(self._ops, ids) for table in self._tables], axis=1)
            self._keep(first, self._mix(mixed))
            known.update(new)
        return [list(map(known.__getitem__, words)) for words in keys]

    def _keep(self, first: int, vectors: Floats) -> None:
        """Puts vectors behind the `first` that are kept, with room for as many again: not all are copied each time."""
        end = first + len(vectors)
        if end > len(self._vectors):
            room = np.empty((2 * end, vectors.shape[1]), np.float32)
            if first:
                room[:first] = self._vectors[:first]
            self._vectors = room
        self._vectors[first:end] = vectors

    def _encode(self, group: Sequence[Sequence[int]]) -> Floats:
        """The vectors of some blocks' tokens, with empty rows around each block, as the model was trained."""
        pad, width = self._pad, self._vectors.shape[1]
        ends = list(accumulate(len(words) + pad for words in group))
        inside = np.concatenate([
            np.arange(end - len(words), end) for words, end in zip(group, ends, strict=True)
        ])  # fmt: skip
        rows = ends[-1] + pad
        rows += -rows % _ROWS
        x = np.zeros((rows + 2, width), np.float32)  # with a row before and behind, which the window looks at
        x[inside + 1] = self._vectors[[place for words in group for place in words]]
        window = np.empty((rows, 3 * width), np.float32)
        for layer in self._layers:
            for at in range(3):
                window[:, at * width : (at + 1) * width] = x[at : at + rows]
            x[1:-1] += layer(window)
        found: Floats = x[inside + 1]
        return found


_EMBED = r"extract_features list2ragged (ints-getitem hashembed )+maxout layernorm dropout ragged2list"
_WINDOW = r"expand_window maxout layernorm dropout"


def _leaves(model: Layer, names: str) -> list[Layer]:
    """The layers of a model that have none themselves. Raises ValueError where `names` does not match theirs."""
    found = [node for node in model.walk(order="dfs_pre") if not node.layers]
    if not re.fullmatch(names, " ".join(node.name for node in found)):
        raise ValueError(f"another architecture than {names}")
    return found


def _hashing(table: Layer) -> Callable[[Any, NDArray[np.uint64]], Floats]:
    """A table of hashed embeddings: a function from a matrix of features to their vectors."""
    rows = table.get_param("E")
    column, seed = table.attrs["column"], table.attrs["seed"]

    def embed(ops: Any, ids: NDArray[np.uint64]) -> Floats:
        keys = ops.hash(np.ascontiguousarray(ids[:, column]), seed) % rows.shape[0]
        vectors: Floats = ops.gather_add(rows, keys)
        return vectors

    return embed


def _window(residual: Layer) -> _Maxout:
    """A layer of the convolution, over a token and its neighbours."""
    window, maxout, norm, _ = _leaves(residual, _WINDOW)
    if not residual.name.startswith("residual(") or window.attrs["window_size"] != 1:
        raise ValueError("another convolution")
    return _Maxout(maxout, norm)


def word_keys(docs: Sequence[Doc]) -> list[list[int]]:
    """A number for each token, the same for tokens with the same embedding: from text, norm and the space behind."""
    found: list[list[int]] = []
    for doc in docs:
        orth, norm, space = _array(doc, ["ORTH", "NORM", "SPACY"]).reshape(-1, 3).T
        found.append(((orth * np.uint64(0x9E3779B97F4A7C15) ^ norm) * np.uint64(2) + space).tolist())
    return found


def _array(doc: Doc, attributes: list[int | str]) -> NDArray[np.uint64]:
    values: Any = doc.to_array(attributes)
    return cast("NDArray[np.uint64]", values)
