"""The codebook of a ledger: decided on like all else, with every code under the name that its concept has now."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from building import Keep, vote

from onrecord.errors import UsageError
from onrecord.ledger import Filter, Ledger, LogFilter
from onrecord.model import (
    CODEBOOK,
    Change,
    Code,
    Codebook,
    Coder,
    CodeValues,
    Concept,
    Decision,
    DropConcept,
    MergeConcept,
    Moved,
    RenameConcept,
    SetCode,
    SetConcept,
    SetValues,
    SplitConcept,
    Stance,
    Valued,
    Variable,
)
from onrecord.tabulating import from_ledger

ANN, BEN = Coder(name="Ann"), Coder(name="Ben")
NOON = datetime(2024, 3, 1, 12, 0, tzinfo=UTC)
BRIDGE, LEAP = (each.id for each in vote().statements)


def concept(name: str, parent: str | None = None) -> Concept:
    return Concept(name=name, label=name.title(), parent=parent)


BOOK = Codebook(
    title="Halvern",
    concepts=(
        Concept(name="bridge", label="Open the bridge", definition="By winter.", examples_for=("It opens.",)),
        concept("haste", "bridge"),
        concept("cost"),
    ),
    variables=(Variable(name="certainty", type="integer"), Variable(name="urgent", type="boolean")),
)


class Desk:
    """Decides, a second apart."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger, self.now = ledger, NOON

    def decide(self, coder: Coder, subject: str, change: Change) -> Decision:
        self.now += timedelta(seconds=1)
        return self.ledger.decide(coder, subject, change, now=self.now)

    def code(self, coder: Coder, of: str, name: str, stance: Stance | None) -> None:
        self.decide(coder, of, SetCode(concept=name, stance=stance))

    def book(self, change: Change) -> Decision:
        return self.decide(ANN, CODEBOOK, change)

    def take(self, book: Codebook) -> list[Decision]:
        self.now += timedelta(seconds=1)
        return self.ledger.take_codebook(ANN, book, now=self.now)


@pytest.fixture
def desk(ledger: Ledger, keep: Keep) -> Desk:
    keep(vote())
    made = Desk(ledger)
    made.take(BOOK)
    return made


def codes(ledger: Ledger, of: str = BRIDGE) -> Sequence[Code]:
    return ledger.record(of).codes


def names(ledger: Ledger) -> list[str]:
    book = ledger.codebook()
    assert book is not None
    return [each.name for each in book.concepts]


def test_the_codebook_is_given_back_as_it_was_taken(desk: Desk) -> None:
    assert desk.ledger.codebook() == BOOK
    assert desk.take(BOOK) == []
    assert desk.ledger.check() == []


@pytest.mark.parametrize(
    "wanted",
    [
        Codebook(title="Other", concepts=BOOK.concepts[::-1], variables=BOOK.variables[::-1]),
        Codebook(title="Halvern", concepts=(concept("cost"), concept("new", "cost"))),
        Codebook(title="Halvern", concepts=(concept("a"), *BOOK.concepts, concept("z", "a"))),
        Codebook(title="Halvern", concepts=()),
    ],
)
def test_any_codebook_can_become_any_other_and_undoing_brings_back_the_first(
    desk: Desk, wanted: Codebook
) -> None:
    made = desk.take(wanted)
    assert desk.ledger.codebook() == wanted
    for each in reversed(made):
        desk.ledger.undo(ANN, each.id, now=NOON)
    assert desk.ledger.codebook() == BOOK
    assert desk.ledger.check() == []


def test_a_concept_that_the_codebook_lacks_is_refused_with_the_nearest_name(desk: Desk) -> None:
    with pytest.raises(UsageError, match="did you mean bridge"):
        desk.code(ANN, BRIDGE, "brigde", "agree")
    assert codes(desk.ledger) == ()


def test_without_a_codebook_any_concept_can_be_coded(ledger: Ledger, keep: Keep) -> None:
    keep(vote())
    Desk(ledger).code(ANN, BRIDGE, "whatever", "agree")
    assert codes(ledger) == (Code(concept="whatever", stance="agree", coder="Ann"),)


