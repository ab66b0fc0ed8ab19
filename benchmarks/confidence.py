"""Fits the weights of the confidence model and measures how well it is calibrated.

    python benchmarks/confidence.py            # cross-validation, printed
    python benchmarks/confidence.py --news     # the same on news that was read, where its texts are present
    python benchmarks/confidence.py --news --write    # and new weights and the reliability plot

The examples are the claims that the extractor finds in the gold corpus (tests/gold), right or wrong by its
scorer; those that are accepted but not asked for count as right. The model is the logistic regression of
db/learning.py, by which `extract calibrate` learns too. With --news these weights are where a second fit starts from,
to the verdicts of readers on random claims of news (tests/judged, without the rounds and articles that are held out,
which are only scored), and from there a third, to those of strict readers, who call a claim empty, too, whose subject
or object is a pronoun that stands for nothing shown. All but gold is scored on these. What weaker parses say
(--careful) is weighed last, with all other weights as they are.
Cross-validation never parts the claims of a sentence, on news those of an article; then each round is left out in
turn. Expected calibration error (Naeini et al. 2015) over ten bands of equal width and over ten of equal size.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from db.learning import BIAS, FOLDS, Example, Weights, cross_validated, fit, probability  # noqa: E402
from extract.claims.confidence import (  # noqa: E402
    OPEN_CONTENT,
    OPEN_OBJECT,
    OPEN_SUBJECT,
    UNKNOWN_PARSER,
    WEAKER,
    features,
)
from extract.claims.proposal import Phrase, Proposal  # noqa: E402
from extract.claims.propose import propose  # noqa: E402
from extract.evaluation import Verdict, judge  # noqa: E402
from extract.gold import GoldSentence, read_gold  # noqa: E402
from extract.model import Argument, Block, Claim, Qualifier, Relation, Slot, slice_spans  # noqa: E402
from extract.repairs.mend import mend  # noqa: E402
from extract.syntax.extents import slot_spans  # noqa: E402
from extract.syntax.models import load  # noqa: E402
from extract.syntax.parsing import parse  # noqa: E402
from extract.syntax.tree import Tree, Word  # noqa: E402
from extract.text.quotes import quoted_spans  # noqa: E402

if TYPE_CHECKING:
    from benchmarks.reading_claims import Read

Vector = npt.NDArray[np.float64]

WEIGHTS = ROOT / "extract" / "claims" / "confidence.tsv"
PLOT = ROOT / "docs" / "reliability.svg"
GOLD_PENALTY = 8.0
#: Keeps near the weights of gold.
NEWS_PENALTY = 150.0
WEAKER_PENALTY = 3.0
#: Signs of errors that are rare in gold, found on the news: less bound to what gold says of them.
OF_NEWS = (
    *("the parser is less", "it has no name", "it has at most", "the next word", "the subject is a person"),
    *("a comma parts verb", "the relation has", "more than 5 parts"),
)
OF_NEWS_PENALTY = 20.0
#: Binds to what all verdicts say what those of strict readers say.
STRICT_PENALTY = 15.0
OPEN_PENALTY = 2.0
#: The rounds that nothing is fitted to. They only show how good the weights are.
HELD_OUT = (11, 14, 18, 19, 20)


def examples(gold: Sequence[GoldSentence]) -> Iterator[Example]:
    """Each extracted claim of the gold sentences with its features and verdict."""
    nlp = load()
    for number, sentence in enumerate(gold):
        text = sentence.text
        trees = parse(nlp, text, [Block(sentence.kind, 0, len(text))], quoted_spans(text))
        found = [(proposal, tree) for tree in trees for proposal in _proposals(tree)]
        verdicts = judge(sentence, [plain_claim(proposal, tree) for proposal, tree in found])
        for (proposal, tree), judgement in zip(found, verdicts, strict=True):
            yield Example(number, tuple(features(proposal, tree)), judgement.verdict is not Verdict.WRONG)


def _proposals(tree: Tree) -> list[Proposal]:
    mend(tree)
    return propose(tree)


def plain_claim(proposal: Proposal, tree: Tree) -> Claim:
    """A claim without its context: all that the scorer reads."""

    def slot(words: Sequence[Word]) -> Slot:
        spans = slot_spans(words, tree.source)
        return Slot(slice_spans(tree.source, spans), spans)

    def argument(phrase: Phrase) -> Argument:
        core, full = slot(phrase.core), slot(phrase.full)
        return Argument(full.text, full.spans, core.text, core.spans, full.text, full.spans)

    relation = slot(proposal.relation)
    return Claim(
        sentence=tree.position,
        position=0,
        subject=argument(proposal.subject),
        relation=Relation(proposal.implied or relation.text, relation.spans, proposal.lemma),
        object=argument(proposal.object) if proposal.object else None,
        qualifiers=tuple(Qualifier(a.role, (words := slot(a.words)).text, words.spans) for a in proposal.adjuncts),
        clause_type=proposal.clause_type,
        rule=proposal.rule,
        predicate=(proposal.predicate.start, proposal.predicate.end),
    )


def log_loss(predicted: Vector, truth: Vector) -> float:
    return float(-np.mean(truth * np.log(predicted) + (1 - truth) * np.log(1 - predicted)))


def ranking(predicted: Vector, truth: Vector) -> float:
    """The chance that a right claim has a higher confidence than a wrong one (area under the ROC curve)."""
    right, wrong = predicted[truth == 1], predicted[truth == 0]
    above = (right[:, None] > wrong[None, :]).mean() + 0.5 * (right[:, None] == wrong[None, :]).mean()
    return float(above)


@dataclass(frozen=True, slots=True)
class Band:
    claims: int
    confidence: float
    right: float


def equal_width(predicted: Vector, truth: Vector, bands: int = 10) -> list[Band]:
    place = np.minimum((predicted * bands).astype(int), bands - 1)
    return [_band(predicted[place == b], truth[place == b]) for b in range(bands) if (place == b).any()]


def equal_size(predicted: Vector, truth: Vector, bands: int = 10) -> list[Band]:
    order = np.argsort(predicted, kind="stable")
    return [_band(predicted[part], truth[part]) for part in np.array_split(order, bands) if len(part)]


def _band(predicted: Vector, truth: Vector) -> Band:
    return Band(len(predicted), float(predicted.mean()), float(truth.mean()))


def calibration_error(bands: Sequence[Band]) -> float:
    total = sum(b.claims for b in bands)
    return sum(b.claims * abs(b.confidence - b.right) for b in bands) / total


def write_weights(weights: Weights) -> None:
    rows = sorted(((weight, name) for name, weight in weights.items()), key=_by_strength)
    head = (
        "# Log-odds that a claim is right, by feature: fitted by benchmarks/confidence.py (tests/gold, tests/judged).\n"
    )
    lines = [f"{weight:.3f}\t{name}\n" for weight, name in rows if abs(weight) >= 0.0005]
    WEIGHTS.write_text(head + "".join(lines), encoding="utf-8")


def _by_strength(row: tuple[float, str]) -> tuple[bool, float, str]:
    weight, name = row
    return name != BIAS, -abs(weight), name


def svg(bands: Sequence[Band], error: float) -> str:
    """The reliability diagram: share of right claims over mean confidence, a dot's area by its claims."""
    size, margin = 320, 48
    most = max(b.claims for b in bands)

    def at(x: float, y: float) -> tuple[float, float]:
        return margin + x * size, margin / 2 + (1 - y) * size

    def line(a: tuple[float, float], b: tuple[float, float], style: str) -> str:
        return f'<line x1="{a[0]:.1f}" y1="{a[1]:.1f}" x2="{b[0]:.1f}" y2="{b[1]:.1f}" {style}/>'

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size + 1.5 * margin:.0f} {size + 1.75 * margin:.0f}" '
        'font-family="sans-serif" font-size="12" fill="#333">',
        "<title>Reliability of the confidence of claims</title>",
        f'<rect width="100%" height="100%" fill="#fff"/>{line(at(0, 0), at(1, 1), _GREY)}',
    ]
    for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
        below, beside = at(tick, 0), at(0, tick)
        parts.append(f'<text x="{below[0]:.1f}" y="{below[1] + 16:.1f}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{beside[0] - 8:.1f}" y="{beside[1] + 4:.1f}" text-anchor="end">{tick:g}</text>')
    parts.append(line(at(0, 0), at(1, 0), _AXIS) + line(at(0, 0), at(0, 1), _AXIS))
    for b in bands:
        x, y = at(b.confidence, b.right)
        radius = 3 + 9 * (b.claims / most) ** 0.5
        tip = f"{b.claims} claims: confidence {b.confidence:.2f}, right {b.right:.2f}"
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" {_DOT}><title>{tip}</title></circle>')
    middle, low = at(0.5, 0)
    parts.append(f'<text x="{middle:.1f}" y="{low + 36:.1f}" text-anchor="middle">mean confidence of the band</text>')
    parts.append(
        f'<text x="14" y="{margin / 2 + size / 2:.1f}" text-anchor="middle" '
        f'transform="rotate(-90 14 {margin / 2 + size / 2:.1f})">share of right claims</text>'
    )
    x, y = at(0.03, 0.95)
    parts.append(f'<text x="{x:.1f}" y="{y:.1f}">expected calibration error {error:.3f}</text></svg>\n')
    return "\n".join(parts)


