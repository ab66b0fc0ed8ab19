"""What a pipeline says about the tokens of Docs, as plain data.

Pipelines that are built as spaCy's small English ones are, the default model among them, run faster by
`extract/syntax/pipeline.py` than by spaCy's own code, with the same annotations. All others run as spaCy runs them.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from extract.syntax.memory import Annotation

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


def by_spacy(nlp: Language) -> Annotate:
    """Annotates by spaCy's own code."""
    return lambda docs: [read(doc) for doc in nlp.pipe(docs, batch_size=len(docs) or 1)]


def read(doc: Doc) -> Annotation:
    """The annotation that a Doc has."""
    rows = [(t.text, t.lemma_, t.pos_, t.tag_, t.dep_, t.ent_type_, t.head.i) for t in doc]
    return rows, [sentence.start for sentence in doc.sents] if rows else []
