"""What goes out and comes in again is equal, whatever people decided meanwhile."""

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from building import protest, vote
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from interchanging import NOW, exported, made, take

from onrecord.errors import OnRecordError
from onrecord.ledger import Filter, Ledger
from onrecord.ledger.taking import Taken, brat_rows
from onrecord.model import (
    Accept,
    Add,
    Addressee,
    Carrier,
    Change,
    Coder,
    Correct,
    Merge,
    Note,
    Reject,
    Rename,
    SaidOn,
    SetCode,
    SetDate,
    SetFact,
    SetRole,
    SetSpeaker,
    SetTo,
    SetVia,
    Span,
    actor_id,
)
from onrecord.publishing.brat import standoff
from onrecord.publishing.jsonl import row

CODERS = [Coder(name="Ann"), Coder(name="Ben"), Coder(name="reader 2", kind="model")]
READINGS = [vote(), protest()]
TEXT_OF = {s.id: r.article.text for r in READINGS for s in r.statements} | {
    r.article.id: r.article.text for r in READINGS
}
STATEMENTS = [s.id for r in READINGS for s in r.statements]
NAMES = ["Ines Orlo", "I. Orlo", "Dana Rusk"]
ACTORS = [actor_id(name, "person", "") for name in NAMES]
FEW = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def word(text: str) -> st.SearchStrategy[Span]:
    starts = [(text.index(each), each) for each in text.split()[::4]]
    return st.sampled_from([Span(start, start + len(each)) for start, each in starts])


def of_statement(subject: str) -> st.SearchStrategy[tuple[str, Change]]:
    some = word(TEXT_OF[subject])
    changes: st.SearchStrategy[Change] = st.one_of(
        st.just(Accept()),
        st.builds(Reject, reason=st.text(max_size=5)),
        st.builds(lambda s: Correct(content=(s,)), some),
        st.builds(lambda s: Correct(source=(s,), kind="direct"), some),
        st.builds(SetCode, concept=st.sampled_from("ab"), stance=st.sampled_from(["agree", "neither", None])),
        st.just(SetDate(said_on=SaidOn(value="2023-06", span=Span(0, 4), inferred=True))),
        st.just(SetVia(via=(Carrier(name="The Quay", type="outlet"),))),
        st.just(SetTo(to=(Addressee(name="Harbour Board", type="organisation"),))),
        st.builds(SetSpeaker, actor=st.sampled_from([*ACTORS, None]), role=st.sampled_from(["mayor", None])),
        st.builds(Note, text=st.text(max_size=5)),
    )
    return st.tuples(st.just(subject), changes)


def of_article(subject: str) -> st.SearchStrategy[tuple[str, Change]]:
    changes: st.SearchStrategy[Change] = st.one_of(
        st.builds(lambda s: Add(content=(s,), kind="indirect"), word(TEXT_OF[subject])),
        st.builds(
            SetFact,
            fact=st.sampled_from(["outlet", "published", "byline"]),
            value=st.sampled_from(["2023-01-01", None]),
        ),
        st.just(SetRole(start=0, role="byline")),
        st.just(Note(text="seen")),
    )
    return st.tuples(st.just(subject), changes)


def of_actor(subject: str) -> st.SearchStrategy[tuple[str, Change]]:
    changes: st.SearchStrategy[Change] = st.one_of(
        st.builds(Merge, into=st.sampled_from(ACTORS)), st.builds(Rename, name=st.sampled_from(NAMES))
    )
    return st.tuples(st.just(subject), changes)


DECISIONS = st.one_of(
    st.sampled_from(STATEMENTS).flatmap(of_statement),
    st.sampled_from([r.article.id for r in READINGS]).flatmap(of_article),
    st.sampled_from(ACTORS).flatmap(of_actor),
)
UNDO = st.integers(0, 9)
STEPS = st.lists(st.tuples(st.sampled_from(CODERS), DECISIONS | UNDO, st.booleans()), max_size=14)


def decide_all(ledger: Ledger, steps: Iterable[Any]) -> None:
    """Make the decisions that are legal, and take earlier ones back, undos among them."""
    for name in NAMES:
        ledger.new_actor(CODERS[0], name, "person", now=NOW)
    done: list[str] = []
    for coder, what, settles in steps:
        try:
            if isinstance(what, int):
                done.append(ledger.undo(coder, done[what % len(done)] if done else None, now=NOW).id)
            else:
                done.append(ledger.decide(coder, *what, now=NOW, settles=settles).id)
        except OnRecordError:
            continue


def taken(ledger: Ledger, text: str) -> Taken:
    came, refused = take(ledger, text)
    assert refused == []
    return came


@FEW
@given(STEPS)
def test_an_export_that_is_imported_gives_the_same_export(steps) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        made(Path(folder) / "a.db", *READINGS) as ledger,
        made(Path(folder) / "b.db") as other,
    ):
        decide_all(ledger, steps)
        text = exported(ledger)
        assert taken(other, text).articles == len(READINGS)
        assert exported(other) == text
        assert other.check() == []
        again = taken(other, text)
        assert (again.articles, again.statements, again.decisions) == (0, 0, 0)
        assert exported(other) == text


@FEW
@given(STEPS)
def test_decisions_come_into_a_ledger_that_has_the_articles(steps) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        made(Path(folder) / "a.db", *READINGS) as ledger,
        made(Path(folder) / "b.db", *READINGS) as other,
    ):
        decide_all(ledger, steps)
        assert taken(other, exported(ledger, texts=False)).articles == 0
        assert exported(other) == exported(ledger)
        assert other.check() == []


def _marked(ledger: Ledger, folder: Path) -> None:
    for reading in READINGS:
        records = [r for r in ledger.records() if r.article.id == reading.article.id]
        text = reading.article.text
        (folder / f"{reading.article.id}.txt").write_bytes(text.encode())
        made = standoff([row(record, full=True) for record in records], text)
        (folder / f"{reading.article.id}.ann").write_bytes(made.encode())


def _carried(ledger: Ledger) -> list[object]:
    """What brat carries of a statement."""
    found = [
        (r.article.text_hash, r.statement.content, r.statement.cue, r.statement.source, r.statement.kind)
        for r in ledger.records(Filter(review="all"))
    ]
    return sorted(set(found))


@FEW
@given(STEPS)
def test_places_and_kinds_come_back_from_brat(steps) -> None:
    with (
        tempfile.TemporaryDirectory() as name,
        made(Path(name) / "a.db", *READINGS) as ledger,
        made(Path(name) / "b.db") as other,
    ):
        folder = Path(name)
        decide_all(ledger, steps)
        _marked(ledger, folder)
        rows = [each for path in sorted(folder.glob("*.ann")) for each in brat_rows(path)]
        refused: list[object] = []
        other.take(rows, CODERS[0], refused.append, now=NOW)
        # Two statements that were corrected to one place are one there.
        twice = len(list(ledger.records())) - len(
            {(r.article.id, r.statement.content) for r in ledger.records()}
        )
        assert len(refused) <= twice
        if not twice:
            before = sorted(
                (
                    r.article.text_hash,
                    r.statement.content,
                    r.statement.cue,
                    r.statement.source,
                    r.statement.kind,
                )
                for r in ledger.records()
            )
            assert _carried(other) == before
        assert other.check() == []
        again = other.take(rows, CODERS[0], [].append, now=NOW)
        assert (again.articles, again.statements, again.decisions) == (0, 0, 0)
