"""What went wrong with a member or a container, as a row for `failures`."""

from __future__ import annotations

from collections.abc import Iterator

from extract.errors import BrokenContainerError, ExtractError
from extract.model import Failure


def failed(source: str, error: Exception) -> Failure:
    """The failure of `source`: a deliberate error's own words, or what the library below said of the damage."""
    if isinstance(error, ExtractError):
        words = str(error)
        return Failure(source, None, type(error).__name__, words if source in words else f"{source}: {words}")
    words = " ".join(str(error).split())[:200] or type(error).__name__
    return Failure(
        source,
        None,
        BrokenContainerError.__name__,
        f"{source} is damaged or incomplete ({words}). Get it again, or unpack it yourself.",
    )


def containers_of(source: str) -> Iterator[str]:
    """The files that a member is in by its name, the innermost first: "all.zip!/day.tar!/a.html", "feed.xml#a1"."""
    while (end := max(source.rfind("!/"), source.rfind("#"))) > 0:
        source = source[:end]
        yield source
