"""Somebody who codes the statements of two articles, a second apart."""

from datetime import UTC, datetime, timedelta

from building import protest, vote

from onrecord.ledger import Ledger
from onrecord.model import Coder, SetCode, SetSpeaker, Stance

ANN, BEN = Coder(name="Ann"), Coder(name="Ben")
MACHINE = Coder(name="stance-1", kind="model")
BRIDGE, LEAP = vote().statements
OUTER, INNER = protest().statements
NOON = datetime(2024, 3, 1, 12, 0, tzinfo=UTC)
NOW = NOON + timedelta(days=1)


class Desk:
    """Codes statements, a second apart."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger, self.now = ledger, NOON

    def code(
        self, coder: Coder, of: str, concept: str, stance: Stance | None, *, settles: bool = False
    ) -> None:
        self.now += timedelta(seconds=1)
        change = SetCode(concept=concept, stance=stance)
        self.ledger.decide(coder, of, change, now=self.now, settles=settles)

    def speaker(self, of: str, name: str, kind: str = "person") -> None:
        self.now += timedelta(seconds=1)
        actor = self.ledger.new_actor(ANN, name, kind, now=self.now)  # type: ignore[arg-type]
        self.ledger.decide(ANN, of, SetSpeaker(actor=actor, role="mayor"), now=self.now)
