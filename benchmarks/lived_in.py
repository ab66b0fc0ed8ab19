"""A made-up database that people have worked with: what is rare and large in it, and what they did.

On top of `madeup.make`: an article of 4,000 claims, ten thousand names that are met once, a statement that two hundred
articles tell, names that were joined, and 20,000 claims decided by five people with second opinions, notes, edits and
undos, one of them again and again.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from benchmarks.madeup import CLAIMS_AN_ARTICLE, FIRST_NAMES, LAST_NAMES, extraction, fill
from db import tracking
from db.connection import transaction
from db.entities.judgements import Judgement
from db.reviews import deciding, log
from db.reviews.applying import apply, claim_row
from db.reviews.decisions import Action, Correction, Seen, Status
from db.reviews.log import Item
from db.sqlite import Connection
from extract.model import Extraction

PEOPLE = ("Ada", "Bo", "Chris", "Dana", "Eli")
LONG = 4_000
NEW_NAMES = 10_000
DECIDED = 20_000
JOINED = 100
AGAIN = 50


def live_in(path: Path) -> None:
    """Adds all of it to the database, the same each time (but for the clock)."""
    began = time.process_time()
    fill(path, _articles(), NEW_NAMES // CLAIMS_AN_ARTICLE)
    with transaction(path) as connection:
        _join(connection)
        _review(connection, random.Random(17))
    print(f"lived in, in {time.process_time() - began:.1f} s of processor time", flush=True)


def _articles() -> Iterator[Extraction]:
    chance = random.Random(13)
    names = (f"{first} {a}{b.lower()}" for first, a, b in product(FIRST_NAMES, LAST_NAMES, LAST_NAMES))
    for number in range(NEW_NAMES // CLAIMS_AN_ARTICLE):
        yield extraction(300_000 + number, chance, speakers=names, opening=random.Random(5))
    yield extraction(400_000, chance, LONG)


def _join(connection: Connection) -> None:
    """The name that is met most with two that are met once (each takes seconds), many of these, and pairs of others."""
    rare = [key for (key,) in connection.execute(_RARE, (2 * JOINED,))]
    (most,) = connection.execute(_MOST).fetchone()
    for other in rare[:2]:
        tracking.judge(connection, most, other, Judgement.SAME, PEOPLE[0])
    for other in rare[3:20]:
        tracking.judge(connection, rare[2], other, Judgement.SAME, PEOPLE[0])
    for one, other in zip(rare[20::2], rare[21::2], strict=True):
        tracking.judge(connection, one, other, Judgement.SAME, PEOPLE[1])


_MOST = "SELECT key FROM entities ORDER BY mentions DESC, key LIMIT 1"
_RARE = "SELECT key FROM entities WHERE type = 'person' AND mentions = 1 ORDER BY key LIMIT ?"
_CLAIMS = "SELECT key FROM claims WHERE article = ? ORDER BY id"


def _review(connection: Connection, chance: random.Random) -> None:
    articles = range(1, DECIDED // CLAIMS_AN_ARTICLE + 1)
    for article in articles:
        keys = [key for (key,) in connection.execute(_CLAIMS, (article,))]
        _decide(connection, keys, PEOPLE[article % len(PEOPLE)], chance)
        _look_again(connection, keys, PEOPLE[(article + 1) % len(PEOPLE)], chance)
    (last,) = connection.execute("SELECT key FROM claims ORDER BY id DESC LIMIT 1").fetchone()
    for number in range(AGAIN // 2):
        done = deciding.accept(connection, [Seen(last, 2 * number)], PEOPLE[0])
        deciding.undo(connection, done, PEOPLE[0])


def _decide(connection: Connection, keys: list[str], who: str, chance: random.Random) -> None:
    """An entry for each, applied together: one by one takes the same rows twenty times as long."""
    items = []
    for key in keys:
        row = claim_row(connection, key)
        action = Action.REJECT if chance.random() < 0.2 else Action.ACCEPT
        status = Status.REJECTED if action is Action.REJECT else Status.ACCEPTED
        items.append(Item(key, row["text_hash"], {"status": row["status"]}, {"status": status.value}))
        log.write(connection, action, items[-1:], who)
    apply(connection, items)


def _look_again(connection: Connection, keys: list[str], who: str, chance: random.Random) -> None:
    """A second reader, an edit, a note, and an undo now and then."""
    for key in chance.sample(keys, 5):
        rejected = claim_row(connection, key)["status"] == Status.REJECTED
        other = chance.random() < 0.1
        deciding.opinion(connection, key, Status.REJECTED if rejected != other else Status.ACCEPTED, who)
    one, noted = keys[0], keys[1]
    row = claim_row(connection, one)
    modality = "probable" if row["modality"] == "possible" else "possible"
    done = deciding.edit(connection, Seen(one, row["version"]), Correction(modality=modality), who)
    if chance.random() < 0.5:
        deciding.undo(connection, done, who)
    deciding.note(connection, Seen(noted, claim_row(connection, noted)["version"]), "Is this one town?", who)
