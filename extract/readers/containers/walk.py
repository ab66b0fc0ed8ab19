"""From a file to all articles in it, however deep: the one place where containers and readers meet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.errors import BrokenContainerError, EmptyFileError, TooLargeError
from extract.model import Failure
from extract.readers.containers.container_registry import ARCHIVES, Container, container_for, recognised
from extract.readers.containers.downloads import articles_in_document
from extract.readers.containers.labels import cleaned
from extract.readers.containers.limits import Box, ExhaustedError
from extract.readers.containers.member_failures import failed
from extract.readers.containers.members import Blob, Found, LeftOut, Member, OpenContainer, Unpacking
from extract.readers.containers.streams import CHUNK, head
from extract.readers.containers.zips import seekable
from extract.readers.draft import Input, with_name
from extract.readers.registry import SNIFFED
from extract.readers.sidecar import ENDING, is_sidecar

#: A table whose rows all fail is not what it seems; a million rows that say so help nobody.
_MOST_FAILURES = 1_000


def unpack(blob: Blob, how: Unpacking | None = None) -> Iterator[Member]:
    """The articles in a file, one after another, each with its own name; the file itself if it is an article.

    What cannot be read, of it or all of it, is a Failure; what no article can be in is LeftOut. Raises nothing.
    """
    how = how or Unpacking()
    found = 0
    try:
        for member in _members(blob, Box(how.limits), how):
            found += 1
            yield member
    except ExhaustedError as error:
        yield failed(blob.source, TooLargeError(str(error)))
        return
    if not found:
        yield failed(blob.source, EmptyFileError("there is no article in it. Leave it out."))


def _members(blob: Blob, box: Box, how: Unpacking) -> Iterator[Member]:
    try:
        blob = _at_hand(blob)
        container = None if is_sidecar(blob.name) and not blob.named else container_for(blob)
    except ExhaustedError:
        raise
    except Exception as error:  # even to look at the first bytes, damaged ones are decompressed
        yield failed(blob.source, error)
        return
    if container is None:
        yield from _articles(blob, box)
    elif blob.depth >= how.limits.max_depth:
        words = f"it lies more than {how.limits.max_depth} containers deep. Unpack it yourself, or raise --max-depth."
        yield failed(blob.source, TooLargeError(words))
    else:
        yield from _opened(container, blob, box, how)


def _at_hand(blob: Blob) -> Blob:
    """The file; where a ZIP archive lies in another one, with its bytes in memory: its list of parts is at its end."""
    if not blob.stream.seekable() and head(blob.stream, SNIFFED).startswith(b"PK"):
        return replace(blob, stream=seekable(blob.stream))
    return blob


def _opened(container: Container, blob: Blob, box: Box, how: Unpacking) -> Iterator[Member]:
    failures = 0
    try:
        for found in container.unpack(OpenContainer(blob, box, how)):
            for member in _inside(found, box, how):
                failures = failures + 1 if isinstance(member, Failure) else 0
                yield member
            if failures >= _MOST_FAILURES:
                words = f"{failures:,} members in a row cannot be read, so the rest was not tried."
                raise BrokenContainerError(f"{words} Their own failures give the reasons.")  # noqa: TRY301
    except ExhaustedError:
        raise
    except Exception as error:  # libraries raise many things for damage; what was found before it stays
        yield failed(blob.source, error)


def _inside(found: Found, box: Box, how: Unpacking) -> Iterator[Member]:
    if isinstance(found, Blob):
        yield from _members(found, box, how)
    else:
        box.member()
        yield found


def _articles(blob: Blob, box: Box) -> Iterator[Member]:
    """A file that is no container, or the articles in it where it is a document from a press archive."""
    found = _article(blob, box)
    inner = articles_in_document(found, ARCHIVES, box, blob.depth) if isinstance(found, Input) else []
    for _ in inner[1:]:
        box.member()
    yield from inner or [found]


def _article(blob: Blob, box: Box) -> Member:
    """The bytes of one article. Of a file of an archive that looks like none, no more than its head is read."""
    try:
        if not blob.named and is_sidecar(blob.name):
            return LeftOut(blob.source, ENDING)
        if not blob.named and not recognised(blob.name, head(blob.stream, SNIFFED)):
            return LeftOut(blob.source, _ending(blob.name))
        box.member()
        raw = _read(blob, box.limits.max_bytes)
    except ExhaustedError:
        raise
    except Exception as error:
        return failed(blob.source, error)
    hints = replace(blob.hints, url=blob.hints.url or blob.address)
    return Input(blob.source, raw, with_name(hints, blob.name, blob.source))


def _read(blob: Blob, most: int) -> bytes:
    parts: list[bytes] = []
    left = most
    while left >= 0 and (part := blob.stream.read(min(CHUNK, left + 1))):
        parts.append(part)
        left -= len(part)
    if left < 0:
        raise TooLargeError(
            f"{blob.source} is larger than the {most / 1e6:,.1f} MB allowed for one article. "
            "Split it, or raise --max-bytes."
        )
    return b"".join(parts)


def _ending(name: str) -> str:
    base = cleaned(name).rpartition("/")[2]
    ending = base.rpartition(".")[2][:12] if "." in base else ""
    return f".{ending.lower()}" if ending else "no ending"
