"""A logistic regression over named features, and how good its probabilities are.

The penalty pulls weights towards where they start from, not towards nothing, so that a few examples move
little. Measures: Brier score (Brier 1950), expected calibration error over bands of equal size (Naeini, Cooper
and Hauskrecht 2015), and the share of wrong examples among the least certain fifth.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy.typing as npt

    Vector = npt.NDArray[Any]

#: The feature that all have; it is not penalised.
BIAS = "any claim"
FOLDS = 10
#: A feature of fewer examples keeps its weight.
RARE = 6
#: Newton's method comes to rest in some ten steps: one that would change no weight by more than this.
_STEPS, _REST = 40, 1e-6
#: What is left of a step that was halved so often is none.
_HALVINGS = 30


@dataclass(frozen=True, slots=True)
class Example:
    """A claim with its features and whether it is right. Those of one `group` (a sentence) are never parted."""

    group: int
    features: tuple[str, ...]
    right: bool


@dataclass(frozen=True, slots=True)
class Quality:
    """How good probabilities are: lower is better but for `found`.

    `found` is the share of all wrong examples that the least certain fifth holds; a random fifth holds .2.
    """

    brier: float
    calibration: float
    found: float


Weights = Mapping[str, float]
#: No feature has a penalty of its own.
NO_OWN: Mapping[str, float] = {}


class NoRestError(ArithmeticError):
    """Weights that do not come to rest: they mean nothing."""


def fit(
    examples: Sequence[Example], start: Weights, penalty: float, own: Mapping[str, float] = NO_OWN
) -> dict[str, float]:
    """Weights that suit the examples and stay near `start`; features that are rare among them keep theirs. `own` are
    penalties of some features instead of `penalty`. Raises NoRestError."""
    import numpy as np

    names = _names(examples, start)
    matrix, truth = _matrix(examples, names), _truth(examples)
    fixed = np.array([_rest(example, names, start) for example in examples])
    origin = np.array([start.get(name, 0.0) for name in names])
    ridge = np.array([1e-6 if name == BIAS else own.get(name, penalty) for name in names])
    weights = origin.copy()

    def loss(weights: Vector) -> float:
        z = matrix @ weights + fixed
        return float((np.logaddexp(0, z) - truth * z).sum() + (ridge * (weights - origin) ** 2).sum() / 2)

    for _ in range(_STEPS):
        p = _logistic(matrix @ weights + fixed)
        gradient = matrix.T @ (p - truth) + ridge * (weights - origin)
        hessian = matrix.T @ (matrix * (p * (1 - p))[:, None]) + np.diag(ridge)
        step = np.linalg.solve(hessian, gradient)
        weights -= _downhill(loss, weights, step)
        if np.abs(step).max(initial=0.0) < _REST:  # the whole step: one that was halved is small anywhere
            return {**start, **dict(zip(names, weights.tolist(), strict=True))}
    raise NoRestError


def _downhill(loss: Callable[[Vector], float], weights: Vector, step: Vector) -> Vector:
    """A step, halved as long as it makes things worse. Where nearly all examples are right, a whole step of Newton's
    leaps over the best weights, the next one farther, and they never come to rest."""
    now = loss(weights)
    for _ in range(_HALVINGS):
        if loss(weights - step) <= now:
            break
        step = step / 2
    return step


def probability(features: Sequence[str], weights: Weights) -> float:
    """The probability that a claim with these features is right."""
    return probability_at(sum([weights.get(feature, 0.0) for feature in features]))


def probability_at(x: float) -> float:
    """The probability that weights which add up to this come to."""
    from math import exp

    return 1 / (1 + exp(-x)) if x > 0 else exp(x) / (1 + exp(x))


def cross_validated(
    examples: Sequence[Example], start: Weights, penalty: float, own: Mapping[str, float] = NO_OWN
) -> list[float]:
    """For each example the probability that weights give which were fitted without its group. Raises
    NoRestError."""
    found = [0.0] * len(examples)
    for fold in range(FOLDS):
        weights = fit([e for e in examples if e.group % FOLDS != fold], start, penalty, own)
        for at, example in enumerate(examples):
            if example.group % FOLDS == fold:
                found[at] = probability(example.features, weights)
    return found


def quality(predicted: Sequence[float], examples: Sequence[Example], bands: int = 10) -> Quality:
    """How good probabilities are for these examples."""
    import numpy as np

    p, truth = np.array(predicted), _truth(examples)
    order = np.argsort(p, kind="stable")
    parts = [part for part in np.array_split(order, bands) if len(part)]
    error = sum(len(part) * abs(p[part].mean() - truth[part].mean()) for part in parts) / len(p)
    wrong = 1 - truth
    fifth = order[: max(1, round(len(order) / 5))]
    found = float(wrong[fifth].sum() / wrong.sum()) if wrong.sum() else 0.0
    return Quality(float(np.mean((p - truth) ** 2)), float(error), found)


def _names(examples: Sequence[Example], start: Weights) -> list[str]:
    from collections import Counter

    counts = Counter(feature for example in examples for feature in set(example.features))
    common = sorted(f for f, n in counts.items() if f != BIAS and RARE <= n <= len(examples) - RARE)
    return [BIAS, *common] if BIAS in start or BIAS in counts else common


def _rest(example: Example, names: Sequence[str], start: Weights) -> float:
    """What an example's features weigh that are not fitted."""
    fitted = set(names)
    return sum(start.get(feature, 0.0) for feature in example.features if feature not in fitted)


def _matrix(examples: Sequence[Example], names: Sequence[str]) -> Vector:
    import numpy as np

    column = {name: at for at, name in enumerate(names)}
    matrix = np.zeros((len(examples), len(names)))
    for row, example in enumerate(examples):
        for feature in example.features:
            if feature in column:
                matrix[row, column[feature]] = 1.0
    return matrix


def _truth(examples: Sequence[Example]) -> Vector:
    import numpy as np

    return np.array([float(example.right) for example in examples])


def _logistic(x: Vector) -> Vector:
    """1 / (1 + e^-x), also where e^-x is larger than a number can be."""
    import numpy as np

    return np.asarray(np.exp(-np.logaddexp(0, -x)))
