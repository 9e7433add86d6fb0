"""What each format says of one small network."""

from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from studies import quarrel

from onrecord.analysis.networks import Settings, network
from onrecord.model.network import Network, Node
from onrecord.publishing.networks import gexf, graphml, pajek, ucinet, visone

KNOWN = {
    "organization": {
        "Anglers": Node(
            name="Anglers", variable="organization", id="7", colour=(0, 204, 0), attributes={"Type": "lobby"}
        )
    }
}


def small(folder: Path, **named: Any) -> Network:
    usual = {"mode": "one", "rows": "organization", "columns": "concept", "qualifier": "agreement"}
    return network(quarrel(folder), Settings(**(usual | {"aggregation": "subtract"} | named)), KNOWN)


def parsed(lines: Any) -> ET.Element:
    return ET.fromstring("".join(lines))  # noqa: S314 - our own


def data(node: ET.Element, keys: dict[str, str]) -> dict[str, str | None]:
    return {keys[each.get("key", "")]: each.text for each in node if each.get("key") in keys}


def test_graphml_has_names_weights_colours_attributes_and_settings(tmp_path: Path) -> None:
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = parsed(graphml.lines(small(tmp_path)))
    keys = {each.get("id", ""): each.get("attr.name", "") for each in root.iter(f"{space}key")}
    nodes = [data(each, keys) for each in root.iter(f"{space}node")]
    assert nodes[0] == {
        "name": "Anglers",
        "variable": "organization",
        "frequency": "3",
        "source_id": "7",
        "color": "#00cc00",
        "Type": "lobby",
    }
    edges = [(each.get("source"), each.get("target"), data(each, keys)) for each in root.iter(f"{space}edge")]
    assert edges == [("n0", "n2", {"weight": "-3"}), ("n1", "n2", {"weight": "1"})]
    assert '"rules": "onrecord"' in "".join(root.itertext())


def test_visone_draws_shapes_and_the_sign_of_a_tie(tmp_path: Path) -> None:
    text = "".join(visone.lines(small(tmp_path)))
    assert text.count('type="ellipse"') == 3
    assert text.count('color="#ff0000"') == text.count('color="#00ff00"') == 1
    assert '<y:Fill color="#00cc00"' in text
    assert "rules=onrecord" in text
    parsed(visone.lines(small(tmp_path, exclude=[("concept", "a---b")])))
    two = "".join(visone.lines(small(tmp_path, mode="two", aggregation="combine")))
    assert two.count('type="roundrectangle"') == 3
    assert ET.fromstring(two) is not None  # noqa: S314 - our own
    assert (two.count("#00ff00"), two.count("#ff0000"), two.count("#0000ff")) == (5, 2, 0)


def test_gexf_is_of_version_1_3(tmp_path: Path) -> None:
    root = parsed(gexf.lines(small(tmp_path)))
    space = "{http://gexf.net/1.3}"
    assert (root.tag, root.get("version")) == (f"{space}gexf", "1.3")
    assert [each.get("label") for each in root.iter(f"{space}node")] == ["Anglers", "Farmers", "Ministry"]
    assert [each.get("weight") for each in root.iter(f"{space}edge")] == ["-3", "1"]
    assert "rules=onrecord" in (root.findtext(f".//{space}description") or "")


def test_ucinet_and_pajek_number_rows_and_columns(tmp_path: Path) -> None:
    one = small(tmp_path)
    assert "".join(ucinet.lines(one)) == (
        'dl n = 3, format = fullmatrix\nlabels:\n"Anglers"\n"Farmers"\n"Ministry"\ndata:\n0 0 -3\n0 0 1\n-3 1 0\n'
    )
    assert "".join(pajek.lines(one)).splitlines()[1:] == [
        "*Vertices 3",
        '1 "Anglers"',
        '2 "Farmers"',
        '3 "Ministry"',
        "*Edges",
        "1 3 -3",
        "2 3 1",
    ]
    two = small(tmp_path, mode="two")
    assert "".join(ucinet.lines(two)).startswith("dl nr = 3, nc = 3, format = fullmatrix\nrow labels:\n")
    lines = "".join(pajek.lines(two)).splitlines()
    assert lines[1] == "*Vertices 6 3"
    assert "1 4 -1" in lines
    assert "rules=onrecord" in lines[0]


def test_networkx_reads_what_we_write(tmp_path: Path) -> None:
    import networkx

    (tmp_path / "dam.graphml").write_text("".join(graphml.lines(small(tmp_path))))
    graph = networkx.read_graphml(tmp_path / "dam.graphml")
    assert graph.edges["n0", "n2"]["weight"] == -3.0
    (tmp_path / "dam.net").write_text("".join(pajek.lines(small(tmp_path))))
    assert sorted(networkx.read_pajek(tmp_path / "dam.net").nodes) == ["Anglers", "Farmers", "Ministry"]
