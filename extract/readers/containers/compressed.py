"""gzip, bzip2 and xz: one file inside, which keeps the name of the compressed one ("a.html.gz")."""

from __future__ import annotations

import bz2
import gzip
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from extract.readers.containers.found import Blob, Found, Opened
from extract.readers.containers.streams import Counted, Inflating, Readable, Unpacked, buffered, xz_engine

_INNER = {".tgz": ".tar", ".tbz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}


def gunzip(opened: Opened) -> Iterator[Found]:
    counted = Counted(opened.blob.stream)
    yield _inside(opened, gzip.GzipFile(fileobj=buffered(counted), mode="rb"), counted)


def bunzip(opened: Opened) -> Iterator[Found]:
    counted = Counted(opened.blob.stream)
    yield _inside(opened, Inflating(cast(Readable, counted), bz2.BZ2Decompressor), counted)


def unxz(opened: Opened) -> Iterator[Found]:
    counted = Counted(opened.blob.stream)
    yield _inside(opened, Inflating(cast(Readable, counted), xz_engine), counted)


def _inside(opened: Opened, inner: io.IOBase, counted: Counted) -> Blob:
    blob = opened.blob
    unpacked = Unpacked(cast(Readable, inner), opened.box, lambda: counted.count)
    return replace(blob, name=inner_name(blob.name), stream=buffered(unpacked), depth=blob.depth + 1)


def inner_name(name: str) -> str:
    """ "a.html" for "a.html.gz", "a.tar" for "a.tgz"."""
    for ending in (".gz", ".bz2", ".xz"):
        if name.lower().endswith(ending):
            return name[: -len(ending)]
    for ending, inner in _INNER.items():
        if name.lower().endswith(ending):
            return name[: -len(ending)] + inner
    return name
