"""Extraction without a database: the class, and the spaCy component."""

from __future__ import annotations

import doctest
from typing import TYPE_CHECKING

import pytest
import spacy

import extract
from extract import Extractor
from extract.errors import MissingModelError, UnsuitableModelError
from extract.model import Claim, slice_spans
from extract.syntax.parsing import DEFAULT_MODEL

if TYPE_CHECKING:
    from spacy.language import Language


def triples(claims: tuple[Claim, ...]) -> list[tuple[str, str, str | None]]:
    return [(c.subject.text, c.relation.text, c.object.text if c.object else None) for c in claims]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


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


def test_the_component_puts_claims_on_the_doc(nlp: Language) -> None:
    pipeline = spacy.load(DEFAULT_MODEL)
    pipeline.add_pipe("claims")
    doc = pipeline("Alpina bought Dorf Bank.")
    assert triples(doc._.claims) == [("Alpina", "bought", "Dorf Bank")]


def test_component_and_extractor_agree(extractor: Extractor) -> None:
    pipeline = spacy.load(DEFAULT_MODEL)
    pipeline.add_pipe("claims", config={"explain": True})
    text = "The mayor said the bridge was closed. Engineers will inspect it."
    assert triples(pipeline(text)._.claims) == triples(extractor(text))
    assert all(claim.evidence for claim in pipeline(text)._.claims)


def test_a_pipeline_without_a_parser_is_refused() -> None:
    with pytest.raises(UnsuitableModelError, match="no tagger and no parser"):
        spacy.blank("en").add_pipe("claims")


def test_a_model_that_is_not_installed_is_named_with_its_command() -> None:
    with pytest.raises(MissingModelError, match="'en_core_web_huge' is not installed"):
        Extractor("en_core_web_huge")
