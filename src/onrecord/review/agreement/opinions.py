"""What one coder says of one statement, from that coder's decisions and from what was there to decide on."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from onrecord.model import (
    Accept,
    Add,
    Correct,
    Decision,
    Kind,
    Reject,
    SetCode,
    SetDate,
    SetSpeaker,
    Span,
    Stance,
    Statement,
)

Verdict = Literal["accept", "reject"]

OPEN = ("open",)
"""The value of a speaker or a date that a coder left open for good."""


@dataclass(slots=True, kw_only=True)
class Opinion:
    """What a coder says of a statement; None where the coder said nothing of it.

    Who accepted a statement says of kind, places, speaker and date what the machine found, but for what the coder
    changed; a speaker or date that the machine did not find is not accepted by that.  Who rejected it says nothing but
    that.  `codes` holds the stance by concept, None for a code that was taken away.
    """

    verdict: Verdict | None = None
    kind: Kind | None = None
    content: tuple[Span, ...] | None = None
    source: tuple[Span, ...] | None = None
    speaker: Hashable = None
    date: Hashable = None
    codes: dict[str, Stance | None] = field(default_factory=dict)


def opinion(
    found: Statement | Add | None, decisions: Sequence[Decision], resolve: Callable[[str], str]
) -> Opinion:
    """A coder's opinion of a statement after that coder's decisions, given in order.

    `found` is what there was to accept: what the machine found, or what somebody added.  `resolve` gives the id of an
    actor after all merges.
    """
    said, base = Opinion(), found
    for decision in decisions:
        change = decision.change
        if isinstance(change, Add):
            said.verdict, base = "accept", change
        elif isinstance(change, Accept):
            said.verdict = "accept"
        elif isinstance(change, Reject):
            said.verdict = "reject"
        else:
            _note(said, change, resolve)
    if said.verdict == "reject":
        return Opinion(verdict="reject")
    if said.verdict == "accept" and base is not None:
        _accept(said, base, resolve)
    return said


def _note(said: Opinion, change: object, resolve: Callable[[str], str]) -> None:
    if isinstance(change, Correct):
        said.kind = change.kind or said.kind
        said.content = said.content if change.content is None else change.content
        said.source = said.source if change.source is None else change.source
    elif isinstance(change, SetSpeaker):
        said.speaker = OPEN if change.actor is None else resolve(change.actor)
    elif isinstance(change, SetDate):
        said.date = OPEN if change.said_on is None else change.said_on.value
    elif isinstance(change, SetCode):
        said.codes[change.concept] = change.stance


def _accept(said: Opinion, base: Statement | Add, resolve: Callable[[str], str]) -> None:
    said.kind = said.kind or base.kind
    said.content = base.content if said.content is None else said.content
    said.source = base.source if said.source is None else said.source
    if isinstance(base, Add):
        return
    if said.speaker is None and base.speaker is not None:
        said.speaker = resolve(base.speaker.actor) if base.speaker.actor else base.speaker.name
    if said.date is None and base.said_on is not None:
        said.date = base.said_on.value
