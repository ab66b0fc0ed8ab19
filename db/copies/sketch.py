"""An article's own words as hashes of their shingles (Broder 1997: runs of `WIDTH` words).

Own words are those of every block that is not a title, credit, byline, dateline or boilerplate: what a paper that
takes over a report keeps. Case, punctuation and spacing do not count. The hashes are CRC-32: the same on every
machine, and fast enough to take all of them.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate, count
from operator import add
from urllib.parse import parse_qsl, urlencode, urlsplit
from zlib import crc32

from extract.model import Block, BlockKind, Span

#: Words in a shingle. Fewer, and set phrases ("a spokesman for the company said") are shared by strangers.
WIDTH = 5
#: An article's smallest hashes. Of a copy cut to a third, about a third are the same.
SMALLEST = 24
#: It is found by the first so many of them: each costs a page written, most of what clusters cost in a large database.
FINGERPRINTS = 16
#: Shingles with so many names and numbers come first.
NAMES = 2
NOT_OWN = frozenset({BlockKind.TITLE, BlockKind.CREDIT, BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.BOILERPLATE})
#: A word; scripts without spaces go by character.
_WORD = re.compile(r"[^\W\u3040-\u30ff\u3400-\u9fff]+|[\u3040-\u30ff\u3400-\u9fff]")
#: Bounded, because text of nothing but full stops would take time by the square of its length.
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]\W{0,8}\s)\W{0,8}\w", re.MULTILINE)
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|igshid|cmpid|ref|ref_src|smid|ocid|amp")
#: Fingerprints of addresses lie above those of words.
_ADDRESSES = 1 << 48


@dataclass(frozen=True, slots=True)
class Head:
    """What an article is found by, and told from most others: its smallest hashes, in the order in which they are
    chosen, and a hash of its address."""

    smallest: tuple[int, ...]
    address: int | None

    @property
    def fingerprints(self) -> list[int]:
        found = self.smallest[:FINGERPRINTS]
        return sorted(found if self.address is None else {*found, self.address})


@dataclass(frozen=True, slots=True)
class Sketch:
    """How many own words, their shingles' hashes in text order, and those without repeats."""

    head: Head
    words: int
    shingles: tuple[int, ...]
    distinct: frozenset[int]


def sketch(text: str, blocks: Iterable[Block], url: str | None = None) -> Sketch:
    """The sketch of an article's text and blocks, and the address it gives for itself."""
    own = "\n".join([text[b.start : b.end] for b in blocks if b.kind not in NOT_OWN])
    words = _WORD.findall(_SENTENCE_START.sub(_lowered, own))
    shingles = hashes(words)
    distinct = frozenset(shingles)
    head = Head(_smallest(shingles, words), address(url) if url else None)
    return Sketch(head, len(words), tuple(shingles), distinct)


def _lowered(start: re.Match[str]) -> str:
    lower = start[0].lower()
    return lower if len(lower) == len(start[0]) else start[0]  # a dotted capital I becomes two characters, no word


def _smallest(shingles: list[int], words: list[str]) -> tuple[int, ...]:
    """The smallest hashes, those of shingles with names or numbers first, with two before those with one: few other
    articles have these."""
    # One byte a word, from the highest down; each takes in those of the words after it, as far as a shingle goes.
    special = int.from_bytes(bytes([not word.islower() for word in words]), "big")
    counts = sum(special << 8 * n for n in range(WIDTH)).to_bytes(len(words) + WIDTH, "big")[WIDTH:]
    ranked: tuple[set[int], ...] = tuple(set() for _ in range(NAMES + 1))
    for shingle, names in zip(shingles, counts, strict=False):
        ranked[names if names < NAMES else NAMES].add(shingle)
    chosen: dict[int, None] = {}
    for rank in reversed(ranked):
        if len(chosen) < SMALLEST:
            chosen |= dict.fromkeys(sorted(rank))
    return tuple(chosen)[:SMALLEST]


def packed(hashed: Iterable[int]) -> bytes:
    """Hashes as the database keeps them: 32 bits each, little-endian."""
    return _little(array("I", hashed)).tobytes()


def unpacked(stored: bytes) -> tuple[int, ...]:
    """The hashes that `packed` was given."""
    return tuple(_little(array("I", stored)))


def hashes(words: list[str]) -> list[int]:
    """The hash of each run of `WIDTH` words; one of all words where there are fewer."""
    if not words:
        return []
    data = " ".join(words).casefold().encode(errors="surrogatepass")
    starts = list(map(add, accumulate(map(len, data.split(b" ")), initial=0), count()))
    if len(words) <= WIDTH:
        return [crc32(data)]
    return [crc32(data[start : end - 1]) for start, end in zip(starts, starts[WIDTH:], strict=False)]


def words_at(text: str, blocks: Iterable[Block]) -> Iterator[Span]:
    """Where the own words are: the n-th place is that of the n-th word which `sketch` takes."""
    for block in blocks:
        if block.kind not in NOT_OWN:
            yield from (match.span() for match in _WORD.finditer(text, block.start, block.end))


def address(url: str) -> int | None:
    """A hash of an address, equal for what browsers call the same page; None for a site's front page.

    Scheme, "www.", a fragment, a slash at the end and parameters that only track readers do not count. (Many sites
    name their front page as the address of every article.)
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:  # "http://[": no address
        return None
    query = urlencode(sorted((k, v) for k, v in parse_qsl(parts.query) if not _TRACKING.fullmatch(k.lower())))
    path = parts.path.rstrip("/")
    if not host or not (path or query):
        return None
    digest = blake2b(f"{host}{path}?{query}".encode(errors="surrogatepass"), digest_size=6).digest()
    return _ADDRESSES | int.from_bytes(digest, "big")


def _little(hashed: array[int]) -> array[int]:
    if sys.byteorder == "big":
        hashed.byteswap()
    return hashed
