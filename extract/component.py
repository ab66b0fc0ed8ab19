"""The spaCy component: `nlp.add_pipe("claims")` puts the claims of a Doc on `doc._.claims`.

Registered by entry point, as spaCy's users expect. The pipeline before it needs a tagger and a parser.
The Doc is taken as it is: quotation marks stay in, since its tokens are the caller's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from extract.assembly import Assembler
from extract.claims.propose import propose
from extract.extractor import plain_article
from extract.model import Claim
from extract.repairs.mend import mend
from extract.syntax.parsing import check_pipes, trees_of
from extract.text.quotes import quoted_spans

if TYPE_CHECKING:
    from collections.abc import Callable


def claims_of(doc: Doc, *, explain: bool = False) -> tuple[Claim, ...]:
    """The claims of a parsed Doc, offsets into `doc.text`."""
    trees = trees_of(doc.sents, doc.text) if len(doc) else []
    for tree in trees:
        mend(tree)
    assembler = Assembler(trees, plain_article(doc.text, clean_text=False), quoted_spans(doc.text), explain=explain)
    return tuple(claim for tree in trees for claim in assembler.claims(tree, propose(tree)))


def make_claims(nlp: Language, name: str, explain: bool = False) -> Callable[[Doc], Doc]:
    """The factory behind `nlp.add_pipe("claims", config={"explain": True})`.

    Raises UnsuitableModelError where the pipeline has no tagger or no parser before this component.
    """
    check_pipes(nlp)
    if not Doc.has_extension("claims"):
        Doc.set_extension("claims", default=())

    def claims(doc: Doc) -> Doc:
        doc._.claims = claims_of(doc, explain=explain)
        return doc

    claims.__name__ = name
    return claims


# spaCy finds this module by its entry point; loading it registers the factory.
Language.factory("claims", default_config={"explain": False}, assigns=["doc._.claims"], func=make_claims)
