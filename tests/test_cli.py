"""The command as a newcomer meets it: help, errors that say what to do, exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from extract.cli import COMMANDS, cli
from tests.run import extract

HEAVY = ("spacy", "datasette", "sqlite_utils", "trafilatura", "numpy", "rich")


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys, contextlib\nfrom extract.cli import cli\n"
        "with contextlib.suppress(SystemExit): cli.main(['--help'])\n"
        f"print('imported:', [m for m in {HEAVY!r} if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "imported: []"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    result = CliRunner().invoke(cli, [name, "--help"])
    assert result.exit_code == 0
    assert f"extract {name}" in result.output.split("Example", 1)[1]


def test_the_list_of_commands_says_what_each_does() -> None:
    result = CliRunner().invoke(cli, ["--help"])
    assert all(f"{name} " in result.output and line in result.output for name, (_, line) in COMMANDS.items())


def test_a_mistyped_command_is_guessed() -> None:
    ran = extract("ingst", "x")
    assert ran.code == 2
    assert "Did you mean 'ingest'?" in ran.err


@pytest.mark.parametrize("group", [[], ["users"], ["event"]], ids=["all", "users", "event"])
def test_a_bare_command_prints_its_help(group: list[str]) -> None:
    ran = extract(*group)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == extract(*group, "--help").out


@pytest.mark.parametrize("group", ["", "users", "entity", "event", "export"])
def test_no_line_of_a_list_of_commands_is_cut_off(group: str) -> None:
    assert "..." not in extract(*group.split(), "--help").out.split("Commands:")[1]


BAD = {
    "a missing path": (["ingest", "nowhere/"], 2, "nowhere"),
    "an empty folder": (["ingest", "empty"], 2, "empty"),
    "an empty file": (["ingest", "empty.txt"], 3, "is empty"),
    "a binary file": (["ingest", "binary.txt"], 3, "binary"),
    "a model that is not installed": (["ingest", "good.txt", "--model", "xx_none_sm"], 4, "is not installed"),
    "the same for show": (["show", "It rained.", "--model", "xx_none_sm"], 4, "is not installed"),
    "a database of another program": (["ingest", "good.txt", "--db", "other.sqlite"], 5, "other.sqlite"),
    "a file that is no database": (["export", "csv", "--db", "good.txt"], 5, "good.txt"),
    "no database yet": (["export", "csv", "--db", "none.db"], 2, "extract ingest"),
    "no database to check": (["check", "--db", "none.db"], 2, "extract ingest"),
    "no database to serve": (["serve", "--db", "none.db"], 2, "extract ingest"),
    "no database to list": (["articles", "--db", "none.db"], 2, "extract ingest"),
    "an empty text": (["show", "  "], 2, "empty"),
    "an empty standard input": (["show", "-"], 2, "Standard input is empty"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    import sqlite3

    (tmp_path / "empty").mkdir()
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "good.txt").write_text("The council approved the plan.\n")
    with sqlite3.connect(tmp_path / "other.sqlite") as other:
        other.execute("CREATE TABLE birds (name TEXT)")
    other.close()
    return tmp_path


@pytest.mark.parametrize("case", BAD)
def test_bad_input_gets_one_clear_sentence_and_an_exit_code(case: str, folder: Path) -> None:
    arguments, code, words = BAD[case]
    ran = extract(*arguments, cwd=folder)
    assert (ran.code, "Traceback" in ran.err) == (code, False), ran.err
    assert words in ran.err


def test_a_database_of_another_program_is_left_as_it_was(folder: Path) -> None:
    before = (folder / "other.sqlite").read_bytes()
    extract("ingest", "good.txt", "--db", "other.sqlite", cwd=folder)
    assert (folder / "other.sqlite").read_bytes() == before


def test_show_prints_a_sentence_s_claims() -> None:
    ran = extract("show", "The Velmar council approved the budget on Monday.")
    assert ran.code == 0
    header, *rows = ran.out.splitlines()
    assert header.split("\t")[:3] == ["subject", "relation", "object"]
    assert "The Velmar council\tapproved\tthe budget" in rows[0]


def test_show_json_keeps_the_contract(tmp_path: Path) -> None:
    ran = extract("show", "-", "--json", stdin=b"Mayor Ilse Brandt said that the bridge had been closed.")
    claims = [json.loads(line) for line in ran.out.splitlines()]
    text = "Mayor Ilse Brandt said that the bridge had been closed."
    for claim in claims:
        for slot in (claim["subject"], claim["relation"]):
            if slot["spans"]:
                assert " ".join(text[a:b] for a, b in slot["spans"]) == slot["text"]
    assert "said" in {c["attribution"]["cue"]["text"] for c in claims if c["attribution"]}


def test_show_explains_rules_and_words() -> None:
    ran = extract("show", "The council approved the plan.", "--explain")
    assert "rule clause" in ran.out
    assert "confidence" in ran.out


def test_show_without_claims_says_why() -> None:
    ran = extract("show", "Lovely weather, though.")
    assert (ran.code, ran.out) == (0, "")
    assert "No claims" in ran.err


def test_output_cut_by_a_pipe_is_no_error(tmp_path: Path) -> None:
    text = "The council approved the plan.\n\n" * 400
    (tmp_path / "long.txt").write_text(text)
    command = f"{sys.executable} -m extract show {tmp_path / 'long.txt'} --json | head -1"
    ran = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert ran.stderr == ""
    assert json.loads(ran.stdout)["relation"]["lemma"] == "approve"


def test_the_formats_are_listed_with_what_is_installed() -> None:
    ran = extract("formats", "--json")
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert {"html", "pdf", "docx", "eml", "zip", "warc", "feed", "csv", "json"} <= {row["name"] for row in rows}
    assert all(
        row["installed"] or row["install"].startswith(("pip install 'extract-claims[", "install one of"))
        for row in rows
    )
