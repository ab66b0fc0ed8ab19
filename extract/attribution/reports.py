"""What an article reports, each attribution once: also where no claim came of its content."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from extract.attribution.attributions import Attributions
from extract.model import Attribution, Report, Slot, Spans, slice_spans
from extract.syntax.tree import Tree, Word
from extract.values import value

Steps = tuple[Attribution, ...]
_Key = tuple[Spans, Spans, Spans]

#: Words that help a predicate or only name a kind of thing ("trading volume").
_HELPERS = frozenset({"aux", "auxpass", "punct", "det", "case", "prep", "cc", "mark", "compound", "nmod"})


@value
class _Kept:
    """A chain of sources, and the word at the top of what its last one says."""

    tree: Tree
    top: Word
    chain: Steps


class Reports:
    """Collects chains of sources. Each of their steps is a report: who, by which words, and what."""

    def __init__(self, attributions: Attributions) -> None:
        self._attributions = attributions
        self._found: dict[_Key, _Kept] = {}
        self._further: dict[_Key, _Kept] = {}

    def read(self, tree: Tree) -> None:
        """Keeps what is reported in a sentence, of its verbs, nouns and predicate adjectives."""
        for word in tree.words:
            if word.dep in _HELPERS or not _is_predicate(word):
                continue
            if chain := self._attributions.of(tree, word):
                self._keep_innermost(tree, word, chain)
                self._keep_further(tree, word, chain[:-1])

    def keep(self, tree: Tree, predicate: Word, chain: Steps) -> None:
        """Keeps a claim's chain, which may have steps that its predicate alone does not show."""
        self._keep_further(tree, predicate, chain)

    def all(self, resolved: Callable[[Steps], Steps]) -> tuple[Report, ...]:
        """All that was kept, in text order. `resolved` gives the sources of a chain the names that they stand for."""
        kept = {**self._further, **self._found}.values()
        return tuple(_numbered(sorted(kept, key=_place), resolved))

    def _keep_innermost(self, tree: Tree, word: Word, chain: Steps) -> None:
        key = _key(chain[-1])
        known = self._found.get(key)
        if known is None or (known.tree is tree and word is not known.top and word.holds(known.top)):
            self._found[key] = _Kept(tree, word, chain)

    def _keep_further(self, tree: Tree, word: Word, chain: Steps) -> None:
        for n, step in enumerate(chain, 1):
            self._further.setdefault(_key(step), _Kept(tree, word, chain[:n]))


def _is_predicate(word: Word) -> bool:
    """Any noun may name an event ("condemned the strike")."""
    verb = word.pos in ("VERB", "AUX") or word.tag.startswith("VB")
    return verb or word.pos == "NOUN" or (word.pos == "ADJ" and word.dep != "amod")


def _key(step: Attribution) -> _Key:
    source, cue = step.source, step.cue
    return source.spans if source else (), cue.spans if cue else (), step.content


def _place(kept: _Kept) -> tuple[int, Spans, int]:
    return kept.tree.position, kept.chain[-1].content, len(kept.chain)


def _numbered(found: Sequence[_Kept], resolved: Callable[[Steps], Steps]) -> Iterator[Report]:
    sentence, position = -1, 0
    for kept in found:
        position = position + 1 if kept.tree.position == sentence else 0
        sentence = kept.tree.position
        chain = resolved(kept.chain)
        content = chain[-1].content
        yield Report(
            sentence=sentence,
            position=position,
            predicate=(kept.top.start, kept.top.end),
            content=Slot(slice_spans(kept.tree.source, content), content),
            chain=chain,
        )
