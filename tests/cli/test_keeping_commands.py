"""`reread`, `backup`, `forget`, `actors`, and `add` with another ledger, as a person calls them."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from building import article, protest, statement, vote
from click.testing import CliRunner, Result

from onrecord.cli import group
from onrecord.ledger import Filter, Ledger
from onrecord.model import Accept, Coder, Reading, SetSpeaker, Speaker

NOW = datetime(2024, 3, 2, 9, 30, tzinfo=UTC)
ANN = Coder(name="Ann")
BRIDGE, LEAP = (statement.id for statement in vote().statements)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "debate.db"
    with Ledger.open(path, create=True) as made:
        run = made.start_run(model_hash="m0", options={}, at=NOW)
        for reading in (vote(), protest()):
            made.store_source(run, reading.article.doc, reading.article.source_hash, [reading], [])
    return path


def call(*arguments: object) -> Result:
    return CliRunner().invoke(group, [str(argument) for argument in arguments])


def test_reread_reads_what_another_model_read_and_keeps_decisions(ledger: Path) -> None:
    call("decide", ledger, BRIDGE, "accept")
    call("decide", ledger, LEAP, "accept")
    first = call("reread", ledger)
    assert first.exit_code == 0
    assert "2 articles read again" in first.stderr
    with Ledger.open(ledger) as opened:
        assert opened.check() == []
        accepted = [record.words for record in opened.records(Filter(review="accepted"))]
    assert len(accepted) == 2
    assert "was read by this model already" in call("reread", ledger).stderr
    assert "2 articles read again" in call("reread", ledger, "--all").stderr
    assert "1 article read again" in call("reread", ledger, vote().article.id).stderr


def test_backup_says_what_it_holds_and_replaces_nothing(ledger: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.db"
    assert call("backup", ledger, kept).stderr.strip().endswith("2 articles, 4 statements, 0 decisions")
    again = CliRunner().invoke(group, ["backup", str(ledger), str(kept)], catch_exceptions=True)
    assert "is there already" in str(again.exception)


def test_forget_asks_for_a_reason_and_a_yes(ledger: Path) -> None:
    article = vote().article.id
    assert call("forget", ledger, article).exit_code == 2
    assert call("forget", ledger, article, "--reason", "an embargo").exit_code == 2
    gone = call("forget", ledger, article, "--reason", "an embargo", "--yes", "--coder", "Ann")
    assert gone.exit_code == 0
    assert "2 statements and 0 decisions went with it" in gone.stderr
    with Ledger.open(ledger) as opened:
        assert opened.counts().articles == 1
        assert [(stone.id, stone.coder, stone.reason) for stone in opened.tombstones()] == [
            (article, "Ann", "an embargo")
        ]
        assert opened.check() == []


def test_another_ledger_is_added_with_its_decisions(ledger: Path, tmp_path: Path) -> None:
    other = tmp_path / "ben.db"
    call("backup", ledger, other)
    call("decide", ledger, BRIDGE, "code", "bridge", "agree", "--coder", "Ann")
    call("decide", other, BRIDGE, "code", "bridge", "disagree", "--coder", "Ben")
    joined = call("add", other, "--ledger", ledger)
    assert joined.exit_code == 0
    assert "0 new articles, 1 new decision" in joined.stderr
    assert BRIDGE in joined.stderr
    with Ledger.open(ledger) as opened:
        assert [code.coder for code in opened.record(BRIDGE).codes] == ["Ann", "Ben"]
    assert call("add", ledger, "--ledger", ledger).exit_code != 0


def test_actors_are_listed_shown_merged_renamed_and_split(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        orlo = opened.new_actor(ANN, "Ines Orlo", "person", now=NOW)
        mayor = opened.new_actor(ANN, "Mayor Orlo", "person", now=NOW)
        for statement, actor in ((BRIDGE, orlo), (LEAP, orlo), (protest().statements[0].id, mayor)):
            opened.decide(ANN, statement, SetSpeaker(actor=actor, role="mayor"), now=NOW)
    assert call("actors", "merge", ledger, mayor, orlo).exit_code == 0
    listed = call("actors", "list", ledger).stdout.splitlines()
    assert len(listed) == 1
    assert "3 statements in 2 articles" in listed[0]
    assert "also Mayor Orlo" in listed[0]
    shown = call("actors", "show", ledger, mayor).stdout
    assert "Ines Orlo\n" in shown
    assert "speaks as mayor" in shown
    other = call(
        "actors", "split", ledger, orlo, LEAP, "--name", "Ines Orlo", "--note", "the engineer"
    ).stdout.strip()
    assert call("actors", "rename", ledger, other, "I. Orlo").exit_code == 0
    assert call("actors", "list", ledger, "mayor").stdout.startswith(orlo)
    assert "I. Orlo, the engineer" in call("actors", "list", ledger, "i. orlo").stdout
    assert call("actors", "list", ledger, "nobody").exit_code == 1
    wrong = CliRunner().invoke(
        group, ["actors", "split", str(ledger), orlo, LEAP, "--name", "x"], catch_exceptions=True
    )
    assert "was not said by" in str(wrong.exception)
    for _ in range(3):
        assert call("undo", ledger, "--coder", "Ann").exit_code == 0
    with Ledger.open(ledger) as opened:
        assert opened.check() == []
        opened.decide(ANN, BRIDGE, Accept(), now=NOW)


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


def test_the_report_has_one_entry_an_actor_with_all_names(named: Path, tmp_path: Path) -> None:
    call("actors", "list", named)
    out = tmp_path / "page.html"
    assert call("report", named, "--out", out).exit_code == 0
    page = out.read_text(encoding="utf-8")
    assert "Mara Jane Quell (also Mara Quell)" in page
    assert "<b>Ines</b>" not in page
