"""Outlets side by side: what several carry, and who left it out."""

import csv
import io
import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import lxml.html
import pytest
from building import Keep, article, statement
from click.testing import CliRunner

from onrecord.analysis.outlets import compare
from onrecord.analysis.outlets.wording import Wording
from onrecord.cli.compare import compare as command
from onrecord.cli.report import report
from onrecord.ledger import Ledger
from onrecord.model import Reading, Record, Speaker

ORLO = Speaker(name="Ines Orlo", type="person")
RUSK = Speaker(name="Dana Rusk", type="person")


def reading(outlet: str | None, day: str | None, *said: tuple[str, Speaker | None]) -> Reading:
    """An article of an outlet with these sayings; what stands in quotation marks is direct."""
    text = "".join(f"It was said: {words}.\n\n" for words, _ in said)
    of = article(text, outlet=outlet, published=day, doc=f"{outlet}-{day}.txt")
    made = tuple(
        replace(statement(of, words, kind="direct" if '"' in words else "indirect"), speaker=speaker)
        for words, speaker in said
    )
    return Reading(article=of, statements=made)


COURIER = reading(
    "Halvern Courier",
    "2031-05-02",
    ('"the old bridge will close before the first snow falls"', ORLO),
    ("the crews had never been asked", RUSK),
)
POST = reading("Esk Post", "2031-05-03", ("the old bridge would close before the first snow", ORLO))
HERON = reading("Daily Heron", "2031-05-03", ("the toll would be paid by ships alone", ORLO))
LATE = reading("Weekly Crane", "2031-06-30", ("the old bridge would close before the first snow", ORLO))
ALL = (COURIER, POST, HERON, LATE)


def records(*readings: Reading) -> list[Record]:
    return [record for each in readings for record in each.records()]


def test_what_two_outlets_carry_is_one_statement_and_who_was_there_left_it_out() -> None:
    (one,) = compare(records(*ALL), {}).shared
    assert one.speaker == "Ines Orlo"
    assert [each.outlet for each in one.carried] == ["Halvern Courier", "Esk Post"]
    assert one.fullest.statement.kind == "direct"
    assert one.left_out == ("Daily Heron",)  # two months on, the Weekly Crane is about something else


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        (
            [COURIER, replace(POST, statements=(replace(POST.statements[0], speaker=RUSK),))],
            "another speaker",
        ),
        ([COURIER, HERON], "other words"),
        ([COURIER, LATE], "two months between"),
        ([COURIER, replace(POST, article=replace(POST.article, outlet="Halvern Courier"))], "one outlet"),
        (
            [COURIER, replace(POST, statements=(replace(POST.statements[0], act="thought"),))],
            "a mere thought",
        ),
    ],
)
def test_what_is_not_one_saying_of_one_speaker_in_two_outlets_is_not_shared(
    changed: list[Reading], why: str
) -> None:
    assert compare(records(*changed), {}).shared == (), why


def test_statements_without_a_speaker_or_an_outlet_are_counted() -> None:
    nobody = reading("Esk Post", "2031-05-03", ("the old bridge would close before the first snow", None))
    nowhere = reading(None, "2031-05-03", ("the old bridge would close before the first snow", ORLO))
    found = compare(records(COURIER, nobody, nowhere), {})
    assert (found.shared, found.unknown) == ((), 2)


def test_what_is_more_than_a_week_apart_is_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    alike = Wording.alike
    monkeypatch.setattr(Wording, "alike", lambda one, other: asked.append(one) or alike(one, other))
    days = [date(2031, 1, 1) + timedelta(days=8 * number) for number in range(200)]
    said = ("the old bridge would close before snow", ORLO)
    many = [reading(name, str(day), said) for day, name in zip(days, ["One", "Two"] * 100, strict=True)]
    assert compare(records(*many), {}).shared == ()
    assert asked == []
    late = reading("Three", None, said)  # an undated one may be of any day
    assert [each.outlet for each in compare(records(*many, late), {}).shared[0].carried] == [
        "One",
        "Two",
        "Three",
    ]


def test_an_undated_article_carries_and_says_of_nobody_that_it_left_out() -> None:
    undated = [
        reading(name, None, ("the old bridge would close before snow", ORLO)) for name in ("One", "Two")
    ]
    (one,) = compare(records(*undated, HERON), {}).shared
    assert one.left_out == ()


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (
            "that the report would be 'noted and shelved'",
            "the judge's report will be noted and shelved",
            True,
        ),
        ('"we were never asked by anyone at all"', "they had been told: we were never asked by anyone", True),
        ("talks were at an early stage", "there were no talks at any stage", False),
        ("", "", False),
    ],
)
def test_like_words_are_one_saying(one: str, other: str, alike: bool) -> None:
    assert Wording.of(one).alike(Wording.of(other)) == alike


@pytest.fixture
def path(ledger: Ledger, keep: Keep) -> Path:
    keep(*ALL)
    ledger.link()
    ledger.close()
    return ledger.path


def test_the_command_says_who_carries_it_and_writes_it_as_csv_and_json(path: Path) -> None:
    said = CliRunner().invoke(command, [str(path)])
    assert said.exit_code == 0, said.output
    assert "not in: Daily Heron" in said.stdout
    table = list(
        csv.DictReader(io.StringIO(CliRunner().invoke(command, [str(path), "--format", "csv"]).stdout))
    )
    assert [(each["group"], each["outlet"], each["has"], each["kind"]) for each in table] == [
        ("1", "Halvern Courier", "yes", "direct"),
        ("1", "Esk Post", "yes", "indirect"),
        ("1", "Daily Heron", "no", ""),
    ]
    assert table[0]["statement"] == COURIER.statements[0].id
    (one,) = map(
        json.loads, CliRunner().invoke(command, [str(path), "--format", "jsonl"]).stdout.splitlines()
    )
    assert [each["outlet"] for each in one["carried"]] == ["Halvern Courier", "Esk Post"]
    none = CliRunner().invoke(command, [str(path), "--speaker", "Dana Rusk"])
    assert none.exit_code == 1
    assert "no two outlets" in none.stderr
    speaker = COURIER.statements[0].speaker
    assert speaker is not None
    misspelt = CliRunner().invoke(command, [str(path), "--speaker", f"{speaker.name}e"])
    assert misspelt.exit_code == 1
    assert f"nobody who speaks here is called '{speaker.name}e'" in misspelt.stderr
    assert f"such as '{speaker.name}'" in misspelt.stderr


def test_the_report_has_the_outlets_side_by_side(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    found = CliRunner().invoke(report, [str(path), "--out", str(out)])
    assert found.exit_code == 0, found.output
    page = lxml.html.fromstring(out.read_text("utf-8"))
    (section,) = page.cssselect("#outlets")
    assert [link.get("href") for link in section.cssselect(".shared a")] == [
        f"#{each.statements[0].id}" for each in (COURIER, POST)
    ]
    assert "not in Daily Heron" in section.text_content()
    assert [cell.text_content() for cell in section.cssselect("td.num")] == ["1", "0", "1", "0", "0", "1"]
    assert page.cssselect('nav a[href="#outlets"]')
