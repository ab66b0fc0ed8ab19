"""What axe-core finds on a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: Only what is wrong (all that is right besides takes a third of the time), and also whether whatever is pressed is
#: 24 px wide and high (WCAG 2.2, 2.5.8), which is off unless asked for.
_EVERYTHING = {"reporter": "no-passes", "resultTypes": ["violations"]}
_FAINT = Path(__file__).with_name("contrast.js").read_text(encoding="utf-8")


def findings(page: Page, contrast: bool = True) -> list[str]:
    """All of any weight. Without `contrast`, half the time, for pages on which `faint` looks at the contrast."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    options = {**_EVERYTHING, "rules": {"target-size": {"enabled": True}, "color-contrast": {"enabled": contrast}}}
    return [_told(found) for found in axe.Axe().run(page, options=options).response["violations"]]


def faint(page: Page) -> list[str]:
    """Texts that hardly stand out from their ground: more strictly than axe-core, for large texts too, and faster."""
    found: list[str] = page.evaluate(_FAINT)
    return found


def _told(found: dict[str, Any]) -> str:
    return f"{found['impact']} {found['id']}: {found['nodes'][0]['html'][:200]} ({len(found['nodes'])})"
