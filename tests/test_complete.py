"""What is shown of an argument stands by itself: nothing that its head needs is cut, and the head is kept beside it."""

from __future__ import annotations

import pytest

from extract import Extractor
from extract.model import Claim, slice_spans


def triple(claim: Claim) -> tuple[str, str, str]:
    return claim.subject.text, claim.relation.text, claim.object.text if claim.object else ""


SHOWN = [
    ("Trump has cultivated relations with Norland.", ("Trump", "has cultivated", "relations with Norland")),
    ("The firm bought a stake in Borax.", ("The firm", "bought", "a stake in Borax")),
    ("The firm announced a reduction in costs.", ("The firm", "announced", "a reduction in costs")),
    ("Oslo signed an agreement to provide aid.", ("Oslo", "signed", "an agreement to provide aid")),
    ("They were the only officers on duty.", ("They", "were", "the only officers on duty")),
    ("The spokeswoman for the mayor resigned.", ("The spokeswoman for the mayor", "resigned", "")),
    ("The board placed Thomas on leave.", ("The board", "placed", "Thomas on leave")),
    ("The dispute made Oslo worried.", ("The dispute", "made", "Oslo worried")),
    ("The rumours prompted them to act.", ("The rumours", "prompted", "them to act")),
    ("The council named Hale chairman.", ("The council", "named", "Hale chairman")),
    ("The fence stopped the bears from entering.", ("The fence", "stopped", "the bears from entering")),
    ("Norland beat Sudria 3-1.", ("Norland", "beat", "Sudria 3-1")),
    (
        "Prices fell, an effect that angered the town.",
        ("Prices fell, an effect", "angered", "the town"),
    ),
    (
        "Quist played the queen, a role that made her famous.",
        ("Quist played the queen, a role", "made", "her famous"),
    ),
    ("Moon Jae-in met Kim.", ("Moon Jae-in", "met", "Kim")),
    (
        "The mayor had called his latest offer “a non-starter.”",
        ("The mayor", "had called", "his latest offer a non-starter"),
    ),
    ("Lund and farmers in Tarn left.", ("Lund", "left", "")),
    ("The first half ended with 0 – 0 on the board.", ("The first half", "ended with", "0 – 0")),
    (
        "Norland led groups such as the Tarn Trade Union (TTU), the Ostmark Forum and the Lund Club.",
        (
            "Norland",
            "led",
            "groups such as the Tarn Trade Union (TTU), the Ostmark Forum and the Lund Club",
        ),
    ),
    (
        "Mr. Berg, one of Norland's most eager users of radio to speak with voters, said the dam was safe.",
        ("Mr. Berg", "said", "the dam was safe"),
    ),
    (
        "Officers stopped a truck driven by Ada Lund, 29, of Harbour Road.",
        ("Officers", "stopped", "a truck driven by Ada Lund of Harbour Road"),
    ),
    # What a denial falls on.
    ("The team did not play well.", ("The team", "did not play", "well")),
    ("The mayor did not speak publicly about the plan.", ("The mayor", "did not speak publicly about", "the plan")),
    ("The spread has not changed much all year.", ("The spread", "has not changed", "much")),
    ("They have not seen the wreck directly.", ("They", "have not seen", "the wreck directly")),
    ("The mayor did not resign, apparently.", ("The mayor", "did not resign", "")),
    ("Lund did not resign obviously.", ("Lund", "did not resign", "")),
    ("The mayor did not resign unfortunately.", ("The mayor", "did not resign", "")),
    ("The crew did not work carefully.", ("The crew", "did not work", "carefully")),
    # How far something is so.
    ("Storm damage partly blocked the road.", ("Storm damage", "partly blocked", "the road")),
    ("The bridge was partially closed for repairs.", ("The bridge", "was partially closed for", "repairs")),
    ("Profit more than doubled to 9 million crowns.", ("Profit", "more than doubled to", "9 million crowns")),
    ("The firm owns more than ten mills.", ("The firm", "owns", "more than ten mills")),
    ("The boy is no longer in danger.", ("The boy", "is no longer in", "danger")),
    ("Rebels barely missed the truck.", ("Rebels", "barely missed", "the truck")),
    ("A husband and wife died in the fire.", ("A husband and wife", "died in", "the fire")),
    ("A teacher and a nurse died.", ("a nurse", "died", "")),
    # Among what, as what, of what.
    ("The firm lost three out of four games.", ("The firm", "lost", "three out of four games")),
    ("The storm was the worst since 1974.", ("The storm", "was", "the worst since 1974")),
    (
        "The strike has been described as the worst since the war.",
        ("The strike", "has been described as", "the worst since the war"),
    ),
    ("Reed finished second in the race.", ("Reed", "finished", "second in the race")),
    ("The team was ranked third in the league.", ("The team", "was ranked", "third in the league")),
    ("Costs were cut by a third in May.", ("Costs", "were cut by", "a third")),
    ("The plan was seen by farmers as a threat.", ("The plan", "was seen by", "farmers as a threat")),
    ("She outlined the case for a strike.", ("She", "outlined", "the case for a strike")),
    ("The clerks joined the call for a strike.", ("The clerks", "joined", "the call for a strike")),
    ("The judge found the basis for the claim.", ("The judge", "found", "the basis for the claim")),
    ("Lund sold the mill for profit.", ("Lund", "sold", "the mill")),
    ("Lund told the mayor about the mill.", ("Lund", "told", "the mayor")),
    ("Police beat the man with sticks.", ("Police", "beat", "the man")),
    ("Lund built the house with his brother.", ("Lund", "built", "the house")),
    ("The court fined the bank over loans.", ("The court", "fined", "the bank")),
    ("Norland beat Ostmark 3 – 1 on Friday.", ("Norland", "beat", "Ostmark")),
    ("The firm sold the mill in May.", ("The firm", "sold", "the mill")),
    ("More farmers oppose the law than support it.", ("More farmers", "oppose", "the law than support it")),
    ("She spent nine years in jail.", ("She", "spent", "nine years in jail")),
    ("The firm spent 9 million crowns in May.", ("The firm", "spent", "9 million crowns")),
    ("The mayor has until Friday to sign the bill.", ("The mayor", "has until", "Friday")),
    ("Some lamps are working incorrectly.", ("Some lamps", "are working", "incorrectly")),
    ("She won first place in the race.", ("She", "won", "first place in the race")),
    ("Our system provides customers the chance to talk.", ("Our system", "provides", "the chance to talk")),
    # Where to, and in which state.
    ("Rescuers got the last of the miners out shortly before dawn.", ("Rescuers", "got", "the last of the miners out")),
    ("The service is back online.", ("The service", "is", "back online")),
    ("The network was back up on Monday.", ("The network", "was", "back up")),
    ("The chapel was set alight by vandals.", ("The chapel", "was set alight by", "vandals")),
    ("He was cleared of theft but found guilty of fraud.", ("He", "was found", "guilty of fraud")),
    ("The dogs were fed and found homes.", ("The dogs", "found", "homes")),
    ("He has surrounded himself with loyal aides.", ("He", "has surrounded himself with", "loyal aides")),
    ("Holt shut herself in a room.", ("Holt", "shut herself in", "a room")),
    ("The town defended itself.", ("The town", "defended", "itself")),
    ("More power was brought online by the firm.", ("More power", "was brought online by", "the firm")),
    ("Voters have come to expect it.", ("Voters", "have come to expect", "it")),
    ("Holt came to see the mayor.", ("Holt", "came", "")),
    ("The storm forced people living nearby to leave.", ("people", "living", "nearby")),
]


