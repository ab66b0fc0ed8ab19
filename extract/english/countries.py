"""Countries: their names, the words for their people, and the capitals that stand for their governments."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extract.english.wordlists import cells


@dataclass(frozen=True, slots=True)
class Country:
    """A country, one of the past, or the European Union.

    `code` is that of ISO 3166 in lower case ("xk" for Kosovo, "eu"), `names` begin with the usual one, `peoples`
    are adjectives and nouns ("Swedish", "Swede"), `capitals` the names of the town that news names for the government.
    """

    code: str
    names: tuple[str, ...]
    peoples: tuple[str, ...]
    capitals: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.names[0]


@cache
def countries() -> tuple[Country, ...]:
    """All of them, in the order of the list."""
    return tuple(
        Country(code, (name, *others), _words(peoples), _words(capitals))
        for code, name, capitals, peoples, *others in cells("countries")
    )


def _words(field: str) -> tuple[str, ...]:
    return () if field == "-" else tuple(field.split(", "))
