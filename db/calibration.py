"""Confidence that learns from reviews: weights fitted to what people decided, and every claim's confidence anew.

What is accepted was read rightly; what is rejected, edited or split was not; duplicates say nothing. Claims keep their
features, so no text is parsed again, and claims of later articles get the learned weights at once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace

from db import chain
from db.chain import Log
from db.claims import set_confidences
from db.clock import now
from db.learning import (
    Example,
    NoRestError,
    Quality,
    Weights,
    cross_validated,
    fit,
    probability,
    probability_at,
    quality,
)
from db.sqlite import Connection
from extract.errors import UsageError

#: With fewer reviews, or fewer of either kind, nothing can be learned.
FEWEST, FEWEST_WRONG = 50, 5
#: How strongly weights hold on to where they were; the best of them is taken, by cross-validation.
_PENALTIES = (1.0, 3.0, 10.0, 30.0)
#: A claim once, though copies and revisions have it too; the same sentence in another article is the same group, or
#: weights would be judged by what they saw.
_REVIEWED = """
SELECT DENSE_RANK() OVER (ORDER BY sentences.text), claims.features, claims.status = 'accepted'
FROM claims JOIN sentences ON sentences.id = claims.sentence
WHERE claims.status IN ('accepted', 'edited', 'rejected') AND claims.key NOT IN (
  SELECT i.claim FROM review_items i JOIN reviews r ON r.id = i.review
  WHERE r.reason = 'duplicate' AND NOT EXISTS (SELECT 1 FROM reviews u WHERE u.undoes = r.id)
) AND claims.origin = 'machine' AND features IS NOT NULL
GROUP BY claims.key HAVING claims.id = MIN(claims.id) ORDER BY claims.key
"""
#: What a confidence rests on: features in words, with their weights as shipped.
Features = tuple[tuple[str, float], ...]

_ENTER = "INSERT INTO features (words, shipped, weight) VALUES (?, ?, ?) ON CONFLICT (words) DO NOTHING"


@dataclass(frozen=True, slots=True)
class Calibrated:
    """What a calibration did: from how many reviews, how good as shipped, before and after (cross-validated; None
    where the weights come to no rest), what moved most. Of weights that an earlier calibration fitted to some of these
    reviews, `before` flatters."""

    reviews: int
    wrong: int
    shipped: Quality
    before: Quality
    after: Quality | None
    moved: tuple[tuple[str, float, float], ...]  # feature, weight before, weight after
    claims: int

    @property
    def better(self) -> bool:
        """Whether the new weights are to be had: they are at least as good as those shipped. Only these have seen the
        reviews as little as the new ones, each judged by what it did not see."""
        return self.after is not None and self.after.brier <= self.shipped.brier


@dataclass(frozen=True, slots=True)
class Reset:
    """What a way back to the shipped weights did; figures only where there are reviews."""

    reviews: int
    before: Quality | None
    after: Quality | None
    moved: tuple[tuple[str, float, float], ...]
    claims: int


def numbers(connection: Connection, features: Iterable[Features]) -> dict[str, tuple[int, float]]:
    """Number and weight of each feature that claims have, with new rows for those not met before."""
    known = {words: (number, weight) for number, words, weight in connection.execute(_KNOWN)}
    new = {f: w for of_claim in features for f, w in of_claim if f not in known}
    if new:
        connection.executemany(_ENTER, [(words, weight, weight) for words, weight in sorted(new.items())])
        known = {words: (number, weight) for number, words, weight in connection.execute(_KNOWN)}
    return known


_KNOWN = "SELECT id, words, weight FROM features"


def packed(features: Features, confidence: float, known: dict[str, tuple[int, float]]) -> tuple[str | None, float]:
    """A claim's features as its row has them, and its confidence by the weights of this database."""
    if not features:
        return None, confidence
    weights = dict([known[words] for words, _ in features])
    return " ".join(map(str, weights)), round(probability_at(sum(weights.values())), 4)


def reasons(connection: Connection, features: str | None, most: int = 4) -> tuple[str, ...]:
    """What raised and lowered a claim's confidence, strongest first: "− the subject is far from the verb"."""
    if not features:
        return ()
    query = (
        "SELECT words, weight FROM features WHERE id IN (SELECT value FROM json_each(?)) AND words <> 'any claim' "
        "AND ABS(weight) >= 0.05 ORDER BY ABS(weight) DESC, words"
    )
    found: dict[str, str] = {}  # of "less than 25% sure" and "less than 40% sure" the stronger
    for words, weight in connection.execute(query, (json.dumps([int(number) for number in features.split()]),)):
        found.setdefault(re.sub(r"\d+%", "", words), f"{'+' if weight > 0 else '−'} {words}")
    return tuple(found.values())[:most]


