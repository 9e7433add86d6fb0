"""A network as what other libraries work with: a networkx graph, a pandas frame.  Neither is needed to make one."""

import importlib
from math import isnan
from types import ModuleType
from typing import Any

from onrecord.errors import UsageError
from onrecord.model.network import Network
from onrecord.publishing.networks.settings_line import settings_line
from onrecord.publishing.networks.vertices import edges, frequencies, vertices


def as_networkx(network: Network) -> Any:
    """The network as a `networkx.Graph`: its nodes are numbered from 0, the rows first, as in GraphML.

    A node has `name`, `variable`, `frequency` and the source's attributes, with mode two `bipartite` too (0 a row, 1 a
    column); an edge has `weight`, and the ends of its intervals where there are any.  `graph.graph["settings"]` says
    what it was made by.  Raises UsageError (``extra``) where networkx is not installed.
    """
    graph = _library("networkx").Graph(settings=settings_line(network.settings))
    two, shift = network.mode == "two", len(network.rows)
    for at, (node, count) in enumerate(zip(vertices(network), frequencies(network), strict=True)):
        own: dict[str, object] = {"name": node.name, "variable": node.variable, "frequency": count}
        graph.add_node(at, **{**node.attributes, **own, **({"bipartite": int(at >= shift)} if two else {})})
    sure = {} if network.sureness is None else network.sureness.matrices()
    for one, other, weight in edges(network):
        column = other - shift if two else other
        known = {name: float(of[one, column]) for name, of in sure.items() if not isnan(of[one, column])}
        graph.add_edge(one, other, weight=weight, **known)
    return graph


def as_pandas(network: Network) -> Any:
    """The matrix as a `pandas.DataFrame` with the names of rows and columns.

    `frame.attrs["settings"]` says what it was made by.  Raises UsageError (``extra``) where pandas is not installed.
    """
    pandas, settings = _library("pandas"), network.settings
    down = pandas.Index([node.name for node in network.rows], name=settings["rows"])
    across = pandas.Index(
        [node.name for node in network.columns],
        name=settings["rows" if network.mode == "one" else "columns"],
    )
    frame = pandas.DataFrame(network.matrix.copy(), index=down, columns=across)
    frame.attrs["settings"] = dict(settings)
    return frame


def _library(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise UsageError(
            f"this needs {name}, which is not installed: pip install {name}", code="extra"
        ) from error
