"""Case folders: the list, one folder with what is new in it, its export, and the JSON that changes them."""

from __future__ import annotations

from typing import Any

from datasette.utils.asgi import Request, Response

from db.cases import case_contents, folders
from db.cases.folders import Action, Kind
from db.export import record_tables
from db.export.record_tables import Ending
from db.reviews.decisions import RefusedError
from db.sqlite import Connection
from db.web import databases
from db.web.auth.identity import Person, find_person
from db.web.http import requests
from db.web.http.asgi import Datasette
from db.web.http.responses import json_route
from db.web.pages import layout

#: The newest entries of a folder's log that its page shows.
_MAX_ENTRIES = 50
#: Entries of other people that are listed as new.
_MAX_NEWS = 20
#: What an entry did, in words.
_DONE = {
    Action.NAME: "named the case", Action.ADD: "added", Action.REMOVE: "removed", Action.NOTE: "noted",
    Action.SEEN: "marked all as seen", Action.CLOSE: "closed the case", Action.UNDO: "undid an entry",
}  # fmt: skip


async def listing(datasette: Datasette, request: Request) -> Response:
    """All folders."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    found = await databases.read(datasette, folders.folders)
    context = {**_shared(datasette, request), "folders": found}
    return layout.render(datasette, "extract_cases.html", database, context)


async def case(datasette: Datasette, request: Request) -> Response:
    """One folder. `since` (a day, or a time in UTC) says from when on what came is new; without it, the last time that
    who asks has marked all as seen."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    key, who = request.url_vars["key"], find_person(datasette, request)

    def read(connection: Connection) -> dict[str, Any]:
        folder = folders.read_folder(connection, key)
        seen = folders.last_seen(connection, key, who.name) if who else None
        since = (request.args.get("since") or "")[:32] or seen or case_contents.NEVER
        entries = folders.history(connection, key)
        return {
            "folder": folder, "seen": seen, "since": "" if since == case_contents.NEVER else since,
            "shown": case_contents.shown(connection, folder, since),
            "others": [one for one in entries if _is_news(one, since, who)][-_MAX_NEWS:],
            "entries": entries[:-_MAX_ENTRIES - 1:-1], "first": entries[0].id,
        }  # fmt: skip

    try:
        found = await databases.read(datasette, read)
    except RefusedError as error:
        raise layout.not_found(str(error)) from error
    context = {
        **_shared(datasette, request), **found, "kinds": list(Kind), "done": _DONE,
        "may_undo": lambda entry: _may_undo(who, entry, found["first"]),
    }  # fmt: skip
    return layout.render(datasette, "extract_case.html", database, context)


def _is_news(entry: folders.Entry, since: str, who: Person | None) -> bool:
    """Whether somebody else changed the folder since then."""
    return entry.at > since and entry.action is not Action.SEEN and not (who and entry.who == who.name)


def _may_undo(who: Person | None, entry: folders.Entry, first: int) -> bool:
    if who is None or not who.role.reviews or entry.undone or entry.id == first:
        return False
    return entry.action not in (Action.SEEN, Action.UNDO) and (entry.who == who.name or who.role.settles)


def _shared(datasette: Datasette, request: Request) -> dict[str, Any]:
    path = datasette.urls.path
    return {
        "case_root": str(path("/-/case")), "token": request.scope["csrftoken"](),
        "root": str(path("/")).rstrip("/"),
    }  # fmt: skip


async def export(datasette: Datasette, request: Request) -> Response:
    """A folder as CSV for people, or as JSON lines."""
    await layout.allow(datasette, request, layout.database_of(datasette, request))
    key, form = request.url_vars["key"], Ending(request.url_vars["format"])
    root = layout.server_of(datasette, request)

    def read(connection: Connection) -> list[dict[str, Any]]:
        return list(case_contents.records(connection, folders.read_folder(connection, key), root))

    try:
        found = await databases.read(datasette, read)
    except RefusedError as error:
        raise layout.not_found(str(error)) from error
    headers = {"content-disposition": f'attachment; filename="case-{key}.{form}"'}
    body = b"".join(record_tables.encode(form, found, case_contents.COLUMNS))
    return Response(body, headers=headers, content_type=record_tables.MEDIA_TYPES[form])


