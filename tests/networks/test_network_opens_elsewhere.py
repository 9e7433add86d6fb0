"""What we write, opened again by the libraries and the schema of others; what we hand to them from Python."""

from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import numpy as np
import pytest
from lxml import etree
from studies import QUARREL, dna_file

import onrecord
from onrecord.model.network import Network
from onrecord.publishing.networks import gexf, graphml, pajek, visone

GRAMMAR = Path(__file__).with_name("gexf-1.3.rng")
ODD = ("Zöe & <Sons> \"the\" 'first'", "🌊" * 3, "z" * 300, "tab\tand\nline", "\x0bbell\x07 \ufffe")
ROWS = tuple(
    (number % 3 + 1, name, "build", number % 2, number, "calm") for number, name in enumerate(ODD * 2)
)
SHAPES: tuple[dict[str, Any], ...] = (
    {"aggregation": "subtract"},
    {"aggregation": "congruence", "normalisation": "average"},
    {"mode": "two", "aggregation": "combine"},
    {"mode": "two", "aggregation": "subtract", "normalisation": "activity"},
    {"exclude": (("concept", "build"), ("concept", "pay"), ("concept", "salmon"))},
)


@pytest.fixture(params=range(len(SHAPES)))
def made(request: Any, tmp_path: Path) -> Network:
    return onrecord.network(dna_file(tmp_path, (*QUARREL, *ROWS)), **SHAPES[request.param])


def nodes_of(found: Network) -> list[str]:
    both = found.rows if found.mode == "one" else (*found.rows, *found.columns)
    return [node.name for node in both]


def weights_of(found: Network) -> list[float]:
    return sorted(weight for _, _, weight in found.ties())


def test_gexf_is_what_its_schema_allows(made: Network) -> None:
    grammar = etree.RelaxNG(etree.parse(GRAMMAR))
    file = etree.fromstring("".join(gexf.lines(made)).encode())
    assert grammar.validate(file), grammar.error_log
    space = "{http://gexf.net/1.3}"
    ids = {each.get("id") for each in file.iter(f"{space}node")}
    keys = {each.get("id") for each in file.iter(f"{space}attribute")}
    ends = [(each.get("source"), each.get("target")) for each in file.iter(f"{space}edge")]
    assert len(ids) == len(nodes_of(made))
    assert {end for pair in ends for end in pair} <= ids
    assert {each.get("for") for each in file.iter(f"{space}attvalue")} <= keys
    assert len(set(ends)) == len(ends) == len(weights_of(made))


def test_the_grammar_refuses_what_the_schema_refuses(made: Network) -> None:
    grammar = etree.RelaxNG(etree.parse(GRAMMAR))
    text = "".join(gexf.lines(made))
    for good, bad in (
        ('version="1.3"', 'version="1.4"'),
        ('class="node"', 'class="row"'),
        ("<nodes>", "<nodes><x/>"),
    ):
        assert not grammar.validate(etree.fromstring(text.replace(good, bad, 1).encode()))


def test_networkx_and_igraph_read_graphml(made: Network, tmp_path: Path) -> None:
    path = tmp_path / "network.graphml"
    path.write_text("".join(graphml.lines(made)), encoding="utf-8")
    by_networkx, by_igraph = nx.read_graphml(path), igraph.Graph.Read_GraphML(str(path))
    assert not by_networkx.is_directed()
    assert not by_igraph.is_directed()
    named = [each["name"] for _, each in by_networkx.nodes(data=True)]
    assert named == list(by_igraph.vs["name"])
    assert len(named) == len(nodes_of(made))
    if made.statements:
        assert {"Anglers", "🌊" * 3, "z" * 300} <= set(named)
    assert by_igraph.vs["id"] == list(by_networkx)
    assert sorted(each["weight"] for _, _, each in by_networkx.edges(data=True)) == pytest.approx(
        weights_of(made)
    )
    weights = by_igraph.es["weight"] if by_igraph.ecount() else []
    assert sorted(weights) == pytest.approx(weights_of(made))
    assert sum(by_igraph.vs["frequency"]) == sum(made.frequencies[0]) * (1 if made.mode == "one" else 2)


@pytest.mark.filterwarnings(
    "ignore:Could not add vertex ids"
)  # DNA writes such a key for visone, and so do we
def test_visone_s_graphml_is_read_by_igraph_too(made: Network, tmp_path: Path) -> None:
    path = tmp_path / "network.graphml"
    path.write_text("".join(visone.lines(made)), encoding="utf-8")
    assert igraph.Graph.Read_GraphML(str(path)).vcount() == len(nodes_of(made))


def test_networkx_reads_pajek(made: Network, tmp_path: Path) -> None:
    if made.mode == "two":
        return  # its reader knows nothing of Pajek's two modes
    path = tmp_path / "network.net"
    path.write_text("".join(pajek.lines(made)), encoding="utf-8")
    assert nx.read_pajek(path).number_of_edges() == len(weights_of(made))


def test_a_networkx_graph_has_names_weights_sides_and_settings(made: Network) -> None:
    graph = onrecord.as_networkx(made)
    assert [graph.nodes[at]["name"] for at in graph] == nodes_of(made)
    assert sorted(each["weight"] for _, _, each in graph.edges(data=True)) == weights_of(made)
    assert "rules=onrecord" in graph.graph["settings"]
    if made.mode == "two":
        shift = len(made.rows)
        assert [each for _, each in graph.nodes(data="bipartite")] == [0] * shift + [1] * len(made.columns)
        assert all(one < shift <= other for one, other in graph.edges)


def test_a_frame_has_the_matrix_under_its_names(made: Network) -> None:
    frame = onrecord.as_pandas(made)
    assert list(frame.index) == [node.name for node in made.rows]
    assert list(frame.columns) == [node.name for node in made.columns]
    assert np.array_equal(frame.to_numpy(), made.matrix)
    assert frame.index.name == "organization"
    assert frame.attrs["settings"]["rules"] == "onrecord"
    frame.iloc[:, :] = 7.0
    assert not (made.matrix == 7.0).any()


def test_intervals_come_along(tmp_path: Path) -> None:
    found = onrecord.network(dna_file(tmp_path), aggregation="subtract", intervals=True)
    edge = onrecord.as_networkx(found).edges[0, 2]
    assert edge["low"] <= edge["weight"] <= edge["high"]
    assert 0 <= edge["survival"] <= 1


def test_a_series_comes_one_by_one(tmp_path: Path) -> None:
    found = list(onrecord.network_series(dna_file(tmp_path), window="months", size=3))
    assert len(found) > 5
    assert all(each.period is not None for each in found)


@pytest.mark.parametrize(
    ("asked", "named", "words"),
    [
        ("network", {"window": "days", "size": 3}, "network_series"),
        ("network_series", {}, "size=30"),
        ("network", {"agregation": "subtract"}, "agregation is no setting"),
        ("network", {"mode": "three"}, "one, two"),
        ("network_series", {"window": "hours", "size": 3}, "days, weeks"),
        ("network", {"duplicates": "day"}, "include, document"),
        ("network", {"rows": "actor"}, "organization"),
    ],
)
def test_what_is_no_setting_is_said(tmp_path: Path, asked: str, named: dict[str, Any], words: str) -> None:
    def ask() -> None:
        made = getattr(onrecord, asked)(dna_file(tmp_path), **named)
        next(made)

    with pytest.raises(onrecord.UsageError, match=words):
        ask()


def test_what_is_not_installed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = onrecord.network(dna_file(tmp_path))
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(onrecord.UsageError, match="pip install pandas"):
        onrecord.as_pandas(found)
