"""Whether a row tells the truth about the text: its places, its words, its ids, and what its decisions make of it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.errors import InputError
from onrecord.ledger.deciding.events import id_of
from onrecord.ledger.deciding.folding import fold
from onrecord.ledger.taking.given import Given, GivenActor
from onrecord.model import (
    SUBJECTS,
    Actor,
    ActorId,
    Add,
    ArticleId,
    Correct,
    Decision,
    SetDate,
    Span,
    Statement,
    Undo,
    identify,
    words_at,
)
from onrecord.model.edtf import is_edtf


def refuse_untrue(row: Given, text: str, article: ArticleId) -> None:
    """Raise InputError where the row does not fit the text of its article."""
    for statement in (row.statement, row.found):
        if statement is not None:
            _refuse_places(text, statement)
    if row.by_hand:
        _refuse_careless(text, row.statement)
    held = words_at(text, row.statement.content)
    if held != row.words:
        raise InputError(
            f"its text is {row.words[:60]!r}, and at that place stands {held[:60]!r}", code="words"
        )
    for decision in (*row.decisions, *row.article.decisions, *row.codebook):
        _refuse_decision(decision, text)
    for actor in row.actors:
        _refuse_actor(actor, text)
    if row.article.id == article:
        _refuse_id(row, article)
    if not row.by_hand:
        _refuse_outcome(row)


def in_effect(decisions: Sequence[Decision]) -> list[Decision]:
    """Those of a row's decisions that no undo in effect takes back, in order, undos left out."""
    undone: set[str] = set()
    for each in sorted(decisions, key=lambda one: (one.at, one.id), reverse=True):
        if isinstance(each.change, Undo) and each.id not in undone:
            undone.add(each.subject)
    standing = [each for each in decisions if each.id not in undone and not isinstance(each.change, Undo)]
    return sorted(standing, key=lambda one: (one.at, one.id))


def _refuse_places(text: str, statement: Statement) -> None:
    for name, spans in _parts(statement):
        if any(before.end > after.start for before, after in pairwise(spans)):
            raise InputError(f"the pieces of its {name} overlap or are out of order", code="span-order")
        if spans and spans[-1].end > len(text):
            raise InputError(
                f"its {name} ends at {spans[-1].end}, and the text at {len(text)}", code="span-outside"
            )
    said_on = statement.said_on
    if said_on is not None and said_on.span is not None and said_on.span.end > len(text):
        raise InputError(f"its date stands at {said_on.span.end}, beyond the text", code="span-outside")
    for of, one in (("", statement), ("its speaker's ", statement.speaker), ("its date's ", said_on)):
        if one is not None and not 0 <= one.confidence <= 1:
            raise InputError(f"{of or 'its '}confidence is {one.confidence}: 0 to 1", code="confidence")


def _refuse_careless(text: str, statement: Statement) -> None:
    """What a person adds is held to what `onrecord decide` asks for."""
    for name, spans in _parts(statement):
        for words in (span.of(text) for span in spans):
            if words != words.strip():
                raise InputError(f"its {name} begins or ends with a blank: {words[:40]!r}", code="span")
    named = [statement.speaker] if statement.speaker else []
    names = [one.name for some in (named, statement.via, statement.to) for one in some]
    if not all(name.strip() for name in names):
        raise InputError("somebody in it has no name", code="row")
    if statement.said_on is not None and not is_edtf(statement.said_on.value):
        raise InputError(f"{statement.said_on.value!r} is no date: write 2023-06-07 or 2023-06", code="date")


def _parts(of: Statement | Add | Correct) -> Iterator[tuple[str, tuple[Span, ...]]]:
    yield "content", of.content or ()
    yield "cue", of.cue or ()
    yield "source", of.source or ()


def _refuse_decision(decision: Decision, text: str) -> None:
    change = decision.change
    if not isinstance(change, SUBJECTS.get(decision.subject[:1], ())):
        raise InputError(f"decision {decision.id} cannot be made of {decision.subject}", code="decision")
    if decision.id != id_of(decision.coder, decision.at, decision.subject, change, settles=decision.settles):
        raise InputError(
            f"decision {decision.id} is not what its id stands for: it was changed since it was made",
            code="decision",
        )
    if isinstance(change, Add | Correct):
        for name, spans in _parts(change):
            if spans and max(span.end for span in spans) > len(text):
                raise InputError(
                    f"decision {decision.id} puts the {name} beyond the text", code="span-outside"
                )
    if isinstance(change, SetDate) and change.said_on is not None and not is_edtf(change.said_on.value):
        raise InputError(f"decision {decision.id}: {change.said_on.value!r} is no date", code="date")


def _refuse_actor(actor: GivenActor, text: str) -> None:
    if not actor.id.startswith("p-"):
        raise InputError(f"{actor.id!r} is no id of an actor", code="row")
    for decision in actor.decisions:
        _refuse_decision(decision, text)


def _refuse_id(row: Given, article: ArticleId) -> None:
    """The id is that of what was found, or was added, whatever people made of it since."""
    added = next((each.change for each in row.decisions if isinstance(each.change, Add)), None)
    content = row.found.content if row.found else added.content if added else row.statement.content
    if row.known_id not in (None, identify(article, content)):
        raise InputError(f"{row.known_id} is not the id of that place in {article}", code="statement-id")


def _refuse_outcome(row: Given) -> None:
    """What was found and what was decided since must give what the row says."""
    standing = fold(row.statement.id, row.found, in_effect(row.decisions), _anybody).statement
    if standing is None:
        raise InputError("a person is said to have added it, and no decision does", code="decision")
    for name in ("kind", "act", "content", "cue", "source"):
        if getattr(standing, name) != getattr(row.statement, name):
            raise InputError(
                f"its {name} is not what its decisions make of it: decide it with `onrecord decide`, or give it "
                "without `id`, `decisions` and `confidence` to add it anew",
                code="decision",
            )


def _anybody(actor: ActorId) -> Actor:
    return Actor(id=actor, name="", type="person")
