"""The language of a text, and no answer where there is too little to tell."""

from __future__ import annotations

import subprocess
import sys

import pytest

from extract.text.language import language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council approved the budget on Monday after a long debate.", "en"),
        ("THE COUNCIL APPROVED THE BUDGET ON MONDAY AFTER A LONG DEBATE.", "en"),
        ("Le conseil a approuvé le budget lundi après un long débat.", "fr"),
        ("Der Rat hat am Montag nach langer Debatte den Haushalt beschlossen.", "de"),
        ("El consejo aprobó el presupuesto el lunes tras un largo debate.", "es"),
        ("Совет утвердил бюджет в понедельник после долгих дебатов.", "ru"),
        ("Tarn", None),
        ("12 345 678 901 234 567 890 – 2024", None),
        ("", None),
    ],
)
def test_the_language_is_told_or_left_open(text: str, expected: str | None) -> None:
    assert language(text) == expected


def test_the_detector_is_imported_only_when_it_is_asked() -> None:
    code = "import sys, extract.text.language, extract.readers; print([m for m in sys.modules if m in HEAVY])"
    heavy = (
        "HEAVY = {'py3langid', 'trafilatura', 'lxml', 'markdown_it', 'ftfy', 'charset_normalizer', 'yaml', 'spacy'}; "
    )
    done = subprocess.run([sys.executable, "-c", heavy + code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
