"""Ctrl-C ends every command at any moment: in a sentence at most, never in a traceback, with the exit code of it."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from db.check import check
from db.connection import reader
from extract.cli.ending import INTERRUPTED
from extract.errors import EmptyInputError
from tests.conftest import ROOT
from tests.run import extract

#: From its first own statement on. (What Python does before that is Python's.)
COMMAND = """
import signal, sys
from extract import __main__ as command
signal.signal(signal.SIGINT, command._leave)
print("begun", flush=True)
command.main()
"""
#: Each with the seconds that it takes, about.
COMMANDS = {
    "ingest": (["ingest", ".", "--workers", "2", "--db", "new.db"], 6.0),
    "ingest one": (["ingest", "0.txt", "--db", "new.db"], 2.0),
    "show": (["show", "The council approved the plan, and the mayor said it would cost 3 million."], 2.0),
    "export": (["export", "csv"], 0.6),
    "check": (["check"], 0.6),
    "reextract": (["reextract"], 3.0),
    "help": (["--help"], 0.1),
}
AT_ONCE = -signal.SIGINT  # while Python tidies up, after the end of the command


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("interrupted")
    for number in range(40):
        text = f"The council of Tarn approved plan {number}. The mayor said it would cost {number} million euros.\n\n"
        (path / f"{number}.txt").write_text(text * 20)
    assert extract("ingest", *(path / f"{n}.txt" for n in range(4)), cwd=path).code == 0
    return path


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("name", COMMANDS)
def test_ctrl_c_ends_it_in_words(folder: Path, tmp_path: Path, name: str, times: int) -> None:
    arguments, seconds = COMMANDS[name]
    shutil.copytree(folder, tmp_path / "here")
    chance = random.Random(name + str(times))
    for _ in range(2):
        process = subprocess.Popen(
            [sys.executable, "-c", COMMAND, *arguments],
            cwd=tmp_path / "here",
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        with process:
            assert process.stdout is not None
            assert process.stdout.readline() == "begun\n"
            time.sleep(chance.uniform(0, seconds))
            for _ in range(times):  # a terminal tells all processes of the group
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGINT)
                    time.sleep(chance.uniform(0, 0.1))
            _, err = process.communicate(timeout=240)
        assert process.returncode in (0, INTERRUPTED, AT_ONCE)
        assert err.strip() in ("", "Interrupted. Finished work is kept. Run the same command again to continue.")
    for database in (tmp_path / "here").glob("*.db"):
        with suppress(EmptyInputError), closing(reader(database)):  # empty: it ended before the tables were made
            assert check(database) == []


def test_what_is_started_in_the_background_of_a_script_hears_no_ctrl_c(folder: Path) -> None:
    script = "trap '' INT; echo ready; exec \"$0\" -m extract check"
    command = ["sh", "-c", script, sys.executable]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"  # from now on the shell ignores it
        for _ in range(10):
            time.sleep(0.05)
            process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0
