"""Bytes of every kind into every container and reader: articles, failures, nothing else, and never for long.

`python -m tests.fuzz` goes on with it for as long as wanted.
"""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.probe import NAMES, SAMPLES, probe

HEADS = {
    "t.csv": "id,text\n",
    "t.tsv": "id\ttext\n",
    "t.jsonl": '{"text": "',
    "t.json": '[{"text": "',
    "f.xml": "<rss><channel><item><description>",
}
INSERTED = (
    b"\0" * 600, b'"', b"\n", b"<!--", b"]]>", b"\xff\xfe", b"{", b"PK\x03\x04", b"\x01", b"<script>x</script>\x02",
    b"<!-- x -->\x0b",
    b"<nav>x</nav>\x1f", b"&#1;", b"&#xD800;", b"<blockquote type=cite>x</blockquote>\x03", b"\xc2\x85",
    b"<svg>", b"</body>", b"<div hidden>", b"<p style='display:none'>", b"\xef\xbf\xbe", b"-" * 210, b"a" * 1600,
)  # fmt: skip
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@QUICK
@given(st.sampled_from(NAMES), st.binary(max_size=400))
def test_any_bytes(name: str, raw: bytes) -> None:
    probe(name, raw)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of some format with bytes changed, cut, doubled or put in."""
    name = draw(st.sampled_from(sorted(SAMPLES)))
    raw = bytearray(SAMPLES[name])
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(0, len(raw) - 1)))
        size = draw(st.integers(1, 40))
        match draw(st.sampled_from(("set", "cut", "end", "double", "insert"))):
            case "set":
                raw[at : at + 1] = draw(st.binary(min_size=1, max_size=1))
            case "cut":
                del raw[at : at + size]
            case "end":
                del raw[at:]
            case "double":
                raw[at:at] = raw[at : at + size] * draw(st.integers(1, 50))
            case _:
                raw[at:at] = draw(st.sampled_from(INSERTED))
    return name, bytes(raw)


@settings(QUICK, max_examples=400)
@given(damaged())
def test_damaged_files(case: tuple[str, bytes]) -> None:
    probe(*case)


@QUICK
@given(st.sampled_from(sorted(HEADS)), st.text(max_size=200))
def test_any_text(name: str, text: str) -> None:
    probe(name, (HEADS[name] + text).encode("utf-8", "surrogatepass"))
