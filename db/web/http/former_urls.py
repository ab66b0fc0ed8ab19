"""Redirects from former addresses, so that links and bookmarks keep working."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

if TYPE_CHECKING:
    from datasette.utils.asgi import Request, Response

#: Former and present names of filters.
_FILTERS = {"state": "standing", "publisher": "outlet", "stories": "copy_clusters"}


async def statements(request: Request) -> Response:
    """From the pages of facts to those of statements."""
    from datasette.utils.asgi import Response

    given = parse_qsl(request.query_string, keep_blank_values=True)
    query = urlencode([(_FILTERS.get(name, name), value) for name, value in given])
    path = request.path.replace("/-/fact", "/-/statement", 1)
    answer: Response = Response.redirect(f"{path}?{query}" if query else path, status=301)
    return answer
