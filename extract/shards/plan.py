"""Which shard reads what: inputs, cut into parts that do not depend on how many shards there are.

A part is a file, or of a large file the members whose names' hashes say so. A part goes to the shard that its own
hash says. Each part gives the same rows whatever shard it is in, so that all shards together do.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from extract.errors import EmptyInputError, UsageError
from extract.readers import ReadHints
from extract.readers.containers.format_list import all_endings, recognised
from extract.readers.containers.members import Unpacking
from extract.readers.discovery import discover
from extract.readers.files import STANDARD_INPUT, name_from
from extract.shards.shard_folder import ShardFolder, filesystem, is_url

#: Bytes of input for each shard, unless their number is given: minutes of work, which is what a killed worker loses.
SHARD_BYTES = 8_000_000
MIN_SHARDS = 8
#: A file of more bytes is read by several parts, each of which takes its own members.
PART_BYTES = 64_000_000
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Part:
    """A file to read, by its path here and its name in the results, or one of `parts` parts of it.

    `stamp` is another when the file has changed.
    """

    path: str
    name: str
    size: int
    stamp: str
    part: int = 0
    parts: int = 1

    def holds(self, source: str) -> bool:
        """Whether a member of the file belongs to this part."""
        return self.parts == 1 or _number(source, self.parts) == self.part

    def shard(self, shards: int) -> int:
        return _number(f"{self.name}\n{self.part}", shards)


def _number(name: str, count: int) -> int:
    """Which of `count` a name belongs to: the same on every machine."""
    return int(sha256(name.encode()).hexdigest()[:15], 16) % count


@dataclass(frozen=True, slots=True)
class Settings:
    """What all results depend on, beside the inputs."""

    version: str
    model: str
    model_version: str
    hints: ReadHints
    unpacking: Unpacking
    timeout: float

    def plain(self) -> dict[str, Any]:
        """As JSON has them."""
        said = {name: getattr(self.hints, name) for name in ("published", "outlet")}
        plain = {name: getattr(self, name) for name in ("version", "model", "model_version")} | said
        how = {"limits": asdict(self.unpacking.limits), "columns": asdict(self.unpacking.columns)}
        return plain | {"timeout": str(self.timeout), **how}


@dataclass(frozen=True, slots=True)
class Shard:
    """A shard that is to be made. All of it can be sent to another machine: paths, no articles."""

    number: int
    parts: tuple[Part, ...]
    settings: Settings
    out: str

    @property
    def file(self) -> str:
        return f"{self.number:05}"

    @property
    def size(self) -> int:
        """Bytes of input, as far as known."""
        return sum(math.ceil(part.size / part.parts) for part in self.parts)

    @property
    def digest(self) -> str:
        """What is in it and how it is made. The files' places do not matter."""
        of = [(part.name, part.part, part.parts, part.size, part.stamp) for part in self.parts]
        return sha256(repr((of, self.settings.plain())).encode()).hexdigest()


def find_parts(paths: Sequence[str], base: Path) -> list[Part]:
    """The parts of all files that paths and URLs name, in order. Files are named from the folder `base`.

    Raises MissingPathError, EmptyInputError and UsageError.
    """
    if STANDARD_INPUT in paths:
        raise UsageError("Shards cannot be made from standard input, which can only be read once. Name a file.")
    files = [file for path in paths if is_url(path) for file in _of_url(path)]
    if local := [path for path in paths if not is_url(path)]:
        files += [_of_file(source, base) for source in discover(local, all_endings(), recognised).sources]
    if not files:
        raise EmptyInputError(f"There is no article in {', '.join(paths)}. Check the addresses.")
    return [part for file in dict.fromkeys(files) for part in _cut(file)]


def _of_file(source: str, base: Path) -> Part:
    try:
        status = Path(source).stat()
    except OSError:  # it fails where it is read, and says why
        return Part(source, name_from(source, base), 0, "")
    return Part(str(Path(source).absolute()), name_from(source, base), status.st_size, str(status.st_mtime_ns))


def _of_url(url: str) -> Iterator[Part]:
    """The files of an object store that a URL, a folder's URL or a pattern names."""
    there, path = filesystem(url)
    found = there.glob(path, detail=True) if "*" in path else there.find(path, detail=True)
    for name, status in sorted(found.items()):
        if status.get("type") == "file" and (len(found) == 1 or f".{name.rpartition('.')[2].lower()}" in all_endings()):
            whole = str(there.unstrip_protocol(name))
            stamp = str(status.get("ETag") or status.get("mtime") or status.get("LastModified") or "")
            yield Part(whole, whole, int(status.get("size") or 0), stamp)


def _cut(file: Part) -> Iterator[Part]:
    parts = max(1, math.ceil(file.size / PART_BYTES))
    for part in range(parts):
        yield Part(file.path, file.name, file.size, file.stamp, part, parts)


def plan(folder: ShardFolder, parts: Sequence[Part], settings: Settings, shards: int | None) -> list[Shard]:
    """All shards of a folder, as many as it had before if there are any. Writes down what they share.

    Raises UsageError where the folder holds shards that were made otherwise.
    """
    before = folder.read("plan.json")
    size = sum(math.ceil(part.size / part.parts) for part in parts)
    known = before.get("shards") if before else None
    count = shards or known or max(MIN_SHARDS, math.ceil(size / SHARD_BYTES))
    wanted = {"format": _FORMAT, "shards": count, "settings": settings.plain()}
    if before is None:
        folder.write(wanted, "plan.json")
    elif before != wanted:
        raise UsageError(
            f"{folder.where} holds shards that were made with {_differences(before, wanted)}. Name another folder with "
            "--out, or delete this one."
        )
    held: list[list[Part]] = [[] for _ in range(count)]
    for part in parts:
        held[part.shard(count)].append(part)
    return [Shard(number, tuple(of), settings, folder.where) for number, of in enumerate(held)]


def _differences(before: dict[str, Any], wanted: dict[str, Any]) -> str:
    told, asked = ({**each, **each.get("settings", {})} for each in (before, wanted))
    names = [name for name in asked if name != "settings" and told.get(name) != asked[name]]
    return "other settings (" + ", ".join(f"{name}: {told.get(name)}" for name in names) + ")"
