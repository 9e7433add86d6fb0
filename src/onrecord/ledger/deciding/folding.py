"""From what the machine found and the decisions in effect to a statement as it stands: values in, a value out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.ledger.beside import One
from onrecord.ledger.deciding.contesting import contested
from onrecord.model import (
    Accept,
    Actor,
    ActorId,
    Add,
    Code,
    CodeValues,
    Correct,
    Decision,
    Reject,
    Review,
    SetCode,
    SetDate,
    SetSpeaker,
    SetTo,
    SetValues,
    SetVia,
    Speaker,
    State,
    Statement,
    StatementId,
    Valued,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A statement as it stands: None if it is withdrawn (a person added it and took that back)."""

    statement: Statement | None
    review: Review
    codes: tuple[Code, ...]
    values: tuple[CodeValues, ...]


def fold(
    subject: StatementId,
    found: Statement | None,
    decisions: Sequence[Decision],
    actor: Callable[[ActorId], Actor],
    *,
    retired_at: str | None = None,
) -> Standing:
    """How a statement stands after the decisions in effect, given in order.

    `found` is what the machine found, None for a statement that a person added.  `retired_at` is when a newer reading
    no longer found it.
    """
    statement = found
    state: State = "unreviewed"
    corrected = False
    for decision in decisions:
        change, by_person = decision.change, decision.coder.kind == "person"
        if isinstance(change, Add) and statement is None:
            statement = _added(subject, change)
        elif isinstance(change, Add) and statement is not None and decision.subject != subject and by_person:
            # A person had marked almost the same words: these are the words then.
            statement, corrected = _as_added(statement, change), True
        elif isinstance(change, Accept | Reject):
            state = "accepted" if isinstance(change, Accept) else "rejected"
        elif statement is not None and isinstance(change, Correct | SetSpeaker | SetVia | SetTo | SetDate):
            statement = _changed(statement, change, actor)
            corrected = corrected or by_person or found is not None
    by_model = found is None and not any(_vouches(decision) for decision in decisions)
    if by_model and statement is not None:
        statement = _unvouched(statement, decisions)
    looked = any(retired_at is None or decision.at > retired_at for decision in decisions)
    return Standing(
        statement=statement,
        review=Review(
            state=state,
            corrected=corrected,
            added=found is None,
            by_model=by_model,
            needs_look=retired_at is not None and not looked,
            contested=contested(decisions),
        ),
        codes=tuple(_codes(decisions)),
        values=tuple(_values(decisions)),
    )


def _vouches(decision: Decision) -> bool:
    """Whether a person says that the statement is one."""
    return decision.coder.kind == "person" and isinstance(decision.change, Accept | Add | Correct)


def _unvouched(statement: Statement, decisions: Sequence[Decision]) -> Statement:
    """A statement that a model added: how often such a coder is right nobody has measured, and so it claims nothing.

    Nor does it of who spoke, unless a person said so.
    """
    named = [decision.coder.kind for decision in decisions if isinstance(decision.change, SetSpeaker)]
    speaker = statement.speaker
    if speaker is not None and named and named[-1] == "model":
        speaker = replace(speaker, confidence=0.0)
    return replace(statement, confidence=0.0, speaker=speaker)


def _added(subject: StatementId, change: Add) -> Statement:
    return Statement(
        id=subject,
        kind=change.kind,
        act=change.act,
        content=change.content,
        cue=change.cue,
        source=change.source,
        confidence=1.0,
    )


def _as_added(statement: Statement, change: Add) -> Statement:
    return replace(
        statement,
        content=change.content,
        cue=change.cue,
        source=change.source,
        kind=change.kind,
        act=change.act,
    )


def _changed(
    statement: Statement,
    change: Correct | SetSpeaker | SetVia | SetTo | SetDate,
    actor: Callable[[ActorId], Actor],
) -> Statement:
    if isinstance(change, Correct):
        return replace(
            statement,
            content=statement.content if change.content is None else change.content,
            cue=statement.cue if change.cue is None else change.cue,
            source=statement.source if change.source is None else change.source,
            kind=change.kind or statement.kind,
            act=change.act or statement.act,
        )
    if isinstance(change, SetVia):
        return replace(statement, via=tuple(_beside(one, actor) for one in change.via))
    if isinstance(change, SetTo):
        return replace(statement, to=tuple(_beside(one, actor) for one in change.to))
    if isinstance(change, SetDate):
        return replace(statement, said_on=change.said_on)
    return replace(statement, speaker=_speaker(change, actor))


def _beside(one: One, actor: Callable[[ActorId], Actor]) -> One:
    """Somebody whom a person named by id, under the name that the actor has now; else as the person wrote it."""
    if one.actor is None:
        return one
    who = actor(one.actor)
    return replace(one, name=who.name, type=who.type, actor=who.id)


def _speaker(change: SetSpeaker, actor: Callable[[ActorId], Actor]) -> Speaker | None:
    if change.actor is None:
        return None
    who = actor(change.actor)
    return Speaker(name=who.name, type=who.type, role=change.role, actor=who.id)


def _codes(decisions: Sequence[Decision]) -> list[Code]:
    """The latest code of each coder for each concept, by concept and coder."""
    latest: dict[tuple[str, str], SetCode] = {}
    for decision in decisions:
        if isinstance(decision.change, SetCode):
            latest[decision.change.concept, decision.coder.name] = decision.change
    return [
        Code(concept=concept, stance=change.stance, coder=coder)
        for (concept, coder), change in sorted(latest.items(), key=lambda item: item[0])
        if change.stance is not None
    ]


def _values(decisions: Sequence[Decision]) -> list[CodeValues]:
    """The latest values of each coder for each concept and entry, in that order; those of a code go with it."""
    latest: dict[tuple[str, str, int], tuple[SetValues, dict[str, Valued]]] = {}
    for decision in decisions:
        change, coder = decision.change, decision.coder.name
        if isinstance(change, SetCode) and change.stance is None:
            latest = {key: each for key, each in latest.items() if key[:2] != (change.concept, coder)}
        elif isinstance(change, SetValues):
            key = (change.concept, coder, change.entry)
            known = latest[key][1] if key in latest else {}
            latest[key] = change, known | {each.variable: each for each in change.values}
    return [
        CodeValues(
            concept=concept,
            coder=coder,
            entry=entry,
            stance=change.stance,
            scheme=change.scheme,
            values=values,
        )
        for (concept, coder, entry), (change, known) in sorted(latest.items(), key=lambda item: item[0])
        if (values := _given(known)) or change.stance is not None
    ]


def _given(known: Mapping[str, Valued]) -> tuple[Valued, ...]:
    return tuple(known[name] for name in sorted(known) if known[name].value is not None)
