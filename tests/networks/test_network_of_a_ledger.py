"""Networks of a ledger: the codes in effect, and nothing of what coders do not agree on."""

import importlib
import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from desk import ANN, BEN, BRIDGE, INNER, LEAP, MACHINE, NOON, NOW, OUTER, Desk

from onrecord.analysis.networks import Settings
from onrecord.cli.coded_debate import shown_of_codes
from onrecord.cli.network import network
from onrecord.errors import UsageError
from onrecord.ledger import Filter, Ledger
from onrecord.model import (
    Codebook,
    Coder,
    Concept,
    Merge,
    Reject,
    SetCode,
    SetSpeaker,
    SetValues,
    Valued,
)
from onrecord.tabulating import contested, debate, from_ledger


def rows(desk: Desk, coder: str | None = None) -> list[tuple[str, str, int | None]]:
    table = from_ledger(desk.ledger, coder).table
    actor, concept, stance = table.texts("actor"), table.texts("concept"), table.column("stance")
    return sorted((actor.at(row), concept.at(row), stance.at(row)) for row in range(len(table)))  # type: ignore[misc]


def test_a_code_is_a_row_with_actor_outlet_role_and_stance(desk: Desk) -> None:
    desk.code(ANN, BRIDGE.id, "bridge", "agree")
    desk.code(ANN, BRIDGE.id, "snow", "disagree")
    desk.code(ANN, LEAP.id, "bridge", "disagree")
    made = from_ledger(desk.ledger)
    assert rows(desk) == [
        ("Bridge Office", "bridge", 0),
        ("Ines Orlo", "bridge", 1),
        ("Ines Orlo", "snow", 0),
    ]
    assert set(made.table.texts("organisation").labels) == {"", "Bridge Office"}
    assert made.table.texts("outlet").labels == ("Halvern Courier",)
    assert made.table.texts("role").labels == ("mayor",)
    assert str(made.table.times[0]) == "2023-06-04T00:00:00"
    assert made.said(0).statement == BRIDGE.id


def test_whoever_is_one_is_one_row_whatever_an_article_calls_them(desk: Desk) -> None:
    desk.code(ANN, BRIDGE.id, "bridge", "agree")
    desk.code(ANN, OUTER.id, "bridge", "disagree")
    assert {actor for actor, _, _ in rows(desk)} == {"Dana Rusk", "Ines Orlo"}
    dana, ines = (
        actor.id for name in ("Dana Rusk", "Ines Orlo") for actor in (next(desk.ledger.actors(name)).actor,)
    )
    merged = desk.ledger.decide(ANN, dana, Merge(into=ines), now=NOW)
    assert {actor for actor, _, _ in rows(desk)} == {"Ines Orlo"}
    desk.ledger.undo(ANN, merged.id, now=NOW)
    assert {actor for actor, _, _ in rows(desk)} == {"Dana Rusk", "Ines Orlo"}


def test_namesakes_who_speak_are_told_apart_by_their_notes(desk: Desk) -> None:
    for of, note in ((BRIDGE, "father"), (OUTER, "son")):
        actor = desk.ledger.new_actor(ANN, "Ines Orlo", "person", note=note, now=NOW)
        desk.ledger.decide(ANN, of.id, SetSpeaker(actor=actor, role="mayor"), now=NOW)
        desk.code(ANN, of.id, "bridge", "agree")
    assert {actor for actor, _, _ in rows(desk)} == {"Ines Orlo (father)", "Ines Orlo (son)"}


def test_what_is_neither_rejected_or_disputed_is_left_out_and_counted(desk: Desk) -> None:
    desk.code(ANN, BRIDGE.id, "bridge", "neither")
    desk.code(ANN, LEAP.id, "bridge", "agree")
    desk.code(BEN, LEAP.id, "bridge", "disagree")
    desk.code(ANN, OUTER.id, "crews", "agree")
    desk.code(ANN, INNER.id, "crews", "agree")
    desk.ledger.decide(ANN, INNER.id, Reject(), now=NOON)
    made = from_ledger(desk.ledger)
    assert rows(desk) == [("Dana Rusk", "crews", 1)]
    usual = Settings(mode="one", rows="actor", columns="concept", qualifier="stance")
    assert made.not_in(usual) == {"coders differ": 1, "neither agrees nor disagrees": 1}
    later = replace(usual, start=datetime.fromisoformat("2099-01-01"))
    assert not {"coders differ", "neither agrees nor disagrees"} & made.not_in(later).keys()
    assert made.not_in(replace(usual, include=(("actor", "Nobody"),), exclude=(("stance", "1"),))) == {}
    assert made.not_in(replace(usual, exclude=(("stance", "1"),))) == made.not_in(usual)
    assert rows(desk, "Ben") == [("Bridge Office", "bridge", 0)]


