"""The spaCy component: `nlp.add_pipe("claims")` puts the claims of a Doc on `doc._.claims`.

Registered by entry point, as spaCy's users expect. The pipeline before it needs a tagger and a parser. The claims are
those that `Extractor` finds in the Doc's text: where that reads the text in another form than the caller's Doc has it
(without quotation marks and emoji, block by block), the components before this one parse that form too.

On the Doc they are plain data, so that it can be copied, sent to another process, and written in bytes.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any, cast

from spacy.language import Language
from spacy.tokens import Doc

from extract.extractor import Extractor, plain_article
from extract.model import Claim
from extract.plain import from_plain, to_plain
from extract.syntax.models import check_pipes
from extract.syntax.parsing import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Where a Doc keeps its claims: `doc.user_data[KEY]`.
KEY = "claims"


class _Before:
    """A pipeline up to its component `name`, as a pipeline. Strings stay in the vocabulary: they are the caller's."""

    def __init__(self, nlp: Language, name: str) -> None:
        self._nlp = nlp
        self._name = name

    def __call__(self, doc: Doc) -> Doc:
        [parsed] = self.pipe([doc])
        return parsed

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._nlp, name)

    def memory_zone(self) -> AbstractContextManager[None]:
        return nullcontext()

    def pipe(self, docs: Iterable[Doc], batch_size: int = 1) -> Iterable[Doc]:
        for name, pipe in self._nlp.pipeline:
            if name == self._name:
                break
            docs = pipe.pipe(docs, batch_size=batch_size) if hasattr(pipe, "pipe") else map(pipe, docs)
        return docs


class Claims:
    """The component."""

    def __init__(self, nlp: Language, name: str, explain: bool) -> None:
        self._before = cast("Language", _Before(nlp, name))
        self._extractor = Extractor(self._before, explain=explain)

    def __call__(self, doc: Doc) -> Doc:
        known = sentences_of(self._before, doc)
        if known is not None:
            self._extractor.memory.keep(doc.text, known)
        _write(doc, self._extractor.extract(plain_article(doc.text, clean_text=False)).claims)
        return doc


def make_claims(nlp: Language, name: str, explain: bool = False) -> Claims:
    """The factory behind `nlp.add_pipe("claims", config={"explain": True})`; `explain` fills `Claim.evidence`.

    Raises UnsuitableModelError where the pipeline has no tagger or no parser before this component.
    """
    check_pipes(nlp)
    return Claims(nlp, name, explain)


def _read(doc: Doc) -> tuple[Claim, ...]:
    return tuple(from_plain(Claim, claim) for claim in doc.user_data.get(KEY, ()))


def _write(doc: Doc, claims: Iterable[Claim]) -> None:
    doc.user_data[KEY] = [to_plain(claim) for claim in claims]


# Importing this module, as spaCy does by its entry point, makes `doc._.claims` and the factory known.
Doc.set_extension("claims", getter=_read, setter=_write, force=True)
Language.factory("claims", default_config={"explain": False}, assigns=["doc._.claims"], func=make_claims)
