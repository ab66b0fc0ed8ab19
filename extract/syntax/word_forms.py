"""Parts of speech and lemmas from a table of what spaCy's attribute ruler and lemmatizer said before.

Nearly all rules of the attribute ruler look at one token: its words, its tag and its relation. What they and the
lemmatizer make of such a token is the same wherever it stands, so each is shown to them once. Where a rule for several
tokens may apply, the tokens it reaches go through spaCy's components together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
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
#: A relation that no rule names.
_UNNAMED = "dep"
#: A word that no rule names: no token is empty.
_ANY = ""
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
        lemmatizer = cast("Lemmatizer", nlp.get_pipe("lemmatizer"))
        if type(lemmatizer) is not EnglishLemmatizer or lemmatizer.mode != "rule":
            raise ValueError("another lemmatizer")
        self._lemmatizer = _faster(lemmatizer)
        self._single = AttributeRuler(nlp.vocab)
        self._wider = Matcher(nlp.vocab)
        self._longest = 1
        self._words = _Words()  # that rules name
        self._relations: dict[str, list[AbstractSet[str] | None]] = {}  # to the words for which rules name them
        for rule in self._ruler.patterns:
            patterns: Any = rule["patterns"]
            tokens = [token for pattern in patterns for token in pattern]
            if any(key not in _SEEN for token in tokens for key in token):
                raise ValueError("rules about more than a token's form")
            for token in tokens:
                named = _values(token.get("DEP", ""))
                if named is None or _UNNAMED in named:
                    raise ValueError("rules about relations that cannot be listed")
                for dep in named:
                    self._relations.setdefault(dep, []).append(_values(token.get("LOWER")))
                for key in token.keys() & {"LOWER", "ORTH", "TEXT"}:
                    self._words.add(key, token[key])
            if all(len(pattern) == 1 for pattern in patterns):
                self._single.add(patterns, cast("dict[str, Any]", rule["attrs"]))
            else:
                self._longest = max(self._longest, *map(len, patterns))
                self._wider.add("wider", [[token] for pattern in patterns for token in pattern[:1]])
        self._known: dict[Form, Reading] = {}
        self._ruled: dict[Form, tuple[str, str, str] | None] = {}
        self._pairs: dict[tuple[Form, ...], list[tuple[str, str]]] = {}

    def read(self, docs: Sequence[Sequence[Form]]) -> list[list[tuple[str, str]]]:
        """Lemma and part of speech of each token of each Doc."""
        if len(self._known) + len(self._pairs) > _KEPT:
            self._known, self._ruled, self._pairs = {}, {}, {}
        known = self._known
        if new := [form for form in dict.fromkeys(form for forms in docs for form in forms) if form not in known]:
            self._learn(new)
        return [self._readings(forms) for forms in docs]

    def _readings(self, forms: Sequence[Form]) -> list[tuple[str, str]]:
        readings = [self._known[form] for form in forms]
        if None in readings:
            for start, end in self._windows(readings):
                window = tuple(forms[start:end])
                if (found := self._pairs.get(window)) is None:
                    doc = self._lemmatizer(self._ruler(self._doc(window)))
                    found = self._pairs[window] = [(token.lemma_, token.pos_) for token in doc]
                readings[start:end] = found
        return cast("list[tuple[str, str]]", readings)

    def _windows(self, readings: Sequence[Reading]) -> list[tuple[int, int]]:
        """Where rules for several tokens may apply: from tokens that they begin at, as far as they reach."""
        found: list[tuple[int, int]] = []
        for at, reading in enumerate(readings):
            if reading is None:
                start = found.pop()[0] if found and found[-1][1] > at else at
                found.append((start, min(at + self._longest, len(readings))))
        return found

    def _learn(self, forms: Sequence[Form]) -> None:
        """Asks the lemmatizer about new forms, and the ruler about those that its rules tell apart."""
        from spacy.tokens import Doc

        kinds = [self._kind(form) for form in forms]
        new = {kind: form for kind, form in zip(kinds, forms, strict=True) if kind not in self._ruled}
        if new:
            doc = self._doc(new.values())
            wider = {start for _, start, _ in self._wider(doc, allow_missing=True)}
            for at, (kind, token) in enumerate(zip(new, self._single(doc), strict=True)):
                self._ruled[kind] = None if at in wider else (token.pos_, str(token.morph), token.lemma_)
        ruled = {form: self._ruled[kind] for form, kind in zip(forms, kinds, strict=True)}
        readings = dict.fromkeys((form[0], *said) for form, said in ruled.items() if said)
        lemmas: dict[tuple[str, str, str, str], str] = {}
        if readings:
            words, pos, morphs, given = (list(column) for column in zip(*readings, strict=True))
            doc = self._lemmatizer(Doc(self._vocab, words=words, pos=pos, morphs=morphs, lemmas=given))
            lemmas.update(zip(readings, (token.lemma_ for token in doc), strict=True))
        for form, said in ruled.items():
            self._known[form] = (lemmas[form[0], *said], said[0]) if said else None

    def _kind(self, form: Form) -> Form:
        """What the rules see of a form: a word or a relation that none of them names is like any other."""
        text, tag, dep = form
        lower = text.lower()
        named = any(words is None or lower in words for words in self._relations.get(dep, ()))
        return text if lower in self._words else _ANY, tag, dep if named else _UNNAMED

    def _doc(self, forms: Iterable[Form]) -> Doc:
        from spacy.tokens import Doc

        words, tags, deps = zip(*forms, strict=True)
        return Doc(self._vocab, words=list(words), tags=list(tags), deps=list(deps), heads=list(range(len(words))))


def _faster(lemmatizer: Lemmatizer) -> Lemmatizer:
    """The same lemmatizer with sets of the words it knows: its own are lists, which it goes through for each word."""
    from spacy.lookups import Lookups

    lookups = Lookups()
    for name in lemmatizer.lookups.tables:
        table = lemmatizer.lookups.get_table(name)
        known = {pos: frozenset(words) for pos, words in table.items()} if name == "lemma_index" else dict(table)
        lookups.add_table(name, known)
    found = type(lemmatizer)(lemmatizer.vocab, None, mode=lemmatizer.mode, overwrite=lemmatizer.overwrite)
    found.initialize(None, lookups=lookups)
    return found


class _Words:
    """The words that rules name: listed, or by a pattern. White space is among them, which rules tell from words."""

    def __init__(self) -> None:
        self._listed: set[str] = set()
        self._patterns = [re.compile(r"\A\s")]

    def add(self, key: str, condition: object) -> None:
        """Adds what a condition of a rule names. Raises ValueError where that cannot be said."""
        if key == "LOWER" and isinstance(condition, dict) and condition.keys() == {"REGEX"}:
            self._patterns.append(re.compile(condition["REGEX"]))
        elif (values := _values(condition)) is not None:
            self._listed.update(value.lower() for value in values)
        else:
            raise ValueError("rules about words that cannot be listed")

    def __contains__(self, lower: str) -> bool:
        return lower in self._listed or any(pattern.search(lower) for pattern in self._patterns)


def _values(condition: object) -> AbstractSet[str] | None:
    """The values that a rule's condition names; None where they cannot be listed."""
    if isinstance(condition, str):
        return frozenset({condition})
    if isinstance(condition, dict) and condition.keys() <= {"IN", "NOT_IN"}:
        return frozenset(value for values in condition.values() for value in values)
    return None


