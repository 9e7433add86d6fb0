"""Decisions: stored whole, followed by what they change, taken back without a trace in the state."""

import sqlite3
from datetime import UTC, datetime

import pytest
from building import Keep, protest, vote

from onrecord.errors import NotFoundError, UsageError
from onrecord.ledger import Ledger
from onrecord.model import (
    Accept,
    Add,
    Carrier,
    Code,
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
    SetVia,
    Span,
)

NOW = datetime(2024, 3, 2, 9, 30, tzinfo=UTC)
ANN, BEN = Coder(name="Ann"), Coder(name="Ben")
BRIDGE, LEAP = (statement.id for statement in vote().statements)


@pytest.fixture
def held(ledger: Ledger, keep: Keep) -> Ledger:
    keep(vote(), protest())
    return ledger


def words_of(held: Ledger, found: str) -> str:
    return held.record(found).words


def test_a_verdict_is_kept_beside_what_the_machine_found(held: Ledger) -> None:
    held.decide(ANN, BRIDGE, Accept(), now=NOW)
    held.decide(ANN, LEAP, Reject(reason="a headline"), now=NOW)
    assert held.record(BRIDGE).review.state == "accepted"
    assert held.record(LEAP).review.state == "rejected"
    assert held.record(BRIDGE).statement == vote().statements[0]


def test_a_rejected_statement_is_in_no_reading(held: Ledger) -> None:
    held.decide(ANN, LEAP, Reject(), now=NOW)
    (reading,) = held.readings([vote().article.id])
    assert [statement.id for statement in reading.statements] == [BRIDGE]
    assert held.check() == []


def test_corrected_places_change_words_and_search_and_come_back(held: Ledger) -> None:
    before = held.record(LEAP)
    text = before.article.text
    start = text.index("convinced")
    made = held.decide(ANN, LEAP, Correct(content=(Span(start, start + 9),), kind="indirect"), now=NOW)
    assert words_of(held, LEAP) == "convinced"
    assert held.record(LEAP).review.corrected
    assert [hit.statement.id for hit in held.search("convinced") if hit.statement] == [LEAP]
    assert not [hit for hit in held.search("leap dark") if hit.statement]
    assert held.check() == []
    held.undo(ANN, made.id, now=NOW)
    assert held.record(LEAP) == before
    assert [hit.statement.id for hit in held.search("leap dark") if hit.statement] == [LEAP]
    assert held.check() == []


def test_a_part_that_is_not_named_stays(held: Ledger) -> None:
    before = held.record(LEAP).statement
    held.decide(ANN, LEAP, Correct(source=()), now=NOW)
    after = held.record(LEAP).statement
    assert (after.source, after.cue, after.content) == ((), before.cue, before.content)


def test_a_statement_that_the_machine_missed_is_added_and_withdrawn_and_back(held: Ledger) -> None:
    article = vote().article
    start = article.text.index("Critics are not convinced")
    add = Add(content=(Span(start + 8, start + 25),), source=(Span(start, start + 7),), kind="indirect")
    made = held.decide(ANN, article.id, add, now=NOW)
    assert words_of(held, made.subject) == "are not convinced"
    assert held.record(made.subject).review.added
    held.decide(BEN, made.subject, SetCode(concept="bridge", stance="disagree"), now=NOW)
    assert [r.statement.id for r in held.records() if r.article.id == article.id] == [
        BRIDGE,
        made.subject,
        LEAP,
    ]
    held.undo(ANN, made.id, now=NOW)
    with pytest.raises(NotFoundError):
        held.record(made.subject)
    assert held.check() == []
    held.redo(ANN, now=NOW)
    assert held.record(made.subject).codes == (Code(concept="bridge", stance="disagree", coder="Ben"),)
    assert held.check() == []


def test_a_statement_that_is_there_is_not_added_again(held: Ledger) -> None:
    content = vote().statements[0].content
    with pytest.raises(UsageError, match="has this content already"):
        held.decide(ANN, vote().article.id, Add(content=content, kind="mixed"), now=NOW)


def test_speaker_chain_and_date_are_set(held: Ledger) -> None:
    orlo = held.new_actor(ANN, "Ines Orlo", "person", now=NOW)
    held.decide(ANN, BRIDGE, SetSpeaker(actor=orlo, role="mayor"), now=NOW)
    held.decide(ANN, BRIDGE, SetVia(via=(Carrier(name="The Quay", type="outlet"),)), now=NOW)
    held.decide(ANN, BRIDGE, SetDate(said_on=SaidOn(value="2023-06-03", inferred=True)), now=NOW)
    statement = held.record(BRIDGE).statement
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.role, statement.speaker.actor) == (
        "Ines Orlo",
        "mayor",
        orlo,
    )
    assert statement.via == (Carrier(name="The Quay", type="outlet"),)
    assert statement.said_on == SaidOn(value="2023-06-03", inferred=True)
    assert held.check() == []


