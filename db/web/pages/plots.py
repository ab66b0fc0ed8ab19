"""Plots of a few numbers over time, as SVG by pygal: without scripts, in colours that follow light and dark.

A plot goes into a page as an image with an address of its own, which changes with what it shows: the page's policy
allows no styles in the page, and a browser may keep the image for good. The numbers stand beside it as a table.
"""

from __future__ import annotations

import re
import sys
from collections import OrderedDict
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from hashlib import sha256
from types import ModuleType
from typing import Any

from datasette.utils.asgi import Request, Response

from db.coverage import Bar
from db.entities.entity_dossier import Count
from db.statements.figures import Line
from db.statements.readable_numbers import number
from db.web.http.asgi import Datasette
from db.web.pages import layout
from db.wording import cut, short_day

#: Okabe and Ito's colours, as in pages.css, and darker and lighter ones for text.
_LIGHT = {"ink": "#1b1f27", "soft": "#59606d", "line": "#dfdcd3", "main": "#0068a8", "other": "#b84a00"}
_DARK = {"ink": "#e7e4dc", "soft": "#a4a9b3", "line": "#343a44", "main": "#6db8f2", "other": "#f0a04b"}
_RULES = """
* { transition: none !important; }
.background, .plot_background { fill: none !important; }
text, text.no_data { fill: SOFT !important; font-family: system-ui, "Noto Sans", "DejaVu Sans", sans-serif !important; }
.axis .line, .guides path { stroke: LINE !important; stroke-dasharray: none !important; }
.axis.x > path.line, .axis.y > path.line { stroke: SOFT !important; }
.color-0 .rect, .color-0 .dot { fill: MAIN !important; stroke: MAIN !important; fill-opacity: 1 !important; }
.color-0 path.line { stroke: MAIN !important; stroke-width: 2 !important; fill: none !important; }
.color-1 .dot { fill: none !important; stroke: OTHER !important; stroke-width: 2 !important; }
.color-1 path.line { stroke: OTHER !important; stroke-width: 2 !important; fill: none !important; }
.series .value, .tooltip { display: none; }
.text-overlay text { fill: INK !important; }
"""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars that stand for something else than a stretch of time: from the left where their labels are long. `highest`
    ends the axis."""

    bars: tuple[Bar, ...]
    from_left: bool = False
    highest: float | None = None


Plot = tuple[Count, ...] | Line | Bars
#: The data of recent plots, by their digest. A browser asks for the image right after its page.
_MAX_RECENT = 4096
#: Characters of a label beside a bar, labels below bars.
_LABEL_CHARS, _MAX_LABELS = 28, 7
_recent: OrderedDict[str, Plot] = OrderedDict()
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"


def address(datasette: Datasette, data: Plot) -> str:
    """The address of a plot, which changes with what it shows."""
    name = sha256(repr(data).encode()).hexdigest()[:24]
    _recent[name] = data
    _recent.move_to_end(name)
    while len(_recent) > _MAX_RECENT:
        _recent.popitem(last=False)
    return str(datasette.urls.path(f"/-/plot/{name}.svg"))


async def plot(datasette: Datasette, request: Request) -> Response:
    """A plot that a page links to."""
    await layout.allow(datasette, request, layout.database_of(datasette, request))
    data = _recent.get(request.url_vars["name"])
    if data is None:
        raise layout.not_found("This plot is no longer available. Reload the page that shows it.")
    headers = {"Cache-Control": "private, max-age=31536000, immutable", "Content-Security-Policy": _POLICY}
    drawn = bars(data) if isinstance(data, tuple) else line(data) if isinstance(data, Line) else labelled(data)
    return Response(drawn, 200, headers, "image/svg+xml")


def _colours(rules: str, colours: dict[str, str]) -> str:
    for name, colour in colours.items():
        rules = rules.replace(name.upper(), colour)
    return rules


def _css() -> str:
    return f"{_colours(_RULES, _LIGHT)} @media (prefers-color-scheme: dark) {{ {_colours(_RULES, _DARK)} }}"


def _options(height: int) -> dict[str, Any]:
    """What all plots have in common. `js` is emptied: by itself pygal loads its scripts from elsewhere."""
    style = _pygal().style.Style(
        background="transparent", plot_background="transparent", label_font_size=13, major_label_font_size=13,
        value_font_size=13, no_data_font_size=13, opacity="1", colors=(_LIGHT["main"], _LIGHT["other"]),
    )  # fmt: skip
    return {
        "js": (), "css": ("file://style.css", "file://graph.css", "file://base.css", f"inline:{_css()}"),
        "style": style, "width": 720, "height": height, "show_legend": False, "explicit_size": False,
        "margin": 8, "margin_right": 40, "disable_xml_declaration": True, "no_prefix": True, "pretty_print": False,
    }  # fmt: skip


@cache
def _pygal() -> ModuleType:
    """The library, without the import hook that it leaves behind for maps, of a kind that Python no longer knows."""
    import pygal

    sys.meta_path[:] = [hook for hook in sys.meta_path if type(hook).__name__ != "PluginImportFixer"]
    module: ModuleType = pygal
    return module


@lru_cache(maxsize=256)
def bars(data: tuple[Count, ...]) -> bytes:
    """How many in each stretch of time."""
    pygal = _pygal()
    every = max(1, -(-len(data) // _MAX_LABELS))
    most = max((bar.mentions for bar in data), default=0)
    chart = pygal.Bar(
        **_options(220), spacing=2, y_labels=_marks(most), value_formatter=number, show_x_guides=False,
        truncate_label=-1,
        x_labels_major_every=every, show_minor_x_labels=every == 1,
    )  # fmt: skip
    chart.x_labels = [short_day(bar.when) for bar in data]
    chart.add("", [bar.mentions for bar in data])
    return _bytes(chart)


@lru_cache(maxsize=256)
def labelled(data: Bars) -> bytes:
    """Bars with labels of their own."""
    pygal = _pygal()
    most = data.highest or max((bar.value for bar in data.bars), default=0)
    kind = pygal.HorizontalBar if data.from_left else pygal.Bar
    bars = data.bars[::-1] if data.from_left else data.bars  # pygal begins at the bottom
    every = 1 if data.from_left else max(1, -(-len(bars) // _MAX_LABELS))
    chart = kind(
        **_options(60 + 22 * len(bars) if data.from_left else 220), spacing=4, y_labels=_marks(most), range=(0, most),
        value_formatter=number, truncate_label=-1, x_labels_major_every=every, show_minor_x_labels=every == 1,
    )  # fmt: skip
    chart.x_labels = [cut(short_day(bar.label), _LABEL_CHARS) for bar in bars]
    chart.add("", [bar.value for bar in bars])
    return _bytes(chart)


def _marks(most: float) -> list[float]:
    """Marks on an axis from 0: at most five, at round numbers."""
    step = next(s for n in range(40) for s in (10**n, 2 * 10**n, 5 * 10**n) if s * 4 >= most)
    return [float(n) for n in range(0, int(most + step), step)]


@lru_cache(maxsize=256)
def line(data: Line) -> bytes:
    """Numbers over time, the known ones joined by a line; an open circle is a bound ("at least 12")."""
    pygal = _pygal()
    chart = pygal.DateLine(
        **_options(260), show_dots=True, dots_size=4, truncate_label=-1, value_formatter=number,
        x_value_formatter=lambda at: short_day(at.isoformat()), include_x_axis=True, show_x_guides=False,
    )  # fmt: skip
    known = [(date.fromisoformat(f.day), f.high) for f in data.figures if f.exact]
    bounds = [(date.fromisoformat(f.day), f.high if f.low is None else f.low) for f in data.figures if not f.exact]
    chart.y_labels = _marks(max(f.high or f.low or 0 for f in data.figures))
    chart.x_labels = _days(sorted({date.fromisoformat(f.day) for f in data.figures}))
    chart.add("", known)
    chart.add("", bounds, stroke=False, dots_size=6)
    return _bytes(chart)


def _days(days: list[date]) -> list[date]:
    """At most four of them for the axis, the first and the last among them, none near another."""
    reach = (days[-1] - days[0]).days or 1
    kept = days[:1]
    for day in days[1:-1]:
        if min((day - kept[-1]).days, (days[-1] - day).days) * 4 >= reach:
            kept.append(day)
    return [*kept, days[-1]] if len(days) > 1 else kept


#: What pygal writes for its own scripts, and when it was at work: the same numbers are to give the same bytes.
_PYGAL_EXTRAS = re.compile(r"<script.*?</script>|<!--.*?-->", re.S)


def _bytes(chart: Any) -> bytes:
    return _PYGAL_EXTRAS.sub("", str(chart.render())).encode()
