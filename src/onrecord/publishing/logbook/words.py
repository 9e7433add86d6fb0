"""A decision in words."""

from onrecord.model import (
    Add,
    Apart,
    Change,
    Correct,
    Decision,
    Merge,
    NewActor,
    Note,
    Reject,
    Rename,
    SetCode,
    SetDate,
    SetFact,
    SetRole,
    SetSpeaker,
    SetVia,
    Span,
    Undo,
    action_of,
)


def said(change: Change, *, who: str | None = None, takes_back: Decision | None = None) -> str:
    """What was decided, as a line for people; empty where the kind of decision says it all.

    `who` is the name of the actor that the change names by its id, `takes_back` the decision that an undo is about.
    """
    match change:
        case Reject(reason=reason):
            return reason
        case Correct() | Add():
            return _places(change)
        case SetSpeaker(actor=actor, role=role):
            return " as ".join(part for part in (who or actor, role) if part) or "nobody knows"
        case SetVia(via=via):
            return ", ".join(one.name for one in via) or "directly"
        case SetDate(said_on=said_on):
            return said_on.value if said_on else "nobody knows"
        case SetCode(concept=concept, stance=stance):
            return f"{concept}: {stance or 'no code'}"
        case Note(text=text):
            return text
        case SetFact(fact=fact, value=value):
            return f"{fact}: {value or 'not known'}"
        case SetRole(start=start, role=role):
            return f"the block at {start}: {role}"
        case NewActor(name=name, type=kind, note=note):
            return f"{name}, {kind}" + (f" ({note})" if note else "")
        case Rename(name=name):
            return name
        case Merge(into=into):
            return f"is {who or into}"
        case Apart(other=other):
            return f"is not {who or other}"
        case Undo() if takes_back is not None:
            return f"{action_of(takes_back.change)} by {takes_back.coder.name}"
    return ""


def _places(change: Correct | Add) -> str:
    parts: list[tuple[str, tuple[Span, ...] | None]] = [
        ("content", change.content), ("cue", change.cue), ("source", change.source),
    ]  # fmt: skip
    given = [f"{name} {_spans(spans)}" for name, spans in parts if spans is not None]
    return "; ".join([*given, *([change.kind] if change.kind else [])])


def _spans(spans: tuple[Span, ...]) -> str:
    return ", ".join(f"{span.start} to {span.end}" for span in spans) or "none"
