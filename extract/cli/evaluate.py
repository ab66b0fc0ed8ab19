"""`extract evaluate`: how good the extractor is on gold claims of the user's own."""

from __future__ import annotations

from pathlib import Path

import click

from db.reviewed import JudgedSentence, judged
from db.wording import many
from extract.cli import options
from extract.cli.printing import print_json, printable
from extract.cli.terminal_tables import print_table
from extract.errors import EmptyInputError
from extract.evaluation import Report, Row, Verdict, extracted
from extract.evaluation import evaluate as compare
from extract.extractor import Extractor
from extract.gold import GoldClaim, GoldSentence, judged_claim, read_gold
from extract.model import BlockKind, Claim


@click.command()
@click.argument("gold", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--db", "database", type=click.Path(dir_okay=False, path_type=Path), help="Use a reviewed database as gold."
)
@click.option("--errors", is_flag=True, help="List every wrong and every missed claim.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as one JSON object.")
@options.model
def evaluate(gold: tuple[Path, ...], database: Path | None, errors: bool, as_json: bool, model: str) -> None:
    """Score the extractor on gold claims: precision, recall and F1, by rule and by confidence.

    GOLD is a .gold file or a folder of them; docs/annotation.md describes the format. With --db, the
    accepted and rejected claims of a database are the gold; claims that nobody reviewed do not count.

    \b
    Examples:
      extract evaluate my.gold
      extract evaluate gold/ --errors --model en_core_web_md
      extract evaluate --db elections.db
    """
    sentences = [*(read_gold(gold) if gold else ()), *(_reviewed(database) if database else ())]
    if not sentences:
        raise click.UsageError("Name gold files, or a reviewed database with --db.")
    report = compare(sentences, extracted(Extractor(model), sentences))
    if as_json:
        print_json(_figures(report))
        return
    _print(report)
    if errors:
        _print_errors(report)


def _reviewed(database: Path) -> list[GoldSentence]:
    """A reviewed database's judged claims, as gold that does not say what else is right."""
    sentences = [_gold_sentence(sentence) for sentence in judged(database)]
    if not sentences:
        raise EmptyInputError(f"No claim in {database} has been accepted or rejected yet.")
    return sentences


def _gold_sentence(sentence: JudgedSentence) -> GoldSentence:
    claims: dict[bool, list[GoldClaim]] = {True: [], False: []}
    for claim in sentence.claims:
        obj = (claim.object or "", claim.object_full or "")
        words = judged_claim((claim.subject, claim.subject_full), claim.relation, obj)
        claims[claim.accepted].append(words)
    kind = BlockKind(sentence.kind)
    return GoldSentence(sentence.text, tuple(claims[True]), (), tuple(claims[False]), kind, complete=False)


def _figures(report: Report) -> dict[str, float | int]:
    score = report.score
    return {
        "sentences": report.sentences,
        "right": score.right,
        "wrong": score.wrong,
        "missed": score.missed,
        "precision": round(score.precision, 4),
        "recall": round(score.recall, 4),
        "f1": round(score.f1, 4),
        "qualifiers": round(report.qualifiers, 4),
        "calibration_error": round(report.calibration_error, 4),
    }


def _print(report: Report) -> None:
    score = report.score
    counts = f"{score.right} right, {score.wrong} wrong, {score.missed} missed"
    click.echo(f"{many(report.sentences, 'sentence')}; claims: {counts}")
    click.echo(f"precision {score.precision:.3f}   recall {score.recall:.3f}   F1 {score.f1:.3f}")
    click.echo(f"qualifiers found {report.qualifiers:.3f}   calibration error {report.calibration_error:.3f}\n")
    for name, rows in (("rule", report.by_rule), ("confidence", report.by_confidence)):
        columns = (name, "right", "wrong", "precision", "mean confidence")
        print_table(columns, [_cells(row) for row in rows], right=columns[1:])
        click.echo()


def _cells(row: Row) -> tuple[str, ...]:
    return row.name, str(row.right), str(row.wrong), f"{row.precision:.2f}", f"{row.confidence:.2f}"


def _print_errors(report: Report) -> None:
    for judgement in report.errors:
        claim = judgement.claim
        click.echo(f"wrong   {_words(claim)}  [{claim.rule}, {claim.confidence:.2f}]")
        click.echo(f"        {printable(judgement.sentence)}")
    for miss in report.misses:
        click.echo(f"missed  {_gold(miss.gold)}")
        click.echo(f"        {printable(miss.sentence)}")
    accepted = sum(j.verdict is Verdict.ACCEPTED for j in report.judgements)
    click.echo(f"{accepted} further claims are right, but the gold does not require them.")


def _words(claim: Claim) -> str:
    parts = (claim.subject.text, claim.relation.text, claim.object.text if claim.object else "")
    return printable(" | ".join(parts))


def _gold(gold: GoldClaim) -> str:
    return printable(gold.text)
