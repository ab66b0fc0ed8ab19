"""Every error this program raises on purpose, in one tree.

    ExtractError                        exit 1
    ├── InputError                      exit 2   what the user named cannot be used
    │   ├── MissingPathError                     no such file or folder
    │   ├── EmptyInputError                      nothing readable in it
    │   ├── MissingExtraError                    packages that a command needs are not installed
    │   └── UsageError                           options that contradict each other
    ├── ReadError                       exit 3   one input could not be read: a row in `failures`
    │   ├── EmptyFileError
    │   ├── BinaryFileError
    │   ├── EncodingError
    │   ├── UnknownFormatError
    │   ├── TooLargeError
    │   ├── VanishedError
    │   ├── BrokenContainerError                 an archive, feed, table or crawl is damaged
    │   ├── NoColumnError                        no column of a table holds the text
    │   ├── FetchError                           a page cannot or may not be fetched
    │   ├── TimedOutError                        it takes too long
    │   └── MissingReaderError                   an extra is not installed
    ├── ModelError                      exit 4   the language model
    │   ├── MissingModelError
    │   └── UnsuitableModelError                 it has no parser or tagger
    ├── WorkersError                    exit 1   no worker process can start
    └── DatabaseError                   exit 5
        ├── ForeignDatabaseError                 another program's file
        ├── NewerDatabaseError                   made by a newer version of this program
        ├── LockedDatabaseError
        ├── ReadOnlyDatabaseError
        ├── FullDiskError
        ├── MovedDatabaseError                   its files were moved or deleted while they were open
        └── CorruptDatabaseError

A message says what is wrong and what to do next, in one or two sentences, and names the input.
`exit_code` is what the command line ends with; 1 is also what `extract check` gives for a broken law.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


class ExtractError(Exception):
    """Base of all deliberate errors. `str(error)` is fit to be shown to a user."""

    exit_code = 1


class InputError(ExtractError):
    exit_code = 2


class MissingPathError(InputError):
    pass


class EmptyInputError(InputError):
    pass


class MissingExtraError(InputError):
    pass


class UsageError(InputError):
    pass


class ReadError(ExtractError):
    """One input could not be read; the run goes on and the reason becomes a row in `failures`."""

    exit_code = 3


class EmptyFileError(ReadError):
    pass


class BinaryFileError(ReadError):
    pass


class EncodingError(ReadError):
    pass


class UnknownFormatError(ReadError):
    pass


class TooLargeError(ReadError):
    pass


class VanishedError(ReadError):
    pass


class BrokenContainerError(ReadError):
    pass


class NoColumnError(ReadError):
    pass


class FetchError(ReadError):
    pass


class TimedOutError(ReadError):
    pass


class MissingReaderError(ReadError):
    pass


class ModelError(ExtractError):
    exit_code = 4


class MissingModelError(ModelError):
    pass


class UnsuitableModelError(ModelError):
    pass


class WorkersError(ExtractError):
    pass


class DatabaseError(ExtractError):
    exit_code = 5


class ForeignDatabaseError(DatabaseError):
    pass


class NewerDatabaseError(DatabaseError):
    pass


class LockedDatabaseError(DatabaseError):
    pass


class ReadOnlyDatabaseError(DatabaseError):
    pass


class FullDiskError(DatabaseError):
    pass


class MovedDatabaseError(DatabaseError):
    pass


class CorruptDatabaseError(DatabaseError):
    pass


def require_extra(extra: str, *modules: str) -> None:
    """Raises MissingExtraError unless the packages of an extra are installed."""
    missing = [module for module in modules if find_spec(module) is None]
    if missing:
        *first, last = missing
        names = f"{', '.join(first)} and {last}" if first else last
        raise MissingExtraError(
            f"This needs {names}, which {'are' if first else 'is'} not installed. "
            f"Run: pip install 'extract-claims[{extra}]'"
        )


def broken(error: BaseException) -> str:
    """What nobody foresaw, in a line that says where: "KeyError: 'hour' (parts.py, line 19)"."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" ({Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno})" if trace is not None else ""
    return f"{type(error).__name__}: {error}{where}"
