"""From an article to its claims: the one place where parse, clauses and context meet.

    blocks -> sentences (trees) -> proposals -> + factuality, attribution, coreference, time -> claims

`Extractor` is the library's front door; `workers` runs it over many articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import chain, groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from extract.claims.confidence import PARSES
from extract.english.bearers import link
from extract.model import SILENT_KINDS, Article, Block, BlockKind, Claim, Extraction, Outcome, Sentence, Span
from extract.sentence_rules import RuleResults, apply_rules
from extract.syntax.annotation import annotator, by_spacy, thinned
from extract.syntax.memory import Memory
from extract.syntax.models import DEFAULT_MODEL, load
from extract.syntax.parsing import Passage, parse_all
from extract.syntax.tree import Tree
from extract.text.blocks import blocks as find_blocks
from extract.text.blocks import copies
from extract.text.clean import clean
from extract.text.nonwords import nonwords
from extract.text.quotes import quoted_spans

if TYPE_CHECKING:
    from spacy.language import Language

#: A sentence of more words is a table or a list that lost its line breaks, not prose.
MAX_WORDS = 250
#: Longer blocks are parsed in pieces: one huge Doc takes 3.5 kB of memory a character.
MAX_BLOCK = 20_000
#: A vocabulary of so many words grows no more.
_MAX_VOCABULARY = 30_000


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article with its blocks sorted: which are parsed, and what becomes of the others."""

    article: Article
    blocks: tuple[Block, ...]
    spoken: tuple[Block, ...]
    silent: tuple[tuple[Block, Outcome], ...]


class Extractor:
    """Claims from English text, with their exact places.

    >>> extractor = Extractor()
    >>> claims = extractor("The council approved the plan.")

    `model` is a spaCy pipeline with tagger and parser, or names one that is installed. `explain` fills
    `Claim.evidence`. Blocks that come again are parsed once, as far as `memory` goes back. `careful` parses each
    sentence several times, so that confidence says more.
    Raises MissingModelError or UnsuitableModelError.
    """

    def __init__(
        self,
        model: str | Language = DEFAULT_MODEL,
        *,
        explain: bool = False,
        careful: bool = False,
        memory: Memory | None = None,
    ) -> None:
        self.memory = Memory() if memory is None else memory
        self.explain = explain
        self.nlp: Language = load(model) if isinstance(model, str) else model
        self.model = model if isinstance(model, str) else str(model.meta["name"])
        self._owns_vocabulary = isinstance(model, str)
        self._annotate = annotator(self.nlp) if isinstance(model, str) else by_spacy(self.nlp)
        weaker = thinned(self._annotate, self.model, PARSES) if careful else []
        self._weaker = [(annotate, Memory()) for annotate in weaker]

    @property
    def language(self) -> str:
        """The ISO 639-1 code of the language that the model reads."""
        return str(self.nlp.lang)

    def __call__(self, text: str, *, published: str | None = None) -> tuple[Claim, ...]:
        """The claims of a text. Offsets are into `clean(text)`, which is `text` itself if it is NFC."""
        return self.extract(plain_article(text, published)).claims

    def extract(self, article: Article) -> Extraction:
        """All that is found in one article."""
        [found] = self.extract_all([article])
        return found

    def extract_all(self, articles: Sequence[Article]) -> Iterator[Extraction]:
        """The same for several articles, parsed in one stream. No spaCy object outlives the call."""
        prepared = [self._prepare(article) for article in articles]
        passages = [Passage(p.article.text, p.spoken, _quotes(p)) for p in prepared]
        with self._zone():
            parsed = parse_all(self.nlp, passages, self.memory, self._annotate)
            weaker = [parse_all(self.nlp, passages, memory, annotate) for annotate, memory in self._weaker]
            for ready, passage, trees, *others in zip(prepared, passages, parsed, *weaker, strict=True):
                yield self._assemble(ready, passage, trees, others)

    def _zone(self) -> AbstractContextManager[object]:
        """What forgets new words at its end, or nothing as long as the vocabulary is small and our own.

        spaCy takes 30 µs to make an entry for a word, so that the frequent ones should stay.
        """
        grows = self._owns_vocabulary and len(self.nlp.vocab) < _MAX_VOCABULARY
        return nullcontext() if grows else self.nlp.memory_zone()

    def _prepare(self, article: Article) -> Prepared:
        blocks = tuple(find_blocks(article))
        foreign = article.language is not None and article.language != self.language
        spoken: list[Block] = []
        silent: list[tuple[Block, Outcome]] = []
        repeated = copies(article.text, blocks)
        for number, block in enumerate(blocks):
            outcome = _silence(block, number in repeated, foreign)
            if outcome is None:
                spoken.extend(_pieces(block, article.text))
            else:
                silent.append((block, outcome))
        return Prepared(article, blocks, tuple(spoken), tuple(silent))

    def _assemble(
        self, ready: Prepared, passage: Passage, trees: list[Tree], weaker: Sequence[Sequence[Tree]]
    ) -> Extraction:
        silent = (*ready.silent, *_unread(ready, trees))
        places = _positions(trees, silent)
        for tree in trees:
            tree.position = places[tree.start]
        prose = _prose(trees)
        others = [_prose(parse) for parse in weaker]
        results = apply_rules(prose, ready.article, passage.quotes, explain=self.explain, weaker=others)
        claiming = {claim.sentence for claim in results.claims}
        sentences = [Sentence(places[b.start], b.start, b.end, b.kind, outcome) for b, outcome in silent] + [
            Sentence(
                t.position, t.start, t.end, t.kind, _outcome(t, results, claiming), results.problems.get(t.position)
            )
            for t in trees
        ]
        found = Extraction(
            article=ready.article,
            blocks=ready.blocks,
            sentences=tuple(sorted(sentences, key=lambda s: s.position)),
            claims=results.claims,
            mentions=results.mentions,
            words=sum(w.pos not in ("PUNCT", "SPACE") for t in trees for w in t.words),
            attributions=results.attributions,
        )
        for tree in chain(trees, *weaker):
            tree.untie()
        return replace(found, links=link(found))