def test_renaming_keeps_codes_coders_and_history(desk: Desk) -> None:
    desk.code(ANN, BRIDGE, "bridge", "agree")
    desk.code(BEN, BRIDGE, "bridge", "disagree")
    renamed = desk.book(RenameConcept(concept="bridge", name="crossing"))
    assert names(desk.ledger) == ["crossing", "haste", "cost"]
    assert desk.ledger.codebook().concept("haste") == concept("haste", "crossing")  # type: ignore[union-attr]
    assert codes(desk.ledger) == (
        Code(concept="crossing", stance="agree", coder="Ann"),
        Code(concept="crossing", stance="disagree", coder="Ben"),
    )
    said = [each.decision.change for each in desk.ledger.log(LogFilter(subject=BRIDGE))]
    assert SetCode(concept="bridge", stance="agree") in said  # what was decided stays as it was decided
    desk.code(BEN, BRIDGE, "crossing", "agree")
    assert not desk.ledger.record(BRIDGE).review.contested
    assert desk.ledger.check() == []
    desk.ledger.undo(ANN, renamed.id, now=NOON)
    assert names(desk.ledger) == ["bridge", "haste", "cost"]
    assert {code.concept for code in codes(desk.ledger)} == {"bridge", "crossing"}


def test_a_name_that_is_given_anew_is_another_concept(desk: Desk) -> None:
    desk.code(ANN, BRIDGE, "cost", "agree")
    desk.book(RenameConcept(concept="cost", name="price"))
    desk.book(SetConcept(concept=concept("cost")))
    desk.code(ANN, LEAP, "cost", "disagree")
    assert [code.concept for code in codes(desk.ledger)] == ["price"]
    assert [code.concept for code in codes(desk.ledger, LEAP)] == ["cost"]


def test_names_change_again_and_again(desk: Desk) -> None:
    desk.code(ANN, BRIDGE, "cost", "agree")
    desk.book(RenameConcept(concept="cost", name="price"))
    desk.book(MergeConcept(concept="price", into="haste"))
    last = desk.book(RenameConcept(concept="haste", name="hurry"))
    assert [code.concept for code in codes(desk.ledger)] == ["hurry"]
    desk.ledger.undo(ANN, last.id, now=NOON)
    assert [code.concept for code in codes(desk.ledger)] == ["haste"]
    assert desk.ledger.check() == []


def test_merging_makes_one_code_of_two_and_parents_follow(desk: Desk) -> None:
    desk.code(ANN, BRIDGE, "bridge", "agree")
    desk.code(ANN, BRIDGE, "cost", "disagree")
    merged = desk.book(MergeConcept(concept="bridge", into="cost"))
    assert codes(desk.ledger) == (Code(concept="cost", stance="disagree", coder="Ann"),)
    assert desk.ledger.codebook().concept("haste").parent == "cost"  # type: ignore[union-attr]
    desk.ledger.undo(ANN, merged.id, now=NOON)
    assert {code.concept for code in codes(desk.ledger)} == {"bridge", "cost"}


