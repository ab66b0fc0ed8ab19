"""What a pipeline says about the tokens of Docs, as plain data.

Pipelines that are built as spaCy's small English ones are, the default model among them, run faster by
`extract/syntax/pipeline.py` than by spaCy's own code, with the same annotations. All others run as spaCy runs them.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

from extract.errors import UnsuitableModelError
from extract.syntax.memory import Annotation
from extract.syntax.models import DEFAULT_MODEL

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_log = logging.getLogger(__name__)

#: Annotates Docs that `_prepare` of `extract/syntax/parsing.py` made, with their words in `user_data["words"]`.
Annotate = Callable[[Sequence["Doc"]], list[Annotation]]


def annotator(nlp: Language) -> Annotate:
    """How the Docs of `nlp` are annotated. The parser of a pipeline that is known computes with NumPy from now on."""
    from extract.syntax.pipeline import Pipeline

    try:
        return Pipeline(nlp)
    except (ValueError, KeyError, AttributeError) as why:
        _log.debug("The pipeline runs by spaCy's own code: %s", why)
        return by_spacy(nlp)


def thinned(annotate: Annotate, model: str, count: int) -> list[Annotate]:
    """So many weaker ones. Raises UnsuitableModelError where there are none of the model."""
    from extract.syntax.pipeline import Pipeline

    if not isinstance(annotate, Pipeline):
        raise UnsuitableModelError(
            f"--careful does not work with the pipeline {model!r}: its parser is built in another way than that of "
            f"spaCy's small pipelines. Leave it out, or choose another with --model; the default is {DEFAULT_MODEL}."
        )
    return [annotate.thinned(seed) for seed in range(count)]


def by_spacy(nlp: Language) -> Annotate:
    """Annotates by spaCy's own code."""

    def annotate(docs: Sequence[Doc]) -> list[Annotation]:
        unparsed = [doc.copy() for doc in docs]
        return read(nlp, list(nlp.pipe(docs, batch_size=len(docs) or 1)), unparsed)

    return annotate


def read(nlp: Language, docs: Sequence[Doc], unparsed: Sequence[Doc]) -> list[Annotation]:
    """The annotations that Docs have from `nlp`. `unparsed` are the same without any: the parser reads them once more,
    to say how much it doubts."""
    return [_annotation(doc, doubts) for doc, doubts in zip(docs, _doubts(nlp, docs, unparsed), strict=True)]


def _as_written(text: str, form: str, lemma: str) -> str:
    """The lemma of a word that the model was given in another spelling ("criticizes" for "criticises")."""
    if text == form or len(text) != len(form):
        return lemma
    at = next(i for i, (a, b) in enumerate(zip(text, form, strict=True)) if a != b)
    return f"{lemma[:at]}{text[at].lower()}{lemma[at + 1 :]}" if lemma[at : at + 1] == form[at].lower() else lemma


def _annotation(doc: Doc, doubts: Sequence[float | None]) -> Annotation:
    rows = [
        (text, _as_written(text, t.text, t.lemma_), t.pos_, t.tag_, t.dep_, t.ent_type_, t.head.i, doubt)
        for t, text, doubt in zip(doc, doc.user_data.get("words", (t.text for t in doc)), doubts, strict=True)
    ]
    return rows, [sentence.start for sentence in doc.sents] if rows else []


def _doubts(nlp: Language, docs: Sequence[Doc], unparsed: Sequence[Doc]) -> Sequence[Sequence[float | None]]:
    """None for each word where the parser is none that `Moves` knows, or the words' vectors are gone."""
    from extract.syntax.moves import Moves

    unknown = [[None] * len(doc) for doc in docs]
    if any(len(doc) and doc.tensor.shape[0] != len(doc) for doc in docs):
        return unknown
    try:
        parse = Moves(cast("Any", nlp.get_pipe("parser")))
    except (ValueError, KeyError, AttributeError) as why:
        _log.debug("How sure the parser is stays unknown: %s", why)
        return unknown
    for doc, bare in zip(docs, unparsed, strict=True):
        bare.tensor = doc.tensor
    return parse(unparsed)
