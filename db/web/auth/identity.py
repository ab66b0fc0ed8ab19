"""Who is at the page. With users, the session cookie says so; without any, it is the user of this machine."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass

from datasette.utils.asgi import Request

from db.reviews.decisions import RefusedError
from db.user_accounts import Role, local_name
from db.web.auth import accounts
from db.web.http.asgi import Datasette


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    role: Role

    def check_own(self, by: str, action: str) -> None:
        """Everybody takes back what is theirs; an administrator what is anybody's. Raises RefusedError."""
        if by != self.name and not self.role.settles:
            raise RefusedError(f"{by} {action} this. Only {by} or an administrator can undo it.")


def find_person(datasette: Datasette, request: Request) -> Person | None:
    """Who asks; None for somebody who has not signed in where one must, and for everybody in a Datasette that
    `extract serve` did not start: nobody knows whom that lets in."""
    known = accounts.of(datasette)
    if known is None:
        return None
    if not known.requires_login:
        return Person(local_name(), Role.ADMINISTRATOR)
    user = known.users.get(str(request.actor.get("id"))) if request.actor else None
    return Person(user.name, user.role) if user else None


#: The request that a page is being made for; each request is a context of its own.
_current_request: ContextVar[Request | None] = ContextVar("asking", default=None)


def remember(request: Request) -> None:
    _current_request.set(request)


def current_request() -> Request:
    """The request that a page is being made for. Raises LookupError outside of one."""
    request = _current_request.get()
    if request is None:
        raise LookupError("no page is being made")
    return request


def may_review(datasette: Datasette, request: Request | None = None) -> bool:
    """Whether a page that is being made (for this request, else the one remembered) may offer reviewing."""
    request = request or _current_request.get()
    who = find_person(datasette, request) if request else None
    return who is not None and who.role.reviews


def page_session(datasette: Datasette) -> tuple[str, str] | None:
    """For the head of a page: whose session it is, and the token to end it with; None where nobody signs in."""
    request = _current_request.get()
    if request is None or not request.actor:
        return None
    who = find_person(datasette, request)
    return (who.name, request.scope["csrftoken"]()) if who else None
