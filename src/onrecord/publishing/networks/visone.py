"""GraphML with what visone draws: shapes and colours of nodes, colours of edges, as DNA writes it.

visone (https://visone.ethz.ch) keeps them in keys of its own, which other programs may stumble over: for those there is
plain GraphML.  Nodes stand on a circle, the rows on an outer and the columns on an inner one.
"""

import re
from collections.abc import Iterator
from math import cos, pi, sin

from onrecord.model.network import Network, Node
from onrecord.publishing.networks.number import number
from onrecord.publishing.networks.settings_line import settings_line
from onrecord.publishing.networks.vertices import attribute_names, edges, frequencies, vertices
from onrecord.publishing.networks.xml_text import attribute, content

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:visone="http://visone.info/xmlns" \
xmlns:y="http://www.yworks.com/xml/graphml" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<key for="node" id="d0" yfiles.type="nodegraphics"/>
<key for="edge" id="e0" yfiles.type="edgegraphics"/>
<key for="graph" id="prop" visone.type="properties"/>
<key attr.name="id" attr.type="string" for="node" id="id"/>
<key attr.name="name" attr.type="string" for="node" id="name"/>
<key attr.name="variable" attr.type="string" for="node" id="variable"/>
<key attr.name="frequency" attr.type="int" for="node" id="frequency"/>
<key attr.name="weight" attr.type="double" for="edge" id="weight"/>
"""

_SHAPES = {"rows": "ellipse", "columns": "roundrectangle"}
_GREEN, _RED, _BLUE, _BLACK, _GREY = "#00ff00", "#ff0000", "#0000ff", "#000000", "#d3d3d3"
_KINDS = {1.0: _GREEN, 2.0: _RED, 3.0: _BLUE}
_TWO = re.compile("-(?=-)")  # hyphens that a comment of XML may not hold
_MIDDLE, _RADIUS = (400.0, 300.0), {"rows": 280.0, "columns": 150.0}


def lines(network: Network) -> Iterator[str]:
    """The file, line by line."""
    nodes = vertices(network)
    extra = {name: f"a{at}" for at, name in enumerate(attribute_names(nodes))}
    yield _HEAD
    for name, key in extra.items():
        yield f'<key attr.name="{attribute(name)}" attr.type="string" for="node" id="{key}"/>\n'
    yield f"<!-- {_TWO.sub('- ', content(settings_line(network.settings)))} -->\n"
    yield (
        f'<graph edgedefault="undirected" id="DNA" parse.edges="{sum(1 for _ in network.ties())}" '
        f'parse.nodes="{len(nodes)}" parse.order="free">\n'
    )
    yield '<data key="prop"><visone:labelAttribute edgeLabel="weight" nodeLabel="name"/></data>\n'
    names = [node.id or str(at) for at, node in enumerate(nodes)]
    if len(set(names)) < len(names):
        names = [str(at) for at in range(len(nodes))]
    for at, (node, frequency) in enumerate(zip(nodes, frequencies(network), strict=True)):
        side = "rows" if at < len(network.rows) else "columns"
        yield from _node(node, names[at], frequency, side, _place(network, at, side), extra)
    for at, (row, column, weight) in enumerate(edges(network)):
        yield f'<edge id="e{at}" source="n{names[row]}" target="n{names[column]}">\n'
        yield f'<data key="weight">{number(weight)}</data>\n'
        colour = _colour(weight, str(network.settings["aggregation"]))
        line = f'<y:LineStyle color="{colour}" type="line" width="2.0"/>'
        drawn = f"<y:PolyLineEdge>{line}</y:PolyLineEdge>"
        yield f'<data key="e0"><visone:polyLineEdge>{drawn}</visone:polyLineEdge></data>\n'
        yield "</edge>\n"
    yield "</graph>\n</graphml>\n"


def _node(
    node: Node, name: str, frequency: int, side: str, place: tuple[float, float], extra: dict[str, str]
) -> Iterator[str]:
    yield f'<node id="n{name}">\n'
    yield f'<data key="id">{content(name)}</data>\n<data key="name">{content(node.name)}</data>\n'
    yield f'<data key="variable">{content(node.variable)}</data>\n'
    yield f'<data key="frequency">{frequency}</data>\n'
    for attribute_name, value in node.attributes.items():
        yield f'<data key="{extra[attribute_name]}">{content(value)}</data>\n'
    fill = _GREY if node.colour is None else "#{:02x}{:02x}{:02x}".format(*node.colour)
    yield '<data key="d0"><visone:shapeNode><y:ShapeNode>'
    yield f'<y:Geometry height="20.0" width="20.0" x="{place[0]:.1f}" y="{place[1]:.1f}"/>'
    yield f'<y:Fill color="{fill}" transparent="false"/><y:BorderStyle color="{_BLACK}" type="line" width="1.0"/>'
    yield f'<y:NodeLabel>{content(node.name)}</y:NodeLabel><y:Shape type="{_SHAPES[side]}"/>'
    yield "</y:ShapeNode></visone:shapeNode></data>\n</node>\n"


def _place(network: Network, at: int, side: str) -> tuple[float, float]:
    first, count = (0, len(network.rows)) if side == "rows" else (len(network.rows), len(network.columns))
    angle = 2 * pi * (at - first) / count
    return _MIDDLE[0] + _RADIUS[side] * cos(angle), _MIDDLE[1] + _RADIUS[side] * sin(angle)


def _colour(weight: float, aggregation: str) -> str:
    if aggregation == "combine":
        return _KINDS.get(weight, _BLACK)
    if aggregation == "subtract":
        return _GREEN if weight > 0 else _RED
    return {"congruence": _GREEN, "conflict": _RED}.get(aggregation, _BLACK)
