"""Decisions in a few words each."""

from collections.abc import Callable, Iterator

from onrecord.cli.statement_table import one_line
from onrecord.ledger import Ledger, LogFilter
from onrecord.model import (
    Accept,
    ActorId,
    Add,
    Change,
    Coder,
    Correct,
    Decision,
    Note,
    Reject,
    SetCode,
    SetDate,
    SetSpeaker,
    SetTo,
    SetVia,
    StatementId,
    action_of,
)

Name = Callable[[ActorId], str]


def in_effect(ledger: Ledger, statement: StatementId) -> Iterator[str]:
    """What each coder's decisions in effect say, the first one first: `Ben rejected it: a headline`."""
    for each in ledger.desk.decisions(statement):
        yield f"{who(each.coder)} {of(ledger, each.change)}"


def history(ledger: Ledger, statement: StatementId) -> Iterator[str]:
    """Every decision with its time, the latest first; then those that an earlier reading's statement left to it."""
    for each in ledger.log(LogFilter(subject=statement)):
        yield _dated(ledger, each.decision) + (" (taken back)" if each.undone else "")
    for decision in reversed(ledger.desk.decisions(statement)):
        if decision.subject != statement:
            yield f"{_dated(ledger, decision)} (in an earlier reading)"


def _dated(ledger: Ledger, decision: Decision) -> str:
    at = decision.at[: len("2031-03-04T09:30")].replace("T", " ")
    return f"{at} {who(decision.coder)} {of(ledger, decision.change)}"


def who(coder: Coder) -> str:
    """The name of a coder; of one that is no person it says so."""
    return one_line(coder.name) + (" (a model)" if coder.kind == "model" else "")


def of(ledger: Ledger, change: Change) -> str:
    """One decision in words, on one line."""
    return one_line(_words(change, lambda actor: ledger.actor(actor).name))


def _words(change: Change, name: Name) -> str:
    if isinstance(change, Accept):
        return "accepted it"
    if isinstance(change, Reject):
        return f"rejected it: {change.reason}" if change.reason else "rejected it"
    if isinstance(change, Add):
        return "added it"
    if isinstance(change, Note):
        return f"noted: {change.text}"
    return _set(change, name)


def _set(change: Change, name: Name) -> str:
    if isinstance(change, Correct):
        parts = [
            part for part in ("content", "cue", "source", "kind", "act") if getattr(change, part) is not None
        ]
        return f"corrected the {', '.join(parts)}"
    if isinstance(change, SetSpeaker):
        role = f", {change.role}" if change.role else ""
        return f"set the speaker: {name(change.actor)}{role}" if change.actor else "left the speaker open"
    if isinstance(change, SetDate):
        return f"dated it {change.said_on.value}" if change.said_on else "left the date open"
    if isinstance(change, SetCode):
        return f"coded it {change.concept} {change.stance or '(taken away)'}"
    if isinstance(change, SetVia):
        return f"set via: {' > '.join(each.name for each in change.via) or 'nobody'}"
    if isinstance(change, SetTo):
        return f"set to whom: {', '.join(each.name for each in change.to) or 'nobody named'}"
    return action_of(change)
