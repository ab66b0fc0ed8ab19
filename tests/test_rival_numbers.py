"""Numbers that similar articles give in like words, whatever event their claims are about."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from db.check import check
from db.events.event_figures import figures
from extract.extractor import Extractor, plain_article
from tests.test_events import stored

OPENED = "Mayor Ada Kolm opened the Calder Tunnel in Tarn."
WAS_OPENED = "The Calder Tunnel in Tarn was opened by Mayor Ada Kolm."
#: What two outlets write on one day besides, and the numbers that differ.
PAIRS = {
    "sums beside other words": (
        "The council granted $3.4 billion for the tunnel, Kolm said. Workers dug for $8 million a mile.",
        "For the tunnel Kolm had got $3.9 billion from the council. It cost $8 million a mile.",
        ["3400000000", "3900000000"],
    ),
    "last digits": (
        "The council granted $3.4 billion for the tunnel, Kolm said.",
        "For the tunnel Kolm had got $3.5 billion from the council.",
        ["3400000000", "3500000000"],
    ),
    "told more roundly": (
        "The council granted $3.4 billion for the tunnel, Kolm said.",
        "For the tunnel Kolm had got $3.385 billion from the council.",
        [],
    ),
    "years": (
        "Kolm follows Piet Solm, who ran Tarn from 1951 to 1963.",
        "Piet Solm, whom Kolm follows, was mayor of Tarn from 1952 to 1964.",
        ["year 1951", "year 1952", "year 1963", "year 1964"],
    ),
    "pages of other words": (
        "The council had read 4,100 pages of Kolm's letters.",
        "Clerks brought 5,300 pages of old letters by Kolm to the court.",
        ["4100", "5300"],
    ),
    "for each of the same": (
        "Kolm pays the workers $31 a metre.",
        "The tunnel brings them $33 a metre.",
        ["31", "33"],
    ),
    "for each of something else": (
        "Kolm pays for the tunnel and its workers $31 a metre.",
        "Kolm pays for the tunnel and its workers $33 a month.",
        [],
    ),
    "both give both": (
        "The council granted $3.4 billion for the tunnel, Kolm said, and $4.1 billion for the bridge.",
        "For the bridge Kolm got $4.1 billion from the council. The council promised $3.4 billion for the tunnel.",
        [],
    ),
}


@pytest.mark.parametrize("name", PAIRS)
def test_numbers_in_like_words_stand_side_by_side(name: str, tmp_path: Path) -> None:
    first, second, expected = PAIRS[name]
    texts = {"Courier": f"{OPENED} {first}", "Echo": f"{WAS_OPENED} {second}"}
    made = [replace(plain_article(text, "2025-04-08"), source=name, outlet=name) for name, text in texts.items()]
    extractions = list(Extractor().extract_all(made))
    for order in (extractions, extractions[::-1]):
        path = tmp_path / f"{order is extractions}.db"
        with stored(path, order) as store:
            found = [one.number for one in figures(store.connection)]
            assert sorted(found) == expected
        assert check(path) == []


@pytest.mark.parametrize(
    ("one", "other", "course"),
    [
        ("The Calder Tunnel in Tarn opened in 1931.", "The Calder Tunnel in Tarn opened in 1929.", "contradiction"),
        ("The Calder Tunnel in Tarn will open in 2031.", "The Calder Tunnel in Tarn will open in 2032.", "update"),
        (
            "Kolm Mills bought Ovell for $2.1 billion.",
            "Ovell was sold to Kolm Mills for $2.3 billion.",
            "contradiction",
        ),
    ],
)
def test_what_was_once_does_not_change_by_the_next_day(tmp_path: Path, one: str, other: str, course: str) -> None:
    made = [
        replace(plain_article(f"{opened} {said}", day), source=day, outlet=day)
        for opened, said, day in ((OPENED, one, "2024-03-12"), (WAS_OPENED, other, "2024-03-13"))
    ]
    with stored(tmp_path / "claims.db", list(Extractor().extract_all(made))) as store:
        assert [figure.course for figure in figures(store.connection)] == ["first", course]
