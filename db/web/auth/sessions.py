"""Sessions: a signed cookie that names a user, for a while and for this password only."""

from __future__ import annotations

import hashlib
import time

from db.user_accounts import User
from db.web.auth.accounts import Accounts
from db.web.http.asgi import Datasette

#: How long a session lasts (seconds).
SESSION_SECONDS = 7 * 24 * 3600


def make_session(datasette: Datasette, user: User) -> str:
    """What a cookie holds of somebody who gave the right password: signed, for a while, and for this password only."""
    from datasette.utils import baseconv

    until = baseconv.base62.encode(int(time.time() + SESSION_SECONDS))
    return str(datasette.sign({"a": {"id": user.name, "of": _password_hash(user)}, "e": until}, "actor"))


def find_user(datasette: Datasette, known: Accounts, cookie: str) -> User | None:
    """Whose session a cookie is: nobody's if it was not made here, has run out, or is of another password."""
    from datasette.utils import baseconv
    from itsdangerous import BadSignature

    try:
        match datasette.unsign(cookie, "actor"):
            case {"a": {"id": str(name), "of": str(of_password)}, "e": str(until)}:
                user = known.users.get(name)
                held = user is not None and _password_hash(user) == of_password
                return user if held and time.time() < int(baseconv.base62.decode(until)) else None
    except (BadSignature, ValueError):
        pass
    return None


def _password_hash(user: User) -> str:
    """Differs for each password that somebody sets, and says nothing of it."""
    return hashlib.sha256(user.password.encode()).hexdigest()[:16]
