"""The measures of `onrecord network`, as a person asks for them: of a ledger and of a .dna file alike."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from studies import QUARREL, dna_file

from onrecord.cli.import_ import import_
from onrecord.cli.network import network
from onrecord.errors import UsageError

MEASURES = ("bars", "centrality", "brokerage", "coalitions", "camps", "backbone", "annealing")
USUAL = ("--rows", "organization", "--qualifier", "agreement", "--aggregation", "subtract")


def call(*arguments: object) -> Result:
    return CliRunner().invoke(network, [str(argument) for argument in arguments])


def done(*arguments: object) -> str:
    found = call(*arguments)
    assert found.exit_code == 0, (found.output, found.exception)
    return found.stdout


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return dna_file(tmp_path)


def test_a_ledger_and_the_dna_file_that_it_was_made_of_have_the_same_figures(
    study: Path, tmp_path: Path
) -> None:
    ledger = tmp_path / "dam.db"
    # The same text of the same paper is one article in a ledger.
    dna_file(tmp_path, change="UPDATE DOCUMENTS SET Text = Text || ' Report ' || ID")
    assert CliRunner().invoke(import_, [str(ledger), str(study), "--coder", "Ann"]).exit_code == 0
    for measure in MEASURES:
        asked = (*USUAL, "--measure", measure, "--format", "csv")
        of_file = done(study, *asked)
        assert of_file == done(ledger, *asked), measure
        assert len(of_file.splitlines()) > 3, measure
    sure = (*USUAL, "--measure", "coalitions", "--intervals", "--format", "csv")
    assert done(study, *sure) == done(ledger, *sure)


@pytest.mark.parametrize("measure", MEASURES)
def test_json_and_csv_have_the_same_rows_and_say_what_they_were_made_by(study: Path, measure: str) -> None:
    asked = (study, *USUAL, "--measure", measure)
    found = json.loads(done(*asked))
    rows = found[next(iter(found))]
    table = list(csv.DictReader(io.StringIO(done(*asked, "--format", "csv"))))
    assert [{name: "" if value is None else str(value) for name, value in row.items()} for row in rows] == [
        {name: _as_json(name, row[name], rows[at]) for name in rows[at]} for at, row in enumerate(table)
    ]
    assert {row["rules"] for row in table} == {"onrecord"}
    assert found["settings"]["measure"] == measure
    assert found["settings"]["source"]["format"] == "dna"


def _as_json(name: str, cell: str, row: dict[str, object]) -> str:
    """A cell as JSON has it: whole numbers may have a point there."""
    return str(float(cell)) if isinstance(row[name], float) else cell


@pytest.mark.parametrize("measure", MEASURES)
def test_intervals_are_the_same_by_seed_and_hold_two_kinds_of_doubt(study: Path, measure: str) -> None:
    asked = (study, *USUAL, "--measure", measure, "--intervals")
    text = done(*asked)
    assert text == done(*asked)
    assert json.loads(text)["settings"]["intervals"] == {
        "draws": 200,
        "level": 0.95,
        "wrong": 0.05,
        "seed": 1,
    }
    named = "survival" if measure in ("coalitions", "camps") else "code_low"
    assert named in text
    assert '"wrong": 0.2' in done(*asked, "--wrong", 0.2)


def test_dnas_camps_are_those_that_fit_worst(tmp_path: Path) -> None:
    rows = [
        (1 + number, f"{camp}{number}", concept, int(camp == "yes"), 0, "calm")
        for camp in ("yes", "no")
        for number in range(3)
        for concept in ("build", "pay")
    ]
    path = dna_file(tmp_path, rows)
    ours = json.loads(done(path, "--measure", "camps"))
    assert [row["camp"] for row in ours["rows"]] == ["A", "A", "A", "B", "B", "B"]
    assert ours["score"] == pytest.approx(1)
    assert [camp["size"] for camp in ours["camps"]] == [3, 3]
    theirs = json.loads(done(path, "--measure", "camps", "--rules", "dna"))
    assert theirs["score"] == pytest.approx(0.5167, abs=5e-5)
    assert len({row["camp"] for row in theirs["rows"][:3]}) == 2


def test_levels_that_are_numbers_stay_numbers(study: Path) -> None:
    found = list(csv.DictReader(io.StringIO(
        done(study, "--qualifier", "strength", "--measure", "bars", "--format", "csv")
    )))  # fmt: skip
    assert [row["level"] for row in found[:4]] == ["-1", "0", "1", "2"]


@pytest.mark.parametrize("measure", MEASURES)
def test_no_statement_at_all_is_status_one_and_one_actor_is_no_crash(
    study: Path, tmp_path: Path, measure: str
) -> None:
    nobody = call(study, *USUAL, "--measure", measure, "--include", "organization=Nobody")
    assert nobody.exit_code == 1
    assert "no statement fulfils" in nobody.stderr
    assert json.loads(nobody.stdout)["settings"]["measure"] == measure
    alone = call(dna_file(tmp_path, QUARREL[:1]), *USUAL, "--measure", measure)
    if measure in ("camps", "annealing"):
        assert isinstance(alone.exception, UsageError)
        assert "1 row" in str(alone.exception) or "1 concept" in str(alone.exception)
    else:
        assert alone.exit_code == 0


@pytest.mark.parametrize("measure", MEASURES)
def test_emoji_and_names_of_three_hundred_characters_stay_whole(tmp_path: Path, measure: str) -> None:
    long, wave = "x" * 300, "🌊 Party"
    rows = [
        (document, name, concept, agrees, 1, "calm")
        for document in (1, 2)
        for name, agrees in ((wave, 1), ("B", 0), (long, 1))
        for concept in (long, "🌊")
    ]
    text = done(dna_file(tmp_path, rows), *USUAL, "--measure", measure)
    assert long in text
    assert "🌊" in text


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--wrong", "0.1"), "add it, or leave --wrong"),
        (("--camps", "3"), "--measure camps"),
        (("--measure", "bars", "--groups", "3"), "coalitions and brokerage"),
        (("--measure", "coalitions", "--keep", "3"), "--measure annealing"),
        (("--measure", "bars", "--format", "svg"), "json, csv"),
        (("--measure", "bars", "--window", "days", "--size", "3"), "--from and --to"),
        (("--measure", "centrality", "--mode", "events"), "--mode one"),
        (("--measure", "states", "--window", "days", "--size", "3", "--intervals"), "by itself"),
        (("--measure", "annealing", "--keep", "2", "--penalty", "3"), "one of them"),
        (("--measure", "coalitions", "--method", "kmeans", "--groups", "9"), "3 rows cannot be put into 9"),
        (("--measure", "bars", "--qualifier", "none"), "--qualifier"),
        (("--measure", "camps", "--camps", "4"), "3 rows cannot be put into 4"),
    ],
)
def test_what_does_not_go_together_is_told(study: Path, options: tuple[str, ...], told: str) -> None:
    found = call(study, *options)
    assert isinstance(found.exception, UsageError)
    assert told in str(found.exception)
