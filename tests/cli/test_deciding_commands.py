"""`decide`, `undo`, `redo` and `log`, as a person calls them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import group
from onrecord.ledger import Ledger
from onrecord.model import Reading

TEXT = "The quay\n\nHarbour master Ilse Dorn said the quay would close.\n"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    report, path = tmp_path / "quay.txt", tmp_path / "debate.db"
    report.write_text(TEXT, encoding="utf-8")
    assert CliRunner().invoke(group, ["add", str(report), "--ledger", str(path)]).exit_code == 0
    return path


def call(*arguments: object) -> Result:
    return CliRunner().invoke(group, [str(argument) for argument in arguments], catch_exceptions=True)


def held(ledger: Path) -> Reading:
    with Ledger.open(ledger) as opened:
        (reading,) = opened.readings()
    return reading


def rows(ledger: Path, *options: str) -> list[dict[str, object]]:
    found = call("export", ledger, "--format", "jsonl", *options)
    return [json.loads(line) for line in found.stdout.splitlines()]


def test_decisions_of_every_kind_show_in_the_export(ledger: Path) -> None:
    statement = held(ledger).statements[0].id
    start = TEXT.index("Ilse")
    for words in (
        ["accept"],
        ["speaker", "Ilse Dorn", "person", "harbour master"],
        ["via", "The Harbour Post"],
        ["to", "Harbour Board=organisation", "the crews"],
        ["date", "2031-03"],
        ["code", "close-quay", "agree"],
        ["correct", f"source={start}-{start + 9}"],
        ["note", "see", "the", "minutes"],
    ):
        assert call("decide", ledger, statement, *words, "--coder", "Ann").exit_code == 0, words
    (row,) = rows(ledger)
    speaker = row["speaker"]
    assert isinstance(speaker, dict)
    assert (speaker["name"], speaker["type"], speaker["role"]) == ("Ilse Dorn", "person", "harbour master")
    (carrier,) = row["via"]  # type: ignore[misc]
    assert (carrier["name"], carrier["type"]) == ("The Harbour Post", "outlet")
    assert [(one["name"], one["type"]) for one in row["to"]] == [  # type: ignore[attr-defined]
        ("Harbour Board", "organisation"),
        ("the crews", "group"),
    ]
    assert row["said_on"] == {"value": "2031-03", "span": None, "confidence": 1.0, "inferred": False}
    assert row["codes"] == [{"concept": "close-quay", "stance": "agree", "coder": "Ann"}]
    assert row["source"] == [[start, start + 9]]
    review = row["review"]
    assert isinstance(review, dict)
    assert (review["state"], review["corrected"]) == ("accepted", True)


def test_show_says_what_was_decided(ledger: Path) -> None:
    statement = held(ledger).statements[0].id
    assert "unreviewed" not in call("show", ledger, statement).stdout
    for words in (
        ["speaker", "Ilse Dorn", "person", "harbour master"],
        ["via", "The Harbour Post"],
        ["to", "Harbour Board=organisation"],
        ["date", "2031-03"],
        ["code", "close-quay", "agree"],
        ["accept"],
    ):
        call("decide", ledger, statement, *words, "--coder", "Ann")
    shown = call("show", ledger, statement).stdout
    for line in (
        "said by Ilse Dorn (person, harbour master)",
        "through The Harbour Post",
        "Harbour Board",
        "said on 2031-03",
        "close-quay: agree (coded by Ann)",
        "accepted · corrected",
    ):
        assert line in shown


def test_a_rejected_statement_is_left_out_unless_asked_for(ledger: Path) -> None:
    statement = held(ledger).statements[0].id
    call("decide", ledger, statement, "reject", "no statement")
    assert rows(ledger) == []
    assert len(rows(ledger, "--review", "rejected")) == 1


def test_facts_and_roles_and_missed_statements_are_the_articles(ledger: Path) -> None:
    article = held(ledger).article
    assert call("decide", ledger, article.id, "fact", "published=2031-03-04").exit_code == 0
    assert (
        call("decide", ledger, article.id, "role", article.blocks[0].span.start, "standfirst").exit_code == 0
    )
    start = TEXT.index("The quay")
    added = call("decide", ledger, article.id, "add", f"content={start}-{start + 8}", "kind=indirect")
    assert added.exit_code == 0
    now = held(ledger)
    assert (now.article.published, now.article.blocks[0].role) == ("2031-03-04", "standfirst")
    assert "The quay" in [record.words for record in now.records()]
    assert call("check", ledger).exit_code == 0


def test_undo_and_redo_follow_the_coder(ledger: Path) -> None:
    statement = held(ledger).statements[0].id
    call("decide", ledger, statement, "accept", "--coder", "Ann")
    call("decide", ledger, statement, "reject", "--coder", "Ben")
    assert call("undo", ledger, "--coder", "Ben").exit_code == 0
    assert rows(ledger)[0]["review"]["state"] == "accepted"  # type: ignore[index]
    assert call("redo", ledger, "--coder", "Ben").exit_code == 0
    assert rows(ledger) == []
    found = call("undo", ledger, "--coder", "Cleo")
    assert found.exit_code != 0


def test_a_speaker_of_a_statement_that_is_not_there_is_not_made(ledger: Path) -> None:
    assert call("decide", ledger, "s-aaaa", "speaker", "Ghost").exit_code != 0
    assert call("actors", "list", ledger, "Ghost").exit_code == 1


def test_a_note_of_two_lines_is_one_line_of_the_log(ledger: Path) -> None:
    statement = held(ledger).statements[0].id
    call("decide", ledger, statement, "note", "one\n2031-03-03T00:00:00  d-aaaa  Ben  accept s-bbbb")
    assert len(call("log", ledger).stdout.splitlines()) == 1


def test_the_log_never_replaces_a_ledger(ledger: Path) -> None:
    call("decide", ledger, held(ledger).statements[0].id, "accept")
    assert call("log", ledger, "--html", ledger, "--overwrite").exit_code != 0
    assert call("check", ledger).exit_code == 0


def test_a_fact_decided_or_taken_back_says_how_what_follows_is_resolved_anew(ledger: Path) -> None:
    article = held(ledger).article.id
    again = f"`onrecord reread {ledger} {article}` resolves days, chains and speakers anew with that"
    assert again in call("decide", ledger, article, "fact", "published=2031-03-04", "--coder", "Ann").stderr
    assert again in call("undo", ledger, "--coder", "Ann").stderr
    assert again in call("redo", ledger, "--coder", "Ann").stderr
    call("decide", ledger, held(ledger).statements[0].id, "accept", "--coder", "Ann")
    assert again not in call("undo", ledger, "--coder", "Ann").stderr


def test_the_log_says_what_settled_a_disagreement(ledger: Path, tmp_path: Path) -> None:
    statement, page = held(ledger).statements[0].id, tmp_path / "log.html"
    for coder, words in (("Ann", ["accept"]), ("Ben", ["reject"]), ("Cleo", ["accept", "--settle"])):
        call("decide", ledger, statement, *words, "--coder", coder)
    lines = call("log", ledger).stdout.splitlines()
    assert [line.endswith("(settles)") for line in lines] == [True, False, False]
    assert call("log", ledger, "--html", page).exit_code == 0
    assert page.read_text(encoding="utf-8").count("(settles what coders differed on)") == 1


def test_the_log_is_read_by_people_and_programs(ledger: Path) -> None:
    statement = held(ledger).statements[0].id
    made = call(
        "decide", ledger, statement, "code", "close-quay", "disagree", "--coder", "Ann"
    ).stdout.strip()
    call("undo", ledger, made, "--coder", "Ben")
    lines = call("log", ledger).stdout.splitlines()
    assert len(lines) == 2
    assert "Ann  code" in lines[1]
    assert lines[1].endswith("(taken back)")
    (entry,) = [
        json.loads(line) for line in call("log", ledger, statement, "--format", "jsonl").stdout.splitlines()
    ]
    assert (entry["id"], entry["undone"], entry["details"]) == (
        made, True, {"concept": "close-quay", "stance": "disagree"},
    )  # fmt: skip
    assert call("log", ledger, "--coder", "Cleo").exit_code == 1


@pytest.mark.parametrize(
    "words",
    [
        ["accept", "but", "not", "really"],
        ["role", "9" * 5000, "caption"],
        ["correct", "content=5"],
        ["correct", "content=9-5"],
        ["correct", "kind=loud"],
        ["correct", "12-15"],
        ["code", "close-quay"],
        ["code", "close-quay", "maybe"],
        ["date", "yesterday"],
        ["date"],
        ["speaker", "Dorn", "human"],
        ["to"],
        ["to", "Harbour Board=ship"],
        ["to", "=group"],
        ["to", "p-nobody"],
        ["fact", "outlet=x"],
        ["role", "0", "heading"],
        ["add", "content=1-5"],
    ],
)
def test_what_makes_no_sense_is_refused_and_stores_nothing(ledger: Path, words: list[str]) -> None:
    found = call("decide", ledger, held(ledger).statements[0].id, *words)
    assert found.exit_code != 0
    assert call("log", ledger).exit_code == 1


def test_an_article_is_marked_as_read_and_the_log_and_export_say_so(ledger: Path) -> None:
    article = held(ledger).article.id
    assert call("decide", ledger, article, "read", "--coder", "Ann").exit_code == 0
    assert call("log", ledger, "--action", "read").stdout.count(article) == 1
    for wrong in ([article, "read", "twice"], [held(ledger).statements[0].id, "read"]):
        assert call("decide", ledger, *wrong, "--coder", "Ann").exit_code != 0
    assert "1 decision written" in call("log", ledger, "--html", ledger.with_suffix(".html")).stderr


def test_a_statement_whose_content_was_moved_is_known_when_it_comes_back_from_brat(
    ledger: Path, tmp_path: Path
) -> None:
    reading, folder = held(ledger), tmp_path / "marking"
    (span,) = reading.statements[0].content
    text = reading.article.text
    end = text.rindex(" ", span.start, span.end)
    call(
        "decide", ledger, reading.statements[0].id, "correct", f"content={span.start}-{end}", "--coder", "Ann"
    )
    assert call("export", ledger, "--format", "brat", "--out", folder).exit_code == 0
    found = call("import", ledger, folder, "--coder", "Ben")
    assert "0 new statements, 0 new decisions" in found.stderr
    assert len(held(ledger).statements) == len(reading.statements)
    assert call("check", ledger).exit_code == 0


def test_the_log_calls_the_undo_of_an_undo_redo(ledger: Path, tmp_path: Path) -> None:
    statement = held(ledger).statements[0].id
    call("decide", ledger, statement, "accept", "--coder", "Ann")
    for command in ("undo", "redo"):
        assert call(command, ledger, "--coder", "Ann").exit_code == 0
    shown = [line.split()[3] for line in call("log", ledger).stdout.splitlines()]
    assert shown == ["redo", "undo", "accept"]
    call("log", ledger, "--html", tmp_path / "log.html")
    assert ">redo<" in (tmp_path / "log.html").read_text(encoding="utf-8")
