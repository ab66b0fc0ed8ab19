"""How good extraction is, against claims that people wrote or reviewed.

A claim is right if it says what a gold claim says:

- its subject holds the required words, and its core none that the gold claim does not allow;
- relation, object and qualifiers together hold the required words of relation and object, and the cores of
  relation and object no word that the gold claim does not allow;
- its relation shares a word with the gold relation.

So the border between relation, object and qualifier may lie elsewhere ("moved | to Oslo", "moved to |
Oslo"), but no content may be missing, added or moved to another subject; a lost "not" is an error. Optional
words and alternative wordings follow BenchIE's fact synsets (Gashteovski et al. 2022); each gold claim
counts once and each extracted claim matches one gold claim, by a largest matching (CaRB, Bhardwaj et al.
2019, matches greedily), so that near-duplicates count as errors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from extract.gold import GoldClaim, GoldSentence, GoldSlot, Wording, Words, words
from extract.model import Block, Claim

if TYPE_CHECKING:
    from extract.extractor import Extractor

#: Lower bounds of the confidence bands that a report tells apart.
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)


class Verdict(StrEnum):
    RIGHT = "right"
    ACCEPTED = "accepted"  # right, but not asked for: counts neither for nor against
    WRONG = "wrong"
    UNJUDGED = "unjudged"  # the sentence's gold is not complete


@dataclass(frozen=True, slots=True)
class Judgement:
    """An extracted claim of a sentence, the verdict, and the gold claim that it matched."""

    sentence: str
    claim: Claim
    verdict: Verdict
    gold: GoldClaim | None = None


@dataclass(frozen=True, slots=True)
class Miss:
    """A gold claim that was not extracted."""

    sentence: str
    gold: GoldClaim


@dataclass(frozen=True, slots=True)
class Score:
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return _ratio(self.right, self.wrong)

    @property
    def recall(self) -> float:
        return _ratio(self.right, self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right else 0.0


def _ratio(part: int, rest: int) -> float:
    return part / (part + rest) if part + rest else 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """Claims of one rule or confidence band. `confidence` is their mean; `right` counts accepted ones too."""

    name: str
    right: int
    wrong: int
    confidence: float

    @property
    def precision(self) -> float:
        return _ratio(self.right, self.wrong)


@dataclass(frozen=True, slots=True)
class Report:
    """`qualifiers` is the share of the matched gold claims' qualifiers that were found."""

    sentences: int
    score: Score
    qualifiers: float
    judgements: tuple[Judgement, ...]
    misses: tuple[Miss, ...]

    @property
    def by_rule(self) -> tuple[Row, ...]:
        """The most frequent rules first."""
        rows = _rows(self.judgements, lambda claim: claim.rule)
        return tuple(sorted(rows, key=lambda r: (-(r.right + r.wrong), r.name)))

    @property
    def by_confidence(self) -> tuple[Row, ...]:
        return tuple(sorted(_rows(self.judgements, lambda claim: band(claim.confidence)), key=lambda r: r.name))

    @property
    def errors(self) -> tuple[Judgement, ...]:
        return tuple(j for j in self.judgements if j.verdict is Verdict.WRONG)

    @property
    def calibration_error(self) -> float:
        """Expected calibration error over the bands: mean |precision - confidence|, weighted by claims."""
        rows = self.by_confidence
        total = sum(r.right + r.wrong for r in rows)
        return sum((r.right + r.wrong) * abs(r.precision - r.confidence) for r in rows) / total if total else 0.0


def band(confidence: float) -> str:
    """ "0.80-0.90" for .83."""
    low = max(b for b in BANDS if b <= confidence)
    high = next((b for b in BANDS if b > low), 1.0)
    return f"{low:.2f}-{high:.2f}"


def _rows(judgements: Iterable[Judgement], name: Callable[[Claim], str]) -> list[Row]:
    groups: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        if judgement.verdict is not Verdict.UNJUDGED:
            groups.setdefault(name(judgement.claim), []).append(judgement)
    return [_row(key, group) for key, group in groups.items()]


def _row(name: str, group: Sequence[Judgement]) -> Row:
    wrong = sum(j.verdict is Verdict.WRONG for j in group)
    mean = sum(j.claim.confidence for j in group) / len(group)
    return Row(name, len(group) - wrong, wrong, mean)


