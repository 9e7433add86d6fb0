"""In whose words a place of the text stands: the innermost content of a statement that holds it."""

from collections.abc import Sequence

from onrecord.model import Span, Statement, StatementId


def containers(
    statements: Sequence[Statement], positions: Sequence[int]
) -> dict[int, tuple[StatementId, ...]]:
    """For each position (code points) the statements whose content holds it, the innermost last.

    One sweep over text, however many statements there are.
    """
    spans = sorted(
        ((span, one.id) for one in statements for span in one.content),
        key=lambda one: (one[0].start, -one[0].end, one[1]),
    )
    found: dict[int, tuple[StatementId, ...]] = {}
    open_: list[tuple[Span, StatementId]] = []
    following = 0
    for position in sorted(set(positions)):
        while following < len(spans) and spans[following][0].start <= position:
            open_ = [one for one in open_ if one[0].end > spans[following][0].start]
            open_.append(spans[following])
            following += 1
        open_ = [one for one in open_ if one[0].end > position]
        found[position] = tuple(id_ for _, id_ in open_[-_DEEPEST:])
    return found


_DEEPEST = 8
"""Statements in statements at most: hostile text must not make every look longer than the last."""