_GREY = 'stroke="#bbb" stroke-dasharray="4 4"'
_AXIS = 'stroke="#333"'
_DOT = 'fill="#2b6cb0" fill-opacity="0.75"'


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", action="store_true", help="fit to what readers said of claims of news, too")
    parser.add_argument("--write", action="store_true", help="with --news: write the weights and the reliability plot")
    parser.add_argument("--gold", type=Path, nargs="+", default=[ROOT / "tests" / "gold"])
    options = parser.parse_args()
    data = list(examples(read_gold(options.gold)))
    predicted = np.array(cross_validated(data, {}, GOLD_PENALTY))
    _report(data, predicted, f"cross-validated by sentence, {FOLDS} folds")
    if options.news:
        _fit_to_news(fit(data, {}, GOLD_PENALTY), write=options.write)
    return 0


def _fit_to_news(start: Weights, *, write: bool) -> None:
    from benchmarks.reading_claims import judged_examples, judged_rounds  # which import this module

    news = judged_examples(sorted(judged_rounds() - set(HELD_OUT)), without=HELD_OUT)
    strict = [read.example for read in news if read.strict]
    folds = [read.example.group % FOLDS for read in news]
    predicted, carefully = _cross_validated(news, start, folds)
    _report(strict, predicted, f"news, cross-validated by article, {FOLDS} folds")
    _report(strict, carefully, "the same, --careful")
    by_round, _ = _cross_validated(news, start, [read.round for read in news])
    _report(strict, by_round, "news, each round by weights fitted without it and its articles")
    weights = _fitted(news, start)
    later = [read.example for read in judged_examples(HELD_OUT) if read.strict]
    for chosen, how in ((list(map(_quick, later)), ""), (later, ", --careful")):
        found = np.array([probability(example.features, weights) for example in chosen])
        _report(chosen, found, f"news, rounds {HELD_OUT}, which nothing is fitted to{how}")
    if write:
        truth = np.array([float(example.right) for example in strict])
        write_weights({**weights, UNKNOWN_PARSER: _unknown(list(map(_quick, strict)), weights)})
        PLOT.write_text(svg(equal_size(predicted, truth), calibration_error(equal_size(predicted, truth))))


