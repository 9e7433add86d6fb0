"""From a ledger to its outlets side by side."""

from collections.abc import Iterable

from onrecord.analysis.outlets import compare
from onrecord.ledger import Ledger
from onrecord.model import Record
from onrecord.model.comparison import Comparison


def outlets_compared(ledger: Ledger, records: Iterable[Record]) -> Comparison:
    """What several outlets carry of these statements, under the names that the ledger shows speakers by."""
    held = list(records)
    speakers = (record.statement.speaker for record in held)
    actors = {one.actor for one in speakers if one is not None and one.actor is not None}
    return compare(held, ledger.names_apart(actors))
