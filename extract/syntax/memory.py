"""Blocks that were parsed before: what a syndicated article repeats is parsed once.

A parse depends on what the parser gets of its block alone (`ParserInput`: its text, of headlines also which words may
be verbs), not on what else goes through spaCy with it. So a block met again gives the words it gave before. A memory
belongs to one pipeline. It keeps plain bytes, some 60 a token: objects would take five times as much.
"""

from __future__ import annotations

import marshal
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import blake2b

from extract.model import Span

#: Text, lemma, part of speech, tag, relation, entity type, the head's place in the sentence, the parser's doubt.
Row = tuple[str, str, str, str, str, str, int, float | None]
#: The tokens of a Doc, each with the place of its head in it, and where its sentences start.
Annotation = tuple[list[Row], list[int]]
#: The words of a sentence, and their places in the block.
Parsed = tuple[tuple[Row, ...], tuple[Span, ...]]

#: Bytes kept in a process: about 16,000 blocks of 30 words, or 1,700 articles.
ROOM = 24_000_000


@dataclass(frozen=True, slots=True)
class Usage:
    """How many blocks were asked for and how many of them were known."""

    asked: int
    known: int


class Memory:
    """The blocks parsed last, up to `room` bytes; those that were used longest ago go first."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._kept: OrderedDict[bytes, bytes] = OrderedDict()
        self._size = 0
        self._asked = self._known = 0

    @property
    def usage(self) -> Usage:
        return Usage(self._asked, self._known)

    def recall(self, key: str) -> list[Parsed] | None:
        """The sentences of a block of which the parser got this very key, if it is known."""
        self._asked += 1
        digest = _digest(key)
        stored = self._kept.get(digest)
        if stored is None:
            return None
        self._known += 1
        self._kept.move_to_end(digest)
        found: list[Parsed] = marshal.loads(stored)  # noqa: S302 - this process wrote it
        return found

    def holds(self, key: str) -> bool:
        return _digest(key) in self._kept

    def keep(self, key: str, sentences: list[Parsed]) -> None:
        """Keeps the sentences of a block."""
        stored = marshal.dumps(sentences)
        if len(stored) > self._room:
            return
        digest = _digest(key)
        self._size += len(stored) - len(self._kept.pop(digest, b""))
        self._kept[digest] = stored
        while self._size > self._room:
            self._size -= len(self._kept.popitem(last=False)[1])


def _digest(key: str) -> bytes:
    return blake2b(key.encode(errors="surrogatepass"), digest_size=16).digest()
