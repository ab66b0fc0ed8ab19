"""Which names are worth comparing: those that share a word, their letters or a short form, and are alike in some way.

Of a block of 200 names each would be compared with each. What only a few can be (a single word, initials, a short
form) is looked up instead, and spelling is compared by a library for one name against all of its block at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

#: A word that more entities share tells nothing ("ministry").
COMMON = 200
#: Spelling as alike as this is looked at. It is less than what counts, for here a pair is compared in either order.
_ALIKE = 0.92


@dataclass(frozen=True, slots=True)
class Named:
    """An entity with what it is compared by. `letters` are those of its words, if it has several."""

    key: str
    name: str
    normal: str
    type: str
    words: tuple[str, ...]
    letters: str
    aliases: frozenset[str]

    @property
    def marks(self) -> set[str]:
        """What it may share with another."""
        return {mark for mark in (*self.words, self.letters, *self.aliases) if mark}


Pair = tuple[Named, Named]


def named(key: str, name: str, normal: str, kind: str, aliases: str) -> Named:
    """`aliases` are short forms in small letters, with | between."""
    words = tuple(normal.split())
    letters = "".join(word[0] for word in words) if len(words) > 1 else ""
    return Named(key, name, normal, kind, words, letters, frozenset(filter(None, aliases.split("|"))))


def share_marks(marks: AbstractSet[str], normal: str, aliases: str) -> bool:
    """Whether what `named` makes of these has one of these marks, without making it."""
    words = normal.split()
    if not marks.isdisjoint(words) or (aliases and not marks.isdisjoint(aliases.split("|"))):
        return True
    return len(words) > 1 and "".join([word[0] for word in words]) in marks


def pairs(known: Iterable[Named], entity: str | None = None) -> list[Pair]:
    """Pairs that may be alike, each once, the lesser key first: all, or those with the entity of this key."""
    blocks: dict[str, list[Named]] = defaultdict(list)
    of_one: Named | None = None
    for one in known:
        of_one = one if one.key == entity else of_one
        for mark in one.marks:
            blocks[mark].append(one)
    if entity is not None:
        found = _with(of_one, blocks) if of_one else iter(())
    else:
        found = (pair for block in blocks.values() if len(block) <= COMMON for pair in _alike(block))
    met = {(one.key, other.key): (one, other) for one, other in map(_ordered, found)}
    return list(met.values())


def _ordered(pair: Pair) -> Pair:
    one, other = pair
    return (one, other) if one.key < other.key else (other, one)


def _with(one: Named, blocks: dict[str, list[Named]]) -> Iterator[Pair]:
    for mark in one.marks:
        if len(blocks[mark]) <= COMMON:
            yield from ((one, other) for other in blocks[mark] if other is not one)


def _alike(block: list[Named]) -> Iterator[Pair]:
    """Pairs of a block: all that can be alike are among them."""
    if len(block) > 1:
        yield from _single(block)
        yield from _initials(block)
        yield from _short(block)
        yield from _begun(block)
        yield from _spelt(block)


def _single(block: list[Named]) -> Iterator[Pair]:
    """ "Reis" and "ENA", beside all others."""
    for one in block:
        if len(one.words) == 1:
            yield from ((one, other) for other in block if other is not one)


def _initials(block: list[Named]) -> Iterator[Pair]:
    """ "J. Doran" beside all others of two words."""
    for one in block:
        if any(len(word) == 1 for word in one.words):
            yield from ((one, other) for other in block if other is not one and len(other.words) == len(one.words))


def _short(block: list[Named]) -> Iterator[Pair]:
    """What is a short form of another."""
    normals: dict[str, list[Named]] = defaultdict(list)
    for one in block:
        normals[one.normal].append(one)
    for one in block:
        for alias in (one.normal, *one.aliases):
            yield from ((one, other) for other in normals.get(alias, ()) if other is not one)


def _begun(block: list[Named]) -> Iterator[Pair]:
    """What begins with another, of which all words are in it."""
    whole: dict[tuple[str, ...], list[Named]] = defaultdict(list)
    for one in block:
        whole[one.words].append(one)
    for one in block:
        for length in range(2, len(one.words)):
            yield from ((one, other) for other in whole.get(one.words[:length], ()))


def _spelt(block: list[Named]) -> Iterator[Pair]:
    """Those with as many words and nearly the same letters."""
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    by_length: dict[int, list[Named]] = defaultdict(list)
    for one in block:
        by_length[len(one.words)].append(one)
    for group in by_length.values():
        normals = [one.normal for one in group]
        for at, one in enumerate(group[:-1]):
            alike = process.extract_iter(
                one.normal, normals[at + 1 :], scorer=JaroWinkler.normalized_similarity, score_cutoff=_ALIKE
            )
            yield from ((one, group[at + 1 + place]) for _, _, place in alike)