@lru_cache(maxsize=2)
def common_words(nlp: Language) -> Callable[[str], bool]:
    """Verbs, adjectives and adverbs that the pipeline's lemmatizer knows; none where it knows no words."""
    verbs, others = _index(nlp, "verb"), _index(nlp, "adj") | _index(nlp, "adv")
    return lambda word: word in others or not verbs.isdisjoint(_stems(word))


def verb_lemmas(nlp: Language) -> Callable[[str], str | None]:
    """What verb of the pipeline's lemmatizer a word is or has with -s; none where it knows no words."""
    verbs = _index(nlp, "verb")

    def lemma(word: str) -> str | None:
        stems = (word, word.removesuffix("s"), word.removesuffix("es"), re.sub("ies$", "y", word))
        return next((stem for stem in stems if stem in verbs), None)

    return lemma


@lru_cache(maxsize=8)
def _index(nlp: Language, kind: str) -> frozenset[str]:
    """The lemmas of a part of speech that the pipeline's lemmatizer knows."""
    lemmatizer = nlp.get_pipe("lemmatizer") if nlp.has_pipe("lemmatizer") else None
    lookups = getattr(lemmatizer, "lookups", None)
    if lookups is None or not lookups.has_table("lemma_index"):
        return frozenset()
    return frozenset(lookups.get_table("lemma_index").get(kind, ()))


def _stems(word: str) -> Iterator[str]:
    """What a form of a regular verb may be of: "denies", "slammed", "voting"."""
    yield word
    for ending in ("s", "es", "d", "ed", "ing"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield from (stem, f"{stem}e", stem[:-1])
    if word.endswith(("ies", "ied")):
        yield f"{word[:-3]}y"
