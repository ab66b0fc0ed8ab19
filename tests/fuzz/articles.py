"""Articles of our own sentences, damaged as the web damages them, and what must hold of any of them.

The tests prove a sample; this goes on for longer: `python -m tests.fuzz.articles --rounds 200 --seed 7`.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count, islice
from pathlib import Path
from random import Random

from db.check import check
from db.export import export_attributions, export_csv, export_jsonl
from db.store import Added, RunInfo, Store
from extract.extractor import Extractor, plain_article
from extract.gold import read_gold
from extract.model import Article
from extract.readers import load, read
from tests.statements_state import state

ROOT = Path(__file__).resolve().parents[2]
RUN = RunInfo("1.0", "model", "3.8.0")
ARTICLES = 25  # in a round: they share sentences, so that statements have several claims
SENTENCES = 40
#: What is put between the characters of a sentence.
PIECES = (
    '"', "“", "”", "„", "«", "»", "‘", "’", "'", "``", "''", "(", ")", "[", "]", "[37]", "[a]", "(b)", "¹", "❶", "*",
    "†", "1.", "2)", "•", "- ", " - ", "–", "—", "--", "…", "...", ". ", ".", "!", "?", ";", ":", ",", "\n", "\n\n",
    "\t", "  ", "\u00a0", "\u2009", "\u3000", "\u200d", "\ufeff", "\u200f", "\u202e", "\u2066", "🙂", "🇳🇴", "1️⃣", "é",
    "e\u0301", "漢", "½", "№", "3,5", "1.000.000", "$", "€4bn", "%", "12", "1992", " half of which", ", many of whom",
    " who", " whose", " that", " and ", " not ", "@a", "#b", "/", "\\", "<b>", "&amp;",
    "https://example.org/a?b=c&d=e", "-" * 210, "_" * 210, "x" * 1600, "\u2028", "\0", "I. ", "a) ", " 3",
)  # fmt: skip
PAIRS = ('""', "“”", "()", "[]", "‘’", "''", "«»", "„“", "**", '"”', "”“", ")(")
JOINTS = (" ", " ", " ", "", "\n", "\n\n", '" "', '"', "”", "[1]", " 2. ", "\n- ", "\n1. ", " — ", "🙂 ", "  ")
DATES = (None, None, "2024-03-12", "2024-03-14", "2024-04", "2023", "2024-03-12T08:15+02:00")


def sentences() -> list[str]:
    """Sentences of the gold corpus, and paragraphs of the seeds."""
    gold = [sentence.text for sentence in read_gold([ROOT / "tests" / "gold"])]
    seeds = (read(str(p), load(str(p))) for p in sorted((ROOT / "seeds").iterdir()) if not p.name.startswith("16"))
    return gold + [line for seed in seeds for line in seed.text.split("\n") if line.strip()]


def damaged(text: str, chance: Random) -> str:
    """`text` after up to four accidents."""
    for _ in range(chance.choice((0, 1, 1, 2, 3, 4))):
        text = chance.choice(_ACCIDENTS)(text, chance)
    return text


def _put_in(text: str, chance: Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(PIECES) + text[at:]


def _put_between(text: str, chance: Random) -> str:
    """At the edge of a word, where most marks stand."""
    edges = [i for i, char in enumerate(text) if char == " "]
    at = chance.choice(edges or [0]) + chance.randrange(2)
    return text[:at] + chance.choice(PIECES) + text[at:]


def _put_around(text: str, chance: Random) -> str:
    before, after = chance.choice(PAIRS)
    a, b = sorted(chance.choice((0, len(text), chance.randrange(len(text) + 1))) for _ in range(2))
    return text[:a] + before + text[a:b] + after + text[b:]


def _put_at_ends(text: str, chance: Random) -> str:
    return chance.choice((*PIECES, "")) + text + chance.choice((*PIECES, ""))


def _lose_spaces(text: str, chance: Random) -> str:
    places = [i for i, char in enumerate(text) if char == " "]
    for at in sorted(chance.sample(places, min(len(places), chance.randint(1, 3))), reverse=True):
        text = text[:at] + text[at + 1 :]
    return text


def _lose_some(text: str, chance: Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.randint(1, 12) :]


def _double(text: str, chance: Random) -> str:
    a, b = sorted(chance.randrange(len(text) + 1) for _ in range(2))
    return text[:b] + chance.choice(("", " ", ", ")) + text[a:]


def _change_case(text: str, chance: Random) -> str:
    return chance.choice((str.upper, str.lower, str.title, str.swapcase))(text)


_ACCIDENTS: tuple[Callable[[str, Random], str], ...] = (
    _put_in, _put_between, _put_between, _put_around, _put_at_ends, _lose_spaces, _lose_some, _double, _change_case,
)  # fmt: skip


def articles(pool: Sequence[str], chance: Random) -> Iterator[Article]:
    """Articles without end, of some of the sentences of `pool`, damaged, with and without a date."""
    some = chance.sample(pool, SENTENCES)
    for number in count():
        parts = [damaged(chance.choice(some), chance) for _ in range(chance.randint(1, 6))]
        text = parts[0] + "".join(chance.choice(JOINTS) + part for part in parts[1:])
        made = plain_article(text, chance.choice(DATES))
        if made.text.strip():
            yield replace(made, source=f"{number}.txt", outlet=chance.choice((None, "Post", "Herald")))


def prove(extractor: Extractor, made: Sequence[Article], folder: Path, chance: Random) -> list[str]:
    """What is wrong with a database of these articles: what `check` finds, and where their order shows.

    They are read and stored in their order, then in another by an extractor of its own memory; each time some come
    twice.
    """
    problems: list[str] = []
    seen = []
    for name in ("first", "other"):
        order = list(made) if name == "first" else chance.sample(made, len(made))
        path = folder / f"{name}.db"
        problems += _stored(extractor, order, path, chance)
        problems += [f"{p.law}: {p.where}: {p.what}" for p in check(path)]
        seen.append(exported(path))
    problems += [f"order: {key} differ" for key, value in seen[0].items() if value != seen[1][key]]
    return problems


def _stored(extractor: Extractor, order: Sequence[Article], path: Path, chance: Random) -> list[str]:
    problems = []
    with Store.open(path) as store:
        store.begin_run(RUN)
        found = list(extractor.extract_all(order))
        for extraction in found:
            store.add(extraction)
        changes = store.connection.total_changes
        again = chance.choice(found)
        if store.add(again) is not Added.UNCHANGED or store.connection.total_changes > changes + 1:  # the run's counts
            problems.append(f"ingest: {again.article.source} changes rows when it comes again")
        store.finish_run()
    return problems


def exported(path: Path) -> dict[str, object]:
    """All that others see of a database."""
    found: dict[str, object] = {}
    for name, export in (("jsonl", export_jsonl), ("csv", export_csv), ("attributions", export_attributions)):
        out = path.with_suffix(f".{name}")
        export(path, out, version="1.0")
        found[name] = out.read_bytes()
    with Store.open(path) as store:
        found.update(state(store.connection))
    return found


def rounds(extractor: Extractor, seed: int, many: int) -> Iterator[tuple[list[Article], list[str]]]:
    """The articles of each round, and what is wrong with them."""
    pool = sentences()
    for number in range(many):
        chance = Random(f"{seed} {number}")
        made = list(islice(articles(pool, chance), ARTICLES))
        with tempfile.TemporaryDirectory() as folder:
            yield made, prove(extractor, made, Path(folder), chance)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a file for the articles of rounds with problems, as JSON lines")
    given = parser.parse_args()
    extractor, wrong, start = Extractor(), 0, time.perf_counter()
    for number, (made, problems) in enumerate(rounds(extractor, given.seed, given.rounds)):
        wrong += len(problems)
        for problem in problems:
            print(f"round {number}: {problem}")
        if problems and given.keep:
            with given.keep.open("a") as file:
                file.write(json.dumps([[a.source, a.published, a.text] for a in made]) + "\n")
    seconds = time.perf_counter() - start
    print(f"{given.rounds * ARTICLES:,} articles twice in {seconds:.0f} s: {wrong} problems")


if __name__ == "__main__":
    main()
