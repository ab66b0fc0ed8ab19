"""Unlucky places: closed streams, closed folders, odd names, narrow terminals, damaged databases. A clear sentence and
the right exit code, through the real command."""

from __future__ import annotations

import os
import random
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from extract.errors import CorruptDatabaseError, MissingModelError
from extract.syntax.models import load, require
from tests.conftest import ROOT
from tests.run import Ran, extract

EXTRACT = f"{shlex.quote(sys.executable)} -m extract"
MISTAKE = "This is a bug in extract"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database of one article."""
    folder = tmp_path_factory.mktemp("places")
    (folder / "good.txt").write_text("The council of Tarn approved the plan. Mayor Reed said that it rained.\n")
    assert extract("ingest", "good.txt", cwd=folder).code == 0
    return folder


def shell(command: str, folder: Path) -> Ran:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, env=environment, timeout=60)
    return Ran(ran.returncode, ran.stdout.decode(errors="replace"), ran.stderr.decode())


@pytest.mark.parametrize("command", ["export csv", "articles", "statements --json", "formats", "check", "--help"])
def test_what_was_to_be_written_to_a_closed_output_is_missed(command: str, made: Path) -> None:
    ran = shell(f"{EXTRACT} {command} >&-", made)
    assert (ran.code, ran.err) == (5, "extract: Standard output is closed. The output is lost.\n")


@pytest.mark.parametrize("streams", [">&- --quiet", "2>&-", "<&- --quiet", "<&- >&- 2>&- --quiet"])
def test_a_closed_stream_that_nothing_goes_to_is_no_error(streams: str, made: Path) -> None:
    assert shell(f"{EXTRACT} ingest good.txt {streams}", made).code == 0


def test_a_pipe_that_closes_in_the_midst(made: Path) -> None:
    ran = shell(f"set -o pipefail; {EXTRACT} export csv | true", made)
    assert (ran.code, ran.err) == (141, "")


ODD = {
    "a name that is no UTF-8": "timeline $'\\xff'",
    "a key that is no UTF-8": "export csv --article $'\\xff'",
    "a number beyond all numbers": "entity undo 99999999999999999999999",
    "a limit beyond all numbers": "statements --limit 99999999999999999999999",
    "a status that there is not": "export csv --status approved",
}


@pytest.mark.parametrize("case", ODD)
def test_an_argument_that_means_nothing_is_the_users(case: str, made: Path) -> None:
    ran = shell(f"{EXTRACT} {ODD[case]}", made)
    assert (ran.code, MISTAKE in ran.err, ran.out) == (2, False, "")


def test_a_file_whose_name_is_no_utf8_can_be_written_with_its_manifest(made: Path) -> None:
    assert shell(f"{EXTRACT} export csv -o $'\\xff.csv'", made).code == 0
    assert (made / os.fsdecode(b"\xff.csv.manifest.json")).exists()


@pytest.mark.parametrize(("columns", "shown"), [(20, "source     good.txt"), (4, "good.txt"), (90, "good.txt")])
def test_a_narrow_terminal_shows_all(columns: int, shown: str, made: Path) -> None:
    if shutil.which("script") is None:
        pytest.skip("script(1), which makes a terminal, is not here")
    ran = shell(f"script -qc 'unset COLUMNS; stty cols {columns}; {EXTRACT} articles' /dev/null", made)
    assert shown in ran.out.replace("\r", "")


MODELS = {
    "./nowhere": "no language model in './nowhere'",
    "..": "no language model in '..'",
    "json": "is installed, but it is not a language model",
    "en_core_web_trf": "python -m spacy download en_core_web_trf",  # in the package index that name is a stranger's
    "en core": "not a valid name of a language model",
    "": "not a valid name of a language model",
}


@pytest.mark.parametrize("model", MODELS)
def test_what_is_no_model_is_told_by_what_it_is(model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    with pytest.raises(MissingModelError) as told:
        require(model)
    assert MODELS[model] in str(told.value)
    assert "pip install" not in str(told.value)


def test_a_package_that_loads_something_else_is_no_model() -> None:
    with pytest.raises(MissingModelError, match="'numpy' is installed, but it is not a language model"):
        load("numpy")


def test_a_name_that_leaves_no_room_for_a_sidecar_is_read(tmp_path: Path) -> None:
    (tmp_path / ("x" * 251 + ".txt")).write_text("It rained.\n")
    assert "1 new" in extract("ingest", ".", cwd=tmp_path).out


def test_a_file_is_one_by_whatever_way_it_is_named(tmp_path: Path) -> None:
    for folder in ("news", "db", "here"):
        (tmp_path / folder).mkdir()
    (tmp_path / "news" / "a.txt").write_text("It rained.\n")
    named = [("../news/a.txt", "db"), ("news/a.txt", "."), ("../here/../news", "here")]
    ran = [extract("ingest", name, "--db", tmp_path / "db" / "c.db", cwd=tmp_path / cwd).out for name, cwd in named]
    assert ["1 new" in out for out in ran] == [True, False, False]


def without_rights(command: str, folder: Path) -> Ran:
    """The command as somebody who is not root, whom no permission stops."""
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("setpriv(1), which takes root's rights away, is not here")
        command = f"setpriv --bounding-set=-dac_override,-dac_read_search {command}"
    return shell(command, folder)


def test_a_closed_folder_is_a_failure_and_the_others_go_in(tmp_path: Path) -> None:
    for place in ("open", "shut", "listed"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "a.txt").write_text("It rained.\n")
    (tmp_path / "shut").chmod(0o000)
    (tmp_path / "listed").chmod(0o444)  # its names can be seen, and nothing else
    try:
        ran = without_rights(f"{EXTRACT} ingest .", tmp_path)
    finally:
        for place in ("shut", "listed"):
            (tmp_path / place).chmod(0o755)
    assert (ran.code, "1 new, 0 unchanged, 0 revised, 2 failed" in ran.out) == (0, True), ran.err
    assert "shut cannot be read (Permission denied)" in ran.err
    assert "2 new, 1 unchanged, 0 revised, 0 failed" in extract("ingest", ".", cwd=tmp_path).out
    assert extract("failures", "--json", cwd=tmp_path).out == ""


def damaged(raw: bytes, case: str) -> bytes:
    if case == "half":
        return raw[: len(raw) // 2]
    chance, harmed = random.Random(5), bytearray(raw)
    first, wounds = {"schema": (100, 3000), "values": (20_000, 400), "head": (0, 200)}[case]
    for _ in range(wounds):
        harmed[chance.randrange(first, 4096 if case == "head" else len(raw))] = chance.randrange(0x80, 0x100)
    return bytes(harmed)


@pytest.mark.parametrize("case", ["half", "schema", "values", "head"])
@pytest.mark.parametrize("command", ["check", "export jsonl"])
def test_a_damaged_database_says_so(command: str, case: str, made: Path, tmp_path: Path) -> None:
    (tmp_path / "claims.db").write_bytes(damaged((made / "claims.db").read_bytes(), case))
    ran = extract(*command.split(), cwd=tmp_path)
    assert MISTAKE not in ran.err
    assert ran.code in (1, CorruptDatabaseError.exit_code) if command == "check" else ran.code in (0, 5)


def test_a_list_of_users_that_is_nested_too_deeply(tmp_path: Path) -> None:
    (tmp_path / "claims.db.users").write_text("[" * 100_000)
    ran = extract("users", "list", cwd=tmp_path)
    assert (ran.code, "cannot be read as a list of users" in ran.err) == (5, True)


def test_what_cannot_be_written_to_can_be_served(made: Path, tmp_path: Path) -> None:
    from db.connection import as_it_lies

    shutil.copy(made / "claims.db", tmp_path)
    assert not as_it_lies(tmp_path / "claims.db")
    code = "from pathlib import Path; from db.connection import as_it_lies; print(as_it_lies(Path('claims.db')))"
    tmp_path.chmod(0o555)
    try:
        ran = without_rights(f"{shlex.quote(sys.executable)} -c {shlex.quote(code)}", tmp_path)
    finally:
        tmp_path.chmod(0o755)
    assert ran.out == "True\n", ran.err
