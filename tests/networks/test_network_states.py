"""States of a debate: a planted turn is found where it was planted, and chance makes none."""

import csv
import io
import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from click.testing import CliRunner, Result
from debates_in_time import SVG, Said, settings, table
from studies import dna_file

from onrecord.analysis.networks.measures import states
from onrecord.analysis.networks.measures.states import best_cut, distances, modularity, on_a_map
from onrecord.cli.network import network as command
from onrecord.errors import UsageError
from onrecord.publishing.pictures import passage


def turned(days: int = 80, turn: int = 40) -> list[Said]:
    """First the even actors say the same, after the turn those of the lower half do."""
    random = np.random.default_rng(2)
    found = []
    for day in range(days):
        for _ in range(6):
            actor, concept = int(random.integers(8)), int(random.integers(4))
            found.append((day, f"A{actor}", f"c{concept}", int(actor % 2 if day < turn else actor < 4)))
    return found


def same(days: int = 80) -> list[Said]:
    return turned(days, turn=days)


WEEKS = {"aggregation": "congruence", "normalisation": "average", "window": "days", "size": 10}


def test_a_turn_is_found_where_it_is_and_chance_does_not_do_as_well() -> None:
    found = states(table(turned()), settings(**WEEKS), shuffles=9, most=40)
    assert found.chance == 0.1
    state = [each.state for each in found.moments]
    first = np.datetime64("2031-01-01")
    days = [int((np.datetime64(each.period.middle, "D") - first).astype(int)) for each in found.moments]
    early = {one for one, day in zip(state, days, strict=True) if day < 30}
    late = {one for one, day in zip(state, days, strict=True) if day > 50}
    assert not early & late
    assert state[0] == 0


def test_a_debate_that_does_not_change_is_set_apart_no_better_than_by_chance() -> None:
    assert states(table(same()), settings(**WEEKS), shuffles=9, most=40).chance > 0.15


@pytest.mark.parametrize("distance", ["absdiff", "spectral"])
@pytest.mark.parametrize("rules", ["onrecord", "dna"])
def test_distances_are_symmetric_from_nought_to_one(distance: Any, rules: str) -> None:
    found = states(table(turned()), settings(**WEEKS, rules=rules), distance=distance, shuffles=0, most=20)
    assert found.distances.max() == 1
    assert not np.diag(found.distances).any()
    assert np.array_equal(found.distances, found.distances.T)


def test_distances_are_sums_of_differences_by_the_greatest() -> None:
    found = distances(np.array([[0.5, 0.5], [0.25, 0.75], [1.0, 0.0]]))
    assert found.tolist() == pytest.approx(np.array([[0, 1 / 3, 2 / 3], [1 / 3, 0, 1], [2 / 3, 1, 0]]))


def test_two_heaps_are_two_states_and_equal_moments_are_one() -> None:
    apart = np.ones((6, 6)) - np.kron(np.eye(2), np.full((3, 3), 0.9))
    np.fill_diagonal(apart, 0)
    groups, quality = best_cut(apart)
    assert groups.tolist() == [0, 0, 0, 1, 1, 1]
    # w: 3 likenesses of 0.9 in each heap, none between; all in one of two equal halves: 1 - 1/2
    assert quality == pytest.approx(0.5)
    assert modularity(1 - apart, groups) == pytest.approx(0.5)
    assert best_cut(np.zeros((4, 4)))[0].tolist() == [0, 0, 0, 0]


def test_the_map_keeps_distances_that_fit_a_plane() -> None:
    corners = np.array([[0.0, 0.0], [3, 0], [0, 4], [3, 4]])
    apart = np.sqrt(((corners[:, None] - corners[None]) ** 2).sum(axis=2))
    places = on_a_map(apart)
    assert np.sqrt(((places[:, None] - places[None]) ** 2).sum(axis=2)) == pytest.approx(apart)


def test_the_same_seed_gives_the_same() -> None:
    one, other = (states(table(turned()), settings(**WEEKS), shuffles=3, most=20) for _ in range(2))
    assert (one.moments, one.chance, one.modularity) == (other.moments, other.chance, other.modularity)


def test_kernels_and_two_modes_have_states_too() -> None:
    smooth = states(table(turned()), settings(**WEEKS, kernel="gaussian"), shuffles=0, most=30)
    assert smooth.count >= 2
    two = settings(mode="two", aggregation="subtract", window="days", size=10)
    assert states(table(turned()), two, shuffles=0, most=30).count >= 2
    with pytest.raises(UsageError, match="--mode one"):
        states(table(turned()), two, distance="spectral")


def test_what_has_no_states_is_refused() -> None:
    with pytest.raises(UsageError, match="--window"):
        states(table(same()), settings(**WEEKS | {"window": None, "size": None}))
    with pytest.raises(UsageError, match="have ties"):
        states(table([(day, "A", "x", 1) for day in range(40)]), settings(**WEEKS))


def call(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(each) for each in arguments])


def test_the_command_writes_json_csv_and_a_picture(tmp_path: Path) -> None:
    rows = [
        (number, name, "build", int((name == "Anglers") != (number > 6)), 0, "calm")
        for number in range(1, 13)
        for name in ("Ministry", "Farmers", "Anglers")[: 2 + number % 2]
    ]
    options = (
        dna_file(tmp_path, rows, dates={number: datetime(2024, 1, number) for number in range(1, 13)}),
        "--measure",
        "states",
        "--window",
        "events",
        "--size",
        5,
        "--aggregation",
        "congruence",
    )
    found = json.loads(call(*options).stdout)
    assert found["states"] == len({each["state"] for each in found["moments"] if each["state"]})
    assert len(found["distances"]) == len(found["moments"])
    assert found["settings"]["distance"] == "absdiff"
    rows = list(csv.DictReader(io.StringIO(call(*options, "--format", "csv").stdout)))
    assert [row["state"] or None for row in rows] == [each["state"] for each in found["moments"]]
    root = ET.fromstring(call(*options, "--format", "svg").stdout)  # noqa: S314 - our own
    moments = [each for each in root.iter(f"{SVG}g") if each.get("class") == "moment"]
    assert len(moments) == sum(each["state"] is not None for each in found["moments"])
    assert "measure=states" in "".join(root.itertext())
    assert isinstance(call(*options, "--format", "dl").exception, UsageError)


def test_the_strip_names_each_stretch_with_its_letter_and_days() -> None:
    of = states(table(turned()), settings(**WEEKS), shuffles=1, most=40)
    assert "state A from" in passage.summary(of)
    assert "chance" not in passage.heading(replace(of, chance=0.05))
    assert "p = 0.90" in passage.heading(replace(of, chance=0.9))
    root = ET.fromstring("".join(passage.lines(of)))  # noqa: S314 - our own
    strip = [each for each in root.iter(f"{SVG}rect") if each.get("class") == "state"]
    assert sum(float(each.get("width", 0)) for each in strip) == pytest.approx(passage.WIDTH, abs=0.1)
