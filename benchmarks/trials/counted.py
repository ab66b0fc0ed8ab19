"""`extract` in a process that is killed after so many of SQLite's instructions: a moment that can be met again."""

from __future__ import annotations

import atexit
import os
import signal
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import db.connection
from db.turns import GivingWay

#: Instructions between two looks.
STEP = 10


def arm(instructions: int, note: Path | None = None) -> None:
    """From now on every connection of this process counts; with the last instruction the process gets SIGKILL."""
    connect, done = db.connection._connect, 0

    def count() -> bool:
        nonlocal done
        done += STEP
        if instructions and done >= instructions:
            os.kill(os.getpid(), signal.SIGKILL)
        return False

    def watched(*given: Any) -> Any:
        connection = connect(*given)
        connection.set_progress_handler(count, STEP)
        return connection

    patched: Any = GivingWay
    patched._looking = lambda _: nullcontext()  # a connection has room for one handler
    patched = db.connection
    patched._connect = watched
    if note is not None:
        atexit.register(lambda: note.write_text(str(done)))


#: A command of its own: INSTRUCTIONS FILE COMMAND ... With 0 instructions it is not killed, and FILE says how many
#: it took.
COUNTED = (sys.executable, str(Path(__file__).resolve()))


def main() -> None:
    """Runs what `COUNTED` is given."""
    from extract.cli import main as extract

    arm(int(sys.argv[1]), Path(sys.argv[2]))
    sys.argv[1:] = sys.argv[3:]
    extract()


if __name__ == "__main__":
    main()
