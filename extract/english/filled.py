"""Words with names for their pronouns: "that Lund sold Berg’s mill" for "that he sold her mill".

Such words are no text of the article; they are its words, but for names that stand elsewhere in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

#: Pronouns of the third person, and possessives of all persons.
_PRONOUN = re.compile(r"\b(he|she|it|they|him|her|them|his|its|their|my|our|your|whose)\b", re.IGNORECASE)
_POSSESSIVES = frozenset({"her", "his", "its", "my", "our", "their", "your"})
#: A longer name is not read in the place of a pronoun: "the mayor of Lund’s wife".
_MOST_WORDS = 4
_LINKING = frozenset({"and", "at", "for", "from", "in", "of", "on", "or", "to", "who", "whose", "with"})
_DETERMINERS = frozenset({"a", "an", "both", "one", "our", "that", "the", "this", "two"})
_SEVERAL = frozenset({"children", "men", "people", "police", "women"})
_LONGEST = 80  # characters


def opens_with_possessive(text: str) -> bool:
    """Whether words begin with a possessive pronoun: "his wife"."""
    return text.partition(" ")[0].lower() in _POSSESSIVES


def pronouns_of(text: str) -> list[str]:
    """The pronouns that `filled` may replace, in text order."""
    return _PRONOUN.findall(text)


def filled(text: str, names: Sequence[str | None], possessive: Sequence[bool]) -> str | None:
    """Words with names for their pronouns; None where that reads badly or nothing is replaced.

    For each of `pronouns_of(text)`, `names` has what it stands for or None, `possessive` whether it says whose.
    """
    parts = _PRONOUN.split(text)
    if len(parts) == 1 or not any(map(str.isalpha, "".join(parts[::2]))):
        return None
    for at, (name, whose) in enumerate(zip(names, possessive, strict=True)):
        if name is not None and reads_well(name, parts[2 * at + 1]):
            parts[2 * at + 1] = _whose(name, parts[2 * at + 1]) if whose else name
    told = "".join(parts)
    return told if told != text else None


def owned(text: str, owner: str) -> str | None:
    """What words that a possessive opens stand for, once its owner is known; None where that reads badly."""
    if not (opens_with_possessive(text) or text.startswith("whose ")):
        return None
    others = len(pronouns_of(text)) - 1
    return filled(text, (owner, *[None] * others), (True, *[False] * others))


def is_filled(text: str, resolved: str) -> bool:
    """Whether `resolved` is `text` with something else for its pronouns, and no name of what `text` stands for."""
    parts = _aligned(text, resolved)
    return parts is not None and "".join(parts) != text


def is_filled_with(text: str, resolved: str, names: Iterable[str]) -> bool:
    """Whether `resolved` is `text` with some of its pronouns replaced by `names`, and all of them are there."""
    allowed = {form: name for name in names for form in (name, f"{name}’s", f"{name}’")}
    parts = _aligned(text, resolved, frozenset(allowed))
    return parts is not None and {allowed[p] for p in parts[1::2] if p in allowed} == set(allowed.values())


def with_names(text: str, resolved: str | None, head: str | None = None) -> str | None:
    """ "that he [Lund] left": words with names behind their pronouns, or behind what they begin with.

    None unless `resolved` is `text` filled, or `text` is more than a `head` that stands for `resolved`: "him [Lund] to
    leave".
    """
    if not resolved or resolved == text or (opens_with_possessive(text) and head != text.partition(" ")[0]):
        return None
    parts = _aligned(text, resolved)
    if parts is None:
        before, found, behind = text.partition(head or text)
        named = found and behind[:1] == " " and before.lower() in {"", "the "} and not text.startswith(resolved)
        return f"{before}{found} [{resolved}]{behind}" if named else None
    pronouns = pronouns_of(text)
    for at, pronoun in enumerate(pronouns):
        if parts[2 * at + 1] != pronoun:
            parts[2 * at + 1] = f"{pronoun} [{parts[2 * at + 1]}]"
    return "".join(parts)


def reads_well(name: str, pronoun: str) -> bool:
    """Whether a name can be read in the place of a pronoun; "Ann Lund and Karl Berg" can in that of "their"."""
    first, joined, second = name.partition(" and ")
    if joined and pronoun.lower() in {"their", "them", "they"} and not pronouns_of(name):
        return reads_well(first, pronoun) and reads_well(second, pronoun)
    words = name.split()
    is_short = len(words) <= _MOST_WORDS and _LINKING.isdisjoint(words) and ", " not in name
    return is_short and (pronoun == "whose" or _is_whole(name))


def _is_whole(name: str) -> bool:
    """Not so "former minister"."""
    words = name.split()
    return not words[0].islower() or words[0] in _DETERMINERS or words[-1].endswith("s") or words[-1] in _SEVERAL


def _whose(owner: str, pronoun: str) -> str:
    several = pronoun.lower() in {"our", "their"} or (pronoun == "whose" and owner.split()[-1].islower())
    return f"{owner}’" if several and owner.endswith("s") else f"{owner}’s"


def _aligned(text: str, resolved: str, allowed: frozenset[str] | None = None) -> list[str] | None:
    """The parts of `resolved`: words of `text`, and in between what stands in the place of each of its pronouns.

    `allowed` are words that may stand for a pronoun beside itself; any may, if it is None.
    """
    parts = _PRONOUN.split(text)
    if len(parts) == 1 or not any(map(str.isalpha, "".join(parts[::2]))) or not resolved.startswith(parts[0]):
        return None
    ways: dict[int, tuple[str, ...]] = {len(parts[0]): (parts[0],)}  # by the place that they have come to
    for pronoun, words in zip(parts[1::2], parts[2::2], strict=True):
        further: dict[int, tuple[str, ...]] = {}
        for start, way in ways.items():
            for end in range(start + 1, min(len(resolved), start + _LONGEST) + 1):
                name = resolved[start:end]
                fits = resolved.startswith(words, end) and (allowed is None or name == pronoun or name in allowed)
                if fits and (end + len(words) not in further or name == pronoun):
                    further[end + len(words)] = (*way, name, words)
        ways = further
    return list(ways[len(resolved)]) if len(resolved) in ways else None
