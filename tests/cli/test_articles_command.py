"""`onrecord articles`, and articles that are named by their files."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from building import article
from click.testing import CliRunner, Result

from onrecord.cli import group
from onrecord.ledger import Ledger
from onrecord.model import Reading

NOW = datetime(2031, 3, 2, 9, 30, tzinfo=UTC)


def call(*arguments: object) -> Result:
    return CliRunner().invoke(group, [str(argument) for argument in arguments])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of three articles: one of which all is known, one of which nothing is, one of the second's name."""
    facts: dict[str, dict[str, str | None]] = {
        "mail/quay.txt": {"published": "2031-03-01", "outlet": "The Skerry Mail", "byline": "Nell Oakes"},
        "wire/ferry.txt": {"published": None, "outlet": None, "byline": None},
        "./mail/ferry.txt": {"published": "2031-02-01", "outlet": None, "byline": "Nell Oakes"},
    }
    with Ledger.open(tmp_path / "skerry.db", create=True) as made:
        run = made.start_run(model_hash="m0", options={}, at=NOW)
        for doc, known in facts.items():
            of = article(f"News from {doc}\n\nThe ferry sails.\n", doc=doc, **known)
            made.store_source(run, doc, of.source_hash, [Reading(article=of, statements=())], [])
    return tmp_path / "skerry.db"


def rows(path: Path, *options: str) -> list[dict[str, object]]:
    return [
        json.loads(line) for line in call("articles", path, "--format", "jsonl", *options).stdout.splitlines()
    ]


def test_articles_are_listed_by_date_with_what_is_missing(path: Path) -> None:
    assert [(row["doc"], row["missing"]) for row in rows(path)] == [
        ("./mail/ferry.txt", ["outlet"]),
        ("mail/quay.txt", []),
        ("wire/ferry.txt", ["day", "outlet", "byline"]),
    ]
    lines = call("articles", path).stdout.splitlines()
    assert lines[2].startswith("undated  a-")
    assert lines[2].endswith("0 statements  wire/ferry.txt  (no day, no outlet, no byline)")


def test_articles_are_found_by_words_and_by_what_is_missing(path: Path) -> None:
    assert [row["doc"] for row in rows(path, "--missing", "day")] == ["wire/ferry.txt"]
    assert len(rows(path, "--missing", "day", "--missing", "outlet")) == 2
    assert [row["doc"] for row in rows(path, "SKERRY")] == ["mail/quay.txt"]
    none = call("articles", path, "nowhere")
    assert none.exit_code == 1
    assert "no article fulfils" in none.stderr


def test_an_article_is_named_by_its_file_or_the_end_of_its_path(path: Path) -> None:
    with Ledger.open(path) as opened:
        quay = opened.article("quay.txt")
        assert quay.doc == "mail/quay.txt"
        assert opened.article("./mail/quay.txt").id == quay.id
        assert opened.article("mail/ferry.txt").doc == "./mail/ferry.txt"
    assert call("statements", path, "--article", "mail/quay.txt").exit_code == 1  # there, and nothing in it
    assert call("forget", path, "mail/quay.txt", "--reason", "a licence that ended", "--yes").exit_code == 0
    assert len(rows(path)) == 2


@pytest.mark.parametrize(
    ("given", "words"), [("ferry.txt", "may be a-"), ("uay.txt", "nor a file"), ("", "nor a file")]
)
def test_a_file_that_is_not_one_article_s_is_refused(path: Path, given: str, words: str) -> None:
    refused = call("forget", path, given, "--reason", "a licence that ended", "--yes")
    assert words in str(refused.exception)
    assert len(rows(path)) == 3


def test_add_says_what_is_not_known_of_the_articles_it_read(tmp_path: Path) -> None:
    report = tmp_path / "tide.txt"
    report.write_text("The tide\n\nPilot Ida Stroud said the tide had turned.\n", encoding="utf-8")
    told = call("add", report, "--ledger", tmp_path / "t.db").stderr
    assert "1 without a day" in told
    assert "1 without an outlet" in told
    given = ("--published", "2031-03-04", "--outlet", "The Skerry Mail")
    assert "without" not in call("add", report, "--ledger", tmp_path / "u.db", *given).stderr
