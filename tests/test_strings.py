"""The strings that users see: all are listed, and none uses the phrases that docs and pages have left behind."""

from __future__ import annotations

import re

import pytest

from tests import listing_strings

#: Phrases that a reader stumbles over.
STUMBLES = (
    r"\banew\b",
    r"\bsomebody\b|\beverybody\b",
    r"(?<!\bThere )\bis no (?!longer)",
    r"\bnot at all\b|\bat rest\b|\bhangs on\b",
    r"\bonce more\b|\blet go\b|\blooked at\b",
    r"[0-9}] %",
)


@pytest.fixture(scope="module")
def strings() -> list[listing_strings.Found]:
    return listing_strings.strings()


def test_the_listing_has_pages_scripts_messages_and_help(strings: list[listing_strings.Found]) -> None:
    listed = {(found.path, found.text) for found in strings}
    assert {
        ("db/web/templates/extract_review.html", "Reason for rejection"),
        ("db/web/templates/extract_login.html", "Password"),
        ("db/web/static/decisions.js", "Rejected: {}."),
        ("db/web/static/keys.js", "The sentence says this."),
        ("db/web/auth/login.py", "Wrong name or password."),
        ("db/web/auth/login.py", "Too many wrong passwords for this name. Try again in {} seconds."),
    } <= listed
    assert any(found.path == "extract serve --help" and "--port" in found.text for found in strings)


@pytest.mark.parametrize("phrase", STUMBLES)
def test_no_string_uses_a_phrase_that_readers_stumble_over(phrase: str, strings: list[listing_strings.Found]) -> None:
    pattern = re.compile(phrase, re.I)
    assert [one for one in strings if pattern.search(one.text)] == []
