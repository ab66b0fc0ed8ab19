"""Coverage-guided fuzzing with Atheris, until something breaks: `python -m tests.fuzz [libFuzzer's options]`.

    pip install atheris
    python -m tests.fuzz -max_total_time=600 -timeout=20 corpus/

The first byte chooses the name, the others are the file. Without a corpus it starts from the tests' samples.
Atheris comes for Linux and macOS; it is no part of what the tests need.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path


def main() -> None:
    try:
        import atheris
    except ImportError:
        sys.exit("This takes Atheris: pip install atheris")
    with atheris.instrument_imports(include=["extract", "zipfile", "tarfile", "gzip", "warcio", "json"]):
        from tests.fuzz.probe import NAMES, SAMPLES, probe  # nothing of it may have been imported before

    def one(data: bytes) -> None:
        if data:
            probe(NAMES[data[0] % len(NAMES)], data[1:])

    with tempfile.TemporaryDirectory() as seeds:
        for name, raw in SAMPLES.items():
            Path(seeds, name).write_bytes(bytes([NAMES.index(name)]) + raw)
        atheris.Setup([*sys.argv, *([] if any(not a.startswith("-") for a in sys.argv[1:]) else [seeds])], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
