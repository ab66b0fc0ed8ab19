"""`extract serve`: Datasette over the database, on this machine only."""

from __future__ import annotations

from pathlib import Path

import click

from extract.cli import options


@click.command()
@options.database
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8001, show_default=True, type=click.IntRange(0, 65535), help="0 picks a free one.")
@click.option("--name", "hosts", multiple=True, metavar="HOST", help="A name this server is called by; repeatable.")
@click.option("--open", "open_browser", is_flag=True, help="Open the browser.")
def serve(path: Path, host: str, port: int, hosts: tuple[str, ...], open_browser: bool) -> None:
    """Browse, search and review the claims in the browser, until Ctrl-C.

    Only this machine gets in, until there are users (`extract users add`): then everybody signs in, and another
    --host may be named. Put a proxy with HTTPS before it when it is reached over a network.

    \b
    Examples:
      extract serve --open
      extract serve --db elections.db --port 8080
      extract serve --host 0.0.0.0 --name claims.example.org
    """
    from db.serving import serve as run

    run(path, host=host, port=port, open_browser=open_browser, hosts=hosts)