def _quick(example: Example) -> Example:
    """An example as it is without weaker parses."""
    return replace(example, features=tuple(f for f in example.features if not f.endswith(WEAKER)))


def _fitted_quickly(data: Sequence[Read], start: Weights) -> dict[str, float]:
    """Weights fitted to all verdicts, then to those of strict readers, to whom an open pronoun tells nothing."""
    examples = [_quick(read.example) for read in data]
    names = {name for example in examples for name in example.features}
    own = {name: OF_NEWS_PENALTY for name in names if name.startswith(OF_NEWS)}
    every = fit(examples, start, NEWS_PENALTY, own)
    strict = [example for example, read in zip(examples, data, strict=True) if read.strict]
    return fit(strict, every, STRICT_PENALTY, dict.fromkeys((OPEN_SUBJECT, OPEN_OBJECT, OPEN_CONTENT), OPEN_PENALTY))


def _fitted(data: Sequence[Read], start: Weights) -> dict[str, float]:
    """Weights of what is known without weaker parses, then of these: to them a claim's other features are one."""
    weights = _fitted_quickly(data, start)
    others: dict[str, float] = {}
    weaker = []
    for number, example in enumerate(read.example for read in data if read.strict):
        others[str(number)] = sum(weights.get(feature, 0.0) for feature in _quick(example).features)
        found = tuple(feature for feature in example.features if feature.endswith(WEAKER))
        weaker.append(replace(example, features=(str(number), *found)))
    found_weights = fit(weaker, others, WEAKER_PENALTY)
    return {**weights, **{name: weight for name, weight in found_weights.items() if name not in others}}


