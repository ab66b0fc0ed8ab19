"""Fixtures that several test modules share."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import hypothesis
import pytest

#: As in each process of the program. Threads that share matrices of a sentence wait for each other most of the time, at
#: work all the while: a test took seven times as much processor time. (Before NumPy is loaded.)
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from db import connection, migrations
from db.reviews.leases import Leases
from db.sqlite import Connection, sqlite3

#: On a busy machine an example takes longer than 200 ms, whatever it does.
hypothesis.settings.register_profile("checks", deadline=None)
hypothesis.settings.load_profile("checks")

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

    from spacy.language import Language

    from extract.extractor import Extractor

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default spaCy pipeline, loaded once."""
    from extract.syntax.models import load

    return load()


def pytest_configure() -> None:
    """What a shell starts behind "&" ignores Ctrl-C, and so would each program that a test wants to end with it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


#: Long files that the alphabet puts last: one core would work at them alone while the others have nothing to do.
_EARLY = ("test_wheel.py", "test_workers.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long files that would come last come first, in the order of `_EARLY`."""
    items.sort(key=lambda item: _EARLY.index(item.path.name) if item.path.name in _EARLY else len(_EARLY))


@pytest.fixture(scope="session", autouse=True)
def new_databases() -> Iterator[None]:
    """A new database begins as a copy of one that took all steps: these take 0.1 s, and most tests make a database.

    `tests/test_migrations.py` takes the steps themselves, and so does every command in a process of its own.
    """
    made = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    migrations.migrate(made)
    one_at_a_time = Lock()
    look = "SELECT (SELECT COUNT(*) FROM sqlite_master), page_size FROM pragma_page_size"
    _, page_size = made.execute(look).fetchone()

    def migrate(new: Connection) -> None:
        with one_at_a_time:
            if new.execute(look).fetchone() == (0, page_size):
                made.backup(new)
        migrations.migrate(new)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection, "migrate", migrate)
        yield
    made.close()


@pytest.fixture(scope="session", autouse=True)
def one_pipeline() -> Iterator[None]:
    """Each language model is loaded once in a process: it takes 0.6 s, and hundreds of tests make an extractor."""
    from extract import extractor

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(extractor, "load", cache(extractor.load))
        yield


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """One for the tests of a module, whose memory of parsed blocks they share."""
    from extract import Extractor

    return Extractor()


@pytest.fixture(scope="module")
def one_fork_server(request: pytest.FixtureRequest) -> Iterator[None]:
    """All pools of a module fork their workers from one process. It has loaded the model for the module's extractors.

    Otherwise each pool starts such a process, which takes 3 s, and each worker with an extractor of its own class loads
    the model again.
    """
    from extract import forking

    starting = forking.starting

    def loaded(make: Callable[..., Extractor], model: str, finishing: str) -> SpawnContext | ForkServerContext:
        context = starting(make, model, finishing)
        context.set_forkserver_preload(["tests.loaded", request.module.__name__])
        return context

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(forking, "starting", loaded)
        patch.setattr(forking, "leave", lambda crew: forking._crews.discard(id(crew)))
        yield
    forking.leave(request)


@pytest.fixture
def leases() -> Leases:
    """What a server knows of who is looking at what: nothing yet."""
    return Leases()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development sets beside the checkout; tests that need it skip without it."""
    if not SHARED.is_dir():
        pytest.skip("the folder of development sets (../shared) is not here")
    return SHARED