def _prose(trees: Iterable[Tree]) -> list[Tree]:
    return [tree for tree in trees if len(tree.words) <= MAX_WORDS]


def _quotes(ready: Prepared) -> tuple[Span, ...]:
    text = ready.article.text
    pieces = (piece for block in ready.blocks for piece in _pieces(block, text))
    return quoted_spans(text, ((piece.start, piece.end) for piece in pieces))


def plain_article(text: str, published: str | None = None, *, clean_text: bool = True) -> Article:
    """An article that is nothing but a text; `clean_text=False` takes it to the letter."""
    canonical = clean(text) if clean_text else text
    raw = text.encode(errors="surrogatepass")
    return Article(
        source="text",
        text=canonical,
        text_hash=sha256(canonical.encode(errors="surrogatepass")).hexdigest(),
        raw_hash=sha256(raw).hexdigest(),
        media_type="text/plain",
        reader="text",
        published=published,
    )


def _silence(block: Block, repeated: bool, foreign: bool) -> Outcome | None:
    """Why nothing is extracted from `block`, or None."""
    if foreign:
        return Outcome.FOREIGN
    if block.kind is BlockKind.BOILERPLATE:
        return Outcome.BOILERPLATE
    if block.kind in SILENT_KINDS:
        return Outcome.NOT_PROSE
    return Outcome.REPEATED if repeated else None


def _unread(ready: Prepared, trees: Sequence[Tree]) -> Iterator[tuple[Block, Outcome]]:
    """What is no words and lies in no sentence, the quotation marks at its ends that a sentence has left out."""
    inside = {number: list(found) for number, found in groupby(trees, attrgetter("block"))}
    for number, block in enumerate(ready.spoken):
        for start, end in nonwords(ready.article.text, block.start, block.end):
            near = [tree for tree in inside.get(number, ()) if tree.start < end and start < tree.end]
            first = max([start, *(tree.end for tree in near if tree.start <= start)])
            last = min([end, *(tree.start for tree in near if tree.start > start)])
            if first < last:
                yield Block(block.kind, first, last), Outcome.NOT_PROSE


def _pieces(block: Block, text: str) -> Iterator[Block]:
    """A block, cut where a sentence or at least a word ends if it is too long for one Doc."""
    start = block.start
    while block.end - start > MAX_BLOCK:
        window = text[start : start + MAX_BLOCK]
        cut = max(window.rfind(". ") + 1, window.rfind(" ")) if ". " not in window else window.rfind(". ") + 1
        cut = cut if cut > 0 else MAX_BLOCK
        yield Block(block.kind, start, start + cut)
        start += cut
    yield Block(block.kind, start, block.end)


def _positions(trees: Iterable[Tree], silent: Iterable[tuple[Block, Outcome]]) -> dict[int, int]:
    """Sentence positions through the whole article, silent blocks included, by where each starts."""
    starts = sorted({tree.start for tree in trees} | {block.start for block, _ in silent})
    return {start: position for position, start in enumerate(starts)}


def _outcome(tree: Tree, results: RuleResults, claiming: AbstractSet[int]) -> Outcome:
    if tree.position in claiming:
        return Outcome.CLAIMS
    if tree.position in results.lost:
        return Outcome.ERROR
    if len(tree.words) > MAX_WORDS:
        return Outcome.TOO_LONG
    if any(w.pos in ("VERB", "AUX") for w in tree.words):
        return Outcome.NO_CLAIM
    return Outcome.NO_PREDICATE
