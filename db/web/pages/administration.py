"""Administration in the browser: users, confidence, extraction, copies, the audit log; and everybody's own password."""

from __future__ import annotations

import asyncio
import re
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from datasette.utils.asgi import Forbidden, Request, Response

from db import audit, calibration, user_accounts
from db.reviews.decisions import RefusedError
from db.sqlite import Connection
from db.user_accounts import Role, User
from db.web import databases, jobs
from db.web.auth import accounts, sessions
from db.web.auth.accounts import Accounts
from db.web.auth.identity import Person, find_person
from db.web.http import requests
from db.web.http.asgi import Datasette
from db.web.http.responses import NotAllowedError, account_route, administrator_route
from db.web.pages import layout
from extract.errors import UsageError

#: Names of spaCy's models, and of folders with one: nothing that a command line could take for an option.
_MODEL = re.compile(r"[A-Za-z][A-Za-z0-9_.]{0,60}")
_MAX_PASSWORD = 1000


async def page(datasette: Datasette, request: Request) -> Response:
    """All that an administrator sets, and what was done."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    who = find_person(datasette, request)
    if who is None or not who.role.settles:
        raise Forbidden("Sign in as an administrator to see this page.")
    known = accounts.of(datasette)
    path = Path(databases.database(datasette).path)
    entries = await databases.read(datasette, audit.latest)
    context = {
        "who": who.name, "users": sorted(known.users.values(), key=lambda user: user.name) if known else [],
        "roles": list(Role), "shortest": user_accounts.SHORTEST, "copies": _copies(path), "entries": entries,
        "job": jobs.current(datasette), "file": path.name, "token": request.scope["csrftoken"](),
        "administration_root": str(datasette.urls.path("/-/administration")),
        "progress_link": str(datasette.urls.path("/-/review/progress")),
        "assignments_link": str(datasette.urls.path("/-/review/assignments")),
    }  # fmt: skip
    return layout.render(datasette, "extract_administration.html", database, context)


async def account(datasette: Datasette, request: Request) -> Response:
    """Who is signed in, and the form for another password."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    who = find_person(datasette, request)
    known = accounts.of(datasette)
    context = {
        "who": who, "shortest": user_accounts.SHORTEST, "requires_login": bool(known and known.requires_login),
        "account_root": str(datasette.urls.path("/-/account")), "token": request.scope["csrftoken"](),
        "administration_link": str(datasette.urls.path("/-/administration")),
    }  # fmt: skip
    return layout.render(datasette, "extract_account.html", database, context)


# --- users


@administrator_route
async def change_user(datasette: Datasette, request: Request, who: Person) -> Any:
    """POST {action: add, role, password or remove; name, role, password}: takes effect at once."""
    given = await requests.read_body(request)
    known, action = _known(datasette), str(given.get("action"))
    name = requests.parse_text(given, "name", 64) or ""
    if action not in ("add", "role", "password", "remove"):
        raise RefusedError(f"Unknown action {action[:40]!r}.")
    role = _role(given) if action in ("add", "role") else None
    password = requests.parse_text(given, "password", _MAX_PASSWORD) or ""
    _keep_an_administrator(known, action, name, role)
    try:
        await asyncio.to_thread(_change, known.database, action, name, role, password)
    except UsageError as error:
        raise RefusedError(str(error).replace("`extract users list` lists them.", "").strip()) from error
    known.refresh()
    done = {"add": f"{name} as {role}", "role": f"{name}: {role}"}.get(action, name)
    words = {"add": "add user", "role": "change role", "password": "reset password", "remove": "remove user"}[action]
    await databases.write(datasette, lambda connection: audit.record(connection, words, done, who.name))
    return {"users": len(known.users)}


def _known(datasette: Datasette) -> Accounts:
    known = accounts.of(datasette)
    if known is None:
        raise NotAllowedError("Users are managed where `extract serve` runs.")
    known.refresh()
    return known


def _role(given: dict[str, Any]) -> Role:
    try:
        return Role(str(given.get("role")))
    except ValueError as error:
        raise RefusedError(f"Unknown role. Use one of: {', '.join(Role)}.") from error


def _keep_an_administrator(known: Accounts, action: str, name: str, role: Role | None) -> None:
    """Without one, nobody could change anything here any more."""
    administrators = {user.name for user in known.users.values() if user.role.settles}
    if action == "add" and not administrators and role is not Role.ADMINISTRATOR:
        raise RefusedError("The first user must be an administrator.")
    loses = action == "remove" or (action == "role" and role is not Role.ADMINISTRATOR)
    if loses and administrators == {name}:
        raise RefusedError("This is the only administrator. Make someone else an administrator first.")


def _change(database: Path, action: str, name: str, role: Role | None, password: str) -> None:
    if action == "add" and role:
        user_accounts.add(database, name, role, password)
    elif action == "remove":
        user_accounts.remove(database, name)
    else:
        user_accounts.change(database, name, role=role, password=password if action == "password" else None)


