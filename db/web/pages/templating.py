"""Templates: what they may call, and an environment of our own for our own pages.

Datasette's environment is asynchronous, which makes each call of a macro slow; a long article has thousands.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from db.matches import MARKS
from db.statements.readable_numbers import readable
from db.web.pages import escaping
from db.web.tables import cells, table_rows
from db.wording import badge, day, days_in_words, moment, title_of

FOLDER = Path(__file__).parent.parent / "templates"


def add_filters(environment: Environment) -> None:
    """Gives an environment the filters that our templates use."""
    environment.filters.update(
        extract_safe=escaping.safe,
        extract_line=escaping.line,
        extract_visible=escaping.visible,
        extract_readable=lambda words: days_in_words(readable(words or "")),
        extract_day=lambda iso: escaping.time(iso and iso[:10], day),
        extract_moment=lambda iso: escaping.time(iso, moment),
        extract_plain_day=day,
        extract_marked=lambda words: escaping.marked(words, MARKS),
        extract_title=lambda row: title_of(row["title"], row["source"]),
        extract_visible_text=escaping.plain,
        extract_by=lambda items, key: {item[key]: item for item in items},
        extract_facet=cells.facet,
        extract_rows=table_rows.html_of_rows,
        extract_chips=cells.chips,
        extract_per_cent=cells.per_cent,
        extract_standing=cells.standing_chip,
        extract_badge=badge,
    )


@cache
def environment() -> Environment:
    """The environment of our own pages."""
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # else each inclusion asks whether its file has changed: two hundred times in a long article
    )
    add_filters(made)
    return made
