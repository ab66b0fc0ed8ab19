"""Breaks `extract` on purpose, again and again, and counts what it survived.

    python -m benchmarks.campaign [--minutes 60] [--seed 1] [--only PART ...]
    python -m benchmarks.campaign --short                         # a few trials of each part, as CI runs them
    python -m benchmarks.campaign --only kills --seed 1 --trial 7 # one trial again

The parts share the time. Each trial has random numbers of its own (from the seed, the part and the trial's number) and
a folder of its own. Printed are a table of what was tried and survived and, for each failure, the line that runs it
again, what was expected and what was found. The exit code is 1 if anything failed. docs/reliability.md says what each
part does.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from benchmarks.trials import PARTS
from benchmarks.trials.ground import BrokenError, Did, Part


@dataclass(slots=True)
class Tally:
    """What became of one part's trials. `failures`: by trial, what was expected and found."""

    part: Part
    tried: int = 0
    seconds: float = 0.0
    did: Did = field(default_factory=Counter)
    failures: dict[int, str] = field(default_factory=dict)

    @property
    def survived(self) -> int:
        return self.tried - len(self.failures)


def attempt(tally: Tally, seed: int, number: int) -> None:
    """One trial, in a folder of its own."""
    began = time.monotonic()
    tally.tried += 1
    with tempfile.TemporaryDirectory(prefix=f"{tally.part.name.replace(' ', '-')}-") as folder:
        try:
            tally.did += tally.part.trial(Random(f"{seed}/{tally.part.name}/{number}"), Path(folder))
        except BrokenError as broken:
            tally.failures[number] = str(broken)
        except Exception:  # a trial that cannot be carried out is no success either
            tally.failures[number] = traceback.format_exc()
    tally.seconds += time.monotonic() - began


def report(tally: Tally, seed: int, number: int) -> None:
    """Says at once what failed, so that a long run can be looked into while it lasts."""
    if number in tally.failures:
        again = f"python -m benchmarks.campaign --only {tally.part.name} --seed {seed} --trial {number}"
        print(f"FAILED  {again}\n        {tally.failures[number]}", flush=True)


def campaign(parts: Sequence[Part], seed: int, minutes: float | None, trial: int | None = None) -> list[Tally]:
    """All trials: for so many minutes, or without minutes as many of each part as its short form has.

    With `trial` only the trial of that number is run, of each part.
    """
    tallies = [Tally(part) for part in parts]
    if trial is not None:
        for tally in tallies:
            attempt(tally, seed, trial)
            report(tally, seed, trial)
        return tallies
    for tally in _turns(tallies, minutes):
        number = tally.tried
        attempt(tally, seed, number)
        report(tally, seed, number)
    return tallies


def _turns(tallies: list[Tally], minutes: float | None) -> Iterator[Tally]:
    """Whose turn it is: whoever has had the least time."""
    if minutes is None:
        for tally in tallies:
            yield from [tally] * tally.part.short
        return
    end = time.monotonic() + 60 * minutes
    while time.monotonic() < end:
        yield min(tallies, key=lambda tally: tally.seconds)


def table(tallies: Sequence[Tally]) -> str:
    """The result as a table in Markdown."""
    lines = ["| part | trials | survived | what was done | minutes |", "| --- | ---: | ---: | --- | ---: |"]
    for tally in tallies:
        did = ", ".join(f"{count:,} {what}" for what, count in sorted(tally.did.items()))
        lines.append(
            f"| {tally.part.title} | {tally.tried:,} | {tally.survived:,} | {did} | {tally.seconds / 60:.1f} |"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=[*PARTS], metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--trial", type=int, metavar="N", help="only this trial")
    parser.add_argument("--short", action="store_true")
    options = parser.parse_args()
    parts = [PARTS[name] for name in options.only]
    tallies = campaign(parts, options.seed, None if options.short else options.minutes, options.trial)
    print(f"seed {options.seed}\n{table(tallies)}")
    sys.exit(any(tally.failures for tally in tallies))


if __name__ == "__main__":
    main()
