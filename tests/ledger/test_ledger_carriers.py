"""Those through whom words came are actors of the registry as speakers are, and go when they are forgotten."""

import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from building import Keep, article, statement
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import OnRecordError, UsageError
from onrecord.ledger import Filter, Ledger
from onrecord.model import (
    ActorType,
    Addressee,
    Apart,
    Carrier,
    Coder,
    Merge,
    Reading,
    Reject,
    Rename,
    SetSpeaker,
    SetTo,
    SetVia,
    Speaker,
)
from onrecord.publishing.carrying import whole_rows
from onrecord.publishing.jsonl import line

NOW = datetime(2024, 3, 2, 9, 30, tzinfo=UTC)
ANN = Coder(name="Ann")
LAMP, LAMP_SHORT = (
    Carrier(name="The Morning Lamp", type="outlet"),
    Carrier(name="Morning Lamp", type="outlet"),
)
DANA = Carrier(name="Dana Ruskova", type="person")
BOARD = Addressee(name="Harbour Board", type="organisation")


def report(
    number: int, speaker: str, via: tuple[Carrier, ...] = (), to: tuple[Addressee, ...] = (), says: int = 1
) -> Reading:
    """An article in which one person says so many things, all through the same chain."""
    lines = [f"She said that thing number {number}-{at} was so.\n" for at in range(says)]
    of = article(f"Report {number}\n\n" + "\n".join(lines), doc=f"reports/{number}.txt")
    who = Speaker(name=speaker, type="person", confidence=0.95)
    made = [
        statement(of, f"thing number {number}-{at} was so", cue="said", source="She") for at in range(says)
    ]
    return Reading(article=of, statements=tuple(replace(one, speaker=who, via=via, to=to) for one in made))


READINGS = [
    report(1, "Mara Quell", (LAMP,)),
    report(2, "Ines Orlo", (LAMP_SHORT, DANA)),
    report(3, "Dana Ruskova", to=(BOARD,)),
    report(4, "Tomas Wieck", (Carrier(name="a podcast", type="unnamed"),)),
]
ONE, TWO, THREE, FOUR = (one.statements[0].id for one in READINGS)


@pytest.fixture
def held(ledger: Ledger, keep: Keep) -> Ledger:
    keep(*READINGS)
    ledger.link()
    return ledger


def one_named(ledger: Ledger, name: str) -> str:
    (found,) = (one.actor.id for one in ledger.actors() if name in (one.actor.name, *one.actor.names))
    return found


def counts(ledger: Ledger) -> dict[str, tuple[int, int]]:
    return {one.actor.name: (one.statements, one.passed_on) for one in ledger.actors()}


def carried(ledger: Ledger, name: str) -> set[str]:
    return {one.statement.id for one in ledger.records(Filter(via=name))}


def test_who_passes_on_is_an_actor_told_apart_from_who_speaks(held: Ledger) -> None:
    (lamp,) = {one.actor for one in (held.record(ONE).statement.via[0], held.record(TWO).statement.via[0])}
    assert lamp == one_named(held, "Morning Lamp")
    found = counts(held)
    assert found["Dana Ruskova"] == (1, 1)
    assert found[held.actor(lamp or "").name] == (0, 2)
    assert [one.type for one in held.record(FOUR).statement.via] == ["unnamed"]
    assert held.record(FOUR).statement.via[0].actor is None
    assert held.check() == []


def test_the_words_of_the_article_stay_beside_the_actor(held: Ledger) -> None:
    assert [one.name for one in held.record(TWO).statement.via] == ["Morning Lamp", "Dana Ruskova"]


def test_statements_are_found_by_who_passed_them_on(held: Ledger) -> None:
    lamp = one_named(held, "Morning Lamp")
    assert (
        carried(held, lamp)
        == carried(held, "the morning lamp")
        == carried(held, "MORNING LAMP")
        == {ONE, TWO}
    )
    assert carried(held, "Dana Ruskova") == {TWO}
    assert carried(held, "a podcast") == {FOUR}
    assert carried(held, "Mara Quell") == set()
    assert {one.statement.id for one in held.records(Filter(to="harbour board"))} == {THREE}


