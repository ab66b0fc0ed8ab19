"""The rules over an article's sentences, so that what breaks in one sentence costs that sentence alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from extract.assembly import Assembler
from extract.claims.proposal import Proposal
from extract.claims.propose import propose
from extract.errors import broken
from extract.model import Article, Claim, Mention, Report, Span
from extract.repairs.mend import mend
from extract.syntax.tree import Tree


@dataclass(frozen=True, slots=True)
class RuleResults:
    """What the rules find in an article's sentences.

    `problems` says what broke and where, by the position of the sentence. Those of them that are in `lost` were left
    out; the others were read as the parser gave them, without repairs.
    """

    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Report, ...]
    problems: dict[int, str] = field(default_factory=dict)
    lost: frozenset[int] = frozenset()


def apply_rules(trees: Sequence[Tree], article: Article, quotes: Sequence[Span], *, explain: bool) -> RuleResults:
    """Mends the sentences, finds their claims and gives them their context."""
    problems: dict[int, str] = {}
    proposals: dict[int, list[Proposal]] = {}
    for tree in trees:
        _mend(tree, problems)
        try:
            proposals[tree.position] = propose(tree)
        except Exception as error:
            problems[tree.position] = broken(error)

    def results(some: Sequence[Tree]) -> RuleResults:
        assembler = Assembler(some, article, quotes, explain=explain)
        claims = tuple(claim for tree in some for claim in assembler.claims(tree, proposals[tree.position]))
        lost = frozenset(problems.keys() - proposals.keys())
        return RuleResults(claims, assembler.mentions, assembler.attributions, problems, lost)

    while True:
        left = [tree for tree in trees if tree.position in proposals]
        try:
            return results(left)
        except Exception as error:
            guilty, reason = _guilty(results, left, error)
            problems[guilty.position] = broken(reason)
            del proposals[guilty.position]


def _mend(tree: Tree, problems: dict[int, str]) -> None:
    parsed = tree.state()
    try:
        mend(tree)
    except Exception as error:
        tree.restore(parsed)
        problems[tree.position] = broken(error)


def _guilty(
    results: Callable[[Sequence[Tree]], RuleResults], trees: Sequence[Tree], error: Exception
) -> tuple[Tree, Exception]:
    """The sentence that context breaks at, with the error: without it and all that follow, nothing breaks.

    Context looks at the whole article, so that the error itself seldom says whose it is. Raises `error` where there
    is no sentence.
    """
    if not trees:
        raise error
    whole, breaks = 0, len(trees)
    while breaks - whole > 1:
        middle = (whole + breaks) // 2
        try:
            results(trees[:middle])
            whole = middle
        except Exception as nearer:
            breaks, error = middle, nearer
    return trees[breaks - 1], error
