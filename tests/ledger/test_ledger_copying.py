"""Backups, and the ledger as it was."""

import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from building import Keep, protest, statement, vote

from onrecord.errors import LedgerError, UsageError
from onrecord.ledger import Filter, Ledger
from onrecord.model import (
    Accept,
    Add,
    Coder,
    Correct,
    Merge,
    Reading,
    Reject,
    SetFact,
    SetSpeaker,
    Span,
)

ANN = Coder(name="Ann")
ARTICLE = vote().article
BRIDGE, LEAP = vote().statements
EVERYTHING = Filter(review="all")


def day(number: int) -> datetime:
    return datetime(2024, 3, number, 9, 30, tzinfo=UTC)


@pytest.fixture
def held(ledger: Ledger, keep: Keep) -> Ledger:
    keep(vote())
    return ledger


def state(ledger: Ledger) -> list[object]:
    return [
        list(ledger.articles()),
        list(ledger.records(EVERYTHING)),
        [each.decision.id for each in ledger.log()],
    ]


def test_a_backup_is_the_ledger(held: Ledger, tmp_path: Path) -> None:
    held.decide(ANN, BRIDGE.id, Accept(), now=day(2))
    held.backup(tmp_path / "kept.db")
    assert sorted(path.name for path in tmp_path.iterdir() if "kept" in path.name) == ["kept.db"]
    with Ledger.open(tmp_path / "kept.db") as kept:
        assert state(kept) == state(held)
        assert kept.check() == []


def test_a_backup_replaces_nothing(held: Ledger, tmp_path: Path) -> None:
    (tmp_path / "kept.db").write_text("mine")
    with pytest.raises(LedgerError, match="is there already"):
        held.backup(tmp_path / "kept.db")
    assert (tmp_path / "kept.db").read_text() == "mine"
    with pytest.raises(LedgerError, match="no folder"):
        held.backup(tmp_path / "nowhere" / "kept.db")


def test_a_backup_is_whole_while_another_writes(held: Ledger, tmp_path: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        with Ledger.open(held.path) as other:
            turn = 0
            while not stop.is_set():
                turn += 1
                other.decide(ANN, BRIDGE.id, Accept() if turn % 2 else Reject(), now=day(2))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            held.backup(tmp_path / f"kept{number}.db")
    finally:
        stop.set()
        writer.join()
    for number in range(5):
        with Ledger.open(tmp_path / f"kept{number}.db") as kept:
            assert kept.check() == []


def test_the_ledger_as_it_was_after_every_step(held: Ledger) -> None:
    orlo = held.new_actor(ANN, "Ines Orlo", "person", now=day(2))
    mayor = held.new_actor(ANN, "Mayor Orlo", "person", now=day(2))
    start = ARTICLE.text.index("Critics are not convinced")
    wider = statement(ARTICLE, 'said the bridge would open "before the first snow"')
    run = 0

    def read_again(number: int, *found) -> None:
        nonlocal run
        run = held.start_run(model_hash=f"m{number}", options={}, at=day(number), stage="rereading")
        held.reread(run, Reading(article=ARTICLE, statements=found))

    steps = [
        lambda at: held.decide(ANN, BRIDGE.id, Accept(), now=at),
        lambda at: held.decide(ANN, BRIDGE.id, SetSpeaker(actor=mayor, role="mayor"), now=at),
        lambda at: held.decide(ANN, mayor, Merge(into=orlo), now=at),
        lambda at: held.decide(ANN, LEAP.id, Correct(source=()), now=at),
        lambda at: held.decide(ANN, ARTICLE.id, SetFact(fact="outlet", value="The Courier"), now=at),
        lambda at: held.decide(ANN, ARTICLE.id, Add(content=(Span(start, start + 25),), kind="indirect"), now=at),
        lambda at: read_again(at.day, wider, replace(LEAP, confidence=0.25)),
        lambda at: held.undo(ANN, now=at),
        lambda at: held.decide(ANN, wider.id, Reject(), now=at),
        lambda at: read_again(at.day, BRIDGE),
        lambda at: held.store_source(
            held.start_run(model_hash="m9", options={}, at=at), "p.txt", protest().article.source_hash,
            [Reading(article=replace(protest().article, doc="p.txt"), statements=protest().statements)], [],
        ),
        lambda at: held.new_actor(ANN, "Dana Rusk", "person", now=at),
    ]  # fmt: skip
    before = [state(held)]
    for number, step in enumerate(steps, 3):
        step(day(number))
        assert held.check() == []
        before.append(state(held))
    for number, expected in enumerate(before, 2):
        with held.as_of(f"2024-03-{number:02}") as past:
            assert past.check() == [], number
            assert state(past) == expected, number
            names = {"Ines Orlo", "Mayor Orlo"} | ({"Dana Rusk"} if number == len(before) + 1 else set())
            subjects = {logged.decision.subject for logged in past.log()}
            actors = {past.actor(subject).name for subject in subjects if subject.startswith("p-")}
            assert actors <= names


def test_a_moment_that_is_none_is_refused(held: Ledger) -> None:
    with pytest.raises(UsageError, match="is no time"), held.as_of("yesterday"):
        pass


def test_between_lost_and_found_a_statement_needs_another_look(held: Ledger) -> None:
    held.decide(ANN, LEAP.id, Accept(), now=day(2))
    for number, found in ((4, (BRIDGE,)), (8, (BRIDGE, LEAP)), (12, (BRIDGE,))):
        run = held.start_run(model_hash=f"m{number}", options={}, at=day(number), stage="rereading")
        held.reread(run, Reading(article=ARTICLE, statements=found), now=day(number))
    looks = {}
    for number in (3, 5, 9, 13):
        with held.as_of(f"2024-03-{number:02}") as past:
            looks[number] = past.record(LEAP.id).review.needs_look
            assert past.check() == []
    assert looks == {3: False, 5: True, 9: False, 13: True}
