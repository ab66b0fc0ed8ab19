"""Serving a database in the browser: Datasette with our plugin and settings, on this machine only."""

from __future__ import annotations

import asyncio
import importlib.metadata
import ipaddress
import os
import socket
import sys
import warnings
import webbrowser
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db import user_accounts
from db.connection import as_it_lies, reader
from db.listening import listen
from extract.errors import ExtractError, UsageError

if TYPE_CHECKING:
    from datasette.app import Datasette

#: Datasette 1 moves queries and settings out of metadata.yml, and ignores what it no longer finds there.
DATASETTE_BEFORE = 1
#: Datasette's settings (they cannot be given in metadata.yml). Suggested facets cost ten times what a page
#: costs; its CSV stream loses rows and says nothing (`extract export` does not).
SETTINGS: dict[str, Any] = {
    "suggest_facets": False,
    "default_page_size": 50,
    "default_facet_size": 10,
    "facet_time_limit_ms": 500,
    "sql_time_limit_ms": 3000,
    "default_cache_ttl": 0,
    "truncate_cells_html": 600,
    "allow_csv_stream": False,
    "allow_download": False,
}


def serve(
    database: Path,
    host: str = "127.0.0.1",
    port: int = 8001,
    open_browser: bool = False,
    hosts: Iterable[str] = (),
    announce: Callable[[str], None] | None = None,
) -> None:
    """Serves `database` until Ctrl-C, and tells `announce` the address once it answers.

    Port 0 takes a free one. `hosts` are names, beside this machine's own, under which requests may come in
    (those of a tunnel or proxy). Raises UsageError for a port that is taken or an address that other machines
    can reach, ExtractError for a Datasette that is too new, and the errors of `db.connection.reader`.
    """
    check_datasette()
    reader(database).close()
    hosts = tuple(hosts)
    user_accounts.check_there(database)
    if not user_accounts.users(database):
        check_loopback(host)
        check_names(hosts)
    with closing(listen(host, port)) as listener:
        taken = listener.getsockname()[1]
        url = f"http://{_in_url(host)}:{taken}/"
        app = application(database, (host, _in_url(host), "localhost", "127.0.0.1", "[::1]", *hosts))
        tell = announce or (lambda words: print(words, flush=True))

        def ready() -> None:
            tell(f"Serving {database} at {url} (Ctrl-C ends it)")
            if open_browser:
                webbrowser.open(url)

        _run(app, listener, ready)


def application(database: Path, hosts: Iterable[str]) -> Datasette:
    """Datasette over a database, with the plugin loaded, answering to these hosts only."""
    from datasette.app import Datasette
    from datasette.plugins import pm

    import db.web
    from db.web import served_files
    from db.web.auth import accounts
    from db.web.http import query_limits
    from db.web.http.security import PLUGIN

    if not pm.is_registered(db.web):  # run from a checkout that is not installed
        pm.register(db.web, name=PLUGIN)
    metadata: dict[str, Any] = {"plugins": {PLUGIN: {"hosts": sorted(set(hosts))}}}
    user_accounts.check_private(database)
    secret = os.environ.get("DATASETTE_SECRET") or user_accounts.secret(
        database
    )  # signed cookies then outlive a restart
    places = {"immutables": [str(database)]} if as_it_lies(database) else {"files": [str(database)]}
    datasette = Datasette(**places, settings=SETTINGS, metadata=metadata, secret=secret)
    accounts.register(datasette, database)
    served_files.watch(datasette, database)
    for served in datasette.databases.values():
        query_limits.limit_time(served, datasette.setting("sql_time_limit_ms"))
    return datasette


def check_datasette() -> None:
    """Refuses, in words, a Datasette that would ignore part of metadata.yml."""
    version = importlib.metadata.version("datasette")
    major = version.split(".", 1)[0]
    if not major.isdigit() or int(major) >= DATASETTE_BEFORE:
        raise ExtractError(
            f"Datasette {version} is installed, which does not work with extract: "
            f"pip install 'datasette>=0.65.5,<{DATASETTE_BEFORE}'"
        )


def check_loopback(host: str) -> None:
    """Refuses an address that other machines can reach: whoever reaches it reads everything."""
    if not _is_loopback(host):
        raise UsageError(
            f"Other machines can reach {host or 'every address'}, and anyone there could read everything. Use --host "
            "127.0.0.1, or add users first (`extract users add NAME --role administrator`)."
        )


def check_names(hosts: Iterable[str]) -> None:
    """Refuses a name of a proxy: whoever reaches the proxy reaches the server."""
    for host in hosts:
        if not _is_loopback(host):
            raise UsageError(
                f"--name {host} is for a proxy or tunnel, but there are no users: anyone who reaches {host} could read "
                "and decide everything. Add users first (`extract users add NAME --role administrator`), or leave out "
                "--name."
            )


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _run(datasette: Datasette, listener: socket.socket, ready: Callable[[], None]) -> None:
    import uvicorn

    from db.connections import Connection
    from db.server import Server
    from db.web import served_files

    # Threads that answer take turns at the interpreter: at Python's own 5 ms a decision would wait for three of them.
    sys.setswitchinterval(0.0005)
    # Datasette does not wait for the other facets where one of them names no column.
    warnings.filterwarnings("ignore", "coroutine '.*([Ff]acet|TableView).*' was never awaited", RuntimeWarning)

    async def serving() -> None:
        await datasette.invoke_startup()
        config = uvicorn.Config(
            datasette.app(), http=Connection, log_level="error", lifespan="on", ws="none", server_header=False
        )
        await Server(config, ready, lambda: served_files.save_before_move(datasette)).serve(sockets=[listener])

    with suppress(KeyboardInterrupt):  # the end that was asked for
        asyncio.run(serving())
