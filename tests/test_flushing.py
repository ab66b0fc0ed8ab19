"""Who decides does not wait for the disk; what was decided is flushed to it all the same, soon after."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db.web import flushing
from tests.browsing import make, served
from tests.doors import look, post, token

if TYPE_CHECKING:
    from datasette.app import Datasette

DECIDE = "/-/review/decide.json"


def decide(site: Datasette) -> None:
    item = look(site, "/-/review/next.json?count=1").json()["items"][0]
    sent = {"action": "accept", "claims": [{"claim": item["key"], "version": item["version"]}]}
    assert post(site, DECIDE, sent, held=token(site)).status_code == 200


def test_decisions_are_flushed_soon_and_several_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make(tmp_path / "floods.db")
    flushed: list[bool] = []
    fsync = os.fsync

    def noting(handle: int) -> None:
        flushed.append(os.path.samestat(os.fstat(handle), Path(f"{path}-wal").stat()))
        fsync(handle)

    monkeypatch.setattr(flushing.os, "fsync", noting)
    linked = tmp_path / "linked.db"
    linked.symlink_to(path)  # the log stands beside the file itself
    with served(linked) as site:
        decide(site)
        decide(site)
        assert flushed == []
        give_up = time.monotonic() + 10
        while not flushed and time.monotonic() < give_up:
            time.sleep(0.05)
    assert flushed == [True]


def test_a_log_that_is_gone_needs_no_flush(tmp_path: Path) -> None:
    flushing._flush(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []
