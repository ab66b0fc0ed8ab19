"""The keys of the review page, as the table in `static/keys.js` has them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from db.web.http import assets

_NAMES = {"Escape": "Esc"}


@dataclass(frozen=True, slots=True)
class Key:
    """A row of the table; what its fields mean is said there."""

    key: str = ""
    action: str = ""
    label: str = ""
    places: Sequence[str] = ()
    modes: Sequence[str] = ()
    first: bool = False
    help: str = ""
    guide: str = ""

    @property
    def name(self) -> str:
        """The key as it stands on a button: "A", "Enter", "Esc"."""
        return _NAMES.get(self.key) or (self.key.upper() if len(self.key) == 1 else self.key)


@cache
def read_keys() -> tuple[Key, ...]:
    """All rows, in the order of the help."""
    _, _, table = assets.text("keys.js").partition("export const KEYS = ")
    rows: list[dict[str, Any]] = json.JSONDecoder().raw_decode(table)[0]
    return tuple(Key(**row) for row in rows)


def key_name(action: str) -> str:
    """The name of an action's key."""
    return next(key.name for key in read_keys() if key.action == action)
