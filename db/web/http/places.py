"""Addresses of this server, told from those that a browser reads as another site's."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any


def is_place(path: str) -> bool:
    """Whether an address is a page of this server, and cannot be read as another site's."""
    plain = path.isascii() and path.isprintable() and not set(path) & set('\\;" ')
    return plain and path.startswith("/") and not path.startswith("//") and len(path) < 2000


def is_plain(scope: MutableMapping[str, Any]) -> bool:
    """Datasette answers `/\\host/` with a redirect to `/\\host`, which browsers read as another site; what it does
    not know with a % it redirects to with a ~."""
    return not any(path.startswith(b"//") or b"\\" in path for path in (routed(scope), scope["path"].encode()))


def routed(scope: MutableMapping[str, Any]) -> bytes:
    """The path as Datasette's router reads it: with whatever is encoded in it."""
    raw: bytes = scope.get("raw_path") or scope["path"].encode()
    return raw.partition(b"?")[0]
