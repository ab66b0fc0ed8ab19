"""What the parser often gets wrong is mended, and what it gets right is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.test_clauses import claims

if TYPE_CHECKING:
    from spacy.language import Language

MENDED = [
    (
        "He raised prices, carefully measured every sale and showed how the loss arose.",
        [
            "He | raised | prices",
            "He | measured | every sale <manner: carefully>",
            "He | showed | how the loss arose",
            "the loss | arose | -",
        ],
    ),
    (
        "The wood was then cut into planks and painted with oil.",
        ["The wood | was cut into | planks", "The wood | was painted with | oil"],
    ),
    ("The decision would receive praise years later.", ["The decision | would receive | praise <time: years later>"]),
    (
        "The old bridge was closed; a new one is being built.",
        ["The old bridge | was | closed", "a new one | is being built | -"],
    ),
    ("Their papers lost, they headed for the border.", ["Their papers | lost | -", "they | headed for | the border"]),
    (
        "Police reprimanded a man for driving on the beach.",
        ["Police | reprimanded | a man <reason: for driving on the beach>", "a man | driving on | the beach"],
    ),
    ("Critics have backed away from early praise.", ["Critics | have backed away from | early praise"]),
    (
        "The club used its land to plant trees, build paths and keep bees.",
        ["The club | used | its land <purpose: to plant trees , build paths and keep bees>"],
    ),
    (
        "It has widened its port and used its ships to shadow trawlers, annoy divers off its coast, and block piers.",
        [
            "It | has widened | its port",
            "It | used | its ships <purpose: to shadow trawlers , annoy divers off its coast , and block piers>",
        ],
    ),
    ("The delay made Lima worried.", ["The delay | made | Lima <result: worried>", "Lima | worried | -"]),
    ("The phone will come pre-loaded with games.", ["The phone | will come pre - loaded with | games"]),
    (
        "Memon believed the reform in May helped farmers.",
        ["Memon | believed | the reform in May helped farmers", "the reform | helped | farmers"],
    ),
    ("These plans are still far from a final draft.", ["These plans | are far from | a final draft <time: still>"]),
    ("The crew is steered by a novice. novice.", ["The crew | is steered by | a novice"]),
    (
        "Still, they had offered few means to repay debts out of greed. hunger could force them into strikes.",
        [
            "they | had offered | few means <time: Still> <purpose: to repay debts out of greed>",
            "hunger | could force | them <other: into strikes>",
        ],
    ),
    ("The company, whose shares fell, cut jobs.", ["The company whose shares | fell | -", "The company | cut | jobs"]),
    (
        "The law that the senate passed bans plastic bags.",
        ["the senate | passed | The law", "The law | bans | plastic bags"],
    ),
    ("They bought the line on March 3, 1961.", ["They | bought | the line <time: on March 3 , 1961>"]),
    ("He wrote in a total of seven issues.", ["He | wrote in | a total of seven issues"]),
    (
        "The fall in oil prices, which have hurt farmers, continued.",
        ["oil prices | have hurt | farmers", "The fall | continued | -"],
    ),
    (
        "It broke a pact reached between both sides in 1991, which barred whaling.",
        ["It | broke | a pact", "a pact | reached between | both sides <time: in 1991>", "a pact | barred | whaling"],
    ),
    (
        "Sales fell in the fourth quarter, driven by losses in Spain.",
        ["Sales | fell in | the fourth quarter", "Sales | driven by | losses"],
    ),
    (
        "The index fell by 5 percent to slip below its low.",
        ["The index | fell by | 5 percent <purpose: to slip below its low>"],
    ),
    (
        "The town grew, two schools were built, and rents rose.",
        ["The town | grew | -", "two schools | were built | -", "rents | rose | -"],
    ),
    (
        "In the second half Kim Min-jun conceded a penalty.",
        ["Kim Min - jun | conceded | a penalty <other: In the second half>"],
    ),
    (
        "A poll found only a quarter of voters favoured changing the flag.",
        [
            "A poll | found | only a quarter of voters favoured changing the flag",
            "only a quarter of voters | favoured changing | the flag",
        ],
    ),
    ("There were fears they would stay in Peru.", ["There | were | fears", "they | would stay in | Peru"]),
]
SOUND = [
    ("He wore a shirt made in Oslo.", ["He | wore | a shirt", "a shirt | made in | Oslo"]),
    ("The children given prizes cheered.", ["The children | given | prizes", "The children | cheered | -"]),
    ("The paper printed many letters by readers.", ["The paper | printed | many letters <other: by readers>"]),
    ("The firm used tools to cut wood.", ["The firm | used | tools <purpose: to cut wood>"]),
    ("The council met on Monday and adjourned.", ["The council | met on | Monday", "The council | adjourned | -"]),
    ("He was arrested and died in prison.", ["He | was arrested | -", "He | died in | prison"]),
    ("Officials said prices rose.", ["Officials | said | prices rose", "prices | rose | -"]),
    ("The union believes the plan.", ["The union | believes | the plan"]),
    ("It was a half-finished bridge.", ["It | was | a half - finished bridge"]),
    ("The two-day talks ended.", ["The two - day talks | ended | -"]),
]


@pytest.mark.parametrize(("text", "expected"), MENDED)
def test_wrong_parses_are_mended(nlp: Language, text: str, expected: list[str]) -> None:
    assert claims(nlp, text) == expected


@pytest.mark.parametrize(("text", "expected"), SOUND)
def test_sound_parses_stay(nlp: Language, text: str, expected: list[str]) -> None:
    assert claims(nlp, text) == expected
