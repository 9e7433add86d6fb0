"""`reread`, `backup`, `forget`, `actors`, and `add` with another ledger, as a person calls them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from building import protest, vote
from click.testing import CliRunner, Result

from onrecord.cli import group
from onrecord.ledger import Filter, Ledger
from onrecord.model import Accept, Coder, SetSpeaker

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


def test_actors_are_merged_by_a_name_that_one_alone_has(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        orlo = opened.new_actor(ANN, "Ines Orlo", "person", now=NOW)
        mayor = opened.new_actor(ANN, "Mayor Orlo", "person", now=NOW)
        twin = opened.new_actor(ANN, "Ines Orlo", "person", note="the engineer", now=NOW)
        for statement, actor in ((BRIDGE, orlo), (LEAP, twin), (protest().statements[0].id, mayor)):
            opened.decide(ANN, statement, SetSpeaker(actor=actor, role=None), now=NOW)
    several = call("actors", "merge", ledger, "mayor orlo", "Ines Orlo")
    assert f"{twin} Ines Orlo (the engineer)" in str(several.exception)
    assert str(several.exception).endswith(": give the id")
    nobody = call("actors", "merge", ledger, "Ms Orla", orlo)
    assert f"actors list {ledger} Orla` finds ids" in str(nobody.exception)
    assert call("actors", "merge", ledger, "mayor orlo", twin).exit_code == 0
    with Ledger.open(ledger) as opened:
        assert opened.actor(mayor).id == twin


def test_a_corrected_day_of_publication_dates_the_statements_anew_and_so_do_undo_and_redo(
    ledger: Path,
) -> None:
    article = vote().article.id

    def resolved(*command: str) -> tuple[str | None, set[str], bool]:
        """The article's day, those of its statements, and whether every speaker is an actor, after a command."""
        done = call(command[0], ledger, *command[1:], "--coder", "Ann")
        assert done.exit_code == 0, done.output
        assert f"{article} read again with that" in done.stderr
        with Ledger.open(ledger) as opened:
            assert opened.check() == []
            records = [one.statement for one in opened.records(Filter()) if one.article.id == article]
            days = {one.said_on.value for one in records if one.said_on is not None}
            speakers = [one.speaker for one in records if one.speaker is not None]
            linked = bool(speakers) and all(speaker.actor is not None for speaker in speakers)
            return opened.article(article).published, days, linked

    corrected = ("2024-03-02", {"2024-03-01/2024-03-02"}, True)
    assert resolved("correct", article, "--published", "2024-03-02") == corrected
    before = resolved("undo")
    assert before[0] == vote().article.published
    assert before[1] != corrected[1]
    assert before[2]
    assert resolved("redo") == corrected
    assert resolved("undo") == before


def test_correct_asks_what_is_wrong(ledger: Path) -> None:
    assert "say what is wrong" in str(call("correct", ledger, vote().article.id).exception)
