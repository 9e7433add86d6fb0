"""Rows that come in: matched to their article, checked against its text, refused with a reason."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from building import VOTE, article, protest, statement, vote
from interchanging import EVE, NOW, exported, made, objects, take

from onrecord.ledger import Filter, Ledger
from onrecord.ledger.database import Database
from onrecord.ledger.taking import Refused, json_rows, places
from onrecord.model import (
    Accept,
    Add,
    Coder,
    Correct,
    Merge,
    Reading,
    Rename,
    SetFact,
    SetSpeaker,
    Span,
    Statement,
)
from onrecord.publishing.jsonl import row

ANN = Coder(name="Ann")
BRIDGE, LEAP = vote().statements


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Ledger]:
    with made(tmp_path / "a.db", vote(), protest()) as ledger:
        yield ledger


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Ledger]:
    with made(tmp_path / "b.db") as ledger:
        yield ledger


def read_rows(reading: Reading) -> list[dict[str, Any]]:
    """What `onrecord read` prints."""
    return [row(record) for record in reading.records()]


def test_what_was_read_elsewhere_is_known_by_its_name(held: Ledger) -> None:
    assert take(held, read_rows(vote()))[0].known == 2


def test_a_statement_of_another_model_comes_in_as_found(held: Ledger) -> None:
    more = statement(vote().article, "Critics are not convinced", kind="indirect", confidence=0.75)
    taken, refused = take(held, read_rows(Reading(article=vote().article, statements=[more])))
    assert (taken.statements, taken.decisions, refused) == (1, 0, [])
    record = held.record(more.id)
    assert (record.statement, record.review.added) == (more, False)
    assert [r.statement.content for r in held.records(Filter(article=record.article.id))] == sorted(
        s.content for s in (BRIDGE, LEAP, more)
    )
    assert held.check() == []


def test_a_row_without_confidence_is_added_by_who_takes_it_in(held: Ledger) -> None:
    (given,) = read_rows(Reading(article=vote().article, statements=[statement(vote().article, "Critics")]))
    marked = {name: given[name] for name in ("doc", "kind", "content", "text")} | {
        "speaker": {"name": "Ines Orlo", "type": "person", "role": "mayor"},
        "said_on": {"value": "2023-06-04"},
        "unknown": 1,
    }
    taken, refused = take(held, [marked])
    assert (taken.statements, refused) == (1, [])
    (record,) = held.records(Filter(review="added"))
    assert (record.words, record.statement.speaker and record.statement.speaker.name) == (
        "Critics",
        "Ines Orlo",
    )
    assert {logged.decision.coder for logged in held.log()} == {EVE}
    again = take(held, [marked])[0]
    assert (again.statements, again.decisions, again.known) == (0, 0, 1)
    assert held.check() == []


@pytest.mark.parametrize("nameless", [{"to": [" "]}, {"via": [{"name": "", "type": "outlet"}]}])
def test_somebody_without_a_name_is_not_added(held: Ledger, nameless: dict[str, Any]) -> None:
    (given,) = read_rows(Reading(article=vote().article, statements=[statement(vote().article, "Critics")]))
    marked = {name: given[name] for name in ("doc", "kind", "content", "text")}
    _, refused = take(held, [marked | nameless])
    assert [each.reason for each in refused] == ["somebody in it has no name"]
    assert take(held, [marked])[0].statements == 1


def test_what_a_person_moved_is_looked_up_once(held: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    held.decide(ANN, BRIDGE.id, Correct(content=(Span(0, 3),)), now=NOW)
    text, looked = vote().article.text, []
    load = places.statements.of_article

    def counted(database: Database, number: int) -> dict[int, Statement]:
        looked.append(number)
        return load(database, number)

    monkeypatch.setattr(places.statements, "of_article", counted)
    moved = places.Moved(held._database, 1)
    assert moved.there((Span(0, 3),)) == BRIDGE.id
    assert [moved.there((Span(at, at + 1),)) for at in range(len(text))] == [None] * len(text)
    assert looked == [1]


def test_a_second_hand_accepts_or_corrects_what_is_there(held: Ledger) -> None:
    (first, *_) = read_rows(vote())
    marked = {name: first[name] for name in ("doc", "content", "text", "cue")} | {"kind": "indirect"}
    take(held, [marked])
    record = held.record(BRIDGE.id)
    assert (record.review.state, record.statement.kind, record.statement.source) == (
        "accepted",
        "indirect",
        (),
    )
    assert take(held, [marked])[0].decisions == 0


def test_the_same_text_of_another_outlet_is_known_by_its_hash(held: Ledger, tmp_path: Path) -> None:
    elsewhere = vote(outlet="The Quay", doc="elsewhere.txt")
    with made(tmp_path / "c.db", elsewhere) as third:
        rows = objects(exported(third, texts=False))
        taken, refused = take(held, rows)
        assert (taken.known, refused) == (2, [])
        third.decide(ANN, elsewhere.statements[0].id, Accept(), now=NOW)
        _, refused = take(held, exported(third, texts=False))
    assert ["its decisions were made in" in each.reason for each in refused] == [True, True]


def test_an_article_that_is_not_here_needs_its_text(held: Ledger, other: Ledger) -> None:
    _, refused = take(other, exported(held, texts=False))
    assert len(refused) == 4
    assert "export with --texts" in refused[0].reason
    assert list(other.articles()) == []


def test_what_was_removed_stays_out(held: Ledger) -> None:
    text = exported(held)
    held.forget(ANN, vote().article.id, "asked to", now=NOW)
    taken, refused = take(held, text)
    assert (taken.articles, taken.known, len(refused)) == (0, 2, 2)
    assert "stays out" in refused[0].reason


def test_a_whole_number_beyond_64_bits_is_refused_where_it_stands() -> None:
    lines = [b'{"a": 9223372036854775807}', b'{"a": 9223372036854775808}', b'{"a": 1' + b"0" * 6000 + b"}"]
    fine, *others = json_rows("rows.jsonl", lines)
    assert not isinstance(fine, Refused)
    assert [isinstance(one, Refused) and "beyond 64 bits" in one.reason for one in others] == [True, True]


def _with(**fields: Any) -> Callable[[dict[str, Any]], None]:
    return lambda row: row.update(fields)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (_with(text="the bridge"), "at that place stands"),
        (_with(text=None), "it has no text"),
        (_with(content=[[10, 9000]]), "the text at"),
        (_with(content=[[20, 30], [5, 10]]), "out of order"),
        (_with(content=[[5, 5]]), "start < end"),
        (_with(content=[]), "no content"),
        (_with(cue=[[1, "2"]]), "wrong kind"),
        (_with(kind="loud"), "loud"),
        (_with(confidence=2), "0 to 1"),
        (
            _with(speaker={"name": "Ines Orlo", "type": "person", "confidence": 7}),
            "its speaker's confidence is 7",
        ),
        (_with(said_on={"value": "2023", "confidence": -1}), "its date's confidence is -1"),
        (lambda row: row["article"].update(found=["title"]), "found is no object"),
        (_with(id="s-aaaaaaaaaaaaa"), "is not the id"),
        (_with(source=[[0, 7]]), "what its decisions make of it"),
        (_with(said_on={"value": "2023", "span": [1, 9999]}), "beyond the text"),
        (_with(decisions=[{"id": "d-x"}]), "no time"),
        (_with(decisions="none"), "no list"),
        (_with(to=5), "to is no list"),
        (_with(to="crews"), "to is no list"),
        (_with(via={"name": "The Herald"}), "via is no list"),
        (_with(actors=[{"id": "p-aaaaaaaaaaaaa", "names": "Ines"}]), "names is no list of texts"),
        (_with(retired="yesterday"), "a time looks like"),
        (_with(text="half \ud800"), "lone surrogate"),
        (lambda row: row["decisions"][0].update(coder="Somebody else"), "was changed since"),
        (lambda row: row["decisions"][0].update(action="dance"), "no kind of decision"),
        (lambda row: row["decisions"][0].update(subject="a-aaaaaaaaaaaaa"), "cannot be made of"),
        (lambda row: row["article"].update(text="Another text."), "text_hash"),
        (lambda row: row["article"].update(id="a-aaaaaaaaaaaaa"), "not the id of that text"),
        (lambda row: row["article"].update(blocks=[{"start": 0, "end": 3, "role": "ode"}]), "no role"),
        (lambda row: row["article"].update(read={"at": "now", "options": {}}), "a time looks like"),
    ],
)
def test_a_row_that_is_not_true_is_refused_with_the_reason(
    held: Ledger, other: Ledger, spoil: Callable[[dict[str, Any]], None], reason: str
) -> None:
    held.decide(ANN, BRIDGE.id, Correct(source=()), now=NOW)
    rows = objects(exported(held))
    take(other, rows[2:])
    spoil(rows[0])
    taken, refused = take(other, rows)
    assert "line 1" in [each.place for each in refused]
    assert reason in refused[0].reason
    assert taken.known == 2
    assert other.check() == []


def test_a_bad_row_keeps_no_other_out(held: Ledger, other: Ledger) -> None:
    rows = objects(exported(held))
    rows[1]["text"] = "something else"
    taken, refused = take(other, rows)
    assert (taken.articles, taken.statements, taken.refused) == (2, 3, 1)
    assert [each.place for each in refused] == ["line 2"]


def test_what_needs_another_look_still_does(held: Ledger, other: Ledger) -> None:
    held.decide(ANN, LEAP.id, Accept(), now=NOW)
    held.decide(ANN, BRIDGE.id, Accept(), now=NOW)
    run = held.start_run(model_hash="m1", options={}, at=NOW.replace(day=9), stage="rereading")
    shorter = replace(BRIDGE.content[0], end=BRIDGE.content[0].end - 1)
    text = vote().article.text
    near = statement(vote().article, text[shorter.start : shorter.end], confidence=0.5)
    held.reread(run, Reading(article=vote().article, statements=[near]))
    assert held.record(LEAP.id).review.needs_look
    assert held.record(near.id).review.state == "accepted"
    assert take(other, exported(held))[1] == []
    assert exported(other) == exported(held)
    assert other.check() == []


def test_actors_come_with_their_names_and_mergers(held: Ledger, other: Ledger) -> None:
    orlo = held.new_actor(ANN, "Ines Orlo", "person", now=NOW)
    mayor = held.new_actor(ANN, "Mayor Orlo", "person", now=NOW)
    held.decide(ANN, BRIDGE.id, SetSpeaker(actor=mayor, role="mayor"), now=NOW)
    held.decide(ANN, mayor, Merge(into=orlo), now=NOW)
    held.decide(ANN, orlo, Rename(name="Ines M. Orlo"), now=NOW)
    assert take(other, exported(held))[1] == []
    assert other.actor(mayor) == held.actor(mayor)
    speaker = other.record(BRIDGE.id).statement.speaker
    assert speaker is not None
    assert speaker.name == "Ines M. Orlo"


def test_only_the_first_row_has_the_text(held: Ledger) -> None:
    first, second, third, _ = objects(exported(held))
    assert [("text" in one["article"]) for one in (first, second, third)] == [True, False, True]
    assert first["article"]["text"] == VOTE


def test_the_article_is_as_its_source_had_it_under_what_was_decided(held: Ledger, other: Ledger) -> None:
    held.decide(ANN, vote().article.id, SetFact(fact="outlet", value="The Quay"), now=NOW)
    held.decide(ANN, vote().article.id, Add(content=(Span(0, 7),), kind="indirect"), now=NOW)
    take(other, exported(held))
    assert other.article(vote().article.id).outlet == "The Quay"
    fact = next(logged for logged in other.log() if isinstance(logged.decision.change, SetFact))
    other.undo(ANN, fact.decision.id, now=NOW)
    assert other.article(vote().article.id).outlet == "Halvern Courier"
    assert other.check() == []


def test_a_name_that_many_articles_have_is_not_guessed(tmp_path: Path) -> None:
    twin = Reading(article=article(VOTE, outlet="The Quay"), statements=())
    with made(tmp_path / "c.db", vote(), twin) as ledger:
        _, refused = take(ledger, read_rows(vote()))
    assert "give the article's id" in refused[0].reason


def test_the_article_of_a_refused_row_serves_the_rows_after_it(held: Ledger, other: Ledger) -> None:
    rows = objects(exported(held))
    rows[0]["kind"] = "loud"
    taken, refused = take(other, rows)
    assert (taken.articles, taken.statements, [each.place for each in refused]) == (2, 3, ["line 1"])
    assert other.check() == []
