"""Styles and scripts. Their addresses change with their content, so browsers may cache them for good."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from datasette.utils.asgi import NotFound, Request, Response

from db.web.http.asgi import Datasette

_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
_FILES = {
    path.name: path.read_bytes()
    for path in sorted((Path(__file__).parent.parent / "static").iterdir())
    if path.suffix in _TYPES
}
VERSION = sha256(b"".join(_FILES.values())).hexdigest()[:12]


def path(name: str) -> str:
    """The path of an asset from Datasette's root."""
    if name not in _FILES:
        raise KeyError(name)
    return f"/-/extract/{VERSION}/{name}"


def names() -> list[str]:
    return list(_FILES)


def text(name: str) -> str:
    return _FILES[name].decode()


def url(datasette: Datasette, name: str) -> str:
    """The path of an asset, below Datasette's base_url."""
    return str(datasette.urls.path(path(name)))


async def serve(request: Request) -> Response:
    """An asset."""
    name = request.url_vars["name"]
    if name not in _FILES:
        raise NotFound("No such file")
    return _answer(name, "max-age=31536000, immutable")


async def serve_icon() -> Response:
    """The icon that browsers ask for by themselves. Datasette would open a file for each of a thousand requests."""
    return _answer("mark.svg", "max-age=3600")


def _answer(name: str, kept: str) -> Response:
    return Response(_FILES[name], content_type=_TYPES[Path(name).suffix], headers={"Cache-Control": kept})
