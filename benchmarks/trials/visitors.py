"""People with sessions at a server of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import httpx

from benchmarks.trials.ground import copied, expect, kept, reviewed
from db import user_accounts
from db.user_accounts import Role
from tests.doors import PASSWORD

#: By name. Those who may decide come first.
PEOPLE: dict[str, Role] = {
    "ada": Role.ADMINISTRATOR, "ben": Role.REVIEWER, "cleo": Role.REVIEWER, "dora": Role.REVIEWER, "emil": Role.READER,
}  # fmt: skip


@cache
def peopled() -> Path:
    """A folder with a reviewed database and all these users."""
    folder = kept() / "peopled"
    path = copied(reviewed(), folder)
    for name, role in PEOPLE.items():
        user_accounts.add(path, name, role, PASSWORD)
    return folder


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody with a session, or without one. `token`: against forgery."""

    role: Role | None
    client: httpx.Client
    token: str
    name: str | None = None

    def sign_in(self) -> None:
        """Begins a session, if this is somebody with a name."""
        if self.name:
            form = {"username": self.name, "password": PASSWORD, "csrftoken": self.token}
            answer = self.client.post("/-/login", data=form)
            expect(answer.status_code == 302, f"{self.name} can sign in: {answer.status_code}")

    @property
    def cookies(self) -> dict[str, str]:
        return dict(self.client.cookies)


@contextmanager
def visiting(url: str, names: tuple[str | None, ...] = ("ada", "ben", "emil", None)) -> Iterator[list[Visitor]]:
    """People who sign in at a server; None: somebody who does not."""
    with ExitStack() as stack:
        found = []
        for name in names:
            client = stack.enter_context(httpx.Client(base_url=url, timeout=60))
            token = client.get("/-/login").cookies["ds_csrftoken"]
            found.append(Visitor(PEOPLE.get(name or ""), client, token, name))
            found[-1].sign_in()
        yield found


@contextmanager
def returning(url: str, cookies: Mapping[str, str]) -> Iterator[Visitor]:
    """Somebody whose session is from before the server was started again."""
    with httpx.Client(base_url=url, timeout=60, cookies=dict(cookies)) as client:
        yield Visitor(None, client, cookies["ds_csrftoken"])
