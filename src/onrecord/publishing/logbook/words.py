"""A decision in words."""

from onrecord.model import (
    Add,
    Apart,
    Change,
    Correct,
    Decision,
    DropConcept,
    DropVariable,
    Merge,
    MergeConcept,
    NewActor,
    Note,
    Reject,
    Rename,
    RenameConcept,
    SetCode,
    SetConcept,
    SetDate,
    SetFact,
    SetOrganisation,
    SetRole,
    SetSpeaker,
    SetTitle,
    SetTo,
    SetValues,
    SetVariable,
    SetVia,
    Span,
    SplitConcept,
    Undo,
    action_of,
)
from onrecord.model.codebook import spelled


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
        case SetTo(to=to):
            return ", ".join(one.name for one in to) or "nobody named"
        case SetDate(said_on=said_on):
            return said_on.value if said_on else "nobody knows"
        case SetCode(concept=concept, stance=stance):
            return f"{concept}: {stance or 'no code'}"
        case SetValues(concept=concept, values=values):
            given = ", ".join(f"{one.variable} {spelled(one.value)}" for one in values)
            return f"{concept}: {given}" if concept else given
        case SetTitle() | SetConcept() | DropConcept() | SetVariable() | DropVariable():
            return _of_codebook(change)
        case RenameConcept(concept=concept, name=name):
            return f"{concept} is called {name}"
        case MergeConcept(concept=concept, into=into):
            return f"{concept} is {into}"
        case SplitConcept(concept=concept, into=several):
            return f"{concept} becomes {', '.join(each.name for each in several)}"
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
        case SetOrganisation(organisation=name, since=since, until=until):
            days = " to ".join(day for day in (since, until or (since and "now")) if day)
            return f"speaks for {name or 'nobody'}" + (f" ({days})" if days else "")
        case Undo() if takes_back is not None:
            return f"{action_of(takes_back.change)} by {takes_back.coder.name}"
    return ""


def _of_codebook(change: SetTitle | SetConcept | DropConcept | SetVariable | DropVariable) -> str:
    match change:
        case SetTitle(title=title):
            return title
        case SetConcept(concept=concept):
            return f"{concept.name}: {concept.label}"
        case SetVariable(variable=variable):
            return f"{variable.name}, {variable.type}"
        case DropConcept(concept=name) | DropVariable(variable=name):
            return name


def _places(change: Correct | Add) -> str:
    parts: list[tuple[str, tuple[Span, ...] | None]] = [
        ("content", change.content), ("cue", change.cue), ("source", change.source),
    ]  # fmt: skip
    given = [f"{name} {_spans(spans)}" for name, spans in parts if spans is not None]
    return "; ".join([*given, *([change.kind] if change.kind else [])])


def _spans(spans: tuple[Span, ...]) -> str:
    return ", ".join(f"{span.start} to {span.end}" for span in spans) or "none"
