"""The log of case folders, and what a folder is by its entries.

Every function that writes runs inside the transaction that is open, takes who it is (as the server knows, never as a
request says), and returns the number of the entry.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from secrets import token_hex

from db import chain
from db.chain import Log
from db.clock import now
from db.reviews.decisions import RefusedError
from db.sqlite import Connection

#: Characters of a folder's name, of a note, of an address.
MAX_NAME, MAX_NOTE, MAX_ITEM = 120, 4000, 2000
#: Items of one folder.
MAX_ITEMS = 2000


class Kind(StrEnum):
    """What a folder can hold."""

    STATEMENT = "statement"
    CLAIM = "claim"
    ENTITY = "entity"
    ARTICLE = "article"
    SEARCH = "search"


class Action(StrEnum):
    """What an entry does: names the folder (the first one makes it), adds or removes an item, notes something about an
    item or the folder, says that somebody has seen all that is new, closes the folder, or undoes another entry."""

    NAME = "name"
    ADD = "add"
    REMOVE = "remove"
    NOTE = "note"
    SEEN = "seen"
    CLOSE = "close"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the log."""

    id: int
    folder: str
    action: Action
    kind: Kind | None
    item: str | None
    words: str | None
    who: str
    at: str
    undoes: int | None
    undone: bool


@dataclass(frozen=True, slots=True)
class Item:
    """What is in a folder: by key or address, how it was called when it was added, and the last note about it."""

    kind: Kind
    item: str
    words: str
    who: str
    at: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder as its entries make it; items in the order in which they were added. Times are UTC."""

    key: str
    name: str
    who: str
    created: str
    changed: str
    closed: bool
    note: str | None
    items: tuple[Item, ...]


_COLUMNS = """
SELECT e.id, e.folder, e.action, e.kind, e.item, e.words, e.who, e."at", e.undoes,
  EXISTS (SELECT 1 FROM case_entries u WHERE u.undoes = e.id)
FROM case_entries e
"""
_INSERT = (
    'INSERT INTO case_entries (folder, action, kind, item, words, who, "at", undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)'
)
_SEEN = "SELECT MAX(\"at\") FROM case_entries WHERE folder = ? AND who = ? AND action = 'seen'"


def folders(connection: Connection) -> list[Folder]:
    """All of them: open ones first, by name."""
    entries: dict[str, list[Entry]] = {}
    for row in connection.execute(f"{_COLUMNS} ORDER BY e.id"):
        entry = _entry(row)
        entries.setdefault(entry.folder, []).append(entry)
    return sorted(map(_folder, entries.values()), key=lambda one: (one.closed, one.name.casefold(), one.key))


def read_folder(connection: Connection, key: str) -> Folder:
    """Raises RefusedError if there is none of this key."""
    found = history(connection, key)
    if not found:
        raise RefusedError("No case has this ID. The link may be incomplete.")
    return _folder(found)


def history(connection: Connection, key: str) -> list[Entry]:
    """A folder's entries, oldest first."""
    return [_entry(row) for row in connection.execute(f"{_COLUMNS} WHERE e.folder = ? ORDER BY e.id", (key,))]


def last_seen(connection: Connection, key: str, who: str) -> str | None:
    """When somebody last said to have seen what is new; None for never."""
    found: str | None = connection.execute(_SEEN, (key, who)).fetchone()[0]
    return found


def _folder(entries: Iterable[Entry]) -> Folder:
    first, *_ = entries = list(entries)
    made = Folder(first.folder, first.words or "", first.who, first.at, first.at, closed=False, note=None, items=())
    items: dict[tuple[Kind | None, str | None], Item] = {}
    for entry in entries:
        if entry.action not in (Action.SEEN, Action.UNDO):
            made = replace(made, changed=entry.at)
        if entry.undone:
            continue
        at = (entry.kind, entry.item)
        if entry.action is Action.NAME:
            made = replace(made, name=entry.words or "")
        elif entry.action is Action.CLOSE:
            made = replace(made, closed=True)
        elif entry.action is Action.NOTE and entry.item is None:
            made = replace(made, note=entry.words)
        elif entry.action is Action.NOTE and at in items:
            items[at] = replace(items[at], note=entry.words)
        elif entry.action is Action.REMOVE:
            items.pop(at, None)
        elif entry.action is Action.ADD and entry.kind and entry.item is not None:
            items.setdefault(at, Item(entry.kind, entry.item, entry.words or entry.item, entry.who, entry.at))
    return replace(made, items=tuple(items.values()))


def _entry(row: tuple[object, ...]) -> Entry:
    number, folder, action, kind, item, words, who, at, undoes, undone = row
    return Entry(
        number, folder, Action(action), Kind(kind) if kind else None, item, words, who, at, undoes, bool(undone)  # type: ignore[arg-type]
    )  # fmt: skip


