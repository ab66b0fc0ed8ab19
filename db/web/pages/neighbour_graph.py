"""An entity and its neighbours as a drawing: what it acts on to the right, what acts on it to the left, each a link.

Only places and lines are computed here; colours are the page's own, so that they follow light and dark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from db.entities.entity_dossier import Neighbour
from db.wording import cut

WIDTH = 640
_ROW = 54
_BOX = 176
_LABEL = 22
#: A narrow graph, and where its lines go down.
_NARROW, _STEM = 330, 60
_WORDS = 24


@dataclass(frozen=True, slots=True)
class Node:
    """A box with its middle left edge, its label and what the line to it says."""

    key: str
    label: str
    name: str
    x: int
    y: int
    says: str
    line: str  # an SVG path
    kind: str  # "does", "suffers" or "together"
    words_x: int
    words_y: int


@dataclass(frozen=True, slots=True)
class Graph:
    width: int
    height: int
    box: int
    hub_x: int
    hub_y: int
    label: str
    nodes: tuple[Node, ...]


def graph(name: str, neighbours: Sequence[Neighbour]) -> Graph:
    """Places for one entity in the middle and its neighbours on both sides."""
    right = [n for n in neighbours if n.does]
    left = [n for n in neighbours if not n.does and n.suffers]
    for one in (n for n in neighbours if not n.does and not n.suffers):
        (right if len(right) <= len(left) else left).append(one)
    rows = max(len(left), len(right), 1)
    height = rows * _ROW + 16
    middle = height // 2
    nodes = (*_placed(left, 0, height, middle), *_placed(right, WIDTH - _BOX, height, middle))
    return Graph(WIDTH, height, _BOX, (WIDTH - _BOX) // 2, middle - 18, cut(name, _LABEL), nodes)


def graphs(name: str, neighbours: Sequence[Neighbour]) -> dict[str, Graph]:
    """The graph for wide screens and for narrow ones; none where there are no neighbours."""
    if not neighbours:
        return {}
    return {"broad": graph(name, neighbours), "narrow": narrow_graph(name, neighbours)}


def narrow_graph(name: str, neighbours: Sequence[Neighbour]) -> Graph:
    """The neighbours below one another, for a screen that has no room for two sides."""
    nodes = []
    for row, one in enumerate(neighbours):
        y = 70 + row * _ROW
        path = f"M{_STEM} 36 V{y} H{_NARROW - _BOX}"
        nodes.append(replace(_node(one, _NARROW - _BOX, y, 0), line=path))
    return Graph(_NARROW, 70 + len(neighbours) * _ROW, _BOX, 0, 0, cut(name, _LABEL), tuple(nodes))


def _placed(side: Sequence[Neighbour], x: int, height: int, middle: int) -> list[Node]:
    step = height / (len(side) + 1) if side else 0
    return [_node(one, x, round(step * (n + 1)), middle) for n, one in enumerate(side)]


def _node(one: Neighbour, x: int, y: int, middle: int) -> Node:
    at_left = x == 0
    edge, hub = (_BOX, (WIDTH - _BOX) // 2) if at_left else (WIDTH - _BOX, (WIDTH + _BOX) // 2)
    half = (edge + hub) // 2
    kind = "does" if one.does else "suffers" if one.suffers else "together"
    says = {"does": one.does, "suffers": one.suffers, "together": ()}[kind]
    line = f"M{edge} {y} C{half} {y} {half} {middle} {hub} {middle}"
    return Node(
        one.key, cut(one.name, _LABEL), one.name, x, y, cut(says[0], _WORDS) if says else "", line, kind, half, y
    )
