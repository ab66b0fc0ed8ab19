"""Whom or what an argument is, and how surely another article can mean the same.

An entity or a name means the same everywhere; a nominal that hangs on a name ("the hospital in Tarn") too; a bare one
("the company", "officials") only in its own copy cluster; a pronoun that nothing resolves is nobody.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from extract.english.forms import Amount, Identity, NounPhrase


class Term(NamedTuple):
    """An argument: its key, and its phrase for rules that look inside."""

    identity: Identity
    key: str
    phrase: NounPhrase

    @property
    def identified(self) -> bool:
        return self.identity in (Identity.NAME, Identity.ANCHORED)

    @property
    def amount(self) -> Amount | None:
        return self.phrase.amount


@dataclass(slots=True)
class Referents:
    """What an article says of its own names: `heads` is the one thing of a kind that it names ("the dam" is the Halvik
    dam), None where it names two; `roles` the same for what somebody is."""

    heads: dict[str, Term | None] = field(default_factory=dict)
    roles: dict[str, str | None] = field(default_factory=dict)

    def note_role(self, name: str, role: NounPhrase) -> None:
        """Keeps what somebody is: "Ada Lind is the deputy mayor"."""
        if role.definite and not role.plural and not role.name and not role.amount:
            words = " ".join(role.words)
            self.roles[words] = name if self.roles.setdefault(words, name) == name else None

    def holder(self, phrase: NounPhrase) -> str | None:
        """The name of whom a description means, if the article gives one: "the deputy mayor"."""
        return self.roles.get(" ".join(phrase.words)) if phrase.definite and not phrase.plural else None

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


def term(phrase: NounPhrase, who: str | None = None) -> Term:
    """The term of an argument by what its words say; `who` is the key of its entity, if it has one (see `known_as`)."""
    if who:
        return Term(Identity.NAME, who, phrase)
    return Term(phrase.identity, phrase.normal, phrase)


def known_as(who: str | None, own: str | None, phrase: NounPhrase | None) -> str | None:
    """The key of the entity `who` that an argument's name `own` is joined with, unless the argument's own words say
    that the name was cut short or has a title in front: "Rovers" of "Halden Rovers", "executive uwe lamm"."""
    name = phrase.name if phrase else None
    if not who or not name or name == own:
        return who
    return name if (name.endswith(f" {who}") if " " not in who else who.endswith(f" {name}") and " " in name) else who


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
