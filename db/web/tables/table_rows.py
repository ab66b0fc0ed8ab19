"""The rows of a table page: HTML of the cells that it shows, and of no others.

Datasette asks all plugins for each cell of all columns that it read, one by one, and its asynchronous templates take
twice as long for a cell as the cell itself. A page has up to 5,000 cells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from functools import wraps
from typing import Any

from datasette.utils import is_url, path_from_row_pks, to_css_class
from markupsafe import Markup, escape

from db.web import databases
from db.web.http.asgi import Datasette
from db.web.tables import cells

#: The columns that the page of a table shows, None for all that it reads.
shown: ContextVar[frozenset[str] | None] = ContextVar("shown", default=None)
_EMPTY, _UNSEEN = Markup("&nbsp;"), ""


def display_at_once() -> None:
    """Makes Datasette display the rows of tables of ours so, unless another plugin changes cells as well."""
    from datasette.views import table

    if not hasattr(table.display_columns_and_rows, "__wrapped__"):
        table.display_columns_and_rows = _displaying(table.display_columns_and_rows)


def _displaying(every: Any) -> Any:
    from datasette.plugins import pm

    @wraps(every)
    async def display_columns_and_rows(
        datasette: Datasette,
        database: str,
        table: str,
        description: Any,
        rows: Sequence[Any],
        link_column: bool = False,
        truncate_cells: int = 0,
        sortable_columns: Any = None,
    ) -> Any:
        async def datasettes_own(rows: Sequence[Any]) -> Any:
            return await every(
                datasette, database, table, description, rows, link_column, truncate_cells, sortable_columns
            )

        if database not in databases.of(datasette).names or len(pm.hook.render_cell.get_hookimpls()) != 1:
            return await datasettes_own(rows)
        keys: list[str] = await datasette.get_database(database).primary_keys(table) if link_column else []
        if link_column and len(keys) != 1:
            return await datasettes_own(rows)
        columns, _ = await datasettes_own([])
        made = _Rows(datasette, database, table, keys[0] if link_column else None)
        try:
            return columns, [made.row(row, [column[0] for column in description], truncate_cells) for row in rows]
        except _DatasettesOwnError:
            return await datasettes_own(rows)

    return display_columns_and_rows


class _DatasettesOwnError(Exception):
    """A value that only Datasette displays."""


class _Rows:
    """Makes rows of a table as Datasette has them; `key`: the column that becomes a link."""

    def __init__(self, datasette: Datasette, database: str, table: str, key: str | None) -> None:
        from datasette.views.table import Row

        self._row = Row
        self._of = (datasette, database, table)
        self._key = key
        self._path = datasette.urls.table(database, table)
        self._shown = shown.get()

    def row(self, row: Any, columns: Sequence[str], most: int) -> Any:
        made = [] if self._key is None else [self._link(row, self._key)]
        for column, value in zip(columns, row, strict=True):
            if column != self._key:
                is_shown = self._shown is None or column in self._shown
                html = self._html(column, value, row, most) if is_shown else _UNSEEN
                kind = "none" if value is None else type(value).__name__
                made.append({"column": column, "value": html, "raw": value, "value_type": kind})
        return self._row(made)

    def _link(self, row: Any, key: str) -> dict[str, Any]:
        plain, quoted = path_from_row_pks(row, [key], False, False), path_from_row_pks(row, [key], False)
        html = Markup(f'<a href="{self._path}/{quoted}">{escape(plain)}</a>')  # noqa: S704 (escaped)
        return {"column": key, "value_type": "pk", "is_special_link_column": False, "raw": plain, "value": html}

    def _html(self, column: str, value: Any, row: Any, most: int) -> str:
        if value is None or value == "":
            return _EMPTY
        datasette, database, table = self._of
        if html := cells.render(cells.Cell(datasette, database, table, column, value, row)):
            return html
        words = str(value)
        if isinstance(value, bytes | dict) or is_url(words.strip()):
            raise _DatasettesOwnError
        return words if not most or len(words) <= most else f"{words[:most]}…"


def html_of_rows(
    rows: Sequence[Sequence[Mapping[str, Any]]], names: Sequence[str], labels: Mapping[str, str], articles: Any
) -> Markup:
    """The rows of a table's body, with these columns."""
    starts = {name: (escape(to_css_class(name)), escape(labels.get(name) or name.replace("_", " "))) for name in names}
    return Markup("").join(_html_of_row(row, starts, articles) for row in rows)


def _html_of_row(row: Sequence[Mapping[str, Any]], starts: Mapping[str, tuple[str, str]], articles: Any) -> Markup:
    by_name = {cell["column"]: cell for cell in row}
    made = []
    for name, (css, label) in starts.items():
        if name == "marks":
            made.append(f'<td class="x-marks" data-label="marks">{escape(cells.chips(row))}</td>')  # type: ignore[arg-type]
        else:
            cell = by_name[name]
            html = cells.with_article(by_name, name, articles) if name in _BY_ARTICLE else cell["value"]
            kind = cell["value_type"]  # a class of Python, whose name needs no escaping
            made.append(f'<td class="col-{css} type-{kind}" data-label="{label}">{escape(html)}</td>')
    return Markup(f"<tr>\n{''.join(made)}\n</tr>")  # noqa: S704 (escaped)


#: Columns whose cells depend on others (`cells.with_article`).
_BY_ARTICLE = frozenset(("article", "title", "headline"))
