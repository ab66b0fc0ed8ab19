"""The documents are true: generated parts fresh, links leading somewhere, examples running, commands described."""

from __future__ import annotations

import doctest
import re
import subprocess
from pathlib import Path

import pytest

from extract.cli import COMMANDS
from tests.conftest import ROOT
from tests.generated_docs import documents, renewed

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)[^)]*\)")
_PYTHON = re.compile(r"```pycon\n(.*?)```", re.S)
_PATHS = re.compile(r"(?<![\w.])/(?:work|root|home|Users)/")


@pytest.mark.parametrize("path", documents(), ids=lambda p: p.name)
def test_generated_parts_are_fresh(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert renewed(text) == text, "run: make docs"


@pytest.mark.parametrize("path", documents(), ids=lambda p: p.name)
def test_links_lead_to_files_that_are_there(path: Path) -> None:
    targets = [t for t in _LINK.findall(path.read_text(encoding="utf-8")) if "://" not in t]
    assert [t for t in targets if not (path.parent / t).exists()] == []


@pytest.mark.parametrize("path", documents(), ids=lambda p: p.name)
def test_python_examples_run(path: Path) -> None:
    examples = "\n".join(_PYTHON.findall(path.read_text(encoding="utf-8")))
    test = doctest.DocTestParser().get_doctest(examples, {}, path.name, str(path), 0)
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE).run(test)
    assert result.failed == 0


def test_the_readme_has_the_two_commands_and_the_library() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for words in ("make demo", "make test", "from extract import Extractor", 'add_pipe("claims")'):
        assert words in readme


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_docs(name: str) -> None:
    assert f"## extract {name}\n" in (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.splitlines()]


def test_no_file_names_a_path_of_some_machine() -> None:
    found = []
    for path in _tracked():
        if path.suffix in {".py", ".md", ".toml", ".yml", ".txt", ".html", ".js", ".css", ".sql", ".gold", ".jsonl"}:
            text = path.read_text(encoding="utf-8", errors="replace")
            if path.name != "test_docs.py" and _PATHS.search(text):
                found.append(path.name)
    assert found == []
