"""Setting up: what is missing is said in one sentence, and an interrupted set-up is made again. Without a network."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

SCRIPT = ROOT / "tools" / "environment.sh"


def set_up(
    folder: Path, python: str | Path, *wanted: str, links: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs the script as `make` does, with no packages but the files in `links`."""
    environment = {
        "PATH": "/usr/bin:/bin", "HOME": str(folder), "PIP_CONFIG_FILE": "/dev/null", "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(folder),
    }  # fmt: skip
    command = ["sh", str(SCRIPT), str(python), str(folder / "env"), *wanted]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, env=environment, check=False)


def pretender(folder: Path, pretence: str) -> Path:
    """A Python that runs `pretence` before the code that it is given with -c."""
    python = folder / "python3"
    python.write_text(f"#!/bin/sh\nexec {sys.executable} -c '{pretence}; exec(sys.argv[2])' \"$@\"\n")
    python.chmod(0o755)
    return python


def wheel(folder: Path) -> None:
    """A package `nothing` of one module."""
    facts = "nothing-1.0.dist-info"
    with zipfile.ZipFile(folder / "nothing-1.0-py3-none-any.whl", "w") as file:
        file.writestr("nothing.py", "")
        file.writestr(f"{facts}/METADATA", "Metadata-Version: 2.1\nName: nothing\nVersion: 1.0\n")
        file.writestr(
            f"{facts}/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        file.writestr(f"{facts}/RECORD", f"nothing.py,,\n{facts}/METADATA,,\n{facts}/WHEEL,,\n{facts}/RECORD,,\n")


@pytest.mark.parametrize(
    ("pretence", "words"),
    [
        ("import sys; sys.version_info = (3, 10, 4)", "is Python 3.10, but 3.11 to 3.14 is needed"),
        (
            'import sys; sys.modules["ensurepip"] = None',
            "has no venv module. Install it (Debian: apt-get install python3-venv)",
        ),
        ("import sys; sys.exit(127)", "does not start"),
    ],
)
def test_a_python_that_will_not_do_is_told_in_one_sentence(pretence: str, words: str, tmp_path: Path) -> None:
    done = set_up(tmp_path, pretender(tmp_path, pretence), "nothing")
    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    assert words in line
    assert not (tmp_path / "env").exists()


def test_a_missing_python_is_told_in_one_sentence(tmp_path: Path) -> None:
    done = set_up(tmp_path, "python3-that-is-not-here", "nothing")
    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    assert "is not installed. Install Python 3.11 to 3.14 with its venv module" in line
    assert "python3-venv" in line


def test_what_has_only_its_source_is_not_built(tmp_path: Path) -> None:
    (tmp_path / "nothing-1.0.tar.gz").touch()
    done = set_up(tmp_path, sys.executable, "nothing")
    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    assert "There is no ready-made package (wheel) of nothing for Python" in line
    assert not (tmp_path / "env" / "installed").exists()


def test_an_interrupted_set_up_is_made_again_and_a_whole_one_kept(tmp_path: Path) -> None:
    wheel(tmp_path)
    environment = tmp_path / "env"
    (environment / "bin").mkdir(parents=True)
    (environment / "bin" / "python").touch()  # half of what was to be
    done = set_up(tmp_path, sys.executable, "nothing")
    assert (done.returncode, done.stderr) == (0, "")
    subprocess.run([environment / "bin" / "python", "-c", "import nothing"], check=True)
    (environment / "mine").touch()
    assert set_up(tmp_path, sys.executable, "nothing").returncode == 0
    assert (environment / "mine").exists()
    assert set_up(tmp_path, sys.executable, "something").returncode == 1
    assert not (environment / "installed").exists()
    assert set_up(tmp_path, sys.executable, "nothing").returncode == 0
    assert not (environment / "mine").exists()
    assert (environment / "installed").exists()
