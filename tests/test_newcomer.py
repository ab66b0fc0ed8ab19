"""The pages for newcomers are true: what they name exists, no folder is missing, examples are in the seed articles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from db.check.problem import Law
from tests.conftest import ROOT

ARCHITECTURE, CONTRIBUTING, GLOSSARY = PAGES = (
    ROOT / "ARCHITECTURE.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "docs" / "glossary.md",
)
#: A path below one of the repository's own folders, wherever it stands; and files at its top, as code.
_PATH = re.compile(r"(?<![\w./-])(?:extract|db|tests|seeds|benchmarks|docs|tools|\.ci)/[\w./*-]*\w(?:/|\b)")
_TOP = re.compile(r"`(Makefile|[\w.-]+\.(?:md|toml|yml))`")
_LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
#: "`NAME` in `module.py`" and the like.
_NAME_IN_FILE = re.compile(r"`(\w+)`\s+(?:in|of|there in|into)\s+`((?:extract|db|tests|benchmarks)/[\w/]+\.py)`")
_MODULE = re.compile(r"-m ((?:tests|benchmarks)\.\w+)")
_QUOTE = re.compile(r"“([^”]+)”")
_SEED = re.compile(r"`(seeds/[\w.-]+)`")


def paragraphs(page: Path) -> list[str]:
    """The paragraphs of a page, and the rows of its tables, each on one line."""
    parts = re.split(r"\n\n|\n(?=\|)", page.read_text(encoding="utf-8"))
    return [" ".join(part.split()) for part in parts]


def section(page: Path, heading: str) -> str:
    return page.read_text(encoding="utf-8").split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    modules = [f"{name.replace('.', '/')}.py" for name in _MODULE.findall(text)]
    named = {*_PATH.findall(text), *_TOP.findall(text), *modules}
    assert named
    assert sorted(name for name in named if not any(ROOT.glob(name.rstrip("/")))) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = [target for target in _LINK.findall(page.read_text(encoding="utf-8")) if "://" not in target]
    assert targets
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", [ARCHITECTURE, CONTRIBUTING], ids=lambda page: page.name)
def test_names_are_in_the_files_that_are_said_to_have_them(page: Path) -> None:
    found = _NAME_IN_FILE.findall(page.read_text(encoding="utf-8"))
    assert found
    wrong = [
        (name, path) for name, path in found if not re.search(rf"\b{name}\b", (ROOT / path).read_text(encoding="utf-8"))
    ]
    assert wrong == []


def test_every_folder_is_described_once() -> None:
    described = re.findall(r"^\| `([\w/]+)/` \|", section(ARCHITECTURE, "Folders"), re.M)
    files = [path for package in ("extract", "db") for path in (ROOT / package).rglob("*.*")]
    folders = {path.parent.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts}
    assert sorted(described) == sorted(folders)


def test_every_part_of_check_is_among_the_laws() -> None:
    assert {law for law in Law if f"`{law.value}`" not in section(ARCHITECTURE, "Laws")} == set()


def test_the_readme_lists_the_pages() -> None:
    listed = _LINK.findall(section(ROOT / "README.md", "More"))
    assert {page.relative_to(ROOT).as_posix() for page in PAGES} <= set(listed)


def test_examples_of_the_glossary_are_in_the_seed_articles() -> None:
    wrong = []
    quoted = [(part, _QUOTE.findall(part)) for part in paragraphs(GLOSSARY)]
    for part, quotes in quoted:
        texts = [" ".join((ROOT / name).read_text(encoding="utf-8").split()) for name in _SEED.findall(part)]
        wrong += [quote for quote in quotes if not any(quote in text for text in texts)]
    assert sum(len(quotes) for _, quotes in quoted) >= 20
    assert wrong == []