def create(connection: Connection, name: str, who: str) -> str:
    """A new folder; returns its key. Raises RefusedError for a name that is empty or too long."""
    key = f"k{token_hex(8)}"
    _write(connection, key, Action.NAME, who, words=_named(name))
    return key


def rename(connection: Connection, key: str, name: str, who: str) -> int:
    read_folder(connection, key)
    return _write(connection, key, Action.NAME, who, words=_named(name))


def add(connection: Connection, key: str, kind: Kind, item: str, words: str, who: str) -> int:
    """Raises RefusedError for what is in the folder, is not in the database, or leads to another server."""
    folder = read_folder(connection, key)
    if any((one.kind, one.item) == (kind, item) for one in folder.items):
        raise RefusedError(f"This {kind} is already in “{folder.name}”.")
    if len(folder.items) >= MAX_ITEMS:
        raise RefusedError(f"A case holds at most {MAX_ITEMS:,} items. Start another one.")
    _check_item(connection, kind, item)
    return _write(connection, key, Action.ADD, who, kind, item, words.strip()[:MAX_NOTE] or item)


def remove(connection: Connection, key: str, kind: Kind, item: str, who: str) -> int:
    _check_in(read_folder(connection, key), kind, item)
    return _write(connection, key, Action.REMOVE, who, kind, item)


def note(
    connection: Connection, key: str, words: str, who: str, kind: Kind | None = None, item: str | None = None
) -> int:
    """Words about the folder, or about one of its items; they take the place of the last ones. "" for none."""
    folder = read_folder(connection, key)
    if kind and item is not None:
        _check_in(folder, kind, item)
    if len(words) > MAX_NOTE:
        raise RefusedError(f"A note has at most {MAX_NOTE:,} characters.")
    return _write(connection, key, Action.NOTE, who, kind, item, words.strip() or None)


def close(connection: Connection, key: str, who: str) -> int:
    """Puts the folder at the end of the list. An undo opens it again."""
    if read_folder(connection, key).closed:
        raise RefusedError("This case is already closed.")
    return _write(connection, key, Action.CLOSE, who)


def mark_seen(connection: Connection, key: str, who: str) -> int:
    """From now on, only what comes later is new to this person."""
    read_folder(connection, key)
    return _write(connection, key, Action.SEEN, who)


def entry(connection: Connection, number: int) -> Entry:
    """Raises RefusedError if there is none of this number."""
    row = connection.execute(f"{_COLUMNS} WHERE e.id = ?", (number,)).fetchone()
    if row is None:
        raise RefusedError(f"No entry has the number {number}.")
    return _entry(row)


def undo(connection: Connection, number: int, who: str) -> int:
    """Takes an entry back by a further one. Raises RefusedError for one that is undone, or is the folder's first."""
    undone = entry(connection, number)
    if undone.undone:
        raise RefusedError(f"Entry {number} is already undone.")
    if undone.action in (Action.UNDO, Action.SEEN) or undone.id == history(connection, undone.folder)[0].id:
        raise RefusedError("This entry cannot be undone.")
    return _write(connection, undone.folder, Action.UNDO, who, undone.kind, undone.item, undoes=number)


def _named(name: str) -> str:
    words = " ".join(name.split())
    if not 0 < len(words) <= MAX_NAME:
        raise RefusedError(f"A case needs a name of at most {MAX_NAME} characters.")
    return words


def _check_in(folder: Folder, kind: Kind, item: str) -> None:
    if not any((one.kind, one.item) == (kind, item) for one in folder.items):
        raise RefusedError(f"This {kind} is not in “{folder.name}”.")


_TABLES = {Kind.STATEMENT: "statements", Kind.CLAIM: "claims", Kind.ENTITY: "entities", Kind.ARTICLE: "articles"}


def _check_item(connection: Connection, kind: Kind, item: str) -> None:
    if len(item) > MAX_ITEM:
        raise RefusedError("The address of this search is too long to be stored.")
    if kind is Kind.SEARCH:
        if not item.startswith("/") or item.startswith("//") or "\\" in item or not item.isprintable():
            raise RefusedError("A search must be an address of this server, such as /-/search?text=harbour.")
    elif not connection.execute(f"SELECT 1 FROM {_TABLES[kind]} WHERE key = ? LIMIT 1", (item,)).fetchone():  # noqa: S608
        raise RefusedError(f"No {kind} has the ID {item}. It may have been removed.")


def _write(
    connection: Connection, folder: str, action: Action, who: str, kind: Kind | None = None, item: str | None = None,
    words: str | None = None, undoes: int | None = None,
) -> int:  # fmt: skip
    return chain.write(connection, Log.CASES, _INSERT, (folder, action.value, kind, item, words, who, now(), undoes))
