"""UCINET's DL language: the full matrix with quoted labels.

http://www.analytictech.com/ucinet/help/hs5000.htm.  It has no place for what the matrix was made by: the command writes
that beside the file.  UCINET itself keeps 18 characters of a label.
"""

from collections.abc import Iterator, Sequence

from onrecord.model.network import Network, Node
from onrecord.publishing.networks.number import number


def lines(network: Network) -> Iterator[str]:
    """The file, line by line."""
    if network.mode == "one":
        yield f"dl n = {len(network.rows)}, format = fullmatrix\nlabels:\n"
        yield from _labels(network.rows)
    else:
        yield f"dl nr = {len(network.rows)}, nc = {len(network.columns)}, format = fullmatrix\nrow labels:\n"
        yield from _labels(network.rows)
        yield "column labels:\n"
        yield from _labels(network.columns)
    yield "data:\n"
    for weights in network.matrix:
        yield " ".join(map(number, weights.tolist())) + "\n"


def _labels(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        yield '"' + " ".join(node.name.split()).replace('"', "'") + '"\n'
