"""What breaks in one sentence costs that sentence alone; whatever repairs meet, a sentence stays a tree."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from extract import sentence_rules
from extract.assembly import Assembler
from extract.attribution.attributions import Attributions
from extract.coreference.discourse import Discourse
from extract.extractor import Extractor, plain_article
from extract.model import Block, BlockKind, Extraction, Outcome
from extract.repairs.mend import mend
from extract.syntax.parsing import parse
from extract.syntax.tree import Tree
from extract.timex.times import TimeReader
from tests.conftest import ROOT

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = (
    "Ada Quist closed the port on Monday. She said the storm had damaged it. The Deadly wave hit the pier. "
    "It was re-opened in May. The mayor thanked her."
)
GUILTY = 2


def breaking(tree: Tree, *_given: object) -> None:
    if "Deadly" in tree.text:
        raise KeyError("hour")


def broken_before(function: Callable[..., Any]) -> Callable[..., Any]:
    """`function`, which breaks where one of its arguments is the guilty sentence."""

    def broken(*given: Any, **named: Any) -> Any:
        for one in given:
            for tree in one if isinstance(one, list) else [one]:
                if isinstance(tree, Tree):
                    breaking(tree)
        return function(*given, **named)

    return broken


PLACES = [
    (sentence_rules, "propose"),
    (TimeReader, "read"),
    (Attributions, "__init__"),
    (Attributions, "commitments"),
    (Discourse, "_read"),
    (Assembler, "_claim"),
]


def outcomes(found: Extraction) -> list[Outcome]:
    return [sentence.outcome for sentence in found.sentences]


@pytest.mark.parametrize(("owner", "name"), PLACES)
def test_an_error_in_a_sentence_costs_that_sentence(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str
) -> None:
    whole = extractor.extract(plain_article(TEXT))
    monkeypatch.setattr(owner, name, broken_before(getattr(owner, name)))
    found = extractor.extract(plain_article(TEXT))
    assert outcomes(found) == [Outcome.ERROR if n == GUILTY else outcome for n, outcome in enumerate(outcomes(whole))]
    assert {claim.sentence for claim in found.claims} == {claim.sentence for claim in whole.claims} - {GUILTY}
    assert [s.problem for s in found.sentences if s.position != GUILTY] == [None] * 4
    problem = found.sentences[GUILTY].problem
    assert problem is not None
    assert re.fullmatch(r"KeyError: 'hour' \(test_sentence_rules\.py, line \d+\)", problem)


def test_a_sentence_whose_repair_breaks_is_read_as_it_was_parsed(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def circular(tree: Tree) -> None:
        mend(tree)
        if "Deadly" in tree.text:
            root = tree.roots[0]
            root.left[0].dep = "dep"
            root.attach(root.left[0], "dep")

    whole = extractor.extract(plain_article(TEXT))
    monkeypatch.setattr(sentence_rules, "mend", circular)
    found = extractor.extract(plain_article(TEXT))
    assert outcomes(found) == outcomes(whole)
    assert [c.relation.text for c in found.claims] == [c.relation.text for c in whole.claims]
    problems = {s.position: s.problem for s in found.sentences if s.problem is not None}
    assert problems.keys() == {GUILTY}
    assert problems[GUILTY].startswith("NotATreeError: wave/NN/")


def test_an_article_each_of_whose_sentences_breaks_has_no_claims_and_all_its_sentences(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def always(*_given: object, **_named: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(Discourse, "_read", always)
    found = extractor.extract(plain_article(TEXT))
    assert outcomes(found) == [Outcome.ERROR] * 5
    assert (found.claims, found.mentions, found.attributions) == ((), (), ())


def test_what_is_taken_back_is_as_it_was_parsed(nlp: Language) -> None:
    text = "The songs, which she co-wrote, sold well, said Lund, a critic, who liked them."
    [tree], [same] = (parse(nlp, text, [Block(BlockKind.PARAGRAPH, 0, len(text))]) for _ in "ab")
    state = tree.state()
    for word in tree.words:
        word.lead()
        word.tag = word.pos = word.lemma = "X"
    tree.restore(state)
    assert list(map(str, tree.words)) == list(map(str, same.words))
    assert [[w.i for w in word.children] for word in tree.words] == [
        [w.i for w in word.children] for word in same.words
    ]
    assert [w.i for w in tree.roots] == [w.i for w in same.roots]


def assert_tree(tree: Tree) -> None:
    """Each word hangs on one that knows it, in order, and all are reached from the roots."""
    reached = [word for root in tree.roots for word in root.subtree()]
    assert sorted(word.i for word in reached) == list(range(len(tree.words)))
    for word in tree.words:
        assert all(child.head is word for child in word.children)
        assert [w.i for w in word.children] == sorted(w.i for w in word.children)
        assert all(w.i < word.i for w in word.left)
        assert all(w.i > word.i for w in word.right)


def sentences() -> Iterator[str]:
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            yield from (sentence for sentence in re.split(r"(?<=[.!?]) ", line) if len(sentence) > 30)


_INSERTED = ["and", "or", "that", "who", "which", "-", "--", "(", ")", ":", ";", "to", "but", "said", ",", "claims"]
_LABELS = [
    "nsubj", "nsubjpass", "dobj", "pobj", "prep", "appos", "conj", "cc", "punct", "amod", "compound", "relcl", "acl",
    "advcl", "ccomp", "xcomp", "npadvmod", "advmod", "dep", "parataxis", "det", "nummod", "quantmod", "aux", "oprd",
]  # fmt: skip


def mutated(sentence: str, chance: random.Random) -> str:
    words = sentence.split()
    for _ in range(chance.randint(1, 4)):
        i = chance.randrange(len(words))
        changes: list[Callable[[], Any]] = [
            lambda i=i: words.insert(i, chance.choice(_INSERTED)),
            lambda i=i: words.__setitem__(i, chance.choice(["re-", "co-", "un-", "pre-"]) + words[i]),
            lambda i=i: words.__setitem__(i, f'"{words[i]}"'),
            lambda i=i: words.__setitem__(i, words[i].swapcase()),
            lambda i=i: words.__setitem__(i, words[i] + words[i - 1]),
            lambda i=i: words.__delitem__(slice(i + 1, None)),
            lambda: chance.shuffle(words),
        ]
        chance.choice(changes)()
    return " ".join(words)


@pytest.mark.parametrize("seed", range(4))
def test_repairs_of_anything_leave_trees(nlp: Language, seed: int) -> None:
    """Mended: changed sentences as they are parsed, with wrong labels, and hung at random."""
    chance = random.Random(seed)
    for sentence in chance.sample(sorted(sentences()), 25):
        text = mutated(sentence, chance)
        for tree in parse(nlp, text, [Block(BlockKind.PARAGRAPH, 0, len(text))]):
            parsed = tree.state()
            mend(tree)
            assert_tree(tree)
            tree.restore(parsed)
            for word in chance.sample(tree.words, len(tree.words) // 3):
                word.dep = "ROOT" if word.is_root else chance.choice(_LABELS)
            mend(tree)
            assert_tree(tree)
            tree.restore(parsed)
            first, *others = chance.sample(tree.words, len(tree.words))
            hung = [first]
            for word in tree.words:
                word.lead()
            for word in others:
                word.attach(chance.choice(hung), chance.choice(_LABELS))
                hung.append(word)
            mend(tree)
            assert_tree(tree)
