"""Writes the generated parts of the docs: `python -m tests.generated_docs`; a test says when they are stale.

A generated part stands between `<!-- generated: NAME -->` and `<!-- end -->` in README.md or docs/*.md.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import click
from click.testing import CliRunner

from extract.cli import COMMANDS, cli
from tests.conftest import ROOT

_PART = re.compile(r"(<!-- generated: (?P<name>[\w ]+) -->\n).*?(<!-- end -->)", re.S)


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
            parts.extend(f"### extract {name} {sub}\n\n```text\n{_help(name, sub)}\n```\n" for sub in command.commands)
    return "\n".join(parts)


def show() -> str:
    """What `extract show` prints for the README's sentence, as a table without the confidence."""
    text = "The minister denied on Monday that the dam had failed. If it rains, the town will be evacuated."
    result = CliRunner().invoke(cli, ["show", text])
    assert result.exit_code == 0, result.output
    header, *rows = [line.split("\t")[:-1] for line in result.output.splitlines()]
    lines = [header, ["---"] * len(header), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


PARTS: dict[str, Callable[[], str]] = {"commands": commands, "show": show}


def documents() -> list[Path]:
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def renewed(text: str) -> str:
    """`text` with its generated parts made anew."""
    return _PART.sub(lambda m: f"{m[1]}{PARTS[m['name']]()}{m[3]}", text)


def main() -> None:
    for path in documents():
        text = path.read_text(encoding="utf-8")
        new = renewed(text)
        if new != text:
            path.write_text(new, encoding="utf-8")
            sys.stdout.write(f"{path.relative_to(ROOT)} written\n")


if __name__ == "__main__":
    main()
