"""Files of several articles, made for tests: archives, feeds, tables and crawls, and their broken twins."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from extract.errors import ReadError
from extract.model import Article, Failure
from extract.readers import ReadHints, read
from extract.readers.containers.column_names import Columns
from extract.readers.containers.limits import Limits
from extract.readers.containers.members import Blob, LeftOut, Member, Unpacking
from extract.readers.containers.walk import unpack
from extract.readers.draft import Input

TEXT = b"The council of Brennick approved the budget on Monday."
PAGE = (
    b"<html><body><article><h1>Budget approved</h1><p>The council of Brennick approved the budget on Monday.</p>"
    b"<p>Mayor Greta Holm said that taxes would not rise.</p></article></body></html>"
)


def members(name: str, raw: bytes, limits: Limits | None = None, columns: Columns | None = None) -> list[Member]:
    blob = Blob(name, name, io.BufferedReader(io.BytesIO(raw)), ReadHints())  # type: ignore[arg-type]
    return list(unpack(blob, Unpacking(limits or Limits(), columns or Columns())))


def articles(found: Sequence[Member]) -> Iterator[Article]:
    for member in found:
        if isinstance(member, Input):
            yield read(member.source, member.raw, member.hints)


def outcomes(name: str, raw: bytes, limits: Limits | None = None, columns: Columns | None = None) -> dict[str, str]:
    """By source: an article's text, or what is wrong, or what it is that was left out."""
    found: dict[str, str] = {}
    for member in members(name, raw, limits, columns):
        assert member.source not in found
        if isinstance(member, Input):
            try:
                found[member.source] = read(member.source, member.raw, member.hints).text
            except ReadError as error:
                found[member.source] = f"!{type(error).__name__}"
        else:
            found[member.source] = f"!{member.kind}" if isinstance(member, Failure) else f"-{member.what}"
            assert isinstance(member, Failure | LeftOut)
    return found


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return raw.getvalue()


def tarred(files: Mapping[str, bytes], entries: Sequence[tarfile.TarInfo] = ()) -> bytes:
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w") as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
        for entry in entries:
            archive.addfile(entry)
    return raw.getvalue()


def entry(name: str, kind: bytes, target: str = "") -> tarfile.TarInfo:
    """A link, a device or a pipe."""
    found = tarfile.TarInfo(name)
    found.type, found.linkname = kind, target
    return found


def crawled(records: Sequence[tuple[str, bytes, Mapping[str, str]]], *, compressed: bool = False) -> bytes:
    """A WARC of responses: address, body and HTTP headers; "status" among them is the status line."""
    parts = [_record("warcinfo", "", b"software: test\r\n")]
    for url, body, headers in records:
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items() if name != "status")
        payload = f"HTTP/1.1 {headers.get('status', '200 OK')}\r\n{lines}\r\n".encode() + body
        parts.append(_record("response", url, payload))
    return b"".join(gzip.compress(part, mtime=0) if compressed else part for part in parts)


def _record(kind: str, url: str, payload: bytes) -> bytes:
    target = f"WARC-Target-URI: {url}\r\n" if url else ""
    content = "application/http; msgtype=response" if kind == "response" else "application/warc-fields"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\n{target}WARC-Date: 2024-05-06T01:02:03Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{len(payload):012}>\r\n"
        f"Content-Type: {content}\r\nContent-Length: {len(payload)}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


def feed(*items: str, head: str = "<title>Brennick Post</title>") -> bytes:
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>{head}{"".join(items)}</channel></rss>'
    ).encode()


def json_lines(*values: Any) -> bytes:
    return b"".join(json.dumps(value).encode() + b"\n" for value in values)