@json_route
async def open_folders(datasette: Datasette, request: Request, who: Person) -> Any:  # noqa: ARG001 - a handler's signature
    """GET: the folders that something can be added to, and the token to do so; `kind` and `item`: which hold it."""
    kind, item = request.args.get("kind"), request.args.get("item")
    token = request.scope["csrftoken"]()
    found = await databases.read(datasette, folders.folders)
    listed = [
        {
            "key": one.key, "name": one.name, "items": len(one.items),
            "holds": any((held.kind, held.item) == (kind, item) for held in one.items),
        }
        for one in found if not one.closed
    ]  # fmt: skip
    return {"folders": listed, "token": token}


@json_route
async def change(datasette: Datasette, request: Request, who: Person) -> Any:
    """POST {action, folder, kind, item, words, number}: one entry of a folder's log; `create` makes a folder, and puts
    the item into it if one is given."""
    given = await requests.read_body(request)
    action = str(given.get("action"))
    if action not in _CHANGES:
        raise RefusedError(f"Unknown action {action[:40]!r}.")

    def work(connection: Connection) -> Any:
        return {"folder": _CHANGES[action](connection, given, who)}

    return await databases.write(datasette, work)


def _text(given: dict[str, Any], name: str, most: int = folders.MAX_NOTE) -> str:
    return requests.parse_text(given, name, most) or ""


def _kind(given: dict[str, Any]) -> Kind:
    try:
        return Kind(str(given.get("kind")))
    except ValueError as error:
        raise RefusedError(f"A case can hold: {', '.join(Kind)}.") from error


def _create(connection: Connection, given: dict[str, Any], who: Person) -> str:
    key = folders.create(connection, _text(given, "name", folders.MAX_NAME), who.name)
    if given.get("kind"):
        _add(connection, given | {"folder": key}, who)
    return key


def _add(connection: Connection, given: dict[str, Any], who: Person) -> str:
    key, item = _text(given, "folder"), _text(given, "item", folders.MAX_ITEM)
    folders.add(connection, key, _kind(given), item, _text(given, "words"), who.name)
    return key


def _remove(connection: Connection, given: dict[str, Any], who: Person) -> str:
    key = _text(given, "folder")
    folders.remove(connection, key, _kind(given), _text(given, "item", folders.MAX_ITEM), who.name)
    return key


def _note(connection: Connection, given: dict[str, Any], who: Person) -> str:
    key, kind = _text(given, "folder"), _kind(given) if given.get("kind") else None
    item = _text(given, "item", folders.MAX_ITEM) if kind else None
    folders.note(connection, key, _text(given, "words"), who.name, kind, item)
    return key


def _rename(connection: Connection, given: dict[str, Any], who: Person) -> str:
    key = _text(given, "folder")
    folders.rename(connection, key, _text(given, "name", folders.MAX_NAME), who.name)
    return key


def _close(connection: Connection, given: dict[str, Any], who: Person) -> str:
    key = _text(given, "folder")
    folders.close(connection, key, who.name)
    return key


def _seen(connection: Connection, given: dict[str, Any], who: Person) -> str:
    key = _text(given, "folder")
    folders.mark_seen(connection, key, who.name)
    return key


def _undo(connection: Connection, given: dict[str, Any], who: Person) -> str:
    number = requests.parse_number(given, "number")
    entry = folders.entry(connection, number)
    who.check_own(entry.who, "wrote")
    folders.undo(connection, number, who.name)
    return entry.folder


_CHANGES = {
    "create": _create, "add": _add, "remove": _remove, "note": _note, "rename": _rename, "close": _close,
    "seen": _seen, "undo": _undo,
}  # fmt: skip
