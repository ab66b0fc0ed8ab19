"""Whom or what an argument is, and how surely another article can mean the same.

An entity or a name means the same everywhere; a nominal that hangs on a name ("the hospital in Tarn") too; a bare one
("the company", "officials") only in its own story; a pronoun that nothing resolves is nobody.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from extract.english.amounts import Amount
from extract.english.nounphrases import Phrase, capital, named, phrase
from extract.english.vocabulary import disasters, groups
from extract.english.wordlists import word_class


class Identity(StrEnum):
    """What tells an argument from others of its kind."""

    NAME = "name"  # an entity, or a name that is none yet
    ANCHORED = "anchored"  # a nominal with the name of what it belongs to
    GROUP = "group"  # a body or force that only its object tells: "police", "a fire"
    LOOSE = "loose"  # a nominal of one story
    NOTHING = "nothing"  # a pronoun that is not resolved


class Term(NamedTuple):
    """An argument: its key, and its phrase for rules that look inside."""

    identity: Identity
    key: str
    phrase: Phrase

    @property
    def identified(self) -> bool:
        return self.identity in (Identity.NAME, Identity.ANCHORED)

    @property
    def amount(self) -> Amount | None:
        return self.phrase.amount


@dataclass(slots=True)
class Referents:
    """What an article says of its own names: `aliases` give the whole name of a short one, `heads` the one thing
    of a kind that it names ("the dam" is the Halvik dam), None where it names two."""

    aliases: dict[str, str] = field(default_factory=dict)
    heads: dict[str, Term | None] = field(default_factory=dict)

    def note(self, term: Term) -> None:
        """Makes a named or anchored thing the one that a bare noun means, if it is the only one."""
        head = term.phrase.head
        if not term.identified or not head or term.phrase.plural or term.phrase.amount:
            return
        known = self.heads.setdefault(head, term)
        if known is not None and known.key != term.key:
            narrower = self._one(known, term)
            self.heads[head] = narrower

    @staticmethod
    def _one(known: Term, other: Term) -> Term | None:
        """A name and a description with a word of it: "Calder Tunnel", "the railway tunnel under Calder Bay"."""
        named, described = (known, other) if known.identity is Identity.NAME else (other, known)
        if named.identity is not Identity.NAME or described.identity is not Identity.ANCHORED:
            return None
        shared = set(named.key.split()) & {w for anchor in described.phrase.anchors for w in anchor.split()}
        return named if shared else None


_PRONOUNS = word_class("pronouns")
#: Weather and forces that do a thing to something named: which fire it was, the library that burned says.
_UNKNOWN = Term(Identity.NOTHING, "", phrase("it"))


def term(text: str, resolved: str | None, who: str | None, referents: Referents, opens: bool = False) -> Term:
    """The term of an argument.

    `text` is its full extent, `resolved` what it stands for, `who` the key of its entity, `opens` whether
    its first word begins a sentence and is no name.
    """
    words = text.split()
    if words and words[0].lower() in _PRONOUNS and len(words) == 1:
        if not resolved and not who:
            return _UNKNOWN
    elif opens and words and capital(words[0]):
        text = f"{words[0].lower()} {' '.join(words[1:])}".strip()
    whole = referents.aliases.get(resolved or "", resolved) or text
    if who and whole.lower() == who:  # most names: nothing to be taken apart
        return Term(Identity.NAME, who, named(who))
    found = phrase(whole)
    if who:
        return Term(Identity.NAME, _whole(who, found.name), found)
    return _identified(found)


def _whole(who: str, name: str | None) -> str:
    """The entity's name, unless the argument's own words say that it was cut short or has a title in front:
    "Rovers" of "Halden Rovers", "executive uwe lamm"."""
    if name and (name.endswith(f" {who}") if " " not in who else who.endswith(f" {name}") and " " in name):
        return name
    return who


def _identified(found: Phrase) -> Term:
    if found.name and not found.amount:
        return Term(Identity.NAME, found.name, found)
    words = " ".join(found.words)
    rest = "".join(f" ~{word}" for word in found.rest[:1])
    if found.anchors:
        key = f"{' '.join(found.anchors)} {words}"  # "the hospital in Tarn" and "the Tarn hospital"
        loose = (found.plural and not found.owned) or (found.indefinite and not found.definite) or found.amount
        return Term(Identity.LOOSE if loose else Identity.ANCHORED, key, found)
    if words in groups() or (found.head in disasters() and not found.definite):
        return Term(Identity.GROUP, words, found)
    return Term(Identity.LOOSE, words + rest, found)


def linked(found: Term, referents: Referents) -> Term:
    """A bare "the dam" as the one dam that the article names; other terms as they are."""
    inner = found.phrase
    if not inner.definite or inner.plural or inner.amount or found.identity is Identity.NAME:
        return found
    known = referents.heads.get(inner.head)
    if known is None or (inner.anchors and known.identity is not Identity.NAME):
        return found
    if inner.anchors and not set(known.key.split()) & {w for anchor in inner.anchors for w in anchor.split()}:
        return found
    return known if inner.anchors or len(inner.words) == 1 else found
