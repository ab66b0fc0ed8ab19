"""Rows of a table and objects of a JSON file, as articles: what their columns say, by their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from extract.errors import EmptyFileError, NoColumnError
from extract.model import Failure
from extract.readers.containers.column_names import date_of
from extract.readers.containers.labels import in_list
from extract.readers.containers.member_failures import failed
from extract.readers.containers.members import Found, OpenContainer, described_by
from extract.readers.draft import Input
from extract.readers.record import Record, has_markup

#: As feeds say it, too.
ONLY_SUMMARY = "only a summary, not the whole article"
#: Objects in objects of JSON that are looked into.
_MOST_DEPTH = 3
#: Objects without a text, after which no other one is looked at.
_MOST_HELD = 1_000


def article(
    container: OpenContainer, row: Mapping[str, object], columns: Mapping[str, str], number: int | str, media_type: str
) -> Found:
    """The article of a row, called by its id, else its address, else `number` (counted from 1)."""
    values = {field: row.get(column) for field, column in columns.items()}
    key = _plain(values.get("id")) or _plain(values.get("url")) or str(number)
    source = container.box.unique(in_list(container.blob.source, key))
    text, url = _text(values.get("text")), _plain(values.get("url"))
    if not text and container.how.fetch and url:
        hints = described_by(container.blob.hints, _plain(values.get("outlet")), date_of(values.get("date")))
        return container.how.fetch.linked(source, url, hints, container.blob.depth + 1)
    short = "" if text else _text(values.get("summary"))
    if not text and not short:
        column = columns.get("text") or columns.get("summary") or columns["url"]
        what = "is empty" if not values.get("text") or isinstance(values["text"], str) else "holds no text"
        words = f"row {number}: its column {column!r} {what}. Leave the row out."
        return failed(source, EmptyFileError(words))
    record = Record(
        text=text or short,
        markup=has_markup(text or short),
        title=_plain(values.get("title")),
        byline=_plain(values.get("author")),
        outlet=_plain(values.get("outlet")),
        published=date_of(values.get("date")),
        language=_plain(values.get("language")),
        url=url,
        notes=() if text else (ONLY_SUMMARY,),
    )
    return Input(source, record.raw(), container.as_record(media_type))


def _text(value: object) -> str:
    """A text, or paragraphs as one; "" for what is neither."""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = "\n\n".join(value)
    return value if isinstance(value, str) and value.strip() else ""


def _plain(value: object) -> str | None:
    """A scalar as text; an object by its name, a list joined by commas (authors)."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_plain(item) for item in value[:50] if not isinstance(item, list)))) or None
    if isinstance(value, dict):
        return next((_plain(value[key]) for key in ("name", "title") if isinstance(value.get(key), str)), None)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None


class Keys:
    """The columns of objects that need not all have the same keys."""

    def __init__(self, container: OpenContainer) -> None:
        self._columns = container.how.columns
        self._links = container.how.fetch is not None
        self._known: dict[tuple[str, ...], dict[str, str]] = {}

    def of(self, names: Iterable[str]) -> dict[str, str]:
        """Raises NoColumnError if no key is known to hold a text."""
        keys = tuple(names)
        if keys not in self._known:
            if len(self._known) > 1000:
                self._known.clear()
            self._known[keys] = self._columns.of(keys, links=self._links)
        return self._known[keys]


def flattened(value: Mapping[str, object], depth: int = _MOST_DEPTH) -> dict[str, object]:
    """An object with what stands inside other objects also under its path: "fields.body"."""
    flat = dict(value)
    for key, inner in value.items():
        if isinstance(inner, dict) and depth:
            flat |= {f"{key}.{name}": found for name, found in flattened(inner, depth - 1).items()}
    return flat


def without_text(container: OpenContainer, number: int, error: NoColumnError) -> Failure:
    """The failure of one object among many."""
    source = container.box.unique(in_list(container.blob.source, str(number)))
    return failed(source, NoColumnError(f"row {number}: {error}"))


def once(found: Iterator[Found]) -> Iterator[Found]:
    """What was found; where no object has a text, one failure of the whole file instead of one for each."""
    held: list[Failure] = []
    for member in found:
        if not isinstance(member, Failure) or member.kind != NoColumnError.__name__:
            yield from held
            yield member
            yield from found
            return
        held.append(member)
        if len(held) == _MOST_HELD:
            break
    if held:
        raise NoColumnError(held[0].reason.partition("row ")[2].partition(": ")[2])
