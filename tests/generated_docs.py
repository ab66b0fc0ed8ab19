"""Writes the generated parts of the docs and of metadata.yml: `python -m tests.generated_docs`; a test says when they
are stale.

A generated part stands between `<!-- generated: NAME -->` and `<!-- end -->` in README.md or docs/*.md, and between
`# generated: NAME` and `# end` in db/metadata.yml.
"""

from __future__ import annotations

import json
import re
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import click
import pyarrow as pa
from click.testing import CliRunner

from extract import arrow_tables, fields
from extract.cli import COMMANDS, cli
from extract.declaration import Field
from tests.conftest import ROOT

_PART = re.compile(
    r"(<!-- generated: (?P<name>[\w ]+) -->\n).*?(<!-- end -->)"
    r"|( *# generated: (?P<part>[\w ]+)\n).*?( *# end\n)",
    re.S,
)
_WIDTH = 120


def _help(*path: str) -> str:
    result = CliRunner().invoke(cli, [*path, "--help"], prog_name="extract", terminal_width=100)
    assert result.exit_code == 0, result.output
    return result.output.rstrip()


def commands() -> str:
    """The help of every command, under a heading each."""
    parts = [f"```text\n{_help()}\n```\n"]
    for name in COMMANDS:
        parts.append(f"## extract {name}\n\n```text\n{_help(name)}\n```\n")
        command = cli.get_command(click.Context(cli), name)
        if isinstance(command, click.Group):
            parts.extend(
                f"### extract {name} {sub}\n\n```text\n{_help(name, sub)}\n```\n"
                for sub in command.list_commands(click.Context(command))
            )
    return "\n".join(parts)


def show() -> str:
    """What `extract show` prints for the README's sentence, as a table without the confidence."""
    text = "The minister denied on Monday that the dam had failed. If it rains, the town will be evacuated."
    result = CliRunner().invoke(cli, ["show", text])
    assert result.exit_code == 0, result.output
    header, *rows = [line.split("\t")[:-1] for line in result.output.splitlines()]
    lines = [header, ["---"] * len(header), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def claim_columns() -> str:
    """The columns of a claim, with what each is called elsewhere, for docs/database.md."""
    lines = ["| column | type | in JSON | in CSV | what it is |", "|---|---|---|---|---|"]
    for field in fields.of("claims"):
        kind = f"{field.storage.lower()}{' NOT NULL' if field.required else ''}"
        key, csv = (f"`{name}`" if name else "" for name in (field.key, field.csv))
        lines.append(f"| `{field.name}` | {kind} | {key} | {csv} | {_sentence(field)} |")
    return "\n".join(lines) + "\n"


def contract_keys() -> str:
    """The keys of a claim's JSON object, for docs/contract.md."""
    filled = {f.key for f in fields.FIELDS if f.reader() is None} - {"sentence", "quantities"}  # only a database knows
    lines = ["| key | what it is |", "|---|---|"]
    for field in fields.FIELDS:
        if field.key:
            mark = " †" if field.key in filled else ""
            lines.append(f"| `{field.key}`{mark} | {_sentence(field)} |")
            parts = {"qualifiers": fields.QUALIFIER, "quantities": fields.QUANTITY}.get(field.key, ())
            lines.extend(f"| `{field.key}[].{part.key}` | {_sentence(part)} |" for part in parts)
    return "\n".join(lines) + "\n"


def shard_tables() -> str:
    """The columns of the Parquet files of shards, with their Arrow types, for docs/scale.md."""
    lines = ["| table | column | type |", "|---|---|---|"]
    for table, schema in arrow_tables.schemas().items():
        lines.extend(f"| `{table}` | `{column.name}` | {_arrow_type(column.type)} |" for column in schema)
    return "\n".join(lines) + "\n"


def _arrow_type(kind: pa.DataType) -> str:
    """A type as people write it: "list of {text, spans}"."""
    if pa.types.is_list(kind):
        return "spans" if kind == arrow_tables.SPANS else f"list of {_arrow_type(kind.value_type)}"
    if pa.types.is_struct(kind):
        return "{" + ", ".join(field.name for field in kind) + "}"
    return str(kind)


def _sentence(field: Field) -> str:
    words = f" One of {', '.join(f'`{word.value}`' for word in field.vocabulary)}." if field.vocabulary else ""
    return f"{field.description}{words}"


def claim_metadata() -> str:
    """Facets and columns of claims, for metadata.yml."""
    facets = "".join(f"          - {field.name}\n" for field in fields.of("claims") if field.facet)
    columns = "".join(_yaml(field) for field in fields.of("claims"))
    return f"        facets:\n{facets}        columns: &claims\n{columns}"


def _yaml(field: Field) -> str:
    words = _sentence(field).replace("`", "")
    line = f"          {field.name}: {json.dumps(words) if ': ' in words else words}"
    if len(line) <= _WIDTH:
        return f"{line}\n"
    folded = textwrap.wrap(words, _WIDTH, initial_indent=" " * 12, subsequent_indent=" " * 12)
    return "\n".join([f"          {field.name}: >-", *folded]) + "\n"


PARTS: dict[str, Callable[[], str]] = {
    "commands": commands,
    "show": show,
    "claim columns": claim_columns,
    "contract": contract_keys,
    "claims": claim_metadata,
    "shard tables": shard_tables,
}


def documents() -> list[Path]:
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "db" / "metadata.yml"]


def renewed(text: str) -> str:
    """`text` with its generated parts made anew."""
    return _PART.sub(_renewed, text)


def _renewed(match: re.Match[str]) -> str:
    begin, name, end = (match[1], match["name"], match[3]) if match["name"] else (match[4], match["part"], match[6])
    return f"{begin}{PARTS[name]()}{end}"


def main() -> None:
    for path in documents():
        text = path.read_text(encoding="utf-8")
        new = renewed(text)
        if new != text:
            path.write_text(new, encoding="utf-8")
            sys.stdout.write(f"{path.relative_to(ROOT)} written\n")


if __name__ == "__main__":
    main()
