"""What an article talks about: a referent gathers the mentions that stand for one thing."""

from __future__ import annotations

from extract.mentions import Candidate, Kind, Number
from extract.persons import Gender, Sort


class Referent:
    """One thing or person. What one mention shows (a gender, a sort) holds for all of them.

    `mentions` are in text order and hold pronouns too; `nouns` are the lemmas that it was called by
    ("company", "minister"); `weight` counts mentions.
    """

    __slots__ = ("gender", "mentions", "nouns", "number", "sort", "sure")

    def __init__(self, first: Candidate) -> None:
        self.mentions: list[Candidate] = []
        self.sort = first.sort
        self.gender = first.gender
        self.number = first.number
        self.nouns: set[str] = set()
        self.sure = False
        self.add(first)

    def add(self, mention: Candidate) -> None:
        mention.referent = self
        self.mentions.append(mention)
        self.sure = self.sure or mention.sure
        self.learn(mention.sort, mention.gender)
        if mention.kind is Kind.NOMINAL and not mention.members:
            self.nouns.add(mention.key[0] if mention.key else mention.head.lower)

    def learn(self, sort: Sort, gender: Gender) -> None:
        """Takes over what was open; a person stays a person."""
        if gender is not Gender.OPEN and self.gender is Gender.OPEN:
            self.gender = gender
        if self.sort is Sort.UNKNOWN or (sort is Sort.PERSON and self.sort is not Sort.PERSON):
            self.sort = sort
        if self.sort is Sort.PERSON and self.number is Number.EITHER and sort is not Sort.PERSON:
            self.number = Number.SINGULAR

    def merge(self, other: Referent) -> None:
        """Takes all of `other`'s mentions over."""
        for mention in other.mentions:
            mention.referent = self
        self.mentions = sorted({*self.mentions, *other.mentions}, key=lambda m: m.start)
        self.nouns |= other.nouns
        self.sure = self.sure or other.sure
        self.learn(other.sort, other.gender)

    def best(self, before: int) -> Candidate | None:
        """The mention to show for it: the fullest name before offset `before`, else its last noun phrase."""
        names = [m for m in self.mentions if m.kind is Kind.NAME and m.start < before]
        if names:
            longest = max(len(m.key) for m in names)
            return [m for m in names if len(m.key) == longest][-1]
        nominals = [m for m in self.mentions if m.kind is Kind.NOMINAL and m.start < before]
        return nominals[-1] if nominals else None
