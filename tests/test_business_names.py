"""Names as business pages and headlines write them: companies with their legal forms, people with nicknames."""

from __future__ import annotations

import pytest

from extract.extractor import Extractor, plain_article


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Ardent Systems Inc. agreed to buy Kelvon Ltd. Ardent and its rival Intra Corp. make chips.",
            ["Ardent Systems Inc.", "Kelvon Ltd.", "Ardent", "Intra Corp."],
        ),
        (
            "Helion Corp. Chairman Jon Hale said Helion would grow. Marrow Bank PLC shares fell.",
            ["Helion Corp.", "Jon Hale", "Helion", "Marrow Bank PLC"],
        ),
        ("Police arrested Lou 'The Cat' Brandt. Brandt denied it.", ["Lou 'The Cat' Brandt", "Brandt"]),
        ('A jury heard Ada "Duchess" Lind.', ['Ada "Duchess" Lind']),
    ],
)
def test_names_are_whole_and_end_where_they_end(extractor: Extractor, text: str, names: list[str]) -> None:
    (found,) = extractor.extract_all([plain_article(text, "2024-03-12")])
    assert [mention.text for mention in found.mentions if mention.kind == "name"] == names
