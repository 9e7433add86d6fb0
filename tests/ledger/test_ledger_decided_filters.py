"""Statements chosen by what was decided of them."""

from datetime import UTC, datetime

import pytest
from building import Keep, protest, vote

from onrecord.ledger import Filter, Ledger
from onrecord.model import Accept, Coder, Merge, Reject, SaidOn, SetCode, SetDate, SetSpeaker

NOW = datetime(2024, 3, 2, 9, 30, tzinfo=UTC)
ANN, BEN = Coder(name="Ann"), Coder(name="Ben")
BRIDGE, LEAP = (statement.id for statement in vote().statements)
JOBS, INNER = (statement.id for statement in protest().statements)


@pytest.fixture
def decided(ledger: Ledger, keep: Keep) -> Ledger:
    keep(vote(), protest())
    orlo = ledger.new_actor(ANN, "Ines Orlo", "person", now=NOW)
    mayor = ledger.new_actor(ANN, "Mayor Orlo", "person", now=NOW)
    ledger.decide(ANN, BRIDGE, SetSpeaker(actor=orlo, role="Mayor of Halvern"), now=NOW)
    ledger.decide(ANN, INNER, SetSpeaker(actor=mayor), now=NOW)
    ledger.decide(ANN, mayor, Merge(into=orlo), now=NOW)
    ledger.decide(ANN, BRIDGE, SetCode(concept="bridge", stance="agree"), now=NOW)
    ledger.decide(BEN, BRIDGE, SetCode(concept="bridge", stance="disagree"), now=NOW)
    ledger.decide(ANN, JOBS, SetCode(concept="jobs", stance="agree"), now=NOW)
    ledger.decide(ANN, BRIDGE, SetDate(said_on=SaidOn(value="2023-06-03")), now=NOW)
    ledger.decide(ANN, BRIDGE, Accept(), now=NOW)
    ledger.decide(ANN, LEAP, Reject(), now=NOW)
    return ledger


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({}, [BRIDGE, JOBS, INNER]),
        ({"review": "all"}, [BRIDGE, LEAP, JOBS, INNER]),
        ({"review": "rejected"}, [LEAP]),
        ({"review": "accepted"}, [BRIDGE]),
        ({"review": "unreviewed"}, [JOBS, INNER]),
        ({"review": "corrected"}, [BRIDGE, INNER]),
        ({"review": "contested"}, [BRIDGE]),
        ({"review": "added"}, []),
        ({"review": "needs-look"}, []),
        ({"speaker": "ines orlo"}, [BRIDGE, INNER]),
        ({"speaker": "Mayor Orlo"}, [BRIDGE, INNER]),
        ({"speaker": "Orlo"}, []),
        ({"role": "mayor"}, [BRIDGE]),
        ({"concept": "bridge"}, [BRIDGE]),
        ({"concept": "bridge", "stance": "neither"}, []),
        ({"stance": "agree"}, [BRIDGE, JOBS]),
        ({"concept": "jobs", "stance": "disagree"}, []),
        ({"said_since": "2023-06"}, [BRIDGE]),
        ({"said_until": "2023-06-02"}, []),
        (
            {"said_since": "2023", "said_until": "2023", "speaker": "Ines Orlo", "outlet": "halvern courier"},
            [BRIDGE],
        ),
    ],
)
def test_statements_are_chosen_by_what_was_decided(decided: Ledger, conditions, expected) -> None:
    assert [record.statement.id for record in decided.records(Filter(**conditions))] == expected


def test_a_speaker_is_found_by_the_id_of_either_of_two_that_are_one(decided: Ledger) -> None:
    for name in ("Ines Orlo", "Mayor Orlo"):
        actor = decided.new_actor(ANN, name, "person", now=NOW)
        assert [r.statement.id for r in decided.records(Filter(speaker=actor))] == [BRIDGE, INNER]
