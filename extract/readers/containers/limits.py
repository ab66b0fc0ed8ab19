"""What unpacking may take: limits that the user sets, and the box that counts against them."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.errors import TooLargeError
from extract.readers.draft import MAX_BYTES

#: What cannot be read as a stream (a ZIP inside another archive) is held in memory, up to this many bytes.
HELD = 200_000_000
#: Text shrinks to a tenth, logs to a hundredth; deflate can make a thousandth of nothing but zeros.
_MOST_RATIO = 200
_UNSUSPICIOUS = 16_000_000
_MOST_BOMBS = 10


@dataclass(frozen=True, slots=True)
class Limits:
    """`max_bytes` for one article; the others for one file that holds several: bytes unpacked, members found, and
    how deep containers may lie in each other."""

    max_bytes: int = MAX_BYTES
    max_unpacked: int = 10_000_000_000
    max_members: int = 1_000_000
    max_depth: int = 5


class ExhaustedError(TooLargeError):
    """A limit of the whole container is reached: nothing more of it is read."""


@dataclass(slots=True)
class Box:
    """What one container, with all that lies in it, has taken so far."""

    limits: Limits
    unpacked: int = 0
    members: int = 0
    bombs: int = 0
    names: dict[int, int] = field(default_factory=dict)

    def member(self) -> None:
        """One more member. Raises ExhaustedError."""
        self.members += 1
        if self.members > self.limits.max_members:
            most = f"{self.limits.max_members:,}"
            raise ExhaustedError(f"it has more than {most} members. Split it, or raise --max-members.")

    def spend(self, size: int) -> None:
        """`size` more bytes came out of something compressed. Raises ExhaustedError."""
        self.unpacked += size
        if self.unpacked > self.limits.max_unpacked:
            raise ExhaustedError(
                f"unpacked it has more than {self.limits.max_unpacked / 1e6:,g} MB. "
                "Unpack it yourself, or raise --max-unpacked."
            )

    def check_ratio(self, out: int, taken: int) -> None:
        """Raises TooLargeError for what unpacks to so much more than it was that no text can be in it."""
        if out > _UNSUSPICIOUS and out > _MOST_RATIO * max(taken, 1):
            self.bombs += 1
            if self.bombs >= _MOST_BOMBS:
                raise ExhaustedError("it is full of members that unpack to nothing but size, as text never does.")
            raise TooLargeError(
                f"it unpacks to more than {_MOST_RATIO} times its size, as text never does. Unpack it yourself if "
                "you trust it."
            )

    def unique(self, name: str) -> str:
        """`name`, with "~2" and so on if it has been given out before: a source names one member only."""
        times = self.names.get(hash(name), 0) + 1
        self.names[hash(name)] = times
        return self.unique(f"{name}~{times}") if times > 1 else name
