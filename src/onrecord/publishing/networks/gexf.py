"""GEXF 1.3, for Gephi and others: https://gexf.net/schema.html."""

from collections.abc import Iterator

from onrecord.model.network import Network, Node
from onrecord.publishing.networks.number import number
from onrecord.publishing.networks.settings_line import settings_line
from onrecord.publishing.networks.vertices import attribute_names, edges, frequencies, vertices
from onrecord.publishing.networks.xml_text import attribute, content


def lines(network: Network) -> Iterator[str]:
    """The file, line by line; the settings are its description."""
    nodes = vertices(network)
    names = dict.fromkeys(["variable", "frequency", *attribute_names(nodes)])
    keys = {name: str(at) for at, name in enumerate(names)}
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
    made_by = content(settings_line(network.settings))
    yield f"<meta><creator>OnRecord</creator><description>{made_by}</description></meta>\n"
    yield '<graph mode="static" defaultedgetype="undirected">\n<attributes class="node">\n'
    for name, key in keys.items():
        kind = "integer" if key == keys["frequency"] else "string"
        yield f'<attribute id="{key}" title="{attribute(name)}" type="{kind}"/>\n'
    yield "</attributes>\n<nodes>\n"
    for at, (node, frequency) in enumerate(zip(nodes, frequencies(network), strict=True)):
        yield from _node(at, node, frequency, keys)
    yield "</nodes>\n<edges>\n"
    for at, (row, column, weight) in enumerate(edges(network)):
        yield f'<edge id="{at}" source="{row}" target="{column}" weight="{number(weight)}"/>\n'
    yield "</edges>\n</graph>\n</gexf>\n"


def _node(at: int, node: Node, frequency: int, keys: dict[str, str]) -> Iterator[str]:
    yield f'<node id="{at}" label="{attribute(node.name)}">\n<attvalues>\n'
    values = {**node.attributes, "variable": node.variable, "frequency": str(frequency)}
    for name, key in keys.items():
        if values.get(name):
            yield f'<attvalue for="{key}" value="{attribute(values[name])}"/>\n'
    yield "</attvalues>\n"
    if node.colour is not None:
        yield '<viz:color r="{}" g="{}" b="{}"/>\n'.format(*node.colour)
    yield "</node>\n"