def calibrate(connection: Connection, who: str, *, rehearse: bool = False) -> Calibrated:
    """Fits the weights to the reviews there are and gives every claim its confidence anew, unless that is no `better`.

    Always from the shipped weights, so that the same reviews give the same weights however often it is done.

    Inside the transaction that is open; `rehearse` changes nothing. Raises UsageError for too few reviews.
    """
    current, start = _weights(connection)
    examples = _examples(connection)
    _refuse_few(examples)
    wrong = sum(not e.right for e in examples)
    weights, after = _fitted(examples, start)
    moved = _moved(current, weights)
    found = Calibrated(len(examples), wrong, _judged(examples, start), _judged(examples, current), after, moved, 0)
    if rehearse or not found.better:
        return found
    return replace(found, claims=_take_over(connection, who, weights, len(examples), found.before, after))


def reset(connection: Connection, who: str, *, rehearse: bool = False) -> Reset:
    """Back to the shipped weights, and every claim to the confidence they give. Inside the transaction that is open."""
    current, start = _weights(connection)
    examples = _examples(connection)
    before, after = (_judged(examples, w) if examples else None for w in (current, start))
    claims = 0 if rehearse else _take_over(connection, who, start, 0, before, after)
    return Reset(len(examples), before, after, _moved(current, start), claims)


def _weights(connection: Connection) -> tuple[dict[str, float], dict[str, float]]:
    """Those in use, which may have seen the reviews, and those shipped, which have not."""
    rows = connection.execute("SELECT words, weight, shipped FROM features").fetchall()
    return {words: weight for words, weight, _ in rows}, {words: shipped for words, _, shipped in rows}


def _examples(connection: Connection) -> list[Example]:
    names = {str(number): words for number, words in connection.execute("SELECT id, words FROM features")}
    return [
        Example(sentence, tuple(names[number] for number in features.split()), bool(right))
        for sentence, features, right in connection.execute(_REVIEWED)
    ]


def _judged(examples: Sequence[Example], weights: Weights) -> Quality:
    return quality([probability(e.features, weights) for e in examples], examples)


def _fitted(examples: Sequence[Example], start: dict[str, float]) -> tuple[dict[str, float], Quality | None]:
    """The weights of the best penalty and how good they are; those of `start` and None where none come to rest."""
    found = []
    for penalty in _PENALTIES:
        with suppress(NoRestError):
            after = quality(cross_validated(examples, start, penalty), examples)
            found.append((fit(examples, start, penalty), after))
    return min(found, key=lambda one: one[1].brier, default=(start, None))


def _refuse_few(examples: Sequence[Example]) -> None:
    wrong = sum(not example.right for example in examples)
    if len(examples) < FEWEST or min(wrong, len(examples) - wrong) < FEWEST_WRONG:
        raise UsageError(
            f"There are {len(examples)} reviewed claims, {wrong} of them wrong. At least {FEWEST} are needed, "
            f"with at least {FEWEST_WRONG} right and {FEWEST_WRONG} wrong ones. Review more claims."
        )


def _moved(before: dict[str, float], after: dict[str, float], most: int = 8) -> tuple[tuple[str, float, float], ...]:
    found = [(words, before.get(words, 0.0), weight) for words, weight in after.items()]
    found.sort(key=lambda row: (-abs(row[2] - row[1]), row[0]))
    return tuple(row for row in found[:most] if row[1] != row[2])


def _take_over(
    connection: Connection, who: str, weights: Weights, reviews: int, before: Quality | None, after: Quality | None
) -> int:
    connection.executemany("UPDATE features SET weight = ? WHERE words = ?", [(w, f) for f, w in weights.items()])
    chain.write(
        connection,
        Log.CALIBRATIONS,
        'INSERT INTO calibrations ("at", who, reviews, before, after, weights) VALUES (?, ?, ?, ?, ?, ?)',
        (
            now(),
            who,
            reviews,
            json.dumps(before and asdict(before)),
            json.dumps(after and asdict(after)),
            json.dumps(weights, sort_keys=True),
        ),
    )
    by_number = {str(n): weight for n, weight in connection.execute("SELECT id, weight FROM features")}
    rows = connection.execute(
        "SELECT id, features FROM claims WHERE features IS NOT NULL AND origin = 'machine'"
    ).fetchall()
    anew = [(round(probability(features.split(), by_number), 4), claim) for claim, features in rows]
    set_confidences(connection, anew)
    return len(anew)
