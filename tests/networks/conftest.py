"""What tests of networks share."""

import pytest
from building import protest, vote
from desk import BRIDGE, LEAP, OUTER, Desk

from onrecord.ledger import Ledger


@pytest.fixture
def desk(ledger: Ledger, keep: object) -> Desk:
    keep(vote(), protest())  # type: ignore[operator]
    made = Desk(ledger)
    made.speaker(BRIDGE.id, "Ines Orlo")
    made.speaker(LEAP.id, "Bridge Office", "organisation")
    made.speaker(OUTER.id, "Dana Rusk")
    return made