def test_what_settled_a_disagreement_counts_until_they_differ_again(desk: Desk) -> None:
    desk.code(ANN, LEAP.id, "bridge", "agree")
    desk.code(BEN, LEAP.id, "bridge", "disagree")
    desk.code(ANN, LEAP.id, "bridge", "disagree", settles=True)
    assert rows(desk) == [("Bridge Office", "bridge", 0)]
    desk.code(BEN, LEAP.id, "bridge", "agree")
    with pytest.raises(UsageError, match="coders differ"):
        from_ledger(desk.ledger)


def test_a_settler_overrules_who_stays_with_another_view(desk: Desk) -> None:
    desk.code(ANN, LEAP.id, "bridge", "agree")
    desk.code(BEN, LEAP.id, "bridge", "disagree")
    desk.code(Coder(name="Cleo"), LEAP.id, "bridge", "agree", settles=True)
    assert rows(desk) == [("Bridge Office", "bridge", 1)]


def test_a_person_goes_before_a_model(desk: Desk) -> None:
    desk.code(MACHINE, LEAP.id, "bridge", "agree")
    assert rows(desk) == [("Bridge Office", "bridge", 1)]
    desk.code(ANN, LEAP.id, "bridge", "disagree")
    assert rows(desk) == [("Bridge Office", "bridge", 0)]


def test_the_command_makes_a_network_of_a_ledger(desk: Desk) -> None:
    desk.code(ANN, BRIDGE.id, "bridge", "agree")
    desk.code(ANN, LEAP.id, "bridge", "disagree")
    desk.code(ANN, OUTER.id, "bridge", "agree")
    desk.ledger.close()
    found = CliRunner().invoke(network, [str(desk.ledger.path), "--aggregation", "congruence"])
    made = json.loads(found.stdout)
    assert made["rows"] == ["Bridge Office", "Dana Rusk", "Ines Orlo"]
    assert made["matrix"] == [[0, 0, 0], [0, 0, 1], [0, 1, 0]]
    windows = ["--window", "days", "--size", "1", "--format", "edges"]
    assert CliRunner().invoke(network, [str(desk.ledger.path), *windows]).exit_code == 0


def test_a_ledger_without_codes_says_how_to_make_some(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="onrecord review"):
        from_ledger(desk.ledger)
    with pytest.raises(UsageError, match="Ann"):
        from_ledger(desk.ledger, "Zoe")


def test_codes_that_nobody_checked_are_counted_in_every_output(desk: Desk, tmp_path: Path) -> None:
    desk.code(ANN, BRIDGE.id, "bridge", "agree")
    assert from_ledger(desk.ledger).source["codes"] == "all made by people"
    desk.code(MACHINE, LEAP.id, "bridge", "disagree")
    desk.code(MACHINE, BRIDGE.id, "bridge", "disagree")  # a person said otherwise
    said = "1 of 2 are a model's, and NOT CHECKED by anybody"
    assert from_ledger(desk.ledger).source["codes"] == said
    for form in ("json", "csv", "graphml", "visone", "gexf", "net", "svg"):
        found = CliRunner().invoke(network, [str(desk.ledger.path), "--format", form])
        assert "NOT CHECKED" in found.stdout, form


def test_a_debate_has_the_positions_of_every_actor_by_the_labels_of_the_codebook(desk: Desk) -> None:
    bridge = Concept(name="bridge", label="The bridge is sound")
    toll = Concept(name="toll", label="Toll")
    desk.ledger.take_codebook(ANN, Codebook(title="Bridge", concepts=(bridge, toll)), now=NOON)
    desk.code(ANN, BRIDGE.id, "bridge", "agree")
    desk.code(ANN, LEAP.id, "bridge", "disagree")
    desk.code(ANN, LEAP.id, "toll", "agree")
    desk.code(ANN, OUTER.id, "bridge", "agree")
    found = debate(desk.ledger)
    assert found is not None
    assert [node.name for node in found.network.rows] == ["Bridge Office", "Dana Rusk", "Ines Orlo"]
    assert [[(each.concept, each.agree, each.disagree) for each in some] for some in found.positions] == [
        [("The bridge is sound", 0, 1), ("Toll", 1, 0)],
        [("The bridge is sound", 1, 0)],
        [("The bridge is sound", 1, 0)],
    ]
    office, rusk, orlo = found.groups
    assert rusk == orlo != office


def test_of_many_actors_a_debate_has_the_most_active(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.import_module("onrecord.tabulating.debate"), "MOST_ACTORS", 2)
    desk.code(ANN, BRIDGE.id, "bridge", "agree")
    desk.code(ANN, LEAP.id, "bridge", "disagree")
    desk.code(ANN, OUTER.id, "bridge", "agree")
    desk.code(ANN, OUTER.id, "toll", "agree")
    found = debate(desk.ledger)
    assert found is not None
    assert [node.name for node in found.network.rows] == ["Bridge Office", "Dana Rusk"]
    assert found.actors == 3
    assert found.network.settings["include"] == []


