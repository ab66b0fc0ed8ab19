"""The rules over an article's sentences, so that what breaks in one sentence costs that sentence alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from extract.assembly import Assembler
from extract.claims.arguments import complete
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


def apply_rules(
    trees: Sequence[Tree],
    article: Article,
    quotes: Sequence[Span],
    *,
    explain: bool,
    weaker: Sequence[Sequence[Tree]] = (),
) -> RuleResults:
    """Mends the sentences, finds their claims and gives them their context.

    `weaker` are further parses of the sentences: how many of them give the same claim says how sure it is.
    """
    problems: dict[int, str] = {}
    proposals: dict[int, list[Proposal]] = {}
    for tree in trees:
        _mend(tree, problems)
        try:
            proposals[tree.position] = propose(tree)
        except Exception as error:
            problems[tree.position] = broken(error)
    if weaker:
        _compare(chain.from_iterable(proposals.values()), weaker)

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


def _compare(proposals: Iterable[Proposal], weaker: Sequence[Sequence[Tree]]) -> None:
    """Counts for each proposal the weaker parses that give it, too."""
    found = [{_places(proposal) for tree in trees for proposal in _proposed(tree)} for trees in weaker]
    for proposal in proposals:
        proposal.again = sum(_places(proposal) in places for places in found)


def _proposed(tree: Tree) -> Sequence[Proposal]:
    """What a weaker parse gives: nothing, where the rules cannot read it."""
    _mend(tree, {})
    try:
        return propose(tree)
    except Exception:
        return ()


def _places(proposal: Proposal) -> tuple[int, ...]:
    """Where the words of a proposal as shown start, with -1 between its parts."""
    shown = (complete(phrase) for phrase in (proposal.subject, proposal.object) if phrase)
    parts = ((proposal.predicate,), proposal.relation, *shown)
    return tuple(place for part in parts for place in (*(word.start for word in part), -1))


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
