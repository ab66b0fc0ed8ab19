"""Who says it: sources, cues and contents, through sentences and paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract import Extractor
from extract.model import Attribution, Modality, Polarity, slice_spans
from tests.context_gold import Reader

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language


@pytest.fixture(scope="module")
def chain(nlp: Language) -> Callable[[str, str], tuple[Attribution, ...]]:
    reader = Reader(nlp)

    def attributions(text: str, word: str) -> tuple[Attribution, ...]:
        trees, known = reader.read(text)
        return next(known.of(tree, w) for tree in trees for w in tree.words if w.text == word)

    return attributions


Chain = "Callable[[str, str], tuple[Attribution, ...]]"

SPEECH = [
    # after, before and around the quotation
    ('"The pier is safe," said Ada Quist.', "is", ["Ada Quist"]),
    ('Ada Quist said: "The pier is safe."', "is", ["Ada Quist"]),
    ('"The pier," Quist said, "is safe."', "is", ["Quist"]),
    ('"The pier is safe," says Ada Quist, 66.', "is", ["Ada Quist"]),
    ('"The pier is safe," says Ada, 66.', "is", ["Ada"]),
    # over sentences and paragraphs
    ('"The pier is old," Quist said. "Boats may land again." The audience laughs.', "land", ["Quist"]),
    ('"The pier is safe," Quist said. "Boats may land again."', "land", ["Quist"]),
    ('"The pier is safe," Quist said.\n\n"Boats may land again."', "land", ["Quist"]),
    ('Quist was brief: "Boats may land again."', "land", ["Quist"]),
    ('"When does it open?" Quist asked.', "open", ["Quist"]),
    # what others do meanwhile says nothing
    ('Ada Quist told the court in a firm voice, "You saved us," as her sons began to cry.', "saved", ["Ada Quist"]),
    # a speaker in brackets, an inverted one, one in apposition
    ('"It is a scandal," Rep. Ada Quist (North) said.', "is", ["Rep. Ada Quist"]),
    ("The pier is safe, reported the Coast Post.", "is", ["the Coast Post"]),
    ("Quist, who chairs the port, says the pier is safe.", "is", ["Quist"]),
    # what follows a quotation is not part of it
    ('"The pier is safe," Quist said, citing a survey.', "citing", []),
    ('"I cannot say whether it moved," she told the court.', "told", []),
    # what one accused is told; a title with a colon
    ('Quist accused the port of neglect.\n\n"Boats may land again."', "land", ["Quist"]),
    ("Pier Quest Nova: Last Order is out.\n\nPier Quest Nova: Last Order has ten levels.", "has", []),
    # a survey that shows or holds something; what a sentence of its own says it is according to; whom something left so
    ("A Coast Post analysis of piers shows boats landing late.", "landing", ["A Coast Post analysis of piers"]),
    ("In this poll, Quist rose a point.", "rose", ["this poll"]),
    ("The pier will fall. That's according to Ada Quist.", "fall", ["Ada Quist"]),
    ("The flood left many towns feeling that they were alone.", "alone", ["many towns"]),
    ("The council worries that boats land, Quist said, and fears it will cost jobs.", "cost", ["Quist", "The council"]),
    ('"The pier is old." — Ada Quist (@quist) May 3, 2024', "is", ["Ada Quist"]),
    # who holds a view; the Chirper accounts of a port tell nothing by themselves
    ("The talks have left firms uncertain whether boats will land.", "land", ["firms"]),
    ("Quist said clerks are increasingly convinced the port mishandled it.", "mishandled", ["Quist", "clerks"]),
    ("The story distorts the record by implying that he did not serve.", "serve", ["The story"]),
    ("Clerks said they would use a rule for deciding whether boats are safe.", "safe", ["Clerks"]),
    ("There were no pictures on the port's Chirper accounts.", "were", []),
    # where, when and to whom it was said
    ('"The pier is safe," said Ada Quist to the crowd.', "is", ["Ada Quist"]),
    ('"The pier is safe," said Ada Quist in the firm’s report.', "is", ["Ada Quist"]),
    ('"The pier is safe," the mayor at the time said.', "is", ["the mayor"]),
    ("A doctor on the scene told the Post that the pier moved.", "moved", ["A doctor on the scene"]),
    ("Officials in Oslo said the pier moved.", "moved", ["Officials in Oslo"]),
    ("A treaty from May says the pier moved.", "moved", ["A treaty from May"]),
    ("Ada Quist on the council said the pier moved.", "moved", ["Ada Quist on the council"]),
    ("The port on Friday said the pier moved.", "moved", ["The port"]),
    ("The mayor over the weekend said the pier moved.", "moved", ["The mayor"]),
    # whose name the parser hangs on what is quoted, or on another
    ('"Boats may land, though piers in-line with plans," wrote Quisling.', "land", ["Quisling"]),
    (
        '"Nobody asked us, the pier is being sold by strangers," Ada Quist, the head of the Dive Club and whose'
        " also seen in the film, told the Coast Post.",
        "sold",
        ["Ada Quist"],
    ),
    (
        '"Boats need calm seas and ten good hands," the 43-year-old said.',
        "need",
        ["the 43-year-old"],
    ),
    ('"Boats need hands," the 43-year-old later said.', "need", ["the 43-year-old"]),
    ('"The pier is safe," the 43-year-old later said.', "is", ["the 43-year-old"]),
    ('"Boats need calm seas," the 43-year-old, a diver, said.', "need", ["the 43-year-old"]),
    ("On Monday, in a letter to Ada Quist, wrote that the pier moved.", "moved", [None]),
    (
        'In a Monday call to "Coast Hour with Carl Berg," Port Council Leader Ada Quist, D-Tarn, said the pier moved.',
        "moved",
        ["Port Council Leader Ada Quist"],
    ),
    ("Quist is glad of a verdict on Tom Reed, said on the day of the vote.", "glad", [None]),
    # what somebody does beside her own words
    ('Ada Quist sent a gift to the port, "we gladly help".', "help", ["Ada Quist"]),
    ('The pier has a motto, "we are here."', "are", []),
    # what happens to somebody is not seen by him
    ("Other ports also saw their fish sales slip.", "slip", []),
    ("Divers saw that boats slip.", "slip", ["Divers"]),
    # nobody plans what was so already
    ("Quist vowed to repeal the law, which took effect in May.", "took", []),
    ("Quist would like us to know that the pier is safe.", "safe", ["Quist", "us"]),
    ("Leaders have a duty to remind the port that boats land.", "land", []),
    # what the parser takes for a part of the quotation or for an adverb
    ('"Sales were light, though costs in line with hopes," wrote Quist.', "were", ["Quist"]),
    ('"As of today, he is the worst," the writer Ada Quist, who has left, wrote.', "worst", ["the writer Ada Quist"]),
    ("If it is dry, Early says there is a risk.", "risk", ["Early"]),
    ("He's maintained in interviews that the pier is safe.", "safe", ["He"]),
    # who was reported right before
    ('Quist urged people to leave the pier.\n\n"This is a dangerous place."', "is", ["Quist"]),
    ('The pier broke in May.\n\n"Nobody had checked it for years."', "checked", []),
    # whoever reports what another said
    (
        "Police said Holt gave up after two hours and was charged, the Coast Post reported.",
        "gave",
        ["the Coast Post", "Police"],
    ),
    ("Police said Holt gave up after two hours and was charged, the Coast Post reported.", "reported", []),
    ("The year was good, as most firms reported stable or better than expected sales.", "was", []),
    # who praised or named something with a word or two right before; who is said to have spoken right after
    ('Ada Quist also commended the crew.\n\n"They saved the pier."', "saved", ["Ada Quist"]),
    ('Ada Quist called the plan "one-sided."\n\n"The pier is safe now and was so in May."', "is", ["Ada Quist"]),
    ('"Who checked the old pier in May?"\n\nAda Quist, a clerk, said on Monday.', "checked", ["Ada Quist"]),
    ('"Who checked the old pier in May?"\n\nAda Quist said that it was late.', "checked", []),
    ("Holt was arrested, said Chief of Detectives Carl Berg.", "arrested", ["Chief of Detectives Carl Berg"]),
    ("According to reports in the Coast Post:\n\nThe pier broke at noon.", "broke", ["reports in the Coast Post"]),
    # who spoke, by another's word, also of what comes after
    (
        "Quist began by saying, “It is good to see you here,” and then proceeded to complain that the pier leaked.",
        "leaked",
        ["Quist"],
    ),
    ('"We lost the pier," aides said Mr. Lund told them. "We are sorry."', "are", ["aides", "Mr. Lund"]),
    # a time says nothing; what stands behind a comma is no part of a name
    ("\"The time has come to say, 'It is broken,'\" Quist said.", "is", ["Quist"]),
    ('Quist, openly hostile and new to the port, wrote: "The pier is old."', "is", ["Quist"]),
    # who is called by an age; who spoke in the sentence before, by words put into it
    ('The pier moved, Quist says, because it is old. "Nobody has looked at it for years."', "looked", ["Quist"]),
    ('The pier, which, Quist says, is old, moved. "Nobody has looked at it for years."', "looked", ["Quist"]),
    # scare quotes are no speech
    ('The "safe" pier collapsed.', "collapsed", []),
]


@pytest.mark.parametrize(("text", "word", "expected"), SPEECH)
def test_speaker(
    chain: Callable[[str, str], tuple[Attribution, ...]], text: str, word: str, expected: list[str | None]
) -> None:
    assert [step.source.text if step.source else None for step in chain(text, word)] == expected


REPORTS = [
    ("Norland rejected a plan which Lund said was aimed at lenders.", "aimed", ["Lund"]),
    ("“The mill is lost” and the owners have fled, Berg said.", "fled", ["Berg"]),
    ("The dam could burst, two clerks familiar with it told Radio Tarn.", "burst", ["two clerks familiar with it"]),
    ("The Tarn Port and Harbour Service said the dam would burst.", "burst", ["The Tarn Port and Harbour Service"]),
    ("Lund neither confirmed nor denied that she had met Reed.", "met", ["Lund"]),
    ("Whether the dam will hold is doubtful.", "hold", []),
    ("It is doubtful whether the dam will hold.", "hold", []),
    ("According to figures published by the board, sales fell.", "fell", ["figures published by the board"]),
    ("Reed was shot on Sunday night after, police say, pointing a gun at guards.", "pointing", ["police"]),
    ("Reed was wounded late on Monday when, officials said, he ran into the road.", "ran", ["officials"]),
    ("The firm, which, officials said, is bankrupt, was sold.", "is", ["officials"]),
    ("The firm, which, officials said, is bankrupt, was sold.", "sold", []),
    ("Quist noted that the search was ongoing and warned there could be more.", "be", ["Quist"]),
    ("The lake was shut, officials said on Friday, because the dam leaks.", "leaks", ["officials"]),
    ("It is hard to say how many boats were lost.", "lost", []),
    ("Quist iterated that the pier had failed.", "failed", ["Quist"]),
    ("The divers found three rings, all of which bore a date.", "bore", []),
    ("Reed has been charged with murder; his two brothers, 17 and 22, were also arrested.", "arrested", []),
    ("The firm said the plant was safe but gave no details.", "gave", []),
    ("As the strikes have continued, more divers have been calling for a vote.", "calling", []),
    ("Quist wants to widen the pier.", "widen", ["Quist"]),
    ("Quist saw that the pier had moved.", "moved", ["Quist"]),
    ("Quist's fear that the pier would break was shared.", "break", ["Quist"]),
    ("Quist voiced fears that the pier would break.", "break", ["Quist"]),
    ("Officials asked Quist to explain what went wrong.", "explain", ["Officials"]),
    ("A memo seen by the Coast Post says the pier moved.", "moved", ["A memo"]),
    ("Per the survey, the pier moved.", "moved", ["the survey"]),
    ("The pier moved, the survey found, and a boat sank.", "moved", ["the survey"]),
    ("Quist condemned the attack on the pier.", "attack", ["Quist"]),
    ("Quist condemned the guards who fired.", "fired", []),
    ("The law was described by Quist as a gift.", "gift", ["Quist"]),
    ("Quist: pier will move", "move", ["Quist"]),
    # what a paragraph is about says nothing, nor does a clause before or after one that is whole
    ("Varno Pumps: They are built in Lorne.", "built", []),
    ("Harbour Podcast: Lorne wins the cup", "wins", []),
    ("Herons win the cup, Rovers hold off leaders", "win", []),
    ("Small boats will pay less, large boats will see a larger bill.", "pay", []),
    ("It grows near the moss - a plant usually found in bogs.", "grows", []),
    ('The dream is alive: "Many want a boat."', "want", []),
    ('Growth is low: "We expect little," Quist said.', "is", []),
    ("For firms that can pay, the pier is cheap.", "is", []),
    ("For the owners, the pier is cheap.", "is", ["the owners"]),
    ("The crew works according to their mood.", "works", []),
    ("The crew left, according to their captain.", "left", ["their captain"]),
    ("As mentioned above, the pier is old.", "is", []),
    ("As widely reported, the pier is old.", "is", [None]),
    ("The good news is that the pier holds.", "holds", []),
    ("Iron is known to be heavy.", "be", []),
    ("The pier was found to be old.", "be", [None]),
    ('Ada Quist shared, "It is safe and I love it."', "love", ["Ada Quist"]),
    ("Update: pier will move", "move", []),
    ("Varno chaos: army deploys troops and warns of clashes", "deploys", []),
    ("Varno chief executive: the pier is safe", "is", ["Varno chief executive"]),
    ("Trains stop three times per day.", "stop", []),
    ("She said the mine would close. The miners would be paid until May.", "paid", ["She"]),
    ("Quist said she understood the worries but that the pier was safe.", "was", ["Quist"]),
    ("Quist said that divers had searched the bay as he had asked.", "searched", ["Quist"]),
    ("The pier was mended, as Quist had promised.", "mended", []),
    ("Quist announced a merger, and that a pier would close.", "close", ["Quist"]),
    ("Quist announced on Monday in a memo that the pier was shut.", "shut", ["Quist"]),
    ("Quist spoke of a consensus that thieves broke into the port.", "broke", ["Quist", None]),
    ("Quist repeated a claim that he made in court.", "made", []),
    ("The port poisoned the bay for ten years, a judge found on Thursday.", "poisoned", ["a judge"]),
    (
        "The Post wrote on Monday that clerk Ada Quist wanted to leave the port.",
        "leave",
        ["The Post", "clerk Ada Quist"],
    ),
    ("Quist fell for the myth that piers never break.", "break", []),
    ("A man believed to be the owner fled.", "be", [None]),
    ("The Post quoted Quist as saying that the pier moved.", "moved", ["The Post", "Quist"]),
    ("She closed the mine. The miners would be paid until May.", "paid", []),
    # a cue that lost its subject to another verb; a name that is a season's
    ("Mr. Quist, clearly prepared for the talks, argued that there was a leak.", "was", ["Mr. Quist"]),
    ("Summers added that the pier would close.", "close", ["Summers"]),
    ("Quist got the impression that the port had lied.", "lied", ["Quist"]),
    ("Quist said it was right to wait, adding that the pier was old.", "old", ["Quist"]),
    ("Quist announced that when it comes to piers, the port will pay.", "pay", ["Quist"]),
    ("At the same time, Quist said, the port has grown bigger: guards are less alert.", "are", ["Quist"]),
    (
        "Mr. Quist told the court that the clerk “makes a mess of the port” and would be a danger.",
        "danger",
        ["Mr. Quist"],
    ),
    ("The inspector said the two fires were not related and were not due to rain.", "due", ["The inspector"]),
    # no comma ends what they said
    ("They said the march began at noon but the crowd is being dispersed by guards.", "dispersed", ["They"]),
    ("Quist said the march began at noon, and the crowd cheered.", "cheered", []),
    # what only looks like a report
    ("The papers were disclosed on Thursday, the same day the port closed.", "closed", []),
    ("When the verdict was finally announced a gasp was followed by cries.", "followed", []),
    ("The rules are secret in the sense that they are locked away.", "locked", []),
    ("The port would end the trade as we know it.", "end", []),
    ("The port ended the trade, as one clerk told me.", "ended", ["one clerk"]),
    ("The port ended the trade, as he told the story.", "ended", []),
    ("Quist has no choice because of the rule as it relates to piers.", "has", []),
    ("Lund can reportedly still name guards, even though he left the port.", "left", []),
    ("Lund can reportedly still name guards, even though he left the port.", "name", [None]),
    ("New Delhi/Mumbai: A boat left the pier.", "left", []),
    ("Guards claim he was never shown the orders and that two radars were broken.", "broken", ["Guards"]),
    ("Quist, who advised the port until 2019 and who has seen the plan, left.", "seen", []),
]


ADVICE = [
    ("Readers should note that Lund sold the mill.", "sold", []),
    ("It must be said that Lund sold the mill.", "sold", []),
    ("Remember that Lund sold the mill.", "sold", []),
    ("Read the plan, and tell us whether it works.", "works", []),
    ("Tell the council that Lund sold the mill.", "sold", []),
    ("Holm noted that Lund sold the mill.", "sold", ["Holm"]),
    ("Holm may note that Lund sold the mill.", "sold", ["Holm"]),
]


@pytest.mark.parametrize(("text", "word", "expected"), ADVICE)
def test_advice_to_note_something_is_the_authors_own_word(
    chain: Callable[[str, str], tuple[Attribution, ...]], text: str, word: str, expected: list[str]
) -> None:
    assert [step.source.text if step.source else None for step in chain(text, word)] == expected


@pytest.mark.parametrize(("text", "word", "expected"), REPORTS)
def test_source_of_a_report(
    chain: Callable[[str, str], tuple[Attribution, ...]], text: str, word: str, expected: list[str | None]
) -> None:
    assert [step.source.text if step.source else None for step in chain(text, word)] == expected


CUES = [
    ("Quist denied that the pier had moved.", "moved", "denied", Polarity.NEGATIVE, Modality.CERTAIN),
    ("Quist doubted that the pier had moved.", "moved", "doubted", Polarity.NEGATIVE, Modality.PROBABLE),
    ("Quist did not say that the pier had moved.", "moved", "did not say", Polarity.NEGATIVE, Modality.CERTAIN),
    ("Quist refused to say that the pier had moved.", "moved", "to say", Polarity.NEGATIVE, Modality.CERTAIN),
    ("Quist may have said that the pier moved.", "moved", "may have said", Polarity.POSITIVE, Modality.POSSIBLE),
    ("Quist said that the pier had moved.", "moved", "said", Polarity.POSITIVE, Modality.CERTAIN),
]


@pytest.mark.parametrize(("text", "word", "cue", "polarity", "modality"), CUES)
def test_a_cue_has_its_own_polarity_and_modality(
    chain: Callable[[str, str], tuple[Attribution, ...]],
    text: str,
    word: str,
    cue: str,
    polarity: Polarity,
    modality: Modality,
) -> None:
    (step,) = chain(text, word)
    assert step.cue is not None
    assert (step.cue.text, step.polarity, step.modality) == (cue, polarity, modality)


def test_a_chain_runs_from_the_outermost_source_to_the_innermost(
    chain: Callable[[str, str], tuple[Attribution, ...]],
) -> None:
    text = 'The Coast Post said Quist believed that the port had lied. "It is a mess," a clerk told it.'
    assert [step.source and step.source.text for step in chain(text, "lied")] == ["The Coast Post", "Quist"]


def test_every_span_of_a_step_gives_its_words(chain: Callable[[str, str], tuple[Attribution, ...]]) -> None:
    text = "Quist did not say that the pier, which is old, had moved."
    (step,) = chain(text, "moved")
    assert step.source is not None
    assert step.cue is not None
    assert [slice_spans(text, slot.spans) for slot in (step.source, step.cue)] == [step.source.text, step.cue.text]
    assert slice_spans(text, step.content) == "that the pier, which is old, had moved"


ASIDES = [
    # what stands in brackets, and what somebody did not give the reason for
    ("Tarn reportedly let ten people go (the owners would not give a reason) in May.", "give", []),
    ("Inspectors did not say why Holt was suspended.", "suspended", []),
    ("Lund cannot recall how Holt has escaped charges.", "escaped", []),
    ("Inspectors did not say who was suspended.", "suspended", ["Inspectors"]),
    # clauses that the article adds to what it reports
    ("Quist told the Coast Post that he regretted the ban, which he signed on Thursday.", "signed", []),
    ("Quist said he felt sorry for Lund, whom the port fired in May.", "fired", []),
    ("Quist said he felt sorry for Lund — whom the port fired.", "fired", []),
    ("Quist said the bank, which lends to farms, was safe.", "lends", []),
    ("A survey found that voters trust Quist, a view that has not changed all year.", "changed", []),
    ("Quist urged Lund to shut the pier after a boat sank.", "sank", []),
    ("Quist had announced that he would not run in May, when the leaks came up.", "came", []),
    ("Quist said the plan was wrong, although polls show support.", "show", []),
    ("Quist heard of what Lund called “the big lie,” a line that angered the port.", "angered", []),
    # what the speaker says there
    ("Quist said the guards, who placed a boat at the pier, were tired.", "placed", ["Quist"]),
    ("Quist argued with a man, who took the keys, a guard said.", "took", ["a guard"]),
    ("Quist said the trucks, which would arrive in May, were new.", "arrive", ["Quist"]),
    ("Quist said the plan, which was a disgrace, had failed.", "was", ["Quist"]),
    ("Quist said: “I regret the ban, which I signed on Thursday.”", "signed", ["Quist"]),
    ("Guards held Lund, who lives at the port, Quist said.", "lives", ["Quist"]),
    ("Quist said he was sober, though he did have a beer.", "have", ["Quist"]),
]


@pytest.mark.parametrize(("text", "word", "expected"), ASIDES)
def test_an_aside_is_the_articles_own(nlp: Language, text: str, word: str, expected: list[str]) -> None:
    trees, known = Reader(nlp).read(text)
    chain = next(known.behind(tree, w) for tree in trees for w in tree.words if w.text == word)
    assert [step.source.text if step.source else None for step in chain] == expected


NAMED = [
    ("Ada Lund was found. She had fallen in May, she said, and had crawled to the pier.", "had fallen", "Ada Lund"),
    ("One guard asked, “Can anyone say that the pier is safe?”", "is", "One guard"),
    ("The mayor, a Democrat, said he was glad. He said the dam would fail.", "would fail", "The mayor"),
    (
        "Ada Quist met Ida Lund. Ada Quist said the pier was old. She said the pier would fail.",
        "would fail",
        "Ada Quist",
    ),
    ("They said the dam would fail.", "would fail", "unnamed source"),
    ("Some say that the plan will fail.", "will fail", "unnamed source"),
    ("“I think we won,” Hale said.", "won", "Hale"),
    ("Officials said the bank had failed.", "had failed", "Officials"),
    # the head of a name, no name behind its preposition; "my" is the speaker's
    ("Norland Steel was fined. An aide to Norland Steel said the mill failed.", "failed", "An aide to Norland Steel"),
    ("The also said that Lund had won.", "had won", "unnamed source"),
    ("“My hope is that it will last,” said Interior Minister Ida Lund.", "will last", "Interior Minister Ida Lund"),
]


@pytest.mark.parametrize(("sentence", "relation", "source"), NAMED)
def test_no_bare_pronoun_is_shown_as_a_source(sentence: str, relation: str, source: str) -> None:
    (claim,) = [claim for claim in Extractor()(sentence) if claim.relation.text == relation]
    step = claim.attribution[-1]
    assert step.source is not None
    assert (step.resolved or step.source.text) == source


NOBODYS = [
    ("No one told me that the port was closing.", "was closing"),
    ("Nobody said that Berg sold the mill.", "sold"),
    ("The guild published tapes from the night the plane went down.", "went down"),
    ("Owners say it would bring jobs; critics call it a waste.", "call"),
    # steps to nobody in particular that say nothing of the claim
    ("The pier is expected to stay closed.", "is expected to stay"),
    ("The port is expected to fire guards as it faces losses.", "faces"),
    ("A man suspected of shooting guards at a port from which he was fired was held.", "was fired"),
    ("It meets the requirement that votes be counted twice.", "be counted"),
]


@pytest.mark.parametrize(("text", "relation"), NOBODYS)
def test_nobody_in_particular_is_no_source_of_what_he_does_not_say(text: str, relation: str) -> None:
    (claim,) = [claim for claim in Extractor()(text) if claim.relation.text == relation]
    assert claim.attribution == ()


_LETTERS = """Letters to the editor

