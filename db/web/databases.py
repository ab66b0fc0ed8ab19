"""Which of a Datasette's databases are ours, and metadata.yml's words for them, whatever their files are called."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import yaml

from db.entities.suggestions import Suggestion, suggestions
from db.migrations import APPLICATION_ID
from db.reviews.leases import Leases
from db.sqlite import Connection
from db.web.pages.overview import Kept, Welcome, read

if TYPE_CHECKING:
    from datasette.app import Datasette

#: Shipped in the wheel; `metadata.yml` beside the packages is a link to it.
METADATA = Path(__file__).resolve().parent.parent / "metadata.yml"
#: The name that metadata.yml files our tables under.
FILED_UNDER = "claims"
#: Pairs of names that a page shows to be judged.
PAIRS = 12


@dataclass(frozen=True, slots=True)
class Site:
    """The names of our databases in one Datasette, the metadata for them, and of the first one the start page,
    the pairs of names that may be one, and who is looking at which claim."""

    databases: tuple[str, ...] = ()
    metadata: dict[str, Any] = field(default_factory=dict)
    welcome: Kept[Welcome] = field(default_factory=lambda: Kept(read))
    pairs: Kept[list[Suggestion]] = field(default_factory=lambda: Kept(lambda found: suggestions(found, None, PAIRS)))
    leases: Leases = field(default_factory=Leases)


_sites: WeakKeyDictionary[Datasette, Site] = WeakKeyDictionary()


def of(datasette: Datasette) -> Site:
    """What `look` found; nothing before it has looked."""
    return _sites.get(datasette) or Site()


async def look(datasette: Datasette) -> Site:
    """Looks at each database once, at start."""
    ours = [name for name, database in datasette.databases.items() if await database.execute_fn(is_ours)]
    site = Site(tuple(ours), metadata_for(ours) if ours else {})
    _sites[datasette] = site
    return site


def is_ours(connection: Connection) -> bool:
    """Whether a connection's database was made by this program."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    return bool(application == APPLICATION_ID)


def metadata_for(names: list[str]) -> dict[str, Any]:
    """metadata.yml with our tables filed under each of these names.

    Datasette writes into what it is given, so nothing is shared between names.
    """
    known = yaml.safe_load(METADATA.read_text(encoding="utf-8"))
    filed = known["databases"][FILED_UNDER]
    return {**known, "databases": {name: copy.deepcopy(filed) for name in names}}