def test_there_is_no_debate_without_codes_or_with_one_actor(desk: Desk) -> None:
    assert debate(desk.ledger) is None
    desk.code(ANN, BRIDGE.id, "bridge", "agree")
    assert debate(desk.ledger) is None


def test_how_sure_a_model_was_of_its_code_is_how_likely_a_tie_survives(desk: Desk, tmp_path: Path) -> None:
    def survival(confidence: float | None) -> float:
        desk.now += timedelta(seconds=1)
        sure = SetCode(concept="bridge", stance="agree", confidence=confidence)
        desk.ledger.decide(MACHINE, LEAP.id, sure, now=desk.now)
        named = ("--rows", "actor", "--aggregation", "congruence", "--intervals")
        found = json.loads(CliRunner().invoke(network, [str(desk.ledger.path), *named]).stdout)
        at = [found["rows"].index(name) for name in ("Bridge Office", "Ines Orlo")]
        return float(found["survival"][at[0]][at[1]])

    desk.code(ANN, BRIDGE.id, "bridge", "agree")
    desk.code(ANN, OUTER.id, "snow", "agree")
    doubtful, usual, certain = survival(0.3), survival(None), survival(1.0)
    assert doubtful < usual <= certain
    table = from_ledger(desk.ledger, doubt=True).table
    assert table.wrong is not None
    assert np.isnan(table.wrong).sum() == 2  # Ann's
    assert np.nanmin(table.wrong) == 0
    assert from_ledger(desk.ledger).table.wrong is None


def test_a_report_reads_the_statements_once_for_all_that_it_shows_of_codes(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.code(ANN, BRIDGE.id, "bridge", "agree")
    desk.code(ANN, LEAP.id, "bridge", "agree")
    desk.code(BEN, LEAP.id, "bridge", "agree")
    read = Ledger.records
    times: list[object] = []
    monkeypatch.setattr(Ledger, "records", lambda *given: times.append(given) or read(*given))
    made, quality = shown_of_codes(desk.ledger)
    assert len(times) == 1
    assert made is not None
    assert [node.name for node in made.network.rows] == ["Bridge Office", "Ines Orlo"]
    assert quality is not None
    assert [each.says[:6] for each in quality.contested] == ["0 of 1"]


def test_how_sure_a_model_is_makes_no_disagreement(desk: Desk) -> None:
    desk.code(ANN, LEAP.id, "bridge", "agree")
    change = SetCode(concept="bridge", stance="agree", confidence=0.7)
    desk.ledger.decide(MACHINE, LEAP.id, change, now=desk.now + timedelta(seconds=1))
    (record,) = (each for each in desk.ledger.records(Filter()) if each.statement.id == LEAP.id)
    assert not record.review.contested
    with pytest.raises(UsageError, match="0 to 1"):
        desk.ledger.decide(
            MACHINE, LEAP.id, SetCode(concept="bridge", stance="agree", confidence=1.5), now=NOON
        )
    assert not list(desk.ledger.check())


def test_what_several_people_coded_is_counted_with_what_they_differ_on(desk: Desk) -> None:
    assert contested(desk.ledger) == []
    desk.code(ANN, BRIDGE.id, "bridge", "agree")
    desk.code(BEN, BRIDGE.id, "bridge", "disagree")
    desk.code(ANN, LEAP.id, "bridge", "agree")
    desk.code(BEN, LEAP.id, "bridge", "agree")
    desk.code(ANN, OUTER.id, "toll", "agree")
    desk.code(BEN, OUTER.id, "toll", "agree")
    desk.code(ANN, INNER.id, "bridge", "agree")  # one person alone differs from nobody
    desk.code(MACHINE, INNER.id, "bridge", "disagree")  # nor does a model
    bridge, toll = contested(desk.ledger)
    assert (bridge.name, bridge.several, bridge.differ) == ("bridge", 2, 1)
    assert (toll.name, toll.several, toll.differ) == ("toll", 1, 0)
    assert bridge.low < 0.5 < bridge.high
    assert toll.low == 0


def test_variables_that_differ_are_counted_by_their_own_name(desk: Desk) -> None:
    for coder, certainty in ((ANN, 4), (BEN, 2)):
        desk.code(coder, BRIDGE.id, "bridge", "agree")
        desk.now += timedelta(seconds=1)
        valued = (Valued(variable="certainty", value=certainty), Valued(variable="direct", value=True))
        desk.ledger.decide(coder, BRIDGE.id, SetValues(concept="bridge", values=valued), now=desk.now)
    found = {(each.kind, each.name): (each.several, each.differ) for each in contested(desk.ledger)}
    assert found == {
        ("concept", "bridge"): (1, 0),
        ("variable", "certainty"): (1, 1),
        ("variable", "direct"): (1, 0),
    }