def test_splitting_moves_the_codes_that_are_named_and_the_rest(desk: Desk) -> None:
    desk.code(ANN, BRIDGE, "bridge", "agree")
    desk.code(BEN, LEAP, "bridge", "disagree")
    parts = (concept("open"), concept("pay"))
    moved = (Moved(statement=BRIDGE, concept="open"),)
    split = desk.book(SplitConcept(concept="bridge", into=parts, moved=moved, rest="pay"))
    assert names(desk.ledger) == ["open", "pay", "haste", "cost"]
    assert codes(desk.ledger) == (Code(concept="open", stance="agree", coder="Ann"),)
    assert codes(desk.ledger, LEAP) == (Code(concept="pay", stance="disagree", coder="Ben"),)
    desk.ledger.undo(ANN, split.id, now=NOON)
    assert [code.concept for code in (*codes(desk.ledger), *codes(desk.ledger, LEAP))] == ["bridge", "bridge"]
    left = desk.book(SplitConcept(concept="bridge", into=parts, moved=moved))
    assert [code.concept for code in codes(desk.ledger, LEAP)] == ["bridge"]
    assert desk.ledger.check() == []
    assert left.change == SplitConcept(concept="bridge", into=parts, moved=moved)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (RenameConcept(concept="bridge", name="cost"), "merge them"),
        (RenameConcept(concept="brige", name="x"), "did you mean bridge"),
        (RenameConcept(concept="bridge", name=" "), "no name"),
        (MergeConcept(concept="bridge", into="bridge"), "into itself"),
        (MergeConcept(concept="bridge", into="prise"), "no concept 'prise'"),
        (DropConcept(concept="prise"), "no concept"),
        (SetConcept(concept=concept("bridge", "haste")), "go round"),
        (SplitConcept(concept="bridge", into=(concept("x"),)), "two others"),
        (SplitConcept(concept="bridge", into=(concept("x"), concept("cost"))), "already"),
        (SplitConcept(concept="bridge", into=(concept("x"), concept("y")), rest="z"), "none of x, y"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(desk: Desk, change: Change, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        desk.book(change)
    assert desk.ledger.codebook() == BOOK


def test_the_ledger_as_of_an_earlier_moment_has_its_codebook_and_names(desk: Desk) -> None:
    desk.code(ANN, BRIDGE, "bridge", "agree")
    before = desk.now
    desk.now += timedelta(days=1)
    desk.book(RenameConcept(concept="bridge", name="crossing"))
    with desk.ledger.as_of(before.isoformat()) as then:
        assert then.codebook() == BOOK
        assert [code.concept for code in codes(then)] == ["bridge"]
        assert then.check() == []
    with desk.ledger.as_of("2024-02-01") as long_ago:
        assert long_ago.codebook() is None


def test_a_coder_who_did_not_know_of_the_new_name_codes_the_same_concept(desk: Desk, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "other.db", create=True) as other:
        other.join(desk.ledger)
        desk.book(RenameConcept(concept="bridge", name="crossing"))
        theirs = Desk(other)
        theirs.now = desk.now + timedelta(hours=1)
        theirs.code(BEN, BRIDGE, "bridge", "disagree")
        desk.ledger.join(other)
        other.join(desk.ledger)
        for each in (desk.ledger, other):
            assert codes(each) == (Code(concept="crossing", stance="disagree", coder="Ben"),)
            assert names(each) == ["crossing", "haste", "cost"]
            assert each.check() == []


def test_variables_are_kept_with_the_code_and_go_with_it(desk: Desk) -> None:
    desk.code(ANN, BRIDGE, "bridge", "agree")
    values = (Valued(variable="certainty", value=4), Valued(variable="urgent", value=True))
    desk.decide(ANN, BRIDGE, SetValues(concept="bridge", values=values))
    held = CodeValues(concept="bridge", coder="Ann", values=values)
    assert desk.ledger.record(BRIDGE).values == (held,)
    desk.decide(ANN, BRIDGE, SetValues(concept="bridge", values=(Valued(variable="urgent", value=None),)))
    assert desk.ledger.record(BRIDGE).values == (
        CodeValues(concept="bridge", coder="Ann", values=values[:1]),
    )
    assert [record.statement.id for record in desk.ledger.records(Filter(concept="bridge"))] == [BRIDGE]
    desk.code(ANN, BRIDGE, "bridge", None)
    assert desk.ledger.record(BRIDGE).values == ()
    assert desk.ledger.check() == []


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("certanty", 3, "did you mean certainty"),
        ("certainty", "high", "whole number"),
        ("urgent", 1, "yes or no"),
    ],
)
def test_a_value_that_the_codebook_does_not_allow_is_refused(
    desk: Desk, name: str, value: int | str, words: str
) -> None:
    desk.code(ANN, BRIDGE, "bridge", "agree")
    with pytest.raises(UsageError, match=words):
        desk.decide(ANN, BRIDGE, SetValues(concept="bridge", values=(Valued(variable=name, value=value),)))


def test_variables_are_columns_of_a_network_where_coders_do_not_differ(desk: Desk) -> None:
    for coder, certainty, urgent in ((ANN, 4, True), (BEN, 2, True)):
        desk.code(coder, BRIDGE, "bridge", "agree")
        values = (Valued(variable="certainty", value=certainty), Valued(variable="urgent", value=urgent))
        desk.decide(coder, BRIDGE, SetValues(concept="bridge", values=values))
    table = from_ledger(desk.ledger).table
    assert len(table) == 1
    assert (table.column("certainty").at(0), table.column("urgent").at(0)) == (None, 1)
    assert from_ledger(desk.ledger, "Ben").table.column("certainty").at(0) == 2
