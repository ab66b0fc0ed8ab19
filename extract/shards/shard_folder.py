"""The folder that shards are written to, here or in object storage, and the files in it.

    DIR/plan.json            what all shards share: how many there are, and the settings they are made with
    DIR/claims/00003.parquet a file of each table for each shard
    DIR/done/00003.json      written last: what is in the shard's files, which are whole then

A name with "://" in it is one of fsspec's, such as s3://bucket/folder.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any
from uuid import uuid4

from fsspec.core import url_to_fs
from fsspec.implementations.local import LocalFileSystem

from extract.errors import UsageError

Json = dict[str, Any]
_PART = ".part"


def is_url(name: str) -> bool:
    """Whether fsspec reads it, and not this machine's file system."""
    return "://" in name


def filesystem(name: str) -> tuple[Any, str]:
    """The file system of a path or URL, and what it is called there. Raises UsageError if a package is missing."""
    try:
        found: tuple[Any, str] = url_to_fs(name)
    except (ImportError, ValueError) as error:
        raise UsageError(f"{name} cannot be opened: {error}") from error
    return found


class ShardFolder:
    """A folder of shards, by path or URL."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.filesystem, self._root = filesystem(where)
        self.local = isinstance(self.filesystem, LocalFileSystem)

    def path(self, *names: str) -> str:
        """The path of something in it, as its file system calls it."""
        return "/".join((self._root, *names))

    def url(self, *names: str) -> str:
        """The same with its protocol: what others open it by."""
        return self.path(*names) if self.local else str(self.filesystem.unstrip_protocol(self.path(*names)))

    def read(self, *names: str) -> Json | None:
        """A JSON file's object; None if the file is not there, or not whole."""
        try:
            found = json.loads(self.filesystem.cat_file(self.path(*names)))
        except (FileNotFoundError, ValueError):
            return None
        return found if isinstance(found, dict) else None

    def write(self, value: Json, *names: str) -> None:
        """Writes a JSON file, the same bytes for the same object."""
        with self.opened(*names) as file:
            file.write((json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode())

    @contextmanager
    def opened(self, *names: str) -> Iterator[IO[bytes]]:
        """A file to write, which is there whole or not at all."""
        path = self.path(*names)
        self.filesystem.makedirs(path.rpartition("/")[0], exist_ok=True)
        if not self.local:  # object storage shows a file once it is closed
            with self.filesystem.open(path, "wb") as file:
                yield file
            return
        part = f"{path}.{uuid4().hex[:8]}{_PART}"  # a worker that was given up may still write the same shard
        try:
            with open(part, "wb") as file:  # noqa: PTH123 - paths are fsspec's strings here
                yield file
            os.replace(part, path)  # noqa: PTH105
        except BaseException:
            remove(part)
            raise

    def clean(self, shards: Iterable[int]) -> None:
        """Removes what runs that were killed have left of these shards."""
        for shard in shards if self.local else ():
            for path in self.filesystem.glob(self.path("*", f"{shard:05}.*{_PART}")):
                remove(path)


def remove(path: str) -> None:
    """Removes a file that is not whole; somebody else may have done so."""
    with suppress(FileNotFoundError):
        os.unlink(path)  # noqa: PTH108
