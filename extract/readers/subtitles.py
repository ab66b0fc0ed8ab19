"""Subtitles (SubRip, WebVTT): what is said in a broadcast, in paragraphs, without times and styles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.errors import EmptyFileError
from extract.readers.decoding import decode
from extract.readers.draft import Draft, Input, Piece

_TIMES = re.compile(r"\s*((?:\d+:)?\d+:\d+[.,]\d+)\s*-->\s*((?:\d+:)?\d+:\d+[.,]\d+)")
_TAGS = re.compile(r"<[^<>]{0,200}>|\{\\[^{}]{0,100}\}")
_SPEAKER = re.compile(r"(?:>>+|[-–—]) ?(?=\S)|[A-Z][A-Z .'’-]{1,40}:")
_STOP = re.compile(r"[.!?…][)\]”\"’']*$")
_PAUSE = 3.0  # seconds without words end a paragraph
_LONG = 500  # characters after which a paragraph ends with its sentence


def is_subtitles(head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT")


def read(file: Input) -> Draft:
    """Raises EmptyFileError where no words have times."""
    text, notes = decode(file.source, file.raw, file.hints.encoding)
    paragraphs = tuple(Piece(paragraph) for paragraph in _paragraphs(_cues(text)))
    if not paragraphs:
        raise EmptyFileError(f"{file.source} has no subtitles. Leave it out, or save its text as .txt.")
    return Draft(paragraphs, notes=notes)


def _cues(text: str) -> Iterator[tuple[float, float, list[str]]]:
    """Begin, end and lines of each subtitle."""
    lines: list[str] | None = None
    for line in [*text.splitlines(), ""]:
        if times := _TIMES.match(line):
            lines = []
            begin, end = map(_seconds, times.groups())
        elif not line.strip():
            if lines:
                yield begin, end, lines
            lines = None
        elif lines is not None and (words := " ".join(_TAGS.sub("", line).split())):
            lines.append(words)


def _seconds(written: str) -> float:
    total = 0.0
    for part in written.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


def _paragraphs(cues: Iterator[tuple[float, float, list[str]]]) -> Iterator[str]:
    """Lines that roll up are there several times, and are read once."""
    paragraph, before, ended = "", "", 0.0
    for begin, end, lines in cues:
        for line in lines:
            if line == before:
                continue
            over = begin - ended > _PAUSE or (len(paragraph) > _LONG and _STOP.search(paragraph))
            if paragraph and (over or _SPEAKER.match(line)):
                yield paragraph
                paragraph = ""
            paragraph = f"{paragraph} {_SPEAKER.sub('', line, count=1) if line[0] in '>-–—' else line}".strip()
            before, ended = line, end
    if paragraph:
        yield paragraph
