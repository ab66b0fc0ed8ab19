"""What stands beside, around and behind a main clause: who says it, what was inserted, what is shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract import Extractor
from tests.test_clauses import claims

if TYPE_CHECKING:
    from spacy.language import Language

MENDED = [
    (
        "Mr Quist paid for the yacht with union money, Tarn District Court heard on Monday.",
        [
            "Mr Quist | paid for | the yacht <other: with union money>",
            "Tarn District Court | heard | Mr Quist paid for the yacht with union money <time: on Monday>",
        ],
    ),
    (
        "Olga Brandt, prosecuting, said the clerk had burnt the ledger.",
        ["Olga Brandt | said | the clerk had burnt the ledger", "the clerk | had burnt | the ledger"],
    ),
    ("The board expects a loss of between 3 and 4 million crowns.", ["The board | expects | a loss"]),
    (
        "The club has lost points in every match but one.",
        ["The club | has lost | points <other: in every match but one>"],
    ),
    ("Quist has sold all but two of her vineyards.", ["Quist | has sold | all but two of her vineyards"]),
    (
        "The firm blamed strikes and poor sales to shops in Arbeck.",
        ["The firm | blamed | strikes", "The firm | blamed | poor sales"],
    ),
    ("Farmers face second week of delays", ["Farmers | face | second week"]),
    (
        "The guide saw a boy lying on the ice, clutching his knee.",
        [
            "The guide | saw | a boy <result: lying on the ice clutching his knee>",
            "a boy | lying on | the ice",
            "a boy | clutching | his knee",
        ],
    ),
    ("Also injured was a porter from Tarn.", ["a porter | injured was | -"]),
    (
        "When the beams, weakened by years of damp, collapsed, the hall was empty.",
        [
            "the beams | weakened | - <agent: by years of damp>",
            "the beams | collapsed | -",
            "the hall | was | empty <time: When the beams , weakened by years of damp , collapsed>",
        ],
    ),
    (
        "The clerk was fined and told that he was lucky.",
        ["The clerk | was fined | -", "The clerk | was told | that he was lucky", "he | was | lucky"],
    ),
    (
        "The firm said it regretted the spill, had learnt its lesson and would pay.",
        [
            "The firm | said | it regretted the spill , had learnt its lesson and would pay",
            "it | regretted | the spill",
            "it | had learnt | its lesson",
            "it | would pay | -",
        ],
    ),
    (
        "Critics praised the drawings, published in May, as a triumph.",
        ["Critics | praised | the drawings <role: as a triumph>", "the drawings | published | - <time: in May>"],
    ),
    (
        "So loud was the storm that the concert was stopped.",
        ["the storm | was | So loud", "the concert | was stopped | -"],
    ),
    (
        "The inspector described the boiler as a bomb waiting to go off.",
        [
            "The inspector | described | the boiler <role: as a bomb waiting to go off>",
            "a bomb | waiting to go off | -",
        ],
    ),
    (
        "Clerks not employed by the mill noted that it had paid no tax.",
        ["Clerks | not employed by | the mill", "Clerks | noted | that it had paid no tax", "it | had paid | no tax"],
    ),
    (
        "Of the 90 sailors tested in March, 12 of those on the ferry had scurvy.",
        [
            "the 90 sailors | tested | - <time: in March>",
            "12 of those on the ferry | had | scurvy <other: Of the 90 sailors tested in March>",
        ],
    ),
    ("Two ferries, those of the Tarn and Lorne lines, were sold.", ["Two ferries | were sold | -"]),
    (
        "The museum funds come from visitors and from the sale of maps.",
        ["The museum funds | come from | visitors", "The museum funds | come from | the sale"],
    ),
    (
        "Whether the owls will return is another matter.",
        ["the owls | will return | -", "Whether the owls will return | is | another matter"],
    ),
    ("Not everyone is convinced.", ["Not everyone | is convinced | -"]),
    (
        "What the rings tell us is that the oaks burned.",
        ["What the rings tell us | is | that the oaks burned", "the oaks | burned | -"],
    ),
    (
        "Ruth Quist, of the Tarn Academy in Lorne, who was not hurt, thanked the crew.",
        [
            "Ruth Quist | is of | the Tarn Academy",
            "Ruth Quist of the Tarn Academy in Lorne | was not hurt | -",
            "Ruth Quist of the Tarn Academy in Lorne | thanked | the crew",
        ],
    ),
    (
        "The hall cost 900 crowns a year to heat and maintain.",
        ["The hall | cost | 900 crowns <purpose: to heat and maintain>"],
    ),
    ("Investors shrug off war worries.", ["Investors | shrug off | war worries"]),
    ("The town was angry, and residents sued the mill.", ["The town | was | angry", "residents | sued | the mill"]),
    ("She spent much of her youth drawing ferries.", ["She | spent | much"]),
    (
        "They are the kindest pair you could meet, and he would help anyone.",
        ["They | are | the kindest pair", "he | would help | anyone"],
    ),
    ("They heard of plans to cut jobs, let alone wages.", ["They | heard of | plans"]),
    (
        "The rector hopes to mend the roof before it is too late.",
        ["The rector | hopes to mend | the roof <time: before it is too late>"],
    ),
    ("The offer isn't about rents but about votes.", ["The offer | is n't about | rents"]),
    (
        "Olga Berg of the Bakers' Union said staff were tired.",
        [
            "Olga Berg | is of | the Bakers ' Union",
            "Olga Berg of the Bakers ' Union | said | staff were tired",
            "staff | were | tired",
        ],
    ),
    (
        "It would not open before May at the earliest.",
        ["It | would not open | - <time: before May> <other: at the earliest>"],
    ),
    ("He would rather leave now.", ["He | would rather leave | - <time: now>"]),
    (
        "The council had agreed to build a mill but put the plan on hold.",
        ["The council | had agreed to build | a mill", "The council | put | the plan <topic: on hold>"],
    ),
    (
        "The drug slows the disease, but only if given early.",
        ["The drug | slows | the disease <condition: only if given early>", "The drug | given | - <manner: early>"],
    ),
    (
        "The rings were kept for ten years, during which time two clerks left.",
        ["The rings | were kept | - <time: for ten years> <other: during which time two clerks left>"],
    ),
]

HEADLINES = [
    ("Trust apologises after patient waited a day", "Trust | apologises |"),
    ("Union criticises plan to close mill", "Union | criticises | plan to close mill"),
    ("Council votes to ban cars from the quay", "Council | votes to ban | cars from the quay"),
    ("Nurses to strike over pay", "Nurses | to strike over | pay"),
    ("Storm warning extended to the north", "Storm warning | extended to | the north"),
    ("Tea halves risk of stroke, study finds", "Tea | halves | risk of stroke"),
    ("Mill reopens after fire", "Mill | reopens after | fire"),
]
_BODY = "\n\nThe mill in Lorne has been open since 1920.\n\nThe owner, Ada Lund, said on Tuesday that she would stay.\n"


@pytest.mark.parametrize(("text", "expected"), MENDED)
def test_wrong_parses_are_mended(nlp: Language, text: str, expected: list[str]) -> None:
    assert claims(nlp, text) == expected


@pytest.mark.parametrize(("text", "expected"), HEADLINES)
def test_verbs_of_headlines_are_found(text: str, expected: str) -> None:
    found = [c for c in Extractor()(text + _BODY) if c.sentence == 0]
    shown = [f"{c.subject.text} | {c.relation.text} | {c.object.text if c.object else ''}".strip() for c in found]
    assert expected in shown
