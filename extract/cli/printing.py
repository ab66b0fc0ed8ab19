"""Text for terminals and JSON for programs: nothing that an article or a file name holds may steer either."""

from __future__ import annotations

import dataclasses
import json
import re
import sys
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

#: Joiners make letters and emoji and steer nothing.
_HARMLESS = frozenset("\n\u200c\u200d")
_STEERING = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_STRANGE = re.compile("[^\\x20-\\x7e\n]")


def printable(text: str) -> str:
    """Text that cannot steer a terminal: control and direction characters are shown as marks."""
    return _STRANGE.sub(lambda match: f"<U+{ord(match[0]):04X}>" if _steers(match[0]) else match[0], text)


def _steers(char: str) -> bool:
    return char not in _HARMLESS and unicodedata.category(char) in _STEERING


def print_json(record: Any) -> None:
    """Prints one JSON object on a line, in UTF-8 whatever the terminal's encoding is (RFC 8259)."""
    text = json.dumps(record, ensure_ascii=False)
    click.echo(_STRANGE.sub(lambda match: _escape(match[0]) if _steers(match[0]) else match[0], text).encode())


def _escape(char: str) -> str:
    return json.dumps(char)[1:-1] if ord(char) > 0x7E else f"\\u{ord(char):04x}"


def print_records(records: Iterable[DataclassInstance]) -> None:
    """Prints each record as a JSON object on a line of its own."""
    for record in records:
        print_json(dataclasses.asdict(record))


def is_terminal() -> bool:
    """Whether standard output is one."""
    return sys.stdout is not None and sys.stdout.isatty()
