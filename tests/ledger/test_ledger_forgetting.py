"""What must go, goes: from tables, indexes and the bytes of the file; and it does not come back."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from building import Keep, article, protest, statement, vote

from onrecord.errors import NotFoundError, UsageError
from onrecord.ledger import Ledger
from onrecord.model import (
    Accept,
    Carrier,
    Coder,
    Correct,
    Merge,
    Note,
    Reading,
    SetSpeaker,
    SetValues,
    SetVia,
    Span,
    Speaker,
    Undo,
    Valued,
)

NOW = datetime(2024, 3, 2, 9, 30, tzinfo=UTC)
ANN = Coder(name="Ann")
BRIDGE, LEAP = vote().statements
JOBS, INNER = protest().statements


@pytest.fixture
def held(ledger: Ledger, keep: Keep) -> Ledger:
    keep(vote(), protest())
    return ledger


def bytes_of(ledger: Ledger) -> bytes:
    ledger.close()
    return b"".join(path.read_bytes() for path in ledger.path.parent.glob(f"{ledger.path.name}*"))


def test_an_article_goes_with_all_that_was_found_and_decided(held: Ledger) -> None:
    held.decide(ANN, BRIDGE.id, Accept(), now=NOW)
    held.decide(ANN, BRIDGE.id, Correct(source=()), now=NOW)
    held.decide(ANN, LEAP.id, Note(text="the engineer was misquoted"), now=NOW)
    held.decide(ANN, JOBS.id, Accept(), now=NOW)
    stone = held.forget(ANN, vote().article.id, "an embargo", now=NOW)
    assert (stone.statements, stone.decisions, stone.reason) == (2, 3, "an embargo")
    assert [reading.article.id for reading in held.readings()] == [protest().article.id]
    assert len(list(held.log())) == 1
    assert held.search("snow") == []
    assert held.check() == []
    remains = bytes_of(held)
    for word in (b"Wieck", b"snow", b"misquoted", b"wieck"):
        assert word not in remains


def test_what_was_removed_is_not_taken_in_again(held: Ledger, keep: Keep) -> None:
    held.forget(ANN, vote().article.id, "an embargo", now=NOW)
    keep(vote())
    assert [reading.article.id for reading in held.readings()] == [protest().article.id]
    assert [skipped.code for skipped in held.skipped()] == ["forgotten"]
    assert held.check() == []


def test_an_actor_goes_from_speakers_chains_and_decisions(held: Ledger) -> None:
    orlo = held.new_actor(ANN, "Ines Orlovna", "person", now=NOW)
    other = held.new_actor(ANN, "Dana Ruskova", "person", now=NOW)
    held.decide(ANN, BRIDGE.id, SetSpeaker(actor=orlo, role="mayor"), now=NOW)
    held.decide(
        ANN, INNER.id, SetVia(via=(Carrier(name="Ines Orlovna", type="person", actor=orlo),)), now=NOW
    )
    held.decide(ANN, JOBS.id, SetSpeaker(actor=other), now=NOW)
    held.decide(ANN, other, Merge(into=orlo), now=NOW)
    held.decide(ANN, BRIDGE.id, Accept(), now=NOW)
    stone = held.forget(ANN, orlo, "a request under the law", now=NOW)
    assert stone.decisions == 4
    assert held.record(BRIDGE.id).statement.speaker is None
    assert held.record(BRIDGE.id).review.state == "accepted"
    assert held.record(INNER.id).statement.via == ()
    assert held.record(JOBS.id).statement.speaker.name == "Dana Ruskova"  # type: ignore[union-attr]
    assert held.check() == []
    assert b"Orlovna" not in bytes_of(held)


def test_a_correction_of_a_forgotten_article_cannot_be_taken_back(held: Ledger) -> None:
    made = held.decide(ANN, BRIDGE.id, Correct(content=(Span(0, 7),)), now=NOW)
    held.forget(ANN, vote().article.id, "an embargo", now=NOW)
    with pytest.raises(NotFoundError):
        held.undo(ANN, made.id, now=NOW)


def test_a_reason_is_needed_and_a_statement_alone_cannot_be_forgotten(held: Ledger) -> None:
    with pytest.raises(UsageError, match="say why"):
        held.forget(ANN, vote().article.id, " ", now=NOW)
    with pytest.raises(NotFoundError, match="not the id of an article"):
        held.forget(ANN, BRIDGE.id, "because", now=NOW)
    assert len(list(held.readings())) == 2


def test_a_reason_that_names_the_actor_would_stay_and_is_refused(held: Ledger) -> None:
    orlo = held.new_actor(ANN, "Ines Orlovna", "person", now=NOW)
    with pytest.raises(UsageError, match="without the name"):
        held.forget(ANN, orlo, "asked for by ines orlovna herself", now=NOW)
    assert held.actor(orlo).name == "Ines Orlovna"
    assert held.forget(ANN, orlo, "asked for by herself", now=NOW).id == orlo


def test_one_of_two_who_were_merged_goes_and_the_other_stays(held: Ledger) -> None:
    father = held.new_actor(ANN, "Tomas Wieckner", "person", note="the father", now=NOW)
    son = held.new_actor(ANN, "Tomas Wieckner", "person", note="the son", now=NOW)
    held.decide(ANN, BRIDGE.id, SetSpeaker(actor=father), now=NOW)
    held.decide(ANN, LEAP.id, SetSpeaker(actor=son), now=NOW)
    held.decide(ANN, father, Merge(into=son), now=NOW)
    held.forget(ANN, father, "a request", now=NOW)
    assert held.record(BRIDGE.id).statement.speaker is None
    assert held.record(LEAP.id).statement.speaker.actor == son  # type: ignore[union-attr]
    assert held.check() == []


def test_an_actor_with_an_odd_name_takes_only_its_own_decisions_along(held: Ledger) -> None:
    odd = held.new_actor(ANN, "outlet", "person", now=NOW)
    held.decide(ANN, BRIDGE.id, SetVia(via=(Carrier(name="The Quay", type="outlet"),)), now=NOW)
    held.forget(ANN, odd, "a request", now=NOW)
    assert [one.name for one in held.record(BRIDGE.id).statement.via] == ["The Quay"]


def test_the_speakers_of_a_forgotten_article_go_with_it_even_if_it_was_the_last(
    ledger: Ledger, keep: Keep
) -> None:
    text = article("Jonna Wieckner said that thing one was so.\n")
    said = statement(text, "thing one was so", cue="said", source="Jonna Wieckner", kind="indirect")
    who = Speaker(name="Jonna Wieckner", type="person", confidence=0.95)
    keep(Reading(article=text, statements=(replace(said, speaker=who),)))
    ledger.link()
    assert [one.actor.name for one in ledger.actors()] == ["Jonna Wieckner"]
    ledger.forget(ANN, text.id, "an embargo", now=NOW)
    assert list(ledger.actors()) == []
    remains = bytes_of(ledger).lower()
    assert b"wieckner" not in remains


def named_in_a_variable(ledger: Ledger) -> str:
    orlo = ledger.new_actor(ANN, "Ines Orlovna", "person", now=NOW)
    code = SetValues(concept="", values=(Valued(variable="person", value="Ines Orlovna"),))
    ledger.decide(ANN, BRIDGE.id, code, now=NOW)
    return orlo


def test_a_variable_that_names_a_forgotten_actor_goes_with_what_took_it_back(held: Ledger) -> None:
    orlo = named_in_a_variable(held)
    held.undo(ANN, now=NOW)
    held.forget(ANN, orlo, "a request", now=NOW)
    assert [each for each in held.log() if isinstance(each.decision.change, Undo | SetValues)] == []
    assert held.check() == []


def test_a_copy_brings_no_variable_back_that_names_a_forgotten_actor(held: Ledger, tmp_path: Path) -> None:
    orlo = named_in_a_variable(held)
    held.backup(tmp_path / "copy.db")
    held.forget(ANN, orlo, "a request", now=NOW)
    with Ledger.open(tmp_path / "copy.db") as copy:
        held.join(copy)
    assert [each for each in held.log() if isinstance(each.decision.change, SetValues)] == []
    assert b"Orlovna" not in bytes_of(held)
