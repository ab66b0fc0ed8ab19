"""Context benchmarks: who says it, is it asserted, about whom, when. Our figures beside those of others.

    python benchmarks/context.py predict TASK FOLDER OUT.jsonl
    python benchmarks/context.py table [TASK ...]

FOLDER holds `docs/*.txt` and `meta.tsv` with the columns `doc` and `date`. A task is a module of
`benchmarks/context_tasks`. The development sets and their scorers lie beside the checkout
(../shared/context) and are no part of it.
"""

from __future__ import annotations

import argparse
import importlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from benchmarks.context_tasks.documents import documents  # noqa: E402

SHARED = ROOT.parent / "shared" / "context"

#: Modules of `benchmarks/context_tasks`.
TASKS = ("attribution", "coref", "gap", "factuality", "negation", "time")


def predict(task: str, folder: Path, out: Path) -> int:
    """Writes the predictions of `task` for a folder of articles; returns how many."""
    rows = importlib.import_module(f"benchmarks.context_tasks.{task}").predict
    count = 0
    with out.open("w", encoding="utf-8") as file:
        for document in documents(folder):
            for row in rows(document):
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
                count += 1
    return count


def scores(task: str, folder: str) -> dict[str, object]:
    """What the task's scorer says of our predictions on a development set."""
    place = SHARED / "dev" / folder
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "predictions.jsonl"
        predict(task, place, out)
        command = [sys.executable, f"score_{task}.py", str(place / f"gold_{task}.jsonl"), str(out), "--json"]
        done = subprocess.run(command, cwd=SHARED, check=True, capture_output=True, text=True)
    result: dict[str, object] = json.loads(done.stdout)
    return result


def table(tasks: list[str]) -> Iterator[str]:
    """The table in Markdown, one line a figure."""
    yield "| task | set | figure | ours | naive rules | best known |"
    yield "|---|---|---|---|---|---|"
    for task in tasks:
        known: dict[str, dict[str, object]] = {}
        for figure in importlib.import_module(f"benchmarks.context_tasks.{task}").FIGURES:
            if figure.folder not in known:
                known[figure.folder] = scores(task, figure.folder)
            ours = _at(known[figure.folder], figure.path)
            cells = (task, figure.folder, figure.name, _cell(ours), _cell(figure.naive), _cell(figure.best))
            yield f"| {' | '.join(cells)} |"


def _at(result: dict[str, object], path: str) -> float:
    value: object = result
    for key in path.split("/"):
        assert isinstance(value, dict)
        value = value[key]
    assert isinstance(value, (int, float))
    return float(value)


def _cell(number: float | None) -> str:
    return "-" if number is None else f"{number:.3f}".replace("0.", ".", 1) if number < 1 else f"{number:.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("predict", help="write predictions for a folder of articles")
    one.add_argument("task", choices=TASKS)
    one.add_argument("folder", type=Path)
    one.add_argument("out", type=Path)
    every = commands.add_parser("table", help="score the development sets")
    every.add_argument("tasks", nargs="*", metavar="TASK", help="all, unless some are named")
    given = parser.parse_args()
    if given.command == "predict":
        print(predict(given.task, given.folder, given.out), "predictions")
    else:
        for line in table(given.tasks or list(TASKS)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
