"""What a separately installed package adds: the example of docs/extending.md, built, installed and used."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from db.export import Format, by_batch
from db.export.export_formats import find_formats, register
from extract.errors import InputError
from tests.conftest import ROOT
from tests.run import COMMAND, extract


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which pip has put the packages that the page shows."""
    source = tmp_path_factory.mktemp("source")
    for content in re.findall(r"```\w+\n# (\S+\.(?:py|toml)).*\n([^`]*(?:`[^`]+`[^`]*)*?)```", section()):
        (source / content[0]).write_text(content[1].replace('dependencies = ["extract-claims"]\n', ""))
    folder = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "build", "--wheel", str(source)], check=True, stdout=subprocess.DEVNULL)
    [wheel] = (source / "dist").iterdir()
    options = ("--quiet", "--no-index", "--no-deps", "--target", str(folder))
    subprocess.run([sys.executable, "-m", "pip", "install", *options, str(wheel)], check=True)
    return folder


def section() -> str:
    """The part of the page about exports."""
    page = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")
    return page.split("\n## An export\n")[1].split("\n## ")[0]


def run(installed: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join([str(installed), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_installed_package_adds_an_export(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Harn bought the mill. Oda sold a boat.\n")
    assert extract("ingest", "a.txt", cwd=tmp_path).code == 0
    ran = run(installed, "export", "relations", "-o", "out.txt", "--since", "1900", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "0 claims written to out.txt\n")
    ran = run(installed, "export", "relations", "-o", "out.txt", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "2 claims written to out.txt\n")
    assert (tmp_path / "out.txt").read_text() == "bought\nsold\n"
    assert '"relations"' in (tmp_path / "out.txt.manifest.json").read_text()
    assert "Write the relation of every claim" in run(installed, "export", "--help", cwd=tmp_path).stdout


def test_two_exports_of_one_name_are_refused() -> None:
    other = Format("jsonl", "Write something else.", by_batch(lambda _: b""))
    with pytest.raises(InputError, match="Two exports are called 'jsonl'"):
        register(other)
    assert find_formats()["jsonl"] is not other
