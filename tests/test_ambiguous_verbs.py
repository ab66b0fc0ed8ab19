"""Headlines whose verbs the models take for nouns are read by what the text below them says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from extract.extractor import Extractor
from extract.model import BlockKind, Claim
from extract.readers import read
from extract.syntax.ambiguous_verbs import with_verbs
from extract.syntax.memory import Annotation, Memory, Row
from tests.test_read_claims import line

#: A headline, the text below it, and what the headline says.
READ = [
    (
        "Veltra exercises options on nine ferries",
        "The line exercised them on Monday. It will pay in June.",
        ["Veltra | exercises | options on nine ferries"],
    ),
    (
        "Norland car sales plunge by 45%",
        "They have plunged since May, a trade body said.",
        ["Norland car sales | plunge by | 45%"],
    ),
    (
        "Boat fair in Kest lights up the harbour",
        "It lit it up on Friday. Nine stalls were lighting the way to it.",
        ["Boat fair in Kest | lights up | the harbour"],
    ),
    # a verb that the text below does not have as a noun
    ("Mine Blast Jolts Kest", "It was felt in the whole valley on Monday.", ["Mine Blast | Jolts | Kest"]),
    # a second verb behind a comma
    (
        "Coast guard foils attack in Marland Bay, nabs nine smugglers",
        "The crew nabbed them at dawn. It foiled a raid in May.",
        ["Coast guard | foils | attack in Marland Bay", "Coast guard | nabs | nine smugglers"],
    ),
    ("Firms press council over bridge", "They pressed it for weeks.", ["Firms | press | council"]),
    ("Norland secure win over Holm", "It won on Sunday in Tarn.", ["Norland | secure | win"]),
    ("Norland secure after storm", "It hit Norland on Sunday. The dams held.", []),
    ("Money to burn in Tarn", "The club spent 30 million crowns.", []),
    ("Firm to build bridge fined", "It was fined on Monday.", []),
    # nouns stay nouns, whatever the text has as a verb
    (
        "Kest peace talks in doubt",
        "Peace talks were to go on in Kest. Both sides talked for a day.",
        ["Kest peace talks | in | doubt"],
    ),
    ("Lund fire stations in need of repair", "The fire stations are old. Crews are stationed in tents.", []),
    # who says it, behind what is said
    (
        "Mill will close, says owner",
        "The owner said so. He was saying no more.",
        ["Mill | will close | -", "owner | says | Mill will close"],
    ),
    ("Orvia sales fall, shares plunge", "It shared its figures.", ["Orvia sales | fall | -", "shares | plunge | -"]),
]


@pytest.mark.parametrize(("headline", "prose", "expected"), READ)
def test_the_verbs_of_a_headline_are_found(
    extractor: Extractor, headline: str, prose: str, expected: list[str]
) -> None:
    assert [line(claim) for claim in _claims(extractor, headline, prose)] == expected


def test_a_verb_keeps_its_words_and_has_its_lemma(extractor: Extractor) -> None:
    [claim] = _claims(extractor, READ[0][0], READ[0][1])
    assert (claim.relation.text, claim.relation.lemma) == ("exercises", "exercise")


def test_a_headline_depends_on_the_text_below_it_alone(extractor: Extractor) -> None:
    """The same headline over two texts is two blocks for the memory, in any order."""
    texts = ["It exercised them on Monday.", "Veltra exercises options of others, too. Nobody saw it."]

    def read_in(order: list[str]) -> list[list[str]]:
        extractor.memory = Memory()
        return [[line(claim) for claim in _claims(extractor, READ[0][0], text)] for text in order]

    one, other = read_in(texts)
    assert (one, other) == (READ[0][2], [])
    assert read_in(texts[::-1]) == [other, one]


def test_a_headline_is_parsed_again_a_few_times_at_most(extractor: Extractor) -> None:
    words = ["cuts", "sales", "rates", "moves", "plans", "bids", "votes", "claims", "deals", "fires", "raids", "talks"]
    text = f"Norland {', '.join(words)}"
    doc = extractor.nlp(text)
    rows: list[Row] = [(t.text, t.lemma_, "NOUN", "NNS", "conj", "", t.i, None) for t in doc]
    places = [(t.idx, t.idx + len(t)) for t in doc]
    calls = list[Mapping[int, str]]()

    def reparse(tries: Sequence[Mapping[int, str]]) -> list[Annotation]:
        calls.extend(tries)
        return [(rows, [0]) for _ in tries]

    verbs = {start: text[start : end - 1] for start, end in places if text[start:end] in words}
    assert with_verbs((rows, [0]), places, verbs, reparse) == (rows, [0])
    assert 0 < len(calls) <= 8


def _claims(extractor: Extractor, headline: str, prose: str) -> list[Claim]:
    page = f"<html><body><article><h1>{headline}</h1><p>{prose}</p></article></body></html>"
    extraction = extractor.extract(read("a.html", page.encode()))
    titles = {s.position for s in extraction.sentences if s.kind is BlockKind.TITLE}
    return [claim for claim in extraction.claims if claim.sentence in titles]
