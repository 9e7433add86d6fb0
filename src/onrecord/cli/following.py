"""What follows once something is decided or taken back: the article is resolved anew, or a command says how."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from onrecord.cli.reading_options import stages
from onrecord.cli.running import counted, say, say_skipped
from onrecord.cli.status import DONE, PARTLY

if TYPE_CHECKING:
    from onrecord.ledger import Ledger
    from onrecord.model import ArticleId, Decision
    from onrecord.pipeline import Stages

Command = TypeVar("Command", bound=Callable[..., Any])


def whole_option(command: Command) -> Command:
    """Whether all of a command is meant, or one decision; the command takes it as `whole`."""
    return click.option(
        "--command",
        "whole",
        is_flag=True,
        help="All that was decided by the same command, not that one alone.",
    )(command)


def say_undo(ledger: "Ledger", now: datetime) -> None:
    """Say how to take back all that a command decided, which began at that time; nothing where it decided nothing."""
    latest = next((each.decision for each in ledger.log() if each.decision.subject[0] != "d"), None)
    if latest is not None and latest.at >= now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"):
        say(f"`onrecord undo {ledger.path} {latest.id} --command` takes all of it back")


def say_what_follows(path: Path, decision: "Decision") -> None:
    """Say how to resolve anew what follows from a decision, if it is on an article's own facts; an undo is not."""
    from onrecord.model import SetFact, SetRole  # noqa: PLC0415 - keeps `--help` quick

    if isinstance(decision.change, SetRole):
        say(f"`onrecord reread {path} {decision.subject}` finds its statements anew with that")
    elif isinstance(decision.change, SetFact):
        say(f"`onrecord reread {path} {decision.subject}` resolves days, chains and speakers anew with that")


def follow_undos(
    ledger: "Ledger", path: Path, undos: "Iterable[Decision]", model: Path | None, workers: int | None
) -> int:
    """`follow_undo` of several, once for each article; the worst exit status."""
    of = {ledger.original(undo).subject: undo for undo in undos}
    return max(follow_undo(ledger, path, undo, model, workers) for undo in of.values())


def follow_undo(
    ledger: "Ledger", path: Path, undo: "Decision", model: Path | None, workers: int | None
) -> int:
    """Resolve the article anew where it had been with the fact that is taken back or brought back; the exit status.

    Where it had not been, as after `onrecord decide ... fact`, say how.
    """
    from onrecord.model import ArticleId, SetFact  # noqa: PLC0415 - keeps `--help` quick

    decision = ledger.original(undo)
    if isinstance(decision.change, SetFact) and ledger.is_read_with(decision):
        return read_again(ledger, ArticleId(decision.subject), stages(model, None, None, False), workers)
    say_what_follows(path, decision)
    return DONE


def read_again(ledger: "Ledger", wanted: "ArticleId", chosen: "Stages", workers: int | None) -> int:
    """Resolve an article anew with its facts as decided; the exit status."""
    from onrecord.model import Skipped  # noqa: PLC0415 - keeps `--help` quick

    run = ledger.start_run(
        model_hash=chosen.load_model(), options={}, at=datetime.now(UTC), stage="rereading"
    )
    [result] = chosen.again([ledger.article(wanted)], workers)
    if isinstance(result, Skipped):
        say_skipped(result)
        return PARTLY
    change = ledger.reread(run, result)
    ledger.link()
    say(f"{wanted} read again with that: {counted(change.same + change.new, 'statement')}")
    return DONE
