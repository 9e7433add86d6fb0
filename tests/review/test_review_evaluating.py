"""Precision and recall, against cases counted by hand."""

import csv
import io
import json
from datetime import UTC, datetime
from itertools import islice

import pytest
from building import Keep, protest, vote
from click.testing import CliRunner
from reporting import report

from onrecord.cli import group
from onrecord.ledger import Filter, Ledger
from onrecord.model import Accept, Add, Coder, Correct, MarkRead, Reading, Reject, SetSpeaker, Span
from onrecord.review import Estimate, Evaluation, evaluate, queue
from onrecord.review.intervals import wilson

NOW = datetime(2024, 3, 2, 9, 30, tzinfo=UTC)
ANN = Coder(name="Ann")
BRIDGE, LEAP = (statement.id for statement in vote().statements)
OUTER, INNER = (statement.id for statement in protest().statements)


@pytest.fixture
def held(ledger: Ledger, keep: Keep) -> Ledger:
    keep(vote(), protest())
    return ledger


def place(of: Reading, words: str) -> Span:
    start = of.article.text.index(words)
    return Span(start, start + len(words))


def shares(found: Evaluation, measure: str) -> dict[tuple[str, str | None], tuple[int, int]]:
    return {
        (each.group, each.name): (each.right, each.of) for each in found.estimates if each.measure == measure
    }


def judge_all(held: Ledger) -> None:
    """One is right, one is none, one has another source, one is right; and one was missed."""
    held.decide(ANN, BRIDGE, Accept(), now=NOW)
    held.decide(ANN, LEAP, Reject(), now=NOW)
    held.decide(ANN, OUTER, Correct(source=(place(protest(), "Dana Rusk"),)), now=NOW)
    held.decide(ANN, OUTER, Accept(), now=NOW)
    held.decide(ANN, INNER, Accept(), now=NOW)
    missed = Add(content=(place(vote(), "are not convinced"),), kind="indirect")
    held.decide(ANN, vote().article.id, missed, now=NOW)


def test_precision_and_recall_of_four_statements(held: Ledger) -> None:
    judge_all(held)
    found = evaluate(held)
    assert shares(found, "precision") == {
        ("all", None): (2, 4),
        ("kind", "mixed"): (1, 2),
        ("kind", "indirect"): (1, 2),
        ("outlet", "Halvern Courier"): (1, 2),
        ("outlet", "The Quay"): (1, 2),
    }
    assert shares(found, "recall") == {  # two are right; one has another source, one was missed
        ("all", None): (2, 4),
        ("kind", "mixed"): (1, 1),
        ("kind", "indirect"): (1, 3),
        ("outlet", "Halvern Courier"): (1, 2),
        ("outlet", "The Quay"): (1, 2),
    }
    assert (found.statements, found.unjudged, found.articles, found.unread, found.empty) == (4, (), 2, (), ())


def test_intervals_are_wilsons_for_statements_and_of_articles_for_recall(held: Ledger) -> None:
    judge_all(held)
    whole = {each.measure: each for each in evaluate(held).estimates if each.group == "all"}
    low, high = wilson(2, 4)
    assert whole["precision"] == Estimate(
        measure="precision", group="all", name=None, right=2, of=4, value=0.5, low=low, high=high
    )
    assert (whole["recall"].low, whole["recall"].high) == (0.5, 0.5)  # both articles have one half


def test_what_nobody_judged_is_named_and_does_not_count(held: Ledger) -> None:
    held.decide(ANN, BRIDGE, Accept(), now=NOW)
    found = evaluate(held)
    assert shares(found, "precision")[("all", None)] == (1, 1)
    assert set(found.unjudged) == {LEAP, OUTER, INNER}
    assert set(found.unread) == {vote().article.id, protest().article.id}
    assert shares(found, "recall") == {}


def test_an_untouched_ledger_has_no_estimates(held: Ledger) -> None:
    assert evaluate(held).estimates == ()


