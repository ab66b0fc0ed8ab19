"""A database for looking at every page in every state, and an article in many scripts, invented for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from db.cases import folders
from db.cases.folders import Kind
from db.reviews import deciding
from db.reviews.assignments import SHARE
from db.reviews.decisions import Correction, Reason, Seen, Status
from db.reviews.queue import below
from db.sqlite import Connection
from db.store import RunInfo, Store
from extract.model import Attribution, Extraction
from tests import seeded
from tests.records import HARBOUR, argument, article, claim, extraction, harbour, slot

SECOND = RunInfo("1.0", "other", "4.0.0")
#: Emoji of several code points, letters with combining marks, right to left with names and numbers in it, no spaces
#: between words, and controls that turn what follows around.
LINES = (
    "👩🏽\u200d🚒 Zoe\u0308 Nu\u0301n\u0303ez 🇳🇴 opened the 🏛\ufe0f museum",
    "חנה לוי פתחה את המוזיאון New Dawn ב־14 במאי 2021, אמרה Ada Lind",
    "افتتحت ليلى حداد متحف Ostrand في 14 مايو أمام 300 زائر",
    "東京の市長は新しい博物館を開いた。",
    "The guide \u202eeman rieht\u202c praised \u2066the hall\u2069 twice",
    "नई दिल्ली ने संग्रहालय खोला",
)
WORLD = "\n".join(LINES) + "\n"


def world() -> Extraction:
    """A claim of each line."""
    said = Attribution(slot(WORLD, "Ada Lind"), slot(WORLD, "אמרה"), (), None)
    claims = (
        claim(WORLD, "Zoe\u0308 Nu\u0301n\u0303ez", "opened", "🏛\ufe0f museum", sentence=0),
        claim(WORLD, "חנה לוי", "פתחה", "המוזיאון New Dawn", sentence=1, attribution=(said,)),
        claim(WORLD, "ليلى حداد", "افتتحت", "متحف Ostrand", sentence=2),
        claim(WORLD, "東京の市長", "開いた", "新しい博物館", sentence=3),
        claim(WORLD, "\u202eeman rieht\u202c", "praised", "\u2066the hall\u2069", sentence=4),
        claim(WORLD, "नई दिल्ली", "खोला", "संग्रहालय", sentence=5),
    )
    of = article(
        WORLD,
        "world.txt",
        title="חנה לוי opens \u202emuesum\u202c 🏛\ufe0f",
        outlet="صحيفة Ostrand",
        published="2021-05-15",
    )
    return extraction(of, claims)


def make(path: Path) -> Path:
    """The seed articles and what attacks, the harbour in two models, many scripts; decided, disputed, undone, kept."""
    seeded.make(path)
    with Store.open(path) as store:
        store.begin_run(seeded.RUN)
        store.add(harbour())
        store.add(world())
        store.finish_run()
        number = store.connection.execute("SELECT id FROM articles WHERE source = 'harbour.txt'").fetchone()[0]
        with store.transaction():
            decided(store.connection)
            collected(store.connection)
        store.begin_run(SECOND)
        store.replace(number, _other_model())
        store.finish_run()
    return path


def collected(connection: Connection) -> None:
    """A case of every kind of item, with words that would act and that run from right to left."""
    key = folders.create(connection, "חנה \u202eetar <b>", "ada")
    for kind in (Kind.STATEMENT, Kind.CLAIM, Kind.ENTITY, Kind.ARTICLE):
        table = {Kind.ENTITY: "entities"}.get(kind, f"{kind}s")
        (item,) = connection.execute(f"SELECT key FROM {table} ORDER BY id DESC LIMIT 1").fetchone()
        folders.add(connection, key, kind, item, "حداد", "ben")
        folders.note(connection, key, "as in the \u202eeton", "ben", kind, item)
    folders.add(connection, key, Kind.SEARCH, "/-/statements?text=port", "port", "ada")
    folders.note(connection, key, "who said so?", "ada")


def decided(connection: Connection) -> None:
    """Two people's decisions of every kind; they agree on some, differ on others."""
    rows = connection.execute("SELECT key FROM claims WHERE origin = 'machine' ORDER BY key").fetchall()
    keys = [row[0] for row in rows]
    deciding.accept(connection, [_seen(connection, keys[0])], "ada", "as in the \u202eeton")
    deciding.reject(connection, [_seen(connection, key) for key in keys[1:4]], "ben", Reason.FRAGMENT)
    deciding.opinion(connection, keys[0], Status.ACCEPTED, "ben")
    deciding.opinion(connection, keys[1], Status.ACCEPTED, "ada")
    deciding.opinion(connection, keys[2], Status.REJECTED, "ada", Reason.OBJECT)
    for key in [key for key in keys[4:] if key[-2:] < below(SHARE)][:3]:
        deciding.accept(connection, [_seen(connection, key)], "ben")
    port = _seen(connection, _of(connection, "port"))
    deciding.accept(connection, [port], "ada")
    hebrew = _of(connection, "חנה לוי")
    start = WORLD.index("המוזיאון")
    wider = Correction(object=((start, WORLD.index(" ב־14")),))
    deciding.edit(
        connection, _seen(connection, hebrew), replace(wider, polarity="negative"), "ben", "👩🏽\u200d🚒 בדקתי"
    )
    deciding.note(connection, _seen(connection, _of(connection, "東京の市長")), "ask <b>Ada</b>", "ada")
    deciding.undo(connection, deciding.accept(connection, [_seen(connection, keys[-1])], "ada"), "ada")


def _of(connection: Connection, subject: str) -> str:
    """The key of the claim with this subject."""
    return str(connection.execute("SELECT key FROM claims WHERE subject = ?", (subject,)).fetchone()[0])


def _seen(connection: Connection, key: str) -> Seen:
    return Seen(*connection.execute("SELECT key, version FROM claims WHERE key = ?", (key,)).fetchone())


def _other_model() -> Extraction:
    """The port's claim with another object."""
    found = harbour()
    planned, denied, hoped = found.claims
    moved = replace(denied, object=argument(HARBOUR, "ships"), qualifiers=(), quantities=())
    return replace(found, claims=(planned, moved, hoped))