I hope that the pier stays open. My children swim there.

Ada Lund, Tarn

The bypass is a mistake.

Tom Reed, Lorne
"""
_PULLED = """The mill in Tarn closed on Monday.

"We had no choice," said Ada Lund. "The roof leaks in every room."

The roof leaks in every room. Ada Lund, mayor of Tarn

I miss the mill. Everybody knew it. Tom Reed, miller
"""
SAYING = [
    (_PULLED, "miss", ["Tom Reed"]),
    (_PULLED, "knew", ["Tom Reed"]),
    ("The council met. It voted for the mill. Tom Reed, Tarn", "voted for", []),
    (
        "Ida Holt has taken to the radio to attack her sister, the Coast Post is reporting.",
        "has taken to",
        ["the Coast Post"],
    ),
    ("Clerks were so stunned by the loss that many left the pier.", "left", []),
    ("Clerks were sad that the mayor left the pier.", "left", ["Clerks"]),
    ("The letter cites the port, which wrote letters saying the pier had sunk.", "had sunk", ["letters"]),
    ("Lund told reporters the race was lost but he thinks the pier had sunk.", "had sunk", ["Lund", "he"]),
    ("Lund said the race was lost, and Berg thinks the pier had sunk.", "thinks", []),
    ("Holt regrets that the pier had sunk.", "had sunk", ["Holt"]),
    ("The port issued a statement warning that the pier would sink.", "would sink", ["The port"]),
    ("Guards found a letter saying that the pier had sunk.", "had sunk", ["a letter"]),
    ("Lund said in a letter seen by the Post that the pier had sunk.", "had sunk", ["Lund"]),
    ("Lund wrote in a memo seen by reporters that the pier leaked.", "leaked", ["Lund"]),
    ("Lund took money and bought a boat, prosecutors allege, citing letters.", "took", ["prosecutors"]),
    ("The mayor rejected suggestions that she had known of the leak.", "had known of", ["The mayor"]),
    ("The court heard that the pier had sunk.", "had sunk", []),
    (
        "Lund was hiding the keys when he left the car, stopped at the desk and entered the hall, the chief testified.",
        "stopped at",
        ["the chief"],
    ),
    ("Lund said the mill would close in March and suggested a later date.", "suggested", []),
    (
        'Ida Berg reports:\n\n"Holm sent a box that held a note saying that it was late. He left." ',
        "left",
        ["Ida Berg"],
    ),
    ('“Here he is,” Melm said, clapping.\n\n"Tom was asleep.\n\n“Look,” Melm said.', "was", []),
    ("Lund himself said the pier had sunk.", "had sunk", ["Lund"]),
    ('"Tarn deserves better," read a banner outside the mill.', "deserves", ["a banner"]),
    ("Berg left in May, saying at the time he was willing to return.", "was willing to return", ["Berg"]),
    (
        'Berg has denied that her hit "Cold Water" was copied, saying she had never heard it.',
        "had never heard",
        ["Berg"],
    ),
    ("Berg's account is that the guard fired first.", "fired", ["Berg"]),
    ("The minister says the plan will help farmers and cuts waste.", "cuts", ["The minister"]),
    ("The agency reported that Alba holds 3 million tons; Borm has 2 million.", "has", ["The agency"]),
    ("The pier had sunk, the Post quoted two clerks as saying.", "had sunk", ["the Post", "two clerks"]),
    ("\"The critics say, 'You never built the pier,' and they are wrong,\" the mayor said.", "are", ["the mayor"]),
    (
        "\"The critics say, 'You never built the pier,' and they are wrong,\" the mayor said.",
        "never built",
        ["the mayor", "The critics"],
    ),
    ("The argument goes that the pier leaks.", "leaks", []),
    ("Tom Reed praised the clerk for saving the pier.", "saving", ["Tom Reed"]),
    ("Tom Reed voiced doubt that the pier would hold.", "would hold", ["Tom Reed"]),
    ("A survey found Tom Reed leading the mayor by two points.", "leading", ["A survey"]),
    ("The chief left after clerks said the pier was closed, ending a dispute.", "ending", []),
    (_LETTERS, "swim", ["Ada Lund"]),
    (_LETTERS, "is", ["Tom Reed"]),
    # what somebody is told to do is no word of the one who tells him
    ("Clerks were told by Veltra to sign the contract.", "were told to sign", []),
    # and what is told in a paper, the paper says
    ("In an email to all, clerks were told that jobs would go.", "would go", ["an email to all"]),
    # the article's own "we" and "I" outside of quotation marks
    ("We confirmed that the port works.", "works", []),
    ("I found that the pier was old.", "was", []),
    ("Our verdict: the claim is wrong.", "is", []),
    ("“We confirmed that the port works,” Tom Reed said.", "works", ["Tom Reed", "We"]),
    ("Now that the trial has ended, Tom Reed announced a sale.", "has ended", []),
    # of whom something is said does not say it
    ('Lund said anybody who complains about the pier "has a bad day."', "has", ["Lund"]),
    ('Added Tom Reed: "The pier works."', "works", ["Tom Reed"]),
    ("The march began quietly: people walked to the pier.", "walked to", []),
    ("Lund resigned, a decision critics say will hurt the town.", "will hurt", ["critics"]),
    ("Lund leaves town, says pier has failed", "has failed", ["Lund"]),
    # another speaker in a concession
    ("The navy said it sank a ship, though a watchdog later said the boat was a trawler.", "was", ["a watchdog"]),
    # the main verb of the next sentence is quoted
    ("“We wrote it,” Ann Lund said. “So I called a friend, a nurse,” a detail that fits.", "called", ["Ann Lund"]),
    ("Brace yourself, fans: Tom Reed might not sing.", "might not sing", []),
    # what somebody does not know is the article's; a verdict is nobody's view, and "not to say" nobody's words
    ("The owners do not know that the mill is closed.", "is closed", []),
    ('"I didn\'t realize that the port was shut," Tom Reed said.', "was shut", ["Tom Reed"]),
    ("Tom Reed was found guilty of theft as he targeted rivals.", "targeted", []),
    ("This is not to say that the plan has failed.", "has failed", []),
    # a phrase between the cue and its "that"; whom something was told to, in between
    ("Ann Lund had complained before the match that the pitch was wet.", "was", ["Ann Lund"]),
    ("The mayor, Ann Lund, who fled, wrote on Telegram that the port was burning.", "was burning", ["The mayor"]),
    ("The sample, she told the court, was taken at his own request.", "was taken at", ["she"]),
    # a cue with a particle
    ("As Tom Reed pointed out, the port is old.", "is", ["Tom Reed"]),
    ("Tom Reed led the search as the clerks went on with the count.", "led", []),
    # a speech over paragraphs whose last mark stands behind a space, with short ones in between
    ('"The port was dark," Ann Lund said.\n\n"I saw a boat.\n\nThe boat sank. "', "sank", ["Ann Lund"]),
    ('Ann Lund had advice for us:\n\n"Leave.\n\nNow.\n\nThe boat sank."', "sank", ["Ann Lund"]),
    ('Ann Lund softly answered, "Yes. "\n\n"The boat sank. "', "sank", ["Ann Lund"]),
    # the speaker's sentence goes on in the next paragraph
    ('"Where is it?\n\nThe boat sank! "\n\nher aunt told the Coast Post.', "sank", ["her aunt"]),
    # what was released or noted right before
    ('The mayor came, and her office later released a statement.\n\n"The boat sank."', "sank", ["her office"]),
    ('Tom Reed noted in a message on Friday.\n\n"The boat sank."', "sank", ["Tom Reed"]),
    # what the article says of others' words, and why somebody would not be named
    ("Even the manual of the mill says that clerks must wear red.", "must wear", ["the manual of the mill"]),
    ("Two survivors said shells had hit the town. The agency could not verify the report.", "could not verify", []),
    ("There is no proof that the mayor lied, as her rivals claim.", "lied", ["her rivals"]),
    ("There is no proof that the mayor lied, as her rivals claim.", "is", []),
    ("The mayor did not lie, as her rivals claim.", "did not lie", []),
    ("There are three plans, according to the Wire, and the port may close.", "may close", ["the Wire"]),
    ("It belongs to a firm whose owner, according to the files, is a cousin of his.", "belongs to", []),
    ("She declined to say whether he had left, as the Coast Post has reported.", "declined to say", []),
    ("They named nobody, and his lawyer says he has an alibi: he was in a mill.", "was in", ["his lawyer"]),
    # two who speak, behind an opening that ends in a name
    (
        "In an interview with Radio Tarn, Ann Lund and Tom Berg said the port was shut.",
        "was shut",
        ["Ann Lund and Tom Berg"],
    ),
    # what a court heard somebody tell
    ("Two clerks told The Courier that she had signed the report.", "had signed", ["Two clerks"]),
    ('Ann Lund was glad. "It is late," she said.\n\n"The boat sank, please come," he begged.', "sank", ["he"]),
    # marks of two shapes, and a verb of saying beside what is quoted
    ('“It is late," Ann Lund said on Monday. “The boat sank.”', "said", []),
    ('“It is late," Ann Lund said on Monday. “The boat sank.”', "sank", ["Ann Lund"]),
    # what happened when it was said; whom a film shows; what only seems so
    (
        'It ends with footage of Ann Lund saying on stage, "The boat sank," when Tom Berg mocked her for it.',
        "sank",
        ["Ann Lund"],
    ),
    ("It felt like the boat had sunk.", "had sunk", []),
    ("The mayor has shown that she hates the clerks.", "hates", []),
    ('"I met two clerks and they both say that some people came late," Tom Berg said.', "came", ["Tom Berg", "they"]),
    # who judges, whose eyes see it so, whose version it is
    ("According to Lund, Norland, the town's only ally, has left.", "is", ["Lund"]),
    ("In the clerk's version, Tom Berg sank the boat.", "sank", ["the clerk"]),
    ("In Lund's eyes, Tom Berg is a hero.", "is", ["Lund"]),
    # no thing asks or sees, and what was not seen is nobody's report
    ("Lund added that new rules will determine whether the bank is sound.", "is", ["Lund"]),
    ("The panel will determine whether the bank is sound.", "is", ["The panel"]),
    ("Late trading in the north saw the index was up 25 points.", "was", []),
    ("The share index rose by 40 points, to end at a level of 3,110, a figure not seen since May.", "rose by", []),
    ("To the nurses, Tom Berg is a hero.", "is", ["the nurses"]),
    ("The boat sank. That's according to the law.", "sank", []),
    ("The boat sank. That's according to figures from the bank.", "sank", ["figures from the bank"]),
    (
        "Despite warnings from the mayor that the law could hurt farmers and was unwise, they left.",
        "was",
        ["the mayor"],
    ),
    ("Despite Lund's insistence that the boat is safe, they left.", "is", ["Lund"]),
    ("Tom Berg said he agreed to reopen the mill after talks failed.", "failed", ["Tom Berg"]),
    ("Clerks, told that the mill was shut, went home.", "was shut", []),
    ("Lund points to a report that found the boat was unsafe.", "was", ["that"]),
    ("Mayor denies theft, says rival forged letters\n\nThe mayor denied it on Monday.", "forged", ["Mayor"]),
    ("Mill is safe, says Lund\n\nAda Lund came to Lorne on Monday.", "is", ["Lund"]),
    ("The bank sued the Post for reporting that the boat was unsafe.", "was", ["The bank", "the Post"]),
    ("Most voters think Tom Berg sank the boat, a poll shows.", "sank", ["a poll", "Most voters"]),
    ("It is part of an effort by some clerks to make it clear that the boat was unsafe.", "was", ["some clerks"]),
    ("Tom Berg made a point of saying that the boat was unsafe.", "was", ["Tom Berg"]),
    ('Tom Berg told them that the owners "knew all along" that the boat leaked.', "knew", ["Tom Berg"]),
    ("There is reason to think that Tom Berg sank the boat.", "sank", []),
    # where the press has it from
    (
        "Reuters reported that Lund sank the boat, according to the institute.",
        "sank",
        ["Reuters", "the institute"],
    ),
    ("The newspaper said Lund sank the boat, according to two clerks.", "sank", ["The newspaper", "two clerks"]),
    ("The mayor said Lund sank the boat, according to the Herald.", "sank", ["the Herald", "The mayor"]),
    ("Reuters reported that Lund sank the boat, according to the institute.", "reported", []),
    ("Lund sank the boat, according to a clerk, the Herald reported.", "sank", ["the Herald", "a clerk"]),
    ("Lund sank the boat, Reuters reported, according to a clerk.", "sank", ["Reuters", "a clerk"]),
    (
        '"Voters think that rents are high, and when they hear a rival shout, I think it is a problem," said Lund.',
        "hear",
        ["Lund"],
    ),
    ("Berg cited polls, including ones showing Lund leading in the north.", "leading in", ["ones"]),
    ('"We got her, we got her!" officers announced on their radios. "The boat sank."', "sank", ["officers"]),
    (
        'The general said the raid would continue "until the last rebel lays down his arms".',
        "lays down",
        ["The general"],
    ),
    ('"We have won," the general continued, "until the last rebel fights again."', "fights", ["the general"]),
]


@pytest.mark.parametrize(("text", "relation", "sources"), SAYING)
def test_whose_words_a_claim_is(text: str, relation: str, sources: list[str]) -> None:
    (claim,) = [claim for claim in Extractor()(text) if claim.relation.text == relation]
    assert [step.source.text for step in claim.attribution if step.source] == sources


def test_who_is_hired_is_no_part_of_the_plan() -> None:
    claims = Extractor()("The agency chose to hire two smaller firms, Veltra and Borax.")
    assert [claim.attribution for claim in claims if claim.relation.text == "is one of"] == [(), ()]


MARKED = [
    ("The Tarn Courier can reveal that the council sold the mill.", "can reveal", Modality.CERTAIN),
    ("A blood test can reveal that a patient is ill.", "can reveal", Modality.POSSIBLE),
    ("The port said the rules would hold. Some rules would change in May.", "would change", Modality.CERTAIN),
    ("“We played well this year, maybe,” Tom Reed said.", "said", Modality.CERTAIN),
    ("Tom Reed opted to leave the port.", "opted to leave", Modality.CERTAIN),
]


@pytest.mark.parametrize(("text", "relation", "modality"), MARKED)
def test_what_is_said_for_sure_has_no_mark_of_doubt(text: str, relation: str, modality: Modality) -> None:
    (claim,) = [claim for claim in Extractor()(text) if claim.relation.text == relation]
    assert claim.modality is modality
