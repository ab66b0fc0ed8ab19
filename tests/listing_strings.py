"""Every string that a user can see, in one listing to read through: `python -m tests.listing_strings [WORD ...]`.

Words narrow it to the files whose path holds one of them: `python -m tests.listing_strings templates static`.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import click

from tests.conftest import ROOT

WEB = ROOT / "db" / "web"


@dataclass(frozen=True, slots=True)
class Found:
    """A string, and the file and line that it stands in."""

    path: str
    line: int
    text: str


def strings() -> list[Found]:
    """All of them: pages, scripts, messages of the Python code, and the help of the commands."""
    found: list[Found] = []
    for path in sorted((WEB / "templates").glob("*.html")):
        found += _template(path)
    for path in sorted((WEB / "static").glob("*.js")):
        found += _script(path)
    for package in ("extract", "db"):
        for path in sorted((ROOT / package).rglob("*.py")):
            found += _python(path)
    return [*found, *_commands()]


_TAGS = re.compile(r"\{#.*?#\}|\{%.*?%\}", re.S)
_VALUES = re.compile(r"\{\{.*?\}\}", re.S)
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ATTRIBUTES = re.compile(r'(?:aria-label|alt|title|placeholder|data-label)="([^"]*)"')
_PLAIN = re.compile(r"</?(?:em|strong|kbd|b|code|time|span|small|sub|q)\b[^>]*>")


def _template(path: Path) -> Iterator[Found]:
    """Text between tags, and the attributes that are read out; {} for what is filled in."""
    source = path.read_text(encoding="utf-8")
    for match in re.finditer(r"\{[{%](.*?)[}%]\}", source, re.S):
        for quoted in _QUOTED.finditer(match[1]):
            if _is_prose(quoted[1]):
                yield _found(path, source, match.start(), quoted[1])
    page = _VALUES.sub(lambda m: "{}" + "\n" * m[0].count("\n"), source)
    page = re.sub(r"\{% el(se|if)\b.*?%\}", " | ", page)
    page = _TAGS.sub(lambda m: "\n" * m[0].count("\n"), page)
    for attribute in _ATTRIBUTES.finditer(page):
        if _is_word(attribute[1]):
            yield _found(path, page, attribute.start(1), attribute[1])
    joined = _PLAIN.sub("", page)
    for text in re.finditer(r">([^<>]+)<", joined):
        if _is_word(text[1]):
            yield _found(path, joined, text.start(1), text[1])


def _script(path: Path) -> Iterator[Found]:
    """Strings of a script that look like words for people."""
    source = re.sub(r"^\s*//.*$", "", path.read_text(encoding="utf-8"), flags=re.M)
    for match in re.finditer(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`', source):
        text = re.sub(r"\$\{[^{}]*\}", "{}", match[1] or match[2] or "")
        if _is_prose(text):
            yield _found(path, source, match.start(), text)


def _python(path: Path) -> Iterator[Found]:
    """Strings of Python code that look like sentences, without docstrings and SQL."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, documented)]
    skipped = {id(body[0].value) for body in bodies if body and isinstance(body[0], ast.Expr)}
    for node in ast.walk(tree):
        skipped |= {id(part) for part in node.values} if isinstance(node, ast.JoinedStr) else set()
    for node in ast.walk(tree):
        text = _text(node) if id(node) not in skipped else ""
        if _is_sentence(text):
            yield Found(str(path.relative_to(ROOT)), getattr(node, "lineno", 0), _squeezed(text))


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return ""


def _commands() -> Iterator[Found]:
    """The help of each command, as it is printed."""
    from extract.cli import COMMANDS, cli

    assert isinstance(cli, click.Group)
    parent = click.Context(cli, info_name="extract", **cli.context_settings)
    for name in COMMANDS:
        command = cli.get_command(parent, name)
        assert command is not None
        for line in command.get_help(
            click.Context(command, parent, name, max_content_width=10_000, terminal_width=10_000)
        ).splitlines():
            if _is_prose(line):
                yield Found(f"extract {name} --help", 0, _squeezed(line))


_SQL = re.compile(r"\b(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|FROM|WHERE|JOIN|ORDER BY)\b")


def _is_word(text: str) -> bool:
    return bool(re.search(r"[A-Za-z]{2}", text.replace("{}", ""))) and "=" not in text


def _is_prose(text: str) -> bool:
    """Two words, or one that begins with a capital."""
    return (
        _is_word(text)
        and bool(re.search(r"[a-z’{}]+[,:;.]? +[\w{(“]|^[A-Z][a-z]+$", text.strip()))
        and not _SQL.search(text)
    )


def _is_sentence(text: str) -> bool:
    """Begins with a capital and has a space: a message or a label, not a key or a pattern."""
    return (
        bool(re.match(r"(\{\} )?['“(]?[A-Z{]", text))
        and bool(re.search(r"[a-z}] [a-z{]", text))
        and not _SQL.search(text)
    )


def _found(path: Path, source: str, start: int, text: str) -> Found:
    return Found(str(path.relative_to(ROOT)), source.count("\n", 0, start) + 1, _squeezed(unescape(text)))


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def main(words: list[str]) -> None:
    before = ""
    for found in strings():
        if words and not any(word in found.path for word in words):
            continue
        if found.path != before:
            print(f"\n# {found.path}")
            before = found.path
        print(f"{found.line:5}  {found.text}")


if __name__ == "__main__":
    main(sys.argv[1:])
