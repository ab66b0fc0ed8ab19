"""Rows of a table and objects of a JSON file, as articles: what their columns say, by their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from extract.errors import EmptyFileError, NoColumnError
from extract.model import Failure
from extract.readers.containers.column_names import date_of
from extract.readers.containers.labels import in_list
from extract.readers.containers.member_failures import failed
from extract.readers.containers.members import OpenContainer
from extract.readers.draft import Input
from extract.readers.record import Record, has_markup


def article(
    container: OpenContainer, row: Mapping[str, object], columns: Mapping[str, str], number: int, media_type: str
) -> Input | Failure:
    """The article of a row, called by its id, else its address, else `number` (counted from 1)."""
    values = {field: row.get(column) for field, column in columns.items()}
    key = _plain(values.get("id")) or _plain(values.get("url")) or str(number)
    source = container.box.unique(in_list(container.blob.source, key))
    text = values.get("text")
    if not isinstance(text, str) or not text.strip():
        what = "is empty" if text is None or isinstance(text, str) else "holds no text"
        words = f"row {number}: its column {columns['text']!r} {what}. Leave the row out."
        return failed(source, EmptyFileError(words))
    record = Record(
        text=text,
        markup=has_markup(text),
        title=_plain(values.get("title")),
        byline=_plain(values.get("author")),
        outlet=_plain(values.get("outlet")),
        published=date_of(values.get("date")),
        language=_plain(values.get("language")),
        url=_plain(values.get("url")),
    )
    return Input(source, record.raw(), container.as_record(media_type))


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
        self._columns = container.columns
        self._known: dict[tuple[str, ...], dict[str, str]] = {}

    def of(self, names: Iterable[str]) -> dict[str, str]:
        """Raises NoColumnError if no key is known to hold a text."""
        keys = tuple(names)
        if keys not in self._known:
            if len(self._known) > 1000:
                self._known.clear()
            self._known[keys] = self._columns.of(keys)
        return self._known[keys]


def without_text(container: OpenContainer, number: int, error: NoColumnError) -> Failure:
    """The failure of one object among many."""
    source = container.box.unique(in_list(container.blob.source, str(number)))
    return failed(source, NoColumnError(f"row {number}: {error}"))
