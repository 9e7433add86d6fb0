"""`review` where there is nothing to do, and `evaluate`, as a person calls them."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from building import Keep, protest, vote
from click.testing import CliRunner, Result

from onrecord.cli.evaluate import evaluate
from onrecord.cli.review import review
from onrecord.ledger import Ledger
from onrecord.model import Accept, Coder, Reject

NOW = datetime(2024, 3, 2, 9, 30, tzinfo=UTC)
ANN = Coder(name="Ann")
BRIDGE, LEAP = (statement.id for statement in vote().statements)
OUTER, INNER = (statement.id for statement in protest().statements)


@pytest.fixture
def path(ledger: Ledger, keep: Keep) -> Path:
    keep(vote(), protest())
    ledger.decide(ANN, BRIDGE, Accept(), now=NOW)
    ledger.decide(ANN, LEAP, Reject(), now=NOW)
    return ledger.path


def call(*arguments: object) -> Result:
    return CliRunner().invoke(evaluate, [str(each) for each in arguments])


def test_an_empty_queue_says_so(path: Path) -> None:
    found = CliRunner().invoke(review, [str(path), "--queue", "disagreements"])
    assert found.exit_code == 1
    assert "no two coders differ (queue disagreements)" in found.stderr
    found = CliRunner().invoke(review, [str(path), "--outlet", "Nobody"])
    assert found.exit_code == 1
    assert "that fulfils the conditions" in found.stderr


def test_evaluate_gives_a_row_a_measure_and_group(path: Path) -> None:
    found = call(path)
    assert found.exit_code == 0
    rows = [json.loads(line) for line in found.stdout.splitlines()]
    assert rows[0] == {
        "measure": "precision", "group": "all", "name": None, "right": 1, "of": 2, "value": 0.5,
        "low": pytest.approx(0.0945, abs=0.0001), "high": pytest.approx(0.9055, abs=0.0001),
    }  # fmt: skip
    assert [(row["measure"], row["group"], row["name"]) for row in rows] == [
        ("precision", "all", None),
        ("precision", "kind", "mixed"),
        ("precision", "outlet", "Halvern Courier"),
        ("recall", "all", None),
        ("recall", "kind", "mixed"),
        ("recall", "outlet", "Halvern Courier"),
    ]


def test_evaluate_says_what_is_left_and_how(path: Path) -> None:
    said = call(path, "--seed", "5").stderr
    assert "2 of the 4 statements drawn are unreviewed" in said
    assert f"onrecord review {path} --queue sample --seed 5 --limit 2" in said
    article = protest().article.id
    assert f"1 of the 2 articles drawn are not reviewed to the end ({article})" in said
    assert f"--queue all --review unreviewed --article {article}" in said


def test_evaluate_prints_a_table_for_people(path: Path) -> None:
    lines = call(path, "--format", "table").stdout.splitlines()
    assert lines[0].split() == ["share", "95%", "interval", "right", "of"]
    assert lines[1].split() == ["precision", "all", "0.50", "0.09", "to", "0.91", "1", "2"]


def test_without_a_review_there_is_nothing_to_evaluate(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "empty.db", create=True):
        pass
    found = call(tmp_path / "empty.db")
    assert found.exit_code == 1
    assert "holds no statement" in found.stderr
