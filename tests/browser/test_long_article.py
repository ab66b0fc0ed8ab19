"""A long article in a browser: an address of a claim leads to its part, also where the address names none."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from benchmarks.madeup import extraction
from db.store import RunInfo, Store

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("long") / "long.db"
    with Store.open(path) as store:
        store.begin_run(RunInfo("0", "made up", "0"))
        store.add(extraction(1, random.Random(1), 700))
        store.finish_run()
    return path


def test_a_claim_is_found_in_its_part(browser: Browser, url: str, path: Path) -> None:
    with sqlite3.connect(path) as connection:
        (key,) = connection.execute("SELECT key FROM claims ORDER BY id DESC LIMIT 1").fetchone()
    connection.close()
    page = browser.new_page()
    page.goto(f"{url}/-/article/1#{key}")
    expect(page.locator(f"#{key}")).to_be_visible()
    expect(page.locator(f"#{key}")).to_have_class("claim lit")
    page.goto(f"{url}/-/article/1")
    page.get_by_role("navigation", name="Parts of this article", exact=True).get_by_role("link", name="next").click()
    expect(page.locator("nav.parts").first).to_contain_text("part 2 of")
    page.goto(f"{url}/-/article/1#nowhere")
    expect(page.locator("nav.parts").first).to_contain_text("part 1 of")
    page.close()


def test_parts_need_no_scripts(browser: Browser, url: str, path: Path) -> None:
    with sqlite3.connect(path) as connection:
        (key,) = connection.execute("SELECT key FROM claims ORDER BY id DESC LIMIT 1").fetchone()
    connection.close()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{url}/-/claim/{key}")
    expect(page.locator(f"#{key}")).to_be_visible()
    page.get_by_role("link", name="Previous part").first.click()
    expect(page.locator(f"#{key}")).to_have_count(0)
    context.close()
