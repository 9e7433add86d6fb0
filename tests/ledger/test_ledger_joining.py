"""Two ledgers become one: nothing is lost, nothing counts twice, and it does not matter which comes first."""

import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from building import protest, statement, vote
from hypothesis import HealthCheck, given, settings
from test_ledger_deciding_properties import STEPS, decide_all

from benchmarks import joining
from onrecord.ledger import Filter, Ledger
from onrecord.model import (
    Accept,
    Add,
    Coder,
    Merge,
    Note,
    Reading,
    Reject,
    Rename,
    SetCode,
    SetFact,
    SetSpeaker,
    Skipped,
    Span,
    identify,
)

NOW = datetime(2024, 3, 2, 9, 30, tzinfo=UTC)
ANN, BEN = Coder(name="Ann"), Coder(name="Ben")
BRIDGE, LEAP = vote().statements


def made(path: Path, *readings: Reading, model: str = "m0", day: int = 1) -> Ledger:
    ledger = Ledger.open(path, create=True)
    run = ledger.start_run(model_hash=model, options={}, at=datetime(2024, 3, day, 12, tzinfo=UTC))
    for reading in readings:
        ledger.store_source(run, reading.article.doc, reading.article.source_hash, [reading], [])
    return ledger


def state(ledger: Ledger) -> dict[str, Any]:
    return {
        "articles": sorted(ledger.articles(), key=lambda a: a.id),
        "records": sorted(ledger.records(Filter(review="all")), key=lambda r: r.statement.id),
        "log": list(ledger.log()),
        "check": ledger.check(),
    }


@pytest.fixture
def two(tmp_path: Path):
    def pair(**of_b: Any) -> tuple[Ledger, Ledger]:
        return made(tmp_path / "a.db", vote()), made(tmp_path / "b.db", vote(), protest(), **of_b)

    return pair


def copies(ledger: Ledger, name: str) -> Ledger:
    path = ledger.path.with_name(name)
    ledger.backup(path)
    return Ledger.open(path)


def joined_both_ways(a: Ledger, b: Ledger) -> tuple[dict[str, Any], dict[str, Any]]:
    a2, b2 = copies(a, "a2.db"), copies(b, "b2.db")
    a2.join(b)
    b2.join(a)
    return state(a2), state(b2)


def test_articles_statements_and_decisions_of_the_other_come_in(two) -> None:
    a, b = two()
    b.decide(BEN, BRIDGE.id, Accept(), now=NOW)
    result = a.join(b)
    assert (result.articles, result.reread, result.decisions) == (1, 0, 1)
    assert state(a) == state(b)
    again = a.join(b)
    assert (again.articles, again.reread, again.decisions, again.contested) == (0, 0, 0, ())


def test_where_two_coders_differ_is_listed_and_neither_is_overwritten(two) -> None:
    a, b = two()
    a.decide(ANN, BRIDGE.id, SetCode(concept="bridge", stance="agree"), now=NOW)
    b.decide(BEN, BRIDGE.id, SetCode(concept="bridge", stance="disagree"), now=NOW)
    result = a.join(b)
    assert result.contested == (BRIDGE.id,)
    assert [(code.coder, code.stance) for code in a.record(BRIDGE.id).codes] == [
        ("Ann", "agree"),
        ("Ben", "disagree"),
    ]


def test_an_undo_comes_with_what_it_takes_back(two) -> None:
    a, b = two()
    b.decide(BEN, BRIDGE.id, Reject(), now=NOW)
    a.join(b)
    assert a.record(BRIDGE.id).review.state == "rejected"
    b.undo(BEN, now=NOW)
    a.join(b)
    assert a.record(BRIDGE.id).review.state == "unreviewed"


def test_the_later_reading_stands_and_decisions_move_to_it(two) -> None:
    wider = statement(vote().article, 'said the bridge would open "before the first snow"')
    a, b = two()
    a.decide(ANN, BRIDGE.id, Accept(), now=NOW)
    run = b.start_run(model_hash="m1", options={}, at=datetime(2024, 3, 5, tzinfo=UTC), stage="rereading")
    b.reread(run, Reading(article=vote().article, statements=(wider, replace(LEAP, confidence=0.5))))
    one, other = joined_both_ways(a, b)
    assert one == other
    accepted = [r.statement.id for r in one["records"] if r.review.state == "accepted"]
    assert accepted == [wider.id]


