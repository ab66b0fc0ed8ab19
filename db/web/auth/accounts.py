"""The users of a served database, as the file of users has them now. A change applies at once, in open sessions too."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from weakref import WeakKeyDictionary

from db.user_accounts import User, file_of, had_users, hashed, users
from db.web.auth.lockout import Lockout
from db.web.http.asgi import Datasette
from extract.errors import DatabaseError

#: Passwords of users that may wait to be looked at. One takes a third of a second, and each after the other.
MAX_WAITING = 20
#: Seconds in whose multiples a wrong password is answered, so that the time does not tell whether there is such a name.
ANSWER_STEP_SECONDS = 0.5

_Stamp = tuple[int, int, int, int] | None
#: Of a file that was not looked at, or could not be read: the next look reads it.
_UNREAD = (0, 0, 0, 0)


class BusyError(Exception):
    """More passwords wait to be looked at than can be."""


@dataclass(slots=True)
class Accounts:
    """The users of a database that is served. Where there were any, nobody comes in without a name, whatever
    becomes of the file: taking out the last one, or damaging it, opens nothing."""

    database: Path
    users: dict[str, User] = field(default_factory=dict)
    requires_login: bool = False
    lockout: Lockout = field(default_factory=Lockout)
    _stamp: _Stamp = _UNREAD
    _waiting: int = 0
    _cost: float = 0.0
    _hasher: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "passwords"))

    def refresh(self) -> None:
        """Reads the file again if it is another than before."""
        stamp = _stamp(file_of(self.database))
        if stamp == self._stamp:
            return
        try:
            self.users = users(self.database)
        except DatabaseError:
            self.users, self.requires_login, self._stamp = {}, True, _UNREAD
            return
        self.requires_login = self.requires_login or bool(self.users) or (stamp is None and had_users(self.database))
        self._stamp = stamp

    async def is_password(self, name: str, password: str) -> bool:
        """Whether this is the password of a user of this name. Raises BusyError.

        A name that there is none of waits as long and takes no turn: whoever makes up names keeps nobody waiting.
        """
        if self._waiting >= MAX_WAITING:
            raise BusyError
        began, user = time.monotonic(), self.users.get(name)
        if user is not None and await self._matches(password, user.password):
            return True
        if user is None:
            turn = self._waiting + 1
            await asyncio.sleep(turn * (self._cost or await self._measured()))
        await asyncio.sleep(-(time.monotonic() - began) % ANSWER_STEP_SECONDS)
        return False

    async def _matches(self, password: str, kept: str) -> bool:
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._hasher, self._look_at, password, kept)
        finally:
            self._waiting -= 1

    def _look_at(self, password: str, kept: str) -> bool:
        from datasette_auth_passwords.utils import verify_password

        began = time.monotonic()
        right = verify_password(password, kept)
        self._cost = time.monotonic() - began
        return bool(right)

    async def _measured(self) -> float:
        """Seconds that a password takes, before one of a user was looked at."""
        await asyncio.get_running_loop().run_in_executor(self._hasher, self._measure)
        return self._cost

    def _measure(self) -> None:
        if not self._cost:
            self._look_at("a password that nobody has", hashed("another one of these"))


def _stamp(path: Path) -> _Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


_accounts: WeakKeyDictionary[Datasette, Accounts] = WeakKeyDictionary()


def register(datasette: Datasette, database: Path) -> Accounts:
    """For what `extract serve` serves: from now on its file of users says who comes in."""
    _accounts[datasette] = found = Accounts(database)
    found.refresh()
    return found


def of(datasette: Datasette) -> Accounts | None:
    """None for a Datasette that `extract serve` did not start: there everybody only reads."""
    return _accounts.get(datasette)
