"""Outlets side by side: what several of them carry, and which of those that were there have left it out."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """How an outlet has it: the fullest of its statements, and all of them in the order of their days."""

    outlet: str
    fullest: Record
    every: tuple[Record, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What one speaker said and several outlets carry, the first of them first, and the outlets that left it out.

    An outlet left it out that had in the same days an article with words of the same speaker, or with others of the
    statements that several carry.
    """

    speaker: str
    carried: tuple[Carried, ...]
    left_out: tuple[str, ...]

    @property
    def fullest(self) -> Record:
        """The statement with the most words, quoted ones before reported ones."""
        return max((each.fullest for each in self.carried), key=fullness)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What several outlets carry, by the day on which the first did; and the statements that had no place in it.

    `unknown` is how many have no outlet, or nobody knows the speaker.
    """

    shared: tuple[Shared, ...]
    unknown: int

    @property
    def outlets(self) -> Sequence[str]:
        """Those that carry any of it, or leave any out, the ones with most first, then by name."""
        carry = [each.outlet for one in self.shared for each in one.carried]
        named = {*carry, *(name for one in self.shared for name in one.left_out)}
        return sorted(named, key=lambda name: (-carry.count(name), name))


def fullness(record: Record) -> tuple[int, int]:
    """What says more is greater: of as many words in quotation marks the longer."""
    return {"direct": 2, "mixed": 1, "indirect": 0}[record.statement.kind], len(record.words)
