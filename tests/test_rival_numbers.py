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
    "what has this size": (
        "Kolm gave the diggers a raise of 8 percent.",
        "A 9 percent raise was agreed, the diggers said.",
        ["8", "9"],
    ),
    "other things of this size": (
        "Kolm gave the diggers a raise of 8 percent.",
        "Kolm gave the diggers a bonus of 9 percent.",
        [],
    ),
    "behind a turn": (
        "The diggers want 8 percent; Kolm, who heads the council, offers 3 percent.",
        "Kolm, who heads the council, offers 9 meals; the diggers want 7.5 percent.",
        [],
    ),
    "what few numbers count": (
        "Some 6,000 diggers lost their huts.",
        "At the tunnel 4,500 diggers lost everything.",
        ["4500", "6000"],
    ),
    "parts of a sum": (
        "Some 23 diggers from the coast lost their huts.",
        "At the tunnel 12 northern and 11 southern diggers from the coast cried.",
        [],
    ),
    "spans of time": (
        "From 2007 to 2014 the tunnel cost Tarn 31 percent of its taxes.",
        "In 2014 the tunnel cost Tarn 35 percent of its taxes.",
        [],
    ),
    "tolls in other words": (
        "Fourteen diggers and guests were killed when a wall fell near the tunnel. Nine people survived.",
        "Seventeen people died as rocks hit the guests near the tunnel. Seven people survived it.",
        ["7", "9"],
    ),
    "tolls": (
        "At least 31 people were killed when a wall fell near the tunnel.",
        "Thirty-four people died as rocks hit the guests near the tunnel.",
        ["31..", "34"],
    ),
    "tolls of persons": (
        "Nine nurses died when a wall fell near the tunnel.",
        "A wall that fell near the tunnel killed 11 people.",
        ["11", "9"],
    ),
    "cars of one maker": (
        "Kolm gave 212,000 lamps to Tarn, 9 percent fewer than before.",
        "The mayor, Ada Kolm, put up 208,000 lamps.",
        ["208000", "212000"],
    ),
    "tolls counted by nouns": (
        "Guests fought near the gate amid 40 arrests.",
        "Police arrested 55 people near the gate.",
        ["40", "55"],
    ),
    "a toll of before": (
        "Police arrested 55 people near the gate.",
        "Lund, a guest near the gate, had four prior arrests.",
        [],
    ),
    "a toll beside the other": (
        "Police made 47 arrests near the gate overnight.",
        "There were six arrests near the gate, compared to 47 the night before.",
        [],
    ),
    "ages of a name": (
        "Jon Peel, 58, cut the ribbon.",
        "Jon Peel, a 59-year-old digger, cut the ribbon.",
        ["58", "59"],
    ),
    "ages of nobody else": (
        "A three-year-old girl fell into a hole near the gate.",
        "The 4-year-old girl was pulled from a hole.",
        ["3", "4"],
    ),
    "ages of two": (
        "A three-year-old girl fell into a hole near the gate.",
        "A 12-year-old girl was pulled from a hole.",
        [],
    ),
    "how long it goes on": (
        "Kolm declared two days of mourning.",
        "The town announced three days of public mourning.",
        ["2", "3"],
    ),
    "how long other things go on": (
        "Kolm declared two days of mourning.",
        "The town announced three days of public fasting.",
        [],
    ),
    "a share": (
        "A third of the lamps in the tunnel were broken.",
        "About 20 percent of the lamps in the tunnel were out.",
        ["20", "33.33333333"],
    ),
    "people aboard": (
        "A bus with 47 people on board hit a lamp in the tunnel.",
        "The bus that hit a lamp had 52 people aboard.",
        ["47", "52"],
    ),
    "shares that one person has": (
        "Kolm took 51.8 percent of the vote in March, and Lund 44 percent.",
        "Before the tunnel came, Kolm had won 51.4 percent of the ballots.",
        ["51.4", "51.8"],
    ),
    "shares of two": (
        "Kolm took 52 percent of the vote, and Lund won 44 percent in Tarn.",
        "Lund won 43 percent of the vote in Tarn, where a count ended.",
        ["43", "44"],
    ),
    "what has reached it": (
        "Turnout was 71 percent.",
        "Turnout reached 68 percent in the end.",
        ["68", "71"],
    ),
    "what has fallen by it": (
        "Sales fell 12 percent.",
        "Sales dropped by 15 percent in the end.",
        ["12", "15"],
    ),
    "a level and a change": (
        "Turnout was 11 percent.",
        "Turnout fell 12 percent in the end.",
        [],
    ),
    "how long it lasted": (
        "The strike lasted 14 weeks, and Kolm wept.",
        "Workers talked of a strike of 16 weeks.",
        ["14", "16"],
    ),
    "how long it lasted, in a noun that opens the sentence": (
        "The strike lasted 14 weeks, and Kolm wept.",
        "Strikes of 16 weeks are long.",
        ["14", "16"],
    ),
    "a total of days": (
        "Kolm wept for a total of 12 days.",
        "Guests sang for a total of 16 days.",
        [],
    ),
    "a period of days": (
        "Kolm wept over a period of 12 days.",
        "Guests sang over a period of 16 days.",
        [],
    ),
    "a sum of last year": (
        "Kolm Mills earned $310 million last year.",
        "Kolm Mills made a profit of $290 million.",
        ["290000000", "310000000"],
    ),
    "tolls of like persons": (
        "Tarn is old. It has a wall. Police arrested three diggers near the gate.",
        "Tarn is old. It has a wall. Five diggers were arrested near the gate.",
        ["3", "5"],
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
