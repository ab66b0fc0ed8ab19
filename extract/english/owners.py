"""Whose something is that a possessive opens: "his wife" is Lund’s wife."""

from __future__ import annotations

from collections.abc import Iterable

_PRONOUNS = frozenset({"her", "his", "its", "my", "our", "their", "your"})
#: An owner of more words is not read before what it owns: "the mayor of Lund’s wife".
_MOST_WORDS = 4
_LINKING = frozenset({"and", "at", "for", "from", "in", "of", "on", "or", "to", "who", "whose", "with"})


def opens_with_possessive(text: str) -> bool:
    """Whether words begin with a possessive pronoun: "his wife"."""
    return text.partition(" ")[0].lower() in _PRONOUNS


def owned(text: str, owner: str) -> str | None:
    """What words that a possessive opens stand for, once its owner is known; None where that reads badly."""
    possessive, _, rest = text.partition(" ")
    words = owner.split()
    opens = opens_with_possessive(text) or possessive == "whose"
    if not (opens and rest) or len(words) > _MOST_WORDS or not _LINKING.isdisjoint(words) or "," in owner:
        return None
    several = possessive.lower() in {"our", "their"} or (possessive == "whose" and words[-1].islower())
    plural = several and owner.endswith("s")
    return f"{owner}{'’' if plural else '’s'} {rest}"


def is_own(text: str, resolved: str, names: Iterable[str | None]) -> bool:
    """Whether words that stand for `resolved` are what one of `names` owns: in "Mr Lund sold his mill" they are."""
    if not opens_with_possessive(text):
        return False
    owner = resolved.removesuffix(text.partition(" ")[2]).strip().removesuffix("’s").removesuffix("’")
    return any(name is not None and owner.split()[-1:] == name.split()[-1:] for name in names)


def is_whose(text: str, resolved: str) -> bool:
    """Whether `resolved` only adds to words whose they are: "Lund’s wife" for "his wife"."""
    rest = text.partition(" ")[2]
    return bool(rest) and resolved.endswith((f"’s {rest}", f"’ {rest}"))
