"""The registry: who is who across the articles of a ledger, and what people say of that."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from building import Keep, article, sql, statement
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import NotFoundError, UsageError
from onrecord.ledger import Filter, Ledger
from onrecord.model import (
    ActorType,
    Apart,
    Coder,
    Entry,
    Merge,
    Office,
    Reading,
    Rename,
    SetFact,
    SetSpeaker,
    Speaker,
)

NOW = datetime(2024, 3, 2, 9, 30, tzinfo=UTC)
ANN = Coder(name="Ann")


def report(
    number: int, *speakers: tuple[str, str | None], kind: ActorType = "person", day: str = "2031-06-04"
) -> Reading:
    """An article in which each of the speakers says one thing."""
    lines = [
        f"{name} said that thing number {number}-{at} was so.\n" for at, (name, _) in enumerate(speakers)
    ]
    of = article(f"Report {number}\n\n" + "\n".join(lines), doc=f"reports/{number}.txt", published=day)
    return Reading(
        article=of,
        statements=tuple(
            replace(
                statement(of, f"thing number {number}-{at} was so", cue="said", source=name, kind="indirect"),
                speaker=Speaker(name=name, type=kind, role=role, confidence=0.95),
            )
            for at, (name, role) in enumerate(speakers)
        ),
    )


READINGS = [
    report(1, ("Mara Quell", "foreign minister"), ("Ines Orlo", None)),
    report(2, ("Quell", None), ("Ines Orlo", "mayor of Halvern")),
    report(3, ("Mara Jane Quell", "prime minister"), ("Orlo", None), day="2031-11-20"),
    report(4, ("Tomas Quell", "goalkeeper")),
    report(5, ("Quell", "goalkeeper")),
    report(6, ("M. Quell", "prime minister"), ("MARA QUELL", None)),
]


EXPECTED = [
    ("Ines Orlo", ("Orlo",), 3, 3),
    ("Mara Jane Quell", ("M. Quell", "MARA QUELL", "Mara Quell"), 4, 3),
    ("Quell", (), 1, 1),
    ("Tomas Quell", ("Quell",), 2, 2),
]


def table(ledger: Ledger) -> list[tuple[str, tuple[str, ...], int, int]]:
    return sorted((one.actor.name, one.actor.names, one.statements, one.articles) for one in ledger.actors())


def one_named(ledger: Ledger, name: str) -> str:
    (found,) = (one.actor.id for one in ledger.actors() if one.actor.name == name)
    return found


def test_the_speakers_of_many_articles_are_one_actor_each(ledger: Ledger, keep: Keep) -> None:
    keep(*READINGS)
    ledger.link()
    assert table(ledger) == EXPECTED
    assert ledger.check() == []
    said = [
        record.article.doc for record in ledger.records(Filter(speaker=one_named(ledger, "Mara Jane Quell")))
    ]
    assert said == ["reports/1.txt", "reports/6.txt", "reports/6.txt", "reports/3.txt"]


def test_roles_have_their_time_and_the_doubtful_waits(ledger: Ledger, keep: Keep) -> None:
    keep(*READINGS)
    ledger.link()
    roles = {
        one.role: (one.since, one.until, one.articles)
        for one in ledger.roles_of(one_named(ledger, "Mara Jane Quell"))
    }
    assert roles == {
        "foreign minister": ("2031-06-04", "2031-06-04", 1),
        "prime minister": ("2031-06-04", "2031-11-20", 2),
    }
    assert {one.other.name for one in ledger.suggestions()} | {
        one.one.name for one in ledger.suggestions()
    } >= {"Quell"}


@settings(deadline=None, max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    order=st.permutations(range(len(READINGS))), cuts=st.sets(st.integers(0, len(READINGS) - 1), max_size=3)
)
def test_neither_the_order_of_reading_nor_when_it_is_linked_matters(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], cuts: set[int]
) -> None:
    with Ledger.open(tmp_path_factory.mktemp("any") / "debate.db", create=True) as ledger:
        run = ledger.start_run(model_hash="m0", options={}, at=NOW)
        for at, number in enumerate(order):
            one = READINGS[number]
            ledger.store_source(run, one.article.doc, one.article.source_hash, [one], [])
            if at in cuts:
                ledger.link()
        ledger.link()
        assert table(ledger) == EXPECTED


def test_two_told_apart_are_two_and_an_undo_makes_them_one_again(ledger: Ledger, keep: Keep) -> None:
    keep(*READINGS)
    ledger.link()
    jane = one_named(ledger, "Mara Jane Quell")
    (whole,) = (part.id for part in ledger.parts_of(jane) if part.name == "Mara Quell")
    before = table(ledger)
    ledger.decide(ANN, jane, Apart(other=whole), now=NOW)
    assert "Mara Quell" in {row[0] for row in table(ledger)}
    assert not any({one.one.id, one.other.id} == {jane, whole} for one in ledger.suggestions())
    ledger.undo(ANN, now=NOW)
    assert table(ledger) == before
    assert ledger.check() == []


def test_what_people_decided_survives_linking_and_rereading(ledger: Ledger, keep: Keep) -> None:
    keep(*READINGS[:4])
    ledger.link()
    mara, tomas = one_named(ledger, "Mara Jane Quell"), one_named(ledger, "Tomas Quell")
    ledger.decide(ANN, tomas, Merge(into=mara), now=NOW)
    ledger.decide(ANN, mara, Rename(name="Madam Quell"), now=NOW)
    orlo = READINGS[1].statements[1].id
    ledger.decide(ANN, orlo, SetSpeaker(actor=mara, role="mayor"), now=NOW)
    keep(*READINGS[4:])
    run = ledger.start_run(model_hash="m1", options={}, at=NOW, stage="rereading")
    for one in READINGS:
        ledger.reread(run, one)
    ledger.link()
    assert ledger.actor(tomas).name == ledger.actor(mara).name == "Madam Quell"
    speaker = ledger.record(orlo).statement.speaker
    assert speaker is not None
    assert speaker.actor == ledger.actor(mara).id
    assert ledger.check() == []


def test_a_renamed_actor_gets_its_found_name_back(ledger: Ledger, keep: Keep) -> None:
    keep(READINGS[3])
    ledger.link()
    tomas = one_named(ledger, "Tomas Quell")
    ledger.decide(ANN, tomas, Rename(name="Tom"), now=NOW)
    assert table(ledger) == [("Tom", ("Tomas Quell",), 1, 1)]
    ledger.undo(ANN, now=NOW)
    assert table(ledger) == [("Tomas Quell", (), 1, 1)]


def test_those_whom_a_person_merged_are_told_apart_by_taking_that_back(ledger: Ledger, keep: Keep) -> None:
    keep(READINGS[0], READINGS[3])
    ledger.link()
    mara, tomas = one_named(ledger, "Mara Quell"), one_named(ledger, "Tomas Quell")
    ledger.decide(ANN, tomas, Merge(into=mara), now=NOW)
    with pytest.raises(UsageError, match="merged by a person"):
        ledger.decide(ANN, tomas, Apart(other=mara), now=NOW)
    with pytest.raises(UsageError, match="is itself"):
        ledger.decide(ANN, mara, Apart(other=mara), now=NOW)


def test_an_article_that_goes_takes_its_figures_along(ledger: Ledger, keep: Keep) -> None:
    keep(READINGS[0], READINGS[3])
    ledger.link()
    ledger.forget(ANN, READINGS[3].article.id, "an embargo", now=NOW)
    assert [row[0] for row in table(ledger)] == ["Ines Orlo", "Mara Quell"]
    assert ledger.check() == []


def test_an_actor_who_is_removed_goes_under_every_name_and_stays_out(ledger: Ledger, keep: Keep) -> None:
    keep(*READINGS)
    ledger.link()
    mara = one_named(ledger, "Mara Jane Quell")
    ledger.forget(ANN, mara, "asked to", now=NOW)
    with pytest.raises(NotFoundError):
        ledger.actor(mara)
    assert not any("Mara" in name for row in table(ledger) for name in (row[0], *row[1]))
    run = ledger.start_run(model_hash="m1", options={}, at=NOW, stage="rereading")
    ledger.reread(run, READINGS[0])
    ledger.link()
    assert not any("Mara" in name for row in table(ledger) for name in (row[0], *row[1]))
    assert ledger.check() == []


def test_an_actor_is_found_by_each_of_its_names(ledger: Ledger, keep: Keep) -> None:
    keep(*READINGS)
    ledger.link()
    mara = one_named(ledger, "Mara Jane Quell")
    for name in ("Mara Jane Quell", "m. quell", "MARA QUELL"):
        found = {one.article.id for one in ledger.records(Filter(speaker=name))}
        assert {READINGS[0].article.id, READINGS[2].article.id, READINGS[5].article.id} <= found, name
        assert mara in [one.id for one in ledger.desk.actors_named(name, 50)]
        assert mara in [one.actor.id for one in ledger.actors(name)]


def test_a_corrected_date_moves_the_role_with_it(ledger: Ledger, keep: Keep) -> None:
    keep(READINGS[3])
    ledger.link()
    change = SetFact(fact="published", value="2030-01-02")
    ledger.decide(ANN, READINGS[3].article.id, change, now=NOW)
    (role,) = ledger.roles_of(one_named(ledger, "Tomas Quell"))
    assert role.since == "2030-01-02"


def test_odd_names_are_names(ledger: Ledger, keep: Keep) -> None:
    odd = "Robert'); DROP TABLE actors;--"
    keep(
        report(1, (odd, None), ("<b>Ines</b> Orlo", None)),
        report(2, (odd, "x" * 5_000)),
        report(3, ("INES ORLO", None)),
    )
    ledger.link()
    assert (odd, (), 2, 2) in table(ledger)
    assert ledger.check() == []


def test_a_thousand_names_in_one_article_are_linked(ledger: Ledger, keep: Keep) -> None:
    keep(
        report(
            1,
            *(
                (f"Ines {'abcdefghij'[at % 10]}{'klmnopqrst'[at // 10 % 10]}{'uvwxyzabcd'[at // 100]}o", None)
                for at in range(1_000)
            ),
        )
    )
    ledger.link()
    assert sum(row[2] for row in table(ledger)) == 1_000


def test_what_linking_was_doing_when_it_was_killed_is_done_by_the_next(
    ledger: Ledger, keep: Keep, tmp_path: Path
) -> None:
    keep(*READINGS)
    assert sql(ledger, "SELECT count(*) FROM articles_to_link") == [(len(READINGS),)]
    with Ledger.open(ledger.path) as again:
        assert again.link() > 0
        assert again.link() == 0
        assert len(table(again)) == 4


REFERENCE = [
    Entry(id="k-1", name="Mara Quell", names=("Dana Strake",)),
    Entry(id="k-2", name="Ines Orlo", offices=(Office(role="mayor of Halvern", since="2030"),)),
    Entry(id="k-3", name="Ines Orlo", offices=(Office(role="goalkeeper"),)),
]


def test_a_reference_gives_ids_and_joins_two_names_of_one(ledger: Ledger, keep: Keep) -> None:
    keep(*READINGS, report(7, ("Dana Strake", None)))
    assert ledger.take_reference(REFERENCE) == 3
    mara = one_named(ledger, "Mara Jane Quell")
    assert [one.id for one in ledger.entries_of(mara)] == ["k-1"]
    assert "Dana Strake" in ledger.actor(mara).names
    assert [one.id for one in ledger.entries_of(one_named(ledger, "Ines Orlo"))] == ["k-2"]
    ledger.take_reference([Entry(id="k-1", name="Mara Quell")])
    assert "Dana Strake" not in ledger.actor(mara).names
    assert ledger.check() == []


def test_two_of_one_entry_whom_a_person_told_apart_stay_two(ledger: Ledger, keep: Keep) -> None:
    keep(READINGS[0], report(7, ("Dana Strake", None)))
    ledger.link()
    dana = one_named(ledger, "Dana Strake")
    ledger.decide(ANN, dana, Apart(other=one_named(ledger, "Mara Quell")), now=NOW)
    ledger.take_reference(REFERENCE)
    assert ledger.actor(dana).name == "Dana Strake"
