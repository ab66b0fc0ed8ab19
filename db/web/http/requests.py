"""Validation of requests: each `parse_*` returns a value or raises RefusedError."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from datasette.utils.asgi import Request

from db.reviews.decisions import MOST_NOTE, Correction, Reason, RefusedError, Seen, Status
from db.reviews.queue import Order, Query, Unit

#: Nobody decides about more at once; a longer list is a mistake or an attack.
MAX_CLAIMS = 5000
#: Claims that a page may ask to leave out of what comes next: those on its screen, on their way, skipped.
MAX_EXCLUDED = 400
#: Bytes of a request: a list of that many keys, and room for spans.
_MAX_BYTES = 1_000_000
#: Characters of a key, and then some.
_MAX_KEY = 40


def parse_query(request: Request) -> Query:
    """The queue that an address asks for. Raises RefusedError for an order that is none."""
    known = {f.name for f in fields(Query)}
    given: dict[str, Any] = {name: request.args.get(name) for name in known if request.args.get(name)}
    try:
        if "order" in given:
            given["order"] = Order(given["order"])
        if "unit" in given:
            given["unit"] = Unit(given["unit"])
        if "status" in given:
            given["status"] = Status(given["status"]).value
        if "seed" in given:
            given["seed"] = int(given["seed"])
    except ValueError as error:
        raise RefusedError(f"Unknown queue: {error}.") from error
    return Query(**given)


async def read_body(request: Request, *fields: str) -> dict[str, Any]:
    """The JSON object that was sent. Raises RefusedError for anything else, or other keys than `fields`."""
    raw = await request.post_body()
    if len(raw) > _MAX_BYTES:
        raise RefusedError(f"The request is too large. The limit is {_MAX_BYTES:,} bytes.")
    try:
        found = json.loads(raw)
        json.dumps(found, ensure_ascii=False).encode()  # halves of characters are no text
    except (ValueError, RecursionError) as error:
        raise RefusedError("The request is not valid JSON.") from error
    if not isinstance(found, dict):
        raise RefusedError("The request is not a JSON object.")
    if fields and (other := sorted(found.keys() - set(fields))):
        raise RefusedError(f"Unknown field {other[0][:_MAX_KEY]!r}. Use {' or '.join(fields)}.")
    return found


def _parse_list(value: Any) -> list[Any]:
    if not isinstance(value, list) or len(value) > MAX_CLAIMS:
        raise RefusedError(f"Expected a list of at most {MAX_CLAIMS:,} entries.")
    return value


def parse_claims(given: dict[str, Any]) -> list[Seen]:
    return [_parse_seen(one) for one in _parse_list(given.get("claims"))]


def _parse_seen(value: Any) -> Seen:
    match value:
        case {"claim": str(claim), "version": version} if _is_number(version) and len(claim) <= _MAX_KEY:
            return Seen(claim, version)
    raise RefusedError("A claim needs its key and the version that you saw.")


def parse_keys(given: dict[str, Any], name: str) -> list[str]:
    found = _parse_list(given.get(name))
    if not all(isinstance(one, str) and len(one) <= _MAX_KEY for one in found):
        raise RefusedError("A claim needs its key.")
    return found


def parse_parts(given: dict[str, Any]) -> list[Correction]:
    """The parts that a claim is split into."""
    return [parse_correction(part) for part in _parse_list(given.get("parts"))]


def parse_claim(given: dict[str, Any]) -> Seen:
    found = parse_claims(given)
    if len(found) != 1:
        raise RefusedError("Decide this for one claim at a time.")
    return found[0]


def parse_number(given: dict[str, Any], name: str) -> int:
    value = given.get(name)
    if not isinstance(value, int) or not _is_number(value):
        raise RefusedError(f"{name} must be a number.")
    return value


def _is_number(value: Any) -> bool:
    """Whether SQLite has room for it. (To Python, true is a number too.)"""
    return type(value) is int and abs(value) < 2**63


def parse_text(given: dict[str, Any], name: str, most: int = MOST_NOTE) -> str | None:
    value = given.get(name)
    if value is not None and not (isinstance(value, str) and len(value) <= most):
        raise RefusedError(f"{name} must be at most {most:,} characters.")
    if value and "\0" in value:
        raise RefusedError(f"{name} must not contain the character U+0000.")
    return value or None


def parse_count(request: Request, name: str, usual: int, most: int) -> int:
    """A number of an address, from 1 to `most`. Raises RefusedError for what is none."""
    found = parse_whole_number(request.args.get(name) or str(usual))
    if found is None:
        raise RefusedError(f"{name} must be a number.")
    return min(max(found, 1), most)


def parse_time(request: Request, name: str) -> str:
    """A moment of an address, in UTC, as rows have it; without one, the beginning of this day in UTC. Raises
    RefusedError for what is none."""
    given = request.args.get(name)
    try:
        found = datetime.fromisoformat(given) if given else datetime.now(UTC).replace(hour=0, minute=0, second=0)
        return found.astimezone(UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError) as error:
        raise RefusedError(f"{name} must be a time in ISO 8601.") from error


def parse_whole_number(given: str) -> int | None:
    """A whole number of up to nine digits; None for anything else. (Python takes digits of any script, and longer
    numbers than SQLite has room for.)"""
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else None


def parse_reason(given: dict[str, Any]) -> Reason | None:
    value = given.get("reason")
    try:
        return Reason(value) if value else None
    except ValueError as error:
        raise RefusedError(f"Unknown reason {value!r}. Use one of: {', '.join(Reason)}.") from error


def parse_status(given: dict[str, Any]) -> Status:
    value = given.get("status")
    if value not in (Status.ACCEPTED, Status.REJECTED):
        raise RefusedError("The status must be accepted or rejected.")
    return Status(value)


_SPANS = frozenset({"subject", "relation", "object", "source", "cue", "time", "place"})


def parse_correction(value: Any) -> Correction:
    """From {part: [[start, end], ...], mark: word}. Raises RefusedError for what is neither."""
    if not isinstance(value, dict) or set(value) - {f.name for f in fields(Correction)}:
        raise RefusedError("A correction can only contain parts and marks of a claim.")
    changes: dict[str, Any] = {name: _parse_value(name, v) for name, v in value.items()}
    return Correction(**changes)


def _parse_value(name: str, value: Any) -> Any:
    if name == "further":
        return tuple(_parse_qualifier(one) for one in _parse_list(value))
    return _parse_spans(value) if name in _SPANS else _parse_word(value)


def _parse_qualifier(value: Any) -> tuple[str, Any]:
    match value:
        case {"role": role, "spans": spans}:
            return _parse_word(role), _parse_spans(spans)
    raise RefusedError("A qualifier needs a role and spans.")


def _parse_spans(value: Any) -> tuple[tuple[int, int], ...]:
    match value:
        case [*pairs] if len(pairs) <= 50 and all(_is_pair(pair) for pair in pairs):
            return tuple((start, end) for start, end in pairs)
    raise RefusedError("A part must be a list of [start, end] pairs.")


def _is_pair(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(_is_number(number) for number in value)


def _parse_word(value: Any) -> str:
    if not isinstance(value, str) or len(value) > 200 or "\0" in value:
        raise RefusedError("A mark must be a word.")
    return value
