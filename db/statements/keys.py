"""Keys of statements and findings: from content alone, as `db.keys` makes those of claims."""

from __future__ import annotations

import json
from functools import lru_cache
from hashlib import sha256


@lru_cache(maxsize=100_000)
def content_key(letter: str, *parts: str) -> str:
    """A letter and 16 hexadecimal digits of a SHA-256."""
    return letter + sha256(json.dumps(parts).encode()).hexdigest()[:16]
