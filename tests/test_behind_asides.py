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
        ["The gas | can cause | headaches", "The gas | can cause | dizziness", "The gas | can cause | blindness"],
    ),
    (
        "The boat struck a rock, though it missed the pier and, at one point, lost a sail.",
        [
            "The boat | struck | a rock <concession: though it missed the pier and , at one point , lost a sail>",
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
        "The $18 million that tolls once brought in had to be found elsewhere.",
        [
            "tolls | brought in | The $ 18 million <time: once>",
            "The $ 18 million | had to be found | - <place: elsewhere>",
        ],
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
    ("Neighbours remembered her as blunt and funny.", ["Neighbours | remembered | her <role: as blunt and funny>"]),
    ("Reed headed in a corner, his seventh goal of the season.", ["Reed | headed in | a corner"]),
    (
        "Owners say that collecting tolls costs nearly as much as it raises.",
        [
            "Owners | say | that collecting tolls costs nearly as much as it raises",
            "collecting tolls | costs | - <other: nearly as much as it raises>",
        ],
    ),
    (
        "Reed was left to rue the dismissal of Quist, which he called a farce.",
        [
            "Reed | was left | - <purpose: to rue the dismissal of Quist , which he called a farce>",
            "he | called | the dismissal <role: a farce>",
        ],
    ),
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
    ("Ten-man Rovers lost.", ["Ten - man Rovers | lost | -"]),
    (
        "The storm shut its only refinery, which produces fuel for ships.",
        ["The storm | shut | its only refinery", "its only refinery | produces | fuel"],
    ),
    ("The price fell from 210 to 145.", ["The price | fell from | 210 <other: to 145>"]),
    (
        "Side effects include nausea, headaches and, less often, a dry cough.",
        [
            "Side effects | include | nausea",
            "Side effects | include | headaches",
            "Side effects | include | a dry cough",
        ],
    ),
    (
        "He has carried brides, coffins, a piano and, on one afternoon in 1986, a circus bear.",
        [
            "He | has carried | brides",
            "He | has carried | coffins",
            "He | has carried | a piano",
            "He | has carried | a circus bear",
        ],
    ),
    (
        "More than 150 officers joined the search, along with dogs and two helicopters equipped with cameras.",
        [
            "More than 150 officers | joined | the search <accompaniment: along with dogs and two "
            "helicopters equipped with cameras>",
            "two helicopters | equipped with | cameras",
        ],
    ),
    (
        "Shares in Veltra, which had risen 30 per cent this year, closed higher.",
        ["Shares | had risen | - <measure: 30 per cent> <time: this year>", "Shares | closed | - <other: higher>"],
    ),
    (
        "The bridge was inspected in April and given a rating of seven.",
        ["The bridge | was inspected | - <time: in April>", "The bridge | was given | a rating"],
    ),
    ("We look at conduct, not passports.", ["We | look at | conduct"]),
    (
        "Ms. Quist, visibly moved, replied that the hard part starts tomorrow.",
        [
            "Ms. Quist | moved | - <manner: visibly>",
            "Ms. Quist | replied | that the hard part starts tomorrow",
            "the hard part | starts | - <time: tomorrow>",
        ],
    ),
    (
        "Talks continued on Monday, with both sides hoping for a deal.",
        [
            "Talks | continued | - <time: on Monday> <other: with both sides hoping for a deal>",
            "both sides | hoping for | a deal",
        ],
    ),
    ("He spoke, briefly, with Reed.", ["He | spoke with | Reed <manner: briefly>"]),
    (
        "ARRAN CITY - Rescuers pulled four bodies from the river on Wednesday.",
        ["Rescuers | pulled | four bodies <source: from the river> <time: on Wednesday>"],
    ),
    (
        "The gas can lead to headaches, dizziness and, in rare cases, blindness.",
        ["The gas | can lead to | headaches", "The gas | can lead to | dizziness", "The gas | can lead to | blindness"],
    ),
    (
        "Officers searching a garage did recover three rings.",
        ["Officers | searching | a garage", "Officers searching a garage | did recover | three rings"],
    ),
    (
        "Quist, clad in a red cloak, bowed to the crowd.",
        [
            "Quist | clad in | a red cloak",
            "Quist | bowed to | the crowd",
        ],
    ),
    (
        "Brandt, on for the limping Olga Frey, struck with a volley.",
        [
            "Brandt | struck with | a volley <other: on for the limping Olga Frey>",
        ],
    ),
    (
        "Quist, who took over in May, conceded in a letter to owners that the mill had lost money.",
        [
            "Quist | took over | - <time: in May>",
            "Quist | conceded | that the mill had lost money <other: in a letter to owners>",
            "the mill | had lost | money",
        ],
    ),
    (
        "ARBECK, June 3 - Torvik Foods, a maker of noodles, raised its prices on Friday.",
        [
            "Torvik Foods | raised | its prices <time: on Friday>",
        ],
    ),
    (
        "Brandt was found guilty last week of two counts of fraud.",
        [
            "Brandt | was found | guilty <time: last week> <other: of two counts of fraud>",
        ],
    ),
    (
        "The clerks complained on Tuesday of long queues.",
        [
            "The clerks | complained of | long queues <time: on Tuesday>",
        ],
    ),
    (
        "The row led to the passage Thursday of the bill.",
        [
            "The row | led to | the passage <time: Thursday> <other: of the bill>",
        ],
    ),
    (
        "He bought the mill, which shut in May, for £2 million.",
        [
            "He | bought | the mill <measure: for £ 2 million>",
            "the mill | shut | - <time: in May>",
        ],
    ),
    (
        "Whether they will like it is another matter.",
        [
            "they | will like | it",
            "Whether they will like it | is | another matter",
        ],
    ),
    (
        "It was there that she met Olga Frey.",
        [
            "she | met | Olga Frey",
        ],
    ),
    (
        "Talks between the firms have all but collapsed.",
        [
            "Talks | have all but collapsed | -",
        ],
    ),
    (
        "At least two men were killed and dozens more injured.",
        [
            "At least two men | were killed | -",
        ],
    ),
    (
        "Her song reached No. 4 on the charts.",
        [
            "Her song | reached | No. 4",
        ],
    ),
    (
        "The flood hit early Monday in the hills, drowning cows, and left at least three people dead and 41 missing.",
        [
            "The flood | hit in | the hills <time: early Monday>",
            "The flood | drowning | cows",
            "The flood | left | at least three people <role: missing>",
            "The flood | left | 41 <role: missing>",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MENDED)
def test_wrong_parses_are_mended(nlp: Language, text: str, expected: list[str]) -> None:
    assert claims(nlp, text) == expected
