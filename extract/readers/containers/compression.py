"""gzip, bzip2 and xz: one file inside, which keeps the name of the compressed one ("a.html.gz")."""

from __future__ import annotations

import bz2
import gzip
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from extract.readers.containers.members import Blob, Found, OpenContainer
from extract.readers.containers.streams import Counted, Inflating, Readable, Unpacked, buffered, xz_engine

_INNER = {".tgz": ".tar", ".tbz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}


def gunzip(container: OpenContainer) -> Iterator[Found]:
    counted = Counted(container.blob.stream)
    yield _inside(container, gzip.GzipFile(fileobj=buffered(counted), mode="rb"), counted)


def bunzip(container: OpenContainer) -> Iterator[Found]:
    counted = Counted(container.blob.stream)
    yield _inside(container, Inflating(cast(Readable, counted), bz2.BZ2Decompressor), counted)


def unxz(container: OpenContainer) -> Iterator[Found]:
    counted = Counted(container.blob.stream)
    yield _inside(container, Inflating(cast(Readable, counted), xz_engine), counted)


def _inside(container: OpenContainer, inner: io.IOBase, counted: Counted) -> Blob:
    blob = container.blob
    unpacked = Unpacked(cast(Readable, inner), container.box, lambda: counted.count)
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