def test_actors_and_merges_come_along(two) -> None:
    a, b = two()
    orlo, mayor = (b.new_actor(BEN, name, "person", now=NOW) for name in ("Ines Orlo", "Mayor Orlo"))
    b.decide(BEN, BRIDGE.id, SetSpeaker(actor=mayor), now=NOW)
    a.new_actor(ANN, "Ines Orlo", "person", now=NOW)
    b.decide(BEN, mayor, Merge(into=orlo), now=NOW)
    a.decide(ANN, vote().article.id, SetFact(fact="outlet", value="Courier"), now=NOW)
    one, other = joined_both_ways(a, b)
    assert one == other
    assert one["check"] == []


def test_what_was_removed_here_stays_out(two) -> None:
    a, b = two()
    b.decide(BEN, BRIDGE.id, Accept(), now=NOW)
    a.forget(ANN, vote().article.id, "an embargo", now=NOW)
    result = a.join(b)
    assert (result.articles, result.forgotten, result.decisions) == (1, 1, 0)
    assert [reading.article.id for reading in a.readings()] == [protest().article.id]
    assert a.check() == []


def test_an_actor_who_was_unmade_in_one_and_speaks_in_the_other_stays(two) -> None:
    a, b = two()
    orlo = a.new_actor(ANN, "Ines Orlo", "person", now=NOW)
    b.join(a)
    a.undo(ANN, now=NOW)
    b.decide(BEN, BRIDGE.id, SetSpeaker(actor=orlo), now=NOW)
    one, other = joined_both_ways(a, b)
    assert one == other
    assert one["check"] == []


def test_a_rename_is_not_undone_by_a_later_making(two) -> None:
    a, b = two()
    orlo = a.new_actor(ANN, "I. Orlo", "person", now=NOW)
    a.decide(ANN, orlo, Rename(name="Ines Orlo"), now=NOW)
    b.new_actor(BEN, "I. Orlo", "person", now=datetime(2024, 3, 9, tzinfo=UTC))
    a.join(b)
    assert a.actor(orlo).name == "Ines Orlo"


def test_an_actor_forgotten_here_does_not_come_back(two) -> None:
    a, b = two()
    orlo = b.new_actor(BEN, "Ines Orlo", "person", now=NOW)
    b.decide(BEN, BRIDGE.id, SetSpeaker(actor=orlo), now=NOW)
    a.join(b)
    a.forget(ANN, orlo, "a request", now=NOW)
    a.join(b)
    assert a.record(BRIDGE.id).statement.speaker is None
    assert list(a.actors()) == []
    assert a.check() == []


def test_an_article_left_unread_there_takes_nothing_away_here(two) -> None:
    a, _ = two()
    unread = made(a.path.with_name("c.db"), day=9)
    run = unread.start_run(model_hash="m1", options={}, at=datetime(2024, 3, 9, tzinfo=UTC))
    reason = Skipped(doc=vote().article.doc, code="language", detail="not English")
    unread.store_source(
        run,
        vote().article.doc,
        vote().article.source_hash,
        [Reading(article=vote().article, statements=())],
        [reason],
    )
    one, other = joined_both_ways(a, unread)
    assert len(one["records"]) == len(other["records"]) == 2


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS, STEPS)
def test_it_does_not_matter_which_is_joined_to_which(first, second) -> None:
    with tempfile.TemporaryDirectory() as folder:
        a = made(Path(folder) / "a.db", vote(), protest())
        b = made(Path(folder) / "b.db", vote(), protest(), model="m1", day=2)
        decide_all(a, first)
        decide_all(b, second)
        one, other = joined_both_ways(a, b)
        a.close()
        b.close()
        assert one == other
        assert one["check"] == []


def test_ledgers_with_several_readings_join_alike_whichever_is_joined_to_which(tmp_path: Path) -> None:
    wrong = {}
    for number in range(4):
        folder = tmp_path / str(number)
        folder.mkdir()
        wrong[number] = joining.wrong_with(number, folder)
    assert not any(wrong.values()), wrong


def test_of_what_no_reading_finds_any_more_the_latest_form_is_kept(two) -> None:
    a, b = two()
    for ledger, model, confidence in ((a, "m1", 0.3), (b, "m2", 0.4)):
        ledger.decide(ANN if ledger is a else BEN, LEAP.id, Accept(), now=NOW)
        for hour, found in ((1, (replace(LEAP, confidence=confidence),)), (2, ())):
            at = datetime(2024, 3, 5, hour, int(model[1]), tzinfo=UTC)
            run = ledger.start_run(model_hash=model, options={}, at=at, stage="rereading")
            ledger.reread(run, Reading(article=vote().article, statements=found), now=at)
    one, other = joined_both_ways(a, b)
    assert one == other
    (kept,) = [each for each in one["records"] if each.statement.id == LEAP.id]
    assert (kept.statement.confidence, kept.review.needs_look) == (0.4, True)


