"""The command `extract`, also as `python -m extract`."""

import os
import signal
from types import FrameType
from typing import NoReturn


def main() -> None:
    """Runs the command. Until it can end in words, Ctrl-C ends it in none: no traceback of what is being imported."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _leave)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # each worker has a core, and small matrices gain nothing
    from extract.cli import main as command

    command()


def _leave(_number: int, _frame: FrameType | None) -> NoReturn:
    os._exit(128 + signal.SIGINT)


if __name__ == "__main__":
    main()
