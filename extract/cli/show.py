"""`extract show`: the claims of a sentence, a file or standard input, without a database."""

from __future__ import annotations

import os
import sys

import click

from extract.cli import options
from extract.cli.claim_cells import COLUMNS, cells
from extract.cli.printing import print_json, printable
from extract.cli.problems import print_problems, problems
from extract.cli.terminal_tables import print_table
from extract.contract import records
from extract.errors import EmptyInputError, InputError
from extract.extractor import Extractor, plain_article
from extract.model import Article, Extraction
from extract.readers import ReadHints, load, read
from extract.readers.sidecar import described


@click.command()
@click.argument("text", required=False)
@click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object per claim, with the keys of `extract export jsonl`."
)
@click.option("--explain", is_flag=True, help="Name the rule and the words behind each part.")
@click.option("--published", metavar="DATE", help="Publication date, such as 2024-05-31, for words like 'yesterday'.")
@options.model
@options.careful
def show(text: str | None, as_json: bool, explain: bool, published: str | None, model: str, careful: bool) -> None:
    """Print the claims of TEXT: a sentence, a file's name, or - for standard input.

    \b
    Examples:
      extract show "The minister denied that the dam had failed."
      extract show article.txt --json
      echo "Prices rose by 3% in May." | extract show - --explain
    """
    extractor = Extractor(model, explain=explain, careful=careful)
    extraction = extractor.extract(_article(text, published))
    print_problems(tuple(problems(extraction.article.source, extraction.sentences)))
    if as_json:
        for entry in records(extraction):
            print_json(entry)
    elif explain:
        _explain(extraction)
    else:
        _table(extraction)


def _article(text: str | None, published: str | None) -> Article:
    hints = ReadHints(published=published)  # refuses what is no date, whatever is read
    if text is None and sys.stdin.isatty():
        raise click.UsageError("Give a sentence, a file's name, or - for standard input.")
    if text in (None, "-"):
        raw, name = load("-"), "-"
        if not raw.strip():
            raise EmptyInputError(
                "Standard input is empty: pipe a text into it, or give a sentence in quotation marks."
            )
    elif os.path.isfile(str(text)):  # noqa: PTH113 - Path.is_file raises for a long name
        raw, name = load(str(text)), str(text)
    else:
        if not str(text).strip():
            raise EmptyInputError("The text is empty: give a sentence in quotation marks.")
        if " " not in str(text) and os.path.isdir(str(text)):  # noqa: PTH112 - as above
            raise InputError(f"{text} is a folder. Name a file in it, or read all of it with `extract ingest`.")
        return plain_article(str(text), published)
    return read(name, raw, described(hints, name))


def _table(extraction: Extraction) -> None:
    if not extraction.claims:
        _nothing(extraction)
        return
    kinds = {sentence.position: sentence.kind for sentence in extraction.sentences}
    print_table(COLUMNS, (cells(claim, kinds[claim.sentence]) for claim in extraction.claims), right=("conf.",))


def _nothing(extraction: Extraction) -> None:
    reasons = sorted({sentence.outcome.value for sentence in extraction.sentences})
    click.echo(f"No claims ({', '.join(reasons) or 'no sentence'}).", err=True)


def _explain(extraction: Extraction) -> None:
    text = extraction.article.text
    sentences = {s.position: s for s in extraction.sentences}
    shown = -1
    for claim in extraction.claims:
        if claim.sentence != shown:
            sentence = sentences[claim.sentence]
            click.secho(printable(" ".join(text[sentence.start : sentence.end].split())), bold=True)
            shown = claim.sentence
        shown_cells = cells(claim, sentences[claim.sentence].kind)[:5]
        click.echo("  " + printable(" | ".join(filter(None, shown_cells))))
        for line in (f"rule {claim.rule}, clause type {claim.clause_type.value}", *claim.evidence):
            click.echo(f"      {printable(line)}")
        click.echo(f"      confidence {claim.confidence:.2f}")
    if not extraction.claims:
        _nothing(extraction)
