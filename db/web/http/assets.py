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
    name = request.url_vars["name"]
    if name not in _FILES:
        raise NotFound("No such file")
    kind = _TYPES[Path(name).suffix]
    return Response(_FILES[name], content_type=kind, headers={"Cache-Control": "max-age=31536000, immutable"})
