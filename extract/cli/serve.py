"""`extract serve`: Datasette over the database, on this machine only."""

from __future__ import annotations

from pathlib import Path

import click

from extract.cli import options


@click.command()
@options.database
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", default=8001, show_default=True, type=click.IntRange(0, 65535), help="The port. 0 picks a free one."
)
@click.option(
    "--name", "hosts", multiple=True, metavar="HOST", help="A host name by which people reach this server; repeatable."
)
@click.option("--open", "open_browser", is_flag=True, help="Open the browser.")
def serve(path: Path, host: str, port: int, hosts: tuple[str, ...], open_browser: bool) -> None:
    """Browse, search and review the claims in the browser. Ctrl-C ends it.

    Without users, only this machine has access. With users (`extract users add`), everyone has to sign in, and
    another --host is allowed. If people connect over a network, put an HTTPS proxy in front.

    \b
    Examples:
      extract serve --open
      extract serve --db elections.db --port 8080
      extract serve --host 0.0.0.0 --name claims.example.org
    """
    from db.serving import serve as run

    run(path, host=host, port=port, open_browser=open_browser, hosts=hosts)
