"""What an article talks about: a referent gathers the mentions that stand for one thing."""

from __future__ import annotations

from dataclasses import dataclass

from extract.candidates import Candidate, Kind, Number
from extract.persons import Gender, Sort


class Referent:
    """One thing or person. What one mention shows (a gender, a sort) holds for all of them.

    `mentions` are in text order and hold pronouns too; `nouns` are the lemmas that it was called by
    ("company", "minister"); `parts` are the two of a pair.
    """

    __slots__ = ("gender", "mentions", "nouns", "number", "parts", "sort", "sure")

    def __init__(self, sort: Sort, number: Number, parts: tuple[Referent, ...] = ()) -> None:
        self.mentions: list[Candidate] = []
        self.sort = sort
        self.gender = Gender.OPEN
        self.number = number
        self.nouns: set[str] = set()
        self.parts = parts
        self.sure = False

    @classmethod
    def of(cls, first: Candidate) -> Referent:
        """What a first mention introduces."""
        referent = cls(first.sort, first.number)
        referent.add(first)
        return referent

    def add(self, mention: Candidate) -> None:
        mention.referent = self
        self.mentions.append(mention)
        self.learn(mention.sort, mention.gender, sure=mention.sure)
        self.nouns.update(mention.nouns)

    def learn(self, sort: Sort, gender: Gender, *, sure: bool = False) -> None:
        """Takes over what was open or unsure."""
        if gender is not Gender.OPEN and self.gender is Gender.OPEN:
            self.gender = gender
        if sort is self.sort:
            self.sure = self.sure or sure
        elif not self.sure and (sure or self.sort is Sort.UNKNOWN or sort is Sort.PERSON):
            if sort is Sort.PERSON and self.number is Number.EITHER:
                self.number = Number.SINGULAR
            self.sort, self.sure = sort, sure

    def merge(self, other: Referent) -> None:
        """Takes all of `other`'s mentions over."""
        for mention in other.mentions:
            mention.referent = self
        self.mentions = sorted({*self.mentions, *other.mentions}, key=lambda m: m.start)
        self.nouns |= other.nouns
        self.learn(other.sort, other.gender, sure=other.sure)

    def best(self, before: int) -> Candidate | None:
        """The mention to show for it: the fullest name before offset `before`, else its last noun phrase.

        A country goes before the capital that stands for it, a coordination before "the two".
        """
        earlier = [m for m in self.mentions if m.start < before and m.kind is not Kind.PRONOUN]
        names = [m for m in earlier if m.kind is Kind.NAME]
        if names:
            return max(names, key=lambda m: (not m.metonym, len(m.key), m.start))
        return max(earlier, key=lambda m: (bool(m.members), m.start), default=None)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a mention was found to stand for: the referent, the mention that told, by which rule, how surely."""

    referent: Referent
    mention: Candidate
    confidence: float
    rule: str
