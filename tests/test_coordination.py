"""Verbs that stand beside a verb of another clause: each is told of its own subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.test_clauses import claims

if TYPE_CHECKING:
    from spacy.language import Language

OWN_SUBJECTS = [
    (
        "The warden said the pier was old but did not elaborate.",
        [
            "The warden | said | the pier was old",
            "the pier | was | old",
            "The warden | did not elaborate | -",
        ],
    ),
    (
        "Quist ran for 40 yards and a touchdown on nine carries for Tarn and Olof Berg caught three passes.",
        [
            "Quist | ran for | 40 yards",
            "Quist | ran for | a touchdown",
            "Olof Berg | caught | three passes",
        ],
    ),
    (
        "Quist scored for the Herons and Olof Berg stopped 19 shots.",
        ["Quist | scored for | the Herons", "Olof Berg | stopped | 19 shots"],
    ),
    (
        "The village still has water and gas connections and wardens say they are sending blankets.",
        ["wardens | say | they are sending blankets"],
    ),
    (
        "The pump would be safer if the harbour had a bigger budget and Tarn paid for divers.",
        ["the harbour | had | a bigger budget", "Tarn | paid for | divers"],
    ),
    (
        "Thousands lost their power after damage to cables connecting Tarn, Sund and Lorne took down the grid.",
        ["damage | took down | the grid"],
    ),
    (
        "The warden repeated the board is sure of the cost.",
        ["The warden | repeated | the board is sure of the cost", "the board | is sure of | the cost"],
    ),
    (
        "A film showing the tense moment a diver was rescued by fishermen was released Monday.",
        ["a diver | was rescued by | fishermen", "A film | was released | - <time: Monday>"],
    ),
    (
        "The budget passed Thursday by the council included none of the money that Quist demanded.",
        ["The budget | passed by | the council <time: Thursday>", "The budget | included | none"],
    ),
    (
        "Quist has grey eyes, the records said, and was born in Tarn.",
        ["Quist | was born in | Tarn"],
    ),
    (
        '"The pump is old," Quist said, and left the hall.',
        ["Quist | left | the hall"],
    ),
    (
        "Quist fell after teenager Olof Berg hit him with an oar.",
        ["Olof Berg | hit | him <other: with an oar>"],
    ),
    (
        "Wardens held a man in connection with a dozen parcels containing likely bombs mailed to people in Tarn.",
        ["likely bombs | mailed to | people"],
    ),
    (
        "Many of the guilds come from towns that Quist carried and are more concerned about the port.",
        ["Many of the guilds | are more concerned about | the port"],
    ),
    (
        "Quist left after talks in Lima and Berg stayed there.",
        ["Quist | left after | talks", "Berg | stayed | there"],
    ),
    (
        "The warden bought a boat and last year closed the pool.",
        ["The warden | closed | the pool <time: last year>"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), OWN_SUBJECTS)
def test_a_verb_behind_a_noun_has_its_own_subject(nlp: Language, text: str, expected: list[str]) -> None:
    found = claims(nlp, text)
    assert [claim for claim in expected if claim not in found] == [], found
