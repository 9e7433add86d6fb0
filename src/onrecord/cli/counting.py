"""A stream that is counted as it goes by, so that it can be told from an empty one."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

One = TypeVar("One")


class Counted(Generic[One]):
    """The same things, in their order; `count` is how many went by."""

    def __init__(self, things: Iterable[One]) -> None:
        self._things = things
        self.count = 0

    def __iter__(self) -> Iterator[One]:
        for each in self._things:
            self.count += 1
            yield each
