"""Bytes of every kind into every container and reader: articles, failures, nothing else, and never for long.

`python -m tests.fuzz` goes on with it for as long as wanted.
"""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.files import damaged
from tests.fuzz.probe import NAMES, SAMPLES, probe

HEADS = {
    "t.csv": "id,text\n",
    "t.tsv": "id\ttext\n",
    "t.jsonl": '{"text": "',
    "t.json": '[{"text": "',
    "f.xml": "<rss><channel><item><description>",
}
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@QUICK
@given(st.sampled_from(NAMES), st.binary(max_size=400))
def test_any_bytes(name: str, raw: bytes) -> None:
    probe(name, raw)


@settings(QUICK, max_examples=400)
@given(st.sampled_from(sorted(SAMPLES)), st.randoms(use_true_random=False))
def test_damaged_files(name: str, luck: Random) -> None:
    probe(name, damaged(SAMPLES[name], luck))


@QUICK
@given(st.sampled_from(sorted(HEADS)), st.text(max_size=200))
def test_any_text(name: str, text: str) -> None:
    probe(name, (HEADS[name] + text).encode("utf-8", "surrogatepass"))
