"""Who may come in, as the file of users says now: whoever is taken out, gets another role or another password is
so at once, in sessions that are open too."""

from __future__ import annotations

import asyncio
import hashlib
import time
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from db.plugin.lockout import Lockout
from db.users import User, file_of, hashed, users
from extract.errors import DatabaseError

if TYPE_CHECKING:
    from datasette.app import Datasette

#: How long a session lasts (seconds).
LASTS = 7 * 24 * 3600
#: Passwords that may wait to be looked at. One takes a third of a second, and each after the other.
MOST_WAITING = 20

_Stamp = tuple[int, int, int] | None


class BusyError(Exception):
    """More passwords wait to be looked at than can be."""


@dataclass(slots=True)
class Roster:
    """The users of a database that is served. Where there were any, nobody comes in without a name, whatever
    becomes of the file: taking out the last one, or damaging it, opens nothing."""

    database: Path
    users: dict[str, User] = field(default_factory=dict)
    closed: bool = False
    lockout: Lockout = field(default_factory=Lockout)
    _stamp: _Stamp = None
    _waiting: int = 0
    _one: asyncio.Lock = field(default_factory=asyncio.Lock)

    def look(self) -> None:
        """Reads the file again if it is another than before."""
        stamp = _stamp(file_of(self.database))
        if stamp == self._stamp:
            return
        try:
            self.users = users(self.database)
        except DatabaseError:
            self.users, self.closed = {}, True
        self.closed = self.closed or bool(self.users)
        self._stamp = stamp

    async def is_right(self, name: str, password: str) -> bool:
        """Whether this is the password of a user of this name; as slow for a name that there is none of. Raises
        BusyError."""
        from datasette_auth_passwords.utils import verify_password

        if self._waiting >= MOST_WAITING:
            raise BusyError
        self._waiting += 1
        try:
            async with self._one:
                user = self.users.get(name)
                kept = user.password if user else await asyncio.to_thread(_nobody_s)
                right = await asyncio.to_thread(verify_password, password, kept)
        finally:
            self._waiting -= 1
        return bool(right) and user is not None


def _stamp(path: Path) -> _Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


@cache
def _nobody_s() -> str:
    return hashed("a password that nobody has")


_rosters: WeakKeyDictionary[Datasette, Roster] = WeakKeyDictionary()


def keep(datasette: Datasette, database: Path) -> Roster:
    """For what `extract serve` serves: from now on its file of users says who comes in."""
    _rosters[datasette] = roster = Roster(database)
    roster.look()
    return roster


def of(datasette: Datasette) -> Roster | None:
    """None for a Datasette that `extract serve` did not start: there everybody only reads."""
    return _rosters.get(datasette)


def session(datasette: Datasette, user: User) -> str:
    """What a cookie holds of somebody who gave the right password: signed, for a while, and for this password only."""
    from datasette.utils import baseconv

    until = baseconv.base62.encode(int(time.time() + LASTS))
    return str(datasette.sign({"a": {"id": user.name, "of": _print(user)}, "e": until}, "actor"))


def holder(datasette: Datasette, roster: Roster, cookie: str) -> User | None:
    """Whose session a cookie is: nobody's if it was not made here, has run out, or is of another password."""
    from datasette.utils import baseconv
    from itsdangerous import BadSignature

    try:
        match datasette.unsign(cookie, "actor"):
            case {"a": {"id": str(name), "of": str(of_password)}, "e": str(until)}:
                user = roster.users.get(name)
                held = user is not None and _print(user) == of_password
                return user if held and time.time() < int(baseconv.base62.decode(until)) else None
    except (BadSignature, ValueError):
        pass
    return None


def _print(user: User) -> str:
    """Differs for each password that somebody sets, and says nothing of it."""
    return hashlib.sha256(user.password.encode()).hexdigest()[:16]
