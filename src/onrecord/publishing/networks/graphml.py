"""GraphML as every program reads it: names, weights, attributes, and nothing of any one program.

http://graphml.graphdrawing.org/specification.html
"""

import json
from collections.abc import Iterator

from onrecord.model.network import Network, Node
from onrecord.publishing.networks.number import number
from onrecord.publishing.networks.vertices import attribute_names, edges, frequencies, vertices
from onrecord.publishing.networks.xml_text import attribute, content

_KEYS = (
    ("name", "node", "string"),
    ("variable", "node", "string"),
    ("frequency", "node", "int"),
    ("source_id", "node", "string"),  # igraph keeps the numbers of the nodes as `id`
    ("color", "node", "string"),
    ("weight", "edge", "double"),
    ("settings", "graph", "string"),
)


def lines(network: Network) -> Iterator[str]:
    """The file, line by line; the settings are data of the graph, as JSON."""
    nodes = vertices(network)
    extra = {name: f"attribute{at}" for at, name in enumerate(attribute_names(nodes))}
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for name, of, kind in _KEYS:
        yield f'<key id="{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>\n'
    for name, key in extra.items():
        yield f'<key id="{key}" for="node" attr.name="{attribute(name)}" attr.type="string"/>\n'
    yield '<graph id="onrecord" edgedefault="undirected">\n'
    yield _data("settings", json.dumps(network.settings, ensure_ascii=False))
    for at, (node, frequency) in enumerate(zip(nodes, frequencies(network), strict=True)):
        yield f'<node id="n{at}">\n'
        yield from _node(node, frequency, extra)
        yield "</node>\n"
    for at, (row, column, weight) in enumerate(edges(network)):
        yield f'<edge id="e{at}" source="n{row}" target="n{column}">{_data("weight", number(weight)).strip()}</edge>\n'
    yield "</graph>\n</graphml>\n"


def _node(node: Node, frequency: int, extra: dict[str, str]) -> Iterator[str]:
    yield _data("name", node.name)
    yield _data("variable", node.variable)
    yield _data("frequency", str(frequency))
    if node.id is not None:
        yield _data("source_id", node.id)
    if node.colour is not None:
        yield _data("color", "#{:02x}{:02x}{:02x}".format(*node.colour))
    for name, value in node.attributes.items():
        yield _data(extra[name], value)


def _data(key: str, value: str) -> str:
    return f'<data key="{key}">{content(value)}</data>\n'
