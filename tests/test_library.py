"""Extraction without a database: the class, and the spaCy component."""

from __future__ import annotations

import doctest
import pickle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.tokens import Doc, DocBin

import extract
from extract import Extractor
from extract.errors import MissingModelError, UnsuitableModelError
from extract.gold import read_gold
from extract.model import Claim, slice_spans
from extract.syntax.models import DEFAULT_MODEL
from tests.conftest import ROOT

if TYPE_CHECKING:
    from spacy.language import Language


def triples(claims: tuple[Claim, ...]) -> list[tuple[str, str, str | None]]:
    return [(c.subject.text, c.relation.text, c.object.text if c.object else None) for c in claims]


def test_the_examples_in_the_docstring_are_true() -> None:
    assert doctest.testmod(extract).failed == 0
    assert doctest.testmod(extract).attempted >= 3


def test_a_string_gives_claims_with_places(extractor: Extractor) -> None:
    text = "Alpina bought Dorf Bank for $3 million in May."
    [claim] = extractor(text)
    assert slice_spans(text, claim.subject.spans) == "Alpina"
    assert slice_spans(text, claim.relation.spans) == "bought"


@pytest.mark.parametrize("text", ["", "   \n\n ", "?", "\x00", "🙂🙂", "a" * 50_000, "word " * 30_000])
def test_odd_text_breaks_nothing(extractor: Extractor, text: str) -> None:
    assert isinstance(extractor(text), tuple)


def test_a_published_date_gives_relative_dates_a_value(extractor: Extractor) -> None:
    [claim] = extractor("The council met yesterday.", published="2024-05-31")
    assert claim.valid_time is not None
    assert claim.valid_time.earliest == "2024-05-30"


@pytest.fixture(scope="module")
def pipeline() -> Language:
    made = spacy.load(DEFAULT_MODEL)
    made.add_pipe("claims")
    return made


def test_the_component_puts_claims_on_the_doc(pipeline: Language) -> None:
    doc = pipeline("Alpina bought Dorf Bank.")
    assert triples(doc._.claims) == [("Alpina", "bought", "Dorf Bank")]


ODD = [
    "The mayor said the bridge was closed. Engineers will inspect it.",
    "The mayor doesn’t want a “new vision” of trade. She hasn’t left, and she won’t resign 🙂 before May.",
    "“We will win.”The minister left.\n\nNorway 🇳🇴 won the race.\n\n- Berg lost.\n- Holm was re-elected in May.",
    f"The dam failed. {'-' * 210} The ministry denied it.",
    "",
]


@pytest.mark.parametrize("text", ODD)
def test_component_and_extractor_agree(extractor: Extractor, pipeline: Language, text: str) -> None:
    assert pipeline(text)._.claims == extractor(text)


def test_component_and_extractor_agree_on_the_gold_corpus(extractor: Extractor, pipeline: Language) -> None:
    texts = [sentence.text for sentence in list(read_gold([ROOT / "tests" / "gold"]))[::3]]
    differing = [doc.text for doc in pipeline.pipe(texts) if doc._.claims != extractor(doc.text)]
    assert differing == []


def test_the_component_explains_what_it_is_asked_to() -> None:
    explaining = spacy.load(DEFAULT_MODEL)
    explaining.add_pipe("claims", config={"explain": True})
    assert all(claim.evidence for claim in explaining("Alpina bought Dorf Bank.")._.claims)


TEXT = (
    "“It rained for 3 days,” Berg told the Post on Monday, if he didn’t lie. "
    "He denied that 40 homes, half of which were old, fell."
)


def test_claims_outlive_bytes_and_copies(extractor: Extractor, pipeline: Language) -> None:
    doc = pipeline(TEXT)
    assert doc._.claims == extractor(TEXT)
    assert Doc(pipeline.vocab).from_bytes(doc.to_bytes())._.claims == extractor(TEXT)
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    assert [d._.claims for d in DocBin().from_bytes(stored).get_docs(pipeline.vocab)] == [extractor(TEXT)]
    assert pickle.loads(pickle.dumps(doc))._.claims == extractor(TEXT)
    assert doc.copy()._.claims == extractor(TEXT)


def test_claims_come_back_from_other_processes(extractor: Extractor, pipeline: Language) -> None:
    texts = [TEXT, "", "Alpina bought Dorf Bank."]
    assert [doc._.claims for doc in pipeline.pipe(texts, n_process=2)] == [extractor(text) for text in texts]


def test_a_pipeline_with_the_component_is_saved_and_loaded(
    tmp_path: Path, extractor: Extractor, pipeline: Language
) -> None:
    pipeline.to_disk(tmp_path / "pipeline")
    assert spacy.load(tmp_path / "pipeline")(TEXT)._.claims == extractor(TEXT)


def test_claims_can_be_set_and_are_none_on_a_doc_that_was_not_read(pipeline: Language) -> None:
    first, other = pipeline("Alpina bought Dorf Bank."), pipeline.make_doc("Alpina bought Dorf Bank.")
    assert other._.claims == ()
    other._.claims = first._.claims
    assert other._.claims == first._.claims != ()


def test_a_pipeline_without_a_parser_is_refused() -> None:
    with pytest.raises(UnsuitableModelError, match="no tagger and no parser"):
        spacy.blank("en").add_pipe("claims")


def test_a_model_that_is_not_installed_is_named_with_its_command() -> None:
    with pytest.raises(MissingModelError, match="'en_core_web_huge' is not installed"):
        Extractor("en_core_web_huge")
