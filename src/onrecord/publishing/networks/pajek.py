"""Pajek's .net: vertices, then edges with their weights; with mode two the rows are the first vertices.

http://mrvar.fdv.uni-lj.si/pajek/ (DrawEPS, Pajek's manual); the settings are the network's name.
"""

from collections.abc import Iterator

from onrecord.model.network import Network
from onrecord.publishing.networks.number import number
from onrecord.publishing.networks.settings_line import settings_line
from onrecord.publishing.networks.vertices import edges, vertices


def lines(network: Network) -> Iterator[str]:
    """The file, line by line."""
    nodes = vertices(network)
    first = "" if network.mode == "one" else f" {len(network.rows)}"
    yield f"*Network {_line(settings_line(network.settings))}\n"
    yield f"*Vertices {len(nodes)}{first}\n"
    for at, node in enumerate(nodes, start=1):
        yield f'{at} "{_line(node.name)}"\n'
    yield "*Edges\n"
    for row, column, weight in edges(network):
        yield f"{row + 1} {column + 1} {number(weight)}\n"


def _line(text: str) -> str:
    return " ".join(text.split()).replace('"', "'")