@pytest.mark.parametrize(("sentence", "shown"), SHOWN)
def test_a_claim_shows_all_that_its_arguments_need(
    extractor: Extractor, sentence: str, shown: tuple[str, str, str]
) -> None:
    assert shown in [triple(claim) for claim in extractor(sentence)]


SHARED = [
    (
        "Hale is the founder and editor of the Tarn Gazette.",
        ["the founder of the Tarn Gazette", "editor of the Tarn Gazette"],
    ),
    (
        "The film conveys the ache and discovery of her journey.",
        ["the ache of her journey", "discovery of her journey"],
    ),
    ("She is a teacher and mother of three.", ["a teacher", "mother of three"]),
]


@pytest.mark.parametrize(("sentence", "objects"), SHARED)
def test_coordinated_nouns_share_a_complement(extractor: Extractor, sentence: str, objects: list[str]) -> None:
    assert [claim.object.text for claim in extractor(sentence) if claim.object] == objects


def test_the_head_is_kept_for_comparing_and_points_at_its_words(extractor: Extractor) -> None:
    text = "Trump has cultivated relations with Norland."
    (claim,) = extractor(text)
    assert claim.object is not None
    assert claim.object.head == "relations"
    assert slice_spans(text, claim.object.head_spans) == "relations"


NOT_STATED = [
    ("They are the only ones who know the code.", "know"),
    ("The law protects anyone who reports crimes.", "reports"),
    ("When it comes to taxes, voters trust the party.", "comes to"),
    ("As Hale notes, the river is rising.", "notes"),
    ("Beginning in May, the ferry will sail twice a day.", "Beginning"),
    ("The bridge is the only link to the coast, meaning that trucks must wait.", "meaning"),
]