@account_route
async def change_own_password(datasette: Datasette, request: Request, who: Person) -> Any:
    """POST {current, password}: another password; all other sessions of this person end."""
    given = await requests.read_body(request)
    known = _known(datasette)
    user: User | None = known.users.get(who.name)
    if user is None:
        raise RefusedError("There are no users, so there is no password to change.")
    current = requests.parse_text(given, "current", _MAX_PASSWORD) or ""
    if wait := known.lockout.wait(who.name):
        raise RefusedError(f"Too many wrong passwords. Try again in {wait} seconds.")
    known.lockout.note(who.name, right=False, known=True)
    try:
        right = await known.is_password(who.name, current)
    except accounts.BusyError as error:
        known.lockout.take_back(who.name, True)
        raise RefusedError("Too many people are signing in right now. Try again in a few seconds.") from error
    if not right:
        raise RefusedError("The current password is wrong.")
    known.lockout.note(who.name, right=True)
    new = requests.parse_text(given, "password", _MAX_PASSWORD) or ""
    try:
        await asyncio.to_thread(_change, known.database, "password", who.name, None, new)
    except UsageError as error:
        raise RefusedError(str(error)) from error
    known.refresh()
    await databases.write(datasette, lambda c: audit.record(c, "change own password", who.name, who.name))
    answer: Response = Response.json({}, headers={"cache-control": "no-store"})
    held = sessions.make_session(datasette, known.users[who.name])
    answer.set_cookie("ds_actor", held, max_age=sessions.SESSION_SECONDS, httponly=True)
    return answer


# --- confidence


@administrator_route
async def calibrate(datasette: Datasette, request: Request, who: Person) -> Any:
    """POST {preview, reset}: refits confidence to the reviews, or goes back to the shipped weights."""
    given = await requests.read_body(request, "preview", "reset")
    preview, back = bool(given.get("preview")), bool(given.get("reset"))

    def work(connection: Connection) -> Any:
        try:
            if back:
                done: Any = calibration.reset(connection, who.name, rehearse=preview)
                better = True
            else:
                done = calibration.calibrate(connection, who.name, rehearse=preview)
                better = done.better
        except UsageError as error:
            raise RefusedError(str(error)) from error
        if not preview:
            audit.record(connection, "reset calibration" if back else "calibrate", f"{done.claims:,} claims", who.name)
        return {**asdict(done), "better": better}

    return await (databases.read if preview else databases.write)(datasette, work)


# --- extraction and copies


@administrator_route
async def reextract(datasette: Datasette, request: Request, who: Person) -> Any:
    """POST {preview, model}: extracts again from the stored texts, in a process of its own."""
    given = await requests.read_body(request, "preview", "model")
    model = requests.parse_text(given, "model", 61)
    if model and not _MODEL.fullmatch(model):
        raise RefusedError("The name of a model has letters, digits, _ and . only.")
    preview = bool(given.get("preview"))
    arguments = ["reextract", "--db", _path(datasette), *(["--model", model] if model else [])]
    name = f"{'preview extraction' if preview else 'extract again'}{f' with {model}' if model else ''}"
    return _told(await jobs.start(datasette, name, [*arguments, *(["--dry-run"] if preview else [])], who.name))


@administrator_route
async def back_up(datasette: Datasette, request: Request, who: Person) -> Any:
    """POST {}: a checked copy of the database beside it, in a process of its own."""
    if await requests.read_body(request):
        raise RefusedError("A backup takes no fields.")
    path = Path(_path(datasette))
    copy = path.with_name(f"{path.stem}-{datetime.now(UTC):%Y-%m-%d-%H%M%S}{_BACKUP}")
    arguments = ["backup", str(copy), "--db", str(path)]
    return _told(await jobs.start(datasette, f"backup {copy.name}", arguments, who.name))


_BACKUP = ".backup.db"


def _copies(path: Path) -> list[tuple[str, int, str]]:
    """The copies beside a database, newest first: name, bytes, when it was made (UTC)."""
    found = []
    for copy in sorted(path.parent.glob(f"{path.stem}-*{_BACKUP}"), reverse=True):
        stat = copy.stat()
        made = datetime.fromtimestamp(stat.st_mtime, UTC).isoformat(timespec="minutes")
        found.append((copy.name, stat.st_size, made))
    return found


def _path(datasette: Datasette) -> str:
    served = databases.database(datasette)
    if not served.is_mutable:
        raise RefusedError("The database is open for reading only.")
    return str(Path(served.path).resolve())


@administrator_route
async def job(datasette: Datasette, request: Request, who: Person) -> Any:  # noqa: ARG001 - a handler's signature
    """GET: the job that runs, or ran last."""
    found = jobs.current(datasette)
    return {"job": _told(found) if found else None}


def _told(found: jobs.Job) -> dict[str, Any]:
    return {name: getattr(found, name) for name in ("name", "who", "began", "output", "ended", "code")}