def test_a_correction_of_other_things_leaves_a_statement_right(held: Ledger) -> None:
    actor = held.new_actor(ANN, "Ines Orlo", "person", now=NOW)
    held.decide(ANN, BRIDGE, SetSpeaker(actor=actor), now=NOW)
    held.decide(ANN, BRIDGE, Correct(cue=(), kind="indirect"), now=NOW)
    held.decide(ANN, BRIDGE, Accept(), now=NOW)
    assert shares(evaluate(held), "precision")[("kind", "mixed")] == (1, 1)  # the kind that the machine gave


def test_a_correction_alone_is_a_judgement_and_taken_back_it_is_none(held: Ledger) -> None:
    made = held.decide(ANN, LEAP, Correct(content=(place(vote(), "the plan"),)), now=NOW)
    assert shares(evaluate(held), "precision")[("all", None)] == (0, 1)
    held.undo(ANN, made.id, now=NOW)
    assert evaluate(held).estimates == ()


def test_only_what_was_drawn_counts(ledger: Ledger, keep: Keep) -> None:
    keep(*(report(f"w{n}", 10) for n in range(5)))
    drawn = list(islice(queue(ledger, "sample", Filter()), 12))
    doubtful = [each for each in queue(ledger, "uncertain", Filter()) if each not in drawn][:20]
    for each in doubtful:
        ledger.decide(ANN, each, Reject(), now=NOW)
    assert not shares(evaluate(ledger, sample=12, articles=0), "precision")
    for each in drawn[:9]:
        ledger.decide(ANN, each, Accept(), now=NOW)
    found = evaluate(ledger, sample=12, articles=0)
    assert shares(found, "precision")[("all", None)] == (9, 9)
    assert found.unjudged == tuple(drawn[9:])
    assert list(islice(queue(ledger, "sample", Filter()), 3)) == drawn[9:]


def test_what_a_newer_model_no_longer_finds_was_missed_by_it(held: Ledger) -> None:
    held.decide(ANN, BRIDGE, Accept(), now=NOW)
    held.decide(ANN, LEAP, Accept(), now=NOW)
    run = held.start_run(model_hash="m1", options={}, at=datetime(2024, 4, 1, tzinfo=UTC), stage="rereading")
    held.reread(run, Reading(article=vote().article, statements=vote().statements[:1]))
    found = evaluate(held)
    assert shares(found, "precision")[("all", None)] == (1, 1)
    assert shares(found, "recall")[("all", None)] == (1, 2)


def test_an_article_in_which_nothing_was_found_is_named(held: Ledger, keep: Keep) -> None:
    keep(report("dull", 0))
    assert evaluate(held).empty == (report("dull", 0).article.id,)


def test_an_article_with_nothing_found_can_be_marked_as_read(ledger: Ledger, keep: Keep) -> None:
    keep(Reading(article=vote().article, statements=()), protest())
    assert evaluate(ledger).empty == (vote().article.id,)
    ledger.decide(ANN, vote().article.id, MarkRead(), now=NOW)
    assert evaluate(ledger).empty == ()
    ledger.undo(ANN, now=NOW)
    assert evaluate(ledger).empty == (vote().article.id,)


def test_the_command_writes_the_same_figures_as_lines_and_as_a_table(held: Ledger) -> None:
    judge_all(held)
    held.close()
    lines = CliRunner().invoke(group, ["evaluate", str(held.path), "--format", "jsonl"])
    rows = CliRunner().invoke(group, ["evaluate", str(held.path), "--format", "csv"])
    assert (lines.exit_code, rows.exit_code) == (0, 0)
    expected = [json.loads(line) for line in lines.stdout.splitlines()]
    found = list(csv.DictReader(io.StringIO(rows.stdout)))
    assert [(row["measure"], row["name"], float(row["value"])) for row in found] == [
        (row["measure"], row["name"] or "", row["value"]) for row in expected
    ]
