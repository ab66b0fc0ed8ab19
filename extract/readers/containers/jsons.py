"""JSON: an array of articles, one object a line (JSON Lines), or one object that is an article or holds some."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Iterator, Mapping

from extract.errors import BrokenContainerError, NoColumnError, ReadError, TooLargeError
from extract.model import Failure
from extract.readers.containers.article_rows import Keys, article, flattened, once, without_text
from extract.readers.containers.byte_lines import MOSTLY_UTF8, lines, text_of, unmarked
from extract.readers.containers.labels import in_list
from extract.readers.containers.member_failures import failed
from extract.readers.containers.members import Found, OpenContainer
from extract.readers.containers.streams import CHUNK

_TYPE = "application/json"
_WHITE = " \t\r\n"
_LINE_ENDINGS = (".jsonl", ".ndjson", ".jsonlines")
#: Where a single object keeps its articles (JSON Feed, answers of search engines), or an object in it.
_LISTS = ("articles", "items", "results", "documents", "docs", "stories", "data", "entries", "rows", "hits", "news")
_MOST_LEVELS = 3


def unjson(container: OpenContainer) -> Iterator[Found]:
    stream = unmarked(container.blob.stream)
    keys = Keys(container)
    lined = container.blob.name.lower().endswith(_LINE_ENDINGS) or _first_line_is_whole(stream)
    yield from once((_from_lines if lined else _from_values)(container, stream, keys))


def _first_line_is_whole(stream: io.BufferedReader) -> bool:
    """Whether the file is JSON Lines by its content: an object ends where its first line does, and more follow."""
    line, end, rest = stream.peek(CHUNK).lstrip().partition(b"\n")
    try:
        return bool(end) and bool(rest.strip()) and isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _from_lines(container: OpenContainer, stream: io.BufferedReader, keys: Keys) -> Iterator[Found]:
    for number, line in enumerate(lines(stream, container.box.limits.max_bytes), 1):
        if line is None or line.strip():
            yield _of_line(container, line, keys, number)


def _of_line(container: OpenContainer, line: bytes | None, keys: Keys, number: int) -> Found:
    try:
        return _article(container, _object(container, line, number), keys, number)
    except (ValueError, RecursionError) as error:
        words = f"line {number} is not JSON ({_reason(error)}). Leave it out, or correct it."
        return _line_failed(container, number, BrokenContainerError(words))
    except ReadError as error:
        return _line_failed(container, number, error)


def _object(container: OpenContainer, line: bytes | None, number: int) -> dict[str, object]:
    if line is None:
        most = f"{container.box.limits.max_bytes / 1e6:,.1f} MB"
        raise TooLargeError(f"line {number} has more than the {most} allowed. Split it, or raise --max-bytes.")
    value = json.loads(text_of(container.blob.source, line, container.blob.hints.encoding).replace("\0", ""))
    if not isinstance(value, dict):
        raise BrokenContainerError(f"line {number} is not a JSON object. Leave it out.")
    return value


def _line_failed(container: OpenContainer, number: int, error: Exception) -> Failure:
    return failed(container.box.unique(in_list(container.blob.source, str(number))), error)


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "nested too deeply"
    return error.msg.removesuffix(" at") if isinstance(error, json.JSONDecodeError) else str(error)[:100]


def _article(container: OpenContainer, value: Mapping[str, object], keys: Keys, number: int) -> Found:
    source = value.get("_source")  # as Elasticsearch wraps what it finds
    flat = flattened({**value, **source} if isinstance(source, dict) else value)
    try:
        return article(container, flat, keys.of(flat), number, _TYPE)
    except NoColumnError as error:
        return without_text(container, number, error)


def _from_values(container: OpenContainer, stream: io.BufferedReader, keys: Keys) -> Iterator[Found]:
    number = 0
    for value in _Values(container, stream):
        inner = _listed(container, value) if isinstance(value, dict) else [value]
        for item in inner:
            number += 1
            if isinstance(item, dict):
                yield _article(container, item, keys, number)
            else:
                words = f"value {number} is not a JSON object. Leave it out."
                yield _line_failed(container, number, BrokenContainerError(words))


def _listed(container: OpenContainer, value: dict[str, object]) -> list[object]:
    """The articles that an object holds, or itself if it is one (or nothing). Raises NoColumnError."""
    path = container.how.columns.articles
    if path:
        found = flattened(value, path.count(".")).get(path)
        if not isinstance(found, list | dict):
            raise NoColumnError(f"there is no list {path!r} in it (--json-map articles=...).")
        return found if isinstance(found, list) else [found]
    level = [value]
    for _ in range(_MOST_LEVELS):
        for holder in level:
            if _has_text(container, holder):
                return [holder]
            for inner in map(holder.get, _LISTS):
                if isinstance(inner, list) and inner and isinstance(inner[0], dict):
                    return inner
        level = [inner for holder in level for inner in holder.values() if isinstance(inner, dict)]
    return [value]


def _has_text(container: OpenContainer, value: dict[str, object]) -> bool:
    flat = flattened(value)
    try:
        column = container.how.columns.of(flat).get("text", "")
    except NoColumnError:
        return False
    return isinstance(flat.get(column), str)


class _Values:
    """The elements of an array, or values one after another, each parsed when all of it is there.

    What is held is one value and a chunk; a value that does not parse is tried again when the text is twice as
    long, so that the work stays linear.
    """

    def __init__(self, container: OpenContainer, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._most = container.box.limits.max_bytes
        self._decoder = json.JSONDecoder()
        self._text = ""
        self._at = 0
        self._ended = False
        self._decode = codecs.getincrementaldecoder("utf-8")(MOSTLY_UTF8).decode

    def __iter__(self) -> Iterator[object]:
        in_array = self._next() == "["
        self._at += in_array
        while (char := self._next()) and not (in_array and char == "]"):
            yield self._value()
            if in_array and self._next() == ",":
                self._at += 1
            elif in_array and self._next() != "]":
                raise BrokenContainerError("an array of articles breaks off. Get the file again.")
        if in_array and not char:
            raise BrokenContainerError("an array of articles breaks off. Get the file again.")

    def _next(self) -> str:
        """The next character that is not white; "" at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _WHITE:
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more(CHUNK):
                return ""

    def _value(self) -> object:
        wanted = CHUNK
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
                if end < len(self._text) or self._ended:
                    self._at = end
                    return value
            except RecursionError as error:
                raise BrokenContainerError("it is nested too deeply. Get the file again.") from error
            except ValueError as error:
                if self._ended:
                    raise BrokenContainerError(f"it is not JSON ({_reason(error)}). Get the file again.") from error
            if len(self._text) - self._at > self._most:
                raise TooLargeError(f"a value has more than the {self._most / 1e6:,.1f} MB allowed. Raise --max-bytes.")
            self._more(wanted)
            wanted *= 2

    def _more(self, size: int) -> bool:
        """Puts more text behind what is not used yet."""
        data = self._stream.read1(size)
        self._ended = not data
        self._text = self._text[self._at :] + self._decode(data, final=not data).replace("\0", "")
        self._at = 0
        return bool(data)
