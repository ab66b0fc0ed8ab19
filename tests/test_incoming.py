"""Where a table comes from that is taken over: a file, a pipe, standard input; and what its heading may hold."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from db.connection import snapshot
from db.export import incoming
from db.export.incoming import look
from db.reviews.sheets import NEEDED
from db.store import RunInfo, Store
from extract.errors import InputError
from tests.conftest import ROOT
from tests.records import harbour
from tests.run import extract


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A database of three claims, and a table that accepts them all."""
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        store.add(harbour())
        store.finish_run()
        keys = [key for (key,) in store.connection.execute("SELECT key FROM claims ORDER BY id")]
    (tmp_path / "a.csv").write_text("id,version,status\n" + "".join(f"{key},0,accepted\n" for key in keys))
    return tmp_path


def accepted(folder: Path) -> int:
    with snapshot(folder / "claims.db") as connection:
        return int(connection.execute("SELECT COUNT(*) FROM claims WHERE status = 'accepted'").fetchone()[0])


@pytest.mark.parametrize("name", ["-", "/dev/stdin"])
def test_standard_input_is_read(name: str, folder: Path) -> None:
    ran = extract("import", name, "--by", "ada", cwd=folder, stdin=(folder / "a.csv").read_bytes())
    assert (ran.code, accepted(folder)) == (0, 3), ran.err


def test_a_pipe_with_a_name_is_read(folder: Path) -> None:
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    writing = threading.Thread(target=lambda: pipe.write_bytes((folder / "a.csv").read_bytes()), daemon=True)
    writing.start()
    command = [sys.executable, "-c", "from extract.cli import main; main()", "import", str(pipe)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(command, cwd=folder, capture_output=True, timeout=60, check=False, env=environment)
    assert (ran.returncode, accepted(folder)) == (0, 3), ran.stderr
    writing.join(10)


def test_a_table_through_a_pipe_may_be_in_any_encoding_and_its_name_is_told(folder: Path) -> None:
    text = "sep=;\nid;version;status;note\nc0;0;accepted;caf\xe9\n"
    ran = extract("import", "-", cwd=folder, stdin=text.encode("cp1252"))
    assert "Standard input is not in UTF-8" in ran.err
    assert "row 3 (c0): No claim has the ID c0" in ran.err


def test_a_pipe_without_end_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incoming, "_MOST_PIPED", 1000)
    with pytest.raises(InputError, match=r"/dev/zero is not a file and has more than 1,000 bytes"):
        look(Path("/dev/zero"), NEEDED)


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\n", "\r\n"])
def test_a_name_in_quotes_may_hold_what_ends_a_line_elsewhere(character: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(f'id,version,"a{character}b",status\r\nc0,0,,accepted\r\n'.encode())
    table = look(path, NEEDED)
    assert table.columns[-1] == "status"
    assert [(number, row["status"]) for number, row in table.numbered()] == [(2, "accepted")]
