"""What the words of a whole extraction say: for claims that were made otherwise than by the extractor."""

from __future__ import annotations

from dataclasses import replace

from extract.english.bearers import link
from extract.english.phrases import KnownNames, claim_words, read_claim
from extract.model import Extraction


def read_words(extraction: Extraction) -> Extraction:
    """The extraction with whom its mentions name, and what the words of its claims say."""
    names = KnownNames((m.start, m.end, m.text, m.resolved) for m in extraction.mentions if m.kind == "name")
    starts = {sentence.position: sentence.start for sentence in extraction.sentences}
    read = [replace(c, phrases=read_claim(claim_words(c, starts[c.sentence]), names)) for c in extraction.claims]
    return replace(extraction, claims=tuple(read), links=link(extraction))
