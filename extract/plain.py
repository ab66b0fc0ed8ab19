"""Records as plain data, which msgpack and JSON can hold, and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, is_dataclass
from functools import cache
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
    found: Any = kind  # (as mypy sees it, no type can be hashed)
    built: T = _builder(found)(value)
    return built


@cache
def _builder(kind: Any) -> Callable[[Any], Any]:
    """What makes a value of this kind from its plain form. None stays None."""
    build = _builder_of_some(kind)
    return lambda value: None if value is None else build(value)


def _builder_of_some(kind: Any) -> Callable[[Any], Any]:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _builder(next(each for each in arguments if each is not NoneType))
    if origin is tuple and arguments[-1] is Ellipsis:
        item = _builder(arguments[0])
        return lambda value: tuple([item(part) for part in value])
    if origin is tuple:
        items = [_builder(each) for each in arguments]
        return lambda value: tuple([item(part) for item, part in zip(items, value, strict=False)])
    if is_dataclass(kind) and isinstance(kind, type):
        return lambda value: kind(**{name: _parts(kind)[name](part) for name, part in value.items()})
    if isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return lambda value: kind(*[_parts(kind)[name](part) for name, part in zip(kind._fields, value, strict=True)])
    made: Callable[[Any], Any] = kind
    return made


@cache
def _parts(kind: type) -> dict[str, Callable[[Any], Any]]:
    """(Looked up when a value is built: a kind may hold others of its own.)"""
    return {name: _builder(hint) for name, hint in get_type_hints(kind).items()}