def _cross_validated(data: Sequence[Read], start: Weights, parts: Sequence[int]) -> tuple[Vector, Vector]:
    """What weights say of the strict verdicts of each part that were fitted without it and its articles: without
    weaker parses, and with them."""
    quick, careful = np.zeros(len(data)), np.zeros(len(data))
    for left_out in set(parts):
        groups = {read.example.group for read, part in zip(data, parts, strict=True) if part == left_out}
        weights = _fitted([read for read in data if read.example.group not in groups], start)
        for at, read in enumerate(data):
            if parts[at] == left_out:
                quick[at] = probability(_quick(read.example).features, weights)
                careful[at] = probability(read.example.features, weights)
    strict = np.array([read.strict for read in data])
    return quick[strict], careful[strict]


def _unknown(data: Sequence[Example], weights: Weights) -> float:
    """The weight of not knowing how sure the parser is: with it, as many claims are expected to be right as are."""
    blind = [tuple(f for f in example.features if not f.startswith("the parser is ")) for example in data]
    right, low, high = sum(example.right for example in data), -5.0, 5.0
    while high - low > 1e-4:
        middle = (low + high) / 2
        tried = {**weights, UNKNOWN_PARSER: middle}
        enough = sum(probability((*found, UNKNOWN_PARSER), tried) for found in blind) >= right
        low, high = (low, middle) if enough else (middle, high)
    return high


def _report(data: Sequence[Example], predicted: Vector, how: str) -> None:
    truth = np.array([float(example.right) for example in data])
    base = float(truth.mean())
    print(f"claims {len(data)}  right {base:.3f}  {how}")
    print(f"log loss {log_loss(predicted, truth):.4f}  (constant {log_loss(np.full(len(data), base), truth):.4f})")
    print(f"area under ROC {ranking(predicted, truth):.3f}  (95 % interval {_interval(data, predicted, truth)})")
    print(f"calibration error, 10 bands of equal width {calibration_error(equal_width(predicted, truth)):.4f}")
    print(f"calibration error, 10 bands of equal size  {calibration_error(equal_size(predicted, truth)):.4f}")
    for b in equal_width(predicted, truth):
        print(f"  {b.claims:5d} claims  confidence {b.confidence:.3f}  right {b.right:.3f}")


def _interval(data: Sequence[Example], predicted: Vector, truth: Vector, draws: int = 1000) -> str:
    """Where the area under ROC lies in 95 of 100 samples of as many groups, drawn with replacement."""
    members: dict[int, list[int]] = {}
    for at, example in enumerate(data):
        members.setdefault(example.group, []).append(at)
    groups, luck = [np.array(places) for places in members.values()], np.random.default_rng(1)
    found = []
    for _ in range(draws):
        drawn = np.concatenate([groups[at] for at in luck.integers(len(groups), size=len(groups))])
        if 0 < truth[drawn].sum() < len(drawn):
            found.append(ranking(predicted[drawn], truth[drawn]))
    low, high = np.quantile(found, [0.025, 0.975])
    return f"{low:.3f} to {high:.3f}"


if __name__ == "__main__":
    sys.exit(main())
