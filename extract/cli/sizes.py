"""Numbers of bytes as people write them: "50MB", "2 GB", "1000000"."""

from __future__ import annotations

import re

import click

_UNITS = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9, "t": 10**12}
_SIZE = re.compile(r"(?P<number>\d{1,15}(?:\.\d{1,3})?)\s*(?P<unit>[kmgt]?)b?", re.IGNORECASE)


def parse_size(_context: click.Context, _parameter: click.Parameter, value: str) -> int:
    """The bytes that an option's value names: a callback for click."""
    match = _SIZE.fullmatch(value.strip())
    size = int(float(match["number"]) * _UNITS[match["unit"].lower()]) if match else 0
    if size < 1:
        raise click.BadParameter(f"{value!r} is not a size. Write 50MB, 2GB or a number of bytes.")
    return size


def size_text(size: int) -> str:
    """The shortest way to write it: "50MB"."""
    for unit in ("t", "g", "m", "k"):
        if size % _UNITS[unit] == 0:
            return f"{size // _UNITS[unit]}{unit.upper().replace('K', 'k')}B"
    return str(size)
