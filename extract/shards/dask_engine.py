"""Shards on the workers of a Dask cluster: paths go out, counts come back, and nothing is moved between workers.

Dask starts the shards, and runs those of a worker that is lost again. What an article may do to the process that
parses it is the business of `extract.workers`: each thread of a Dask worker has a crew of one process, which loads the
model once and stays for all shards of the thread.
"""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from distributed import Client, KilledWorker, LocalCluster, as_completed

from extract.errors import UsageError, WorkersError
from extract.shards.plan import Shard
from extract.shards.shard_run import Counts, run
from extract.workers import Crew, as_found

#: The address of a cluster of this machine alone, which begins and ends with the command.
LOCAL = "local"
_SECONDS = "30s"
_HERE = threading.local()


def run_on_cluster(address: str, shards: Sequence[Shard], workers: int) -> Iterator[tuple[Shard, Counts]]:
    """Makes shards on the cluster at `address` ("local": on so many worker processes); each as it is done.

    Raises UsageError where no scheduler answers, and WorkersError for shards that their workers did not survive. The
    others are made before.
    """
    with _client(address, workers) as client:
        known = {client.submit(_run, shard, key=f"{shard.file}-{shard.digest}", pure=False): shard for shard in shards}
        lost = []
        for future in as_completed(known):
            try:
                yield known[future], future.result()
            except KilledWorker:
                lost.append(known[future].number)
            future.release()
        if lost:
            raise WorkersError(
                f"The workers of shards {', '.join(map(str, lost))} were killed again and again (out of memory?). Run "
                "the same command again, with fewer or larger workers."
            )


def _run(shard: Shard) -> Counts:
    """Makes a shard on a worker."""
    crew = getattr(_HERE, "crew", None)
    made_for = model, timeout = shard.settings.model, shard.settings.timeout
    if crew is None or _HERE.made_for != made_for:
        if crew is not None:
            crew.close()
        # Dask's workers are daemons to multiprocessing, which may have no children. The crew ends with its parent.
        multiprocessing.current_process().daemon = False
        _HERE.made_for = made_for
        _HERE.crew = crew = Crew(1, model, timeout, as_found)
    return run(shard, crew)


@contextmanager
def _client(address: str, workers: int) -> Iterator[Any]:
    if address == LOCAL:
        with (
            LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster,
            Client(cluster) as client,
        ):
            yield client
        return
    try:
        client = Client(address, timeout=_SECONDS)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"No Dask scheduler answers at {address}: {error}. Start one with `dask scheduler`, or check the address."
        ) from error
    with client:
        yield client
