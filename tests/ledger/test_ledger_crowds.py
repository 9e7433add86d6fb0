"""Surnames that very many bear: linked part by part, with the same actors as when all of them are linked at once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from building import article, sql, statement
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.ledger import Ledger
from onrecord.model import Apart, Coder, Entry, Reading, Speaker
from onrecord.resolution.actors import crowds

NOW = datetime(2024, 3, 2, 9, 30, tzinfo=UTC)
ANN = Coder(name="Ann")
GIVEN = ("Mara", "Tomas", "Ines", "Bo", "Anna", "Mara Jane", "William", "Bill")


def report(number: int, *speakers: tuple[str, str | None]) -> Reading:
    lines = [
        f"{name} said that thing number {number}-{at} was so.\n" for at, (name, _) in enumerate(speakers)
    ]
    of = article(
        f"Report {number}\n\n" + "\n".join(lines), doc=f"reports/{number}.txt", published="2031-06-04"
    )
    made = (
        replace(
            statement(of, f"thing number {number}-{at} was so", cue="said", source=name, kind="indirect"),
            speaker=Speaker(name=name, type="person", role=role, confidence=0.95),
        )
        for at, (name, role) in enumerate(speakers)
    )
    return Reading(article=of, statements=tuple(made))


CROWDED = [report(at, (f"{name} Quell", None)) for at, name in enumerate(GIVEN)]


@pytest.fixture(autouse=True)
def few_are_a_crowd() -> Iterator[None]:
    usual, crowds.CROWD = crowds.CROWD, 4
    yield
    crowds.CROWD = usual


def store(ledger: Ledger, *readings: Reading) -> None:
    run = ledger.start_run(model_hash="m1", options={}, at=NOW)
    for one in readings:
        ledger.store_source(run, one.article.doc, one.article.source_hash, [one], [])
    ledger.link()


def who(ledger: Ledger) -> dict[tuple[str, str], tuple[str, str]]:
    """For each article and name in it, the name and note of who that is."""
    found = {}
    for record in ledger.records():
        speaker = record.statement.speaker
        if speaker is not None and speaker.actor is not None:
            actor = ledger.actor(speaker.actor)
            found[record.article.doc, record.source_words] = (actor.name, actor.note)
    return found


def waiting(ledger: Ledger) -> set[tuple[str, str, float]]:
    return {(one.one.id, one.other.id, one.score) for one in ledger.suggestions()}


def test_whole_names_of_a_crowd_are_joined_and_told_apart_as_ever(ledger: Ledger) -> None:
    store(ledger, *CROWDED)
    assert sorted(one.actor.name for one in ledger.actors()) == [
        "Anna Quell", "Bo Quell", "Ines Quell", "Mara Jane Quell", "Tomas Quell", "William Quell",
    ]  # fmt: skip
    assert ledger.check() == []


def test_of_a_crowd_a_surname_means_whom_its_article_tells(ledger: Ledger) -> None:
    store(
        ledger,
        *CROWDED,
        report(20, ("Tomas Quell", "treasury minister")),
        report(21, ("Quell", "treasury minister")),
        report(22, ("Quell", None)),
        report(23, ("T. Quell", None)),
    )
    found = who(ledger)
    assert found["reports/21.txt", "Quell"][0] == "Tomas Quell"
    assert found["reports/22.txt", "Quell"][1].startswith("in a-")
    assert found["reports/23.txt", "T. Quell"][0] == "Tomas Quell"  # the only one with that initial
    assert ledger.check() == []


def test_what_more_than_a_crowd_share_chooses_nobody(ledger: Ledger) -> None:
    ministers = [report(30 + at, (f"{name} Quell", "minister")) for at, name in enumerate(GIVEN)]
    store(ledger, *ministers, report(40, ("Quell", "minister")))
    assert who(ledger)["reports/40.txt", "Quell"][1].startswith("in a-")
    assert waiting(ledger) == set()


def test_a_newcomer_takes_a_surname_from_whom_it_was_given_to(ledger: Ledger) -> None:
    store(
        ledger, *CROWDED, report(20, ("Tomas Quell", "treasury minister")), report(21, ("Quell", "minister"))
    )
    assert who(ledger)["reports/21.txt", "Quell"][0] == "Tomas Quell"
    store(ledger, report(22, ("Ines Quell", "minister of trade")))
    assert who(ledger)["reports/21.txt", "Quell"][1].startswith("in a-")


def test_a_crowd_hears_of_who_is_joined_by_another_word_of_a_name(tmp_path: Path) -> None:
    readings = [
        *CROWDED,
        report(20, ("Mara Quell-Orlo", "coach")),
        report(21, ("Quell", "coach")),
        report(22, ("Mara Orlo", "coach")),
    ]
    with (
        Ledger.open(tmp_path / "forth.db", create=True) as forth,
        Ledger.open(tmp_path / "back.db", create=True) as back,
    ):
        for one, other in zip(readings, reversed(readings), strict=True):
            store(forth, one)
            store(back, other)
        assert who(forth) == who(back)
        assert who(forth)["reports/21.txt", "Quell"] == who(forth)["reports/22.txt", "Mara Orlo"]


def test_a_crowd_that_shrinks_is_linked_as_one_again(ledger: Ledger) -> None:
    store(ledger, report(50, ("Quell", None)), report(51, ("Mara Quell", None)))
    before = who(ledger)
    assert before["reports/50.txt", "Quell"][0] == "Mara Quell"
    store(ledger, *CROWDED[1:5], *CROWDED[6:])
    assert who(ledger)["reports/50.txt", "Quell"][0] == "Quell"
    for reading in (*CROWDED[1:5], *CROWDED[6:]):
        ledger.forget(ANN, reading.article.id, "a request", now=NOW)
    ledger.link()
    assert who(ledger) == before
    assert ledger.check() == []
    assert sql(ledger, "SELECT block FROM name_blocks WHERE block NOT LIKE 'person %'") == []


def test_who_is_forgotten_leaves_no_name_among_a_crowd(ledger: Ledger) -> None:
    store(ledger, *CROWDED, report(60, ("Zed Quell", "harbour pilot"), ("Mara Quell", None), ("Zed", None)))
    ledger.forget(ANN, named(ledger, "Zed Quell"), "a request", now=NOW)
    ledger.link()
    rows = sql(ledger, "SELECT block, name FROM name_blocks")
    assert not [row for row in rows if "Zed Quell" in row or "zed" in row[0].split() or "+pilot" in row[0]]


def test_who_is_told_apart_in_a_crowd_stays_apart(ledger: Ledger) -> None:
    store(ledger, *CROWDED)
    (bill,) = (one.id for one in ledger.parts_of(named(ledger, "William Quell")) if one.name == "Bill Quell")
    (will,) = (one.id for one in ledger.parts_of(bill) if one.name == "William Quell")
    ledger.decide(ANN, bill, Apart(other=will), now=NOW)
    assert {one.actor.name for one in ledger.actors()} >= {"Bill Quell", "William Quell"}
    ledger.undo(ANN, now=NOW)
    assert "Bill Quell" not in {one.actor.name for one in ledger.actors()}


def test_a_reference_names_those_of_a_crowd(ledger: Ledger) -> None:
    ledger.take_reference([Entry(id="Q1", name="Tomas Quell")])
    store(ledger, *CROWDED)
    ledger.take_reference([Entry(id="Q2", name="Bo Quell")])
    for name, entry in (("Tomas Quell", "Q1"), ("Bo Quell", "Q2")):
        assert [one.id for one in ledger.entries_of(named(ledger, name))] == [entry]


def named(ledger: Ledger, name: str) -> str:
    (found,) = (one.actor.id for one in ledger.actors() if name in (one.actor.name, *one.actor.names))
    return found


SPEAKERS = st.tuples(
    st.sampled_from(
        [
            *(f"{name} Quell" for name in GIVEN),
            *("Quell", "T. Quell", "M. Quell", "Ines Orlo", "Orlo"),
            *("Mara Quell-Orlo", "Mara Orlo", "Ines Orlo-Quell"),
        ]
    ),
    st.sampled_from([None, "minister", "treasury minister", "goalkeeper", "coach"]),
)


ARTICLES = st.lists(
    st.lists(SPEAKERS, min_size=1, max_size=3, unique_by=lambda one: one[0]), min_size=6, max_size=14
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles=ARTICLES, chance=st.randoms())
def test_in_a_crowd_neither_the_order_of_reading_nor_when_it_is_linked_matters(
    tmp_path_factory: pytest.TempPathFactory, articles: list[list[tuple[str, str | None]]], chance: Random
) -> None:
    readings = [report(at, *some) for at, some in enumerate(articles)]
    folder: Path = tmp_path_factory.mktemp("crowds")
    with Ledger.open(folder / "once.db", create=True) as once:
        store(once, *readings)
        shuffled = list(readings)
        chance.shuffle(shuffled)
        with Ledger.open(folder / "single.db", create=True) as single:
            for reading in shuffled:
                store(single, reading)
            assert who(single) == who(once)
            assert waiting(single) == waiting(once)
            assert single.check() == []
