"""Parts of speech and lemmas from a table of what spaCy's attribute ruler and lemmatizer said before.

Nearly all rules of the attribute ruler look at one token: its words, its tag and its relation. What they and the
lemmatizer make of such a token is the same wherever it stands, so each is shown to them once. Blocks in which a rule
for several tokens may apply go through spaCy's components as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler, Lemmatizer
    from spacy.tokens import Doc

#: A token as rules see it: text, tag, relation.
Form = tuple[str, str, str]
#: Lemma and part of speech, or None where that may depend on the words around it.
Reading = tuple[str, str] | None

#: What a rule may look at.
_SEEN = frozenset({"LOWER", "ORTH", "TEXT", "TAG", "DEP", "IS_SPACE"})
#: Forms that are kept, some 300 bytes each.
_KEPT = 100_000


class WordForms:
    """The table. Raises ValueError where the pipeline's rules look at more than a table can hold."""

    def __init__(self, nlp: Language) -> None:
        from spacy.lang.en.lemmatizer import EnglishLemmatizer
        from spacy.matcher import Matcher
        from spacy.pipeline import AttributeRuler

        self._vocab = nlp.vocab
        self._ruler = cast("AttributeRuler", nlp.get_pipe("attribute_ruler"))
        self._lemmatizer = cast("Lemmatizer", nlp.get_pipe("lemmatizer"))
        if type(self._lemmatizer) is not EnglishLemmatizer or self._lemmatizer.mode != "rule":
            raise ValueError("another lemmatizer")
        self._single = AttributeRuler(nlp.vocab)
        self._wider = Matcher(nlp.vocab)
        for rule in self._ruler.patterns:
            patterns: Any = rule["patterns"]
            if any(key not in _SEEN for pattern in patterns for token in pattern for key in token):
                raise ValueError("rules about more than a token's form")
            if all(len(pattern) == 1 for pattern in patterns):
                self._single.add(patterns, cast("dict[str, Any]", rule["attrs"]))
            else:
                self._wider.add("wider", [[token] for pattern in patterns for token in pattern[:1]])
        self._known: dict[Form, Reading] = {}

    def read(self, docs: Sequence[Sequence[Form]]) -> list[Sequence[tuple[str, str]]]:
        """Lemma and part of speech of each token of each Doc."""
        if len(self._known) > _KEPT:
            self._known = {}
        known = self._known
        if new := [form for form in dict.fromkeys(form for forms in docs for form in forms) if form not in known]:
            self._learn(new)
        found: list[Sequence[tuple[str, str]]] = []
        for forms in docs:
            readings = [known[form] for form in forms]
            found.append(self._read_whole(forms) if None in readings else cast("list[tuple[str, str]]", readings))
        return found

    def _learn(self, forms: Sequence[Form]) -> None:
        doc = self._doc(forms)
        wider = {start for _, start, _ in self._wider(doc, allow_missing=True)}
        for at, (form, token) in enumerate(zip(forms, self._lemmatizer(self._single(doc)), strict=True)):
            self._known[form] = None if at in wider else (token.lemma_, token.pos_)

    def _read_whole(self, forms: Sequence[Form]) -> list[tuple[str, str]]:
        return [(token.lemma_, token.pos_) for token in self._lemmatizer(self._ruler(self._doc(forms)))]

    def _doc(self, forms: Iterable[Form]) -> Doc:
        from spacy.tokens import Doc

        words, tags, deps = zip(*forms, strict=True)
        return Doc(self._vocab, words=list(words), tags=list(tags), deps=list(deps), heads=list(range(len(words))))
