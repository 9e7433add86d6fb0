"""The decisions that make a ledger say what the statements of a .dna file say; nothing where it says so already."""

from collections.abc import Callable, Iterator, Sequence

from onrecord.ledger import actors
from onrecord.ledger.database import Database
from onrecord.ledger.deciding.codebook_folding import Naming
from onrecord.ledger.deciding.people import actor_as_decided
from onrecord.ledger.taking.dna.kept import KeptStatement
from onrecord.ledger.taking.dna.removed import Removed
from onrecord.ledger.taking.dna.there import Placed, There
from onrecord.model import (
    Accept,
    ActorId,
    Add,
    Amount,
    Change,
    Coder,
    NewActor,
    Record,
    Reject,
    SetCode,
    SetSpeaker,
    SetValues,
    Valued,
    actor_id,
)

Decide = Callable[[Coder, str, Change, int | None], None]
"""Stores a decision: by whom, of what, which, in the article of which number."""


class Changes:
    """What differs between a ledger and the statements of a file; an actor whom it needs is made by `decide`."""

    def __init__(self, database: Database, names: Naming, removed: Removed, decide: Decide) -> None:
        self._database, self._naming, self._removed, self._decide = database, names, removed, decide

    def earlier(
        self, was: KeptStatement | None, placed: Placed, there: There
    ) -> Iterator[tuple[str, Change]]:
        """What takes away the code that the statement was when the file was taken in before, if it is another now."""
        if was is None or was.statement is None or was.said == placed.code.concept:
            return
        before = self._naming.now((was.statement,), was.said, (was.at, ""))
        if before == placed.concept:
            return
        if was.entry == 1 and before:  # with its values
            yield was.statement, SetCode(concept=before, stance=None)
        else:
            names = _names(there.held.get(was.statement), before, placed.coder.name, was.entry)
            values = tuple(Valued(variable=each, value=None) for each in names)
            yield was.statement, SetValues(concept=before, values=values, entry=was.entry)

    def changes(self, placed: Placed, there: There, add: Add) -> Iterator[tuple[str, Change]]:
        """The decisions that make the ledger say what the file says."""
        held, mine = there.held.get(placed.subject), there.made.get((placed.subject, placed.coder.name), ())
        if not any(isinstance(each, Accept | Add | Reject) for each in mine):
            is_there = held is not None and not held.review.added
            yield placed.subject, Accept() if is_there else add
        speaker = placed.code.speaker
        is_named = any(isinstance(each, SetSpeaker) for each in mine)
        if speaker is not None and not is_named and actor_id(*speaker, "") not in self._removed:
            yield placed.subject, SetSpeaker(actor=self._actor(placed.coder, *speaker))
        yield from self._codes(placed, held)

    def _codes(self, placed: Placed, held: Record | None) -> Iterator[tuple[str, Change]]:
        code, by, concept = placed.code, placed.coder.name, placed.concept
        if placed.is_code and code.stance is not None:
            stances = (
                {each.stance for each in held.codes if (each.concept, each.coder) == (concept, by)}
                if held
                else set()
            )
            if code.stance not in stances:
                yield placed.subject, SetCode(concept=concept, stance=code.stance)
        known = next(
            (
                each
                for each in (held.values if held else ())
                if (each.concept, each.coder, each.entry) == (concept, by, placed.entry)
            ),
            None,
        )
        stance = None if placed.is_code else code.stance
        before = {each.variable: each.value for each in known.values} if known else {}
        values = self._removed.without(code.values)
        same = known is not None and (known.stance, known.scheme) == (stance, code.scheme)
        if same and before == values:
            return
        given: dict[str, Amount | None] = dict.fromkeys(before) | values
        yield (
            placed.subject,
            SetValues(
                concept=concept,
                values=tuple(Valued(variable=name, value=value) for name, value in given.items()),
                entry=placed.entry,
                stance=stance,
                scheme=code.scheme,
            ),
        )

    def _actor(self, coder: Coder, name: str, kind: str) -> ActorId:
        made = actor_id(name, kind, "")
        if actors.number_of(self._database, made) is None:
            self._decide(coder, made, NewActor(name=name, type=kind), None)  # type: ignore[arg-type]
            actor_as_decided(self._database, made)
        return made


def _names(record: Record | None, concept: str, coder: str, entry: int) -> Sequence[str]:
    for each in record.values if record else ():
        if (each.concept, each.coder, each.entry) == (concept, coder, entry):
            return [one.variable for one in each.values]
    return ()
