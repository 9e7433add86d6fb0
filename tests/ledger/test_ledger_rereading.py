"""A newer reading of what the ledger holds: decisions stay, places move, nothing goes in silence."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from building import Keep, statement, vote

from onrecord.errors import UsageError
from onrecord.ledger import Filter, Ledger, Reread
from onrecord.model import Accept, Add, Coder, Correct, Reading, Reject, SetCode, Span, Statement

NOW = datetime(2024, 3, 2, 9, 30, tzinfo=UTC)
LATER = datetime(2024, 3, 3, 9, 30, tzinfo=UTC)
ANN = Coder(name="Ann")
ARTICLE = vote().article
BRIDGE, LEAP = vote().statements


@pytest.fixture
def held(ledger: Ledger, keep: Keep) -> Ledger:
    keep(vote())
    return ledger


def read_again(held: Ledger, *found: Statement) -> Reread:
    run = held.start_run(model_hash="m1", options={}, at=LATER, stage="rereading")
    result = held.reread(run, Reading(article=ARTICLE, statements=found))
    assert held.check() == []
    return result


def standing(held: Ledger) -> list[str]:
    return [record.words for record in held.records()]


def test_the_same_reading_changes_nothing(held: Ledger) -> None:
    before = list(held.records())
    assert read_again(held, BRIDGE, LEAP) == Reread(same=2)
    assert list(held.records()) == before
    assert held.read_by_others("m1") == []
    assert held.read_by_others("m2") == [ARTICLE.id]


def test_what_nobody_decided_on_is_replaced(held: Ledger) -> None:
    other = statement(ARTICLE, "Critics", kind="indirect")
    assert read_again(held, replace(BRIDGE, confidence=0.5), other) == Reread(same=1, new=1, gone=1)
    assert standing(held) == [BRIDGE_WORDS, "Critics"]
    assert held.record(BRIDGE.id).statement.confidence == 0.5
    assert not [hit for hit in held.search("leap") if hit.statement]


BRIDGE_WORDS = 'the bridge would open "before the first snow"'


def test_a_decision_holds_for_the_same_content(held: Ledger) -> None:
    held.decide(ANN, BRIDGE.id, Accept(), now=NOW)
    held.decide(ANN, BRIDGE.id, Correct(source=()), now=NOW)
    read_again(held, replace(BRIDGE, confidence=0.25, cue=()), LEAP)
    record = held.record(BRIDGE.id)
    assert (record.review.state, record.statement.source, record.statement.confidence) == (
        "accepted",
        (),
        0.25,
    )
    held.undo(ANN, now=LATER)
    assert held.record(BRIDGE.id).statement == replace(BRIDGE, confidence=0.25, cue=())


def test_a_decision_moves_to_almost_the_same_words(held: Ledger) -> None:
    held.decide(ANN, BRIDGE.id, Reject(), now=NOW)
    made = held.decide(ANN, BRIDGE.id, SetCode(concept="bridge", stance="agree"), now=NOW)
    wider = statement(ARTICLE, 'said the bridge would open "before the first snow"')
    assert read_again(held, wider, LEAP) == Reread(same=1, moved=1)
    record = held.record(wider.id)
    assert (record.review.state, [code.concept for code in record.codes]) == ("rejected", ["bridge"])
    held.undo(ANN, made.id, now=LATER)
    assert held.record(wider.id).codes == ()
    assert held.check() == []


def test_decisions_move_along_two_readings(held: Ledger) -> None:
    held.decide(ANN, BRIDGE.id, Accept(), now=NOW)
    wider = statement(ARTICLE, 'said the bridge would open "before the first snow"')
    widest = statement(ARTICLE, 'Orlo said the bridge would open "before the first snow"')
    read_again(held, wider, LEAP)
    read_again(held, widest, LEAP)
    assert held.record(widest.id).review.state == "accepted"


def test_what_no_longer_fits_needs_another_look_until_somebody_looks(held: Ledger) -> None:
    held.decide(ANN, LEAP.id, Accept(), now=NOW)
    assert read_again(held, BRIDGE) == Reread(same=1, needs_look=1)
    assert [record.statement.id for record in held.records(Filter(review="needs-look"))] == [LEAP.id]
    held.decide(ANN, LEAP.id, Accept(), now=datetime(2100, 3, 4, tzinfo=UTC))
    assert list(held.records(Filter(review="needs-look"))) == []
    assert held.record(LEAP.id).review.state == "accepted"
    assert held.check() == []


def test_what_a_still_newer_reading_finds_again_stands_as_before(held: Ledger) -> None:
    held.decide(ANN, LEAP.id, Accept(), now=NOW)
    read_again(held, BRIDGE)
    read_again(held, BRIDGE, LEAP)
    assert list(held.records(Filter(review="needs-look"))) == []


def test_what_a_person_added_is_not_doubled(held: Ledger) -> None:
    start = ARTICLE.text.index("Critics are not convinced")
    add = Add(content=(Span(start, start + 25),), kind="indirect")
    made = held.decide(ANN, ARTICLE.id, add, now=NOW)
    held.decide(ANN, made.subject, SetCode(concept="bridge", stance="disagree"), now=NOW)
    almost = statement(ARTICLE, "Critics are not convinced.", kind="mixed")
    read_again(held, BRIDGE, LEAP, almost)
    assert standing(held).count("Critics are not convinced") == 1
    record = held.record(almost.id)  # the machine's now, with the person's words and code
    assert (record.review.corrected, record.statement.kind, len(record.codes)) == (True, "indirect", 1)
    held.undo(ANN, made.id, now=LATER)
    assert held.record(almost.id).words == "Critics are not convinced."
    assert held.check() == []


def test_what_a_person_added_and_a_reading_finds_is_the_readings(held: Ledger) -> None:
    start = ARTICLE.text.index("Critics are not convinced")
    made = held.decide(ANN, ARTICLE.id, Add(content=(Span(start, start + 25),), kind="indirect"), now=NOW)
    same = statement(ARTICLE, "Critics are not convinced", kind="indirect")
    read_again(held, BRIDGE, LEAP, same)
    assert not held.record(made.subject).review.added
    assert len(standing(held)) == 3


def test_a_verdict_is_not_lost_beside_an_added_statement(held: Ledger) -> None:
    held.decide(ANN, BRIDGE.id, Reject(), now=NOW)
    start = ARTICLE.text.index("Critics are not convinced")
    held.decide(ANN, ARTICLE.id, Add(content=(Span(start, start + 25),), kind="indirect"), now=NOW)
    wider = statement(ARTICLE, 'said the bridge would open "before the first snow"')
    almost = statement(ARTICLE, "Critics are not convinced.", kind="indirect")
    assert read_again(held, wider, LEAP, almost) == Reread(same=1, moved=2)
    assert held.record(wider.id).review.state == "rejected"


def test_almost_the_same_words_are_not_added_again(held: Ledger) -> None:
    start = ARTICLE.text.index("the bridge would open")
    with pytest.raises(UsageError, match="or almost"):
        held.decide(ANN, ARTICLE.id, Add(content=(Span(start, start + 43),), kind="indirect"), now=NOW)


def test_statements_keep_the_order_of_the_text_and_their_parents(held: Ledger) -> None:
    outer = statement(ARTICLE, 'Mayor Ines Orlo said the bridge would open "before the first snow"')
    read_again(held, outer, replace(BRIDGE, parent=outer.id), LEAP)
    (reading,) = held.readings()
    assert [s.id for s in reading.statements] == [outer.id, BRIDGE.id, LEAP.id]
    assert reading.statements[1].parent == outer.id


def test_a_decision_does_not_drift_from_reading_to_reading(held: Ledger) -> None:
    held.decide(ANN, BRIDGE.id, Reject(), now=NOW)
    near = statement(ARTICLE, 'Orlo said the bridge would open "before the first snow"')
    far = statement(
        ARTICLE, 'HALVERN, 4 June. Mayor Ines Orlo said the bridge would open "before the first snow"'
    )
    read_again(held, near, LEAP)
    assert held.record(near.id).review.state == "rejected"
    read_again(held, far, LEAP)  # close to `near`, and not to what was decided on
    assert held.record(far.id).review.state == "unreviewed"
    (waiting,) = held.records(Filter(review="needs-look"))
    assert waiting.statement.id == BRIDGE.id
    read_again(held, near, LEAP)
    assert held.record(near.id).review.state == "rejected"
