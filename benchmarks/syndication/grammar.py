"""Invented news from a grammar: events with facts, and reports of them in one choice of words or another."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")
_STARTS = [
    "Val",
    "Or",
    "Tem",
    "Kes",
    "Du",
    "Sar",
    "Bru",
    "Lin",
    "Mor",
    "Hal",
    "Fen",
    "Ost",
    "Gri",
    "Tal",
    "Ner",
    "Vos",
    "Pel",
    "Rud",
    "Ash",
    "Cor",
]
_MIDDLES = ["", "a", "el", "in", "o", "un", "va", "mer", "sil", "tor", "dan", "kis"]
_SUFFIXES = ["", "a", "e", "en", "er", "ic", "is", "o", "ov", "sen", "ski", "u"]
_ENDS = [
    "na",
    "tria",
    "berg",
    "mouth",
    "stad",
    "wick",
    "ello",
    "mark",
    "hausen",
    "ford",
    "ara",
    "itz",
    "bury",
    "dorf",
    "une",
]
_FIRST = [
    "Ada",
    "Bruno",
    "Carla",
    "Dario",
    "Edda",
    "Felix",
    "Greta",
    "Hugo",
    "Irma",
    "Jonas",
    "Kaja",
    "Lorenz",
    "Mira",
    "Nils",
    "Olga",
    "Piet",
    "Ruta",
    "Sven",
    "Tilda",
    "Ugo",
]
_LAST = [
    "Lind",
    "Brandt",
    "Rossi",
    "Keller",
    "Novak",
    "Ferro",
    "Holm",
    "Varga",
    "Stern",
    "Duval",
    "Marek",
    "Osei",
    "Thorn",
    "Ilves",
    "Quist",
    "Sorel",
    "Danek",
    "Weiss",
]
_FIRMS = [
    "Works",
    "Bank",
    "Lines",
    "Mills",
    "Power",
    "Institute",
    "Dairy",
    "Foundry",
    "Press",
    "Water",
    "Rail",
    "Union",
]
_PARTIES = [
    "the Orchard List",
    "Civic Harbour",
    "the Reform Bloc",
    "the Upland League",
    "Free Towns",
    "the Lantern Party",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
KINDS = ("flood", "takeover", "trial", "election", "strike", "science", "bridge", "health")


@dataclass(frozen=True, slots=True)
class Event:
    """What happened: its kind, its own words, and what people said (the same in whichever paper)."""

    kind: str
    words: dict[str, str]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A headline and paragraphs."""

    title: str
    paragraphs: tuple[str, ...]

    @property
    def words(self) -> int:
        return sum(len(paragraph.split()) for paragraph in self.paragraphs)


@cache
def rules() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The grammar: of each kind its facts, of each fact its wordings."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for line in (Path(__file__).parent / "wire.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            facts = found.setdefault(line[2:], [])
        elif line and not line.startswith("#"):
            facts.append(tuple(line.split(" // ")))
    return {name: tuple(facts) for name, facts in found.items()}


def name(rng: random.Random) -> str:
    return f"{rng.choice(_FIRST)} {rng.choice(_LAST)}{rng.choice(_SUFFIXES)}{rng.choice(_SUFFIXES)}"


def place(rng: random.Random) -> str:
    return rng.choice(_STARTS) + rng.choice(_MIDDLES) + rng.choice(_ENDS)


def event(rng: random.Random) -> Event:
    words = {
        "place": place(rng), "place2": place(rng), "river": place(rng), "day": rng.choice(_DAYS),
        "org": f"{place(rng)} {rng.choice(_FIRMS)}", "rival": f"{place(rng)} {rng.choice(_FIRMS)}",
        "person": name(rng), "person2": name(rng), "party": rng.choice(_PARTIES),
        "year": str(rng.randint(1961, 2004)), "year2": str(rng.randint(2026, 2039)),
        **{f"n{k}": _number(rng, size) for k, size in enumerate((90_000, 900, 90, 9_000, 4_000), 1)},
        "n6": str(rng.randint(3, 19)), "n7": str(rng.randint(21, 67)),
        "n8": str(rng.randint(2, 40)), "n9": str(rng.randint(80, 900)),
    }  # fmt: skip
    words |= {word[0].upper() + word[1:]: value[0].upper() + value[1:] for word, value in list(words.items())}
    said = [_expand(fact[0], words, rng).removesuffix(".") for fact in rng.sample(rules()["quotes"], 3)]
    quotes = [f'"{each}," {words["person"]} said.' for each in said]
    return Event(rng.choice(KINDS), words, tuple(quotes))


def _number(rng: random.Random, size: int) -> str:
    return f"{rng.randint(size // 20, size):,}"


def report(of: Event, rng: random.Random, *, voice: int = 0, aside: int = 4, quotes: int = 2) -> Report:
    """A paper's own account. Reports in the two voices word each fact differently; names, numbers and quotations are
    the same. `aside` is how many sentences it has on other things."""
    facts = list(enumerate(rules()[of.kind]))
    lead, rest = facts[0], facts[1:]
    kept = rng.sample(rest, rng.randint(len(rest) // 2, len(rest)))
    told = [_expand(fact[(at + voice) % len(fact)], of.words, rng) for at, fact in (lead, *kept)]
    body = [*told[1:], *rng.sample(of.quotes, quotes), *_asides(rng, aside)]
    rng.shuffle(body)
    return Report(_title(of, rng), tuple(_paragraphs([told[0], *body], rng)))


def _asides(rng: random.Random, count: int) -> Iterator[str]:
    """Sentences on other events, and what is always said."""
    for _ in range(count):
        other = event(rng)
        kind = "background" if rng.random() < 0.2 else other.kind
        yield _expand(rng.choice(rng.choice(rules()[kind])), other.words, rng)


def _paragraphs(sentences: list[str], rng: random.Random) -> Iterator[str]:
    while sentences:
        count = rng.randint(1, 3)
        yield " ".join(sentences[:count])
        sentences = sentences[count:]


def _title(of: Event, rng: random.Random) -> str:
    return f"{of.words['place']}: {of.kind} {rng.choice(('news', 'report', 'latest', 'what we know', 'in numbers'))}"


def _expand(rule: str, words: dict[str, str], rng: random.Random) -> str:
    while match := _CHOICE.search(rule):
        rule = rule[: match.start()] + rng.choice(match[1].split("|")) + rule[match.end() :]
    filled = _SLOT.sub(lambda slot: words[slot[1]], rule).replace(" ,", ",")
    return filled[0].upper() + filled[1:]
