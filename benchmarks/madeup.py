"""A large database of made-up claims, for benchmarks: the same each time."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice, pairwise
from pathlib import Path

from db.connection import writer
from db.contents import Contents
from db.store import RunInfo, Store
from extract.model import (
    Argument,
    Article,
    Attribution,
    Block,
    BlockKind,
    Claim,
    ClauseType,
    Extraction,
    Mention,
    Modality,
    Mood,
    Outcome,
    Polarity,
    Qualifier,
    Relation,
    Role,
    Sentence,
    Slot,
)
from tests.records import read_words

CLAIMS_AN_ARTICLE = 50
#: Articles in a transaction, and bytes of the database that are kept in memory.
_TOGETHER, _CACHE = 100, 300_000_000
VERBS = ("approve", "build", "close", "deny", "fund", "inspect", "leave", "open", "pay", "sell")
THINGS = ("bridge", "budget", "canal", "depot", "ferry", "harbour", "inquiry", "jetty", "mill", "quarry", "road")
PLACES = [
    f"{first}{last}" for first in ("Val", "Or", "Tem", "Kes", "Du", "Sar") for last in ("na", "tria", "berg", "mouth")
]
FIRST_NAMES = [
    f"{first}{last}" for first in ("An", "Jo", "Mar", "El", "Tim", "Os") for last in ("a", "en", "ka", "ris")
]
LAST_NAMES = [f"{first}{last}" for first in PLACES for last in ("ov", "er", "sen", "ino", "ak", "ley")]


def make(path: Path, claims: int) -> None:
    """A database of so many claims, the same each time."""
    began = time.process_time()
    fill(path, extractions(claims // CLAIMS_AN_ARTICLE), claims // CLAIMS_AN_ARTICLE)
    size = path.stat().st_size / 1e6
    print(f"{claims:,} claims in {time.process_time() - began:.1f} s of processor time, {size:.0f} MB", flush=True)


def fill(path: Path, found: Iterable[Extraction], articles: int) -> None:
    """Stores so many articles as a merge does: many in a transaction, most indexes at the end."""
    left = iter(found)
    with Store.open(path) as store:
        store.cache(_CACHE)
        store.expect(articles)
        store.begin_run(RunInfo("0", "made up", "0"))
        while batch := [Contents.of(one) for one in islice(left, _TOGETHER)]:
            store.add_all(batch)
        store.finish_run()
    writer(path).close()


def extractions(articles: int) -> Iterator[Extraction]:
    chance = random.Random(7)
    for number in range(articles):
        yield extraction(number, chance)


def extraction(
    number: int,
    chance: random.Random,
    count: int = CLAIMS_AN_ARTICLE,
    speakers: Iterator[str] | None = None,
    opening: random.Random | None = None,
) -> Extraction:
    """An article with one sentence a line and one claim a sentence.

    `speakers` give other names than the usual, `opening` the luck of the first sentence.
    """
    lines: list[str] = []
    claims: list[Claim] = []
    mentions: list[Mention] = []
    at = 0
    for position in range(count):
        luck = chance if position or opening is None else opening
        line, claim, names = statement(position, at, luck, next(speakers) if speakers else None)
        lines.append(line)
        claims.append(claim)
        mentions += names
        at += len(line) + 1
    text = "\n".join(lines)
    starts = [0, *(n + 1 for n, char in enumerate(text) if char == "\n"), len(text) + 1]
    places = [(start, end - 1) for start, end in pairwise(starts)]
    article = Article(
        source=f"made-up/{number:05}.txt",
        text=text,
        text_hash=sha256(text.encode()).hexdigest(),
        raw_hash=sha256(text.encode()).hexdigest(),
        media_type="text/plain",
        reader="made up",
        title=f"{PLACES[number % len(PLACES)]} and its {THINGS[number % len(THINGS)]}, part {number}",
        outlet=f"The {PLACES[number % 19]} Post",
        published=f"20{10 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}",
        language="en",
    )
    found = Extraction(
        article,
        tuple(Block(BlockKind.PARAGRAPH, *place) for place in places),
        tuple(Sentence(n, *place, BlockKind.PARAGRAPH, Outcome.CLAIMS) for n, place in enumerate(places)),
        tuple(claims),
        tuple(mentions),
        words=len(text.split()),
    )
    return read_words(found)


def statement(
    position: int, at: int, chance: random.Random, speaker: str | None = None
) -> tuple[str, Claim, list[Mention]]:
    """A sentence that begins at `at` of its article, its claim, and the names in it."""
    town, verb, thing, year = (
        chance.choice(PLACES),
        chance.choice(VERBS),
        chance.choice(THINGS),
        chance.randint(1990, 2030),
    )
    other = chance.choice(PLACES)
    negative, usual = chance.random() < 0.1, f"{chance.choice(FIRST_NAMES)} {chance.choice(LAST_NAMES)}"
    speaker = speaker or usual
    relation = f"did not {verb}" if negative else f"will {verb}"
    parts = [
        f"The council of {town}",
        relation,
        f"the {thing} of {other}",
        f"in {year}",
        f"said {speaker}",
    ]
    line = " ".join(parts) + "."
    spans, start = [], at
    for part in parts:
        spans.append((start, start + len(part)))
        start += len(part) + 1
    modality = chance.choices(list(Modality), (80, 8, 8, 4))[0]
    source = (
        Attribution(Slot(speaker, ((spans[4][0] + 5, spans[4][1]),)), None, (spans[0],))
        if chance.random() < 0.4
        else None
    )
    made = Claim(
        sentence=position,
        position=0,
        subject=Argument.plain(parts[0], (spans[0],), "ORG"),
        relation=Relation(relation, (spans[1],), verb),
        object=Argument.plain(parts[2], (spans[2],)),
        qualifiers=(Qualifier(Role.TIME, parts[3], (spans[3],), str(year)),),
        clause_type=ClauseType.SVO,
        rule="verb",
        predicate=spans[1],
        polarity=Polarity.NEGATIVE if negative else Polarity.POSITIVE,
        modality=modality,
        mood=Mood.STATEMENT if modality is Modality.CERTAIN else Mood.FORECAST,
        attribution=(source,) if source else (),
        confidence=round(chance.uniform(0.3, 1), 2),
    )
    return line, made, [
        _named(spans[0][0], parts[0], "ORG"),
        _named(spans[2][1] - len(other), other, "GPE"),
        _named(spans[4][0] + 5, speaker, "PERSON"),
    ]  # fmt: skip


def _named(start: int, text: str, label: str) -> Mention:
    return Mention(start, start + len(text), text, "name", label, rule="name")
