"""The nodes of a network as formats number them: rows first, with mode two the columns after them."""

from collections.abc import Iterator, Sequence

from onrecord.model.network import Network, Node


def vertices(network: Network) -> Sequence[Node]:
    """All nodes, in the order of their numbers."""
    return network.rows if network.mode == "one" else (*network.rows, *network.columns)


def frequencies(network: Network) -> list[int]:
    """The number of statements of each of them."""
    rows, columns = network.frequencies
    return [int(count) for count in (rows if network.mode == "one" else (*rows, *columns))]


def edges(network: Network) -> Iterator[tuple[int, int, float]]:
    """The two numbers and the weight of each tie, from 0."""
    shift = 0 if network.mode == "one" else len(network.rows)
    for row, column, weight in network.ties():
        yield row, column + shift, weight


def attribute_names(nodes: Sequence[Node]) -> list[str]:
    """The names of all attributes that some node has, in order."""
    return list(dict.fromkeys(name for node in nodes for name in node.attributes))
