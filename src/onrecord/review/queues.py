"""What to look at next."""

from collections.abc import Iterator
from typing import Literal, get_args

from onrecord.ledger import Filter, Ledger
from onrecord.model import StatementId

QueueName = Literal["uncertain", "sample", "disagreements", "needs-look", "all"]
QUEUES: tuple[QueueName, ...] = get_args(QueueName)

SEED = 1
"""The draw that `evaluate` and the queue `sample` share unless another is asked for."""


def queue(ledger: Ledger, name: QueueName, selection: Filter, seed: int = SEED) -> Iterator[StatementId]:
    """The ids of the statements of a queue that fulfil the conditions, in the order in which to look at them.

    uncertain: nobody reviewed them, the least confident first.
    sample: nobody reviewed them, in random order, which follows from the seed and the ids alone.
    disagreements: two coders differ, one of them a person (contested).
    needs-look: somebody decided on them, a newer reading no longer finds them, and nobody has looked since.
    all: as the ledger lists them.

    The first comes at once, and memory stays flat, however large the ledger is.  What is decided meanwhile neither
    repeats nor skips another statement.
    """
    return ledger.desk.queued(name, selection, seed)


def size(ledger: Ledger, name: QueueName, selection: Filter, at_most: int) -> int:
    """How many statements a queue holds, counted no further than `at_most`."""
    return ledger.desk.count(name, selection, at_most)
