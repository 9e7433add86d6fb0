"""Calling the command line itself: a slip of the keys, and Ctrl-C."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from onrecord.cli import check as module
from onrecord.cli import group


@pytest.mark.parametrize(
    ("slip", "meant"), [("statments", "statements"), ("atricle", "article"), ("undoo", "undo")]
)
def test_a_slip_of_the_keys_is_told_what_may_have_been_meant(slip: str, meant: str) -> None:
    done = CliRunner().invoke(group, [slip, "a.db"])
    assert done.exit_code == 2
    assert f"there is no command '{slip}': did you mean {meant}" in done.stderr


def test_ctrl_c_ends_every_command_with_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command()
    @click.argument("ledger")
    def check(ledger: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "check", check)
    done = CliRunner().invoke(group, ["check", str(tmp_path / "a.db")])
    assert done.exit_code == 130
    assert "broken off; what was stored by then stays" in done.stderr
