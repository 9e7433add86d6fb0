"""Actors that were linked across articles, as a person calls the commands on them."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from building import article, statement
from click.testing import CliRunner, Result

from onrecord.cli import group
from onrecord.ledger import Ledger
from onrecord.model import Addressee, Carrier, Reading, Speaker

NOW = datetime(2024, 3, 2, 9, 30, tzinfo=UTC)


def call(*arguments: object) -> Result:
    return CliRunner().invoke(group, [str(argument) for argument in arguments])


NAMED = [
    ("Mara Quell", "Ferry captain Mara Quell told reporters that the crews would stay."),
    ("Mara Jane Quell", "Minister Mara Jane Quell said the ferry would sail."),
    ("<b>Ines</b>'); DROP TABLE actors;--", "<b>Ines</b>'); DROP TABLE actors;-- said so."),
]


@pytest.fixture
def named(tmp_path: Path) -> Path:
    """A ledger of three articles with a speaker each, linked."""
    path = tmp_path / "named.db"
    with Ledger.open(path, create=True) as made:
        run = made.start_run(model_hash="m0", options={}, at=NOW)
        for number, (name, text) in enumerate(NAMED):
            of = article(f"Report {number}\n\n{text}\n", doc=f"{number}.txt")
            one = statement(of, text.split(" ")[-1].rstrip("."), source=name, kind="indirect")
            speaker = Speaker(name=name, type="person", role="captain", confidence=0.95)
            reading = Reading(article=of, statements=(replace(one, speaker=speaker),))
            made.store_source(run, of.doc, of.source_hash, [reading], [])
    return path


def test_linked_actors_are_told_apart_and_suggested_no_more(named: Path) -> None:
    first, odd = call("actors", "list", named).stdout.splitlines()
    assert "2 statements in 2 articles" in first
    assert "DROP TABLE" in odd
    whole = first.split()[0]
    shown = call("actors", "show", named, whole).stdout
    assert "speaks as captain (2023-06-04, 2 articles)" in shown
    (other,) = (line.split()[2] for line in shown.splitlines() if line.startswith("one with"))
    page = call("show", named, whole).stdout
    assert page.count("Halvern Courier") == 2
    assert page.splitlines()[-1] == "2 statements"
    assert call("actors", "split", named, whole, other, "--coder", "Ann").exit_code == 0
    assert len(call("actors", "list", named).stdout.splitlines()) == 3
    assert call("actors", "suggestions", named).exit_code == 1
    assert "apart" in call("log", named).stdout
    assert call("undo", named, "--coder", "Ann").exit_code == 0
    assert len(call("actors", "list", named).stdout.splitlines()) == 2
    assert call("check", named).exit_code == 0


def test_a_split_of_statements_needs_a_name(named: Path) -> None:
    whole = call("actors", "list", named).stdout.split()[0]
    wrong = CliRunner().invoke(group, ["actors", "split", str(named), whole, "s-aaaa"], catch_exceptions=True)
    assert "give --name" in str(wrong.exception)


def test_a_reference_is_imported_and_shown(named: Path, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("id,name,office,since\nk-1,Mara Quell,captain,2020\n", encoding="utf-8")
    done = call("actors", "import", named, people)
    assert done.exit_code == 0
    assert "1 actor linked to an id" in done.stderr
    whole = call("actors", "list", named).stdout.split()[0]
    assert "known as k-1 Mara Quell: captain (2020)" in call("actors", "show", named, whole).stdout


def test_a_reference_goes_along_to_another_ledger(named: Path, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text(
        "id,name,organisation,since\nk-1,Mara Quell,Ferry Union,2020\nk-2,Ida Stroud,,\n", encoding="utf-8"
    )
    call("actors", "import", named, people)
    given = tmp_path / "all.jsonl"
    whole = ("--format", "jsonl", "--texts", "--review", "all")
    given.write_text(call("export", named, *whole).stdout, encoding="utf-8")
    assert "Stroud" not in given.read_text(encoding="utf-8")  # of no concern to anybody who speaks here
    other, joined = tmp_path / "other.db", tmp_path / "joined.db"
    assert call("import", other, given).exit_code == 0
    assert call("add", named, "--ledger", joined).exit_code == 0
    for path in (other, joined):
        shown = call("actors", "show", path, "Mara Quell").stdout
        assert "known as k-1 Mara Quell" in shown
        assert call("export", path, *whole).stdout == given.read_text(encoding="utf-8")


def test_an_import_says_which_entries_were_not_linked_and_why(named: Path, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("id,name\nk-1,Mara Quell\nk-2,Ida Stroud\n", encoding="utf-8")
    told = call("actors", "import", named, people).stderr
    assert "not linked: k-2 Ida Stroud: nobody here has that name" in told
    assert "k-1" not in told


def test_an_actor_is_shown_by_a_name_that_it_alone_has(named: Path) -> None:
    shown = call("actors", "show", named, "mara jane quell")
    assert (
        shown.stdout == call("actors", "show", named, call("actors", "list", named).stdout.split()[0]).stdout
    )
    assert "no actor is called" in str(call("actors", "show", named, "Quell").exception)


def test_the_report_has_one_entry_an_actor_with_all_names(named: Path, tmp_path: Path) -> None:
    call("actors", "list", named)
    out = tmp_path / "page.html"
    assert call("report", named, "--out", out).exit_code == 0
    page = out.read_text(encoding="utf-8")
    assert "Mara Jane Quell (also Mara Quell)" in page
    assert "<b>Ines</b>" not in page


def test_what_somebody_passed_on_is_told_apart_from_what_he_said(tmp_path: Path) -> None:
    path = tmp_path / "passed.db"
    with Ledger.open(path, create=True) as made:
        run = made.start_run(model_hash="m0", options={}, at=NOW)
        of = article("Report\n\nMara Quell told the Morning Lamp that it was so.\n", doc="1.txt")
        one = replace(
            statement(of, "that it was so", cue="told", source="Mara Quell", kind="indirect"),
            speaker=Speaker(name="Mara Quell", type="person", confidence=0.95),
            via=(Carrier(name="Morning Lamp", type="outlet"),),
            to=(Addressee(name="the = house", type="group"),),
        )
        made.store_source(run, of.doc, of.source_hash, [Reading(article=of, statements=(one,))], [])
    mara, lamp = call("actors", "list", path).stdout.splitlines()[:2]
    assert mara.endswith("1 statement in 1 article")
    assert lamp.endswith("0 statements in 0 articles, passed on 1 statement")
    page = call("show", path, lamp.split()[0]).stdout.splitlines()
    assert page[-3:-1] == ["passed on from others", page[-2]]
    assert page[-2].endswith("that it was so  said by Mara Quell")
    assert page[-1] == "passed on 1 statement"
    assert "passed on" not in call("show", path, mara.split()[0]).stdout
    shown = call("show", path, one.id).stdout
    assert f"through Morning Lamp ({lamp.split()[0]})" in shown
    assert "said to the = house" in shown
    assert one.id in call("statements", path, "--via", "morning lamp").stdout
    assert one.id in call("statements", path, "--to", "The = House").stdout
    assert call("statements", path, "--via", "Mara Quell").exit_code == 1
    (header, row) = call("statements", path, "--format", "csv").stdout.splitlines()
    assert header.endswith(",to,speaker_id")
    assert row.endswith(f",the = house,{mara.split()[0]}")
