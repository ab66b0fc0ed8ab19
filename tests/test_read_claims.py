"""What readers of random claims of news found wrong, each cause with sentences of our own.

A line is `subject | relation | object`, as shown, `-` for no object; with `said by` who says it where that matters.
"""

from __future__ import annotations

import pytest

from extract.extractor import Extractor
from extract.model import Claim


def line(claim: Claim) -> str:
    return f"{claim.subject.text} | {claim.relation.text} | {claim.object.text if claim.object else '-'}"


STATED = [
    # offices share what they are of; what points back says nothing
    (
        "Ada Quist, president and chief operating officer of Veltra, resigned.",
        [
            "Ada Quist | is | president of Veltra",
            "Ada Quist | is | chief operating officer of Veltra",
            "Ada Quist | resigned | -",
        ],
    ),
    (
        "Ada Quist, a nurse and member of the council, left.",
        ["Ada Quist | is | a nurse", "Ada Quist | is | member of the council", "Ada Quist | left | -"],
    ),
    ("A probe could do just that.", []),
    (
        "It depends on how big of a blow will be dealt to Veltra.",
        ["It | depends on | how big of a blow will be dealt to Veltra"],
    ),
    # a form goes on with its like
    (
        "Korn left, saying she has the courage for it and vowing to return.",
        [
            "Korn | left | -",
            "Korn | saying | she has the courage for it",
            "she | has | the courage for it",
            "Korn | vowing to return | -",
        ],
    ),
    (
        "Last month, he began drafting plans and hiring staff.",
        ["he | began drafting | plans", "he | began hiring | staff"],
    ),
    # orders state nothing of whoever gives them
    ('"Show me a plan," Reed told the board.', ["Reed | told | the board"]),
    # a clause that says which one
    ("The firms were not the only ones taking sides.", ["The firms | were not | the only ones taking sides"]),
    # what has lost its content
    ('"Stay calm!" he told them.', []),
    ("This did not turn out the way we wanted.", ["This | did not turn out | -"]),
    # one auxiliary for two subjects
    ("Ten people were killed and forty injured.", ["Ten people | were killed | -", "forty | were injured | -"]),
    # sources and times that are no arguments
    (
        "He led an effort to save the mill according to records.",
        ["He | led | an effort to save the mill"],
    ),
    ("Korn went on to praise Reed.", ["Korn | went on to praise | Reed"]),
    # participles that may be about several things
    (
        "The mayor wrote two letters to the board, surprised by the vote.",
        ["The mayor | wrote | two letters"],
    ),
    (
        "It ends with a film shown after meeting voters.",
        ["It | ends with | a film shown after meeting voters"],
    ),
    # nobody is a meeting, and nobody was born in "Norlandish"
    (
        "The mayor debated Anna Hale, the second of three meetings for the rivals.",
        ["The mayor | debated | Anna Hale"],
    ),
    ("Norlandish-born Reed lives there.", ["Norlandish-born Reed | lives | -"]),
    # "who" is the person beside it
    (
        "They chose Ada Korn as leader over a congressman who opposed the plan.",
        ["They | chose | Ada Korn", "a congressman | opposed | the plan"],
    ),
    # both of a pair, told one by one; one name with an ampersand
    (
        "Both sports clubs and music clubs are protected.",
        ["sports clubs | are protected | -", "music clubs | are protected | -"],
    ),
    ("Reed & Berg Co. was sold.", ["Reed & Berg Co. | was sold | -"]),
    # a past tense goes on with the past above it
    (
        "The Eagles won a game dating to May and ended its run.",
        ["The Eagles | won | a game dating to May", "a game | dating to | May", "The Eagles | ended | its run"],
    ),
    ("They replaced their old flooring with tiles.", ["They | replaced | their old flooring with tiles"]),
    ("Arbeck 4, Lorne 2: Nino Reed had a goal.", ["Nino Reed | had | a goal"]),
    ("Lund would not rule out running as a rival.", ["Lund | would not rule out running as | a rival"]),
    ("The boy only eats rice.", ["The boy | only eats | rice"]),
    ("Others call the paper out of bounds.", ["Others | call | the paper out of bounds"]),
    # a present tense goes on with what is said, not with who said it in the past
    (
        "Korn told Reed that the words might please his voters, but do not change the law.",
        [
            "Korn | told | that the words might please his voters, but do not change the law",
            "the words | might please | his voters",
            "the words | do not change | the law",
        ],
    ),
    # the day is when it was said
    (
        "Korn said Tuesday Reed’s words were wrong.",
        ["Korn | said | Reed’s words were wrong", "Reed’s words | were | wrong"],
    ),
    ("Eric Holder Jr. arrived.", ["Eric Holder Jr. | arrived | -"]),
    # what lacks its object, or stands behind a colon
    ("Mr. Lund deemed the plan.", []),
    ("Voters know.", []),
    ("He has one interest: winning a fair vote.", ["He | has | one interest: winning a fair vote"]),
    ("He praised the last thing that Korn did.", ["He | praised | the last thing that Korn did"]),
    # her time in the office is hers
    (
        "The office released letters from her time running the department.",
        ["The office | released | letters"],
    ),
    ("It will take longer to mend than the bridge.", ["It | will take longer to mend than | the bridge"]),
    # what sums a sentence up is no amount
    (
        "The letters do not express their views, a point that the bishops missed.",
        [
            "The letters | do not express | their views",
            "the bishops | missed | The letters do not express their views, a point",
        ],
    ),
    # clefts
    ("It was during a stop in Lorne that Mr. Reed described the plan.", ["Mr. Reed | described | the plan"]),
    ("Brown lost his re-election bid.", ["Brown | lost | his re-election bid"]),
    ("Lund has left, but do not expect him to rest.", ["Lund | has left | -"]),
    (
        "He signed the order, a sop that may win voters.",
        ["He | signed | the order", "a sop | may win | voters"],
    ),
    (
        "In the tax papers, released late on Friday, Lund shows a gain.",
        ["Lund | shows | a gain"],
    ),
    # who is spoken to says nothing
    (
        '"They were here as well, Amanda," Cohen said.',
        ["Cohen | said | They were here as well, Amanda"],
    ),
    (
        "It depends on how their system is primed and is affected by genes.",
        [
            "It | depends on | how their system is primed and is affected by genes",
            "their system | is primed | -",
            "their system | is affected by | genes",
        ],
    ),
    (
        "They went on an attack on Paul Ryan -- who stood his ground.",
        ["They | went on | an attack on Paul Ryan", "Paul Ryan | stood | his ground"],
    ),
    # congratulations win nothing
    ("She sent congratulations to Reed for winning a race.", ["She | sent | congratulations for winning a race"]),
    # questions are no relative clauses, and charges have a content
    ("Korn gave little hint who he favoured.", ["Korn | gave | little hint who he favoured"]),
    (
        "He pleaded guilty to charges he threatened to kill the mayor.",
        ["He | pleaded guilty to | charges he threatened to kill the mayor", "he | threatened to kill | the mayor"],
    ),
    ("Later, Beck told the crowd.", []),
    ("He praised questions surrounding the sale.", ["He | praised | questions surrounding the sale"]),
    ("You fine a child for something his parents did.", ["You | fine | a child"]),
    # a description keeps the clause that makes it one
    (
        "Norland is a country we have to win.",
        ["Norland | is | a country we have to win", "we | have to win | a country"],
    ),
    # titles and mottos state nothing
    ('Reed appeared on "Meet the Town."', ["Reed | appeared on | Meet the Town"]),
    (
        "The doctrine is a version of “Don’t Do Stupid Stuff.”",
        ["The doctrine | is | a version of Don’t Do Stupid Stuff"],
    ),
    # what says nothing by itself
    ("“I mean, the mill is old,” Lund said.", ["the mill | is | old", "Lund | said | I mean, the mill is old"]),
    ("He had doubts. That we know.", ["He | had | doubts"]),
    ("Reed was reported as saying about Lund:", []),
    ("It remains to be seen how much it costs the town.", ["it | costs | the town"]),
    ("Do they know how this ends?", ["they | Do know | how this ends"]),
    ("The board says something could change.", ["The board | says | something could change"]),
    ("Lund has ideas that change everyday.", ["Lund | has | ideas that change everyday"]),
    # what two nouns share, one name after its noun, and how long
    (
        "It's been an honor and privilege to serve the town.",
        ["It | 's been | an honor to serve the town", "It | 's been | privilege to serve the town"],
    ),
    (
        "State news agency ARNA quoted the mayor.",
        ["ARNA | is | State news agency", "State news agency ARNA | quoted | the mayor"],
    ),
    ("The strike lasted from 1951-1957.", ["The strike | lasted from | 1951-1957"]),
    # a cue that the parser joins to what is said, and who says why
    (
        "Dana Reed asked the court to free Lund, saying she was not sure.",
        ["Dana Reed | asked | the court to free Lund", "Dana Reed | saying | she was not sure", "she | was not | sure"],
    ),
    # names behind an abbreviation, after "according to" and beside an aside
    (
        "Troy Police Lt. Gerry Reed left.",
        ["Gerry Reed | is | Troy Police Lt.", "Troy Police Lt. Gerry Reed | left | -"],
    ),
    (
        "According to Alan Maul, research director of communications analysis company TeleVar, the succession of "
        "problems in the region are only likely to be mended by cables.",
        [
            "Alan Maul | is | research director of communications analysis company TeleVar",
            "TeleVar | is | communications analysis company",
            "the succession of problems in the region | are likely to be mended by | cables",
        ],
    ),
    (
        "The finding came as a nationwide strike paralysed Norland, with shops closed.",
        [
            "The finding | came as | a nationwide strike paralysed Norland",
            "a nationwide strike | paralysed | Norland",
            "shops | closed | -",
        ],
    ),
    # words that a place, a likeness and a link cannot do without
    ("They were within 80 m of the summit.", ["They | were within | 80 m of the summit"]),
    ("Reed looked as if he was lost.", ["Reed | looked | as if he was lost", "he | was lost | -"]),
    ("The cables link Norland to the coast.", ["The cables | link | Norland to the coast"]),
    # whom a participle and a relative clause are about
    (
        "There were five riot squad officers with guns, aiming at the mill.",
        [
            "There | were | five riot squad officers",
            "five riot squad officers | aiming at | the mill",
        ],
    ),
    (
        "Lena Holt has been revealed to be a baker who was very kind.",
        ["Lena Holt | has been revealed to be | a baker who was very kind", "Lena Holt | was | very kind"],
    ),
    # what stands before a quotation is no part of what it says
    (
        "He left, the mayor said, adding, “Rents will rise.”",
        ["He | left | -", "the mayor | said | He left", "Rents | will rise | -"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_what_is_stated(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert [line(claim) for claim in extractor(text)] == expected


SOURCES = [
    # what cannot speak, and what is found without a word
    ("Veltra bought a stake in the mill, a deal announced on Monday.", "Veltra | bought | a stake in the mill", None),
    ("The film was released when officers found and rescued her.", "officers | rescued | her", None),
    ("The mill poisoned the river, a judge found.", "The mill | poisoned | the river", "a judge"),
    # whoever defends or endorses something does not say that there is one
    ("Mr. Lund endorsed Senator Ada Reed.", "Ada Reed | is | Senator", None),
    ("Lund praised Jon Reed, a teacher.", "Jon Reed | is | a teacher", None),
    ("Lund has defended the report that the agency failed.", "the agency | failed | -", None),
    # titles are the article's own words, but in a quotation
    ("The mayor said Senator Ada Reed had left.", "Ada Reed | is | Senator", None),
    ("“Senator Ada Reed has left,” Lund said.", "Ada Reed | is | Senator", "Lund"),
    (
        "“Mr. Lund will come,” Sen. Angus Reed of Maine, who leads them, told reporters on Monday.",
        "Mr. Lund | will come | -",
        "Sen. Angus Reed of Maine",
    ),
    ("Reed and Lund are eager to bring rice.", "Reed | are eager to bring | rice", None),
    ("Note: Garnet Reed was injured.", "Garnet Reed | was injured | -", None),
    ("The row came as members gather for a vote.", "The row | came | as members gather for a vote", None),
    ("The firm confirmed reports that the mill was sold.", "the mill | was sold | -", "The firm"),
    # quotations: a single word, long and passive cues, announcements before a new paragraph
    ("“Amazing,” Lund said. “The mill is old.”", "The mill | is | old", "Lund"),
    (
        "“It creates zero precedent,” Mick Varno, the acting chief of staff, told reporters.",
        "It | creates | zero precedent",
        "Mick Varno",
    ),
    (
        "“We will stop the dam and save our Valley from ruin,” Lund tweeted soon after the Select Committee on Water "
        "concluded its public hearings on Tuesday.",
        "Lund | tweeted | We will stop the dam and save our Valley from ruin",
        None,
    ),
    (
        "“For the record, I love my brother, but he is dead wrong on the issue of dams,” Lund wrote on Friday.",
        "Lund | wrote | For the record, I love my brother, but he is dead wrong on the issue of dams",
        None,
    ),
    (
        "“Is Arl the plan?” Representative Kevin Lund of Arbeck, the minority leader, asked at a news conference.",
        "Arl | Is | the plan",
        "Representative Kevin Lund of Arbeck",
    ),
    (
        "“The mill is old,” tweeted the Arbeck, N.Y., chapter of the union.",
        "The mill | is | old",
        "the Arbeck, N.Y., chapter of the union",
    ),
    ("An ex-employee said the mill failed.", "the mill | failed | -", "An ex-employee"),
    ("Yara Ngo-Anh, a 32-year-old clerk, said the mill failed.", "the mill | failed | -", "Yara Ngo-Anh"),
    ("Lund was criticised by the union, saying the mill failed.", "the mill | failed | -", "the union"),
    ("“Is the mill old?” Mr. Lund was quoted as saying.", "the mill | Is | old", "Mr. Lund"),
    ("To which Dana Lund replied,\n\n“The mill is old.”", "The mill | is | old", "Dana Lund"),
    (
        "“The mill is old,” said Rep. Luis Lund of Arbeck, one of the first to leave it.",
        "The mill | is | old",
        "Rep. Luis Lund of Arbeck",
    ),
    # what is seen, meant or not known is nobody's
    ("Lund was found hiding in a mill.", "Lund | was found hiding in | a mill", None),
    ("There is no indication that the mill is old.", "the mill | is | old", None),
    ("Many people were shocked to learn that the mill burned.", "the mill | burned | -", None),
    ("It remains to be seen how much it costs the town.", "it | costs | the town", None),
    ("Rules are meant to help the clerks who rent flats.", "the clerks | rent | flats", None),
]


@pytest.mark.parametrize(("text", "claim", "source"), SOURCES)
def test_who_says_it(extractor: Extractor, text: str, claim: str, source: str | None) -> None:
    (found,) = [c for c in extractor(text) if line(c) == claim]
    sources = [step.resolved or step.source.text for step in found.attribution if step.source is not None]
    assert sources[:1] == ([source] if source else [])


COMMITTED = [
    ("Lund was able to win the vote.", "Lund | was able to win | the vote", "CT+"),
    ("Jurors are reluctant to back the plan.", "Jurors | are reluctant to back | the plan", "CT+"),
    ("The plan was designed to help farmers.", "The plan | was designed to help | farmers", "CT+"),
    ("His camp has sent few signals.", "His camp | has sent | few signals", "CT+"),
    ("Korn went on to praise Reed.", "Korn | went on to praise | Reed", "CT+"),
    ("I felt like I was looking at a toy.", "I | was looking at | a toy", "PR+"),
    ("The state will act even if the town objects to it.", "the town | objects to | it", "Uu"),
    ("It is not the first time Veltra has faced protests.", "Veltra | has faced | protests", "CT+"),
    ("After rushing to release the papers, Lund left.", "Lund | rushing to release | the papers", "CT+"),
    ("The pilot could be fined after pleading guilty to fraud.", "The pilot | pleading guilty to | fraud", "CT+"),
    ("Fenton argued that the mine was to blame.", "the mine | was to blame | -", "CT+"),
    ("It remained unclear if the van belonged to Lund.", "the van | belonged to | Lund", "Uu"),
    ("The court opened an inquiry into whether she broke the law.", "she | broke | the law", "Uu"),
]


@pytest.mark.parametrize(("text", "claim", "factuality"), COMMITTED)
def test_how_far_it_is_asserted(extractor: Extractor, text: str, claim: str, factuality: str) -> None:
    (found,) = [c for c in extractor(text) if line(c) == claim]
    assert found.factuality == factuality


STANDS_FOR = [
    # a subject is nobody whom its own clause names
    ("Adam Reed resigned. Tom Lund wrote a letter. He called Reed's words shameful.", "He", "Tom Lund"),
    ("Tom Lund spoke to Bob Berg. “Chairman Lund must apologise to us,” he said.", "he", "Bob Berg"),
    # what counts or belongs to a nation is nobody
    ("Every member was told. He left.", "He", None),
    ("Norwegian-born Assan was jailed. He is in prison.", "He", "Assan"),
]


@pytest.mark.parametrize(("text", "pronoun", "who"), STANDS_FOR)
def test_whom_a_pronoun_stands_for(extractor: Extractor, text: str, pronoun: str, who: str | None) -> None:
    (found,) = [c.subject for c in extractor(text) if c.subject.text == pronoun]
    assert found.resolved == who
