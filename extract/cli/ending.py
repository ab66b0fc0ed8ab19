"""How a command ends: every error as one sentence on stderr that cannot steer the terminal, and an exit code.

What nobody foresaw is a mistake in this program and says so; EXTRACT_DEBUG=1 adds where it happened.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

import click

from extract import __version__
from extract.cli.printing import printable
from extract.errors import ExtractError, FullDiskError, InputError, broken

INTERRUPTED = 130
TERMINATED = 143
BROKEN_PIPE = 141
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def run(command: Callable[[], object]) -> NoReturn:
    """Calls `command` and exits as its end says."""
    _prepare_streams()
    code: object = None
    try:
        with _clear_ending():
            _listen()
            code = command()
            sys.stdout.flush()
    except SystemExit as done:
        code = done.code
    except KeyboardInterrupt:  # while another error was being told
        code = INTERRUPTED
    _leave(code)


def _listen() -> None:
    """Signals that end a command unwind it first."""
    with suppress(ValueError, OSError):  # not in the main thread
        signal.signal(signal.SIGTERM, _terminate)
        if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:  # as in the background of a script
            signal.signal(signal.SIGINT, _interrupt)
            sys.unraisablehook = _unraisable


def _prepare_streams() -> None:
    """Streams that know few characters write the others as escapes. Those that are closed become nothing, but for
    standard output: what was to stand there would be lost, so that writing to it has to fail (`> FILE` forgotten)."""
    for name, mode, access in (("stdin", "r", os.O_RDWR), ("stdout", "w", os.O_RDONLY), ("stderr", "w", os.O_RDWR)):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, access), mode, encoding="utf-8"))
        elif mode == "w" and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _terminate(_number: int, _frame: FrameType | None) -> NoReturn:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise SystemExit(TERMINATED)


def _interrupt(_number: int, _frame: FrameType | None) -> NoReturn:
    """Ctrl-C: unwinds all that is under way. A second one does not wait for that."""
    signal.signal(signal.SIGINT, _quit)
    raise KeyboardInterrupt


def _quit(*_given: object) -> NoReturn:
    """Ends at once. Nothing is lost: what was stored is stored, workers end with their parent."""
    if sys.stderr.isatty():
        os.write(2, b"\x1b[?25h")  # the cursor, which a progress bar hides
    os._exit(INTERRUPTED)


def _unraisable(what: sys.UnraisableHookArgs) -> None:
    """An interrupt that arrives where Python can raise nothing (in a callback of C) would be printed and lost."""
    if what.exc_type is KeyboardInterrupt:
        _quit()
    sys.__unraisablehook__(what)


def _leave(code: object) -> NoReturn:
    """Exits without another word about a stream that broke before."""
    with suppress(ValueError, OSError):
        if signal.getsignal(signal.SIGINT) is _interrupt:
            signal.signal(signal.SIGINT, _quit)  # all is done; what Python still tidies up is nobody's concern
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    sys.exit(code if isinstance(code, int | None) else 1)


@contextmanager
def _clear_ending() -> Iterator[None]:
    try:
        yield
    except click.exceptions.Exit as done:
        raise SystemExit(done.exit_code) from None
    except (click.Abort, KeyboardInterrupt):
        _end(INTERRUPTED, "Interrupted. Finished work is kept. Run the same command again to continue.")
    except click.exceptions.NoArgsIsHelpError as error:  # a bare `extract`, or `extract users`
        click.echo(error.format_message())
        raise SystemExit(0) from None
    except click.ClickException as error:
        usage = f"{error.ctx.get_usage()}\n" if isinstance(error, click.UsageError) and error.ctx else ""
        _end(error.exit_code, f"{usage}Error: {error.format_message()}")
    except ExtractError as error:
        _end(error.exit_code, f"extract: {error}")
    except BrokenPipeError:  # `extract show ... | head`
        raise SystemExit(BROKEN_PIPE) from None
    except OSError as error:
        _end_of_system(error)
    except (UnicodeEncodeError, OverflowError) as error:
        _end_of_argument(error)
    except Exception as error:
        _end(1, f"extract: {_mistake(error)}")


def _end_of_system(error: OSError) -> NoReturn:
    _debug()
    if error.errno in _NO_ROOM:
        _end(FullDiskError.exit_code, f"extract: The disk is full: {error.filename or 'the output'} was not written.")
    if error.errno == errno.EBADF:
        _end(FullDiskError.exit_code, "extract: Standard output is closed. The output is lost.")
    named = f"{error.filename}: " if error.filename is not None else "The input or output failed: "
    _end(InputError.exit_code, f"extract: {named}{error.strerror or error}.")


def _end_of_argument(error: UnicodeEncodeError | OverflowError) -> NoReturn:
    """No text of an article and no number of a table can do this: what was typed can."""
    if isinstance(error, UnicodeEncodeError) and error.reason == "surrogates not allowed":
        _debug()
        odd = error.object.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        _end(InputError.exit_code, f"extract: {odd!r} is not valid UTF-8. Type it again, or check the locale.")
    if "SQLite INTEGER" in str(error):
        _debug()
        _end(InputError.exit_code, "extract: A number is too large for 64 bits.")
    _end(1, f"extract: {_mistake(error)}")


def _mistake(error: Exception) -> str:
    _debug()
    if isinstance(error, MemoryError):
        return "There is not enough memory. Close other programs, or use fewer --workers."
    return (
        f"This is a bug in extract, not your mistake: {broken(error)}. Please report "
        f"this line with the command and `extract --version` ({__version__}); EXTRACT_DEBUG=1 shows more."
    )


def _debug() -> None:
    if os.environ.get("EXTRACT_DEBUG"):
        traceback.print_exc()


def _end(code: int, words: str) -> NoReturn:
    with suppress(OSError, ValueError):
        click.echo(printable(words), err=True)
    raise SystemExit(code)
