"""Records made by hand, for tests of storage that need no language model."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from typing import Any

from extract.english.bearers import link
from extract.english.phrases import KnownNames, claim_words, read_claim
from extract.model import (
    Argument,
    Article,
    Attribution,
    Block,
    BlockKind,
    Claim,
    ClauseType,
    Extraction,
    Mention,
    Modality,
    Outcome,
    Polarity,
    Precision,
    Qualifier,
    Quantity,
    Relation,
    Report,
    Role,
    Sentence,
    Slot,
    Span,
    Spans,
    ValidTime,
    slice_spans,
)


def read_words(extraction: Extraction) -> Extraction:
    """The extraction with whom its mentions name, and what the words of its claims say."""
    names = KnownNames((m.start, m.end, m.text, m.resolved) for m in extraction.mentions if m.kind == "name")
    starts = {sentence.position: sentence.start for sentence in extraction.sentences}
    read = [replace(c, phrases=read_claim(claim_words(c, starts[c.sentence]), names)) for c in extraction.claims]
    return replace(extraction, claims=tuple(read), links=link(extraction))


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def article(text: str, source: str = "a.txt", **others: Any) -> Article:
    """An article as a reader would give it; the bytes are the text's unless `raw_hash` says otherwise."""
    fields = {"text_hash": digest(text), "raw_hash": digest(text), "media_type": "text/plain", "reader": "text 1"}
    return Article(source=source, text=text, **{**fields, **others})


def spans(text: str, *words: str) -> Spans:
    """Where `words` stand in `text`, each after the one before."""
    found: list[Span] = []
    at = 0
    for word in words:
        at = text.index(word, at)
        found.append((at, at + len(word)))
        at += len(word)
    return tuple(found)


def slot(text: str, *words: str) -> Slot:
    return Slot(slice_spans(text, spans(text, *words)), spans(text, *words))


def argument(text: str, core: str, full: str | None = None, **others: Any) -> Argument:
    """An argument by its words; the core is looked for inside the full extent."""
    (place,) = spans(text, full or core)
    at = place[0] + (full or core).index(core)
    own = ((at, at + len(core)),)
    return Argument(core, own, core, own, full or core, (place,), **others)


def claim(text: str, subject: str, relation: str, thing: str | None = None, **others: Any) -> Claim:
    """A claim by its words, in the first sentence unless `sentence` says otherwise."""
    verb = slot(text, relation)
    fields: dict[str, Any] = {
        "sentence": 0,
        "position": 0,
        "qualifiers": (),
        "clause_type": ClauseType.SVO if thing else ClauseType.SV,
        "rule": "verb",
        "predicate": verb.spans[0],
    }
    return Claim(
        subject=argument(text, subject),
        relation=Relation(verb.text, verb.spans, relation),
        object=argument(text, thing) if thing else None,
        **{**fields, **others},
    )


def extraction(of: Article, claims: Iterable[Claim] = (), **others: Any) -> Extraction:
    """What was found in an article with one sentence a line."""
    claims = tuple(claims)
    starts = [0, *(n + 1 for n, char in enumerate(of.text) if char == "\n"), len(of.text) + 1]
    places = [(a, b - 1) for a, b in pairwise(starts) if b - 1 > a]
    told = {c.sentence for c in claims}
    sentences = tuple(
        Sentence(n, a, b, BlockKind.PARAGRAPH, Outcome.CLAIMS if n in told else Outcome.NO_CLAIM)
        for n, (a, b) in enumerate(places)
    )
    blocks = tuple(Block(BlockKind.PARAGRAPH, a, b) for a, b in places)
    return read_words(Extraction(of, blocks, sentences, claims, words=len(of.text.split()), **others))


HARBOUR = (
    "Vessna will deepen its harbour\n"
    "The port of Vessna 🚢 did not lose about 40 ships in March 2021, the mayor told Radio Ostrand.\n"
    "She approved the plan if the council agrees.\n"
)


def harbour(source: str = "harbour.txt", text: str = HARBOUR, **others: Any) -> Extraction:
    """An article that fills every column: discontinuous spans, a nested source, a pronoun, a condition ..."""
    denied = Claim(
        sentence=1,
        position=0,
        subject=argument(text, "port", "The port of Vessna", entity="FAC"),
        relation=Relation("did not lose", spans(text, "did not lose"), "lose"),
        object=argument(text, "about 40 ships"),
        qualifiers=(Qualifier(Role.TIME, "in March 2021", spans(text, "in March 2021"), "2021-03"),),
        clause_type=ClauseType.SVO,
        rule="verb",
        predicate=spans(text, "lose")[0],
        polarity=Polarity.NEGATIVE,
        hedge="not",
        attribution=(
            Attribution(slot(text, "Radio Ostrand"), None, spans(text, "the mayor told")),
            Attribution(
                slot(text, "the mayor"),
                slot(text, "told"),
                spans(text, "The port", "ships"),
                "Ada Lind",
                modality=Modality.CERTAIN,
            ),
        ),
        tense="past",
        aspect="simple",
        valid_time=ValidTime("2021-03", "in March 2021", "2021-03-01", "2021-03-31", Precision.MONTH),
        place=slot(text, "Vessna", "Vessna"),
        quantities=(Quantity("about 40", spans(text, "about 40"), 40, 40, "ships", approximate=True),),
        confidence=0.75,
        evidence=("nsubj: port",),
        features=(("any claim", 1.5), ("the verb is negated", -0.4014)),
    )
    hoped = claim(
        text, "She", "approved", "the plan",
        sentence=2, modality=Modality.UNCOMMITTED, condition=slot(text, "if the council agrees"),
    )  # fmt: skip
    (name,) = spans(text, "the mayor")
    she = replace(hoped.subject, resolved="the mayor", resolved_spans=(name,))
    (pronoun,) = spans(text, "She")
    mentions = (
        Mention(*name, "the mayor", "nominal", "PERSON"),
        Mention(*pronoun, "She", "pronoun", None, (name,), "the mayor", 0.9, "gender"),
        Mention(0, 6, "Vessna", "name", "GPE"),
    )
    planned = claim(text, "Vessna", "will deepen", "its harbour", modality=Modality.PROBABLE)
    told, agrees = denied.attribution, slot(text, "the council agrees")
    attributions = (
        Report(1, 0, spans(text, "told")[0], slot(text, "the mayor told"), told[:1]),
        Report(1, 1, spans(text, "lose")[0], slot(text, "The port", "ships"), told),
        Report(2, 0, spans(text, "agrees")[0], agrees, (Attribution(None, None, agrees.spans),)),
    )
    statements = {"title": "Vessna will deepen its harbour", "outlet": "The Ostrand Post", "published": "2021-04-02"}
    return extraction(
        article(text, source, **{**statements, **others}),
        (planned, denied, replace(hoped, subject=she)),
        mentions=mentions,
        attributions=attributions,
    )
