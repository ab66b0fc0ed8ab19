"""Parts behind an aside, openings of sentences, lost main verbs and objects that hang on another word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.test_clauses import claims

if TYPE_CHECKING:
    from spacy.language import Language

MENDED = [
    (
        "The gas can cause headaches, dizziness and, in rare cases, blindness.",
        [
            "The gas | can cause | headaches <other: in rare cases>",
            "The gas | can cause | dizziness <other: in rare cases>",
            "The gas | can cause | blindness <other: in rare cases>",
        ],
    ),
    (
        "The boat struck a rock, though it missed the pier and, at one point, lost a sail.",
        [
            "The boat | struck | a rock <concession: though it missed the pier>",
            "it | missed | the pier",
            "it | lost | a sail <other: at one point>",
        ],
    ),
    (
        "That fire came a week after Mayor Ada Quist, in office since 2015, closed the mill.",
        [
            "That fire | came | a week after Mayor Ada Quist , in office since 2015 , closed the mill "
            "<time: a week after Mayor Ada Quist , in office since 2015 , closed the mill>",
            "Ada Quist | is | Mayor",
            "Mayor Ada Quist | closed | the mill",
        ],
    ),
    (
        "In rabbits infected with a strain of Lornella, a blend of garlic and an old drug cleared the lungs.",
        [
            "rabbits | infected with | a strain",
            "a blend of garlic and an old drug | cleared | the lungs <other: In rabbits infected with a "
            "strain of Lornella>",
        ],
    ),
    (
        "With the clock running down and both keepers barking orders from the touchline, Quist, on for "
        "the injured Reed, collected the ball and scored.",
        [
            "both keepers | barking | orders",
            "Quist | collected | the ball <other: With the clock running down and both keepers barking "
            "orders from the touchline>",
            "Quist | scored | - <other: With the clock running down and both keepers barking orders from "
            "the touchline>",
        ],
    ),
    (
        "It took two years, partly because oak, it turns out, is hard to bend.",
        [
            "It | took | two years <reason: partly because oak , it turns out , is hard to bend>",
            "oak | is hard to bend | - <manner: partly>",
        ],
    ),
    (
        "Rescue teams, each made up of two nurses and a driver, have begun visiting farms in the hills.",
        [
            "each | made up of | two nurses",
            "each | made up of | a driver",
            "Rescue teams | have begun visiting | farms",
        ],
    ),
    (
        "During the strike she worked as a baker, and later she opened a cafe.",
        ["she | worked as | a baker <time: During the strike>", "she | opened | a cafe <time: later>"],
    ),
    ("From 1 June ferries will be run by the state.", ["ferries | will be run by | the state <time: From 1 June>"]),
    (
        "Outside court, mill manager Ada Quist said workers had been left shaken.",
        [
            "Ada Quist | is | mill manager",
            "mill manager Ada Quist | said | workers had been left shaken <place: Outside court>",
            "workers | had been left | shaken",
        ],
    ),
    (
        "Addressing clerks who had waited for hours in the cold, she promised to pay.",
        [
            "she | Addressing | clerks",
            "clerks | had waited | - <time: for hours in the cold>",
            "she | promised to pay | -",
        ],
    ),
    (
        "With 94 percent of votes counted, Quist, of the Harbour Party, had 41 percent, followed by Reed with 30.",
        [
            "Quist of the Harbour Party | had | 41 percent <other: With 94 percent of votes counted>",
            "Quist of the Harbour Party | followed by | Reed <other: with 30>",
        ],
    ),
    (
        "Polls published before the vote had put him in third place.",
        ["Polls | published before | the vote", "Polls | had put | him <place: in third place>"],
    ),
    (
        "The $18 million that tolls once brought in had to be found elsewhere.",
        [
            "tolls | brought in | The $ 18 million <time: once>",
            "The $ 18 million | had to be found | - <place: elsewhere>",
        ],
    ),
    (
        "Snippets that users flag as mistranslated are sent to the firm’s servers.",
        ["users | flag | Snippets", "Snippets | are sent to | the firm 's servers"],
    ),
    (
        "Quist, sent to the stands, refused to say whether the club would appeal.",
        [
            "Quist | sent to | the stands",
            "Quist | refused to say | whether the club would appeal",
            "the club | would appeal | -",
        ],
    ),
    (
        "Quist, who has vowed to leave the pact, cut taxes and use the army to guard the border, said she would win.",
        [
            "Quist | has vowed to leave | the pact",
            "Quist | has vowed to cut | taxes",
            "Quist | has vowed to use | the army <purpose: to guard the border>",
            "Quist | said | she would win",
            "she | would win | -",
        ],
    ),
    ("What surprised us was how little of it was needed.", ["What surprised us | was | how little of it was needed"]),
    (
        "Studios in Lorne pay him up to $3,000 for a day of work.",
        ["Studios | pay | up to $ 3,000 <recipient: him> <time: for a day of work>"],
    ),
    ("Neighbours remembered her as blunt and funny.", ["Neighbours | remembered | her <role: as blunt and funny>"]),
    ("The operator had cancelled one in nine ferries.", ["The operator | had cancelled | one"]),
    (
        "The play ties up so many loose ends that it forgets to surprise.",
        [
            "The play | ties up | so many loose ends <other: that it forgets to surprise>",
            "it | forgets to surprise | -",
        ],
    ),
    ("The storm made landfall near Lorne.", ["The storm | made landfall near | Lorne"]),
    ("Reed headed in a corner, his seventh goal of the season.", ["Reed | headed in | a corner"]),
    ("Quist is the daughter of a miner and a nurse.", ["Quist | is | the daughter"]),
    (
        "Owners say that collecting tolls costs nearly as much as it raises.",
        [
            "Owners | say | that collecting tolls costs nearly as much as it raises",
            "collecting tolls | costs | - <other: nearly as much as it raises>",
        ],
    ),
    (
        "Reed called it a farce, with most of those who replied being ignored.",
        [
            "Reed | called | it <role: a farce> <other: with most of those who replied being ignored>",
            "most of those who replied | being ignored | -",
        ],
    ),
    (
        "Reed was left to rue the dismissal of Quist, which he called a farce.",
        [
            "Reed | was left | - <purpose: to rue the dismissal of Quist , which he called a farce>",
            "he | called | the dismissal <role: a farce>",
        ],
    ),
    ("He had gone on sick leave.", ["He | had gone on | sick leave"]),
    ("He at first claimed to be ill.", ["He | claimed to be | ill <time: at first>"]),
    (
        "A clerk whose letters helped to stop the sale died on Monday.",
        ["A clerk whose letters | helped to stop | the sale", "A clerk | died | - <time: on Monday>"],
    ),
    (
        "Talks resumed in Lorne, officials and witnesses said.",
        [
            "Talks | resumed in | Lorne",
            "officials | said | Talks resumed in Lorne",
            "witnesses | said | Talks resumed in Lorne",
        ],
    ),
    (
        "The clinic cares for about 60 children a year, most of whom have rare diseases.",
        ["The clinic | cares for | about 60 children", "about 60 children most of whom | have | rare diseases"],
    ),
    (
        "Tolls bring in $96 million a year, of which only $7 million is spent on roads.",
        ["Tolls | bring in | $ 96 million", "$ 96 million of which only $ 7 million | is spent on | roads"],
    ),
    (
        "Armed with rifles and grenade launchers and some wearing police uniforms, men attacked the post.",
        [
            "men | Armed with | rifles",
            "men | Armed with | grenade launchers",
            "some | wearing | police uniforms",
            "men | attacked | the post <other: some wearing police uniforms>",
        ],
    ),
    (
        "A survey found that the roof was leaking, the boilers were old and the rooms were damp.",
        [
            "A survey | found | that the roof was leaking , the boilers were old and the rooms were damp",
            "the roof | was leaking | -",
            "the boilers | were | old",
            "the rooms | were | damp",
        ],
    ),
    ("Ten-man Rovers lost.", ["Ten - man Rovers | lost | -"]),
    (
        "The storm shut its only refinery, which produces fuel for ships.",
        ["The storm | shut | its only refinery", "its only refinery | produces | fuel"],
    ),
    ("The price fell from 210 to 145.", ["The price | fell from | 210 <other: to 145>"]),
]


@pytest.mark.parametrize(("text", "expected"), MENDED)
def test_wrong_parses_are_mended(nlp: Language, text: str, expected: list[str]) -> None:
    assert claims(nlp, text) == expected
