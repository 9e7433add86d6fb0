"""Networks of a ledger: the codes in effect, and nothing of what coders do not agree on."""

import importlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from building import Keep, protest, vote
from click.testing import CliRunner

from onrecord.cli.actors import actors
from onrecord.cli.coded_debate import shown_of_codes
from onrecord.cli.network import network
from onrecord.errors import UsageError
from onrecord.ledger import Filter, Ledger
from onrecord.model import (
    Affiliation,
    Codebook,
    Coder,
    Concept,
    Entry,
    Merge,
    Reject,
    SaidOn,
    SetCode,
    SetDate,
    SetOrganisation,
    SetSpeaker,
    SetValues,
    Speaker,
    Stance,
    Valued,
)
from onrecord.tabulating import contested, debate, from_ledger

ANN, BEN = Coder(name="Ann"), Coder(name="Ben")
MACHINE = Coder(name="stance-1", kind="model")
BRIDGE, LEAP = vote().statements
OUTER, INNER = protest().statements
NOON = datetime(2024, 3, 1, 12, 0, tzinfo=UTC)
NOW = NOON + timedelta(days=1)


class Desk:
    """Codes statements, a second apart."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger, self.now = ledger, NOON

    def code(
        self, coder: Coder, of: str, concept: str, stance: Stance | None, *, settles: bool = False
    ) -> None:
        self.now += timedelta(seconds=1)
        change = SetCode(concept=concept, stance=stance)
        self.ledger.decide(coder, of, change, now=self.now, settles=settles)

    def speaker(self, of: str, name: str, kind: str = "person") -> None:
        self.now += timedelta(seconds=1)
        actor = self.ledger.new_actor(ANN, name, kind, now=self.now)  # type: ignore[arg-type]
        self.ledger.decide(ANN, of, SetSpeaker(actor=actor, role="mayor"), now=self.now)


@pytest.fixture
def desk(ledger: Ledger, keep: object) -> Desk:
    keep(vote(), protest())  # type: ignore[operator]
    made = Desk(ledger)
    made.speaker(BRIDGE.id, "Ines Orlo")
    made.speaker(LEAP.id, "Bridge Office", "organisation")
    made.speaker(OUTER.id, "Dana Rusk")
    return made


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
    assert made.left_out == {"coders differ": 1, "neither agrees nor disagrees": 1}
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


def made_by_command(desk: Desk, *options: str) -> tuple[dict[str, Any], str]:
    """What the command prints as JSON, and what it says."""
    found = CliRunner().invoke(network, [str(desk.ledger.path), *options])
    return json.loads(found.stdout), found.stderr


def coded(desk: Desk) -> None:
    desk.code(ANN, BRIDGE.id, "bridge", "agree")
    desk.code(ANN, LEAP.id, "bridge", "agree")
    desk.code(ANN, OUTER.id, "bridge", "agree")


def test_codes_whose_speaker_is_open_are_counted_aloud_in_the_output_and_in_the_report(desk: Desk) -> None:
    coded(desk)
    desk.now += timedelta(seconds=1)
    desk.ledger.decide(ANN, OUTER.id, SetSpeaker(actor=None), now=desk.now)
    made, said = made_by_command(desk)
    assert made["statements"] == 2
    assert made["settings"]["left_out"] == {"the speaker is open": 1}
    assert "left out: 1 code (the speaker is open)" in said
    picture = CliRunner().invoke(network, [str(desk.ledger.path), "--format", "svg"]).stdout
    assert "Left out: 1 code (the speaker is open)." in picture
    found = debate(desk.ledger)
    assert found is not None
    assert found.left_out == (("the speaker is open", 1),)
    assert made_by_command(desk, "--exclude", "concept=snow")[0]["settings"]["left_out"]
    assert not made_by_command(desk, "--include", "concept=snow")[0]["settings"]["left_out"]


def test_codes_of_undated_articles_are_counted_aloud_where_time_counts(desk: Desk) -> None:
    coded(desk)
    assert protest().article.published is None
    assert made_by_command(desk)[0]["settings"]["left_out"] == {}
    for options in (["--from", "1999"], ["--window", "days", "--size", "1"]):
        made, said = made_by_command(desk, *options)
        assert made["settings"]["left_out"] == {"the article shows no day": 1}
        assert "left out: 1 code (the article shows no day)" in said


def test_time_goes_by_the_day_of_publication_or_by_the_day_said_and_every_output_says_which(
    desk: Desk,
) -> None:
    coded(desk)
    for of, value in (
        (BRIDGE.id, "2022-05-01/2022-05-03"),  # its middle counts
        (LEAP.id, "2022"),  # no day that one could put into a window
        (OUTER.id, "2021-02-03"),
    ):
        desk.now += timedelta(seconds=1)
        desk.ledger.decide(ANN, of, SetDate(said_on=SaidOn(value=value)), now=desk.now)
    published, _ = made_by_command(desk, "--mode", "events")
    until = ("--from", "2021", "--to", "2022-05-02")
    said, told = made_by_command(desk, "--mode", "events", "--day", "said", *until)
    assert published["settings"]["day"] == "published"
    assert said["settings"]["day"] == "said"
    assert [each["time"] for each in published["events"]] == ["2023-06-04T00:00:00"] * 2 + [None]
    assert [each["time"] for each in said["events"]] == ["2021-02-03T00:00:00", "2022-05-02T00:00:00"]
    assert "left out: 1 code (the day of saying is not known, or only to more than a month)" in told
    line = CliRunner().invoke(network, [str(desk.ledger.path), "--day", "said", "--format", "csv"]).stdout
    assert " day=said " in line
    assert not made_by_command(desk, "--day", "said", "--from", "2023")[0]["rows"]


def organisations(desk: Desk) -> dict[str, str]:
    """For each actor the organisation of its code."""
    table = from_ledger(desk.ledger).table
    actor, organisation = table.texts("actor"), table.texts("organisation")
    return {actor.at(row): organisation.at(row) for row in range(len(table))}


def as_a(desk: Desk, of: str, role: str) -> None:
    speaker = next(
        each for each in desk.ledger.records(Filter()) if each.statement.id == of
    ).statement.speaker
    assert speaker is not None
    desk.now += timedelta(seconds=1)
    desk.ledger.decide(ANN, of, SetSpeaker(actor=speaker.actor, role=role), now=desk.now)


def test_a_person_speaks_for_the_organisation_of_its_role_or_is_left_out_aloud(desk: Desk) -> None:
    coded(desk)
    as_a(desk, BRIDGE.id, "engineer at the Bridge Office")
    as_a(desk, OUTER.id, "skipper")
    assert organisations(desk) == {
        "Ines Orlo": "Bridge Office",
        "Bridge Office": "Bridge Office",
        "Dana Rusk": "",
    }
    made, said = made_by_command(desk, "--rows", "organisation", "--mode", "two")
    assert made["matrix"] == [[2]]
    assert "left out: 1 code (no organisation of the speaker is known)" in said


def test_what_people_decide_goes_before_the_reference_and_that_before_the_role(
    ledger: Ledger, keep: Keep
) -> None:
    reading = vote()
    ines = Speaker(name="Ines Orlo", type="person", role="engineer at the Bridge Office")
    office = Speaker(name="Bridge Office", type="organisation")
    one, other = reading.statements
    keep(replace(reading, statements=(replace(one, speaker=ines), replace(other, speaker=office))))
    ledger.link()
    desk = Desk(ledger)
    desk.code(ANN, BRIDGE.id, "bridge", "agree")
    assert organisations(desk) == {"Ines Orlo": "Bridge Office"}
    then = Affiliation(organisation="Reform League", since="2020", until="2022")
    now = Affiliation(organisation="bridge office", since="2023-06-04")
    desk.ledger.take_reference([Entry(id="k-1", name="Ines Orlo", affiliations=(then, now))])
    assert organisations(desk)["Ines Orlo"] == "Bridge Office"  # by the name that the ledger shows it by
    desk.ledger.decide(ANN, BRIDGE.id, SetDate(said_on=SaidOn(value="2021-03")), now=NOW)
    assert organisations(desk)["Ines Orlo"] == "Reform League"
    (orlo,) = (each.actor.id for each in desk.ledger.actors("Ines Orlo"))
    change = SetOrganisation(organisation="Millers", since="2021", until="2021-06")
    made = desk.ledger.decide(ANN, orlo, change, now=NOW)
    assert organisations(desk)["Ines Orlo"] == "Millers"
    none = desk.ledger.decide(ANN, orlo, SetOrganisation(organisation=None), now=NOW + timedelta(seconds=1))
    assert organisations(desk)["Ines Orlo"] == ""
    for each in (none, made):
        desk.ledger.undo(ANN, each.id, now=NOW + timedelta(seconds=2))
    assert organisations(desk)["Ines Orlo"] == "Reform League"
    assert not list(desk.ledger.check())


def test_what_is_coded_of_the_statement_itself_goes_first(desk: Desk) -> None:
    coded(desk)
    desk.now += timedelta(seconds=1)
    valued = (Valued(variable="organisation", value="Anglers"),)
    desk.ledger.decide(ANN, OUTER.id, SetValues(concept="bridge", values=valued), now=desk.now)
    assert organisations(desk)["Dana Rusk"] == "Anglers"


def test_the_command_says_for_whom_an_actor_speaks(desk: Desk) -> None:
    (dana,) = (each.actor.id for each in desk.ledger.actors("Dana Rusk"))
    call = [str(desk.ledger.path), "Dana Rusk"]
    found = CliRunner().invoke(
        actors, ["organisation", *call, "Ferry Union", "--since", "2021", "--coder", "Ann"]
    )
    assert found.exit_code == 0, found.output
    shown = CliRunner().invoke(actors, ["show", str(desk.ledger.path), dana]).stdout
    assert "speaks for Ferry Union (2021 on)" in shown
    for wrong in (["Ferry Union", "--none"], [], ["Ferry Union", "--since", "spring"], [" "]):
        refused = CliRunner().invoke(actors, ["organisation", *call, *wrong, "--coder", "Ann"])
        assert isinstance(refused.exception, UsageError), wrong