KINDS = [
    ("The subsidy would help firms that sell bread online.", "sell"),
    ("He wants a town that values peace.", "values"),
    ("The rule applies to people who rent their homes.", "rent"),
    ("It is a plan that looks cheap.", "looks"),
]
ONES = [
    ("She runs a firm that sold bread online.", "sold"),
    ("They have a law that bans guns.", "bans"),
    ("She runs a bakery that sells bread online.", "sells"),
    ("There are mills that burn straw.", "burn"),
    ("She has found a well that never dries up.", "dries up"),
    ("He wants a town that values Lorne.", "values"),
]


@pytest.mark.parametrize(("sentence", "relation"), KINDS)
def test_which_kind_is_meant_is_not_said_to_be(extractor: Extractor, sentence: str, relation: str) -> None:
    assert relation not in [claim.relation.text for claim in extractor(sentence)]


@pytest.mark.parametrize(("sentence", "relation"), ONES)
def test_what_one_is_said_to_do_is_claimed(extractor: Extractor, sentence: str, relation: str) -> None:
    assert any(relation in claim.relation.text for claim in extractor(sentence))


@pytest.mark.parametrize(("sentence", "relation"), NOT_STATED)
def test_words_that_only_restrict_or_comment_state_nothing(extractor: Extractor, sentence: str, relation: str) -> None:
    assert relation not in [claim.relation.text for claim in extractor(sentence)]


def test_who_is_talked_into_something_does_it(extractor: Extractor) -> None:
    found = [triple(claim) for claim in extractor("The envoy pressured Norland into signing the treaty.")]
    assert ("Norland", "signing", "the treaty") in found
    assert ("The envoy", "signing", "the treaty") not in found


def test_one_of_several_named_together_is_one_of_them(extractor: Extractor) -> None:
    found = [triple(claim) for claim in extractor("The prize went to the researchers Rick Axel and Linda Buck.")]
    assert ("Linda Buck", "is one of", "the researchers") in found


def test_what_is_told_stands_first_and_whom_it_is_told_is_the_recipient(extractor: Extractor) -> None:
    *_, told = extractor("“The dam will hold,” the mayor told Radio Tarn.")
    assert triple(told) == ("the mayor", "told", "The dam will hold")
    assert [(q.role.value, q.text) for q in told.qualifiers] == [("recipient", "Radio Tarn")]


def test_a_subject_does_not_hold_its_own_predicate(extractor: Extractor) -> None:
    text = "Hale, a former Democrat who won as a Republican before leaving the party, agreed."
    for claim in extractor(text):
        places = [place for start, end in claim.subject.full_spans for place in range(start, end)]
        assert claim.predicate[0] not in places
