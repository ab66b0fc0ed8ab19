"""Plain values that the rules make by the hundred thousand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def value(cls: type[T]) -> type[T]:
    """A dataclass for values inside the program, whose fields only the type checker keeps from being set.

    Making a frozen dataclass of five fields takes four times as long. What the library gives to others is frozen.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
