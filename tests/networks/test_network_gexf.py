"""The rules of GEXF 1.3 that hold between the places of a file, which no grammar of elements says.

Said again from the format's description (https://gexf.net/schema.html): ids are unique and what refers to one finds
it, values are of the type that was declared, nothing is declared twice, colours are in the namespace of 1.3.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from lxml import etree
from studies import QUARREL, dna_file

import onrecord
from onrecord.model.network import Network, Node
from onrecord.publishing.networks import gexf

SPACE, VIZ = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"
DOUBLE = r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?"
TYPES = {"string": r"(?s:.*)", "integer": r"[-+]?\d+", "double": DOUBLE, "boolean": "true|false"}
SETTINGS: tuple[dict[str, Any], ...] = (
    {"aggregation": "subtract"},
    {"aggregation": "congruence", "normalisation": "average"},
    {"mode": "two", "aggregation": "combine"},
    {"mode": "two", "aggregation": "subtract", "normalisation": "activity"},
    {"exclude": (("concept", "build"), ("concept", "pay"), ("concept", "salmon"))},
)


def slips(root: Any) -> Iterator[str]:
    """Each rule that the file breaks, by name."""
    if (root.tag, root.get("version")) != (f"{SPACE}gexf", "1.3"):
        yield "version"
    if {each.tag.partition("}")[0] + "}" for each in root.iter()} - {SPACE, VIZ}:
        yield "namespace"
    graph = root.find(f"{SPACE}graph")
    if graph.get("defaultedgetype") not in ("directed", "undirected", "mutual"):
        yield "edgetype"
    yield from _declaring(graph)
    nodes, edges = list(graph.iter(f"{SPACE}node")), list(graph.iter(f"{SPACE}edge"))
    for named, some in (("node ids", nodes), ("edge ids", edges)):
        if len({each.get("id") for each in some}) < len(some) or any(not each.get("id") for each in some):
            yield named
    if any(each.get("label") is None for each in nodes):
        yield "labels"
    known = {each.get("id") for each in nodes}
    if any(not {each.get("source"), each.get("target")} <= known for each in edges):
        yield "ends"
    if len({frozenset((each.get("source"), each.get("target"))) for each in edges}) < len(edges):
        yield "one edge a pair"
    if any(not re.fullmatch(DOUBLE, each.get("weight", "")) for each in edges):
        yield "weights"
    colours = [each.get(part, "") for each in graph.iter(f"{VIZ}color") for part in "rgb"]
    if any(not re.fullmatch(r"\d{1,3}", each) or int(each) > 255 for each in colours):
        yield "colours"


def _declaring(graph: Any) -> Iterator[str]:
    """What is declared, and whether the values keep to it."""
    types = {}
    for each in graph.iterfind(f"{SPACE}attributes[@class='node']/{SPACE}attribute"):
        if (
            not each.get("id")
            or not each.get("title")
            or each.get("type") not in TYPES
            or each.get("id") in types
        ):
            yield "declared"
        types[each.get("id")] = each.get("type")
    titles = [each.get("title") for each in graph.iter(f"{SPACE}attribute")]
    if len(set(titles)) < len(titles):
        yield "titles"
    for values in graph.iter(f"{SPACE}attvalues"):
        used = [each.get("for") for each in values]
        if len(set(used)) < len(used) or not set(used) <= set(types):
            yield "undeclared"
        if any(not each.get("value") for each in values):
            yield "empty"
        if any(
            not re.fullmatch(TYPES.get(types.get(each.get("for")), ""), each.get("value")) for each in values
        ):
            yield "types"


def written(network: Network) -> str:
    return "".join(gexf.lines(network))


@pytest.mark.parametrize("settings", SETTINGS)
def test_a_file_breaks_no_rule(settings: dict[str, Any], tmp_path: Path) -> None:
    root = etree.fromstring(written(onrecord.network(dna_file(tmp_path, QUARREL), **settings)).encode())
    assert list(slips(root)) == []
    assert len(list(root.iter(f"{VIZ}color"))) == len(list(root.iter(f"{SPACE}node")))


def odd() -> Network:
    """Nodes that have what others have not, nothing at all, and attributes by names that every node has."""
    rows = (
        Node(name="Anglers", variable="actor", attributes={"Type": "lobby", "Notes": ""}, colour=(0, 7, 255)),
        Node(name="", variable="actor", attributes={"frequency": "often", 'Seat "A"': "<1>"}),
        Node(name="Ministry", variable="actor"),
    )
    matrix = np.array([[0, -0.25, 1e-7], [-0.25, 0, 3.0], [1e-7, 3.0, 0]])
    return Network(
        mode="one",
        rows=rows,
        columns=rows,
        matrix=matrix,
        frequencies=(np.array([4, 0, 2]), np.array([4, 0, 2])),
        statements=6,
        settings={"rules": "onrecord"},
    )


def test_an_odd_network_breaks_none_either_and_nothing_empty_is_written() -> None:
    root = etree.fromstring(written(odd()).encode())
    assert list(slips(root)) == []
    assert [len(each) for each in root.iter(f"{SPACE}attvalues")] == [3, 3, 2]
    assert [float(each.get("weight")) for each in root.iter(f"{SPACE}edge")] == [-0.25, 1e-7, 3.0]


SPOILED: tuple[tuple[str, str, str, str], ...] = (
    ("version", f"{SPACE}gexf", "version", "1.2"),
    ("edgetype", f"{SPACE}graph", "defaultedgetype", "mixed"),
    ("declared", f"{SPACE}attribute", "type", "text"),
    ("titles", f"{SPACE}attribute", "title", "frequency"),
    ("undeclared", f"{SPACE}attvalue", "for", "77"),
    ("empty", f"{SPACE}attvalue", "value", ""),
    ("node ids", f"{SPACE}node", "id", "1"),
    ("edge ids", f"{SPACE}edge", "id", "1"),
    ("ends", f"{SPACE}edge", "target", "9"),
    ("one edge a pair", f"{SPACE}edge", "target", "2"),
    ("weights", f"{SPACE}edge", "weight", "heavy"),
    ("weights", f"{SPACE}edge", "weight", "nan"),
    ("colours", f"{VIZ}color", "g", "256"),
)


@pytest.mark.parametrize(("rule", "tag", "name", "value"), SPOILED)
def test_each_rule_is_seen_when_it_is_broken(rule: str, tag: str, name: str, value: str) -> None:
    root = etree.fromstring(written(odd()).encode())
    next(root.iter(tag)).set(name, value)
    assert rule in set(slips(root))


def test_colours_of_another_version_and_words_for_numbers_are_seen() -> None:
    text = written(odd())
    assert "namespace" in set(slips(etree.fromstring(text.replace("1.3/viz", "1.2draft/viz").encode())))
    assert "types" in set(
        slips(etree.fromstring(text.replace('for="1" value="4"', 'for="1" value="four"').encode()))
    )
