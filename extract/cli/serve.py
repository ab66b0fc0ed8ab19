"""`extract serve`: Datasette over the database, on this machine only."""

from __future__ import annotations

from pathlib import Path

import click

from extract.cli import options


@click.command()
@options.database
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8001, show_default=True, type=click.IntRange(0, 65535), help="0 picks a free one.")
@click.option("--open", "open_browser", is_flag=True, help="Open the browser.")
def serve(path: Path, host: str, port: int, open_browser: bool) -> None:
    """Browse, search and review the claims in the browser, until Ctrl-C.

    \b
    Examples:
      extract serve --open
      extract serve --db elections.db --port 8080
    """
    from db.serving import serve as run

    run(path, host=host, port=port, open_browser=open_browser)