def test_what_is_rejected_was_not_passed_on(held: Ledger) -> None:
    held.decide(ANN, TWO, Reject(), now=NOW)
    assert counts(held)["Dana Ruskova"] == (1, 0)


def test_a_chain_that_a_person_names_is_linked_by_its_names(held: Ledger) -> None:
    held.decide(ANN, THREE, SetVia(via=(LAMP,)), now=NOW)
    assert carried(held, one_named(held, "Morning Lamp")) == {ONE, TWO, THREE}
    held.undo(ANN, now=NOW)
    assert carried(held, one_named(held, "Morning Lamp")) == {ONE, TWO}
    assert held.check() == []


def told(ledger: Ledger, name: str) -> set[str]:
    return {one.statement.id for one in ledger.records(Filter(to=name))}


def test_who_was_told_is_corrected_undone_and_kept_when_it_is_read_again(held: Ledger) -> None:
    council = Addressee(name="Quay Council", type="organisation")
    made = held.decide(ANN, THREE, SetTo(to=(council,)), now=NOW)
    assert told(held, "Quay Council") == {THREE}
    assert told(held, "Harbour Board") == set()
    assert held.record(THREE).review.corrected
    run = held.start_run(model_hash="m1", options={}, at=NOW, stage="rereading")
    again = READINGS[2]
    held.store_source(run, again.article.doc, again.article.source_hash, [again], [])
    held.link()
    assert told(held, "Quay Council") == {THREE}
    assert held.check() == []
    held.undo(ANN, made.id, now=NOW)
    assert told(held, "Quay Council") == set()
    assert told(held, "Harbour Board") == {THREE}
    assert held.check() == []


def test_nobody_was_told_is_a_decision_too_and_the_machine_s_word_comes_back(held: Ledger) -> None:
    held.decide(ANN, THREE, SetTo(to=()), now=NOW)
    assert held.record(THREE).statement.to == ()
    held.undo(ANN, now=NOW)
    assert [one.name for one in held.record(THREE).statement.to] == ["Harbour Board"]


def test_who_was_told_follows_the_name_and_the_merges_of_the_actor(held: Ledger) -> None:
    dana, mara = one_named(held, "Dana Ruskova"), one_named(held, "Mara Quell")
    to = (Addressee(name="Dana Ruskova", type="person", actor=dana),)  # type: ignore[arg-type]
    held.decide(ANN, ONE, SetTo(to=to), now=NOW)
    held.decide(ANN, dana, Rename(name="D. Ruskova the Elder"), now=NOW)
    assert held.record(ONE).statement.to[0].name == "D. Ruskova the Elder"
    held.decide(ANN, dana, Merge(into=mara), now=NOW)  # type: ignore[arg-type]
    assert [(one.name, one.actor) for one in held.record(ONE).statement.to] == [("Mara Quell", mara)]
    held.undo(ANN, now=NOW)
    assert held.record(ONE).statement.to[0].name == "D. Ruskova the Elder"
    assert held.check() == []


def test_nobody_without_a_name_was_told(held: Ledger) -> None:
    with pytest.raises(UsageError):
        held.decide(ANN, ONE, SetTo(to=(Addressee(name=" ", type="group"),)), now=NOW)


def test_who_was_told_by_a_decision_leaves_no_name_when_forgotten(held: Ledger) -> None:
    held.decide(ANN, ONE, SetTo(to=(BOARD,)), now=NOW)
    held.forget(ANN, one_named(held, "Harbour Board"), "a request", now=NOW)
    assert held.record(ONE).statement.to == held.record(THREE).statement.to == ()
    assert held.check() == []
    assert b"harbour board" not in bytes_of(held).lower()


