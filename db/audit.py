"""The audit log: what administrators did in the browser beside reviewing. Passwords are never in it."""

from __future__ import annotations

from dataclasses import dataclass

from db import chain
from db.chain import Log
from db.clock import now
from db.sqlite import Connection

_INSERT = 'INSERT INTO audit_entries (action, details, who, "at") VALUES (?, ?, ?, ?)'
_LATEST = 'SELECT id, action, details, who, "at" FROM audit_entries ORDER BY id DESC LIMIT ?'


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act; `at` is UTC."""

    id: int
    action: str
    details: str | None
    who: str
    at: str


def record(connection: Connection, action: str, details: str | None, who: str) -> int:
    """Appends an entry, inside the transaction that is open; returns its number."""
    return chain.write(connection, Log.AUDIT, _INSERT, (action, details, who, now()))


def latest(connection: Connection, limit: int = 50) -> list[AuditEntry]:
    """The newest entries first."""
    return [AuditEntry(*row) for row in connection.execute(_LATEST, (limit,))]
