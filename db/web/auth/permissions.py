"""Permissions that Datasette lacks: a query must not show what a closed table hides."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from db.user_accounts import Role
from db.web import databases
from db.web.auth import accounts
from db.web.http.asgi import Datasette

#: What the words of articles are in. Views, full-text tables, saved queries and SQL hold them too.
_TEXT_TABLES = ("articles", "sentences", "claims")
#: Datasette's insides, and queries of one's own.
_ADMIN_ACTIONS = ("execute-sql", "permissions-debug", "debug-menu")

Actor = dict[str, Any] | None
Later = Callable[[], Awaitable[bool | None]]


def is_allowed(datasette: Datasette, actor: Actor, action: str, resource: Any) -> bool | Later | None:
    """None where nothing stands against it. With users, queries of one's own are for administrators; in a Datasette of
    somebody else's, a table that is closed to somebody closes to them whatever else shows its words."""
    known = accounts.of(datasette)
    if known is not None:
        administers = bool(actor and actor.get("role") == Role.ADMINISTRATOR)
        return administers if known.requires_login and action in _ADMIN_ACTIONS else None
    named = resource if isinstance(resource, tuple) else (resource, None)
    others = action in ("view-query", "execute-sql") or (action == "view-table" and named[1] not in _TEXT_TABLES)
    if not others or named[0] not in databases.of(datasette).names:
        return None

    async def check_tables() -> bool | None:
        for table in _TEXT_TABLES:
            if not await datasette.permission_allowed(actor, "view-table", (named[0], table), default=True):
                return False
        return None

    return check_tables
