"""What was decided in this review: stored at once, counted, taken back and brought back."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime

from onrecord.ledger import Ledger
from onrecord.model import (
    Accept,
    ActorId,
    ActorType,
    Change,
    Coder,
    Decision,
    DecisionId,
    Reject,
    StatementId,
    action_of,
)


@dataclass(slots=True)
class Decided:
    """Makes decisions for a coder, and knows those of this review; undo and redo reach no further back."""

    ledger: Ledger
    coder: Coder
    settles: bool
    _made: list[tuple[StatementId, Decision]] = field(default_factory=list)
    _taken: list[tuple[StatementId, Decision, DecisionId]] = field(default_factory=list)

    def make(self, subject: str, change: Change) -> StatementId:
        """Store a decision; the statement that it is about, which an addition makes."""
        decision = self.ledger.decide(
            self.coder, subject, change, now=datetime.now(UTC), settles=self.settles
        )
        about = StatementId(decision.subject)
        self._made.append((about, decision))
        self._taken.clear()
        return about

    def actor(self, name: str, kind: ActorType) -> ActorId:
        """The actor of that name and type, who is made if need be."""
        return self.ledger.new_actor(self.coder, name, kind, now=datetime.now(UTC))

    def undo(self) -> tuple[StatementId, str] | None:
        """Take the latest back: which statement it was about, and what it decided; None where nothing is left."""
        if not self._made:
            return None
        about, decision = self._made[-1]
        undone = self.ledger.undo(self.coder, decision.id, now=datetime.now(UTC))
        self._made.pop()
        self._taken.append((about, decision, undone.id))
        return about, action_of(decision.change)

    def redo(self) -> tuple[StatementId, str] | None:
        """Bring the latest that was taken back in again; as `undo`."""
        if not self._taken:
            return None
        about, decision, undone = self._taken[-1]
        self.ledger.undo(self.coder, undone, now=datetime.now(UTC))
        self._taken.pop()
        self._made.append((about, decision))
        return about, action_of(decision.change)

    def verdicts(self) -> dict[str, int]:
        """How many statements were accepted and rejected, each counted by its latest verdict."""
        latest = {
            about: "accepted" if isinstance(decision.change, Accept) else "rejected"
            for about, decision in self._made
            if isinstance(decision.change, Accept | Reject)
        }
        return Counter(latest.values())

    def count(self) -> int:
        """How many decisions were made and stand."""
        return len(self._made)