def evaluate(gold: Sequence[GoldSentence], predicted: Sequence[Sequence[Claim]]) -> Report:
    """The report on the claims extracted from each gold sentence, `predicted[i]` from `gold[i]`."""
    judgements: list[Judgement] = []
    misses: list[Miss] = []
    found = asked = 0
    for sentence, claims in zip(gold, predicted, strict=True):
        judged = judge(sentence, claims)
        judgements.extend(judged)
        met = [j.gold for j in judged if j.verdict is Verdict.RIGHT]
        misses.extend(Miss(sentence.text, g) for g in sentence.claims if not any(g is m for m in met))
        for j in judged:
            if j.verdict is Verdict.RIGHT and j.gold is not None:
                here, there = _qualifiers(j.claim, j.gold)
                found, asked = found + here, asked + there
    right = sum(j.verdict is Verdict.RIGHT for j in judgements)
    wrong = sum(j.verdict is Verdict.WRONG for j in judgements)
    score = Score(right, wrong, len(misses))
    return Report(len(gold), score, found / asked if asked else 0.0, tuple(judgements), tuple(misses))


def judge(sentence: GoldSentence, claims: Sequence[Claim]) -> list[Judgement]:
    """A verdict on each claim of a sentence."""
    right = matching(claims, sentence.claims)
    rest = [claim for at, claim in enumerate(claims) if at not in right]
    accepted = matching(rest, sentence.accepted)
    accepted_by_id = {id(rest[at]): gold for at, gold in accepted.items()}
    judged = []
    for at, claim in enumerate(claims):
        if at in right:
            judged.append(Judgement(sentence.text, claim, Verdict.RIGHT, right[at]))
        elif id(claim) in accepted_by_id:
            judged.append(Judgement(sentence.text, claim, Verdict.ACCEPTED, accepted_by_id[id(claim)]))
        else:
            judged.append(Judgement(sentence.text, claim, _verdict_on_rest(sentence, claim)))
    return judged


def _verdict_on_rest(sentence: GoldSentence, claim: Claim) -> Verdict:
    if sentence.complete or any(says(claim, gold) for gold in sentence.wrong):
        return Verdict.WRONG
    return Verdict.UNJUDGED


def matching(claims: Sequence[Claim], gold: Sequence[GoldClaim]) -> dict[int, GoldClaim]:
    """A largest one-to-one matching, by position of the claim (augmenting paths, Kuhn 1955)."""
    edges = [[at for at, g in enumerate(gold) if says(claim, g)] for claim in claims]
    holder: dict[int, int] = {}

    def place(claim: int, tried: set[int]) -> bool:
        for at in edges[claim]:
            if at not in tried:
                tried.add(at)
                if at not in holder or place(holder[at], tried):
                    holder[at] = claim
                    return True
        return False

    for claim in range(len(claims)):
        place(claim, set())
    return {claim: gold[at] for at, claim in holder.items()}


def says(claim: Claim, gold: GoldClaim) -> bool:
    """Whether an extracted claim says what a gold claim says."""
    return any(_says(claim, wording) for wording in gold.wordings)


def _says(claim: Claim, wording: Wording) -> bool:
    subject = words(claim.subject.full) | words(claim.subject.text)
    if not wording.subject.required <= subject or not _allows(wording.subject, words(claim.subject.head)):
        return False
    relation = words(claim.relation.text)
    if not relation & wording.relation.allowed:
        return False
    return _covers(claim, wording) and _adds_nothing(claim, wording)


def _covers(claim: Claim, wording: Wording) -> bool:
    said = words(claim.relation.text).union(*(words(q.text) for q in claim.qualifiers))
    if claim.object is not None:
        said |= words(claim.object.full) | words(claim.object.text)
    return wording.relation.required | wording.object.required <= said


def _adds_nothing(claim: Claim, wording: Wording) -> bool:
    if wording.relation.open or wording.object.open:
        return True
    core = words(claim.relation.text) | (words(claim.object.head) if claim.object else frozenset())
    return core <= wording.relation.allowed.union(wording.object.allowed, *wording.qualifiers)


def _allows(slot: GoldSlot, core: Words) -> bool:
    return slot.open or core <= slot.allowed


def _qualifiers(claim: Claim, gold: GoldClaim) -> tuple[int, int]:
    """How many of the gold claim's qualifiers the claim has somewhere, and how many there are."""
    said = words(claim.relation.text).union(*(words(q.text) for q in claim.qualifiers))
    said |= words(claim.object.full) if claim.object else frozenset()
    asked = gold.wordings[0].qualifiers
    return sum(q <= said for q in asked), len(asked)


def extracted(extractor: Extractor, gold: Sequence[GoldSentence]) -> list[tuple[Claim, ...]]:
    """The claims of each gold sentence, taken as an article of its own."""
    from extract.extractor import plain_article  # spaCy's side: not needed to read a report

    articles = []
    for sentence in gold:
        article = plain_article(sentence.text)
        block = Block(sentence.kind, 0, len(article.text))
        articles.append(replace(article, blocks=(block,)))
    return [extraction.claims for extraction in extractor.extract_all(articles)]
