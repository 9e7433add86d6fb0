"""What is said after an article's own facts changed and nothing was resolved anew yet."""

from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.cli.running import say

if TYPE_CHECKING:
    from onrecord.ledger import Ledger
    from onrecord.model import Decision


def say_what_follows(ledger: "Ledger", path: Path, decision: "Decision") -> None:
    """Say how to resolve anew what follows from `decision`, if it, or what it takes back, is an article's own fact."""
    from onrecord.model import SetFact, SetRole  # noqa: PLC0415 - keeps `--help` quick

    decision = ledger.original(decision)
    if isinstance(decision.change, SetRole):
        say(f"`onrecord reread {path} {decision.subject}` finds its statements anew with that")
    elif isinstance(decision.change, SetFact):
        say(f"`onrecord reread {path} {decision.subject}` resolves days, chains and speakers anew with that")
