"""The way through a queue: what was looked at, in order, and what comes next."""

from collections.abc import Iterator
from itertools import islice

from onrecord.model import StatementId


class Trail:
    """Ids of a queue as they are walked through, forth and back; at most `limit` of them.

    `total` is how many there were at the start, and `more` whether these are only as many as were counted.
    """

    def __init__(self, queue: Iterator[StatementId], total: int, *, more: bool, limit: int | None) -> None:
        self._queue = islice(queue, limit)
        self._seen: list[StatementId] = []
        self._at = -1
        self._known = set[StatementId]()
        whole = limit is None or total < limit
        self.total = total if whole or limit is None else limit
        self.more = more and whole

    @property
    def current(self) -> StatementId | None:
        """The statement that is looked at; None behind the last one."""
        return self._seen[self._at] if 0 <= self._at < len(self._seen) else None

    @property
    def place(self) -> int:
        """The number of the statement that is looked at, from 1."""
        return min(self._at + 1, max(self.total, len(self._seen)))

    def forth(self) -> None:
        """Go to the next, or behind the last."""
        if self._at + 1 >= len(self._seen):
            self._take()
        self._at = min(self._at + 1, len(self._seen))

    def back(self) -> bool:
        """Go to the one before; False where this is the first."""
        if self._at <= 0:
            return False
        self._at -= 1
        return True

    def go_to(self, statement: StatementId) -> None:
        """Look again at one that was looked at; one that was not comes in behind the one that is looked at."""
        if statement not in self._seen:
            self._known.add(statement)
            self._seen.insert(self._at + 1, statement)
            self.total += 1
        self._at = self._seen.index(statement)

    def drop(self) -> None:
        """Leave out the statement that is looked at, which is no longer there, and go to the one before."""
        del self._seen[self._at]
        self.total -= 1
        self._at -= 1

    def _take(self) -> None:
        for each in self._queue:
            if each not in self._known:
                self._known.add(each)
                self._seen.append(each)
                return
