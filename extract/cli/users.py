"""`extract users`: who may sign in, and as what."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from db import user_accounts as people
from db.user_accounts import Role
from extract.cli import options
from extract.cli.printing import print_json
from extract.cli.terminal_tables import print_table

_role = click.option(
    "--role", type=click.Choice([role.value for role in Role]), default=Role.REVIEWER.value, show_default=True,
    help="reader: may read; reviewer: may also decide; administrator: may also settle disputes.",
)  # fmt: skip


@click.group()
def users() -> None:
    """Manage users. As soon as there is one, `extract serve` asks everyone to sign in.

    Users are stored beside the database, in FILE.users, with hashed passwords. Changes apply at once, also to
    people who are signed in.

    \b
    Examples:
      extract users add ada --role administrator
      extract users add ben
      extract users list
    """


@users.command()
@click.argument("name")
@_role
@options.database
def add(name: str, role: str, path: Path) -> None:
    """Add a user. Asks for the password, or reads it from a pipe.

    \b
    Example:
      extract users add ada --role administrator
    """
    user = people.add(path, name, Role(role), _password())
    if not path.exists():
        click.echo(f"There is no database {path} yet. Check --db. The user was added all the same.", err=True)
    click.echo(f"{user.name} added with the role {user.role}.", err=True)


@users.command()
@click.argument("name")
@options.database
def password(name: str, path: Path) -> None:
    """Change a user's password.

    \b
    Example:
      extract users password ada
    """
    people.change(path, name, password=_password())
    click.echo(f"Password of {name} changed.", err=True)


@users.command()
@click.argument("name")
@_role
@options.database
def role(name: str, role: str, path: Path) -> None:
    """Change a user's role.

    \b
    Example:
      extract users role ben --role reader
    """
    people.change(path, name, role=Role(role))
    click.echo(f"Role of {name} changed to {role}.", err=True)


@users.command()
@click.argument("name")
@options.database
def remove(name: str, path: Path) -> None:
    """Remove a user. Their decisions stay, under their name.

    \b
    Example:
      extract users remove ben
    """
    people.remove(path, name)
    click.echo(f"User {name} removed.", err=True)


@users.command("list")
@options.database
@options.as_json
def list_users(path: Path, as_json: bool) -> None:
    """List the users and their roles.

    \b
    Example:
      extract users list
    """
    known = people.users(path).values()
    if as_json:
        for user in known:
            print_json({"name": user.name, "role": user.role.value, "added": user.added})
        return
    print_table(("name", "role", "added"), ((user.name, user.role.value, user.added) for user in known))
    if not known:
        click.echo("There are no users, so nobody has to sign in.", err=True)


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    return str(click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
