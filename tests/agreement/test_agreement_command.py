"""`onrecord agreement`, as a person calls it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from coding import ANN, BEN, BRIDGE, INNER, LEAP, OUTER, decide, reports, shorter

from onrecord.cli.agreement import agreement
from onrecord.errors import UsageError
from onrecord.model import Accept, Correct, Reject, SetCode


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    with reports(tmp_path) as made:
        for coder in (ANN, BEN):
            decide(made, coder, BRIDGE.id, SetCode(concept="[b]bridge", stance="agree"), Accept())
            decide(made, coder, INNER.id, Reject())
            decide(made, coder, OUTER.id, Accept())
        decide(made, ANN, LEAP.id, Correct(content=shorter(LEAP.content)), Accept())
        decide(made, BEN, LEAP.id, Reject())
    return made.path


def call(*arguments: object) -> Result:
    return CliRunner().invoke(agreement, [str(argument) for argument in arguments], catch_exceptions=True)


def test_the_table_has_a_line_a_variable_and_says_how_to_read_it(ledger: Path) -> None:
    found = call(ledger)
    assert found.exit_code == 0
    lines = found.stdout.splitlines()
    assert lines[0] == "Ann, Ben"
    assert [line.split()[0] for line in lines[2:6]] == ["variable", "verdict", "kind", "content"]
    assert lines[3].split()[:4] == ["verdict", "4", "2", "75.0%"]
    assert "stance: [b]bridge" in found.stdout
    words = " ".join(found.stdout.split())
    assert "0.800" in words
    assert "no law" in words
    assert lines[-2].endswith(f"onrecord statements {ledger} --review contested")
    assert lines[-1].endswith(f"onrecord review {ledger} --queue disagreements")
    assert "fewer than 10 articles" in words


def test_programs_get_a_line_of_json_a_variable(ledger: Path) -> None:
    found = [json.loads(line) for line in call(ledger, "--format", "jsonl", "--seed", 3).stdout.splitlines()]
    verdict = found[0]
    assert verdict["variable"] == "verdict"
    assert (verdict["units"], verdict["articles"], verdict["percent"]["value"]) == (4, 2, 0.75)
    assert (verdict["kappa_name"], verdict["kappa_units"], verdict["seed"]) == ("cohen", 4, 3)
    assert verdict["names"] == ["Ann", "Ben"]
    # By hand: p_o = 3/4; Ann accepts 3/4, Ben 2/4: p_e = 3/8 + 1/8; alpha: 1 - 7 * 2 / (64 - 25 - 9)
    assert verdict["kappa"]["value"] == pytest.approx(0.5)
    assert verdict["alpha"]["value"] == pytest.approx(1 - 14 / 30)
    assert {row["variable"] for row in found} >= {"content in the text", "stance: [b]bridge"}


def test_statements_are_chosen_by_the_usual_conditions_but_not_by_review(ledger: Path) -> None:
    found = json.loads(call(ledger, "--outlet", "The Quay", "--format", "jsonl").stdout.splitlines()[0])
    assert found["units"] == 2
    assert "--review" not in call("--help").stdout.replace("--review contested", "")
    assert call(ledger, "--review", "accepted").exit_code == 2


def test_without_a_common_statement_it_says_so(ledger: Path) -> None:
    found = call(ledger, "--outlet", "Nobody's Herald")
    assert found.exit_code == 1
    assert "Ann, Ben have no statement in common" in found.stderr


def test_one_coder_is_told_to_join_the_ledger_of_the_other(ledger: Path) -> None:
    found = call(ledger, "--coder", "Ann")
    assert isinstance(found.exception, UsageError)
    assert "name two or more" in str(found.exception)
