"""A tab that was open before the server was started again: its decisions arrive by T."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.served import started
from tests.browser.reviewer import reviewer
from tests.browsing import make

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


def test_a_page_that_is_older_than_the_server_says_so_and_goes_on(browser: Browser, tmp_path: Path) -> None:
    """Without users each server signs with a secret of its own, so the page's token is nobody's."""
    path = make(tmp_path / "floods.db")
    with started(path) as (url, server), reviewer(browser, url, path) as at:
        at.review()
        at.page.wait_for_load_state("networkidle")
        server.kill()
        server.wait()
        with started(path, int(url.rpartition(":")[2])):
            claim = at.key()
            at.press("a")
            at.page.locator("#unsent", has_text="This page is older than the server. Try again (T)").wait_for()
            at.press("t")
            at.page.locator("#unsent").wait_for(state="hidden")
            assert at.row(claim)["status"] == "accepted"
            other = at.key()
            at.press("a")
            at.settled()
            at.said("Accepted.")
            assert at.row(other)["status"] == "accepted"
