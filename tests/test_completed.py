"""Complements that belong to a claim: what somebody is accused of, what a thing is called, what news comes after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract import Extractor
from tests.test_clauses import claims
from tests.test_complete import triple

if TYPE_CHECKING:
    from spacy.language import Language

MENDED = [
    ("Oslo scored 17 points and Bern nine.", ["Oslo | scored | 17 points"]),
    (
        "Quist and Lund scored 17 and nine points respectively.",
        ["Quist and Lund | scored | 17 and nine points <manner: respectively>"],
    ),
    ("On the wall hangs a map of the coast.", ["a map of the coast | hangs | On the wall"]),
    ("In the yard he stood a chair.", ["he | stood | a chair <place: In the yard>"]),
    (
        "The state owns the track and most of the trains.",
        ["The state | owns | the track", "The state | owns | most of the trains"],
    ),
    (
        "The film follows two sisters, one a nurse, the other a thief, who have not met since 1990.",
        ["The film | follows | two sisters", "two sisters | have not met | - <time: since 1990>"],
    ),
    ("The ministry, which was itself only told in May, has said nothing.", []),
    (
        'Residents carried signs reading "No more cuts".',
        ["Residents | carried | signs", "signs | reading | No more cuts"],
    ),
    ("We let Martha down.", ["We | let down | Martha"]),
    ("She has done so every morning since 1968.", []),
    ("The club climbed to ninth, their highest position since 1990.", ["The club | climbed to | ninth"]),
    (
        "The mill will not reopen, a decision the union called cruel.",
        ["The mill | will not reopen | -", "the union | called | a decision <role: cruel>"],
    ),
    ("Not all analysts were convinced.", ["Not all analysts | were convinced | -"]),
    (
        "She declined to say which customers had paid the fine.",
        ["She | declined to say | which customers had paid the fine"],
    ),
    (
        "The war has killed 11,000 people, two-thirds of them civilians.",
        ["The war | has killed | 11,000 people"],
    ),
    ("They pulled one back after ten minutes.", ["They | pulled back | one <time: after ten minutes>"]),
    (
        "According to a survey of nurses published on Monday, most are tired.",
        [
            "a survey of nurses | published | - <time: on Monday>",
            "most | are | tired <source: According to a survey of nurses published on Monday>",
        ],
    ),
    (
        "Quist asked for help in finding more witnesses now that the names were made public.",
        ["the names | were made | public"],
    ),
    (
        "Quist said after the storm passed that he would repay the fee.",
        ["Quist | said | that he would repay the fee <time: after the storm passed>"],
    ),
    (
        "Few of the dozen sailors interviewed in Tarn said they had a contract.",
        ["Few of the dozen sailors interviewed in Tarn | said | they had a contract"],
    ),
    ("Quist was arrested Friday, not long after Berg was shot to death.", ["Berg | was shot to | death"]),
    (
        "While en route from the ferry to the hut he slipped from the ridge and broke an arm.",
        ["he | slipped from | the ridge <time: While en route from the ferry to the hut>", "he | broke | an arm"],
    ),
    (
        'She purported that harbour diving "was such fun."',
        ["She | purported | that harbour diving was such fun"],
    ),
    (
        "Quist is being held on charges of stealing and selling boats and was expected to appear Tuesday.",
        ["Quist | was expected to appear | - <time: Tuesday>"],
    ),
    (
        'Berg rang the wardens, saying "I am the one you want" and asking for a doctor.',
        ["Berg | asking for | a doctor"],
    ),
    (
        "They are reports that officials believe have been contradicted by the survey.",
        ["They | have been contradicted by | the survey"],
    ),
    ("Quist afterward struck a friendly tone.", ["Quist | struck | a friendly tone <time: afterward>"]),
    (
        "Ada Berg, the younger sister of Lena Berg and daughter of Olof Berg, left.",
        ["Ada Berg | is | the younger sister of Lena Berg", "Ada Berg | is | daughter of Olof Berg"],
    ),
    ("Berg will discuss how to build on the pier.", ["Berg | will discuss | how to build on the pier"]),
    ("Quist fell short of the grand finale he hoped for.", ["he | hoped for | the grand finale"]),
    (
        "The mill, the old dam and the port were central.",
        ["The mill | were | central", "the old dam | were | central", "the port | were | central"],
    ),
    ("Berg worked for years to save the pier.", ["Berg | worked | to save the pier <time: for years>"]),
    ("A storm dumped two inches of rain on Tuesday and more was expected.", ["more | was expected | -"]),
    ("The note was about oil, not about faith.", ["The note | was about | oil"]),
    (
        "Herons 5, Rovers 1: Olof Berg had two goals and an assist, and Tarn beat Sund.",
        ["Olof Berg | had | two goals", "Tarn | beat | Sund"],
    ),
    ("Among those expecting a storm was Olof Berg.", ["Olof Berg | was | Among those expecting a storm"]),
    ("At the center of their anger is the mayor.", ["the mayor | is | At the center of their anger"]),
    ("The guild has fallen far short of its goals.", ["The guild | has fallen | far short of its goals"]),
    (
        "A pistol believed to be the murder weapon was recovered.",
        ["A pistol | was recovered | -"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MENDED)
def test_a_complement_hangs_on_its_verb(nlp: Language, text: str, expected: list[str]) -> None:
    found = claims(nlp, text)
    assert [claim for claim in expected if claim not in found] == [], found


SHOWN = [
    ("Quist accused the guild of hiding its debts.", ("Quist", "accused", "the guild of hiding its debts")),
    ("The guild devoted half of its budget to the pier.", ("The guild", "devoted", "half of its budget to the pier")),
    ("The guild blamed Quist for the loss in May.", ("The guild", "blamed", "Quist for the loss")),
    ("Divers were calling for Quist to step aside.", ("Divers", "were calling for", "Quist to step aside")),
    ("It is being treated as potentially harmful.", ("It", "is being treated", "as potentially harmful")),
    ("The slump comes even as rates stay low.", ("The slump", "comes", "even as rates stay low")),
    ("The accident happened in May.", ("The accident", "happened in", "May")),
]


@pytest.mark.parametrize(("sentence", "shown"), SHOWN)
def test_the_object_has_what_its_verb_asks_for(sentence: str, shown: tuple[str, str, str]) -> None:
    assert shown in [triple(claim) for claim in Extractor()(sentence)]


EMPTY = ["what Quist believes in", "what the pier looks like", "what the row is about"]


@pytest.mark.parametrize("question", EMPTY)
def test_a_question_for_an_argument_makes_no_claim(nlp: Language, question: str) -> None:
    assert claims(nlp, f"They know {question}.") == [f"They | know | {question}"]


LEFT_OUT = [
    ("There were ten officers in the yard and geared up teams in the road.", "There | geared"),
    ("Her office leans on dark messaging about crime.", "| messaging about"),
    ("The code guides judges on outside jobs and how to avoid even the look of greed.", "to avoid"),
    ("We will work as hard as we can.", "we | can"),
    ("He took aim at Ada Berg, who he said was wrong in 1993.", "who was wrong"),
    ("Whatever we think about the war, whatever we call it -- Tarn or Sund -- we owe them thanks.", "is | the war"),
]


@pytest.mark.parametrize(("sentence", "words"), LEFT_OUT)
def test_what_states_nothing_makes_no_claim(nlp: Language, sentence: str, words: str) -> None:
    assert [claim for claim in claims(nlp, sentence) if words in claim] == []


def test_an_answer_alone_makes_no_claim(nlp: Language) -> None:
    assert claims(nlp, '"Yes," he responded.') == []
