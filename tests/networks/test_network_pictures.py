"""Pictures of networks: what is drawn, that names do not collide, and that no name does harm."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from click.testing import CliRunner, Result
from studies import QUARREL, dna_file

from onrecord.analysis.networks.measures import coalitions
from onrecord.cli.network import network as command
from onrecord.cli.networking.picturing import Picture
from onrecord.errors import UsageError
from onrecord.model.network import Network, Node
from onrecord.publishing.pictures.lettering import in_lines, width
from onrecord.publishing.pictures.png import png
from onrecord.publishing.pictures.styles import letter

SVG = "{http://www.w3.org/2000/svg}"
Box = tuple[float, float, float, float]

WORDS = "harbour board of the northern lakes and all who fish there".split()
HOSTILE = (
    "<script>alert(1)</script>",
    '"/><image href="http://example.org/x.png"/>',
    "&amp; & <b>",
    "Łódź 🧑‍🌾🌊 Anglers 漁業組合",
    "x" * 300,
    "\u202eturned\u202c \x00 bell\x07",
    "",
)


def made(
    matrix: Any, names: list[str], *, aggregation: str = "subtract", columns: list[str] | None = None
) -> Network:
    """A network of these weights."""
    weights = np.array(matrix, dtype=np.float64)
    rows = [Node(name=name, variable="actor") for name in names]
    over = rows if columns is None else [Node(name=name, variable="concept") for name in columns]
    settings = {
        "rules": "onrecord",
        "mode": "one" if columns is None else "two",
        "rows": "actor",
        "columns": "concept",
        "qualifier": "stance",
        "aggregation": aggregation,
        "source": {"codes": "all made by people"},
    }
    return Network(
        mode="one" if columns is None else "two",
        rows=rows,
        columns=over,
        matrix=weights,
        frequencies=(1 + np.arange(len(rows)) % 9.0, 1 + np.arange(len(over)) % 5.0),
        settings=settings,
        statements=100,
    )


def dense(size: int, *, camps: int = 3) -> Network:
    """Camps that agree inside and not between; the last node has no tie."""
    random = np.random.default_rng(size)
    camp = np.arange(size) % camps
    weights = random.integers(0, 6, (size, size)) * np.where(camp[:, None] == camp, 1, -1)
    weights = np.triu(weights, 1)
    weights[:, -1] = 0
    names = [f"{' '.join(random.choice(WORDS, random.integers(1, 8)))} {at}" for at in range(size)]
    return made(weights + weights.T, names)


def drawn(network: Network, **named: Any) -> ET.Element:
    return ET.fromstring("".join(Picture(**named).lines(network)))  # noqa: S314 - our own


def of_class(root: ET.Element, name: str) -> list[ET.Element]:
    return [each for each in root.iter() if each.get("class") == name]


def number(element: ET.Element, name: str) -> float:
    return float(element.get(name, "0"))


def box_of(name: ET.Element) -> Box:
    """What the lines of a name cover."""
    boxes = []
    for text in name.iter(f"{SVG}text"):
        size, across = number(text, "font-size"), width(text.text or "", number(text, "font-size"))
        shift = {"middle": across / 2, "end": across}.get(text.get("text-anchor", ""), 0)
        left, base = number(text, "x") - shift, number(text, "y")
        boxes.append((left, base - 0.75 * size, left + across, base + 0.2 * size))
    each = list(zip(*boxes, strict=True))
    return min(each[0]), min(each[1]), max(each[2]), max(each[3])


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("size", [2, 10, 60])
def test_no_name_covers_another_name_or_node(size: int) -> None:
    root = drawn(dense(size))
    names = [box_of(each) for each in of_class(root, "name")]
    circles = [next(each.iter(f"{SVG}circle")) for each in of_class(root, "node")]
    nodes = [
        (x - r, y - r, x + r, y + r)
        for x, y, r in ((number(each, "cx"), number(each, "cy"), number(each, "r")) for each in circles)
    ]
    assert len(names) == len(nodes) == size
    for at, name in enumerate(names):
        assert not any(overlap(name, other) for other in names[at + 1 :])
        assert not any(overlap(name, node) for node in nodes)


def test_in_two_columns_no_name_covers_another() -> None:
    random = np.random.default_rng(4)
    names = [f"{' '.join(random.choice(WORDS, random.integers(1, 14)))} {at}" for at in range(60)]
    network = made(random.integers(-2, 3, (45, 15)), names[:45], columns=names[45:])
    boxes = [box_of(each) for each in of_class(drawn(network), "name")]
    assert len(boxes) == 60
    assert not any(overlap(one, other) for at, one in enumerate(boxes) for other in boxes[at + 1 :])


def test_everything_lies_on_the_page() -> None:
    root = drawn(dense(30))
    (drawing,) = [each for each in root if each.get("transform") and of_class(each, "node")]
    shift = [float(each) for each in re.findall(r"[\d.]+", drawing.get("transform", ""))]
    for left, top, right, bottom in (box_of(each) for each in of_class(root, "name")):
        assert left + shift[0] >= 0
        assert top + shift[1] >= 0
        assert right + shift[0] <= number(root, "width")
        assert bottom + shift[1] <= number(root, "height")


def test_the_same_network_gives_the_same_picture_and_another_seed_another() -> None:
    first, again, other = (list(Picture(seed=seed).lines(dense(20))) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_the_sign_of_a_tie_is_its_colour_and_its_line() -> None:
    root = drawn(made([[0, 3, -1], [3, 0, 0], [-1, 0, 0]], ["Ann", "Ben", "Cid"]))
    ties = {(each.findtext(f"{SVG}title") or "")[:9]: each for each in of_class(root, "tie")}
    agree, differ = ties["Ann – Ben"], ties["Ann – Cid"]
    assert agree.get("stroke") != differ.get("stroke")
    assert (agree.get("stroke-dasharray"), bool(differ.get("stroke-dasharray"))) == ("", True)
    assert number(agree, "stroke-width") > number(differ, "stroke-width")
    said = "".join(root.itertext())
    assert "more often the same: 3" in said
    assert "more often the opposite: −1" in said


def test_ties_that_are_left_out_are_counted_in_the_picture() -> None:
    network = dense(20)
    total = sum(1 for _ in network.ties())
    root = drawn(network, most_ties=15)
    count = len(of_class(root, "tie"))
    said = "".join(root.itertext())
    assert 15 <= count < total
    assert f"the 15 strongest of {total} ties" in said
    assert f"{total - count} weaker ones are not in the picture" in said
    assert "strongest of" not in "".join(drawn(network, most_ties=total).itertext())


def test_no_node_that_has_a_tie_stands_without_one() -> None:
    weights = np.zeros((6, 6))
    weights[0, 1] = weights[0, 2] = weights[1, 2] = 9
    weights[4, 5] = weights[3, 4] = 1
    root = drawn(made(weights + weights.T, list("abcdef")), most_ties=2)
    said = " ".join(each.findtext(f"{SVG}title") or "" for each in of_class(root, "tie"))
    assert all(re.search(rf"\b{each}\b", said) for each in "abcdef")


@pytest.mark.parametrize("kind", ["ties", "heatmap"])
@pytest.mark.parametrize("two", [False, True])
def test_a_name_is_text_whatever_it_holds(kind: str, *, two: bool) -> None:
    names = list(HOSTILE)
    weights = np.ones((len(names), len(names))) - np.eye(len(names))
    root = drawn(made(weights, names, columns=names if two else None), kind=kind)
    tags = {each.tag.removeprefix(SVG) for each in root.iter()}
    assert tags <= {"svg", "title", "desc", "rect", "g", "text", "path", "circle"}
    assert not any(name.startswith("on") or "href" in name for each in root.iter() for name in each.attrib)
    titles = [each.text or "" for each in root.iter(f"{SVG}title")]
    assert any("<script>alert(1)</script>" in each for each in titles)
    assert any("x" * 300 in each for each in titles)
    assert not any("\u202e" in each for each in root.itertext())


def test_groups_have_a_letter_beside_their_colour() -> None:
    root = drawn(dense(12))
    inside = [each.findtext(f"{SVG}text") for each in of_class(root, "node")]
    assert inside[-1] is None  # the one without a tie is in no group
    assert [inside[at] == inside[0] for at in range(11)] == [at % 3 == 0 for at in range(11)]
    assert [letter(at) for at in (None, 0, 25, 26, 52)] == ["", "A", "Z", "AA", "BA"]


def test_a_heatmap_has_a_field_for_each_entry_and_groups_side_by_side() -> None:
    network = dense(12)
    root = drawn(network, kind="heatmap")
    assert len(of_class(root, "field")) == np.count_nonzero(network.matrix)
    letters = [(each.findtext(f"{SVG}text") or "")[-3:] for each in of_class(root, "name")][:11]
    assert letters == sorted(letters)
    assert {"(A)", "(B)", "(C)"} == set(letters)


@pytest.mark.parametrize(
    ("weight", "shown"),
    [
        (0.25, ".25"),
        (-0.25, "−.25"),
        (10.25, "10.25"),
        (20.5, "20.50"),
        (10, "10"),
        (-3, "−3"),
        (-10.25, None),
    ],
)
def test_a_field_shows_its_weight_without_a_leading_nought_or_not_at_all(
    weight: float, shown: str | None
) -> None:
    (field,) = of_class(drawn(made([[weight]], ["Ann"], columns=["toll"]), kind="heatmap"), "field")
    assert field.findtext(f"{SVG}text") == shown


@pytest.mark.parametrize("kind", ["ties", "heatmap"])
def test_a_network_of_nobody_or_of_one_is_a_picture_too(kind: str) -> None:
    assert of_class(drawn(made(np.zeros((0, 0)), []), kind=kind), "node") == []
    assert "Ann" in "".join(drawn(made([[0]], ["Ann"]), kind=kind).itertext())


def test_coalitions_are_the_camps_that_were_planted() -> None:
    found = coalitions(dense(30))
    assert all(found.groups[at] == found.groups[at % 3] for at in range(29))
    assert len(set(found.groups[:3])) == 3
    assert found.groups[29] is None
    assert found == coalitions(dense(30))


def test_the_modularity_of_two_triangles_and_a_bridge_is_that_of_the_formula() -> None:
    weights = np.zeros((6, 6))
    for row, column in ((0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5), (2, 3)):
        weights[row, column] = weights[column, row] = 1
    found = coalitions(made(weights, list("abcdef"), aggregation="congruence"))
    assert found.groups == (0, 0, 0, 1, 1, 1)
    assert found.modularity == pytest.approx(2 * (3 / 7 - (7 / 14) ** 2))


@pytest.mark.parametrize(("qualifier", "says"), [("stance", "only agrees"), ("tone", "tie")])
def test_what_a_tie_says_follows_from_the_qualifier(qualifier: str, says: str) -> None:
    network = made([[1, 2], [3, 1]], ["Ann", "Ben"], aggregation="combine", columns=["lock", "weir"])
    root = drawn(replace(network, settings={**network.settings, "qualifier": qualifier}))
    found = [each.findtext(f"{SVG}title") for each in of_class(root, "tie")]
    assert f"Ann – lock: 1 ({says})" in found


def test_conflict_sets_apart() -> None:
    weights = np.array([[0, 0, 2, 2], [0, 0, 2, 2], [2, 2, 0, 0], [2, 2, 0, 0]])
    found = coalitions(made(weights, list("abcd"), aggregation="conflict"))
    assert found.groups == (0, 0, 1, 1)


def test_a_name_breaks_between_words_and_never_inside_a_joined_emoji() -> None:
    assert in_lines("Board of the Lakes", across=60, size=12, most=3)[0] == "Board of"
    cut = in_lines("🧑‍🌾" * 30, across=50, size=12, most=2)
    assert len(cut) == 2
    assert set("".join(cut).rstrip("…").split("🧑‍🌾")) == {""}
    assert all(width(each, 12) <= 50 for each in cut)


def call(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def test_the_command_writes_a_picture_that_says_what_it_was_made_by(tmp_path: Path) -> None:
    out = tmp_path / "dam.svg"
    found = call(
        dna_file(tmp_path), "--aggregation", "subtract", "--rules", "dna", "--format", "svg", "--out", out
    )
    assert found.exit_code == 0, found.output
    root = ET.parse(out).getroot()  # noqa: S314 - our own
    said = " ".join(root.itertext())
    assert len(of_class(root, "node")) == 3
    assert "by the rules of DNA 3.1" in said
    assert "codes: all made by the coders of the file" in said


def test_a_png_has_the_size_of_the_svg_twice_and_draws_what_is_in_it(tmp_path: Path) -> None:
    study = dna_file(tmp_path)
    for form in ("svg", "png"):
        found = call(study, "--format", form, "--out", tmp_path / f"dam.{form}")
        assert found.exit_code == 0, found.output
    root = ET.parse(tmp_path / "dam.svg").getroot()  # noqa: S314 - our own
    picture = (tmp_path / "dam.png").read_bytes()
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    size = (int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24]))
    assert size == (2 * number(root, "width"), 2 * number(root, "height"))
    other = call(study, "--format", "png", "--aggregation", "subtract", "--out", tmp_path / "other.png")
    assert other.exit_code == 0
    assert (tmp_path / "other.png").read_bytes() != picture


def test_a_png_without_names_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.publishing.pictures.png._has_fonts", lambda: False)
    with pytest.raises(UsageError, match="--format svg") as found:
        png("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>")
    assert found.value.code == "no-fonts"


def test_a_series_of_pictures_is_a_file_each(tmp_path: Path) -> None:
    rows = [*QUARREL, (2, "Farmers", "build", 1, 1, "calm")]
    windows = ("--window", "events", "--size", "4", "--format", "svg")
    found = call(dna_file(tmp_path, rows), *windows, "--out", tmp_path / "dam.svg")
    assert found.exit_code == 0, found.output
    assert len(list(tmp_path.glob("dam-*.svg"))) > 1


def test_options_of_a_picture_without_one_are_refused(tmp_path: Path) -> None:
    found = call(dna_file(tmp_path), "--picture", "heatmap")
    assert isinstance(found.exception, UsageError)
    assert "--format svg" in str(found.exception)


def test_too_many_nodes_for_a_picture_are_refused_with_what_to_do() -> None:
    with pytest.raises(UsageError, match="gexf") as found:
        drawn(made(np.zeros((301, 301)), [str(at) for at in range(301)]))
    assert found.value.code == "too-large"
