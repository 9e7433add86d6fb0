"""Polarization in time: 1 for planted camps, 0 for chance and for consensus, with intervals."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from click.testing import CliRunner, Result
from debates_in_time import SVG, Said, settings, table
from studies import dna_file, quarrel

from onrecord.analysis.networks.measures import polarization
from onrecord.analysis.networks.measures.camps import congruence_and_conflict
from onrecord.analysis.networks.measures.frustration import best_camps
from onrecord.analysis.networks.measures.window_draws import Inside
from onrecord.analysis.networks.weighing import Study
from onrecord.cli.network import network as command
from onrecord.errors import UsageError
from onrecord.publishing.pictures import polarized


def debate(days: range, *, camps: bool = False, one_sided: bool = False, seed: int = 3) -> list[Said]:
    random = np.random.default_rng(seed)
    found = []
    for day in days:
        for _ in range(6):
            actor, concept = int(random.integers(8)), int(random.integers(4))
            stance = int(actor < 4) if camps else 1 if one_sided else int(random.integers(2))
            found.append((day, f"Actor {actor}", f"Concept {concept}", stance))
    return found


def values(said: list[Said], **named: Any) -> list[float | None]:
    return [point.value for point in polarization(table(said), settings(), draws=20, **named).points]


def test_pure_camps_are_one_and_hold_to_it_in_other_articles() -> None:
    for point in polarization(table(debate(range(40), camps=True)), settings(), draws=20).points:
        assert point.value == point.low == point.high == 1
        assert point.camps == (4, 4)
        assert point.chance < 0.8


def test_a_debate_in_which_all_say_the_same_is_not_polarized() -> None:
    assert set(values(debate(range(40), one_sided=True))) == {0}


def test_stances_by_chance_are_near_nothing() -> None:
    found = values(debate(range(120)))
    assert abs(float(np.mean([value for value in found if value is not None]))) < 0.15


def test_a_debate_that_falls_apart_is_seen_to_do_so_beyond_its_intervals() -> None:
    said = debate(range(40)) + debate(range(40, 80), camps=True)
    points = polarization(table(said), settings(size=30), draws=60).points
    assert points[0].high is not None
    assert points[-1].low is not None
    assert points[0].high < points[-1].low
    assert all(point.low <= point.value <= point.high for point in points if point.value is not None)  # type: ignore[operator]


def test_fewer_articles_are_less_sure() -> None:
    random = np.random.default_rng(1)
    noisy = [
        (day, actor, concept, stance if random.random() < 0.85 else 1 - stance)
        for day, actor, concept, stance in debate(range(200), camps=True)
    ]
    wide, narrow = (polarization(table(noisy), settings(size=size), most=4).points for size in (8, 100))

    def breadth(points: Any) -> float:
        return float(np.mean([point.high - point.low for point in points]))

    assert breadth(narrow) < breadth(wide) / 2


def test_the_same_seed_gives_the_same_and_many_windows_are_thinned_evenly() -> None:
    said = debate(range(100))
    one = polarization(table(said), settings(size=2), draws=10, most=20)
    assert one == polarization(table(said), settings(size=2), draws=10, most=20)
    assert one.settings["every"] == 5
    days = [np.datetime64(point.period.middle, "D") for point in one.points]
    assert set(np.diff(days).astype(int)) == {5}


def test_ties_are_those_of_the_networks() -> None:
    said = table(debate(range(21)))
    names, congruence, conflict = congruence_and_conflict(said, settings(window=None, size=None))
    study = Study.of(said, settings(aggregation="congruence", normalisation="average"))
    inside = Inside(study, study.chosen)
    ours = inside.ties(inside.levels[None, :])
    assert len(names) == inside.rows
    np.testing.assert_allclose(ours[0][0], congruence)
    np.testing.assert_allclose(ours[1][0], conflict)


def test_the_camps_of_a_small_network_are_the_best_of_all() -> None:
    random = np.random.default_rng(4)
    for _ in range(20):
        half = np.triu(random.normal(size=(7, 7)), 1)
        unites = half + half.T
        (camps,) = best_camps(unites[None], 2, random)

        def within(some: Any, unites: Any = unites) -> float:
            return float((unites * (np.equal.outer(some, some))).sum())

        every = [[number >> at & 1 for at in range(7)] for number in range(64)]
        assert within(camps) == pytest.approx(max(map(within, every)))


def test_three_camps_fit_three_camps_better_than_two() -> None:
    said = [
        (day, f"Actor {actor}", f"Concept {concept}", int(concept == actor % 3))
        for day in range(30)
        for actor in range(9)
        for concept in range(3)
    ]
    two, three = (
        polarization(table(said), settings(), count=count, draws=5, most=1).points[0] for count in (2, 3)
    )
    assert three.share > two.share
    assert three.camps == (3, 3, 3)


def test_a_window_without_ties_has_no_value() -> None:
    said = [(0, "A", "x", 1), (1, "B", "x", 0), (2, "A", "y", 1), (60, "A", "x", 1), (61, "B", "x", 0)]
    points = polarization(table(said), settings(size=4), draws=5).points
    assert None in {point.value for point in points}
    assert all(point.low is None for point in points)  # nor is there an interval of one or two articles


@pytest.mark.parametrize(
    ("named", "count"),
    [
        ({"window": None, "size": None}, 2),
        ({"kernel": "uniform"}, 2),
        ({"qualifier": None}, 2),
        ({}, 1),
    ],
)
def test_what_cannot_be_reckoned_is_refused(named: dict[str, Any], count: int) -> None:
    with pytest.raises(UsageError):
        polarization(table(debate(range(40))), settings(**named), count=count)


def test_a_text_as_qualifier_and_too_many_rows_are_refused(tmp_path: Path) -> None:
    texts = settings(rows="organization", qualifier="tone")
    with pytest.raises(UsageError, match="is a text"):
        polarization(quarrel(tmp_path), texts)
    with pytest.raises(UsageError, match="too many"):
        polarization(
            table([(day, f"Actor {n}", "x", n % 2) for day in (0, 30) for n in range(501)]), settings()
        )


def call(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(each) for each in arguments])


WINDOWS = ("--measure", "polarization", "--window", "events", "--size", 5)


def test_the_command_writes_points_as_json_and_csv(tmp_path: Path) -> None:
    path = dna_file(tmp_path)
    found = json.loads(call(path, *WINDOWS).stdout)
    assert found["settings"]["measure"] == "polarization"
    assert found["settings"]["source"]["codes"]
    assert {"polarization", "low", "high", "share", "chance", "period"} <= found["points"][0].keys()
    rows = list(csv.DictReader(io.StringIO(call(path, *WINDOWS, "--format", "csv").stdout)))
    assert len(rows) == len(found["points"]) > 1
    assert rows[0]["middle"] == found["points"][0]["period"]["middle"]
    assert rows[0]["rules"] == "onrecord"


def test_the_command_draws_every_point_with_its_interval_and_what_it_was_made_by(tmp_path: Path) -> None:
    path = dna_file(tmp_path)
    root = ET.fromstring(call(path, *WINDOWS, "--format", "svg").stdout)  # noqa: S314 - our own
    points = json.loads(call(path, *WINDOWS).stdout)["points"]
    drawn = [each for each in root.iter(f"{SVG}circle") if each.find(f"{SVG}title") is not None]
    assert len(drawn) == sum(point["polarization"] is not None for point in points)
    assert "camps of" in str(drawn[0].findtext(f"{SVG}title"))
    assert "measure=polarization" in "".join(root.itertext()).replace("\n", " ")
    out = tmp_path / "camps.png"
    assert call(path, *WINDOWS, "--format", "png", "--out", out).exit_code == 0
    assert out.read_bytes().startswith(b"\x89PNG")


def test_what_a_measure_cannot_be_is_refused(tmp_path: Path) -> None:
    path = dna_file(tmp_path)
    for wrong in (("--format", "gexf"), ("--intervals",), ("--format", "svg", "--picture", "heatmap")):
        assert isinstance(call(path, *WINDOWS, *wrong).exception, UsageError)
    assert isinstance(call(path, "--measure", "polarization").exception, UsageError)


def test_a_gap_breaks_the_line_and_a_lonely_point_has_whiskers() -> None:
    said = [*debate(range(12)), (40, "Actor 1", "Concept 1", 1), *debate(range(80, 92))]
    of = polarization(table(said), settings(size=6), draws=10)
    assert None in {point.value for point in of.points}
    root = ET.fromstring("".join(polarized.lines(of)))  # noqa: S314 - our own
    bands = [each for each in root.iter(f"{SVG}path") if each.get("class") == "pol-band"]
    assert len(bands) >= 2
    hollow = [each for each in root.iter(f"{SVG}circle") if each.get("class") == "pol-few"]
    few = [point for point in of.points if point.value is not None and point.low is None]
    assert len(hollow) == len(few) + bool(few)  # and one in the legend
    one = polarization(table(debate(range(21))), settings(size=21), draws=10)
    assert len(one.points) == 1
    lonely = ET.fromstring("".join(polarized.lines(one)))  # noqa: S314 - our own
    assert not [each for each in lonely.iter(f"{SVG}path") if each.get("class") == "pol-band"]


def test_no_windows_at_all_are_a_picture_that_says_so() -> None:
    none = polarization(table(debate(range(3))), settings(size=40))
    assert none.points == ()
    assert "No window" in "".join(polarized.lines(none))


def test_no_point_is_drawn_where_it_is_not_and_the_scale_names_its_lowest_line() -> None:
    found = polarization(table(debate(range(40))), settings(), draws=20)
    worse = replace(found, points=(*found.points[:-1], replace(found.points[-1], value=-0.7, low=-0.83)))
    field = polarized.drawing(worse)
    drawn = "\n".join(field.parts)
    assert ">−1.00</text>" in drawn
    assert ">1.00</text>" in drawn
    heights = {float(y) for y in re.findall(r'cy="([\d.]+)"', drawn)}
    middle = polarized._Field(worse.points).y
    assert any(abs(middle(-0.7) - y) < 0.06 for y in heights)
    assert max(heights) < middle(-1.0)
    usual = "\n".join(polarized.drawing(found).parts)
    assert ">−0.25</text>" in usual
