"""All that one command decided, taken back and brought back together."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from building import article, statement
from click.testing import CliRunner, Result

from onrecord.cli import group
from onrecord.errors import UsageError
from onrecord.ledger import Ledger
from onrecord.model import Accept, Coder, Reading, Reject, SetSpeaker, Speaker

NOW = datetime(2031, 3, 2, 9, 30, tzinfo=UTC)
ANN = Coder(name="Ann")
SAID = ("the lock would stay", "the lock would go", "the lock was dear", "the lock was old")


def call(*arguments: object) -> Result:
    return CliRunner().invoke(group, [str(argument) for argument in arguments])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger in which one actor, a lock-keeper, said four things."""
    text = "\n\n".join(f"Ewan Tarrow said {words}." for words in SAID)
    of = article(f"The lock\n\n{text}\n", doc="lock.txt")
    speaker = Speaker(name="Ewan Tarrow", type="person", role="lock-keeper", confidence=0.95)
    found = [statement(of, words, source="Ewan Tarrow", kind="indirect") for words in SAID]
    spoken = Reading(article=of, statements=tuple(replace(each, speaker=speaker) for each in found))
    with Ledger.open(tmp_path / "lock.db", create=True) as made:
        run = made.start_run(model_hash="m0", options={}, at=NOW)
        made.store_source(run, of.doc, of.source_hash, [spoken], [])
    return tmp_path / "lock.db"


def ids(path: Path) -> list[str]:
    with Ledger.open(path) as opened:
        return [record.statement.id for record in opened.records()]


def speakers(path: Path) -> list[tuple[str, str | None]]:
    with Ledger.open(path) as opened:
        spoken = [record.statement.speaker for record in opened.records()]
    return [(each.name, each.role) for each in spoken if each]


def split(path: Path, *more: object) -> Result:
    (whole,) = (line.split()[0] for line in call("actors", "list", path).stdout.splitlines())
    return call(
        "actors", "split", path, whole, *ids(path)[:3], "--name", "Ewan Tarrow", "--note", "the son", *more
    )


def test_a_split_is_taken_back_whole_and_brought_back_whole(path: Path) -> None:
    before = speakers(path)
    done = split(path, "--coder", "Ann")
    told = done.stderr.splitlines()[-1]
    decision = told.split("`")[1].split()[3]
    apart = speakers(path)
    assert apart != before
    back = call("undo", path, decision, "--command", "--coder", "Ann")
    assert back.exit_code == 0
    assert len(back.stdout.splitlines()) == 4  # three statements and the one who was made for them
    assert speakers(path) == before
    assert len(call("actors", "list", path).stdout.splitlines()) == 1
    assert call("redo", path, "--command", "--coder", "Ann").exit_code == 0
    assert speakers(path) == apart
    assert call("check", path).exit_code == 0


def test_without_the_option_one_decision_goes_back(path: Path) -> None:
    split(path, "--coder", "Ann")
    assert len(call("undo", path, "--coder", "Ann").stdout.splitlines()) == 1
    assert [role for _, role in speakers(path)].count("lock-keeper") == 2


def test_who_is_given_statements_speaks_in_no_role_but_the_one_that_is_given(path: Path) -> None:
    split(path, "--coder", "Ann")
    assert [role for _, role in speakers(path)] == [None, None, None, "lock-keeper"]
    call("undo", path, "--command", "--coder", "Ann")
    split(path, "--role", "bargeman", "--coder", "Ann")
    assert [role for _, role in speakers(path)] == ["bargeman"] * 3 + ["lock-keeper"]


def test_a_command_ends_where_another_begins_whatever_the_clock_says(path: Path) -> None:
    first, second, third, _ = ids(path)
    for subject, now in ((first, NOW), (second, NOW - timedelta(hours=1)), (third, NOW - timedelta(hours=2))):
        with Ledger.open(path) as opened:
            opened.decide(ANN, subject, Accept(), now=now)
    with Ledger.open(path) as opened:
        assert len(opened.undo_command(ANN, now=NOW)) == 1


def test_what_others_decided_meanwhile_is_of_another_command(path: Path) -> None:
    first, second, third, _ = ids(path)
    with Ledger.open(path) as mine, Ledger.open(path) as theirs:
        mine.decide(ANN, first, Accept(), now=NOW)
        theirs.decide(Coder(name="Ben"), first, Reject(), now=NOW)
        mine.decide(ANN, second, Accept(), now=NOW)
        latest = mine.decide(ANN, third, Accept(), now=NOW)
        taken = mine.undo_command(ANN, latest.id, now=NOW)
    assert len(taken) == 2


def test_all_of_a_command_goes_back_or_nothing(path: Path) -> None:
    first, second, *_ = ids(path)
    with Ledger.open(path) as opened:
        made = opened.new_actor(ANN, "Lise Orm", "person", now=NOW)
        mine = opened.decide(ANN, first, SetSpeaker(actor=made), now=NOW)
        opened.decide(Coder(name="Ben"), second, SetSpeaker(actor=made), now=NOW + timedelta(minutes=1))
        with pytest.raises(UsageError, match="named by other decisions"):
            opened.undo_command(ANN, mine.id, now=NOW)
        spoken = opened.record(first).statement.speaker
    assert spoken is not None
    assert spoken.name == "Lise Orm"


def test_a_codebook_and_codes_that_came_in_go_back_whole(path: Path, tmp_path: Path) -> None:
    book, codes = tmp_path / "lock.toml", tmp_path / "codes.csv"
    book.write_text(
        'title = "The lock"\n[[concept]]\nname = "keep"\n[[concept]]\nname = "toll"\n', encoding="utf-8"
    )
    codes.write_text(
        "statement,concept,stance\n" + "".join(f"{each},keep,agree\n" for each in ids(path)), encoding="utf-8"
    )
    assert (
        "--command` takes all of it back" in call("codebook", "import", path, book, "--coder", "Ann").stderr
    )
    assert "--command` takes all of it back" in call("import", path, codes, "--coder", "Ann").stderr
    assert len(call("undo", path, "--command", "--coder", "Ann").stdout.splitlines()) == 4
    assert len(call("undo", path, "--command", "--coder", "Ann").stdout.splitlines()) == 3
    with Ledger.open(path) as opened:
        assert opened.concepts_coded() == {}
        assert opened.codebook() is None
