"""What must hold for any bytes under any name."""

from __future__ import annotations

import bz2
import gzip
import lzma
import warnings

from extract.errors import ReadError
from extract.model import Failure
from extract.readers import read
from extract.readers.containers.limits import Limits
from extract.readers.draft import Input
from extract.text.clean import clean
from tests.containers import PAGE, TEXT, crawled, feed, json_lines, members, tarred, zipped

LIMITS = Limits(max_bytes=1_000_000, max_unpacked=20_000_000, max_members=500, max_depth=3)
_ITEM = "<item><guid>{0}</guid><title>R&amp;D</title><description>It rained {0} times.</description></item>"
SAMPLES = {
    "a.txt": TEXT,
    "a.html": PAGE,
    "a.md": b"---\ntitle: Rain\ndate: 2024-05-06\n---\n# Rain\n\n> It rained.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "a.eml": b"From: a@example.org\nSubject: Rain\nContent-Type: text/plain; charset=utf-8\n\nIt rained.\n",
    "h.eml": b"From: a@example.org\nSubject: Rain\nContent-Type: text/html; charset=utf-8\n\n<p>It rained.</p>"
    b"<blockquote type=cite><p>Did it?</p></blockquote><p>It did. <b>Hard.</b></p><!-- end -->",
    "n.zip": zipped({"a.txt": TEXT, "b.html": PAGE, "t.csv": b"id,text\n1,It rained.\n"}),
    "n.tar": tarred({"a.txt": TEXT, "f.xml": feed(_ITEM.format(1))}),
    "n.tgz": gzip.compress(tarred({"a.txt": TEXT, "n.zip": zipped({"b.html": PAGE})}), mtime=0),
    "a.txt.gz": gzip.compress(TEXT, mtime=0),
    "a.txt.bz2": bz2.compress(TEXT),
    "a.txt.xz": lzma.compress(TEXT),
    "t.csv": b'id;title;text\n1;Rain;"It rained;\nhard."\n2;Sun;It shone.\n',
    "t.tsv": b"id\ttext\n1\tIt rained.\n",
    "t.jsonl": json_lines({"id": 1, "text": "It rained."}, {"id": "\ud800", "body": "<p>It shone.</p>"}),
    "t.json": b'{"items": [{"id": 1, "text": "It rained."}, {"id": 2, "author": {"name": "A"}, "text": "It shone."}]}',
    "f.xml": feed(_ITEM.format(1), _ITEM.format(2)),
    "f.atom": b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><id>1</id>'
    b'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It rained.</p></div></content></entry></feed>',
    "c.warc": crawled([("https://p.example/1", PAGE, {"Content-Type": "text/html; charset=utf-8"})]),
    "c.warc.gz": crawled([("https://p.example/1", PAGE, {"Content-Type": "text/html"})], compressed=True),
}
NAMES = (*sorted(SAMPLES), "-", "unnamed", "a.xml", "a.json")


def probe(name: str, raw: bytes) -> None:
    """Raises where a container or a reader breaks its word on these bytes."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = members(name, raw, LIMITS)
        assert len(found) <= LIMITS.max_members + 2
        assert found, "a file that nothing is said of"
        sources = [member.source for member in found if isinstance(member, Input)]
        assert len(set(sources)) == len(sources)
        for member in found:
            assert member.source.startswith(name)
            assert member.source.isprintable()
            if isinstance(member, Failure):
                assert name in member.reason
            elif isinstance(member, Input):
                _read(member)


def _read(member: Input) -> None:
    try:
        article = read(member.source, member.raw, member.hints)
    except ReadError:
        return
    assert article.text == clean(article.text)
    assert article.text.strip()
