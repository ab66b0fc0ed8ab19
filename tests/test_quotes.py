"""Which stretches of a text are quotations."""

from __future__ import annotations

import pytest

from extract.text.quotes import quoted_spans

TEXTS = [
    ('He said "yes" twice.', ['"yes"']),
    ("He said “yes” and ‘not now’.", ["“yes”", "‘not now’"]),
    ("The firm's rivals' profits fell.", []),
    ("``We won,'' she said.", ["``We won,''"]),
    ('"We won,” she said. "We lost."', ['"We won,”', '"We lost."']),
    ('"He told me “run” and I ran," she said.', ['"He told me “run” and I ran,"']),
    ("“We won.\n“And we lost,” she said.", ["“We won.", "“And we lost,”"]),
    ("“We won.\nAnd we lost,” she said.", ["“We won.", "And we lost,”"]),
    ("“We won.\nThen it rained.\nAnd we lost,” she said.", ["“We won.", "Then it rained.", "And we lost,”"]),
    ("“We won.\nIt rained.\n“We lost,” she said.", ["“We won.", "“We lost,”"]),
    ("“We won, she said.\nIt rained.", ["“We won, she said."]),
    ('"We won.\nAnd we lost, "Veltra said.\n"All is well."', ['"We won.', 'And we lost, "', '"All is well."']),
    ('A 34" panel is cheap.\nIt is new.\n"We won," he said. It is 22" wide.', ['"We won,"']),
    ('He said it was "about 34" but short.', ['"about 34"']),
    ('"We won.\nThen he added, "She said no.', ['"We won.', '"She said no.']),
    ('"I ran.\nIt was dark, "she testified.\nIt rained.', ['"I ran.', 'It was dark, "']),
    ('Veltra said: "We know of it.\nWe send help.\nIt rained.', ['"We know of it.', "We send help."]),
    ('Veltra said: "It is known.\nWe asked twice.', ['"It is known.']),
    ('"I ran.\nWorld War I began in Tarn.', ['"I ran.']),
    ('"I ran.\nWe hid.\nI ate.\nWe saw.\nI left.\nWe won.', ['"I ran.', "We hid.", "I ate.", "We saw.", "I left."]),
    ('"I ran.\nThen I hid.\nIt rained.', ['"I ran.', "Then I hid."]),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_quotations_with_their_marks(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in quoted_spans(text)] == expected
