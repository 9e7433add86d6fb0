"""Decisions in any legal order: what follows is sound, and taken back it is as if they had never been made."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from building import protest, vote
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import OnRecordError
from onrecord.ledger import Filter, Ledger
from onrecord.model import (
    Accept,
    Add,
    Change,
    Coder,
    Correct,
    MarkRead,
    Merge,
    Note,
    Reject,
    Rename,
    SaidOn,
    SetCode,
    SetDate,
    SetFact,
    SetSpeaker,
    Span,
)

NOW = datetime(2024, 3, 2, 9, 30, tzinfo=UTC)
CODERS = [Coder(name="Ann"), Coder(name="Ben"), Coder(name="reader 2", kind="model")]
READINGS = [vote(), protest()]
STATEMENTS = [statement.id for reading in READINGS for statement in reading.statements]
WORDS = {
    reading.article.id: [
        Span(start, start + len(word))
        for start, word in (
            (reading.article.text.index(word), word) for word in reading.article.text.split()[::3]
        )
    ]
    for reading in READINGS
}
ARTICLE_OF = {s.id: r.article.id for r in READINGS for s in r.statements}
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def of_statement(subject: str) -> st.SearchStrategy[tuple[str, Change]]:
    word = st.sampled_from(WORDS[ARTICLE_OF[subject]])
    changes: st.SearchStrategy[Change] = st.one_of(
        st.just(Accept()),
        st.builds(Reject, reason=st.text(max_size=5)),
        st.builds(lambda s: Correct(content=(s,)), word),
        st.builds(lambda s: Correct(source=(s,), kind="direct"), word),
        st.builds(
            SetCode, concept=st.sampled_from(["a", "b"]), stance=st.sampled_from(["agree", "neither", None])
        ),
        st.just(SetDate(said_on=SaidOn(value="2023-06"))),
        st.just(SetSpeaker(actor=None)),
        st.builds(Note, text=st.text(max_size=5)),
    )
    return st.tuples(st.just(subject), changes)


DECISIONS = st.sampled_from(STATEMENTS).flatmap(of_statement) | st.sampled_from(READINGS).flatmap(
    lambda reading: st.tuples(
        st.just(reading.article.id),
        st.builds(lambda s: Add(content=(s,), kind="indirect"), st.sampled_from(WORDS[reading.article.id]))
        | st.builds(
            SetFact,
            fact=st.sampled_from(["outlet", "published"]),
            value=st.sampled_from(["2023-01-01", None]),
        )
        | st.just(MarkRead()),
    )
)
STEPS = st.lists(st.tuples(st.sampled_from(CODERS), DECISIONS, st.booleans()), max_size=12)


def snapshot(ledger: Ledger) -> list[Any]:
    """All that a reader of the ledger sees of its state, the search included."""
    found: list[Any] = [list(ledger.articles()), list(ledger.records(Filter(review="all")))]
    hits = [hit for word in ("bridge", "jobs", "council", "dark") for hit in ledger.search(word)]
    return [*found, [(hit.article.id, hit.statement and hit.statement.id) for hit in hits]]


def made(folder: str, name: str = "debate.db") -> Ledger:
    ledger = Ledger.open(Path(folder) / name, create=True)
    run = ledger.start_run(model_hash="m0", options={}, at=NOW)
    for reading in READINGS:
        ledger.store_source(run, reading.article.doc, reading.article.source_hash, [reading], [])
    return ledger


def decide_all(ledger: Ledger, steps: list[Any]) -> list[tuple[Coder, str]]:
    """Make the decisions that are legal, and the actors that speak in every second one; who made which."""
    done: list[tuple[Coder, str]] = []
    for coder, (subject, change), settles in steps:
        try:
            decision = ledger.decide(coder, subject, change, now=NOW, settles=settles)
        except OnRecordError:
            continue
        done.append((coder, decision.id))
    return done


@FEW
@given(STEPS, st.randoms(use_true_random=False))
def test_whatever_is_taken_back_leaves_the_state_before(steps, random) -> None:
    with tempfile.TemporaryDirectory() as folder, made(folder) as ledger:
        before = snapshot(ledger)
        done = decide_all(ledger, steps)
        assert ledger.check() == []
        random.shuffle(done)
        for coder, decision in done:
            ledger.undo(coder, decision, now=NOW)
        assert snapshot(ledger) == before
        assert ledger.check() == []


@FEW
@given(STEPS)
def test_an_undo_that_is_taken_back_leaves_the_state_after(steps) -> None:
    with tempfile.TemporaryDirectory() as folder, made(folder) as ledger:
        done = decide_all(ledger, steps)
        after = snapshot(ledger)
        undos = [ledger.undo(coder, decision, now=NOW) for coder, decision in reversed(done)]
        for (coder, _), undo in zip(reversed(done), undos, strict=True):
            ledger.undo(coder, undo.id, now=NOW)
        assert snapshot(ledger) == after
        assert ledger.check() == []


NAMES = ["Ines Orlo", "I. Orlo", "Mayor Orlo", "Dana Rusk"]
PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(["speaks", "merge", "rename"]), st.sampled_from(STATEMENTS),
        st.integers(0, 3), st.integers(0, 3),
    ),
    max_size=10,
)  # fmt: skip


@FEW
@given(PEOPLE)
def test_actors_who_were_merged_and_renamed_come_apart_again(steps) -> None:
    with tempfile.TemporaryDirectory() as folder, made(folder) as ledger:
        ann = CODERS[0]
        before = snapshot(ledger)
        actors = [ledger.new_actor(ann, name, "person", now=NOW) for name in NAMES]
        made_actors = [logged.decision.id for logged in ledger.log()]
        done = []
        for what, subject, one, other in steps:
            change: Change = {
                "speaks": SetSpeaker(actor=actors[one]),
                "merge": Merge(into=actors[other]),
                "rename": Rename(name=NAMES[other]),
            }[what]
            try:
                target = subject if what == "speaks" else actors[one]
                done.append(ledger.decide(ann, target, change, now=NOW).id)
            except OnRecordError:
                continue
            assert ledger.check() == []
        for decision in [*reversed(done), *made_actors]:
            ledger.undo(ann, decision, now=NOW)
        assert snapshot(ledger) == before
        assert ledger.check() == []
