"""Records as plain data, which msgpack and JSON can hold, and back."""

from __future__ import annotations

from dataclasses import asdict, is_dataclass
from functools import cache
from itertools import repeat
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def to_plain(record: DataclassInstance) -> dict[str, Any]:
    """A record of `extract.model` as dicts, tuples, strings, numbers and None."""
    return asdict(record)


def from_plain(kind: type[T], value: Any) -> T:
    """The record of `kind` that `value` was made from; lists may stand for tuples."""
    built: T = _built(kind, value)
    return built


def _built(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        return kind(**{name: _built(hints[name], part) for name, part in value.items()})
    if isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields"):
        hints = _hints(kind)
        return kind(*(_built(hints[name], part) for name, part in zip(kind._fields, value, strict=True)))
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _built(next(each for each in arguments if each is not NoneType), value)
    if origin is tuple:
        kinds = repeat(arguments[0]) if arguments[-1] is Ellipsis else arguments
        return tuple(_built(each, part) for each, part in zip(kinds, value, strict=False))
    return kind(value)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
