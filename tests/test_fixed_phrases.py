"""Set phrases that the parser takes apart, and what they must not do to other words."""

from __future__ import annotations

import pytest

from extract import Extractor
from extract.model import Mood
from tests.test_read_claims import line

STATED = [
    # "on board" is a preposition
    ("The crew was taken on board MV Lorne.", ["The crew | was taken on board | MV Lorne"]),
    ("The dogs were on board the ferry.", ["The dogs | were on board | the ferry"]),
    ("Lund sits on the board.", ["Lund | sits on | the board"]),
    ("The boat was in any way connected to the theft.", ["The boat | was connected to | the theft"]),
    ("Rowing is in some way a sport.", ["Rowing | is | a sport"]),
    ("The firm gives free boats to stranded crews in May.", ["The firm | gives | free boats"]),
    ("The more noise the mill makes, the more the town will complain about it.", []),
    # what a verb needs that says nothing alone
    ("Two boys went missing on Friday.", ["Two boys | went | missing"]),
    (
        "Farrow was sued by a clerk in 2014, alleging fraud.",
        ["Farrow | was sued by | a clerk", "a clerk | alleging | fraud"],
    ),
    ("His service never took him overseas.", ["His service | never took | him overseas"]),
    (
        "The vote marks the first time that two clerks have served at the same time.",
        [
            "The vote | marks | the first time that two clerks have served at the same time",
            "two clerks | have served | -",
        ],
    ),
    (
        "The cut hurts food programs for struggling families.",
        ["The cut | hurts | food programs for struggling families"],
    ),
    # what is told of a description is told of whom it describes
    (
        "Ada Lind, a clerk who won the prize, left Tarn.",
        ["Ada Lind | is | a clerk who won the prize", "Ada Lind | won | the prize", "Ada Lind | left | Tarn"],
    ),
    (
        "Veltra, an insurer that sold its offices, closed.",
        ["Veltra | is | an insurer that sold its offices", "Veltra | sold | its offices", "Veltra | closed | -"],
    ),
    # a part of a word is nobody, and an office that somebody runs for is not his
    ("The company co-founder left.", ["The company co-founder | left | -"]),
    (
        "The former co-chairman of the campaign, Lund was elected in 1995.",
        ["Lund | is | The former co-chairman of the campaign", "Lund | was elected | -"],
    ),
    (
        "He beat his opponent for mayor, Ines Kort.",
        ["He | beat | his opponent for mayor", "Ines Kort | is | his opponent for mayor"],
    ),
    ("The firm has yet to sell the mill.", ["The firm | has yet to sell | the mill"]),
    (
        "The clerk works for the Department of Health and Labour.",
        ["The clerk | works for | the Department of Health and Labour"],
    ),
    ("The ship ran aground.", ["The ship | ran aground | -"]),
    ("The thieves remain at large.", ["The thieves | remain | at large"]),
    ("The mill went downhill from there.", ["The mill | went downhill from | there"]),
    ("The party fared badly in the polls.", ["The party | fared badly in | the polls"]),
    ("The law does not go far enough.", ["The law | does not go | far enough"]),
    ("The mayor came yesterday.", ["The mayor | came | -"]),
    # a negation of "always" denies no more than that
    ("The plan does not always work.", ["The plan | does not always work | -"]),
    ("It is not always easy to reach the mill.", ["It | is not always easy to reach | the mill"]),
    ("The fence is not fully closed.", ["The fence | is not fully closed | -"]),
    (
        "Anna Hale praised Otto Lind, making him a star.",
        ["Anna Hale | praised | Otto Lind", "Anna Hale | making | him a star"],
    ),
    # what stands behind the last of several is of all of them
    (
        "Halden invested money and effort in building bridges.",
        [
            "Halden | invested | money in building bridges",
            "Halden | invested | effort in building bridges",
        ],
    ),
    (
        "The party put time into winning votes.",
        ["The party | put | time into winning votes", "The party | winning | votes"],
    ),
    (
        "He talked Oslo into signing the deal.",
        ["He | talked | Oslo into signing the deal", "Oslo | signing | the deal"],
    ),
    # nobody does what these say
    ("Let's break the plan down.", []),
    ("All that's left is a shell.", ["All that's left | is | a shell"]),
    # what leaves open what it is about
    (
        "The play is as bad as the critics thought it would be.",
        ["The play | is | as bad as the critics thought it would be"],
    ),
    ("The incident happened.", []),
    ("The incident happened in Lorne.", ["The incident | happened in | Lorne"]),
    ("An accident happened.", ["An accident | happened | -"]),
    ("The incident did not happen.", ["The incident | did not happen | -"]),
    ("Teachers chanted.", []),
    ("Teachers chanted outside the mill.", ["Teachers | chanted outside | the mill"]),
    ("Floods are rare, but they do happen.", ["Floods | are | rare", "they | do happen | -"]),
    ("The plan, as it stands, is weak.", ["The plan | is | weak"]),
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_what_a_sentence_states(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert [line(claim) for claim in extractor(text)] == expected


MARKED = [
    ("The sale is nothing short of a scandal.", "The sale | is | nothing short of a scandal", "CT+", Mood.STATEMENT),
    ("She wore nothing but a hat.", "She | wore | nothing but a hat", "CT+", Mood.STATEMENT),
    ("She wore nothing.", "She | wore | nothing", "CT-", Mood.STATEMENT),
    ("It isn't because the firms lied to the board.", "the firms | lied to | the board", "Uu", Mood.STATEMENT),
    ("It failed because the firms lied to the board.", "the firms | lied to | the board", "CT+", Mood.STATEMENT),
    # what could be seen was seen
    ("Smoke could be seen from the harbour.", "Smoke | could be seen from | the harbour", "CT+", Mood.STATEMENT),
    ("It could be seen as a threat.", "It | could be seen as | a threat", "PS+", Mood.STATEMENT),
    # a past that looks ahead supposes nothing
    ("They moved to Lorne, where they would live for years.", "they | would live | -", "PR+", Mood.FORECAST),
    ("He would later sell the mill.", "He | would sell | the mill", "PR+", Mood.FORECAST),
    ("Under the deal, Holt would keep his shares.", "Holt | would keep | his shares", "PR+", Mood.FORECAST),
    ("Holt would keep his shares.", "Holt | would keep | his shares", "PR+", Mood.HYPOTHESIS),
    ('Holt said he would "never sell" the mill.', 'he | would "never sell" | the mill', "PR-", Mood.FORECAST),
    ("The next time someone sees a fox, Lund will call the mayor.", "someone | sees | a fox", "Uu", Mood.CONDITION),
    # an example is one whatever becomes of the whole
    ("He may sell fast cars, such as vans.", "vans | are among | fast cars", "CT+", Mood.STATEMENT),
    ("Last time you sold a mill, it failed.", "you | sold | a mill", "CT+", Mood.STATEMENT),
]


@pytest.mark.parametrize(("text", "claim", "factuality", "mood"), MARKED)
def test_how_far_it_is_stated(extractor: Extractor, text: str, claim: str, factuality: str, mood: Mood) -> None:
    (found,) = [c for c in extractor(text) if line(c) == claim]
    assert (found.factuality, found.mood) == (factuality, mood)


SOURCES = [
    ("You have a right to complain and make clear that he will pay.", "he | will pay | -", []),
    ("There is no reason to believe she won the race.", "she | won | the race", []),
    ("Let's say you think it will cost ten crowns.", "you | think | it will cost ten crowns", []),
    ("As they demonstrated in the last match, the Rovers can win.", "the Rovers | can win | -", []),
    ("As the hearings concluded, the mill was closed.", "the mill | was closed | -", []),
    ("As the report shows, the mill dumped waste.", "the mill | dumped | waste", ["the report"]),
    ("Lorne may decide to sell fast cars, such as vans.", "vans | are among | fast cars", []),
    ("Reed said Lorne sells fast cars, such as vans.", "vans | are among | fast cars", ["Reed"]),
    # what the article adds behind a comma is not from hearsay
    ("The mayor reportedly sold Veltra, which owns a mill.", "Veltra | owns | a mill", []),
    ("It is worth noting that the mill is old.", "the mill | is | old", []),
    ("As Lund noted, the mill dumped waste.", "the mill | dumped | waste", ["Lund"]),
    ("Reed, the director at the time, said the mill dumped waste.", "the mill | dumped | waste", ["Reed"]),
    ("Lund, who aims to sell the mill, left.", "Lund | aims to sell | the mill", []),
]


@pytest.mark.parametrize(("text", "claim", "sources"), SOURCES)
def test_who_says_it(extractor: Extractor, text: str, claim: str, sources: list[str]) -> None:
    (found,) = [c for c in extractor(text) if line(c) == claim]
    assert [step.source.text if step.source else "?" for step in found.attribution] == sources


def test_two_single_marks_close_a_quotation(extractor: Extractor) -> None:
    claims = extractor("“The sale was an error,’’ Lund told the paper. “We will mend it.”")
    assert {s.source.text for c in claims if c.relation.text != "told" for s in c.attribution if s.source} == {"Lund"}
    assert [c.relation.text for c in claims if not c.attribution] == ["told"]
