"""A claim as cells of a table, the same in `show`, after `ingest` and in listings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, zip_longest

import click

from db.wording import Marks, Step, words
from extract.cli.tables import print_table
from extract.model import Claim, Extraction

COLUMNS = ("subject", "relation", "object", "further", "marks", "conf.")


def cells(claim: Claim) -> tuple[str, ...]:
    """subject, relation, object, qualifiers, marks as words, confidence in per cent."""
    return (
        _named(claim.subject.text, claim.subject.resolved),
        claim.relation.text if claim.relation.spans else f"[{claim.relation.text}]",
        _named(claim.object.text, claim.object.resolved) if claim.object else "",
        "; ".join(f"{q.role.value}: {q.text}" for q in claim.qualifiers),
        "; ".join(words(marks(claim))),
        f"{claim.confidence:.0%}",
    )


def marks(claim: Claim) -> Marks:
    """What a claim's wording depends on."""
    return Marks(
        polarity=claim.polarity.value,
        modality=claim.modality.value,
        mood=claim.mood.value,
        condition=claim.condition.text if claim.condition else None,
        steps=tuple(
            Step(
                source=step.source.text if step.source else None,
                cue=step.cue.text if step.cue else None,
                polarity=step.polarity.value,
                modality=step.modality.value,
                resolved=step.resolved,
            )
            for step in claim.attribution
        ),
        time=claim.valid_time.text if claim.valid_time else None,
    )


def _named(text: str, resolved: str | None) -> str:
    return f"{text} [{resolved}]" if resolved and resolved != text else text


def print_samples(extractions: Sequence[Extraction], count: int) -> None:
    """Prints `count` claims, the surest of each article in turn."""
    by_article = [sorted(e.claims, key=lambda c: -c.confidence) for e in extractions]
    mixed = [claim for claim in chain.from_iterable(zip_longest(*by_article)) if claim is not None]
    if mixed[:count]:
        click.echo("\nSome of the claims:\n")
        print_table(COLUMNS, (cells(claim) for claim in mixed[:count]), right=("conf.",))
