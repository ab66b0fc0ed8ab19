"""What the parts share: how a trial ends, databases to harm, and what must be true of a database after any harm."""

from __future__ import annotations

import atexit
import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from db import user_accounts
from db.check import check
from db.connection import reader
from db.export import export_jsonl
from db.sqlite import Connection
from db.store import Store
from extract.errors import EmptyInputError, MissingPathError
from extract.gold import read_gold
from tests import review_history
from tests.conftest import ROOT
from tests.run import Ran, extract
from tests.statements_state import state

#: What a trial did, for the table: kills, files, requests ...
Did = Counter[str]
Trial = Callable[[Random, Path], Did]

#: Said by the command where it fails in a way that nobody foresaw.
MISTAKES = ("This is a bug in extract", "Traceback (most recent call last)")
DATABASE = "claims.db"
INPUTS = "in"
#: Of those that a pool of workers reads.
ARTICLES, SENTENCES_AN_ARTICLE = 100, 2


class BrokenError(Exception):
    """Something that had to be true was not; the words say what was expected and what was found."""


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of harm. `title` says what is tried; `short`: so many trials in the short form."""

    name: str
    title: str
    trial: Trial
    short: int = 1


def expect(holds: object, words: str) -> None:
    """Raises BrokenError with `words` where it does not hold."""
    if not holds:
        raise BrokenError(words)


def run(folder: Path, *arguments: str, codes: tuple[int, ...] = (0,), stdin: bytes = b"") -> Ran:
    """`extract ARGUMENTS` in a folder, where it may end with these codes; never with a mistake of its own."""
    ran = extract(*arguments, cwd=folder, stdin=stdin)
    check_end(arguments, ran.code, ran.err, codes)
    return ran


def check_end(arguments: tuple[str, ...], code: int, said: str, codes: tuple[int, ...]) -> None:
    """Raises BrokenError for a command that ended in a way it must not."""
    words = f"`extract {' '.join(arguments)}` ended with {code}: {said.strip()[-600:]}"
    expect(not any(mistake in said for mistake in MISTAKES), words)
    expect(code in codes, f"exit code {' or '.join(map(str, codes))} expected; {words}")


def write_seeds(folder: Path) -> None:
    shutil.copytree(ROOT / "seeds", folder / INPUTS)


def write_gold(folder: Path) -> None:
    """Articles enough for a pool of workers, made of the sentences of our gold."""
    (folder / INPUTS).mkdir()
    for number, text in enumerate(gold_articles()):
        (folder / INPUTS / f"{number:03}.txt").write_text(text, encoding="utf-8")


@cache
def gold_sentences() -> tuple[str, ...]:
    return tuple(sentence.text for sentence in read_gold([ROOT / "tests" / "gold"]))


@cache
def gold_articles() -> tuple[str, ...]:
    found = gold_sentences()
    starts = range(0, ARTICLES * SENTENCES_AN_ARTICLE, SENTENCES_AN_ARTICLE)
    parts = [found[at : at + SENTENCES_AN_ARTICLE] for at in starts]
    return tuple("\n\n".join(part) + "\n" for part in parts)


@cache
def kept() -> Path:
    """A folder for what is made once and copied by each trial; it goes with this process."""
    folder = tempfile.mkdtemp(prefix="campaign-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


@cache
def reviewed() -> Path:
    """A folder with the seeds, a database of them as the command makes it, and decisions of every kind in it."""
    folder = kept() / "reviewed"
    folder.mkdir()
    write_seeds(folder)
    run(folder, "ingest", INPUTS, "--quiet")
    with Store.open(folder / DATABASE) as store:
        review_history.decide(store.connection, Random(5), 120)
    return folder


def copied(source: Path, folder: Path) -> Path:
    """The database in `folder`, which becomes a copy of `source`."""
    shutil.copytree(source, folder, dirs_exist_ok=True)
    return folder / DATABASE


def is_begun(path: Path) -> bool:
    """Whether there is a database: killed in the making of the schema, a command leaves an empty one or none."""
    try:
        reader(path).close()
    except (EmptyInputError, MissingPathError):
        return False
    return True


def check_whole(path: Path) -> None:
    """Raises BrokenError where `extract check` finds anything."""
    problems = check(path)
    expect(not problems, f"`extract check` finds 0 problems; it found {len(problems)}: {problems[:3]}")


_JUDGEMENTS = 'SELECT "left", "right", judgement, who, why, undone_by, undone_why FROM entity_judgements ORDER BY id'
_LOG = "SELECT id, action, who, reason, note, undoes, claims FROM reviews ORDER BY id"
_ITEMS = "SELECT id, review, claim, text_hash, opinion, before, after FROM review_items ORDER BY id"
_FAILURES = "SELECT source, kind FROM failures ORDER BY source"


def log(connection: Connection) -> list[str]:
    """Every entry of the review log but for the time, oldest first."""
    items: dict[int, list[str]] = {}
    for item in connection.execute(_ITEMS):
        items.setdefault(item[1], []).append(json.dumps(item))
    return [json.dumps([entry, items.get(entry[0], [])]) for entry in connection.execute(_LOG)]


def picture(path: Path) -> dict[str, object]:
    """All that a user can see of a database, by name, to compare: the export, statements, log, names, failures, users.

    Times of writing and row ids are left out.
    """
    export = path.with_suffix(".jsonl")
    export_jsonl(path, export, version="campaign")
    with closing(reader(path)) as connection:
        found: dict[str, object] = {
            "export": export.read_bytes(),
            "log": log(connection),
            "names": connection.execute(_JUDGEMENTS).fetchall(),
            "failures": connection.execute(_FAILURES).fetchall(),
            **state(connection),
        }
    for file in path.parent.glob(f"{export.name}*"):
        file.unlink()
    return {**found, "users": {user.name: user.role.value for user in user_accounts.users(path).values()}}


def differences(before: dict[str, object], after: dict[str, object]) -> str:
    """The names of what differs between two pictures; empty where nothing does."""
    return ", ".join(_differing(before, after))


def _differing(before: dict[str, object], after: dict[str, object]) -> Iterator[str]:
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            yield name