def test_a_merged_actor_speaks_under_the_other_name_until_that_is_undone(held: Ledger) -> None:
    orlo = held.new_actor(ANN, "Ines Orlo", "person", now=NOW)
    mayor = held.new_actor(ANN, "Mayor of Halvern", "person", now=NOW)
    held.decide(ANN, BRIDGE, SetSpeaker(actor=mayor), now=NOW)
    held.decide(BEN, mayor, Merge(into=orlo), now=NOW)
    speaker = held.record(BRIDGE).statement.speaker
    assert speaker is not None
    assert (speaker.name, speaker.actor) == ("Ines Orlo", orlo)
    assert held.actor(mayor).names == ("Mayor of Halvern",)
    held.undo(BEN, now=NOW)
    assert held.record(BRIDGE).statement.speaker.name == "Mayor of Halvern"  # type: ignore[union-attr]
    assert held.check() == []


def test_a_circle_of_merges_changes_nothing(held: Ledger) -> None:
    one, two = (held.new_actor(ANN, name, "person", now=NOW) for name in ("Ines Orlo", "I. Orlo"))
    held.decide(ANN, one, Merge(into=two), now=NOW)
    with pytest.raises(UsageError, match="one already"):
        held.decide(ANN, two, Merge(into=one), now=NOW)


def test_an_actor_named_by_a_speaker_that_was_decided_otherwise_since_is_not_unmade(held: Ledger) -> None:
    orlo, other = (held.new_actor(ANN, name, "person", now=NOW) for name in ("Ines Orlo", "Dana Rusk"))
    made = next(each.decision for each in held.log() if each.decision.subject == orlo)
    first = held.decide(ANN, BRIDGE, SetSpeaker(actor=orlo), now=NOW)
    held.decide(ANN, BRIDGE, SetSpeaker(actor=other), now=NOW)
    with pytest.raises(UsageError, match="named by other decisions"):
        held.undo(ANN, made.id, now=NOW)
    held.undo(ANN, first.id, now=NOW)
    held.undo(ANN, made.id, now=NOW)
    assert held.check() == []
    with pytest.raises(NotFoundError):
        held.actor(orlo)


def test_a_name_that_was_taken_back_is_no_name(held: Ledger) -> None:
    orlo = held.new_actor(ANN, "Ines Orlo", "person", now=NOW)
    held.decide(ANN, orlo, Rename(name="Mayor"), now=NOW)
    held.undo(ANN, now=NOW)
    assert (held.actor(orlo).name, held.actor(orlo).names) == ("Ines Orlo", ())


def test_undos_of_undos_may_go_on_for_long(held: Ledger) -> None:
    made = held.decide(ANN, BRIDGE, Accept(), now=NOW)
    for _ in range(60):
        made = held.undo(ANN, made.id, now=NOW)
    assert held.record(BRIDGE).review.state == "accepted"
    assert held.check() == []


def test_namesakes_stay_apart(held: Ledger) -> None:
    father = held.new_actor(ANN, "Tomas Wieck", "person", note="the engineer", now=NOW)
    son = held.new_actor(ANN, "Tomas Wieck", "person", note="the skipper", now=NOW)
    assert father != son
    assert held.new_actor(BEN, "Tomas Wieck", "person", note="the skipper", now=NOW) == son


def test_a_renamed_actor_keeps_its_earlier_name(held: Ledger) -> None:
    orlo = held.new_actor(ANN, "I. Orlo", "person", now=NOW)
    held.decide(ANN, BRIDGE, SetSpeaker(actor=orlo), now=NOW)
    held.decide(ANN, orlo, Rename(name="Ines Orlo"), now=NOW)
    assert (held.actor(orlo).name, held.actor(orlo).names) == ("Ines Orlo", ("I. Orlo",))
    assert held.record(BRIDGE).statement.speaker.name == "Ines Orlo"  # type: ignore[union-attr]


def test_an_actor_who_still_speaks_is_not_unmade(held: Ledger) -> None:
    orlo = held.new_actor(ANN, "Ines Orlo", "person", now=NOW)
    (made,) = (logged.decision for logged in held.log())
    held.decide(ANN, BRIDGE, SetSpeaker(actor=orlo), now=NOW)
    with pytest.raises(UsageError, match="named by other decisions"):
        held.undo(ANN, made.id, now=NOW)
    assert len(list(held.log())) == 2


def test_facts_of_an_article_and_roles_of_its_blocks_are_corrected_and_come_back(held: Ledger) -> None:
    article = vote().article
    held.decide(ANN, article.id, SetFact(fact="outlet", value="The Halvern Courier"), now=NOW)
    held.decide(ANN, article.id, SetFact(fact="published", value=None), now=NOW)
    held.decide(ANN, article.id, SetRole(start=article.blocks[1].span.start, role="standfirst"), now=NOW)
    changed = held.article(article.id)
    assert (changed.outlet, changed.published, changed.blocks[1].role) == (
        "The Halvern Courier",
        None,
        "standfirst",
    )
    assert held.check() == []
    for _ in range(3):
        held.undo(ANN, now=NOW)
    assert held.article(article.id) == article
    assert held.check() == []


