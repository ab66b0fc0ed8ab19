"""Who may come in, and as what: a file beside the database, `NAME.users`, that only its owner may read.

Not in the database, for that is handed around and its every table can be asked by whoever may read it. Passwords
are kept as PBKDF2-SHA256 hashes with a salt each, as datasette-auth-passwords makes them.
"""

from __future__ import annotations

import getpass
import json
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from secrets import token_hex

from db.clock import now
from db.database_files import part_beside
from extract.errors import DatabaseError, ReadOnlyDatabaseError, UsageError

#: A short one is guessed in hours, whatever its letters (NIST SP 800-63B asks for 8 at least).
SHORTEST = 10
_NAME = re.compile(r"[\w.@+-]{1,64}")


class Role(StrEnum):
    """What a person may: look; review too; settle disputes and take back what others decided too."""

    READER = "reader"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"

    @property
    def reviews(self) -> bool:
        return self is not Role.READER

    @property
    def settles(self) -> bool:
        return self is Role.ADMINISTRATOR


@dataclass(frozen=True, slots=True)
class User:
    """`added` is UTC."""

    name: str
    role: Role
    password: str
    added: str


@cache
def local_name() -> str:
    """Who uses this machine; containers may have no name for them."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def file_of(database: Path) -> Path:
    return database.with_name(f"{database.name}.users")


def _lock_of(database: Path) -> Path:
    return database.with_name(f"{database.name}.users-lock")


def users(database: Path) -> dict[str, User]:
    """By name; none where there is no such file. Raises DatabaseError for a file that is no list of users."""
    return _read(database)[1]


def secret(database: Path) -> str | None:
    """What sign-in cookies are signed with: the same after a restart, so that nobody has to sign in again."""
    return _read(database)[0]


def check_there(database: Path) -> None:
    """Raises DatabaseError where users were added and their list is gone: without it everybody would be let in."""
    if had_users(database) and not file_of(database).exists():
        raise DatabaseError(
            f"{file_of(database)} is missing. This database had users, and without the file nobody can sign in. "
            "Put the file back, or add users again (`extract users add`). To serve the database to this machine only, "
            f"without sign-in, delete {_lock_of(database)}."
        )


def had_users(database: Path) -> bool:
    """Whether users were ever added, as the file shows by which changes wait for each other; it stays."""
    return _lock_of(database).exists()


def check_private(database: Path) -> None:
    """Raises DatabaseError for a file of users that others on this machine may read (a copy made by hand, say): it
    holds what sessions are signed with."""
    path = file_of(database)
    with suppress(FileNotFoundError):
        if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise DatabaseError(
                f"Other users of this machine can read {path}, and could sign in as anyone. Run: chmod 600 {path}"
            )


def _read(database: Path) -> tuple[str | None, dict[str, User]]:
    path = file_of(database)
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        known = [User(one["name"], Role(one["role"]), one["password"], one["added"]) for one in found["users"]]
        return str(found["secret"]), {user.name: user for user in known}
    except FileNotFoundError:
        return None, {}
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise DatabaseError(
            f"{path} cannot be read as a list of users ({error}). Repair it, or move it away and add them again."
        ) from error


def add(database: Path, name: str, role: Role, password: str) -> User:
    """A further user. Raises UsageError for a name that is taken or odd, or a password that is too short."""
    if not _NAME.fullmatch(name):
        raise UsageError(f"{name!r} is not a valid user name. Use letters, digits and . _ @ + - (at most 64).")
    if name == "root":  # Datasette shows more to one of this name
        raise UsageError("The user name 'root' is not allowed. Use a person's name.")
    _refuse_taken(users(database), name)
    user = User(name, role, hashed(password), now())
    with _alone(database):
        known = users(database)
        _refuse_taken(known, name)
        _write(database, {**known, name: user})
    return user


def change(database: Path, name: str, *, role: Role | None = None, password: str | None = None) -> User:
    """Another role or password. Raises UsageError as `add`."""
    _known(users(database), name)
    new = hashed(password) if password is not None else None
    with _alone(database):
        known = users(database)
        user = _known(known, name)
        user = replace(user, role=role or user.role, password=new or user.password)
        _write(database, {**known, name: user})
    return user


def remove(database: Path, name: str) -> None:
    """Takes somebody out; what they decided stays, under their name."""
    _known(users(database), name)  # before anything is made beside the database
    with _alone(database):
        known = users(database)
        _known(known, name)
        _write(database, {n: user for n, user in known.items() if n != name})


@contextmanager
def _alone(database: Path) -> Iterator[None]:
    """One program at a time reads, changes and writes; a password is hashed before, for that takes a third of a second.

    The lock is on a file of its own, since the list is replaced, and that file stays: whoever waits has it open.
    """
    try:
        handle = os.open(_lock_of(database), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise _unwritable(file_of(database), error) from error
    try:
        _wait_for(handle)
        yield
    finally:
        os.close(handle)


def _wait_for(handle: int) -> None:
    """The lock of a file. Where a system (Windows) or a disk has no such locks nobody waits, and of two changes at once
    the later one stays."""
    with suppress(ImportError, OSError):
        from fcntl import LOCK_EX, flock

        flock(handle, LOCK_EX)


def hashed(password: str) -> str:
    """Raises UsageError for a password that is too short."""
    from datasette_auth_passwords.utils import hash_password

    if len(password) < SHORTEST:
        raise UsageError(f"A password has at least {SHORTEST} characters.")
    return str(hash_password(password))


def _refuse_taken(known: dict[str, User], name: str) -> None:
    if name in known:
        raise UsageError(f"There is a user {name!r} already. `extract users password {name}` changes the password.")


def _known(known: dict[str, User], name: str) -> User:
    user = known.get(name)
    if user is None:
        raise UsageError(f"There is no user {name!r}. `extract users list` lists them.")
    return user


def _write(database: Path, known: dict[str, User]) -> None:
    """Whole or not at all, and from the first byte on for its owner's eyes only. Within `_alone`, the secret too."""
    path = file_of(database)
    listed = [asdict(user) for user in sorted(known.values(), key=lambda u: u.name)]
    content = json.dumps({"secret": secret(database) or token_hex(32), "users": listed}, indent=1)
    try:
        with part_beside(path) as part:
            part.write_text(content + "\n", encoding="utf-8")
            part.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> ReadOnlyDatabaseError:
    return ReadOnlyDatabaseError(f"{path} cannot be written ({error.strerror}). Check the permissions of its folder.")
