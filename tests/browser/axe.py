"""What axe-core finds on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: Also that whatever is pressed is 24 px wide and high (WCAG 2.2, 2.5.8), which is off unless asked for.
_EVERYTHING = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
_CONTRAST = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}


def findings(page: Page, *, contrast: bool = False) -> list[str]:
    """All of any weight; `contrast`: of the contrast of its colours alone."""
    return [_told(found) for found in _violations(page, _CONTRAST if contrast else _EVERYTHING)]


def _violations(page: Page, options: dict[str, Any]) -> list[dict[str, Any]]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    found: list[dict[str, Any]] = axe.Axe().run(page, options=options).response["violations"]
    return found


def _told(found: dict[str, Any]) -> str:
    return f"{found['impact']} {found['id']}: {found['nodes'][0]['html'][:200]} ({len(found['nodes'])})"