def test_undo_takes_the_latest_and_redo_brings_it_back(held: Ledger) -> None:
    held.decide(ANN, BRIDGE, Accept(), now=NOW)
    held.decide(BEN, BRIDGE, Reject(), now=NOW)
    held.undo(ANN, now=NOW)
    assert held.record(BRIDGE).review.state == "rejected"
    held.undo(BEN, now=NOW)
    assert held.record(BRIDGE).review.state == "unreviewed"
    held.redo(ANN, now=NOW)
    assert held.record(BRIDGE).review.state == "accepted"
    with pytest.raises(NotFoundError, match="no undo of Ann"):
        held.redo(ANN, now=NOW)


def test_what_is_taken_back_cannot_be_taken_back_again(held: Ledger) -> None:
    made = held.decide(ANN, BRIDGE, Accept(), now=NOW)
    held.undo(ANN, made.id, now=NOW)
    with pytest.raises(UsageError, match="taken back already"):
        held.undo(ANN, made.id, now=NOW)


def test_two_coders_who_differ_are_noted_until_it_is_settled(held: Ledger) -> None:
    held.decide(ANN, BRIDGE, SetCode(concept="bridge", stance="agree"), now=NOW)
    held.decide(BEN, BRIDGE, SetCode(concept="bridge", stance="neither"), now=NOW)
    assert held.record(BRIDGE).review.contested
    assert len(held.record(BRIDGE).codes) == 2
    held.decide(ANN, BRIDGE, SetCode(concept="bridge", stance="neither"), now=NOW, settles=True)
    assert not held.record(BRIDGE).review.contested


def test_a_code_is_taken_away(held: Ledger) -> None:
    held.decide(ANN, BRIDGE, SetCode(concept="bridge", stance="agree"), now=NOW)
    held.decide(ANN, BRIDGE, SetCode(concept="bridge", stance=None), now=NOW)
    assert held.record(BRIDGE).codes == ()


def test_the_log_says_who_decided_what_when(held: Ledger) -> None:
    held.decide(ANN, BRIDGE, Note(text="see the minutes"), now=NOW)
    held.decide(BEN, LEAP, Accept(), now=NOW)
    held.undo(BEN, now=NOW)
    undo, accept, note = held.log()
    assert (undo.decision.subject, accept.undone, note.undone) == (accept.decision.id, True, False)
    assert note.decision.change == Note(text="see the minutes")
    assert undo.decision.at > accept.decision.at > note.decision.at


def test_a_decision_cannot_be_changed_even_with_plain_sqlite(held: Ledger) -> None:
    held.decide(ANN, BRIDGE, Accept(), now=NOW)
    held.close()
    with (
        sqlite3.connect(held.path) as connection,
        pytest.raises(sqlite3.IntegrityError, match="never changed"),
    ):
        connection.execute("UPDATE decisions SET action = 'reject'")
    connection.close()


@pytest.mark.parametrize(
    ("subject", "change", "message"),
    [
        (BRIDGE, SetFact(fact="outlet", value="x"), "cannot be decided of it"),
        (BRIDGE, Correct(content=()), "a statement needs a content"),
        (BRIDGE, Correct(content=(Span(5, 9999),)), "is beyond the text"),
        (BRIDGE, Correct(cue=(Span(7, 9),)), "begins or ends with a blank"),
        (BRIDGE, Correct(content=(Span(0, 7), Span(3, 7))), "overlap or are out of order"),
        (BRIDGE, SetDate(said_on=SaidOn(value="last week")), "no date in EDTF"),
        (BRIDGE, SetDate(said_on=SaidOn(value="2023", span=Span(5, 9999))), "ends before"),
        (BRIDGE, Correct(), "say what is corrected"),
        (BRIDGE, SetCode(concept=" ", stance="agree"), "needs a concept"),
        (BRIDGE, Note(text="half of \udce9"), "half of a character"),
        (BRIDGE, Note(text=" "), "a note needs words"),
        (vote().article.id, SetFact(fact="published", value="banana"), "is not a day"),
        (vote().article.id, Accept(), "cannot be decided of it"),
        (vote().article.id, SetRole(start=3, role="caption"), "no block"),
    ],
)
def test_a_senseless_decision_is_refused_and_leaves_nothing(
    held: Ledger, subject, change, message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        held.decide(ANN, subject, change, now=NOW)
    assert list(held.log()) == []


def test_a_coder_needs_a_name(held: Ledger) -> None:
    with pytest.raises(UsageError, match="a coder needs a name"):
        held.decide(Coder(name=" "), BRIDGE, Accept(), now=NOW)
