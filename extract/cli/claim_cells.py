"""A claim as cells of a table, the same in `show`, after `ingest` and in listings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, zip_longest

import click

from db.wording import Marks, Step, words
from extract.cli.terminal_tables import print_table
from extract.english.filled import with_names
from extract.model import Argument, BlockKind, Claim, Extraction

COLUMNS = ("subject", "relation", "object", "further", "marks", "conf.")


def cells(claim: Claim, block: BlockKind | None = None) -> tuple[str, ...]:
    """subject, relation, object, qualifiers, marks as words, confidence in per cent. `block` holds its sentence."""
    return (
        _named(claim.subject),
        claim.relation.text if claim.relation.spans else f"[{claim.relation.text}]",
        _named(claim.object) if claim.object else "",
        "; ".join(f"{q.role.value}: {q.text}" for q in claim.qualifiers),
        "; ".join(words(marks(claim, block))),
        f"{claim.confidence:.0%}",
    )


def marks(claim: Claim, block: BlockKind | None = None) -> Marks:
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
        block=block.value if block else None,
        subject=claim.subject.text,
        relation=claim.relation.text,
        hedge=claim.hedge,
    )


def _named(argument: Argument) -> str:
    text, resolved = argument.text, argument.resolved
    plain = f"{text} [{resolved}]" if resolved and resolved != text else text
    return with_names(text, resolved, argument.head) or plain


def print_samples(extractions: Sequence[Extraction], count: int) -> None:
    """Prints `count` claims that read well by themselves: of each article in turn, asserted and marked ones."""
    columns = [_picked(extraction, number % 2 == 0) for number, extraction in enumerate(extractions)]
    mixed = [claim for claim in chain.from_iterable(zip_longest(*columns)) if claim is not None][:count]
    if mixed:
        click.echo("\nSome of the claims:\n")
        print_table(COLUMNS, (cells(claim) for claim in mixed), right=("conf.",))


def _picked(extraction: Extraction, asserted_first: bool) -> list[Claim]:
    """An article's claims, those of its paragraphs that name their parts, the surest first."""
    prose = {s.position for s in extraction.sentences if s.kind is BlockKind.PARAGRAPH}
    named = [c for c in extraction.claims if c.sentence in prose and c.object and not c.subject.resolved]
    sure = sorted(named, key=lambda c: -c.confidence)
    pairs = zip_longest(
        (c for c in sure if c.asserted == asserted_first), (c for c in sure if c.asserted != asserted_first)
    )
    return [claim for claim in chain.from_iterable(pairs) if claim is not None]