def test_two_added_with_almost_the_same_words_are_the_one_that_was_added_first(two) -> None:
    a, b = two()
    text, words = vote().article.text, "Critics are not convinced"
    start = text.index(words)
    first, later = (Span(start, start + len(words) + more) for more in (0, 1))
    b.decide(BEN, vote().article.id, Add(content=(first,), kind="indirect"), now=NOW)
    a.decide(ANN, vote().article.id, Add(content=(later,), kind="indirect"), now=NOW + timedelta(hours=1))
    one, other = joined_both_ways(a, b)
    assert one == other
    (added,) = [each for each in one["records"] if each.review.added]
    assert added.statement.id == identify(vote().article.id, (first,))


def test_what_was_removed_there_goes_from_here_too_with_its_reason(two) -> None:
    a, b = two()
    a.decide(ANN, BRIDGE.id, Accept(), now=NOW)
    stone = b.forget(BEN, vote().article.id, "a licence ran out", now=NOW)
    result = a.join(b)
    assert result.removed == (vote().article.id,)
    assert [reading.article.id for reading in a.readings()] == [protest().article.id]
    assert a.tombstones() == [stone]
    assert a.search("bridge") == []
    assert a.check() == []
    assert a.join(b).removed == ()


def test_an_actor_removed_there_speaks_here_no_more(two) -> None:
    a, b = two()
    orlo = a.new_actor(ANN, "Ines Orlo", "person", now=NOW)
    a.decide(ANN, BRIDGE.id, SetSpeaker(actor=orlo), now=NOW)
    a.decide(ANN, LEAP.id, Note(text="did ORLO? ask Ines Orlo's office"), now=NOW)
    b.join(a)
    b.forget(BEN, orlo, "a request", now=NOW)
    one, other = joined_both_ways(a, b)
    assert one == other
    assert one["check"] == []
    assert {r.statement.speaker for r in one["records"]} == {None}
    assert not any(isinstance(each.decision.change, Note) for each in one["log"])


def test_an_articles_own_facts_are_those_of_its_first_reading(tmp_path: Path) -> None:
    early, late = (
        vote(title="The bridge, at last"),
        vote(title="Bridge", doc="other.txt", published="2023-06-05"),
    )
    a, b = made(tmp_path / "a.db", late, day=2), made(tmp_path / "b.db", early, day=1)
    b.decide(BEN, early.article.id, SetFact(fact="byline", value="R. Hale"), now=NOW)
    one, other = joined_both_ways(a, b)
    assert one == other
    (article,) = one["articles"]
    assert (article.title, article.published, article.byline) == (
        "The bridge, at last",
        "2023-06-04",
        "R. Hale",
    )
    assert one["check"] == []


def test_why_an_article_was_left_unread_comes_along(two) -> None:
    a, _ = two()
    c = Ledger.open(a.path.with_name("c.db"), create=True)
    run = c.start_run(model_hash="m0", options={}, at=NOW)
    unread = protest(language="cy").article
    reason = Skipped(doc=unread.doc, code="language", detail="not English")
    c.store_source(run, unread.doc, unread.source_hash, [Reading(article=unread, statements=())], [reason])
    a.join(c)
    assert a.why_skipped(unread.doc) == reason


def test_coders_who_differ_and_what_is_found_no_more_are_told_apart(two) -> None:
    a, b = two()
    a.decide(ANN, BRIDGE.id, Accept(), now=NOW)
    b.decide(BEN, BRIDGE.id, Reject(), now=NOW)
    b.decide(BEN, LEAP.id, Accept(), now=NOW)
    run = a.start_run(model_hash="m1", options={}, at=datetime(2024, 3, 5, tzinfo=UTC), stage="rereading")
    a.reread(run, Reading(article=vote().article, statements=(BRIDGE,)))
    result = a.join(b)
    assert (result.contested, result.needs_look) == ((BRIDGE.id,), (LEAP.id,))
    assert list(a.desk.queued("disagreements", Filter(), 1)) == [BRIDGE.id]
    assert list(a.desk.queued("needs-look", Filter(), 1)) == [LEAP.id]
    contested = [each.statement.id for each in a.records(Filter(review="contested"))]
    assert contested == [BRIDGE.id]
