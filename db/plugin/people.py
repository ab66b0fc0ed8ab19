"""Who is at the page. The session says so, never a request: with users, whom the sign-in cookie names; without
any, whoever may use this machine, under the name that the server was started with."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from db.plugin.guard import PLUGIN
from db.users import Role

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    role: Role


def person(datasette: Datasette, request: Request) -> Person | None:
    """Who asks; None for somebody who has not signed in where one must."""
    users = (datasette.plugin_config(PLUGIN) or {}).get("users") or {}
    if not users:
        return Person(local_name(), Role.ADMINISTRATOR)
    name = str((request.actor or {}).get("id"))
    return Person(name, Role(users[name])) if name in users else None


@cache
def local_name() -> str:
    """Who started the server; containers may have no name for them."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "reviewer"