def test_a_decision_on_something_else_leaves_the_chain_linked(held: Ledger) -> None:
    lamp = held.record(ONE).statement.via[0].actor
    held.decide(ANN, ONE, SetSpeaker(actor=one_named(held, "Ines Orlo")), now=NOW)
    assert held.record(ONE).statement.via[0].actor == lamp


def test_a_chain_that_names_an_actor_follows_its_name_and_its_merges(held: Ledger) -> None:
    dana, mara = one_named(held, "Dana Ruskova"), one_named(held, "Mara Quell")
    held.decide(ANN, FOUR, SetVia(via=(replace(DANA, actor=dana),)), now=NOW)  # type: ignore[arg-type]
    held.decide(ANN, dana, Rename(name="D. Ruskova the Elder"), now=NOW)
    assert held.record(FOUR).statement.via[0].name == "D. Ruskova the Elder"
    held.decide(ANN, dana, Merge(into=mara), now=NOW)  # type: ignore[arg-type]
    via = held.record(FOUR).statement.via
    assert [(one.name, one.actor) for one in via] == [("Mara Quell", mara)]
    assert counts(held)["Mara Quell"] == (2, 2)
    held.undo(ANN, now=NOW)
    assert held.record(FOUR).statement.via[0].name == "D. Ruskova the Elder"
    assert held.check() == []


def test_two_outlets_told_apart_are_two(held: Ledger) -> None:
    lamp = one_named(held, "Morning Lamp")
    (other,) = (one.id for one in held.parts_of(lamp) if one.id != lamp)
    held.decide(ANN, lamp, Apart(other=other), now=NOW)
    assert held.record(ONE).statement.via[0].actor != held.record(TWO).statement.via[0].actor
    held.undo(ANN, now=NOW)
    assert held.record(ONE).statement.via[0].actor == held.record(TWO).statement.via[0].actor


def test_a_newer_reading_that_finds_more_of_the_same_links_it_too(held: Ledger) -> None:
    run = held.start_run(model_hash="m1", options={}, at=NOW, stage="rereading")
    longer = report(1, "Mara Quell", (LAMP,), says=2)
    text = article(longer.article.text, doc="reports/long.txt")
    held.store_source(
        run, text.doc, text.source_hash, [Reading(article=text, statements=longer.statements[:1])], []
    )
    held.link()
    held.reread(run, longer, now=NOW)
    held.link()
    both = [held.record(one.id).statement for one in longer.statements]
    assert len({one.speaker.actor for one in both if one.speaker}) == 1
    assert len({one.via[0].actor for one in both}) == 1
    assert None not in {one.via[0].actor for one in both}


def test_a_ledger_that_takes_in_an_export_links_the_chains_itself(held: Ledger, tmp_path: Path) -> None:
    rows = list(whole_rows(held, held.records(), texts=True))
    assert rows[0]["via"][0]["actor"] == one_named(held, "Morning Lamp")
    with Ledger.open(tmp_path / "other.db", create=True) as other:
        other.join(held)
        other.link()
        assert counts(other) == counts(held)
        assert {one.statement for one in other.records()} == {one.statement for one in held.records()}


def bytes_of(ledger: Ledger) -> bytes:
    ledger.close()
    return b"".join(path.read_bytes() for path in ledger.path.parent.glob(f"{ledger.path.name}*"))


def test_an_outlet_that_is_forgotten_leaves_no_name(held: Ledger) -> None:
    held.decide(ANN, THREE, SetVia(via=(LAMP,)), now=NOW)
    held.decide(ANN, TWO, SetVia(via=()), now=NOW)  # what was found is kept beside it
    stone = held.forget(ANN, one_named(held, "Morning Lamp"), "a request", now=NOW)
    assert stone.statements >= 2
    assert held.record(ONE).statement.via == held.record(THREE).statement.via == ()
    assert held.check() == []
    assert all("Lamp" not in line(row) for row in whole_rows(held, held.records(), texts=False))
    assert b"lamp" not in bytes_of(held).lower()


