"""A parsed sentence as plain objects: the only form in which the rules see language.

spaCy's Doc stays inside `parsing`; rules walk `Word`s, which are cheap to read, may be re-tagged and
re-attached by `repairs`, and outlive the Doc. Labels are spaCy's English ones (ClearNLP dependencies,
Penn Treebank tags, Universal POS, OntoNotes entity types).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, pairwise
from operator import attrgetter

from extract.model import BlockKind, Span, Spans
from extract.text.nonwords import FEWEST


class NotATreeError(ValueError):
    """A word was to hang on itself or below itself: every walk up or down such a sentence would go on for ever."""


class Word:
    """One token. `head` is itself at the root; `start`/`end` are code points of the article's text.

    `entity` is the type of the named entity it lies in, or "". `doubt` is minus the natural logarithm of the
    probability of the parser's moves at this word, None where nobody knows. `left`/`right` are its dependents before
    and after it, in order.
    """

    __slots__ = (
        "_below", "dep", "doubt", "end", "entity", "head", "i", "left", "lemma", "lower", "pos", "right", "start",
        "tag", "text",
    )  # fmt: skip

    def __init__(
        self, i: int, text: str, lemma: str, pos: str, tag: str, dep: str, entity: str, start: int, end: int,
        doubt: float | None = None,
    ) -> None:  # fmt: skip
        self.i = i
        self.text = text
        self.lower = text.lower()
        self.lemma = lemma
        self.pos = pos
        self.tag = tag
        self.dep = dep
        self.entity = entity
        self.start = start
        self.end = end
        self.doubt = doubt
        self.head: Word = self
        self.left: list[Word] = []
        self.right: list[Word] = []
        self._below: list[Word] | None = None  # what `subtree` found, until it changes

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}/{self.dep}"

    @property
    def children(self) -> Iterator[Word]:
        return chain(self.left, self.right)

    @property
    def is_root(self) -> bool:
        return self.head is self

    @property
    def root(self) -> Word:
        """The top of its tree: itself, if it has no head."""
        word = self
        while word.head is not word:
            word = word.head
        return word

    def child(self, *deps: str) -> Word | None:
        """The first dependent that has one of these labels."""
        for word in self.left:
            if word.dep in deps:
                return word
        for word in self.right:
            if word.dep in deps:
                return word
        return None

    def having(self, *deps: str) -> list[Word]:
        """All dependents that have one of these labels, in order."""
        return [w for w in self.left if w.dep in deps] + [w for w in self.right if w.dep in deps]

    def holds(self, word: Word) -> bool:
        """Whether `word` is this one or below it."""
        while word is not self:
            if word.head is word:
                return False
            word = word.head
        return True

    def attach(self, head: Word, dep: str, tag: str | None = None) -> None:
        """Makes this word a dependent of `head`; both sides' lists follow. `tag` says what kind of word it then is.

        Raises NotATreeError, and changes nothing, where `head` is this word or below it.
        """
        if self.holds(head):
            raise NotATreeError(f"{head!r} is below {self!r}, and cannot be its head")
        self.lead()
        self.head, self.dep = head, dep
        into = head.left if self.i < head.i else head.right
        into.append(self)
        into.sort(key=_position)
        head._forget()
        self.retag(tag)

    def hang(self, **words: Word) -> None:
        """Hangs words below this one, each with its label: `verb.hang(nsubj=who, dobj=what)`."""
        for dep, word in words.items():
            word.attach(self, dep)

    def adopt(self, words: Iterable[Word], dep: str | None = None) -> None:
        """Hangs words below this one, with the labels that they have or with `dep`."""
        for word in list(words):
            word.attach(self, dep or word.dep)

    def take_place_of(self, other: Word) -> None:
        """Hangs this word where `other` hangs."""
        if other.is_root:
            self.lead()
        else:
            self.attach(other.head, other.dep)

    def lead(self, tag: str | None = None) -> None:
        """Makes this word a root."""
        if self.head is not self:
            siblings = self.head.left if self.i < self.head.i else self.head.right
            siblings.remove(self)
            self.head._forget()
        self.head, self.dep = self, "ROOT"
        self.retag(tag)

    def retag(self, tag: str | None) -> None:
        """Makes it another kind of word, if there is a tag."""
        if tag is not None:
            self.tag, self.pos = tag, _PARTS_OF_SPEECH[tag]

    def _forget(self) -> None:
        """What is below it, and so below all above it, has changed."""
        self._below = None
        for word in self.ancestors():
            word._below = None

    def subtree(self, stop: Callable[[Word], bool] | None = None) -> list[Word]:
        """This word and all below it in text order, without the branches whose top `stop` says to leave."""
        if not (self.left or self.right):
            return [self]
        if stop is None and self._below is not None:
            return self._below.copy()
        found = [self]
        for word in found:  # its own queue
            for below in (word.left, word.right):
                if below:
                    found += below if stop is None else [child for child in below if not stop(child)]
        found.sort(key=_position)
        if stop is None:
            self._below = found.copy()
        return found

    def ancestors(self) -> Iterator[Word]:
        """Its head, that one's head, and so on up to the root."""
        word = self
        while word.head is not word:
            word = word.head
            yield word


