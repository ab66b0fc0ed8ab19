"""Words that the parser hangs where they make no sense, and what points at another sentence."""

from __future__ import annotations

import pytest

from extract.extractor import Extractor
from tests.test_read_claims import line

STATED = [
    # what was made clear, what is made available
    (
        "Speaker Holm made clear that the meeting was about the budget.",
        [
            "Holm | is | Speaker",
            "Speaker Holm | made | clear that the meeting was about the budget",
            "the meeting | was about | the budget",
        ],
    ),
    ("They made explicit promises.", ["They | made | explicit promises"]),
    # who did it
    (
        "Ada Reed posted on Chatter accusing Big Engine of trying to stop her.",
        ["Ada Reed | posted on | Chatter", "Ada Reed | accusing | Big Engine of trying to stop her"],
    ),
    (
        "Born in Lorne in 1928, one of five sons of a miner, Lund was nicknamed Chip by his mother.",
        ["Lund | Born in | Lorne", "Lund | is | one of five sons of a miner", "Lund | was nicknamed | Chip"],
    ),
    (
        "Ada Lund, the second figure in the firm before she left in 1991, testified for the state.",
        [
            "Ada Lund | is | the second figure in the firm before she left in 1991",
            "she | left | -",
            "Ada Lund | testified for | the state",
        ],
    ),
    # what a preposition governs
    (
        "We are thankful for and agree with the judge's decision to free him.",
        [
            "We | are thankful for | the judge's decision to free him",
            "We | agree with | the judge's decision to free him",
        ],
    ),
    ("Lund looked at and bought the mill.", ["Lund | looked at | the mill", "Lund | bought | the mill"]),
    (
        "She was led out of the hall and was outside for nine minutes before coming back.",
        ["She | was led out of | the hall", "She | was | outside"],
    ),
    (
        "Others have praised their homegrown software stacks and office parks (based, of course, on data).",
        ["Others | have praised | their homegrown software stacks", "Others | have praised | their office parks"],
    ),
    # clauses in their place
    (
        "Mr. Berg is among the ten senators facing voters next year in towns that Ms. Reed won.",
        [
            "Mr. Berg | is among | the ten senators facing voters next year in towns that Ms. Reed won",
            "the ten senators | facing | voters",
            "Ms. Reed | won | towns",
        ],
    ),
    (
        "And Lund said she believed that, at 34, her days as a model were nearly over.",
        [
            "Lund | said | she believed that, at 34, her days as a model were nearly over",
            "she | believed | that, at 34, her days as a model were nearly over",
            "her days as a model | were | nearly over",
        ],
    ),
    # nouns that end a phrase, and names
    (
        "Usually sold for nine crowns, the fan is at a new Norland all-time low.",
        ["the fan | sold for | nine crowns", "the fan | is at | a new Norland all-time low"],
    ),
    (
        "Dr. Ada Khan of the Norland Department of Health and Human Services says the risk is high.",
        [
            "Ada Khan | is of | Norland Department of Health and Human Services",
            "Dr. Ada Khan of the Norland Department of Health and Human Services | says | the risk is high",
            "the risk | is | high",
        ],
    ),
    (
        "The singer, whose warm voice, sharp pen and quick wit launched a movement, died on Friday.",
        ["whose warm voice, sharp pen and quick wit | launched | a movement", "The singer | died | -"],
    ),
    ("Will he speak in May?", ["he | Will speak | -"]),
    # marks that are no letters
    (
        "Any such inquiry would amount to coercion-which could lead to an appeal.",
        ["Any such inquiry | would amount to | coercion"],
    ),
    (
        "They wanted something with old drums (not an obvious choice for a film like this).",
        ["They | wanted | something with old drums"],
    ),
    ("The gun was a rifle, not a pistol like the one that killed the guard.", ["The gun | was | a rifle"]),
    ("It isn ‘t clear who paid for the workers’ homes.", ["It | isn ‘t clear | who paid for the workers’ homes"]),
    ("They stole £910, 000 worth of watches from a shop.", ["They | stole | £910, 000 worth of watches"]),
    ("Thieves took a necklace worth £1. 2m from the hotel.", ["Thieves | took | a necklace worth £1. 2m"]),
    # what says nothing by itself
    ("Analysts ask how many papers readers will pay for.", ["Analysts | ask | how many papers readers will pay for"]),
    ("That's why they left the hall.", ["they | left | the hall"]),
    ("I love that.", []),
    ("The tax is a mistake by the mayor.", ["The tax | is | a mistake by the mayor"]),
    # what is denied ends before "but"
    ("The capital is not Lorne but Arbeck.", ["The capital | is not | Lorne"]),
    ("She did not sell the mill but the farm.", ["She | did not sell | the mill"]),
    ("He is not only a singer but a painter.", ["He | is | a singer", "He | is | a painter"]),
    # verbs joined to their like
    (
        "Senators would be remiss if they did not oppose a bill that cuts aid, weakens the police, "
        "and gives money to banks.",
        [
            "Senators | would be | remiss",
            "they | did not oppose | a bill that cuts aid, weakens the police, and gives money to banks",
            "a bill | cuts | aid",
            "a bill | weakens | the police",
            "a bill | gives | money",
        ],
    ),
    ("He was arrested and spent nine months in jail.", ["He | was arrested | -", "He | spent | nine months in jail"]),
    ("He was honoured and given a medal.", ["He | was honoured | -", "He | was given | a medal"]),
    (
        "Jurors on Thursday watched video capturing the moment the wall fell.",
        ["Jurors | watched | video capturing the moment", "the wall | fell | -"],
    ),
    (
        "The protesters stayed until their concerns-including rents-were addressed.",
        [
            "The protesters | stayed | -",
            "rents | are among | their concerns",
            "their concerns-including rents | were addressed | -",
        ],
    ),
    # what stands in a quotation belongs to it
    (
        '"He robbed the mayor, in addition to trying to rob three other people that we know of," Stirling said.',
        [
            "He | robbed | the mayor",
            "we | know of | three other people",
            "Stirling | said | He robbed the mayor, in addition to trying to rob three other people that we know of",
        ],
    ),
    (
        '"We know that the campaign got letters, in addition to the letter the party got," the lawyer said.',
        [
            "We | know | that the campaign got letters, in addition to the letter the party got",
            "the campaign | got | letters",
            "the party | got | the letter",
            "the lawyer | said | We know that the campaign got letters, in addition to the letter the party got",
        ],
    ),
    # what stands where in a sentence
    (
        "It hurts in farmer's lung (where the cause is dust from hay) and wood-worker's lung (where dust is sawdust).",
        [
            "It | hurts in | farmer's lung",
            "It | hurts in | wood-worker's lung",
            "the cause | is | dust from hay",
            "dust | is | sawdust",
        ],
    ),
    ("They saw a man she was afraid of.", ["They | saw | a man she was afraid of", "she | was afraid of | a man"]),
    ("She became the star she was in May.", ["She | became | the star she was in May", "she | was | the star"]),
    # who is told of
    (
        "Police allege Adam Allen Kirk, 61, opened fire at the party, killing a man.",
        [
            "Police | allege | Adam Allen Kirk, 61, opened fire at the party, killing a man",
            "Adam Allen Kirk | is | 61",
            "Adam Allen Kirk | opened | fire",
            "Adam Allen Kirk | killing | a man",
        ],
    ),
    (
        "Streets have been a battleground between police and protesters, whose anger was sparked by a shooting.",
        [
            "Streets | have been | a battleground between police and protesters",
            "whose anger | was sparked by | a shooting",
        ],
    ),
    (
        "He was arrested on charges of grand larceny, possession of stolen property and inciting a riot.",
        ["He | was arrested on | charges of grand larceny, possession of stolen property and inciting a riot"],
    ),
    (
        "Holt asked for the public's help in providing more information now that the suspects' names were made public.",
        [
            "Holt | asked for | the public's help in providing more information",
            "the suspects' names | were made | public",
        ],
    ),
    (
        'Ada Reed told Holt in a firm voice, "I want you to know you did not break us," as her family began to cry.',
        [
            "Ada Reed | told | Holt",
            "I | want | you to know you did not break us",
            "you | did not break | us",
            "her family | began to cry | -",
        ],
    ),
    (
        'Dozens chanted "How many did you kill today" as they marched west on Church Road.',
        ["Dozens | chanted | How many did you kill today", "they | marched on | Church Road"],
    ),
    ("This is the tactic.", []),
    # pronouns, pasts and plurals that were read as something else
    (
        "Ada Cole told jurors in Arbeck County Court he and two friends went to West Hill on May 29 to start trouble.",
        [
            "Ada Cole | told | he and two friends went to West Hill on May 29 to start trouble",
            "he | went to | West Hill",
            "two friends | went to | West Hill",
        ],
    ),
    (
        "Two climbers killed in Mt Cook fell.",
        ["Two climbers | killed in | Mt Cook", "Two climbers killed in Mt Cook | fell | -"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_what_a_sentence_states(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert [line(claim) for claim in extractor(text)] == expected


def test_an_apostrophe_that_stands_apart_denies(extractor: Extractor) -> None:
    (claim,) = extractor("The toll didn ‘t rise in May.")
    assert claim.relation.text == "didn ‘t rise"
    assert claim.polarity.value == "negative"