PEOPLE: list[tuple[str, ActorType]] = [
    ("Aldous Brandywick", "person"), ("Brandywick", "person"), ("The Brandywick Bugle", "outlet"),
    ("Ottoline Farthing", "person"), ("Farthing Institute", "organisation"), ("Ottoline Farthing", "organisation"),
]  # fmt: skip
SOME = st.sampled_from(PEOPLE)
CHAINS = st.lists(
    st.tuples(SOME, st.lists(SOME, max_size=2), st.lists(SOME, max_size=2)), min_size=1, max_size=5
)
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["via", "named", "speaker", "merge", "rename", "undo", "reject"]),
        st.integers(0, 9), st.integers(0, 9),
    ),
    max_size=8,
)  # fmt: skip


def act(ledger: Ledger, what: str, one: int, two: int) -> None:
    every = [each.statement.id for each in ledger.records(Filter(review="all"))]
    people = [each.actor for each in ledger.actors()]
    subject, who, other = every[one % len(every)], people[two % len(people)], people[one % len(people)]
    name, kind = PEOPLE[two % len(PEOPLE)]
    if what == "undo":
        ledger.undo(ANN, now=NOW)
    elif what == "via":
        ledger.decide(ANN, subject, SetVia(via=(Carrier(name=name, type=kind),)), now=NOW)
    elif what == "named":
        ledger.decide(ANN, subject, SetVia(via=(Carrier(name="X", type=kind, actor=who.id),)), now=NOW)
    elif what == "speaker":
        ledger.decide(ANN, subject, SetSpeaker(actor=who.id), now=NOW)
    elif what == "reject":
        ledger.decide(ANN, subject, Reject(), now=NOW)
    elif what == "merge":
        ledger.decide(ANN, who.id, Merge(into=other.id), now=NOW)
    else:
        ledger.decide(ANN, who.id, Rename(name=f"Renamed {one}"), now=NOW)


def without_longer(name: str, text: str) -> str:
    """A text without the names that hold this one and are another's."""
    for other, _ in PEOPLE:
        if name in other.lower() and name != other.lower():
            text = text.replace(other.lower(), "")
    return text


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(chains=CHAINS, acts=ACTS, chosen=st.integers(0, 9))
def test_whoever_is_forgotten_is_in_no_statement_and_no_export(chains, acts, chosen) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger.open(Path(folder) / "debate.db", create=True) as ledger,
    ):
        run = ledger.start_run(model_hash="m0", options={}, at=NOW)
        for number, ((speaker, kind), via, to) in enumerate(chains):
            made = report(
                number, speaker, tuple(Carrier(name=a, type=b) for a, b in via),
                tuple(Addressee(name=a, type=b) for a, b in to),
            )  # fmt: skip
            who = Speaker(name=speaker, type=kind, confidence=0.95)
            made = replace(made, statements=tuple(replace(each, speaker=who) for each in made.statements))
            ledger.store_source(run, made.article.doc, made.article.source_hash, [made], [])
        ledger.link()
        for each in acts:
            try:
                act(ledger, *each)
            except OnRecordError:
                continue
        assert ledger.check() == []
        people = [each.actor for each in ledger.actors()]
        gone = people[chosen % len(people)].id
        (named,) = (each for each in ledger.people([gone]) if each.id == gone)
        ledger.forget(ANN, gone, "asked to", now=NOW)
        assert ledger.check() == []
        rows = "".join(line(row) for row in whole_rows(ledger, ledger.records(Filter(review="all"))))
        assert f'"{gone}"' not in rows
        left = [name.lower() for one in ledger.actors() for name in (one.actor.name, *one.actor.names)]
        names = [
            name.lower()
            for name in {named.name or "", *named.names}
            if not name.startswith("Renamed") and not any(name.lower() in other for other in left)
        ]
        held = bytes_of(ledger).lower().decode("utf-8", "replace")
        for name in names:
            assert name not in without_longer(name, rows.lower())
            assert name not in without_longer(name, held)