#: The parts of speech of the tags that repairs give.
_PARTS_OF_SPEECH = {
    **dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), "VERB"),
    "CD": "NUM",
    "IN": "ADP",
    "JJ": "ADJ",
    "MD": "AUX",
    "NN": "NOUN",
    "NNP": "PROPN",
    "NNS": "NOUN",
    "RB": "ADV",
}
_position = attrgetter("i")
_state = attrgetter("head", "dep", "pos", "tag", "lemma")

#: A sentence's words as they hang and are tagged.
State = list[tuple[Word, str, str, str, str]]


@dataclass(slots=True)
class Tree:
    """One sentence: its words, where it lies, and the block it stands in.

    `position` counts sentences through the article, `block` counts blocks. `quotes` are the spans
    (outer quote marks included) of quotations that overlap this sentence; the marks themselves are not
    among the words. `source` is the whole article's text.
    """

    words: list[Word]
    position: int
    block: int
    kind: BlockKind
    start: int
    end: int
    source: str
    quotes: tuple[Span, ...] = ()
    roots: list[Word] = field(init=False)

    def __post_init__(self) -> None:
        self.roots = [w for w in self.words if w.head is w]

    @property
    def text(self) -> str:
        return self.source[self.start : self.end]

    def is_quoted(self, word: Word) -> bool:
        """Whether a word stands in a quotation."""
        return bool(self.quotes) and any(is_within(word, quote) for quote in self.quotes)

    def untie(self) -> None:
        """Lets go of what no rule reads any more: words that hold each other stay until they are looked for."""
        for word in self.words:
            word._below = None
            del word.head

    def state(self) -> State:
        """What repairs may change."""
        return list(map(_state, self.words))

    def restore(self, state: State) -> None:
        """Takes back what was changed since `state` was taken."""
        for word, before in zip(self.words, state, strict=True):
            word.head, word.dep, word.pos, word.tag, word.lemma = before
            word.left, word.right, word._below = [], [], None
        for word in self.words:
            if word.head is not word:
                (word.head.left if word.i < word.head.i else word.head.right).append(word)
        self.roots = [w for w in self.words if w.head is w]


def is_within(word: Word, span: Span) -> bool:
    """Whether a word begins in a span."""
    return span[0] <= word.start < span[1]


def is_span_within(span: Span, spans: Iterable[Span]) -> bool:
    """Whether one of `spans` holds all of a span."""
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def spans_of(words: Iterable[Word]) -> Spans:
    """The shortest list of spans that holds exactly these words.

    Words next to each other in the sentence share a span: what lies between them is space or a quote
    mark, or what is no words and parts them. Words apart get spans of their own.
    """
    found = list(words)
    if not found:
        return ()
    spans: list[Span] = []
    start = found[0].start
    for before, word in pairwise(found):
        if word.i < before.i or word is before:  # most are given in order, each once
            return spans_of(sorted(set(found), key=_position))
        if word.i != before.i + 1 or word.start - before.end >= FEWEST:
            spans.append((start, before.end))
            start = word.start
    return (*spans, (start, found[-1].end))
