"""What readers found wrong in later rounds, each cause with sentences of our own.

A line is `subject | relation | object`, as shown, `-` for no object.
"""

from __future__ import annotations

import pytest

from extract.extractor import Extractor
from tests.test_read_claims import line

STATED = [
    # nouns that were taken for verbs
    (
        "They had a small cache of weapons including ten rifles and a rocket propelled grenade.",
        ["They | had | a small cache of weapons including ten rifles and a rocket propelled grenade"],
    ),
    (
        "They bought steel, and a rocket propelled the sled.",
        ["They | bought | steel", "a rocket | propelled | the sled"],
    ),
    (
        "Norlandish brigands on two skiffs were caught.",
        ["Norlandish brigands on two skiffs | were caught | -"],
    ),
    ("Fans said Betty Lund poses in May.", ["Fans | said | Betty Lund poses in May", "Betty Lund | poses | -"]),
    # one noun before the verb, whatever the hyphen made of it
    (
        "A onetime co-worker has been charged in the killing of two guards.",
        ["A onetime co-worker | has been charged in | the killing of two guards"],
    ),
    # when it was is not what was done
    (
        "By the time he got to the mill, the fire was out.",
        ["he | got to | the mill", "the fire | was out | -"],
    ),
    ("They praised the time he spent there.", ["They | praised | the time he spent there", "he | spent | the time"]),
    ("Ten ships built by 2024 will sail.", ["Ten ships | built | -", "Ten ships built by 2024 | will sail | -"]),
    # whose relative it is
    (
        "She waved a knife at her landlord who did not like Reed.",
        ["She | waved | a knife", "her landlord | did not like | Reed"],
    ),
    (
        "Police searched the site of the theft at a shop in the west of Lorne, which is home to ten mills.",
        ["Police | searched | the site of the theft", "Lorne | is | home to ten mills"],
    ),
    (
        "Her absence from the stage, which lasted for years, ended.",
        [
            "Her absence from the stage | lasted for | years",
            "Her absence from the stage | ended | -",
        ],
    ),
    (
        "Reed paid a visit to the old jail, dubbed the Red House by guards.",
        ["Reed | paid | a visit to the old jail", "the old jail | dubbed | the Red House"],
    ),
    # two nouns for one person, and a title for several
    (
        "The actor and swimmer, Ada Lund, left the stage.",
        ["Ada Lund | is | The actor", "Ada Lund | is | swimmer", "Ada Lund | left | the stage"],
    ),
    # what an adjective governs, and what a place holds
    ("The board was too hard on the farmers.", ["The board | was too hard on | the farmers"]),
    (
        "He returned to the firm where he had worked.",
        ["He | returned to | the firm where he had worked", "he | had worked | -"],
    ),
    # what is included is an act, and what is allowed for was given to nobody
    ("The plans included starting a new school.", ["The plans | included | starting a new school"]),
    (
        "The road given to the town was closed.",
        ["The road | given to | the town", "The road given to the town | was closed | -"],
    ),
    # "that" before several things joins a clause
    (
        "The study showed in a new paper that taste buds could be found in the gut.",
        ["The study | showed | that taste buds could be found in the gut", "taste buds | could be found in | the gut"],
    ),
    # participles and the verbs of clauses
    (
        "The study found that fish exposed to the drug were twice as likely to die.",
        [
            "The study | found | that fish exposed to the drug were twice as likely to die",
            "fish | exposed to | the drug",
            "fish exposed to the drug | were twice as likely to die | -",
        ],
    ),
    (
        "Officials said prices rose and wages fell.",
        ["Officials | said | prices rose and wages fell", "prices | rose | -", "wages | fell | -"],
    ),
    # by how much
    (
        "Shares in the firm were up 3 percent in early trading.",
        ["Shares in the firm | were | up 3 percent in early trading"],
    ),
    # what sums a clause up, and what stands apart
    (
        "The strike comes after the council voted to close three libraries, a decision that angered residents.",
        [
            "The strike | comes | after the council voted to close three libraries",
            "the council | voted to close | three libraries",
        ],
    ),
    (
        "There are concerns that the dam, built in 1962, could fail.",
        ["There | are | concerns that the dam could fail", "the dam | built | -", "the dam | could fail | -"],
    ),
    (
        "The bill goes to the upper house, where it is expected to face opposition.",
        [
            "The bill | goes to | the upper house",
            "it | is expected to face | opposition",
        ],
    ),
    # particles behind a pronoun, and orders in a row
    ("The phone will set you back 40 crowns.", ["The phone | will set back | you"]),
    ("The ferry takes us back to the island.", ["The ferry | takes | us back to the island"]),
    (
        "You can save money, but make sure you read the print.",
        ["You | can save | money", "you | read | the print"],
    ),
    # what somebody was told, two absolutes, and days that pass
    (
        "Ada told the inquest he had seemed happy the day before he died.",
        ["Ada | told | he had seemed happy the day before he died", "he | had seemed | happy", "he | died | -"],
    ),
    ("He told the story he had heard.", ["He | told | the story he had heard", "he | had heard | the story"]),
    (
        "The pair had been walking in the hills for three days when the fog came down.",
        ["The pair | had been walking in | the hills", "the fog | came down | -"],
    ),
    # nouns that are no things, and how far
    (
        "The wedding took place two miles off the town of Lorne.",
        ["The wedding | took place two miles off | the town of Lorne"],
    ),
    # verbs that say nothing without an object
    ("They offered her a share, but she refused.", ["They | offered | a share"]),
    ("Both parties are to blame.", ["Both parties | are to blame | -"]),
    ("The country is watching.", ["The country | is watching | -"]),
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_what_a_sentence_states(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert [line(claim) for claim in extractor(text)] == expected
