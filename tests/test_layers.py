"""Imports point one way: `extract` knows nothing of SQL, `db` only the record, the command joins the two."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

MODULES = sorted(p for package in ("extract", "db") for p in (ROOT / package).rglob("*.py"))
STORAGE = {"db", "sqlite3", "pysqlite3", "sqlite_utils", "datasette"}
#: All that storage may know of extraction.
SHARED_WITH_STORAGE = {
    *("extract.model", "extract.fields", "extract.declaration", "extract.contract", "extract.errors"),
    "extract.arrow_tables",
    *("extract.plain", "extract.english", "extract.__version__"),
}
#: The modules that may hold spaCy objects; the rules see words only.
SPACY = {"extract.component", "extract.extractor"} | {
    f"extract.syntax.{name}"
    for name in ("annotation", "entity_tags", "models", "moves", "network", "parsing", "pipeline", "word_forms")
}


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def inside(name: str, packages: set[str]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


#: All of `extract` but for the command, which joins it to storage.
EXTRACTION = [p for p in MODULES if inside(name_of(p), {"extract"}) and not inside(name_of(p), {"extract.cli"})]


@pytest.mark.parametrize("path", EXTRACTION, ids=name_of)
def test_extraction_knows_nothing_of_storage(path: Path) -> None:
    assert [name for name in imported(path) if inside(name, STORAGE)] == []


@pytest.mark.parametrize("path", [p for p in MODULES if name_of(p).startswith("db")], ids=name_of)
def test_storage_knows_only_the_record(path: Path) -> None:
    known = [name for name in imported(path) if inside(name, {"extract"})]
    assert [name for name in known if not inside(name, SHARED_WITH_STORAGE)] == []


#: What is stored, types and lists to look words up in, which marks a page shows beside words, and names in the
#: place of pronouns, which `extract check` proves; whatever else reads words again.
STORED = {
    "extract.english.forms", "extract.english.vocabulary", "extract.english.wordlists", "extract.english.countries",
    "extract.english.hedges", "extract.english.negations",
    "extract.english.filled.is_filled_with", "extract.english.filled.with_names",
    "extract.english.propernames.EntityType", "extract.english.propernames.entity_type",
}  # fmt: skip


@pytest.mark.parametrize("path", [p for p in MODULES if name_of(p).startswith("db")], ids=name_of)
def test_storage_reads_words_again_only_where_people_change_them(path: Path) -> None:
    known = [name for name in imported(path) if inside(name, {"extract.english"})]
    assert inside(name_of(path), {"db.reviews"}) or [name for name in known if not inside(name, STORED)] == []


@pytest.mark.parametrize("path", [p for p in MODULES if name_of(p).startswith("extract.english")], ids=name_of)
def test_the_reading_of_english_needs_words_alone(path: Path) -> None:
    known = [name for name in imported(path) if inside(name, {"extract"})]
    assert [name for name in known if not inside(name, {"extract.english", "extract.model", "extract.errors"})] == []


@pytest.mark.parametrize("path", [p for p in MODULES if name_of(p).startswith("extract")], ids=name_of)
def test_only_the_parser_side_knows_spacy(path: Path) -> None:
    if name_of(path) not in SPACY:
        assert [name for name in imported(path) if inside(name, {"spacy", "thinc"})] == []


def graph() -> dict[str, set[str]]:
    names = {name_of(path) for path in MODULES}
    found: dict[str, set[str]] = {}
    for path in MODULES:
        targets = {t for name in imported(path) for t in (name, name.rpartition(".")[0]) if t in names}
        found[name_of(path)] = targets - {name_of(path)}
    return found


def test_no_module_imports_itself_in_a_circle() -> None:
    arrows = graph()
    state: dict[str, int] = {}

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert state.get(name) != 1, f"a circle of imports: {' -> '.join((*trail, name))}"
        if state.get(name) == 2:
            return
        state[name] = 1
        for target in sorted(arrows[name]):
            if not name.startswith(f"{target}."):  # a package's __init__ is imported with each of its modules
                visit(target, (*trail, name))
        state[name] = 2

    for name in sorted(arrows):
        visit(name, ())
    assert set(state.values()) == {2}


def defined(path: Path) -> Iterator[str]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_name_is_given_twice(path: Path) -> None:
    assert [name for name, times in Counter(defined(path)).items() if times > 1] == []


def test_modules_stay_small() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > 500} == {}


#: The rooms of `extract`, each below those that may use it.
ROOMS = (
    "english", "text", "syntax", "factuality", "claims", "repairs", "attribution", "coreference", "measures", "timex",
    "readers", "shards",
)  # fmt: skip


def room_of(name: str) -> str | None:
    parts = name.split(".")
    return parts[1] if len(parts) > 2 and parts[0] == "extract" and parts[1] in ROOMS else None


def test_a_room_uses_only_rooms_below_it() -> None:
    for name, targets in graph().items():
        here = room_of(name)
        for target in targets:
            there = room_of(target)
            if here and there:
                assert ROOMS.index(there) <= ROOMS.index(here), f"{name} uses {target}"


def test_every_package_is_a_known_room() -> None:
    rooms = {p.parent.name for p in (ROOT / "extract").glob("*/__init__.py")}
    assert rooms == {*ROOMS, "cli"}


def test_a_module_s_name_says_which_one_it_is() -> None:
    """In an error message or an editor's tab, a name is all there is; what a thing is told by is no name for it."""
    counts = Counter(path.name for path in MODULES)
    assert [name for name, count in counts.items() if count > 1 and name not in ("__init__.py", "queries.py")] == []
    assert not counts.keys() & {
        f"{word}.py" for word in ("told", "kept", "asked", "hung", "opened", "reading", "telling")
    }


def test_every_repair_is_called() -> None:
    """A repair that no table names and no code calls mends nothing."""
    trees = {p: ast.parse(p.read_text(encoding="utf-8")) for p in MODULES if inside(name_of(p), {"extract"})}
    nodes = [node for tree in trees.values() for node in ast.walk(tree)]
    called = {node.id for node in nodes if isinstance(node, ast.Name)}
    called |= {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    repairs = {p: tree for p, tree in trees.items() if inside(name_of(p), {"extract.repairs"})}
    named = {
        f"{name_of(p)}.{n.name}" for p, tree in repairs.items() for n in tree.body if isinstance(n, ast.FunctionDef)
    }
    assert named, "no repair found"
    assert sorted(name for name in named if name.rpartition(".")[2] not in called) == []
