"""What a network says of what was asked of it: words that nobody used, codes that no window holds, odd endings."""

from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result
from debates_in_time import settings, table
from desk import ANN, BRIDGE, LEAP, OUTER, Desk
from studies import dna_file

from onrecord.analysis.networks import UNWINDOWED, Texts, lacking, network
from onrecord.analysis.networks.measures import coalitions, grouping, polarization
from onrecord.analysis.networks.measures.coalitions import Beyond
from onrecord.analysis.networks.measures.weights import among_nodes, signed
from onrecord.cli.network import network as command
from onrecord.model import SetSpeaker
from onrecord.tabulating import from_ledger


def call(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(each) for each in arguments])


QUARREL = [
    *(
        (day, who, "ferry", stance)
        for day, (who, stance) in enumerate((("Orla", 1), ("Penn", 1), ("Quist", 0)))
    ),
    *(
        (day, who, "quay", int(who in ("Orla", "Penn")))
        for day, who in enumerate(("Rudd", "Orla", "Sahl", "Penn"))
    ),
]


def test_the_modularity_is_that_of_the_groups_that_are_given() -> None:
    said = [*QUARREL, (7, "Rudd", "lamp", 1), (7, "Sahl", "lamp", 0)]
    asked = settings(window=None, size=None, aggregation="subtract")
    made = network(table(said), asked)
    found = coalitions(made)
    assert None in found.groups
    alone = [100 + at if group is None else group for at, group in enumerate(found.groups)]
    given = Beyond(among_nodes(signed(made.matrix, "subtract"), "one")).modularity(np.array(alone))
    assert found.modularity == pytest.approx(given)
    assert grouping(table(said), asked).modularity == pytest.approx(given, abs=1e-9)


def test_windows_that_hold_the_same_statements_are_as_polarized_whatever_came_before() -> None:
    random = np.random.default_rng(5)
    often = [(int(day), f"Actor {random.integers(7)}", f"C{random.integers(3)}", int(random.integers(2)))
             for day in np.sort(random.integers(0, 12, 50))]  # fmt: skip
    later = [(day + 40, *rest) for day, *rest in often]
    points = polarization(table([*often, *later]), settings(size=14), draws=10).points
    alike = [point for point in points if point.statements == len(often)]
    assert len(alike) >= 2
    assert len({(point.value, point.chance, point.low, point.high) for point in alike}) == 1


def test_statements_that_no_window_holds_are_counted_and_no_measure_is_made_of_them() -> None:
    said = [(day, f"Actor {day % 4}", "ferry", day % 2) for day in range(30)]
    weeks = settings(window="weeks", size=1)
    assert lacking(table(said), weeks) == {UNWINDOWED: 25}  # of 30 days the 1st, the 8th ... are in one
    assert polarization(table(said), weeks, draws=5).settings["statements"] == 5
    assert not lacking(table(said), settings(window="days", size=3))


def test_a_window_longer_than_the_debate_is_said_to_be_that(tmp_path: Path) -> None:
    path = dna_file(tmp_path)
    for window in ("years", "events"):
        found = call(path, "--window", window, "--size", 500, "--format", "edges")
        assert found.exit_code == 1
        assert "window of 500" in found.stderr
        assert "in no window" in found.stderr


def test_a_value_that_no_code_has_is_answered_with_those_like_it(tmp_path: Path, desk: Desk) -> None:
    desk.code(ANN, BRIDGE.id, "bridge", "agree")
    desk.code(ANN, LEAP.id, "bridge", "agree")
    found = call(desk.ledger.path, "--exclude", "concept=brigde")
    assert found.exit_code == 0
    assert "no code that counts has the concept 'brigde': did you mean bridge?" in found.stderr
    assert "did you mean" not in call(desk.ledger.path, "--exclude", "concept=bridge").stderr


def test_the_ending_of_the_file_says_the_format_and_another_is_said_aloud(tmp_path: Path) -> None:
    path = dna_file(tmp_path)
    for ending, opening in (("svg", "<svg"), ("gexf", "<?xml"), ("json", "{"), ("txt", "{")):
        out = tmp_path / f"quay.{ending}"
        found = call(path, "--out", out)
        assert out.read_text().startswith(opening)
        assert "ending" not in found.stderr
    odd = tmp_path / "odd.svg"
    assert "will hold gexf" in call(path, "--format", "gexf", "--out", odd).stderr
    assert "gexf" in odd.read_text()
    assert "ending" not in call(path, "--format", "edges", "--out", tmp_path / "ties.csv").stderr


def test_the_foot_of_a_picture_says_what_is_left_out_once_and_in_words(desk: Desk) -> None:
    desk.code(ANN, BRIDGE.id, "bridge", "neither")
    desk.code(ANN, LEAP.id, "bridge", "agree")
    desk.code(ANN, OUTER.id, "bridge", "disagree")
    drawn = call(desk.ledger.path, "--format", "svg").stdout
    assert "left_out=" not in drawn
    assert "source=" not in drawn
    assert "rows=actor" in drawn


def test_a_role_at_the_start_of_a_sentence_is_the_role_within_one(desk: Desk) -> None:
    for of, name, role in (
        (BRIDGE, "Ane Holt", "Harbour master"),
        (LEAP, "Ib Rask", "harbour master"),
        (OUTER, "Una Dahl", "Provost"),
    ):
        desk.speaker(of.id, name)
        actor = next(desk.ledger.actors(name)).actor.id
        desk.ledger.decide(ANN, of.id, SetSpeaker(actor=actor, role=role), now=desk.now)
        desk.code(ANN, of.id, "bridge", "agree")
    column = from_ledger(desk.ledger).table.column("role")
    assert isinstance(column, Texts)
    assert set(column.labels) == {"harbour master", "Provost"}
