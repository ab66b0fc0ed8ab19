"""Nothing reported passes for the article's own (law 2), and nothing of the article's own for reported.

By what is stored: claims, and reports that no claim came of. A report's source is None for nobody in particular.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract import Extractor
from extract.extractor import plain_article
from extract.model import Article, Attribution, Block, BlockKind, Extraction, slice_spans

OWN: list[str | None] = []


def chains(found: Extraction, word: str) -> list[tuple[Attribution, ...]]:
    """The chains of the claims that a word carries, else of the reports."""
    text = found.article.text
    claims = [c.attribution for c in found.claims if text[slice(*c.predicate)] == word]
    return claims or [r.chain for r in found.attributions if text[slice(*r.predicate)] == word]


def named(chain: tuple[Attribution, ...]) -> list[str | None]:
    return [step.source.text if step.source else None for step in chain]


REPORTED: list[tuple[str, str, list[str | None]]] = [
    ("Everyone says that the pier was sold.", "sold", ["Everyone"]),
    ("By most accounts, the ban worked.", "worked", [None]),
    ("The port said it has sold the boat and has hired a crew.", "hired", ["The port"]),
    ("Divers have now found a wreck, a new survey claims.", "found", ["a new survey"]),
    ("Quist wants everybody to know that the pier is safe.", "is", ["Quist"]),
    ("Veltra said rents rose 4 percent; analysts had forecast 2 percent.", "rose", ["Veltra"]),
    ("Rents rose on fears that Veltra had overpaid for the pier.", "overpaid", [None]),
    ("A group of divers, alarmed that the port has shut, met the mayor.", "shut", ["A group of divers"]),
    ("Although the firm said rents would rise, they will fall, analysts predict.", "rise", ["the firm"]),
    ("Although the firm said rents would rise, they will fall, analysts predict.", "fall", ["analysts"]),
    ("Quist pointed to papers showing, for example, that the port had dumped oil.", "dumped", ["papers"]),
    ("The letters sent this week show that the firm knew of the leak.", "knew", ["The letters"]),
    ("Quist wrote a short story where a dean cheats at cards.", "cheats", [None]),
    (
        "The Alban Centre for Fish Control and Safety said a boat sank.",
        "sank",
        ["The Alban Centre for Fish Control and Safety"],
    ),
    # what goes on in the same sentence: lists, semicolons, colons, dashes, brackets
    ("Quist said piers had sunk, boats had drifted and the port would shut.", "drifted", ["Quist"]),
    ("Quist said piers had sunk, boats had drifted and the port would shut.", "shut", ["Quist"]),
    ("The mayor said the pier was safe; the divers had checked it.", "checked", ["The mayor"]),
    ("The mayor said the pier was safe; boats would land on Monday.", "land", ["The mayor"]),
    ("Quist said that the pier was safe; that divers had checked it.", "checked", ["Quist"]),
    ("The firm said it had sold the boat: the buyer had paid in cash.", "paid", ["The firm"]),
    ("The firm said it had sold the boat — the buyer was Swedish — and that jobs were safe.", "was", ["The firm"]),
    ("Boats, the mayor said, had drifted for days.", "drifted", ["the mayor"]),
    ("Boats had drifted for days (the mayor said), and piers had sunk.", "drifted", ["the mayor"]),
    ("Piers had sunk; boats had drifted, the mayor said.", "sunk", ["the mayor"]),
    ("The pier is unsafe, the mayor warned on Monday, and it should close.", "close", ["the mayor"]),
    ("Quist said the pier was closed, and her divers had found no leaks.", "found", ["Quist"]),
    ("The port said it had sold the boat, but the crew would keep their jobs.", "keep", ["The port"]),
    ("Quist says the pier is old, and boats will sink.", "sink", ["Quist"]),
    ("Quist said the pier was closed, and it was unfair.", "was", ["Quist"]),
    ("Quist claims that her boat was taken and she was forced to sail.", "forced", ["Quist"]),
    ("The inquiry concluded the port had dumped oil and, worse, had bribed divers.", "bribed", ["The inquiry"]),
    ("Quist spoke of delays at the port, and how the cranes had failed.", "failed", ["Quist"]),
    ("The agency reported that Alba holds 3 boats; Borm holds 2.", "holds", ["The agency"]),
    ("Quist said that claim smacked of deceit, because the party has led the fight.", "led", ["Quist"]),
    ("Quist notes that times are rare: prices are rising, rates fall and boats sink.", "rising", ["Quist"]),
    ("The mayor accused Quist of fraud because he hid the losses.", "hid", ["The mayor"]),
    ("The firm was accused of neglect because it failed to warn divers.", "failed", [None]),
    # a colon after what announces somebody's words
    ("The mayor was blunt: the pier will fail.", "fail", ["The mayor"]),
    ("The mayor's message was clear: the pier is safe.", "is", ["The mayor"]),
    ("The mayor had one message: the pier is safe.", "is", ["The mayor"]),
    ("The inquiry's findings were plain: the port had dumped oil.", "dumped", ["The inquiry"]),
    ("The firm listed three reasons: costs had risen, sales had fallen, and the pier was old.", "risen", ["The firm"]),
    ("The firm listed three reasons: costs had risen, sales had fallen, and the pier was old.", "was", ["The firm"]),
    ("Her message: the pier is safe.", "is", ["Her"]),
    ("Among the findings: the port had dumped oil.", "dumped", [None]),
    ('By closing it, Quist said, the port "would lose its boats".', "closing", ["Quist"]),
    # nobody in particular
    ("Rumours spread that the port had closed.", "closed", [None]),
    ("There is scepticism that the plan will work.", "work", [None]),
    ("Legend has it that a diver drowned there.", "drowned", ["Legend"]),
    ("It is believed that the port has closed.", "closed", [None]),
    ("The port is said to have closed.", "closed", [None]),
    ("The pier, said to be haunted, was sold in May.", "haunted", [None]),
    ("The port reportedly closed in May.", "closed", [None]),
    ("As is widely believed, the pier is unsafe.", "is", [None]),
    ("By all accounts, the pier was unsafe.", "was", [None]),
    # cues that look like nouns
    ("The pier was sold for 3 million, the Post understands.", "sold", ["the Post"]),
    ("The port dumped oil, claims Quist.", "dumped", ["Quist"]),
    ("The pier, says Quist, was built in May.", "built", ["Quist"]),
    # source phrases
    ("For the owners, the pier is a treasure.", "is", ["the owners"]),
    ("As far as Quist is concerned, the pier is a treasure.", "is", ["Quist"]),
    ("Under the plan, the pier is sold.", "sold", ["the plan"]),
    ("In the film, a diver sells the pier.", "sells", ["the film"]),
    ("Analysts blamed the slump on two factors: orders had dried up.", "dried", ["Analysts"]),
    ("Analysts blamed the slump on a number of factors: the euro had risen.", "risen", ["Analysts"]),
    ("The port was losing money. A survey had shown as much.", "losing", ["A survey"]),
    ("According to the mayor, piers had sunk and boats had drifted.", "drifted", ["the mayor"]),
    ("From the owners' point of view, the pier is safe.", "is", ["the owners"]),
    ("To the mayor's mind, the port was badly run.", "run", ["the mayor"]),
    ("On the owners' account, the pier was safe.", "was", ["the owners"]),
    ("As reported by the Post, the port dumped oil for years.", "dumped", ["the Post"]),
    ("The mayor, according to whom the pier was safe, has resigned.", "was", ["The mayor"]),
    ("The minister, according to whom the dam was safe, has resigned.", "was", ["The minister"]),
    ("The mayor praised the report, according to which the mill was safe.", "was", ["the report"]),
    ("According to WHO, the pier was safe.", "was", ["WHO"]),
    ("WHO said on Monday that the pier was safe.", "was", ["WHO"]),
    ("The mayor said, according to the Post, that the pier was safe.", "was", ["the Post", "The mayor"]),
    # a view, a claim, what was said
    ("The mayor's view is that the pier moved.", "moved", ["The mayor"]),
    ("What the mayor said was that the pier moved.", "moved", ["the mayor"]),
    ("Quist is of the view that the pier moved.", "moved", ["Quist"]),
    ("The pier moved. That is what critics say.", "moved", ["critics"]),
    ("The pier moved. That is the view of the divers.", "moved", ["the divers"]),
    ("The pier moved. So say critics.", "moved", ["critics"]),
    ("The pier moved, or at least that is what critics say.", "moved", ["critics"]),
    ("The minutes say the council backed the port.", "backed", ["The minutes"]),
    ("Quist made it clear he had doubts about the port.", "had", ["Quist"]),
    ("The flood hit Oslo, fuelling worries from Rome to Bonn that the union was a burden.", "was", ["Rome"]),
    # what is described, and what somebody is blamed for
    ("The film documents how the port sank.", "sank", ["The film"]),
    ("Quist described a port that had dumped oil for years.", "dumped", ["Quist"]),
    ("Witnesses spoke of people who ran into the street.", "ran", ["Witnesses"]),
    ("The mayor blamed the firm for having ignored the divers.", "ignored", ["The mayor"]),
    ("The pier was described by divers as a danger.", "danger", ["divers"]),
    ("Quist was quoted by the Post as saying that the pier moved.", "moved", ["the Post", "Quist"]),
    # over several sentences
    ("Quist said she would sue. She would not be silenced.", "silenced", ["Quist"]),
    ("Quist said the pier was unsafe. She had inspected it in May.", "inspected", ["Quist"]),
    ("Quist said the pier had been neglected. No one had checked the bolts.", "checked", ["Quist"]),
    ("The jury was told that the firm had hidden losses. It had also paid bribes.", "paid", [None]),
    ("Quist said the pier would be mended. He added that divers had checked it.", "checked", ["He"]),
    # quotations: their actor, their signature, a label, paragraphs that open again
    ('Quist shook her head. "The pier is safe."', "is", ["Quist"]),
    ('"It moved," said Reed. "I saw it."\n\nQuist left in May. "He knew, and we paid."', "paid", ["Reed"]),
    ('"The pier is unsafe." — Ada Quist, diver', "is", ["Ada Quist"]),
    ('Mayor: "Pier is safe"', "is", ["Mayor"]),
    ('Quist was furious.\n\n"They lied to us.\n\n"They knew it was unsafe," she said.', "lied", ["she"]),
    ('"It is safe," Quist said. "It was checked.\n\n"Nobody found a crack."', "found", ["Quist"]),
    ('The mayor told reporters:\n\n"The pier is safe.\n\n"Divers checked the beams."', "checked", ["The mayor"]),
    ('Quist said the pier was "perfectly safe" and that nobody "needs to fear" a flood.', "fear", ["Quist"]),
    # words set apart by a line with a colon
    ("Quist added:\n\nThis reeks of fear. The dam will fail.\n\nThe council meets on Friday.", "fail", ["Quist"]),
    # chains
    ("The Post reported that the mayor had told aides the pier would fail.", "fail", ["The Post", "the mayor"]),
    ('"The mayor told me the pier moved," Ada Quist said.', "moved", ["Ada Quist", "The mayor"]),
    ("Quist left the board, criticising Lund for being rude.", "being", ["Quist"]),
    ("The fans were so sure that the pier was safe that they danced.", "was", ["The fans"]),
    ("Quist made it so clear that the pier was safe.", "was", ["Quist"]),
    ("Quist left in May, and blamed Lund for being rude.", "being", ["Quist"]),
    (
        "The mill is old.\n\nWe need a pier\nBoats have moved\n\n— Ada Quist (@aquist) May 3, 2019",
        "moved",
        ["Ada Quist"],
    ),
    ("The ministry said the pier was safe. The ministry would repair it.", "repair", ["The ministry"]),
    # headlines
    ("Old pier moved: mayor\n\nThe mayor of Ostrand spoke to reporters on Monday.", "moved", ["mayor"]),
    ("Old pier moved, says mayor\n\nThe mayor of Ostrand spoke to reporters on Monday.", "moved", ["mayor"]),
]


@pytest.mark.parametrize(("text", "word", "sources"), REPORTED)
def test_what_is_reported_has_its_source(extractor: Extractor, text: str, word: str, sources: list[str | None]) -> None:
    found = chains(extractor.extract(plain_article(text)), word)
    assert found
    assert [named(chain) for chain in found] == [sources] * len(found)


ARTICLES_OWN = [
    ("Everybody knows that the pier was sold.", "sold"),
    ("Money from most bank accounts was lost.", "lost"),
    ("Quist said she would repay the loan but has not found the money.", "found"),
    ("Veltra said rents rose 4 percent; analysts had forecast 2 percent.", "forecast"),
    ("Quist kept letters that she had written to the port.", "written"),
    ("Although the firm said rents would rise, they will fall, analysts predict.", "said"),
    ("Quist left a hall where a dean cheats at cards.", "cheats"),
    # plain statements after a report
    ("The mayor said the pier was safe. The army closed the road.", "closed"),
    ("The mayor said the pier was safe. Engineers had built it in 1962.", "built"),
    ("The mayor said the pier was safe; the divers closed it anyway.", "closed"),
    ("The mayor said the pier was safe, but divers closed it.", "closed"),
    ("The mayor said the pier was unsafe, and divers closed it on Monday.", "closed"),
    ("The mayor thinks the pier is unsafe, and he will close it.", "close"),
    ('After the pier closed, "we left the port," Quist said.', "closed"),
    ("Quist said she was disappointed. The council meets again on Friday.", "meets"),
    ("The mill has moved.\n\nWe need a pier\n\n— Ada Quist (@aquist) May 3, 2019", "moved"),
    ("The mill has moved.\nWe need a pier\n— Ada Quist (@aquist) May 3, 2019", "moved"),
    (f"The mill has moved{' on rails' * 40}.\n\n— Ada Quist (@aquist) May 3, 2019", "moved"),
    ("The mill has moved.\nThe pier was sold.\n— Ada Quist (@aquist) is a reporter in Ostrand.", "sold"),
    ("The mill has moved.\n\nThe pier was sold.\n\n— Reporting by Ada Quist (@aquist)", "sold"),
    ("Quist was praised for saving the pier.", "saving"),
    ("Quist argued so loudly that the guard left.", "left"),
    ("The rules said the pier was safe. The rules would not hold for boats.", "hold"),
    ("The port moved in May, according to Quist. The buyer paid 3 million.", "paid"),
    ("Police say he fled; his lawyer has resigned.", "resigned"),
    ("When the mayor said the pier was safe, nobody believed her.", "believed"),
    ("The mayor, who said the pier was safe, has resigned.", "resigned"),
    ("The minister, according to whom the dam was safe, has resigned.", "resigned"),
    ("The port, which the owners say is safe, dumped waste into the river.", "dumped"),
    ("The pier, said to be haunted, was sold in May.", "sold"),
    ("Prices rose faster than economists had expected.", "rose"),
    ("Lomm hangs on as ten-man Rovers stun leaders\n\nRovers won on Saturday.", "hangs"),
    # what is taken for granted in a denial
    ("The port denied that it had ignored warnings about the pier, which burst on Tuesday.", "burst"),
    ("The port denied that Ada Quist, who resigned in May, had taken bribes.", "resigned"),
    ("The port denied that it had ignored warnings before the pier burst in May.", "burst"),
    ("The mayor doubted that the port, which moved in May, would pay.", "moved"),
    ("The mayor did not say that Quist, who ran the port, had lied.", "ran"),
    ("The mayor denied that Quist, the head of the port, had lied.", "head"),
    ("The port rejected claims that it had paid Quist, who resigned in May.", "resigned"),
    # no announcement of anybody's words
    ("For the club, it was a third title.", "was"),
    ("Under the plan, ten piers were sold.", "sold"),
    ("In the film, Ada Quist plays a diver.", "plays"),
    ("The result was clear: the party lost.", "lost"),
    ("The party was divided: some members left.", "left"),
    ("The reason was simple: the bolts rusted.", "rusted"),
    ("As expected, the bank raised its rate.", "raised"),
    ("The pier moved. That is what divers had feared.", "moved"),
    ("The mayor closed the pier on account of the rain.", "closed"),
    ("Quist praised the guards who saved the boats.", "saved"),
    # scare quotes, terms and titles
    ("The “safe” pier burst on Monday.", "burst"),
    ("The play “Three Rivers” opens in Ostrand.", "opens"),
    ("The song “Nobody Knows the River” topped the charts.", "topped"),
    ("Critics praised the song “We Are the River”, which sold well.", "sold"),
    ("A banner reading “We will not leave” hung from the pier.", "hung"),
    ("The mayor called the report “deeply flawed” and left the room.", "left"),
    ("Quist added:\n\nThis reeks of fear.\n\nThe council meets on Friday.", "meets"),
    # beside a quotation
    ("“The pier is safe,” the mayor said, and left the room.", "left"),
    ("“We lost it,” said Quist, who worked there for years.", "worked"),
    ("“We lost it,” said Quist.\n\nThe firm sold it in May.\n\n“Nobody warned us,” she said.", "sold"),
]


@pytest.mark.parametrize(("text", "word"), ARTICLES_OWN)
def test_what_the_article_says_itself_has_no_source(extractor: Extractor, text: str, word: str) -> None:
    found = chains(extractor.extract(plain_article(text)), word)
    assert [named(chain) for chain in found] == [OWN] * max(len(found), 1)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The port denied that it had paid a diver who moved the pier.", "moved"),
        ("The port denied that it had moved the pier because sales fell.", "fell"),
    ],
)
def test_what_may_itself_be_denied_stays_in_the_denial(extractor: Extractor, text: str, word: str) -> None:
    assert [named(chain) for chain in chains(extractor.extract(plain_article(text)), word)] == [["The port"]]


def block_quoted(*blocks: tuple[BlockKind, str]) -> Article:
    """An article of these blocks, as a reader of marked-up text gives it."""
    text = "\n\n".join(words for _, words in blocks)
    ends = [(kind, text.index(words), text.index(words) + len(words)) for kind, words in blocks]
    return replace(plain_article(text), blocks=tuple(Block(*place) for place in ends))


@pytest.mark.parametrize(
    ("before", "sources"),
    [
        ("The mayor told the council:", ["The mayor"]),
        ("The mayor was blunt:", ["The mayor"]),
        ("The council met on Monday.", [None]),
    ],
)
def test_a_block_quotation_is_never_the_article_s(extractor: Extractor, before: str, sources: list[str | None]) -> None:
    article = block_quoted(
        (BlockKind.PARAGRAPH, before),
        (BlockKind.QUOTE, "The pier was old. Nobody had checked the beams."),
        (BlockKind.QUOTE, "It burned for days."),
        (BlockKind.PARAGRAPH, "She left at noon."),
    )
    found = extractor.extract(article)
    assert [[named(c) for c in chains(found, word)] for word in ("checked", "burned")] == [[sources], [sources]]
    assert [named(chain) for chain in chains(found, "left")] == [OWN]


def test_a_list_is_whose_the_line_before_it_says(extractor: Extractor) -> None:
    article = block_quoted(
        (BlockKind.PARAGRAPH, "The inquiry makes two recommendations:"),
        (BlockKind.LIST, "Divers check the pier each year."),
        (BlockKind.LIST, "The port pays for it."),
    )
    found = extractor.extract(article)
    assert [[named(c) for c in chains(found, word)] for word in ("check", "pays")] == [[["The inquiry"]]] * 2


def test_a_page_that_sets_apart_its_own_notes_quotes_nobody(extractor: Extractor) -> None:
    notes = [
        (BlockKind.PARAGRAPH, "Mills are old."),
        (BlockKind.QUOTE, "Mills ground corn."),
        (BlockKind.PARAGRAPH, "Piers are older."),
        (BlockKind.QUOTE, "Piers burned for days."),
        (BlockKind.PARAGRAPH, "Dams are the oldest."),
    ]
    own = extractor.extract(block_quoted(*notes, (BlockKind.QUOTE, "Dams stopped the floods.")))
    assert [named(c) for word in ("ground", "burned", "stopped") for c in chains(own, word)] == [[], [], []]
    signed = extractor.extract(block_quoted(*notes, (BlockKind.QUOTE, "Dams stopped the floods. — Ada Quist")))
    assert [named(c) for word in ("ground", "burned", "stopped") for c in chains(signed, word)] == [
        [None],
        [None],
        ["Ada Quist"],
    ]
    one = extractor.extract(block_quoted(*notes, (BlockKind.QUOTE, "We built dams.")))
    assert [named(c) for word in ("ground", "built") for c in chains(one, word)] == [[], [None]]


def test_a_report_without_a_claim_is_kept(extractor: Extractor) -> None:
    found = extractor.extract(plain_article("The union condemned the attack on the pier."))
    (report,) = found.attributions
    assert report.content.text == "the attack on the pier"
    assert report.chain[-1].cue is not None
    assert report.chain[-1].cue.text == "condemned"


def test_a_report_says_whom_its_source_stands_for(extractor: Extractor) -> None:
    found = extractor.extract(plain_article("Ada Quist chairs the port. She denied that the pier had moved."))
    (report,) = [r for r in found.attributions if r.chain[-1].cue and r.chain[-1].cue.text == "denied"]
    assert report.chain[-1].resolved == "Ada Quist"
    assert report.chain[-1].polarity == "negative"


@pytest.mark.parametrize("text", [text for text, *_ in REPORTED])
def test_claims_and_reports_come_of_one_computation(extractor: Extractor, text: str) -> None:
    """Each step of a claim is the last of a report, and every span selects the words that it says."""
    found = extractor.extract(plain_article(text))
    last = {report.chain[-1] for report in found.attributions}
    assert {step for claim in found.claims for step in claim.attribution} <= last
    for report in found.attributions:
        assert report.chain[-1].content == report.content.spans
        for slot in (report.content, report.chain[-1].source, report.chain[-1].cue):
            assert slot is None or slice_spans(found.article.text, slot.spans) == slot.text
    places = [(report.sentence, report.position) for report in found.attributions]
    assert places == sorted(set(places))
