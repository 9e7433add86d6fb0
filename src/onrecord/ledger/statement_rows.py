"""A statement's own row: its facts as columns, and a row as the statement that it is."""

from onrecord.ledger import beside
from onrecord.ledger.database import Database, Row, Value
from onrecord.model import Review, SaidOn, Span, Speaker, Statement

_SPEAKER = ("speaker", "speaker_name", "speaker_type", "speaker_role", "speaker_confidence")
_SAID_ON = ("said_on", "said_on_start", "said_on_end", "said_on_confidence", "said_on_inferred")
FACTS = ("kind", "act", "confidence", *_SPEAKER, *_SAID_ON)
"""The columns of `statements` that say what a statement says, its places aside."""


def facts_of(database: Database, statement: Statement) -> tuple[Value, ...]:
    """What stands in the columns `FACTS` for a statement."""
    speaker, said_on = statement.speaker, statement.said_on
    who: tuple[Value, ...] = (None,) * len(_SPEAKER)
    when: tuple[Value, ...] = (None,) * len(_SAID_ON)
    if speaker is not None:
        actor = beside.actor_number(database, speaker.actor)
        who = (actor, speaker.name, speaker.type, speaker.role, speaker.confidence)
    if said_on is not None:
        start, end = (said_on.span.start, said_on.span.end) if said_on.span else (None, None)
        when = (said_on.value, start, end, said_on.confidence, int(said_on.inferred))
    return (statement.kind, statement.act, statement.confidence, *who, *when)


def statement_of(row: Row, spans: dict[str, tuple[Span, ...]], others: beside.Beside) -> Statement:
    """The statement that a row of `statements` is, with its spans by part, and those beside its speaker.

    The row has `parent_id` and `actor_id` too, the ids of what `parent` and `speaker` number.
    """
    return Statement(
        id=row["id"],
        kind=row["kind"],
        act=row["act"],
        content=spans.get("content", ()),
        cue=spans.get("cue", ()),
        source=spans.get("source", ()),
        confidence=row["confidence"],
        # One that no reading finds any more is inside none that a reading finds.
        parent=None if row["retired"] is not None else row["parent_id"],
        speaker=_speaker(row),
        via=others.via,
        to=others.to,
        said_on=_said_on(row),
    )


def _speaker(row: Row) -> Speaker | None:
    if row["speaker_name"] is None:
        return None
    return Speaker(
        name=row["speaker_name"],
        type=row["speaker_type"],
        role=row["speaker_role"],
        confidence=row["speaker_confidence"],
        actor=row["actor_id"],
    )


def _said_on(row: Row) -> SaidOn | None:
    if row["said_on"] is None:
        return None
    return SaidOn(
        value=row["said_on"],
        span=None if row["said_on_start"] is None else Span(row["said_on_start"], row["said_on_end"]),
        confidence=row["said_on_confidence"],
        inferred=bool(row["said_on_inferred"]),
    )


def review_of(row: Row) -> Review:
    """How far people have come with the statement of a row."""
    flags = {name: bool(row[name]) for name in ("corrected", "added", "needs_look", "contested")}
    # Nobody vouches for what has no confidence: see `fold`.
    by_model = bool(row["added"]) and not row["confidence"]
    return Review(state=row["state"], by_model=by_model, **flags)
