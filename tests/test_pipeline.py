"""The default model runs by code of ours: its annotations are those of spaCy's own, to the letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from extract.readers import ReadHints, read
from extract.syntax.annotation import Annotate, annotator, by_spacy
from extract.syntax.annotation import read as read_annotations
from extract.syntax.memory import Annotation
from extract.syntax.models import load
from extract.syntax.pipeline import Pipeline
from extract.syntax.word_forms import Form, WordForms

SEEDS = Path(__file__).parent.parent / "seeds"
ODD = [
    "There's no way they ain't gonna let's-go; y'all c'mon, you gotta see it!",
    "x",
    "Veltra (Oslo-based) paid $3.5m, 4,000 kroner and 12 per cent... to 'em :) #lost @home",
    "On Monday 3 March 2031 at 5 p.m. Ida Roth of the Harbour Office of Lower Vessna",
]


@pytest.fixture(scope="module")
def own() -> Language:
    """A model of its own: the parser of a pipeline that is taken apart computes in another way from then on."""
    return load()


@pytest.fixture(scope="module")
def ours(own: Language) -> Annotate:
    annotate = annotator(own)
    assert isinstance(annotate, Pipeline)
    return annotate


def docs_of(nlp: Language, texts: Sequence[str]) -> list[Doc]:
    docs = [nlp.make_doc(text) for text in texts]
    for doc in docs:
        doc.user_data["words"] = [token.text for token in doc]
    return docs


def paragraphs() -> Iterator[str]:
    for path in sorted({*SEEDS.glob("*.txt"), *SEEDS.glob("*.html")} - {SEEDS / "16-broken-file.txt"}):
        text = read(path.name, path.read_bytes(), ReadHints()).text
        yield from (line.strip() for line in text.splitlines() if line.strip() and "  " not in line.strip())


def test_annotations_are_those_of_spacy(own: Language, ours: Annotate, nlp: Language) -> None:
    texts = [*dict.fromkeys(paragraphs()), *ODD, ""]
    assert len(texts) > 60
    found, expected = ours(docs_of(own, texts)), by_spacy(nlp)(docs_of(nlp, texts))
    assert [_without_doubts(each) for each in found] == [_without_doubts(each) for each in expected]
    assert _doubts(found) == pytest.approx(_doubts(expected), abs=0.01)


def _without_doubts(annotation: Annotation) -> tuple[list[tuple[object, ...]], list[int]]:
    rows, starts = annotation
    return [row[:7] for row in rows], starts


def _doubts(annotations: Sequence[Annotation]) -> list[float]:
    return [row[7] for rows, _ in annotations for row in rows if row[7] is not None]


def test_a_block_is_annotated_the_same_whatever_stands_beside_it(own: Language, ours: Annotate) -> None:
    texts = [*paragraphs()][:25] + ODD
    together: list[Annotation] = ours(docs_of(own, texts))
    assert [ours(docs_of(own, [text]))[0] for text in texts] == together
    assert ours(docs_of(own, texts[::-1])) == together[::-1]


def test_new_words_have_all_that_is_read_of_them(own: Language, ours: Annotate, nlp: Language) -> None:
    names = ["norm_", "lower_", "prefix_", "suffix_", "shape_", "lang_", "is_space"]
    for word in ("Vessnafrey", "ostmarkise-7", "lUND’s", " \t\u2003", "—", "4,017.5"):
        assert [getattr(own.vocab[word], name) for name in names] == [getattr(nlp.vocab[word], name) for name in names]


def test_words_keep_their_vectors_while_others_come(own: Language, ours: Annotate) -> None:
    known = docs_of(own, [ODD[3]])
    before: list[Annotation] = ours(known)
    for number in range(40):
        ours(docs_of(own, [" ".join(f"Quist{number}x{at} met" for at in range(number + 1))]))
    assert ours(docs_of(own, [ODD[3]])) == before


def test_doubts_are_unknown_without_the_vectors_of_words(nlp: Language) -> None:
    (doc,), (unparsed,) = (docs_of(nlp, ["The ferry left."]) for _ in range(2))
    [(rows, _)] = read_annotations(nlp, [nlp(doc)], [unparsed])
    assert all(row[7] is not None and row[7] >= 0 for row in rows)
    doc.tensor = doc.tensor[:0]
    [(rows, _)] = read_annotations(nlp, [doc], [unparsed])
    assert [row[7] for row in rows] == [None] * 4


def test_the_table_of_forms_is_what_the_components_say(nlp: Language) -> None:
    """Each word that a rule of the attribute ruler names, with each tag, among words that rules may look at with it."""
    forms = WordForms(nlp)
    tags = nlp.get_pipe("tagger").labels  # type: ignore[attr-defined]
    sequences: list[list[Form]] = [[*product(("It", "Boats"), tags, ("det", "expl", "dobj", "conj"))]]
    for word in sorted(_named(nlp)):
        pairs = product((word,), tags, ("nsubj", "aux", "ROOT", "mark"))
        sequences.append([*pairs])
        sequences.append([("got", "VBD", "ROOT"), (word, "TO", "aux"), ("ai", "VBP", "aux"), (word, "VB", "expl")])
    components = [nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")]
    for sequence, found in zip(sequences, forms.read(sequences), strict=True):
        words, tagged, deps = (list(column) for column in zip(*sequence, strict=True))
        doc = Doc(nlp.vocab, words=words, tags=tagged, deps=deps, heads=list(range(len(words))))
        for component in components:
            doc = component(doc)
        assert list(found) == [(token.lemma_, token.pos_) for token in doc], words[0]


def _named(nlp: Language) -> set[str]:
    found = {"boats", "sank", "bigger", "Vessna", "12", "--"}
    for rule in nlp.get_pipe("attribute_ruler").patterns:  # type: ignore[attr-defined]
        for pattern in rule["patterns"]:
            for token in pattern:
                lower = token.get("LOWER", "")
                found.update([lower] if isinstance(lower, str) else lower.get("IN", ["y'", "n't"]))
    return found - {""}


def test_another_pipeline_runs_by_spacy() -> None:
    nlp = load()
    nlp.remove_pipe("ner")
    assert not isinstance(annotator(nlp), Pipeline)
    rows, starts = annotator(nlp)(docs_of(nlp, ["The ferry left. It sank."]))[0]
    assert starts == [0, 4]
    assert [row[6] for row in rows] == [1, 2, 2, 2, 5, 5, 5]
