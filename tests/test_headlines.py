"""Headlines and captions: which claims their clipped grammar makes, and which noun phrases it leaves alone."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract.claims.proposal import Phrase
from extract.claims.propose import propose
from extract.model import Block, BlockKind, slice_spans
from extract.repairs.mend import mend
from extract.syntax.parsing import parse
from extract.syntax.tree import Word, spans_of


def triples(nlp: Language, text: str, kind: BlockKind) -> list[tuple[str, str, str]]:
    def words(found: Phrase | tuple[Word, ...] | None) -> str:
        core = found.core if isinstance(found, Phrase) else found or ()
        return slice_spans(text, spans_of(core))

    (tree,) = parse(nlp, text, [Block(kind, 0, len(text))])
    mend(tree)
    return [(words(p.subject), p.implied or words(p.relation), words(p.object)) for p in propose(tree)]


TITLES = [
    ("Farmers angry over new levy", [("Farmers", "angry over", "new levy")]),
    ("Clerk guilty of fraud", [("Clerk", "guilty of", "fraud")]),
    # two verbs, counted states, and names that the parser takes for verbs
    (
        "Veltra to close paper mill, cut 400 jobs",
        [("Veltra", "to close", "paper mill"), ("Veltra", "to cut", "400 jobs")],
    ),
    ("Norland to raise taxes, freeze wages", [("Norland", "to raise", "taxes"), ("Norland", "to freeze", "wages")]),
    ("Ferry sinks off Marland, at least 12 dead", [("Ferry", "sinks off", "Marland"), ("at least 12", "dead", "")]),
    (
        "Nineteen dead, 30 missing after Aurelia sinks",
        [("Nineteen", "dead", ""), ("30", "missing", ""), ("Aurelia", "sinks", "")],
    ),
    ("At least 12 dead as ferry sinks off Marland", [("At least 12", "dead", ""), ("ferry", "sinks off", "Marland")]),
    ("Three dead, two hurt in Tarn mine blast", [("Three", "dead", ""), ("two", "hurt in", "Tarn mine blast")]),
    ("Lenz charged over $90,000 bribes", [("Lenz", "charged over", "$90,000 bribes")]),
    ("Gold hits record high", [("Gold", "hits", "record high")]),
    (
        "Holm crash: pilot was drunk, report finds",
        [("pilot", "was", "drunk"), ("report", "finds", "pilot was drunk")],
    ),
    ("Thousands march against dam", [("Thousands", "march against", "dam")]),
    ("12 injured firefighters sue city", [("12 injured firefighters", "sue", "city")]),
    ("Mill closes, says letter to staff", [("letter", "says", "Mill closes")]),
    ("Norland, Sarkia agree ceasefire", [("Norland", "agree", "ceasefire"), ("Sarkia", "agree", "ceasefire")]),
    ("Norland and Sarkia sign trade deal", [("Norland", "sign", "trade deal"), ("Sarkia", "sign", "trade deal")]),
    ("Veltra, union reach deal", [("Veltra", "reach", "deal"), ("union", "reach", "deal")]),
    ("Veltra posts record profit", [("Veltra", "posts", "record profit")]),
    # verbs hidden in longer phrases
    ("Mother of missing girl pleads for help", [("Mother of missing girl", "pleads for", "help")]),
    ("Talks between Norland and Sarkia collapse", [("Talks", "collapse", "")]),
    ("Judge orders Velm to pay $30m", [("Judge", "orders", "Velm")]),
    ("Norland, Sarkia sign water treaty", [("Norland", "sign", "water treaty"), ("Sarkia", "sign", "water treaty")]),
    ("Sarkia fires missile into sea", [("Sarkia", "fires", "missile")]),
    # states without a verb
    ("Tarn mayor under fire over hotel bill", [("Tarn mayor", "under", "fire")]),
    ("Alpina in talks to buy Dorf Bank", [("Alpina", "in", "talks")]),
    ("Hundreds of jobs at risk", [("Hundreds of jobs", "at", "risk")]),
    ("Port sale put on hold", [("Port sale", "put on", "hold")]),
    ("Holt not guilty of fraud", [("Holt", "not guilty of", "fraud")]),
    ("Bus crash in Holm: 14 dead", [("14", "dead", "")]),
    ("Storm Ivo: 12 dead, thousands without power", [("12", "dead", "")]),
    ("House prices up 4% in May", [("House prices", "up", "")]),
    ("Rates unchanged, bank says", [("Rates", "unchanged", ""), ("bank", "says", "Rates unchanged")]),
    ("Hospitals full as flu spreads", [("Hospitals", "full", ""), ("flu", "spreads", "")]),
    # what follows a comma or a colon, and who says it
    ("Union rejects pay offer, vows strike", [("Union", "rejects", "pay offer"), ("Union", "vows", "strike")]),
    ("Holt wins, promises tax cuts", [("Holt", "wins", ""), ("Holt", "promises", "tax cuts")]),
    ("Reed arrested, denies charges", [("Reed", "arrested", ""), ("Reed", "denies", "charges")]),
    ("Poll: most voters back dam", [("most voters", "back", "dam")]),
    ("Minister: Nurses to get raise", [("Nurses", "to get", "raise")]),
    (
        "Hagen plant to close, union says",
        [("Hagen plant", "to close", ""), ("union", "says", "Hagen plant to close")],
    ),
    ("Pope visits Tarn", [("Pope", "visits", "Tarn")]),
    ("Court upholds ban on logging", [("Court", "upholds", "ban")]),
    ("Holm dam cost doubles to 1.2 billion crowns", [("Holm dam cost", "doubles to", "1.2 billion crowns")]),
    (
        "Rescue workers free miner trapped for 60 hours",
        [("Rescue workers", "free", "miner"), ("miner", "trapped", "")],
    ),
    ("Governor signs bill making voting easier", [("Governor", "signs", "bill")]),
    ("Veltra names Lena Marsh chief executive", [("Veltra", "names", "Lena Marsh chief executive")]),
    ("Police hunt gunman after Tarn attack", [("Police", "hunt", "gunman")]),
    ("Oil prices rise as talks stall", [("Oil prices", "rise", ""), ("talks", "stall", "")]),
    (
        "Airline cancels 200 flights as pilots walk out",
        [("Airline", "cancels", "200 flights"), ("pilots", "walk out", "")],
    ),
    ("Bus drivers ready to strike", [("Bus drivers", "ready to strike", "")]),
    ("'Norland's Oldest Baker' Sells Shop", [("Norland's Oldest Baker", "Sells", "Shop")]),
    ("Mayor has resigned: police", [("Mayor", "has resigned", "")]),
    ("Mayor to resign in May: report", [("Mayor", "to resign", "")]),
    ("Council scraps plan to close library", [("Council", "scraps", "plan")]),
    ("Norland court rejects bid to block deportation flights", [("Norland court", "rejects", "bid")]),
    ("Norland judge blocks plan to deport migrants", [("Norland judge", "blocks", "plan")]),
    ("Veltra chief steps down amid accounting scandal", [("Veltra chief", "steps down amid", "accounting scandal")]),
    ("Talks stall as strike enters second week", [("Talks", "stall", ""), ("strike", "enters", "")]),
    ("Exports slump as demand fades", [("Exports", "slump", ""), ("demand", "fades", "")]),
    ("Escape renews calls for prison reform", [("Escape", "renews", "calls")]),
    ("Union plans calls for action", [("Union", "plans", "calls")]),
    ("Mill workers call for vote", [("Mill workers", "call for", "vote")]),
    ("Board delays vote on merger", [("Board", "delays", "vote")]),
    ("Army officers plan to strike", [("Army officers", "plan to strike", "")]),
    (
        "Nurse who saved baby wins award",
        [("Nurse", "saved", "baby"), ("Nurse", "wins", "award")],
    ),
    (
        "Clerk who robbed widows jailed for life",
        [("Clerk", "robbed", "widows"), ("Clerk", "jailed for", "life")],
    ),
    (
        "Measles outbreak in Tarn valley blamed on closed clinics",
        [("Measles outbreak", "blamed on", "closed clinics")],
    ),
    ("Dozens injured as train derails", [("Dozens", "injured", ""), ("train", "derails", "")]),
    ("Ministers resign as tax row deepens", [("Ministers", "resign", ""), ("tax row", "deepens", "")]),
    ("Shares fall as rate cut looms", [("Shares", "fall", ""), ("rate cut", "looms", "")]),
    ("Prices jump as fuel costs soar", [("Prices", "jump", ""), ("fuel costs", "soar", "")]),
    ("Rebels seize town, army denies losses", [("Rebels", "seize", "town"), ("army", "denies", "losses")]),
    ("Veltra to cut 1,200 jobs", [("Veltra", "to cut", "1,200 jobs")]),
    ("Infotec CEO Wu to step down in May", [("Wu", "is", "Infotec CEO"), ("Infotec CEO Wu", "to step down", "")]),
    ("Court orders release of jailed poet", [("Court", "orders", "release")]),
    ("Police hunt gunman who killed two", [("Police", "hunt", "gunman"), ("gunman", "killed", "two")]),
    ("Dawn Party leaders back tax cut", [("Dawn Party leaders", "back", "tax cut")]),
    ("Former police chief jailed for nine years", [("Former police chief", "jailed", "")]),
    (
        "Halm dam bursts in northern Lorne, killing two",
        [("Halm dam", "bursts in", "northern Lorne"), ("Halm dam", "killing", "two")],
    ),
    (
        "Profits soar as carrier cuts routes, raises fares",
        [("Profits", "soar", ""), ("carrier", "cuts", "routes"), ("carrier", "raises", "fares")],
    ),
    (
        "Pellworth shares slide as chipmaker cuts outlook, blames tariffs",
        [("Pellworth shares", "slide", ""), ("chipmaker", "cuts", "outlook"), ("chipmaker", "blames", "tariffs")],
    ),
    ("Halvers City sink Norrby late on to go third", [("Halvers City", "sink", "Norrby")]),
    ("Storm kills six as river bursts banks", [("Storm", "kills", "six"), ("river", "bursts", "banks")]),
    ("Mayor resigns as council rejects budget", [("Mayor", "resigns", ""), ("council", "rejects", "budget")]),
    ("Workers strike as airline freezes pay", [("Workers", "strike", ""), ("airline", "freezes", "pay")]),
    ("Norrby thrash Ostmark to reach final", [("Norrby", "thrash", "Ostmark")]),
    ("Senate passes budget after all-night session", [("Senate", "passes", "budget")]),
    # plans that somebody confirms, counted people of two kinds, who is out or back, two verbs, lists without "and"
    (
        "Bus fares to rise by 5p, council confirms",
        [("Bus fares", "to rise by", "5p"), ("council", "confirms", "Bus fares to rise by 5p")],
    ),
    (
        "Two killed, 14 injured as bus falls into gorge",
        [("Two", "killed", ""), ("14", "injured", ""), ("bus", "falls into", "gorge")],
    ),
    ("Brandt out of World Cup", [("Brandt", "out of", "World Cup")]),
    ("Veltra back in profit", [("Veltra", "back in", "profit")]),
    ("India win toss, elect to bat", [("India", "win", "toss"), ("India", "elect to bat", "")]),
    ("Man jailed for theft, fraud", [("Man", "jailed for", "theft"), ("Man", "jailed for", "fraud")]),
    ("Police find body of boy, suspect", [("Police", "find", "body")]),
    ("Man out on bail arrested over theft", []),
    # what somebody is to do, subjects that do not act, verbs behind numbers and in front of "as"
    ("Lund to host 2030 Games", [("Lund", "to host", "2030 Games")]),
    ("PM to visit Lund tomorrow", [("PM", "to visit", "Lund")]),
    ("Traffic chaos as lorry sheds load", [("lorry", "sheds", "load")]),
    ("No plans for second vote, says PM", [("PM", "says", "No plans for second vote")]),
    ("Two more die of bird flu in Norland", [("Two", "die of", "bird flu")]),
    (
        "Over 200 fall sick after eating at wedding",
        [("Over 200", "fall", "sick"), ("Over 200", "eating at", "wedding")],
    ),
    ("Time to act on climate", []),
    ("HC notice to state over illegal mining", []),
    # nouns behind names of places, what is found, verbs of teams
    ("Woman found dead in Leeds flat", [("Woman", "found", "dead")]),
    ("Two killed in Texas plant blast", [("Two", "killed in", "Texas plant blast")]),
    ("Dozens hurt in Mumbai stampede", [("Dozens", "hurt in", "Mumbai stampede")]),
    ("Body of missing hiker found in Utah canyon", [("Body of missing hiker", "found in", "Utah canyon")]),
    ("New species of spider found in Tarn cave", [("New species of spider", "found in", "Tarn cave")]),
    ("Chelsea sign striker on two-year deal", [("Chelsea", "sign", "striker")]),
    ("Everton sack manager after six defeats", [("Everton", "sack", "manager")]),
    ("Lords back ban on fur imports", [("Lords", "back", "ban")]),
    ("Arsenal extend lead, eye title", [("Arsenal", "extend", "lead")]),
    ("Boy stabbed in London park", [("Boy", "stabbed in", "London park")]),
    ("Paris attack suspect held", [("Paris attack suspect", "held", "")]),
    # things to use, and what is to happen to things
    ("Drug to treat malaria approved", [("Drug", "approved", "")]),
    ("Food to eat before a race", []),
    ("Books to read this summer", []),
    ("Tools to fight crime", []),
    ("New rules to cut waste", []),
    ("Bridge to close for repairs", [("Bridge", "to close for", "repairs")]),
    ("Prices to rise by 5%", [("Prices", "to rise by", "5%")]),
    ("Thousands to march in Tarn", [("Thousands", "to march in", "Tarn")]),
    ("400 to lose jobs at mill", [("400", "to lose", "jobs")]),
    ("Factory to cut 200 jobs", [("Factory", "to cut", "200 jobs")]),
    # no part of a place's name, no second object, and no motion
    ("Two killed in Tarn yesterday", [("Two", "killed in", "Tarn")]),
    ("Man arrested in Norland dead", [("Man", "arrested in", "Norland")]),
    ("Fans arrested in Tarn face trial", [("Fans", "face", "trial")]),
    ("Norland backs aid plan, poll", [("Norland", "backs", "aid plan")]),
    ("Way out of crisis", []),
    # who says of states and tolls, clauses behind "as", and nobody who reports
    (
        "Farmers angry over new levy, union says",
        [("Farmers", "angry over", "new levy"), ("union", "says", "Farmers angry over new levy")],
    ),
    (
        "Veltra in talks to buy Orvia, paper says",
        [("Veltra", "in", "talks"), ("paper", "says", "Veltra in talks to buy Orvia")],
    ),
    (
        "Two missing after blast, police say",
        [("Two", "missing after", "blast"), ("police", "say", "Two missing after blast")],
    ),
    (
        "Two dead, 30 missing after ferry sinks, police say",
        [
            ("Two", "dead", ""),
            ("30", "missing", ""),
            ("ferry", "sinks", ""),
            ("police", "say", "Two dead, 30 missing after ferry sinks"),
        ],
    ),
    ("Union angry over cuts says mayor lied", [("Union", "says", "mayor lied"), ("mayor", "lied", "")]),
    (
        "Quake rocks northern Norland, no casualties reported",
        [("Quake", "rocks", "northern Norland"), ("no casualties", "reported", "")],
    ),
    (
        "Quake rocks Norland, clerk reported",
        [("Quake", "rocks", "Norland"), ("clerk", "reported", "Quake rocks Norland")],
    ),
    ("UN calls for truce as fighting spreads", [("UN", "calls for", "truce"), ("fighting", "spreads", "")]),
    (
        "Nine killed as bus plunges into river, police say",
        [
            ("Nine", "killed", ""),
            ("bus", "plunges into", "river"),
            ("police", "say", "Nine killed as bus plunges into river"),
        ],
    ),
    ("Two dead as bus crashes into shop", [("Two", "dead", ""), ("bus", "crashes into", "shop")]),
    # what somebody is quoted to have done
    ("Brandt 'lied to court over bribes'", [("Brandt", "lied to", "court")]),
    ("Reporter 'killed by rival gang'", [("Reporter", "killed by", "rival gang")]),
    ("Brandt, 'hated' by rivals, quits", [("Brandt", "hated by", "rivals"), ("Brandt", "quits", "")]),
]
CAPTIONS = [
    ("Soldiers clear snow from the runway at Norr airport on Friday.", [("Soldiers", "clear", "snow")]),
    ("A child drinks from a well in the camp of Adra.", [("A child", "drinks from", "a well")]),
    ("A woman walks past a shuttered shop in Kessel.", [("A woman", "walks past", "a shuttered shop")]),
    ("Firefighters battle a blaze near the village of Ardo.", [("Firefighters", "battle", "a blaze")]),
    ("Lena Holm, mayor of Sund, at the opening of the bridge.", [("Lena Holm", "is", "mayor of Sund")]),
]
NONE = [
    "Trade talks in Lorne",
    "Plan to close Hagen plant",
    "Review of bank charges for students",
    "Wave of drone strikes",
    "Fight between fans and police",
    "Fire in hotel",
    "A year in office",
]


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_headlines_make_claims(nlp: Language, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert triples(nlp, text, BlockKind.TITLE) == expected


@pytest.mark.parametrize(("text", "expected"), CAPTIONS)
def test_captions_make_claims(nlp: Language, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert triples(nlp, text, BlockKind.CAPTION) == expected


@pytest.mark.parametrize("text", NONE)
def test_noun_phrases_stay_noun_phrases(nlp: Language, text: str) -> None:
    assert triples(nlp, text, BlockKind.TITLE) == []


@pytest.mark.parametrize("text", ["PUMP patches status", "Therapy—NORD focus", "Bay (see map)"])
@pytest.mark.parametrize("kind", [BlockKind.HEADING, BlockKind.LIST])
def test_labels_are_no_sentences(nlp: Language, text: str, kind: BlockKind) -> None:
    assert triples(nlp, text, kind) == []


@pytest.mark.parametrize("text", ["Services are free", "Pumps need a filter", "The pumps work"])
def test_short_sentences_are_no_labels(nlp: Language, text: str) -> None:
    assert len(triples(nlp, text, BlockKind.LIST)) == 1
