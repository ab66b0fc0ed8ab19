"""Records as plain data, which msgpack and JSON can hold, and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def to_plain(record: DataclassInstance) -> dict[str, Any]:
    """A record of `extract.model` as dicts, tuples, strings, numbers and None."""
    return {name: _plain(getattr(record, name)) for name in _attributes(type(record))}


@cache
def _attributes(kind: type[DataclassInstance]) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


def _plain(value: Any) -> Any:
    """(`asdict` of the standard library copies every value.)"""
    kind = type(value)
    if kind in _SCALARS:
        return value
    if kind is tuple:
        return tuple([_plain(part) for part in value])
    if isinstance(value, tuple):
        return kind(*map(_plain, value))
    return to_plain(value) if is_dataclass(kind) else value


_SCALARS = (str, NoneType, int, float, bool)


def from_plain(kind: type[T], value: Any) -> T:
    """The record of `kind` that `value` was made from; lists may stand for tuples."""
    found: Any = kind  # (as mypy sees it, no type can be hashed)
    build = _builder(found)
    built: T = value if build is None or value is None else build(value)
    return built


#: What makes a value from its plain form, which is not None; None for what is plain itself.
_Builder = Callable[[Any], Any] | None
_PLAIN = (str, int, bool)


@cache
def _builder(kind: Any) -> _Builder:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _builder(next(each for each in arguments if each is not NoneType))
    if origin is tuple and arguments[-1] is Ellipsis:
        return _several(_builder(arguments[0]))
    if origin is tuple:
        items = [_builder(each) for each in arguments]
        return (lambda value: tuple(map(_made, items, value))) if any(items) else tuple
    if is_dataclass(kind) and isinstance(kind, type):
        return _record_builder(kind)
    if isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return lambda value: kind(*map(_made, _parts(kind).values(), value))
    made: Callable[[Any], Any] = kind
    return None if kind in _PLAIN else made


def _made(build: _Builder, part: Any) -> Any:
    return part if build is None or part is None else build(part)


def _several(item: _Builder) -> _Builder:
    if item is None:
        return tuple
    return lambda value: tuple([None if part is None else item(part) for part in value])


def _record_builder(kind: type) -> Callable[[Any], Any]:
    def build(value: dict[str, Any]) -> Any:
        builders = _parts(kind)
        return kind(**{name: _made(builders[name], part) for name, part in value.items()})

    return build


@cache
def _parts(kind: type) -> dict[str, _Builder]:
    """(Looked up when a value is built: a kind may hold others of its own.) In the order in which they are declared."""
    return {name: _builder(hint) for name, hint in get_type_hints(kind).items()}
