"""What `extract merge` takes for made-up claims: processor time, memory, bytes on disk, and growth.

    python -m benchmarks.merging FOLDER [--claims 100000] [--memory 300MB] [--shards 8]

Shards of made-up articles of 30 claims each (`benchmarks.statements`) are written to FOLDER/shards, unless they are
there, and merged by the command into a new FOLDER/claims.db. Nothing is parsed. Printed while the command runs: what
its processes took since the line before, and the memory that each has and has had at most.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.statements import CLAIMS, extraction
from db.connection import snapshot
from extract import __version__
from extract.shards.shard_folder import ShardFolder
from extract.shards.shard_run import written

#: Seconds between two lines.
_PAUSE = 20


def write(folder: ShardFolder, articles: int, shards: int) -> None:
    """Shards of so many articles, the same each time."""
    chance = random.Random(7)
    for shard in range(shards):
        share = range(shard * articles // shards, (shard + 1) * articles // shards)
        with written(folder, f"{shard:05}") as add:
            for number in share:
                add(extraction(number, chance), 0)
        folder.write({"articles": len(share)}, "done", f"{shard:05}.json")
    settings = {"version": __version__, "model": "made up", "model_version": "0"}
    folder.write({"shards": shards, "settings": settings}, "plan.json")


def merge(place: Path, memory: str) -> None:
    """Runs the command and prints what it takes."""
    path = place / "claims.db"
    for name in ("claims.db", "claims.db-wal", "claims.db-shm"):
        (place / name).unlink(missing_ok=True)
    command = [sys.executable, "-m", "extract", "merge", str(place / "shards"), "--db", str(path), "--memory", memory]
    before, articles = _cpu_of_children(), 0
    running = subprocess.Popen([*command, "--quiet"], env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
    spent = 0.0
    while running.poll() is None:
        time.sleep(_PAUSE)
        processes = list(_processes(running.pid))
        now, stored = sum(cpu for cpu, _, _ in processes), _articles(path)
        if now > spent and stored > articles:
            memories = ", ".join(f"{has} MB (at most {most})" for _, has, most in processes)
            print(
                f"{stored:>9,} articles  {1000 * (now - spent) / (stored - articles):>6.1f} ms each  {memories}",
                flush=True,
            )
            articles, spent = stored, now
    with snapshot(path) as connection:
        (claims,) = connection.execute("SELECT COUNT(*) FROM claims").fetchone()
    taken, size = _cpu_of_children() - before, path.stat().st_size
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"{claims:,} claims: {taken:.1f} s of processor time, {size / claims:,.0f} bytes a claim, {most:.0f} MB at most"
    )
    parquet = sum(file.stat().st_size for file in (place / "shards").rglob("*.parquet"))
    print(f"Parquet: {parquet / claims:,.0f} bytes a claim")


def _articles(path: Path) -> int:
    if not path.exists():
        return 0
    with snapshot(path) as connection:
        found: int = connection.execute("SELECT COUNT(*) FROM articles").fetchone()[0]
    return found


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _processes(first: int) -> list[tuple[float, int, int]]:
    """Of a process and those it started (Linux): seconds of processor time, MB of memory now and at most."""
    found, waiting = [], [first]
    while waiting:
        here = Path("/proc") / str(waiting.pop())
        try:
            fields = (here / "stat").read_text().rpartition(")")[2].split()
            status = dict(line.split(":", 1) for line in (here / "status").read_text().splitlines() if ":" in line)
            waiting += map(int, (here / "task" / here.name / "children").read_text().split())
            sizes = [int(status[name].split()[0]) // 1024 for name in ("VmRSS", "VmHWM")]
        except (OSError, KeyError):  # it has ended
            continue
        found.append(((int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), *sizes))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--memory", default="300MB")
    parser.add_argument("--shards", type=int, default=8)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    folder = ShardFolder(str(options.folder / "shards"))
    if folder.read("plan.json") is None:
        write(folder, options.claims // CLAIMS, options.shards)
    merge(options.folder, options.memory)


if __name__ == "__main__":
    main()
