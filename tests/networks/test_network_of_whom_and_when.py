"""Networks of a ledger: what is left out of them, the day that they go by, and for whom people speak."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

from building import Keep, protest, vote
from click.testing import CliRunner
from desk import ANN, BRIDGE, LEAP, NOW, OUTER, Desk

from onrecord.cli.actors import actors
from onrecord.cli.network import network
from onrecord.errors import UsageError
from onrecord.ledger import Filter, Ledger
from onrecord.model import (
    Affiliation,
    Entry,
    SaidOn,
    SetDate,
    SetOrganisation,
    SetSpeaker,
    SetValues,
    Speaker,
    Valued,
)
from onrecord.tabulating import debate, from_ledger


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
