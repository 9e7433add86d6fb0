"""Which statement is reported inside which."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Statement


def with_parents(statements: Sequence[Statement]) -> list[Statement]:
    """The statements, each with the smallest one inside whose content it stands, content and cue, as its parent.

    `statements` are in the order of the text.  One pass with a stack of what is still open.
    """
    placed = []
    opened: list[Statement] = []
    for statement in sorted(statements, key=lambda s: (s.content[0].start, -s.content[-1].end)):
        opened = [outer for outer in opened if outer.content[-1].end > statement.content[0].start]
        holders = [outer for outer in opened if _holds(outer, statement)]
        placed.append(replace(statement, parent=holders[-1].id) if holders else statement)
        opened.append(statement)
    return sorted(placed, key=lambda s: (s.content, s.id))


def _holds(outer: Statement, inner: Statement) -> bool:
    parts = (*inner.content, *inner.cue)
    return bool(inner.cue) and all(any(piece.holds(part) for piece in outer.content) for part in parts)
