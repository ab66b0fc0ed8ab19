"""A pipeline as spaCy's small English ones are built, run on many Docs at once with as little Python as can be.

spaCy's tokenizer and the states of its parser do their work here as there. The networks before them, the tagger, the
recognizer of names, and the parts of speech and lemmas are computed by `extract/syntax/network.py`,
`extract/syntax/entity_tags.py` and `extract/syntax/word_forms.py`. `tests/test_pipeline.py` compares the annotations
with spaCy's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from copy import copy
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from extract.syntax.entity_tags import EntityTags, last_tokens
from extract.syntax.memory import Annotation, Row
from extract.syntax.moves import Moves
from extract.syntax.network import Encoder, product, word_keys
from extract.syntax.word_forms import WordForms

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import DependencyParser, EntityRecognizer, Tagger
    from spacy.tokens import Doc

#: What the tokenizer, the parser and rules for parts of speech read of a word, beside the networks.
_READ = ("IS_SPACE", "LANG", "LOWER", "NORM")
_PIPES = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"]


class Pipeline:
    """A pipeline whose parts are all known. Its parser computes with NumPy from now on.

    Raises ValueError, KeyError or AttributeError where a part is not known.
    """

    def __init__(self, nlp: Language) -> None:
        if nlp.pipe_names != _PIPES:
            raise ValueError(f"its components are not {_PIPES}")
        tagger = cast("Tagger", nlp.get_pipe("tagger"))
        listener, softmax = tagger.model.layers
        if (listener.name, softmax.name) != ("tok2vec-listener", "with_array(softmax)"):
            raise ValueError("another tagger")
        self._weights = np.ascontiguousarray(softmax.layers[0].get_param("W").T)
        self._bias = softmax.layers[0].get_param("b")
        self._tags = tagger.labels
        self._encode = Encoder(cast("Any", nlp.get_pipe("tok2vec")).model)
        self._entities = EntityTags(cast("EntityRecognizer", nlp.get_pipe("ner")))
        self._forms = WordForms(nlp)
        parser = cast("DependencyParser", nlp.get_pipe("parser"))
        self._parse = Moves(parser)
        self._strings = nlp.vocab.strings
        _thin(nlp.vocab, {*self._encode.columns, *self._entities.columns})
        ops = _ops()
        for node in parser.model.walk():
            node.ops = ops

    def thinned(self, seed: int) -> Pipeline:
        """The same with a weaker parser, which agrees where the sentence leaves no doubt."""
        found = copy(self)
        found._parse = self._parse.thinned(seed)
        return found

    def __call__(self, docs: Sequence[Doc]) -> list[Annotation]:
        some = [doc for doc in docs if len(doc)]
        found = iter(self._annotated(some) if some else ())
        return [next(found) if len(doc) else ([], []) for doc in docs]

    def _annotated(self, docs: Sequence[Doc]) -> Iterator[Annotation]:
        keys = word_keys(docs)
        lengths = [len(words) for words in keys]
        vectors = self._encode(docs, keys)
        scores = product(vectors, self._weights)
        scores += self._bias
        tags = iter([self._tags[best] for best in scores.argmax(axis=1).tolist()])
        end = 0
        for doc, length in zip(docs, lengths, strict=True):
            doc.tensor = cast("Any", vectors[end : end + length])
            end += length
        doubts = self._parse(docs)
        arcs = [self._arcs(doc) for doc in docs]
        forms = [
            list(zip(doc.user_data["words"], tags, deps, strict=False))
            for doc, (_, deps, _) in zip(docs, arcs, strict=True)
        ]
        readings = self._forms.read(forms)
        types = iter(self._entities(docs, keys, last_tokens([starts for _, _, starts in arcs], lengths)))
        for words, (heads, _, starts), said, doubt in zip(forms, arcs, readings, doubts, strict=True):
            rows: list[Row] = [
                (text, lemma, pos, tag, dep, kind, head, unsure)
                for (text, tag, dep), (lemma, pos), head, unsure, kind in zip(
                    words, said, heads, doubt, types, strict=False
                )
            ]
            yield rows, starts

    def _arcs(self, doc: Doc) -> tuple[list[int], list[str], list[int]]:
        """The place of each token's head, its relation, and where sentences start."""
        values: Any = doc.to_array(["HEAD", "DEP", "SENT_START"])
        heads, deps, starts = values.T
        labels = deps.tolist()
        names = {label: self._strings[label] for label in set(labels)}
        begins = [0, *(np.nonzero(starts[1:] == 1)[0] + 1).tolist()]
        return (heads.astype(np.int64) + np.arange(len(heads))).tolist(), [names[label] for label in labels], begins


def _thin(vocab: Any, columns: Set[int | str]) -> None:
    """Leaves to new entries of a vocabulary what is read of them: half of the time that each takes goes into marks that
    nothing here looks at ("like an e-mail address")."""
    ids = import_module("spacy.attrs").IDS
    read = {ids[name] if isinstance(name, str) else name for name in (*columns, *_READ)}
    vocab.lex_attr_getters = {key: get for key, get in vocab.lex_attr_getters.items() if key in read}


def _ops() -> Any:
    """thinc's operations, with the multiplication of `product`."""
    from thinc.api import NumpyOps

    def gemm(x: Any, y: Any, *, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        result = product(x.T if trans1 else x, y.T if trans2 else y)
        if out is None:
            return result
        out[:] = result
        return out

    ops: Any = NumpyOps()
    ops.gemm = gemm
    return ops
